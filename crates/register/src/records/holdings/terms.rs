//! Links that open nothing any more, and settled changes that contacts made, as something that is
//! kept for a time only.

use base::{Fault, NetworkId};
use jiff::Timestamp;
use shell::Due;
use store::{Conn, params, sql};
use uuid::Uuid;

macro_rules! links {
    () => {
        "SELECT l.id, COALESCE(p.name, a.name, ''),
         COALESCE(l.revoked_at, l.expires_at) AS since FROM access_link l
         LEFT JOIN person p ON p.id = l.person_id
         LEFT JOIN account a ON a.id = l.account_id
         WHERE COALESCE(l.revoked_at, l.expires_at) < $2
         AND (l.person_id IN (SELECT id FROM person WHERE network_id = $1)
              OR (l.person_id IS NULL AND l.account_id IN
                  (SELECT b.account_id FROM account_person b JOIN person p ON p.id = b.person_id
                   WHERE p.network_id = $1))) "
    };
}

pub(super) fn links_due(
    conn: &mut Conn<'_>,
    network: NetworkId,
    before: Timestamp,
    limit: i64,
) -> Result<Vec<Due>, Fault> {
    conn.all(
        sql!(links!, "ORDER BY since, l.id LIMIT $3"),
        params![network, before, limit],
        Due::read,
    )
}

pub(super) fn link_goes(
    conn: &mut Conn<'_>,
    network: NetworkId,
    id: Uuid,
    before: Timestamp,
) -> Result<bool, Fault> {
    let due = conn.one(
        sql!(links!, "AND l.id = $3"),
        params![network, before, id],
        Due::read,
    )?;
    let Some(due) = due else { return Ok(false) };
    let gone = conn.exec(
        sql!("DELETE FROM access_link WHERE id = $1"),
        params![due.id],
    )?;
    Ok(gone > 0)
}

macro_rules! changes {
    () => {
        "SELECT c.id, c.actor, o.name, c.settled_at FROM organisation_change c
         JOIN organisation o ON o.id = c.organisation_id
         WHERE c.network_id = $1 AND c.state <> 'waiting' AND c.settled_at < $2 "
    };
}

pub(super) fn changes_due(
    conn: &mut Conn<'_>,
    network: NetworkId,
    before: Timestamp,
    limit: i64,
) -> Result<Vec<Due>, Fault> {
    conn.all(
        sql!(changes!, "ORDER BY c.settled_at, c.id LIMIT $3"),
        params![network, before, limit],
        Due::read_of,
    )
}

pub(super) fn change_goes(
    conn: &mut Conn<'_>,
    network: NetworkId,
    id: Uuid,
    before: Timestamp,
) -> Result<bool, Fault> {
    let due = conn.one(
        sql!(changes!, "AND c.id = $3"),
        params![network, before, id],
        Due::read_of,
    )?;
    let Some(due) = due else { return Ok(false) };
    let gone = conn.exec(
        sql!("DELETE FROM organisation_change WHERE id = $1"),
        params![due.id],
    )?;
    Ok(gone > 0)
}
