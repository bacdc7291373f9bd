//! What this room's part of an archive of everything holds.

use shell::ToldAs::{Id, Number, Text, When};
use shell::{Chapter, NotTold};
use store::sql;

/// The tables that go out.
pub(crate) const CHAPTERS: &[Chapter] = &[Chapter {
    table: "move_in_upload",
    file: "uebernommene-dateien",
    columns: &[
        ("actor", Text),
        ("file-name", Text),
        ("state", Text),
        ("size", Number),
        ("created-at", When),
        ("id", Id),
    ],
    read: sql!(
        "SELECT t.actor, t.name, t.state, t.size, t.created_at, t.id
             FROM move_in_upload t WHERE t.network_id = $1 ORDER BY t.created_at, t.id"
    ),
}];

/// The tables that do not, and why.
pub(crate) const NOT_TOLD: &[NotTold] = &[
    NotTold {
        table: "move_in_source",
        why: "archive-not-review",
    },
    NotTold {
        table: "move_in_draft",
        why: "archive-not-review",
    },
    NotTold {
        table: "move_in_picture",
        why: "archive-not-review",
    },
    NotTold {
        table: "move_in_made",
        why: "archive-not-review",
    },
];
