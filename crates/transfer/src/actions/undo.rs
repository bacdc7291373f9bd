//! Taking a list back: what it entered goes, what it changed becomes what it was. What somebody
//! has changed or used since stays as it is, and so does what the register refuses to change.

use std::collections::HashMap;

use base::access::Actor;
use base::{Fault, FunctionId, Halt, MembershipId, Moment, NetworkId, OrganisationId, PersonId};
use register::actions::{
    Hand, change_function, change_membership, change_person, change_sheet, sheet_of,
    withdraw_function, withdraw_membership, withdraw_organisation, withdraw_person,
};
use register::fields::{self, Of, RecordKind, Values};
use register::whole;
use store::Conn;
use uuid::Uuid;

use super::snapshots;
use super::write::{actor, note};
use super::writer::person_sheet;
use crate::records::{self, Change, Changed, State};

/// Functions and memberships of the network in one text each, by id.
#[derive(Default)]
struct Ties {
    functions: HashMap<FunctionId, String>,
    memberships: HashMap<MembershipId, (String, Values)>,
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
    let undoing = Undoing {
        who: &who,
        network: it.network,
        ties: &ties,
    };
    for (place, change) in records::changes_of(conn, id)?.into_iter().enumerate() {
        // Struck first: the change itself must not hold on to the record.
        records::strike_change(conn, id, change.number)?;
        let tried = conn.attempt(|conn| {
            let done = undoing.take_back(conn, moment, &change);
            done.map_err(|halt| match halt {
                Halt::Fault(fault) => fault,
                _ => Fault::new("take back what the register refuses to change"),
            })
        })?;
        if tried != Some(true) {
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
    let mut values: HashMap<Uuid, Values> = HashMap::new();
    for (record, field, value) in fields::all_values(conn, network, RecordKind::Membership)? {
        values.entry(record).or_default().insert(field, value);
    }
    let memberships = whole::memberships(conn, network)?;
    Ok(Ties {
        functions: whole::functions(conn, network)?
            .iter()
            .map(|it| (it.id, snapshots::function(it)))
            .collect(),
        memberships: memberships
            .iter()
            .map(|it| {
                let values = values.remove(&it.id.into()).unwrap_or_default();
                (it.id, (snapshots::membership(it, &values), values))
            })
            .collect(),
    })
}

/// What taking changes back needs at hand.
struct Undoing<'u> {
    who: &'u Actor,
    network: NetworkId,
    ties: &'u Ties,
}

impl Undoing<'_> {
    /// Takes one change back; false where the record is not what the list made of it any more.
    fn take_back(
        &self,
        conn: &mut Conn<'_>,
        moment: &mut Moment,
        change: &Change,
    ) -> Result<bool, Halt> {
        match change.of {
            Changed::Function(id) => self.function(conn, moment, (id, change)),
            Changed::Membership(id) => self.membership(conn, moment, (id, change)),
            Changed::Organisation(id) => self.organisation(conn, moment, (id, change)),
            Changed::Person(id) => self.person(conn, moment, (id, change)),
        }
    }

    fn function(
        &self,
        conn: &mut Conn<'_>,
        moment: &mut Moment,
        (id, change): (FunctionId, &Change),
    ) -> Result<bool, Halt> {
        if self.ties.functions.get(&id) != Some(&change.became) {
            return Ok(false);
        }
        if change.was.is_empty() {
            return withdraw_function(conn, moment, (self.network, id));
        }
        let Some((title, marks, term)) = snapshots::function_from(&change.was) else {
            return Ok(false);
        };
        let place = (self.network, id);
        change_function(conn, moment, self.who, place, (&title, marks, term))?;
        Ok(true)
    }

    fn membership(
        &self,
        conn: &mut Conn<'_>,
        moment: &mut Moment,
        (id, change): (MembershipId, &Change),
    ) -> Result<bool, Halt> {
        let known = self.ties.memberships.get(&id);
        let Some((_, values)) = known.filter(|(text, _)| *text == change.became) else {
            return Ok(false);
        };
        if change.was.is_empty() {
            return withdraw_membership(conn, (self.network, id));
        }
        let Some((term, values)) = snapshots::membership_from(&change.was, values) else {
            return Ok(false);
        };
        let place = (self.network, id);
        change_membership(conn, moment, self.who, place, (term, &values))?;
        Ok(true)
    }

    fn organisation(
        &self,
        conn: &mut Conn<'_>,
        moment: &mut Moment,
        (id, change): (OrganisationId, &Change),
    ) -> Result<bool, Halt> {
        let Some(now) = register::organisation(conn, id)? else {
            return Ok(true);
        };
        let sheet = sheet_of(conn, &now)?;
        if now.ended || !snapshots::is_organisation(&change.became, &sheet) {
            return Ok(false);
        }
        let place = (self.network, id);
        if change.was.is_empty() {
            return withdraw_organisation(conn, moment, self.who, place);
        }
        let Some(was) = snapshots::organisation_from(&change.was, sheet) else {
            return Ok(false);
        };
        change_sheet(conn, moment, self.who, place, (&was, Hand::Office))?;
        Ok(true)
    }

    fn person(
        &self,
        conn: &mut Conn<'_>,
        moment: &mut Moment,
        (id, change): (PersonId, &Change),
    ) -> Result<bool, Halt> {
        let Some(now) = register::person(conn, id)? else {
            return Ok(true);
        };
        let values = fields::values(conn, RecordKind::Person, id.into())?;
        let sheet = person_sheet(&now, values);
        if now.ended || !snapshots::is_person(&change.became, &sheet) {
            return Ok(false);
        }
        let place = (self.network, id);
        if change.was.is_empty() {
            return withdraw_person(conn, moment, self.who, place);
        }
        let Some(was) = snapshots::person_from(&change.was, &sheet) else {
            return Ok(false);
        };
        change_person(conn, moment, self.who, place, &was.main)?;
        let of = Of {
            kind: RecordKind::Person,
            id: id.into(),
        };
        fields::save(conn, moment, self.who, (self.network, of), &was.values)?;
        Ok(true)
    }
}

/// Forgets what a list has changed, so that it can be taken back no more.
///
/// # Errors
/// When the database fails.
pub(crate) fn forget_changes(conn: &mut Conn<'_>, id: Uuid) -> Result<(), Fault> {
    records::clear_changes(conn, id)
}
