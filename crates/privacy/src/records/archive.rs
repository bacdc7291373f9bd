//! What this room's part of an archive of everything holds.

use shell::ToldAs::{Id, Number, Text, When, Yes};
use shell::{Chapter, NotTold};
use store::sql;

/// The tables that go out.
pub(crate) const CHAPTERS: &[Chapter] = &[
    Chapter {
        table: "data_request",
        file: "datenschutz-anfragen",
        columns: &[
            ("person-name", Text),
            ("kind", Text),
            ("at", When),
            ("state", Text),
            ("settled-at", When),
            ("settled-by", Text),
            ("id", Id),
            ("person-id", Id),
        ],
        read: sql!(
            "SELECT n1.name, t.kind, t.at, t.state, t.settled_at, t.settled_by, t.id, t.person_id
             FROM data_request t LEFT JOIN person n1 ON n1.id = t.person_id WHERE t.network_id =
             $1 ORDER BY t.at, t.id"
        ),
    },
    Chapter {
        table: "erasure",
        file: "loeschungen",
        columns: &[
            ("person-name", Text),
            ("how", Text),
            ("reason", Text),
            ("at", When),
            ("deleted", Number),
            ("anonymised", Number),
            ("stayed", Number),
            ("repeated-at", When),
            ("person-id", Id),
        ],
        read: sql!(
            "SELECT n1.name, t.how, t.reason, t.at, t.deleted, t.anonymised, t.stayed,
             t.repeated_at, t.person_id FROM erasure t LEFT JOIN person n1 ON n1.id = t.person_id
             WHERE t.network_id = $1 ORDER BY t.at"
        ),
    },
    Chapter {
        table: "retention_rule",
        file: "aufbewahrungsfristen",
        columns: &[
            ("purpose", Text),
            ("months", Number),
            ("set-at", When),
            ("set-by", Text),
        ],
        read: sql!(
            "SELECT t.purpose, t.months, t.set_at, t.set_by FROM retention_rule t WHERE
             t.network_id = $1 ORDER BY t.purpose"
        ),
    },
    Chapter {
        table: "retention_list",
        file: "aufbewahrung-laeufe",
        columns: &[
            ("purpose", Text),
            ("months", Number),
            ("state", Text),
            ("first-listed-at", When),
            ("listed-at", When),
            ("items", Number),
            ("released-at", When),
            ("released-by", Text),
            ("goes-at", When),
            ("settled-at", When),
            ("settled-by", Text),
            ("gone", Number),
            ("id", Id),
        ],
        read: sql!(
            "SELECT t.purpose, t.months, t.state, t.first_listed_at, t.listed_at, t.items,
             t.released_at, t.released_by, t.goes_at, t.settled_at, t.settled_by, t.gone, t.id
             FROM retention_list t WHERE t.network_id = $1 ORDER BY t.listed_at, t.id"
        ),
    },
    Chapter {
        table: "notice",
        file: "datenschutzhinweise",
        columns: &[
            ("version", Number),
            ("text", Text),
            ("published-at", When),
            ("published-by", Text),
        ],
        read: sql!(
            "SELECT t.version, t.text, t.published_at, t.published_by FROM notice t WHERE
             t.network_id = $1 ORDER BY t.version"
        ),
    },
    Chapter {
        table: "notice_draft",
        file: "datenschutzhinweise-entwurf",
        columns: &[("text", Text), ("changed-at", When), ("changed-by", Text)],
        read: sql!(
            "SELECT t.text, t.changed_at, t.changed_by FROM notice_draft t WHERE t.network_id = $1
             ORDER BY t.changed_at"
        ),
    },
    Chapter {
        table: "consent",
        file: "einwilligungen",
        columns: &[
            ("person-name", Text),
            ("purpose", Text),
            ("granted", Yes),
            ("notice-version", Number),
            ("at", When),
            ("id", Id),
            ("person-id", Id),
        ],
        read: sql!(
            "SELECT n1.name, t.purpose, t.granted, t.notice_version, t.at, t.id, t.person_id FROM
             consent t LEFT JOIN person n1 ON n1.id = t.person_id WHERE t.network_id = $1 ORDER BY
             t.at, t.id"
        ),
    },
];

/// The tables that do not, and why.
pub(crate) const NOT_TOLD: &[NotTold] = &[
    NotTold {
        table: "retention_item",
        why: "archive-not-inner",
    },
    NotTold {
        table: "retention_keep",
        why: "archive-not-inner",
    },
    NotTold {
        table: "data_read",
        why: "archive-not-watched",
    },
];
