//! What this room's part of an archive of everything holds.

use shell::Chapter;
use shell::ToldAs::{Id, Text};
use store::sql;

/// The tables that go out.
pub(crate) const CHAPTERS: &[Chapter] = &[Chapter {
    table: "person_address",
    file: "postanschriften",
    columns: &[
        ("person-name", Text),
        ("street", Text),
        ("postcode", Text),
        ("town", Text),
        ("household", Text),
        ("person-id", Id),
    ],
    read: sql!(
        "SELECT p.name, t.street, t.postcode, t.town, t.household, t.person_id
         FROM person_address t JOIN person p ON p.id = t.person_id
         WHERE p.network_id = $1 ORDER BY p.sort_key, t.id"
    ),
}];
