//! Terms, what is to go, and what stays all the same.

use std::collections::{BTreeMap, BTreeSet};

use base::{Fault, Moment, NetworkId};
use jiff::Timestamp;
use store::{Conn, Row, params, sql};
use uuid::Uuid;

use crate::rules::Stage;

/// What is to go for one purpose, or went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// Its id.
    pub id: Uuid,
    /// The network.
    pub network: NetworkId,
    /// The purpose, by its name.
    pub purpose: String,
    /// The term in months.
    pub months: i64,
    /// How far it has come.
    pub stage: Stage,
    /// When the first of it was shown.
    pub first_listed_at: Timestamp,
    /// When it was made as it is.
    pub listed_at: Timestamp,
    /// How many records.
    pub items: i64,
    /// When somebody released it.
    pub released_at: Option<Timestamp>,
    /// Who released it.
    pub released_by: String,
    /// When it goes for good.
    pub goes_at: Option<Timestamp>,
    /// When it went or was taken back.
    pub settled_at: Option<Timestamp>,
    /// Who took it back.
    pub settled_by: String,
    /// How many went.
    pub gone: i64,
}

macro_rules! list {
    () => {
        "SELECT id, network_id, purpose, months, state, first_listed_at, listed_at, items,
         released_at, released_by, goes_at, settled_at, settled_by, gone FROM retention_list "
    };
}

fn read(row: &mut Row) -> Result<List, Fault> {
    Ok(List {
        id: row.take()?,
        network: row.take()?,
        purpose: row.take()?,
        months: row.take()?,
        stage: Stage::from_word(&row.take::<String>()?)
            .ok_or_else(|| Fault::new("read how far a list has come"))?,
        first_listed_at: row.take()?,
        listed_at: row.take()?,
        items: row.take()?,
        released_at: row.take()?,
        released_by: row.take()?,
        goes_at: row.take()?,
        settled_at: row.take()?,
        settled_by: row.take()?,
        gone: row.take()?,
    })
}

/// The terms that an office has set, in months by purpose.
///
/// # Errors
/// When the database fails.
pub fn terms(conn: &mut Conn<'_>, network: NetworkId) -> Result<BTreeMap<String, i64>, Fault> {
    let rules = conn.all(
        sql!("SELECT purpose, months FROM retention_rule WHERE network_id = $1"),
        params![network],
        |row| Ok((row.take()?, row.take()?)),
    )?;
    Ok(rules.into_iter().collect())
}

/// Sets a term, or takes it away.
pub(crate) fn set_term(
    conn: &mut Conn<'_>,
    network: NetworkId,
    (purpose, months): (&str, Option<i64>),
    (now, by): (Timestamp, &str),
) -> Result<(), Fault> {
    let Some(months) = months else {
        conn.exec(
            sql!("DELETE FROM retention_rule WHERE network_id = $1 AND purpose = $2"),
            params![network, purpose],
        )?;
        return Ok(());
    };
    conn.exec(
        sql!(
            "INSERT INTO retention_rule (network_id, purpose, months, set_at, set_by)
             VALUES ($1, $2, $3, $4, $5) ON CONFLICT (network_id, purpose)
             DO UPDATE SET months = $3, set_at = $4, set_by = $5"
        ),
        params![network, purpose, months, now, by],
    )?;
    Ok(())
}

/// A network's lists that wait or went, the latest first.
pub(crate) fn lists(conn: &mut Conn<'_>, network: NetworkId) -> Result<Vec<List>, Fault> {
    conn.all(
        sql!(
            list!,
            "WHERE network_id = $1 ORDER BY listed_at DESC, id DESC LIMIT 300"
        ),
        params![network],
        read,
    )
}

/// The preview of a purpose.
pub(crate) fn preview(
    conn: &mut Conn<'_>,
    network: NetworkId,
    purpose: &str,
) -> Result<Option<List>, Fault> {
    conn.one(
        sql!(
            list!,
            "WHERE network_id = $1 AND purpose = $2 AND state = 'preview'"
        ),
        params![network, purpose],
        read,
    )
}

/// A purpose's lists in quarantine, the first first.
pub(crate) fn quarantined(
    conn: &mut Conn<'_>,
    network: NetworkId,
    purpose: &str,
) -> Result<Vec<List>, Fault> {
    conn.all(
        sql!(
            list!,
            "WHERE network_id = $1 AND purpose = $2 AND state = 'quarantine'
             ORDER BY goes_at, id"
        ),
        params![network, purpose],
        read,
    )
}

/// Some records of a list, at most so many.
pub(crate) fn some_items(conn: &mut Conn<'_>, list: Uuid, limit: i64) -> Result<Vec<Uuid>, Fault> {
    conn.all(
        sql!("SELECT item_id FROM retention_item WHERE list_id = $1 ORDER BY item_id LIMIT $2"),
        params![list, limit],
        Row::take,
    )
}

/// Strikes a record off a list that is being carried out, and counts it where it went.
pub(crate) fn strike(
    conn: &mut Conn<'_>,
    (list, item): (Uuid, Uuid),
    went: bool,
) -> Result<(), Fault> {
    conn.exec(
        sql!("DELETE FROM retention_item WHERE list_id = $1 AND item_id = $2"),
        params![list, item],
    )?;
    conn.exec(
        sql!("UPDATE retention_list SET gone = gone + $2 WHERE id = $1"),
        params![list, i64::from(went)],
    )?;
    Ok(())
}

/// Takes a record off a preview; an empty one leaves.
pub(crate) fn leave_preview(
    conn: &mut Conn<'_>,
    (network, purpose, item): (NetworkId, &str, Uuid),
) -> Result<(), Fault> {
    let Some(preview) = preview(conn, network, purpose)? else {
        return Ok(());
    };
    let left = conn.exec(
        sql!("DELETE FROM retention_item WHERE list_id = $1 AND item_id = $2"),
        params![preview.id, item],
    )?;
    if left > 0 {
        recount(conn, preview.id)?;
    }
    Ok(())
}

