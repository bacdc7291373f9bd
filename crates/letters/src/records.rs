//! All SQL of letters: postal addresses of people.

mod archive;
mod holdings;

use base::{Fault, PersonId};
use register::Address;
use store::{Conn, params, sql};
use uuid::Uuid;

pub(crate) use archive::CHAPTERS;
pub(crate) use holdings::HOLDINGS;

/// Where a person gets paper.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PostalAddress {
    /// Street, postcode and town.
    pub address: Address,
    /// What the person shares with others there.
    pub household: String,
}

/// A person's own postal address.
///
/// # Errors
/// When the database fails.
pub fn address_of(conn: &mut Conn<'_>, person: PersonId) -> Result<Option<PostalAddress>, Fault> {
    conn.one(
        sql!("SELECT street, postcode, town, household FROM person_address WHERE person_id = $1"),
        params![person],
        |row| {
            Ok(PostalAddress {
                address: Address {
                    street: row.take()?,
                    postcode: row.take()?,
                    town: row.take()?,
                },
                household: row.take()?,
            })
        },
    )
}

/// Writes a person's postal address.
pub(crate) fn put(
    conn: &mut Conn<'_>,
    (id, person): (Uuid, PersonId),
    it: &PostalAddress,
) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "INSERT INTO person_address (id, person_id, street, postcode, town, household)
             VALUES ($1, $2, $3, $4, $5, $6)
             ON CONFLICT (person_id) DO UPDATE SET street = EXCLUDED.street,
             postcode = EXCLUDED.postcode, town = EXCLUDED.town,
             household = EXCLUDED.household"
        ),
        params![
            id,
            person,
            it.address.street,
            it.address.postcode,
            it.address.town,
            it.household
        ],
    )?;
    Ok(())
}

/// Forgets a person's postal address.
pub(crate) fn drop(conn: &mut Conn<'_>, person: PersonId) -> Result<(), Fault> {
    conn.exec(
        sql!("DELETE FROM person_address WHERE person_id = $1"),
        params![person],
    )?;
    Ok(())
}
