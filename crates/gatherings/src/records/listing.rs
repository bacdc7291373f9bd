//! Lists of gatherings; each query walks an index and reads only what it shows.
//!
//! The statements leave out what nobody at the door could see; the one decision about each
//! row is asked by the caller, because groups and invitations bend it.

use base::access::{Actor, Decision, Right, decide};
use base::{Fault, GatheringId, NetworkId, PersonId, SeriesId};
use jiff::civil::{Date, DateTime};
use jiff::{SignedDuration, Timestamp};
use store::{Conn, Row, params, sql};

use crate::rules::Listed;

/// Who looks at a list of which network.
#[derive(Clone, Copy, Debug)]
pub struct Onlooker<'a> {
    /// The network.
    pub network: NetworkId,
    /// The person.
    pub actor: &'a Actor,
}

impl Onlooker<'_> {
    pub(super) const fn person(&self) -> Option<PersonId> {
        self.actor.person
    }

    pub(super) fn sees_drafts(&self) -> bool {
        self.actor.is_office_of(self.network) || self.actor.leads_in(self.network)
    }

    pub(super) const fn sees_more_than_public(&self) -> bool {
        self.actor.is_signed_in()
    }

    fn may_read(&self, listed: &Listed) -> bool {
        decide(self.actor, Right::ReadRecord, &listed.subject()) == Decision::Allowed
    }
}

/// The gatherings that begin in a span of days, in order; the end is not part of it.
pub fn between(
    conn: &mut Conn<'_>,
    onlooker: Onlooker<'_>,
    (from, before): (Date, Date),
) -> Result<Vec<Listed>, Fault> {
    let rows = conn.all(
        sql!(
            "SELECT gat.id, gat.network_id, gat.group_id, gat.slug, gat.title, gat.focus,
             gat.starts, gat.ends, gat.starts_at, gat.ends_at, gat.venue_name, gat.venue_town,
             gat.audience, gat.state, series.name, gat.series_number,
             COALESCE(inv.withdrawn = FALSE, FALSE)
             FROM gathering gat LEFT JOIN series ON series.id = gat.series_id
             LEFT JOIN invitation inv ON inv.gathering_id = gat.id AND inv.person_id = $4
             WHERE gat.network_id = $1 AND gat.starts >= $2 AND gat.starts < $3
             AND (gat.audience = 'public' OR $5 = TRUE) AND (gat.state <> 'draft' OR $6 = TRUE)
             ORDER BY gat.starts, gat.id LIMIT 1000"
        ),
        params![
            onlooker.network,
            from.to_datetime(jiff::civil::Time::midnight()),
            before.to_datetime(jiff::civil::Time::midnight()),
            onlooker.person(),
            onlooker.sees_more_than_public(),
            onlooker.sees_drafts()
        ],
        read,
    )?;
    Ok(rows
        .into_iter()
        .filter(|row| onlooker.may_read(row))
        .collect())
}

/// The years that have something to see, the latest first: one look into the index a year.
pub fn years(conn: &mut Conn<'_>, onlooker: Onlooker<'_>) -> Result<Vec<i16>, Fault> {
    let mut years = Vec::new();
    let mut from = DateTime::constant(1900, 1, 1, 0, 0, 0, 0);
    loop {
        let next = conn.one(
            sql!(
                "SELECT starts FROM gathering WHERE network_id = $1 AND starts >= $2
                 AND (audience = 'public' OR $3 = TRUE) AND (state <> 'draft' OR $4 = TRUE)
                 ORDER BY starts LIMIT 1"
            ),
            params![
                onlooker.network,
                from,
                onlooker.sees_more_than_public(),
                onlooker.sees_drafts()
            ],
            Row::take::<DateTime>,
        )?;
        let Some(next) = next else { break };
        years.push(next.year());
        let Ok(january) = DateTime::new(next.year() + 1, 1, 1, 0, 0, 0, 0) else {
            break;
        };
        from = january;
    }
    years.reverse();
    Ok(years)
}

/// How far back a gathering that still runs may have begun.
const LONGEST: SignedDuration = SignedDuration::from_hours(24 * 31);
/// How many rows are read so that enough are left for the onlooker.
const ENOUGH: i64 = 40;

/// What comes next or runs right now.
pub fn coming(
    conn: &mut Conn<'_>,
    onlooker: Onlooker<'_>,
    now: Timestamp,
    most: usize,
) -> Result<Vec<Listed>, Fault> {
    let rows = conn.all(
        sql!(
            "SELECT gat.id, gat.network_id, gat.group_id, gat.slug, gat.title, gat.focus,
             gat.starts, gat.ends, gat.starts_at, gat.ends_at, gat.venue_name, gat.venue_town,
             gat.audience, gat.state, series.name, gat.series_number,
             COALESCE(inv.withdrawn = FALSE, FALSE)
             FROM gathering gat LEFT JOIN series ON series.id = gat.series_id
             LEFT JOIN invitation inv ON inv.gathering_id = gat.id AND inv.person_id = $4
             WHERE gat.network_id = $1 AND gat.starts_at > $2 AND gat.ends_at > $3
             AND gat.state IN ('announced', 'cancelled')
             AND (gat.audience = 'public' OR $5 = TRUE)
             ORDER BY gat.starts_at, gat.id LIMIT $6"
        ),
        params![
            onlooker.network,
            now.checked_sub(LONGEST).unwrap_or(now),
            now,
            onlooker.person(),
            onlooker.sees_more_than_public(),
            ENOUGH
        ],
        read,
    )?;
    Ok(chosen(rows, onlooker, most))
}

