//! People who have neither function, group nor account any more.

use base::{Fault, NetworkId};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use shell::Due;
use store::{Conn, params, sql};
use uuid::Uuid;

macro_rules! former {
    () => {
        "SELECT p.id, p.name, MAX(t.until_day) AS last_day FROM person p
         JOIN (SELECT person_id, COALESCE(until_day, '9999-12-31') AS until_day
               FROM person_function
               UNION ALL
               SELECT person_id, COALESCE(until_day, '9999-12-31') AS until_day
               FROM group_member WHERE person_id IS NOT NULL) t ON t.person_id = p.id "
    };
}

/// Counted from the last day of the last function or group. Whoever never had any is left to
/// the office: nothing says since when the record lies idle.
pub(super) fn due(
    conn: &mut Conn<'_>,
    network: NetworkId,
    before: Timestamp,
    limit: i64,
) -> Result<Vec<Due>, Fault> {
    let day = before.to_zoned(TimeZone::UTC).date();
    let found = conn.all(
        sql!(
            former!,
            "WHERE p.network_id = $1
             AND NOT EXISTS (SELECT 1 FROM account_person b WHERE b.person_id = p.id)
             GROUP BY p.id, p.name HAVING MAX(t.until_day) < $2
             ORDER BY last_day, p.id LIMIT $3"
        ),
        params![network, day, limit],
        |row| Ok((row.take()?, row.take()?, row.take::<Date>()?)),
    )?;
    dated(found, before)
}

/// Whether one of them is still due.
pub(super) fn is_due(
    conn: &mut Conn<'_>,
    network: NetworkId,
    id: Uuid,
    before: Timestamp,
) -> Result<bool, Fault> {
    let day = before.to_zoned(TimeZone::UTC).date();
    let found = conn.all(
        sql!(
            former!,
            "WHERE p.id = $3 AND p.network_id = $1
             AND NOT EXISTS (SELECT 1 FROM account_person b WHERE b.person_id = p.id)
             GROUP BY p.id, p.name HAVING MAX(t.until_day) < $2"
        ),
        params![network, day, id],
        |row| Ok((row.take()?, row.take()?, row.take::<Date>()?)),
    )?;
    Ok(!dated(found, before)?.is_empty())
}

fn dated(found: Vec<(Uuid, String, Date)>, before: Timestamp) -> Result<Vec<Due>, Fault> {
    // The last day itself belongs to the function.
    found
        .into_iter()
        .map(|(id, words, last)| {
            let since = last
                .tomorrow()
                .unwrap_or(last)
                .to_zoned(TimeZone::UTC)
                .map_err(|cause| Fault::because("reckon when a function ended", cause))?
                .timestamp();
            Ok(Due { id, words, since })
        })
        .filter(|due| due.as_ref().map_or(true, |it| it.since < before))
        .collect()
}
