//! Date polls and what people answer to them.

use base::access::Actor;
use base::{Fault, GroupId, Halt, Moment, NetworkId, PersonId};
use gatherings::LocalInput;
use invitations::Choice;
use polls::{Fits, PollInput, Spoken};
use store::Conn;

use super::data;
use super::events::Day;
use super::networks::Cast;

/// A poll with whom it asks and who answers.
#[derive(Clone)]
pub(super) struct Poll {
    told: data::Poll,
    of: Day,
    group: GroupId,
    besides: Vec<PersonId>,
    answers: Vec<(PersonId, Spoken)>,
}

impl Poll {
    pub(super) fn new(
        cast: &Cast,
        gatherings: &[data::Gathering],
        poll: data::Poll,
    ) -> Result<Self, Fault> {
        let of = gatherings.iter().find(|it| it.day == poll.of);
        let of = of.ok_or_else(|| Fault::new("find the gathering of a poll"))?;
        let group = cast.groups.get(&poll.group).copied();
        let besides = poll.besides.iter().map(|short| person(cast, short));
        let answers = poll.answers.iter().map(|it| {
            let spoken = Spoken {
                fits: it.fits.iter().map(|word| Fits::from_word(word)).collect(),
                remark: it.remark.clone(),
            };
            Ok((person(cast, &it.from)?, spoken))
        });
        Ok(Self {
            of: Day {
                day: of.day,
                title: of.title.clone(),
            },
            group: group.ok_or_else(|| Fault::new("find the group of a poll"))?,
            besides: besides.collect::<Result<_, Fault>>()?,
            answers: answers.collect::<Result<_, Fault>>()?,
            told: poll,
        })
    }
}

/// The person who speaks for an organisation.
fn person(cast: &Cast, short: &str) -> Result<PersonId, Fault> {
    let known = cast.organisations.get(short);
    let known = known.and_then(|(_, it)| cast.people.get(&it.contact_name()));
    known
        .copied()
        .ok_or_else(|| Fault::new(format!("find who speaks for {short}")))
}

/// Writes a poll down and lays its letters out.
pub(super) fn ask(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    network: NetworkId,
    it: &Poll,
) -> Result<(), Halt> {
    let gathering = it.of.find(conn, network)?;
    let dates = it.told.dates.iter().enumerate().map(|(before, date)| {
        let local = LocalInput::on(date.day, date.start, date.end, "Europe/Berlin");
        Ok((before + 1, local.resolved().map_err(Halt::Refused)?))
    });
    let input = PollInput {
        gathering: Some(gathering),
        group: None,
        title: it.of.title.clone(),
        note: it.told.note.trim().to_owned(),
        dates: dates.collect::<Result<_, Halt>>()?,
        until: it.told.until,
        choice: Choice {
            groups: vec![it.group],
            people: it.besides.clone(),
            ..Choice::default()
        },
    };
    let poll = polls::put_poll(conn, moment, who, (network, None), input)?;
    polls::lay_out(conn, moment, who, poll).map(drop)
}

/// Answers as those who were asked.
pub(super) fn answer(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    network: NetworkId,
    it: &Poll,
) -> Result<(), Halt> {
    let gathering = it.of.find(conn, network)?;
    let all = polls::polls_of(conn, network)?;
    let poll = all.iter().find(|poll| poll.gathering == Some(gathering));
    let about = (network, poll.ok_or(Halt::Missing)?.id);
    for (person, spoken) in &it.answers {
        let who = Actor {
            person: Some(*person),
            name: register::person(conn, *person)?.ok_or(Halt::Missing)?.name,
            ..Actor::default()
        };
        polls::answer_as_asked(conn, moment, &who, about, spoken)?;
    }
    Ok(())
}
