//! Objections: the form with and without an account, what the office answers, and the page
//! behind a task's link.

use askama::Template;
use base::access::Right;
use base::{Halt, PersonId};
use calendar::dates;
use shell::{Block, Fields, Form, Page, Problem, Visit, blocks};
use store::Conn;

use super::show::{Item, items};
use super::{Ground, Reading, when};
use crate::actions::Scene;
use crate::rules::{Act, Entry, Objection, ObjectionState, State, TaskState, allow};
use crate::{actions, jobs, links, records};

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

/// The page behind the link of a circulation mail.
#[derive(Template)]
#[template(path = "minutes/objection-link.html")]
pub(crate) struct LinkPage {
    page: Page,
    network: String,
    heading: String,
    rows: Vec<Row>,
    items: Vec<Item>,
    form: Option<ObjectionForm>,
    closed: Option<String>,
}

struct ObjectionForm {
    action: String,
    fields: Fields,
    entries: Vec<(String, String)>,
    until: String,
}

struct Row {
    id: String,
    title: String,
    by: String,
    when: String,
    state: String,
    is_open: bool,
    wording: Vec<Block>,
    reason: Vec<Block>,
    settled: Option<String>,
    withdrawal: Option<String>,
    acceptance: Option<Acceptance>,
    deferral: Option<String>,
}

struct Acceptance {
    action: String,
    text: String,
    until: String,
    error: Option<String>,
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
        let mut row = row(visit, &objection, &entries);
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
    let (form, closed) = form(
        conn,
        visit,
        &scene,
        (visit.href(&ground.path(links::objections)), typed),
    )?;
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

fn row(visit: &Visit, objection: &Objection, entries: &[Entry]) -> Row {
    let title = entries
        .iter()
        .find(|entry| entry.id == objection.entry)
        .map(|entry| entry.title.clone())
        .unwrap_or_default();
    Row {
        id: objection.id.to_string(),
        title,
        by: objection.by.clone(),
        when: when(visit, objection.at),
        state: visit.say(objection.state.key()).to_owned(),
        is_open: objection.state == ObjectionState::Open,
        wording: blocks(&objection.wording),
        reason: blocks(&objection.reason),
        settled: objection.settled_at.map(|at| {
            visit.tell(
                "minutes-settled",
                &[
                    ("when", when(visit, at).into()),
                    ("who", objection.settled_by.as_str().into()),
                ],
            )
        }),
        withdrawal: None,
        acceptance: None,
        deferral: None,
    }
}

/// The form while the term runs, or why there is none.
fn form(
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

/// The page behind the link of a circulation mail: the minutes, and the form.
pub(crate) fn by_link(
    conn: &mut Conn<'_>,
    visit: &Visit,
    token: &str,
    typed: Option<Form>,
) -> Result<LinkPage, Problem> {
    let (scene, person) = behind_link(conn, visit, token)?;
    let network = register::network(conn, scene.minutes.network)?.ok_or(Halt::Missing)?;
    let card = shell::NetworkCard {
        id: network.id,
        slug: network.slug,
        name: network.name.clone(),
        zone: network.zone,
        accent: network.accent,
        logo_alt: None,
        sample_data: network.sample_data,
    };
    let invited = actions::is_party(conn, scene.gathering.id, Some(person))?;
    let ground = Ground {
        network: card,
        gathering: scene.gathering.clone(),
        minutes: Some(scene.minutes.clone()),
        invited,
    };
    let entries = records::entries(conn, scene.minutes.id)?;
    let rows = records::objections(conn, scene.minutes.id)?
        .iter()
        .filter(|objection| objection.person == Some(person))
        .map(|objection| Row {
            withdrawal: (objection.state == ObjectionState::Open)
                .then(|| visit.href(&links::objection_by_link(token))),
            ..row(visit, objection, &entries)
        })
        .collect();
    let reading = if invited {
        Reading::Full
    } else {
        Reading::Public
    };
    let shown = items(conn, visit, &ground, reading)?;
    let action = visit.href(&links::objection_by_link(token));
    let (form, closed) = form(conn, visit, &scene, (action, typed))?;
    let args = [
        ("title", scene.gathering.title.as_str().into()),
        ("day", ground.day(visit).into()),
    ];
    Ok(LinkPage {
        page: Page::new(visit, visit.say("minutes-objections")),
        network: network.name,
        heading: visit.tell("minutes-source", &args),
        rows,
        items: shown,
        form,
        closed,
    })
}

/// The minutes and the person of an objection link.
pub(crate) fn behind_link(
    conn: &mut Conn<'_>,
    visit: &Visit,
    token: &str,
) -> Result<(Scene, PersonId), Halt> {
    let link = register::access_links::find(conn, jobs::OBJECTION_LINK, token, visit.now)?
        .ok_or(Halt::Missing)?;
    let minutes = link.subject.parse().map_err(|_| Halt::Missing)?;
    let person = link.person.ok_or(Halt::Missing)?;
    Ok((actions::scene(conn, minutes)?, person))
}

/// The page behind the link of a reminder: one task, one button.
#[derive(Template)]
#[template(path = "minutes/task-link.html")]
pub(crate) struct TaskLinkPage {
    page: Page,
    network: String,
    wording: String,
    who: String,
    due: String,
    source: String,
    action: String,
    is_open: bool,
    is_done: bool,
}

/// The task behind a link.
pub(crate) fn task_link(
    conn: &mut Conn<'_>,
    visit: &Visit,
    token: &str,
) -> Result<TaskLinkPage, Problem> {
    let link = register::access_links::find(conn, jobs::TASK_LINK, token, visit.now)?
        .ok_or(Halt::Missing)?;
    let id = link.subject.parse().map_err(|_| Halt::Missing)?;
    let task = records::task(conn, id)?.ok_or(Halt::Missing)?;
    let scene = actions::scene(conn, task.minutes)?;
    let network = register::network(conn, task.network)?.ok_or(Halt::Missing)?;
    let day = dates::day(scene.gathering.starts.date(), visit.lang);
    let args = [
        ("title", scene.gathering.title.as_str().into()),
        ("day", day.into()),
    ];
    Ok(TaskLinkPage {
        page: Page::new(visit, visit.say("minutes-task-link-title")),
        network: network.name,
        due: dates::day_long(task.due, visit.lang),
        source: visit.tell("minutes-source", &args),
        action: visit.href(&links::task_by_link(token)),
        is_open: task.state == TaskState::Open,
        is_done: task.state == TaskState::Done,
        wording: task.wording,
        who: task.who.name,
    })
}
