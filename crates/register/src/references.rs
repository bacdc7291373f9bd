//! Which columns of the register, and of the journal, name a person or an organisation.

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
            .by(TERMS),
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
    Reference::person("group_member", "person_id", "register-moves-parts")
        .joined(Alike::in_columns(&["group_id"]).in_term().by(PARTS)),
    Reference::organisation("group_member", "organisation_id", "register-moves-parts")
        .joined(Alike::in_columns(&["group_id"]).in_term().by(PARTS)),
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
    Reference::person("person_pair", "one_id", "").renewed(),
    Reference::person("person_pair", "other_id", "").renewed(),
    Reference::organisation("organisation_key", "organisation_id", "").renewed(),
    Reference::organisation("organisation_pair", "one_id", "").renewed(),
    Reference::organisation("organisation_pair", "other_id", "").renewed(),
];

/// What hangs on memberships: a value of each of the network's own fields.
pub(crate) const BELOW: &[Below] =
    &[Below::of("membership", "custom_value", "membership_id").unlike_in(&["field_id"])];
