//! What this room shows on a gathering's page and on the start page.

use askama::Template;
use base::access::Right;
use base::{Fault, GatheringId};
use calendar::dates;
use gatherings::State;
use shell::{Panel, Place, Visit};
use store::Conn;

use super::rendered;
use crate::records::Count;
use crate::rules::{DatePoll, Stage};
use crate::{links, records};

pub(crate) const PANELS: &[Panel] = &[Panel {
    order: 27,
    show: panel,
}];

fn panel(conn: &mut Conn<'_>, visit: &Visit, place: Place<'_>) -> Result<Option<String>, Fault> {
    if !visit.actor.is_signed_in() {
        return Ok(None);
    }
    match place {
        Place::Gathering(id) => on_gathering(conn, visit, id),
        Place::Start => on_start(conn, visit),
        _ => Ok(None),
    }
}

/// A poll of a gathering.
struct Row {
    title: String,
    href: String,
    ring: &'static str,
    stage: &'static str,
    count: Count,
}

#[derive(Template)]
#[template(path = "polls/panel-gathering.html")]
struct GatheringPanel<'v> {
    visit: &'v Visit,
    rows: Vec<Row>,
    new: Option<String>,
}

fn on_gathering(
    conn: &mut Conn<'_>,
    visit: &Visit,
    id: GatheringId,
) -> Result<Option<String>, Fault> {
    let Some(it) = gatherings::gathering(conn, id)? else {
        return Ok(None);
    };
    let Some(network) = visit.network.as_ref().filter(|card| card.id == it.network) else {
        return Ok(None);
    };
    if !visit.may(Right::Lead, &it.subject(false)) {
        return Ok(None);
    }
    let counts = records::counts_of_gathering(conn, id)?;
    let rows: Vec<_> = records::polls_of_gathering(conn, id)?
        .iter()
        .map(|poll| {
            let count = counts.get(&poll.id).copied().unwrap_or_default();
            row(visit, (&network.slug, poll), count)
        })
        .collect();
    let is_ahead = matches!(it.state, State::Draft | State::Announced) && it.starts_at > visit.now;
    if rows.is_empty() && !is_ahead {
        return Ok(None);
    }
    rendered(&GatheringPanel {
        visit,
        rows,
        new: is_ahead.then(|| visit.href(&links::new_for(&network.slug, &it.slug))),
    })
    .map(Some)
}

fn row(visit: &Visit, (network, poll): (&str, &DatePoll), count: Count) -> Row {
    let stage = poll.stage(visit.now);
    Row {
        title: poll.title.clone(),
        href: visit.href(&links::poll(network, poll.id, "")),
        ring: stage.ring(),
        stage: stage.key(),
        count,
    }
}

/// What a poll waits for: the office, or one's own answer.
struct Due {
    count: String,
    title: String,
    href: String,
    note: String,
    when: String,
}

#[derive(Template)]
#[template(path = "polls/panel-start.html")]
struct StartPanel<'v> {
    visit: &'v Visit,
    mine: Vec<Due>,
    due: Vec<Due>,
}

fn on_start(conn: &mut Conn<'_>, visit: &Visit) -> Result<Option<String>, Fault> {
    let Some(network) = visit.network.as_ref() else {
        return Ok(None);
    };
    let mut mine = Vec::new();
    if let Some(person) = visit.actor.person {
        for asked in records::open_of_person(conn, network.id, person)? {
            let poll = records::poll(conn, asked.poll)?;
            let poll = poll.filter(|it| it.stage(visit.now) == Stage::Running);
            mine.extend(poll.map(|poll| {
                let is_answered = asked.answered_at.is_some();
                own(visit, (&network.slug, &poll), is_answered)
            }));
        }
    }
    let mut due = Vec::new();
    if visit.may_here(Right::Lead) {
        let counts = records::counts_of(conn, network.id)?;
        for poll in records::polls_of(conn, network.id)? {
            if visit.may(Right::Lead, &poll.subject()) {
                let count = counts.get(&poll.id).copied().unwrap_or_default();
                due.extend(waiting(visit, (&network.slug, &poll), count));
            }
        }
    }
    if mine.is_empty() && due.is_empty() {
        return Ok(None);
    }
    rendered(&StartPanel { visit, mine, due }).map(Some)
}

fn own(visit: &Visit, (network, poll): (&str, &DatePoll), is_answered: bool) -> Due {
    let note = if is_answered {
        "polls-mine-answered"
    } else {
        "polls-mine-silent"
    };
    Due {
        count: String::new(),
        title: poll.title.clone(),
        href: visit.href(&links::poll(network, poll.id, "/antwort")),
        note: visit.say(note).to_owned(),
        when: until(visit, poll),
    }
}

fn until(visit: &Visit, poll: &DatePoll) -> String {
    let day = dates::day_short(poll.until, visit.lang);
    visit.tell("polls-until-short", &[("day", day.into())])
}

/// What the office has to do for a poll, if anything.
fn waiting(visit: &Visit, (network, poll): (&str, &DatePoll), count: Count) -> Option<Due> {
    let stage = poll.stage(visit.now);
    if !matches!(
        stage,
        Stage::Draft | Stage::Running | Stage::Over | Stage::Closed
    ) {
        return None;
    }
    let counted = [
        ("answered", count.answered.into()),
        ("asked", count.asked.into()),
    ];
    let note = match stage {
        Stage::Draft => visit.say("polls-due-draft").to_owned(),
        Stage::Running => visit.tell("polls-due-running", &counted),
        _ => visit.tell("polls-due-over", &counted),
    };
    Some(Due {
        count: count.answered.to_string(),
        title: poll.title.clone(),
        href: visit.href(&links::poll(network, poll.id, "")),
        note,
        when: until(visit, poll),
    })
}
