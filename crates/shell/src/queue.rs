//! Runs the durable queue's jobs when they are due.

use std::time::Duration;

use base::Fault;
use store::{Conn, Waiting};
use tokio::task::JoinSet;

use crate::app::App;
use crate::room::{Done, JobFault, JobKind};

/// How many jobs run at once.
const AT_ONCE: usize = 8;
/// After so many tries a job waits for the operator.
const TRIES: u32 = 12;
/// A job that takes longer hangs.
const LONGEST: Duration = Duration::from_mins(15);

/// Runs everything that is due now, and what that makes due, until nothing is left.
///
/// # Errors
/// When the queue itself cannot be read.
pub async fn run_due(app: &App) -> Result<usize, Fault> {
    let mut done = 0;
    loop {
        match run_batch(app).await? {
            0 => return Ok(done),
            batch => done += batch,
        }
    }
}

/// Runs some of what is due now and says how many.
async fn run_batch(app: &App) -> Result<usize, Fault> {
    let _alone = app.queue.lock().await;
    let now = app.clock.now();
    let due = app.store.read(move |conn| conn.jobs_due(now, 64)).await?;
    let count = due.len();
    if count > 0 {
        let begun = app.store.housekeep(move |conn| begun(conn, due)).await?;
        run_all(app, begun).await?;
    }
    Ok(count)
}

/// The jobs that still wait, each with this try counted.
fn begun(conn: &mut Conn<'_>, due: Vec<Waiting>) -> Result<Vec<Waiting>, Fault> {
    let mut all = Vec::with_capacity(due.len());
    for job in due {
        if conn.job_begun(job.id)? {
            all.push(job);
        }
    }
    Ok(all)
}

async fn run_all(app: &App, due: Vec<Waiting>) -> Result<(), Fault> {
    let mut running = JoinSet::new();
    let mut all = Ok(());
    for job in due {
        if running.len() >= AT_ONCE {
            all = all.and(joined(running.join_next().await));
        }
        running.spawn(run_one(app.clone(), job));
    }
    // One that fails must not cut the others off: a mail may be on its way just now.
    while let Some(finished) = running.join_next().await {
        all = all.and(joined(Some(finished)));
    }
    all
}

fn joined(
    finished: Option<Result<Result<(), Fault>, tokio::task::JoinError>>,
) -> Result<(), Fault> {
    match finished {
        Some(Ok(result)) => result,
        Some(Err(cause)) => Err(Fault::because("run a job", cause)),
        None => Ok(()),
    }
}

async fn run_one(app: App, job: Waiting) -> Result<(), Fault> {
    let outcome = if job.attempts < TRIES {
        ended(&app, &job, attempt(&app, &job).await).await
    } else {
        Err(JobFault::Never(Fault::new(
            "end a job before the program ends",
        )))
    };
    let now = app.clock.now();
    let (story, due) = match outcome {
        Ok(()) => return Ok(()),
        Err(JobFault::Again(fault, wait)) if job.attempts + 1 < TRIES => {
            let wait = wait.unwrap_or_else(|| back_off(job.attempts));
            (fault.whole_story(), now.checked_add(wait).ok())
        }
        Err(JobFault::Never(fault) | JobFault::Again(fault, _)) => (fault.whole_story(), None),
    };
    tracing::warn!(
        kind = job.kind,
        given_up = due.is_none(),
        story,
        "a job failed"
    );
    app.store
        .housekeep(move |conn| conn.job_failed(job.id, &story, due))
        .await
}

/// Strikes a job that is done; where that fails, it has failed.
async fn ended(app: &App, job: &Waiting, outcome: Result<Done, JobFault>) -> Result<(), JobFault> {
    let (done, id) = (outcome?, job.id);
    let struck = app.store.housekeep(move |conn| {
        done.write(conn)?;
        conn.job_done(id)
    });
    Ok(struck.await?)
}

/// How often we look for what is due.
const LOOK: Duration = Duration::from_millis(500);
/// The same while the database is not there, so that the log stays short.
const AFTER_FAILURE: Duration = Duration::from_secs(5);

/// Does the work in a task of its own, so that a panic or an endless wait stays in there and
/// counts as a try like any other.
async fn attempt(app: &App, job: &Waiting) -> Result<Done, JobFault> {
    let kind = app
        .rooms
        .iter()
        .flat_map(|room| room.jobs)
        .find(|kind| kind.kind == job.kind);
    let Some(JobKind { run, .. }) = kind else {
        return Err(JobFault::Never(Fault::new("find the room of a job")));
    };
    let mut work = tokio::spawn(run(app.clone(), job.subject.clone()));
    match tokio::time::timeout(LONGEST, &mut work).await {
        Ok(Ok(outcome)) => outcome,
        Ok(Err(cause)) => Err(Fault::because("survive a job", cause).into()),
        Err(cause) => {
            work.abort();
            Err(Fault::because("wait for a job", cause).into())
        }
    }
}

/// Half a minute, then twice as long each time, at most six hours.
fn back_off(attempts: u32) -> Duration {
    Duration::from_secs((30_u64 << attempts.min(10)).min(6 * 3600))
}

/// Runs jobs until it is told to stop; looks every half second and at once after a change.
///
/// What has begun is finished first, so that no mail goes out twice after a restart.
pub async fn run_until(app: App, mut stop: tokio::sync::watch::Receiver<bool>) {
    while !*stop.borrow() {
        let pause = match run_batch(&app).await {
            Ok(0) => LOOK,
            Ok(_) => continue,
            Err(fault) => {
                tracing::error!(story = fault.whole_story(), "the queue cannot be read");
                AFTER_FAILURE
            }
        };
        tokio::select! {
            _ = stop.changed() => break,
            _ = tokio::time::timeout(pause, app.store.changed()) => {}
        }
    }
}
