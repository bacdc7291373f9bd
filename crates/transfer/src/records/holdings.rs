//! Lists as something that is kept about people: who read them in, whom they name while they are
//! looked at, and what they have changed for as long as that can be taken back.

use base::{Fault, Moment, NetworkId};
use jiff::Timestamp;
use shell::{Due, Erased, Going, Ground, Held, Holding, How, NOBODY, Retained, Whom};
use store::{Conn, Row, params, sql};
use uuid::Uuid;

/// What lists keep about people.
pub(crate) const HOLDINGS: &[Holding] = &[Holding {
    name: "transfer-lists",
    label: "transfer-holding",
    purpose: "transfer-holding-purpose",
    ground: Ground::Interest,
    columns: &[
        "transfer.account_id",
        "transfer_row.person_id",
        "transfer_like.person_id",
        "transfer_change.person_id",
        "transfer_columns.account_id",
    ],
    former: None,
    tell,
    erase,
}];

/// What lists keep for a time only.
pub(crate) const RETAINED: &[Retained] = &[Retained {
    name: "transfer-lists",
    label: "transfer-retained",
    hint: "transfer-retained-hint",
    months: 12,
    due,
    going: Going::Rows(go),
}];

fn tell(conn: &mut Conn<'_>, whom: &Whom) -> Result<Vec<Held>, Fault> {
    let mut held = conn.all(
        sql!(
            "SELECT file_name, created_at FROM transfer
             WHERE network_id = $1 AND account_id = $2 ORDER BY created_at DESC, id"
        ),
        params![whom.network, whom.account],
        |row| {
            let name: String = row.take()?;
            Ok(Held::new("transfer-holding-read", name).at(Some(row.take()?)))
        },
    )?;
    held.extend(conn.all(
        sql!(
            "SELECT t.file_name, t.written_at FROM transfer_change c
             JOIN transfer t ON t.id = c.transfer_id WHERE c.person_id = $1
             ORDER BY t.created_at DESC, c.number"
        ),
        params![whom.person],
        |row| {
            let name: String = row.take()?;
            Ok(Held::new("transfer-holding-change", name).at(row.take()?))
        },
    )?);
    for (_, file_name, at) in naming(conn, whom)? {
        held.push(Held::new("transfer-holding-waiting", file_name).at(Some(at)));
    }
    Ok(held)
}

/// The lists not yet written whose rows name the person: by a cell with the address or one of
/// the names, or as the record that a row would change.
fn naming(conn: &mut Conn<'_>, whom: &Whom) -> Result<Vec<(Uuid, String, Timestamp)>, Fault> {
    let mut cells: Vec<String> = whom.own_names.iter().map(|it| cell(it)).collect();
    if whom.mail_is_own && !whom.mail.is_empty() {
        cells.push(cell(&whom.mail));
    }
    let mut found: Vec<(Uuid, String, Timestamp)> = Vec::new();
    for cell in cells {
        let lists = conn.all(
            sql!(
                "SELECT id, file_name, created_at FROM transfer
                 WHERE network_id = $1 AND state IN ('columns', 'checking', 'ready')
                 AND EXISTS (SELECT 1 FROM transfer_row r WHERE r.transfer_id = transfer.id
                             AND (REPLACE(LOWER(r.cells), LOWER($2), '') <> LOWER(r.cells)
                                  OR r.person_id = $3))
                 ORDER BY created_at, id"
            ),
            params![whom.network, cell, whom.person],
            |row| Ok((row.take()?, row.take()?, row.take()?)),
        )?;
        found.extend(lists);
    }
    found.sort_by_key(|(id, _, at)| (*at, *id));
    found.dedup();
    Ok(found)
}

/// A whole cell, as rows keep it.
fn cell(words: &str) -> String {
    serde_json::to_string(words).unwrap_or_default()
}

/// A list that names the person and is not yet written goes whole, because its file cannot lose
/// one line: the office reads it in again without that line.
fn erase(conn: &mut Conn<'_>, _: &mut Moment, whom: &Whom, _: How) -> Result<Vec<Erased>, Fault> {
    let mut lists = 0;
    for (id, ..) in naming(conn, whom)? {
        lists += u64::from(forget(conn, id)?);
    }
    let unread = conn.count(
        sql!(
            "SELECT COUNT(*) FROM transfer WHERE network_id = $1 AND state = 'columns'
             AND NOT EXISTS (SELECT 1 FROM transfer_row r WHERE r.transfer_id = transfer.id)"
        ),
        params![whom.network],
    )?;
    let mut gone = conn.exec(
        sql!("DELETE FROM transfer_change WHERE person_id = $1"),
        params![whom.person],
    )?;
    gone += conn.exec(
        sql!("DELETE FROM transfer_like WHERE person_id = $1"),
        params![whom.person],
    )?;
    gone += conn.exec(
        sql!("DELETE FROM transfer_row WHERE person_id = $1"),
        params![whom.person],
    )?;
    let read = [sql!(
        "UPDATE transfer SET account_id = NULL, actor = $3
         WHERE network_id = $1 AND account_id = $2"
    )];
    let mut read = whom.forget_account(conn, &read)?;
    let by_name = [sql!(
        "UPDATE transfer SET actor = $3
         WHERE network_id = $1 AND account_id IS NULL AND actor = $2"
    )];
    read += whom.forget_names(conn, &by_name)?;
    if let (Some(account), true) = (whom.account, whom.account_is_own) {
        conn.exec(
            sql!("UPDATE transfer SET account_id = NULL, actor = $2 WHERE account_id = $1"),
            params![account, NOBODY],
        )?;
        conn.exec(
            sql!("DELETE FROM transfer_columns WHERE account_id = $1"),
            params![account],
        )?;
    }
    Ok(vec![
        Erased::deleted("transfer-holding-waiting", lists),
        Erased::deleted("transfer-holding-change", gone),
        Erased::anonymised("transfer-holding-read", read),
        Erased::stays(
            "transfer-holding-unread",
            u64::try_from(unread).unwrap_or(0),
            "transfer-holding-unread-stays",
        ),
    ])
}

fn forget(conn: &mut Conn<'_>, id: Uuid) -> Result<bool, Fault> {
    for statement in [
        sql!("DELETE FROM transfer_change WHERE transfer_id = $1"),
        sql!("DELETE FROM transfer_row WHERE transfer_id = $1"),
    ] {
        conn.exec(statement, params![id])?;
    }
    let gone = conn.exec(sql!("DELETE FROM transfer WHERE id = $1"), params![id])?;
    Ok(gone > 0)
}

fn due(
    conn: &mut Conn<'_>,
    network: NetworkId,
    before: Timestamp,
    limit: i64,
) -> Result<Vec<Due>, Fault> {
    conn.all(
        sql!(
            "SELECT id, file_name, COALESCE(written_at, created_at) AS since FROM transfer
             WHERE network_id = $1 AND state IN ('columns', 'ready', 'written', 'undone')
             AND COALESCE(written_at, created_at) < $2 ORDER BY since, id LIMIT $3"
        ),
        params![network, before, limit],
        Due::read,
    )
}

fn go(conn: &mut Conn<'_>, network: NetworkId, id: Uuid, before: Timestamp) -> Result<bool, Fault> {
    let is_due = conn.one(
        sql!(
            "SELECT id FROM transfer WHERE id = $1 AND network_id = $2
             AND state IN ('columns', 'ready', 'written', 'undone')
             AND COALESCE(written_at, created_at) < $3"
        ),
        params![id, network, before],
        Row::take::<Uuid>,
    )?;
    match is_due {
        Some(id) => forget(conn, id),
        None => Ok(false),
    }
}
