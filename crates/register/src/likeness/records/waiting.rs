//! Records that wait to be compared, in the database. A row of nobody says that comparing is put
//! off; it never outlives its transaction.

use base::{Fault, NetworkId};
use shell::Named;
use store::{Conn, Row, params, sql};
use uuid::Uuid;

/// Whether anything waits.
pub(in crate::likeness) fn any(conn: &mut Conn<'_>) -> Result<bool, Fault> {
    let count = conn.count(
        sql!("SELECT COUNT(*) FROM (SELECT 1 FROM likeness_waiting LIMIT 1) w"),
        &[],
    )?;
    Ok(count > 0)
}

/// Whether comparing is put off.
pub(in crate::likeness) fn is_put_off(conn: &mut Conn<'_>) -> Result<bool, Fault> {
    let count = conn.count(
        sql!("SELECT COUNT(*) FROM likeness_waiting WHERE record_id = $1"),
        params![Uuid::nil()],
    )?;
    Ok(count > 0)
}

/// How many records of a network wait.
pub(in crate::likeness) fn count(conn: &mut Conn<'_>, network: NetworkId) -> Result<i64, Fault> {
    conn.count(
        sql!(
            "SELECT (SELECT COUNT(*) FROM likeness_waiting w JOIN person p ON p.id = w.person_id
                     WHERE p.network_id = $1)
                  + (SELECT COUNT(*) FROM likeness_waiting w
                     JOIN organisation o ON o.id = w.organisation_id WHERE o.network_id = $1)"
        ),
        params![network],
    )
}

/// How many records a network has.
pub(in crate::likeness) fn count_all(
    conn: &mut Conn<'_>,
    network: NetworkId,
) -> Result<i64, Fault> {
    conn.count(
        sql!(
            "SELECT (SELECT COUNT(*) FROM person WHERE network_id = $1)
                  + (SELECT COUNT(*) FROM organisation WHERE network_id = $1)"
        ),
        params![network],
    )
}

/// Lets every record wait.
pub(in crate::likeness) fn put_all(conn: &mut Conn<'_>) -> Result<(), Fault> {
    for statement in [
        sql!(
            "INSERT INTO likeness_waiting (record_id, organisation_id)
             SELECT o.id, o.id FROM organisation o WHERE NOT EXISTS (
                 SELECT 1 FROM likeness_waiting w WHERE w.record_id = o.id)"
        ),
        sql!(
            "INSERT INTO likeness_waiting (record_id, person_id)
             SELECT p.id, p.id FROM person p WHERE NOT EXISTS (
                 SELECT 1 FROM likeness_waiting w WHERE w.record_id = p.id)"
        ),
    ] {
        conn.exec(statement, &[])?;
    }
    Ok(())
}

/// Lets a record wait, or puts comparing off.
pub(in crate::likeness) fn put(
    conn: &mut Conn<'_>,
    (named, id): (Option<Named>, Uuid),
) -> Result<(), Fault> {
    let of = |kind| (named == Some(kind)).then_some(id);
    conn.exec(
        sql!(
            "INSERT INTO likeness_waiting (record_id, person_id, organisation_id)
             VALUES ($1, $2, $3) ON CONFLICT (record_id) DO NOTHING"
        ),
        params![id, of(Named::Person), of(Named::Organisation)],
    )?;
    Ok(())
}

/// Lets a record wait no more.
pub(in crate::likeness) fn remove(conn: &mut Conn<'_>, id: Uuid) -> Result<(), Fault> {
    conn.exec(
        sql!("DELETE FROM likeness_waiting WHERE record_id = $1"),
        params![id],
    )?;
    Ok(())
}

/// Some of the records that wait, in the order of their ids.
pub(in crate::likeness) fn first(
    conn: &mut Conn<'_>,
    most: i64,
) -> Result<Vec<(Named, Uuid)>, Fault> {
    conn.all(
        sql!(
            "SELECT CASE WHEN person_id IS NULL THEN 'organisation' ELSE 'person' END, record_id
             FROM likeness_waiting ORDER BY record_id LIMIT $1"
        ),
        params![most],
        |row: &mut Row| {
            let named = match row.take::<String>()?.as_str() {
                "organisation" => Named::Organisation,
                _ => Named::Person,
            };
            Ok((named, row.take()?))
        },
    )
}
