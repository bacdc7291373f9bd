//! Places, one by one, and in line.

use std::collections::BTreeMap;

use base::{Fault, GatheringId, NetworkId, PersonId};
use jiff::Timestamp;
use store::{Conn, Row, params, sql};
use uuid::Uuid;

use crate::rules::{Place, PlaceState, Waiting};

/// How every statement begins that reads places.
macro_rules! places {
    () => {
        "SELECT p.id, p.registration_id, p.desk_id, p.gathering_id, p.position, p.name, p.who_key,
         p.state, p.holds, p.until, p.line_no, p.contingent_id, p.changed_at
         FROM registration_place p "
    };
}

fn read(row: &mut Row) -> Result<Place, Fault> {
    Ok(Place {
        id: row.take()?,
        registration: row.take()?,
        desk: row.take()?,
        gathering: row.take()?,
        position: row.take()?,
        name: row.take()?,
        who_key: row.take()?,
        state: PlaceState::from_word(&row.take::<String>()?)
            .ok_or_else(|| Fault::new("read the state of a place"))?,
        holds: row.take()?,
        until: row.take()?,
        line_no: row.take()?,
        contingent: row.take()?,
        changed_at: row.take()?,
    })
}

/// A place by its id.
///
/// # Errors
/// When the database fails.
pub fn place(conn: &mut Conn<'_>, id: Uuid) -> Result<Option<Place>, Fault> {
    conn.one(sql!(places!, "WHERE p.id = $1"), params![id], read)
}

/// The places of a registration: who registered first, then who comes along.
///
/// # Errors
/// When the database fails.
pub fn places_of(conn: &mut Conn<'_>, registration: Uuid) -> Result<Vec<Place>, Fault> {
    conn.all(
        sql!(
            places!,
            "WHERE p.registration_id = $1 ORDER BY p.position, p.id"
        ),
        params![registration],
        read,
    )
}

/// The places of a registration that still stand for somebody.
pub(crate) fn alive_of(conn: &mut Conn<'_>, registration: Uuid) -> Result<Vec<Place>, Fault> {
    let mut places = places_of(conn, registration)?;
    places.retain(|it| it.state.is_alive());
    Ok(places)
}

/// The places of one person at a desk that still stand, but for one.
pub(crate) fn same_person(
    conn: &mut Conn<'_>,
    (desk, who_key): (Uuid, &str),
) -> Result<Vec<Place>, Fault> {
    conn.all(
        sql!(
            places!,
            "WHERE p.desk_id = $1 AND p.who_key = $2
             AND p.state IN ('unconfirmed', 'requested', 'confirmed', 'waiting', 'offered')
             ORDER BY p.id"
        ),
        params![desk, who_key],
        read,
    )
}

/// Somebody's own places at a gathering that still stand.
pub(crate) fn own_places(
    conn: &mut Conn<'_>,
    (gathering, person): (GatheringId, PersonId),
) -> Result<Vec<Place>, Fault> {
    conn.all(
        sql!(
            places!,
            "JOIN registration r ON r.id = p.registration_id
             WHERE r.person_id = $2 AND p.gathering_id = $1 AND p.position = 0
             AND p.state IN ('unconfirmed', 'requested', 'confirmed', 'waiting', 'offered')
             ORDER BY p.id"
        ),
        params![gathering, person],
        read,
    )
}

/// How somebody's own places at a gathering stand, also those that were given back.
pub(crate) fn states_of(
    conn: &mut Conn<'_>,
    (gathering, person): (GatheringId, PersonId),
) -> Result<Vec<PlaceState>, Fault> {
    let found = conn.all(
        sql!(
            "SELECT p.state FROM registration r
             JOIN registration_place p ON p.registration_id = r.id
             WHERE r.person_id = $2 AND p.gathering_id = $1 AND p.position = 0"
        ),
        params![gathering, person],
        Row::take::<String>,
    )?;
    Ok(found
        .iter()
        .filter_map(|word| PlaceState::from_word(word))
        .collect())
}

/// The people with a place of their own at a gathering, or on the way to one.
///
/// # Errors
/// When the database fails.
pub fn standings(
    conn: &mut Conn<'_>,
    gathering: GatheringId,
) -> Result<BTreeMap<PersonId, (Uuid, PlaceState)>, Fault> {
    let found = conn.all(
        sql!(
            "SELECT r.person_id, p.id, p.state FROM registration_place p
             JOIN registration r ON r.id = p.registration_id
             WHERE p.gathering_id = $1 AND p.position = 0 AND r.person_id IS NOT NULL
             AND p.state IN ('unconfirmed', 'requested', 'confirmed', 'waiting', 'offered')
             ORDER BY p.id"
        ),
        params![gathering],
        |row| {
            let (person, place): (PersonId, Uuid) = (row.take()?, row.take()?);
            let state = PlaceState::from_word(&row.take::<String>()?);
            Ok(state.map(|state| (person, (place, state))))
        },
    )?;
    Ok(found.into_iter().flatten().collect())
}

/// Writes a new place down.
pub(crate) fn add_place(conn: &mut Conn<'_>, it: &Place) -> Result<(), Fault> {
    conn.put(
        sql!(
            "INSERT INTO registration_place (id, registration_id, desk_id, gathering_id, position,
             name, sort_key, who_key, state, holds, until, line_no, contingent_id, changed_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)"
        ),
        params![
            it.id,
            it.registration,
            it.desk,
            it.gathering,
            it.position,
            it.name,
            register::sort_key(&it.name),
            it.who_key,
            it.state.word(),
            it.holds,
            it.until,
            it.line_no,
            it.contingent,
            it.changed_at
        ],
    )?;
    Ok(())
}

