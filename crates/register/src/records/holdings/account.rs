//! Accounts as something that is kept about people.

use base::access::Role;
use base::{AccountId, Fault, Moment};
use jiff::Timestamp;
use shell::{Erased, Held, How, Whom};
use store::{Conn, Row, params, sql};

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
    held.extend(conn.all(
        sql!(
            "SELECT role, created_at FROM role_assignment
             WHERE account_id = $1 ORDER BY created_at, id"
        ),
        params![id],
        |row| {
            let word: String = row.take()?;
            let held = match Role::from_word(&word) {
                Some(role) => Held::said("register-holding-role", role.key()),
                None => Held::new("register-holding-role", word),
            };
            Ok(held.at(row.take()?))
        },
    )?);
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
