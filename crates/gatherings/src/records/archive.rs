//! What this room's part of an archive of everything holds.

use shell::ToldAs::{File, Id, Number, Text, When, Yes};
use shell::{Chapter, NotTold};
use store::sql;

/// The tables that go out.
pub(crate) const CHAPTERS: &[Chapter] = &[
    Chapter {
        table: "series",
        file: "reihen",
        columns: &[
            ("name", Text),
            ("about", Text),
            ("kind", Text),
            ("changed-at", When),
            ("id", Id),
        ],
        read: sql!(
            "SELECT t.name, t.about, t.kind, t.changed_at, t.id FROM series t WHERE t.network_id =
             $1 ORDER BY t.name, t.id"
        ),
    },
    Chapter {
        table: "gathering",
        file: "termine",
        columns: &[
            ("series-number", Number),
            ("slug", Text),
            ("title", Text),
            ("focus", Text),
            ("about", Text),
            ("starts", Text),
            ("ends", Text),
            ("zone", Text),
            ("host-name", Text),
            ("venue-name", Text),
            ("venue-street", Text),
            ("venue-postcode", Text),
            ("venue-town", Text),
            ("venue-access", Text),
            ("online-url", Text),
            ("audience", Text),
            ("state", Text),
            ("cancelled-reason", Text),
            ("announced-at", When),
            ("changed-at", When),
            ("further-guests", Number),
            ("further-guests-about", Yes),
            ("id", Id),
            ("group-id", Id),
            ("series-id", Id),
            ("host-id", Id),
        ],
        read: sql!(
            "SELECT t.series_number, t.slug, t.title, t.focus, t.about, t.starts, t.ends, t.zone,
             n1.name, t.venue_name, t.venue_street, t.venue_postcode, t.venue_town,
             t.venue_access, t.online_url, t.audience, t.state, t.cancelled_reason,
             t.announced_at, t.changed_at, t.further_guests, t.further_guests_about, t.id,
             t.group_id, t.series_id, t.host_id FROM gathering t LEFT JOIN organisation n1 ON
             n1.id = t.host_id WHERE t.network_id = $1 ORDER BY t.starts, t.id"
        ),
    },
    Chapter {
        table: "gathering_tag",
        file: "termine-schlagworte",
        columns: &[("position", Number), ("tag", Text), ("gathering-id", Id)],
        read: sql!(
            "SELECT t.position, t.tag, t.gathering_id FROM gathering_tag t WHERE t.network_id = $1
             ORDER BY t.gathering_id, t.position"
        ),
    },
    Chapter {
        table: "co_organiser",
        file: "termine-mitveranstaltende",
        columns: &[
            ("gathering-title", Text),
            ("position", Number),
            ("organisation-name", Text),
            ("name", Text),
            ("gathering-id", Id),
            ("organisation-id", Id),
        ],
        read: sql!(
            "SELECT g.title, t.position, n1.name, t.name, t.gathering_id, t.organisation_id FROM
             co_organiser t JOIN gathering g ON g.id = t.gathering_id LEFT JOIN organisation n1 ON
             n1.id = t.organisation_id WHERE g.network_id = $1 ORDER BY g.starts, t.position"
        ),
    },
    Chapter {
        table: "gathering_guest",
        file: "termine-gaeste",
        columns: &[
            ("gathering-title", Text),
            ("position", Number),
            ("name", Text),
            ("function-name", Text),
            ("body", Text),
            ("gathering-id", Id),
        ],
        read: sql!(
            "SELECT g.title, t.position, t.name, t.function_name, t.body, t.gathering_id FROM
             gathering_guest t JOIN gathering g ON g.id = t.gathering_id WHERE g.network_id = $1
             ORDER BY g.starts, t.position"
        ),
    },
    Chapter {
        table: "agenda_item",
        file: "tagesordnungen",
        columns: &[
            ("gathering-title", Text),
            ("position", Number),
            ("title", Text),
            ("body-text", Text),
            ("minutes", Number),
            ("id", Id),
            ("gathering-id", Id),
        ],
        read: sql!(
            "SELECT g.title, t.position, t.title, t.body_text, t.minutes, t.id, t.gathering_id
             FROM agenda_item t JOIN gathering g ON g.id = t.gathering_id WHERE g.network_id = $1
             ORDER BY g.starts, t.position, t.id"
        ),
    },
    Chapter {
        table: "agenda_speaker",
        file: "tagesordnungen-vortragende",
        columns: &[
            ("position", Number),
            ("name", Text),
            ("function-name", Text),
            ("body", Text),
            ("agenda-item-id", Id),
        ],
        read: sql!(
            "SELECT t.position, t.name, t.function_name, t.body, t.agenda_item_id FROM
             agenda_speaker t JOIN agenda_item i ON i.id = t.agenda_item_id JOIN gathering g ON
             g.id = i.gathering_id WHERE g.network_id = $1 ORDER BY g.starts, i.position,
             t.position"
        ),
    },
    Chapter {
        table: "document",
        file: "dokumente",
        columns: &[
            ("gathering-title", Text),
            ("title", Text),
            ("audience", Text),
            ("withdrawn", Yes),
            ("added-at", When),
            ("id", Id),
            ("gathering-id", Id),
        ],
        read: sql!(
            "SELECT g.title, t.title, t.audience, t.withdrawn, t.added_at, t.id, t.gathering_id
             FROM document t JOIN gathering g ON g.id = t.gathering_id WHERE g.network_id = $1
             ORDER BY g.starts, t.id"
        ),
    },
    Chapter {
        table: "document_version",
        file: "dokumente-fassungen",
        columns: &[
            ("number", Number),
            ("file-name", Text),
            ("content-type", Text),
            ("size", Number),
            ("hash", File),
            ("added-at", When),
            ("added-by", Text),
            ("document-id", Id),
        ],
        read: sql!(
            "SELECT t.number, t.file_name, t.content_type, t.size, t.hash, t.added_at, t.added_by,
             t.document_id FROM document_version t JOIN document d ON d.id = t.document_id JOIN
             gathering g ON g.id = d.gathering_id WHERE g.network_id = $1 ORDER BY g.starts,
             d.title, t.number"
        ),
    },
    Chapter {
        table: "invitation",
        file: "einladungen",
        columns: &[
            ("gathering-title", Text),
            ("person-name", Text),
            ("via", Text),
            ("invited-at", When),
            ("reply", Text),
            ("replied-at", When),
            ("replied-through", Text),
            ("deputy", Text),
            ("withdrawn", Yes),
            ("id", Id),
            ("gathering-id", Id),
            ("person-id", Id),
        ],
        read: sql!(
            "SELECT g.title, n1.name, t.via, t.invited_at, t.reply, t.replied_at,
             t.replied_through, t.deputy, t.withdrawn, t.id, t.gathering_id, t.person_id FROM
             invitation t JOIN gathering g ON g.id = t.gathering_id LEFT JOIN person n1 ON n1.id =
             t.person_id WHERE g.network_id = $1 ORDER BY g.starts, t.id"
        ),
    },
    Chapter {
        table: "attendance",
        file: "teilnahme",
        columns: &[
            ("gathering-title", Text),
            ("position", Number),
            ("person-name", Text),
            ("organisation-name", Text),
            ("name", Text),
            ("organisation-name-2", Text),
            ("function-name", Text),
            ("state", Text),
            ("represented-by", Text),
            ("at-door", Yes),
            ("id", Id),
            ("gathering-id", Id),
            ("person-id", Id),
            ("organisation-id", Id),
        ],
        read: sql!(
            "SELECT g.title, t.position, n1.name, n2.name, t.name, t.organisation_name,
             t.function_name, t.state, t.represented_by, t.at_door, t.id, t.gathering_id,
             t.person_id, t.organisation_id FROM attendance t JOIN gathering g ON g.id = t.gathering_id LEFT
             JOIN person n1 ON n1.id = t.person_id LEFT JOIN organisation n2 ON n2.id =
             t.organisation_id WHERE g.network_id = $1 ORDER BY g.starts, t.position, t.id"
        ),
    },
];

/// The tables that do not, and why.
pub(crate) const NOT_TOLD: &[NotTold] = &[NotTold {
    table: "gathering_change",
    why: "archive-not-inner",
}];
