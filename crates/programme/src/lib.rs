//! Programme: sections in time, sessions side by side with rooms and speakers, and how
//! accessible all of it is.
//!
//! Which session somebody chooses is registration's: a session that is open for choice is a slot
//! there under the same id, and this room sees to it that both say the same.

mod actions;
pub mod links;
mod pages;
mod papers;
mod records;
mod routes;
mod rules;
mod typed;

use base::Lang;
use shell::Room;
use store::Migration;

pub use actions::{
    SectionInput, SessionInput, move_session, put_access, put_section, put_session, remove_section,
    remove_session,
};
pub use records::{access_of, stretches};
pub use rules::{Access, Conflict, Hours, Known, Mark, Over, Section, Session, Stretch, conflicts};

/// The tables of this room.
pub const MIGRATIONS: &[Migration] = &[Migration::both(
    "programme-0001",
    include_str!("../migrations/0001.sql"),
)];

/// What this room brings to the program.
pub fn room() -> Room {
    Room {
        name: "programme",
        migrations: MIGRATIONS,
        phrases: &[
            (Lang::De, include_str!("../phrases/de.ftl")),
            (Lang::En, include_str!("../phrases/en.ftl")),
        ],
        routes: Some(routes::fill),
        panels: pages::panel::PANELS,
        describe: Some(pages::described::describe),
        holdings: records::kept::HOLDINGS,
        chapters: records::kept::CHAPTERS,
        ..Room::default()
    }
}
