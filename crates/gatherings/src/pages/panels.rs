//! What gatherings show on other rooms' pages.

use askama::Template;
use base::access::{Audience, Decision, Right, decide};
use base::{Fault, PersonId};
use calendar::dates;
use shell::{Panel, Place, Visit};
use store::Conn;

use super::entry::Entry;
use crate::links;
use crate::records;
use crate::records::listing::{self, Onlooker};
use crate::rules::{Listed, State};

/// The panels of this room.
pub(crate) const PANELS: &[Panel] = &[Panel {
    order: 10,
    show: panel,
}];

/// How many gatherings a network's front page names.
const ON_THE_FRONT: usize = 4;
/// How many held ones it names.
const HELD_ON_THE_FRONT: usize = 3;
/// How many coming ones a person's page looks at.
const OPEN_TO: usize = 12;
/// How many a tag's page names.
const WITH_A_TAG: usize = 100;

#[derive(Template)]
#[template(path = "gatherings/panel.html")]
struct ListPanel<'p> {
    visit: &'p Visit,
    id: &'static str,
    heading: &'p str,
    entries: Vec<Entry>,
    empty: Option<&'p str>,
    all: Option<(String, &'p str)>,
}

fn panel(conn: &mut Conn<'_>, visit: &Visit, place: Place<'_>) -> Result<Option<String>, Fault> {
    let Some(network) = &visit.network else {
        return Ok(None);
    };
    let onlooker = Onlooker {
        network: network.id,
        actor: &visit.actor,
    };
    match place {
        Place::Home => home(conn, visit, onlooker).map(Some),
        Place::Tag(tag) => tagged(conn, visit, onlooker, tag),
        Place::Standing(person) => open_to(conn, visit, onlooker, person),
        Place::Start
        | Place::Gathering(_)
        | Place::Person(_)
        | Place::Group(_)
        | Place::Keeping(_)
        | Place::Handover(_)
        | Place::Attendance(_)
        | Place::Registration(..)
        | Place::Notice => Ok(None),
    }
}

#[derive(Template)]
#[template(path = "gatherings/panel-standing.html")]
struct StandingPanel<'p> {
    visit: &'p Visit,
    lines: Vec<OpenTo>,
}

/// A coming gathering that a person may come to, and why.
struct OpenTo {
    title: String,
    href: String,
    when: String,
    why: &'static str,
}

/// What is to come that a person may come to, by what they are on its day.
fn open_to(
    conn: &mut Conn<'_>,
    visit: &Visit,
    onlooker: Onlooker<'_>,
    person: PersonId,
) -> Result<Option<String>, Fault> {
    let mut lines = Vec::new();
    for it in listing::coming(conn, onlooker, visit.now, OPEN_TO)? {
        if it.state != State::Announced {
            continue;
        }
        let invited = records::guests::is_invited(conn, it.id, person)?;
        let actor = register::standing_of(conn, person, it.starts.date())?;
        let subject = Listed {
            invited,
            ..it.clone()
        }
        .subject();
        if decide(&actor, Right::ReadRecord, &subject) != Decision::Allowed {
            continue;
        }
        let is_lead = it.group.is_some_and(|group| actor.leads(group));
        let is_part = it.group.is_some_and(|group| actor.groups.contains(&group));
        lines.push(OpenTo {
            href: visit.href(&links::gathering(network_slug(visit), &it.slug)),
            when: dates::day_and_time(it.starts, visit.lang),
            why: match it.audience {
                _ if invited => "gatherings-open-invited",
                _ if is_lead => "gatherings-open-lead",
                _ if is_part => "gatherings-open-group",
                Audience::Public => "gatherings-open-public",
                _ => "gatherings-open-member",
            },
            title: it.title,
        });
    }
    StandingPanel { visit, lines }
        .render()
        .map(Some)
        .map_err(|cause| Fault::because("render a panel", cause))
}

fn home(conn: &mut Conn<'_>, visit: &Visit, onlooker: Onlooker<'_>) -> Result<String, Fault> {
    let coming = listing::coming(conn, onlooker, visit.now, ON_THE_FRONT)?;
    let held = listing::held(conn, onlooker, visit.now, HELD_ON_THE_FRONT)?;
    let slug = network_slug(visit);
    let mut entries = entries(visit, &coming);
    if let Some(first) = entries.first_mut() {
        first.is_next = true;
    }
    let mut html = rendered(&ListPanel {
        visit,
        id: "coming",
        heading: visit.say("gatherings-panel-coming"),
        entries,
        empty: Some(visit.say("gatherings-panel-none")),
        all: Some((
            visit.href(&links::list(slug)),
            visit.say("gatherings-panel-all"),
        )),
    })?;
    if !held.is_empty() {
        html.push_str(&rendered(&ListPanel {
            visit,
            id: "held",
            heading: visit.say("gatherings-panel-held"),
            entries: self::entries(visit, &held),
            empty: None,
            all: None,
        })?);
    }
    Ok(html)
}

fn tagged(
    conn: &mut Conn<'_>,
    visit: &Visit,
    onlooker: Onlooker<'_>,
    tag: &str,
) -> Result<Option<String>, Fault> {
    let found = listing::tagged(conn, onlooker, &base::slug(tag), WITH_A_TAG)?;
    if found.is_empty() {
        return Ok(None);
    }
    rendered(&ListPanel {
        visit,
        id: "gatherings",
        heading: visit.say("gatherings-panel-tagged"),
        entries: entries(visit, &found),
        empty: None,
        all: None,
    })
    .map(Some)
}

fn entries(visit: &Visit, listed: &[Listed]) -> Vec<Entry> {
    listed
        .iter()
        .map(|it| Entry::new(visit, network_slug(visit), it))
        .collect()
}

fn network_slug(visit: &Visit) -> &str {
    visit
        .network
        .as_ref()
        .map_or("", |network| network.slug.as_str())
}

fn rendered(panel: &ListPanel<'_>) -> Result<String, Fault> {
    panel
        .render()
        .map_err(|cause| Fault::because("render a panel", cause))
}
