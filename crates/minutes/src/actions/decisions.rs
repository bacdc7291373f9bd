//! Decisions: noted while the gathering runs, carried out afterwards.

use base::access::Actor;
use base::{DecisionId, Halt, Moment};
use store::Conn;

use super::{draft, note, scene};
use crate::records;
use crate::rules::{Decision, EntryId, Outcome, Vote};

/// What a decision says.
#[derive(Clone, Debug)]
pub struct DecisionInput {
    /// Its wording.
    pub wording: String,
    /// Whether it belongs to the internal part.
    pub internal: bool,
    /// What came of it.
    pub result: Outcome,
    /// Yes, no and abstentions, where there was a vote.
    pub counts: [Option<i64>; 3],
}

/// A decision that is to be noted.
#[derive(Clone, Debug)]
pub struct NewDecision {
    /// The entry.
    pub entry: EntryId,
    /// What it says.
    pub input: DecisionInput,
}

/// Notes a decision and gives it the next number of the gathering's year.
///
/// # Errors
/// [`Halt::Refused`] for a vote that is not whole or does not bear the result, and for
/// minutes that are no draft any more.
pub fn add_decision(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    new: NewDecision,
) -> Result<DecisionId, Halt> {
    let entry = records::entry(conn, new.entry)?.ok_or(Halt::Missing)?;
    let scene = draft(conn, entry.minutes)?;
    let network = scene.minutes.network;
    let year = i64::from(scene.gathering.starts.year());
    let decision = Decision {
        id: moment.id(),
        network,
        minutes: entry.minutes,
        entry: entry.id,
        year,
        number: 1 + records::last_decision_number(conn, network, year)?,
        vote: Vote::read(new.input.counts, new.input.result)?,
        wording: new.input.wording,
        internal: new.input.internal,
        result: new.input.result,
        version: 1,
        settled_at: None,
        settled_by: String::new(),
    };
    records::add_decision(conn, &decision, (&who.name, moment.now()))?;
    let label = decision.label();
    note(conn, moment, (who, &scene.minutes), "decision-noted", label)?;
    Ok(decision.id)
}

/// Changes a decision that was seen in a version.
///
/// # Errors
/// Those of [`add_decision`], and [`Halt::Stale`] where somebody else was faster.
pub fn change_decision(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (id, version): (DecisionId, i64),
    input: DecisionInput,
) -> Result<(), Halt> {
    let old = records::decision(conn, id)?.ok_or(Halt::Missing)?;
    let scene = draft(conn, old.minutes)?;
    if old.version != version {
        return Err(Halt::Stale);
    }
    let decision = Decision {
        vote: Vote::read(input.counts, input.result)?,
        wording: input.wording,
        internal: input.internal,
        result: input.result,
        version: version + 1,
        ..old
    };
    records::change_decision(conn, &decision)?;
    let label = decision.label();
    note(
        conn,
        moment,
        (who, &scene.minutes),
        "decision-changed",
        label,
    )?;
    Ok(())
}

/// Takes a decision out of a draft; its number is not given again.
///
/// # Errors
/// [`Halt::Refused`] where the minutes are no draft any more.
pub fn remove_decision(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    id: DecisionId,
) -> Result<(), Halt> {
    let decision = records::decision(conn, id)?.ok_or(Halt::Missing)?;
    let scene = draft(conn, decision.minutes)?;
    records::remove_decision(conn, id)?;
    let label = decision.label();
    note(
        conn,
        moment,
        (who, &scene.minutes),
        "decision-removed",
        label,
    )?;
    Ok(())
}

/// Says that a decision is carried out or taken up again, or that it is open after all.
///
/// # Errors
/// [`Halt::Missing`] for a decision that is not there.
pub fn set_decision_open(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    id: DecisionId,
    is_open: bool,
) -> Result<(), Halt> {
    let decision = records::decision(conn, id)?.ok_or(Halt::Missing)?;
    let scene = scene(conn, decision.minutes)?;
    let at = (!is_open).then(|| moment.now());
    let by = if is_open { "" } else { who.name.as_str() };
    records::settle_decision(conn, id, (by, at))?;
    let verb = if is_open {
        "decision-reopened"
    } else {
        "decision-settled"
    };
    note(conn, moment, (who, &scene.minutes), verb, decision.label())?;
    Ok(())
}
