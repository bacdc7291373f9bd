//! The end of a poll: closed, extended, taken back, or settled on a day.

use base::access::Actor;
use base::{Fault, GatheringId, Halt, Moment, PersonId};
use gatherings::{Fold, Gathering, GatheringInput, Inform, LocalInput, State, When};
use jiff::civil::Date;
use register::Person;
use store::Conn;
use uuid::Uuid;

use super::asking::check_gathering;
use super::{is_out_of_reach, known, letter, note};
use crate::letters::{ASK, REMINDER, SETTLED};
use crate::records;
use crate::rules::{Asked, DatePoll, PollState, ProposedDate};

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
    } else if poll.stage(moment.now()).can_be_withdrawn() {
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
/// out a letter to everybody who was asked and is not told of the change as one of the invited.
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
    let (gathering, told) = placed(conn, moment, who, &poll, (when, inform))?;
    recall(conn, &poll)?;
    records::set_settled(conn, (id, date.id), gathering)?;
    tell(conn, moment, who, &poll, &told)?;
    let detail = date.starts.to_string();
    note(conn, moment, who, &poll, ("date-poll-settled", detail))?;
    Ok(gathering)
}

/// The gathering on its day: moved there, or planned where there was none. With it those whom
/// the change of an invitation tells the day.
fn placed(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    poll: &DatePoll,
    (when, inform): (When, Option<Inform>),
) -> Result<(GatheringId, Vec<PersonId>), Halt> {
    let Some(id) = poll.gathering else {
        let input = GatheringInput {
            group: poll.group,
            ..GatheringInput::new(&poll.title, when)
        };
        let id = gatherings::plan_gathering(conn, moment, who, poll.network, &input)?;
        return Ok((id, Vec::new()));
    };
    let it = gatherings::gathering(conn, id)?.ok_or(Halt::Missing)?;
    let input = GatheringInput {
        when,
        ..GatheringInput::of(&it)
    };
    let moved = gatherings::change_gathering(conn, moment, who, id, (&input, inform))?;
    let is_told = moved.sequence > it.sequence;
    let told = if is_told {
        invited(conn, id)?
    } else {
        Vec::new()
    };
    Ok((id, told))
}

/// Those whose invitation to a gathering went out.
fn invited(conn: &mut Conn<'_>, id: GatheringId) -> Result<Vec<PersonId>, Fault> {
    let stand = gatherings::invitations(conn, id)?.into_iter();
    Ok(stand
        .filter(|it| it.invited_at.is_some())
        .map(|it| it.person)
        .collect())
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

/// Everybody who was asked and whom a mail reaches.
fn reachable(conn: &mut Conn<'_>, poll: &DatePoll) -> Result<Vec<(Asked, Person)>, Fault> {
    let mut found = Vec::new();
    for asked in records::asked_of(conn, poll.id)? {
        let Some(person) = register::person(conn, asked.person)? else {
            continue;
        };
        if !person.ended && !is_out_of_reach(conn, &person)? {
            found.push((asked, person));
        }
    }
    Ok(found)
}

/// How many letters settling on a day lays out, and how many of those asked are invited to the
/// gathering, too: where its day changes and the invited are told, these get no other letter.
pub(crate) fn news_counts(
    conn: &mut Conn<'_>,
    (poll, date): (&DatePoll, &ProposedDate),
) -> Result<(usize, usize), Fault> {
    let people = reachable(conn, poll)?;
    let it = match poll.gathering {
        Some(id) => gatherings::gathering(conn, id)?,
        None => None,
    };
    let is_change = |it: &Gathering| {
        it.state == State::Announced && (it.starts, it.ends) != (date.starts, date.ends)
    };
    let invited = match it.filter(is_change) {
        Some(it) => invited(conn, it.id)?,
        None => Vec::new(),
    };
    let both = people.iter().filter(|(_, it)| invited.contains(&it.id));
    Ok((people.len(), both.count()))
}

/// Lays out the news for everybody who was asked and whom a mail reaches, but for those who are
/// told already.
fn tell(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    poll: &DatePoll,
    told: &[PersonId],
) -> Result<(), Halt> {
    for (asked, person) in reachable(conn, poll)? {
        if told.contains(&person.id) {
            continue;
        }
        let subject = asked.id.to_string();
        let letter = letter(poll, (SETTLED, &subject), &person, &who.name);
        outbox::lay_out(conn, moment, &letter)?;
    }
    Ok(())
}
