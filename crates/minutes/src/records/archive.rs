//! What this room's part of an archive of everything holds.

use shell::ToldAs::{Id, Number, Text, When, Yes};
use shell::{Chapter, NotTold};
use store::sql;

/// The tables that go out.
pub(crate) const CHAPTERS: &[Chapter] = &[
    Chapter {
        table: "minutes",
        file: "protokolle",
        columns: &[
            ("state", Text),
            ("chair-person-name", Text),
            ("chair-name", Text),
            ("taker-person-name", Text),
            ("taker-name", Text),
            ("begun-at", When),
            ("begun-by", Text),
            ("changed-at", When),
            ("id", Id),
            ("gathering-id", Id),
            ("group-id", Id),
            ("chair-person-id", Id),
            ("taker-person-id", Id),
        ],
        read: sql!(
            "SELECT t.state, n1.name, t.chair_name, n2.name, t.taker_name, t.begun_at, t.begun_by,
             t.changed_at, t.id, t.gathering_id, t.group_id, t.chair_person_id, t.taker_person_id
             FROM minutes t LEFT JOIN person n1 ON n1.id = t.chair_person_id LEFT JOIN person n2
             ON n2.id = t.taker_person_id WHERE t.network_id = $1 ORDER BY t.begun_at, t.id"
        ),
    },
    Chapter {
        table: "minutes_text",
        file: "protokolle-texte",
        columns: &[
            ("position", Number),
            ("title", Text),
            ("public-text", Text),
            ("internal-text", Text),
            ("version", Number),
            ("changed-at", When),
            ("changed-by", Text),
            ("removed", Yes),
            ("id", Id),
            ("minutes-id", Id),
            ("agenda-item-id", Id),
        ],
        read: sql!(
            "SELECT t.position, t.title, t.public_text, t.internal_text, t.version, t.changed_at,
             t.changed_by, t.removed, t.id, t.minutes_id, t.agenda_item_id FROM minutes_text t
             JOIN minutes m ON m.id = t.minutes_id WHERE m.network_id = $1 ORDER BY m.begun_at,
             t.position, t.id"
        ),
    },
    Chapter {
        table: "minutes_revision",
        file: "protokolle-fassungen",
        columns: &[
            ("version", Number),
            ("title", Text),
            ("public-text", Text),
            ("internal-text", Text),
            ("at", When),
            ("by-name", Text),
            ("reason", Text),
            ("id", Id),
            ("minutes-text-id", Id),
        ],
        read: sql!(
            "SELECT t.version, t.title, t.public_text, t.internal_text, t.at, t.by_name, t.reason,
             t.id, t.minutes_text_id FROM minutes_revision t JOIN minutes_text x ON x.id =
             t.minutes_text_id JOIN minutes m ON m.id = x.minutes_id WHERE m.network_id = $1 ORDER
             BY m.begun_at, t.at, t.id"
        ),
    },
    Chapter {
        table: "minutes_step",
        file: "protokolle-schritte",
        columns: &[
            ("number", Number),
            ("kind", Text),
            ("at", When),
            ("by-name", Text),
            ("until-day", Text),
            ("id", Id),
            ("minutes-id", Id),
            ("meeting-id", Id),
        ],
        read: sql!(
            "SELECT t.number, t.kind, t.at, t.by_name, t.until_day, t.id, t.minutes_id,
             t.meeting_id FROM minutes_step t JOIN minutes m ON m.id = t.minutes_id WHERE
             m.network_id = $1 ORDER BY m.begun_at, t.number, t.id"
        ),
    },
    Chapter {
        table: "objection",
        file: "einwendungen",
        columns: &[
            ("circulation", Number),
            ("wording", Text),
            ("reason", Text),
            ("at", When),
            ("person-name", Text),
            ("by-name", Text),
            ("state", Text),
            ("settled-at", When),
            ("settled-by", Text),
            ("id", Id),
            ("minutes-id", Id),
            ("minutes-text-id", Id),
            ("person-id", Id),
            ("meeting-id", Id),
            ("agenda-item-id", Id),
        ],
        read: sql!(
            "SELECT t.circulation, t.wording, t.reason, t.at, n1.name, t.by_name, t.state,
             t.settled_at, t.settled_by, t.id, t.minutes_id, t.minutes_text_id, t.person_id,
             t.meeting_id, t.agenda_item_id FROM objection t LEFT JOIN person n1 ON n1.id =
             t.person_id WHERE t.network_id = $1 ORDER BY t.at, t.id"
        ),
    },
    Chapter {
        table: "decision",
        file: "beschluesse",
        columns: &[
            ("year", Number),
            ("number", Number),
            ("wording", Text),
            ("internal", Yes),
            ("result", Text),
            ("votes-yes", Number),
            ("votes-no", Number),
            ("votes-abstained", Number),
            ("noted-at", When),
            ("noted-by", Text),
            ("settled-at", When),
            ("settled-by", Text),
            ("removed", Yes),
            ("id", Id),
            ("minutes-id", Id),
            ("minutes-text-id", Id),
        ],
        read: sql!(
            "SELECT t.year, t.number, t.wording, t.internal, t.result, t.votes_yes, t.votes_no,
             t.votes_abstained, t.noted_at, t.noted_by, t.settled_at, t.settled_by, t.removed,
             t.id, t.minutes_id, t.minutes_text_id FROM decision t WHERE t.network_id = $1 ORDER
             BY t.year, t.number, t.id"
        ),
    },
    Chapter {
        table: "task",
        file: "aufgaben",
        columns: &[
            ("internal", Yes),
            ("person-name", Text),
            ("organisation-name", Text),
            ("who", Text),
            ("wording", Text),
            ("due-day", Text),
            ("state", Text),
            ("made-at", When),
            ("made-by", Text),
            ("settled-at", When),
            ("settled-by", Text),
            ("id", Id),
            ("minutes-id", Id),
            ("minutes-text-id", Id),
            ("person-id", Id),
            ("organisation-id", Id),
        ],
        read: sql!(
            "SELECT t.internal, n1.name, n2.name, t.who, t.wording, t.due_day, t.state, t.made_at,
             t.made_by, t.settled_at, t.settled_by, t.id, t.minutes_id, t.minutes_text_id,
             t.person_id, t.organisation_id FROM task t LEFT JOIN person n1 ON n1.id = t.person_id
             LEFT JOIN organisation n2 ON n2.id = t.organisation_id WHERE t.network_id = $1 ORDER
             BY t.due_day, t.id"
        ),
    },
];

/// The tables that do not, and why.
pub(crate) const NOT_TOLD: &[NotTold] = &[NotTold {
    table: "minutes_answer",
    why: "archive-not-inner",
}];
