//! Gatherings of a span of days with all that a plan shows of them, in three reads.

use std::collections::HashMap;

use base::access::{Audience, Decision};
use base::access::{Right, Subject, decide};
use base::{Fault, GatheringId, GroupId, NetworkId, OrganisationId};
use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use store::{Conn, Row, params, sql};

use super::listing::Onlooker;
use crate::rules::{Speaker, State};

/// What a plan shows of a gathering.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outline {
    /// Its id.
    pub id: GatheringId,
    /// The network that it belongs to.
    pub network: NetworkId,
    /// The group that meets.
    pub group: Option<GroupId>,
    /// The last segment of its address.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// Its focus.
    pub focus: String,
    /// Local start.
    pub starts: DateTime,
    /// Local end.
    pub ends: DateTime,
    /// The instant of the end.
    pub ends_at: Timestamp,
    /// The organisation that receives the others.
    pub host: Option<OrganisationId>,
    /// The host's name.
    pub host_name: String,
    /// Name of the place.
    pub venue_name: String,
    /// Whom it is for.
    pub audience: Audience,
    /// How far it has come.
    pub state: State,
    /// Whether the person who asks is on its guest list.
    pub invited: bool,
    /// Guests by function and body.
    pub guests: Vec<Speaker>,
    /// The titles of its agenda.
    pub topics: Vec<String>,
}

impl Outline {
    /// What rights about this gathering are asked about.
    pub fn subject(&self) -> Subject {
        Subject::Record {
            network: self.network,
            group: self.group,
            record: Some(self.id.into()),
            audience: self.audience,
            published: !matches!(self.state, State::Draft),
            invited: self.invited,
        }
    }
}

/// The gatherings that begin in a span of days and that the onlooker may read, in order; the
/// end is not part of it.
pub fn outlines(
    conn: &mut Conn<'_>,
    onlooker: Onlooker<'_>,
    (from, before): (Date, Date),
) -> Result<Vec<Outline>, Fault> {
    let span = (
        from.to_datetime(Time::midnight()),
        before.to_datetime(Time::midnight()),
    );
    let mut found = conn.all(
        sql!(
            "SELECT gat.id, gat.network_id, gat.group_id, gat.slug, gat.title, gat.focus,
             gat.starts, gat.ends, gat.ends_at, gat.host_id, COALESCE(org.name, ''),
             gat.venue_name, gat.audience, gat.state, COALESCE(inv.withdrawn = FALSE, FALSE)
             FROM gathering gat LEFT JOIN organisation org ON org.id = gat.host_id
             LEFT JOIN invitation inv ON inv.gathering_id = gat.id AND inv.person_id = $4
             WHERE gat.network_id = $1 AND gat.starts >= $2 AND gat.starts < $3
             AND (gat.audience = 'public' OR $5 = TRUE) AND (gat.state <> 'draft' OR $6 = TRUE)
             ORDER BY gat.starts, gat.id LIMIT 1000"
        ),
        params![
            onlooker.network,
            span.0,
            span.1,
            onlooker.person(),
            onlooker.sees_more_than_public(),
            onlooker.sees_drafts()
        ],
        read,
    )?;
    found
        .retain(|it| decide(onlooker.actor, Right::ReadRecord, &it.subject()) == Decision::Allowed);
    let mut guests = guests(conn, onlooker.network, span)?;
    let mut topics = topics(conn, onlooker.network, span)?;
    for it in &mut found {
        it.guests = guests.remove(&it.id).unwrap_or_default();
        it.topics = topics.remove(&it.id).unwrap_or_default();
    }
    Ok(found)
}

fn read(row: &mut Row) -> Result<Outline, Fault> {
    Ok(Outline {
        id: row.take()?,
        network: row.take()?,
        group: row.take()?,
        slug: row.take()?,
        title: row.take()?,
        focus: row.take()?,
        starts: row.take()?,
        ends: row.take()?,
        ends_at: row.take()?,
        host: row.take()?,
        host_name: row.take()?,
        venue_name: row.take()?,
        audience: super::audience(row)?,
        state: super::gathering::state(row)?,
        invited: row.take()?,
        guests: Vec::new(),
        topics: Vec::new(),
    })
}

fn guests(
    conn: &mut Conn<'_>,
    network: NetworkId,
    span: (DateTime, DateTime),
) -> Result<HashMap<GatheringId, Vec<Speaker>>, Fault> {
    let rows = conn.all(
        sql!(
            "SELECT guest.gathering_id, guest.name, guest.function_name, guest.body
             FROM gathering gat JOIN gathering_guest guest ON guest.gathering_id = gat.id
             WHERE gat.network_id = $1 AND gat.starts >= $2 AND gat.starts < $3
             ORDER BY guest.gathering_id, guest.position"
        ),
        params![network, span.0, span.1],
        |row| Ok((row.take()?, super::agenda::speaker(row)?)),
    )?;
    Ok(grouped(rows))
}

fn topics(
    conn: &mut Conn<'_>,
    network: NetworkId,
    span: (DateTime, DateTime),
) -> Result<HashMap<GatheringId, Vec<String>>, Fault> {
    let rows = conn.all(
        sql!(
            "SELECT item.gathering_id, item.title
             FROM gathering gat JOIN agenda_item item ON item.gathering_id = gat.id
             WHERE gat.network_id = $1 AND gat.starts >= $2 AND gat.starts < $3
             ORDER BY item.gathering_id, item.position"
        ),
        params![network, span.0, span.1],
        |row| Ok((row.take()?, row.take()?)),
    )?;
    Ok(grouped(rows))
}

fn grouped<T>(rows: Vec<(GatheringId, T)>) -> HashMap<GatheringId, Vec<T>> {
    let mut found: HashMap<GatheringId, Vec<T>> = HashMap::new();
    for (id, it) in rows {
        found.entry(id).or_default().push(it);
    }
    found
}

/// A gathering that somebody received the others for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hosted {
    /// The gathering.
    pub gathering: GatheringId,
    /// Who received the others.
    pub host: OrganisationId,
    /// On which day.
    pub day: Date,
}

/// Who received the others before a day, planned gatherings included.
pub fn hosted(conn: &mut Conn<'_>, network: NetworkId, before: Date) -> Result<Vec<Hosted>, Fault> {
    conn.all(
        sql!(
            "SELECT id, host_id, starts FROM gathering WHERE network_id = $1 AND starts < $2
             AND host_id IS NOT NULL AND state <> 'cancelled' ORDER BY starts"
        ),
        params![network, before.to_datetime(Time::midnight())],
        |row| {
            Ok(Hosted {
                gathering: row.take()?,
                host: row.take()?,
                day: row.take::<DateTime>()?.date(),
            })
        },
    )
}
