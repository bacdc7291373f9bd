//! Files that people answered with, each beside its answer alone.

use base::{Fault, NetworkId, PersonId};
use jiff::Timestamp;
use store::{Conn, params, sql};
use uuid::Uuid;

use crate::rules::{Answer, Attached};

/// The file that a place answered a question with.
pub(crate) fn file(
    conn: &mut Conn<'_>,
    (place, field): (Uuid, Uuid),
) -> Result<Option<Attached>, Fault> {
    conn.one(
        sql!(
            "SELECT field_id, file_name, content_type, bytes FROM registration_file
             WHERE place_id = $1 AND field_id = $2"
        ),
        params![place, field],
        |row| {
            Ok(Attached {
                field: row.take()?,
                file_name: row.take()?,
                content_type: row.take()?,
                bytes: row.take()?,
            })
        },
    )
}

/// Keeps the files of a place; one that no answer names any more goes.
pub(crate) fn put_files(
    conn: &mut Conn<'_>,
    place: Uuid,
    (files, answers): (&[Attached], &[Answer]),
) -> Result<(), Fault> {
    for it in files {
        conn.put(
            sql!(
                "INSERT INTO registration_file (place_id, field_id, file_name, content_type, size,
                 bytes) VALUES ($1, $2, $3, $4, $5, $6)
                 ON CONFLICT (place_id, field_id) DO UPDATE SET file_name = EXCLUDED.file_name,
                 content_type = EXCLUDED.content_type, size = EXCLUDED.size,
                 bytes = EXCLUDED.bytes"
            ),
            params![
                place,
                it.field,
                it.file_name,
                it.content_type,
                it.bytes.len(),
                it.bytes
            ],
        )?;
    }
    let kept = conn.all(
        sql!("SELECT field_id FROM registration_file WHERE place_id = $1"),
        params![place],
        store::Row::take::<Uuid>,
    )?;
    for field in kept {
        if answers.iter().all(|it| it.field != field) {
            conn.put(
                sql!("DELETE FROM registration_file WHERE place_id = $1 AND field_id = $2"),
                params![place, field],
            )?;
        }
    }
    Ok(())
}

/// Takes the files of a question away whose gathering ended before an instant.
pub(crate) fn remove_files_older(
    conn: &mut Conn<'_>,
    field: Uuid,
    before: Timestamp,
) -> Result<u64, Fault> {
    conn.exec(
        sql!(
            "DELETE FROM registration_file WHERE field_id = $1 AND place_id IN
             (SELECT p.id FROM registration_place p JOIN gathering g ON g.id = p.gathering_id
              WHERE g.ends_at <= $2)"
        ),
        params![field, before],
    )
}

/// Takes the files of somebody away.
pub(crate) fn forget_files(
    conn: &mut Conn<'_>,
    (network, person): (NetworkId, PersonId),
    mail_key: &str,
) -> Result<u64, Fault> {
    conn.exec(
        sql!(
            "DELETE FROM registration_file WHERE place_id IN
             (SELECT p.id FROM registration_place p JOIN registration r ON r.id = p.registration_id
              WHERE r.network_id = $1 AND (r.person_id = $2 OR (r.mail_key = $3 AND $3 <> '')))"
        ),
        params![network, person, mail_key],
    )
}
