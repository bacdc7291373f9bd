//! Changes that the invited are to be told of.

use base::{Fault, GatheringId};
use jiff::Timestamp;
use store::{Conn, Row, params, sql};
use uuid::Uuid;

use crate::rules::{Change, ChangeKind};

/// A change by its id.
pub fn change(conn: &mut Conn<'_>, id: Uuid) -> Result<Option<Change>, Fault> {
    conn.one(
        sql!(
            "SELECT id, gathering_id, kind, sequence, detail, at, told_at
             FROM gathering_change WHERE id = $1"
        ),
        params![id],
        read,
    )
}

/// All changes of a gathering, the newest first.
pub fn changes(conn: &mut Conn<'_>, gathering: GatheringId) -> Result<Vec<Change>, Fault> {
    conn.all(
        sql!(
            "SELECT id, gathering_id, kind, sequence, detail, at, told_at
             FROM gathering_change WHERE gathering_id = $1 ORDER BY at DESC, id DESC"
        ),
        params![gathering],
        read,
    )
}

fn read(row: &mut Row) -> Result<Change, Fault> {
    Ok(Change {
        id: row.take()?,
        gathering: row.take()?,
        kind: ChangeKind::from_word(&row.take::<String>()?)
            .ok_or_else(|| Fault::new("read a change"))?,
        sequence: row.take()?,
        differences: serde_json::from_str(&row.take::<String>()?)
            .map_err(|cause| Fault::because("read what changed", cause))?,
        at: row.take()?,
        told_at: row.take()?,
    })
}

/// Writes a change.
pub fn add(conn: &mut Conn<'_>, change: &Change) -> Result<(), Fault> {
    let detail = serde_json::to_string(&change.differences)
        .map_err(|cause| Fault::because("write what changed", cause))?;
    conn.exec(
        sql!(
            "INSERT INTO gathering_change (id, gathering_id, kind, sequence, detail, at)
             VALUES ($1, $2, $3, $4, $5, $6)"
        ),
        params![
            change.id,
            change.gathering,
            change.kind.word(),
            change.sequence,
            detail,
            change.at
        ],
    )?;
    Ok(())
}

/// Remembers that the invited were told; says whether this was the first time.
pub fn mark_told(conn: &mut Conn<'_>, id: Uuid, at: Timestamp) -> Result<bool, Fault> {
    let touched = conn.exec(
        sql!("UPDATE gathering_change SET told_at = $2 WHERE id = $1 AND told_at IS NULL"),
        params![id, at],
    )?;
    Ok(touched > 0)
}
