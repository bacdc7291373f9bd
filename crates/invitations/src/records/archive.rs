//! What this room's part of an archive of everything holds.

use shell::ToldAs::{Id, Number, Text, When, Yes};
use shell::{Chapter, NotTold};
use store::sql;

/// The tables that go out.
pub(crate) const CHAPTERS: &[Chapter] = &[
    Chapter {
        table: "invitation_round",
        file: "einladungsrunden",
        columns: &[
            ("gathering-title", Text),
            ("note", Text),
            ("last-minutes", Yes),
            ("made-at", When),
            ("made-by", Text),
            ("laid-out-at", When),
            ("id", Id),
            ("gathering-id", Id),
        ],
        read: sql!(
            "SELECT g.title, t.note, t.last_minutes, t.made_at, t.made_by, t.laid_out_at, t.id,
             t.gathering_id FROM invitation_round t JOIN gathering g ON g.id = t.gathering_id
             WHERE g.network_id = $1 ORDER BY t.made_at, t.id"
        ),
    },
    Chapter {
        table: "reminder_rule",
        file: "erinnerungsregeln",
        columns: &[
            ("days", Number),
            ("without-release", Yes),
            ("day-before", Yes),
        ],
        read: sql!(
            "SELECT t.days, t.without_release, t.day_before FROM reminder_rule t WHERE
             t.network_id = $1 ORDER BY t.days"
        ),
    },
];

/// The tables that do not, and why.
pub(crate) const NOT_TOLD: &[NotTold] = &[
    NotTold {
        table: "invitation_reminder",
        why: "archive-not-inner",
    },
    NotTold {
        table: "gathering_reminder",
        why: "archive-not-inner",
    },
];
