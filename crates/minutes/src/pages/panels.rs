//! What minutes show on a gathering's page and on the start page.

use askama::Template;
use base::access::Right;
use base::{Fault, GatheringId, Halt};
use calendar::dates;
use gatherings::Onlooker;
use shell::{Handover, LANG_OF_RECORDS, Marked, Panel, Place, Visit, record};
use store::Conn;

use super::{Ground, Reading, lists};
use crate::actions::{OpenPoint, OpenPointKind};
use crate::rules::{ObjectionState, State, TaskState};
use crate::{actions, links, records};

/// The panels of this room.
pub(crate) const PANELS: &[Panel] = &[Panel {
    order: 30,
    show: panel,
}];

#[derive(Template)]
#[template(path = "minutes/panel-gathering.html")]
struct GatheringPanel<'p> {
    visit: &'p Visit,
    state: Option<(&'static str, String)>,
    link: Option<(String, &'p str)>,
    points: Vec<Point>,
    points_action: String,
}

struct Point {
    kind: &'static str,
    id: String,
    text: String,
    source: String,
}

#[derive(Template)]
#[template(path = "minutes/panel-start.html")]
struct StartPanel<'p> {
    visit: &'p Visit,
    due: Vec<Due>,
}

struct Due {
    is_late: bool,
    count: String,
    title: Marked,
    href: String,
    note: Marked,
}

fn panel(conn: &mut Conn<'_>, visit: &Visit, place: Place<'_>) -> Result<Option<String>, Fault> {
    let shown = match place {
        Place::Gathering(id) => gathering(conn, visit, id),
        Place::Start => start(conn, visit),
        Place::Handover(handover) => handed_over(conn, visit, handover),
        Place::Home
        | Place::Tag(_)
        | Place::Person(_)
        | Place::Group(_)
        | Place::Standing(_)
        | Place::Keeping(_)
        | Place::Attendance(_)
        | Place::Registration(..)
        | Place::Notice => {
            return Ok(None);
        }
    };
    match shown {
        Ok(shown) => Ok(shown),
        Err(Halt::Fault(fault)) => Err(fault),
        Err(Halt::Missing | Halt::Refused(_) | Halt::Stale) => Ok(None),
    }
}

#[derive(Template)]
#[template(path = "minutes/panel-handover.html")]
struct HandoverPanel<'p> {
    visit: &'p Visit,
    href: String,
    lines: Vec<Kept>,
}

/// A task that stays with whoever hands a function over.
struct Kept {
    wording: String,
    due: String,
}

/// The open tasks of somebody who hands a function over: they stay until somebody else is named.
fn handed_over(
    conn: &mut Conn<'_>,
    visit: &Visit,
    handover: Handover,
) -> Result<Option<String>, Halt> {
    let network = visit.network()?;
    let tasks = records::open_tasks_of(conn, network.id, handover.from)?;
    let lines = tasks.into_iter().map(|task| Kept {
        wording: task.wording,
        due: dates::day_short(task.due, visit.lang),
    });
    let panel = HandoverPanel {
        visit,
        href: visit.href(&links::tasks(&network.slug)),
        lines: lines.collect(),
    };
    rendered(&panel).map(Some)
}

fn rendered(template: &impl Template) -> Result<String, Halt> {
    template
        .render()
        .map_err(|cause| Fault::because("render a panel of minutes", cause).into())
}

fn gathering(conn: &mut Conn<'_>, visit: &Visit, id: GatheringId) -> Result<Option<String>, Halt> {
    let gathering = gatherings::gathering(conn, id)?.ok_or(Halt::Missing)?;
    let slug = gathering.slug.clone();
    let ground = Ground::find(conn, visit, &slug)?;
    let leads = ground.may_lead(visit);
    let reading = ground.reading(visit);
    let path = visit.href(&ground.path(links::minutes));
    let has_begun = gathering.starts_at <= visit.now
        && matches!(
            gathering.state,
            gatherings::State::Announced | gatherings::State::Held
        );
    let link = match (&ground.minutes, leads) {
        (Some(minutes), true) if minutes.state == State::Draft => {
            let edit = visit.href(&ground.path(links::edit));
            Some((edit, visit.say("minutes-write")))
        }
        (Some(_), _) if reading > Reading::Nothing => Some((path, visit.say("minutes-read"))),
        (None, true) if has_begun => Some((path, visit.say("minutes-begin"))),
        _ => None,
    };
    let state = ground
        .minutes
        .as_ref()
        .filter(|_| reading > Reading::Nothing)
        .map(|it| (it.state.word(), visit.say(it.state.key()).to_owned()));
    let is_ahead = gathering.ends_at > visit.now
        && matches!(
            gathering.state,
            gatherings::State::Draft | gatherings::State::Announced
        );
    let points = if leads && is_ahead {
        points(conn, visit, &ground)?
    } else {
        Vec::new()
    };
    if link.is_none() && points.is_empty() {
        return Ok(None);
    }
    rendered(&GatheringPanel {
        visit,
        state,
        link,
        points,
        points_action: visit.href(&ground.path(links::open_points)),
    })
    .map(Some)
}

