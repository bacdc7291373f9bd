//! Lists of gatherings; each query walks an index and reads only what it shows.
//!
//! The statements leave out what nobody at the door could see; the one decision about each
//! row is asked by the caller, because groups and invitations bend it.

use base::access::{Actor, Decision, Right, Scope, Subject, decide};
use base::{Fault, GatheringId, NetworkId, PersonId, SeriesId};
use jiff::civil::{Date, DateTime, Time};
use jiff::{SignedDuration, Timestamp};
use store::{Bind, Conn, Row, Value, params, sql};

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

    /// Whether single gatherings are opened to this person, so that none stands for others.
    fn looks_at_each(&self) -> bool {
        let mut assigned = self.actor.assigned.iter();
        assigned.any(|it| it.network == self.network && matches!(it.scope, Scope::Record(_)))
    }

    /// The network, the person, whether they see more than what is public, and drafts; then
    /// what else a statement asks for.
    fn and(&self, further: &[Value]) -> Vec<Value> {
        let mut values = vec![
            self.network.bind(),
            self.person().bind(),
            self.sees_more_than_public().bind(),
            self.sees_drafts().bind(),
        ];
        values.extend_from_slice(further);
        values
    }

    fn may_read(&self, subject: &Subject) -> bool {
        decide(self.actor, Right::ReadRecord, subject) == Decision::Allowed
    }
}

/// How every list begins: `$1` to `$4` say which network is looked at, and by whom.
macro_rules! listed {
    () => {
        "SELECT gat.id, gat.network_id, gat.group_id, gat.slug, gat.title, gat.focus,
         gat.starts, gat.ends, gat.starts_at, gat.ends_at, gat.venue_name, gat.venue_town,
         gat.audience, gat.state, series.name, gat.series_number,
         COALESCE(inv.withdrawn = FALSE, FALSE)
         FROM gathering gat LEFT JOIN series ON series.id = gat.series_id
         LEFT JOIN invitation inv ON inv.gathering_id = gat.id AND inv.person_id = $2
         WHERE gat.network_id = $1
         AND (gat.audience = 'public' OR $3 = TRUE) AND (gat.state <> 'draft' OR $4 = TRUE) "
    };
}

/// The rows of a statement that begins with [`listed!`], as far as the onlooker may read them.
fn listed(
    conn: &mut Conn<'_>,
    onlooker: Onlooker<'_>,
    statement: &'static str,
    further: &[Value],
) -> Result<Vec<Listed>, Fault> {
    let mut rows = conn.all(statement, &onlooker.and(further), read)?;
    rows.retain(|row| onlooker.may_read(&row.subject()));
    Ok(rows)
}

/// The gatherings that begin in a span of days, in order; the end is not part of it.
pub fn between(
    conn: &mut Conn<'_>,
    onlooker: Onlooker<'_>,
    (from, before): (Date, Date),
) -> Result<Vec<Listed>, Fault> {
    listed(
        conn,
        onlooker,
        sql!(
            listed!,
            "AND gat.starts >= $5 AND gat.starts < $6 ORDER BY gat.starts, gat.id LIMIT 1000"
        ),
        params![midnight(from), midnight(before)],
    )
}

/// How many gatherings the onlooker may read of each month that has any.
///
/// Rows that rights cannot tell apart are counted by the database and decided about once.
pub fn by_month(
    conn: &mut Conn<'_>,
    onlooker: Onlooker<'_>,
    (from, before): (Date, Date),
) -> Result<Vec<(Date, usize)>, Fault> {
    let alike = conn.all(
        sql!(
            "SELECT SUBSTR(gat.starts, 1, 7), gat.group_id, CASE WHEN $7 = TRUE THEN gat.id END,
             gat.audience, gat.state <> 'draft', COALESCE(inv.withdrawn = FALSE, FALSE), COUNT(*)
             FROM gathering gat
             LEFT JOIN invitation inv ON inv.gathering_id = gat.id AND inv.person_id = $2
             WHERE gat.network_id = $1
             AND (gat.audience = 'public' OR $3 = TRUE) AND (gat.state <> 'draft' OR $4 = TRUE)
             AND gat.starts >= $5 AND gat.starts < $6
             GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1"
        ),
        &onlooker.and(params![
            midnight(from),
            midnight(before),
            onlooker.looks_at_each()
        ]),
        |row| {
            let month = row.take::<String>()? + "-01";
            let month: Date = month
                .parse()
                .map_err(|cause| Fault::because("read a month", cause))?;
            let subject = Subject::Record {
                network: onlooker.network,
                group: row.take()?,
                record: row.take()?,
                audience: super::audience(row)?,
                published: row.take()?,
                invited: row.take()?,
            };
            Ok((month, subject, row.take::<usize>()?))
        },
    )?;
    let mut months: Vec<(Date, usize)> = Vec::new();
    for (month, subject, count) in alike {
        if !onlooker.may_read(&subject) {
            continue;
        }
        match months.last_mut() {
            Some((last, sum)) if *last == month => *sum += count,
            _ => months.push((month, count)),
        }
    }
    Ok(months)
}

