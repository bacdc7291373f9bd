//! What is done by the links of mails, without an account. Opening one changes nothing: mail
//! programs and scanners open every link.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use base::access::Actor;
use base::{Halt, ObjectionId};
use shell::{Answer, Denied, Form, Problem, Visit, go};
use store::Conn;

use super::lists::wanted_state;
use super::objections::{new, said};
use super::take_refusal;
use crate::actions::Settlement;
use crate::rules::{EntryId, TaskState};
use crate::{actions, links, pages, records};

/// One page for every link that opens nothing, so that nobody learns why.
fn closed(visit: &Visit) -> Answer {
    shell::show_as(StatusCode::NOT_FOUND, &pages::closed(visit))
}

pub(super) async fn objection(visit: Visit, Path(token): Path<String>) -> Answer {
    link_page(visit, token, StatusCode::OK, None).await
}

async fn link_page(visit: Visit, token: String, status: StatusCode, form: Option<Form>) -> Answer {
    let at = visit.clone();
    let page = visit
        .store()
        .read(move |conn| pages::by_link(conn, &at, &token, form))
        .await;
    match page {
        Err(Problem(Denied::Missing)) => closed(&visit),
        page => shell::show_as(status, &page?),
    }
}

/// Objects, or takes an objection back, for whoever holds the link.
pub(super) async fn object(visit: Visit, Path(token): Path<String>, mut form: Form) -> Answer {
    let withdrawn: Option<ObjectionId> = form.id("withdraw");
    let act = match withdrawn {
        Some(objection) => Some(ByLink::Withdraw(objection)),
        None => said(&mut form).map(ByLink::Object),
    };
    if let Some(act) = act {
        let (at, secret) = (visit.clone(), token.clone());
        let done = visit
            .store()
            .write(move |conn| take_by_link(conn, &at, &secret, act))
            .await;
        match done {
            Ok(done) => {
                return Ok(go(&visit, &links::objection_by_link(&token), done));
            }
            Err(Problem(Denied::Missing)) => return closed(&visit),
            Err(problem) => take_refusal(&mut form, problem)?,
        }
    }
    link_page(visit, token, StatusCode::UNPROCESSABLE_ENTITY, Some(form)).await
}

enum ByLink {
    Object((EntryId, String, String)),
    Withdraw(ObjectionId),
}

/// Does it, and answers what the page shall say.
fn take_by_link(
    conn: &mut Conn<'_>,
    visit: &Visit,
    token: &str,
    act: ByLink,
) -> Result<&'static str, Problem> {
    let (scene, person) = pages::behind_link(conn, visit, token)?;
    let known = register::person(conn, person)?.ok_or(Halt::Missing)?;
    let who = Actor {
        person: Some(person),
        name: known.name,
        ..Actor::default()
    };
    let mut moment = visit.moment();
    match act {
        ByLink::Object(said) => {
            let new = new(scene.minutes.id, said);
            actions::object(conn, &mut moment, &who, new)?;
            Ok("minutes-objected")
        }
        ByLink::Withdraw(id) => {
            records::objection(conn, id)?
                .filter(|it| it.minutes == scene.minutes.id && it.person == Some(person))
                .ok_or(Halt::Missing)?;
            actions::settle_objection(conn, &mut moment, &who, id, Settlement::Withdraw)?;
            Ok("objection-withdrawn")
        }
    }
}

pub(super) async fn task(visit: Visit, Path(token): Path<String>) -> Answer {
    let at = visit.clone();
    let page = visit
        .store()
        .read(move |conn| pages::task_link(conn, &at, &token))
        .await;
    match page {
        Err(Problem(Denied::Missing)) => closed(&visit),
        page => shell::show(&page?),
    }
}

pub(super) async fn settle(visit: Visit, Path(token): Path<String>, mut form: Form) -> Answer {
    let state = match wanted_state(&mut form)? {
        TaskState::Dropped => return Err(Halt::at("state", "fault-choice").into()),
        state => state,
    };
    let path = visit.href(&links::task_by_link(&token));
    let mut moment = visit.moment();
    let done = visit
        .store()
        .write(move |conn| actions::done_by_link(conn, &mut moment, &token, state))
        .await;
    match done {
        Ok(()) => Ok(Redirect::to(&path).into_response()),
        Err(Halt::Missing) => closed(&visit),
        Err(halt) => Err(halt.into()),
    }
}
