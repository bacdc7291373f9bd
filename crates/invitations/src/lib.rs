//! Invitation by mail, replies, outbox.
//!
//! A round says whom the office means and what goes along; laid out, it puts everyone on the
//! guest list of the gathering and one letter each into the outbox. The guest list itself
//! belongs to `gatherings`; this room writes through its functions.

mod actions;
mod jobs;
mod letters;
pub mod links;
mod pages;
mod paper;
mod records;
mod references;
mod routes;
mod rules;
mod select;

use base::Lang;
use shell::Room;

pub use actions::{
    Answered, ByLink, LaidOut, Reminded, Spoken, answer_as_guest, answer_by_calendar,
    answer_by_link, answer_for, by_link, counted, lay_out_round, put_round, remind, send_again,
    send_test, succeed, withdraw,
};
pub use jobs::tell;
pub use letters::{
    CANCELLATION, INVITATION, LINKS, REGISTER, REMINDER, REPLY, TEST, TOMORROW, UPDATE,
};
pub use records::{Round, own_reminders, reminder_rule, round, set_reminder_rule};
pub use rules::{
    Choice, Chosen, Counts, Enclosed, OwnReminders, Reminder, ReminderRule, answer_of, answer_word,
    reminder_today,
};
pub use select::{Bar, Choosable, Reached, chosen, people, settled};

/// The tables of this room.
pub const MIGRATIONS: &[store::Migration] = &[
    store::Migration::both("invitations-0001", include_str!("../migrations/0001.sql")),
    store::Migration::both("invitations-0002", include_str!("../migrations/0002.sql")),
    store::Migration::both("invitations-0003", include_str!("../migrations/0003.sql")),
];

/// What this room brings to the program.
pub fn room() -> Room {
    Room {
        name: "invitations",
        migrations: MIGRATIONS,
        phrases: &[
            (Lang::De, include_str!("../phrases/de.ftl")),
            (Lang::En, include_str!("../phrases/en.ftl")),
        ],
        routes: Some(routes::routes),
        jobs: jobs::JOBS,
        letters: letters::LETTERS,
        wordings: letters::WORDINGS,
        panels: pages::PANELS,
        holdings: records::HOLDINGS,
        retained: records::RETAINED,
        references: references::REFERENCES,
        below: references::BELOW,
        chapters: records::archive::CHAPTERS,
        not_told: records::archive::NOT_TOLD,
        ..Room::default()
    }
}
