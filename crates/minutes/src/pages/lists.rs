//! All tasks and all decisions of a network, over all its meetings.

use std::collections::HashMap;
use std::collections::hash_map::Entry as Slot;

use askama::Template;
use base::access::Right;
use base::{Fault, Halt, MinutesId};
use calendar::dates;
use jiff::civil::Date;
use shell::{Block, Marked, Nav, Page, Problem, Visit, blocks, query_value, record};
use store::Conn;

use super::show::vote_words;
use super::{Ground, Reading};
use crate::rules::{Decision, Outcome, Task, TaskState};
use crate::{actions, links, records};

/// The tasks.
#[derive(Template)]
#[template(path = "minutes/tasks.html")]
pub(crate) struct TasksPage {
    page: Page,
    filters: Vec<Nav>,
    rows: Vec<TaskEntry>,
    empty: (&'static str, &'static str),
}

struct TaskEntry {
    id: String,
    wording: String,
    who: String,
    due: String,
    iso: String,
    is_late: bool,
    state: (&'static str, String),
    settled: Option<Marked>,
    source: Source,
    /// Where the one who may says that it is done, or opens it again.
    action: Option<String>,
    is_open: bool,
    may_drop: bool,
}

/// The decisions.
#[derive(Template)]
#[template(path = "minutes/decisions.html")]
pub(crate) struct DecisionsPage {
    page: Page,
    filters: Vec<Nav>,
    rows: Vec<DecisionEntry>,
    is_filtered: bool,
}

struct DecisionEntry {
    id: String,
    label: String,
    result: String,
    blocks: Vec<Block>,
    vote: Option<String>,
    internal: bool,
    settled: Option<Marked>,
    source: Source,
    action: Option<String>,
    is_open: bool,
    settle_key: &'static str,
}

/// The gathering that a record comes from.
struct Source {
    label: Marked,
    href: Option<String>,
}

/// What a visitor may see of the records of one gathering's minutes.
struct View {
    ground: Ground,
    reading: Reading,
    leads: bool,
}

/// Views of the minutes that a list touches, each found once.
#[derive(Default)]
struct Views(HashMap<MinutesId, Option<View>>);

impl Views {
    fn of(
        &mut self,
        conn: &mut Conn<'_>,
        visit: &Visit,
        id: MinutesId,
    ) -> Result<Option<&View>, Fault> {
        let view = match self.0.entry(id) {
            Slot::Occupied(known) => known.into_mut(),
            Slot::Vacant(empty) => empty.insert(view(conn, visit, id)?),
        };
        Ok(view.as_ref())
    }
}

fn view(conn: &mut Conn<'_>, visit: &Visit, id: MinutesId) -> Result<Option<View>, Fault> {
    let scene = match actions::scene(conn, id) {
        Ok(scene) => scene,
        Err(Halt::Fault(fault)) => return Err(fault),
        Err(_) => return Ok(None),
    };
    let Some(network) = visit.network.clone() else {
        return Ok(None);
    };
    let invited = actions::is_party(conn, scene.gathering.id, visit.actor.person)?;
    let ground = Ground {
        network,
        gathering: scene.gathering,
        minutes: Some(scene.minutes),
        invited,
    };
    Ok(Some(View {
        reading: ground.reading(visit),
        leads: ground.may_lead(visit),
        ground,
    }))
}

/// Whether a person is responsible for a task, themselves or through their organisation.
pub(crate) fn is_mine(visit: &Visit, task: &Task) -> bool {
    match (task.who.person, task.who.organisation) {
        (Some(person), _) => visit.actor.person == Some(person),
        (None, Some(organisation)) => visit.actor.organisations.contains(&organisation),
        (None, None) => false,
    }
}

fn filters(visit: &Visit, path: &str, current: &str, all: &[(&str, &str)]) -> Vec<Nav> {
    all.iter()
        .map(|(word, key)| Nav {
            label: visit.say(key).to_owned(),
            href: visit.href(&if word.is_empty() {
                path.to_owned()
            } else {
                format!("{path}?zeigen={word}")
            }),
            current: *word == current,
        })
        .collect()
}

/// The word of a filter in the address; what nobody offers is the first one.
fn shown<'w>(visit: &Visit, words: &[(&'w str, &str)]) -> &'w str {
    let asked = query_value(&visit.query, "zeigen").unwrap_or_default();
    words
        .iter()
        .map(|(word, _)| *word)
        .find(|word| *word == asked)
        .unwrap_or("")
}

