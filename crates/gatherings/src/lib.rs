//! Gatherings: agenda, documents, guest list, attendance.
//!
//! The one model for everything that people come to on a day. The guest list lives here as
//! records; the room of invitations writes through them and tells the invited what changed.

mod actions;
mod feeds;
mod jobs;
pub mod links;
mod pages;
pub mod papers;
mod records;
mod references;
mod routes;
mod rules;
mod structured;

pub use actions::*;
pub use feeds::ics_event;
pub use jobs::OVER;
pub use pages::file_words;
pub use pages::tabs::{Tab, tabs};
pub use records::agenda::agenda;
pub use records::attendance::{
    add_at_door, at_door, attendance, attendance_line, further_guests, remove_at_door,
};
pub use records::changes::{change, changes, mark_told};
pub use records::documents::{document, documents};
pub use records::gathering::{
    announced_before, filed_since, gathering, gathering_by_slug, last_held_before, next_of_group,
    next_start,
};
pub use records::guests::{
    guest_count, guest_list, invitation, invitation_of, invitations, invited_count, is_invited,
    open_invitations,
};
pub use records::holdings::{
    Attended, attended, forget_invitation, forget_representative, invitations_before,
    invitations_of_person, leave_attendance, represented, unname_attendance,
};
pub use records::listing::{Onlooker, between, coming, held, tagged};
pub use records::outline::{Hosted, Outline, hosted, outlines};
pub use records::series::{series, series_of};
pub use routes::{hand_out, led};
pub use rules::*;

use std::sync::Arc;

use base::access::Right;
use base::{Fault, Lang};
use shell::{App, Circle, NavEntry, Room, Section};
use store::Migration;

/// The tables of this room.
pub const MIGRATIONS: &[Migration] = &[
    Migration::both("gatherings-0001", include_str!("../migrations/0001.sql")),
    Migration::both("gatherings-0002", include_str!("../migrations/0002.sql")),
    Migration::both("gatherings-0003", include_str!("../migrations/0003.sql")),
    Migration::both(
        "gatherings-holdings",
        include_str!("../migrations/holdings.sql"),
    ),
    Migration::both(
        "gatherings-revision",
        include_str!("../migrations/revision.sql"),
    ),
    Migration::both("gatherings-door", include_str!("../migrations/door.sql")),
];

/// What the room holds between two requests.
#[derive(Default)]
struct Workshop {
    print_shop: papers::PrintShop,
    shelf: feeds::Shelf,
}

fn workshop(app: &App) -> Result<&Workshop, Fault> {
    app.tool::<Workshop>()
        .ok_or_else(|| Fault::new("find the workshop of gatherings"))
}

/// What gatherings bring to the program.
pub fn room() -> Room {
    Room {
        name: "gatherings",
        migrations: MIGRATIONS,
        phrases: &[
            (Lang::De, include_str!("../phrases/de.ftl")),
            (Lang::En, include_str!("../phrases/en.ftl")),
        ],
        routes: Some(routes::fill),
        nav: &[NavEntry {
            key: "gatherings-nav",
            path: "/termine",
            right: Right::ReadPublic,
            section: Section::Public,
            order: 20,
        }],
        jobs: jobs::JOBS,
        panels: pages::panels::PANELS,
        circles: &[Circle {
            kind: "gathering",
            holds: |conn, person, gathering| is_invited(conn, gathering.into(), person),
        }],
        holdings: records::holdings::HOLDINGS,
        tool: Some(Arc::new(Workshop::default())),
        references: references::REFERENCES,
        chapters: records::archive::CHAPTERS,
        not_told: records::archive::NOT_TOLD,
        ..Room::default()
    }
}
