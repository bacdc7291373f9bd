//! What ties an account to organisations, networks and groups: rights derive from it.

use base::{AccountId, Fault, GroupId, NetworkId, OrganisationId};
use jiff::civil::Date;
use store::{Conn, Row, params, sql};

/// Where somebody has a function: the organisation, the network that keeps its record, whether
/// it is as its contact, and a network whose member it is.
type At = (OrganisationId, NetworkId, bool, Option<NetworkId>);

/// Where an account's people have a function, and the network whose member it is.
pub(crate) fn organisations(
    conn: &mut Conn<'_>,
    account: AccountId,
    today: Date,
) -> Result<Vec<At>, Fault> {
    conn.all(
        sql!(
            "SELECT f.organisation_id, o.network_id, f.contact, m.network_id
             FROM account_person b JOIN person p ON p.id = b.person_id AND p.ended = FALSE
             JOIN person_function f ON f.person_id = p.id
             JOIN organisation o ON o.id = f.organisation_id AND o.ended = FALSE
             LEFT JOIN membership m ON m.organisation_id = o.id AND m.kind = 'member'
                  AND (m.from_day IS NULL OR m.from_day <= $2)
                  AND (m.until_day IS NULL OR m.until_day >= $2)
             WHERE b.account_id = $1 AND (f.from_day IS NULL OR f.from_day <= $2)
             AND (f.until_day IS NULL OR f.until_day >= $2)"
        ),
        params![account, today],
        |row| Ok((row.take()?, row.take()?, row.take()?, row.take()?)),
    )
}

/// The groups of an account's people, in person or through an organisation.
pub(crate) fn groups(
    conn: &mut Conn<'_>,
    account: AccountId,
    today: Date,
) -> Result<Vec<(NetworkId, GroupId, bool)>, Fault> {
    let read = |row: &mut Row| Ok((row.take()?, row.take()?, row.take()?));
    let mut found = conn.all(
        sql!(
            "SELECT g.network_id, g.id, m.leader
             FROM account_person b JOIN person p ON p.id = b.person_id AND p.ended = FALSE
             JOIN group_member m ON m.person_id = p.id
             JOIN network_group g ON g.id = m.group_id AND g.ended = FALSE
             WHERE b.account_id = $1 AND (m.from_day IS NULL OR m.from_day <= $2)
             AND (m.until_day IS NULL OR m.until_day >= $2)"
        ),
        params![account, today],
        read,
    )?;
    found.extend(conn.all(
        sql!(
            "SELECT g.network_id, g.id, FALSE
             FROM account_person b JOIN person p ON p.id = b.person_id AND p.ended = FALSE
             JOIN person_function f ON f.person_id = p.id
             JOIN group_member m ON m.organisation_id = f.organisation_id
             JOIN network_group g ON g.id = m.group_id AND g.ended = FALSE
             WHERE b.account_id = $1 AND (f.from_day IS NULL OR f.from_day <= $2)
             AND (f.until_day IS NULL OR f.until_day >= $2)
             AND (m.from_day IS NULL OR m.from_day <= $2)
             AND (m.until_day IS NULL OR m.until_day >= $2)"
        ),
        params![account, today],
        read,
    )?);
    Ok(found)
}
