//! Topics: proposed by members, assigned or declined by the office.

use base::access::Actor;
use base::{Fault, GatheringId, Halt, Moment, NetworkId, OrganisationId, PersonId, TopicId};
use gatherings::{Gathering, State};
use jiff::ToSpan;
use jiff::civil::Date;
use outbox::{About, NewLetter};
use store::{Conn, Entry};

use crate::letters::TOPIC;
use crate::records;
use crate::rules::{DEADLINE_DAYS, Topic, TopicState};

/// What a topic says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TopicInput {
    /// What it is about.
    pub title: String,
    /// Explanation.
    pub text: String,
    /// Who proposes it; none where the office notes it.
    pub person: Option<PersonId>,
    /// The organisation behind it.
    pub organisation: Option<OrganisationId>,
    /// The gathering that it is meant for.
    pub wished: Option<GatheringId>,
}

/// Proposes a topic.
///
/// # Errors
/// Refused where the organisation is not the network's, or where the gathering takes no
/// proposals any more.
pub fn propose_topic(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    network: NetworkId,
    input: &TopicInput,
) -> Result<TopicId, Halt> {
    check_organisation(conn, network, input.organisation)?;
    if let Some(id) = input.wished {
        let it = gatherings::gathering(conn, id)?
            .filter(|it| it.network == network)
            .ok_or(Halt::Missing)?;
        let today = local_day(moment, &it)?;
        if !is_open_for_proposals(conn, &it, today)? {
            return Err(Halt::no("planning-fault-deadline"));
        }
    }
    let topic = Topic {
        id: moment.id(),
        network,
        title: input.title.clone(),
        text: input.text.clone(),
        person: input.person,
        person_name: String::new(),
        organisation: input.organisation,
        organisation_name: String::new(),
        wished: input.wished,
        gathering: None,
        item: None,
        dismissed: false,
        answer: String::new(),
        created_at: moment.now(),
    };
    records::topics::add(conn, &topic)?;
    note(conn, moment, who, &topic, "topic-proposed")?;
    Ok(topic.id)
}

fn local_day(moment: &Moment, it: &Gathering) -> Result<Date, Fault> {
    moment
        .now()
        .in_tz(&it.zone)
        .map(|now| now.date())
        .map_err(|cause| Fault::because("find the day of a proposal", cause))
}

fn check_organisation(
    conn: &mut Conn<'_>,
    network: NetworkId,
    id: Option<OrganisationId>,
) -> Result<(), Halt> {
    let Some(id) = id else { return Ok(()) };
    match register::organisation(conn, id)? {
        Some(organisation) if organisation.network == network => Ok(()),
        _ => Err(Halt::at("organisation", "fault-choice")),
    }
}

/// Changes what a topic says; an item that it became already keeps its own words.
pub fn change_topic(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    id: TopicId,
    input: &TopicInput,
) -> Result<(), Halt> {
    let mut topic = known(conn, id)?;
    check_organisation(conn, topic.network, input.organisation)?;
    topic.title.clone_from(&input.title);
    topic.text.clone_from(&input.text);
    topic.organisation = input.organisation;
    records::topics::change(conn, &topic, moment.now())?;
    note(conn, moment, who, &topic, "topic-changed")?;
    Ok(())
}

/// Puts a topic onto the agenda of a gathering, and tells whoever proposed it.
///
/// # Errors
/// Refused unless it is open and the gathering lies ahead.
pub fn assign_topic(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (id, gathering): (TopicId, GatheringId),
) -> Result<(), Halt> {
    let mut topic = known(conn, id)?;
    if topic.state() != TopicState::Open {
        return Err(Halt::no("planning-fault-topic-settled"));
    }
    let is_ahead = gatherings::gathering(conn, gathering)?.is_some_and(|it| {
        it.network == topic.network && matches!(it.state, State::Draft | State::Announced)
    });
    if !is_ahead {
        return Err(Halt::at("gathering", "fault-choice"));
    }
    let item =
        gatherings::add_agenda_item(conn, moment, who, gathering, &topic.title, &topic.text)?;
    topic.gathering = Some(gathering);
    topic.item = Some(item);
    records::topics::change(conn, &topic, moment.now())?;
    note(conn, moment, who, &topic, "topic-assigned")?;
    tell(conn, moment, who, &topic)?;
    Ok(())
}

