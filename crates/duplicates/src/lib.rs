//! Records that are one person or one organisation twice: found, compared, merged, parted again.
//!
//! What looks alike the register knows (`register::likeness`). This room shows the pairs to the
//! office, merges two records into one and undoes it; two groups that become one go the same way,
//! where the office has chosen them. It knows no other room's tables: every room declares its
//! columns that name such a record (`shell::Reference`), and those are moved, row by row, with a
//! note of each that puts it back.

mod actions;
mod jobs;
pub mod links;
mod merging;
mod pages;
mod panels;
mod records;
mod routes;
mod rules;

use base::Lang;
use base::access::Right;
use shell::{NavEntry, Panel, Reference, Room, Section};

pub use actions::{merge, say_different, take_back_different, undo};
pub use merging::{Declared, Order, Plan, plan};
pub use records::{Merge, forget_records_of, merge_by_id, merges_of};
pub use rules::Pick;

/// The tables of this room.
pub const MIGRATIONS: &[store::Migration] = &[
    store::Migration::both("duplicates-0001", include_str!("../migrations/0001.sql")),
    store::Migration::both(
        "duplicates-holdings",
        include_str!("../migrations/holdings.sql"),
    ),
    store::Migration::both(
        "duplicates-groups",
        include_str!("../migrations/groups.sql"),
    ),
];

/// The columns that name a person, an organisation or a group.
const REFERENCES: &[Reference] = &[
    Reference::person("no_duplicate", "one_person_id", "").gone(),
    Reference::person("no_duplicate", "other_person_id", "").gone(),
    Reference::organisation("no_duplicate", "one_organisation_id", "").gone(),
    Reference::organisation("no_duplicate", "other_organisation_id", "").gone(),
    Reference::person("record_merge", "kept_person_id", ""),
    Reference::organisation("record_merge", "kept_organisation_id", ""),
    Reference::group("record_merge", "kept_group_id", ""),
];

/// What this room brings to the program.
pub fn room() -> Room {
    Room {
        name: "duplicates",
        migrations: MIGRATIONS,
        phrases: &[
            (Lang::De, include_str!("../phrases/de.ftl")),
            (Lang::En, include_str!("../phrases/en.ftl")),
        ],
        routes: Some(routes::routes),
        nav: &[NavEntry {
            key: "duplicates-nav",
            path: "/dubletten",
            right: Right::RunOffice,
            section: Section::Register,
            order: 63,
        }],
        jobs: jobs::JOBS,
        panels: &[
            Panel {
                order: 62,
                show: panels::show,
            },
            Panel {
                order: 62,
                show: panels::group,
            },
        ],
        references: REFERENCES,
        holdings: records::HOLDINGS,
        retained: records::RETAINED,
        chapters: records::archive::CHAPTERS,
        ..Room::default()
    }
}
