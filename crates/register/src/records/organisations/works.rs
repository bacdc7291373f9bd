//! The fields of work that a network keeps to choose from.

use base::{Fault, FieldOfWorkId, NetworkId};
use store::{Conn, Row, params, sql};

use crate::profile::FieldOfWork;
use crate::rules::sort_key;

/// A network's fields of work, those that are no longer offered too, by name.
pub fn fields_of_work(conn: &mut Conn<'_>, network: NetworkId) -> Result<Vec<FieldOfWork>, Fault> {
    conn.all(
        sql!(
            "SELECT id, name, ended FROM field_of_work WHERE network_id = $1
             ORDER BY sort_key, id"
        ),
        params![network],
        read,
    )
}

fn read(row: &mut Row) -> Result<FieldOfWork, Fault> {
    Ok(FieldOfWork {
        id: row.take()?,
        name: row.take()?,
        ended: row.take()?,
    })
}

/// How many open organisations chose which field of work.
pub(crate) fn work_counts(
    conn: &mut Conn<'_>,
    network: NetworkId,
) -> Result<Vec<(FieldOfWorkId, i64)>, Fault> {
    conn.all(
        sql!(
            "SELECT w.id, COUNT(o.id) FROM field_of_work w
             LEFT JOIN organisation_work c ON c.work_id = w.id
             LEFT JOIN organisation o ON o.id = c.organisation_id AND o.ended = FALSE
             WHERE w.network_id = $1 GROUP BY w.id"
        ),
        params![network],
        |row| Ok((row.take()?, row.take()?)),
    )
}

/// Enters a field of work.
pub(crate) fn insert_work(
    conn: &mut Conn<'_>,
    network: NetworkId,
    it: &FieldOfWork,
) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "INSERT INTO field_of_work (id, network_id, name, sort_key, ended)
             VALUES ($1, $2, $3, $4, $5)"
        ),
        params![it.id, network, it.name, sort_key(&it.name), it.ended],
    )?;
    Ok(())
}

/// Writes a field of work.
pub(crate) fn update_work(conn: &mut Conn<'_>, it: &FieldOfWork) -> Result<(), Fault> {
    conn.exec(
        sql!("UPDATE field_of_work SET name = $2, sort_key = $3, ended = $4 WHERE id = $1"),
        params![it.id, it.name, sort_key(&it.name), it.ended],
    )?;
    Ok(())
}
