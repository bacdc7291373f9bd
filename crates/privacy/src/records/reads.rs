//! Who looked at what is held about people.

use base::access::Actor;
use base::{Fault, Moment, NetworkId};
use jiff::{SignedDuration, Timestamp};
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
    /// Which list, where it was one.
    pub detail: String,
}

/// Looks at the same page within this time are one.
const SAME_LOOK: SignedDuration = SignedDuration::from_hours(1);

/// Notes that somebody looks at what is held about somebody, in the transaction that reads it.
///
/// The one thing that a reading request writes: who may look must be seen looking. Where it
/// cannot be noted, nothing is shown.
///
/// # Errors
/// When the database fails.
pub fn note_look(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (who, network): (&Actor, NetworkId),
    look: &shell::Look,
) -> Result<(), Fault> {
    if look.is_frequent && was_noted(conn, (who, network), look, moment.now())? {
        return Ok(());
    }
    let id: Uuid = moment.id();
    conn.exec(
        sql!(
            "INSERT INTO data_read (id, network_id, at, account_id, actor, what, subject_id, detail)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
        ),
        params![
            id,
            network,
            moment.now(),
            who.account,
            who.name,
            look.what,
            look.subject,
            look.detail
        ],
    )?;
    Ok(())
}

/// Whether the same look was noted within the hour.
fn was_noted(
    conn: &mut Conn<'_>,
    (who, network): (&Actor, NetworkId),
    look: &shell::Look,
    now: Timestamp,
) -> Result<bool, Fault> {
    let since = now.checked_sub(SAME_LOOK).unwrap_or(now);
    let noted = conn.count(
        sql!(
            "SELECT COUNT(*) FROM data_read WHERE subject_id = $1 AND at > $2 AND at <= $3
             AND network_id = $4 AND account_id = $5 AND what = $6"
        ),
        params![look.subject, since, now, network, who.account, look.what],
    )?;
    Ok(noted > 0)
}

/// A network's looks, the latest first, from a place on.
pub(crate) fn looks(
    conn: &mut Conn<'_>,
    network: NetworkId,
    (offset, limit): (i64, i64),
) -> Result<Vec<Look>, Fault> {
    conn.all(
        sql!(
            "SELECT r.at, r.actor, r.what, p.name, r.detail FROM data_read r
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
                detail: row.take()?,
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
