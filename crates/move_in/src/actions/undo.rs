//! Taking back what was decided about a draft: what it made goes, what it filled is empty again.
//! What somebody has changed or used since stays as it is, and so does the decision then.

use base::access::Actor;
use base::{Fault, Halt, Moment, NetworkId};
use register::actions as registering;
use store::Conn;
use uuid::Uuid;

use super::facts;
use super::joining::fill;
use super::review::{draft_in, settle};
use crate::records::drafts::Draft;
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
    let (_, stays) = undo_some(conn, moment, who, &draft)?;
    Ok(if stays == 0 {
        Undone::Whole
    } else {
        Undone::Stays
    })
}

/// Takes back of a decision what can be; opens the draft where nothing of it stays. Says how many
/// things went, and how many stay.
pub(super) fn undo_some(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    draft: &Draft,
) -> Result<(usize, usize), Halt> {
    let (mut gone, mut stays) = (0, 0);
    for made in made::of_draft(conn, draft.id)? {
        let tried = conn.attempt(|conn| {
            // Struck first: the note itself must not hold on to the record.
            made::strike(conn, draft.id, made.number)?;
            let done = take_back(conn, moment, who, (draft.network, &made));
            match done {
                Ok(true) => Ok(()),
                Err(Halt::Fault(fault)) => Err(fault),
                _ => Err(Fault::new("take back what was changed since")),
            }
        })?;
        match tried {
            Some(()) => gone += 1,
            None => stays += 1,
        }
    }
    if stays == 0 {
        settle(conn, moment, who, (draft, State::Open), Vec::new())?;
    }
    Ok((gone, stays))
}

/// Takes one thing back; false where it is not what the draft made of it any more.
fn take_back(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (network, made): (NetworkId, &Made),
) -> Result<bool, Halt> {
    let Some(now) = facts::now(conn, network, made)? else {
        return Ok(true);
    };
    if !is_as_made(&now, made) {
        return Ok(false);
    }
    if made.is_new {
        return remove(conn, moment, who, (network, made.record));
    }
    let blank = made.facts.keys().map(|name| (name.clone(), String::new()));
    fill(conn, moment, who, (made.record, &blank.collect()))?;
    Ok(true)
}

/// Whether a record still says what the draft made it say: all of it where it is new, else the
/// fields that were filled.
pub(super) fn is_as_made(now: &Values, made: &Made) -> bool {
    if made.is_new {
        return *now == made.facts;
    }
    let mut filled = made.facts.iter();
    filled.all(|(name, was)| now.get(name) == Some(was))
}

/// Removes a record; false where something holds on to it.
fn remove(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (network, record): (NetworkId, Record),
) -> Result<bool, Halt> {
    match record {
        Record::Gathering(id) => {
            gatherings::remove_draft(conn, moment, who, id)?;
            Ok(true)
        }
        Record::Series(id) => gatherings::withdraw_series(conn, moment, who, id),
        Record::Organisation(id) => {
            registering::withdraw_organisation(conn, moment, who, (network, id))
        }
        Record::Person(id) => registering::withdraw_person(conn, moment, who, (network, id)),
        Record::Function(id) => registering::withdraw_function(conn, moment, (network, id)),
        Record::Post(id) => {
            publishing::delete_draft(conn, moment, who, id)?;
            Ok(true)
        }
    }
}
