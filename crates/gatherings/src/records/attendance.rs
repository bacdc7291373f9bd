//! The attendance list, and the guests who were counted only.

use base::{AttendanceId, Fault, GatheringId, Moment};
use store::{Conn, Row, params, sql};

use crate::rules::{Attendance, FurtherGuests, Presence};

/// Where the lines of those who were let in at the door begin: behind all that the office wrote.
const DOOR: i64 = 1_000_000;

/// How every statement begins that reads lines of the list.
macro_rules! lines {
    () => {
        "SELECT person_id, organisation_id, name, organisation_name, function_name, state,
         represented_by FROM attendance "
    };
}

/// Who came, in the order of the list: what the office wrote, then who was let in at the door.
pub fn attendance(conn: &mut Conn<'_>, gathering: GatheringId) -> Result<Vec<Attendance>, Fault> {
    conn.all(
        sql!(lines!, "WHERE gathering_id = $1 ORDER BY position, id"),
        params![gathering],
        read,
    )
}

/// What the office wrote on the list.
pub(crate) fn by_hand(
    conn: &mut Conn<'_>,
    gathering: GatheringId,
) -> Result<Vec<Attendance>, Fault> {
    conn.all(
        sql!(
            lines!,
            "WHERE gathering_id = $1 AND at_door = FALSE ORDER BY position, id"
        ),
        params![gathering],
        read,
    )
}

/// Who was let in at the door, in that order.
///
/// # Errors
/// When the database fails.
pub fn at_door(conn: &mut Conn<'_>, gathering: GatheringId) -> Result<Vec<Attendance>, Fault> {
    conn.all(
        sql!(
            lines!,
            "WHERE gathering_id = $1 AND at_door = TRUE ORDER BY position, id"
        ),
        params![gathering],
        read,
    )
}

/// Writes somebody down who was let in at the door. What the office had written of the same
/// person before gives way to it.
///
/// # Errors
/// When the database fails.
pub fn add_at_door(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    gathering: GatheringId,
    row: &Attendance,
) -> Result<AttendanceId, Fault> {
    if let Some(person) = row.person {
        conn.exec(
            sql!(
                "DELETE FROM attendance
                 WHERE gathering_id = $1 AND person_id = $2 AND at_door = FALSE"
            ),
            params![gathering, person],
        )?;
    }
    let last = conn.one(
        sql!("SELECT MAX(position) FROM attendance WHERE gathering_id = $1 AND at_door = TRUE"),
        params![gathering],
        Row::take::<Option<i64>>,
    )?;
    let position = last.flatten().unwrap_or(DOOR).saturating_add(1);
    let id: AttendanceId = moment.id();
    insert(conn, (id, gathering), position, row)?;
    conn.exec(
        sql!("UPDATE attendance SET at_door = TRUE WHERE id = $1"),
        params![id],
    )?;
    Ok(id)
}

/// A line of an attendance list.
///
/// # Errors
/// When the database fails.
pub fn attendance_line(conn: &mut Conn<'_>, id: AttendanceId) -> Result<Option<Attendance>, Fault> {
    conn.one(sql!(lines!, "WHERE id = $1"), params![id], read)
}

/// Takes the line of somebody away who was let in at the door.
///
/// # Errors
/// When the database fails.
pub fn remove_at_door(conn: &mut Conn<'_>, id: AttendanceId) -> Result<(), Fault> {
    conn.exec(
        sql!("DELETE FROM attendance WHERE id = $1 AND at_door = TRUE"),
        params![id],
    )?;
    Ok(())
}

fn read(row: &mut Row) -> Result<Attendance, Fault> {
    Ok(Attendance {
        person: row.take()?,
        organisation: row.take()?,
        name: row.take()?,
        organisation_name: row.take()?,
        function: row.take()?,
        state: Presence::from_word(&row.take::<String>()?)
            .ok_or_else(|| Fault::new("read an attendance"))?,
        represented_by: row.take()?,
    })
}

/// Writes the office's whole list in place of what was there; who was let in at the door stays.
pub fn replace(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    gathering: GatheringId,
    rows: &[Attendance],
) -> Result<(), Fault> {
    conn.exec(
        sql!("DELETE FROM attendance WHERE gathering_id = $1 AND at_door = FALSE"),
        params![gathering],
    )?;
    for (position, row) in (0_i64..).zip(rows) {
        insert(conn, (moment.id(), gathering), position, row)?;
    }
    Ok(())
}

fn insert(
    conn: &mut Conn<'_>,
    (id, gathering): (AttendanceId, GatheringId),
    position: i64,
    row: &Attendance,
) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "INSERT INTO attendance (id, gathering_id, position, person_id, organisation_id,
             name, organisation_name, function_name, state, represented_by)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
        ),
        params![
            id,
            gathering,
            position,
            row.person,
            row.organisation,
            row.name,
            row.organisation_name,
            row.function,
            row.state.word(),
            row.represented_by
        ],
    )?;
    Ok(())
}

/// The guests who came and were counted, not named; none where nobody counted.
pub fn further_guests(
    conn: &mut Conn<'_>,
    gathering: GatheringId,
) -> Result<Option<FurtherGuests>, Fault> {
    let found = conn.one(
        sql!("SELECT further_guests, further_guests_about FROM gathering WHERE id = $1"),
        params![gathering],
        |row| Ok((row.take::<Option<i64>>()?, row.take()?)),
    )?;
    Ok(found.and_then(|(count, is_about)| {
        let count = count?;
        Some(FurtherGuests { count, is_about })
    }))
}

/// Writes how many guests were counted.
pub fn set_further_guests(
    conn: &mut Conn<'_>,
    gathering: GatheringId,
    further: Option<FurtherGuests>,
) -> Result<(), Fault> {
    conn.exec(
        sql!("UPDATE gathering SET further_guests = $2, further_guests_about = $3 WHERE id = $1"),
        params![
            gathering,
            further.map(|it| it.count),
            further.is_some_and(|it| it.is_about)
        ],
    )?;
    Ok(())
}
