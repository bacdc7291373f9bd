//! Sessions in the database, by the hash of their token.

use base::{AccountId, Fault, SessionId};
use jiff::{Timestamp, ToSpan};
use store::{Conn, params, sql};

/// One sign-in on one browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Its id.
    pub id: SessionId,
    /// The browser, as far as it names itself.
    pub browser: String,
    /// When it began.
    pub created_at: Timestamp,
    /// When it was last used, to the hour.
    pub used_at: Timestamp,
}

/// Whose session it is, as every request asks.
pub(crate) struct Open {
    pub(crate) id: SessionId,
    pub(crate) account: AccountId,
    pub(crate) used_at: Timestamp,
    pub(crate) name: String,
    pub(crate) operator: bool,
}

/// How long a session lives after its last use.
pub(crate) fn ends(now: Timestamp) -> Timestamp {
    now.checked_add((30 * 24).hours()).unwrap_or(now)
}

/// No session lives longer than this: one that seems to was used while the clock was ahead, and
/// would open doors for as long as that lasted.
fn longest(now: Timestamp) -> Timestamp {
    ends(now).checked_add(24.hours()).unwrap_or(now)
}

/// Opens a session.
pub(crate) fn insert(
    conn: &mut Conn<'_>,
    id: SessionId,
    account: AccountId,
    token: &[u8],
    browser: &str,
    now: Timestamp,
) -> Result<(), Fault> {
    conn.exec(
        sql!("DELETE FROM session WHERE expires_at <= $1"),
        params![now],
    )?;
    conn.exec(
        sql!(
            "INSERT INTO session
             (id, account_id, token, browser, created_at, used_at, expires_at)
             VALUES ($1, $2, $3, $4, $5, $5, $6)"
        ),
        params![id, account, token, browser, now, ends(now)],
    )?;
    Ok(())
}

/// The session of a token, while it lives.
pub(crate) fn by_token(
    conn: &mut Conn<'_>,
    token: &[u8],
    now: Timestamp,
) -> Result<Option<Open>, Fault> {
    conn.one(
        sql!(
            "SELECT s.id, s.account_id, s.used_at, a.name, a.operator
             FROM session s JOIN account a ON a.id = s.account_id
             WHERE s.token = $1 AND s.expires_at > $2 AND s.expires_at <= $3 AND a.ended = FALSE"
        ),
        params![token, now, longest(now)],
        |row| {
            Ok(Open {
                id: row.take()?,
                account: row.take()?,
                used_at: row.take()?,
                name: row.take()?,
                operator: row.take()?,
            })
        },
    )
}

/// Lets a session live on from its use.
pub(crate) fn renew(conn: &mut Conn<'_>, id: SessionId, now: Timestamp) -> Result<(), Fault> {
    conn.exec(
        sql!("UPDATE session SET used_at = $2, expires_at = $3 WHERE id = $1"),
        params![id, now, ends(now)],
    )?;
    Ok(())
}

/// An account's sessions that live, the last used first.
pub(crate) fn of_account(
    conn: &mut Conn<'_>,
    account: AccountId,
    now: Timestamp,
) -> Result<Vec<Session>, Fault> {
    conn.all(
        sql!(
            "SELECT id, browser, created_at, used_at FROM session
             WHERE account_id = $1 AND expires_at > $2 AND expires_at <= $3
             ORDER BY used_at DESC, id DESC"
        ),
        params![account, now, longest(now)],
        |row| {
            Ok(Session {
                id: row.take()?,
                browser: row.take()?,
                created_at: row.take()?,
                used_at: row.take()?,
            })
        },
    )
}

/// Ends a session of an account; says whether there was one.
pub(crate) fn end(conn: &mut Conn<'_>, account: AccountId, id: SessionId) -> Result<bool, Fault> {
    let touched = conn.exec(
        sql!("DELETE FROM session WHERE account_id = $1 AND id = $2"),
        params![account, id],
    )?;
    Ok(touched > 0)
}

/// Ends all sessions of an account but one.
pub(crate) fn end_others(
    conn: &mut Conn<'_>,
    account: AccountId,
    kept: Option<SessionId>,
) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "DELETE FROM session WHERE account_id = $1 AND (CAST($2 AS UUID) IS NULL OR id <> $2)"
        ),
        params![account, kept],
    )?;
    Ok(())
}
