//! Writing a poll down before anybody is asked.

use base::access::Actor;
use base::{Blame, GatheringId, GroupId, Halt, Moment, NetworkId};
use gatherings::{State, When};
use invitations::Choice;
use jiff::civil::Date;
use store::Conn;
use uuid::Uuid;

use super::{known, note};
use crate::records;
use crate::rules::{DatePoll, LEAST_DATES, MOST_DATES, PollState, ProposedDate};

/// A poll as the office makes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PollInput {
    /// The gathering whose day is looked for; none where there is none yet.
    pub gathering: Option<GatheringId>,
    /// The group that is to meet, where there is no gathering yet.
    pub group: Option<GroupId>,
    /// What the day is for.
    pub title: String,
    /// What else is to be said.
    pub note: String,
    /// The days to choose from, each with the number of its row in the form.
    pub dates: Vec<(usize, When)>,
    /// The last day on which answers are taken.
    pub until: Date,
    /// Whom the office means.
    pub choice: Choice,
}

/// Writes a poll down; `known` is one that is written anew.
///
/// # Errors
/// [`Halt::Stale`] once people were asked; refused where there is nothing to choose from, a day
/// is over or comes twice, nobody is chosen, the deadline is no day before the first of the
/// days, or the gathering is none whose day can change.
pub fn put_poll(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (network, known): (NetworkId, Option<Uuid>),
    input: PollInput,
) -> Result<Uuid, Halt> {
    let before = match known {
        Some(id) => Some(drafted(conn, network, id)?),
        None => None,
    };
    check(moment, &input)?;
    let (group, zone) = ties(conn, network, &input)?;
    let poll = DatePoll {
        id: before.as_ref().map_or_else(|| moment.id(), |it| it.id),
        network,
        group,
        gathering: input.gathering,
        title: input.title,
        note: input.note,
        zone,
        until: input.until,
        choice: input.choice,
        state: PollState::Draft,
        made_at: before.as_ref().map_or(moment.now(), |it| it.made_at),
        made_by: before.map_or_else(|| who.name.clone(), |it| it.made_by),
        last_start: input.dates.iter().map(|(_, when)| when.starts).max(),
        needs_no_day: false,
    };
    let today = poll.day_of(moment.now());
    if poll.until < today {
        return Err(Halt::at("until", "polls-fault-until-past"));
    }
    records::put(conn, &poll)?;
    let dates: Vec<_> = input
        .dates
        .iter()
        .map(|(_, when)| ProposedDate {
            id: moment.id(),
            starts: when.starts,
            ends: when.ends,
            is_settled: false,
        })
        .collect();
    records::put_dates(conn, poll.id, &dates)?;
    let detail = poll.title.clone();
    note(conn, moment, who, &poll, ("date-poll-written", detail))?;
    Ok(poll.id)
}

fn drafted(conn: &mut Conn<'_>, network: NetworkId, id: Uuid) -> Result<DatePoll, Halt> {
    let poll = known(conn, id)?;
    if poll.network != network {
        return Err(Halt::Missing);
    }
    match poll.state {
        PollState::Draft => Ok(poll),
        _ => Err(Halt::Stale),
    }
}

/// What is wrong with it in itself.
fn check(moment: &Moment, input: &PollInput) -> Result<(), Halt> {
    let mut blames = Vec::new();
    if input.dates.len() < LEAST_DATES {
        let missing = input.dates.len() + 1;
        blames.push(Blame::at(format!("d{missing}_day"), "polls-fault-few"));
    }
    if input.dates.len() > MOST_DATES {
        blames.push(Blame::at("rows", "polls-fault-many").with("most", MOST_DATES));
    }
    for (place, (number, when)) in input.dates.iter().enumerate() {
        let field = format!("d{number}_day");
        let mut others = input.dates.iter().take(place);
        if when.starts_at <= moment.now() {
            blames.push(Blame::at(field, "polls-fault-past"));
        } else if others.any(|(_, it)| (it.starts, it.ends) == (when.starts, when.ends)) {
            blames.push(Blame::at(field, "polls-fault-twice"));
        }
    }
    let first = input.dates.iter().map(|(_, when)| when.starts.date()).min();
    if first.is_some_and(|first| first <= input.until) {
        blames.push(Blame::at("until", "polls-fault-until-late"));
    }
    if input.choice.is_empty() {
        blames.push(Blame::at("people", "invitations-fault-nobody"));
    }
    if blames.is_empty() {
        Ok(())
    } else {
        Err(Halt::Refused(blames))
    }
}

/// The group and the zone that a poll takes over from what it is about.
fn ties(
    conn: &mut Conn<'_>,
    network: NetworkId,
    input: &PollInput,
) -> Result<(Option<GroupId>, String), Halt> {
    if let Some(id) = input.gathering {
        let it = gatherings::gathering(conn, id)?.filter(|it| {
            it.network == network && matches!(it.state, State::Draft | State::Announced)
        });
        let it = it.ok_or_else(|| Halt::at("gathering", "fault-choice"))?;
        return Ok((it.group, it.zone));
    }
    if let Some(id) = input.group
        && register::group(conn, id)?.is_none_or(|it| it.network != network)
    {
        return Err(Halt::at("group", "fault-choice"));
    }
    let network = register::network(conn, network)?.ok_or(Halt::Missing)?;
    Ok((input.group, network.zone))
}
