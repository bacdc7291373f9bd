//! Which session has given a second factor, and how.

use base::{AccountId, Fault, SessionId};
use jiff::Timestamp;
use store::{Conn, params, sql};

/// How a factor was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// By a code of an app.
    App,
    /// By a passkey.
    Passkey,
    /// By a recovery code.
    Recovery,
    /// At the provider that the session came through.
    Provider,
}

impl Way {
    /// The word in the database.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::App => "app",
            Self::Passkey => "passkey",
            Self::Recovery => "recovery",
            Self::Provider => "provider",
        }
    }
}

/// How a session stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Standing {
    /// Whether the account has a factor.
    pub(crate) has_factor: bool,
    /// Whether the session has given one.
    pub(crate) is_given: bool,
    /// Whether it came through a provider who asked for one.
    pub(crate) is_provided: bool,
}

/// How a session stands, in one question.
pub(crate) fn standing(
    conn: &mut Conn<'_>,
    account: AccountId,
    session: SessionId,
) -> Result<Standing, Fault> {
    let standing = conn.one(
        sql!(
            "SELECT
               (SELECT COUNT(*) FROM second_factor WHERE account_id = $1 AND confirmed = TRUE),
               (SELECT COUNT(*) FROM session_factor WHERE session_id = $2),
               (SELECT COUNT(*) FROM session_factor WHERE session_id = $2 AND way = 'provider')"
        ),
        params![account, session],
        |row| {
            let mut is_there = || row.take::<i64>().map(|count| count > 0);
            Ok(Standing {
                has_factor: is_there()?,
                is_given: is_there()?,
                is_provided: is_there()?,
            })
        },
    )?;
    standing.ok_or_else(|| Fault::new("count second factors"))
}

/// Notes that a session has given a factor.
pub(crate) fn give(
    conn: &mut Conn<'_>,
    session: SessionId,
    way: Way,
    now: Timestamp,
) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "INSERT INTO session_factor (session_id, way, given_at) VALUES ($1, $2, $3)
             ON CONFLICT (session_id) DO UPDATE SET way = $2, given_at = $3"
        ),
        params![session, way.word(), now],
    )?;
    Ok(())
}
