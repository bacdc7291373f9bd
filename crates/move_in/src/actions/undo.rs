//! Taking back what was decided about a draft: what it made goes, what it filled is empty again.
//! What somebody has changed or used since stays as it is, and so does the decision then.

use base::access::Actor;
use base::{Fault, FunctionId, GatheringId, Halt, Moment, NetworkId};
use register::actions as registering;
use store::Conn;
use uuid::Uuid;

use super::facts;
use super::joining::{fill_gathering, fill_organisation, fill_person};
use super::review::{draft_in, settle};
use crate::records::made::{self, Made, Record};
use crate::rules::{State, Values};

/// How taking back went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Undone {
    /// Everything is as it was, and the draft is open.
    Whole,
    /// Something stays, because it was changed or is used.
    Stays,
}

/// Takes back what was decided about a draft.
///
/// # Errors
/// Missing in another network; stale where nothing is decided.
pub(crate) fn undo(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (network, id): (NetworkId, Uuid),
) -> Result<Undone, Halt> {
    let draft = draft_in(conn, network, id)?;
    if draft.state == State::Open {
        return Err(Halt::Stale);
    }
    let mut stays = false;
    for made in made::of_draft(conn, id)? {
        let tried = conn.attempt(|conn| {
            // Struck first: the note itself must not hold on to the record.
            made::strike(conn, id, made.number)?;
            let done = take_back(conn, moment, who, (network, &made));
            match done {
                Ok(true) => Ok(()),
                Err(Halt::Fault(fault)) => Err(fault),
                _ => Err(Fault::new("take back what was changed since")),
            }
        })?;
        stays |= tried.is_none();
    }
    if stays {
        return Ok(Undone::Stays);
    }
    settle(conn, moment, who, (&draft, State::Open), Vec::new())?;
    Ok(Undone::Whole)
}

/// Takes one thing back; false where it is not what the draft made of it any more.
fn take_back(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (network, made): (NetworkId, &Made),
) -> Result<bool, Halt> {
    match made.record {
        Record::Gathering(id) => gathering(conn, moment, who, (id, made)),
        Record::Series(id) => gatherings::withdraw_series(conn, moment, who, id),
        Record::Organisation(id) => {
            let Some(now) = register::organisation(conn, id)? else {
                return Ok(true);
            };
            let facts = facts::organisation(&now);
            if !made.is_new {
                let (is_same, blank) = emptied(&facts, &made.facts);
                fill_organisation(conn, moment, who, &now, &blank)?;
                return Ok(is_same);
            }
            if now.ended || facts != made.facts {
                return Ok(false);
            }
            registering::withdraw_organisation(conn, moment, who, (network, id))
        }
        Record::Person(id) => {
            let Some(now) = register::person(conn, id)? else {
                return Ok(true);
            };
            let facts = facts::person(&now);
            if !made.is_new {
                let (is_same, blank) = emptied(&facts, &made.facts);
                fill_person(conn, moment, who, &now, &blank)?;
                return Ok(is_same);
            }
            if now.ended || facts != made.facts {
                return Ok(false);
            }
            registering::withdraw_person(conn, moment, who, (network, id))
        }
        Record::Function(id) => function(conn, moment, (network, id), &made.facts),
        Record::Post(id) => {
            let Some(now) = publishing::post(conn, id)? else {
                return Ok(true);
            };
            if facts::post(&now) != made.facts {
                return Ok(false);
            }
            publishing::delete_draft(conn, moment, who, id)?;
            Ok(true)
        }
    }
}

fn gathering(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (id, made): (GatheringId, &Made),
) -> Result<bool, Halt> {
    let Some(now) = gatherings::gathering(conn, id)? else {
        return Ok(true);
    };
    if !made.is_new {
        let (is_same, blank) = emptied(&facts::gathering(&now), &made.facts);
        fill_gathering(conn, moment, who, &now, &blank)?;
        return Ok(is_same);
    }
    if facts::whole_gathering(conn, &now)? != made.facts {
        return Ok(false);
    }
    gatherings::remove_draft(conn, moment, who, id)?;
    Ok(true)
}

fn function(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (network, id): (NetworkId, FunctionId),
    made: &Values,
) -> Result<bool, Halt> {
    let all = register::whole::functions(conn, network)?;
    let Some(now) = all.into_iter().find(|it| it.id == id) else {
        return Ok(true);
    };
    if facts::function(&now) != *made {
        return Ok(false);
    }
    registering::withdraw_function(conn, moment, (network, id))
}

/// Whether all filled fields still say what they were filled with, and those fields empty.
fn emptied(now: &Values, filled: &Values) -> (bool, Values) {
    let is_same = filled.iter().all(|(name, was)| now.get(name) == Some(was));
    let blank = filled.keys().map(|name| (name.clone(), String::new()));
    (is_same, blank.collect())
}
