//! Letters and labels on paper: whom they go to, where to, and one for each household and each
//! organisation. What is typed is printed and not kept; that it was printed is noted.

mod actions;
pub mod links;
mod pages;
mod printing;
mod records;
mod routes;
mod rules;
mod typed;

use base::Lang;
use base::access::Right;
use shell::{Alike, NavEntry, Reference, Room, Section};
use store::Migration;

pub use actions::set_address;
pub use records::{PostalAddress, address_of};
pub use rules::{Addressee, Once, Piece, pieces};

/// The tables of this room.
pub const MIGRATIONS: &[Migration] = &[Migration::both(
    "letters-0001",
    include_str!("../migrations/0001.sql"),
)];

/// One address a person: of two people that are merged one stays.
const REFERENCES: &[Reference] =
    &[Reference::person("person_address", "person_id", "").joined(Alike::in_columns(&[]))];

/// What this room brings to the program.
pub fn room() -> Room {
    Room {
        name: "letters",
        migrations: MIGRATIONS,
        phrases: &[
            (Lang::De, include_str!("../phrases/de.ftl")),
            (Lang::En, include_str!("../phrases/en.ftl")),
        ],
        routes: Some(routes::fill),
        nav: &[NavEntry {
            key: "letters-nav",
            path: "/briefe",
            right: Right::RunOffice,
            section: Section::Post,
            order: 65,
        }],
        panels: pages::PANELS,
        references: REFERENCES,
        holdings: records::HOLDINGS,
        chapters: records::CHAPTERS,
        ..Room::default()
    }
}
