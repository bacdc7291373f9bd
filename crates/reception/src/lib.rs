//! The day of a gathering: people are let in by the list or by the code on their phone, guests
//! are welcomed and counted, and those who came get a certificate that others can check.
//!
//! Who came has one truth, the attendance list of the gathering: an arrival is an hour beside one
//! of its lines. Codes that a device read without a network come later, perhaps twice, and
//! change nothing the second time.

mod actions;
pub mod links;
mod pages;
mod papers;
mod records;
mod references;
mod routes;
mod rules;

use base::Lang;
use shell::Room;

pub use actions::{
    Said, arrive, certify_all, certify_own, renew, take_back, take_scans, welcome, withdraw,
};
pub use records::{arrival, arrival_of, certificates};
pub use rules::{
    Arrival, Certificate, MOST_SCANS, Outcome, Scan, Through, certificate_code, door_code, judged,
    normal_code, place_of_code, scans_of,
};

/// The tables of this room.
pub const MIGRATIONS: &[store::Migration] = &[
    store::Migration::both("reception-0001", include_str!("../migrations/0001.sql")),
    store::Migration::both("reception-came", include_str!("../migrations/came.sql")),
];

/// What this room brings to the program.
pub fn room() -> Room {
    Room {
        name: "reception",
        migrations: MIGRATIONS,
        phrases: &[
            (Lang::De, include_str!("../phrases/de.ftl")),
            (Lang::En, include_str!("../phrases/en.ftl")),
        ],
        routes: Some(routes::fill),
        panels: pages::PANELS,
        expects: Some(records::expected),
        holdings: records::HOLDINGS,
        retained: records::RETAINED,
        references: references::REFERENCES,
        below: references::BELOW,
        chapters: records::archive::CHAPTERS,
        ..Room::default()
    }
}
