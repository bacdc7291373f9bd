//! What people do with workshops: each act is change, steps, journal entry and letters in one
//! transaction.

use base::access::Actor;
use base::{Blame, Fault, GatheringId, Halt, Moment};
use jiff::civil::Time;
use store::{Conn, Entry};
use uuid::Uuid;

use super::records;
use super::rules::{Choice, ChoiceState, Mine, Slot, decide};
use crate::actions::{self as room_actions, Event, tell};
use crate::records as room;
use crate::rules::{Place, Texts};

/// A workshop as the programme knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlotInput {
    /// Its id.
    pub id: Uuid,
    /// The gathering.
    pub gathering: GatheringId,
    /// What it takes place beside.
    pub block: Uuid,
    /// How many days after the first one of the gathering.
    pub day: i64,
    /// When it begins.
    pub starts: Time,
    /// When it ends.
    pub ends: Time,
    /// Its place among those beside it.
    pub position: i64,
    /// What the block is called.
    pub block_title: Texts,
    /// Its title.
    pub title: Texts,
    /// The room.
    pub room: String,
    /// How many find room; none where there is no limit.
    pub capacity: Option<i64>,
}

/// Offers a workshop for choice, or offers it otherwise; what becomes free by it goes to the
/// first in line.
///
/// # Errors
/// Refused where nobody registers for the gathering yet, and where there would be fewer places
/// than are taken.
pub fn put_slot(conn: &mut Conn<'_>, moment: &mut Moment, input: &SlotInput) -> Result<(), Halt> {
    let it = gatherings::gathering(conn, input.gathering)?.ok_or(Halt::Missing)?;
    let desk = room::desk_of(conn, (Some(it.id), it.series))?;
    let desk = desk.ok_or_else(|| Halt::at("choosable", "slots-fault-no-desk"))?;
    let before = records::slot(conn, input.id)?;
    let taken = before.as_ref().map_or(0, |it| it.taken);
    if input.capacity.is_some_and(|it| it < taken) {
        return Err(Halt::Refused(vec![
            Blame::at("capacity", "slots-fault-taken").with("count", taken),
        ]));
    }
    let slot = Slot {
        id: input.id,
        desk: desk.id,
        gathering: input.gathering,
        quota: before.map_or_else(|| moment.id(), |it| it.quota),
        block: input.block,
        day: input.day,
        starts: input.starts,
        ends: input.ends,
        position: input.position,
        block_title: input.block_title.clone(),
        title: input.title.clone(),
        room: input.room.clone(),
        capacity: input.capacity,
        taken,
    };
    records::put_slot(conn, &slot)?;
    pass_on(conn, moment, (vec![slot.id], None))?;
    Ok(())
}

/// Takes a workshop away; whoever has chosen it is told. Nothing where it cannot be chosen.
///
/// # Errors
/// When the database fails.
pub fn remove_slot(conn: &mut Conn<'_>, moment: &mut Moment, id: Uuid) -> Result<(), Fault> {
    let Some(slot) = records::slot(conn, id)? else {
        return Ok(());
    };
    let choices = records::choices_at(conn, id)?;
    records::remove_slot(conn, &slot)?;
    for choice in choices {
        room::add_step(conn, moment, choice.place, ("slot-gone", "", ""))?;
        tell_of(conn, moment, (choice.place, Event::WorkshopGone))?;
    }
    Ok(())
}

/// What somebody wishes, block by block: one of its workshops, or none.
pub(crate) type Wish = (Uuid, Option<Uuid>);

/// Writes down what somebody chooses. What is full is waited for; what was chosen before stays
/// until the new one is certain, and goes to the first in line then.
pub(crate) fn choose(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    place: &Place,
    wishes: &[Wish],
) -> Result<(), Halt> {
    let slots = records::slots_of(conn, place.gathering)?;
    let before = records::choices_of(conn, place.id)?;
    let mut freed = Vec::new();
    let mut has_changed = false;
    for (block, wish) in wishes {
        if let Some(id) = wish
            && !slots.iter().any(|it| it.id == *id && it.block == *block)
        {
            // What belongs to another date is not meant; what is gone is said.
            if records::slot(conn, *id)?.is_some_and(|it| it.gathering != place.gathering) {
                continue;
            }
            return Err(Halt::at(&field(*block), "slots-fault-gone"));
        }
        let mine = mine_of(&before, *block);
        let is_new = wish.is_some() && *wish != mine.held;
        let has_room = match wish.filter(|_| is_new && place.holds) {
            Some(id) => takes(conn, &slots, id)?,
            None => false,
        };
        let after = decide(mine, *wish, has_room);
        has_changed |= after != mine;
        put(conn, moment, (place.id, *block), (mine, after))?;
        freed.extend(mine.held.filter(|it| after.held != Some(*it)));
    }
    if has_changed {
        room::add_step(conn, moment, place.id, ("slots-chosen", "", ""))?;
    }
    for slot in &freed {
        records::release(conn, *slot)?;
    }
    Ok(pass_on(conn, moment, (freed, None))?)
}

/// The name of a block's field.
pub(crate) fn field(block: Uuid) -> String {
    format!("slot-{block}")
}

fn takes(conn: &mut Conn<'_>, slots: &[Slot], id: Uuid) -> Result<bool, Fault> {
    match slots.iter().find(|it| it.id == id) {
        Some(slot) => records::take(conn, slot.quota),
        None => Ok(false),
    }
}

fn mine_of(choices: &[Choice], block: Uuid) -> Mine {
    let of = |state: ChoiceState| {
        let mut all = choices.iter();
        all.find(|it| it.block == block && it.state == state)
            .map(|it| it.slot)
    };
    Mine {
        held: of(ChoiceState::Chosen),
        awaited: of(ChoiceState::Waiting),
    }
}

