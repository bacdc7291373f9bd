//! Which columns of this room name a person, an organisation or a group.

use shell::Reference;

/// The columns; what was said stays as it was said, and names the record that stays.
pub(crate) const REFERENCES: &[Reference] = &[
    Reference::person("minutes", "chair_person_id", "minutes-moves-chaired"),
    Reference::person("minutes", "taker_person_id", "minutes-moves-taken"),
    Reference::person("minutes_answer", "person_id", "minutes-moves-spoken"),
    Reference::organisation("minutes_answer", "organisation_id", "minutes-moves-spoken"),
    Reference::person("objection", "person_id", "minutes-moves-objections"),
    Reference::person("task", "person_id", "minutes-moves-tasks"),
    Reference::organisation("task", "organisation_id", "minutes-moves-tasks"),
    Reference::person("letter", "detail", "").in_text(),
    Reference::group("minutes", "group_id", "minutes-moves-minutes"),
];
