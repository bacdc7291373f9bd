//! Drafts as lists show them, and the way from one to the next.

use base::{Fault, NetworkId};
use jiff::Timestamp;
use jiff::civil::Date;
use store::{Conn, Row, params, sql};
use uuid::Uuid;

use super::drafts::{kind, state};
use crate::rules::{Kind, State};

/// What a list shows of a draft.
#[derive(Clone, Debug)]
pub(crate) struct Listed {
    pub(crate) id: Uuid,
    pub(crate) kind: Kind,
    pub(crate) title: String,
    pub(crate) day: Option<Date>,
    pub(crate) page: String,
    pub(crate) confidence: i64,
    pub(crate) differs: bool,
    pub(crate) is_corrected: bool,
}

/// Which drafts a list shows.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wanted {
    pub(crate) network: NetworkId,
    pub(crate) state: State,
    pub(crate) upload: Option<Uuid>,
}

/// The drafts of a list, the surest first.
pub(crate) fn listed(
    conn: &mut Conn<'_>,
    it: Wanted,
    (limit, offset): (i64, i64),
) -> Result<Vec<Listed>, Fault> {
    conn.all(
        sql!(
            "SELECT d.id, d.kind, d.title, d.day, d.page, d.confidence, d.differs,
                    d.corrected <> ''
             FROM move_in_draft d JOIN move_in_source s ON s.id = d.source_id
             WHERE d.network_id = $1 AND d.state = $2
             AND (CAST($3 AS UUID) IS NULL OR s.upload_id = $3)
             ORDER BY d.confidence DESC, d.id LIMIT $4 OFFSET $5"
        ),
        params![it.network, it.state.word(), it.upload, limit, offset],
        |row| {
            Ok(Listed {
                id: row.take()?,
                kind: kind(row)?,
                title: row.take()?,
                day: row.take()?,
                page: row.take()?,
                confidence: row.take()?,
                differs: row.take()?,
                is_corrected: row.take()?,
            })
        },
    )
}

/// How many drafts there are of each state, of one file or of all.
pub(crate) fn counts(
    conn: &mut Conn<'_>,
    network: NetworkId,
    upload: Option<Uuid>,
) -> Result<Vec<(State, i64)>, Fault> {
    conn.all(
        sql!(
            "SELECT d.state, COUNT(*) FROM move_in_draft d
             JOIN move_in_source s ON s.id = d.source_id
             WHERE d.network_id = $1 AND (CAST($2 AS UUID) IS NULL OR s.upload_id = $2)
             GROUP BY d.state"
        ),
        params![network, upload],
        |row| Ok((state(row)?, row.take()?)),
    )
}

/// How many drafts of each file there are, and how many of them are open.
pub(crate) fn counts_by_upload(
    conn: &mut Conn<'_>,
    network: NetworkId,
) -> Result<Vec<(Uuid, i64, i64)>, Fault> {
    conn.all(
        sql!(
            "SELECT s.upload_id, COUNT(*), SUM(CASE WHEN d.state = 'open' THEN 1 ELSE 0 END)
             FROM move_in_draft d JOIN move_in_source s ON s.id = d.source_id
             WHERE d.network_id = $1 GROUP BY s.upload_id"
        ),
        params![network],
        |row| Ok((row.take()?, row.take()?, row.take()?)),
    )
}

/// How many drafts wait for the office; beyond `most` nobody counts.
pub(crate) fn waiting(conn: &mut Conn<'_>, network: NetworkId, most: i64) -> Result<i64, Fault> {
    conn.count(
        sql!(
            "SELECT COUNT(*) FROM (SELECT id FROM move_in_draft
             WHERE network_id = $1 AND state = 'open' LIMIT $2) AS few"
        ),
        params![network, most],
    )
}

/// Where to go from a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    /// To the one before it.
    Before,
    /// To the one after it.
    After,
}

macro_rules! open_drafts {
    () => {
        "SELECT d.id FROM move_in_draft d JOIN move_in_source s ON s.id = d.source_id
         WHERE d.network_id = $1 AND d.state = 'open'
         AND (CAST($2 AS UUID) IS NULL OR s.upload_id = $2) "
    };
}

/// The open draft beside a place in the order of the list; none at its ends.
pub(crate) fn beside(
    conn: &mut Conn<'_>,
    (network, upload): (NetworkId, Option<Uuid>),
    (confidence, id): (i64, Uuid),
    side: Side,
) -> Result<Option<Uuid>, Fault> {
    let statement = match side {
        Side::Before => sql!(
            open_drafts!,
            "AND (d.confidence > $3 OR (d.confidence = $3 AND d.id < $4))
             ORDER BY d.confidence, d.id DESC LIMIT 1"
        ),
        Side::After => sql!(
            open_drafts!,
            "AND (d.confidence < $3 OR (d.confidence = $3 AND d.id > $4))
             ORDER BY d.confidence DESC, d.id LIMIT 1"
        ),
    };
    let place = params![network, upload, confidence, id];
    conn.one(statement, place, Row::take)
}

/// What was accepted together.
#[derive(Clone, Debug)]
pub(crate) struct Bulk {
    pub(crate) id: Uuid,
    /// How many drafts of it are accepted still.
    pub(crate) count: i64,
    pub(crate) at: Option<Timestamp>,
    pub(crate) actor: String,
}

/// What was accepted together and still is, the latest first.
pub(crate) fn bulks(conn: &mut Conn<'_>, network: NetworkId) -> Result<Vec<Bulk>, Fault> {
    conn.all(
        sql!(
            "SELECT bulk_id, COUNT(*), MIN(decided_at) AS since, MIN(actor) FROM move_in_draft
             WHERE network_id = $1 AND bulk_id IS NOT NULL AND state <> 'open'
             GROUP BY bulk_id ORDER BY since DESC, bulk_id LIMIT 20"
        ),
        params![network],
        |row| {
            Ok(Bulk {
                id: row.take()?,
                count: row.take()?,
                at: row.take()?,
                actor: row.take()?,
            })
        },
    )
}
