//! Signing in more safely: a second factor beside link or password.
//!
//! The register keeps accounts and sessions and opens a session by link or password. This room
//! stands behind that door: a session whose account has a second factor opens nothing until the
//! factor was given, and whoever has a role for which the operator asks for one is led to set
//! one up before anything else. Which session has given one is kept here.

mod actions;
mod gate;
mod letters;
pub mod links;
mod locks;
mod pages;
mod passkeys;
mod provider;
mod records;
mod routes;
mod rules;

use std::sync::Arc;

use base::Lang;
use shell::Room;
use store::{LeftOut, Migration};

pub use actions::reset;
pub use locks::Locks;
pub use provider::{GroupRole, Known, Provider};
pub use rules::{DEMANDABLE, KeyFlaw, Seal, role_of_word};

/// The tables of this room.
pub const MIGRATIONS: &[Migration] = &[Migration::both(
    "sign_in-0001",
    include_str!("../migrations/0001.sql"),
)];

/// What belongs to sessions ends with them: a backup has none.
pub const LEFT_OUT_OF_BACKUPS: &[LeftOut] = &[
    LeftOut {
        table: "session_factor",
        rows: "TRUE",
    },
    LeftOut {
        table: "passkey_challenge",
        rows: "TRUE",
    },
];

/// What this room brings to the program.
pub fn room(locks: Locks) -> Room {
    Room {
        name: "sign_in",
        migrations: MIGRATIONS,
        phrases: &[
            (Lang::De, include_str!("../phrases/de.ftl")),
            (Lang::En, include_str!("../phrases/en.ftl")),
        ],
        routes: Some(routes::fill),
        letters: letters::LETTERS,
        holdings: records::holdings::HOLDINGS,
        not_told: records::NOT_TOLD,
        gate: Some(gate::look),
        entrances: Some(routes::entrances),
        tool: Some(Arc::new(locks)),
        ..Room::default()
    }
}
