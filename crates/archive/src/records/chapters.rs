//! What this room's part of an archive of everything holds.

use shell::ToldAs::{Id, Number, Text, When};
use shell::{Chapter, NotTold};
use store::sql;

/// The tables that go out.
pub(crate) const CHAPTERS: &[Chapter] = &[
    Chapter {
        table: "journal",
        file: "verlauf",
        columns: &[
            ("at", When),
            ("actor", Text),
            ("verb", Text),
            ("kind", Text),
            ("detail", Text),
            ("id", Id),
            ("subject-id", Id),
        ],
        read: sql!(
            "SELECT t.at, t.actor, t.verb, t.kind, t.detail, t.id, t.subject_id FROM journal t
             WHERE t.network_id = $1 ORDER BY t.at, t.id"
        ),
    },
    Chapter {
        table: "archive",
        file: "gesamtarchive",
        columns: &[
            ("state", Text),
            ("asked-at", When),
            ("asked-by", Text),
            ("made-at", When),
            ("ends-at", When),
            ("size", Number),
            ("id", Id),
        ],
        read: sql!(
            "SELECT t.state, t.asked_at, t.asked_by, t.made_at, t.ends_at, t.size, t.id FROM
             archive t WHERE t.network_id = $1 ORDER BY t.asked_at, t.id"
        ),
    },
];

/// The tables that do not, and why.
pub(crate) const NOT_TOLD: &[NotTold] = &[
    NotTold {
        table: "archive_part",
        why: "archive-not-derived",
    },
    NotTold {
        table: "job",
        why: "archive-not-inner",
    },
    NotTold {
        table: "blob",
        why: "archive-not-files",
    },
    NotTold {
        table: "filling",
        why: "archive-not-inner",
    },
    NotTold {
        table: "search_entry",
        why: "archive-not-derived",
    },
    NotTold {
        table: "search_place",
        why: "archive-not-derived",
    },
    NotTold {
        table: "search_word",
        why: "archive-not-derived",
    },
];
