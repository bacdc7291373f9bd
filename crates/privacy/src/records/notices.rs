//! The privacy notice of a network, as a draft and in its versions.

use base::{Fault, NetworkId};
use jiff::Timestamp;
use store::{Conn, Row, params, sql};

/// One published version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Its number, from 1.
    pub version: i64,
    /// Its text.
    pub text: String,
    /// When it was published.
    pub published_at: Timestamp,
}

fn read(row: &mut Row) -> Result<Notice, Fault> {
    Ok(Notice {
        version: row.take()?,
        text: row.take()?,
        published_at: row.take()?,
    })
}

/// All published versions of a network, the latest first.
///
/// # Errors
/// When the database fails.
pub fn notices(conn: &mut Conn<'_>, network: NetworkId) -> Result<Vec<Notice>, Fault> {
    conn.all(
        sql!(
            "SELECT version, text, published_at FROM notice WHERE network_id = $1
             ORDER BY version DESC"
        ),
        params![network],
        read,
    )
}

/// What is being written; none where nothing is.
pub(crate) fn draft(conn: &mut Conn<'_>, network: NetworkId) -> Result<Option<String>, Fault> {
    conn.one(
        sql!("SELECT text FROM notice_draft WHERE network_id = $1"),
        params![network],
        Row::take,
    )
}

/// Keeps what is being written.
pub(crate) fn keep_draft(
    conn: &mut Conn<'_>,
    network: NetworkId,
    text: &str,
    (now, by): (Timestamp, &str),
) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "INSERT INTO notice_draft (network_id, text, changed_at, changed_by)
             VALUES ($1, $2, $3, $4)
             ON CONFLICT (network_id) DO UPDATE SET text = $2, changed_at = $3, changed_by = $4"
        ),
        params![network, text, now, by],
    )?;
    Ok(())
}

/// Brings a text out as the next version; the draft has done its work.
pub(crate) fn publish(
    conn: &mut Conn<'_>,
    network: NetworkId,
    it: &Notice,
    by: &str,
) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "INSERT INTO notice (network_id, version, text, published_at, published_by)
             VALUES ($1, $2, $3, $4, $5)"
        ),
        params![network, it.version, it.text, it.published_at, by],
    )?;
    conn.exec(
        sql!("DELETE FROM notice_draft WHERE network_id = $1"),
        params![network],
    )?;
    Ok(())
}
