//! Mails that came in as something that is kept about people.

use base::{Fault, Moment, NetworkId};
use jiff::Timestamp;
use shell::{Due, Erased, Going, Ground, Held, Holding, How, Retained, Whom};
use store::{BlobHash, Conn, Row, params, sql};
use uuid::Uuid;

/// What the inbox keeps about people.
pub(crate) const HOLDINGS: &[Holding] = &[Holding {
    name: "inbox-mails",
    label: "inbox-holding",
    purpose: "inbox-holding-purpose",
    ground: Ground::Interest,
    columns: &[
        "mail_in.from_name",
        "mail_in.from_address",
        "mail_in.settled_by",
    ],
    former: None,
    tell,
    erase,
}];

/// What the inbox keeps for a time only.
pub(crate) const RETAINED: &[Retained] = &[Retained {
    name: "inbox-settled",
    label: "inbox-retained",
    hint: "inbox-retained-hint",
    months: 12,
    due,
    going: Going::Rows(go),
}];

macro_rules! mails {
    () => {
        "SELECT id, subject, came_at, raw FROM mail_in "
    };
}

/// A mail that the person wrote.
struct Came {
    id: Uuid,
    subject: String,
    at: Timestamp,
    raw: BlobHash,
}

fn read(row: &mut Row) -> Result<Came, Fault> {
    Ok(Came {
        id: row.take()?,
        subject: row.take()?,
        at: row.take()?,
        raw: row.take()?,
    })
}

/// The mails that the person wrote, the latest first: from an address that is or was the person's
/// alone, whether or not the mail was brought to a network.
fn mails(conn: &mut Conn<'_>, whom: &Whom) -> Result<Vec<Came>, Fault> {
    let mut found = Vec::new();
    for address in outbox::addresses_of(conn, whom)? {
        found.extend(conn.all(
            sql!(
                mails!,
                "WHERE LOWER(from_address) = $2 AND (network_id = $1 OR network_id IS NULL)"
            ),
            params![whom.network, address],
            read,
        )?);
    }
    found.sort_by_key(|it| (std::cmp::Reverse(it.at), it.id));
    Ok(found)
}

fn tell(conn: &mut Conn<'_>, whom: &Whom) -> Result<Vec<Held>, Fault> {
    let mails = mails(conn, whom)?.into_iter();
    Ok(mails
        .map(|it| Held::new("inbox-holding-mail", it.subject).at(Some(it.at)))
        .collect())
}

/// A mail is its writer's own words: it goes whole, whichever way was chosen.
fn erase(conn: &mut Conn<'_>, _: &mut Moment, whom: &Whom, _: How) -> Result<Vec<Erased>, Fault> {
    let mut mails_gone = 0;
    for it in mails(conn, whom)? {
        mails_gone += conn.exec(sql!("DELETE FROM mail_in WHERE id = $1"), params![it.id])?;
        forget_file(conn, it.raw)?;
    }
    let settled = [sql!(
        "UPDATE mail_in SET settled_by = $3 WHERE network_id = $1 AND settled_by = $2"
    )];
    let settled = whom.forget_names(conn, &settled)?;
    Ok(vec![
        Erased::deleted("inbox-holding-mail", mails_gone),
        Erased::anonymised("inbox-holding-settled", settled),
    ])
}

/// The same bytes are kept once; they go with the last mail that is made of them. Where another
/// room keeps the same bytes, such as a mail put among a gathering's documents, the database
/// holds on to them.
fn forget_file(conn: &mut Conn<'_>, hash: BlobHash) -> Result<(), Fault> {
    conn.attempt(|conn| {
        conn.exec(
            sql!(
                "DELETE FROM blob WHERE hash = $1
                 AND NOT EXISTS (SELECT 1 FROM mail_in WHERE raw = $1)
                 AND NOT EXISTS (SELECT 1 FROM network WHERE logo = $1)
                 AND NOT EXISTS (SELECT 1 FROM organisation WHERE logo = $1)"
            ),
            params![hash],
        )
    })?;
    Ok(())
}

fn due(
    conn: &mut Conn<'_>,
    network: NetworkId,
    before: Timestamp,
    limit: i64,
) -> Result<Vec<Due>, Fault> {
    conn.all(
        sql!(
            "SELECT id, subject, came_at FROM mail_in
             WHERE network_id = $1 AND state <> 'open' AND came_at < $2
             ORDER BY came_at, id LIMIT $3"
        ),
        params![network, before, limit],
        Due::read,
    )
}

fn go(conn: &mut Conn<'_>, network: NetworkId, id: Uuid, before: Timestamp) -> Result<bool, Fault> {
    let raw = conn.one(
        sql!(
            "DELETE FROM mail_in WHERE id = $1 AND network_id = $2 AND state <> 'open'
             AND came_at < $3 RETURNING raw"
        ),
        params![id, network, before],
        Row::take::<BlobHash>,
    )?;
    let Some(hash) = raw else { return Ok(false) };
    forget_file(conn, hash)?;
    Ok(true)
}
