//! The attendance list, and the guests who were counted only.

use base::{AttendanceId, Fault, GatheringId, Moment};
use store::{Conn, Row, params, sql};

use crate::rules::{Attendance, FurtherGuests, Presence};

/// Who came, in the order of the list.
pub fn attendance(conn: &mut Conn<'_>, gathering: GatheringId) -> Result<Vec<Attendance>, Fault> {
    conn.all(
        sql!(
            "SELECT person_id, organisation_id, name, organisation_name, function_name, state,
             represented_by FROM attendance WHERE gathering_id = $1 ORDER BY position"
        ),
        params![gathering],
        read,
    )
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

/// Writes the whole list in place of what was there.
pub fn replace(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    gathering: GatheringId,
    rows: &[Attendance],
) -> Result<(), Fault> {
    conn.exec(
        sql!("DELETE FROM attendance WHERE gathering_id = $1"),
        params![gathering],
    )?;
    for (position, row) in rows.iter().enumerate() {
        let id: AttendanceId = moment.id();
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
    }
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
