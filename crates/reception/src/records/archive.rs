//! What this room's part of an archive of everything holds.

use shell::Chapter;
use shell::ToldAs::{Id, Text, When};
use store::sql;

/// The tables that go out.
pub(crate) const CHAPTERS: &[Chapter] = &[
    Chapter {
        table: "reception_arrival",
        file: "einlass",
        columns: &[
            ("gathering-title", Text),
            ("name", Text),
            ("at", When),
            ("through", Text),
            ("undone-at", When),
            ("id", Id),
            ("gathering-id", Id),
            ("place-id", Id),
            ("attendance-id", Id),
        ],
        read: sql!(
            "SELECT g.title, CASE WHEN d.name IS NULL THEN p.name ELSE d.name END, t.at,
             t.through, t.undone_at, t.id, t.gathering_id, t.place_id, t.attendance_id
             FROM reception_arrival t
             JOIN gathering g ON g.id = t.gathering_id
             LEFT JOIN attendance d ON d.id = t.attendance_id
             LEFT JOIN registration_place p ON p.id = t.place_id
             WHERE g.network_id = $1 ORDER BY t.at, t.id"
        ),
    },
    Chapter {
        table: "reception_certificate",
        file: "teilnahmebescheinigungen",
        columns: &[
            ("gathering-title", Text),
            ("name", Text),
            ("organisation-name", Text),
            ("certificate-code", Text),
            ("made-at", When),
            ("revoked-at", When),
            ("id", Id),
            ("gathering-id", Id),
            ("arrival-id", Id),
            ("person-id", Id),
        ],
        read: sql!(
            "SELECT g.title, t.name, t.organisation_name, t.code, t.made_at, t.revoked_at, t.id,
             t.gathering_id, t.arrival_id, t.person_id FROM reception_certificate t
             JOIN gathering g ON g.id = t.gathering_id WHERE t.network_id = $1
             ORDER BY t.made_at, t.id"
        ),
    },
];