const TASK_FILTERS: [(&str, &str); 4] = [
    ("", "minutes-filter-open"),
    ("ueberfaellig", "minutes-filter-late"),
    ("meine", "minutes-filter-mine"),
    ("alle", "minutes-filter-all"),
];

/// The list of tasks.
pub(crate) fn tasks(conn: &mut Conn<'_>, visit: &Visit) -> Result<TasksPage, Problem> {
    let network = visit.network()?.clone();
    let filter = shown(visit, &TASK_FILTERS);
    let states: &[TaskState] = if filter == "alle" {
        &TaskState::ALL
    } else {
        &[TaskState::Open]
    };
    let mut views = Views::default();
    let mut rows = Vec::new();
    let today = visit.today();
    for state in states {
        for task in records::tasks_of_network(conn, network.id, *state)? {
            let wanted = match filter {
                "ueberfaellig" => task.is_overdue(today),
                "meine" => is_mine(visit, &task),
                _ => true,
            };
            if wanted && let Some(row) = task_entry(conn, visit, &mut views, task)? {
                rows.push(row);
            }
        }
    }
    Ok(TasksPage {
        page: Page::new(visit, visit.say("minutes-tasks-title")),
        filters: filters(visit, &links::tasks(&network.slug), filter, &TASK_FILTERS),
        rows,
        empty: match filter {
            "ueberfaellig" => ("minutes-tasks-none-late", "minutes-tasks-none-late-advice"),
            "meine" => ("minutes-tasks-none-mine", "minutes-tasks-none-advice"),
            _ => ("minutes-tasks-none", "minutes-tasks-none-advice"),
        },
    })
}

fn task_entry(
    conn: &mut Conn<'_>,
    visit: &Visit,
    views: &mut Views,
    task: Task,
) -> Result<Option<TaskEntry>, Halt> {
    let mine = is_mine(visit, &task);
    let Some(view) = views.of(conn, visit, task.minutes)? else {
        return Ok(None);
    };
    let may_see = match view.reading {
        Reading::Full => true,
        Reading::Public => !task.internal,
        Reading::Nothing => false,
    };
    if !may_see && !mine {
        return Ok(None);
    }
    let network = visit.network()?;
    Ok(Some(TaskEntry {
        id: task.id.to_string(),
        due: dates::day_short(task.due, visit.lang),
        iso: dates::iso_day(task.due),
        is_late: task.is_overdue(visit.today()),
        state: (
            match task.state {
                TaskState::Open => "announced",
                TaskState::Done => "held",
                TaskState::Dropped => "cancelled",
            },
            visit.say(task.state.key()).to_owned(),
        ),
        settled: task.settled_at.map(|at| {
            visit.tell_marked(
                "minutes-settled",
                &[
                    ("when", view.ground.when(visit, at).into()),
                    ("who", record(&task.settled_by)),
                ],
            )
        }),
        source: source(visit, &view.ground),
        action: (mine || view.leads)
            .then(|| visit.href(&links::task_state(&network.slug, task.id))),
        is_open: task.state == TaskState::Open,
        may_drop: view.leads,
        wording: task.wording,
        who: task.who.name,
    }))
}

/// The gathering that a record comes from, leading to its minutes where they may be read.
fn source(visit: &Visit, ground: &Ground) -> Source {
    let day = dates::day_short(ground.gathering.starts.date(), visit.lang);
    let args = [
        ("title", record(&ground.gathering.title)),
        ("day", day.into()),
    ];
    Source {
        label: visit.tell_marked("minutes-source", &args),
        href: (ground.reading(visit) > Reading::Nothing)
            .then(|| visit.href(&ground.path(links::minutes))),
    }
}

