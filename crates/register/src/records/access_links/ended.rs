//! Secrets that were withdrawn, and must not open anything again because an older backup was read
//! back. What an office can see and end again, such as accounts and roles, is not among them.

use std::collections::BTreeSet;
use std::fmt::Write;

use base::{AccountId, Fault};
use jiff::Timestamp;
use store::{Conn, Row, params, sql};

/// What an installation knows to be withdrawn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ended {
    /// The hashes of links that were ended before their term, in hexadecimal digits.
    pub links: BTreeSet<String>,
    /// Each account with the hash of the one password that opens it, where one does.
    pub passwords: Vec<(AccountId, Option<String>)>,
}

/// What is withdrawn by now. Links that sign in are in no backup.
///
/// # Errors
/// When the database fails.
pub fn ended(conn: &mut Conn<'_>, now: Timestamp) -> Result<Ended, Fault> {
    let tokens: Vec<Vec<u8>> = conn.all(
        sql!(
            "SELECT token FROM access_link WHERE revoked_at IS NOT NULL AND expires_at > $1
             AND purpose <> 'sign-in'"
        ),
        params![now],
        Row::take,
    )?;
    let passwords = conn.all(sql!("SELECT id, password FROM account"), &[], |row| {
        Ok((row.take()?, row.take()?))
    })?;
    Ok(Ended {
        links: tokens.iter().map(|token| in_digits(token)).collect(),
        passwords,
    })
}

/// Ends it in this database too.
///
/// # Errors
/// When the database fails or a hash is none.
pub fn end_again(conn: &mut Conn<'_>, ended: &Ended, now: Timestamp) -> Result<(), Fault> {
    for link in &ended.links {
        let token = in_bytes(link).ok_or_else(|| Fault::new("read the hash of an ended link"))?;
        conn.exec(
            sql!("UPDATE access_link SET revoked_at = $2 WHERE token = $1 AND revoked_at IS NULL"),
            params![token, now],
        )?;
    }
    for (account, password) in &ended.passwords {
        conn.exec(
            sql!(
                "UPDATE account SET password = NULL WHERE id = $1 AND password IS NOT NULL
                 AND password <> COALESCE(CAST($2 AS TEXT), '')"
            ),
            params![account, password],
        )?;
    }
    Ok(())
}

fn in_digits(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut digits, byte| {
        // Writing to a string cannot fail.
        let _infallible = write!(digits, "{byte:02x}");
        digits
    })
}

fn in_bytes(digits: &str) -> Option<Vec<u8>> {
    let pairs = (0..digits.len()).step_by(2);
    pairs
        .map(|at| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok())
        .collect()
}
