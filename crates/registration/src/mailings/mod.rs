//! What the office writes to those who registered: to whom by how their place stands, with
//! blanks, seen before exactly as one of them gets it, and released in the outbox. A desk also
//! reminds by itself, so many days before.
//!
//! One mail goes to one kind of place, and says how it stands in words that the office cannot
//! change: who waits never gets what reads like a confirmation. Once the day has begun it may go to
//! those who came, and to those who did not. Nothing goes to anybody twice.
//!
//! A room within the room, with tables, addresses and words of its own.

mod actions;
mod letters;
pub mod links;
mod pages;
mod records;
mod routes;
mod rules;
mod typed;

use base::Lang;
use shell::Room;
use store::Migration;

pub use actions::{MailingInput, add, lay_out, set_reminder};
pub(crate) use actions::{next_reminder, remind, wake};
pub use letters::MAILING;
pub use rules::{Reminder, To};

/// The tables of this room.
pub const MIGRATIONS: &[Migration] = &[Migration::both(
    "registration-mailings",
    include_str!("../../migrations/mailings.sql"),
)];

/// What this room brings to the program.
pub fn room() -> Room {
    Room {
        name: "mailings",
        migrations: MIGRATIONS,
        phrases: &[
            (Lang::De, include_str!("../../phrases/mailings/de.ftl")),
            (Lang::En, include_str!("../../phrases/mailings/en.ftl")),
        ],
        routes: Some(routes::fill),
        letters: letters::LETTERS,
        chapters: records::CHAPTERS,
        ..Room::default()
    }
}
