//! Mails that came in as something that is kept about people.

use base::{Fault, Moment, NetworkId};
use jiff::Timestamp;
use shell::{Due, Erased, Going, Ground, Held, Holding, How, NOBODY, Retained, Whom};
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

fn tell(conn: &mut Conn<'_>, whom: &Whom) -> Result<Vec<Held>, Fault> {
    conn.all(
        sql!(
            "SELECT subject, came_at FROM mail_in
             WHERE network_id = $1 AND LOWER(from_address) = $2 AND $2 <> '' AND $3
             ORDER BY came_at DESC, id"
        ),
        params![whom.network, whom.mail, whom.mail_is_own],
        |row| Ok(Held::new("inbox-holding-mail", row.take::<String>()?).at(row.take()?)),
    )
}

/// A mail is its writer's own words: it goes whole, whichever way was chosen.
fn erase(conn: &mut Conn<'_>, _: &mut Moment, whom: &Whom, _: How) -> Result<Vec<Erased>, Fault> {
    let raw = conn.all(
        sql!(
            "SELECT raw FROM mail_in
             WHERE network_id = $1 AND LOWER(from_address) = $2 AND $2 <> '' AND $3"
        ),
        params![whom.network, whom.mail, whom.mail_is_own],
        Row::take::<BlobHash>,
    )?;
    let mails = conn.exec(
        sql!(
            "DELETE FROM mail_in
             WHERE network_id = $1 AND LOWER(from_address) = $2 AND $2 <> '' AND $3"
        ),
        params![whom.network, whom.mail, whom.mail_is_own],
    )?;
    for hash in raw {
        forget_file(conn, hash)?;
    }
    let settled = conn.exec(
        sql!("UPDATE mail_in SET settled_by = $3 WHERE network_id = $1 AND settled_by = $2"),
        params![whom.network, whom.name, NOBODY],
    )?;
    Ok(vec![
        Erased::deleted("inbox-holding-mail", mails),
        Erased::anonymised("inbox-holding-settled", settled),
    ])
}

/// The same bytes are kept once; they go with the last mail that is made of them.
fn forget_file(conn: &mut Conn<'_>, hash: BlobHash) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "DELETE FROM blob WHERE hash = $1
             AND NOT EXISTS (SELECT 1 FROM mail_in WHERE raw = $1)"
        ),
        params![hash],
    )?;
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
        |row| {
            Ok(Due {
                id: row.take()?,
                words: row.take()?,
                since: row.take()?,
            })
        },
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
