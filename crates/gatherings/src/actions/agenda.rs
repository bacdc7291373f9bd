//! Work on the agenda.

use base::access::Actor;
use base::{AgendaItemId, GatheringId, Halt, Moment};
use store::Conn;

use super::{index, known, note};
use crate::records;
use crate::rules::{AgendaItem, Gathering, Speaker};

/// What an item says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ItemInput {
    /// What it is about.
    pub title: String,
    /// Explanation.
    pub text: String,
    /// How many minutes are planned.
    pub minutes: Option<i64>,
    /// Who speaks.
    pub speakers: Vec<Speaker>,
}

/// Which way an item goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// One place towards the beginning.
    Up,
    /// One place towards the end.
    Down,
}

impl Step {
    /// Reads the word of a form.
    pub fn from_word(word: &str) -> Option<Self> {
        match word {
            "up" => Some(Self::Up),
            "down" => Some(Self::Down),
            _ => None,
        }
    }
}

/// The most items that one agenda has.
const MOST_ITEMS: usize = 200;

/// Adds an item with title and explanation at the end.
///
/// # Errors
/// As [`plan_agenda_item`].
pub fn add_agenda_item(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    gathering: GatheringId,
    title: &str,
    text: &str,
) -> Result<AgendaItemId, Halt> {
    let input = ItemInput {
        title: title.to_owned(),
        text: text.to_owned(),
        ..ItemInput::default()
    };
    plan_agenda_item(conn, moment, who, gathering, &input)
}

/// Adds an item at the end.
///
/// # Errors
/// Refused when the agenda is full.
pub fn plan_agenda_item(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    gathering: GatheringId,
    input: &ItemInput,
) -> Result<AgendaItemId, Halt> {
    let it = known(conn, gathering)?;
    let before = records::agenda::agenda(conn, gathering)?.len();
    if before >= MOST_ITEMS {
        return Err(Halt::at("title", "gatherings-fault-agenda-full"));
    }
    let item = AgendaItem {
        id: moment.id(),
        gathering,
        position: i64::try_from(before + 1).unwrap_or(i64::MAX),
        title: input.title.clone(),
        text: input.text.clone(),
        minutes: input.minutes,
        speakers: input.speakers.clone(),
    };
    records::agenda::add(conn, &item)?;
    changed(
        conn,
        moment,
        who,
        &it,
        ("agenda-item-added", item.title.clone()),
    )?;
    Ok(item.id)
}

/// Changes what an item says.
///
/// # Errors
/// Missing where the gathering has no such item.
pub fn change_agenda_item(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (gathering, id): (GatheringId, AgendaItemId),
    input: &ItemInput,
) -> Result<(), Halt> {
    let it = known(conn, gathering)?;
    let mut item = known_item(conn, gathering, id)?;
    let before = std::mem::replace(&mut item.title, input.title.clone());
    item.text.clone_from(&input.text);
    item.minutes = input.minutes;
    item.speakers.clone_from(&input.speakers);
    records::agenda::change(conn, &item)?;
    let detail = format!("{before} → {}", item.title);
    changed(conn, moment, who, &it, ("agenda-item-changed", detail))
}

/// Adds somebody who speaks to an item.
///
/// # Errors
/// Missing where the gathering has no such item.
pub fn add_speaker(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (gathering, id): (GatheringId, AgendaItemId),
    speaker: &Speaker,
) -> Result<(), Halt> {
    let item = known_item(conn, gathering, id)?;
    let mut input = ItemInput {
        title: item.title,
        text: item.text,
        minutes: item.minutes,
        speakers: item.speakers,
    };
    input.speakers.push(speaker.clone());
    change_agenda_item(conn, moment, who, (gathering, id), &input)
}

/// Moves an item by one place; at either end it stays.
///
/// # Errors
/// Missing where the gathering has no such item.
pub fn move_agenda_item(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (gathering, id): (GatheringId, AgendaItemId),
    step: Step,
) -> Result<(), Halt> {
    let it = known(conn, gathering)?;
    let mut order = order_of(conn, gathering)?;
    let from = order
        .iter()
        .position(|item| *item == id)
        .ok_or(Halt::Missing)?;
    let to = match step {
        Step::Up => from.checked_sub(1),
        Step::Down => Some(from + 1).filter(|to| *to < order.len()),
    };
    let Some(to) = to else { return Ok(()) };
    order.swap(from, to);
    write_order(conn, &order)?;
    changed(conn, moment, who, &it, ("agenda-item-moved", String::new()))
}

/// Takes an item off the agenda; the others close up.
///
/// # Errors
/// Missing where the gathering has no such item, refused where something hangs on it.
pub fn remove_agenda_item(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (gathering, id): (GatheringId, AgendaItemId),
) -> Result<(), Halt> {
    let it = known(conn, gathering)?;
    let item = known_item(conn, gathering, id)?;
    records::agenda::remove(conn, id)?;
    let order = order_of(conn, gathering)?;
    write_order(conn, &order)?;
    changed(conn, moment, who, &it, ("agenda-item-removed", item.title))
}

/// Copies all items of one agenda to the end of another.
pub fn copy_agenda(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    from: GatheringId,
    to: GatheringId,
) -> Result<(), Halt> {
    for item in records::agenda::agenda(conn, from)? {
        let input = ItemInput {
            title: item.title,
            text: item.text,
            minutes: item.minutes,
            speakers: item.speakers,
        };
        plan_agenda_item(conn, moment, who, to, &input)?;
    }
    Ok(())
}

fn known_item(
    conn: &mut Conn<'_>,
    gathering: GatheringId,
    id: AgendaItemId,
) -> Result<AgendaItem, Halt> {
    records::agenda::agenda(conn, gathering)?
        .into_iter()
        .find(|item| item.id == id)
        .ok_or(Halt::Missing)
}

fn order_of(conn: &mut Conn<'_>, gathering: GatheringId) -> Result<Vec<AgendaItemId>, Halt> {
    let items = records::agenda::agenda(conn, gathering)?;
    Ok(items.into_iter().map(|item| item.id).collect())
}

fn write_order(conn: &mut Conn<'_>, order: &[AgendaItemId]) -> Result<(), Halt> {
    for (before, item) in order.iter().enumerate() {
        records::agenda::place(conn, *item, before + 1)?;
    }
    Ok(())
}

fn changed(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    it: &Gathering,
    what: (&'static str, String),
) -> Result<(), Halt> {
    records::gathering::touch(conn, it.id, moment.now())?;
    index(conn, moment, it)?;
    note(conn, moment, who, it, what)?;
    Ok(())
}
