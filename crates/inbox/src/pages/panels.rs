//! What the inbox shows on other pages, to the office alone.

use askama::Template;
use base::access::Right;
use base::{Fault, GatheringId, PersonId};
use shell::{Panel, Place, Visit};
use store::Conn;

use super::{instant, rendered, sender, subject};
use crate::links;
use crate::records::mails;
use crate::rules::{State, beginning, why};

pub(crate) const PANELS: &[Panel] = &[
    Panel {
        order: 19,
        show: on_start,
    },
    Panel {
        order: 35,
        show: on_record,
    },
];

#[derive(Template)]
#[template(path = "inbox/panel-start.html")]
struct StartPanel<'v> {
    visit: &'v Visit,
    href: String,
    open: i64,
    paused: usize,
}

#[derive(Template)]
#[template(path = "inbox/panel-gathering.html")]
struct GatheringPanel<'v> {
    visit: &'v Visit,
    lines: Vec<Line>,
}

/// A mail that lies with a gathering.
struct Line {
    sender: String,
    subject: String,
    beginning: String,
    when: String,
    href: String,
    is_open: bool,
}

#[derive(Template)]
#[template(path = "inbox/panel-person.html")]
struct PersonPanel<'v> {
    visit: &'v Visit,
    is_paused: bool,
    hard: i64,
    soft: i64,
    why: &'static str,
    reason: String,
    when: String,
    address: String,
    free: String,
}

fn on_start(conn: &mut Conn<'_>, visit: &Visit, place: Place<'_>) -> Result<Option<String>, Fault> {
    let Some(network) = visit
        .network
        .as_ref()
        .filter(|_| place == Place::Start && visit.may_here(Right::RunOffice))
    else {
        return Ok(None);
    };
    let open = mails::open_count(conn, network.id)?;
    let paused = outbox::paused(conn, network.id)?.len();
    if open == 0 && paused == 0 {
        return Ok(None);
    }
    rendered(&StartPanel {
        visit,
        href: visit.href(&links::inbox(&network.slug)),
        open,
        paused,
    })
    .map(Some)
}

fn on_record(
    conn: &mut Conn<'_>,
    visit: &Visit,
    place: Place<'_>,
) -> Result<Option<String>, Fault> {
    if !visit.may_here(Right::RunOffice) {
        return Ok(None);
    }
    match place {
        Place::Gathering(id) => on_gathering(conn, visit, id),
        Place::Person(id) => on_person(conn, visit, id),
        _ => Ok(None),
    }
}

fn on_gathering(
    conn: &mut Conn<'_>,
    visit: &Visit,
    id: GatheringId,
) -> Result<Option<String>, Fault> {
    let Some(network) = visit.network.as_ref() else {
        return Ok(None);
    };
    let mut lines = Vec::new();
    for mail in mails::at_gathering(conn, id)? {
        if mail.network != Some(network.id) {
            continue;
        }
        lines.push(Line {
            sender: sender(visit, &mail),
            subject: subject(visit, &mail),
            beginning: beginning(&mail.body, 200),
            when: instant(visit, mail.came_at),
            href: visit.href(&links::mail(&network.slug, mail.id, "")),
            is_open: mail.state == State::Open,
        });
    }
    if lines.is_empty() {
        return Ok(None);
    }
    rendered(&GatheringPanel { visit, lines }).map(Some)
}

fn on_person(conn: &mut Conn<'_>, visit: &Visit, id: PersonId) -> Result<Option<String>, Fault> {
    let Some(network) = visit.network.as_ref() else {
        return Ok(None);
    };
    let person = register::person(conn, id)?.filter(|it| it.network == network.id);
    let Some(person) = person.filter(|it| !it.mail.is_empty()) else {
        return Ok(None);
    };
    let health = outbox::health(conn, &person.mail)?;
    let Some(health) = health.filter(|it| it.paused_at.is_some() || it.hard + it.soft > 0) else {
        return Ok(None);
    };
    rendered(&PersonPanel {
        visit,
        is_paused: health.paused_at.is_some(),
        hard: health.hard,
        soft: health.soft,
        why: why(&health.status),
        reason: health.reason,
        when: instant(visit, health.last_at),
        address: health.address,
        free: visit.href(&links::free(&network.slug)),
    })
    .map(Some)
}
