//! Letters as something that is kept about people: to whom they went, and who laid them out.

use base::{Fault, Moment, NetworkId};
use jiff::Timestamp;
use shell::{Due, Erased, Going, Ground, Held, Holding, How, NOBODY, Retained, Whom};
use store::{Conn, params, sql};
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

fn tell(conn: &mut Conn<'_>, whom: &Whom) -> Result<Vec<Held>, Fault> {
    let mut held = conn.all(
        sql!(
            "SELECT about, COALESCE(settled_at, laid_at) FROM letter
             WHERE network_id = $1 AND LOWER(to_address) = $2 AND $2 <> ''
             AND (to_name = $3 OR $4)
             ORDER BY laid_at DESC, id"
        ),
        params![whom.network, whom.mail, whom.name, whom.mail_is_own],
        |row| Ok(Held::new("outbox-holding-letter", row.take::<String>()?).at(Some(row.take()?))),
    )?;
    held.extend(conn.all(
        sql!("SELECT reason, last_at FROM mail_address WHERE address = $1 AND $2"),
        params![whom.mail, whom.mail_is_own],
        |row| Ok(Held::new("outbox-holding-address", row.take::<String>()?).at(Some(row.take()?))),
    )?);
    Ok(held)
}

/// What has not gone out goes nowhere. That it went out at all stays where that is asked for.
fn erase(conn: &mut Conn<'_>, _: &mut Moment, whom: &Whom, how: How) -> Result<Vec<Erased>, Fault> {
    let mut deleted = conn.exec(
        sql!(
            "DELETE FROM letter WHERE network_id = $1 AND LOWER(to_address) = $2 AND $2 <> ''
             AND (to_name = $3 OR $4) AND ($5 OR state IN ('waiting', 'queued'))"
        ),
        params![
            whom.network,
            whom.mail,
            whom.name,
            whom.mail_is_own,
            how == How::Erase
        ],
    )?;
    let anonymised = conn.exec(
        sql!(
            "UPDATE letter SET to_name = $5, to_address = '', detail = '', answer = ''
             WHERE network_id = $1 AND LOWER(to_address) = $2 AND $2 <> ''
             AND (to_name = $3 OR $4)"
        ),
        params![whom.network, whom.mail, whom.name, whom.mail_is_own, NOBODY],
    )?;
    if whom.mail_is_own {
        deleted += conn.exec(
            sql!("DELETE FROM bounce WHERE address = $1"),
            params![whom.mail],
        )?;
        deleted += conn.exec(
            sql!("DELETE FROM mail_address WHERE address = $1"),
            params![whom.mail],
        )?;
    }
    let laid = conn.exec(
        sql!("UPDATE letter SET laid_by = $3 WHERE network_id = $1 AND laid_by = $2"),
        params![whom.network, whom.name, NOBODY],
    )?;
    Ok(vec![
        Erased::deleted("outbox-holding-letter", deleted),
        Erased::anonymised("outbox-holding-letter", anonymised),
        Erased::anonymised("outbox-holding-laid", laid),
    ])
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
             WHERE network_id = $1 AND state IN ('sent', 'failed', 'withdrawn')
             AND COALESCE(settled_at, laid_at) < $2 ORDER BY since, id LIMIT $3"
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
    let gone = conn.exec(
        sql!(
            "DELETE FROM letter WHERE id = $1 AND network_id = $2
             AND state IN ('sent', 'failed', 'withdrawn')
             AND COALESCE(settled_at, laid_at) < $3"
        ),
        params![id, network, before],
    )?;
    if gone > 0 {
        conn.exec(sql!("DELETE FROM bounce WHERE letter_id = $1"), params![id])?;
    }
    Ok(gone > 0)
}
