//! Minutes, decisions and tasks.
//!
//! Minutes grow from a gathering's agenda, entry by entry, go round for objections, are
//! approved by lapse or by a later meeting, and are sent out. Lines like `@Name bis 15.3.: …`
//! hand out tasks; decisions and tasks live on in lists of the network until they are done.

mod actions;
mod digest;
mod jobs;
mod letters;
mod links;
mod pages;
mod paper;
mod records;
mod references;
mod routes;
mod rules;

use base::access::Right;
use base::{Fault, Lang, MinutesId, PersonId};
use shell::{Circle, NavEntry, Room, Section};
use store::{Conn, Migration};

pub use actions::*;
pub use paper::approved_minutes;
pub use records::{decisions_of_network, entries, minutes, minutes_of, objections, tasks_of};
pub use rules::{
    AnswerKind, Decision, Entry, EntryId, Minutes, Named, Objection, ObjectionState, Outcome, Part,
    Question, Responsible, State, Task, TaskState, Vote,
};

/// The tables of this room.
pub const MIGRATIONS: &[Migration] = &[Migration::both(
    "minutes-0001",
    include_str!("../migrations/0001.sql"),
)];

/// The lists of tasks and decisions, for members.
const NAV: &[NavEntry] = &[
    NavEntry {
        key: "minutes-tasks-title",
        path: "/aufgaben",
        right: Right::ReadAsMember,
        section: Section::Work,
        order: 40,
    },
    NavEntry {
        key: "minutes-decisions-title",
        path: "/beschluesse",
        right: Right::ReadAsMember,
        section: Section::Work,
        order: 45,
    },
];

/// Minutes and what was decided in them are for whoever was invited to the gathering.
const CIRCLES: &[Circle] = &[
    Circle {
        kind: "minutes",
        holds: |conn, person, minutes| is_for(conn, minutes.into(), person),
    },
    Circle {
        kind: "decision",
        holds: |conn, person, decision| match records::decision(conn, decision.into())? {
            Some(decision) => is_for(conn, decision.minutes, person),
            None => Ok(false),
        },
    },
];

fn is_for(conn: &mut Conn<'_>, minutes: MinutesId, person: PersonId) -> Result<bool, Fault> {
    match records::minutes(conn, minutes)? {
        Some(minutes) => gatherings::is_invited(conn, minutes.gathering, person),
        None => Ok(false),
    }
}

/// What minutes bring to the program.
pub fn room() -> Room {
    Room {
        name: "minutes",
        migrations: MIGRATIONS,
        phrases: &[
            (Lang::De, include_str!("../phrases/de.ftl")),
            (Lang::En, include_str!("../phrases/en.ftl")),
        ],
        routes: Some(routes::fill),
        nav: NAV,
        panels: pages::PANELS,
        holdings: records::HOLDINGS,
        digest: digest::DIGEST,
        circles: CIRCLES,
        jobs: jobs::JOBS,
        letters: letters::LETTERS,
        wordings: letters::WORDINGS,
        references: references::REFERENCES,
        ..Room::default()
    }
}
