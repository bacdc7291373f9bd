//! What this room's part of an archive of everything holds.

use shell::Chapter;
use shell::ToldAs::{Id, Number, Text, When};
use store::sql;

/// The tables that go out.
pub(crate) const CHAPTERS: &[Chapter] = &[
    Chapter {
        table: "no_duplicate",
        file: "keine-dubletten",
        columns: &[
            ("said-at", When),
            ("said-by", Text),
            ("id", Id),
            ("one-person-id", Id),
            ("other-person-id", Id),
            ("one-organisation-id", Id),
            ("other-organisation-id", Id),
        ],
        read: sql!(
            "SELECT t.said_at, t.said_by, t.id, t.one_person_id, t.other_person_id,
             t.one_organisation_id, t.other_organisation_id FROM no_duplicate t WHERE t.network_id
             = $1 ORDER BY t.said_at, t.id"
        ),
    },
    Chapter {
        table: "record_merge",
        file: "zusammengefuehrt",
        columns: &[
            ("number", Number),
            ("kind", Text),
            ("kept-person-name", Text),
            ("kept-organisation-name", Text),
            ("kept-group-name", Text),
            ("merged-at", When),
            ("merged-by", Text),
            ("undone-at", When),
            ("undone-by", Text),
            ("id", Id),
            ("kept-person-id", Id),
            ("kept-organisation-id", Id),
            ("kept-group-id", Id),
            ("gone-id", Id),
        ],
        read: sql!(
            "SELECT t.number, t.kind, n1.name, n2.name, n3.name, t.merged_at, t.merged_by,
             t.undone_at, t.undone_by, t.id, t.kept_person_id, t.kept_organisation_id,
             t.kept_group_id, t.gone_id FROM record_merge t LEFT JOIN person n1 ON n1.id =
             t.kept_person_id LEFT JOIN organisation n2 ON n2.id = t.kept_organisation_id LEFT JOIN
             network_group n3 ON n3.id = t.kept_group_id WHERE t.network_id = $1 ORDER BY t.number,
             t.id"
        ),
    },
];
