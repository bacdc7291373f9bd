//! Accounts as something that is kept about people.

use base::access::Role;
use base::{AccountId, Fault, Moment, NetworkId};
use jiff::Timestamp;
use shell::{Erased, Held, How, Whom, Words};
use store::{Conn, Row, params, sql};
use uuid::Uuid;

use crate::links;
use crate::records::accounts;

pub(super) fn tell(conn: &mut Conn<'_>, whom: &Whom) -> Result<Vec<Held>, Fault> {
    let Some(id) = whom.account else {
        return Ok(Vec::new());
    };
    let Some(account) = accounts::account(conn, id)? else {
        return Ok(Vec::new());
    };
    let made = conn.one(
        sql!("SELECT created_at FROM account WHERE id = $1"),
        params![id],
        Row::take::<Timestamp>,
    )?;
    let own = |held: Held| held.on(links::ACCOUNT.to_owned());
    let mut held = vec![
        own(Held::new("register-holding-account-mail", account.mail).at(made)),
        own(Held::new("register-holding-account-name", account.name)),
    ];
    held.extend(roles(conn, (whom.network, id))?);
    held.extend(conn.all(
        sql!(
            "SELECT browser, used_at FROM session WHERE account_id = $1 ORDER BY used_at DESC, id"
        ),
        params![id],
        |row| {
            let browser: String = row.take()?;
            Ok(Held::new("register-holding-session", browser).at(row.take()?))
        },
    )?);
    held.extend(conn.all(
        sql!(
            "SELECT purpose, issued_at FROM access_link
             WHERE account_id = $1 OR person_id = $2 ORDER BY issued_at DESC, id"
        ),
        params![id, whom.person],
        |row| {
            let purpose: String = row.take()?;
            let key = format!("register-link-{purpose}");
            Ok(Held::said("register-holding-link", key).at(row.take()?))
        },
    )?);
    Ok(held)
}

/// The roles that the network gave an account, each with its place and its term.
fn roles(
    conn: &mut Conn<'_>,
    (network, account): (NetworkId, AccountId),
) -> Result<Vec<Held>, Fault> {
    let mut held = conn.all(
        sql!(
            "SELECT role, from_day, until_day FROM account_role
             WHERE account_id = $1 AND network_id = $2 ORDER BY role"
        ),
        params![account, network],
        |row| {
            let role = role(&row.take::<String>()?)?;
            let words = role.for_term(row.take()?, row.take()?);
            Ok(Held::of("register-holding-role", words))
        },
    )?;
    let given = conn.all(
        sql!(
            "SELECT t.role, t.from_day, t.until_day, t.created_at, g.name, t.record_kind,
             t.record_id FROM role_assignment t LEFT JOIN network_group g ON g.id = t.group_id
             WHERE t.account_id = $1 AND t.network_id = $2 ORDER BY t.created_at, t.id"
        ),
        params![account, network],
        |row| {
            let role = role(&row.take::<String>()?)?;
            let words = role.for_term(row.take()?, row.take()?);
            let held = Held::of("register-holding-role", words).at(row.take()?);
            let group: Option<String> = row.take()?;
            let record: (String, Option<Uuid>) = (row.take()?, row.take()?);
            Ok((held, group, record))
        },
    )?;
    for (it, group, (kind, record)) in given {
        let record = match record {
            Some(record) => conn.indexed_in(network, &kind, record)?,
            None => None,
        };
        held.push(match group.or(record.map(|it| it.title)) {
            Some(place) => it.about(place),
            None => it,
        });
    }
    Ok(held)
}

fn role(word: &str) -> Result<Words, Fault> {
    let role = Role::from_word(word).ok_or_else(|| Fault::new("read a role"))?;
    Ok(Words::Said(role.key().to_owned()))
}

/// An account that opens other networks too stays for them; it only leaves this one.
pub(super) fn erase(
    conn: &mut Conn<'_>,
    _: &mut Moment,
    whom: &Whom,
    _: How,
) -> Result<Vec<Erased>, Fault> {
    let links = conn.exec(
        sql!("DELETE FROM access_link WHERE person_id = $1"),
        params![whom.person],
    )?;
    let mut erased = vec![Erased::deleted("register-holding-link", links)];
    let Some(account) = whom.account else {
        return Ok(erased);
    };
    conn.exec(
        sql!("DELETE FROM account_person WHERE person_id = $1"),
        params![whom.person],
    )?;
    conn.exec(
        sql!("DELETE FROM account_role WHERE account_id = $1 AND network_id = $2"),
        params![account, whom.network],
    )?;
    let roles = crate::roles::records::delete_of(conn, (whom.network, account))?;
    erased.push(Erased::deleted("register-holding-role", roles));
    if whom.account_is_own {
        erased.extend(close(conn, account)?);
    } else {
        erased.push(Erased::stays(
            "register-holding-account",
            1,
            "register-holding-account-stays",
        ));
    }
    Ok(erased)
}

fn close(conn: &mut Conn<'_>, account: AccountId) -> Result<[Erased; 3], Fault> {
    let sessions = conn.exec(
        sql!("DELETE FROM session WHERE account_id = $1"),
        params![account],
    )?;
    let links = conn.exec(
        sql!("DELETE FROM access_link WHERE account_id = $1"),
        params![account],
    )?;
    let gone = conn.exec(sql!("DELETE FROM account WHERE id = $1"), params![account])?;
    Ok([
        Erased::deleted("register-holding-session", sessions),
        Erased::deleted("register-holding-link", links),
        Erased::deleted("register-holding-account", gone),
    ])
}
