//! The durable queue: work that is due at an instant, kept beside the data it works on.
//!
//! A job carries only what identifies its subject; it looks again when it runs and may run
//! twice. It is entered in the transaction of the change that calls for it.

use base::{Fault, JobId, Moment};
use jiff::{SignedDuration, Timestamp};

use crate::conn::Conn;
use crate::{params, sql};

/// Work to be done later.
#[derive(Clone, Debug)]
pub struct Job<'j> {
    /// Which kind of work; a room offers one runner for it.
    pub kind: &'static str,
    /// What identifies the subject, mostly an id.
    pub subject: &'j str,
    /// Not before this instant.
    pub due: Timestamp,
}

/// A job that waits or has given up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Its id.
    pub id: JobId,
    /// Which kind of work.
    pub kind: String,
    /// What identifies the subject.
    pub subject: String,
    /// When it is due.
    pub due: Timestamp,
    /// How often it was tried.
    pub attempts: u32,
    /// What the last try said.
    pub last_error: Option<String>,
}

impl Conn<'_> {
    /// Enters a job.
    pub fn later(&mut self, moment: &mut Moment, job: &Job<'_>) -> Result<JobId, Fault> {
        let id: JobId = moment.id();
        self.put(
            sql!(
                "INSERT INTO job (id, kind, subject, due_at, created_at)
                 VALUES ($1, $2, $3, $4, $5)"
            ),
            params![id, job.kind, job.subject, job.due, moment.now()],
        )?;
        Ok(id)
    }

    /// The jobs that are due at `now`, the oldest first.
    pub fn jobs_due(&mut self, now: Timestamp, limit: i64) -> Result<Vec<Waiting>, Fault> {
        self.all(
            sql!(
                "SELECT id, kind, subject, due_at, attempts, last_error FROM job
                 WHERE dead = FALSE AND due_at <= $1 ORDER BY due_at, id LIMIT $2"
            ),
            params![now, limit],
            read_waiting,
        )
    }

    /// When the next job is due, where one waits at all.
    pub fn next_job_due(&mut self) -> Result<Option<Timestamp>, Fault> {
        let due = self.one(
            sql!("SELECT MIN(due_at) FROM job WHERE dead = FALSE"),
            &[],
            crate::Row::take::<Option<Timestamp>>,
        )?;
        Ok(due.flatten())
    }

    /// Counts a try before it is made, and says whether the job still waits. Where nothing can
    /// be written, nothing is begun: what was done could not be struck and would be done again
    /// and again. A try that takes the whole program down counts as well.
    pub fn job_begun(&mut self, id: JobId) -> Result<bool, Fault> {
        let touched = self.exec(
            sql!(
                "UPDATE job SET attempts = attempts + 1, last_error = $2
                 WHERE id = $1 AND dead = FALSE"
            ),
            params![id, "begun and not ended"],
        )?;
        Ok(touched == 1)
    }

    /// Strikes a job that is done.
    pub fn job_done(&mut self, id: JobId) -> Result<(), Fault> {
        self.put(sql!("DELETE FROM job WHERE id = $1"), params![id])?;
        Ok(())
    }

    /// Puts a failed job off until `due`, or gives it up where `due` is none.
    pub fn job_failed(
        &mut self,
        id: JobId,
        error: &str,
        due: Option<Timestamp>,
    ) -> Result<(), Fault> {
        self.put(
            sql!(
                "UPDATE job SET last_error = $2, dead = $3, due_at = COALESCE($4, due_at)
                 WHERE id = $1"
            ),
            params![id, error, due.is_none(), due],
        )?;
        Ok(())
    }

    /// Lets be tried now what was put off, or entered to be done at once, while the clock was
    /// more than a day ahead; says how many jobs that are. No wait after a failure is that long.
    pub fn hasten_jobs(&mut self, now: Timestamp) -> Result<u64, Fault> {
        let tomorrow = now
            .checked_add(SignedDuration::from_hours(24))
            .unwrap_or(now);
        self.exec(
            sql!(
                "UPDATE job SET due_at = $1 WHERE dead = FALSE AND due_at > $2
                 AND (attempts > 0 OR due_at <= created_at)"
            ),
            params![now, tomorrow],
        )
    }

    /// Strikes all jobs of a kind for a subject that have not run.
    pub fn forget_jobs(&mut self, kind: &str, subject: &str) -> Result<(), Fault> {
        self.put(
            sql!("DELETE FROM job WHERE kind = $1 AND subject = $2"),
            params![kind, subject],
        )?;
        Ok(())
    }

    /// The jobs that were given up.
    pub fn dead_jobs(&mut self) -> Result<Vec<Waiting>, Fault> {
        self.all(
            sql!(
                "SELECT id, kind, subject, due_at, attempts, last_error FROM job
                 WHERE dead = TRUE ORDER BY due_at DESC LIMIT 200"
            ),
            &[],
            read_waiting,
        )
    }
}

/// How many jobs there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct JobCounts {
    /// Not due yet.
    pub waiting: i64,
    /// Due by now.
    pub due: i64,
    /// Given up.
    pub dead: i64,
}

impl Conn<'_> {
    /// Counts all jobs.
    pub fn count_jobs(&mut self, now: Timestamp) -> Result<JobCounts, Fault> {
        let counts = self.one(
            sql!(
                "SELECT COALESCE(SUM(CASE WHEN dead = FALSE AND due_at > $1 THEN 1 ELSE 0 END), 0),
                 COALESCE(SUM(CASE WHEN dead = FALSE AND due_at <= $1 THEN 1 ELSE 0 END), 0),
                 COALESCE(SUM(CASE WHEN dead = TRUE THEN 1 ELSE 0 END), 0) FROM job"
            ),
            params![now],
            |row| {
                Ok(JobCounts {
                    waiting: row.take()?,
                    due: row.take()?,
                    dead: row.take()?,
                })
            },
        )?;
        Ok(counts.unwrap_or_default())
    }

    /// Lets a job that was given up be tried from the beginning; false where there is none.
    pub fn job_again(&mut self, id: JobId, now: Timestamp) -> Result<bool, Fault> {
        let touched = self.exec(
            sql!(
                "UPDATE job SET dead = FALSE, attempts = 0, due_at = $2
                 WHERE id = $1 AND dead = TRUE"
            ),
            params![id, now],
        )?;
        Ok(touched == 1)
    }

    /// Strikes a job that was given up; false where there is none.
    pub fn drop_dead_job(&mut self, id: JobId) -> Result<bool, Fault> {
        let touched = self.exec(
            sql!("DELETE FROM job WHERE id = $1 AND dead = TRUE"),
            params![id],
        )?;
        Ok(touched == 1)
    }
}

fn read_waiting(row: &mut crate::Row) -> Result<Waiting, Fault> {
    Ok(Waiting {
        id: row.take()?,
        kind: row.take()?,
        subject: row.take()?,
        due: row.take()?,
        attempts: row.take()?,
        last_error: row.take()?,
    })
}
