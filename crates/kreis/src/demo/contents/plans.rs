//! Plans of years and topics.

use base::access::Actor;
use base::{Fault, GroupId, Halt, Moment, NetworkId, OrganisationId, PersonId};
use gatherings::LocalInput;
use jiff::civil::Date;
use planning::{RowFacts, RowInput, RowKind, TopicInput};
use store::Conn;

use super::data;
use super::events::Day;
use super::networks::Cast;

/// The plan of a year with all that belongs to it.
pub(super) struct Year {
    plan: data::Plan,
    group: Option<GroupId>,
    known: Vec<(Day, RowKind)>,
    hosts: Vec<Option<OrganisationId>>,
}

impl Year {
    pub(super) fn new(
        cast: &Cast,
        gatherings: &[data::Gathering],
        plan: data::Plan,
    ) -> Result<Self, Fault> {
        let known = gatherings
            .iter()
            .filter(|it| it.day.year() == plan.year && it.group.as_deref() == Some(&plan.group))
            .map(|it| (day(it), kind(&plan, it.day)))
            .collect();
        let hosts = plan.rows.iter().map(|row| {
            let Some(short) = &row.host else {
                return Ok(None);
            };
            let host = cast.organisations.get(short);
            host.map(|(id, _)| Some(*id))
                .ok_or_else(|| Fault::new(format!("find the host {short}")))
        });
        let hosts = hosts.collect::<Result<_, Fault>>()?;
        Ok(Self {
            group: cast.groups.get(&plan.group).copied(),
            known,
            hosts,
            plan,
        })
    }
}

fn day(it: &data::Gathering) -> Day {
    Day {
        day: it.day,
        title: it.title.clone(),
    }
}

fn kind(plan: &data::Plan, day: Date) -> RowKind {
    if plan.party.contains(&day) {
        RowKind::Party
    } else if plan.accounts.contains(&day) {
        RowKind::Accounts
    } else {
        RowKind::Meeting
    }
}

/// Plans a year: takes in what is known, adds what is new, publishes where the story says so.
pub(super) fn plan(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    network: NetworkId,
    year: &Year,
) -> Result<(), Halt> {
    let about = (year.plan.year, year.group);
    let plan = planning::begin_plan(conn, moment, who, network, about)?;
    for (day, kind) in &year.known {
        let id = day.find(conn, network)?;
        planning::adopt_gathering(conn, moment, who, &plan, (id, *kind))?;
    }
    let mut rows = Vec::new();
    for (before, (row, host)) in year.plan.rows.iter().zip(&year.hosts).enumerate() {
        let local = LocalInput::on(row.day, row.start, row.end, "Europe/Berlin");
        let when = local.resolved().map_err(Halt::Refused)?;
        rows.push(RowInput {
            number: before + 1,
            gathering: None,
            was: String::new(),
            facts: RowFacts {
                kind: RowKind::from_word(&row.kind)
                    .ok_or_else(|| Fault::new("read a kind of the sample data"))?,
                starts: when.starts,
                ends: when.ends,
                title: row.title.clone(),
                focus: row.focus.clone(),
                host: *host,
                guest_function: String::new(),
                guest_body: String::new(),
            },
            when,
        });
    }
    planning::save_rows(conn, moment, who, (plan.id, &rows, &[]), None)?;
    if year.plan.published {
        planning::publish_plan(conn, moment, who, plan.id)?;
    }
    Ok(())
}

/// A topic with whoever proposes it.
pub(super) struct Proposed {
    topic: data::Topic,
    person: Option<PersonId>,
    organisation: Option<OrganisationId>,
    wished: Option<Day>,
}

impl Proposed {
    pub(super) fn new(cast: &Cast, gatherings: &[data::Gathering], topic: data::Topic) -> Self {
        let from = topic.from.as_ref();
        let from = from.and_then(|short| cast.organisations.get(short));
        let wished = topic
            .wished
            .and_then(|on| gatherings.iter().find(|it| it.day == on));
        Self {
            person: from.and_then(|(_, it)| cast.people.get(&it.contact_name()).copied()),
            organisation: from.map(|(id, _)| *id),
            wished: wished.map(day),
            topic,
        }
    }
}

/// Proposes a topic, and declines it where the story says so.
pub(super) fn propose(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    network: NetworkId,
    proposed: &Proposed,
) -> Result<(), Halt> {
    let wished = match &proposed.wished {
        Some(day) => Some(day.find(conn, network)?),
        None => None,
    };
    let input = TopicInput {
        title: proposed.topic.title.clone(),
        text: proposed.topic.text.trim().to_owned(),
        person: proposed.person,
        organisation: proposed.organisation,
        wished,
    };
    let id = planning::propose_topic(conn, moment, who, network, &input)?;
    if let Some(answer) = &proposed.topic.declined {
        planning::dismiss_topic(conn, moment, who, (id, answer))?;
    }
    Ok(())
}
