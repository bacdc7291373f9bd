//! Everything that a network keeps in one file: a table for each kind of record, the documents,
//! and a page that explains it. Made in the background, there for some days.
//!
//! What goes in is said by the rooms, see [`shell::Chapter`]; a test reads the schema and finds
//! tables that no room speaks of.

mod actions;
mod jobs;
pub mod links;
mod making;
mod pages;
mod progress;
mod records;
mod routes;

use std::sync::Arc;

use base::Lang;
use base::access::Right;
use shell::{NavEntry, Room, Section};
use store::Migration;

/// The tables of this room.
pub const MIGRATIONS: &[Migration] = &[Migration::both(
    "archive-0001",
    include_str!("../migrations/0001.sql"),
)];

/// What this room brings to the program.
pub fn room() -> Room {
    Room {
        name: "archive",
        migrations: MIGRATIONS,
        phrases: &[
            (Lang::De, include_str!("../phrases/de.ftl")),
            (Lang::En, include_str!("../phrases/en.ftl")),
            (Lang::De, include_str!("../phrases/kinds/de.ftl")),
            (Lang::En, include_str!("../phrases/kinds/en.ftl")),
        ],
        routes: Some(routes::fill),
        nav: &[NavEntry {
            key: "archive-nav",
            path: "/gesamtarchiv",
            right: Right::RunOffice,
            section: Section::Administration,
            order: 92,
        }],
        jobs: jobs::JOBS,
        holdings: records::HOLDINGS,
        chapters: records::CHAPTERS,
        not_told: records::NOT_TOLD,
        tool: Some(Arc::new(progress::Progress::default())),
        ..Room::default()
    }
}
