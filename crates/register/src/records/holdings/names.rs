//! The names under which a person is known, as far as they are nobody else's.

use std::collections::BTreeSet;

use base::{AccountId, Fault};
use shell::NOBODY;
use store::{Conn, Row, params, sql};

use crate::records::journal::Changes;
use crate::types::Person;

/// Names of now and of before. A name that another record of the network bears, or under which
/// another account acted, says nothing of who was meant, and is left out.
pub(super) fn own(
    conn: &mut Conn<'_>,
    person: &Person,
    account: Option<AccountId>,
) -> Result<Vec<String>, Fault> {
    let mut names = BTreeSet::from([person.name.clone()]);
    names.extend(conn.all(
        sql!(
            "SELECT DISTINCT actor FROM journal
             WHERE account_id = $1 AND (network_id = $2 OR network_id IS NULL)"
        ),
        params![account, person.network],
        Row::take::<String>,
    )?);
    names.extend(earlier(conn, person)?);
    let mut own = Vec::new();
    for name in names {
        let is_word = !name.trim().is_empty() && name != NOBODY;
        if is_word && !is_anothers(conn, person, (account, &name))? {
            own.push(name);
        }
    }
    Ok(own)
}

/// What the record was called before, as its journal says.
fn earlier(conn: &mut Conn<'_>, person: &Person) -> Result<Vec<String>, Fault> {
    let details = conn.all(
        sql!("SELECT detail FROM journal WHERE subject_id = $1 AND kind = 'person'"),
        params![person.id],
        Row::take::<String>,
    )?;
    let changes = details.iter().filter_map(|it| Changes::read(it)).flatten();
    Ok(changes
        .filter(|it| it.field == "register-name")
        .filter_map(|it| it.from)
        .collect())
}

fn is_anothers(
    conn: &mut Conn<'_>,
    person: &Person,
    (account, name): (Option<AccountId>, &str),
) -> Result<bool, Fault> {
    let records = conn.count(
        sql!("SELECT COUNT(*) FROM person WHERE network_id = $1 AND name = $2 AND id <> $3"),
        params![person.network, name, person.id],
    )?;
    let accounts = conn.count(
        sql!(
            "SELECT COUNT(*) FROM journal WHERE network_id = $1 AND actor = $2
             AND account_id IS NOT NULL AND (CAST($3 AS UUID) IS NULL OR account_id <> $3)"
        ),
        params![person.network, name, account],
    )?;
    Ok(records > 0 || accounts > 0)
}
