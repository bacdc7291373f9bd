//! What the links of mails open, without an account: minutes with the form for an objection,
//! one task with one button, and the page of a link that opens nothing any more.

use askama::Template;
use base::{Halt, PersonId};
use calendar::dates;
use register::access_links;
use shell::{Block, Form, Marked, NetworkCard, Page, Problem, Visit, record};
use store::Conn;

use super::objections::{ObjectionForm, Row, form, row};
use super::show::{Item, items};
use super::{Ground, Reading};
use crate::actions::Scene;
use crate::rules::{ObjectionState, TaskState};
use crate::{actions, jobs, links, records};

/// The page behind the link of a circulation mail.
#[derive(Template)]
#[template(path = "minutes/objection-link.html")]
pub(crate) struct LinkPage {
    page: Page,
    heading: Marked,
    /// Whether the minutes are open to be read: until somebody answers to them.
    reads: bool,
    rows: Vec<Row>,
    items: Vec<Item>,
    form: Option<ObjectionForm>,
    closed: Option<String>,
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
    let invited = actions::is_party(conn, scene.gathering.id, Some(person))?;
    let ground = Ground {
        network: register::card(network),
        gathering: scene.gathering.clone(),
        minutes: Some(scene.minutes.clone()),
        invited,
    };
    let entries = records::entries(conn, scene.minutes.id)?;
    let rows: Vec<Row> = records::objections(conn, scene.minutes.id)?
        .iter()
        .filter(|objection| objection.person == Some(person))
        .map(|objection| Row {
            withdrawal: (objection.state == ObjectionState::Open)
                .then(|| visit.href(&links::objection_by_link(token))),
            ..row(visit, &ground, objection, &entries)
        })
        .collect();
    let reading = if invited {
        Reading::Full
    } else {
        Reading::Public
    };
    let shown = items(conn, visit, &ground, reading)?;
    let action = visit.href(&links::objection_by_link(token));
    let reads = typed.is_none();
    let (form, closed) = form(conn, visit, &scene, (action, typed))?;
    let args = [
        ("title", record(&scene.gathering.title)),
        ("day", ground.day(visit).into()),
    ];
    Ok(LinkPage {
        page: page(visit, "minutes-objections", &ground.network),
        heading: visit.tell_marked("minutes-source", &args),
        reads: reads && rows.is_empty(),
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
    let link =
        access_links::find(conn, jobs::OBJECTION_LINK, token, visit.now)?.ok_or(Halt::Missing)?;
    let minutes = link.subject.parse().map_err(|_| Halt::Missing)?;
    let person = link.person.ok_or(Halt::Missing)?;
    Ok((actions::scene(conn, minutes)?, person))
}

/// The page behind the link of a reminder: one task, one button.
#[derive(Template)]
#[template(path = "minutes/task-link.html")]
pub(crate) struct TaskLinkPage {
    page: Page,
    wording: String,
    who: String,
    due: String,
    source: Marked,
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
    let link = access_links::find(conn, jobs::TASK_LINK, token, visit.now)?.ok_or(Halt::Missing)?;
    let id = link.subject.parse().map_err(|_| Halt::Missing)?;
    let task = records::task(conn, id)?.ok_or(Halt::Missing)?;
    let scene = actions::scene(conn, task.minutes)?;
    let network = register::network(conn, task.network)?.ok_or(Halt::Missing)?;
    let day = dates::day(scene.gathering.starts.date(), visit.lang);
    let args = [
        ("title", record(&scene.gathering.title)),
        ("day", day.into()),
    ];
    Ok(TaskLinkPage {
        page: page(visit, "minutes-task-link-title", &register::card(network)),
        due: dates::day_long(task.due, visit.lang),
        source: visit.tell_marked("minutes-source", &args),
        action: visit.href(&links::task_by_link(token)),
        is_open: task.state == TaskState::Open,
        is_done: task.state == TaskState::Done,
        wording: task.wording,
        who: task.who.name,
    })
}

/// A link that opens nothing: it is over, taken back, or came incomplete.
#[derive(Template)]
#[template(path = "minutes/closed.html")]
pub(crate) struct ClosedPage {
    page: Page,
}

/// The page of a link that opens nothing; it does not say whose or why.
pub(crate) fn closed(visit: &Visit) -> ClosedPage {
    let mut page = Page::new(visit, visit.say("minutes-dead-link"));
    page.sign_in_href = visit.href(SIGN_IN);
    ClosedPage { page }
}

/// Who signs in on such a page does not come back to it.
const SIGN_IN: &str = "/anmelden";

fn page(visit: &Visit, title: &str, network: &NetworkCard) -> Page {
    let mut page = Page::new(visit, visit.say(title)).of_network(network);
    page.sign_in_href = visit.href(SIGN_IN);
    page
}
