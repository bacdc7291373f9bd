//! How records are struck that nothing else holds on to, with what is theirs alone.

use base::{Fault, FunctionId, MembershipId, OrganisationId, PersonId};
use store::{Conn, params, sql};

/// Strikes an organisation; fails while anything names it but its own profile.
pub(crate) fn strike_organisation(conn: &mut Conn<'_>, id: OrganisationId) -> Result<(), Fault> {
    for statement in [
        sql!("DELETE FROM organisation_work WHERE organisation_id = $1"),
        sql!("DELETE FROM organisation_region WHERE organisation_id = $1"),
        sql!("DELETE FROM organisation_channel WHERE organisation_id = $1"),
        sql!("DELETE FROM custom_value WHERE organisation_id = $1"),
        sql!("DELETE FROM organisation WHERE id = $1"),
    ] {
        conn.exec(statement, params![id])?;
    }
    Ok(())
}

/// Strikes a person; fails while anything names it but the network's own fields.
pub(crate) fn strike_person(conn: &mut Conn<'_>, id: PersonId) -> Result<(), Fault> {
    for statement in [
        sql!("DELETE FROM custom_value WHERE person_id = $1"),
        sql!("DELETE FROM person WHERE id = $1"),
    ] {
        conn.exec(statement, params![id])?;
    }
    Ok(())
}

/// Strikes a function.
pub(crate) fn strike_function(conn: &mut Conn<'_>, id: FunctionId) -> Result<(), Fault> {
    conn.exec(
        sql!("DELETE FROM person_function WHERE id = $1"),
        params![id],
    )?;
    Ok(())
}

/// Strikes a membership with what stands in the network's own fields of it.
pub(crate) fn strike_membership(conn: &mut Conn<'_>, id: MembershipId) -> Result<(), Fault> {
    for statement in [
        sql!("DELETE FROM custom_value WHERE membership_id = $1"),
        sql!("DELETE FROM membership WHERE id = $1"),
    ] {
        conn.exec(statement, params![id])?;
    }
    Ok(())
}
