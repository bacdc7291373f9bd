//! Workshops at the same time: who takes part chooses one of them, or none.
//!
//! What can be chosen comes from the room of programmes, which leans on this one; here are only
//! the slots with their places, and who has chosen what. The places of a slot are a quota like
//! all others, kept by every write. Whoever changes the choice keeps the old place until the new
//! one is certain; what is freed goes to the first in line within the same write.
//!
//! A room within the room, with tables, addresses and words of its own.

mod actions;
mod form;
mod links;
mod pages;
mod records;
mod routes;
mod rules;

use base::Lang;
use shell::Room;
use store::Migration;

pub use actions::{SlotInput, choose_for, put_slot, remove_slot};
pub(crate) use actions::{choose, follow, pass_on};
pub(crate) use form::{asking, asking_companion, companion, typed};
pub use links::{below, list};
pub(crate) use pages::{Lines, lines, office_part, own_part};
pub(crate) use records::kept::{leave_of, told};
pub use records::{choices_of, has_desk, slots_of};
pub use rules::{Choice, ChoiceState, Mine, Slot, decide};

/// The tables of this room.
pub const MIGRATIONS: &[Migration] = &[Migration::both(
    "registration-slots",
    include_str!("../../migrations/slots.sql"),
)];

/// What this room brings to the program.
pub fn room() -> Room {
    Room {
        name: "slots",
        migrations: MIGRATIONS,
        phrases: &[
            (Lang::De, include_str!("../../phrases/slots/de.ftl")),
            (Lang::En, include_str!("../../phrases/slots/en.ftl")),
        ],
        routes: Some(routes::fill),
        chapters: records::kept::CHAPTERS,
        ..Room::default()
    }
}
