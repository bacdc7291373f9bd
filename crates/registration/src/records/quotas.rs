//! How many places there are, and how many are taken: kept by every write, never counted.

use base::{Fault, GatheringId};
use jiff::Timestamp;
use store::{Asked, Conn, params, sql};
use uuid::Uuid;

use crate::rules::{Contingent, Line, Quota};

/// The places of a desk as they stand, with the contingents whose term runs.
///
/// # Errors
/// When the database fails.
pub fn line(conn: &mut Conn<'_>, desk: Uuid, now: Timestamp) -> Result<Line, Fault> {
    ask_line(conn, desk, now)?.heard(conn)
}

/// Places and contingents that were asked for, to be heard with what else was asked.
pub(crate) struct AskedLine {
    quotas: Asked<Covering>,
    contingents: Asked<Contingent>,
}

impl AskedLine {
    pub(crate) fn heard(self, conn: &mut Conn<'_>) -> Result<Line, Fault> {
        Ok(Line {
            quotas: with_their_dates(self.quotas.all(conn)?),
            contingents: self.contingents.all(conn)?,
        })
    }
}

/// Asks for them.
pub(crate) fn ask_line(
    conn: &mut Conn<'_>,
    desk: Uuid,
    now: Timestamp,
) -> Result<AskedLine, Fault> {
    let quotas = ask_quotas(conn, desk)?;
    let contingents = conn.ask(
        sql!(
            "SELECT id, gathering_id, places, used FROM registration_contingent
             WHERE desk_id = $1 AND until_at > $2 ORDER BY id"
        ),
        params![desk, now],
        |row| {
            Ok(Contingent {
                id: row.take()?,
                gathering: row.take()?,
                places: row.take()?,
                used: row.take()?,
            })
        },
    )?;
    Ok(AskedLine {
        quotas,
        contingents,
    })
}

/// The quotas of a desk's dates in their order; the one of all dates together stands first, those
/// of workshops stand behind and are not among them.
pub(crate) fn quota_rows(conn: &mut Conn<'_>, desk: Uuid) -> Result<Vec<Quota>, Fault> {
    Ok(with_their_dates(ask_quotas(conn, desk)?.all(conn)?))
}

/// A quota, without what it covers, and one of the gatherings that it covers.
type Covering = (Quota, Option<GatheringId>);

fn ask_quotas(conn: &mut Conn<'_>, desk: Uuid) -> Result<Asked<Covering>, Fault> {
    conn.ask(
        sql!(
            "SELECT q.id, q.position, q.capacity, q.taken, u.gathering_id FROM registration_quota q
             LEFT JOIN registration_quota_use u ON u.quota_id = q.id
             WHERE q.desk_id = $1 AND q.position < 1000 ORDER BY q.position, q.id"
        ),
        params![desk],
        |row| {
            let quota = Quota {
                id: row.take()?,
                shared: row.take::<i64>()? == 0,
                capacity: row.take()?,
                taken: row.take()?,
                covers: Vec::new(),
            };
            Ok((quota, row.take()?))
        },
    )
}

fn with_their_dates(rows: Vec<Covering>) -> Vec<Quota> {
    let mut quotas: Vec<Quota> = Vec::new();
    for (quota, covers) in rows {
        if quotas.last().is_none_or(|it| it.id != quota.id) {
            quotas.push(quota);
        }
        if let Some(last) = quotas.last_mut() {
            last.covers.extend(covers);
        }
    }
    quotas
}

/// Writes a quota down with what it covers; what is taken of a known one stays.
pub(crate) fn put_quota(
    conn: &mut Conn<'_>,
    (desk, position): (Uuid, i64),
    it: &Quota,
) -> Result<(), Fault> {
    conn.put(
        sql!(
            "INSERT INTO registration_quota (id, desk_id, position, capacity, taken)
             VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (id) DO UPDATE SET position = EXCLUDED.position,
             capacity = EXCLUDED.capacity, taken = EXCLUDED.taken"
        ),
        params![it.id, desk, position, it.capacity, it.taken],
    )?;
    conn.put(
        sql!("DELETE FROM registration_quota_use WHERE quota_id = $1"),
        params![it.id],
    )?;
    for gathering in &it.covers {
        conn.put(
            sql!("INSERT INTO registration_quota_use (quota_id, gathering_id) VALUES ($1, $2)"),
            params![it.id, gathering],
        )?;
    }
    Ok(())
}

/// Takes a quota away; nothing of it is taken.
pub(crate) fn remove_quota(conn: &mut Conn<'_>, id: Uuid) -> Result<(), Fault> {
    conn.put(
        sql!("DELETE FROM registration_quota_use WHERE quota_id = $1"),
        params![id],
    )?;
    conn.put(
        sql!("DELETE FROM registration_quota WHERE id = $1"),
        params![id],
    )?;
    Ok(())
}

/// Takes one place of each of these quotas.
///
/// # Errors
/// When one of them is full: whoever asks has looked before, within the same transaction.
pub(crate) fn take(conn: &mut Conn<'_>, quotas: &[Uuid]) -> Result<(), Fault> {
    for quota in quotas {
        conn.must(
            sql!(
                "UPDATE registration_quota SET taken = taken + 1
                 WHERE id = $1 AND (capacity IS NULL OR taken < capacity)"
            ),
            params![quota],
        )?;
    }
    Ok(())
}

/// Gives one place back to each quota that covers a gathering.
pub(crate) fn release(
    conn: &mut Conn<'_>,
    (desk, gathering): (Uuid, GatheringId),
) -> Result<(), Fault> {
    conn.put(
        sql!(
            "UPDATE registration_quota SET taken = taken - 1
             WHERE desk_id = $1 AND taken > 0 AND id IN
             (SELECT quota_id FROM registration_quota_use WHERE gathering_id = $2)"
        ),
        params![desk, gathering],
    )?;
    Ok(())
}
