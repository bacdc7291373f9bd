//! The plan of a year: dates, hosts, topics, conflicts.
//!
//! A plan's rows are gatherings and nothing besides: the plan ties them together, proposes days
//! and hosts, says what speaks against a day, and announces them all at once. Topics wait here
//! until they stand on an agenda.

mod actions;
mod digest;
mod letters;
pub mod links;
mod pages;
mod records;
mod references;
mod routes;
mod rules;
mod table;

pub use actions::*;
pub use letters::TOPIC;
pub use pages::edit::conflict_words;
pub use records::plans::{plan, plan_of, plans_of, rows};
pub use records::topics::topics_of;
pub use rules::*;
pub use table::sheet::around;

use base::Lang;
use base::access::Right;
use shell::{NavEntry, Room, Section};
use store::Migration;

/// The tables of this room.
pub const MIGRATIONS: &[Migration] = &[Migration::both(
    "planning-0001",
    include_str!("../migrations/0001.sql"),
)];

/// What planning brings to the program.
pub fn room() -> Room {
    Room {
        name: "planning",
        migrations: MIGRATIONS,
        phrases: &[
            (Lang::De, include_str!("../phrases/de.ftl")),
            (Lang::En, include_str!("../phrases/en.ftl")),
        ],
        routes: Some(routes::fill),
        nav: &[NavEntry {
            key: "planning-nav",
            path: "/jahresplan",
            right: Right::ReadPublic,
            section: Section::Public,
            order: 22,
        }],
        letters: letters::LETTERS,
        panels: pages::panels::PANELS,
        holdings: records::holdings::HOLDINGS,
        digest: digest::DIGEST,
        references: references::REFERENCES,
        below: references::BELOW,
        refresh: Some(refresh),
        chapters: records::archive::CHAPTERS,
        ..Room::default()
    }
}
