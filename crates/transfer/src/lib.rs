//! Lists in and out: a member list is read in with a review of every row, written in one piece
//! and taken back in one piece; the register's lists go out as tables.

mod actions;
mod export;
mod jobs;
pub mod links;
mod pages;
mod progress;
mod records;
mod routes;
mod rules;

use std::sync::Arc;

use base::Lang;
use base::access::Right;
use shell::{Below, NavEntry, Reference, Room, Section};

pub use actions::{Upload, receive};
pub use rules::{
    Choice, Entry, Field, Flaw, Guide, Known, Line, Mapping, Pick, Picks, Plan, Planned, Verdict,
    entry, guess,
};

/// The tables of this room.
pub const MIGRATIONS: &[store::Migration] = &[
    store::Migration::both("transfer-0001", include_str!("../migrations/0001.sql")),
    store::Migration::both("transfer-likes", include_str!("../migrations/likes.sql")),
];

/// The columns that name a person or an organisation: what a list would do or has done is about
/// the record that stays.
const REFERENCES: &[Reference] = &[
    Reference::organisation("transfer_row", "organisation_id", ""),
    Reference::person("transfer_row", "person_id", ""),
    Reference::organisation("transfer_like", "organisation_id", ""),
    Reference::person("transfer_like", "person_id", ""),
    // A record that a list has made is no longer that list's once it is joined with another.
    Reference::organisation("transfer_change", "organisation_id", "").gone(),
    Reference::person("transfer_change", "person_id", "").gone(),
];

/// What hangs on functions and memberships.
const BELOW: &[Below] = &[
    Below::of("person_function", "transfer_change", "function_id"),
    Below::of("membership", "transfer_change", "membership_id"),
];

/// What this room brings to the program.
pub fn room() -> Room {
    Room {
        name: "transfer",
        migrations: MIGRATIONS,
        phrases: &[
            (Lang::De, include_str!("../phrases/de.ftl")),
            (Lang::En, include_str!("../phrases/en.ftl")),
        ],
        routes: Some(routes::fill),
        nav: &[NavEntry {
            key: "transfer-nav",
            path: "/listen",
            right: Right::ReadAsMember,
            section: Section::Register,
            order: 64,
        }],
        jobs: jobs::JOBS,
        holdings: records::HOLDINGS,
        references: REFERENCES,
        below: BELOW,
        tool: Some(Arc::new(progress::Progress::default())),
        ..Room::default()
    }
}
