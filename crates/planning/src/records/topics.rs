//! Topics and the days until which they can be proposed.

use base::{Fault, GatheringId, NetworkId, TopicId};
use jiff::Timestamp;
use jiff::civil::Date;
use store::{Conn, Row, params, sql};

use crate::rules::Topic;

macro_rules! topic {
    () => {
        "SELECT topic.id, topic.network_id, topic.title, topic.body_text, topic.person_id,
         COALESCE(person.name, ''), topic.organisation_id, COALESCE(org.name, ''),
         topic.wished_id, topic.gathering_id, topic.agenda_item_id, topic.dismissed,
         topic.answer, topic.created_at
         FROM topic LEFT JOIN person ON person.id = topic.person_id
         LEFT JOIN organisation org ON org.id = topic.organisation_id "
    };
}

/// A topic by its id.
pub fn topic(conn: &mut Conn<'_>, id: TopicId) -> Result<Option<Topic>, Fault> {
    conn.one(
        sql!(
            topic!,
            "WHERE topic.id = $1"
        ),
        params![id],
        read,
    )
}

/// All topics of a network, the latest first.
pub fn topics_of(conn: &mut Conn<'_>, network: NetworkId) -> Result<Vec<Topic>, Fault> {
    conn.all(
        sql!(
            topic!,
            "WHERE topic.network_id = $1 ORDER BY topic.created_at DESC, topic.id DESC LIMIT 1000"
        ),
        params![network],
        read,
    )
}

/// The topics that were proposed for a gathering, in the order they came.
pub fn wished_for(conn: &mut Conn<'_>, gathering: GatheringId) -> Result<Vec<Topic>, Fault> {
    conn.all(
        sql!(
            topic!,
            "WHERE topic.wished_id = $1 ORDER BY topic.created_at, topic.id"
        ),
        params![gathering],
        read,
    )
}

fn read(row: &mut Row) -> Result<Topic, Fault> {
    Ok(Topic {
        id: row.take()?,
        network: row.take()?,
        title: row.take()?,
        text: row.take()?,
        person: row.take()?,
        person_name: row.take()?,
        organisation: row.take()?,
        organisation_name: row.take()?,
        wished: row.take()?,
        gathering: row.take()?,
        item: row.take()?,
        dismissed: row.take()?,
        answer: row.take()?,
        created_at: row.take()?,
    })
}

/// How many topics wait for an answer.
pub fn open_count(conn: &mut Conn<'_>, network: NetworkId) -> Result<i64, Fault> {
    conn.count(
        sql!(
            "SELECT COUNT(*) FROM topic WHERE network_id = $1 AND dismissed = FALSE
             AND agenda_item_id IS NULL AND person_id IS NOT NULL"
        ),
        params![network],
    )
}

/// Writes a new topic.
pub fn add(conn: &mut Conn<'_>, it: &Topic) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "INSERT INTO topic (id, network_id, title, body_text, person_id, organisation_id,
             wished_id, gathering_id, agenda_item_id, dismissed, answer, created_at, changed_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, NULL, NULL, FALSE, '', $8, $8)"
        ),
        params![
            it.id,
            it.network,
            it.title,
            it.text,
            it.person,
            it.organisation,
            it.wished,
            it.created_at
        ],
    )?;
    Ok(())
}

/// Writes what a known topic says and what became of it.
pub fn change(conn: &mut Conn<'_>, it: &Topic, at: Timestamp) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "UPDATE topic SET title = $2, body_text = $3, organisation_id = $4, wished_id = $5,
             gathering_id = $6, agenda_item_id = $7, dismissed = $8, answer = $9, changed_at = $10
             WHERE id = $1"
        ),
        params![
            it.id,
            it.title,
            it.text,
            it.organisation,
            it.wished,
            it.gathering,
            it.item,
            it.dismissed,
            it.answer,
            at
        ],
    )?;
    Ok(())
}

/// The day that the office set for a gathering's proposals.
pub fn deadline(conn: &mut Conn<'_>, gathering: GatheringId) -> Result<Option<Date>, Fault> {
    conn.one(
        sql!("SELECT day FROM proposal_deadline WHERE gathering_id = $1"),
        params![gathering],
        Row::take,
    )
}

/// Sets the day; none leaves it to the rule.
pub fn set_deadline(
    conn: &mut Conn<'_>,
    gathering: GatheringId,
    day: Option<Date>,
) -> Result<(), Fault> {
    conn.exec(
        sql!("DELETE FROM proposal_deadline WHERE gathering_id = $1"),
        params![gathering],
    )?;
    if let Some(day) = day {
        conn.exec(
            sql!("INSERT INTO proposal_deadline (gathering_id, day) VALUES ($1, $2)"),
            params![gathering, day],
        )?;
    }
    Ok(())
}
