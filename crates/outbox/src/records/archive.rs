//! What this room's part of an archive of everything holds.

use shell::ToldAs::{Id, Number, Text, When, Yes};
use shell::{Chapter, NotTold};
use store::sql;

/// The tables that go out.
pub(crate) const CHAPTERS: &[Chapter] = &[
    Chapter {
        table: "letter",
        file: "postausgang",
        columns: &[
            ("kind", Text),
            ("about", Text),
            ("to-name", Text),
            ("to-address", Text),
            ("lang", Text),
            ("state", Text),
            ("laid-at", When),
            ("laid-by", Text),
            ("queued-at", When),
            ("attempts", Number),
            ("settled-at", When),
            ("answer", Text),
            ("about-day", Text),
            ("id", Id),
        ],
        read: sql!(
            "SELECT t.kind, t.about, t.to_name, t.to_address, t.lang, t.state, t.laid_at,
             t.laid_by, t.queued_at, t.attempts, t.settled_at, t.answer, t.about_day, t.id FROM
             letter t WHERE t.network_id = $1 ORDER BY t.laid_at, t.id"
        ),
    },
    Chapter {
        table: "bounce",
        file: "unzustellbar",
        columns: &[
            ("address", Text),
            ("is-hard", Yes),
            ("status", Text),
            ("reason", Text),
            ("at", When),
            ("letter-id", Id),
        ],
        read: sql!(
            "SELECT t.address, t.is_hard, t.status, t.reason, t.at, t.letter_id FROM bounce t
             WHERE t.network_id = $1 ORDER BY t.at"
        ),
    },
];

/// The tables that do not, and why.
pub(crate) const NOT_TOLD: &[NotTold] = &[
    NotTold {
        table: "letter_hold",
        why: "archive-not-inner",
    },
    NotTold {
        table: "mail_address",
        why: "archive-not-shared",
    },
];
