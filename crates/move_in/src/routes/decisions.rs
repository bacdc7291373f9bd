//! Deciding about a draft; afterwards the next open one is shown.

use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use base::{Fault, Halt, NetworkId};
use register::Among;
use shell::{Answer, ConfirmPage, Form, Marked, Page, Problem, Visit, go, query_value, show};
use store::Conn;
use uuid::Uuid;

use super::drafts::show_with;
use super::{found, id_of, only_of};
use crate::actions::{self, Undone};
use crate::links;
use crate::pages::{below, href_of};
use crate::records::drafts::{self, Draft};
use crate::rules::{self, Kind, State, Values};

type Below = Path<(String, String)>;

/// What a form says of a draft, once the names in it are resolved.
async fn read(visit: &Visit, draft: &Draft, form: Form) -> Result<(Form, Values), Halt> {
    let mut form = if draft.kind == Kind::Contact {
        register::settled(visit, form, ("organisation", Among::Organisations)).await?
    } else {
        form
    };
    let values = rules::typed(draft.kind, &mut form);
    Ok((form, values))
}

/// The path of a draft that stays with the drafts of one file, where one looks through these.
fn path(visit: &Visit, id: Uuid) -> Result<String, Halt> {
    let path = links::below(links::DRAFT, &visit.network()?.slug, id);
    Ok(match only_of(visit) {
        Some(only) => format!("{path}?datei={only}"),
        None => path,
    })
}

/// The open draft to look at next: the one behind this, or else the first of all.
fn next(
    conn: &mut Conn<'_>,
    from: (NetworkId, Option<Uuid>),
    draft: &Draft,
) -> Result<Option<Uuid>, Fault> {
    let at = (draft.confidence, draft.id);
    match drafts::next_open(conn, from, at)? {
        Some(id) => Ok(Some(id)),
        None => drafts::next_open(conn, from, (i64::MAX, Uuid::nil())),
    }
}

/// On to the next open draft, or to the list where there is none.
async fn onward(visit: &Visit, draft: Draft, done: &str) -> Result<Response, Problem> {
    let from = (draft.network, only_of(visit));
    let next = visit
        .store()
        .read(move |conn| next(conn, from, &draft))
        .await?;
    let path = match (next, only_of(visit)) {
        (Some(id), _) => path(visit, id)?,
        (None, Some(only)) => links::below(links::UPLOAD, &visit.network()?.slug, only),
        (None, None) => links::of(links::DRAFTS, &visit.network()?.slug),
    };
    Ok(go(visit, &path, done))
}

/// Keeps what the office has made of a draft.
pub(super) async fn correct(visit: Visit, Path((_, id)): Below, form: Form) -> Answer {
    let (network, draft) = found(&visit, &id).await?;
    let (mut form, values) = read(&visit, &draft, form).await?;
    if form.is_blamed() {
        return show_with(&visit, draft, form).await;
    }
    let (act, at) = (visit.clone(), (network, draft.id));
    let done = visit
        .store()
        .write(move |conn| actions::correct(conn, &mut act.moment(), &act.actor, at, &values))
        .await;
    match done {
        Ok(()) => Ok(go(&visit, &path(&visit, draft.id)?, "move-in-corrected")),
        Err(halt) => {
            form.take_refusal(halt)?;
            show_with(&visit, draft, form).await
        }
    }
}

/// Makes records of a draft, as it stands in the form.
pub(super) async fn accept(visit: Visit, Path((_, id)): Below, form: Form) -> Answer {
    let (network, draft) = found(&visit, &id).await?;
    if draft.state != State::Open {
        return Err(Halt::Stale.into());
    }
    let (mut form, values) = read(&visit, &draft, form).await?;
    if form.is_blamed() {
        return show_with(&visit, draft, form).await;
    }
    let (act, at) = (visit.clone(), (network, draft.id));
    let done = visit
        .store()
        .write(move |conn| actions::accept(conn, &mut act.moment(), &act.actor, at, &values))
        .await;
    match done {
        Ok(()) => onward(&visit, draft, "move-in-accepted").await,
        Err(halt) => {
            form.take_refusal(halt)?;
            show_with(&visit, draft, form).await
        }
    }
}

