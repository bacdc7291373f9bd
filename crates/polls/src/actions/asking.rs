//! Asking: trying the mail out, laying the letters out, reminding.

use base::access::Actor;
use base::{Fault, Halt, Moment};
use gatherings::State;
use invitations::Chosen;
use outbox::State as Sent;
use store::Conn;
use uuid::Uuid;

use super::{is_out_of_reach, known, letter, note};
use crate::letters::{ASK, REMINDER, TEST};
use crate::records;
use crate::rules::{Asked, DatePoll, PollState, Stage};

/// Somebody whom a poll means.
pub(crate) struct Reached {
    /// Who, and what led to it.
    pub(crate) chosen: Chosen,
    /// Whether a letter can go to this person.
    pub(crate) by_mail: bool,
}

/// Everybody whom a poll means, each once, as the register knows them on the first of its days.
pub(crate) fn reached(conn: &mut Conn<'_>, poll: &DatePoll) -> Result<Vec<Reached>, Fault> {
    let first = records::dates(conn, poll.id)?
        .first()
        .map(|it| it.starts.date());
    let day = first.unwrap_or(poll.until);
    invitations::chosen(conn, (poll.network, day), &poll.choice)?
        .into_iter()
        .map(|chosen| {
            let by_mail = !is_out_of_reach(conn, &chosen.guest.person)?;
            Ok(Reached { chosen, by_mail })
        })
        .collect()
}

/// Sends a poll's mail to the one who prepares it, at once.
///
/// # Errors
/// Refused where the person has no mail address.
pub fn send_test(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    id: Uuid,
) -> Result<(), Halt> {
    let poll = known(conn, id)?;
    let person = match who.person {
        Some(id) => register::person(conn, id)?,
        None => None,
    };
    let Some(person) = person.filter(|it| !it.mail.is_empty()) else {
        return Err(Halt::no("invitations-fault-no-own-address"));
    };
    let subject = poll.id.to_string();
    let letter = letter(&poll, (TEST, &subject), &person, &who.name);
    outbox::send_now(conn, moment, &letter)?;
    Ok(())
}

/// How many people a poll asks, and how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LaidOut {
    /// Letters that wait in the outbox now.
    pub letters: usize,
    /// People whom no mail reaches; the office asks them in another way.
    pub without_address: usize,
}

/// Opens a poll: writes down everybody whom it means, and lays out one letter for each of them.
///
/// # Errors
/// [`Halt::Stale`] when people were asked before; refused where it means nobody, its last day
/// for answers is over, or its gathering is over or called off.
pub fn lay_out(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    id: Uuid,
) -> Result<LaidOut, Halt> {
    let poll = known(conn, id)?;
    if poll.state != PollState::Draft {
        return Err(Halt::Stale);
    }
    if poll.until < poll.day_of(moment.now()) {
        return Err(Halt::no("polls-fault-until-past"));
    }
    check_gathering(conn, &poll)?;
    let mut laid_out = LaidOut::default();
    for reached in reached(conn, &poll)? {
        let person = &reached.chosen.guest.person;
        let asked = Asked {
            id: moment.id(),
            poll: poll.id,
            person: person.id,
            via: reached.chosen.via.clone(),
            remark: String::new(),
            answered_at: None,
            through: String::new(),
        };
        records::add_asked(conn, &asked)?;
        if !reached.by_mail {
            laid_out.without_address += 1;
            continue;
        }
        let subject = asked.id.to_string();
        let letter = letter(&poll, (ASK, &subject), person, &who.name);
        outbox::lay_out(conn, moment, &letter)?;
        laid_out.letters += 1;
    }
    if laid_out == LaidOut::default() {
        return Err(Halt::no("polls-fault-nobody"));
    }
    records::set_state(conn, poll.id, PollState::Open)?;
    let count = (laid_out.letters + laid_out.without_address).to_string();
    note(conn, moment, who, &poll, ("date-poll-laid-out", count))?;
    Ok(laid_out)
}

/// A gathering that is over or called off needs no day any more.
pub(super) fn check_gathering(conn: &mut Conn<'_>, poll: &DatePoll) -> Result<(), Halt> {
    let Some(id) = poll.gathering else {
        return Ok(());
    };
    let it = gatherings::gathering(conn, id)?;
    let is_open = it.is_some_and(|it| matches!(it.state, State::Draft | State::Announced));
    if is_open {
        Ok(())
    } else {
        Err(Halt::no("polls-fault-gathering-over"))
    }
}

/// Lays out a reminder for everybody who was asked and has not answered; how many.
///
/// # Errors
/// Refused unless answers are taken, and where nobody is left to be reminded.
pub fn remind(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    id: Uuid,
) -> Result<usize, Halt> {
    let poll = known(conn, id)?;
    if poll.stage(moment.now()) != Stage::Running {
        return Err(Halt::no("polls-fault-not-running"));
    }
    let mut count = 0_usize;
    for asked in records::asked_of(conn, poll.id)? {
        if asked.answered_at.is_some() || has_waiting_letter(conn, &asked)? {
            continue;
        }
        let Some(person) = register::person(conn, asked.person)? else {
            continue;
        };
        if person.ended || is_out_of_reach(conn, &person)? {
            continue;
        }
        let subject = asked.id.to_string();
        let letter = letter(&poll, (REMINDER, &subject), &person, &who.name);
        outbox::lay_out(conn, moment, &letter)?;
        count += 1;
    }
    if count == 0 {
        return Err(Halt::no("polls-fault-nobody-to-remind"));
    }
    let detail = count.to_string();
    note(conn, moment, who, &poll, ("date-poll-reminded", detail))?;
    Ok(count)
}

/// Whether something is on its way to the person: the question, or a reminder.
fn has_waiting_letter(conn: &mut Conn<'_>, asked: &Asked) -> Result<bool, Fault> {
    let subject = asked.id.to_string();
    for kind in [ASK, REMINDER] {
        let letters = outbox::letters_about(conn, kind, &subject)?;
        if letters
            .iter()
            .any(|it| matches!(it.state, Sent::Waiting | Sent::Queued))
        {
            return Ok(true);
        }
    }
    Ok(false)
}
