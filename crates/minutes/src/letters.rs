//! The mails of this room: minutes round, minutes for good, a task called to mind.

mod words;

use base::{Fault, Halt, Lang, MinutesId, NetworkId, PersonId, TaskId};
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use register::Network;
use register::access_links::{Issue, issue};
use serde::{Deserialize, Serialize};
use shell::{Addressed, App, Content, LetterKind, Wordings};
use store::Conn;

use crate::actions::{self, Scene};
use crate::rules::{State, StepKind, TaskState};
use crate::{jobs, links, paper, records};
pub(crate) use words::WORDINGS;
use words::{Approved, Called, Sent, Voice};

/// Minutes sent round with a term for objections.
pub const CIRCULATION: &str = "minutes.circulation";
/// Approved minutes sent out for good.
pub const DISTRIBUTION: &str = "minutes.distribution";
/// A task called to mind.
pub const REMINDER: &str = "minutes.task_reminder";

/// The letters of this room.
pub(crate) const LETTERS: &[LetterKind] = &[
    LetterKind {
        kind: CIRCULATION,
        compose: circulation,
        sample: None,
    },
    LetterKind {
        kind: DISTRIBUTION,
        compose: distribution,
        sample: Some(sample),
    },
    LetterKind {
        kind: REMINDER,
        compose: reminder,
        sample: None,
    },
];

/// What a letter with minutes needs to know beside the minutes.
#[derive(Debug, Serialize, Deserialize)]
struct Detail {
    person: PersonId,
    round: i64,
    full: bool,
}

/// What a reminder needs to know beside the task.
#[derive(Debug, Serialize, Deserialize)]
struct Reminder {
    person: Option<PersonId>,
    due: Date,
}

pub(crate) fn detail(person: PersonId, round: i64, full: bool) -> String {
    let detail = Detail {
        person,
        round,
        full,
    };
    serde_json::to_string(&detail).unwrap_or_default()
}

pub(crate) fn reminder_detail(person: Option<PersonId>, due: Date) -> String {
    serde_json::to_string(&Reminder { person, due }).unwrap_or_default()
}

fn told<'d, T: Deserialize<'d>>(detail: &'d str) -> Result<T, Fault> {
    serde_json::from_str(detail).map_err(|cause| Fault::because("read a letter's detail", cause))
}

fn network(conn: &mut Conn<'_>, id: NetworkId) -> Result<Network, Fault> {
    register::network(conn, id)?.ok_or_else(|| Fault::new("find the network of minutes"))
}

/// The network of minutes, and how its letters end.
fn office(conn: &mut Conn<'_>, voice: &Voice<'_>, scene: &Scene) -> Result<Vec<String>, Fault> {
    let network = network(conn, scene.minutes.network)?;
    let wordings = register::wordings(conn, network.id)?;
    Ok(voice.office(&network, &wordings))
}

/// The minutes that a letter is about; none where they are gone.
fn found(conn: &mut Conn<'_>, letter: &Addressed) -> Result<Option<Scene>, Fault> {
    let id: MinutesId = letter
        .subject
        .parse()
        .map_err(|cause| Fault::because("read a letter's subject", cause))?;
    gone(actions::scene(conn, id))
}

fn gone<T>(found: Result<T, Halt>) -> Result<Option<T>, Fault> {
    match found {
        Ok(found) => Ok(Some(found)),
        Err(Halt::Fault(fault)) => Err(fault),
        Err(Halt::Missing | Halt::Refused(_) | Halt::Stale) => Ok(None),
    }
}

fn circulation(
    conn: &mut Conn<'_>,
    app: &App,
    letter: &Addressed,
) -> Result<Option<Content>, Fault> {
    let Some(scene) = found(conn, letter)? else {
        return Ok(None);
    };
    let detail: Detail = told(&letter.detail)?;
    let steps = records::steps(conn, scene.minutes.id)?;
    let rounds: Vec<_> = steps
        .iter()
        .filter(|step| step.kind == StepKind::Circulation)
        .collect();
    let until = rounds.last().and_then(|step| step.until);
    let is_last = i64::try_from(rounds.len()) == Ok(detail.round);
    let (State::Circulated, Some(until), true) = (scene.minutes.state, until, is_last) else {
        return Ok(None);
    };
    let mut moment = app.moment();
    let link = Issue {
        purpose: jobs::OBJECTION_LINK,
        subject: scene.minutes.id.to_string(),
        person: Some(detail.person),
        account: None,
        expires_at: end_of(until.saturating_add(1.day()), &scene)?,
    };
    let token = issue(conn, &mut moment, link)?;
    let voice = Voice {
        phrases: &app.phrases,
        lang: letter.lang,
    };
    let sent = Sent {
        title: &scene.gathering.title,
        held: scene.gathering.starts.date(),
        until,
        round: detail.round,
        href: app.url(letter.lang, &links::objection_by_link(&token)),
        office: office(conn, &voice, &scene)?,
    };
    let words = voice.circulation(&letter.to_name, sent);
    let mut content = words.content()?;
    let seen = (detail.full, letter.lang, letter.written_at);
    content
        .papers
        .push(paper::to_print(conn, app, &scene, seen)?);
    Ok(Some(content))
}

