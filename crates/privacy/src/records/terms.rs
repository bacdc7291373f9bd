//! Looks and answered requests as something that is kept for a time only.

use base::{Fault, NetworkId};
use jiff::Timestamp;
use shell::Due;
use store::{Conn, params, sql};
use uuid::Uuid;

macro_rules! looks {
    () => {
        "SELECT id, actor, at FROM data_read WHERE network_id = $1 AND at < $2 "
    };
}

pub(super) fn looks_due(
    conn: &mut Conn<'_>,
    network: NetworkId,
    before: Timestamp,
    limit: i64,
) -> Result<Vec<Due>, Fault> {
    conn.all(
        sql!(looks!, "ORDER BY at, id LIMIT $3"),
        params![network, before, limit],
        Due::read,
    )
}

pub(super) fn look_goes(
    conn: &mut Conn<'_>,
    network: NetworkId,
    id: Uuid,
    before: Timestamp,
) -> Result<bool, Fault> {
    let due = conn.one(
        sql!(looks!, "AND id = $3"),
        params![network, before, id],
        Due::read,
    )?;
    let Some(due) = due else { return Ok(false) };
    let gone = conn.exec(sql!("DELETE FROM data_read WHERE id = $1"), params![due.id])?;
    Ok(gone > 0)
}

macro_rules! requests {
    () => {
        "SELECT r.id, p.name, r.settled_at FROM data_request r
         JOIN person p ON p.id = r.person_id
         WHERE r.network_id = $1 AND r.state <> 'open' AND r.settled_at < $2 "
    };
}

pub(super) fn requests_due(
    conn: &mut Conn<'_>,
    network: NetworkId,
    before: Timestamp,
    limit: i64,
) -> Result<Vec<Due>, Fault> {
    conn.all(
        sql!(requests!, "ORDER BY r.settled_at, r.id LIMIT $3"),
        params![network, before, limit],
        Due::read,
    )
}

pub(super) fn request_goes(
    conn: &mut Conn<'_>,
    network: NetworkId,
    id: Uuid,
    before: Timestamp,
) -> Result<bool, Fault> {
    let due = conn.one(
        sql!(requests!, "AND r.id = $3"),
        params![network, before, id],
        Due::read,
    )?;
    let Some(due) = due else { return Ok(false) };
    let gone = conn.exec(
        sql!("DELETE FROM data_request WHERE id = $1"),
        params![due.id],
    )?;
    Ok(gone > 0)
}
