//! Links that open nothing any more, and settled changes that contacts made, as something that is
//! kept for a time only.

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

pub(super) fn links_due(
    conn: &mut Conn<'_>,
    network: NetworkId,
    before: Timestamp,
    limit: i64,
) -> Result<Vec<Due>, Fault> {
    conn.all(
        sql!(
            "SELECT l.id, COALESCE(p.name, a.name, ''),
             COALESCE(l.revoked_at, l.expires_at) AS since FROM access_link l
             LEFT JOIN person p ON p.id = l.person_id
             LEFT JOIN account a ON a.id = l.account_id
             WHERE COALESCE(l.revoked_at, l.expires_at) < $2
             AND (l.person_id IN (SELECT id FROM person WHERE network_id = $1)
                  OR (l.person_id IS NULL AND l.account_id IN
                      (SELECT b.account_id FROM account_person b JOIN person p ON p.id = b.person_id
                       WHERE p.network_id = $1)))
             ORDER BY since, l.id LIMIT $3"
        ),
        params![network, before, limit],
        read,
    )
}

pub(super) fn link_goes(
    conn: &mut Conn<'_>,
    network: NetworkId,
    id: Uuid,
    before: Timestamp,
) -> Result<bool, Fault> {
    let gone = conn.exec(
        sql!(
            "DELETE FROM access_link WHERE id IN (SELECT l.id FROM access_link l
             WHERE COALESCE(l.revoked_at, l.expires_at) < $2
             AND (l.person_id IN (SELECT id FROM person WHERE network_id = $1)
                  OR (l.person_id IS NULL AND l.account_id IN
                      (SELECT b.account_id FROM account_person b JOIN person p ON p.id = b.person_id
                       WHERE p.network_id = $1)))
             AND l.id = $3)"
        ),
        params![network, before, id],
    )?;
    Ok(gone > 0)
}

pub(super) fn changes_due(
    conn: &mut Conn<'_>,
    network: NetworkId,
    before: Timestamp,
    limit: i64,
) -> Result<Vec<Due>, Fault> {
    conn.all(
        sql!(
            "SELECT c.id, c.actor, o.name, c.settled_at FROM organisation_change c
             JOIN organisation o ON o.id = c.organisation_id
             WHERE c.network_id = $1 AND c.state <> 'waiting' AND c.settled_at < $2
             ORDER BY c.settled_at, c.id LIMIT $3"
        ),
        params![network, before, limit],
        |row| {
            let (id, who, at): (Uuid, String, String) = (row.take()?, row.take()?, row.take()?);
            Ok(Due {
                id,
                words: format!("{who}: {at}"),
                since: row.take()?,
            })
        },
    )
}

pub(super) fn change_goes(
    conn: &mut Conn<'_>,
    network: NetworkId,
    id: Uuid,
    before: Timestamp,
) -> Result<bool, Fault> {
    let gone = conn.exec(
        sql!(
            "DELETE FROM organisation_change
             WHERE id = $1 AND network_id = $2 AND state <> 'waiting' AND settled_at < $3"
        ),
        params![id, network, before],
    )?;
    Ok(gone > 0)
}
