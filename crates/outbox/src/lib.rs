//! Letters that wait, go out and are answered for.
//!
//! A room hands in a [`NewLetter`], by [`send_now`] where one person's act asks for it or by
//! [`lay_out`] where many are written to; those wait until the office releases them. What a
//! letter says is written when it goes out, by the room's [`shell::LetterKind`].

mod actions;
mod jobs;
mod letter;
mod records;

pub use actions::{Chosen, discard, lay_out, release, send_again, send_now};
pub use jobs::DELIVER;
pub use letter::{Group, Letter, LetterState, NewLetter, State};
pub use records::{count, groups, letter, letters_about, settled, waiting_in, withdraw_waiting};

/// The tables of the outbox.
pub const MIGRATIONS: &[store::Migration] = &[store::Migration::both(
    "outbox-0001",
    include_str!("../migrations/0001.sql"),
)];
