//! Addresses that letters come back from: counted, paused after three, freed by the office.

use base::{Fault, LetterId, Moment, NetworkId};
use jiff::Timestamp;
use store::{Conn, Row, params, sql};

use super::letter;

/// So many letters that came back for good pause an address.
pub const HARD_BOUNCES: i64 = 3;

/// What is known of an address that letters came back from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddressHealth {
    /// The address, in lower case.
    pub address: String,
    /// Letters that came back for good since it was last known to work.
    pub hard: i64,
    /// Letters that came back for now.
    pub soft: i64,
    /// The last status, as in `5.1.1`.
    pub status: String,
    /// The server's last words.
    pub reason: String,
    /// When the last letter came back.
    pub last_at: Timestamp,
    /// Since when no letters go there.
    pub paused_at: Option<Timestamp>,
}

/// A letter that came back, as it is to be counted.
#[derive(Clone, Copy, Debug)]
pub struct CameBack<'b> {
    /// The letter.
    pub letter: LetterId,
    /// Whether for good.
    pub is_hard: bool,
    /// The status, as in `5.1.1`.
    pub status: &'b str,
    /// The server's words.
    pub reason: &'b str,
}

/// An address as it is compared.
pub(crate) fn key(address: &str) -> String {
    address.trim().to_lowercase()
}

/// Counts a letter that came back against the address that it went to; says whether this was
/// news. The third one for good pauses the address.
///
/// # Errors
/// When the database fails.
pub fn came_back(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    it: CameBack<'_>,
) -> Result<bool, Fault> {
    let Some(letter) = letter(conn, it.letter)? else {
        return Ok(false);
    };
    let address = key(&letter.to_address);
    let is_known = conn.count(
        sql!("SELECT COUNT(*) FROM bounce WHERE letter_id = $1"),
        params![it.letter],
    )? > 0;
    if is_known {
        return Ok(false);
    }
    conn.put(
        sql!(
            "INSERT INTO bounce (letter_id, address, network_id, is_hard, status, reason, at)
             VALUES ($1, $2, $3, $4, $5, $6, $7)"
        ),
        params![
            it.letter,
            address,
            letter.network,
            it.is_hard,
            it.status,
            it.reason,
            moment.now()
        ],
    )?;
    let (hard, soft) = (i64::from(it.is_hard), i64::from(!it.is_hard));
    conn.put(
        sql!(
            "INSERT INTO mail_address (address, hard, soft, status, reason, last_at)
             VALUES ($1, $2, $3, $4, $5, $6)
             ON CONFLICT (address) DO UPDATE SET hard = mail_address.hard + EXCLUDED.hard,
             soft = mail_address.soft + EXCLUDED.soft, status = EXCLUDED.status,
             reason = EXCLUDED.reason, last_at = EXCLUDED.last_at"
        ),
        params![address, hard, soft, it.status, it.reason, moment.now()],
    )?;
    conn.put(
        sql!(
            "UPDATE mail_address SET paused_at = $2
             WHERE address = $1 AND paused_at IS NULL AND hard >= $3"
        ),
        params![address, moment.now(), HARD_BOUNCES],
    )?;
    Ok(true)
}

/// A person wrote from this address: it works, what was counted is forgotten.
///
/// # Errors
/// When the database fails.
pub fn is_alive(conn: &mut Conn<'_>, address: &str) -> Result<(), Fault> {
    conn.put(
        sql!("UPDATE mail_address SET hard = 0, soft = 0 WHERE address = $1 AND paused_at IS NULL"),
        params![key(address)],
    )?;
    Ok(())
}

/// Whether no letters go to an address.
///
/// # Errors
/// When the database fails.
pub fn is_paused(conn: &mut Conn<'_>, address: &str) -> Result<bool, Fault> {
    Ok(super::way::way(conn, None, address)?.is_paused)
}

/// What is known of an address; none where no letter ever came back.
///
/// # Errors
/// When the database fails.
pub fn health(conn: &mut Conn<'_>, address: &str) -> Result<Option<AddressHealth>, Fault> {
    conn.one(
        sql!(
            "SELECT address, hard, soft, status, reason, last_at, paused_at FROM mail_address
             WHERE address = $1"
        ),
        params![key(address)],
        read,
    )
}

/// The paused addresses that letters of a network went to, by address.
///
/// # Errors
/// When the database fails.
pub fn paused(conn: &mut Conn<'_>, network: NetworkId) -> Result<Vec<AddressHealth>, Fault> {
    conn.all(
        sql!(
            "SELECT a.address, a.hard, a.soft, a.status, a.reason, a.last_at, a.paused_at
             FROM mail_address a WHERE a.paused_at IS NOT NULL
             AND EXISTS (SELECT 1 FROM bounce b
                         WHERE b.address = a.address AND b.network_id = $1)
             ORDER BY a.address"
        ),
        params![network],
        read,
    )
}

/// How many letters of a network came back after an instant.
///
/// # Errors
/// When the database fails.
pub fn bounces_since(
    conn: &mut Conn<'_>,
    network: NetworkId,
    since: Timestamp,
) -> Result<i64, Fault> {
    conn.count(
        sql!("SELECT COUNT(*) FROM bounce WHERE network_id = $1 AND at > $2"),
        params![network, since],
    )
}

/// Frees an address.
pub(crate) fn free(conn: &mut Conn<'_>, address: &str) -> Result<(), Fault> {
    conn.put(
        sql!("UPDATE mail_address SET hard = 0, soft = 0, paused_at = NULL WHERE address = $1"),
        params![key(address)],
    )?;
    Ok(())
}

fn read(row: &mut Row) -> Result<AddressHealth, Fault> {
    Ok(AddressHealth {
        address: row.take()?,
        hard: row.take()?,
        soft: row.take()?,
        status: row.take()?,
        reason: row.take()?,
        last_at: row.take()?,
        paused_at: row.take()?,
    })
}
