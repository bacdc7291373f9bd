//! The work in the background: every night what is over is forgotten; what moved is sealed anew.

use base::{Fault, GatheringId, Lang, Moment};
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use jiff::civil::{Date, time};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use shell::{App, Done, JobFault, JobKind};
use store::{Conn, Job};
use uuid::Uuid;
use vault::{Vault, Why};

use super::rules::last_day;
use super::{actions, letters, records};
use crate::records as room;

/// Every night: keys whose day has come are destroyed.
pub const NIGHT: &str = "needs.night";
/// Somebody told something.
const TOLD: &str = "needs.told";
/// A need goes along with its person.
pub(crate) const RESEAL: &str = "needs.reseal";

/// A key that no row knows stays so long: the database may be an older one for a day.
const UNKNOWN: SignedDuration = SignedDuration::from_hours(400 * 24);

/// Something was taken back, told anew or sealed for another date.
const SWEEP: &str = "needs.sweep";

pub(crate) const JOBS: &[JobKind] = &[
    JobKind {
        kind: SWEEP,
        run: sweep_up,
    },
    JobKind {
        kind: NIGHT,
        run: night,
    },
    JobKind {
        kind: RESEAL,
        run: reseal,
    },
    JobKind {
        kind: TOLD,
        run: told,
    },
];

/// Sees to it that keys are destroyed of which nothing is left: after the write, so that one that
/// comes to nothing takes no key along.
pub(crate) fn sweep(conn: &mut Conn<'_>, moment: &mut Moment) -> Result<(), Fault> {
    conn.forget_jobs(SWEEP, "")?;
    let job = Job {
        kind: SWEEP,
        subject: "",
        due: moment.now(),
    };
    conn.later(moment, &job).map(drop)
}

fn sweep_up(app: App, _: String) -> BoxFuture<'static, Result<Done, JobFault>> {
    async move {
        if let Some(vault) = app.tool::<Vault>() {
            destroy_idle(&app, vault).await?;
        }
        Ok(Done::default())
    }
    .boxed()
}

/// Destroys the keys of which nothing is left. A key seals once, in the write that makes it, so
/// none of them can be needed again.
async fn destroy_idle(app: &App, vault: &Vault) -> Result<(), Fault> {
    let idle = app.store.read(records::idle_keys).await?;
    for key in idle {
        let Ok(id) = key.id.parse() else {
            continue;
        };
        let stone = vault.destroy(&id, Why::Unused, app.clock.now())?;
        app.store
            .housekeep(move |conn| records::bury(conn, &stone).map(drop))
            .await?;
    }
    Ok(())
}

/// Sees to it that the contacts of a gathering learn of what is open with the next full hour,
/// once however many tell something until then.
pub(crate) fn tell_contact_of(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    gathering: GatheringId,
) -> Result<(), Fault> {
    let subject = gathering.to_string();
    conn.forget_jobs(TOLD, &subject)?;
    let hour = moment.now().as_second().div_euclid(3600).saturating_add(1);
    let due = Timestamp::from_second(hour.saturating_mul(3600)).unwrap_or_else(|_| moment.now());
    let job = Job {
        kind: TOLD,
        subject: &subject,
        due,
    };
    conn.later(moment, &job).map(drop)
}

fn told(app: App, subject: String) -> BoxFuture<'static, Result<Done, JobFault>> {
    async move {
        let Ok(gathering) = subject.parse::<GatheringId>() else {
            return Err(JobFault::Never(Fault::new("read the id of a gathering")));
        };
        let mut moment = app.moment();
        // With the end of the job: a kill in between would send a second letter.
        Ok(Done::with(move |conn| {
            actions::tell_contacts(conn, &mut moment, (&app, gathering))
        }))
    }
    .boxed()
}

