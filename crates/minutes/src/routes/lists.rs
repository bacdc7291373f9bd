//! Lists of tasks and decisions, their states, and points for the next agenda.

use axum::extract::Path;
use base::access::Right;
use base::{DecisionId, Halt, TaskId};
use shell::{Answer, Denied, Form, Problem, Visit, go};

use super::{Named, id};
use crate::pages::{self, Ground};
use crate::rules::TaskState;
use crate::{actions, links, records};

pub(super) async fn tasks(visit: Visit) -> Answer {
    let at = visit.clone();
    let page = visit
        .store()
        .read(move |conn| pages::tasks(conn, &at))
        .await?;
    shell::show(&page)
}

pub(super) async fn decisions(visit: Visit) -> Answer {
    let at = visit.clone();
    let page = visit
        .store()
        .read(move |conn| pages::decisions(conn, &at))
        .await?;
    shell::show(&page)
}

/// What a task shall become.
pub(super) fn wanted_state(form: &mut Form) -> Result<TaskState, Halt> {
    form.choice("state", TaskState::from_word)
        .ok_or_else(|| Halt::at("state", "fault-choice"))
}

pub(super) async fn task_state(
    visit: Visit,
    Path((network, task)): Named,
    mut form: Form,
) -> Answer {
    let task: TaskId = id(&task)?;
    let state = wanted_state(&mut form)?;
    let at = visit.clone();
    let mut moment = visit.moment();
    visit
        .store()
        .write(move |conn| -> Result<(), Problem> {
            let known = records::task(conn, task)?.ok_or(Halt::Missing)?;
            if known.network != at.network()?.id {
                return Err(Halt::Missing.into());
            }
            let (leads, mine) = pages::may_settle(conn, &at, &known)?;
            // Whoever is responsible may say that it is done, not that nobody needs it.
            if !(leads || mine && state != TaskState::Dropped) {
                return Err(Problem(Denied::Forbidden(Right::Lead)));
            }
            Ok(actions::set_task_state(
                conn,
                &mut moment,
                &at.actor,
                task,
                state,
            )?)
        })
        .await?;
    let key = match state {
        TaskState::Open => "task-reopened",
        TaskState::Done => "task-done",
        TaskState::Dropped => "task-dropped",
    };
    Ok(go(&visit, &links::tasks(&network), key))
}

pub(super) async fn decision_state(
    visit: Visit,
    Path((network, decision)): Named,
    form: Form,
) -> Answer {
    let decision: DecisionId = id(&decision)?;
    let is_open = form.value("state") == "open";
    let at = visit.clone();
    let mut moment = visit.moment();
    visit
        .store()
        .write(move |conn| -> Result<(), Problem> {
            let known = records::decision(conn, decision)?.ok_or(Halt::Missing)?;
            if known.network != at.network()?.id {
                return Err(Halt::Missing.into());
            }
            let scene = actions::scene(conn, known.minutes)?;
            at.require(Right::Lead, &scene.gathering.subject(false))?;
            Ok(actions::set_decision_open(
                conn,
                &mut moment,
                &at.actor,
                decision,
                is_open,
            )?)
        })
        .await?;
    let key = if is_open {
        "decision-reopened"
    } else {
        "decision-settled"
    };
    Ok(go(&visit, &links::decisions(&network), key))
}

/// Puts a point of an earlier gathering on this one's agenda.
pub(super) async fn put_on_agenda(
    visit: Visit,
    Path((network, slug)): Named,
    form: Form,
) -> Answer {
    let (kind, point) = (
        form.value("kind").to_owned(),
        form.value("point").to_owned(),
    );
    let (at, name) = (visit.clone(), slug.clone());
    let mut moment = visit.moment();
    visit
        .store()
        .write(move |conn| -> Result<(), Problem> {
            let ground = Ground::led(conn, &at, &name)?;
            let all = actions::open_points(conn, ground.network.id, ground.gathering.group)?;
            let point = all
                .iter()
                .find(|it| it.id.to_string() == point && pages::kind_word(it.kind) == kind)
                .ok_or(Halt::Missing)?;
            let (title, text) = pages::point_on_agenda(&at, point);
            actions::put_on_agenda(
                conn,
                &mut moment,
                &at.actor,
                ground.gathering.id,
                (&title, &text),
            )?;
            Ok(())
        })
        .await?;
    let path = format!("/{network}/termine/{slug}");
    Ok(go(&visit, &path, "minutes-point-added"))
}
