//! Taking a list back: what it entered goes, what it changed becomes what it was. What somebody
//! has changed or used since stays as it is.

use std::collections::HashMap;

use base::access::Actor;
use base::{Halt, Moment, NetworkId};
use register::actions::{
    change_organisation, change_person, withdraw_function, withdraw_membership,
    withdraw_organisation, withdraw_person,
};
use register::whole;
use store::Conn;
use uuid::Uuid;

use super::snapshots;
use super::write::{actor, note};
use crate::records::{self, Change, Changed, State};

/// Functions and memberships of the network in one text each, by id.
#[derive(Default)]
struct Ties {
    functions: HashMap<base::FunctionId, String>,
    memberships: HashMap<base::MembershipId, String>,
}

/// Takes a list back.
///
/// # Errors
/// When the database fails.
pub(crate) fn undo(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    id: Uuid,
    told: impl Fn(usize),
) -> Result<(), Halt> {
    let Some(mut it) = records::transfer(conn, id)? else {
        return Ok(());
    };
    if it.state != State::Undoing {
        return Ok(());
    }
    let who = actor(&it);
    let ties = ties(conn, it.network)?;
    for (place, change) in records::changes_of(conn, id)?.into_iter().enumerate() {
        // Struck first: the change itself must not hold on to the record.
        records::strike_change(conn, id, change.number)?;
        if !take_back(conn, moment, (&who, it.network), &change, &ties)? {
            records::insert_change(conn, id, &change, true)?;
            it.outcome.stays += 1;
        }
        if place % 100 == 0 {
            told(place);
        }
    }
    it.state = State::Undone;
    it.note.clear();
    records::update_transfer(conn, &it)?;
    note(conn, moment, &who, (&it, "transfer-undone"))
}

fn ties(conn: &mut Conn<'_>, network: NetworkId) -> Result<Ties, Halt> {
    Ok(Ties {
        functions: whole::functions(conn, network)?
            .iter()
            .map(|it| (it.id, snapshots::function(it)))
            .collect(),
        memberships: whole::memberships(conn, network)?
            .iter()
            .map(|it| (it.id, snapshots::membership(it)))
            .collect(),
    })
}

/// Takes one change back; false where the record is not what the list made of it any more.
fn take_back(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (who, network): (&Actor, NetworkId),
    change: &Change,
    ties: &Ties,
) -> Result<bool, Halt> {
    match change.of {
        Changed::Function(id) => {
            if ties.functions.get(&id) != Some(&change.became) {
                return Ok(false);
            }
            withdraw_function(conn, moment, (network, id))
        }
        Changed::Membership(id) => {
            if ties.memberships.get(&id) != Some(&change.became) {
                return Ok(false);
            }
            withdraw_membership(conn, (network, id))
        }
        Changed::Organisation(id) => {
            let Some(now) = register::organisation(conn, id)? else {
                return Ok(true);
            };
            let input = snapshots::organisation_input(&now);
            if now.ended || snapshots::of_organisation(&input) != change.became {
                return Ok(false);
            }
            if change.was.is_empty() {
                return withdraw_organisation(conn, moment, who, (network, id));
            }
            let Some(was) = snapshots::organisation_from(&change.was, input) else {
                return Ok(false);
            };
            change_organisation(conn, moment, who, (network, id), &was)?;
            Ok(true)
        }
        Changed::Person(id) => {
            let Some(now) = register::person(conn, id)? else {
                return Ok(true);
            };
            let input = snapshots::person_input(&now);
            if now.ended || snapshots::of_person(&input) != change.became {
                return Ok(false);
            }
            if change.was.is_empty() {
                return withdraw_person(conn, moment, who, (network, id));
            }
            let Some(was) = snapshots::person_from(&change.was, input) else {
                return Ok(false);
            };
            change_person(conn, moment, who, (network, id), &was)?;
            Ok(true)
        }
    }
}

/// Forgets what a list has changed, so that it can be taken back no more.
///
/// # Errors
/// When the database fails.
pub(crate) fn forget_changes(conn: &mut Conn<'_>, id: Uuid) -> Result<(), base::Fault> {
    records::clear_changes(conn, id)
}