fn midnight(day: Date) -> DateTime {
    day.to_datetime(Time::midnight())
}

/// The years that have something to see, the latest first: one look into the index a year.
pub fn years(conn: &mut Conn<'_>, onlooker: Onlooker<'_>) -> Result<Vec<i16>, Fault> {
    let firsts = conn.all(
        sql!(
            "WITH RECURSIVE opening (starts) AS (
             SELECT (SELECT MIN(gat.starts) FROM gathering gat WHERE gat.network_id = $1
             AND (gat.audience = 'public' OR $2 = TRUE) AND (gat.state <> 'draft' OR $3 = TRUE))
             UNION ALL
             SELECT (SELECT MIN(gat.starts) FROM gathering gat WHERE gat.network_id = $1
             AND gat.starts >= CAST(CAST(SUBSTR(opening.starts, 1, 4) AS BIGINT) + 1 AS TEXT)
             AND (gat.audience = 'public' OR $2 = TRUE) AND (gat.state <> 'draft' OR $3 = TRUE))
             FROM opening WHERE opening.starts IS NOT NULL)
             SELECT starts FROM opening WHERE starts IS NOT NULL ORDER BY starts DESC"
        ),
        params![
            onlooker.network,
            onlooker.actor.is_signed_in(),
            onlooker.sees_drafts()
        ],
        Row::take::<DateTime>,
    )?;
    Ok(firsts.into_iter().map(DateTime::year).collect())
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
    let begun = now.checked_sub(LONGEST).unwrap_or(now);
    let mut rows = listed(
        conn,
        onlooker,
        sql!(
            listed!,
            "AND gat.starts_at > $5 AND gat.ends_at > $6
             AND gat.state IN ('announced', 'cancelled')
             ORDER BY gat.starts_at, gat.id LIMIT $7"
        ),
        params![begun, now, ENOUGH],
    )?;
    rows.truncate(most);
    Ok(rows)
}

/// What was held last, the latest first.
pub fn held(
    conn: &mut Conn<'_>,
    onlooker: Onlooker<'_>,
    now: Timestamp,
    most: usize,
) -> Result<Vec<Listed>, Fault> {
    let mut rows = listed(
        conn,
        onlooker,
        sql!(
            listed!,
            "AND gat.starts_at <= $5 AND gat.state = 'held'
             ORDER BY gat.starts_at DESC, gat.id DESC LIMIT $6"
        ),
        params![now, ENOUGH],
    )?;
    rows.truncate(most);
    Ok(rows)
}

/// The gatherings of a series in order.
pub fn of_series(
    conn: &mut Conn<'_>,
    onlooker: Onlooker<'_>,
    series: SeriesId,
) -> Result<Vec<Listed>, Fault> {
    listed(
        conn,
        onlooker,
        sql!(
            listed!,
            "AND gat.series_id = $5 ORDER BY gat.starts_at, gat.id LIMIT 500"
        ),
        params![series],
    )
}

/// The gatherings that carry a tag, the latest first.
pub fn tagged(
    conn: &mut Conn<'_>,
    onlooker: Onlooker<'_>,
    tag_slug: &str,
    most: usize,
) -> Result<Vec<Listed>, Fault> {
    let mut rows = listed(
        conn,
        onlooker,
        sql!(
            listed!,
            "AND gat.id IN (SELECT tag.gathering_id FROM gathering_tag tag
             WHERE tag.network_id = $1 AND tag.tag_slug = $5)
             ORDER BY gat.starts_at DESC, gat.id LIMIT 500"
        ),
        params![tag_slug],
    )?;
    rows.truncate(most);
    Ok(rows)
}

/// What begins after an instant and the onlooker may read, in order.
pub fn since(
    conn: &mut Conn<'_>,
    onlooker: Onlooker<'_>,
    since: Timestamp,
) -> Result<Vec<Listed>, Fault> {
    let mut rows = listed(
        conn,
        onlooker,
        sql!(
            listed!,
            "AND gat.starts_at > $5 ORDER BY gat.starts_at DESC, gat.id DESC LIMIT 2000"
        ),
        params![since],
    )?;
    rows.reverse();
    Ok(rows)
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
