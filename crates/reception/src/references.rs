//! Which columns of this room name a person, an organisation or a group, and what hangs on lines
//! of attendance lists.

use shell::{Below, Reference};

/// The columns.
pub(crate) const REFERENCES: &[Reference] = &[Reference::person(
    "reception_certificate",
    "person_id",
    "reception-moves",
)];

/// Of two lines of one person one stays; an arrival leads to it then.
pub(crate) const BELOW: &[Below] = &[Below {
    above: "attendance",
    table: "reception_arrival",
    column: "attendance_id",
    unlike: &[],
}];
