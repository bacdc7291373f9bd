//! What this room's part of an archive of everything holds.

use shell::Chapter;
use shell::ToldAs::{Id, Number, Text, When, Yes};
use store::sql;

/// The tables that go out.
pub(crate) const CHAPTERS: &[Chapter] = &[
    Chapter {
        table: "year_plan",
        file: "jahresplaene",
        columns: &[
            ("year", Number),
            ("state", Text),
            ("published-at", When),
            ("changed-at", When),
            ("id", Id),
            ("group-id", Id),
        ],
        read: sql!(
            "SELECT t.year, t.state, t.published_at, t.changed_at, t.id, t.group_id FROM year_plan
             t WHERE t.network_id = $1 ORDER BY t.year, t.id"
        ),
    },
    Chapter {
        table: "plan_row",
        file: "jahresplaene-zeilen",
        columns: &[("kind", Text), ("plan-id", Id), ("gathering-id", Id)],
        read: sql!(
            "SELECT t.kind, t.plan_id, t.gathering_id FROM plan_row t JOIN year_plan y ON y.id =
             t.plan_id WHERE y.network_id = $1 ORDER BY y.year"
        ),
    },
    Chapter {
        table: "topic",
        file: "themen",
        columns: &[
            ("title", Text),
            ("body-text", Text),
            ("person-name", Text),
            ("organisation-name", Text),
            ("dismissed", Yes),
            ("answer", Text),
            ("created-at", When),
            ("changed-at", When),
            ("id", Id),
            ("person-id", Id),
            ("organisation-id", Id),
            ("wished-id", Id),
            ("gathering-id", Id),
            ("agenda-item-id", Id),
        ],
        read: sql!(
            "SELECT t.title, t.body_text, n1.name, n2.name, t.dismissed, t.answer, t.created_at,
             t.changed_at, t.id, t.person_id, t.organisation_id, t.wished_id, t.gathering_id,
             t.agenda_item_id FROM topic t LEFT JOIN person n1 ON n1.id = t.person_id LEFT JOIN
             organisation n2 ON n2.id = t.organisation_id WHERE t.network_id = $1 ORDER BY
             t.created_at, t.id"
        ),
    },
    Chapter {
        table: "proposal_deadline",
        file: "themenfristen",
        columns: &[
            ("gathering-title", Text),
            ("day", Text),
            ("gathering-id", Id),
        ],
        read: sql!(
            "SELECT g.title, t.day, t.gathering_id FROM proposal_deadline t JOIN gathering g ON
             g.id = t.gathering_id WHERE g.network_id = $1 ORDER BY t.day"
        ),
    },
    Chapter {
        table: "school_holiday",
        file: "schulferien",
        columns: &[("first-day", Text), ("last-day", Text), ("name", Text)],
        read: sql!(
            "SELECT t.first_day, t.last_day, t.name FROM school_holiday t WHERE t.network_id = $1
             ORDER BY t.first_day"
        ),
    },
];
