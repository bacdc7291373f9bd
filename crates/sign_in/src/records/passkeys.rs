//! Passkeys and what browsers were asked of them, in the database.

use base::{AccountId, Fault, SessionId};
use jiff::{Timestamp, ToSpan};
use store::{Conn, Row, params, sql};
use uuid::Uuid;

/// An account's passkeys: id, and the public half as it is kept.
pub(crate) fn of_account(
    conn: &mut Conn<'_>,
    account: AccountId,
) -> Result<Vec<(Uuid, String)>, Fault> {
    conn.all(
        sql!(
            "SELECT id, COALESCE(public_key, '') FROM second_factor
             WHERE account_id = $1 AND kind = 'passkey' AND confirmed = TRUE
             ORDER BY created_at, id"
        ),
        params![account],
        |row| Ok((row.take()?, row.take()?)),
    )
}

/// Keeps a new one.
pub(crate) fn insert(
    conn: &mut Conn<'_>,
    (id, account): (Uuid, AccountId),
    (name, public_key): (&str, &str),
    now: Timestamp,
) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "INSERT INTO second_factor
             (id, account_id, kind, name, public_key, last_step, confirmed, created_at)
             VALUES ($1, $2, 'passkey', $3, $4, 0, TRUE, $5)"
        ),
        params![id, account, name, public_key, now],
    )?;
    Ok(())
}

/// Notes that one was used; its counter goes on.
pub(crate) fn note_use(
    conn: &mut Conn<'_>,
    id: Uuid,
    public_key: &str,
    now: Timestamp,
) -> Result<(), Fault> {
    conn.exec(
        sql!("UPDATE second_factor SET public_key = $2, used_at = $3 WHERE id = $1"),
        params![id, public_key, now],
    )?;
    Ok(())
}

/// What a browser is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// A new passkey.
    New,
    /// One that is known.
    Known,
}

impl Purpose {
    const fn word(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Known => "known",
        }
    }
}

/// Keeps what a session's browser was asked, for five minutes and in place of any other.
pub(crate) fn ask(
    conn: &mut Conn<'_>,
    session: SessionId,
    (purpose, state): (Purpose, &str),
    now: Timestamp,
) -> Result<(), Fault> {
    let ends = now.checked_add(5.minutes()).unwrap_or(now);
    conn.exec(
        sql!(
            "INSERT INTO passkey_challenge (session_id, purpose, state, expires_at)
             VALUES ($1, $2, $3, $4)
             ON CONFLICT (session_id) DO UPDATE SET purpose = $2, state = $3, expires_at = $4"
        ),
        params![session, purpose.word(), state, ends],
    )?;
    Ok(())
}

/// What a session's browser was asked; it is asked no more.
pub(crate) fn take(
    conn: &mut Conn<'_>,
    session: SessionId,
    purpose: Purpose,
    now: Timestamp,
) -> Result<Option<String>, Fault> {
    let state = conn.one(
        sql!(
            "SELECT state FROM passkey_challenge
             WHERE session_id = $1 AND purpose = $2 AND expires_at > $3"
        ),
        params![session, purpose.word(), now],
        Row::take,
    )?;
    conn.exec(
        sql!("DELETE FROM passkey_challenge WHERE session_id = $1"),
        params![session],
    )?;
    Ok(state)
}
