//! Deciding about a draft; afterwards the next open one is shown.

use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use base::{Fault, Halt, NetworkId};
use register::Among;
use shell::{Answer, ConfirmPage, Form, Marked, Page, Problem, Visit, go, query_value, show};
use store::Conn;
use uuid::Uuid;

use super::drafts::{show_late, show_with};
use super::{found, id_of, only_of};
use crate::actions::{self, Undone};
use crate::links;
use crate::pages::{below, href_of};
use crate::records::drafts::Draft;
use crate::records::lists::{self, Side};
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
    match lists::beside(conn, from, at, Side::After)? {
        Some(id) => Ok(Some(id)),
        None => lists::beside(conn, from, (i64::MAX, Uuid::nil()), Side::After),
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

/// What a form of a draft is sent for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Aim {
    /// To be kept.
    Keep,
    /// To become records.
    Accept,
}

/// Keeps what the office has made of a draft.
pub(super) async fn correct(visit: Visit, path: Below, form: Form) -> Answer {
    work(visit, path, form, Aim::Keep).await
}

/// Makes records of a draft, as it stands in the form.
pub(super) async fn accept(visit: Visit, path: Below, form: Form) -> Answer {
    work(visit, path, form, Aim::Accept).await
}

async fn work(visit: Visit, Path((_, id)): Below, form: Form, aim: Aim) -> Answer {
    let (network, draft) = found(&visit, &id).await?;
    let (mut form, values) = read(&visit, &draft, form).await?;
    if draft.state != State::Open {
        return show_late(&visit, draft.id, values).await;
    }
    if form.is_blamed() {
        return show_with(&visit, draft, form).await;
    }
    let (act, at, typed) = (visit.clone(), (network, draft.id), values.clone());
    let done = visit
        .store()
        .write(move |conn| {
            let (mut moment, who) = (act.moment(), &act.actor);
            match aim {
                Aim::Keep => actions::correct(conn, &mut moment, who, at, &values),
                Aim::Accept => actions::accept(conn, &mut moment, who, at, &values),
            }
        })
        .await;
    match (done, aim) {
        (Ok(()), Aim::Keep) => Ok(go(&visit, &path(&visit, draft.id)?, "move-in-corrected")),
        (Ok(()), Aim::Accept) => onward(&visit, draft, "move-in-accepted").await,
        (Err(Halt::Stale), _) => show_late(&visit, draft.id, typed).await,
        (Err(halt), _) => {
            form.take_refusal(halt)?;
            show_with(&visit, draft, form).await
        }
    }
}

/// On to the next draft after a decision, or to what was decided before.
async fn decided(visit: &Visit, draft: Draft, made: Result<(), Halt>, done: &str) -> Answer {
    match made {
        Ok(()) => onward(visit, draft, done).await,
        Err(Halt::Stale) => show_late(visit, draft.id, Values::new()).await,
        Err(halt) => Err(halt.into()),
    }
}

/// Lets a draft become nothing.
pub(super) async fn reject(visit: Visit, Path((_, id)): Below) -> Answer {
    let (network, draft) = found(&visit, &id).await?;
    let (act, at) = (visit.clone(), (network, draft.id));
    let made = visit
        .store()
        .write(move |conn| actions::reject(conn, &mut act.moment(), &act.actor, at))
        .await;
    decided(&visit, draft, made, "move-in-rejected").await
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
    if preview.is_out && !preview.fills.is_empty() {
        follows.push(Marked::own(visit.say("move-in-join-is-out")));
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
    let made = visit
        .store()
        .write(move |conn| actions::join(conn, &mut act.moment(), &act.actor, at, with))
        .await;
    decided(&visit, draft, made, "move-in-merged").await
}

/// Takes back what was decided.
pub(super) async fn undo(visit: Visit, Path((_, id)): Below) -> Answer {
    let (network, draft) = found(&visit, &id).await?;
    let (act, at) = (visit.clone(), (network, draft.id));
    let undone = visit
        .store()
        .write(move |conn| actions::undo(conn, &mut act.moment(), &act.actor, at))
        .await;
    let to = path(&visit, draft.id)?;
    match undone {
        Ok(Undone::Whole) => Ok(go(&visit, &to, "move-in-undone")),
        Ok(Undone::Stays) => {
            let joint = if to.contains('?') { '&' } else { '?' };
            let to = visit.href(&format!("{to}{joint}bleibt=1"));
            Ok(Redirect::to(&to).into_response())
        }
        Err(Halt::Stale) => show_late(&visit, draft.id, Values::new()).await,
        Err(halt) => Err(halt.into()),
    }
}

/// Takes back what was corrected.
pub(super) async fn uncorrect(visit: Visit, Path((_, id)): Below) -> Answer {
    let (network, draft) = found(&visit, &id).await?;
    let (act, at) = (visit.clone(), (network, draft.id));
    let done = visit
        .store()
        .write(move |conn| actions::uncorrect(conn, &mut act.moment(), &act.actor, at))
        .await;
    match done {
        Ok(()) => Ok(go(&visit, &path(&visit, draft.id)?, "move-in-uncorrected")),
        Err(Halt::Stale) => show_late(&visit, draft.id, Values::new()).await,
        Err(halt) => Err(halt.into()),
    }
}