/// Writes down what somebody has in a block now; places are the caller's to take and give back.
fn put(
    conn: &mut Conn<'_>,
    moment: &Moment,
    (place, block): (Uuid, Uuid),
    (before, after): (Mine, Mine),
) -> Result<(), Fault> {
    let choice = |slot: Uuid, state: ChoiceState| Choice {
        place,
        slot,
        block,
        state,
    };
    let states = [
        (before.held, after.held, ChoiceState::Chosen),
        (before.awaited, after.awaited, ChoiceState::Waiting),
    ];
    for (old, new, state) in states {
        if let Some(slot) = old.filter(|_| old != new) {
            records::remove_choice(conn, &choice(slot, state))?;
        }
    }
    for (old, new, state) in states {
        if let Some(slot) = new.filter(|_| old != new) {
            records::add_choice(conn, &choice(slot, state), moment.now())?;
        }
    }
    Ok(())
}

/// Follows what has become of a place: whoever comes no longer, or to another date, gives back
/// what was chosen; whoever has lost the place waits; whoever has got one gets what is free.
pub(crate) fn follow(conn: &mut Conn<'_>, moment: &mut Moment, place: &Place) -> Result<(), Fault> {
    let choices = records::choices_of(conn, place.id)?;
    if choices.is_empty() {
        return Ok(());
    }
    let here = records::slots_of(conn, place.gathering)?;
    let mut open = Vec::new();
    for choice in &choices {
        let is_here = here.iter().any(|it| it.id == choice.slot);
        let has = choice.state == ChoiceState::Chosen;
        if place.holds && place.state.is_alive() && is_here {
            open.extend((!has).then_some(choice.slot));
            continue;
        }
        if has {
            records::release(conn, choice.slot)?;
            open.push(choice.slot);
        }
        let waits = mine_of(&choices, choice.block).awaited.is_some();
        if place.state.is_alive() && is_here {
            if has && !waits {
                let state = ChoiceState::Waiting;
                let choice = Choice {
                    state,
                    ..choice.clone()
                };
                records::add_choice(conn, &choice, moment.now())?;
            } else if has {
                records::remove_choice(conn, choice)?;
            }
        } else {
            records::remove_choice(conn, choice)?;
        }
    }
    pass_on(conn, moment, (open, Some(place.id)))
}

/// Gives what is free to the first in line, one after the other; what each leaves for it is free
/// then, too. Everybody is told but the one whose own act it is.
pub(crate) fn pass_on(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (mut open, quiet): (Vec<Uuid>, Option<Uuid>),
) -> Result<(), Fault> {
    while let Some(id) = open.pop() {
        let Some(slot) = records::slot(conn, id)? else {
            continue;
        };
        while let Some(first) = records::first_in_line(conn, id)? {
            if !records::take(conn, slot.quota)? {
                break;
            }
            let mine = mine_of(&records::choices_of(conn, first.place)?, first.block);
            let after = decide(mine, Some(id), true);
            put(conn, moment, (first.place, first.block), (mine, after))?;
            if let Some(left) = mine.held {
                records::release(conn, left)?;
                open.push(left);
            }
            room::add_step(conn, moment, first.place, ("slot-given", "", ""))?;
            if quiet != Some(first.place) {
                tell_of(conn, moment, (first.place, Event::Workshop))?;
            }
        }
    }
    Ok(())
}

/// Writes to whoever registered for a place.
fn tell_of(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (place, event): (Uuid, Event),
) -> Result<(), Fault> {
    let Some(place) = room::place(conn, place)? else {
        return Ok(());
    };
    let Some(it) = room::registration(conn, place.registration)? else {
        return Ok(());
    };
    let Some(desk) = room::desk(conn, place.desk)? else {
        return Ok(());
    };
    let dates = room::offered(conn, &desk)?;
    match dates.iter().find(|date| date.id == place.gathering) {
        Some(date) => tell(conn, moment, (&it, date), (event, Some(place.id))),
        None => Ok(()),
    }
}

/// Chooses through one's own link, for oneself and those who come along.
///
/// # Errors
/// Refused after the term for changes, and where a workshop is gone.
pub fn choose_for(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    registration: Uuid,
    wishes: &[(Uuid, Wish)],
) -> Result<(), Halt> {
    let own = room_actions::own(conn, registration, moment.now())?;
    let mut at = None;
    for place in own.places.iter().filter(|it| it.state.is_alive()) {
        let of_place: Vec<Wish> = wishes
            .iter()
            .filter(|(id, _)| *id == place.id)
            .map(|(_, wish)| *wish)
            .collect();
        if of_place.is_empty() {
            continue;
        }
        let date = own.date(place.gathering).ok_or(Halt::Missing)?;
        if own.desk.term_of(place, date) <= moment.now() {
            return Err(Halt::no("registration-fault-too-late"));
        }
        choose(conn, moment, place, &of_place).map_err(|halt| at_place(halt, place.id))?;
        at = Some(place.gathering);
    }
    let Some(gathering) = at else {
        return Err(Halt::Missing);
    };
    let nobody = Actor::default();
    conn.note(
        moment,
        &Entry {
            network: Some(own.registration.network),
            account: nobody.account,
            actor: &nobody.name,
            verb: "registration-workshops",
            kind: "gathering",
            subject: gathering.into(),
            detail: String::new(),
        },
    )?;
    Ok(())
}

/// On one's own page the fields of several people stand beside each other.
fn at_place(halt: Halt, place: Uuid) -> Halt {
    match halt {
        Halt::Refused(blames) => {
            let moved = blames.into_iter().map(|mut it| {
                it.field = format!("{place}-{}", it.field);
                it
            });
            Halt::Refused(moved.collect())
        }
        other => other,
    }
}
