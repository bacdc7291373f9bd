//! Who looked at what is held about people.

use base::access::Actor;
use base::{Fault, Moment, NetworkId};
use jiff::Timestamp;
use store::{Conn, params, sql};
use uuid::Uuid;

/// One look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    /// When.
    pub at: Timestamp,
    /// Who.
    pub actor: String,
    /// At what; phrase key.
    pub what: String,
    /// Whose; none once the record is gone.
    pub name: Option<String>,
}

/// Notes that somebody looks at what is held about somebody, in the transaction that reads it.
///
/// The one thing that a reading request writes: who may look must be seen looking. Where it
/// cannot be noted, nothing is shown.
///
/// # Errors
/// When the database fails.
pub fn read_logged(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (who, network): (&Actor, NetworkId),
    what: &'static str,
    subject: Uuid,
) -> Result<(), Fault> {
    let id: Uuid = moment.id();
    conn.exec(
        sql!(
            "INSERT INTO data_read (id, network_id, at, account_id, actor, what, subject_id)
             VALUES ($1, $2, $3, $4, $5, $6, $7)"
        ),
        params![
            id,
            network,
            moment.now(),
            who.account,
            who.name,
            what,
            subject
        ],
    )?;
    Ok(())
}

/// A network's looks, the latest first, from a place on.
pub(crate) fn looks(
    conn: &mut Conn<'_>,
    network: NetworkId,
    (offset, limit): (i64, i64),
) -> Result<Vec<Look>, Fault> {
    conn.all(
        sql!(
            "SELECT r.at, r.actor, r.what, p.name FROM data_read r
             LEFT JOIN person p ON p.id = r.subject_id
             WHERE r.network_id = $1 ORDER BY r.at DESC, r.id DESC LIMIT $2 OFFSET $3"
        ),
        params![network, limit, offset],
        |row| {
            Ok(Look {
                at: row.take()?,
                actor: row.take()?,
                what: row.take()?,
                name: row.take()?,
            })
        },
    )
}

/// How many looks there are.
pub(crate) fn count(conn: &mut Conn<'_>, network: NetworkId) -> Result<i64, Fault> {
    conn.count(
        sql!("SELECT COUNT(*) FROM data_read WHERE network_id = $1"),
        params![network],
    )
}
