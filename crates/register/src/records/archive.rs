//! What this room's part of an archive of everything holds.

use shell::ToldAs::{File, Id, Number, Text, When, Yes};
use shell::{Chapter, NotTold};
use store::sql;

/// The tables that go out.
pub(crate) const CHAPTERS: &[Chapter] = &[
    Chapter {
        table: "network",
        file: "netz",
        columns: &[
            ("slug", Text),
            ("name", Text),
            ("association", Text),
            ("about", Text),
            ("land", Text),
            ("zone", Text),
            ("logo", File),
            ("logo-alt", Text),
            ("office-name", Text),
            ("office-address", Text),
            ("office-phone", Text),
            ("office-mail", Text),
            ("sender-name", Text),
            ("imprint", Text),
            ("objection-days", Number),
            ("sample-data", Yes),
            ("created-at", When),
            ("id", Id),
            ("parent-id", Id),
        ],
        read: sql!(
            "SELECT t.slug, t.name, t.association, t.about, t.land, t.zone, t.logo, t.logo_alt,
             t.office_name, t.office_address, t.office_phone, t.office_mail, t.sender_name,
             t.imprint, t.objection_days, t.sample_data, t.created_at, t.id, t.parent_id FROM
             network t WHERE t.id = $1 ORDER BY t.name, t.id"
        ),
    },
    Chapter {
        table: "organisation",
        file: "organisationen",
        columns: &[
            ("name", Text),
            ("short-name", Text),
            ("street", Text),
            ("postcode", Text),
            ("town", Text),
            ("phone", Text),
            ("mail", Text),
            ("web", Text),
            ("can-host", Yes),
            ("note", Text),
            ("ended", Yes),
            ("legal-form", Text),
            ("legal-form-other", Text),
            ("postal-street", Text),
            ("postal-postcode", Text),
            ("postal-town", Text),
            ("parent-name", Text),
            ("logo", File),
            ("logo-alt", Text),
            ("id", Id),
            ("parent-id", Id),
        ],
        read: sql!(
            "SELECT t.name, t.short_name, t.street, t.postcode, t.town, t.phone, t.mail, t.web,
             t.can_host, t.note, t.ended, t.legal_form, t.legal_form_other, t.postal_street,
             t.postal_postcode, t.postal_town, n1.name, t.logo, t.logo_alt, t.id, t.parent_id FROM
             organisation t LEFT JOIN organisation n1 ON n1.id = t.parent_id WHERE t.network_id =
             $1 ORDER BY t.sort_key, t.id"
        ),
    },
    Chapter {
        table: "organisation_channel",
        file: "kontaktwege",
        columns: &[
            ("organisation-name", Text),
            ("place", Number),
            ("kind", Text),
            ("address", Text),
            ("id", Id),
            ("organisation-id", Id),
        ],
        read: sql!(
            "SELECT o.name, t.place, t.kind, t.address, t.id, t.organisation_id FROM
             organisation_channel t JOIN organisation o ON o.id = t.organisation_id WHERE
             o.network_id = $1 ORDER BY o.sort_key, t.place, t.id"
        ),
    },
    Chapter {
        table: "field_of_work",
        file: "arbeitsfelder",
        columns: &[("name", Text), ("ended", Yes), ("id", Id)],
        read: sql!(
            "SELECT t.name, t.ended, t.id FROM field_of_work t WHERE t.network_id = $1 ORDER BY
             t.sort_key, t.id"
        ),
    },
    Chapter {
        table: "organisation_work",
        file: "organisationen-arbeitsfelder",
        columns: &[
            ("organisation-name", Text),
            ("work", Text),
            ("organisation-id", Id),
            ("work-id", Id),
        ],
        read: sql!(
            "SELECT o.name, w.name, t.organisation_id, t.work_id FROM organisation_work t JOIN
             organisation o ON o.id = t.organisation_id JOIN field_of_work w ON w.id = t.work_id
             WHERE o.network_id = $1 ORDER BY o.sort_key, w.sort_key"
        ),
    },
    Chapter {
        table: "organisation_region",
        file: "organisationen-regionen",
        columns: &[
            ("organisation-name", Text),
            ("ags", Text),
            ("region", Text),
            ("organisation-id", Id),
        ],
        read: sql!(
            "SELECT o.name, t.ags, r.name, t.organisation_id FROM organisation_region t JOIN
             organisation o ON o.id = t.organisation_id JOIN region r ON r.ags = t.ags WHERE
             o.network_id = $1 ORDER BY o.sort_key, t.ags"
        ),
    },
    Chapter {
        table: "organisation_change",
        file: "aenderungen-durch-organisationen",
        columns: &[
            ("organisation-name", Text),
            ("part", Text),
            ("was", Text),
            ("became", Text),
            ("actor", Text),
            ("changed-at", When),
            ("state", Text),
            ("settled-by", Text),
            ("settled-at", When),
            ("id", Id),
            ("organisation-id", Id),
        ],
        read: sql!(
            "SELECT n1.name, t.part, t.was, t.became, t.actor, t.changed_at, t.state,
             t.settled_by, t.settled_at, t.id, t.organisation_id FROM organisation_change t LEFT
             JOIN organisation n1 ON n1.id = t.organisation_id WHERE t.network_id = $1 ORDER BY
             t.changed_at, t.id"
        ),
    },
    Chapter {
        table: "membership",
        file: "mitgliedschaften",
        columns: &[
            ("organisation-name", Text),
            ("kind", Text),
            ("from-day", Text),
            ("until-day", Text),
            ("elsewhere", Yes),
            ("id", Id),
            ("organisation-id", Id),
        ],
        read: sql!(
            "SELECT n1.name, t.kind, t.from_day, t.until_day, t.elsewhere, t.id, t.organisation_id
             FROM membership t LEFT JOIN organisation n1 ON n1.id = t.organisation_id WHERE
             t.network_id = $1 ORDER BY t.from_day, t.id"
        ),
    },
    Chapter {
        table: "person",
        file: "personen",
        columns: &[
            ("name", Text),
            ("sort-name", Text),
            ("address-form", Text),
            ("mail", Text),
            ("phone", Text),
            ("lang", Text),
            ("note", Text),
            ("ended", Yes),
            ("id", Id),
        ],
        read: sql!(
            "SELECT t.name, t.sort_name, t.address_form, t.mail, t.phone, t.lang, t.note, t.ended,
             t.id FROM person t WHERE t.network_id = $1 ORDER BY t.sort_key, t.id"
        ),
    },
    Chapter {
        table: "person_function",
        file: "funktionen",
        columns: &[
            ("person-name", Text),
            ("organisation-name", Text),
            ("title", Text),
            ("contact", Yes),
            ("from-day", Text),
            ("until-day", Text),
            ("voting", Yes),
            ("id", Id),
            ("person-id", Id),
            ("organisation-id", Id),
        ],
        read: sql!(
            "SELECT p.name, o.name, t.title, t.contact, t.from_day, t.until_day, t.voting, t.id,
             t.person_id, t.organisation_id FROM person_function t JOIN person p ON p.id =
             t.person_id JOIN organisation o ON o.id = t.organisation_id WHERE p.network_id = $1
             ORDER BY p.sort_key, t.from_day, t.id"
        ),
    },
    Chapter {
        table: "network_group",
        file: "gremien",
        columns: &[
            ("slug", Text),
            ("name", Text),
            ("about", Text),
            ("ended", Yes),
            ("parent-name", Text),
            ("id", Id),
            ("parent-id", Id),
        ],
        read: sql!(
            "SELECT t.slug, t.name, t.about, t.ended, n1.name, t.id, t.parent_id FROM
             network_group t LEFT JOIN network_group n1 ON n1.id = t.parent_id WHERE t.network_id
             = $1 ORDER BY t.name, t.id"
        ),
    },
    Chapter {
        table: "group_member",
        file: "gremien-mitwirkung",
        columns: &[
            ("person-name", Text),
            ("organisation-name", Text),
            ("title", Text),
            ("leader", Yes),
            ("from-day", Text),
            ("until-day", Text),
            ("group", Text),
            ("id", Id),
            ("group-id", Id),
            ("person-id", Id),
            ("organisation-id", Id),
        ],
        read: sql!(
            "SELECT n1.name, n2.name, t.title, t.leader, t.from_day, t.until_day, n.name, t.id,
             t.group_id, t.person_id, t.organisation_id FROM group_member t JOIN network_group n
             ON n.id = t.group_id LEFT JOIN person n1 ON n1.id = t.person_id LEFT JOIN
             organisation n2 ON n2.id = t.organisation_id WHERE n.network_id = $1 ORDER BY n.name,
             t.id"
        ),
    },
    Chapter {
        table: "custom_field",
        file: "eigene-felder",
        columns: &[
            ("record-kind", Text),
            ("value-kind", Text),
            ("label", Text),
            ("label-en", Text),
            ("help", Text),
            ("help-en", Text),
            ("choices", Text),
            ("place", Number),
            ("required", Yes),
            ("internal", Yes),
            ("ended", Yes),
            ("id", Id),
        ],
        read: sql!(
            "SELECT t.record_kind, t.value_kind, t.label, t.label_en, t.help, t.help_en,
             t.choices, t.place, t.required, t.internal, t.ended, t.id FROM custom_field t WHERE
             t.network_id = $1 ORDER BY t.record_kind, t.place, t.id"
        ),
    },
    Chapter {
        table: "custom_value",
        file: "eigene-felder-angaben",
        columns: &[
            ("organisation-name", Text),
            ("person-name", Text),
            ("content", Text),
            ("field", Text),
            ("id", Id),
            ("field-id", Id),
            ("organisation-id", Id),
            ("person-id", Id),
            ("membership-id", Id),
        ],
        read: sql!(
            "SELECT n1.name, n2.name, t.content, c.label, t.id, t.field_id, t.organisation_id,
             t.person_id, t.membership_id FROM custom_value t JOIN custom_field c ON c.id =
             t.field_id LEFT JOIN organisation n1 ON n1.id = t.organisation_id LEFT JOIN person n2
             ON n2.id = t.person_id WHERE c.network_id = $1 ORDER BY c.place, t.id"
        ),
    },
    Chapter {
        table: "handover",
        file: "nachfolgen",
        columns: &[
            ("last-day", Text),
            ("made-at", When),
            ("made-by", Text),
            ("id", Id),
            ("old-function-id", Id),
            ("new-function-id", Id),
        ],
        read: sql!(
            "SELECT t.last_day, t.made_at, t.made_by, t.id, t.old_function_id, t.new_function_id
             FROM handover t WHERE t.network_id = $1 ORDER BY t.made_at, t.id"
        ),
    },
    Chapter {
        table: "mailing_list",
        file: "verteiler",
        columns: &[
            ("name", Text),
            ("about", Text),
            ("wanted", Text),
            ("ended", Yes),
            ("id", Id),
        ],
        read: sql!(
            "SELECT t.name, t.about, t.wanted, t.ended, t.id FROM mailing_list t WHERE
             t.network_id = $1 ORDER BY t.name, t.id"
        ),
    },
    Chapter {
        table: "account_person",
        file: "konten",
        columns: &[
            ("person-name", Text),
            ("mail", Text),
            ("account-name", Text),
            ("ended", Yes),
            ("account-id", Id),
            ("person-id", Id),
        ],
        read: sql!(
            "SELECT p.name, a.mail, a.name, a.ended, t.account_id, t.person_id FROM account_person
             t JOIN person p ON p.id = t.person_id JOIN account a ON a.id = t.account_id WHERE
             p.network_id = $1 ORDER BY p.sort_key"
        ),
    },
    Chapter {
        table: "account_role",
        file: "rollen",
        columns: &[
            ("role", Text),
            ("mail", Text),
            ("account-name", Text),
            ("from-day", Text),
            ("until-day", Text),
            ("account-id", Id),
        ],
        read: sql!(
            "SELECT t.role, a.mail, a.name, t.from_day, t.until_day, t.account_id
             FROM account_role t JOIN account a ON a.id = t.account_id WHERE t.network_id = $1 ORDER BY t.role"
        ),
    },
    Chapter {
        table: "role_assignment",
        file: "rollen-auf-zeit",
        columns: &[
            ("role", Text),
            ("mail", Text),
            ("account-name", Text),
            ("group", Text),
            ("record-kind", Text),
            ("record-id", Id),
            ("from-day", Text),
            ("until-day", Text),
            ("created-at", When),
            ("account-id", Id),
        ],
        read: sql!(
            "SELECT t.role, a.mail, a.name, g.name, t.record_kind, t.record_id, t.from_day,
             t.until_day, t.created_at, t.account_id FROM role_assignment t
             JOIN account a ON a.id = t.account_id
             LEFT JOIN network_group g ON g.id = t.group_id
             WHERE t.network_id = $1 ORDER BY t.role, t.id"
        ),
    },
    Chapter {
        table: "wording",
        file: "mailtexte",
        columns: &[("name", Text), ("lang", Text), ("words", Text)],
        read: sql!(
            "SELECT t.name, t.lang, t.words FROM wording t WHERE t.network_id = $1 ORDER BY t.name"
        ),
    },
];

/// The tables that do not, and why.
pub(crate) const NOT_TOLD: &[NotTold] = &[
    NotTold {
        table: "network_request",
        why: "archive-not-inner",
    },
    NotTold {
        table: "old_slug",
        why: "archive-not-inner",
    },
    NotTold {
        table: "session",
        why: "archive-not-secret",
    },
    NotTold {
        table: "access_link",
        why: "archive-not-secret",
    },
    NotTold {
        table: "setup_key",
        why: "archive-not-secret",
    },
    NotTold {
        table: "account",
        why: "archive-not-told-elsewhere",
    },
    NotTold {
        table: "region",
        why: "archive-not-public",
    },
    NotTold {
        table: "region_source",
        why: "archive-not-public",
    },
    NotTold {
        table: "person_key",
        why: "archive-not-derived",
    },
    NotTold {
        table: "organisation_key",
        why: "archive-not-derived",
    },
    NotTold {
        table: "likeness_waiting",
        why: "archive-not-derived",
    },
    NotTold {
        table: "person_pair",
        why: "archive-not-derived",
    },
    NotTold {
        table: "organisation_pair",
        why: "archive-not-derived",
    },
    NotTold {
        table: "handover_group",
        why: "archive-not-inner",
    },
];
