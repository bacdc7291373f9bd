//! The mails of this room: minutes round, minutes for good, a task called to mind.

use askama::Template;
use base::{Fault, Halt, Lang, MinutesId, PersonId, TaskId};
use calendar::dates;
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use register::access_links::{Issue, issue};
use serde::{Deserialize, Serialize};
use shell::{Addressed, App, Arg, Content, LetterKind, Phrases};
use store::Conn;

use crate::actions::{self, Scene};
use crate::rules::{State, StepKind, TaskState};
use crate::{jobs, links, paper, records};

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
    },
    LetterKind {
        kind: DISTRIBUTION,
        compose: distribution,
    },
    LetterKind {
        kind: REMINDER,
        compose: reminder,
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

/// A button of a mail.
pub(crate) struct Button {
    pub label: String,
    pub href: String,
}

/// A mail's words: paragraphs, the one thing to do, and who writes.
#[derive(Template)]
#[template(path = "minutes/mail.html")]
pub(crate) struct Words {
    pub lang: &'static str,
    pub subject: String,
    pub greeting: String,
    pub before: Vec<String>,
    pub button: Option<Button>,
    pub after: Vec<String>,
    pub regards: String,
    pub office: Vec<String>,
}

impl Words {
    /// The text part.
    pub fn text(&self) -> String {
        let mut parts = vec![self.greeting.clone()];
        parts.extend(self.before.iter().cloned());
        if let Some(button) = &self.button {
            parts.push(format!("{}\n{}", button.label, button.href));
        }
        parts.extend(self.after.iter().cloned());
        parts.push(format!("{}\n{}", self.regards, self.office.join("\n")));
        parts.join("\n\n") + "\n"
    }

    fn content(self) -> Result<Content, Fault> {
        let html = self
            .render()
            .map_err(|cause| Fault::because("render a mail", cause))?;
        Ok(Content {
            text: self.text(),
            subject: self.subject,
            html: Some(html),
            ..Content::default()
        })
    }
}

/// Phrases in the recipient's language.
struct Voice<'a> {
    phrases: &'a Phrases,
    lang: Lang,
}

impl Voice<'_> {
    fn say(&self, key: &str) -> String {
        self.phrases.tell(self.lang, key, &[])
    }

    fn tell(&self, key: &str, args: &[(&str, Arg)]) -> String {
        self.phrases.tell(self.lang, key, args)
    }

    fn words(&self, to_name: &str, subject: String, office: Vec<String>) -> Words {
        Words {
            lang: self.lang.tag(),
            subject,
            greeting: self.tell("minutes-mail-greeting", &[("name", to_name.into())]),
            before: Vec::new(),
            button: None,
            after: Vec::new(),
            regards: self.say("minutes-mail-regards"),
            office,
        }
    }
}

/// What a mail says of minutes that go round.
struct Sent<'s> {
    title: &'s str,
    held: Date,
    until: Date,
    round: i64,
    href: String,
    office: Vec<String>,
}

/// What a mail says of a task that is called to mind.
struct Called<'c> {
    title: &'c str,
    held: Date,
    due: Date,
    is_late: bool,
    wording: &'c str,
    href: String,
    office: Vec<String>,
}

impl Voice<'_> {
    fn circulation(&self, to_name: &str, sent: Sent<'_>) -> Words {
        let args = [
            ("title", sent.title.into()),
            ("day", dates::day(sent.held, self.lang).into()),
            ("until", dates::day_long(sent.until, self.lang).into()),
            ("round", sent.round.into()),
        ];
        let key = if sent.round > 1 {
            "minutes-mail-circulation-again"
        } else {
            "minutes-mail-circulation"
        };
        let subject = self.tell("minutes-mail-circulation-subject", &args);
        let mut words = self.words(to_name, subject, sent.office);
        words.before = vec![
            self.tell(key, &args),
            self.tell("minutes-mail-circulation-term", &args),
        ];
        words.button = Some(Button {
            label: self.say("minutes-mail-circulation-button"),
            href: sent.href,
        });
        words.after = vec![self.say("minutes-mail-circulation-lapse")];
        words
    }

    fn reminder(&self, to_name: &str, called: Called<'_>) -> Words {
        let args = [
            ("title", called.title.into()),
            ("day", dates::day(called.held, self.lang).into()),
            ("due", dates::day_long(called.due, self.lang).into()),
        ];
        let [subject, opening] = if called.is_late {
            [
                "minutes-mail-reminder-late-subject",
                "minutes-mail-reminder-late",
            ]
        } else {
            ["minutes-mail-reminder-subject", "minutes-mail-reminder"]
        };
        let mut words = self.words(to_name, self.tell(subject, &args), called.office);
        words.before = vec![
            self.tell(opening, &args),
            called.wording.to_owned(),
            self.tell("minutes-mail-reminder-due", &args),
        ];
        words.button = Some(Button {
            label: self.say("minutes-mail-reminder-button"),
            href: called.href,
        });
        words.after = vec![self.say("minutes-mail-reminder-after")];
        words
    }
}

fn office(conn: &mut Conn<'_>, scene: &Scene) -> Result<Vec<String>, Fault> {
    let network = register::network(conn, scene.minutes.network)?
        .ok_or_else(|| Fault::new("find the network of minutes"))?;
    let lines = [
        network.office_name,
        network.name,
        network.office_phone,
        network.office_mail,
    ];
    Ok(lines.into_iter().filter(|line| !line.is_empty()).collect())
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

fn subject_args(scene: &Scene, lang: Lang) -> Vec<(&'static str, Arg)> {
    vec![
        ("title", scene.gathering.title.as_str().into()),
        (
            "day",
            dates::day(scene.gathering.starts.date(), lang).into(),
        ),
    ]
}

fn slug_of(conn: &mut Conn<'_>, scene: &Scene) -> Result<String, Fault> {
    register::network(conn, scene.minutes.network)?
        .map(|network| network.slug)
        .ok_or_else(|| Fault::new("find the network of minutes"))
}

fn attach(
    conn: &mut Conn<'_>,
    app: &App,
    scene: &Scene,
    (full, letter): (bool, &Addressed),
) -> Result<mail::Attachment, Fault> {
    let printed = paper::print(conn, app, scene, (full, letter.lang, letter.written_at))?;
    let (file_name, bytes) = printed;
    Ok(mail::Attachment {
        file_name,
        content_type: "application/pdf".to_owned(),
        bytes,
    })
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
        office: office(conn, &scene)?,
    };
    let words = voice.circulation(&letter.to_name, sent);
    let mut content = words.content()?;
    content
        .attachments
        .push(attach(conn, app, &scene, (detail.full, letter))?);
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
    let args = subject_args(&scene, letter.lang);
    let office = office(conn, &scene)?;
    let subject = voice.tell("minutes-mail-distribution-subject", &args);
    let mut words = voice.words(&letter.to_name, subject, office);
    let key = if detail.full {
        "minutes-mail-distribution-full"
    } else {
        "minutes-mail-distribution-public"
    };
    words.before = vec![voice.tell(key, &args)];
    let slug = slug_of(conn, &scene)?;
    words.button = Some(Button {
        label: voice.say("minutes-mail-distribution-button"),
        href: app.url(letter.lang, &links::minutes(&slug, &scene.gathering.slug)),
    });
    let mut content = words.content()?;
    content
        .attachments
        .push(attach(conn, app, &scene, (detail.full, letter))?);
    Ok(Some(content))
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
        office: office(conn, &scene)?,
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
