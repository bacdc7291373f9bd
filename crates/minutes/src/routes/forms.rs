//! Decisions and tasks over HTTP.

use axum::extract::Path;
use axum::http::StatusCode;
use base::{Blame, DecisionId, Halt};
use register::Among;
use shell::{Answer, Form, LINE, Problem, TEXT, Visit, go};

use super::write::responsible;
use super::{NamedOne, id, take_refusal};
use crate::actions::{DecisionInput, NewDecision, NewTask};
use crate::pages::{self, Ground};
use crate::rules::{Decision, EntryId, Outcome, Part, Responsible};
use crate::{actions, links, records};

pub(super) async fn task(visit: Visit, Path((_, slug, entry)): NamedOne) -> Answer {
    task_page(visit, slug, StatusCode::OK, (id(&entry)?, None)).await
}

async fn task_page(
    visit: Visit,
    slug: String,
    status: StatusCode,
    form: (EntryId, Option<Form>),
) -> Answer {
    let at = visit.clone();
    let page = visit
        .store()
        .read(move |conn| pages::task_form(conn, &at, &slug, form))
        .await?;
    shell::show_as(status, &page)
}

pub(super) async fn add_task(
    visit: Visit,
    Path((network, slug, entry)): NamedOne,
    form: Form,
) -> Answer {
    let entry: EntryId = id(&entry)?;
    let mut form = register::settled(&visit, form, ("who", Among::Parties)).await?;
    let wording = form.required("wording", TEXT);
    let wording = if wording.is_empty() {
        wording
    } else {
        form.text("wording", TEXT)
    };
    let chosen = form.line("who", LINE);
    let name = form.line("name", LINE);
    if chosen.is_empty() && name.is_empty() {
        form.blame(Blame::at("who", "fault-missing"));
    }
    let due = form.date("due");
    if due.is_none() && !form.is_blamed() {
        form.blame(Blame::at("due", "fault-missing"));
    }
    let part = form.choice("part", Part::from_word);
    if let (Some(due), Some(part), false) = (due, part, form.is_blamed()) {
        let (at, slug) = (visit.clone(), slug.clone());
        let anchor = links::entry_anchor(&network, &slug, entry);
        let mut moment = visit.moment();
        let done = visit
            .store()
            .write(move |conn| -> Result<_, Problem> {
                let ground = Ground::led(conn, &at, &slug)?;
                pages::own_entry(conn, &ground, entry)?;
                let who = if chosen.is_empty() {
                    Responsible {
                        name,
                        ..Responsible::default()
                    }
                } else {
                    responsible(conn, &ground, &chosen)?
                        .ok_or_else(|| Halt::at("who", "fault-choice"))?
                };
                let new = NewTask {
                    entry,
                    part,
                    who,
                    wording,
                    due,
                };
                Ok(actions::add_task(conn, &mut moment, &at.actor, new)?)
            })
            .await;
        match done {
            Ok(_) => return Ok(go(&visit, &anchor, "task-made")),
            Err(problem) => take_refusal(&mut form, problem)?,
        }
    }
    let typed = (entry, Some(form));
    task_page(visit, slug, StatusCode::UNPROCESSABLE_ENTITY, typed).await
}

pub(super) async fn decision(visit: Visit, Path((_, slug, entry)): NamedOne) -> Answer {
    decision_page(visit, slug, StatusCode::OK, (id(&entry)?, None)).await
}

async fn decision_page(
    visit: Visit,
    slug: String,
    status: StatusCode,
    form: (EntryId, Option<Form>),
) -> Answer {
    let at = visit.clone();
    let page = visit
        .store()
        .read(move |conn| pages::decision_form(conn, &at, &slug, form))
        .await?;
    shell::show_as(status, &page)
}

/// The longest vote that a form takes; the rule says what is wrong with it.
const MOST: i64 = 1_000_000;

fn input(form: &mut Form) -> Option<DecisionInput> {
    form.required("wording", TEXT);
    let wording = form.text("wording", TEXT);
    let result = form.choice("result", Outcome::from_word);
    let counts = ["yes", "no", "abstentions"].map(|field| form.number(field, 0, MOST));
    let part = form.choice("part", Part::from_word);
    match (result, part, form.is_blamed()) {
        (Some(result), Some(part), false) => Some(DecisionInput {
            wording,
            internal: part.is_internal(),
            result,
            counts,
        }),
        _ => None,
    }
}

