//! The demo's own room: its clock, its mailbox, its doors. `serve` has no such room.

use base::access::Right;
use shell::{NotTold, Room, Routes};
use store::Migration;

use super::{answer, clock, doors, key, post};

const MIGRATIONS: &[Migration] = &[Migration::both(
    "demo-0001",
    include_str!("../../migrations/demo.sql"),
)];

/// The start page with its tour.
pub(super) const START: &str = "/demo";
/// The clock.
const CLOCK: &str = "/demo/uhr";
/// The mailbox.
pub(super) const POST: &str = "/demo/post";
/// What the domain of the mails would publish.
pub(super) const KEY: &str = "/demo/post/dkim.txt";
const MAIL: &str = "/demo/post/{mail}";
const MAIL_HTML: &str = "/demo/post/{mail}/html";
const MAIL_SOURCE: &str = "/demo/post/{mail}/mail.eml";
const MAIL_FILE: &str = "/demo/post/{mail}/anlage/{number}";
const MAIL_ANSWER: &str = "/demo/post/{mail}/antwort";
/// The doors.
const DOOR: &str = "/demo/als/{role}";

/// The room.
pub fn room() -> Room {
    Room {
        name: "demo",
        migrations: MIGRATIONS,
        routes: Some(routes),
        not_told: &[
            NotTold {
                table: "demo_mail",
                why: "archive-not-demo",
            },
            NotTold {
                table: "demo_clock",
                why: "archive-not-demo",
            },
        ],
        ..Room::default()
    }
}

fn routes(routes: &mut Routes) {
    routes.get(START, Right::ReadPublic, doors::start);
    routes.get(DOOR, Right::ReadPublic, doors::enter);
    routes.post(CLOCK, Right::ReadPublic, clock::step);
    routes.get(POST, Right::ReadPublic, post::list);
    routes.get(KEY, Right::ReadPublic, key::show);
    routes.get(MAIL, Right::ReadPublic, post::show);
    routes.get(MAIL_HTML, Right::ReadPublic, post::html);
    routes.get(MAIL_SOURCE, Right::ReadPublic, post::source);
    routes.post(MAIL_ANSWER, Right::ReadPublic, answer::give);
    routes.get(MAIL_FILE, Right::ReadPublic, post::file);
}
