//! Pairs, what the office said of them, and merges, in the database.

pub(crate) mod archive;
mod holdings;

use base::{Fault, NetworkId};
use jiff::Timestamp;
use register::Reason;
use shell::Named;
use store::{Conn, Row, params, sql};
use uuid::Uuid;

use crate::merging::named_of;

pub(crate) use holdings::{HOLDINGS, RETAINED};

/// One of two records of a pair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Member {
    pub(crate) id: Uuid,
    pub(crate) name: String,
    pub(crate) ended: bool,
    /// What tells it from others: a mail address, a town.
    pub(crate) more: String,
}

/// Two records that look alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Pair {
    pub(crate) one: Member,
    pub(crate) other: Member,
    pub(crate) score: i64,
    pub(crate) reasons: Vec<Reason>,
}

/// Two records that the office has said to be two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Different {
    pub(crate) named: Named,
    pub(crate) one: (Uuid, String),
    pub(crate) other: (Uuid, String),
    pub(crate) said_at: Timestamp,
    pub(crate) said_by: String,
}

/// Two records that became one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merge {
    /// Its id.
    pub id: Uuid,
    /// The network.
    pub network: NetworkId,
    /// What they were.
    pub named: Named,
    /// The record that stayed; none where it was deleted since.
    pub kept: Option<Uuid>,
    /// The name of the record that stayed.
    pub kept_name: String,
    /// The record that went.
    pub gone: Uuid,
    /// Its name.
    pub gone_name: String,
    /// When.
    pub merged_at: Timestamp,
    /// Who did it.
    pub merged_by: String,
    /// When it was undone.
    pub undone_at: Option<Timestamp>,
    /// Whether what undoes it is still kept.
    pub is_kept: bool,
}

fn read_pair(row: &mut Row) -> Result<Pair, Fault> {
    let member = |row: &mut Row| {
        Ok::<_, Fault>(Member {
            id: row.take()?,
            name: row.take()?,
            ended: row.take()?,
            more: row.take()?,
        })
    };
    Ok(Pair {
        one: member(row)?,
        other: member(row)?,
        score: row.take()?,
        reasons: row
            .take::<String>()?
            .split(' ')
            .filter_map(Reason::from_word)
            .collect(),
    })
}

// CROSS JOIN holds SQLite to the order of the pairs, so that it stops when a page is full.
macro_rules! people {
    () => {
        "WITH pairs AS (
             SELECT a.one_id, p.name AS one_name, p.ended AS one_ended, p.mail AS one_more,
                    a.other_id, q.name AS other_name, q.ended AS other_ended,
                    q.mail AS other_more, a.score, a.reasons
             FROM person_pair a CROSS JOIN person p CROSS JOIN person q
             WHERE p.id = a.one_id AND q.id = a.other_id
             AND a.network_id = $1 AND NOT (p.ended AND q.ended) AND NOT EXISTS (
                 SELECT 1 FROM no_duplicate n
                 WHERE n.one_person_id = a.one_id AND n.other_person_id = a.other_id)) "
    };
}

macro_rules! organisations {
    () => {
        "WITH pairs AS (
             SELECT a.one_id, p.name AS one_name, p.ended AS one_ended, p.town AS one_more,
                    a.other_id, q.name AS other_name, q.ended AS other_ended,
                    q.town AS other_more, a.score, a.reasons
             FROM organisation_pair a CROSS JOIN organisation p CROSS JOIN organisation q
             WHERE p.id = a.one_id AND q.id = a.other_id
             AND a.network_id = $1 AND NOT (p.ended AND q.ended) AND NOT EXISTS (
                 SELECT 1 FROM no_duplicate n
                 WHERE n.one_organisation_id = a.one_id
                 AND n.other_organisation_id = a.other_id)) "
    };
}

/// How many pairs of a network look alike to this degree or more, counted up to so many.
pub(crate) fn count_pairs(
    conn: &mut Conn<'_>,
    (network, named): (NetworkId, Named),
    (least, most): (i64, i64),
) -> Result<i64, Fault> {
    let statement = match named {
        Named::Person => sql!(
            people!,
            "SELECT COUNT(*) FROM (SELECT one_id FROM pairs WHERE score >= $2 LIMIT $3) AS seen"
        ),
        Named::Organisation => sql!(
            organisations!,
            "SELECT COUNT(*) FROM (SELECT one_id FROM pairs WHERE score >= $2 LIMIT $3) AS seen"
        ),
    };
    conn.count(statement, params![network, least, most])
}

