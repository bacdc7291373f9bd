//! Letters that are held back after a restore.

use base::{Fault, LetterId, NetworkId};
use jiff::Timestamp;
use store::{Conn, params, sql};

use crate::jobs::DELIVER;

/// Lets nothing go out by itself that a backup of `taken_at` holds: whatever waited or was on
/// its way waits for the office, and so do the letters to come, until each office ends it.
///
/// The installation that the backup came from may have sent them meanwhile, and its reminders
/// too. A letter that belongs to no office, a link for signing in, is not sent at all.
///
/// # Errors
/// When the database does not answer.
pub fn hold_back(
    conn: &mut Conn<'_>,
    taken_at: Timestamp,
    restored_at: Timestamp,
) -> Result<u64, Fault> {
    conn.put(
        sql!(
            "UPDATE letter SET state = 'withdrawn', settled_at = $1
             WHERE state = 'queued' AND network_id IS NULL"
        ),
        params![restored_at],
    )?;
    let held = conn.exec(
        sql!(
            "UPDATE letter SET state = 'waiting', held_since = $1
             WHERE state IN ('queued', 'waiting')"
        ),
        params![taken_at],
    )?;
    conn.put(sql!("DELETE FROM job WHERE kind = $1"), params![DELIVER])?;
    conn.put(sql!("DELETE FROM letter_hold"), &[])?;
    conn.put(
        sql!(
            "INSERT INTO letter_hold (network_id, taken_at, restored_at)
             SELECT id, $1, $2 FROM network"
        ),
        params![taken_at, restored_at],
    )?;
    Ok(held)
}

/// The hour of the backup since which a network's letters are held back.
pub(crate) fn held_since(
    conn: &mut Conn<'_>,
    network: NetworkId,
) -> Result<Option<Timestamp>, Fault> {
    Ok(super::way::way(conn, Some(network), "")?.held_since)
}

/// Marks a letter as held back.
pub(crate) fn mark_held(
    conn: &mut Conn<'_>,
    letter: LetterId,
    since: Timestamp,
) -> Result<(), Fault> {
    conn.put(
        sql!("UPDATE letter SET held_since = $2 WHERE id = $1"),
        params![letter, since],
    )?;
    Ok(())
}

/// Lets a network's letters to come go their way again; says whether they were held back.
pub(crate) fn end_hold(conn: &mut Conn<'_>, network: NetworkId) -> Result<bool, Fault> {
    let ended = conn.exec(
        sql!("DELETE FROM letter_hold WHERE network_id = $1"),
        params![network],
    )?;
    Ok(ended > 0)
}

/// How many letters of the whole installation are in each state.
///
/// # Errors
/// When the database does not answer.
pub fn count_by_state(conn: &mut Conn<'_>) -> Result<Vec<(String, i64)>, Fault> {
    conn.all(
        sql!("SELECT state, COUNT(*) FROM letter GROUP BY state ORDER BY state"),
        &[],
        |row| Ok((row.take()?, row.take()?)),
    )
}

/// A letter that the mail server refused, as the operator sees it: without its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failed {
    /// Its id.
    pub id: LetterId,
    /// Its kind.
    pub kind: String,
    /// The network in whose name it goes.
    pub network: Option<String>,
    /// When it failed.
    pub at: Option<Timestamp>,
    /// What the server said.
    pub answer: String,
}

/// The letters of all networks that failed, the newest first.
///
/// # Errors
/// When the database does not answer.
pub fn failed_everywhere(conn: &mut Conn<'_>) -> Result<Vec<Failed>, Fault> {
    conn.all(
        sql!(
            "SELECT l.id, l.kind, n.name, l.settled_at, l.answer FROM letter l
             LEFT JOIN network n ON n.id = l.network_id
             WHERE l.state = 'failed' ORDER BY l.settled_at DESC, l.id DESC LIMIT 200"
        ),
        &[],
        |row| {
            Ok(Failed {
                id: row.take()?,
                kind: row.take()?,
                network: row.take()?,
                at: row.take()?,
                answer: row.take()?,
            })
        },
    )
}
