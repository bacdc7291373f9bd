//! Which columns of this room name a person, an organisation or a group.

use shell::{Alike, Below, More, Reference};

/// The columns: from whom a topic comes, and whose plan it is. A group has one plan for a year.
pub(crate) const REFERENCES: &[Reference] = &[
    Reference::person("topic", "person_id", "planning-moves-topics"),
    Reference::organisation("topic", "organisation_id", "planning-moves-topics"),
    Reference::group("year_plan", "group_id", "planning-moves-plans").joined(
        Alike::in_columns(&["network_id", "year"])
            .by(&[More::Word("state", "published"), More::Larger("changed_at")]),
    ),
];

/// What hangs on plans: their rows.
pub(crate) const BELOW: &[Below] = &[Below::of("year_plan", "plan_row", "plan_id")];
