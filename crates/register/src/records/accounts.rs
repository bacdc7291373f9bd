//! Accounts, the people behind them and their roles, in the database.

use base::access::Role;
use base::{AccountId, Fault, Lang, NetworkId, PersonId};
use jiff::Timestamp;
use jiff::civil::Date;
use store::{Conn, Row, params, sql};

use crate::types::Term;

/// What a person signs in with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Its id.
    pub id: AccountId,
    /// The mail address, in lower case.
    pub mail: String,
    /// The name of the one who signs in.
    pub name: String,
    /// The language of mails about the account.
    pub lang: Lang,
    /// The password's hash, where one is set.
    pub(crate) password: Option<String>,
    /// Whether it runs the installation.
    pub operator: bool,
    /// Whether it is closed.
    pub ended: bool,
}

/// An account by its id.
pub fn account(conn: &mut Conn<'_>, id: AccountId) -> Result<Option<Account>, Fault> {
    conn.one(
        sql!("SELECT id, mail, name, lang, password, operator, ended FROM account WHERE id = $1"),
        params![id],
        read,
    )
}

/// An account by its mail address, whatever its case.
pub fn account_by_mail(conn: &mut Conn<'_>, mail: &str) -> Result<Option<Account>, Fault> {
    conn.one(
        sql!("SELECT id, mail, name, lang, password, operator, ended FROM account WHERE mail = $1"),
        params![crate::rules::mail_key(mail)],
        read,
    )
}

/// The account behind which a person stands.
pub fn account_of(conn: &mut Conn<'_>, person: PersonId) -> Result<Option<Account>, Fault> {
    conn.one(
        sql!(
            "SELECT a.id, a.mail, a.name, a.lang, a.password, a.operator, a.ended
             FROM account a JOIN account_person b ON b.account_id = a.id
             WHERE b.person_id = $1"
        ),
        params![person],
        read,
    )
}

fn read(row: &mut Row) -> Result<Account, Fault> {
    Ok(Account {
        id: row.take()?,
        mail: row.take()?,
        name: row.take()?,
        lang: row.take()?,
        password: row.take()?,
        operator: row.take()?,
        ended: row.take()?,
    })
}

/// Enters an account.
pub(crate) fn insert(conn: &mut Conn<'_>, it: &Account, now: Timestamp) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "INSERT INTO account (id, mail, name, lang, password, operator, ended, created_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
        ),
        params![
            it.id,
            it.mail,
            it.name,
            it.lang,
            it.password,
            it.operator,
            it.ended,
            now
        ],
    )?;
    Ok(())
}

/// Writes an account's name, language, password, and whether it is closed.
pub(crate) fn update(conn: &mut Conn<'_>, it: &Account) -> Result<(), Fault> {
    conn.exec(
        sql!("UPDATE account SET name = $2, lang = $3, password = $4, ended = $5 WHERE id = $1"),
        params![it.id, it.name, it.lang, it.password, it.ended],
    )?;
    Ok(())
}

/// Ties an account to a person.
pub(crate) fn tie(conn: &mut Conn<'_>, account: AccountId, person: PersonId) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "INSERT INTO account_person (account_id, person_id) VALUES ($1, $2)
             ON CONFLICT (account_id, person_id) DO NOTHING"
        ),
        params![account, person],
    )?;
    Ok(())
}

/// One person of an account, with the network that keeps the record.
pub(crate) struct Behind {
    pub(crate) person: PersonId,
    pub(crate) network: NetworkId,
    pub(crate) name: String,
}

/// The people behind an account, one for each network.
pub(crate) fn behind(conn: &mut Conn<'_>, account: AccountId) -> Result<Vec<Behind>, Fault> {
    conn.all(
        sql!(
            "SELECT p.id, p.network_id, p.name
             FROM account_person b JOIN person p ON p.id = b.person_id
             WHERE b.account_id = $1 AND p.ended = FALSE ORDER BY p.id"
        ),
        params![account],
        |row| {
            Ok(Behind {
                person: row.take()?,
                network: row.take()?,
                name: row.take()?,
            })
        },
    )
}

/// The networks in which an account has a role, whether it holds today or not.
pub fn networks_with_role(
    conn: &mut Conn<'_>,
    account: AccountId,
    role: Role,
) -> Result<Vec<NetworkId>, Fault> {
    conn.all(
        sql!("SELECT network_id FROM account_role WHERE account_id = $1 AND role = $2"),
        params![account, role.word()],
        Row::take,
    )
}

