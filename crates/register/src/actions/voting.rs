//! One vote for each organisation: who has it, and taking it over.

use base::access::Actor;
use base::{Blame, Fault, Halt, Moment, NetworkId, OrganisationId, PersonId};
use store::Conn;

use super::organisations::organisation_in;
use super::people::Tied;
use crate::records::{self, Changes};
use crate::types::{Function, Term};

/// Why a vote is refused that somebody else has.
pub(crate) const TAKEN: &str = "register-fault-voting-taken";

/// The functions of others who have an organisation's vote on a day of this term. Whose record is
/// closed has none.
fn others(
    conn: &mut Conn<'_>,
    organisation: OrganisationId,
    (person, term): (PersonId, Term),
) -> Result<Vec<Function>, Fault> {
    let mut voters = records::voters_at(conn, organisation)?;
    voters.retain(|it| it.person != person && it.term.overlaps(term));
    Ok(voters)
}

/// Whoever writes is alone until the end of the transaction, so that what is asked here holds.
pub(super) fn refuse_second(
    conn: &mut Conn<'_>,
    field: &str,
    organisation: OrganisationId,
    voter: (PersonId, Term),
) -> Result<(), Halt> {
    match others(conn, organisation, voter)?.into_iter().next() {
        None => Ok(()),
        Some(other) => {
            let blame = Blame::at(field, TAKEN).with("person", other.person_name);
            Err(Halt::Refused(vec![blame]))
        }
    }
}

/// Takes an organisation's vote from everybody but this person, as far as their terms meet this
/// one: whoever then gives it to the person does so in the same transaction.
///
/// # Errors
/// Missing in another network.
pub fn take_vote(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (network, organisation): (NetworkId, OrganisationId),
    voter: (PersonId, Term),
) -> Result<(), Halt> {
    organisation_in(conn, network, organisation)?;
    for other in others(conn, organisation, voter)? {
        give_up(conn, moment, who, network, &other)?;
    }
    Ok(())
}

/// A person whose record is opened again has those votes that nobody else got meanwhile.
pub(super) fn leave_votes(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (network, person): (NetworkId, PersonId),
) -> Result<(), Halt> {
    for function in records::functions_of_person(conn, person)? {
        let voter = (person, function.term);
        if function.voting && !others(conn, function.organisation, voter)?.is_empty() {
            give_up(conn, moment, who, network, &function)?;
        }
    }
    Ok(())
}

fn give_up(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    network: NetworkId,
    function: &Function,
) -> Result<(), Fault> {
    let new = Function {
        voting: false,
        ..function.clone()
    };
    records::update_function(conn, &new)?;
    let changes = Changes::default()
        .mark("register-voting", true, false)
        .about("register-function", &function.title);
    let tie = Tied::of(network, function);
    tie.note(conn, moment, who, "register-function-changed", changes)
}