/// Pairs of a network that look alike, the likeliest first.
pub(crate) fn pairs(
    conn: &mut Conn<'_>,
    (network, named): (NetworkId, Named),
    (limit, offset): (i64, i64),
) -> Result<Vec<Pair>, Fault> {
    let statement = match named {
        Named::Person => sql!(
            people!,
            "SELECT one_id, one_name, one_ended, one_more, other_id, other_name, other_ended,
                    other_more, score, reasons
             FROM pairs ORDER BY score DESC, one_id DESC, other_id DESC LIMIT $2 OFFSET $3"
        ),
        Named::Organisation => sql!(
            organisations!,
            "SELECT one_id, one_name, one_ended, one_more, other_id, other_name, other_ended,
                    other_more, score, reasons
             FROM pairs ORDER BY score DESC, one_id DESC, other_id DESC LIMIT $2 OFFSET $3"
        ),
    };
    conn.all(statement, params![network, limit, offset], read_pair)
}

/// How many pairs the office has said to be two records.
pub(crate) fn count_different(conn: &mut Conn<'_>, network: NetworkId) -> Result<i64, Fault> {
    conn.count(
        sql!("SELECT COUNT(*) FROM no_duplicate WHERE network_id = $1"),
        params![network],
    )
}

/// Pairs that the office has said to be two records, the newest first.
pub(crate) fn different(
    conn: &mut Conn<'_>,
    network: NetworkId,
    (limit, offset): (i64, i64),
) -> Result<Vec<Different>, Fault> {
    conn.all(
        sql!(
            "SELECT CASE WHEN n.one_person_id IS NULL THEN 'organisation' ELSE 'person' END,
                    COALESCE(p.id, o.id), COALESCE(p.name, o.name), COALESCE(q.id, r.id),
                    COALESCE(q.name, r.name), n.said_at, n.said_by
             FROM no_duplicate n LEFT JOIN person p ON p.id = n.one_person_id
             LEFT JOIN person q ON q.id = n.other_person_id
             LEFT JOIN organisation o ON o.id = n.one_organisation_id
             LEFT JOIN organisation r ON r.id = n.other_organisation_id
             WHERE n.network_id = $1 ORDER BY n.said_at DESC, n.id DESC LIMIT $2 OFFSET $3"
        ),
        params![network, limit, offset],
        |row| {
            Ok(Different {
                named: named_of(&row.take::<String>()?)?,
                one: (row.take()?, row.take()?),
                other: (row.take()?, row.take()?),
                said_at: row.take()?,
                said_by: row.take()?,
            })
        },
    )
}

/// Writes down that two records are two; the smaller id stands first, as in pairs.
pub(crate) fn write_different(
    conn: &mut Conn<'_>,
    (id, network, named): (Uuid, NetworkId, Named),
    (one, other): (Uuid, Uuid),
    (said_at, said_by): (Timestamp, &str),
) -> Result<(), Fault> {
    remove_different(conn, named, (one, other))?;
    let statement = match named {
        Named::Person => sql!(
            "INSERT INTO no_duplicate
             (id, network_id, one_person_id, other_person_id, said_at, said_by)
             VALUES ($1, $2, $3, $4, $5, $6)"
        ),
        Named::Organisation => sql!(
            "INSERT INTO no_duplicate
             (id, network_id, one_organisation_id, other_organisation_id, said_at, said_by)
             VALUES ($1, $2, $3, $4, $5, $6)"
        ),
    };
    let (first, second) = (one.min(other), one.max(other));
    conn.exec(
        statement,
        params![id, network, first, second, said_at, said_by],
    )?;
    Ok(())
}

/// Takes back that two records are two; says whether it was said.
pub(crate) fn remove_different(
    conn: &mut Conn<'_>,
    named: Named,
    (one, other): (Uuid, Uuid),
) -> Result<bool, Fault> {
    let statement = match named {
        Named::Person => {
            sql!("DELETE FROM no_duplicate WHERE one_person_id = $1 AND other_person_id = $2")
        }
        Named::Organisation => sql!(
            "DELETE FROM no_duplicate
             WHERE one_organisation_id = $1 AND other_organisation_id = $2"
        ),
    };
    Ok(conn.exec(statement, params![one.min(other), one.max(other)])? > 0)
}

/// Whether an account of a person would lose roles because another one's stays, and is another.
pub(crate) fn loses_roles(conn: &mut Conn<'_>, (stays, goes): (Uuid, Uuid)) -> Result<bool, Fault> {
    let count = conn.count(
        sql!(
            "SELECT COUNT(*) FROM account_person b JOIN account a ON a.id = b.account_id
             WHERE b.person_id = $2
             AND EXISTS (SELECT 1 FROM account_person c WHERE c.person_id = $1)
             AND NOT EXISTS (SELECT 1 FROM account_person c
                             WHERE c.person_id = $1 AND c.account_id = b.account_id)
             AND (a.operator OR EXISTS (
                 SELECT 1 FROM account_role r WHERE r.account_id = a.id)
                 OR EXISTS (SELECT 1 FROM role_assignment g WHERE g.account_id = a.id))"
        ),
        params![stays, goes],
    )?;
    Ok(count > 0)
}

