//! Drafts to look through: the lists, and one draft beside its source.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use base::{Fault, Halt};
use register::Among;
use shell::{Answer, Form, Pages, Pick, Visit, query_value, show, show_as};
use store::Conn;
use uuid::Uuid;

use super::{found, id_of, only_of};
use crate::actions::{self, Match};
use crate::links;
use crate::pages::{DraftPage, List, RecordLink, Shown, draft_page, href_of, list_page};
use crate::records::drafts::Draft;
use crate::records::lists::{self, Side, Wanted};
use crate::records::made::{self, Record};
use crate::records::uploads::{self, Stand};
use crate::rules::{Kind, State, Values};

type Below = Path<(String, String)>;

/// How many drafts are on one page.
const ON_A_PAGE: i64 = 50;

/// The drafts of all files.
pub(super) async fn show_drafts(visit: Visit) -> Answer {
    list(&visit, None).await
}

/// The drafts of one file.
pub(super) async fn show_upload(visit: Visit, Path((_, id)): Below) -> Answer {
    let id = id_of(&id)?;
    list(&visit, Some(id)).await
}

async fn list(visit: &Visit, of: Option<Uuid>) -> Answer {
    let network = visit.network()?.id;
    let asked = query_value(&visit.query, "stand");
    let state = asked
        .and_then(|it| State::from_word(&it))
        .unwrap_or(State::Open);
    let inner = visit.clone();
    let list = visit
        .store()
        .read(move |conn| {
            let upload = match of {
                Some(id) => Some(actions::upload_in(conn, network, id)?),
                None => None,
            };
            let unread = match of {
                Some(id) => uploads::unread(conn, id)?,
                None => Vec::new(),
            };
            let counts = lists::counts(conn, network, of)?;
            let count = counts.iter().find(|(it, _)| *it == state);
            let pages = Pages::of(&inner, count.map_or(0, |(_, count)| *count), ON_A_PAGE);
            let wanted = Wanted {
                network,
                state,
                upload: of,
            };
            let rows = lists::listed(conn, wanted, (pages.each, pages.before()))?;
            Ok::<_, Halt>(List {
                upload,
                unread,
                counts,
                state,
                rows,
                pages,
            })
        })
        .await?;
    if list
        .upload
        .as_ref()
        .is_some_and(|it| it.stand == Stand::Waiting)
    {
        let batch = list.upload.as_ref().map(|it| it.batch);
        let to = batch.map(|batch| href_of(visit, links::BATCH, batch));
        return Ok(Redirect::to(&to.unwrap_or_default()).into_response());
    }
    show(&list_page(visit, list))
}

/// One draft beside its source.
pub(super) async fn show_draft(visit: Visit, Path((_, id)): Below) -> Answer {
    let (_, draft) = found(&visit, &id).await?;
    let form = filled(&draft);
    show_with(&visit, draft, form).await
}

/// The form that shows a draft as it is.
pub(super) fn filled(draft: &Draft) -> Form {
    let values = draft.values().iter();
    Form::of(values.map(|(name, value)| (name.as_str(), value.clone())))
}

/// The page of a draft with what was typed.
pub(super) async fn show_with(visit: &Visit, draft: Draft, form: Form) -> Answer {
    let status = form.status();
    present(visit, status, (draft, form), None).await
}

/// The page of a draft for who decided about it when somebody else already had: what holds now,
/// and what of the own values is not kept.
pub(super) async fn show_late(visit: &Visit, id: Uuid, typed: Values) -> Answer {
    let network = visit.network()?.id;
    let draft = visit
        .store()
        .read(move |conn| actions::draft_in(conn, network, id))
        .await?;
    let form = filled(&draft);
    present(visit, StatusCode::CONFLICT, (draft, form), Some(typed)).await
}

async fn present(
    visit: &Visit,
    status: StatusCode,
    about: (Draft, Form),
    late: Option<Values>,
) -> Answer {
    let (inner, only) = (visit.clone(), only_of(visit));
    let shown = visit
        .store()
        .read(move |conn| shown(conn, &inner, about, (only, late)))
        .await?;
    let page: DraftPage = draft_page(visit, shown);
    show_as(status, &page)
}

fn shown(
    conn: &mut Conn<'_>,
    visit: &Visit,
    (draft, form): (Draft, Form),
    (only, late): (Option<Uuid>, Option<Values>),
) -> Result<Shown, Halt> {
    let source = uploads::source(conn, draft.source)?;
    let is_open = draft.state == State::Open;
    let matches: Vec<Match> = if is_open {
        actions::matches(conn, &visit.actor, &draft)?
    } else {
        Vec::new()
    };
    let here = (draft.network, visit.today());
    let pick = if draft.kind == Kind::Contact && is_open {
        let none = visit.say("move-in-organisation-none");
        let field = ("organisation", Among::Organisations, none);
        register::offer(conn, visit, here, &form, field)?
    } else {
        Pick::default()
    };
    let mut records = Vec::new();
    for made in made::of_draft(conn, draft.id)? {
        records.extend(record(conn, made.record)?);
    }
    records.reverse();
    let at = (draft.confidence, draft.id);
    let from = (draft.network, only);
    Ok(Shown {
        previous: lists::beside(conn, from, at, Side::Before)?,
        next: lists::beside(conn, from, at, Side::After)?,
        source,
        matches,
        pick,
        records,
        only,
        late,
        draft,
        form,
    })
}

/// A record that a draft has become, with where it is shown.
fn record(conn: &mut Conn<'_>, it: Record) -> Result<Option<RecordLink>, Fault> {
    Ok(match it {
        Record::Gathering(id) => gatherings::gathering(conn, id)?
            .map(|it| RecordLink::new(gatherings::links::GATHERING, it.title, it.slug)),
        Record::Organisation(id) => register::organisation(conn, id)?
            .map(|it| RecordLink::new(register::links::ORGANISATION, it.name, it.id)),
        Record::Person(id) => register::person(conn, id)?
            .map(|it| RecordLink::new(register::links::PERSON, it.name, it.id)),
        Record::Post(id) => publishing::post(conn, id)?
            .map(|it| RecordLink::new(publishing::links::POST, it.title, it.slug)),
        Record::Series(_) | Record::Function(_) => None,
    })
}
