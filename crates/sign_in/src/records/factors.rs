//! Second factors and recovery codes, in the database.

use base::{AccountId, Fault, NetworkId, PersonId};
use jiff::Timestamp;
use store::{Conn, Row, params, sql};
use uuid::Uuid;

/// What a factor is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// An app that shows codes.
    App,
    /// A passkey.
    Passkey,
}

impl Kind {
    /// The word in the database.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::App => "app",
            Self::Passkey => "passkey",
        }
    }

    /// Phrase key of its name.
    pub(crate) const fn key(self) -> &'static str {
        match self {
            Self::App => "sign-in-kind-app",
            Self::Passkey => "sign-in-kind-passkey",
        }
    }

    fn of_word(word: &str) -> Self {
        if word == Self::Passkey.word() {
            Self::Passkey
        } else {
            Self::App
        }
    }
}

/// A second factor as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Factor {
    pub(crate) id: Uuid,
    pub(crate) kind: Kind,
    /// How its owner calls it.
    pub(crate) name: String,
    pub(crate) created_at: Timestamp,
    pub(crate) used_at: Option<Timestamp>,
}

/// An app with its sealed secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct AppKey {
    pub(crate) id: Uuid,
    pub(crate) sealed: Vec<u8>,
    pub(crate) last_step: i64,
}

/// An account's factors, the oldest first.
pub(crate) fn of_account(conn: &mut Conn<'_>, account: AccountId) -> Result<Vec<Factor>, Fault> {
    conn.all(
        sql!(
            "SELECT id, kind, name, created_at, used_at FROM second_factor
             WHERE account_id = $1 AND confirmed = TRUE ORDER BY created_at, id"
        ),
        params![account],
        |row| {
            Ok(Factor {
                id: row.take()?,
                kind: Kind::of_word(&row.take::<String>()?),
                name: row.take()?,
                created_at: row.take()?,
                used_at: row.take()?,
            })
        },
    )
}

/// Keeps an app that is not proven yet, in place of any other such.
pub(crate) fn begin_app(
    conn: &mut Conn<'_>,
    (id, account): (Uuid, AccountId),
    sealed: &[u8],
    now: Timestamp,
) -> Result<(), Fault> {
    conn.exec(
        sql!("DELETE FROM second_factor WHERE account_id = $1 AND confirmed = FALSE"),
        params![account],
    )?;
    conn.exec(
        sql!(
            "INSERT INTO second_factor
             (id, account_id, kind, name, secret, last_step, confirmed, created_at)
             VALUES ($1, $2, 'app', '', $3, 0, FALSE, $4)"
        ),
        params![id, account, sealed, now],
    )?;
    Ok(())
}

/// An app of an account that is not proven yet.
pub(crate) fn unproven_app(
    conn: &mut Conn<'_>,
    account: AccountId,
    id: Uuid,
) -> Result<Option<AppKey>, Fault> {
    conn.one(
        sql!(
            "SELECT id, secret, last_step FROM second_factor
             WHERE account_id = $1 AND id = $2 AND kind = 'app' AND confirmed = FALSE"
        ),
        params![account, id],
        app_key,
    )
}

/// An account's apps.
pub(crate) fn apps(conn: &mut Conn<'_>, account: AccountId) -> Result<Vec<AppKey>, Fault> {
    conn.all(
        sql!(
            "SELECT id, secret, last_step FROM second_factor
             WHERE account_id = $1 AND kind = 'app' AND confirmed = TRUE"
        ),
        params![account],
        app_key,
    )
}

fn app_key(row: &mut Row) -> Result<AppKey, Fault> {
    Ok(AppKey {
        id: row.take()?,
        sealed: row.take::<Option<Vec<u8>>>()?.unwrap_or_default(),
        last_step: row.take()?,
    })
}

/// From now on the app counts.
pub(crate) fn confirm(conn: &mut Conn<'_>, id: Uuid, name: &str) -> Result<(), Fault> {
    conn.exec(
        sql!("UPDATE second_factor SET name = $2, confirmed = TRUE WHERE id = $1"),
        params![id, name],
    )?;
    Ok(())
}

/// Notes the step of a code that was taken.
pub(crate) fn note_use(
    conn: &mut Conn<'_>,
    id: Uuid,
    step: i64,
    now: Timestamp,
) -> Result<(), Fault> {
    conn.exec(
        sql!("UPDATE second_factor SET last_step = $2, used_at = $3 WHERE id = $1"),
        params![id, step, now],
    )?;
    Ok(())
}

/// Calls a factor otherwise; says whether there is one.
pub(crate) fn rename(
    conn: &mut Conn<'_>,
    (id, account): (Uuid, AccountId),
    name: &str,
) -> Result<bool, Fault> {
    let touched = conn.exec(
        sql!(
            "UPDATE second_factor SET name = $3
             WHERE id = $1 AND account_id = $2 AND confirmed = TRUE"
        ),
        params![id, account, name],
    )?;
    Ok(touched > 0)
}

/// Takes a factor away; says whether there was one.
pub(crate) fn remove(conn: &mut Conn<'_>, id: Uuid, account: AccountId) -> Result<bool, Fault> {
    let touched = conn.exec(
        sql!("DELETE FROM second_factor WHERE id = $1 AND account_id = $2 AND confirmed = TRUE"),
        params![id, account],
    )?;
    Ok(touched > 0)
}

/// Takes all factors of an account away; says how many there were.
pub(crate) fn remove_all(conn: &mut Conn<'_>, account: AccountId) -> Result<u64, Fault> {
    conn.exec(
        sql!("DELETE FROM second_factor WHERE account_id = $1"),
        params![account],
    )
}

/// How many recovery codes are left.
pub(crate) fn codes_left(conn: &mut Conn<'_>, account: AccountId) -> Result<i64, Fault> {
    conn.count(
        sql!("SELECT COUNT(*) FROM recovery_code WHERE account_id = $1"),
        params![account],
    )
}

/// Keeps these recovery codes, and none of those before.
pub(crate) fn set_codes(
    conn: &mut Conn<'_>,
    account: AccountId,
    hashes: &[Vec<u8>],
) -> Result<(), Fault> {
    conn.exec(
        sql!("DELETE FROM recovery_code WHERE account_id = $1"),
        params![account],
    )?;
    for hash in hashes {
        conn.exec(
            sql!("INSERT INTO recovery_code (account_id, code) VALUES ($1, $2)"),
            params![account, hash],
        )?;
    }
    Ok(())
}

/// Uses a recovery code up; says whether there was one.
pub(crate) fn use_code(
    conn: &mut Conn<'_>,
    account: AccountId,
    hash: &[u8],
) -> Result<bool, Fault> {
    let touched = conn.exec(
        sql!("DELETE FROM recovery_code WHERE account_id = $1 AND code = $2"),
        params![account, hash],
    )?;
    Ok(touched > 0)
}

/// The people behind an account, each with the network that keeps the record.
pub(crate) fn people(
    conn: &mut Conn<'_>,
    account: AccountId,
) -> Result<Vec<(NetworkId, PersonId)>, Fault> {
    conn.all(
        sql!(
            "SELECT p.network_id, p.id FROM account_person b JOIN person p ON p.id = b.person_id
             WHERE b.account_id = $1 ORDER BY p.id"
        ),
        params![account],
        |row| Ok((row.take()?, row.take()?)),
    )
}
