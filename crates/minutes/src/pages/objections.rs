//! Objections for those who are signed in: the form, and what the office answers.

use askama::Template;
use base::Halt;
use base::access::Right;
use calendar::dates;
use shell::{Block, Fields, Form, Marked, Page, Problem, Visit, blocks, record};
use store::Conn;

use super::{Ground, Reading};
use crate::actions::Scene;
use crate::rules::{Act, Entry, Objection, ObjectionState, State, allow};
use crate::{actions, links, records};

/// All objections to minutes, and the form for one more.
#[derive(Template)]
#[template(path = "minutes/objections.html")]
pub(crate) struct ObjectionsPage {
    page: Page,
    tabs: Option<String>,
    day: String,
    rows: Vec<Row>,
    form: Option<ObjectionForm>,
    closed: Option<String>,
}

/// The form of an objection.
pub(crate) struct ObjectionForm {
    pub action: String,
    pub fields: Fields,
    pub entries: Vec<(String, String)>,
    pub until: String,
}

/// An objection as it is listed.
pub(crate) struct Row {
    pub id: String,
    pub title: String,
    pub by: String,
    pub when: String,
    pub state: String,
    pub is_open: bool,
    pub wording: Vec<Block>,
    pub reason: Vec<Block>,
    pub settled: Option<Marked>,
    pub withdrawal: Option<String>,
    pub acceptance: Option<Acceptance>,
    pub deferral: Option<String>,
}

/// What the office answers to an objection that it accepts.
pub(crate) struct Acceptance {
    pub action: String,
    pub text: String,
    pub until: String,
    pub error: Option<String>,
}

/// The objections, for members and for those who lead.
pub(crate) fn objections(
    conn: &mut Conn<'_>,
    visit: &Visit,
    slug: &str,
    (typed, answered): (Option<Form>, Option<Form>),
) -> Result<ObjectionsPage, Problem> {
    let ground = Ground::find(conn, visit, slug)?;
    let scene = ground.scene()?;
    if ground.reading(visit) == Reading::Nothing || scene.minutes.state == State::Draft {
        return Err(Halt::Missing.into());
    }
    let entries = records::entries(conn, scene.minutes.id)?;
    let runs_office = visit.may_here(Right::RunOffice);
    let leads = ground.may_lead(visit);
    let until = actions::usual_term(conn, &scene, visit.now)?.to_string();
    let full = ground.reading(visit) == Reading::Full;
    let mut rows = Vec::new();
    for objection in records::objections(conn, scene.minutes.id)? {
        let own = is_own(visit, &objection);
        if !(own || full) {
            continue;
        }
        let mut row = row(visit, &ground, &objection, &entries);
        let path = |noun: &str| {
            visit.href(&links::objection(
                &ground.network.slug,
                &ground.gathering.slug,
                objection.id,
                noun,
            ))
        };
        if row.is_open {
            row.withdrawal = (own || runs_office).then(|| path("ruecknahme"));
            if runs_office {
                row.deferral = Some(path("vertagung"));
                row.acceptance = Some(acceptance(
                    visit,
                    (&objection, &entries),
                    (path("annahme"), &until),
                    answered.as_ref(),
                ));
            }
        }
        rows.push(row);
    }
    let action = visit.href(&ground.path(links::objections));
    let (form, closed) = if visit.may_here(Right::TakePart) {
        form(conn, visit, &scene, (action, typed))?
    } else {
        (None, None)
    };
    Ok(ObjectionsPage {
        page: ground.page_below(visit, visit.say("minutes-objections")),
        tabs: if leads {
            Some(ground.tabs(visit)?)
        } else {
            None
        },
        day: ground.day(visit),
        rows,
        form,
        closed,
    })
}

/// Whether the visitor made the objection.
pub(crate) fn is_own(visit: &Visit, objection: &Objection) -> bool {
    objection.person.is_some() && objection.person == visit.actor.person
}

fn acceptance(
    visit: &Visit,
    (objection, entries): (&Objection, &[Entry]),
    (action, until): (String, &str),
    answered: Option<&Form>,
) -> Acceptance {
    let answered = answered.filter(|form| form.value("objection") == objection.id.to_string());
    let stored = entries
        .iter()
        .find(|entry| entry.id == objection.entry)
        .map(|entry| entry.public_text.clone())
        .unwrap_or_default();
    let value =
        |field: &str, stored: String| answered.map_or(stored, |form| form.value(field).to_owned());
    Acceptance {
        action,
        text: value("public", stored),
        until: value("until", until.to_owned()),
        error: answered
            .and_then(|form| form.blames().first())
            .map(|blame| shell::said(visit, blame)),
    }
}

/// An objection without what can be done about it.
pub(crate) fn row(visit: &Visit, ground: &Ground, objection: &Objection, entries: &[Entry]) -> Row {
    let title = entries
        .iter()
        .find(|entry| entry.id == objection.entry)
        .map(|entry| entry.title.clone())
        .unwrap_or_default();
    Row {
        id: objection.id.to_string(),
        title,
        by: objection.by.clone(),
        when: ground.when(visit, objection.at),
        state: visit.say(objection.state.key()).to_owned(),
        is_open: objection.state == ObjectionState::Open,
        wording: blocks(&objection.wording),
        reason: blocks(&objection.reason),
        settled: objection.settled_at.map(|at| {
            visit.tell_marked(
                "minutes-settled",
                &[
                    ("when", ground.when(visit, at).into()),
                    ("who", record(&objection.settled_by)),
                ],
            )
        }),
        withdrawal: None,
        acceptance: None,
        deferral: None,
    }
}

/// The form while the term runs, or why there is none.
pub(crate) fn form(
    conn: &mut Conn<'_>,
    visit: &Visit,
    scene: &Scene,
    (action, typed): (String, Option<Form>),
) -> Result<(Option<ObjectionForm>, Option<String>), Halt> {
    let standing = records::standing(conn, &scene.minutes)?;
    let today = actions::today(scene, visit.now)?;
    match allow(&standing, Act::Object { today }) {
        Ok(_) => {}
        Err(Halt::Refused(blames)) => {
            let why = blames.first().map(|blame| shell::said(visit, blame));
            return Ok((None, why));
        }
        Err(other) => return Err(other),
    }
    let entries = records::entries(conn, scene.minutes.id)?
        .into_iter()
        .zip(1_i64..)
        .map(|(entry, number)| {
            let args = [
                ("number", number.into()),
                ("title", entry.title.as_str().into()),
            ];
            (
                entry.id.to_string(),
                visit.tell("minutes-item-title", &args),
            )
        })
        .collect();
    let form = ObjectionForm {
        action,
        fields: Fields::new(visit, typed.unwrap_or_default()),
        entries,
        until: standing
            .until
            .map(|until| dates::day_long(until, visit.lang))
            .unwrap_or_default(),
    };
    Ok((Some(form), None))
}
