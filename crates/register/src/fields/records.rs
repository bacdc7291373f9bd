//! Fields of a network's own and their values in the database.

use base::{CustomFieldId, Fault, NetworkId};
use store::{Conn, Row, params, sql};
use uuid::Uuid;

use super::{CustomField, Of, RecordKind, ValueKind, Values};

macro_rules! fields {
    () => {
        "SELECT id, network_id, record_kind, value_kind, label, label_en, help, help_en, choices,
                place, required, internal, ended
         FROM custom_field "
    };
}

fn read(row: &mut Row) -> Result<CustomField, Fault> {
    let odd = || Fault::new("read a field of a network's own");
    Ok(CustomField {
        id: row.take()?,
        network: row.take()?,
        record_kind: RecordKind::from_word(&row.take::<String>()?).ok_or_else(odd)?,
        value_kind: ValueKind::from_word(&row.take::<String>()?).ok_or_else(odd)?,
        label: row.take()?,
        label_en: row.take()?,
        help: row.take()?,
        help_en: row.take()?,
        choices: row.take::<String>()?.lines().map(str::to_owned).collect(),
        place: row.take()?,
        required: row.take()?,
        internal: row.take()?,
        ended: row.take()?,
    })
}

/// The open fields that a network has for a kind of record, in their order.
///
/// # Errors
/// When the database fails.
pub fn of(
    conn: &mut Conn<'_>,
    network: NetworkId,
    kind: RecordKind,
) -> Result<Vec<CustomField>, Fault> {
    conn.all(
        sql!(
            fields!,
            "WHERE network_id = $1 AND record_kind = $2 AND ended = FALSE ORDER BY place, id"
        ),
        params![network, kind.word()],
        read,
    )
}

/// All fields of a network, closed ones too, in their order.
///
/// # Errors
/// When the database fails.
pub fn every(conn: &mut Conn<'_>, network: NetworkId) -> Result<Vec<CustomField>, Fault> {
    conn.all(
        sql!(fields!, "WHERE network_id = $1 ORDER BY record_kind, place, id"),
        params![network],
        read,
    )
}

/// A field by its id.
pub(crate) fn field(conn: &mut Conn<'_>, id: CustomFieldId) -> Result<Option<CustomField>, Fault> {
    conn.one(sql!(fields!, "WHERE id = $1"), params![id], read)
}

/// Enters a field.
pub(super) fn insert(conn: &mut Conn<'_>, it: &CustomField) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "INSERT INTO custom_field
             (id, network_id, record_kind, value_kind, label, label_en, help, help_en, choices,
              place, required, internal, ended)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)"
        ),
        params![
            it.id,
            it.network,
            it.record_kind.word(),
            it.value_kind.word(),
            it.label,
            it.label_en,
            it.help,
            it.help_en,
            it.choices.join("\n"),
            it.place,
            it.required,
            it.internal,
            it.ended
        ],
    )?;
    Ok(())
}

/// Writes a field; what stands in it and which records have it stay.
pub(super) fn update(conn: &mut Conn<'_>, it: &CustomField) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "UPDATE custom_field SET label = $2, label_en = $3, help = $4, help_en = $5,
             choices = $6, place = $7, required = $8, internal = $9, ended = $10 WHERE id = $1"
        ),
        params![
            it.id,
            it.label,
            it.label_en,
            it.help,
            it.help_en,
            it.choices.join("\n"),
            it.place,
            it.required,
            it.internal,
            it.ended
        ],
    )?;
    Ok(())
}

/// A record's values, those of closed fields too.
///
/// # Errors
/// When the database fails.
pub fn values(conn: &mut Conn<'_>, kind: RecordKind, record: Uuid) -> Result<Values, Fault> {
    let read = |row: &mut Row| Ok((row.take()?, row.take()?));
    let found = match kind {
        RecordKind::Organisation => conn.all(
            sql!("SELECT field_id, content FROM custom_value WHERE organisation_id = $1"),
            params![record],
            read,
        ),
        RecordKind::Person => conn.all(
            sql!("SELECT field_id, content FROM custom_value WHERE person_id = $1"),
            params![record],
            read,
        ),
        RecordKind::Membership => conn.all(
            sql!("SELECT field_id, content FROM custom_value WHERE membership_id = $1"),
            params![record],
            read,
        ),
    };
    Ok(found?.into_iter().collect())
}

/// The values of all records of a kind, for filters and tables: record, field, value.
///
/// # Errors
/// When the database fails.
pub fn all_values(
    conn: &mut Conn<'_>,
    network: NetworkId,
    kind: RecordKind,
) -> Result<Vec<(Uuid, CustomFieldId, String)>, Fault> {
    let found = conn.all(
        sql!(
            "SELECT COALESCE(v.organisation_id, v.person_id, v.membership_id), v.field_id,
                    v.content
             FROM custom_value v JOIN custom_field f ON f.id = v.field_id
             WHERE f.network_id = $1 AND f.record_kind = $2"
        ),
        params![network, kind.word()],
        |row| Ok((row.take::<Option<Uuid>>()?, row.take()?, row.take()?)),
    )?;
    let owned = found
        .into_iter()
        .filter_map(|(record, field, content)| Some((record?, field, content)));
    Ok(owned.collect())
}

/// How many records have a value in a field.
pub(crate) fn filled_count(conn: &mut Conn<'_>, field: CustomFieldId) -> Result<i64, Fault> {
    conn.count(
        sql!("SELECT COUNT(*) FROM custom_value WHERE field_id = $1"),
        params![field],
    )
}

/// Takes a record's value away.
pub(super) fn remove_value(conn: &mut Conn<'_>, of: Of, field: CustomFieldId) -> Result<(), Fault> {
    let statement = match of.kind {
        RecordKind::Organisation => {
            sql!("DELETE FROM custom_value WHERE organisation_id = $1 AND field_id = $2")
        }
        RecordKind::Person => {
            sql!("DELETE FROM custom_value WHERE person_id = $1 AND field_id = $2")
        }
        RecordKind::Membership => {
            sql!("DELETE FROM custom_value WHERE membership_id = $1 AND field_id = $2")
        }
    };
    conn.exec(statement, params![of.id, field])?;
    Ok(())
}

/// Enters a record's value.
pub(super) fn insert_value(
    conn: &mut Conn<'_>,
    id: Uuid,
    of: Of,
    (field, content): (CustomFieldId, &str),
) -> Result<(), Fault> {
    let at = |kind| (of.kind == kind).then_some(of.id);
    conn.exec(
        sql!(
            "INSERT INTO custom_value
             (id, field_id, organisation_id, person_id, membership_id, content)
             VALUES ($1, $2, $3, $4, $5, $6)"
        ),
        params![
            id,
            field,
            at(RecordKind::Organisation),
            at(RecordKind::Person),
            at(RecordKind::Membership),
            content
        ],
    )?;
    Ok(())
}
