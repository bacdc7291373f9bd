//! Attendance that no minutes in force record, and earlier versions of minutes, as something that
//! is kept for a time only.

use base::{Fault, NetworkId};
use jiff::Timestamp;
use shell::{Due, Going, NOBODY, Retained};
use store::{Conn, params, sql};
use uuid::Uuid;

/// What minutes keep for a time only. Who came to a gathering with minutes in force stands in a
/// document of record and stays.
pub(crate) const RETAINED: &[Retained] = &[
    Retained {
        name: "minutes-attendance",
        label: "minutes-retained-attendance",
        hint: "minutes-retained-attendance-hint",
        months: 36,
        due: attendance_due,
        going: Going::Rows(attendance_goes),
    },
    Retained {
        name: "minutes-revisions",
        label: "minutes-retained-revisions",
        hint: "minutes-retained-revisions-hint",
        months: 24,
        due: revisions_due,
        going: Going::Rows(revision_goes),
    },
];

macro_rules! attendance {
    () => {
        "SELECT a.id, a.name, g.title, g.ends_at FROM attendance a
         JOIN gathering g ON g.id = a.gathering_id
         WHERE g.network_id = $1 AND g.ends_at < $2 AND a.name <> $3 AND NOT EXISTS
         (SELECT 1 FROM minutes m WHERE m.gathering_id = g.id
          AND m.state IN ('approved', 'distributed')) "
    };
}

fn attendance_due(
    conn: &mut Conn<'_>,
    network: NetworkId,
    before: Timestamp,
    limit: i64,
) -> Result<Vec<Due>, Fault> {
    conn.all(
        sql!(attendance!, "ORDER BY g.ends_at, a.id LIMIT $4"),
        params![network, before, NOBODY, limit],
        Due::read_of,
    )
}

/// That somebody came stays, and for which organisation; who it was does not.
fn attendance_goes(
    conn: &mut Conn<'_>,
    network: NetworkId,
    id: Uuid,
    before: Timestamp,
) -> Result<bool, Fault> {
    let due = conn.one(
        sql!(attendance!, "AND a.id = $4"),
        params![network, before, NOBODY, id],
        Due::read_of,
    )?;
    let Some(due) = due else { return Ok(false) };
    Ok(gatherings::unname_attendance(conn, due.id.into())? > 0)
}

macro_rules! revisions {
    () => {
        "SELECT r.id, r.by_name, g.title, r.at FROM minutes_revision r
         JOIN minutes_text t ON t.id = r.minutes_text_id
         JOIN minutes m ON m.id = t.minutes_id
         JOIN gathering g ON g.id = m.gathering_id
         WHERE m.network_id = $1 AND m.state IN ('approved', 'distributed')
         AND r.at < $2
         AND r.version < (SELECT MAX(l.version) FROM minutes_revision l
                      WHERE l.minutes_text_id = r.minutes_text_id) "
    };
}

fn revisions_due(
    conn: &mut Conn<'_>,
    network: NetworkId,
    before: Timestamp,
    limit: i64,
) -> Result<Vec<Due>, Fault> {
    conn.all(
        sql!(revisions!, "ORDER BY r.at, r.id LIMIT $3"),
        params![network, before, limit],
        Due::read_of,
    )
}

fn revision_goes(
    conn: &mut Conn<'_>,
    network: NetworkId,
    id: Uuid,
    before: Timestamp,
) -> Result<bool, Fault> {
    let due = conn.one(
        sql!(revisions!, "AND r.id = $3"),
        params![network, before, id],
        Due::read_of,
    )?;
    let Some(due) = due else { return Ok(false) };
    let gone = conn.exec(
        sql!("DELETE FROM minutes_revision WHERE id = $1"),
        params![due.id],
    )?;
    Ok(gone > 0)
}
