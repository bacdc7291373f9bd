//! Records that wait to be compared with the others: after many came at once, and in a database
//! that is older than comparing. The work is done in the background, a few records at a time, so
//! that nobody waits for it.

use base::{Fault, Moment, NetworkId};
use futures_util::FutureExt;
use jiff::Timestamp;
use shell::{App, Done, JobFault, JobKind, Named};
use store::{Conn, Filling, Job};
use uuid::Uuid;

use super::records::waiting as records;
use super::{keep_organisation, keep_person};
use crate::records::{organisation, person};

/// What has all records compared that were entered before there was any comparing.
pub(crate) const FILLING: Filling = Filling {
    name: "register-likeness-1",
    run: begin,
};

const COMPARE: &str = "register.likeness";

/// The work.
pub(crate) const JOB: JobKind = JobKind {
    kind: COMPARE,
    run: |app, _| compare(app).boxed(),
};

/// So many records are compared in one transaction: others write in between.
const AT_ONCE: i64 = 40;
/// So many transactions one job makes: other work waits for its end.
const IN_ONE_JOB: usize = 10;

/// How far comparing has come in a network, while it is under way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// How many records are compared.
    pub done: i64,
    /// Of how many.
    pub of: i64,
}

/// How far comparing has come; none where nothing waits for it.
///
/// # Errors
/// When the database fails.
pub fn progress(conn: &mut Conn<'_>, network: NetworkId) -> Result<Option<Progress>, Fault> {
    if !records::any(conn)? {
        return Ok(None);
    }
    let waiting = records::count(conn, network)?;
    let of = records::count_all(conn, network)?;
    Ok((waiting > 0).then_some(Progress {
        done: of.saturating_sub(waiting),
        of,
    }))
}

fn begin(conn: &mut Conn<'_>, moment: &mut Moment) -> Result<(), Fault> {
    records::put_all(conn)?;
    go_on(conn, moment)
}

fn go_on(conn: &mut Conn<'_>, moment: &mut Moment) -> Result<(), Fault> {
    if !records::any(conn)? {
        return Ok(());
    }
    conn.forget_jobs(COMPARE, "")?;
    let job = Job {
        kind: COMPARE,
        subject: "",
        // It waits for no hour of the office.
        due: Timestamp::UNIX_EPOCH,
    };
    conn.later(moment, &job)?;
    Ok(())
}

/// From here to [`take_up`] in the same transaction, records that are written wait to be
/// compared: whoever writes thousands is done sooner.
///
/// # Errors
/// When the database fails.
pub fn put_off(conn: &mut Conn<'_>) -> Result<(), Fault> {
    records::put(conn, (None, Uuid::nil()))
}

/// Ends [`put_off`] and has the records compared in the background.
///
/// # Errors
/// When the database fails.
pub fn take_up(conn: &mut Conn<'_>, moment: &mut Moment) -> Result<(), Fault> {
    records::remove(conn, Uuid::nil())?;
    go_on(conn, moment)
}

/// Whether comparing is put off; then the record waits.
pub(super) fn waits(conn: &mut Conn<'_>, record: (Named, Uuid)) -> Result<bool, Fault> {
    if !records::is_put_off(conn)? {
        return Ok(false);
    }
    records::put(conn, (Some(record.0), record.1))?;
    Ok(true)
}

async fn compare(app: App) -> Result<Done, JobFault> {
    for _ in 0..IN_ONE_JOB {
        // What is found shows at the end; pages that are kept meanwhile stay good.
        if !app.store.housekeep(compare_some).await? {
            app.store.write(|_| Ok::<_, Fault>(())).await?;
            return Ok(Done::default());
        }
    }
    let mut moment = app.real_moment();
    Ok(Done::with(move |conn| go_on(conn, &mut moment)))
}

/// Compares some of the records that wait, as many as one transaction may; says whether there
/// were any.
///
/// # Errors
/// When the database fails.
pub fn compare_some(conn: &mut Conn<'_>) -> Result<bool, Fault> {
    let waiting = records::first(conn, AT_ONCE)?;
    for (named, id) in &waiting {
        match named {
            Named::Organisation => match organisation(conn, (*id).into())? {
                Some(it) => keep_organisation(conn, &it)?,
                None => records::remove(conn, *id)?,
            },
            Named::Person | Named::Group => match person(conn, (*id).into())? {
                Some(it) => keep_person(conn, &it)?,
                None => records::remove(conn, *id)?,
            },
        }
    }
    Ok(!waiting.is_empty())
}