/// Writes down how a place stands now.
pub(crate) fn set_place(conn: &mut Conn<'_>, it: &Place) -> Result<(), Fault> {
    conn.put(
        sql!(
            "UPDATE registration_place SET state = $2, holds = $3, until = $4, line_no = $5,
             contingent_id = $6, changed_at = $7 WHERE id = $1"
        ),
        params![
            it.id,
            it.state.word(),
            it.holds,
            it.until,
            it.line_no,
            it.contingent,
            it.changed_at
        ],
    )?;
    Ok(())
}

/// Writes down when somebody with this place was let in; none where that was taken back.
///
/// # Errors
/// When the database fails.
pub fn set_came(conn: &mut Conn<'_>, id: Uuid, at: Option<Timestamp>) -> Result<(), Fault> {
    conn.exec(
        sql!("UPDATE registration_place SET came_at = $2 WHERE id = $1"),
        params![id, at],
    )?;
    Ok(())
}

/// Moves a place to another gathering.
pub(crate) fn set_gathering(
    conn: &mut Conn<'_>,
    id: Uuid,
    gathering: GatheringId,
) -> Result<(), Fault> {
    conn.put(
        sql!("UPDATE registration_place SET gathering_id = $2, came_at = NULL WHERE id = $1"),
        params![id, gathering],
    )?;
    Ok(())
}

/// Corrects the name that a place is kept under.
pub(crate) fn set_name(conn: &mut Conn<'_>, id: Uuid, name: &str) -> Result<(), Fault> {
    conn.put(
        sql!("UPDATE registration_place SET name = $2, sort_key = $3 WHERE id = $1"),
        params![id, name, register::sort_key(name)],
    )?;
    Ok(())
}

/// The number of whoever joins the line of a desk now.
pub(crate) fn next_line_no(conn: &mut Conn<'_>, desk: Uuid) -> Result<i64, Fault> {
    let last = conn.one(
        sql!("SELECT MAX(line_no) FROM registration_place WHERE desk_id = $1"),
        params![desk],
        Row::take::<Option<i64>>,
    )?;
    Ok(last.flatten().unwrap_or(0) + 1)
}

/// Who waits for a gathering, in their order, at most so many.
pub(crate) fn in_line(
    conn: &mut Conn<'_>,
    gathering: GatheringId,
    limit: i64,
) -> Result<Vec<(i64, Waiting)>, Fault> {
    conn.all(
        sql!(
            "SELECT line_no, id, gathering_id, contingent_id FROM registration_place
             WHERE gathering_id = $1 AND state = 'waiting' ORDER BY line_no, id LIMIT $2"
        ),
        params![gathering, limit],
        |row| {
            let number: Option<i64> = row.take()?;
            Ok((
                number.unwrap_or(i64::MAX),
                Waiting {
                    place: row.take()?,
                    gathering: row.take()?,
                    contingent: row.take()?,
                },
            ))
        },
    )
}

/// How many stand in line before a place, itself counted.
pub(crate) fn line_place(conn: &mut Conn<'_>, it: &Place) -> Result<i64, Fault> {
    conn.count(
        sql!(
            "SELECT COUNT(*) FROM registration_place WHERE gathering_id = $1
             AND state IN ('waiting') AND line_no <= $2"
        ),
        params![it.gathering, it.line_no],
    )
}

/// The places of a network whose term is over: held for a mail, or offered.
pub(crate) fn due_places(
    conn: &mut Conn<'_>,
    network: NetworkId,
    now: Timestamp,
) -> Result<Vec<Place>, Fault> {
    conn.all(
        sql!(
            places!,
            "JOIN registration_desk d ON d.id = p.desk_id
             WHERE p.until <= $2 AND d.network_id = $1 ORDER BY p.until, p.id LIMIT 1000"
        ),
        params![network, now],
        read,
    )
}

/// When the next term of a place of a network is over.
pub(crate) fn next_until(
    conn: &mut Conn<'_>,
    network: NetworkId,
) -> Result<Option<Timestamp>, Fault> {
    let next = conn.one(
        sql!(
            "SELECT p.until FROM registration_place p
             JOIN registration_desk d ON d.id = p.desk_id
             WHERE p.until IS NOT NULL AND d.network_id = $1 ORDER BY p.until LIMIT 1"
        ),
        params![network],
        Row::take::<Option<Timestamp>>,
    )?;
    Ok(next.flatten())
}

/// Who registered for a gathering and still stands for somebody: each registration once, with a
/// place of its own.
pub(crate) fn registered_at(
    conn: &mut Conn<'_>,
    gathering: GatheringId,
) -> Result<Vec<(Uuid, Uuid)>, Fault> {
    let mut found = conn.all(
        sql!(
            "SELECT registration_id, id FROM registration_place WHERE gathering_id = $1
             AND state IN ('requested', 'confirmed', 'waiting', 'offered')
             ORDER BY registration_id, position, id"
        ),
        params![gathering],
        |row| {
            let registration: Uuid = row.take()?;
            Ok((registration, row.take::<Uuid>()?))
        },
    )?;
    found.dedup_by_key(|(registration, _)| *registration);
    Ok(found)
}
