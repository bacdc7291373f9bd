//! The journal, requests, consents and looks as something that is kept about people.

use base::{Fault, Moment, NetworkId};
use jiff::Timestamp;
use shell::{Due, Erased, Going, Ground, Held, Holding, How, NOBODY, Retained, Whom};
use store::{Conn, params, sql};
use uuid::Uuid;

/// What this room keeps, and the journal below all rooms.
pub(crate) const HOLDINGS: &[Holding] = &[
    Holding {
        name: "privacy-requests",
        label: "privacy-holding",
        purpose: "privacy-holding-purpose",
        ground: Ground::Consent,
        columns: &[
            "data_request.person_id",
            "data_request.settled_by",
            "consent.person_id",
            "erasure.person_id",
            "data_read.account_id",
            "data_read.actor",
            "retention_rule.set_by",
            "retention_list.released_by",
            "retention_list.settled_by",
            "retention_keep.kept_by",
            "notice_draft.changed_by",
            "notice.published_by",
        ],
        former: None,
        tell,
        erase,
    },
    Holding {
        name: "journal",
        label: "privacy-journal",
        purpose: "privacy-journal-purpose",
        ground: Ground::Interest,
        columns: &["journal.account_id", "journal.actor"],
        former: None,
        tell: tell_journal,
        erase: erase_journal,
    },
];

/// What this room keeps for a time only.
pub(crate) const RETAINED: &[Retained] = &[Retained {
    name: "journal",
    label: "privacy-retained-journal",
    hint: "privacy-retained-journal-hint",
    months: 60,
    due,
    going: Going::Rows(go),
}];

fn tell(conn: &mut Conn<'_>, whom: &Whom) -> Result<Vec<Held>, Fault> {
    let mut held = conn.all(
        sql!("SELECT words, at FROM data_request WHERE person_id = $1 ORDER BY at DESC, id"),
        params![whom.person],
        |row| Ok(Held::new("privacy-holding-request", row.take::<String>()?).at(row.take()?)),
    )?;
    held.extend(conn.all(
        sql!("SELECT granted, at FROM consent WHERE person_id = $1 ORDER BY at DESC, id DESC"),
        params![whom.person],
        |row| {
            let what = if row.take::<bool>()? {
                "privacy-holding-consent-given"
            } else {
                "privacy-holding-consent-taken"
            };
            Ok(Held::new(what, "").at(row.take()?))
        },
    )?);
    held.extend(conn.all(
        sql!("SELECT actor, at FROM data_read WHERE subject_id = $1 ORDER BY at DESC, id DESC"),
        params![whom.person],
        |row| Ok(Held::new("privacy-holding-look", row.take::<String>()?).at(row.take()?)),
    )?);
    Ok(held)
}

fn erase(conn: &mut Conn<'_>, _: &mut Moment, whom: &Whom, _: How) -> Result<Vec<Erased>, Fault> {
    let requests = conn.exec(
        sql!("DELETE FROM data_request WHERE person_id = $1"),
        params![whom.person],
    )?;
    let consents = conn.exec(
        sql!("DELETE FROM consent WHERE person_id = $1"),
        params![whom.person],
    )?;
    let of = params![whom.network, whom.name, NOBODY];
    let mut noted = 0;
    for statement in [
        sql!("UPDATE data_request SET settled_by = $3 WHERE network_id = $1 AND settled_by = $2"),
        sql!(
            "UPDATE data_read SET actor = $3, account_id = NULL
             WHERE network_id = $1 AND actor = $2"
        ),
        sql!("UPDATE retention_rule SET set_by = $3 WHERE network_id = $1 AND set_by = $2"),
        sql!(
            "UPDATE retention_list SET released_by = $3
             WHERE network_id = $1 AND released_by = $2"
        ),
        sql!("UPDATE retention_list SET settled_by = $3 WHERE network_id = $1 AND settled_by = $2"),
        sql!("UPDATE retention_keep SET kept_by = $3 WHERE network_id = $1 AND kept_by = $2"),
        sql!("UPDATE notice_draft SET changed_by = $3 WHERE network_id = $1 AND changed_by = $2"),
        sql!("UPDATE notice SET published_by = $3 WHERE network_id = $1 AND published_by = $2"),
    ] {
        noted += conn.exec(statement, of)?;
    }
    Ok(vec![
        Erased::deleted("privacy-holding-request", requests),
        Erased::deleted("privacy-holding-consent", consents),
        Erased::anonymised("privacy-holding-noted", noted),
    ])
}

fn tell_journal(conn: &mut Conn<'_>, whom: &Whom) -> Result<Vec<Held>, Fault> {
    let count = |row: &mut store::Row| Ok((row.take::<i64>()?, row.take::<Option<Timestamp>>()?));
    let did = conn.one(
        sql!(
            "SELECT COUNT(*), MAX(at) FROM journal
             WHERE network_id = $1 AND (account_id = $2 OR actor = $3)"
        ),
        params![whom.network, whom.account, whom.name],
        count,
    )?;
    let about = conn.one(
        sql!("SELECT COUNT(*), MAX(at) FROM journal WHERE subject_id = $1"),
        params![whom.person],
        count,
    )?;
    let held = [
        (did, "privacy-journal-did"),
        (about, "privacy-journal-about"),
    ];
    Ok(held
        .into_iter()
        .filter_map(|(found, what)| {
            let (count, latest) = found.filter(|(count, _)| *count > 0)?;
            Some(Held::new(what, count.to_string()).at(latest))
        })
        .collect())
}

/// That something was done and when stays; by whom it was done does not.
fn erase_journal(
    conn: &mut Conn<'_>,
    _: &mut Moment,
    whom: &Whom,
    _: How,
) -> Result<Vec<Erased>, Fault> {
    let did = conn.exec(
        sql!(
            "UPDATE journal SET actor = $4, account_id = NULL
             WHERE network_id = $1 AND (account_id = $2 OR actor = $3)"
        ),
        params![whom.network, whom.account, whom.name, NOBODY],
    )?;
    let about = conn.exec(
        sql!("UPDATE journal SET detail = '' WHERE subject_id = $1 AND detail <> ''"),
        params![whom.person],
    )?;
    let mut named = 0;
    // A single word may stand for much else.
    if whom.name.trim().contains(' ') {
        named = conn.exec(
            sql!(
                "UPDATE journal SET detail = REPLACE(detail, $2, $3)
                 WHERE network_id = $1 AND REPLACE(detail, $2, '') <> detail"
            ),
            params![whom.network, whom.name, NOBODY],
        )?;
    }
    Ok(vec![
        Erased::anonymised("privacy-journal-did", did),
        Erased::anonymised("privacy-journal-about", about + named),
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
            "SELECT id, actor, at FROM journal WHERE network_id = $1 AND at < $2
             ORDER BY at, id LIMIT $3"
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
        sql!("DELETE FROM journal WHERE id = $1 AND network_id = $2 AND at < $3"),
        params![id, network, before],
    )?;
    Ok(gone > 0)
}
