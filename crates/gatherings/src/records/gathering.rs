//! One gathering with its facts.

use std::collections::HashMap;

use base::{Fault, GatheringId, NetworkId};
use jiff::Timestamp;
use store::{Conn, Row, params, sql};

use crate::rules::{CoOrganiser, Gathering, Speaker, State, ToldAgenda};

/// How every statement begins that reads whole gatherings.
macro_rules! facts {
    () => {
        "SELECT id, network_id, group_id, series_id, series_number, slug, title, focus, about,
         starts, ends, zone, starts_at, ends_at, host_id, venue_name, venue_street,
         venue_postcode, venue_town, venue_access, online_url, audience, state, sequence,
         cancelled_reason, announced_at, changed_at FROM gathering "
    };
}

/// A gathering by its id.
pub fn gathering(conn: &mut Conn<'_>, id: GatheringId) -> Result<Option<Gathering>, Fault> {
    let found = conn.one(sql!(facts!, "WHERE id = $1"), params![id], read)?;
    let Some(mut found) = found else {
        return Ok(None);
    };
    found.tags = tags(conn, id)?;
    found.co_organisers = co_organisers(conn, id)?;
    found.guests = guests(conn, id)?;
    Ok(Some(found))
}

/// A gathering by its address.
pub fn gathering_by_slug(
    conn: &mut Conn<'_>,
    network: NetworkId,
    slug: &str,
) -> Result<Option<Gathering>, Fault> {
    let id = conn.one(
        sql!("SELECT id FROM gathering WHERE network_id = $1 AND slug = $2"),
        params![network, slug],
        Row::take,
    )?;
    id.map_or(Ok(None), |id| gathering(conn, id))
}

/// Which gatherings are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Those that are everyone's, so that no others take their places.
    Public,
    /// All of them.
    All,
}

/// The gatherings of a network that begin after an instant, in order, at most the 2,000 latest,
/// as far as calendars show them: with their tags, without co-organisers and guests. Two
/// statements, however many there are.
pub fn for_calendars(
    conn: &mut Conn<'_>,
    (network, reach): (NetworkId, Reach),
    since: Timestamp,
) -> Result<Vec<Gathering>, Fault> {
    let mut found = conn.all(
        sql!(
            facts!,
            "WHERE network_id = $1 AND starts_at > $2
             AND ($3 = FALSE OR (audience = 'public' AND state <> 'draft'))
             ORDER BY starts_at DESC, id DESC LIMIT 2000"
        ),
        params![network, since, reach == Reach::Public],
        read,
    )?;
    found.reverse();
    let mut tags = tags_since(conn, network, since)?;
    for it in &mut found {
        it.tags = tags.remove(&it.id).unwrap_or_default();
    }
    Ok(found)
}

/// The gatherings that [`for_calendars`] reads for everyone, as far as telling whether they were
/// written since: their ids and revisions.
pub fn revisions(
    conn: &mut Conn<'_>,
    network: NetworkId,
    since: Timestamp,
) -> Result<Vec<(GatheringId, i64)>, Fault> {
    let mut found = conn.all(
        sql!(
            "SELECT id, revision FROM gathering WHERE network_id = $1 AND starts_at > $2
             AND audience = 'public' AND state <> 'draft'
             ORDER BY starts_at DESC, id DESC LIMIT 2000"
        ),
        params![network, since],
        |row| Ok((row.take()?, row.take()?)),
    )?;
    found.reverse();
    Ok(found)
}

fn tags_since(
    conn: &mut Conn<'_>,
    network: NetworkId,
    since: Timestamp,
) -> Result<HashMap<GatheringId, Vec<String>>, Fault> {
    let tags: Vec<(GatheringId, String)> = conn.all(
        sql!(
            "SELECT tag.gathering_id, tag.tag FROM gathering_tag tag
             JOIN gathering gat ON gat.id = tag.gathering_id
             WHERE gat.network_id = $1 AND gat.starts_at > $2
             ORDER BY tag.gathering_id, tag.position"
        ),
        params![network, since],
        |row| Ok((row.take()?, row.take()?)),
    )?;
    let mut of_each: HashMap<GatheringId, Vec<String>> = HashMap::new();
    for (id, tag) in tags {
        of_each.entry(id).or_default().push(tag);
    }
    Ok(of_each)
}

