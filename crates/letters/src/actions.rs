//! Noting what was printed; where a person gets paper.

use base::access::Actor;
use base::{Fault, Halt, Moment, NetworkId, PersonId};
use store::{Conn, Entry};

use crate::records::{self, PostalAddress};

/// Notes that letters or labels were printed: how many, and for whom in whose words. They carry
/// names and addresses out of the house.
///
/// # Errors
/// When the database fails.
pub(crate) fn printed(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (who, network): (&Actor, NetworkId),
    (verb, count): (&'static str, usize),
) -> Result<(), Fault> {
    conn.note(
        moment,
        &Entry {
            network: Some(network),
            account: who.account,
            actor: &who.name,
            verb,
            kind: "network",
            subject: network.into(),
            detail: count.to_string(),
        },
    )
}

/// Writes where a person gets paper; an address without a word in it is forgotten.
///
/// # Errors
/// Missing, where the network knows no such person.
pub fn set_address(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (network, person): (NetworkId, PersonId),
    it: &PostalAddress,
) -> Result<(), Halt> {
    let found = register::person(conn, person)?;
    found
        .filter(|it| it.network == network)
        .ok_or(Halt::Missing)?;
    if it.address.is_empty() {
        records::drop(conn, person)?;
    } else {
        records::put(conn, (moment.id(), person), it)?;
    }
    conn.note(
        moment,
        &Entry {
            network: Some(network),
            account: who.account,
            actor: &who.name,
            verb: "person-address",
            kind: "person",
            subject: person.into(),
            detail: String::new(),
        },
    )?;
    Ok(())
}
