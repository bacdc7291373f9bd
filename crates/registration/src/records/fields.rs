//! The questions of a form, and what was answered.

use base::Fault;
use store::{Conn, Row, params, sql};
use uuid::Uuid;

use crate::rules::{Answer, FieldKind, FormField, Readers, Texts};

/// How every statement begins that reads questions.
macro_rules! questions {
    () => {
        "SELECT id, desk_id, position, kind, label_de, label_en, help_de, help_en, required,
         choices, shown_if_field, shown_if_value, readers, kept_days, asks_file FROM form_field "
    };
}

fn read(row: &mut Row) -> Result<FormField, Fault> {
    let texts = |row: &mut Row| -> Result<Texts, Fault> {
        Ok(Texts {
            de: row.take()?,
            en: row.take()?,
        })
    };
    let mut field = FormField {
        id: row.take()?,
        desk: row.take()?,
        position: row.take()?,
        kind: FieldKind::from_word(&row.take::<String>()?)
            .ok_or_else(|| Fault::new("read the kind of a question"))?,
        label: texts(row)?,
        help: texts(row)?,
        required: row.take()?,
        choices: FormField::choices_of(&row.take::<String>()?),
        shown_if: {
            let (on, value): (Option<Uuid>, String) = (row.take()?, row.take()?);
            on.map(|on| (on, value))
        },
        readers: Readers::from_word(&row.take::<String>()?)
            .ok_or_else(|| Fault::new("read who reads the answers"))?,
        kept_days: row.take()?,
    };
    if row.take()? {
        field.kind = FieldKind::File;
    }
    Ok(field)
}

/// The questions of a desk in their order.
///
/// # Errors
/// When the database fails.
pub fn fields(conn: &mut Conn<'_>, desk: Uuid) -> Result<Vec<FormField>, Fault> {
    conn.all(
        sql!(questions!, "WHERE desk_id = $1 ORDER BY position, id"),
        params![desk],
        read,
    )
}

/// A question by its id.
pub(crate) fn field(conn: &mut Conn<'_>, id: Uuid) -> Result<Option<FormField>, Fault> {
    conn.one(sql!(questions!, "WHERE id = $1"), params![id], read)
}

/// Writes a question down.
pub(crate) fn put_field(conn: &mut Conn<'_>, it: &FormField) -> Result<(), Fault> {
    let (on, value) = match &it.shown_if {
        Some((on, value)) => (Some(*on), value.as_str()),
        None => (None, ""),
    };
    let asks_file = it.kind == FieldKind::File;
    conn.put(
        sql!(
            "INSERT INTO form_field (id, desk_id, position, kind, label_de, label_en, help_de,
             help_en, required, choices, shown_if_field, shown_if_value, readers, kept_days,
             asks_file) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
             ON CONFLICT (id) DO UPDATE SET kind = EXCLUDED.kind, label_de = EXCLUDED.label_de,
             label_en = EXCLUDED.label_en, help_de = EXCLUDED.help_de,
             help_en = EXCLUDED.help_en, required = EXCLUDED.required,
             choices = EXCLUDED.choices, shown_if_field = EXCLUDED.shown_if_field,
             shown_if_value = EXCLUDED.shown_if_value, readers = EXCLUDED.readers,
             kept_days = EXCLUDED.kept_days, asks_file = EXCLUDED.asks_file"
        ),
        params![
            it.id,
            it.desk,
            it.position,
            // The older table has no word for files.
            if asks_file {
                FieldKind::Text.word()
            } else {
                it.kind.word()
            },
            it.label.de,
            it.label.en,
            it.help.de,
            it.help.en,
            it.required,
            it.choices_typed(),
            on,
            value,
            it.readers.word(),
            it.kept_days,
            asks_file
        ],
    )?;
    Ok(())
}

/// Puts a question to another place.
pub(crate) fn move_field(conn: &mut Conn<'_>, id: Uuid, position: i64) -> Result<(), Fault> {
    conn.put(
        sql!("UPDATE form_field SET position = $2 WHERE id = $1"),
        params![id, position],
    )?;
    Ok(())
}

/// Takes a question away, with its answers; questions that hang on it are asked of everybody.
pub(crate) fn remove_field(conn: &mut Conn<'_>, id: Uuid) -> Result<(), Fault> {
    conn.put(
        sql!("DELETE FROM registration_answer WHERE field_id = $1"),
        params![id],
    )?;
    conn.put(
        sql!("UPDATE form_field SET shown_if_field = NULL WHERE shown_if_field = $1"),
        params![id],
    )?;
    conn.put(sql!("DELETE FROM form_field WHERE id = $1"), params![id])?;
    Ok(())
}

/// What was answered for a place.
pub(crate) fn answers(conn: &mut Conn<'_>, place: Uuid) -> Result<Vec<Answer>, Fault> {
    conn.all(
        sql!(
            "SELECT a.field_id, a.value FROM registration_answer a
             JOIN form_field f ON f.id = a.field_id WHERE a.place_id = $1
             ORDER BY f.position, f.id"
        ),
        params![place],
        |row| {
            Ok(Answer {
                field: row.take()?,
                value: row.take()?,
            })
        },
    )
}

/// Writes the answers for a place anew.
pub(crate) fn put_answers(
    conn: &mut Conn<'_>,
    place: Uuid,
    (is_new, answers): (bool, &[Answer]),
) -> Result<(), Fault> {
    if !is_new {
        conn.put(
            sql!("DELETE FROM registration_answer WHERE place_id = $1"),
            params![place],
        )?;
    }
    for it in answers {
        conn.put(
            sql!("INSERT INTO registration_answer (place_id, field_id, value) VALUES ($1, $2, $3)"),
            params![place, it.field, it.value],
        )?;
    }
    Ok(())
}

/// Takes the answers to a question away whose gathering ended before an instant.
pub(crate) fn remove_answers_older(
    conn: &mut Conn<'_>,
    field: Uuid,
    before: jiff::Timestamp,
) -> Result<u64, Fault> {
    super::remove_files_older(conn, field, before)?;
    conn.exec(
        sql!(
            "DELETE FROM registration_answer WHERE field_id = $1 AND place_id IN
             (SELECT p.id FROM registration_place p JOIN gathering g ON g.id = p.gathering_id
              WHERE g.ends_at <= $2)"
        ),
        params![field, before],
    )
}

/// When the next answers of a network have to go.
pub(crate) fn next_forgetting(
    conn: &mut Conn<'_>,
    network: base::NetworkId,
) -> Result<Option<jiff::Timestamp>, Fault> {
    let next = conn.one(
        sql!(
            "SELECT MIN(g.ends_at + f.kept_days * 86400000000) FROM form_field f
             JOIN registration_desk d ON d.id = f.desk_id
             JOIN registration_answer a ON a.field_id = f.id
             JOIN registration_place p ON p.id = a.place_id
             JOIN gathering g ON g.id = p.gathering_id
             WHERE d.network_id = $1 AND f.kept_days IS NOT NULL"
        ),
        params![network],
        Row::take::<Option<jiff::Timestamp>>,
    )?;
    Ok(next.flatten())
}
