//! What the office decides about a list.

use base::{Halt, Moment, NetworkId};
use store::Conn;
use uuid::Uuid;

use super::receive::at_once;
use super::{UNDO_DAYS, days_after, standing};
use crate::jobs;
use crate::records::{self, State};
use crate::rules::{Choice, Verdict};

/// Keeps what the office chose, row by row and for whole verdicts.
///
/// # Errors
/// Missing in another network; stale where the list is not under review.
pub(crate) fn decide(
    conn: &mut Conn<'_>,
    (network, id): (NetworkId, Uuid),
    rows: &[(i64, Choice)],
    all: Option<(Verdict, Choice)>,
) -> Result<(), Halt> {
    standing(conn, network, id, &[State::Ready])?;
    for (number, choice) in rows {
        records::choose(conn, id, *number, *choice)?;
    }
    if let Some((verdict, choice)) = all {
        records::choose_all(conn, id, verdict, choice)?;
    }
    Ok(())
}

/// Has a list written into the register.
///
/// # Errors
/// Missing in another network; stale where the list is not under review; refused where nothing
/// is chosen, or rows that are wrong were not given up.
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
    if wrong && !without_wrong {
        return Err(Halt::at("without", "transfer-fault-wrong-rows"));
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
