//! Which columns of this room name a person or an organisation.

use shell::Reference;

/// The columns: from whom a topic comes.
pub(crate) const REFERENCES: &[Reference] = &[
    Reference::person("topic", "person_id", "planning-moves-topics"),
    Reference::organisation("topic", "organisation_id", "planning-moves-topics"),
];
