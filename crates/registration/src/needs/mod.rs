//! What participants need in order to take part: health data (Art. 9 DSGVO), told of one's own
//! accord and forgotten on a day that is said beside the field.
//!
//! The words are sealed in the transaction that writes the place, with a key of the gathering's
//! that lies outside of the database (`vault`). Only whom the network made its assistance contact
//! opens them, and each time is noted. No step, journal entry, letter, search or export says what
//! anybody needs, nor who needs anything. A night destroys the key so many days after the
//! gathering; from then on no backup opens them either.
//!
//! A room within the room, with tables, addresses and words of its own.

mod actions;
mod form;
mod jobs;
mod letters;
pub mod links;
mod pages;
mod records;
mod routes;
mod rules;

use base::Lang;
use base::access::Right;
use shell::{NavEntry, Room, Section};
use store::Migration;

pub(crate) use actions::follow;
pub use actions::{Telling, settle};
pub(crate) use form::{Asking, asking, lacks, typed};
pub use jobs::{NIGHT, wake};
pub use letters::CONFIRMED;
pub(crate) use pages::own_part;
pub use records::tombstones;

/// The tables of this room.
pub const MIGRATIONS: &[Migration] = &[Migration::both(
    "registration-needs",
    include_str!("../../migrations/needs.sql"),
)];

/// What this room brings to the program.
pub fn room() -> Room {
    Room {
        name: "needs",
        migrations: MIGRATIONS,
        phrases: &[
            (Lang::De, include_str!("../../phrases/needs/de.ftl")),
            (Lang::En, include_str!("../../phrases/needs/en.ftl")),
        ],
        routes: Some(routes::fill),
        nav: &[
            NavEntry {
                key: "needs-nav",
                path: "/assistenz",
                right: Right::ReadAssistanceNeeds,
                section: Section::Work,
                order: 49,
            },
            NavEntry {
                key: "needs-proofs-nav",
                path: "/assistenz/nachweise",
                right: Right::ProtectData,
                section: Section::Administration,
                order: 86,
            },
        ],
        jobs: jobs::JOBS,
        letters: letters::LETTERS,
        holdings: records::HOLDINGS,
        chapters: records::CHAPTERS,
        not_told: records::NOT_TOLD,
        ..Room::default()
    }
}
