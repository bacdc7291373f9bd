//! Places kept for organisations and groups.

use base::{Fault, GatheringId, GroupId, NetworkId, OrganisationId};
use jiff::Timestamp;
use jiff::civil::Date;
use store::{Conn, Row, params, sql};
use uuid::Uuid;

/// Places kept for an organisation or a group, as the office sees them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Its id.
    pub id: Uuid,
    /// The gathering.
    pub gathering: GatheringId,
    /// The organisation, where it is for one.
    pub organisation: Option<OrganisationId>,
    /// The group, where it is for one.
    pub group: Option<GroupId>,
    /// The name of either.
    pub name: String,
    /// How many places.
    pub places: i64,
    /// How many of them are used.
    pub used: i64,
    /// The last day on which they are kept.
    pub until: Date,
    /// The end of that day.
    pub until_at: Timestamp,
}

/// The contingents of a desk.
pub(crate) fn contingents(conn: &mut Conn<'_>, desk: Uuid) -> Result<Vec<Kept>, Fault> {
    conn.all(
        sql!(
            "SELECT c.id, c.gathering_id, c.organisation_id, c.group_id,
             COALESCE(o.name, g.name, ''), c.places, c.used, c.until_day, c.until_at
             FROM registration_contingent c
             LEFT JOIN organisation o ON o.id = c.organisation_id
             LEFT JOIN network_group g ON g.id = c.group_id
             WHERE c.desk_id = $1 ORDER BY c.until_at, c.id"
        ),
        params![desk],
        |row| {
            Ok(Kept {
                id: row.take()?,
                gathering: row.take()?,
                organisation: row.take()?,
                group: row.take()?,
                name: row.take()?,
                places: row.take()?,
                used: row.take()?,
                until: row.take()?,
                until_at: row.take()?,
            })
        },
    )
}

/// Which of a desk's contingents are open to somebody of this organisation and these groups.
pub(crate) fn open_contingents_for(
    conn: &mut Conn<'_>,
    (desk, now): (Uuid, Timestamp),
    (organisation, groups): (Option<OrganisationId>, &[GroupId]),
) -> Result<Vec<Uuid>, Fault> {
    let all = conn.all(
        sql!(
            "SELECT id, organisation_id, group_id FROM registration_contingent
             WHERE desk_id = $1 AND until_at > $2 ORDER BY id"
        ),
        params![desk, now],
        |row| {
            let id: Uuid = row.take()?;
            Ok((
                id,
                row.take::<Option<OrganisationId>>()?,
                row.take::<Option<GroupId>>()?,
            ))
        },
    )?;
    let mine = all.into_iter().filter(|(_, of, group)| {
        (of.is_some() && *of == organisation) || group.is_some_and(|it| groups.contains(&it))
    });
    Ok(mine.map(|(id, ..)| id).collect())
}

/// Writes a contingent down.
pub(crate) fn put_contingent(conn: &mut Conn<'_>, desk: Uuid, it: &Kept) -> Result<(), Fault> {
    conn.put(
        sql!(
            "INSERT INTO registration_contingent (id, desk_id, gathering_id, organisation_id,
             group_id, places, used, until_day, until_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
             ON CONFLICT (id) DO UPDATE SET places = EXCLUDED.places,
             until_day = EXCLUDED.until_day, until_at = EXCLUDED.until_at, lapsed = FALSE"
        ),
        params![
            it.id,
            desk,
            it.gathering,
            it.organisation,
            it.group,
            it.places,
            it.used,
            it.until,
            it.until_at
        ],
    )?;
    Ok(())
}

/// Takes a contingent away; places that count against it stay.
pub(crate) fn remove_contingent(conn: &mut Conn<'_>, desk: Uuid, id: Uuid) -> Result<u64, Fault> {
    conn.put(
        sql!("UPDATE registration_place SET contingent_id = NULL WHERE contingent_id = $1"),
        params![id],
    )?;
    conn.exec(
        sql!("DELETE FROM registration_contingent WHERE id = $1 AND desk_id = $2"),
        params![id, desk],
    )
}

/// Counts a place against a contingent, or no longer.
pub(crate) fn use_contingent(conn: &mut Conn<'_>, id: Uuid, change: i64) -> Result<(), Fault> {
    conn.put(
        sql!("UPDATE registration_contingent SET used = used + $2 WHERE id = $1"),
        params![id, change],
    )?;
    Ok(())
}

/// Marks the contingents of a network whose term is over; says how many there were.
pub(crate) fn lapse_contingents(
    conn: &mut Conn<'_>,
    network: NetworkId,
    now: Timestamp,
) -> Result<Vec<Uuid>, Fault> {
    let desks = conn.all(
        sql!(
            "SELECT DISTINCT c.desk_id FROM registration_contingent c
             JOIN registration_desk d ON d.id = c.desk_id
             WHERE c.lapsed = FALSE AND c.until_at <= $2 AND d.network_id = $1"
        ),
        params![network, now],
        Row::take::<Uuid>,
    )?;
    for desk in &desks {
        conn.put(
            sql!(
                "UPDATE registration_contingent SET lapsed = TRUE
                 WHERE desk_id = $1 AND lapsed = FALSE AND until_at <= $2"
            ),
            params![desk, now],
        )?;
    }
    Ok(desks)
}

/// When the next term of a contingent of a network is over.
pub(crate) fn next_lapse(
    conn: &mut Conn<'_>,
    network: NetworkId,
) -> Result<Option<Timestamp>, Fault> {
    let next = conn.one(
        sql!(
            "SELECT MIN(c.until_at) FROM registration_contingent c
             JOIN registration_desk d ON d.id = c.desk_id
             WHERE c.lapsed = FALSE AND d.network_id = $1"
        ),
        params![network],
        Row::take::<Option<Timestamp>>,
    )?;
    Ok(next.flatten())
}