/// Lets a draft become nothing.
pub(super) async fn reject(visit: Visit, Path((_, id)): Below) -> Answer {
    let (network, draft) = found(&visit, &id).await?;
    let (act, at) = (visit.clone(), (network, draft.id));
    visit
        .store()
        .write(move |conn| actions::reject(conn, &mut act.moment(), &act.actor, at))
        .await?;
    onward(&visit, draft, "move-in-rejected").await
}

/// The record that an address names beside the draft.
fn with(visit: &Visit) -> Result<Uuid, Halt> {
    let named = query_value(&visit.query, "mit").ok_or(Halt::Missing)?;
    id_of(&named)
}

/// Asks before a draft goes into a record: says what would be filled there.
pub(super) async fn ask_join(visit: Visit, Path((_, id)): Below) -> Answer {
    let (_, draft) = found(&visit, &id).await?;
    if draft.state != State::Open {
        let to = visit.href(&path(&visit, draft.id)?);
        return Ok(Redirect::to(&to).into_response());
    }
    let with = with(&visit)?;
    let (draft, preview) = visit
        .store()
        .read(move |conn| {
            let preview = actions::preview(conn, &draft, with)?;
            Ok::<_, Halt>((draft, preview))
        })
        .await?;
    let names = [
        ("draft", shell::record(&draft.title)),
        ("record", shell::record(&preview.title)),
    ];
    let page = Page::told(&visit, "move-in-join-question", &names);
    let mut follows: Vec<Marked> = preview
        .fills
        .iter()
        .map(|(name, value)| {
            let label = visit
                .say(&format!("move-in-field-{}", name.replace('_', "-")))
                .to_owned();
            let args = [("field", label.into()), ("value", shell::record(value))];
            visit.tell_marked("move-in-join-fills", &args)
        })
        .collect();
    if follows.is_empty() {
        follows.push(Marked::own(visit.say("move-in-join-nothing")));
    }
    follows.push(Marked::own(visit.say("move-in-join-keeps")));
    let only = only_of(&visit).map_or_else(String::new, |it| format!("&datei={it}"));
    let action = href_of(&visit, links::JOINING, draft.id);
    show(&ConfirmPage {
        question: page.heading.clone(),
        page: below(&visit, page),
        consequences: follows,
        action: format!("{action}?mit={with}{only}"),
        confirm_label: visit.say("move-in-join").to_owned(),
        danger: false,
        cancel_href: visit.href(&path(&visit, draft.id)?),
    })
}

/// Joins a draft with a record.
pub(super) async fn join(visit: Visit, Path((_, id)): Below) -> Answer {
    let (network, draft) = found(&visit, &id).await?;
    let (act, at, with) = (visit.clone(), (network, draft.id), with(&visit)?);
    visit
        .store()
        .write(move |conn| actions::join(conn, &mut act.moment(), &act.actor, at, with))
        .await?;
    onward(&visit, draft, "move-in-merged").await
}

/// Takes back what was decided.
pub(super) async fn undo(visit: Visit, Path((_, id)): Below) -> Answer {
    let (network, draft) = found(&visit, &id).await?;
    let (act, at) = (visit.clone(), (network, draft.id));
    let undone = visit
        .store()
        .write(move |conn| actions::undo(conn, &mut act.moment(), &act.actor, at))
        .await?;
    let to = path(&visit, draft.id)?;
    match undone {
        Undone::Whole => Ok(go(&visit, &to, "move-in-undone")),
        Undone::Stays => {
            let joint = if to.contains('?') { '&' } else { '?' };
            let to = visit.href(&format!("{to}{joint}bleibt=1"));
            Ok(Redirect::to(&to).into_response())
        }
    }
}

/// Takes back what was corrected.
pub(super) async fn uncorrect(visit: Visit, Path((_, id)): Below) -> Answer {
    let (network, draft) = found(&visit, &id).await?;
    let (act, at) = (visit.clone(), (network, draft.id));
    visit
        .store()
        .write(move |conn| actions::uncorrect(conn, &mut act.moment(), &act.actor, at))
        .await?;
    Ok(go(&visit, &path(&visit, draft.id)?, "move-in-uncorrected"))
}
