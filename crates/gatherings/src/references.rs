//! Which columns of this room name a person, an organisation or a group.

use shell::{Alike, More, Reference};

/// The columns. Nobody is invited twice to one gathering, nor stands twice on its list.
pub(crate) const REFERENCES: &[Reference] = &[
    Reference::organisation("gathering", "host_id", "gatherings-moves-hosted"),
    Reference::organisation(
        "co_organiser",
        "organisation_id",
        "gatherings-moves-co-organised",
    )
    .joined(Alike::in_columns(&["gathering_id"])),
    Reference::person("invitation", "person_id", "gatherings-moves-invitations").joined(
        Alike::in_columns(&["gathering_id"]).by(&[
            More::Unset("withdrawn"),
            More::Filled("reply"),
            More::Larger("replied_at"),
            More::Filled("invited_at"),
            More::Larger("told_sequence"),
        ]),
    ),
    Reference::person("attendance", "person_id", "gatherings-moves-attendance").joined(
        Alike::in_columns(&["gathering_id"]).by(&[
            More::Word("state", "present"),
            More::Word("state", "represented"),
            More::Word("state", "excused"),
            More::Filled("at_door"),
            More::Filled("organisation_id"),
        ]),
    ),
    Reference::organisation(
        "attendance",
        "organisation_id",
        "gatherings-moves-attendance",
    ),
    Reference::group("gathering", "group_id", "gatherings-moves-gatherings"),
];
