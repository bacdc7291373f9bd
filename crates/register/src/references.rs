//! Which columns of the register, and of the journal, name a person, an organisation or a group.

use shell::{Alike, Below, More, Reference};

const TERMS: &[More] = &[
    More::Filled("contact"),
    More::Filled("voting"),
    More::Filled("from_day"),
];
const PARTS: &[More] = &[
    More::Filled("leader"),
    More::Filled("title"),
    More::Filled("from_day"),
];

/// Who leads leads, and is a member on the days before and after.
const PART: Alike = Alike::in_columns(&["group_id"])
    .in_term()
    .by(PARTS)
    .over("leader");

/// The columns; two rows that say the same become one with both terms.
pub(crate) const REFERENCES: &[Reference] = &[
    Reference::person("person_function", "person_id", "register-moves-functions").joined(
        Alike::in_columns(&["organisation_id", "title"])
            .in_term()
            .by(TERMS),
    ),
    Reference::organisation(
        "person_function",
        "organisation_id",
        "register-moves-functions",
    )
    .joined(
        Alike::in_columns(&["person_id", "title"])
            .in_term()
            .by(TERMS)
            .sole("voting", "register-moves-votes"),
    ),
    Reference::organisation(
        "membership",
        "organisation_id",
        "register-moves-memberships",
    )
    .joined(
        Alike::in_columns(&["network_id", "kind"])
            .in_term()
            .by(&[More::Filled("from_day")]),
    ),
    Reference::person("group_member", "person_id", "register-moves-parts").joined(PART),
    Reference::organisation("group_member", "organisation_id", "register-moves-parts").joined(PART),
    Reference::group("group_member", "group_id", "register-moves-members").joined(
        Alike::in_columns(&["person_id", "organisation_id"])
            .in_term()
            .by(PARTS)
            .over("leader"),
    ),
    Reference::group("network_group", "parent_id", "register-moves-groups"),
    Reference::group("role_assignment", "group_id", "register-moves-roles").joined(
        Alike::in_columns(&[
            "account_id",
            "network_id",
            "role",
            "record_kind",
            "record_id",
        ])
        .in_term(),
    ),
    Reference::group("mailing_list", "wanted", "register-moves-lists").in_text(),
    Reference::group("old_slug", "record_id", ""),
    Reference::group("journal", "subject_id", "register-moves-journal"),
    Reference::organisation("organisation", "parent_id", "register-moves-organisations"),
    Reference::organisation(
        "organisation_channel",
        "organisation_id",
        "register-moves-channels",
    )
    .joined(Alike::in_columns(&["kind", "address"])),
    Reference::organisation("organisation_work", "organisation_id", "")
        .joined(Alike::in_columns(&["work_id"])),
    Reference::organisation("organisation_region", "organisation_id", "")
        .joined(Alike::in_columns(&["ags"])),
    Reference::organisation("custom_value", "organisation_id", "register-moves-values")
        .joined(Alike::in_columns(&["field_id"])),
    Reference::person("custom_value", "person_id", "register-moves-values")
        .joined(Alike::in_columns(&["field_id"])),
    Reference::organisation(
        "organisation_change",
        "organisation_id",
        "register-moves-changes",
    ),
    // One account stands for one person of a network.
    Reference::person("account_person", "person_id", "register-moves-accounts")
        .joined(Alike::in_columns(&[])),
    Reference::person("access_link", "person_id", "register-moves-links"),
    Reference::person("old_slug", "record_id", ""),
    Reference::organisation("old_slug", "record_id", ""),
    Reference::person("journal", "subject_id", "register-moves-journal"),
    Reference::organisation("journal", "subject_id", "register-moves-journal"),
    Reference::person("person_key", "person_id", "").renewed(),
    Reference::person("likeness_waiting", "person_id", "").renewed(),
    Reference::organisation("likeness_waiting", "organisation_id", "").renewed(),
    Reference::person("person_pair", "one_id", "").renewed(),
    Reference::person("person_pair", "other_id", "").renewed(),
    Reference::organisation("organisation_key", "organisation_id", "").renewed(),
    Reference::organisation("organisation_pair", "one_id", "").renewed(),
    Reference::organisation("organisation_pair", "other_id", "").renewed(),
];

/// What hangs on memberships: a value of each of the network's own fields.
pub(crate) const BELOW: &[Below] =
    &[Below::of("membership", "custom_value", "membership_id").unlike_in(&["field_id"])];
