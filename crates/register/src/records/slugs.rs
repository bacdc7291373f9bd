//! Path segments that records had before, so that old addresses still lead somewhere.

use base::{Fault, NetworkId};
use store::{Conn, params, sql};
use uuid::Uuid;

/// The kind under which networks keep their own old slugs.
pub(crate) const NETWORK: &str = "network";

/// The record of a kind that had this path segment before.
pub fn old_slug(
    conn: &mut Conn<'_>,
    network: NetworkId,
    kind: &str,
    slug: &str,
) -> Result<Option<Uuid>, Fault> {
    conn.one(
        sql!("SELECT record_id FROM old_slug WHERE network_id = $1 AND kind = $2 AND slug = $3"),
        params![network, kind, slug],
        store::Row::take,
    )
}

/// Remembers the path segment that a record had until now; the last one to have it counts.
pub fn keep_old_slug(
    conn: &mut Conn<'_>,
    network: NetworkId,
    kind: &str,
    slug: &str,
    record: impl Into<Uuid>,
) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "INSERT INTO old_slug (network_id, kind, slug, record_id) VALUES ($1, $2, $3, $4)
             ON CONFLICT (network_id, kind, slug) DO UPDATE SET record_id = $4"
        ),
        params![network, kind, slug, record.into()],
    )?;
    Ok(())
}

/// The network that had this first path segment before.
pub(crate) fn network_by_old_slug(
    conn: &mut Conn<'_>,
    slug: &str,
) -> Result<Option<NetworkId>, Fault> {
    conn.one(
        sql!("SELECT network_id FROM old_slug WHERE kind = $1 AND slug = $2"),
        params![NETWORK, slug],
        store::Row::take,
    )
}