/// What earlier gatherings left over and what does not stand on this agenda yet.
fn points(conn: &mut Conn<'_>, visit: &Visit, ground: &Ground) -> Result<Vec<Point>, Halt> {
    let agenda = gatherings::agenda(conn, ground.gathering.id)?;
    let all = actions::open_points(conn, ground.network.id, ground.gathering.group)?;
    Ok(all
        .iter()
        .filter(|point| point.held_on < ground.gathering.starts.date())
        .map(|point| (point, point_on_agenda(visit, point)))
        .filter(|(_, (title, _))| !agenda.iter().any(|item| item.title == *title))
        .map(|(point, (text, source))| Point {
            kind: kind_word(point.kind),
            id: point.id.to_string(),
            text,
            source,
        })
        .collect())
}

/// How a form names the kind of a point.
pub(crate) const fn kind_word(kind: OpenPointKind) -> &'static str {
    match kind {
        OpenPointKind::Task => "task",
        OpenPointKind::Decision => "decision",
    }
}

/// Title and explanation of an agenda item for something left over, as they will stand there:
/// in the network's language.
pub(crate) fn point_on_agenda(visit: &Visit, point: &OpenPoint) -> (String, String) {
    let tell = |key: &str, args: &[_]| visit.app.phrases.tell(LANG_OF_RECORDS, key, args);
    let wording = ("wording", point.wording.replace('\n', " ").into());
    let title = match point.kind {
        OpenPointKind::Task => tell("minutes-point-task", &[wording]),
        OpenPointKind::Decision => tell("minutes-point-decision", &[wording]),
    };
    let day = dates::day(point.held_on, LANG_OF_RECORDS);
    let text = match point.due {
        Some(due) => tell(
            "minutes-point-task-text",
            &[
                ("who", point.who.as_str().into()),
                ("due", dates::day(due, LANG_OF_RECORDS).into()),
                ("day", day.into()),
            ],
        ),
        None => tell("minutes-point-decision-text", &[("day", day.into())]),
    };
    (title.chars().take(shell::LINE).collect(), text)
}

fn start(conn: &mut Conn<'_>, visit: &Visit) -> Result<Option<String>, Halt> {
    let mut due = Vec::new();
    if visit.may_here(Right::RunOffice) {
        office(conn, visit, &mut due)?;
    }
    if visit.may_here(Right::ReadAsMember) {
        mine(conn, visit, &mut due)?;
        to_read(conn, visit, &mut due)?;
    }
    if due.is_empty() {
        return Ok(None);
    }
    rendered(&StartPanel { visit, due }).map(Some)
}

/// How many gatherings back the office is asked for minutes.
const RECENT: usize = 8;