pub(super) async fn add_decision(
    visit: Visit,
    Path((network, slug, entry)): NamedOne,
    mut form: Form,
) -> Answer {
    let entry: EntryId = id(&entry)?;
    if let Some(input) = input(&mut form) {
        let (at, slug) = (visit.clone(), slug.clone());
        let anchor = links::entry_anchor(&network, &slug, entry);
        let mut moment = visit.moment();
        let done = visit
            .store()
            .write(move |conn| -> Result<_, Problem> {
                let ground = Ground::led(conn, &at, &slug)?;
                pages::own_entry(conn, &ground, entry)?;
                let new = NewDecision { entry, input };
                Ok(actions::add_decision(conn, &mut moment, &at.actor, new)?)
            })
            .await;
        match done {
            Ok(_) => return Ok(go(&visit, &anchor, "decision-noted")),
            Err(problem) => take_refusal(&mut form, problem)?,
        }
    }
    let typed = (entry, Some(form));
    decision_page(visit, slug, StatusCode::UNPROCESSABLE_ENTITY, typed).await
}

/// A decision, if it belongs to the gathering of the address.
fn own(
    conn: &mut store::Conn<'_>,
    ground: &Ground,
    decision: DecisionId,
) -> Result<Decision, Halt> {
    let minutes = ground.scene()?.minutes.id;
    records::decision(conn, decision)?
        .filter(|decision| decision.minutes == minutes)
        .ok_or(Halt::Missing)
}

pub(super) async fn show_decision(visit: Visit, Path((_, slug, decision)): NamedOne) -> Answer {
    one_decision(visit, slug, StatusCode::OK, (id(&decision)?, None)).await
}

async fn one_decision(
    visit: Visit,
    slug: String,
    status: StatusCode,
    (decision, form): (DecisionId, Option<Form>),
) -> Answer {
    let at = visit.clone();
    let page = visit
        .store()
        .read(move |conn| -> Result<_, Problem> {
            let ground = Ground::led(conn, &at, &slug)?;
            let decision = own(conn, &ground, decision)?;
            pages::decision_of(conn, &at, &slug, (&decision, form))
        })
        .await?;
    shell::show_as(status, &page)
}

pub(super) async fn change_decision(
    visit: Visit,
    Path((network, slug, decision)): NamedOne,
    mut form: Form,
) -> Answer {
    let decision: DecisionId = id(&decision)?;
    let version = form.number("version", 0, i64::MAX).unwrap_or(0);
    if let Some(input) = input(&mut form) {
        let (at, name) = (visit.clone(), slug.clone());
        let mut moment = visit.moment();
        let done = visit
            .store()
            .write(move |conn| -> Result<_, Problem> {
                let ground = Ground::led(conn, &at, &name)?;
                let entry = own(conn, &ground, decision)?.entry;
                let seen = (decision, version);
                actions::change_decision(conn, &mut moment, &at.actor, seen, input)?;
                Ok(entry)
            })
            .await;
        match done {
            Ok(entry) => {
                let path = links::entry_anchor(&network, &slug, entry);
                return Ok(go(&visit, &path, "decision-changed"));
            }
            Err(problem) => take_refusal(&mut form, problem)?,
        }
    }
    let typed = (decision, Some(form));
    one_decision(visit, slug, StatusCode::UNPROCESSABLE_ENTITY, typed).await
}

pub(super) async fn remove_decision(
    visit: Visit,
    Path((network, slug, decision)): NamedOne,
) -> Answer {
    let decision: DecisionId = id(&decision)?;
    let (at, name) = (visit.clone(), slug.clone());
    let mut moment = visit.moment();
    visit
        .store()
        .write(move |conn| -> Result<(), Problem> {
            let ground = Ground::led(conn, &at, &name)?;
            own(conn, &ground, decision)?;
            Ok(actions::remove_decision(
                conn,
                &mut moment,
                &at.actor,
                decision,
            )?)
        })
        .await?;
    let path = links::edit(&network, &slug);
    Ok(go(&visit, &path, "decision-removed"))
}
