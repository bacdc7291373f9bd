//! Taking back what was entered by mistake, as a whole list may be: the record goes as if it
//! had never been there, unless something holds on to it meanwhile.

use base::access::Actor;
use base::{FunctionId, Halt, MembershipId, Moment, NetworkId, OrganisationId, PersonId};
use shell::Named;
use store::Conn;

use super::finding;
use super::organisations::organisation_in;
use super::people::{function_in, person_in};
use crate::likeness;
use crate::records::{self, About, whole};

const WITHDRAWN: &str = "register-withdrawn";

/// Takes an organisation back; false where something holds on to it.
///
/// # Errors
/// Missing in another network.
pub fn withdraw_organisation(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (network, id): (NetworkId, OrganisationId),
) -> Result<bool, Halt> {
    let it = organisation_in(conn, network, id)?;
    if conn
        .attempt(|conn| {
            likeness::forget(conn, Named::Organisation, id.into())?;
            whole::strike_organisation(conn, id)
        })?
        .is_none()
    {
        return Ok(false);
    }
    finding::forget_organisation(conn, id.into())?;
    let about = About {
        network,
        kind: "organisation",
        subject: id.into(),
    };
    records::note(conn, moment, who, about, WITHDRAWN, it.name)?;
    Ok(true)
}

/// Takes a person back; false where something holds on to it.
///
/// # Errors
/// Missing in another network.
pub fn withdraw_person(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (network, id): (NetworkId, PersonId),
) -> Result<bool, Halt> {
    person_in(conn, network, id)?;
    if conn
        .attempt(|conn| {
            likeness::forget(conn, Named::Person, id.into())?;
            whole::strike_person(conn, id)
        })?
        .is_none()
    {
        return Ok(false);
    }
    finding::forget_person(conn, id.into())?;
    let about = About {
        network,
        kind: "person",
        subject: id.into(),
    };
    // The name goes with the record.
    records::note(conn, moment, who, about, WITHDRAWN, String::new())?;
    Ok(true)
}

/// Takes a function back; false where something holds on to it.
///
/// # Errors
/// Missing in another network.
pub fn withdraw_function(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (network, id): (NetworkId, FunctionId),
) -> Result<bool, Halt> {
    let it = function_in(conn, network, id)?;
    if conn
        .attempt(|conn| whole::strike_function(conn, id))?
        .is_none()
    {
        return Ok(false);
    }
    finding::find_person(conn, moment, it.person)?;
    Ok(true)
}

/// Takes a membership back; false where something holds on to it.
///
/// # Errors
/// Missing in another network.
pub fn withdraw_membership(
    conn: &mut Conn<'_>,
    (network, id): (NetworkId, MembershipId),
) -> Result<bool, Halt> {
    records::membership(conn, id)?
        .filter(|it| it.network == network)
        .ok_or(Halt::Missing)?;
    let gone = conn.attempt(|conn| whole::strike_membership(conn, id))?;
    Ok(gone.is_some())
}