/// What was held last, the latest first.
pub fn held(
    conn: &mut Conn<'_>,
    onlooker: Onlooker<'_>,
    now: Timestamp,
    most: usize,
) -> Result<Vec<Listed>, Fault> {
    let rows = conn.all(
        sql!(
            "SELECT gat.id, gat.network_id, gat.group_id, gat.slug, gat.title, gat.focus,
             gat.starts, gat.ends, gat.starts_at, gat.ends_at, gat.venue_name, gat.venue_town,
             gat.audience, gat.state, series.name, gat.series_number,
             COALESCE(inv.withdrawn = FALSE, FALSE)
             FROM gathering gat LEFT JOIN series ON series.id = gat.series_id
             LEFT JOIN invitation inv ON inv.gathering_id = gat.id AND inv.person_id = $3
             WHERE gat.network_id = $1 AND gat.starts_at <= $2 AND gat.state = 'held'
             AND (gat.audience = 'public' OR $4 = TRUE)
             ORDER BY gat.starts_at DESC, gat.id DESC LIMIT $5"
        ),
        params![
            onlooker.network,
            now,
            onlooker.person(),
            onlooker.sees_more_than_public(),
            ENOUGH
        ],
        read,
    )?;
    Ok(chosen(rows, onlooker, most))
}

/// The gatherings of a series in order.
pub fn of_series(
    conn: &mut Conn<'_>,
    onlooker: Onlooker<'_>,
    series: SeriesId,
) -> Result<Vec<Listed>, Fault> {
    let rows = conn.all(
        sql!(
            "SELECT gat.id, gat.network_id, gat.group_id, gat.slug, gat.title, gat.focus,
             gat.starts, gat.ends, gat.starts_at, gat.ends_at, gat.venue_name, gat.venue_town,
             gat.audience, gat.state, series.name, gat.series_number,
             COALESCE(inv.withdrawn = FALSE, FALSE)
             FROM gathering gat JOIN series ON series.id = gat.series_id
             LEFT JOIN invitation inv ON inv.gathering_id = gat.id AND inv.person_id = $3
             WHERE gat.network_id = $1 AND gat.series_id = $2
             AND (gat.audience = 'public' OR $4 = TRUE) AND (gat.state <> 'draft' OR $5 = TRUE)
             ORDER BY gat.starts_at, gat.id LIMIT 500"
        ),
        params![
            onlooker.network,
            series,
            onlooker.person(),
            onlooker.sees_more_than_public(),
            onlooker.sees_drafts()
        ],
        read,
    )?;
    Ok(chosen(rows, onlooker, usize::MAX))
}

/// The gatherings that carry a tag, the latest first.
pub fn tagged(
    conn: &mut Conn<'_>,
    onlooker: Onlooker<'_>,
    tag_slug: &str,
    most: usize,
) -> Result<Vec<Listed>, Fault> {
    let rows = conn.all(
        sql!(
            "SELECT gat.id, gat.network_id, gat.group_id, gat.slug, gat.title, gat.focus,
             gat.starts, gat.ends, gat.starts_at, gat.ends_at, gat.venue_name, gat.venue_town,
             gat.audience, gat.state, series.name, gat.series_number,
             COALESCE(inv.withdrawn = FALSE, FALSE)
             FROM gathering_tag tag JOIN gathering gat ON gat.id = tag.gathering_id
             LEFT JOIN series ON series.id = gat.series_id
             LEFT JOIN invitation inv ON inv.gathering_id = gat.id AND inv.person_id = $3
             WHERE tag.network_id = $1 AND tag.tag_slug = $2
             AND (gat.audience = 'public' OR $4 = TRUE) AND (gat.state <> 'draft' OR $5 = TRUE)
             ORDER BY gat.starts_at DESC, gat.id LIMIT 500"
        ),
        params![
            onlooker.network,
            tag_slug,
            onlooker.person(),
            onlooker.sees_more_than_public(),
            onlooker.sees_drafts()
        ],
        read,
    )?;
    Ok(chosen(rows, onlooker, most))
}

/// The public gatherings that begin after an instant, in order, for subscribed calendars.
pub fn public_since(
    conn: &mut Conn<'_>,
    network: NetworkId,
    since: Timestamp,
) -> Result<Vec<GatheringId>, Fault> {
    conn.all(
        sql!(
            "SELECT id FROM gathering WHERE network_id = $1 AND starts_at > $2
             AND audience = 'public' AND state <> 'draft' ORDER BY starts_at LIMIT 500"
        ),
        params![network, since],
        Row::take,
    )
}

/// The public gatherings that were announced last, the latest first, for news feeds.
pub fn public_news(conn: &mut Conn<'_>, network: NetworkId) -> Result<Vec<GatheringId>, Fault> {
    conn.all(
        sql!(
            "SELECT id FROM gathering WHERE network_id = $1 AND announced_at IS NOT NULL
             AND audience = 'public' AND state <> 'draft' ORDER BY announced_at DESC LIMIT 50"
        ),
        params![network],
        Row::take,
    )
}

fn chosen(rows: Vec<Listed>, onlooker: Onlooker<'_>, most: usize) -> Vec<Listed> {
    rows.into_iter()
        .filter(|row| onlooker.may_read(row))
        .take(most)
        .collect()
}

fn read(row: &mut Row) -> Result<Listed, Fault> {
    Ok(Listed {
        id: row.take()?,
        network: row.take()?,
        group: row.take()?,
        slug: row.take()?,
        title: row.take()?,
        focus: row.take()?,
        starts: row.take()?,
        ends: row.take()?,
        starts_at: row.take()?,
        ends_at: row.take()?,
        venue_name: row.take()?,
        venue_town: row.take()?,
        audience: super::audience(row)?,
        state: super::gathering::state(row)?,
        series: row.take()?,
        series_number: row.take()?,
        invited: row.take()?,
    })
}
