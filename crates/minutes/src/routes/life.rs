//! The steps in the life of minutes over HTTP.

use axum::extract::Path;
use axum::http::StatusCode;
use base::{Blame, GatheringId};
use shell::{Answer, Form, Problem, Visit, go};

use super::{Named, page, take_refusal};
use crate::pages::{Ground, Pressed};
use crate::{actions, links};

pub(super) async fn circulate(
    visit: Visit,
    Path((network, slug)): Named,
    mut form: Form,
) -> Answer {
    let until = form.date("until");
    if until.is_none() && !form.is_blamed() {
        form.blame(Blame::at("until", "fault-missing"));
    }
    if let Some(until) = until {
        let (at, name) = (visit.clone(), slug.clone());
        let mut moment = visit.moment();
        let done = visit
            .store()
            .write(move |conn| -> Result<_, Problem> {
                let ground = Ground::led(conn, &at, &name)?;
                let minutes = ground.scene()?.minutes.id;
                Ok(actions::circulate(
                    conn,
                    &mut moment,
                    &at.actor,
                    minutes,
                    until,
                )?)
            })
            .await;
        match done {
            Ok(letters) => {
                let path = links::minutes(&network, &slug);
                let key = if letters > 0 {
                    "minutes-circulated"
                } else {
                    "minutes-circulated-quietly"
                };
                return Ok(go(&visit, &path, key));
            }
            Err(problem) => take_refusal(&mut form, problem)?,
        }
    }
    let pressed = Pressed {
        circulation: Some(form),
        ..Pressed::default()
    };
    page(visit, slug, StatusCode::UNPROCESSABLE_ENTITY, pressed).await
}

pub(super) async fn approve(visit: Visit, Path((network, slug)): Named, mut form: Form) -> Answer {
    let meeting: Option<GatheringId> = form.id("meeting");
    if meeting.is_none() && !form.is_blamed() {
        form.blame(Blame::at("meeting", "fault-missing"));
    }
    if let Some(meeting) = meeting {
        let (at, name) = (visit.clone(), slug.clone());
        let mut moment = visit.moment();
        let done = visit
            .store()
            .write(move |conn| -> Result<_, Problem> {
                let ground = Ground::led(conn, &at, &name)?;
                let minutes = ground.scene()?.minutes.id;
                let by = actions::Approval::Meeting(meeting);
                Ok(actions::approve(conn, &mut moment, &at.actor, minutes, by)?)
            })
            .await;
        match done {
            Ok(()) => {
                let path = links::minutes(&network, &slug);
                return Ok(go(&visit, &path, "minutes-approved"));
            }
            Err(problem) => take_refusal(&mut form, problem)?,
        }
    }
    let pressed = Pressed {
        approval: Some(form),
        ..Pressed::default()
    };
    page(visit, slug, StatusCode::UNPROCESSABLE_ENTITY, pressed).await
}

pub(super) async fn withdraw(visit: Visit, Path((network, slug)): Named) -> Answer {
    let (at, name) = (visit.clone(), slug.clone());
    let mut moment = visit.moment();
    visit
        .store()
        .write(move |conn| -> Result<(), Problem> {
            let ground = Ground::led(conn, &at, &name)?;
            let minutes = ground.scene()?.minutes.id;
            Ok(actions::withdraw_approval(
                conn,
                &mut moment,
                &at.actor,
                minutes,
            )?)
        })
        .await?;
    let path = links::minutes(&network, &slug);
    Ok(go(&visit, &path, "minutes-approval-withdrawn"))
}

pub(super) async fn distribute(visit: Visit, Path((network, slug)): Named, form: Form) -> Answer {
    let to_members = form.has("members");
    let (at, name) = (visit.clone(), slug.clone());
    let mut moment = visit.moment();
    let letters = visit
        .store()
        .write(move |conn| -> Result<_, Problem> {
            let ground = Ground::led(conn, &at, &name)?;
            let minutes = ground.scene()?.minutes.id;
            Ok(actions::distribute(
                conn,
                &mut moment,
                &at.actor,
                minutes,
                to_members,
            )?)
        })
        .await?;
    let path = links::minutes(&network, &slug);
    let key = if letters > 0 {
        "minutes-distributed"
    } else {
        "minutes-distributed-quietly"
    };
    Ok(go(&visit, &path, key))
}
