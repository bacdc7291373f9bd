//! What people agreed to, turn by turn.

use base::{Fault, Moment, NetworkId, PersonId};
use jiff::Timestamp;
use store::{Conn, params, sql};
use uuid::Uuid;

/// The latest turn of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Consent {
    /// Whether the person agrees.
    pub granted: bool,
    /// The version of the network's notice that stood then.
    pub notice: Option<i64>,
    /// When.
    pub at: Timestamp,
}

/// What a person said last about a purpose; none where nothing was said.
///
/// # Errors
/// When the database fails.
pub fn accepted(
    conn: &mut Conn<'_>,
    person: PersonId,
    purpose: &str,
) -> Result<Option<Consent>, Fault> {
    conn.one(
        sql!(
            "SELECT granted, notice_version, at FROM consent
             WHERE person_id = $1 AND purpose = $2 ORDER BY at DESC, id DESC LIMIT 1"
        ),
        params![person, purpose],
        |row| {
            Ok(Consent {
                granted: row.take()?,
                notice: row.take()?,
                at: row.take()?,
            })
        },
    )
}

/// Writes a turn down.
pub(crate) fn add(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (network, person): (NetworkId, PersonId),
    purpose: &str,
    ((granted, notice), at): ((bool, Option<i64>), Timestamp),
) -> Result<(), Fault> {
    let id: Uuid = moment.id();
    conn.exec(
        sql!(
            "INSERT INTO consent (id, network_id, person_id, purpose, granted, notice_version, at)
             VALUES ($1, $2, $3, $4, $5, $6, $7)"
        ),
        params![id, network, person, purpose, granted, notice, at],
    )?;
    Ok(())
}
