//! Objections over HTTP, for those who are signed in.

use axum::extract::Path;
use axum::http::StatusCode;
use base::access::Right;
use base::{Blame, Halt, MinutesId, ObjectionId};
use calendar::dates;
use shell::{Answer, Denied, Form, Problem, TEXT, Visit, go};
use store::Conn;

use super::{Named, NamedOne, id, take_refusal};
use crate::actions::{NewObjection, Settlement};
use crate::pages::{self, Ground, Reading};
use crate::rules::{EntryId, Objection, State};
use crate::{actions, links, records};

pub(super) async fn show(visit: Visit, Path((_, slug)): Named) -> Answer {
    page(visit, slug, StatusCode::OK, (None, None)).await
}

async fn page(
    visit: Visit,
    slug: String,
    status: StatusCode,
    typed: (Option<Form>, Option<Form>),
) -> Answer {
    let at = visit.clone();
    let page = visit
        .store()
        .read(move |conn| pages::objections(conn, &at, &slug, typed))
        .await?;
    shell::show_as(status, &page)
}

/// What an objection says, as far as the form is in order.
pub(super) fn said(form: &mut Form) -> Option<(EntryId, String, String)> {
    let entry: Option<EntryId> = form.id("entry");
    if entry.is_none() && !form.is_blamed() {
        form.blame(Blame::at("entry", "fault-missing"));
    }
    form.required("wording", TEXT);
    let wording = form.text("wording", TEXT);
    let reason = form.text("reason", TEXT);
    match (entry, form.is_blamed()) {
        (Some(entry), false) => Some((entry, wording, reason)),
        _ => None,
    }
}

/// The same for these minutes.
pub(super) fn new(
    minutes: MinutesId,
    (entry, wording, reason): (EntryId, String, String),
) -> NewObjection {
    NewObjection {
        minutes,
        entry,
        wording,
        reason,
    }
}

pub(super) async fn object(visit: Visit, Path((network, slug)): Named, mut form: Form) -> Answer {
    if let Some(said) = said(&mut form) {
        let (at, name) = (visit.clone(), slug.clone());
        let mut moment = visit.moment();
        let done = visit
            .store()
            .write(move |conn| -> Result<_, Problem> {
                let ground = Ground::find(conn, &at, &name)?;
                let minutes = ground.scene()?.minutes;
                if ground.reading(&at) == Reading::Nothing || minutes.state == State::Draft {
                    return Err(Halt::Missing.into());
                }
                let new = new(minutes.id, said);
                Ok(actions::object(conn, &mut moment, &at.actor, new)?)
            })
            .await;
        match done {
            Ok(_) => {
                let path = links::objections(&network, &slug);
                return Ok(go(&visit, &path, "minutes-objected"));
            }
            Err(problem) => take_refusal(&mut form, problem)?,
        }
    }
    let typed = (Some(form), None);
    page(visit, slug, StatusCode::UNPROCESSABLE_ENTITY, typed).await
}

/// An objection, if it belongs to the gathering of the address.
fn own(conn: &mut Conn<'_>, ground: &Ground, id: ObjectionId) -> Result<Objection, Halt> {
    let minutes = ground.scene()?.minutes.id;
    records::objection(conn, id)?
        .filter(|objection| objection.minutes == minutes)
        .ok_or(Halt::Missing)
}

pub(super) async fn accept(
    visit: Visit,
    Path((network, slug, objection)): NamedOne,
    mut form: Form,
) -> Answer {
    let objection: ObjectionId = id(&objection)?;
    let public_text = form.text("public", TEXT);
    let until = form.date("until");
    if until.is_none() && !form.is_blamed() {
        form.blame(Blame::at("until", "fault-missing"));
    }
    if let (Some(until), false) = (until, form.is_blamed()) {
        let (at, name) = (visit.clone(), slug.clone());
        let mut moment = visit.moment();
        let done = visit
            .store()
            .write(move |conn| -> Result<(), Problem> {
                let ground = Ground::find(conn, &at, &name)?;
                own(conn, &ground, objection)?;
                let settlement = Settlement::Accept { public_text, until };
                Ok(actions::settle_objection(
                    conn,
                    &mut moment,
                    &at.actor,
                    objection,
                    settlement,
                )?)
            })
            .await;
        match done {
            Ok(()) => {
                let path = links::objections(&network, &slug);
                return Ok(go(&visit, &path, "objection-accepted"));
            }
            Err(problem) => take_refusal(&mut form, problem)?,
        }
    }
    let typed = (None, Some(form));
    page(visit, slug, StatusCode::UNPROCESSABLE_ENTITY, typed).await
}

pub(super) async fn defer(visit: Visit, Path((network, slug, objection)): NamedOne) -> Answer {
    let objection: ObjectionId = id(&objection)?;
    let (at, name) = (visit.clone(), slug.clone());
    let mut moment = visit.moment();
    visit
        .store()
        .write(move |conn| -> Result<(), Problem> {
            let ground = Ground::find(conn, &at, &name)?;
            let known = own(conn, &ground, objection)?;
            let day = dates::day(ground.gathering.starts.date(), at.lang);
            let title = at.tell("minutes-objection-item", &[("day", day.into())]);
            let args = [("who", known.by.into()), ("wording", known.wording.into())];
            let text = at.tell("minutes-objection-item-text", &args);
            let settlement = Settlement::NextMeeting { title, text };
            Ok(actions::settle_objection(
                conn,
                &mut moment,
                &at.actor,
                objection,
                settlement,
            )?)
        })
        .await?;
    let path = links::objections(&network, &slug);
    Ok(go(&visit, &path, "objection-deferred"))
}

pub(super) async fn withdraw(visit: Visit, Path((network, slug, objection)): NamedOne) -> Answer {
    let objection: ObjectionId = id(&objection)?;
    let (at, name) = (visit.clone(), slug.clone());
    let mut moment = visit.moment();
    visit
        .store()
        .write(move |conn| -> Result<(), Problem> {
            let ground = Ground::find(conn, &at, &name)?;
            let known = own(conn, &ground, objection)?;
            if !(pages::is_own(&at, &known) || at.may_here(Right::RunOffice)) {
                return Err(Problem(Denied::Forbidden(Right::RunOffice)));
            }
            Ok(actions::settle_objection(
                conn,
                &mut moment,
                &at.actor,
                objection,
                Settlement::Withdraw,
            )?)
        })
        .await?;
    let path = links::objections(&network, &slug);
    Ok(go(&visit, &path, "objection-withdrawn"))
}
