//! Everything of a network at once, for whoever compares or hands out long lists; and how a
//! record is struck that nothing else holds on to.

mod profiles;
mod striking;

use base::{Fault, NetworkId};
use store::{Conn, params, sql};

pub use profiles::profiles;
pub(crate) use striking::*;

use crate::types::{Function, Group, GroupMember, Membership, Organisation, Person};

/// A network's organisations, closed ones too, in no order.
///
/// # Errors
/// When the database fails.
pub fn organisations(conn: &mut Conn<'_>, network: NetworkId) -> Result<Vec<Organisation>, Fault> {
    super::every_organisation_of(conn, network)
}

/// A network's people, closed records too, in no order.
///
/// # Errors
/// When the database fails.
pub fn people(conn: &mut Conn<'_>, network: NetworkId) -> Result<Vec<Person>, Fault> {
    super::every_person_of(conn, network)
}

/// A network's memberships, the newest first.
///
/// # Errors
/// When the database fails.
pub fn memberships(conn: &mut Conn<'_>, network: NetworkId) -> Result<Vec<Membership>, Fault> {
    super::memberships_in(conn, network)
}

/// The functions of all people of a network, ended ones too, by person.
///
/// # Errors
/// When the database fails.
pub fn functions(conn: &mut Conn<'_>, network: NetworkId) -> Result<Vec<Function>, Fault> {
    conn.all(
        sql!(
            "SELECT f.id, f.person_id, p.name, f.organisation_id, o.name, f.title, f.contact,
                    f.voting, f.from_day, f.until_day
             FROM person_function f JOIN person p ON p.id = f.person_id
             JOIN organisation o ON o.id = f.organisation_id
             WHERE p.network_id = $1 ORDER BY p.sort_key, p.id, f.from_day, f.id"
        ),
        params![network],
        super::people::read_function,
    )
}

/// A network's group by its slug, with everyone who is or was in it.
///
/// # Errors
/// When the database fails.
pub fn group(
    conn: &mut Conn<'_>,
    network: NetworkId,
    slug: &str,
) -> Result<Option<(Group, Vec<GroupMember>)>, Fault> {
    let Some(group) = super::group_by_slug(conn, network, slug)? else {
        return Ok(None);
    };
    let members = super::group_members(conn, group.id)?;
    Ok(Some((group, members)))
}