fn read(row: &mut Row) -> Result<Gathering, Fault> {
    Ok(Gathering {
        id: row.take()?,
        network: row.take()?,
        group: row.take()?,
        series: row.take()?,
        series_number: row.take()?,
        slug: row.take()?,
        title: row.take()?,
        focus: row.take()?,
        about: row.take()?,
        starts: row.take()?,
        ends: row.take()?,
        zone: row.take()?,
        starts_at: row.take()?,
        ends_at: row.take()?,
        host: row.take()?,
        venue_name: row.take()?,
        venue_street: row.take()?,
        venue_postcode: row.take()?,
        venue_town: row.take()?,
        venue_access: row.take()?,
        online_url: row.take()?,
        audience: super::audience(row)?,
        state: state(row)?,
        sequence: row.take()?,
        cancelled_reason: row.take()?,
        announced_at: row.take()?,
        changed_at: row.take()?,
        tags: Vec::new(),
        co_organisers: Vec::new(),
        guests: Vec::new(),
    })
}

pub(super) fn state(row: &mut Row) -> Result<State, Fault> {
    State::from_word(&row.take::<String>()?).ok_or_else(|| Fault::new("read a state"))
}

fn tags(conn: &mut Conn<'_>, id: GatheringId) -> Result<Vec<String>, Fault> {
    conn.all(
        sql!("SELECT tag FROM gathering_tag WHERE gathering_id = $1 ORDER BY position"),
        params![id],
        Row::take,
    )
}

fn co_organisers(conn: &mut Conn<'_>, id: GatheringId) -> Result<Vec<CoOrganiser>, Fault> {
    conn.all(
        sql!(
            "SELECT co.organisation_id, COALESCE(org.name, co.name) FROM co_organiser co
             LEFT JOIN organisation org ON org.id = co.organisation_id
             WHERE co.gathering_id = $1 ORDER BY co.position"
        ),
        params![id],
        co_organiser,
    )
}

fn co_organiser(row: &mut Row) -> Result<CoOrganiser, Fault> {
    Ok(CoOrganiser {
        organisation: row.take()?,
        name: row.take()?,
    })
}

fn guests(conn: &mut Conn<'_>, id: GatheringId) -> Result<Vec<Speaker>, Fault> {
    conn.all(
        sql!(
            "SELECT name, function_name, body FROM gathering_guest
             WHERE gathering_id = $1 ORDER BY position"
        ),
        params![id],
        super::agenda::speaker,
    )
}

/// Writes all facts of a gathering, a new one or one that is known.
pub fn write(conn: &mut Conn<'_>, it: &Gathering) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "INSERT INTO gathering (id, network_id, group_id, series_id, series_number, slug,
             title, focus, about, starts, ends, zone, starts_at, ends_at, host_id, venue_name,
             venue_street, venue_postcode, venue_town, venue_access, online_url, audience, state,
             sequence, cancelled_reason, announced_at, changed_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
             $18, $19, $20, $21, $22, $23, $24, $25, $26, $27)
             ON CONFLICT (id) DO UPDATE SET group_id = excluded.group_id,
             series_id = excluded.series_id, series_number = excluded.series_number,
             slug = excluded.slug, title = excluded.title, focus = excluded.focus,
             about = excluded.about, starts = excluded.starts, ends = excluded.ends,
             zone = excluded.zone, starts_at = excluded.starts_at, ends_at = excluded.ends_at,
             host_id = excluded.host_id, venue_name = excluded.venue_name,
             venue_street = excluded.venue_street, venue_postcode = excluded.venue_postcode,
             venue_town = excluded.venue_town, venue_access = excluded.venue_access,
             online_url = excluded.online_url, audience = excluded.audience,
             state = excluded.state, sequence = excluded.sequence,
             cancelled_reason = excluded.cancelled_reason,
             announced_at = excluded.announced_at, changed_at = excluded.changed_at,
             revision = gathering.revision + 1"
        ),
        params![
            it.id,
            it.network,
            it.group,
            it.series,
            it.series_number,
            it.slug,
            it.title,
            it.focus,
            it.about,
            it.starts,
            it.ends,
            it.zone,
            it.starts_at,
            it.ends_at,
            it.host,
            it.venue_name,
            it.venue_street,
            it.venue_postcode,
            it.venue_town,
            it.venue_access,
            it.online_url,
            it.audience.word(),
            it.state.word(),
            it.sequence,
            it.cancelled_reason,
            it.announced_at,
            it.changed_at
        ],
    )?;
    remove_parts(conn, it.id)?;
    add_parts(conn, it)
}

