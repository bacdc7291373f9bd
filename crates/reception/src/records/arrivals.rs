//! Arrivals, one by one.

use base::{Fault, GatheringId};
use store::{Conn, Row, params, sql};
use uuid::Uuid;

use crate::rules::{Arrival, Through};

/// How every statement begins that reads arrivals.
macro_rules! arrivals {
    () => {
        "SELECT a.id, a.gathering_id, a.place_id, a.attendance_id, a.at, a.through, a.undone_at
         FROM reception_arrival a "
    };
}

fn read(row: &mut Row) -> Result<Arrival, Fault> {
    Ok(Arrival {
        id: row.take()?,
        gathering: row.take()?,
        place: row.take()?,
        attendance: row.take()?,
        at: row.take()?,
        through: Through::from_word(&row.take::<String>()?)
            .ok_or_else(|| Fault::new("read how somebody was let in"))?,
        undone_at: row.take()?,
    })
}

/// An arrival by its id.
///
/// # Errors
/// When the database fails.
pub fn arrival(conn: &mut Conn<'_>, id: Uuid) -> Result<Option<Arrival>, Fault> {
    conn.one(sql!(arrivals!, "WHERE a.id = $1"), params![id], read)
}

/// The arrival by a place at a gathering, also one that was taken back.
///
/// # Errors
/// When the database fails.
pub fn arrival_of(
    conn: &mut Conn<'_>,
    (gathering, place): (GatheringId, Uuid),
) -> Result<Option<Arrival>, Fault> {
    conn.one(
        sql!(arrivals!, "WHERE a.place_id = $1 AND a.gathering_id = $2"),
        params![place, gathering],
        read,
    )
}

/// Writes an arrival down.
pub(crate) fn add_arrival(conn: &mut Conn<'_>, it: &Arrival) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "INSERT INTO reception_arrival
             (id, gathering_id, place_id, attendance_id, at, through, undone_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7)"
        ),
        params![
            it.id,
            it.gathering,
            it.place,
            it.attendance,
            it.at,
            it.through.word(),
            it.undone_at
        ],
    )?;
    Ok(())
}

/// Writes down what has changed of it.
pub(crate) fn set_arrival(conn: &mut Conn<'_>, it: &Arrival) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "UPDATE reception_arrival SET attendance_id = $2, at = $3, through = $4,
             undone_at = $5 WHERE id = $1"
        ),
        params![it.id, it.attendance, it.at, it.through.word(), it.undone_at],
    )?;
    Ok(())
}

/// Takes the arrival of a guest away who had no registration.
pub(crate) fn remove_arrival(conn: &mut Conn<'_>, id: Uuid) -> Result<(), Fault> {
    conn.exec(
        sql!("DELETE FROM reception_arrival WHERE id = $1"),
        params![id],
    )?;
    Ok(())
}
