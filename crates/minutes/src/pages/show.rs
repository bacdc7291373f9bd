//! Minutes to read.

use askama::Template;
use base::Halt;
use base::access::Right;
use calendar::dates;
use shell::{Block, Page, Problem, Visit, blocks};
use store::Conn;

use super::leading::{Leading, Pressed, leading};
use super::{Ground, Reading};
use crate::paper::Whole;
use crate::rules::{Decision, Part, State, Task, TaskState};
use crate::{links, records};

/// Minutes, or that there are none yet.
#[derive(Template)]
#[template(path = "minutes/show.html")]
pub(crate) struct ShowPage {
    page: Page,
    tabs: Option<String>,
    day: String,
    state: Option<(&'static str, String)>,
    people: Vec<(String, String)>,
    items: Vec<Item>,
    files: Vec<(String, String)>,
    objections: Option<(String, String)>,
    begin: Option<String>,
    leading: Option<Leading>,
}

/// One entry to read.
pub(crate) struct Item {
    pub number: i64,
    pub id: String,
    pub title: String,
    pub public: Vec<Block>,
    pub internal: Vec<Block>,
    pub decisions: Vec<DecisionRow>,
    pub tasks: Vec<TaskRow>,
}

/// A decision to read.
pub(crate) struct DecisionRow {
    pub label: String,
    pub result: String,
    pub blocks: Vec<Block>,
    pub vote: Option<String>,
    pub internal: bool,
    pub edit: String,
}

/// A task to read.
pub(crate) struct TaskRow {
    pub who: String,
    pub wording: String,
    pub due: String,
    pub iso: String,
    pub state: Option<String>,
    pub internal: bool,
}

impl DecisionRow {
    pub fn of(visit: &Visit, ground: &Ground, decision: &Decision) -> Self {
        let label = visit.tell(
            "minutes-decision-label",
            &[("number", decision.label().into())],
        );
        Self {
            label,
            result: visit.say(decision.result.key()).to_owned(),
            blocks: blocks(&decision.wording),
            vote: decision.vote.map(|vote| vote_words(visit, vote)),
            internal: decision.internal,
            edit: visit.href(&links::decision(
                &ground.network.slug,
                &ground.gathering.slug,
                decision.id,
            )),
        }
    }
}

/// "12 Ja, 1 Nein, 2 Enthaltungen"
pub(crate) fn vote_words(visit: &Visit, vote: crate::rules::Vote) -> String {
    visit.tell(
        "minutes-vote",
        &[
            ("yes", vote.yes.into()),
            ("no", vote.no.into()),
            ("abstentions", vote.abstentions.into()),
        ],
    )
}

impl TaskRow {
    pub fn of(visit: &Visit, task: &Task) -> Self {
        let state = match task.state {
            TaskState::Open if task.is_overdue(visit.today()) => {
                Some(visit.say("minutes-task-late").to_owned())
            }
            TaskState::Open => None,
            TaskState::Done | TaskState::Dropped => Some(visit.say(task.state.key()).to_owned()),
        };
        Self {
            who: task.who.name.clone(),
            wording: task.wording.clone(),
            due: dates::day_short(task.due, visit.lang),
            iso: dates::iso_day(task.due),
            state,
            internal: task.internal,
        }
    }
}

/// The entries of minutes as far as a visitor may read them.
pub(crate) fn items(
    conn: &mut Conn<'_>,
    visit: &Visit,
    ground: &Ground,
    reading: Reading,
) -> Result<Vec<Item>, Halt> {
    let scene = ground.scene()?;
    let whole = Whole::read(conn, &scene.minutes)?;
    let internal = reading == Reading::Full;
    Ok(whole
        .entries
        .iter()
        .zip(1..)
        .map(|(entry, number)| Item {
            number,
            id: entry.id.to_string(),
            title: entry.title.clone(),
            public: blocks(&whole.shown(entry, Part::Public, &scene)),
            internal: if internal {
                blocks(&whole.shown(entry, Part::Internal, &scene))
            } else {
                Vec::new()
            },
            decisions: whole
                .decisions_of(entry, internal)
                .map(|decision| DecisionRow::of(visit, ground, decision))
                .collect(),
            tasks: whole
                .tasks_of(entry, internal)
                .map(|task| TaskRow::of(visit, task))
                .collect(),
        })
        .collect())
}

/// The page at the minutes' own address.
pub(crate) fn show(
    conn: &mut Conn<'_>,
    visit: &Visit,
    slug: &str,
    pressed: Pressed,
) -> Result<ShowPage, Problem> {
    let ground = Ground::find(conn, visit, slug)?;
    let leads = ground.may_lead(visit);
    let reading = ground.reading(visit);
    if reading == Reading::Nothing && !leads {
        return Err(Halt::Missing.into());
    }
    let tabs = if leads {
        Some(ground.tabs(visit)?)
    } else {
        None
    };
    let page = ground.page(visit, visit.say("minutes-title")).here();
    let Some(minutes) = &ground.minutes else {
        return Ok(ShowPage {
            page,
            tabs,
            day: ground.day(visit),
            state: None,
            people: Vec::new(),
            items: Vec::new(),
            files: Vec::new(),
            objections: None,
            begin: Some(visit.href(&ground.path(links::minutes))),
            leading: None,
        });
    };
    let leading = if leads {
        Some(leading(conn, visit, &ground, pressed)?)
    } else {
        None
    };
    Ok(ShowPage {
        day: ground.day(visit),
        state: Some((
            minutes.state.word(),
            visit.say(minutes.state.key()).to_owned(),
        )),
        people: people(visit, &ground),
        items: items(conn, visit, &ground, reading)?,
        files: files(visit, &ground, reading),
        objections: objections(conn, visit, &ground)?,
        begin: None,
        leading,
        page,
        tabs,
    })
}

fn people(visit: &Visit, ground: &Ground) -> Vec<(String, String)> {
    let Some(minutes) = &ground.minutes else {
        return Vec::new();
    };
    [
        ("minutes-chair", &minutes.chair),
        ("minutes-taker", &minutes.taker),
    ]
    .into_iter()
    .filter(|(_, named)| !named.name.is_empty())
    .map(|(key, named)| (visit.say(key).to_owned(), named.name.clone()))
    .collect()
}

fn files(visit: &Visit, ground: &Ground, reading: Reading) -> Vec<(String, String)> {
    let (network, slug) = (&ground.network.slug, &ground.gathering.slug);
    let file = |key: &str, internal: bool| {
        let href = visit.href(&links::pdf(network, slug, internal));
        (visit.say(key).to_owned(), href)
    };
    match reading {
        Reading::Nothing => Vec::new(),
        Reading::Public => vec![file("minutes-pdf", false)],
        Reading::Full => vec![
            file("minutes-pdf-full", true),
            file("minutes-pdf-public", false),
        ],
    }
}

/// The way to the objections, while the minutes are round and afterwards where there were any.
fn objections(
    conn: &mut Conn<'_>,
    visit: &Visit,
    ground: &Ground,
) -> Result<Option<(String, String)>, Halt> {
    let scene = ground.scene()?;
    if !visit.may_here(Right::ReadAsMember) || scene.minutes.state == State::Draft {
        return Ok(None);
    }
    let count = records::objections(conn, scene.minutes.id)?.len();
    let key = match (scene.minutes.state, count) {
        (State::Circulated, 0) if visit.may_here(Right::TakePart) => "minutes-object",
        (_, 0) => return Ok(None),
        _ => "minutes-objections-count",
    };
    let label = visit.tell(key, &[("count", count.into())]);
    let href = visit.href(&ground.path(links::objections));
    Ok(Some((href, label)))
}
