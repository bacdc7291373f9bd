//! Privacy: what is held about people, told to them and forgotten on demand; how long what may
//! stay; the notices that say so; who looked.
//!
//! What is held, every room says by itself (`shell::Holding`, `shell::Retained`); this room asks
//! them all. Who was erased stays erased: ids alone are remembered, in the database and beside
//! it, and a restore of an older backup forgets them again.

mod actions;
mod digest;
mod jobs;
mod ledger;
mod letters;
pub mod links;
mod pages;
mod panels;
mod records;
mod routes;
mod rules;

use std::path::Path;
use std::sync::Arc;

use base::Lang;
use base::access::Right;
use shell::{Alike, NavEntry, Protection, Reference, Room};
use store::Migration;

pub use actions::{
    Section, accept, answer_request, ask, erase, erase_again, in_order, keep_draft, keep_item,
    may_be_listed, publish_notice, release, set_terms, take_back, tell_all, withdraw_request,
};
pub use jobs::{LEDGER, NIGHT, wake};
pub use ledger::{ENDED, FILE, Ledger, together};
pub use records::consents::{Consent, accepted};
pub use records::erasures::{Erasure, all as erasures};
pub use records::notices::{Notice, notices};
pub use records::reads::note_look;
pub use records::requests::{Kind, State};
pub use records::retention::terms;

/// The tables of this room.
pub const MIGRATIONS: &[Migration] = &[
    Migration::both("privacy-0001", include_str!("../migrations/0001.sql")),
    Migration::both(
        "privacy-holdings",
        include_str!("../migrations/holdings.sql"),
    ),
];

/// The columns that name a person; who looked at a record that has become another looked at that.
const REFERENCES: &[Reference] = &[
    Reference::person("data_request", "person_id", ""),
    Reference::person("consent", "person_id", ""),
    Reference::person("data_read", "subject_id", ""),
    // The next night lists the record that stays, where it is due.
    Reference::person("retention_item", "item_id", "").gone(),
    Reference::person("retention_keep", "item_id", "")
        .joined(Alike::in_columns(&["network_id", "purpose"])),
];

/// What this room brings to the program; the lists of what must not come back lie in this folder
/// too.
pub fn room(folder: Option<&Path>) -> Room {
    Room {
        name: "privacy",
        migrations: MIGRATIONS,
        phrases: &[
            (Lang::De, include_str!("../phrases/de.ftl")),
            (Lang::En, include_str!("../phrases/en.ftl")),
        ],
        routes: Some(routes::fill),
        nav: &[NavEntry {
            key: "privacy-nav",
            path: "/daten",
            right: Right::ProtectData,
            section: shell::Section::Administration,
            order: 85,
        }],
        jobs: jobs::JOBS,
        letters: letters::LETTERS,
        panels: panels::PANELS,
        digest: digest::DIGEST,
        holdings: records::holdings::HOLDINGS,
        retained: records::holdings::RETAINED,
        references: REFERENCES,
        protection: Some(Protection {
            note: note_look,
            agreed: actions::agreed,
            agree: accept,
        }),
        tool: Some(Arc::new(Ledger::in_folder(folder))),
        chapters: records::archive::CHAPTERS,
        not_told: records::archive::NOT_TOLD,
        ..Room::default()
    }
}
