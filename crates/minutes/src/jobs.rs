//! Work in the background: terms that pass, and reminders of tasks.

use base::access::Actor;
use base::{Fault, Halt, MinutesId, Moment, TaskId};
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use jiff::civil::{Date, time};
use jiff::{Timestamp, ToSpan};
use outbox::{About, NewLetter};
use register::Person;
use shell::{App, Done, JobFault, JobKind};
use store::{Conn, Job};

use crate::rules::{Task, TaskState};
use crate::{actions, letters, records};

/// Says that the term of circulated minutes has passed; its subject is their id.
pub const LAPSE: &str = "minutes.lapse";
/// Says that a task is due soon or overdue; its subject is the task's id.
pub const REMIND: &str = "minutes.remind";
/// The purpose of links that mark a task as done.
pub const TASK_LINK: &str = "task-done";
/// The purpose of links that object to minutes.
pub const OBJECTION_LINK: &str = "objection";

/// The jobs of this room.
pub(crate) const JOBS: &[JobKind] = &[
    JobKind {
        kind: LAPSE,
        run: lapse,
    },
    JobKind {
        kind: REMIND,
        run: remind,
    },
];

/// How many days before its day a task is called to mind.
const DAYS_BEFORE: i64 = 3;

/// The program itself, where it acts without anybody.
fn program() -> Actor {
    Actor {
        name: "Kreis".to_owned(),
        ..Actor::default()
    }
}

fn read<T: std::str::FromStr<Err = impl std::error::Error + Send + Sync + 'static>>(
    subject: &str,
) -> Result<T, JobFault> {
    subject
        .parse()
        .map_err(|cause| JobFault::Never(Fault::because("read a job's subject", cause)))
}

fn lapse(app: App, subject: String) -> BoxFuture<'static, Result<Done, JobFault>> {
    async move {
        let minutes: MinutesId = read(&subject)?;
        let mut moment = app.moment();
        app.store
            .write(move |conn| actions::lapse(conn, &mut moment, &program(), minutes))
            .await?;
        Ok(Done::default())
    }
    .boxed()
}

fn remind(app: App, subject: String) -> BoxFuture<'static, Result<Done, JobFault>> {
    async move {
        let task: TaskId = read(&subject)?;
        let mut moment = app.moment();
        let done = app
            .store
            .write(move |conn| send_reminder(conn, &mut moment, task))
            .await;
        match done {
            Ok(_) | Err(Halt::Missing | Halt::Refused(_) | Halt::Stale) => Ok(Done::default()),
            Err(Halt::Fault(fault)) => Err(fault.into()),
        }
    }
    .boxed()
}

/// Enters the reminders of a task, in place of older ones.
pub(crate) fn plan_reminders(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    task: &Task,
    zone: &str,
) -> Result<(), Fault> {
    let subject = task.id.to_string();
    conn.forget_jobs(REMIND, &subject)?;
    let before = task.due.saturating_sub(DAYS_BEFORE.days());
    let after = task.due.saturating_add(1.day());
    for day in [before, after] {
        let due = morning(day, zone)?;
        if due > moment.now() {
            let job = Job {
                kind: REMIND,
                subject: &subject,
                due,
            };
            conn.later(moment, &job)?;
        }
    }
    Ok(())
}

/// Takes back what would remind of a task.
pub(crate) fn forget_reminders(conn: &mut Conn<'_>, task: TaskId) -> Result<(), Fault> {
    conn.forget_jobs(REMIND, &task.to_string())
}

fn morning(day: Date, zone: &str) -> Result<Timestamp, Fault> {
    day.to_datetime(time(8, 0, 0, 0))
        .in_tz(zone)
        .map(|local| local.timestamp())
        .map_err(|cause| Fault::because("reckon the hour of a reminder", cause))
}

/// Reminds whoever is responsible, once before the day and once after it; says whether a
/// letter went.
fn send_reminder(conn: &mut Conn<'_>, moment: &mut Moment, id: TaskId) -> Result<bool, Halt> {
    let task = records::task(conn, id)?.ok_or(Halt::Missing)?;
    if task.state != TaskState::Open {
        return Ok(false);
    }
    let scene = actions::scene(conn, task.minutes)?;
    let today = moment
        .now()
        .in_tz(&scene.gathering.zone)
        .map_err(|cause| Fault::because("tell the day", cause))?
        .date();
    let (reminded, chased) = records::reminded(conn, id)?.unwrap_or_default();
    let due = task.due.to_string();
    let is_late = task.is_overdue(today);
    let is_told = if is_late {
        chased == due
    } else {
        reminded == due
    };
    let is_early = today < task.due.saturating_sub(DAYS_BEFORE.days());
    if is_told || is_early {
        return Ok(false);
    }
    if is_late {
        records::mark_chased(conn, id, task.due)?;
    } else {
        records::mark_reminded(conn, id, task.due)?;
    }
    let Some(to) = addressee(conn, &task)? else {
        return Ok(false);
    };
    let letter = NewLetter {
        network: Some(task.network),
        kind: letters::REMINDER,
        subject: &id.to_string(),
        detail: letters::reminder_detail(to.person, task.due),
        about: About::on(&scene.gathering.title, scene.gathering.starts.date()),
        to_name: &to.name,
        to_address: &to.mail,
        lang: to.lang,
        by: &program().name,
    };
    outbox::send_now(conn, moment, &letter)?;
    Ok(true)
}

struct Addressee {
    person: Option<base::PersonId>,
    name: String,
    mail: String,
    lang: base::Lang,
}

/// The person, or else the organisation; nobody where the register has no mail address.
fn addressee(conn: &mut Conn<'_>, task: &Task) -> Result<Option<Addressee>, Fault> {
    if let Some(person) = task.who.person {
        let person: Option<Person> = register::person(conn, person)?;
        return Ok(person
            .filter(|person| !person.mail.is_empty() && !person.ended)
            .map(|person| Addressee {
                person: Some(person.id),
                name: person.name,
                mail: person.mail,
                lang: person.lang,
            }));
    }
    let Some(organisation) = task.who.organisation else {
        return Ok(None);
    };
    Ok(register::organisation(conn, organisation)?
        .filter(|organisation| !organisation.mail.is_empty() && !organisation.ended)
        .map(|organisation| Addressee {
            person: None,
            name: organisation.name,
            mail: organisation.mail,
            lang: base::Lang::De,
        }))
}
