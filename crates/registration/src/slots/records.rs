//! All SQL of workshops.

pub(crate) mod kept;

use base::{Fault, GatheringId, SeriesId};
use jiff::Timestamp;
use store::{Conn, Row, params, sql};
use uuid::Uuid;

use super::rules::{Choice, ChoiceState, Slot};
use crate::rules::Texts;

/// How every statement begins that reads slots.
macro_rules! slots {
    () => {
        "SELECT s.id, s.desk_id, s.gathering_id, s.quota_id, s.block_id, s.day_no, s.starts,
         s.ends, s.position, s.block_de, s.block_en, s.title_de, s.title_en, s.room, q.capacity,
         q.taken FROM registration_slot s JOIN registration_quota q ON q.id = s.quota_id "
    };
}

fn read(row: &mut Row) -> Result<Slot, Fault> {
    Ok(Slot {
        id: row.take()?,
        desk: row.take()?,
        gathering: row.take()?,
        quota: row.take()?,
        block: row.take()?,
        day: row.take()?,
        starts: row.take()?,
        ends: row.take()?,
        position: row.take()?,
        block_title: texts(row)?,
        title: texts(row)?,
        room: row.take()?,
        capacity: row.take()?,
        taken: row.take()?,
    })
}

fn texts(row: &mut Row) -> Result<Texts, Fault> {
    Ok(Texts {
        de: row.take()?,
        en: row.take()?,
    })
}

/// What can be chosen at a gathering, in the order of the programme.
///
/// # Errors
/// When the database fails.
pub fn slots_of(conn: &mut Conn<'_>, gathering: GatheringId) -> Result<Vec<Slot>, Fault> {
    conn.all(
        sql!(
            slots!,
            "WHERE s.gathering_id = $1
             ORDER BY s.day_no, s.starts, s.block_id, s.position, s.id"
        ),
        params![gathering],
        read,
    )
}

/// What can be chosen at the dates of a desk.
pub(crate) fn slots_of_desk(conn: &mut Conn<'_>, desk: Uuid) -> Result<Vec<Slot>, Fault> {
    conn.all(
        sql!(
            slots!,
            "WHERE s.desk_id = $1
             ORDER BY s.gathering_id, s.day_no, s.starts, s.block_id, s.position, s.id"
        ),
        params![desk],
        read,
    )
}

/// One of them.
pub(crate) fn slot(conn: &mut Conn<'_>, id: Uuid) -> Result<Option<Slot>, Fault> {
    conn.one(sql!(slots!, "WHERE s.id = $1"), params![id], read)
}

/// Whether one registers for a gathering, so that workshops can be chosen with it.
///
/// # Errors
/// When the database fails.
pub fn has_desk(
    conn: &mut Conn<'_>,
    of: (Option<GatheringId>, Option<SeriesId>),
) -> Result<bool, Fault> {
    Ok(crate::records::desk_of(conn, of)?.is_some())
}

/// Where the quotas of slots stand among the quotas of a desk: behind those of its dates.
const BEHIND: i64 = 1000;

/// Writes a slot down with its places; what is taken of a known one stays.
pub(crate) fn put_slot(conn: &mut Conn<'_>, it: &Slot) -> Result<(), Fault> {
    conn.put(
        sql!(
            "INSERT INTO registration_quota (id, desk_id, position, capacity, taken)
             VALUES ($1, $2, $3, $4, 0) ON CONFLICT (id) DO UPDATE SET capacity = EXCLUDED.capacity"
        ),
        params![it.quota, it.desk, BEHIND, it.capacity],
    )?;
    conn.put(
        sql!(
            "INSERT INTO registration_slot (id, desk_id, gathering_id, quota_id, block_id, day_no,
             starts, ends, position, block_de, block_en, title_de, title_en, room)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
             ON CONFLICT (id) DO UPDATE SET day_no = EXCLUDED.day_no, starts = EXCLUDED.starts,
             ends = EXCLUDED.ends, position = EXCLUDED.position, block_de = EXCLUDED.block_de,
             block_en = EXCLUDED.block_en, title_de = EXCLUDED.title_de,
             title_en = EXCLUDED.title_en, room = EXCLUDED.room"
        ),
        params![
            it.id,
            it.desk,
            it.gathering,
            it.quota,
            it.block,
            it.day,
            it.starts,
            it.ends,
            it.position,
            it.block_title.de,
            it.block_title.en,
            it.title.de,
            it.title.en,
            it.room
        ],
    )?;
    Ok(())
}

/// Takes a slot away with everything that was chosen.
pub(crate) fn remove_slot(conn: &mut Conn<'_>, it: &Slot) -> Result<(), Fault> {
    conn.put(
        sql!("DELETE FROM registration_slot_choice WHERE slot_id = $1"),
        params![it.id],
    )?;
    conn.put(
        sql!("DELETE FROM registration_slot WHERE id = $1"),
        params![it.id],
    )?;
    conn.put(
        sql!("DELETE FROM registration_quota WHERE id = $1"),
        params![it.quota],
    )?;
    Ok(())
}

/// Takes one place of a quota; says whether there was one.
pub(crate) fn take(conn: &mut Conn<'_>, quota: Uuid) -> Result<bool, Fault> {
    let taken = conn.exec(
        sql!(
            "UPDATE registration_quota SET taken = taken + 1
             WHERE id = $1 AND (capacity IS NULL OR taken < capacity)"
        ),
        params![quota],
    )?;
    Ok(taken > 0)
}

