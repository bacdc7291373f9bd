//! Writing a list into the register: one transaction, all or nothing.

use base::access::Actor;
use base::{Halt, Moment};
use jiff::Timestamp;
use store::{Conn, Entry as Noted, Job};
use uuid::Uuid;

use super::check::{day_of, ground, planned, said};
use super::receive::at_once;
use super::writer::Writer;
use super::{UNDO_DAYS, days_after};
use crate::jobs;
use crate::records::{self, Kept, Outcome, State, Transfer};
use crate::rules::{Choice, Line, Planned, Verdict};

/// Writes a list. Where the register has changed since its review, nothing is written and the
/// rows are compared again; where the register refuses a row, nothing is written either.
///
/// # Errors
/// When the database fails; a refusal is the caller's to note, outside of this transaction.
pub(crate) fn write(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    id: Uuid,
    told: impl Fn(usize),
) -> Result<(), Halt> {
    let Some(mut it) = records::transfer(conn, id)? else {
        return Ok(());
    };
    if it.state != State::Writing {
        return Ok(());
    }
    let who = actor(&it);
    let kept = records::every_row(conn, id)?;
    let ground = ground(conn, it.network, (&it.mapping, day_of(moment.now())))?;
    let cells = kept.iter().map(|row| row.cells.as_slice());
    let said = said(cells, &ground.guide, (&it.mapping, it.kind));
    let picked = kept.iter().map(|row| (row.number, row.reviewed.picks));
    let planned = planned(&ground, picked, &said);
    if kept
        .iter()
        .zip(&planned)
        .any(|(kept, now)| is_other(kept, now))
    {
        return again(conn, moment, it);
    }
    // Thousands of records are compared with all others afterwards, while people work.
    register::likeness::put_off(conn)?;
    let mut writer = Writer::new(conn, moment, (&who, &it), &ground);
    let rows = || kept.iter().zip(&said).zip(&planned);
    for ((row, said), now) in rows() {
        if let (Ok(entry), true) = (said, is_taken(row, &now.line)) {
            writer
                .give_up_vote(row.number, entry, &now.line)
                .map_err(|halt| at_row(halt, row.number))?;
        }
    }
    for (place, ((row, said), now)) in rows().enumerate() {
        match said {
            Ok(entry) if is_taken(row, &now.line) => {
                writer
                    .row(row.number, entry, &now.line)
                    .map_err(|halt| at_row(halt, row.number))?;
            }
            _ => writer.outcome.left += usize::from(now.line.verdict != Verdict::Same),
        }
        if place % 100 == 0 {
            told(place);
        }
    }
    writer.parents()?;
    let outcome = writer.outcome;
    register::likeness::take_up(conn, moment)?;
    it.outcome = outcome;
    it.state = State::Written;
    it.written_at = Some(moment.now());
    it.note.clear();
    end(conn, moment, &who, &it)
}

/// Who wrote the list, for the journal: its job comes after the person has gone on.
pub(super) fn actor(it: &Transfer) -> Actor {
    Actor {
        account: it.account,
        name: it.actor.clone(),
        offices: vec![it.network],
        ..Actor::default()
    }
}

fn is_taken(row: &Kept, line: &Line) -> bool {
    row.reviewed.choice != Choice::Leave && matches!(line.verdict, Verdict::New | Verdict::Match)
}

/// Whether something else would become of a row than was reviewed, or a choice holds no longer.
fn is_other(kept: &Kept, now: &Planned) -> bool {
    // What said nothing new is left out by itself, and may say something by now.
    let was_same = kept.reviewed.line.verdict == Verdict::Same;
    let is_taken = was_same || kept.reviewed.choice != Choice::Leave;
    is_taken
        && (kept.reviewed.line != now.line || now.picks(kept.reviewed.picks) != kept.reviewed.picks)
}

fn again(conn: &mut Conn<'_>, moment: &mut Moment, mut it: Transfer) -> Result<(), Halt> {
    it.state = State::Checking;
    super::CHANGED.clone_into(&mut it.note);
    records::update_transfer(conn, &it)?;
    at_once(conn, moment, jobs::CHECK, it.id)
}

/// A refusal of the register, with the row that it is about.
pub(super) fn at_row(halt: Halt, number: usize) -> Halt {
    match halt {
        Halt::Refused(blames) => Halt::Refused(
            blames
                .into_iter()
                .map(|mut blame| {
                    blame.field = number.to_string();
                    blame
                })
                .collect(),
        ),
        other => other,
    }
}

fn end(conn: &mut Conn<'_>, moment: &mut Moment, who: &Actor, it: &Transfer) -> Result<(), Halt> {
    records::clear_rows(conn, it.id)?;
    records::forget_file(conn, it.id)?;
    records::update_transfer(conn, it)?;
    note(conn, moment, who, (it, "transfer-written"))?;
    let subject = it.id.to_string();
    conn.forget_jobs(jobs::FORGET, &subject)?;
    let due: Timestamp = days_after(moment.now(), UNDO_DAYS);
    let job = Job {
        kind: jobs::FORGET_CHANGES,
        subject: &subject,
        due,
    };
    conn.later(moment, &job)?;
    Ok(())
}

/// Writes into the journal how much it was, and no names.
pub(super) fn note(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (it, verb): (&Transfer, &'static str),
) -> Result<(), Halt> {
    let Outcome {
        organisations,
        people,
        changed,
        ..
    } = it.outcome;
    conn.note(
        moment,
        &Noted {
            network: Some(it.network),
            account: who.account,
            actor: &who.name,
            verb,
            kind: "transfer",
            subject: it.id,
            detail: format!("+{organisations} +{people} ~{changed}"),
        },
    )?;
    Ok(())
}