const DECISION_FILTERS: [(&str, &str); 3] = [
    ("", "minutes-filter-all"),
    ("offen", "minutes-filter-open"),
    ("vertagt", "minutes-filter-deferred"),
];

/// The list of decisions.
pub(crate) fn decisions(conn: &mut Conn<'_>, visit: &Visit) -> Result<DecisionsPage, Problem> {
    let network = visit.network()?.clone();
    let filter = shown(visit, &DECISION_FILTERS);
    let mut views = Views::default();
    let mut rows = Vec::new();
    for decision in records::decisions_of_network(conn, network.id)? {
        let wanted = match filter {
            "offen" => decision.is_open(),
            "vertagt" => decision.is_open() && decision.result == Outcome::Deferred,
            _ => true,
        };
        if wanted && let Some(row) = decision_entry(conn, visit, &mut views, &decision)? {
            rows.push(row);
        }
    }
    let path = links::decisions(&network.slug);
    Ok(DecisionsPage {
        page: Page::new(visit, visit.say("minutes-decisions-title")),
        filters: filters(visit, &path, filter, &DECISION_FILTERS),
        rows,
        is_filtered: !filter.is_empty(),
    })
}

fn decision_entry(
    conn: &mut Conn<'_>,
    visit: &Visit,
    views: &mut Views,
    decision: &Decision,
) -> Result<Option<DecisionEntry>, Halt> {
    let Some(view) = views.of(conn, visit, decision.minutes)? else {
        return Ok(None);
    };
    let may_see = match view.reading {
        Reading::Full => true,
        Reading::Public => !decision.internal,
        Reading::Nothing => false,
    };
    if !may_see {
        return Ok(None);
    }
    let network = visit.network()?;
    let leaves_work = decision.result.leaves_work();
    Ok(Some(DecisionEntry {
        id: decision.id.to_string(),
        label: visit.tell(
            "minutes-decision-label",
            &[("number", decision.label().into())],
        ),
        result: visit.say(decision.result.key()).to_owned(),
        blocks: blocks(&decision.wording),
        vote: decision.vote.map(|vote| vote_words(visit, vote)),
        internal: decision.internal,
        settled: decision.settled_at.map(|at| {
            visit.tell_marked(
                "minutes-settled",
                &[
                    ("when", view.ground.when(visit, at).into()),
                    ("who", record(&decision.settled_by)),
                ],
            )
        }),
        source: source(visit, &view.ground),
        action: (view.leads && leaves_work)
            .then(|| visit.href(&links::decision_state(&network.slug, decision.id))),
        is_open: decision.is_open(),
        settle_key: if decision.result == Outcome::Deferred {
            "minutes-decision-taken-up"
        } else {
            "minutes-decision-carried-out"
        },
    }))
}

/// Whether somebody may say that a task is done: who leads, who runs the office, and whoever
/// is responsible.
pub(crate) fn may_settle(
    conn: &mut Conn<'_>,
    visit: &Visit,
    task: &Task,
) -> Result<(bool, bool), Problem> {
    let scene = actions::scene(conn, task.minutes)?;
    let leads = visit.may(Right::Lead, &scene.gathering.subject(false));
    Ok((leads, is_mine(visit, task)))
}

/// Open tasks of a visitor that they may be shown, the most urgent first.
pub(crate) fn own_tasks(
    conn: &mut Conn<'_>,
    visit: &Visit,
) -> Result<Vec<(String, Date, String)>, Fault> {
    let Some(network) = &visit.network else {
        return Ok(Vec::new());
    };
    let all = records::tasks_of_network(conn, network.id, TaskState::Open)?;
    Ok(all
        .into_iter()
        .filter(|task| is_mine(visit, task))
        .map(|task| (task.wording, task.due, task.who.name))
        .collect())
}
