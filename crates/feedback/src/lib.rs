//! What participants say of a gathering afterwards, for those who lead it.
//!
//! Answers hold no place and no person: a question has one row, in which numbers are counted up
//! and texts are sorted in. That a place has answered is kept apart, as a hash among sorted
//! hashes; no time and no order joins the two. Whoever leads sees results from five answers on,
//! and in steps of five while answers are taken, so that no two looks differ by one person.

mod actions;
pub mod links;
mod pages;
mod records;
mod routes;
mod rules;
mod typed;

use base::Lang;
use shell::Room;

pub use actions::{Asked, FormInput, answer, asked, proposed, put_form, set_state};
pub use records::{form_of, questions};
pub use rules::{Content, FeedbackForm, FormState, LEAST, Question, QuestionKind, Stage};

/// The tables of this room.
pub const MIGRATIONS: &[store::Migration] = &[store::Migration::both(
    "feedback-0001",
    include_str!("../migrations/0001.sql"),
)];

/// What this room brings to the program.
pub fn room() -> Room {
    Room {
        name: "feedback",
        migrations: MIGRATIONS,
        phrases: &[
            (Lang::De, include_str!("../phrases/de.ftl")),
            (Lang::En, include_str!("../phrases/en.ftl")),
        ],
        routes: Some(routes::fill),
        panels: pages::PANELS,
        retained: records::RETAINED,
        chapters: records::CHAPTERS,
        not_told: records::NOT_TOLD,
        ..Room::default()
    }
}