/// The first instant after a day where the gathering was.
fn end_of(day: Date, scene: &Scene) -> Result<Timestamp, Fault> {
    day.in_tz(&scene.gathering.zone)
        .map(|start| start.timestamp())
        .map_err(|cause| Fault::because("reckon the end of a term", cause))
}

fn distribution(
    conn: &mut Conn<'_>,
    app: &App,
    letter: &Addressed,
) -> Result<Option<Content>, Fault> {
    let Some(scene) = found(conn, letter)? else {
        return Ok(None);
    };
    if scene.minutes.state != State::Distributed {
        return Ok(None);
    }
    let detail: Detail = told(&letter.detail)?;
    let voice = Voice {
        phrases: &app.phrases,
        lang: letter.lang,
    };
    let network = network(conn, scene.minutes.network)?;
    let path = links::minutes(&network.slug, &scene.gathering.slug);
    let approved = Approved {
        title: &scene.gathering.title,
        held: scene.gathering.starts.date(),
        full: detail.full,
        href: app.url(letter.lang, &path),
    };
    let wordings = register::wordings(conn, network.id)?;
    let words = voice.distribution(&letter.to_name, &approved, (&network, &wordings));
    let mut content = words.content()?;
    let seen = (detail.full, letter.lang, letter.written_at);
    content
        .papers
        .push(paper::to_print(conn, app, &scene, seen)?);
    Ok(Some(content))
}

/// An example of a distribution, of minutes that nobody has written.
fn sample(
    conn: &mut Conn<'_>,
    app: &App,
    network: NetworkId,
    (lang, wordings): (Lang, &Wordings),
) -> Result<Option<Content>, Fault> {
    let Some(network) = register::network(conn, network)? else {
        return Ok(None);
    };
    let voice = Voice {
        phrases: &app.phrases,
        lang,
    };
    let now = app.clock.now();
    let today = now
        .in_tz(&network.zone)
        .map_err(|cause| Fault::because("tell the day", cause))?;
    let title = voice.say("minutes-sample-title");
    let approved = Approved {
        title: &title,
        held: today.date(),
        full: false,
        href: app.url(lang, &format!("/{}", network.slug)),
    };
    let guest = register::sample_guest(&network, (&app.phrases, lang));
    let words = voice.distribution(&guest.person.name, &approved, (&network, wordings));
    words.content().map(Some)
}

/// Links to a task hold a while after its day: whoever is late shall still find a button.
const LINK_DAYS: i64 = 60;

fn reminder(conn: &mut Conn<'_>, app: &App, letter: &Addressed) -> Result<Option<Content>, Fault> {
    let id: TaskId = letter
        .subject
        .parse()
        .map_err(|cause| Fault::because("read a letter's subject", cause))?;
    let detail: Reminder = told(&letter.detail)?;
    let task = records::task(conn, id)?
        .filter(|task| task.state == TaskState::Open && task.due == detail.due);
    let Some(task) = task else { return Ok(None) };
    let Some(scene) = gone(actions::scene(conn, task.minutes))? else {
        return Ok(None);
    };
    let mut moment = app.moment();
    let today = moment
        .now()
        .in_tz(&scene.gathering.zone)
        .map_err(|cause| Fault::because("tell the day", cause))?
        .date();
    let last = if today > task.due { today } else { task.due };
    let link = Issue {
        purpose: jobs::TASK_LINK,
        subject: task.id.to_string(),
        person: detail.person,
        account: None,
        expires_at: end_of(last.saturating_add(LINK_DAYS.days()), &scene)?,
    };
    let token = issue(conn, &mut moment, link)?;
    let voice = Voice {
        phrases: &app.phrases,
        lang: letter.lang,
    };
    let called = Called {
        title: &scene.gathering.title,
        held: scene.gathering.starts.date(),
        due: task.due,
        is_late: task.is_overdue(today),
        wording: &task.wording,
        href: app.url(letter.lang, &links::task_by_link(&token)),
        office: office(conn, &voice, &scene)?,
    };
    let words = voice.reminder(&letter.to_name, called);
    words.content().map(|content| {
        Some(Content {
            automatic: true,
            ..content
        })
    })
}

#[cfg(test)]
mod tests;
