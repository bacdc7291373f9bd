//! What this room's part of an archive of everything holds.

use shell::ToldAs::{Id, Text, When};
use shell::{Chapter, NotTold};
use store::sql;

/// The tables that go out.
pub(crate) const CHAPTERS: &[Chapter] = &[Chapter {
    table: "mail_in",
    file: "posteingang",
    columns: &[
        ("kind", Text),
        ("state", Text),
        ("came-at", When),
        ("from-name", Text),
        ("from-address", Text),
        ("subject", Text),
        ("said-at", When),
        ("settled-at", When),
        ("settled-by", Text),
        ("id", Id),
        ("gathering-id", Id),
        ("invitation-id", Id),
    ],
    read: sql!(
        "SELECT t.kind, t.state, t.came_at, t.from_name, t.from_address, t.subject, t.said_at,
             t.settled_at, t.settled_by, t.id, t.gathering_id, t.invitation_id FROM mail_in t
             WHERE t.network_id = $1 ORDER BY t.came_at, t.id"
    ),
}];

/// The tables that do not, and why.
pub(crate) const NOT_TOLD: &[NotTold] = &[
    NotTold {
        table: "mailbox_mark",
        why: "archive-not-inner",
    },
    NotTold {
        table: "office_morning",
        why: "archive-not-inner",
    },
];