fn add_parts(conn: &mut Conn<'_>, it: &Gathering) -> Result<(), Fault> {
    for (position, tag) in it.tags.iter().enumerate() {
        conn.exec(
            sql!(
                "INSERT INTO gathering_tag (gathering_id, network_id, position, tag, tag_slug)
                 VALUES ($1, $2, $3, $4, $5)"
            ),
            params![it.id, it.network, position, tag, base::slug(tag)],
        )?;
    }
    for (position, co) in it.co_organisers.iter().enumerate() {
        conn.exec(
            sql!(
                "INSERT INTO co_organiser (gathering_id, position, organisation_id, name)
                 VALUES ($1, $2, $3, $4)"
            ),
            params![it.id, position, co.organisation, co.name],
        )?;
    }
    for (position, guest) in it.guests.iter().enumerate() {
        conn.exec(
            sql!(
                "INSERT INTO gathering_guest (gathering_id, position, name, function_name, body)
                 VALUES ($1, $2, $3, $4, $5)"
            ),
            params![it.id, position, guest.name, guest.function, guest.body],
        )?;
    }
    Ok(())
}

fn remove_parts(conn: &mut Conn<'_>, id: GatheringId) -> Result<(), Fault> {
    conn.exec(
        sql!("DELETE FROM gathering_tag WHERE gathering_id = $1"),
        params![id],
    )?;
    conn.exec(
        sql!("DELETE FROM co_organiser WHERE gathering_id = $1"),
        params![id],
    )?;
    conn.exec(
        sql!("DELETE FROM gathering_guest WHERE gathering_id = $1"),
        params![id],
    )?;
    Ok(())
}

/// Deletes a draft that nothing but its own facts hangs on.
pub fn remove(conn: &mut Conn<'_>, id: GatheringId) -> Result<(), Fault> {
    remove_parts(conn, id)?;
    conn.exec(sql!("DELETE FROM gathering WHERE id = $1"), params![id])?;
    Ok(())
}

/// The agenda as the invited were told it; none before anybody was invited.
pub fn told_agenda(conn: &mut Conn<'_>, id: GatheringId) -> Result<Option<ToldAgenda>, Fault> {
    let text: Option<Option<String>> = conn.one(
        sql!("SELECT told_agenda FROM gathering WHERE id = $1"),
        params![id],
        Row::take,
    )?;
    text.flatten()
        .map(|json| serde_json::from_str(&json))
        .transpose()
        .map_err(|cause| Fault::because("read the agenda that was told", cause))
}

/// Remembers the agenda as the invited know it.
pub fn set_told_agenda(
    conn: &mut Conn<'_>,
    id: GatheringId,
    agenda: &ToldAgenda,
) -> Result<(), Fault> {
    let json = serde_json::to_string(agenda)
        .map_err(|cause| Fault::because("write the agenda that was told", cause))?;
    conn.exec(
        sql!("UPDATE gathering SET told_agenda = $2 WHERE id = $1"),
        params![id, json],
    )?;
    Ok(())
}

/// Says when something of it changed that has a table of its own.
pub fn touch(conn: &mut Conn<'_>, id: GatheringId, at: Timestamp) -> Result<(), Fault> {
    conn.exec(
        sql!("UPDATE gathering SET changed_at = $2, revision = revision + 1 WHERE id = $1"),
        params![id, at],
    )?;
    Ok(())
}

