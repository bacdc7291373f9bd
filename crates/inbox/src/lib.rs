//! Mail in: what calendars and people answer, what comes back, what nobody can place; and the
//! office's morning with its reminders and its one mail.
//!
//! Every mail is kept before the mailbox is told so, and is known again by its message id:
//! taken twice it changes nothing. Nothing that comes in is answered by a machine.

mod actions;
mod fetch;
mod jobs;
mod letters;
pub mod links;
mod morning;
mod pages;
mod records;
mod routes;
mod rules;

use base::Lang;
use base::access::Right;
use shell::{Below, NavEntry, Room, Section};

pub use actions::{Arrived, Taken, take_in};
pub use fetch::{look, receive, watch};
pub use jobs::{MORNING, wake};
pub use letters::DIGEST;
pub use records::mails::{MailIn, at_gathering, mail_in, open_count};
pub use rules::{Kind, State};

/// The tables of this room.
pub const MIGRATIONS: &[store::Migration] = &[store::Migration::both(
    "inbox-0001",
    include_str!("../migrations/0001.sql"),
)];

/// Mails that answer an invitation hang on it.
const BELOW: &[Below] = &[Below::of("invitation", "mail_in", "invitation_id")];

/// What this room brings to the program.
pub fn room() -> Room {
    Room {
        name: "inbox",
        migrations: MIGRATIONS,
        phrases: &[
            (Lang::De, include_str!("../phrases/de.ftl")),
            (Lang::En, include_str!("../phrases/en.ftl")),
        ],
        routes: Some(routes::routes),
        nav: &[NavEntry {
            key: "inbox-nav",
            path: "/posteingang",
            right: Right::RunOffice,
            section: Section::Post,
            order: 79,
        }],
        jobs: jobs::JOBS,
        letters: letters::LETTERS,
        panels: pages::PANELS,
        holdings: records::holdings::HOLDINGS,
        retained: records::holdings::RETAINED,
        below: BELOW,
        ..Room::default()
    }
}
