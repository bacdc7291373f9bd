//! Access links: capabilities in mails, with one purpose, one person, a term; revocable.
//!
//! The database knows only the hash of a token. Tokens stand in the last path segment, which
//! no log names.

mod ended;

use base::{AccessLinkId, AccountId, Fault, Moment, PersonId};
use jiff::Timestamp;
use store::{Conn, Row, params, sql};

pub use ended::{Ended, end_again, ended};

use crate::rules::{hashed, url_text};

/// What a link is to be for.
#[derive(Clone, Debug)]
pub struct Issue {
    /// What it may be used for, and nothing else.
    pub purpose: &'static str,
    /// What it is about, mostly an id.
    pub subject: String,
    /// Who may use it.
    pub person: Option<PersonId>,
    /// Whose account it opens.
    pub account: Option<AccountId>,
    /// After this instant it opens nothing.
    pub expires_at: Timestamp,
}

/// A link that still opens something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccessLink {
    /// Its id.
    pub id: AccessLinkId,
    /// What it is about.
    pub subject: String,
    /// Who may use it.
    pub person: Option<PersonId>,
    /// Whose account it opens.
    pub account: Option<AccountId>,
    /// After this instant it opens nothing.
    pub expires_at: Timestamp,
}

/// Issues a link and says its token, which is known nowhere else.
pub fn issue(conn: &mut Conn<'_>, moment: &mut Moment, issue: Issue) -> Result<String, Fault> {
    let token = url_text(&moment.secret());
    let id: AccessLinkId = moment.id();
    let Issue {
        purpose,
        subject,
        person,
        account,
        expires_at,
    } = issue;
    conn.exec(
        sql!(
            "INSERT INTO access_link
             (id, token, purpose, subject, person_id, account_id, issued_at, expires_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
        ),
        params![
            id,
            hashed(&token),
            purpose,
            subject,
            person,
            account,
            moment.now(),
            expires_at
        ],
    )?;
    Ok(token)
}

/// The link of a token, where it is for this purpose, in its term and not revoked.
pub fn find(
    conn: &mut Conn<'_>,
    purpose: &str,
    token: &str,
    now: Timestamp,
) -> Result<Option<AccessLink>, Fault> {
    conn.one(
        sql!(
            "SELECT id, subject, person_id, account_id, expires_at FROM access_link
             WHERE token = $1 AND purpose = $2 AND expires_at > $3 AND revoked_at IS NULL"
        ),
        params![hashed(token), purpose, now],
        |row| {
            Ok(AccessLink {
                id: row.take()?,
                subject: row.take()?,
                person: row.take()?,
                account: row.take()?,
                expires_at: row.take()?,
            })
        },
    )
}

/// Since when a link of a purpose about a subject has opened something, the newest; none where
/// none does.
pub fn since(
    conn: &mut Conn<'_>,
    (purpose, subject): (&str, &str),
    now: Timestamp,
) -> Result<Option<Timestamp>, Fault> {
    conn.one(
        sql!(
            "SELECT issued_at FROM access_link
             WHERE purpose = $1 AND subject = $2 AND expires_at > $3 AND revoked_at IS NULL
             ORDER BY issued_at DESC LIMIT 1"
        ),
        params![purpose, subject, now],
        Row::take,
    )
}

/// Makes a link useless.
pub fn revoke(conn: &mut Conn<'_>, id: AccessLinkId, now: Timestamp) -> Result<(), Fault> {
    conn.exec(
        sql!("UPDATE access_link SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL"),
        params![id, now],
    )?;
    Ok(())
}

/// Makes all links of a purpose about a subject useless.
pub fn revoke_for(
    conn: &mut Conn<'_>,
    purpose: &str,
    subject: &str,
    now: Timestamp,
) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "UPDATE access_link SET revoked_at = $3
             WHERE purpose = $1 AND subject = $2 AND revoked_at IS NULL"
        ),
        params![purpose, subject, now],
    )?;
    Ok(())
}
