//! The offices' mornings.

use base::{Fault, NetworkId};
use jiff::Timestamp;
use jiff::civil::Date;
use store::{Conn, params, sql};

/// What is remembered of an office's mornings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Morning {
    /// Whether the office wants the daily mail.
    pub(crate) wants_digest: bool,
    /// The last day whose morning was made.
    pub(crate) day: Option<Date>,
    /// Until when the last mail told.
    pub(crate) told_until: Option<Timestamp>,
}

impl Default for Morning {
    fn default() -> Self {
        Self {
            wants_digest: true,
            day: None,
            told_until: None,
        }
    }
}

pub(crate) fn morning(conn: &mut Conn<'_>, network: NetworkId) -> Result<Morning, Fault> {
    let found = conn.one(
        sql!("SELECT wants_digest, day, told_until FROM office_morning WHERE network_id = $1"),
        params![network],
        |row| {
            Ok(Morning {
                wants_digest: row.take()?,
                day: row.take()?,
                told_until: row.take()?,
            })
        },
    )?;
    Ok(found.unwrap_or_default())
}

pub(crate) fn set_morning(
    conn: &mut Conn<'_>,
    network: NetworkId,
    it: &Morning,
) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "INSERT INTO office_morning (network_id, wants_digest, day, told_until)
             VALUES ($1, $2, $3, $4) ON CONFLICT (network_id) DO UPDATE
             SET wants_digest = EXCLUDED.wants_digest, day = EXCLUDED.day,
             told_until = EXCLUDED.told_until"
        ),
        params![network, it.wants_digest, it.day, it.told_until],
    )?;
    Ok(())
}
