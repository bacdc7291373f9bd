//! Files and drafts as something that is kept about people: who brought or decided them, and
//! whom their texts name.

use base::{Fault, Moment, NetworkId};
use jiff::Timestamp;
use shell::{Due, Erased, Going, Ground, Held, Holding, How, NOBODY, Retained, Whom};
use store::{Conn, Row, params, sql};
use uuid::Uuid;

use super::uploads;

/// What moving in keeps about people.
pub(crate) const HOLDINGS: &[Holding] = &[Holding {
    name: "move-in-drafts",
    label: "move-in-holding",
    purpose: "move-in-holding-purpose",
    ground: Ground::Interest,
    columns: &[
        "move_in_upload.account_id",
        "move_in_draft.account_id",
        "move_in_made.person_id",
    ],
    former: None,
    tell,
    erase,
}];

/// What moving in keeps for a time only.
pub(crate) const RETAINED: &[Retained] = &[Retained {
    name: "move-in-files",
    label: "move-in-retained",
    hint: "move-in-retained-hint",
    months: 12,
    due,
    going: Going::Rows(go),
}];

fn tell(conn: &mut Conn<'_>, whom: &Whom) -> Result<Vec<Held>, Fault> {
    let mut held = conn.all(
        sql!(
            "SELECT name, created_at FROM move_in_upload
             WHERE network_id = $1 AND account_id = $2 ORDER BY created_at DESC, id"
        ),
        params![whom.network, whom.account],
        |row| {
            let name: String = row.take()?;
            Ok(Held::new("move-in-holding-brought", name).at(Some(row.take()?)))
        },
    )?;
    held.extend(conn.all(
        sql!(
            "SELECT title, decided_at FROM move_in_draft
             WHERE network_id = $1 AND account_id = $2 ORDER BY decided_at DESC, id"
        ),
        params![whom.network, whom.account],
        |row| {
            let title: String = row.take()?;
            Ok(Held::new("move-in-holding-decided", title).at(row.take()?))
        },
    )?);
    for (_, name, at) in naming(conn, whom)? {
        held.push(Held::new("move-in-holding-names", name).at(Some(at)));
    }
    Ok(held)
}

/// The words that are the person's alone.
fn own_words(whom: &Whom) -> Vec<String> {
    let mut words = whom.own_names.clone();
    if whom.mail_is_own && !whom.mail.is_empty() {
        words.push(whom.mail.clone());
    }
    words.retain(|it| !it.trim().is_empty());
    words
}

/// The pages whose text names the person.
fn naming(conn: &mut Conn<'_>, whom: &Whom) -> Result<Vec<(Uuid, String, Timestamp)>, Fault> {
    let mut found: Vec<(Uuid, String, Timestamp)> = Vec::new();
    for words in own_words(whom) {
        found.extend(conn.all(
            sql!(
                "SELECT s.id, s.name, u.created_at FROM move_in_source s
                 JOIN move_in_upload u ON u.id = s.upload_id
                 WHERE u.network_id = $1
                 AND (REPLACE(LOWER(s.body_text), LOWER($2), '') <> LOWER(s.body_text)
                      OR EXISTS (SELECT 1 FROM move_in_draft d WHERE d.source_id = s.id
                                 AND (REPLACE(LOWER(d.found), LOWER($2), '') <> LOWER(d.found)
                                      OR REPLACE(LOWER(d.corrected), LOWER($2), '')
                                         <> LOWER(d.corrected))))
                 ORDER BY u.created_at, s.id"
            ),
            params![whom.network, words],
            |row| Ok((row.take()?, row.take()?, row.take()?)),
        )?);
    }
    found.sort_by_key(|(id, _, at)| (*at, *id));
    found.dedup();
    Ok(found)
}

/// A page that names the person goes with its drafts: a text cannot lose one name and stay the
/// evidence that it is. What drafts have become stays, and is the other rooms' to erase.
fn erase(conn: &mut Conn<'_>, _: &mut Moment, whom: &Whom, _: How) -> Result<Vec<Erased>, Fault> {
    let mut pages = 0;
    for (id, ..) in naming(conn, whom)? {
        pages += conn.exec(
            sql!("DELETE FROM move_in_source WHERE id = $1"),
            params![id],
        )?;
    }
    let waiting = conn.count(
        sql!("SELECT COUNT(*) FROM move_in_upload WHERE network_id = $1 AND state = 'waiting'"),
        params![whom.network],
    )?;
    conn.exec(
        sql!("DELETE FROM move_in_made WHERE person_id = $1"),
        params![whom.person],
    )?;
    let by_account = [
        sql!(
            "UPDATE move_in_upload SET account_id = NULL, actor = $3
             WHERE network_id = $1 AND account_id = $2"
        ),
        sql!(
            "UPDATE move_in_draft SET account_id = NULL, actor = $3
             WHERE network_id = $1 AND account_id = $2"
        ),
    ];
    let mut read = whom.forget_account(conn, &by_account)?;
    let by_name = [
        sql!(
            "UPDATE move_in_upload SET actor = $3
             WHERE network_id = $1 AND account_id IS NULL AND actor = $2"
        ),
        sql!(
            "UPDATE move_in_draft SET actor = $3
             WHERE network_id = $1 AND account_id IS NULL AND actor = $2"
        ),
    ];
    read += whom.forget_names(conn, &by_name)?;
    if let (Some(account), true) = (whom.account, whom.account_is_own) {
        for statement in [
            sql!("UPDATE move_in_upload SET account_id = NULL, actor = $2 WHERE account_id = $1"),
            sql!("UPDATE move_in_draft SET account_id = NULL, actor = $2 WHERE account_id = $1"),
        ] {
            conn.exec(statement, params![account, NOBODY])?;
        }
    }
    Ok(vec![
        Erased::deleted("move-in-holding-names", pages),
        Erased::anonymised("move-in-holding-brought", read),
        Erased::stays(
            "move-in-holding-waiting",
            u64::try_from(waiting).unwrap_or(0),
            "move-in-holding-waiting-stays",
        ),
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
            "SELECT id, name, COALESCE(read_at, created_at) AS since FROM move_in_upload
             WHERE network_id = $1 AND state <> 'waiting'
             AND COALESCE(read_at, created_at) < $2 ORDER BY since, id LIMIT $3"
        ),
        params![network, before, limit],
        Due::read,
    )
}

fn go(conn: &mut Conn<'_>, network: NetworkId, id: Uuid, before: Timestamp) -> Result<bool, Fault> {
    let is_due = conn.one(
        sql!(
            "SELECT id FROM move_in_upload WHERE id = $1 AND network_id = $2
             AND state <> 'waiting' AND COALESCE(read_at, created_at) < $3"
        ),
        params![id, network, before],
        Row::take::<Uuid>,
    )?;
    match is_due {
        Some(id) => uploads::delete(conn, id),
        None => Ok(false),
    }
}
