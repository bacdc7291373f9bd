//! Requests, consents and looks as something that is kept about people.

use base::{Fault, Moment};
use shell::{Erased, Going, Ground, Held, Holding, How, Retained, Whom};
use store::{Conn, params, sql};

use super::{journal, retention, terms};

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
        tell: journal::tell,
        erase: journal::erase,
    },
];

/// What this room keeps for a time only.
pub(crate) const RETAINED: &[Retained] = &[
    Retained {
        name: "journal",
        label: "privacy-retained-journal",
        hint: "privacy-retained-journal-hint",
        months: 60,
        due: journal::due,
        going: Going::Rows(journal::go),
    },
    Retained {
        name: "privacy-looks",
        label: "privacy-retained-looks",
        hint: "privacy-retained-looks-hint",
        months: 24,
        due: terms::looks_due,
        going: Going::Rows(terms::look_goes),
    },
    Retained {
        name: "privacy-requests",
        label: "privacy-retained-requests",
        hint: "privacy-retained-requests-hint",
        months: 36,
        due: terms::requests_due,
        going: Going::Rows(terms::request_goes),
    },
];

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
    let by_account = [sql!(
        "UPDATE data_read SET actor = $3, account_id = NULL
         WHERE network_id = $1 AND account_id = $2"
    )];
    let by_name = [
        sql!("UPDATE data_request SET settled_by = $3 WHERE network_id = $1 AND settled_by = $2"),
        sql!(
            "UPDATE data_read SET actor = $3
             WHERE network_id = $1 AND account_id IS NULL AND actor = $2"
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
    ];
    let noted = whom.forget_account(conn, &by_account)? + whom.forget_names(conn, &by_name)?;
    retention::forget_item(conn, whom.person.into())?;
    // A name that somebody else bears too says nothing of who was meant.
    let is_shared = whom.account.is_some() && !whom.own_names.contains(&whom.name);
    Ok(vec![
        Erased::deleted("privacy-holding-request", requests),
        Erased::deleted("privacy-holding-consent", consents),
        Erased::anonymised("privacy-holding-noted", noted),
        Erased::stays(
            "privacy-holding-noted",
            u64::from(is_shared),
            "privacy-holding-shared-name",
        ),
    ])
}