/// Takes a record off all lists and from what is kept, because it is gone.
pub(crate) fn forget_item(conn: &mut Conn<'_>, item: Uuid) -> Result<(), Fault> {
    conn.exec(
        sql!("DELETE FROM retention_keep WHERE item_id = $1"),
        params![item],
    )?;
    let lists = conn.all(
        sql!(
            "DELETE FROM retention_item WHERE item_id = $1 AND list_id IN
             (SELECT id FROM retention_list WHERE state = 'preview') RETURNING list_id"
        ),
        params![item],
        Row::take::<Uuid>,
    )?;
    for list in lists {
        recount(conn, list)?;
    }
    Ok(())
}

fn recount(conn: &mut Conn<'_>, list: Uuid) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "UPDATE retention_list SET items =
             (SELECT COUNT(*) FROM retention_item WHERE list_id = $1) WHERE id = $1"
        ),
        params![list],
    )?;
    conn.exec(
        sql!("DELETE FROM retention_list WHERE id = $1 AND items = 0 AND state = 'preview'"),
        params![list],
    )?;
    Ok(())
}

/// The records of a list.
pub(crate) fn items(conn: &mut Conn<'_>, list: Uuid) -> Result<Vec<Uuid>, Fault> {
    conn.all(
        sql!("SELECT item_id FROM retention_item WHERE list_id = $1 ORDER BY item_id"),
        params![list],
        Row::take,
    )
}

/// The records of a purpose that wait in quarantine already.
pub(crate) fn waiting(
    conn: &mut Conn<'_>,
    network: NetworkId,
    purpose: &str,
) -> Result<BTreeSet<Uuid>, Fault> {
    let items = conn.all(
        sql!(
            "SELECT i.item_id FROM retention_item i JOIN retention_list l ON l.id = i.list_id
             WHERE l.network_id = $1 AND l.purpose = $2 AND l.state = 'quarantine'"
        ),
        params![network, purpose],
        Row::take,
    )?;
    Ok(items.into_iter().collect())
}

/// Puts a preview in place of the one before; none of it where nothing is due.
pub(crate) fn set_preview(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (network, purpose, months): (NetworkId, &str, i64),
    items: &[Uuid],
) -> Result<(), Fault> {
    let before = preview(conn, network, purpose)?;
    if let Some(before) = &before {
        conn.exec(
            sql!("DELETE FROM retention_list WHERE id = $1"),
            params![before.id],
        )?;
    }
    if items.is_empty() {
        return Ok(());
    }
    let id: Uuid = moment.id();
    let first = before.map_or(moment.now(), |it| it.first_listed_at);
    conn.exec(
        sql!(
            "INSERT INTO retention_list (id, network_id, purpose, months, state, first_listed_at,
             listed_at, items) VALUES ($1, $2, $3, $4, 'preview', $5, $6, $7)"
        ),
        params![
            id,
            network,
            purpose,
            months,
            first,
            moment.now(),
            items.len()
        ],
    )?;
    for item in items {
        conn.exec(
            sql!("INSERT INTO retention_item (list_id, item_id) VALUES ($1, $2)"),
            params![id, item],
        )?;
    }
    Ok(())
}

/// Lets a preview begin its quarantine.
pub(crate) fn release(
    conn: &mut Conn<'_>,
    id: Uuid,
    (now, by): (Timestamp, &str),
    goes_at: Timestamp,
) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "UPDATE retention_list SET state = 'quarantine', released_at = $2, released_by = $3,
             goes_at = $4 WHERE id = $1 AND state = 'preview'"
        ),
        params![id, now, by, goes_at],
    )?;
    Ok(())
}

/// Ends a list; its records' ids leave with it.
pub(crate) fn settle(
    conn: &mut Conn<'_>,
    id: Uuid,
    stage: Stage,
    (now, by): (Timestamp, &str),
) -> Result<(), Fault> {
    conn.exec(
        sql!("DELETE FROM retention_item WHERE list_id = $1"),
        params![id],
    )?;
    conn.exec(
        sql!(
            "UPDATE retention_list SET state = $2, settled_at = $3, settled_by = $4
             WHERE id = $1"
        ),
        params![id, stage.word(), now, by],
    )?;
    Ok(())
}

/// What stays all the same, of one purpose.
pub(crate) fn kept(
    conn: &mut Conn<'_>,
    network: NetworkId,
    purpose: &str,
) -> Result<BTreeSet<Uuid>, Fault> {
    let kept = conn.all(
        sql!("SELECT item_id FROM retention_keep WHERE network_id = $1 AND purpose = $2"),
        params![network, purpose],
        Row::take,
    )?;
    Ok(kept.into_iter().collect())
}

/// Lets a record stay all the same, or no longer.
pub(crate) fn keep(
    conn: &mut Conn<'_>,
    (network, purpose, item): (NetworkId, &str, Uuid),
    stays: bool,
    (now, by): (Timestamp, &str),
) -> Result<(), Fault> {
    if !stays {
        conn.exec(
            sql!(
                "DELETE FROM retention_keep
                 WHERE network_id = $1 AND purpose = $2 AND item_id = $3"
            ),
            params![network, purpose, item],
        )?;
        return Ok(());
    }
    conn.exec(
        sql!(
            "INSERT INTO retention_keep (network_id, purpose, item_id, at, kept_by)
             VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (network_id, purpose, item_id) DO NOTHING"
        ),
        params![network, purpose, item, now, by],
    )?;
    Ok(())
}
