//! Who somebody is at other providers, and which roles their groups gave, in the database.

use base::{AccountId, Fault, NetworkId};
use jiff::Timestamp;
use store::{Conn, Row, params, sql};

/// The account that is bound to somebody at a provider.
pub(crate) fn bound(
    conn: &mut Conn<'_>,
    (issuer, subject): (&str, &str),
) -> Result<Option<AccountId>, Fault> {
    conn.one(
        sql!("SELECT account_id FROM provider_identity WHERE issuer = $1 AND subject = $2"),
        params![issuer, subject],
        Row::take,
    )
}

/// Whether an account is bound to anybody at a provider.
pub(crate) fn is_bound(
    conn: &mut Conn<'_>,
    account: AccountId,
    issuer: &str,
) -> Result<bool, Fault> {
    let count = conn.count(
        sql!("SELECT COUNT(*) FROM provider_identity WHERE account_id = $1 AND issuer = $2"),
        params![account, issuer],
    )?;
    Ok(count > 0)
}

/// Binds an account to somebody at a provider.
pub(crate) fn bind(
    conn: &mut Conn<'_>,
    account: AccountId,
    (issuer, subject): (&str, &str),
    now: Timestamp,
) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "INSERT INTO provider_identity (issuer, subject, account_id, bound_at)
             VALUES ($1, $2, $3, $4)"
        ),
        params![issuer, subject, account, now],
    )?;
    Ok(())
}

/// The issuers that an account is bound at, with since when.
pub(crate) fn of_account(
    conn: &mut Conn<'_>,
    account: AccountId,
) -> Result<Vec<(String, Timestamp)>, Fault> {
    conn.all(
        sql!(
            "SELECT issuer, bound_at FROM provider_identity
             WHERE account_id = $1 ORDER BY bound_at, issuer"
        ),
        params![account],
        |row| Ok((row.take()?, row.take()?)),
    )
}

/// Ends what binds an account at a provider; says whether there was anything.
pub(crate) fn release(
    conn: &mut Conn<'_>,
    account: AccountId,
    issuer: &str,
) -> Result<bool, Fault> {
    let touched = conn.exec(
        sql!("DELETE FROM provider_identity WHERE account_id = $1 AND issuer = $2"),
        params![account, issuer],
    )?;
    Ok(touched > 0)
}

/// The roles that a provider's groups gave an account.
pub(crate) fn roles(
    conn: &mut Conn<'_>,
    account: AccountId,
    issuer: &str,
) -> Result<Vec<(NetworkId, String)>, Fault> {
    conn.all(
        sql!(
            "SELECT network_id, role FROM provider_role
             WHERE account_id = $1 AND issuer = $2 ORDER BY network_id, role"
        ),
        params![account, issuer],
        |row| Ok((row.take()?, row.take()?)),
    )
}

/// Notes that a provider's group gave a role.
pub(crate) fn note_role(
    conn: &mut Conn<'_>,
    account: AccountId,
    issuer: &str,
    (network, role): (NetworkId, &str),
) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "INSERT INTO provider_role (issuer, account_id, network_id, role)
             VALUES ($1, $2, $3, $4)
             ON CONFLICT (issuer, account_id, network_id, role) DO NOTHING"
        ),
        params![issuer, account, network, role],
    )?;
    Ok(())
}

/// Forgets that note.
pub(crate) fn forget_role(
    conn: &mut Conn<'_>,
    account: AccountId,
    issuer: &str,
    (network, role): (NetworkId, &str),
) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "DELETE FROM provider_role
             WHERE issuer = $1 AND account_id = $2 AND network_id = $3 AND role = $4"
        ),
        params![issuer, account, network, role],
    )?;
    Ok(())
}
