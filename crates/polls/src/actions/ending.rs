//! The end of a poll: closed, extended, taken back, or settled on a day.

use base::access::Actor;
use base::{GatheringId, Halt, Moment};
use gatherings::{Fold, GatheringInput, Inform, LocalInput, When};
use jiff::civil::Date;
use store::Conn;
use uuid::Uuid;

use super::asking::check_gathering;
use super::{is_out_of_reach, known, letter, note};
use crate::letters::{ASK, REMINDER, SETTLED};
use crate::records;
use crate::rules::{DatePoll, PollState, ProposedDate};

/// Ends a poll before its time; answers are taken no more.
///
/// # Errors
/// Refused unless it is open.
pub fn close(conn: &mut Conn<'_>, moment: &mut Moment, who: &Actor, id: Uuid) -> Result<(), Halt> {
    let poll = known(conn, id)?;
    if poll.state != PollState::Open {
        return Err(Halt::no("polls-fault-not-running"));
    }
    records::set_state(conn, id, PollState::Closed)?;
    note(
        conn,
        moment,
        who,
        &poll,
        ("date-poll-closed", String::new()),
    )?;
    Ok(())
}

/// Says until when answers are taken, and takes them again where the poll was closed.
///
/// # Errors
/// Refused for a day that is over or not before the first of the poll's days, and where the
/// poll has come to its end.
pub fn set_deadline(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (id, until): (Uuid, Date),
) -> Result<(), Halt> {
    let poll = known(conn, id)?;
    if !poll.stage(moment.now()).can_be_settled() {
        return Err(Halt::no("polls-fault-ended"));
    }
    if until < poll.day_of(moment.now()) {
        return Err(Halt::at("until", "polls-fault-until-past"));
    }
    let first = records::dates(conn, id)?.first().map(|it| it.starts.date());
    if first.is_some_and(|first| first <= until) {
        return Err(Halt::at("until", "polls-fault-until-late"));
    }
    records::set_deadline(conn, id, until)?;
    records::set_state(conn, id, PollState::Open)?;
    let detail = until.to_string();
    note(conn, moment, who, &poll, ("date-poll-extended", detail))?;
    Ok(())
}

/// Takes a poll back: what waits in the outbox is not sent. One in which nobody was asked is
/// deleted.
///
/// # Errors
/// Refused once a day is settled on or it was taken back.
pub fn withdraw(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    id: Uuid,
) -> Result<(), Halt> {
    let poll = known(conn, id)?;
    let verb = if poll.state == PollState::Draft {
        records::remove(conn, id)?;
        "date-poll-deleted"
    } else if poll.stage(moment.now()).can_be_settled() {
        records::set_state(conn, id, PollState::Withdrawn)?;
        recall(conn, &poll)?;
        "date-poll-withdrawn"
    } else {
        return Err(Halt::no("polls-fault-ended"));
    };
    let detail = poll.title.clone();
    note(conn, moment, who, &poll, (verb, detail))?;
    Ok(())
}

/// Takes back what asks for an answer and has not gone out.
fn recall(conn: &mut Conn<'_>, poll: &DatePoll) -> Result<(), Halt> {
    for asked in records::asked_of(conn, poll.id)? {
        let subject = asked.id.to_string();
        outbox::withdraw_waiting(conn, ASK, &subject)?;
        outbox::withdraw_waiting(conn, REMINDER, &subject)?;
    }
    Ok(())
}

/// Makes one of the days the gathering's, plans a gathering where there is none yet, and lays
/// out a letter to everybody who was asked.
///
/// # Errors
/// [`Halt::Missing`] for a day that is not the poll's; refused where the poll has come to its
/// end, the day is over, or the gathering cannot be moved.
pub fn settle(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (id, date): (Uuid, Uuid),
    inform: Option<Inform>,
) -> Result<GatheringId, Halt> {
    let poll = known(conn, id)?;
    let dates = records::dates(conn, id)?;
    let date = dates.iter().find(|it| it.id == date).ok_or(Halt::Missing)?;
    if !poll.stage(moment.now()).can_be_settled() {
        return Err(Halt::no("polls-fault-ended"));
    }
    check_gathering(conn, &poll)?;
    let when = when(&poll, date)?;
    if when.starts_at <= moment.now() {
        return Err(Halt::no("polls-fault-past"));
    }
    let gathering = placed(conn, moment, who, &poll, (when, inform))?;
    recall(conn, &poll)?;
    records::set_settled(conn, (id, date.id), gathering)?;
    tell(conn, moment, who, &poll)?;
    let detail = date.starts.to_string();
    note(conn, moment, who, &poll, ("date-poll-settled", detail))?;
    Ok(gathering)
}

/// The gathering on its day: moved there, or planned where there was none.
fn placed(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    poll: &DatePoll,
    (when, inform): (When, Option<Inform>),
) -> Result<GatheringId, Halt> {
    let Some(id) = poll.gathering else {
        let input = GatheringInput {
            group: poll.group,
            ..GatheringInput::new(&poll.title, when)
        };
        return gatherings::plan_gathering(conn, moment, who, poll.network, &input);
    };
    let it = gatherings::gathering(conn, id)?.ok_or(Halt::Missing)?;
    let input = GatheringInput {
        when,
        ..GatheringInput::of(&it)
    };
    gatherings::change_gathering(conn, moment, who, id, (&input, inform))?;
    Ok(id)
}

fn when(poll: &DatePoll, date: &ProposedDate) -> Result<When, Halt> {
    let local = LocalInput {
        end_day: Some(date.ends.date()),
        start_fold: Some(Fold::First),
        end_fold: Some(Fold::First),
        ..LocalInput::on(
            date.starts.date(),
            date.starts.time(),
            date.ends.time(),
            &poll.zone,
        )
    };
    local.resolved().map_err(Halt::Refused)
}

/// Lays out the news for everybody who was asked and whom a mail reaches.
fn tell(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    poll: &DatePoll,
) -> Result<(), Halt> {
    for asked in records::asked_of(conn, poll.id)? {
        let subject = asked.id.to_string();
        let Some(person) = register::person(conn, asked.person)? else {
            continue;
        };
        if person.ended || is_out_of_reach(conn, &person)? {
            continue;
        }
        let letter = letter(poll, (SETTLED, &subject), &person, &who.name);
        outbox::lay_out(conn, moment, &letter)?;
    }
    Ok(())
}
