//! The room's work in the background: what is to go, day by day, and the list outside.

use base::{Fault, Moment, NetworkId};
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use jiff::civil::time;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use shell::{App, Done, JobFault, JobKind};
use store::{Conn, Job};

use crate::ledger::Ledger;
use crate::{actions, letters, records};

/// Every night: what is over goes, and what will be is shown.
pub const NIGHT: &str = "privacy.night";
/// After an erasure: the list outside the database.
pub const LEDGER: &str = "privacy.ledger";

pub(crate) const JOBS: &[JobKind] = &[
    JobKind {
        kind: NIGHT,
        run: night,
    },
    JobKind {
        kind: LEDGER,
        run: ledger,
    },
];

fn night(app: App, _: String) -> BoxFuture<'static, Result<Done, JobFault>> {
    async move {
        // First of all, so that whatever goes wrong in this night there will be another.
        wake(&app).await?;
        let networks = app.store.read(register::networks).await?;
        let mut wrong = None;
        for network in networks {
            if let Err(fault) = night_of(&app, network.id).await {
                if fault.lack().is_some() {
                    return Err(fault.into());
                }
                wrong = Some(fault);
            }
        }
        app.store
            .housekeep(|conn| outbox::forget_recipients(conn, letters::ERASED))
            .await?;
        remember(&app).await?;
        wrong.map_or_else(|| Ok(Done::default()), |fault| Err(JobFault::Never(fault)))
    }
    .boxed()
}

/// One network's night: part by part, each in a transaction of its own, so that whoever works
/// meanwhile waits for one part at most.
async fn night_of(app: &App, network: NetworkId) -> Result<(), Fault> {
    loop {
        let (inner, mut moment) = (app.clone(), app.moment());
        let more = app.store.write(move |conn| {
            let retained = actions::retained(&inner.rooms);
            let holdings = actions::in_order(&inner.rooms);
            let of = (retained.as_slice(), holdings.as_slice());
            actions::carry_on(conn, &mut moment, of, network)
        });
        if !more.await? {
            break;
        }
    }
    let (inner, mut moment) = (app.clone(), app.moment());
    app.store
        .write(move |conn| {
            let retained = actions::retained(&inner.rooms);
            actions::refresh(conn, &mut moment, &retained, network)
        })
        .await
}

fn ledger(app: App, _: String) -> BoxFuture<'static, Result<Done, JobFault>> {
    async move {
        remember(&app).await?;
        Ok(Done::default())
    }
    .boxed()
}

/// Writes down outside of the database what an older backup must not bring back: after each
/// erasure, and every night.
async fn remember(app: &App) -> Result<(), Fault> {
    let now = app.clock.now();
    let (erased, ended) = app
        .store
        .read(move |conn| {
            let erased = records::erasures::all(conn)?;
            Ok::<_, Fault>((erased, register::ended(conn, now)?))
        })
        .await?;
    let outside = app.tool::<Ledger>().cloned().unwrap_or_default();
    let written = move || {
        outside.add(&erased)?;
        outside.add_ended(&ended.links)
    };
    tokio::task::spawn_blocking(written)
        .await
        .map_err(|cause| Fault::because("write the lists beside the data", cause))?
}

/// Sees to it that the next night is entered, once: when the program starts.
///
/// # Errors
/// When the database fails.
pub async fn wake(app: &App) -> Result<(), Fault> {
    let mut moment = app.moment();
    app.store
        .housekeep(move |conn| plan(conn, &mut moment))
        .await
}

fn plan(conn: &mut Conn<'_>, moment: &mut Moment) -> Result<(), Fault> {
    conn.forget_jobs(NIGHT, "")?;
    let job = Job {
        kind: NIGHT,
        subject: "",
        due: next(moment.now()),
    };
    conn.later(moment, &job).map(drop)
}

/// Three o'clock, before offices begin.
fn next(now: Timestamp) -> Timestamp {
    let utc = now.to_zoned(TimeZone::UTC);
    let three = utc.date().to_datetime(time(3, 0, 0, 0));
    let three = three.to_zoned(TimeZone::UTC).map(|it| it.timestamp());
    let day = SignedDuration::from_hours(24);
    match three {
        Ok(at) if at > now => at,
        Ok(at) => at.checked_add(day).unwrap_or(now),
        Err(_) => now.checked_add(day).unwrap_or(now),
    }
}
