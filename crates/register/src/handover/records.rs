//! Handovers in the database.

use base::{Fault, HandoverId, PersonId};
use jiff::Timestamp;
use store::{Conn, Row, params, sql};
use uuid::Uuid;

use super::{GroupPart, Handover};

/// How every statement about handovers begins.
macro_rules! handovers {
    () => {
        "SELECT h.id, h.network_id, h.old_function_id, h.new_function_id, h.last_day,
                h.until_before, h.made_by FROM handover h "
    };
}

/// A handover by its id.
pub(super) fn handover(conn: &mut Conn<'_>, id: HandoverId) -> Result<Option<Handover>, Fault> {
    conn.one(sql!(handovers!, "WHERE h.id = $1"), params![id], read)
}

/// The handovers in which a person gave or got a function, the latest first.
pub(crate) fn handovers_of(conn: &mut Conn<'_>, person: PersonId) -> Result<Vec<Handover>, Fault> {
    conn.all(
        sql!(
            handovers!,
            "WHERE EXISTS (SELECT 1 FROM person_function f WHERE f.person_id = $1
             AND (f.id = h.old_function_id OR f.id = h.new_function_id))
             ORDER BY h.last_day DESC, h.id"
        ),
        params![person],
        read,
    )
}

fn read(row: &mut Row) -> Result<Handover, Fault> {
    Ok(Handover {
        id: row.take()?,
        network: row.take()?,
        old: row.take()?,
        new: row.take()?,
        last_day: row.take()?,
        until_before: row.take()?,
        made_by: row.take()?,
    })
}

/// Writes a handover down.
pub(super) fn insert(conn: &mut Conn<'_>, it: &Handover, at: Timestamp) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "INSERT INTO handover (id, network_id, old_function_id, new_function_id, last_day,
             until_before, made_at, made_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
        ),
        params![
            it.id,
            it.network,
            it.old,
            it.new,
            it.last_day,
            it.until_before,
            at,
            it.made_by
        ],
    )?;
    Ok(())
}

/// Writes down which part in a group went along.
pub(super) fn insert_part(
    conn: &mut Conn<'_>,
    (id, handover): (Uuid, HandoverId),
    it: GroupPart,
) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "INSERT INTO handover_group (id, handover_id, old_member_id, new_member_id,
             until_before) VALUES ($1, $2, $3, $4, $5)"
        ),
        params![id, handover, it.old, it.new, it.until_before],
    )?;
    Ok(())
}

/// The parts in groups that went along, in the order of that.
pub(super) fn parts(conn: &mut Conn<'_>, handover: HandoverId) -> Result<Vec<GroupPart>, Fault> {
    conn.all(
        sql!(
            "SELECT old_member_id, new_member_id, until_before FROM handover_group
             WHERE handover_id = $1 ORDER BY id"
        ),
        params![handover],
        |row| {
            Ok(GroupPart {
                old: row.take()?,
                new: row.take()?,
                until_before: row.take()?,
            })
        },
    )
}

/// Forgets a handover that is taken back.
pub(super) fn delete(conn: &mut Conn<'_>, id: HandoverId) -> Result<(), Fault> {
    conn.exec(
        sql!("DELETE FROM handover_group WHERE handover_id = $1"),
        params![id],
    )?;
    conn.exec(sql!("DELETE FROM handover WHERE id = $1"), params![id])?;
    Ok(())
}
