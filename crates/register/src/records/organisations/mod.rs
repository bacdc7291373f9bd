//! Organisations and what hangs on them, in the database.

mod changes;
mod memberships;
mod profile;
mod works;

use base::{Fault, NetworkId, OrganisationId};
use store::{Conn, Row, params, sql};

use crate::likeness;
use crate::rules::{found_by, sort_key};
use crate::types::Organisation;

pub use changes::*;
pub use memberships::*;
pub use profile::*;
pub use works::*;

/// An organisation by its id.
pub fn organisation(
    conn: &mut Conn<'_>,
    id: OrganisationId,
) -> Result<Option<Organisation>, Fault> {
    conn.one(
        sql!(
            "SELECT id, network_id, name, short_name, street, postcode, town, phone, mail, web,
                    can_host, note, ended
             FROM organisation WHERE id = $1"
        ),
        params![id],
        read_organisation,
    )
}

/// A network's organisations that are not closed, by name.
pub fn organisations_of(
    conn: &mut Conn<'_>,
    network: NetworkId,
) -> Result<Vec<Organisation>, Fault> {
    conn.all(
        sql!(
            "SELECT id, network_id, name, short_name, street, postcode, town, phone, mail, web,
                    can_host, note, ended
             FROM organisation WHERE network_id = $1 AND ended = FALSE ORDER BY sort_key, id"
        ),
        params![network],
        read_organisation,
    )
}

/// A network's organisations, closed ones too, in no order.
pub(crate) fn every_organisation_of(
    conn: &mut Conn<'_>,
    network: NetworkId,
) -> Result<Vec<Organisation>, Fault> {
    conn.all(
        sql!(
            "SELECT id, network_id, name, short_name, street, postcode, town, phone, mail, web,
                    can_host, note, ended
             FROM organisation WHERE network_id = $1"
        ),
        params![network],
        read_organisation,
    )
}

pub(in crate::records) fn read_organisation(row: &mut Row) -> Result<Organisation, Fault> {
    Ok(Organisation {
        id: row.take()?,
        network: row.take()?,
        name: row.take()?,
        short_name: row.take()?,
        street: row.take()?,
        postcode: row.take()?,
        town: row.take()?,
        phone: row.take()?,
        mail: row.take()?,
        web: row.take()?,
        can_host: row.take()?,
        note: row.take()?,
        ended: row.take()?,
    })
}

/// Enters an organisation.
pub(crate) fn insert_organisation(conn: &mut Conn<'_>, it: &Organisation) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "INSERT INTO organisation
             (id, network_id, name, short_name, street, postcode, town, phone, mail, web,
              can_host, note, ended, sort_key, found_by)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)"
        ),
        params![
            it.id,
            it.network,
            it.name,
            it.short_name,
            it.street,
            it.postcode,
            it.town,
            it.phone,
            it.mail,
            it.web,
            it.can_host,
            it.note,
            it.ended,
            sort_key(&it.name),
            found_by(&[&it.name, &it.short_name, &it.town])
        ],
    )?;
    likeness::enter_organisation(conn, it)
}

/// Writes an organisation's record.
pub(crate) fn update_organisation(conn: &mut Conn<'_>, it: &Organisation) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "UPDATE organisation SET name = $2, short_name = $3, street = $4, postcode = $5,
             town = $6, phone = $7, mail = $8, web = $9, can_host = $10, note = $11, ended = $12,
             sort_key = $13, found_by = $14 WHERE id = $1"
        ),
        params![
            it.id,
            it.name,
            it.short_name,
            it.street,
            it.postcode,
            it.town,
            it.phone,
            it.mail,
            it.web,
            it.can_host,
            it.note,
            it.ended,
            sort_key(&it.name),
            found_by(&[&it.name, &it.short_name, &it.town])
        ],
    )?;
    likeness::keep_organisation(conn, it)
}
