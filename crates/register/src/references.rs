//! Which columns of the register, and of the journal, name a person or an organisation.

use shell::{Alike, More, Reference};

const TERMS: &[More] = &[More::Filled("contact"), More::Filled("from_day")];
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
