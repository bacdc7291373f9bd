//! Which columns of this room name a person, an organisation or a group.

use shell::{Below, Reference};

/// The columns. Places of two records that turn out to be one stay what they are.
pub(crate) const REFERENCES: &[Reference] = &[
    Reference::person("registration", "person_id", "registration-moves"),
    Reference::organisation("registration", "organisation_id", "registration-moves"),
    Reference::organisation(
        "registration_contingent",
        "organisation_id",
        "registration-moves-contingents",
    ),
    Reference::group(
        "registration_contingent",
        "group_id",
        "registration-moves-contingents",
    ),
];

/// Nothing of this room gives way to other rows.
pub(crate) const BELOW: &[Below] = &[];
