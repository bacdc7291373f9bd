//! What planning shows on a gathering's page and on the start page.

use askama::Template;
use base::access::Right;
use base::{Fault, GatheringId};
use calendar::dates;
use shell::{Block, Panel, Place, Visit};
use store::Conn;

use super::topics::Row;
use super::{network_slug, title};
use crate::routes::topics::{office, shown_row};
use crate::rules::PlanState;
use crate::{actions, links, records};

/// The panels of this room.
pub(crate) const PANELS: &[Panel] = &[Panel {
    order: 25,
    show: panel,
}];

/// Something that waits for the office.
struct Due {
    count: String,
    title: String,
    href: String,
}

#[derive(Template)]
#[template(path = "planning/panel-start.html")]
struct StartPanel<'p> {
    visit: &'p Visit,
    due: Vec<Due>,
    own: Vec<Row>,
    topics: String,
    gatherings: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "planning/panel-gathering.html")]
struct GatheringPanel<'p> {
    visit: &'p Visit,
    until: Option<String>,
    proposal: Option<String>,
    deadline: Option<String>,
    rows: Vec<Row>,
    gatherings: Vec<(String, String)>,
}

fn panel(conn: &mut Conn<'_>, visit: &Visit, place: Place<'_>) -> Result<Option<String>, Fault> {
    match place {
        Place::Start => start(conn, visit),
        Place::Gathering(id) => gathering(conn, visit, id),
        Place::Home
        | Place::Tag(_)
        | Place::Person(_)
        | Place::Group(_)
        | Place::Standing(_)
        | Place::Keeping(_)
        | Place::Handover(_)
        | Place::Attendance(_)
        | Place::Registration(..)
        | Place::Notice => Ok(None),
    }
}

fn rendered(template: &impl Template) -> Result<Option<String>, Fault> {
    template
        .render()
        .map(Some)
        .map_err(|cause| Fault::because("render a panel", cause))
}

/// How many of a member's own topics the start page names.
const OWN: usize = 3;

fn start(conn: &mut Conn<'_>, visit: &Visit) -> Result<Option<String>, Fault> {
    let Some(network) = &visit.network else {
        return Ok(None);
    };
    let mut due = Vec::new();
    let mut own = Vec::new();
    if visit.may_here(Right::RunOffice) {
        due = waiting(conn, visit)?;
    } else if visit.actor.person.is_some() {
        let mut topics = records::topics::topics_of(conn, network.id)?;
        topics.retain(|it| it.person == visit.actor.person);
        for topic in topics.iter().take(OWN) {
            own.push(shown_row(conn, visit, topic)?);
        }
    }
    if due.is_empty() && own.is_empty() {
        return Ok(None);
    }
    rendered(&StartPanel {
        visit,
        due,
        own,
        topics: visit.href(&links::topics(&network.slug)),
        gatherings: Vec::new(),
    })
}

fn waiting(conn: &mut Conn<'_>, visit: &Visit) -> Result<Vec<Due>, Fault> {
    let Some(network) = &visit.network else {
        return Ok(Vec::new());
    };
    let mut due = Vec::new();
    for plan in records::plans::plans_of(conn, network.id)? {
        if plan.state == PlanState::Draft {
            let count = records::plans::rows(conn, plan.id)?.len();
            let path = links::below(&network.slug, &plan.segment(), "bearbeiten");
            due.push(Due {
                count: count.to_string(),
                title: visit.tell(
                    "planning-due-draft",
                    &[
                        ("plan", title(visit, &plan).into()),
                        ("count", count.into()),
                    ],
                ),
                href: visit.href(&path),
            });
        }
    }
    let open = records::topics::open_count(conn, network.id)?;
    if open > 0 {
        due.push(Due {
            count: open.to_string(),
            title: visit.tell("planning-due-topics", &[("count", open.into())]),
            href: visit.href(&links::topics(&network.slug)),
        });
    }
    Ok(due)
}

fn gathering(conn: &mut Conn<'_>, visit: &Visit, id: GatheringId) -> Result<Option<String>, Fault> {
    let Some(it) = gatherings::gathering(conn, id)? else {
        return Ok(None);
    };
    let is_member = visit.may_here(Right::TakePart);
    let is_open = actions::is_open_for_proposals(conn, &it, visit.today())?;
    let leads = visit.may(Right::Lead, &it.subject(false));
    let slug = network_slug(visit);
    let rows = rows(conn, visit, &it)?;
    if !is_member || (!is_open && rows.is_empty()) {
        return Ok(None);
    }
    let day = actions::deadline(conn, &it)?;
    let day = dates::day_long(day, visit.lang);
    rendered(&GatheringPanel {
        visit,
        until: is_open.then(|| visit.tell("planning-panel-until", &[("day", day.into())])),
        proposal: is_open.then(|| visit.href(&links::proposal(slug, &it.slug))),
        deadline: (leads && it.state == gatherings::State::Announced)
            .then(|| visit.href(&links::deadline(slug, &it.slug))),
        rows,
        gatherings: Vec::new(),
    })
}

/// What was proposed for a gathering: all of it for the office, their own for members.
fn rows(conn: &mut Conn<'_>, visit: &Visit, it: &gatherings::Gathering) -> Result<Vec<Row>, Fault> {
    let is_office = visit.may_here(Right::RunOffice);
    let back = gatherings::links::gathering(network_slug(visit), &it.slug);
    let mut rows = Vec::new();
    for (number, topic) in records::topics::wished_for(conn, it.id)?.iter().enumerate() {
        let is_own = topic.person.is_some() && topic.person == visit.actor.person;
        if is_office || is_own {
            let mut row = shown_row(conn, visit, topic)?;
            row.wished = None;
            row.office = is_office.then(|| office(visit, topic, (number, back.clone())));
            rows.push(row);
        }
    }
    Ok(rows)
}
