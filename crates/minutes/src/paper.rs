//! Minutes on paper: what the press is told.

use base::{Fault, GatheringId, Lang};
use calendar::dates;
use gatherings::{Presence, papers};
use jiff::Timestamp;
use print::{
    AttendanceRow, MinutesItem, MinutesPaper, MinutesState, Outcome as Printed, Party, Standing,
    Votes,
};
use shell::{App, Paper};
use store::Conn;

use crate::actions::{self, Scene};
use crate::records;
use crate::rules::{
    Decision, Entry, Minutes, Named, Outcome, Part, State, StepKind, Task, TaskState, Vote,
    found_lines, without_lines,
};

/// The approved minutes of a gathering, to be printed; none where there are none. `internal`
/// asks for the internal part too.
///
/// # Errors
/// When a record cannot be read.
pub fn approved_minutes(
    conn: &mut Conn<'_>,
    app: &App,
    gathering: GatheringId,
    internal: bool,
) -> Result<Option<Paper>, Fault> {
    let Some(minutes) = records::minutes_of(conn, gathering)? else {
        return Ok(None);
    };
    let Some(gathering) = gatherings::gathering(conn, gathering)? else {
        return Ok(None);
    };
    if !minutes.state.is_approved() {
        return Ok(None);
    }
    // Dated by their last change, the same minutes are the same document for every recipient.
    let at = minutes.changed_at;
    let scene = Scene { minutes, gathering };
    to_print(conn, app, &scene, (internal, Lang::De, at)).map(Some)
}

/// The minutes as they stand, to be printed.
pub(crate) fn to_print(
    conn: &mut Conn<'_>,
    app: &App,
    scene: &Scene,
    (internal, lang, at): (bool, Lang, Timestamp),
) -> Result<Paper, Fault> {
    let paper = paper(conn, app, scene, (internal, lang, at))?;
    let day = scene.gathering.starts.date();
    let name = match lang {
        Lang::De => format!("Protokoll-{day}.pdf"),
        Lang::En => format!("minutes-{day}.pdf"),
    };
    let app = app.clone();
    Ok(Paper::new(name, move || {
        papers::press(&app)?
            .minutes(&paper)
            .map_err(|cause| Fault::because("print minutes", cause))
    }))
}

fn paper(
    conn: &mut Conn<'_>,
    app: &App,
    scene: &Scene,
    (internal, lang, at): (bool, Lang, Timestamp),
) -> Result<MinutesPaper, Fault> {
    let Scene { minutes, gathering } = scene;
    let network = register::network(conn, minutes.network)?
        .ok_or_else(|| Fault::new("find the network of minutes"))?;
    let steps = records::steps(conn, minutes.id)?;
    let state = match minutes.state {
        State::Draft => MinutesState::Draft,
        State::Circulated => MinutesState::Circulated {
            until: steps
                .iter()
                .rev()
                .find_map(|step| step.until)
                .map(|until| dates::day(until, lang)),
        },
        State::Approved | State::Distributed => {
            let approved = steps
                .iter()
                .rfind(|step| step.kind == StepKind::Approval)
                .map_or(minutes.changed_at, |step| step.at);
            let on = approved
                .in_tz(&gathering.zone)
                .map_err(|cause| Fault::because("tell the day", cause))?;
            MinutesState::Approved {
                on: dates::day(on.date(), lang),
            }
        }
    };
    let rounds = steps
        .iter()
        .filter(|step| step.kind == StepKind::Circulation)
        .count();
    let revision = if rounds > 1 {
        rounds.to_string()
    } else {
        String::new()
    };
    Ok(MinutesPaper {
        letterhead: papers::letterhead(conn, app, &network, (lang, at))?,
        facts: papers::facts(conn, gathering, lang)?,
        with_signatures: minutes.state.is_approved(),
        state,
        revision,
        chair: party(conn, scene, &minutes.chair)?,
        minute_taker: party(conn, scene, &minutes.taker)?,
        attendance: attendance(conn, gathering.id)?,
        further_guests: gatherings::further_guests(conn, gathering.id)?
            .and_then(papers::further_guests),
        items: items(conn, scene, internal, lang)?,
    })
}

fn party(conn: &mut Conn<'_>, scene: &Scene, named: &Named) -> Result<Option<Party>, Fault> {
    let known = match named.person {
        Some(person) => register::representative(conn, person, scene.gathering.starts.date())?,
        None => None,
    };
    Ok(match known {
        Some(rep) => Some(Party {
            name: Some(actions::title(&rep)),
            ..Party::default()
        }),
        None if named.name.is_empty() => None,
        None => Some(Party {
            name: Some(named.name.clone()),
            ..Party::default()
        }),
    })
}

