//! Moving in: pages and papers that an office has already are read into drafts; what the office
//! has reviewed becomes records, and nothing is published by that.

mod actions;
mod jobs;
pub mod links;
mod pages;
mod panels;
mod reader;
mod records;
mod routes;
mod rules;

use std::sync::Arc;

use base::Lang;
use base::access::Right;
use shell::{Below, NavEntry, Panel, Reference, Room, Section};

pub use actions::{Counts, Incoming, Received, enter, receive};
pub use reader::Reader;
pub use records::uploads::waiting_file;

/// The tables of this room.
pub const MIGRATIONS: &[store::Migration] = &[
    store::Migration::both("move-in-0001", include_str!("../migrations/0001.sql")),
    store::Migration::both("move-in-0002", include_str!("../migrations/0002.sql")),
];

/// The columns that name a person or an organisation. What a draft has made stands with the
/// record that stays.
const REFERENCES: &[Reference] = &[
    Reference::organisation("move_in_made", "organisation_id", ""),
    Reference::person("move_in_made", "person_id", ""),
];

/// What hangs on functions.
const BELOW: &[Below] = &[Below::of("person_function", "move_in_made", "function_id")];

/// What this room brings to the program; files are read by `reader`.
pub fn room(reader: Reader) -> Room {
    Room {
        name: "move_in",
        migrations: MIGRATIONS,
        phrases: &[
            (Lang::De, include_str!("../phrases/de.ftl")),
            (Lang::En, include_str!("../phrases/en.ftl")),
        ],
        routes: Some(routes::fill),
        nav: &[NavEntry {
            key: "move-in-nav",
            path: "/uebernahme",
            right: Right::RunOffice,
            section: Section::Administration,
            order: 91,
        }],
        jobs: jobs::JOBS,
        panels: &[Panel {
            order: 46,
            show: panels::show,
        }],
        holdings: records::holdings::HOLDINGS,
        retained: records::holdings::RETAINED,
        references: REFERENCES,
        below: BELOW,
        chapters: records::archive::CHAPTERS,
        not_told: records::archive::NOT_TOLD,
        tool: Some(Arc::new(reader)),
        ..Room::default()
    }
}
