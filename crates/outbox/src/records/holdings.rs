//! Letters as something that is kept about people: to whom they went, and who laid them out.

use std::collections::BTreeSet;

use base::{Fault, Moment, NetworkId};
use jiff::Timestamp;
use shell::{Due, Erased, Going, Ground, Held, Holding, How, NOBODY, Retained, Whom};
use store::{Conn, Row, params, sql};
use uuid::Uuid;

/// What the outbox keeps about people.
pub(crate) const HOLDINGS: &[Holding] = &[Holding {
    name: "outbox-letters",
    label: "outbox-holding",
    purpose: "outbox-holding-purpose",
    ground: Ground::Interest,
    columns: &[
        "letter.to_name",
        "letter.to_address",
        "letter.laid_by",
        "mail_address.address",
        "bounce.address",
    ],
    former: None,
    tell,
    erase,
}];

/// What the outbox keeps for a time only.
pub(crate) const RETAINED: &[Retained] = &[Retained {
    name: "outbox-sent",
    label: "outbox-retained",
    hint: "outbox-retained-hint",
    months: 12,
    due,
    going: Going::Rows(go),
}];

macro_rules! letters {
    () => {
        "SELECT id, about, LOWER(to_address), state, COALESCE(settled_at, laid_at) FROM letter "
    };
}

/// A letter to the person.
struct Sent {
    id: Uuid,
    about: String,
    address: String,
    state: String,
    at: Timestamp,
}

fn read(row: &mut Row) -> Result<Sent, Fault> {
    Ok(Sent {
        id: row.take()?,
        about: row.take()?,
        address: row.take()?,
        state: row.take()?,
        at: row.take()?,
    })
}

/// The letters to the person, the latest first: to the address of now, and under each name that
/// is nobody else's to whatever address there was before. Letters about the account itself are
/// of no network and the person's where the account is.
fn letters(conn: &mut Conn<'_>, whom: &Whom) -> Result<Vec<Sent>, Fault> {
    let mut found = conn.all(
        sql!(
            letters!,
            "WHERE LOWER(to_address) = $2 AND $2 <> '' AND (to_name = $3 OR $4)
             AND network_id = $1"
        ),
        params![whom.network, whom.mail, whom.name, whom.mail_is_own],
        read,
    )?;
    if whom.account_is_own {
        found.extend(conn.all(
            sql!(
                letters!,
                "WHERE network_id IS NULL AND LOWER(to_address) =
                 (SELECT mail FROM account WHERE id = $1)"
            ),
            params![whom.account],
            read,
        )?);
    }
    for name in &whom.own_names {
        found.extend(conn.all(
            sql!(letters!, "WHERE network_id = $1 AND to_name = $2"),
            params![whom.network, name],
            read,
        )?);
    }
    found.sort_by_key(|it| (std::cmp::Reverse(it.at), it.id));
    found.dedup_by_key(|it| it.id);
    Ok(found)
}

/// The addresses at which the person is or was written to and that nobody else has.
///
/// # Errors
/// When the database fails.
pub fn addresses_of(conn: &mut Conn<'_>, whom: &Whom) -> Result<Vec<String>, Fault> {
    let mut addresses: BTreeSet<String> = letters(conn, whom)?
        .into_iter()
        .map(|it| it.address)
        .collect();
    addresses.insert(whom.mail.clone());
    let mut own = Vec::new();
    for address in addresses {
        if !address.is_empty() && !is_anothers(conn, whom, &address)? {
            own.push(address);
        }
    }
    Ok(own)
}

/// Whether somebody else has an address, in whatever network.
fn is_anothers(conn: &mut Conn<'_>, whom: &Whom, address: &str) -> Result<bool, Fault> {
    let people = conn.count(
        sql!("SELECT COUNT(*) FROM person WHERE LOWER(mail) = $1 AND id <> $2"),
        params![address, whom.person],
    )?;
    let own_account = whom.account.filter(|_| whom.account_is_own);
    let accounts = conn.count(
        sql!(
            "SELECT COUNT(*) FROM account
             WHERE mail = $1 AND (CAST($2 AS UUID) IS NULL OR id <> $2)"
        ),
        params![address, own_account],
    )?;
    Ok(people > 0 || accounts > 0)
}

