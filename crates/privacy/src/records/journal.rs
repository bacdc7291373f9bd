//! The journal as something that is kept about people: who acted, and whom its entries name.
//!
//! Entries of no network are about accounts: a calendar's address, a password. They are told,
//! unnamed and due with the networks in which somebody stands behind the account.

use base::{Fault, Moment, NetworkId};
use jiff::Timestamp;
use shell::{Due, Erased, Held, How, NOBODY, Whom};
use store::{Conn, Row, params, sql};
use uuid::Uuid;

use crate::rules::without_name;

macro_rules! counted {
    () => {
        "SELECT COUNT(*), MAX(at) FROM journal WHERE "
    };
}

type Found = Option<(i64, Option<Timestamp>)>;

fn found(row: &mut Row) -> Result<(i64, Option<Timestamp>), Fault> {
    Ok((row.take()?, row.take()?))
}

pub(super) fn tell(conn: &mut Conn<'_>, whom: &Whom) -> Result<Vec<Held>, Fault> {
    let by_account = conn.one(
        sql!(
            counted!,
            "account_id = $2 AND (network_id = $1 OR network_id IS NULL)"
        ),
        params![whom.network, whom.account],
        found,
    )?;
    let mut did = vec![by_account];
    for name in &whom.own_names {
        did.push(conn.one(
            sql!(
                counted!,
                "network_id = $1 AND account_id IS NULL AND actor = $2"
            ),
            params![whom.network, name],
            found,
        )?);
    }
    let about = conn.one(
        sql!(counted!, "subject_id = $1"),
        params![whom.person],
        found,
    )?;
    let held = [
        told("privacy-journal-did", &did),
        told("privacy-journal-about", &[about]),
    ];
    Ok(held.into_iter().flatten().collect())
}

fn told(what: &'static str, found: &[Found]) -> Option<Held> {
    let count: i64 = found.iter().flatten().map(|(count, _)| count).sum();
    let latest = found.iter().flatten().filter_map(|(_, at)| *at).max();
    (count > 0).then(|| Held::new(what, count.to_string()).at(latest))
}

/// That something was done and when stays; by whom it was done does not.
pub(super) fn erase(
    conn: &mut Conn<'_>,
    _: &mut Moment,
    whom: &Whom,
    _: How,
) -> Result<Vec<Erased>, Fault> {
    let by_account = [sql!(
        "UPDATE journal SET actor = $3, account_id = NULL
         WHERE network_id = $1 AND account_id = $2"
    )];
    let by_name = [sql!(
        "UPDATE journal SET actor = $3
         WHERE network_id = $1 AND account_id IS NULL AND actor = $2"
    )];
    let mut did = whom.forget_account(conn, &by_account)? + whom.forget_names(conn, &by_name)?;
    if let (Some(account), true) = (whom.account, whom.account_is_own) {
        did += conn.exec(
            sql!(
                "UPDATE journal SET actor = $2, account_id = NULL
                 WHERE network_id IS NULL AND account_id = $1"
            ),
            params![account, NOBODY],
        )?;
        conn.exec(
            sql!("UPDATE journal SET detail = '' WHERE subject_id = $1 AND detail <> ''"),
            params![account],
        )?;
    }
    let about = conn.exec(
        sql!("UPDATE journal SET detail = '' WHERE subject_id = $1 AND detail <> ''"),
        params![whom.person],
    )?;
    let mut named = 0;
    for name in &whom.own_names {
        named += unname(conn, whom, name)?;
    }
    Ok(vec![
        Erased::anonymised("privacy-journal-did", did),
        Erased::anonymised("privacy-journal-about", about + named),
    ])
}

/// Takes a name out of what entries about other records say; the longer name of somebody else
/// that holds it stays whole.
fn unname(conn: &mut Conn<'_>, whom: &Whom, name: &str) -> Result<u64, Fault> {
    let entries = conn.all(
        sql!(
            "SELECT id, detail FROM journal
             WHERE network_id = $1 AND REPLACE(detail, $2, '') <> detail"
        ),
        params![whom.network, name],
        |row| Ok((row.take::<Uuid>()?, row.take::<String>()?)),
    )?;
    if entries.is_empty() {
        return Ok(0);
    }
    let longer = conn.all(
        sql!(
            "SELECT name FROM person
             WHERE network_id = $1 AND id <> $3 AND REPLACE(name, $2, '') <> name"
        ),
        params![whom.network, name, whom.person],
        Row::take::<String>,
    )?;
    let mut rows = 0;
    for (id, detail) in entries {
        let Some(without) = without_name(&detail, name, &longer) else {
            continue;
        };
        rows += conn.exec(
            sql!("UPDATE journal SET detail = $2 WHERE id = $1"),
            params![id, without],
        )?;
    }
    Ok(rows)
}

macro_rules! entries {
    () => {
        "SELECT id, actor, at FROM journal WHERE at < $2
         AND (network_id = $1 OR (network_id IS NULL AND account_id IN
              (SELECT b.account_id FROM account_person b JOIN person p ON p.id = b.person_id
               WHERE p.network_id = $1))) "
    };
}

pub(super) fn due(
    conn: &mut Conn<'_>,
    network: NetworkId,
    before: Timestamp,
    limit: i64,
) -> Result<Vec<Due>, Fault> {
    conn.all(
        sql!(entries!, "ORDER BY at, id LIMIT $3"),
        params![network, before, limit],
        Due::read,
    )
}

pub(super) fn go(
    conn: &mut Conn<'_>,
    network: NetworkId,
    id: Uuid,
    before: Timestamp,
) -> Result<bool, Fault> {
    let due = conn.one(
        sql!(entries!, "AND id = $3"),
        params![network, before, id],
        Due::read,
    )?;
    let Some(due) = due else { return Ok(false) };
    let gone = conn.exec(sql!("DELETE FROM journal WHERE id = $1"), params![due.id])?;
    Ok(gone > 0)
}