fn attendance(conn: &mut Conn<'_>, gathering: GatheringId) -> Result<Vec<AttendanceRow>, Fault> {
    let filled = |text: String| (!text.is_empty()).then_some(text);
    let rows = gatherings::attendance(conn, gathering)?;
    Ok(rows
        .into_iter()
        .map(|row| AttendanceRow {
            votes: false,
            standing: match row.state {
                Presence::Present => Standing::Present,
                Presence::Represented => Standing::Represented {
                    by: filled(row.represented_by),
                },
                Presence::Excused => Standing::Excused,
                Presence::Absent => Standing::Absent,
            },
            party: Party {
                name: filled(row.name),
                function: filled(row.function),
                body: filled(row.organisation_name),
            },
        })
        .collect())
}

fn items(
    conn: &mut Conn<'_>,
    scene: &Scene,
    internal: bool,
    lang: Lang,
) -> Result<Vec<MinutesItem>, Fault> {
    let whole = Whole::read(conn, &scene.minutes)?;
    Ok(whole
        .entries
        .iter()
        .zip(1..)
        .map(|(entry, number)| MinutesItem {
            number: number.to_string(),
            title: entry.title.clone(),
            text: whole.shown(entry, Part::Public, scene).into(),
            internal: Some(whole.shown(entry, Part::Internal, scene))
                .filter(|text| internal && !text.is_empty())
                .map(Into::into),
            decisions: whole
                .decisions_of(entry, internal)
                .map(printed_decision)
                .collect(),
            tasks: whole
                .tasks_of(entry, internal)
                .map(|task| printed_task(task, lang))
                .collect(),
        })
        .collect())
}

fn printed_decision(decision: &Decision) -> print::Decision {
    print::Decision {
        number: decision.label(),
        text: decision.wording.clone().into(),
        outcome: Some(outcome(decision.result, decision.vote)),
        votes: decision.vote.map(|vote| Votes {
            yes: count(vote.yes),
            no: count(vote.no),
            abstentions: count(vote.abstentions),
        }),
    }
}

fn printed_task(task: &Task, lang: Lang) -> print::Task {
    print::Task {
        what: task.wording.clone().into(),
        who: Party {
            name: Some(task.who.name.clone()),
            ..Party::default()
        },
        until: Some(dates::day_short(task.due, lang)),
    }
}

const fn outcome(result: Outcome, vote: Option<Vote>) -> Printed {
    match (result, vote) {
        (
            Outcome::Accepted,
            Some(Vote {
                no: 0,
                abstentions: 0,
                ..
            }),
        ) => Printed::Unanimous,
        (Outcome::Accepted, _) => Printed::Adopted,
        (Outcome::Rejected, _) => Printed::Rejected,
        (Outcome::Deferred, _) => Printed::Postponed,
        (Outcome::Noted, _) => Printed::Noted,
    }
}

fn count(votes: i64) -> u32 {
    u32::try_from(votes).unwrap_or(u32::MAX)
}

/// Everything that minutes say, for whoever shows it.
pub(crate) struct Whole {
    /// The entries in order.
    pub entries: Vec<Entry>,
    decisions: Vec<Decision>,
    tasks: Vec<Task>,
}

impl Whole {
    pub fn read(conn: &mut Conn<'_>, minutes: &Minutes) -> Result<Self, Fault> {
        Ok(Self {
            entries: records::entries(conn, minutes.id)?,
            decisions: records::decisions_of(conn, minutes.id)?,
            tasks: records::tasks_of(conn, minutes.id)?,
        })
    }

    /// A text without the lines that became tasks: those are shown apart.
    pub fn shown(&self, entry: &Entry, part: Part, scene: &Scene) -> String {
        let lines: Vec<&str> = self
            .tasks
            .iter()
            .filter(|task| task.entry == entry.id)
            .filter_map(|task| task.line.as_deref())
            .collect();
        let text = entry.text(part);
        let found = found_lines(text, scene.gathering.starts.date());
        without_lines(text, |line| {
            lines.contains(&line) && found.iter().any(|it| it.line == line)
        })
    }

    pub fn decisions_of(&self, entry: &Entry, internal: bool) -> impl Iterator<Item = &Decision> {
        let id = entry.id;
        self.decisions
            .iter()
            .filter(move |decision| decision.entry == id && (internal || !decision.internal))
    }

    pub fn tasks_of(&self, entry: &Entry, internal: bool) -> impl Iterator<Item = &Task> {
        let id = entry.id;
        self.tasks.iter().filter(move |task| {
            task.entry == id && (internal || !task.internal) && task.state != TaskState::Dropped
        })
    }
}