/// Gives one place of the quota of a slot back.
pub(crate) fn release(conn: &mut Conn<'_>, slot: Uuid) -> Result<(), Fault> {
    conn.put(
        sql!(
            "UPDATE registration_quota SET taken = taken - 1 WHERE taken > 0 AND id IN
             (SELECT quota_id FROM registration_slot WHERE id = $1)"
        ),
        params![slot],
    )?;
    Ok(())
}

fn choice(row: &mut Row) -> Result<Choice, Fault> {
    Ok(Choice {
        place: row.take()?,
        slot: row.take()?,
        block: row.take()?,
        state: ChoiceState::from_word(&row.take::<String>()?)
            .ok_or_else(|| Fault::new("read the state of a choice"))?,
    })
}

/// What somebody has chosen and waits for.
///
/// # Errors
/// When the database fails.
pub fn choices_of(conn: &mut Conn<'_>, place: Uuid) -> Result<Vec<Choice>, Fault> {
    conn.all(
        sql!(
            "SELECT place_id, slot_id, block_id, state FROM registration_slot_choice
             WHERE place_id = $1 ORDER BY block_id, state"
        ),
        params![place],
        choice,
    )
}

/// Whose choice a slot is, those who wait among them.
pub(crate) fn choices_at(conn: &mut Conn<'_>, slot: Uuid) -> Result<Vec<Choice>, Fault> {
    conn.all(
        sql!(
            "SELECT place_id, slot_id, block_id, state FROM registration_slot_choice
             WHERE slot_id = $1 ORDER BY state, line_no, place_id"
        ),
        params![slot],
        choice,
    )
}

/// Writes a choice down; whoever waits stands at the end of the line.
pub(crate) fn add_choice(conn: &mut Conn<'_>, it: &Choice, now: Timestamp) -> Result<(), Fault> {
    let line_no = match it.state {
        ChoiceState::Chosen => None,
        ChoiceState::Waiting => Some(next_line_no(conn, it.slot)?),
    };
    conn.put(
        sql!(
            "INSERT INTO registration_slot_choice (place_id, slot_id, block_id, state, line_no,
             changed_at) VALUES ($1, $2, $3, $4, $5, $6)
             ON CONFLICT (place_id, slot_id) DO UPDATE SET state = EXCLUDED.state,
             line_no = EXCLUDED.line_no, changed_at = EXCLUDED.changed_at"
        ),
        params![it.place, it.slot, it.block, it.state.word(), line_no, now],
    )?;
    Ok(())
}

/// Takes a choice away; its place is the caller's to give back.
pub(crate) fn remove_choice(conn: &mut Conn<'_>, it: &Choice) -> Result<(), Fault> {
    conn.put(
        sql!("DELETE FROM registration_slot_choice WHERE place_id = $1 AND slot_id = $2"),
        params![it.place, it.slot],
    )?;
    Ok(())
}

fn next_line_no(conn: &mut Conn<'_>, slot: Uuid) -> Result<i64, Fault> {
    let last = conn.one(
        sql!(
            "SELECT MAX(line_no) FROM registration_slot_choice
             WHERE slot_id = $1 AND state = 'waiting'"
        ),
        params![slot],
        Row::take::<Option<i64>>,
    )?;
    Ok(last.flatten().unwrap_or(0) + 1)
}

/// The first in line for a slot among those who have a place at the gathering.
pub(crate) fn first_in_line(conn: &mut Conn<'_>, slot: Uuid) -> Result<Option<Choice>, Fault> {
    conn.one(
        sql!(
            "SELECT c.place_id, c.slot_id, c.block_id, c.state FROM registration_slot_choice c
             JOIN registration_place p ON p.id = c.place_id
             WHERE c.slot_id = $1 AND c.state = 'waiting' AND p.holds = TRUE
             ORDER BY c.line_no, c.place_id LIMIT 1"
        ),
        params![slot],
        choice,
    )
}

/// Somebody on the list of a workshop.
#[derive(Clone, Debug)]
pub(crate) struct Chooser {
    pub(crate) slot: Uuid,
    pub(crate) name: String,
    pub(crate) organisation: String,
    pub(crate) state: ChoiceState,
}

/// Who has chosen what at a gathering, those who wait in their order behind the others.
pub(crate) fn choosers(conn: &mut Conn<'_>, gathering: GatheringId) -> Result<Vec<Chooser>, Fault> {
    conn.all(
        sql!(
            "SELECT c.slot_id, p.name, COALESCE(o.name, r.organisation_name), c.state
             FROM registration_slot_choice c JOIN registration_slot s ON s.id = c.slot_id
             JOIN registration_place p ON p.id = c.place_id
             JOIN registration r ON r.id = p.registration_id
             LEFT JOIN organisation o ON o.id = r.organisation_id WHERE s.gathering_id = $1
             ORDER BY c.slot_id, c.state, c.line_no, p.sort_key, p.id"
        ),
        params![gathering],
        |row| {
            Ok(Chooser {
                slot: row.take()?,
                name: row.take()?,
                organisation: row.take()?,
                state: ChoiceState::from_word(&row.take::<String>()?)
                    .ok_or_else(|| Fault::new("read the state of a choice"))?,
            })
        },
    )
}

/// How many wait for each slot of a gathering.
pub(crate) fn waiting(
    conn: &mut Conn<'_>,
    gathering: GatheringId,
) -> Result<Vec<(Uuid, i64)>, Fault> {
    conn.all(
        sql!(
            "SELECT c.slot_id, COUNT(*) FROM registration_slot_choice c
             JOIN registration_slot s ON s.id = c.slot_id
             WHERE s.gathering_id = $1 AND c.state = 'waiting' GROUP BY c.slot_id"
        ),
        params![gathering],
        |row| {
            let slot: Uuid = row.take()?;
            Ok((slot, row.take()?))
        },
    )
}
