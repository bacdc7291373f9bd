//! Merges and what was said of pairs as something that is kept about people.

use base::{Fault, Moment, NetworkId, PersonId};
use jiff::Timestamp;
use shell::{Due, Erased, Going, Ground, Held, Holding, How, Named, Retained, Whom};
use store::{Conn, Row, params, sql};
use uuid::Uuid;

use super::forget_records_of;

/// What this room keeps about people.
pub(crate) const HOLDINGS: &[Holding] = &[Holding {
    name: "duplicates",
    label: "duplicates-holding",
    purpose: "duplicates-holding-purpose",
    ground: Ground::Interest,
    columns: &[
        "no_duplicate.one_person_id",
        "no_duplicate.other_person_id",
        "no_duplicate.said_by",
        "record_merge.kept_person_id",
        "record_merge.merged_by",
        "record_merge.undone_by",
    ],
    former: Some(former),
    tell,
    erase,
}];

/// What this room keeps for a time only.
pub(crate) const RETAINED: &[Retained] = &[Retained {
    name: "duplicates-merges",
    label: "duplicates-retained",
    hint: "duplicates-retained-hint",
    months: 24,
    due,
    going: Going::Rows(go),
}];

fn former(conn: &mut Conn<'_>, person: PersonId) -> Result<Vec<PersonId>, Fault> {
    conn.all(
        sql!(
            "SELECT gone_id FROM record_merge
             WHERE kept_person_id = $1 AND undone_at IS NULL ORDER BY number"
        ),
        params![person],
        Row::take,
    )
}

fn tell(conn: &mut Conn<'_>, whom: &Whom) -> Result<Vec<Held>, Fault> {
    conn.all(
        sql!(
            "SELECT gone_name, merged_at FROM record_merge
             WHERE kept_person_id = $1 OR gone_id = $1 ORDER BY number DESC"
        ),
        params![whom.person],
        |row| Ok(Held::new("duplicates-holding-merge", row.take::<String>()?).at(row.take()?)),
    )
}

/// What undoes a merge holds the whole record; none can be undone once the person is gone.
fn erase(conn: &mut Conn<'_>, _: &mut Moment, whom: &Whom, _: How) -> Result<Vec<Erased>, Fault> {
    let merges = tell(conn, whom)?.len();
    forget_records_of(conn, (Named::Person, whom.person.into()))?;
    conn.exec(
        sql!("DELETE FROM no_duplicate WHERE one_person_id = $1 OR other_person_id = $1"),
        params![whom.person],
    )?;
    // A merge that was undone names a record that is there again.
    conn.exec(
        sql!("UPDATE record_merge SET record = '', gone_name = '' WHERE gone_id = $1"),
        params![whom.person],
    )?;
    let noted = [
        sql!("UPDATE no_duplicate SET said_by = $3 WHERE network_id = $1 AND said_by = $2"),
        sql!("UPDATE record_merge SET merged_by = $3 WHERE network_id = $1 AND merged_by = $2"),
        sql!("UPDATE record_merge SET undone_by = $3 WHERE network_id = $1 AND undone_by = $2"),
    ];
    let noted = whom.forget_names(conn, &noted)?;
    let merges = u64::try_from(merges).unwrap_or(u64::MAX);
    Ok(vec![
        Erased::anonymised("duplicates-holding-merge", merges),
        Erased::anonymised("duplicates-holding-noted", noted),
    ])
}

/// Merges of people that can no longer be undone. What a merge of organisations says is about
/// nobody.
fn due(
    conn: &mut Conn<'_>,
    network: NetworkId,
    before: Timestamp,
    limit: i64,
) -> Result<Vec<Due>, Fault> {
    conn.all(
        sql!(
            "SELECT id, gone_name, merged_at FROM record_merge
             WHERE network_id = $1 AND kind = 'person' AND record = '' AND merged_at < $2
             ORDER BY merged_at, id LIMIT $3"
        ),
        params![network, before, limit],
        Due::read,
    )
}

fn go(conn: &mut Conn<'_>, network: NetworkId, id: Uuid, before: Timestamp) -> Result<bool, Fault> {
    let gone = conn.exec(
        sql!(
            "DELETE FROM record_merge WHERE id = $1 AND network_id = $2 AND kind = 'person'
             AND record = '' AND merged_at < $3"
        ),
        params![id, network, before],
    )?;
    Ok(gone > 0)
}
