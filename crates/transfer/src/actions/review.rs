//! What the office decides about a list.

use base::{Blame, Halt, Moment, NetworkId, OrganisationId, PersonId};
use store::Conn;
use uuid::Uuid;

use super::receive::at_once;
use super::{UNDO_DAYS, days_after, standing};
use crate::jobs;
use crate::records::{self, State};
use crate::rules::{Choice, Pick, Verdict};

/// What the office says about one row; what it says nothing of stays.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Decision {
    pub(crate) choice: Option<Choice>,
    pub(crate) organisation: Option<Pick<OrganisationId>>,
    pub(crate) person: Option<Pick<PersonId>>,
}

/// What the office says about many rows at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ForAll {
    /// All rows of a verdict are written or left out.
    Choice(Verdict, Choice),
    /// Every row that it is asked about means the likeliest record.
    Best,
    /// None of them means any.
    New,
}

/// What has become of a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Decided {
    /// It is kept.
    Kept,
    /// Rows mean something else now and are compared again; so many rows there are.
    Checking(i64),
}

/// Keeps what the office chose, row by row and for many at once. Where rows mean other records
/// then, all are compared again: those of one organisation hang together.
///
/// # Errors
/// Missing in another network; stale where the list is not under review.
pub(crate) fn decide(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (network, id): (NetworkId, Uuid),
    (rows, all): (&[(i64, Decision)], Option<ForAll>),
) -> Result<Decided, Halt> {
    let mut it = standing(conn, network, id, &[State::Ready])?;
    let mut is_other = false;
    for (number, said) in rows {
        if let Some(choice) = said.choice {
            records::choose(conn, id, *number, choice)?;
        }
        if let Some(organisation) = said.organisation {
            is_other |= records::pick_organisation(conn, (id, *number), organisation)?;
        }
        if let Some(person) = said.person {
            is_other |= records::pick_person(conn, (id, *number), person)?;
        }
    }
    match all {
        Some(ForAll::Choice(verdict, choice)) => {
            records::choose_all(conn, id, verdict, choice)?;
        }
        Some(ForAll::Best) => {
            for (number, organisation, person) in records::best_offers(conn, id)? {
                records::propose(conn, (id, number), (organisation, person))?;
            }
            is_other = true;
        }
        Some(ForAll::New) => {
            records::pick_new_for_all(conn, id)?;
            is_other = true;
        }
        None => {}
    }
    if !is_other {
        return Ok(Decided::Kept);
    }
    it.state = State::Checking;
    it.note.clear();
    records::update_transfer(conn, &it)?;
    at_once(conn, moment, jobs::CHECK, id)?;
    Ok(Decided::Checking(it.row_count))
}

/// Has a list written into the register.
///
/// # Errors
/// Missing in another network; stale where the list is not under review; refused where nothing
/// is chosen, rows that are wrong were not given up, or some wait for a decision.
pub(crate) fn begin_writing(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (network, id): (NetworkId, Uuid),
    without_wrong: bool,
) -> Result<(), Halt> {
    let mut it = standing(conn, network, id, &[State::Ready])?;
    let counts = records::count_verdicts(conn, id)?;
    let wrong = counts
        .iter()
        .any(|(verdict, count)| *verdict == Verdict::Wrong && *count > 0);
    let mut blames = Vec::new();
    if wrong && !without_wrong {
        blames.push(Blame::at("without", "transfer-fault-wrong-rows"));
    }
    let asked = records::count_asked(conn, id)?;
    if asked > 0 {
        blames.push(Blame::at("", "transfer-fault-undecided").with("count", asked));
    }
    if !blames.is_empty() {
        return Err(Halt::Refused(blames));
    }
    if records::count_taken(conn, id)? == 0 {
        return Err(Halt::no("transfer-fault-nothing"));
    }
    it.state = State::Writing;
    it.note = String::new();
    records::update_transfer(conn, &it)?;
    at_once(conn, moment, jobs::WRITE, id)
}

/// Has a list taken back.
///
/// # Errors
/// Missing in another network; stale where it was not written, or longer ago than is kept.
pub(crate) fn begin_undo(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (network, id): (NetworkId, Uuid),
) -> Result<(), Halt> {
    let mut it = standing(conn, network, id, &[State::Written])?;
    let is_late = it
        .written_at
        .is_none_or(|at| days_after(at, UNDO_DAYS) < moment.now());
    if is_late {
        return Err(Halt::Stale);
    }
    it.state = State::Undoing;
    records::update_transfer(conn, &it)?;
    at_once(conn, moment, jobs::UNDO, id)
}
