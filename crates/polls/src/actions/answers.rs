//! Answers: from a mail's link, from an account, by the office for somebody.

use base::access::Actor;
use base::{Blame, Halt, Moment, NetworkId, PersonId};
use jiff::Timestamp;
use register::access_links;
use store::Conn;
use uuid::Uuid;

use super::{known, note};
use crate::letters::BY_LINK;
use crate::records;
use crate::rules::{Asked, DatePoll, Fits, Stage};

/// What somebody says of the days of a poll.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spoken {
    /// Whether each of them suits, in their order; none where nothing was chosen.
    pub fits: Vec<Option<Fits>>,
    /// What else is said.
    pub remark: String,
}

/// What lies behind a link in a mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ByLink {
    /// Who was asked.
    pub asked: Asked,
    /// The poll.
    pub poll: DatePoll,
}

/// What a link leads to; none where it is unknown, revoked, past its term, or the person it
/// was issued to is no longer the one asked.
pub fn by_link(conn: &mut Conn<'_>, token: &str, now: Timestamp) -> Result<Option<ByLink>, Halt> {
    let Some(link) = access_links::find(conn, BY_LINK, token, now)? else {
        return Ok(None);
    };
    let Ok(id) = link.subject.parse::<Uuid>() else {
        return Ok(None);
    };
    let Some(asked) = records::asked(conn, id)? else {
        return Ok(None);
    };
    if link.person != Some(asked.person) {
        return Ok(None);
    }
    let poll = known(conn, asked.poll)?;
    Ok(Some(ByLink { asked, poll }))
}

/// Answers from a mail.
///
/// # Errors
/// [`Halt::Missing`] for a link that opens nothing; refused where a day has no answer, or once
/// no answers are taken any more.
pub fn answer_by_link(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    token: &str,
    spoken: &Spoken,
) -> Result<(), Halt> {
    let found = by_link(conn, token, moment.now())?.ok_or(Halt::Missing)?;
    let person = register::person(conn, found.asked.person)?.ok_or(Halt::Missing)?;
    let name = Actor {
        name: person.name,
        ..Actor::default()
    };
    record(conn, moment, &name, (&found, "link"), spoken)
}

/// What somebody is asked in a poll of a network; none where that is nothing.
pub(crate) fn for_oneself(
    conn: &mut Conn<'_>,
    (network, poll): (NetworkId, Uuid),
    person: Option<PersonId>,
) -> Result<Option<ByLink>, Halt> {
    let Some(person) = person else {
        return Ok(None);
    };
    let Some(poll) = records::poll(conn, poll)?.filter(|it| it.network == network) else {
        return Ok(None);
    };
    let asked = records::asked_by_person(conn, poll.id, person)?;
    Ok(asked.map(|asked| ByLink { asked, poll }))
}

/// Answers for oneself, signed in.
///
/// # Errors
/// [`Halt::Missing`] for somebody who was not asked; refused as [`answer_by_link`] is.
pub fn answer_as_asked(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (network, poll): (NetworkId, Uuid),
    spoken: &Spoken,
) -> Result<(), Halt> {
    let found = for_oneself(conn, (network, poll), who.person)?.ok_or(Halt::Missing)?;
    record(conn, moment, who, (&found, "account"), spoken)
}

/// Answers for somebody who told the office, also after the last day for answers.
///
/// # Errors
/// Refused where a day has no answer, or once the poll has come to its end.
pub fn answer_for(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    asked: Uuid,
    spoken: &Spoken,
) -> Result<(), Halt> {
    let asked = records::asked(conn, asked)?.ok_or(Halt::Missing)?;
    let poll = known(conn, asked.poll)?;
    record(
        conn,
        moment,
        who,
        (&ByLink { asked, poll }, "office"),
        spoken,
    )
}

fn record(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (found, through): (&ByLink, &'static str),
    spoken: &Spoken,
) -> Result<(), Halt> {
    let stage = found.poll.stage(moment.now());
    let is_taken = match through {
        "office" => stage.can_be_settled(),
        _ => stage == Stage::Running,
    };
    if !is_taken {
        return Err(Halt::no("polls-fault-not-running"));
    }
    let dates = records::dates(conn, found.poll.id)?;
    let mut answers = Vec::new();
    let mut blames = Vec::new();
    for (place, date) in dates.iter().enumerate() {
        match spoken.fits.get(place).copied().flatten() {
            Some(fits) => answers.push((date.id, fits)),
            None => blames.push(Blame::at(field(place), "polls-fault-unanswered")),
        }
    }
    if !blames.is_empty() {
        return Err(Halt::Refused(blames));
    }
    let said = (spoken.remark.as_str(), through, moment.now());
    records::put_answers(conn, found.asked.id, &answers, said)?;
    let words: Vec<_> = answers.iter().map(|(_, fits)| fits.word()).collect();
    let detail = format!("{} ({through})", words.join(", "));
    note(
        conn,
        moment,
        who,
        &found.poll,
        ("date-poll-answered", detail),
    )?;
    Ok(())
}

/// The field of a day in the form of an answer.
pub(crate) fn field(place: usize) -> String {
    format!("day{}", place + 1)
}