/// The networks in which an account has a role on a day.
pub(crate) fn networks_holding(
    conn: &mut Conn<'_>,
    account: AccountId,
    (role, on): (Role, Date),
) -> Result<Vec<NetworkId>, Fault> {
    conn.all(
        sql!(
            "SELECT network_id FROM account_role WHERE account_id = $1 AND role = $2
             AND (from_day IS NULL OR from_day <= $3) AND (until_day IS NULL OR until_day >= $3)"
        ),
        params![account, role.word(), on],
        Row::take,
    )
}

/// From when until when an account has a role in a network; none where it has not.
pub(crate) fn term_of(
    conn: &mut Conn<'_>,
    (network, account): (NetworkId, AccountId),
    role: Role,
) -> Result<Option<Term>, Fault> {
    conn.one(
        sql!(
            "SELECT from_day, until_day FROM account_role
             WHERE account_id = $1 AND network_id = $2 AND role = $3"
        ),
        params![account, network, role.word()],
        read_term,
    )
}

fn read_term(row: &mut Row) -> Result<Term, Fault> {
    Ok(Term {
        from: row.take()?,
        until: row.take()?,
    })
}

/// The open accounts that run a network's office, each with its term, former and coming ones
/// too.
pub(crate) fn office_of(
    conn: &mut Conn<'_>,
    network: NetworkId,
) -> Result<Vec<(AccountId, Term)>, Fault> {
    conn.all(
        sql!(
            "SELECT r.account_id, r.from_day, r.until_day
             FROM account_role r JOIN account a ON a.id = r.account_id
             WHERE r.network_id = $1 AND r.role = 'office' AND a.ended = FALSE"
        ),
        params![network],
        |row| Ok((row.take()?, read_term(row)?)),
    )
}

/// Gives an account a role in a network for a term, or the role that it has another term.
pub(crate) fn set_role(
    conn: &mut Conn<'_>,
    (network, account): (NetworkId, AccountId),
    (role, term): (Role, Term),
) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "INSERT INTO account_role (account_id, network_id, role, from_day, until_day)
             VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (account_id, network_id, role)
             DO UPDATE SET from_day = excluded.from_day, until_day = excluded.until_day"
        ),
        params![account, network, role.word(), term.from, term.until],
    )?;
    Ok(())
}

/// Gives an account a role in a network, until it is taken.
pub fn give_role(
    conn: &mut Conn<'_>,
    account: AccountId,
    network: NetworkId,
    role: Role,
) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "INSERT INTO account_role (account_id, network_id, role) VALUES ($1, $2, $3)
             ON CONFLICT (account_id, network_id, role) DO NOTHING"
        ),
        params![account, network, role.word()],
    )?;
    Ok(())
}

/// Takes a role away.
pub fn take_role(
    conn: &mut Conn<'_>,
    account: AccountId,
    network: NetworkId,
    role: Role,
) -> Result<(), Fault> {
    conn.exec(
        sql!("DELETE FROM account_role WHERE account_id = $1 AND network_id = $2 AND role = $3"),
        params![account, network, role.word()],
    )?;
    Ok(())
}

/// Keeps the hash of the key that opens the first run, in place of every older one.
pub(crate) fn set_setup_key(conn: &mut Conn<'_>, hash: &[u8], now: Timestamp) -> Result<(), Fault> {
    forget_setup_keys(conn)?;
    conn.exec(
        sql!("INSERT INTO setup_key (token, created_at) VALUES ($1, $2)"),
        params![hash, now],
    )?;
    Ok(())
}

/// Whether this is the hash of the key that opens the first run.
pub(crate) fn is_setup_key(conn: &mut Conn<'_>, hash: &[u8]) -> Result<bool, Fault> {
    let known = conn.count(
        sql!("SELECT COUNT(*) FROM setup_key WHERE token = $1"),
        params![hash],
    )?;
    Ok(known > 0)
}

/// Makes every key of the first run useless.
pub(crate) fn forget_setup_keys(conn: &mut Conn<'_>) -> Result<(), Fault> {
    conn.exec(sql!("DELETE FROM setup_key"), &[])?;
    Ok(())
}

/// Lets an account run the installation.
pub(crate) fn make_operator(conn: &mut Conn<'_>, account: AccountId) -> Result<(), Fault> {
    conn.exec(
        sql!("UPDATE account SET operator = TRUE WHERE id = $1"),
        params![account],
    )?;
    Ok(())
}

/// Writes the address that an account signs in with.
pub(crate) fn set_mail(conn: &mut Conn<'_>, account: AccountId, mail: &str) -> Result<(), Fault> {
    conn.exec(
        sql!("UPDATE account SET mail = $2 WHERE id = $1"),
        params![account, mail],
    )?;
    Ok(())
}
