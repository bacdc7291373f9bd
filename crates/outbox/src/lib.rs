//! Letters that wait, go out and are answered for.
//!
//! A room hands in a [`NewLetter`], by [`send_now`] where one person's act asks for it or by
//! [`lay_out`] where many are written to; those wait until the office releases them. What a
//! letter says is written when it goes out, by the room's [`shell::LetterKind`].

mod actions;
mod desk;
mod jobs;
mod letter;
pub mod links;
mod pages;
mod preview;
mod records;
mod routes;
mod sender;
mod sheet;
#[cfg(test)]
mod tests;
mod view;

use std::sync::Arc;

use base::Lang;
use base::access::Right;
use shell::{NavEntry, Panel, Room, Section};

pub use actions::{
    Chosen, discard, free_address, give_up, lay_out, release, retry, send_again, send_now, send_on,
};
pub use desk::Desk;
pub use jobs::DELIVER;
pub use letter::{About, Group, Letter, LetterState, NewLetter, State};
pub use preview::{printed, written};
pub use records::addresses::{
    AddressHealth, CameBack, HARD_BOUNCES, bounces_since, came_back, health, is_alive, is_paused,
    paused,
};
pub use records::hold::{Failed, count_by_state, failed_everywhere, hold_back};
pub use records::way::{Way, ask_way, way};
pub use records::{
    addresses_of, count, forget_recipients, groups, letter, letters_about, settled, waiting_in,
    withdraw_waiting,
};
pub use sender::{Sender, sender};
pub use sheet::{Row, Sheet};
pub use view::{file, frame, view};

/// The tables of the outbox.
pub const MIGRATIONS: &[store::Migration] = &[
    store::Migration::both("outbox-0001", include_str!("../migrations/0001.sql")),
    store::Migration::both("outbox-0002", include_str!("../migrations/0002.sql")),
    store::Migration::both("outbox-0004", include_str!("../migrations/0004.sql")),
    store::Migration::both("outbox-0005", include_str!("../migrations/0005.sql")),
    store::Migration::both(
        "outbox-holdings",
        include_str!("../migrations/holdings.sql"),
    ),
];

/// What the outbox brings to the program.
pub fn room(desk: Arc<Desk>) -> Room {
    Room {
        name: "outbox",
        migrations: MIGRATIONS,
        phrases: &[
            (Lang::De, include_str!("../phrases/de.ftl")),
            (Lang::En, include_str!("../phrases/en.ftl")),
        ],
        routes: Some(routes::routes),
        nav: &[NavEntry {
            key: "outbox-nav",
            path: "/postausgang",
            right: Right::RunOffice,
            section: Section::Post,
            order: 80,
        }],
        jobs: jobs::JOBS,
        panels: &[Panel {
            order: 20,
            show: pages::due,
        }],
        holdings: records::HOLDINGS,
        retained: records::RETAINED,
        tool: Some(desk),
        chapters: records::archive::CHAPTERS,
        not_told: records::archive::NOT_TOLD,
        ..Room::default()
    }
}
