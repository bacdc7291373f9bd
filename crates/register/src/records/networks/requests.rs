//! Networks that want to belong to others, in the database.

use base::{Fault, NetworkId};
use jiff::Timestamp;
use store::{Conn, Row, params, sql};

/// A network that asks another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NetworkRequest {
    /// The one that asks.
    pub(crate) network: NetworkId,
    /// The one that it wants to belong to.
    pub(crate) parent: NetworkId,
    /// When it asked.
    pub(crate) asked_at: Timestamp,
}

fn read(row: &mut Row) -> Result<NetworkRequest, Fault> {
    Ok(NetworkRequest {
        network: row.take()?,
        parent: row.take()?,
        asked_at: row.take()?,
    })
}

/// What a network asks for.
pub(crate) fn request_of(
    conn: &mut Conn<'_>,
    network: NetworkId,
) -> Result<Option<NetworkRequest>, Fault> {
    conn.one(
        sql!("SELECT network_id, parent_id, asked_at FROM network_request WHERE network_id = $1"),
        params![network],
        read,
    )
}

/// Who asks a network, in the order in which they did.
pub(crate) fn requests_to(
    conn: &mut Conn<'_>,
    parent: NetworkId,
) -> Result<Vec<NetworkRequest>, Fault> {
    conn.all(
        sql!(
            "SELECT network_id, parent_id, asked_at FROM network_request
             WHERE parent_id = $1 ORDER BY asked_at, network_id"
        ),
        params![parent],
        read,
    )
}

/// Notes what a network asks for, in place of what it asked before.
pub(crate) fn put_request(conn: &mut Conn<'_>, it: &NetworkRequest) -> Result<(), Fault> {
    remove_request(conn, it.network)?;
    conn.exec(
        sql!("INSERT INTO network_request (network_id, parent_id, asked_at) VALUES ($1, $2, $3)"),
        params![it.network, it.parent, it.asked_at],
    )?;
    Ok(())
}

/// Strikes what a network asks for.
pub(crate) fn remove_request(conn: &mut Conn<'_>, network: NetworkId) -> Result<(), Fault> {
    conn.exec(
        sql!("DELETE FROM network_request WHERE network_id = $1"),
        params![network],
    )?;
    Ok(())
}
