//! Drafts.

use base::{AccountId, Fault, NetworkId};
use jiff::Timestamp;
use jiff::civil::Date;
use store::{Conn, Row, params, sql};
use uuid::Uuid;

use super::{read_back, written};
use crate::rules::{Found, Kind, Offer, State, Values};

/// A draft.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(crate) id: Uuid,
    pub(crate) network: NetworkId,
    pub(crate) source: Uuid,
    pub(crate) kind: Kind,
    /// The name of the page that it was found on last.
    pub(crate) page: String,
    pub(crate) title: String,
    pub(crate) day: Option<Date>,
    pub(crate) confidence: i64,
    pub(crate) found: Found,
    /// What the office has made of it; none where it has changed nothing.
    pub(crate) corrected: Option<Values>,
    pub(crate) state: State,
    /// Whether the page says something else since it was corrected or decided.
    pub(crate) differs: bool,
    pub(crate) actor: String,
    pub(crate) decided_at: Option<Timestamp>,
    /// With which others it was accepted, where it was not accepted alone.
    pub(crate) bulk: Option<Uuid>,
}

impl Draft {
    /// What it says: as corrected, or as found.
    pub(crate) fn values(&self) -> &Values {
        self.corrected.as_ref().unwrap_or(&self.found.values)
    }

    /// What its page called it, whatever the office has made of that.
    pub(crate) fn found_title(&self) -> &str {
        let called = self.found.values.get(self.kind.called_by());
        called.map_or(self.title.as_str(), String::as_str)
    }

    /// The day that its page gave it.
    pub(crate) fn found_day(&self) -> Option<Date> {
        let fields = ["day", "post_day"];
        let mut days = fields.iter().filter_map(|it| self.found.values.get(*it));
        days.find_map(|it| it.parse().ok())
    }
}

macro_rules! drafts {
    () => {
        "SELECT d.id, d.network_id, d.source_id, d.kind, d.page, d.title, d.day, d.confidence,
                d.found, d.corrected, d.state, d.differs, d.actor, d.decided_at, d.bulk_id
         FROM move_in_draft d "
    };
}

pub(super) fn kind(row: &mut Row) -> Result<Kind, Fault> {
    Kind::from_word(&row.take::<String>()?).ok_or_else(|| Fault::new("read a kind of draft"))
}

pub(super) fn state(row: &mut Row) -> Result<State, Fault> {
    State::from_word(&row.take::<String>()?).ok_or_else(|| Fault::new("read a draft's state"))
}

fn read(row: &mut Row) -> Result<Draft, Fault> {
    Ok(Draft {
        id: row.take()?,
        network: row.take()?,
        source: row.take()?,
        kind: kind(row)?,
        page: row.take()?,
        title: row.take()?,
        day: row.take()?,
        confidence: row.take()?,
        found: read_back(&row.take::<String>()?),
        corrected: {
            let text: String = row.take()?;
            (!text.is_empty()).then(|| read_back(&text))
        },
        state: state(row)?,
        differs: row.take()?,
        actor: row.take()?,
        decided_at: row.take()?,
        bulk: row.take()?,
    })
}

/// A draft by its id.
pub(crate) fn draft(conn: &mut Conn<'_>, id: Uuid) -> Result<Option<Draft>, Fault> {
    conn.one(sql!(drafts!, "WHERE d.id = $1"), params![id], read)
}

/// The draft of a network that was found under this print.
pub(crate) fn by_fingerprint(
    conn: &mut Conn<'_>,
    network: NetworkId,
    fingerprint: &str,
) -> Result<Option<Draft>, Fault> {
    conn.one(
        sql!(drafts!, "WHERE d.network_id = $1 AND d.fingerprint = $2"),
        params![network, fingerprint],
        read,
    )
}

/// The drafts that were found on pages of this name, except on that very page.
pub(crate) fn of_page(
    conn: &mut Conn<'_>,
    network: NetworkId,
    (page, except): (&str, Uuid),
) -> Result<Vec<Draft>, Fault> {
    conn.all(
        sql!(
            drafts!,
            "WHERE d.network_id = $1 AND d.page = $2 AND d.source_id <> $3
             ORDER BY d.id LIMIT 1000"
        ),
        params![network, page, except],
        read,
    )
}

/// Enters a draft.
pub(crate) fn insert(
    conn: &mut Conn<'_>,
    (id, network): (Uuid, NetworkId),
    (source, page): (Uuid, &str),
    it: &Offer,
) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "INSERT INTO move_in_draft
             (id, network_id, source_id, kind, page, fingerprint, title, day, confidence, found,
              corrected, state, differs, account_id, actor, decided_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, '', 'open', FALSE, NULL, '', NULL)"
        ),
        params![
            id,
            network,
            source,
            it.kind.word(),
            page,
            it.fingerprint,
            it.title,
            it.day,
            i64::from(it.confidence),
            written(&it.found)
        ],
    )?;
    Ok(())
}