fn tell(conn: &mut Conn<'_>, whom: &Whom) -> Result<Vec<Held>, Fault> {
    let letters = letters(conn, whom)?.into_iter();
    let mut held: Vec<Held> = letters
        .map(|it| Held::new("outbox-holding-letter", it.about).at(Some(it.at)))
        .collect();
    for address in addresses_of(conn, whom)? {
        held.extend(conn.all(
            sql!("SELECT reason, last_at FROM mail_address WHERE address = $1"),
            params![address],
            |row| {
                let reason: String = row.take()?;
                let held = Held::new("outbox-holding-address", reason).about(&address);
                Ok(held.at(Some(row.take()?)))
            },
        )?);
    }
    Ok(held)
}

/// What has not gone out goes nowhere. That it went out at all stays where that is asked for.
fn erase(conn: &mut Conn<'_>, _: &mut Moment, whom: &Whom, how: How) -> Result<Vec<Erased>, Fault> {
    let addresses = addresses_of(conn, whom)?;
    let (mut deleted, mut anonymised) = (0, 0);
    for it in letters(conn, whom)? {
        let goes = how == How::Erase || matches!(it.state.as_str(), "waiting" | "queued");
        if goes {
            deleted += conn.exec(sql!("DELETE FROM letter WHERE id = $1"), params![it.id])?;
        } else {
            anonymised += forget_recipient(conn, it.id)?;
        }
        // What came back names the address, and is of the network that wrote.
        let of = params![it.id];
        conn.put(sql!("DELETE FROM bounce WHERE letter_id = $1"), of)?;
    }
    for address in addresses {
        deleted += conn.exec(
            sql!("DELETE FROM bounce WHERE address = $1"),
            params![address],
        )?;
        deleted += conn.exec(
            sql!("DELETE FROM mail_address WHERE address = $1"),
            params![address],
        )?;
    }
    let laid = [sql!(
        "UPDATE letter SET laid_by = $3 WHERE network_id = $1 AND laid_by = $2"
    )];
    let laid = whom.forget_names(conn, &laid)?;
    Ok(vec![
        Erased::deleted("outbox-holding-letter", deleted),
        Erased::anonymised("outbox-holding-letter", anonymised),
        Erased::anonymised("outbox-holding-laid", laid),
    ])
}

fn forget_recipient(conn: &mut Conn<'_>, id: Uuid) -> Result<u64, Fault> {
    conn.exec(
        sql!(
            "UPDATE letter SET to_name = $2, to_address = '', detail = '', answer = ''
             WHERE id = $1"
        ),
        params![id, NOBODY],
    )
}

/// Forgets to whom the letters of a kind went, once they are on no way any more.
///
/// # Errors
/// When the database fails.
pub fn forget_recipients(conn: &mut Conn<'_>, kind: &str) -> Result<u64, Fault> {
    conn.exec(
        sql!(
            "UPDATE letter SET to_name = $2, to_address = '', detail = '', answer = ''
             WHERE kind = $1 AND state IN ('sent', 'failed', 'withdrawn') AND to_address <> ''"
        ),
        params![kind, NOBODY],
    )
}

fn due(
    conn: &mut Conn<'_>,
    network: NetworkId,
    before: Timestamp,
    limit: i64,
) -> Result<Vec<Due>, Fault> {
    conn.all(
        sql!(
            "SELECT id, to_name, COALESCE(settled_at, laid_at) AS since FROM letter
             WHERE (network_id = $1 OR (network_id IS NULL AND LOWER(to_address) IN
                    (SELECT a.mail FROM account a JOIN account_person b ON b.account_id = a.id
                     JOIN person p ON p.id = b.person_id WHERE p.network_id = $1)))
             AND state IN ('sent', 'failed', 'withdrawn')
             AND COALESCE(settled_at, laid_at) < $2 ORDER BY since, id LIMIT $3"
        ),
        params![network, before, limit],
        Due::read,
    )
}

fn go(conn: &mut Conn<'_>, network: NetworkId, id: Uuid, before: Timestamp) -> Result<bool, Fault> {
    let gone = conn.exec(
        sql!(
            "DELETE FROM letter WHERE id = $1 AND (network_id = $2 OR network_id IS NULL)
             AND state IN ('sent', 'failed', 'withdrawn')
             AND COALESCE(settled_at, laid_at) < $3"
        ),
        params![id, network, before],
    )?;
    if gone > 0 {
        conn.put(sql!("DELETE FROM bounce WHERE letter_id = $1"), params![id])?;
    }
    Ok(gone > 0)
}
