//! Agenda items with their speakers.

use std::collections::BTreeMap;

use base::{AgendaItemId, Fault, GatheringId};
use store::{Conn, Row, params, sql};

use crate::rules::{AgendaItem, Speaker};

/// A gathering's agenda in order.
pub fn agenda(conn: &mut Conn<'_>, gathering: GatheringId) -> Result<Vec<AgendaItem>, Fault> {
    let mut speakers = speakers_of(conn, gathering)?;
    let mut items = conn.all(
        sql!(
            "SELECT id, gathering_id, position, title, body_text, minutes FROM agenda_item
             WHERE gathering_id = $1 ORDER BY position"
        ),
        params![gathering],
        read,
    )?;
    for item in &mut items {
        item.speakers = speakers.remove(&item.id).unwrap_or_default();
    }
    Ok(items)
}

fn speakers_of(
    conn: &mut Conn<'_>,
    gathering: GatheringId,
) -> Result<BTreeMap<AgendaItemId, Vec<Speaker>>, Fault> {
    let rows = conn.all(
        sql!(
            "SELECT spk.agenda_item_id, spk.name, spk.function_name, spk.body
             FROM agenda_speaker spk JOIN agenda_item item ON item.id = spk.agenda_item_id
             WHERE item.gathering_id = $1 ORDER BY spk.position"
        ),
        params![gathering],
        |row| Ok((row.take::<AgendaItemId>()?, speaker(row)?)),
    )?;
    let mut by_item: BTreeMap<AgendaItemId, Vec<Speaker>> = BTreeMap::new();
    for (item, speaker) in rows {
        by_item.entry(item).or_default().push(speaker);
    }
    Ok(by_item)
}

fn read(row: &mut Row) -> Result<AgendaItem, Fault> {
    Ok(AgendaItem {
        id: row.take()?,
        gathering: row.take()?,
        position: row.take()?,
        title: row.take()?,
        text: row.take()?,
        minutes: row.take()?,
        speakers: Vec::new(),
    })
}

pub(super) fn speaker(row: &mut Row) -> Result<Speaker, Fault> {
    Ok(Speaker {
        name: row.take()?,
        function: row.take()?,
        body: row.take()?,
    })
}

/// Writes a new item.
pub fn add(conn: &mut Conn<'_>, item: &AgendaItem) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "INSERT INTO agenda_item (id, gathering_id, position, title, body_text, minutes)
             VALUES ($1, $2, $3, $4, $5, $6)"
        ),
        params![
            item.id,
            item.gathering,
            item.position,
            item.title,
            item.text,
            item.minutes
        ],
    )?;
    set_speakers(conn, item.id, &item.speakers)
}

/// Writes what an item says; its place stays.
pub fn change(conn: &mut Conn<'_>, item: &AgendaItem) -> Result<(), Fault> {
    conn.exec(
        sql!("UPDATE agenda_item SET title = $2, body_text = $3, minutes = $4 WHERE id = $1"),
        params![item.id, item.title, item.text, item.minutes],
    )?;
    set_speakers(conn, item.id, &item.speakers)
}

fn set_speakers(
    conn: &mut Conn<'_>,
    item: AgendaItemId,
    speakers: &[Speaker],
) -> Result<(), Fault> {
    conn.exec(
        sql!("DELETE FROM agenda_speaker WHERE agenda_item_id = $1"),
        params![item],
    )?;
    for (position, speaker) in speakers.iter().enumerate() {
        conn.exec(
            sql!(
                "INSERT INTO agenda_speaker (agenda_item_id, position, name, function_name, body)
                 VALUES ($1, $2, $3, $4, $5)"
            ),
            params![item, position, speaker.name, speaker.function, speaker.body],
        )?;
    }
    Ok(())
}

/// Puts an item at a place.
pub fn place(conn: &mut Conn<'_>, item: AgendaItemId, position: usize) -> Result<(), Fault> {
    conn.exec(
        sql!("UPDATE agenda_item SET position = $2 WHERE id = $1"),
        params![item, position],
    )?;
    Ok(())
}

/// Takes an item off the agenda.
pub fn remove(conn: &mut Conn<'_>, item: AgendaItemId) -> Result<(), Fault> {
    set_speakers(conn, item, &[])?;
    conn.exec(sql!("DELETE FROM agenda_item WHERE id = $1"), params![item])?;
    Ok(())
}
