//! Registration: people register for gatherings, with or without an account, get a place or
//! stand in line, and look after it by the link in their mail.
//!
//! A desk belongs to one gathering or to a choice series, in which everybody has one place.
//! Places are counted by quotas; what is freed goes to the first in line within the same write.

mod actions;
mod jobs;
mod letters;
pub mod links;
pub mod mailings;
pub mod needs;
mod pages;
mod records;
mod references;
mod routes;
mod rules;
pub mod slots;
mod typed;

use base::Lang;
use shell::Room;

pub use actions::{
    Admission, By, Coming, ContingentInput, DeskInput, FieldInput, Own, Places, Says, SignUp,
    SignedUp, Turn, accept, add_contingent, answered, approve, by_link, cancel, cancel_for,
    change_details, confirm, contact_says, decline, entry, follow_guest, give_now, move_for,
    move_to, own, put_desk, put_field, refuse, remove_contingent, remove_field, return_to,
    send_links, set_desk_state, sign_up, standing_of, turn_field,
};
pub use letters::{CONFIRM, CONTACT, LINK, NEWS};
pub use records::{
    Kept, by_mail, desk, desk_of, fields, line, offered, place, places_of, registration, set_came,
    standings,
};
pub use routes::behind_link;
pub use rules::{
    Answer, Attached, Contingent, Desk, DeskState, FieldKind, FormField, Level, Line, Move,
    Offered, Passing, Place, PlaceState, Quota, Readers, Registration, Stage, Step, Texts, Through,
    Tie, Waiting, Who, checked, domain_of, fold, is_public_domain, is_shown, reply_of, stage_of,
    web_domain,
};

/// The tables of this room.
pub const MIGRATIONS: &[store::Migration] = &[
    store::Migration::both("registration-0001", include_str!("../migrations/0001.sql")),
    store::Migration::both(
        "registration-files",
        include_str!("../migrations/files.sql"),
    ),
    store::Migration::both("registration-came", include_str!("../migrations/came.sql")),
    store::Migration::both("registration-lean", include_str!("../migrations/lean.sql")),
];

/// What this room brings to the program.
pub fn room() -> Room {
    Room {
        name: "registration",
        migrations: MIGRATIONS,
        phrases: &[
            (Lang::De, include_str!("../phrases/de.ftl")),
            (Lang::En, include_str!("../phrases/en.ftl")),
            (Lang::De, include_str!("../phrases/office/de.ftl")),
            (Lang::En, include_str!("../phrases/office/en.ftl")),
        ],
        routes: Some(routes::routes),
        jobs: jobs::JOBS,
        letters: letters::LETTERS,
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