/// Notes that a draft was found again, and what its page says now.
pub(crate) fn find_again(
    conn: &mut Conn<'_>,
    draft: &Draft,
    (source, page): (Uuid, &str),
    it: &Offer,
) -> Result<(), Fault> {
    let is_touched = draft.state != State::Open || draft.corrected.is_some();
    let says_else = draft.found.values != it.found.values;
    let (title, day) = if is_touched {
        (&draft.title, draft.day)
    } else {
        (&it.title, it.day)
    };
    conn.exec(
        sql!(
            "UPDATE move_in_draft SET source_id = $2, page = $3, fingerprint = $4, title = $5,
             day = $6, confidence = $7, found = $8, differs = $9 WHERE id = $1"
        ),
        params![
            draft.id,
            source,
            page,
            it.fingerprint,
            title,
            day,
            i64::from(it.confidence),
            written(&it.found),
            is_touched && (draft.differs || says_else)
        ],
    )?;
    Ok(())
}

/// Keeps what the office has made of a draft.
pub(crate) fn correct(
    conn: &mut Conn<'_>,
    id: Uuid,
    corrected: Option<&Values>,
    (title, day): (&str, Option<Date>),
) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "UPDATE move_in_draft SET corrected = $2, title = $3, day = $4, differs = FALSE
             WHERE id = $1"
        ),
        params![id, corrected.map(written).unwrap_or_default(), title, day],
    )?;
    Ok(())
}

/// Who has decided what, and when.
#[derive(Clone, Debug)]
pub(crate) struct Decided<'d> {
    pub(crate) state: State,
    pub(crate) account: Option<AccountId>,
    pub(crate) actor: &'d str,
    pub(crate) at: Option<Timestamp>,
}

/// Keeps what was decided about a draft, by itself until [`put_together`] says otherwise. A draft
/// that is open again still says with which others it was accepted.
pub(crate) fn decide(conn: &mut Conn<'_>, id: Uuid, it: &Decided<'_>) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "UPDATE move_in_draft SET state = $2, account_id = $3, actor = $4, decided_at = $5,
             differs = FALSE, bulk_id = CASE WHEN $2 = 'open' THEN bulk_id ELSE NULL END
             WHERE id = $1"
        ),
        params![id, it.state.word(), it.account, it.actor, it.at],
    )?;
    Ok(())
}

/// The open drafts that are at least so sure.
pub(crate) fn sure(
    conn: &mut Conn<'_>,
    (network, upload): (NetworkId, Option<Uuid>),
    (least, limit): (i64, i64),
) -> Result<Vec<Draft>, Fault> {
    conn.all(
        sql!(
            drafts!,
            "JOIN move_in_source s ON s.id = d.source_id
             WHERE d.network_id = $1 AND d.state = 'open'
             AND (CAST($2 AS UUID) IS NULL OR s.upload_id = $2)
             AND d.confidence >= $3 ORDER BY d.confidence DESC, d.id LIMIT $4"
        ),
        params![network, upload, least, limit],
        read,
    )
}

/// Notes that a draft was accepted together with others.
pub(crate) fn put_together(conn: &mut Conn<'_>, id: Uuid, bulk: Uuid) -> Result<(), Fault> {
    conn.put(
        sql!("UPDATE move_in_draft SET bulk_id = $2 WHERE id = $1"),
        params![id, bulk],
    )
}

/// What was accepted together and still is, the last first.
pub(crate) fn of_bulk(
    conn: &mut Conn<'_>,
    network: NetworkId,
    bulk: Uuid,
) -> Result<Vec<Draft>, Fault> {
    conn.all(
        sql!(
            drafts!,
            "WHERE d.network_id = $1 AND d.bulk_id = $2 AND d.state <> 'open'
             ORDER BY d.confidence, d.id DESC"
        ),
        params![network, bulk],
        read,
    )
}

/// Whether drafts of a network were accepted together as this, taken back since or not.
pub(crate) fn is_bulk(conn: &mut Conn<'_>, network: NetworkId, bulk: Uuid) -> Result<bool, Fault> {
    let count = conn.count(
        sql!("SELECT COUNT(*) FROM move_in_draft WHERE network_id = $1 AND bulk_id = $2"),
        params![network, bulk],
    )?;
    Ok(count > 0)
}