/// Declines a topic with a word for whoever proposed it, who is told at once.
///
/// # Errors
/// Refused unless it is open.
pub fn dismiss_topic(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (id, answer): (TopicId, &str),
) -> Result<(), Halt> {
    let mut topic = known(conn, id)?;
    if topic.state() != TopicState::Open {
        return Err(Halt::no("planning-fault-topic-settled"));
    }
    topic.dismissed = true;
    answer.clone_into(&mut topic.answer);
    records::topics::change(conn, &topic, moment.now())?;
    note(conn, moment, who, &topic, "topic-dismissed")?;
    tell(conn, moment, who, &topic)?;
    Ok(())
}

/// Answers whoever proposed a topic, unless they decided themselves or no mail reaches them.
fn tell(conn: &mut Conn<'_>, moment: &mut Moment, who: &Actor, topic: &Topic) -> Result<(), Fault> {
    let Some(id) = topic.person.filter(|id| who.person != Some(*id)) else {
        return Ok(());
    };
    let Some(person) = register::person(conn, id)?.filter(|it| !it.ended) else {
        return Ok(());
    };
    if person.mail.is_empty() || outbox::is_paused(conn, &person.mail)? {
        return Ok(());
    }
    let letter = NewLetter {
        network: Some(topic.network),
        kind: TOPIC,
        subject: &topic.id.to_string(),
        detail: String::new(),
        about: About {
            title: topic.title.clone(),
            day: None,
        },
        to_name: &person.name,
        to_address: &person.mail,
        lang: person.lang,
        by: &who.name,
    };
    outbox::send_now(conn, moment, &letter).map(drop)
}

/// Takes an assignment or a refusal back: the topic waits again, its agenda item goes.
///
/// # Errors
/// Refused where the topic waits already, or something hangs on the item.
pub fn reopen_topic(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    id: TopicId,
) -> Result<(), Halt> {
    let mut topic = known(conn, id)?;
    if topic.state() == TopicState::Open {
        return Err(Halt::no("planning-fault-topic-open"));
    }
    if let (Some(gathering), Some(item)) = (topic.gathering, topic.item) {
        gatherings::remove_agenda_item(conn, moment, who, (gathering, item))?;
    }
    topic.gathering = None;
    topic.item = None;
    topic.dismissed = false;
    topic.answer.clear();
    records::topics::change(conn, &topic, moment.now())?;
    note(conn, moment, who, &topic, "topic-reopened")?;
    Ok(())
}

/// The last day on which items can be proposed for a gathering.
pub fn deadline(conn: &mut Conn<'_>, it: &Gathering) -> Result<Date, Fault> {
    let set = records::topics::deadline(conn, it.id)?;
    let start = it.starts.date();
    Ok(set.unwrap_or_else(|| start.checked_sub(DEADLINE_DAYS.days()).unwrap_or(start)))
}

/// Sets the last day for proposals; none leaves it to the rule.
///
/// # Errors
/// Refused where the day lies after the gathering.
pub fn set_deadline(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (it, day): (&Gathering, Option<Date>),
) -> Result<(), Halt> {
    if day.is_some_and(|day| day > it.starts.date()) {
        return Err(Halt::at("day", "planning-fault-deadline-late"));
    }
    records::topics::set_deadline(conn, it.id, day)?;
    conn.note(
        moment,
        &Entry {
            network: Some(it.network),
            account: who.account,
            actor: &who.name,
            verb: "proposal-deadline-set",
            kind: "gathering",
            subject: it.id.into(),
            detail: day.map(|day| day.to_string()).unwrap_or_default(),
        },
    )?;
    Ok(())
}

/// Whether items can still be proposed for a gathering.
pub fn is_open_for_proposals(
    conn: &mut Conn<'_>,
    it: &Gathering,
    today: Date,
) -> Result<bool, Fault> {
    Ok(it.state == State::Announced && today <= deadline(conn, it)?)
}

fn known(conn: &mut Conn<'_>, id: TopicId) -> Result<Topic, Halt> {
    records::topics::topic(conn, id)?.ok_or(Halt::Missing)
}

fn note(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    topic: &Topic,
    verb: &'static str,
) -> Result<(), Fault> {
    conn.note(
        moment,
        &Entry {
            network: Some(topic.network),
            account: who.account,
            actor: &who.name,
            verb,
            kind: "topic",
            subject: topic.id.into(),
            detail: topic.title.clone(),
        },
    )
}
