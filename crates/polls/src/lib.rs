//! Date polls: the office proposes days, those asked say which suit them, and the day that is
//! settled on becomes the gathering's.
//!
//! A poll belongs to a gathering that is planned, or to none yet; then the day that is settled
//! on plans one. Whoever leads the gathering's group leads the poll, and nobody else sees it.

mod actions;
mod digest;
mod letters;
pub mod links;
mod pages;
mod records;
mod references;
mod routes;
mod rules;
mod typed;

use base::Lang;
use base::access::Right;
use shell::{NavEntry, Room, Section};

pub use actions::{
    ByLink, LaidOut, PollInput, Spoken, answer_as_asked, answer_by_link, answer_for, by_link,
    close, lay_out, put_poll, remind, send_test, set_deadline, settle, withdraw,
};
pub use letters::{ASK, BY_LINK, REMINDER, SETTLED, TEST};
pub use records::{asked, asked_of, dates, poll, polls_of};
pub use rules::{Answer, Asked, DatePoll, Fits, PollState, ProposedDate, Stage, Tally, best};

/// The tables of this room.
pub const MIGRATIONS: &[store::Migration] = &[store::Migration::both(
    "polls-0001",
    include_str!("../migrations/0001.sql"),
)];

/// What this room brings to the program.
pub fn room() -> Room {
    Room {
        name: "polls",
        migrations: MIGRATIONS,
        phrases: &[
            (Lang::De, include_str!("../phrases/de.ftl")),
            (Lang::En, include_str!("../phrases/en.ftl")),
        ],
        routes: Some(routes::routes),
        nav: &[NavEntry {
            key: "polls-nav",
            path: "/umfragen",
            right: Right::Lead,
            section: Section::Work,
            order: 47,
        }],
        letters: letters::LETTERS,
        panels: pages::PANELS,
        holdings: records::HOLDINGS,
        digest: digest::DIGEST,
        references: references::REFERENCES,
        below: references::BELOW,
        ..Room::default()
    }
}