/// Writes a merge down, with what undoes it.
pub(crate) fn write_merge(conn: &mut Conn<'_>, it: &Merge, record: &str) -> Result<(), Fault> {
    let of = |named: Named| it.kept.filter(|_| it.named == named);
    conn.exec(
        sql!(
            "INSERT INTO record_merge
             (id, network_id, kind, kept_person_id, kept_organisation_id, gone_id, gone_name,
              merged_at, merged_by, undone_by, record, number)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, '', $10,
                 (SELECT COALESCE(MAX(number), 0) + 1 FROM record_merge))"
        ),
        params![
            it.id,
            it.network,
            it.named.word(),
            of(Named::Person),
            of(Named::Organisation),
            it.gone,
            it.gone_name,
            it.merged_at,
            it.merged_by,
            record
        ],
    )?;
    Ok(())
}

macro_rules! merges {
    () => {
        "SELECT m.id, m.network_id, m.kind, COALESCE(p.id, o.id), COALESCE(p.name, o.name, ''),
                m.gone_id, m.gone_name, m.merged_at, m.merged_by, m.undone_at, m.record <> ''
         FROM record_merge m LEFT JOIN person p ON p.id = m.kept_person_id
         LEFT JOIN organisation o ON o.id = m.kept_organisation_id "
    };
}

fn read_merge(row: &mut Row) -> Result<Merge, Fault> {
    Ok(Merge {
        id: row.take()?,
        network: row.take()?,
        named: named_of(&row.take::<String>()?)?,
        kept: row.take()?,
        kept_name: row.take()?,
        gone: row.take()?,
        gone_name: row.take()?,
        merged_at: row.take()?,
        merged_by: row.take()?,
        undone_at: row.take()?,
        is_kept: row.take()?,
    })
}

/// A merge by its id.
pub fn merge_by_id(conn: &mut Conn<'_>, id: Uuid) -> Result<Option<Merge>, Fault> {
    conn.one(sql!(merges!, "WHERE m.id = $1"), params![id], read_merge)
}

/// How many merges a network has.
pub(crate) fn count_merges(conn: &mut Conn<'_>, network: NetworkId) -> Result<i64, Fault> {
    conn.count(
        sql!("SELECT COUNT(*) FROM record_merge WHERE network_id = $1"),
        params![network],
    )
}

/// A network's merges, the newest first.
pub fn merges_of(
    conn: &mut Conn<'_>,
    network: NetworkId,
    (limit, offset): (i64, i64),
) -> Result<Vec<Merge>, Fault> {
    conn.all(
        sql!(
            merges!,
            "WHERE m.network_id = $1 ORDER BY m.number DESC LIMIT $2 OFFSET $3"
        ),
        params![network, limit, offset],
        read_merge,
    )
}

/// The merges after this one into the same record that still hold.
pub(crate) fn later_merges(conn: &mut Conn<'_>, it: &Merge) -> Result<i64, Fault> {
    conn.count(
        sql!(
            "SELECT COUNT(*) FROM record_merge
             WHERE number > (SELECT number FROM record_merge WHERE id = $1)
             AND undone_at IS NULL AND (kept_person_id = $2 OR kept_organisation_id = $2)"
        ),
        params![it.id, it.kept],
    )
}

/// What undoes a merge; empty once it cannot be undone.
pub(crate) fn undo_record(conn: &mut Conn<'_>, id: Uuid) -> Result<String, Fault> {
    let found = conn.one(
        sql!("SELECT record FROM record_merge WHERE id = $1"),
        params![id],
        Row::take,
    )?;
    Ok(found.unwrap_or_default())
}

/// Notes that a merge was undone.
pub(crate) fn write_undone(
    conn: &mut Conn<'_>,
    id: Uuid,
    (at, by): (Timestamp, &str),
) -> Result<(), Fault> {
    conn.exec(
        sql!("UPDATE record_merge SET undone_at = $2, undone_by = $3, record = '' WHERE id = $1"),
        params![id, at, by],
    )?;
    Ok(())
}

/// Forgets what undoes a merge.
pub(crate) fn forget_record(conn: &mut Conn<'_>, id: Uuid) -> Result<(), Fault> {
    conn.exec(
        sql!("UPDATE record_merge SET record = '' WHERE id = $1"),
        params![id],
    )?;
    Ok(())
}

/// Forgets what undoes merges into a record: what its erasure calls for.
pub fn forget_records_of(conn: &mut Conn<'_>, (named, kept): (Named, Uuid)) -> Result<(), Fault> {
    let statement = match named {
        Named::Person => {
            sql!("UPDATE record_merge SET record = '', gone_name = '' WHERE kept_person_id = $1")
        }
        Named::Organisation => sql!(
            "UPDATE record_merge SET record = '', gone_name = '' WHERE kept_organisation_id = $1"
        ),
    };
    conn.exec(statement, params![kept])?;
    Ok(())
}
