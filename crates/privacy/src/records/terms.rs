//! Looks and answered requests as something that is kept for a time only.

use base::{Fault, NetworkId};
use jiff::Timestamp;
use shell::Due;
use store::{Conn, Row, params, sql};
use uuid::Uuid;

fn read(row: &mut Row) -> Result<Due, Fault> {
    Ok(Due {
        id: row.take()?,
        words: row.take()?,
        since: row.take()?,
    })
}

pub(super) fn looks_due(
    conn: &mut Conn<'_>,
    network: NetworkId,
    before: Timestamp,
    limit: i64,
) -> Result<Vec<Due>, Fault> {
    conn.all(
        sql!(
            "SELECT id, actor, at FROM data_read WHERE network_id = $1 AND at < $2
             ORDER BY at, id LIMIT $3"
        ),
        params![network, before, limit],
        read,
    )
}

pub(super) fn look_goes(
    conn: &mut Conn<'_>,
    network: NetworkId,
    id: Uuid,
    before: Timestamp,
) -> Result<bool, Fault> {
    let gone = conn.exec(
        sql!("DELETE FROM data_read WHERE id = $1 AND network_id = $2 AND at < $3"),
        params![id, network, before],
    )?;
    Ok(gone > 0)
}

pub(super) fn requests_due(
    conn: &mut Conn<'_>,
    network: NetworkId,
    before: Timestamp,
    limit: i64,
) -> Result<Vec<Due>, Fault> {
    conn.all(
        sql!(
            "SELECT r.id, p.name, r.settled_at FROM data_request r
             JOIN person p ON p.id = r.person_id
             WHERE r.network_id = $1 AND r.state <> 'open' AND r.settled_at < $2
             ORDER BY r.settled_at, r.id LIMIT $3"
        ),
        params![network, before, limit],
        read,
    )
}

pub(super) fn request_goes(
    conn: &mut Conn<'_>,
    network: NetworkId,
    id: Uuid,
    before: Timestamp,
) -> Result<bool, Fault> {
    let gone = conn.exec(
        sql!(
            "DELETE FROM data_request
             WHERE id = $1 AND network_id = $2 AND state <> 'open' AND settled_at < $3"
        ),
        params![id, network, before],
    )?;
    Ok(gone > 0)
}
