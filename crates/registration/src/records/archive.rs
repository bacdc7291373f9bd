//! What this room's part of an archive of everything holds.

use shell::ToldAs::{Bytes, Id, Number, Text, When, Yes};
use shell::{Chapter, NotTold};
use store::sql;

/// The tables that go out.
pub(crate) const CHAPTERS: &[Chapter] = &[
    DESKS,
    QUOTAS,
    QUOTA_USES,
    CONTINGENTS,
    FIELDS,
    REGISTRATIONS,
    PLACES,
    ANSWERS,
    FILES,
    STEPS,
];

/// The tables that do not.
pub(crate) const NOT_TOLD: &[NotTold] = &[NotTold {
    table: "registration_wake",
    why: "archive-not-inner",
}];

const DESKS: Chapter = Chapter {
    table: "registration_desk",
    file: "anmeldungen-einstellungen",
    columns: &[
        ("state", Text),
        ("opens-day", Text),
        ("closes-days", Number),
        ("change-days", Number),
        ("who", Text),
        ("approval", Yes),
        ("hold-minutes", Number),
        ("companions", Number),
        ("passing", Text),
        ("offer-hours", Number),
        ("fee", Text),
        ("fee-en", Text),
        ("intro", Text),
        ("intro-en", Text),
        ("thanks", Text),
        ("thanks-en", Text),
        ("asks-phone", Yes),
        ("asks-needs", Yes),
        ("needs-days", Number),
        ("asks-list-consent", Yes),
        ("offers-organisations", Yes),
        ("changed-at", When),
        ("id", Id),
        ("gathering-id", Id),
        ("series-id", Id),
    ],
    read: sql!(
        "SELECT t.state, t.opens_day, t.closes_days, t.change_days, t.who, t.approval,
         t.hold_minutes, t.companions, t.passing, t.offer_hours, t.fee_de, t.fee_en, t.intro_de,
         t.intro_en, t.thanks_de, t.thanks_en, t.asks_phone, t.asks_needs, t.needs_days,
         t.asks_list_consent, t.offers_organisations, t.changed_at, t.id, t.gathering_id,
         t.series_id FROM registration_desk t WHERE t.network_id = $1 ORDER BY t.id"
    ),
};

const QUOTAS: Chapter = Chapter {
    table: "registration_quota",
    file: "anmeldungen-platzzahlen",
    columns: &[
        ("position", Number),
        ("capacity", Number),
        ("taken", Number),
        ("id", Id),
        ("desk-id", Id),
    ],
    read: sql!(
        "SELECT t.position, t.capacity, t.taken, t.id, t.desk_id FROM registration_quota t
         JOIN registration_desk d ON d.id = t.desk_id WHERE d.network_id = $1
         ORDER BY t.desk_id, t.position"
    ),
};

const QUOTA_USES: Chapter = Chapter {
    table: "registration_quota_use",
    file: "anmeldungen-platzzahlen-termine",
    columns: &[("quota-id", Id), ("gathering-id", Id)],
    read: sql!(
        "SELECT t.quota_id, t.gathering_id FROM registration_quota_use t
         JOIN registration_quota q ON q.id = t.quota_id
         JOIN registration_desk d ON d.id = q.desk_id WHERE d.network_id = $1
         ORDER BY t.quota_id, t.gathering_id"
    ),
};

const CONTINGENTS: Chapter = Chapter {
    table: "registration_contingent",
    file: "anmeldungen-kontingente",
    columns: &[
        ("organisation-name", Text),
        ("group", Text),
        ("places", Number),
        ("used", Number),
        ("until-day", Text),
        ("lapsed", Yes),
        ("id", Id),
        ("desk-id", Id),
        ("gathering-id", Id),
        ("organisation-id", Id),
        ("group-id", Id),
    ],
    read: sql!(
        "SELECT o.name, g.name, t.places, t.used, t.until_day, t.lapsed, t.id, t.desk_id,
         t.gathering_id, t.organisation_id, t.group_id FROM registration_contingent t
         JOIN registration_desk d ON d.id = t.desk_id
         LEFT JOIN organisation o ON o.id = t.organisation_id
         LEFT JOIN network_group g ON g.id = t.group_id WHERE d.network_id = $1 ORDER BY t.id"
    ),
};

