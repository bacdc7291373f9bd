//! The room's work in the background: every network's morning, one job for all of them.

use base::{Fault, Moment};
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use jiff::{SignedDuration, Timestamp};
use shell::{App, Done, JobFault, JobKind};
use store::{Conn, Job};

use crate::morning;

/// The next morning of any network.
pub const MORNING: &str = "inbox.morning";

pub(crate) const JOBS: &[JobKind] = &[JobKind { kind: MORNING, run }];

/// Where there is no network yet, one looks again so often.
const PAUSE: SignedDuration = SignedDuration::from_hours(24);

fn run(app: App, _subject: String) -> BoxFuture<'static, Result<Done, JobFault>> {
    async move {
        let mut moment = app.moment();
        let inner = app.clone();
        app.store
            .write(move |conn| {
                for network in register::networks(conn)? {
                    morning::make(conn, &inner, &mut moment, &network)?;
                }
                plan(conn, &mut moment)
            })
            .await?;
        Ok(Done::default())
    }
    .boxed()
}

/// Sees to it that the next morning is entered, once: when the program starts, whatever the
/// office's clock shows.
///
/// # Errors
/// When the database fails.
pub async fn wake(app: &App) -> Result<(), Fault> {
    let mut moment = app.moment();
    app.store
        .housekeep(move |conn| plan(conn, &mut moment))
        .await
}

/// Enters the next morning in place of any other.
fn plan(conn: &mut Conn<'_>, moment: &mut Moment) -> Result<(), Fault> {
    conn.forget_jobs(MORNING, "")?;
    let now = moment.now();
    let mut next: Option<Timestamp> = None;
    for network in register::networks(conn)? {
        let due = morning::next(&network, now)?;
        next = Some(next.map_or(due, |known| known.min(due)));
    }
    let due = match next {
        Some(due) => due,
        None => now.checked_add(PAUSE).unwrap_or(now),
    };
    let job = Job {
        kind: MORNING,
        subject: "",
        due,
    };
    conn.later(moment, &job)?;
    Ok(())
}
