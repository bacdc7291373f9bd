//! What this room's part of an archive of everything holds.

use shell::Chapter;
use shell::ToldAs::{Id, Text, When, Yes};
use store::sql;

/// The tables that go out.
pub(crate) const CHAPTERS: &[Chapter] = &[
    Chapter {
        table: "date_poll",
        file: "terminabfragen",
        columns: &[
            ("title", Text),
            ("note", Text),
            ("zone", Text),
            ("until-day", Text),
            ("state", Text),
            ("made-at", When),
            ("made-by", Text),
            ("id", Id),
            ("group-id", Id),
            ("gathering-id", Id),
        ],
        read: sql!(
            "SELECT t.title, t.note, t.zone, t.until_day, t.state, t.made_at, t.made_by, t.id,
             t.group_id, t.gathering_id FROM date_poll t WHERE t.network_id = $1 ORDER BY
             t.made_at, t.id"
        ),
    },
    Chapter {
        table: "date_poll_date",
        file: "terminabfragen-tage",
        columns: &[
            ("starts", Text),
            ("ends", Text),
            ("settled", Yes),
            ("id", Id),
            ("poll-id", Id),
        ],
        read: sql!(
            "SELECT t.starts, t.ends, t.settled, t.id, t.poll_id FROM date_poll_date t JOIN
             date_poll d ON d.id = t.poll_id WHERE d.network_id = $1 ORDER BY t.starts, t.id"
        ),
    },
    Chapter {
        table: "date_poll_person",
        file: "terminabfragen-befragte",
        columns: &[
            ("person-name", Text),
            ("via", Text),
            ("remark", Text),
            ("answered-at", When),
            ("answered-through", Text),
            ("id", Id),
            ("poll-id", Id),
            ("person-id", Id),
        ],
        read: sql!(
            "SELECT n1.name, t.via, t.remark, t.answered_at, t.answered_through, t.id, t.poll_id,
             t.person_id FROM date_poll_person t JOIN date_poll d ON d.id = t.poll_id LEFT JOIN
             person n1 ON n1.id = t.person_id WHERE d.network_id = $1 ORDER BY d.made_at, t.id"
        ),
    },
    Chapter {
        table: "date_poll_answer",
        file: "terminabfragen-antworten",
        columns: &[("answer", Text), ("asked-id", Id), ("date-id", Id)],
        read: sql!(
            "SELECT t.answer, t.asked_id, t.date_id FROM date_poll_answer t JOIN date_poll_person
             a ON a.id = t.asked_id JOIN date_poll d ON d.id = a.poll_id WHERE d.network_id = $1
             ORDER BY d.made_at"
        ),
    },
];
