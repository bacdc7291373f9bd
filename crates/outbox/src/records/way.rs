//! Whether anything stands between a letter and whom it is for.

use base::{Fault, NetworkId};
use jiff::Timestamp;
use store::{Asked, Conn, params, sql};

use super::addresses;

/// What stands between a network's letters and one address.
#[derive(Clone, Copy, Debug, Default)]
pub struct Way {
    /// Whether nothing is sent to the address, because what was came back.
    pub is_paused: bool,
    /// The hour of the backup since which the network's letters wait for the office.
    pub held_since: Option<Timestamp>,
}

/// Asks for it; heard with what else was asked.
///
/// # Errors
/// When the database fails.
pub fn ask_way(
    conn: &mut Conn<'_>,
    network: Option<NetworkId>,
    address: &str,
) -> Result<Asked<Way>, Fault> {
    conn.ask(
        sql!(
            "SELECT (SELECT COUNT(*) FROM mail_address
             WHERE address = $2 AND paused_at IS NOT NULL) AS paused,
             (SELECT taken_at FROM letter_hold WHERE network_id = $1) AS held"
        ),
        params![network, addresses::key(address)],
        |row| {
            Ok(Way {
                is_paused: row.take::<i64>()? > 0,
                held_since: row.take()?,
            })
        },
    )
}

/// The way to an address.
///
/// # Errors
/// When the database fails.
pub fn way(conn: &mut Conn<'_>, network: Option<NetworkId>, address: &str) -> Result<Way, Fault> {
    let found = ask_way(conn, network, address)?.one(conn)?;
    Ok(found.unwrap_or_default())
}
