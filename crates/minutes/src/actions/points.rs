//! What earlier gatherings left over, for the next agenda.

use base::access::Actor;
use base::{AgendaItemId, Fault, GatheringId, GroupId, Halt, MinutesId, Moment, NetworkId};
use gatherings::Gathering;
use jiff::civil::Date;
use store::Conn;
use uuid::Uuid;

use super::{Scene, scene};
use crate::records;
use crate::rules::{Outcome, TaskState};

/// What kind of point is left over from an earlier gathering.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OpenPointKind {
    /// A task that is not done.
    Task,
    /// A decision that was put off.
    Decision,
}

/// What is left over from earlier gatherings of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenPoint {
    /// What it is.
    pub kind: OpenPointKind,
    /// The task's or decision's id.
    pub id: Uuid,
    /// What it says.
    pub wording: String,
    /// Who is responsible; empty for a decision.
    pub who: String,
    /// Until when; none for a decision.
    pub due: Option<Date>,
    /// Whether it stands in an internal part.
    pub internal: bool,
    /// The gathering that it comes from.
    pub gathering: GatheringId,
    /// Its title.
    pub gathering_title: String,
    /// Its day.
    pub held_on: Date,
}

/// Open tasks and decisions put off of a group's gatherings, or of those without a group.
pub fn open_points(
    conn: &mut Conn<'_>,
    network: NetworkId,
    group: Option<GroupId>,
) -> Result<Vec<OpenPoint>, Fault> {
    let mut scenes: Vec<Scene> = Vec::new();
    let mut points = Vec::new();
    for left in left_over(conn, network)? {
        let known = scenes.iter().position(|it| it.minutes.id == left.minutes);
        let at = match known {
            Some(at) => at,
            None => match scene(conn, left.minutes) {
                Ok(found) => {
                    scenes.push(found);
                    scenes.len() - 1
                }
                Err(Halt::Fault(fault)) => return Err(fault),
                Err(_) => continue,
            },
        };
        let found = scenes.get(at);
        if let Some(scene) = found.filter(|scene| scene.gathering.group == group) {
            points.push(left.point(&scene.gathering));
        }
    }
    Ok(points)
}

/// A point before its gathering is known.
struct LeftOver {
    minutes: MinutesId,
    kind: OpenPointKind,
    id: Uuid,
    wording: String,
    who: String,
    due: Option<Date>,
    internal: bool,
}

impl LeftOver {
    fn point(self, gathering: &Gathering) -> OpenPoint {
        OpenPoint {
            kind: self.kind,
            id: self.id,
            wording: self.wording,
            who: self.who,
            due: self.due,
            internal: self.internal,
            gathering: gathering.id,
            gathering_title: gathering.title.clone(),
            held_on: gathering.starts.date(),
        }
    }
}

fn left_over(conn: &mut Conn<'_>, network: NetworkId) -> Result<Vec<LeftOver>, Fault> {
    let tasks = records::tasks_of_network(conn, network, TaskState::Open)?;
    let decisions = records::decisions_of_network(conn, network)?;
    let mut all: Vec<LeftOver> = tasks
        .into_iter()
        .map(|task| LeftOver {
            minutes: task.minutes,
            kind: OpenPointKind::Task,
            id: task.id.into(),
            wording: task.wording,
            who: task.who.name,
            due: Some(task.due),
            internal: task.internal,
        })
        .collect();
    all.extend(
        decisions
            .into_iter()
            .filter(|it| it.is_open() && it.result == Outcome::Deferred)
            .map(|it| LeftOver {
                minutes: it.minutes,
                kind: OpenPointKind::Decision,
                id: it.id.into(),
                wording: it.wording,
                who: String::new(),
                due: None,
                internal: it.internal,
            }),
    );
    Ok(all)
}

/// Puts something left over on a gathering's agenda.
///
/// # Errors
/// Those of adding an agenda item.
pub fn put_on_agenda(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    gathering: GatheringId,
    (title, text): (&str, &str),
) -> Result<AgendaItemId, Halt> {
    let short: String = title.chars().take(shell::LINE).collect();
    gatherings::add_agenda_item(conn, moment, who, gathering, &short, text)
}
