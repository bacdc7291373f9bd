//! The operator's page: what gave up, over all networks and without any letter's words.

use askama::Template;
use axum::extract::Path;
use base::{Fault, Halt, JobId, LetterId};
use calendar::{Zone, dates};
use jiff::Timestamp;
use shell::{Answer, Page, Visit, go, show};
use store::{Conn, Dialect, Waiting};

use super::{OPERATION, Operations};
use crate::backups::{self, VERSION};

/// A job or letter that gave up.
struct Dead {
    what: String,
    network: Option<String>,
    when: String,
    story: String,
    tries: Option<u32>,
    /// Where it is tried again or dropped.
    href: String,
}

#[derive(Template)]
#[template(path = "operation/operation.html")]
struct OperationPage {
    page: Page,
    version: &'static str,
    database: &'static str,
    megabytes: i64,
    last_backup: Option<String>,
    /// Whether backups are taken by themselves at all.
    is_scheduled: bool,
    trouble: Option<(String, String)>,
    jobs: Vec<Dead>,
    letters: Vec<Dead>,
}

/// The page.
pub(super) async fn show_all(visit: Visit) -> Answer {
    let operations = visit.app.tool::<Operations>().ok_or(Halt::Missing)?;
    let (jobs, letters, bytes) = visit
        .store()
        .read(|conn| {
            Ok::<_, Fault>((
                conn.dead_jobs()?,
                outbox::failed_everywhere(conn)?,
                conn.size()?,
            ))
        })
        .await?;
    let folder = operations.backup.folder.as_deref();
    let taken = folder.map(backups::taken).transpose()?.unwrap_or_default();
    show(&OperationPage {
        version: VERSION,
        database: match visit.store().dialect() {
            Dialect::Sqlite => "SQLite",
            Dialect::Postgres => "PostgreSQL",
        },
        megabytes: bytes / 1_000_000 + 1,
        last_backup: taken.last().map(|at| hour(&visit, *at)),
        is_scheduled: folder.is_some(),
        trouble: operations
            .trouble()
            .map(|it| (hour(&visit, it.at), it.story)),
        jobs: jobs.into_iter().map(|job| dead_job(&visit, job)).collect(),
        letters: letters
            .into_iter()
            .map(|letter| dead_letter(&visit, letter))
            .collect(),
        page: Page::new(&visit, visit.say("operation-title")),
    })
}

/// The installation has no place of its own; its operator reads the hour of the world.
fn hour(visit: &Visit, at: Timestamp) -> String {
    dates::instant_local_short(at, &Zone::utc(), visit.lang)
}

/// A job's subject may hold what a person typed, so it is not shown.
fn dead_job(visit: &Visit, job: Waiting) -> Dead {
    Dead {
        what: job.kind,
        network: None,
        when: hour(visit, job.due),
        story: job.last_error.unwrap_or_default(),
        tries: Some(job.attempts),
        href: visit.href(&format!("{OPERATION}/auftraege/{}", job.id)),
    }
}

fn dead_letter(visit: &Visit, letter: outbox::Failed) -> Dead {
    let key = format!("letter-{}", letter.kind.replace('.', "-"));
    Dead {
        what: visit.say(&key).to_owned(),
        network: letter.network,
        when: letter.at.map(|at| hour(visit, at)).unwrap_or_default(),
        story: visit.say(&letter.answer).to_owned(),
        tries: None,
        href: visit.href(&format!("{OPERATION}/briefe/{}", letter.id)),
    }
}

/// Does something to a job or letter; one that is gone meanwhile is no fault.
async fn act(
    visit: Visit,
    done: &'static str,
    work: impl FnOnce(&mut Conn<'_>, &Visit) -> Result<(), Halt> + Send + 'static,
) -> Answer {
    let inner = visit.clone();
    let outcome = visit.store().write(move |conn| work(conn, &inner)).await;
    match outcome {
        Ok(()) => Ok(go(&visit, OPERATION, done)),
        Err(Halt::Stale | Halt::Missing) => Ok(go(&visit, OPERATION, "operation-gone")),
        Err(halt) => Err(halt.into()),
    }
}

pub(super) async fn job_again(visit: Visit, Path(id): Path<String>) -> Answer {
    let id: JobId = id.parse().map_err(|_| Halt::Missing)?;
    act(visit, "operation-job-again", move |conn, visit| {
        let is_there = conn.job_again(id, visit.now)?;
        if is_there { Ok(()) } else { Err(Halt::Stale) }
    })
    .await
}

pub(super) async fn job_drop(visit: Visit, Path(id): Path<String>) -> Answer {
    let id: JobId = id.parse().map_err(|_| Halt::Missing)?;
    act(visit, "operation-job-dropped", move |conn, _| {
        let is_there = conn.drop_dead_job(id)?;
        if is_there { Ok(()) } else { Err(Halt::Stale) }
    })
    .await
}

pub(super) async fn letter_again(visit: Visit, Path(id): Path<String>) -> Answer {
    let id: LetterId = id.parse().map_err(|_| Halt::Missing)?;
    act(visit, "operation-letter-again", move |conn, visit| {
        outbox::retry(conn, &mut visit.moment(), id, visit.actor_name())
    })
    .await
}

pub(super) async fn letter_drop(visit: Visit, Path(id): Path<String>) -> Answer {
    let id: LetterId = id.parse().map_err(|_| Halt::Missing)?;
    act(visit, "operation-letter-dropped", move |conn, visit| {
        outbox::give_up(conn, &visit.moment(), id)
    })
    .await
}
