//! Choices as something that is kept about people, and in an archive of everything.

use base::Fault;
use shell::ToldAs::{Id, Number, Text, When};
use shell::{Chapter, Held, Whom};
use store::{Conn, params, sql};
use uuid::Uuid;

/// The tables that go into an archive of everything.
pub(crate) const CHAPTERS: &[Chapter] = &[
    Chapter {
        table: "registration_slot",
        file: "anmeldungen-workshops",
        columns: &[
            ("title", Text),
            ("title-en", Text),
            ("block", Text),
            ("block-en", Text),
            ("room", Text),
            ("day-no", Number),
            ("starts", Text),
            ("ends", Text),
            ("position", Number),
            ("id", Id),
            ("desk-id", Id),
            ("gathering-id", Id),
            ("quota-id", Id),
            ("block-id", Id),
        ],
        read: sql!(
            "SELECT t.title_de, t.title_en, t.block_de, t.block_en, t.room, t.day_no, t.starts,
             t.ends, t.position, t.id, t.desk_id, t.gathering_id, t.quota_id, t.block_id
             FROM registration_slot t JOIN registration_desk d ON d.id = t.desk_id
             WHERE d.network_id = $1 ORDER BY t.id"
        ),
    },
    Chapter {
        table: "registration_slot_choice",
        file: "anmeldungen-workshops-wahl",
        columns: &[
            ("name", Text),
            ("title", Text),
            ("state", Text),
            ("line-no", Number),
            ("changed-at", When),
            ("place-id", Id),
            ("slot-id", Id),
            ("block-id", Id),
        ],
        read: sql!(
            "SELECT p.name, s.title_de, t.state, t.line_no, t.changed_at, t.place_id, t.slot_id,
             t.block_id FROM registration_slot_choice t
             JOIN registration_slot s ON s.id = t.slot_id
             JOIN registration_place p ON p.id = t.place_id
             JOIN registration_desk d ON d.id = s.desk_id
             WHERE d.network_id = $1 ORDER BY t.slot_id, t.place_id"
        ),
    },
];

fn mail_of(whom: &Whom) -> &str {
    if whom.mail_is_own { &whom.mail } else { "" }
}

/// What somebody has chosen, for whom it is about.
pub(crate) fn told(conn: &mut Conn<'_>, whom: &Whom) -> Result<Vec<Held>, Fault> {
    conn.all(
        sql!(
            "SELECT g.title, s.title_de, c.changed_at FROM registration_slot_choice c
             JOIN registration_slot s ON s.id = c.slot_id
             JOIN gathering g ON g.id = s.gathering_id
             JOIN registration_place p ON p.id = c.place_id
             JOIN registration r ON r.id = p.registration_id
             WHERE r.network_id = $1 AND (r.person_id = $2 OR (r.mail_key = $3 AND $3 <> ''))
             ORDER BY c.changed_at DESC, c.slot_id"
        ),
        params![whom.network, whom.person, mail_of(whom)],
        |row| {
            let (gathering, workshop): (String, String) = (row.take()?, row.take()?);
            Ok(Held::new("slots-holding", workshop)
                .about(gathering)
                .at(Some(row.take()?)))
        },
    )
}

/// Gives back what somebody has chosen who goes; the slots that it was.
pub(crate) fn leave_of(conn: &mut Conn<'_>, whom: &Whom) -> Result<Vec<Uuid>, Fault> {
    let held = conn.all(
        sql!(
            "SELECT c.slot_id FROM registration_slot_choice c
             JOIN registration_place p ON p.id = c.place_id
             JOIN registration r ON r.id = p.registration_id WHERE c.state = 'chosen'
             AND r.network_id = $1 AND (r.person_id = $2 OR (r.mail_key = $3 AND $3 <> ''))"
        ),
        params![whom.network, whom.person, mail_of(whom)],
        store::Row::take::<Uuid>,
    )?;
    for slot in &held {
        super::release(conn, *slot)?;
    }
    conn.put(
        sql!(
            "DELETE FROM registration_slot_choice WHERE place_id IN
             (SELECT p.id FROM registration_place p JOIN registration r ON r.id = p.registration_id
              WHERE r.network_id = $1 AND (r.person_id = $2 OR (r.mail_key = $3 AND $3 <> '')))"
        ),
        params![whom.network, whom.person, mail_of(whom)],
    )?;
    Ok(held)
}