/// The latest gathering of the same group, else of the same series, that ended before this one.
pub fn last_held_before(conn: &mut Conn<'_>, it: &Gathering) -> Result<Option<Gathering>, Fault> {
    let id = match (it.group, it.series) {
        (Some(group), _) => conn.one(
            sql!(
                "SELECT id FROM gathering WHERE group_id = $1 AND starts_at < $2
                 AND state = 'held' ORDER BY starts_at DESC LIMIT 1"
            ),
            params![group, it.starts_at],
            Row::take,
        )?,
        (None, Some(series)) => conn.one(
            sql!(
                "SELECT id FROM gathering WHERE series_id = $1 AND starts_at < $2
                 AND state = 'held' ORDER BY starts_at DESC LIMIT 1"
            ),
            params![series, it.starts_at],
            Row::take,
        )?,
        (None, None) => None,
    };
    id.map_or(Ok(None), |id| gathering(conn, id))
}

/// The next gathering of a group, or of the network outside all groups, that is not cancelled.
pub fn next_of_group(
    conn: &mut Conn<'_>,
    network: NetworkId,
    group: Option<base::GroupId>,
    after: Timestamp,
) -> Result<Option<Gathering>, Fault> {
    let id = match group {
        Some(group) => conn.one(
            sql!(
                "SELECT id FROM gathering WHERE network_id = $1 AND group_id = $2
                 AND starts_at > $3 AND state IN ('draft', 'announced')
                 ORDER BY starts_at LIMIT 1"
            ),
            params![network, group, after],
            Row::take,
        )?,
        None => conn.one(
            sql!(
                "SELECT id FROM gathering WHERE network_id = $1 AND group_id IS NULL
                 AND starts_at > $2 AND state IN ('draft', 'announced')
                 ORDER BY starts_at LIMIT 1"
            ),
            params![network, after],
            Row::take,
        )?,
    };
    id.map_or(Ok(None), |id| gathering(conn, id))
}

/// The gatherings of a network that begin after an instant, drafts too: id, title and start.
pub fn filed_since(
    conn: &mut Conn<'_>,
    network: NetworkId,
    after: Timestamp,
) -> Result<Vec<(GatheringId, String, jiff::civil::DateTime)>, Fault> {
    conn.all(
        sql!(
            "SELECT id, title, starts FROM gathering WHERE network_id = $1 AND starts_at > $2
             ORDER BY starts_at, id LIMIT 200"
        ),
        params![network, after],
        |row| Ok((row.take()?, row.take()?, row.take()?)),
    )
}

/// The announced gatherings of a network that begin after an instant and before a day.
pub fn announced_before(
    conn: &mut Conn<'_>,
    network: NetworkId,
    (after, before): (Timestamp, jiff::civil::Date),
) -> Result<Vec<Gathering>, Fault> {
    let ids: Vec<GatheringId> = conn.all(
        sql!(
            "SELECT id FROM gathering WHERE network_id = $1 AND starts_at > $2 AND starts < $3
             AND state = 'announced' ORDER BY starts_at, id"
        ),
        params![
            network,
            after,
            before.to_datetime(jiff::civil::Time::midnight())
        ],
        Row::take,
    )?;
    let mut all = Vec::with_capacity(ids.len());
    for id in ids {
        all.extend(gathering(conn, id)?);
    }
    Ok(all)
}

/// When the next announced gathering of a network begins, whichever group meets.
pub fn next_start(
    conn: &mut Conn<'_>,
    network: NetworkId,
    after: Timestamp,
) -> Result<Option<Timestamp>, Fault> {
    conn.one(
        sql!(
            "SELECT starts_at FROM gathering WHERE network_id = $1 AND starts_at > $2
             AND state = 'announced' ORDER BY starts_at LIMIT 1"
        ),
        params![network, after],
        Row::take,
    )
}

/// Whether another gathering of the network stands at this address.
pub fn is_slug_taken(
    conn: &mut Conn<'_>,
    network: NetworkId,
    slug: &str,
    but: GatheringId,
) -> Result<bool, Fault> {
    let others = conn.count(
        sql!("SELECT COUNT(*) FROM gathering WHERE network_id = $1 AND slug = $2 AND id <> $3"),
        params![network, slug, but],
    )?;
    Ok(others > 0)
}