fn office(conn: &mut Conn<'_>, visit: &Visit, due: &mut Vec<Due>) -> Result<(), Halt> {
    let network = visit.network()?.clone();
    for objection in records::objections_of_network(conn, network.id, ObjectionState::Open)? {
        let scene = actions::scene(conn, objection.minutes)?;
        let path = links::objections(&network.slug, &scene.gathering.slug);
        due.push(Due {
            is_late: false,
            count: "1".to_owned(),
            title: visit.tell_marked("minutes-due-objection", &[("who", record(&objection.by))]),
            href: visit.href(&format!("{path}#einwand-{}", objection.id)),
            note: source(visit, &scene.gathering),
        });
    }
    let today = visit.today();
    let late = records::tasks_of_network(conn, network.id, TaskState::Open)?
        .iter()
        .filter(|task| task.is_overdue(today))
        .count();
    if late > 0 {
        due.push(Due {
            is_late: true,
            count: late.to_string(),
            title: visit.tell_marked("minutes-due-late", &[("count", late.into())]),
            href: visit.href(&format!(
                "{}?zeigen=ueberfaellig",
                links::tasks(&network.slug)
            )),
            note: Marked::own(visit.say("minutes-due-late-note")),
        });
    }
    for (state, key) in [
        (State::Draft, "minutes-due-circulate"),
        (State::Approved, "minutes-due-distribute"),
    ] {
        for minutes in records::minutes_in_state(conn, network.id, state)? {
            let scene = actions::scene(conn, minutes.id)?;
            due.push(Due {
                is_late: false,
                count: "1".to_owned(),
                title: Marked::own(visit.say(key)),
                href: visit.href(&links::minutes(&network.slug, &scene.gathering.slug)),
                note: source(visit, &scene.gathering),
            });
        }
    }
    for minutes in records::minutes_in_state(conn, network.id, State::Circulated)? {
        let standing = records::standing(conn, &minutes)?;
        if standing.open == 0 && (standing.for_meeting > 0 || standing.taken_back) {
            let scene = actions::scene(conn, minutes.id)?;
            due.push(Due {
                is_late: false,
                count: "1".to_owned(),
                title: Marked::own(visit.say("minutes-due-approve")),
                href: visit.href(&links::minutes(&network.slug, &scene.gathering.slug)),
                note: source(visit, &scene.gathering),
            });
        }
    }
    unwritten(conn, visit, due)
}

/// Held gatherings of a group without minutes: writing them is the office's next job.
fn unwritten(conn: &mut Conn<'_>, visit: &Visit, due: &mut Vec<Due>) -> Result<(), Halt> {
    let network = visit.network()?.clone();
    let onlooker = Onlooker {
        network: network.id,
        actor: &visit.actor,
    };
    for held in gatherings::held(conn, onlooker, visit.now, RECENT)? {
        let is_meeting = held.group.is_some();
        if is_meeting && records::minutes_of(conn, held.id)?.is_none() {
            let day = dates::day_short(held.starts.date(), visit.lang);
            let args = [("title", record(&held.title)), ("day", day.into())];
            due.push(Due {
                is_late: false,
                count: "1".to_owned(),
                title: Marked::own(visit.say("minutes-due-write")),
                href: visit.href(&links::minutes(&network.slug, &held.slug)),
                note: visit.tell_marked("minutes-source", &args),
            });
        }
    }
    Ok(())
}

fn source(visit: &Visit, gathering: &gatherings::Gathering) -> Marked {
    let day = dates::day_short(gathering.starts.date(), visit.lang);
    let args = [("title", record(&gathering.title)), ("day", day.into())];
    visit.tell_marked("minutes-source", &args)
}

fn mine(conn: &mut Conn<'_>, visit: &Visit, due: &mut Vec<Due>) -> Result<(), Halt> {
    let network = visit.network()?.clone();
    let today = visit.today();
    for (wording, day, _) in lists::own_tasks(conn, visit)? {
        let args = [("due", dates::day(day, visit.lang).into())];
        due.push(Due {
            is_late: day < today,
            count: "1".to_owned(),
            title: Marked::record(visit.content_lang(), &wording),
            href: visit.href(&format!("{}?zeigen=meine", links::tasks(&network.slug))),
            note: visit.tell_marked("minutes-due-mine", &args),
        });
    }
    Ok(())
}

/// Minutes that are round, for those who may object and do not run the office.
fn to_read(conn: &mut Conn<'_>, visit: &Visit, due: &mut Vec<Due>) -> Result<(), Halt> {
    let network = visit.network()?.clone();
    if visit.may_here(Right::RunOffice) {
        return Ok(());
    }
    for minutes in records::minutes_in_state(conn, network.id, State::Circulated)? {
        let scene = actions::scene(conn, minutes.id)?;
        let ground = Ground::find(conn, visit, &scene.gathering.slug)?;
        let until = records::standing(conn, &minutes)?.until;
        let Some(until) = until.filter(|_| ground.reading(visit) > Reading::Nothing) else {
            continue;
        };
        let args = [
            ("title", record(&scene.gathering.title)),
            ("until", dates::day(until, visit.lang).into()),
        ];
        due.push(Due {
            is_late: false,
            count: "1".to_owned(),
            title: Marked::own(visit.say("minutes-due-read")),
            href: visit.href(&ground.path(links::minutes)),
            note: visit.tell_marked("minutes-due-read-note", &args),
        });
    }
    Ok(())
}