fn reseal(app: App, subject: String) -> BoxFuture<'static, Result<Done, JobFault>> {
    async move {
        let Ok(id) = subject.parse::<Uuid>() else {
            return Err(JobFault::Never(Fault::new("read the id of a need")));
        };
        let mut moment = app.moment();
        // With the end of the job: a key that is made twice is the same key.
        Ok(Done::with(move |conn| {
            actions::seal_anew(conn, &mut moment, &app, id)
        }))
    }
    .boxed()
}

fn night(app: App, _: String) -> BoxFuture<'static, Result<Done, JobFault>> {
    async move {
        wake(&app).await?;
        forget(&app).await?;
        Ok(Done::default())
    }
    .boxed()
}

/// Forgets what is over.
async fn forget(app: &App) -> Result<(), Fault> {
    app.store
        .housekeep(|conn| outbox::forget_recipients(conn, letters::CONFIRMED))
        .await?;
    let Some(vault) = app.tool::<Vault>() else {
        return Ok(());
    };
    actions::settle(app).await?;
    let now = app.clock.now();
    let due = app.store.read(move |conn| due(conn, now)).await?;
    for (key, why) in due {
        // The key first: a row that outlives it says nothing, and the next night strikes it.
        let stone = match key.id.parse() {
            Ok(id) => vault.destroy(&id, why, now)?,
            Err(_) => continue,
        };
        let (inner, mut moment) = (app.clone(), app.moment());
        app.store
            .write(move |conn| {
                let by = inner.phrases.say(Lang::De, "needs-by-the-program");
                actions::bury(conn, &mut moment, by, (&key, &stone))
            })
            .await?;
    }
    destroy_idle(app, vault).await?;
    strays(app, vault).await?;
    vault.keep_copy(now);
    match vault.copy_trouble() {
        Some(trouble) => Err(Fault::because("write the copy of the keys", trouble)),
        None => Ok(()),
    }
}

/// The keys whose day has come, and why.
fn due(conn: &mut Conn<'_>, now: Timestamp) -> Result<Vec<(records::Key, Why)>, Fault> {
    let mut due = Vec::new();
    for key in records::all_keys(conn)? {
        if key.destroyed_at.is_some() {
            continue;
        }
        let gathering = match key.gathering {
            Some(id) => gatherings::gathering(conn, id)?,
            None => None,
        };
        let Some(it) = gathering else {
            due.push((key, Why::Unused));
            continue;
        };
        let desk = room::desk_of(conn, (Some(it.id), it.series))?;
        let days = desk.map_or(0, |desk| desk.needs_days);
        let last = last_day(it.ends.date(), days);
        if today(now, &it.zone) > last {
            due.push((key, Why::Term));
        }
    }
    Ok(due)
}

fn today(now: Timestamp, zone: &str) -> Date {
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    now.to_zoned(zone).date()
}

/// Keys that no row knows: of writes that were broken off, or of a database that was replaced.
async fn strays(app: &App, vault: &Vault) -> Result<(), Fault> {
    let known = app.store.read(records::all_keys).await?;
    let now = app.clock.now();
    for (id, made_at) in vault.keys()? {
        let is_known = known.iter().any(|it| it.id == id.as_str());
        if !is_known && now.duration_since(made_at) > UNKNOWN {
            vault.destroy(&id, Why::Unused, now)?;
        }
    }
    Ok(())
}

/// Sees to it that the next night is entered, once, and lets database and store of keys know of
/// each other's end of keys: when the program starts.
///
/// # Errors
/// When the database or the store of keys fails.
pub async fn wake(app: &App) -> Result<(), Fault> {
    actions::settle(app).await?;
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

/// Half past two, before offices begin.
fn next(now: Timestamp) -> Timestamp {
    let utc = now.to_zoned(TimeZone::UTC);
    let hour = utc.date().to_datetime(time(2, 30, 0, 0));
    let hour = hour.to_zoned(TimeZone::UTC).map(|it| it.timestamp());
    let day = SignedDuration::from_hours(24);
    match hour {
        Ok(at) if at > now => at,
        Ok(at) => at.checked_add(day).unwrap_or(now),
        Err(_) => now.checked_add(day).unwrap_or(now),
    }
}