const FIELDS: Chapter = Chapter {
    table: "form_field",
    file: "anmeldungen-fragen",
    columns: &[
        ("position", Number),
        ("kind", Text),
        ("label", Text),
        ("label-en", Text),
        ("help", Text),
        ("help-en", Text),
        ("required", Yes),
        ("choices", Text),
        ("shown-if-value", Text),
        ("readers", Text),
        ("kept-days", Number),
        ("asks-file", Yes),
        ("id", Id),
        ("desk-id", Id),
        ("shown-if-field", Id),
    ],
    read: sql!(
        "SELECT t.position, t.kind, t.label_de, t.label_en, t.help_de, t.help_en, t.required,
         t.choices, t.shown_if_value, t.readers, t.kept_days, t.asks_file, t.id, t.desk_id,
         t.shown_if_field
         FROM form_field t JOIN registration_desk d ON d.id = t.desk_id WHERE d.network_id = $1
         ORDER BY t.desk_id, t.position"
    ),
};

const REGISTRATIONS: Chapter = Chapter {
    table: "registration",
    file: "anmeldungen",
    columns: &[
        ("name", Text),
        ("mail", Text),
        ("phone", Text),
        ("organisation-name", Text),
        ("organisation-name-2", Text),
        ("person-name", Text),
        ("tie", Text),
        ("lang", Text),
        ("list-consent", Yes),
        ("made-at", When),
        ("made-by", Text),
        ("through", Text),
        ("mail-confirmed-at", When),
        ("told-at", When),
        ("id", Id),
        ("desk-id", Id),
        ("organisation-id", Id),
        ("person-id", Id),
    ],
    read: sql!(
        "SELECT t.name, t.mail, t.phone, t.organisation_name, o.name, n.name, t.tie, t.lang,
         t.list_consent, t.made_at, t.made_by, t.through, t.mail_confirmed_at, t.told_at, t.id,
         t.desk_id, t.organisation_id, t.person_id FROM registration t
         LEFT JOIN organisation o ON o.id = t.organisation_id
         LEFT JOIN person n ON n.id = t.person_id WHERE t.network_id = $1
         ORDER BY t.made_at, t.id"
    ),
};

const PLACES: Chapter = Chapter {
    table: "registration_place",
    file: "anmeldungen-plaetze",
    columns: &[
        ("name", Text),
        ("position", Number),
        ("state", Text),
        ("holds", Yes),
        ("until", When),
        ("line-no", Number),
        ("let-in-at", When),
        ("changed-at", When),
        ("id", Id),
        ("registration-id", Id),
        ("desk-id", Id),
        ("gathering-id", Id),
        ("contingent-id", Id),
    ],
    read: sql!(
        "SELECT t.name, t.position, t.state, t.holds, t.until, t.line_no, t.came_at, t.changed_at,
         t.id, t.registration_id, t.desk_id, t.gathering_id, t.contingent_id
         FROM registration_place t
         JOIN registration_desk d ON d.id = t.desk_id WHERE d.network_id = $1
         ORDER BY t.registration_id, t.position, t.id"
    ),
};

const ANSWERS: Chapter = Chapter {
    table: "registration_answer",
    file: "anmeldungen-antworten",
    columns: &[
        ("label", Text),
        ("answer", Text),
        ("place-id", Id),
        ("field-id", Id),
    ],
    read: sql!(
        "SELECT f.label_de, t.value, t.place_id, t.field_id FROM registration_answer t
         JOIN form_field f ON f.id = t.field_id JOIN registration_desk d ON d.id = f.desk_id
         WHERE d.network_id = $1 ORDER BY t.place_id, f.position"
    ),
};

const BYTES: &str =
    sql!("SELECT bytes FROM registration_file WHERE place_id = $1 AND field_id = $2");

const FILES: Chapter = Chapter {
    table: "registration_file",
    file: "anmeldungen-dateien",
    columns: &[
        ("label", Text),
        ("file-name", Text),
        ("content-type", Text),
        ("size", Number),
        ("file", Bytes(BYTES, &["place-id", "field-id"])),
        ("place-id", Id),
        ("field-id", Id),
    ],
    read: sql!(
        "SELECT f.label_de, t.file_name, t.content_type, t.size, t.size, t.place_id, t.field_id
         FROM registration_file t JOIN form_field f ON f.id = t.field_id
         JOIN registration_desk d ON d.id = f.desk_id WHERE d.network_id = $1
         ORDER BY t.place_id, f.position"
    ),
};

const STEPS: Chapter = Chapter {
    table: "registration_step",
    file: "anmeldungen-schritte",
    columns: &[
        ("at", When),
        ("kind", Text),
        ("by-name", Text),
        ("detail", Text),
        ("id", Id),
        ("place-id", Id),
    ],
    read: sql!(
        "SELECT t.at, t.kind, t.by_name, t.detail, t.id, t.place_id FROM registration_step t
         JOIN registration_place p ON p.id = t.place_id
         JOIN registration_desk d ON d.id = p.desk_id WHERE d.network_id = $1
         ORDER BY t.at, t.id"
    ),
};
