//! What this room's part of an archive of everything holds.

use shell::ToldAs::{Id, Number, Text, When};
use shell::{Chapter, NotTold};
use store::sql;

/// The tables that go out.
pub(crate) const CHAPTERS: &[Chapter] = &[Chapter {
    table: "transfer",
    file: "eingelesene-listen",
    columns: &[
        ("actor", Text),
        ("file-name", Text),
        ("kind", Text),
        ("state", Text),
        ("row-count", Number),
        ("created-at", When),
        ("written-at", When),
        ("id", Id),
    ],
    read: sql!(
        "SELECT t.actor, t.file_name, t.kind, t.state, t.row_count, t.created_at,
             t.written_at, t.id FROM transfer t WHERE t.network_id = $1 ORDER BY t.created_at,
             t.id"
    ),
}];

/// The tables that do not, and why.
pub(crate) const NOT_TOLD: &[NotTold] = &[
    NotTold {
        table: "transfer_row",
        why: "archive-not-review",
    },
    NotTold {
        table: "transfer_change",
        why: "archive-not-review",
    },
    NotTold {
        table: "transfer_like",
        why: "archive-not-review",
    },
    NotTold {
        table: "transfer_mapping",
        why: "archive-not-inner",
    },
    NotTold {
        table: "transfer_columns",
        why: "archive-not-inner",
    },
];
