//! Tasks: read from lines, made by a form, done, reopened, put on the next agenda.

use base::access::Actor;
use base::{AgendaItemId, Fault, GatheringId, GroupId, Halt, MinutesId, Moment, NetworkId, TaskId};
use jiff::civil::Date;
use store::Conn;
use uuid::Uuid;

use super::{Scene, candidates, draft, note, scene, write};
use crate::rules::{
    Answer, AnswerKind, Candidate, Doubt, Due, Entry, EntryId, Found, Known, Outcome, Part,
    Question, Responsible, Task, TaskLine, TaskState, find_who, found_lines, pair, plain,
};
use crate::{jobs, records};

/// What lines are understood by: the register, and what people answered before.
struct Words {
    candidates: Vec<Candidate>,
    answers: Vec<Answer>,
}

impl Words {
    fn gather(conn: &mut Conn<'_>, scene: &Scene) -> Result<Self, Fault> {
        Ok(Self {
            candidates: candidates(conn, scene.minutes.network)?,
            answers: records::answers(conn, scene.minutes.id)?,
        })
    }

    fn answered(&self, spoken: &str) -> Option<&AnswerKind> {
        let spoken = plain(spoken);
        self.answers
            .iter()
            .find(|answer| answer.spoken == spoken)
            .map(|answer| &answer.kind)
    }

    fn is_only_text(&self, line: &TaskLine<'_>) -> bool {
        self.answered(line.line) == Some(&AnswerKind::Text)
    }

    fn who(&self, name: &str) -> Result<Responsible, Doubt> {
        if name.is_empty() {
            return Err(Doubt::NoName);
        }
        match self.answered(name) {
            Some(AnswerKind::Known(who)) => return Ok(who.clone()),
            Some(AnswerKind::Free) => {
                return Ok(Responsible {
                    name: name.to_owned(),
                    ..Responsible::default()
                });
            }
            Some(AnswerKind::Text) | None => {}
        }
        match find_who(name, &self.candidates) {
            Found::One(who) => Ok(who),
            Found::Several(some) => Err(Doubt::Several(some)),
            Found::Nobody => Err(Doubt::Nobody),
        }
    }

    /// Who and when, or everything that is unclear.
    fn understood(&self, line: &TaskLine<'_>) -> Result<(Responsible, Date), Vec<Doubt>> {
        let who = self.who(line.name);
        let due = match line.due {
            Due::On(day) => Ok(day),
            Due::Past(day) => Err(Doubt::Past(day)),
            Due::Unreadable(typed) => Err(Doubt::Unreadable(typed.to_owned())),
            Due::Missing => Err(Doubt::NoDay),
        };
        let text = if line.text.is_empty() {
            Err(Doubt::NoText)
        } else {
            Ok(())
        };
        match (who, due, text) {
            (Ok(who), Ok(due), Ok(())) => Ok((who, due)),
            (who, due, text) => Err([who.err(), due.err(), text.err()]
                .into_iter()
                .flatten()
                .collect()),
        }
    }
}

/// Makes an entry's tasks what its lines say: new lines make tasks, changed lines change
/// theirs, and a task whose line went goes too unless it is settled. What is not understood
/// comes back as questions and leaves its task as it was.
pub(super) fn follow_lines(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (who, scene): (&Actor, &Scene),
    entry: &Entry,
) -> Result<Vec<Question>, Halt> {
    let words = Words::gather(conn, scene)?;
    let known: Vec<(Task, String)> = records::tasks_of(conn, scene.minutes.id)?
        .into_iter()
        .filter(|task| task.entry == entry.id)
        .filter_map(|task| task.line.clone().map(|line| (task, line)))
        .collect();
    let lines = lines_of(entry, scene, &words);
    let pairs = {
        let held = scene.gathering.starts.date();
        let old: Vec<Known<'_>> = known.iter().map(|(_, line)| as_known(line, held)).collect();
        let new: Vec<Known<'_>> = lines
            .iter()
            .map(|(_, line)| Known {
                line: line.line,
                name: line.name,
                text: line.text,
            })
            .collect();
        pair(&old, &new)
    };
    let mut questions = Vec::new();
    for ((part, line), paired) in lines.iter().zip(&pairs) {
        let old = paired.and_then(|at| known.get(at)).map(|(task, _)| task);
        match words.understood(line) {
            Ok((responsible, due)) => {
                let new = Wanted {
                    part: *part,
                    line,
                    responsible,
                    due,
                };
                keep(conn, moment, (who, scene), (entry.id, old), new)?;
            }
            Err(doubts) => questions.push(question(entry.id, *part, line, doubts)),
        }
    }
    for (at, (task, _)) in known.iter().enumerate() {
        if !pairs.contains(&Some(at)) {
            forget(conn, moment, (who, scene), task)?;
        }
    }
    Ok(questions)
}

fn lines_of<'e>(entry: &'e Entry, scene: &Scene, words: &Words) -> Vec<(Part, TaskLine<'e>)> {
    Part::ALL
        .into_iter()
        .flat_map(|part| {
            found_lines(entry.text(part), scene.gathering.starts.date())
                .into_iter()
                .map(move |line| (part, line))
        })
        .filter(|(_, line)| !words.is_only_text(line))
        .collect()
}

fn as_known(line: &str, held: Date) -> Known<'_> {
    let read = found_lines(line, held).into_iter().next();
    read.map_or(
        Known {
            line,
            name: "",
            text: "",
        },
        |read| Known {
            line,
            name: read.name,
            text: read.text,
        },
    )
}

fn question(entry: EntryId, part: Part, line: &TaskLine<'_>, doubts: Vec<Doubt>) -> Question {
    Question {
        entry,
        part,
        line: line.line.to_owned(),
        name: line.name.to_owned(),
        doubts,
    }
}

struct Wanted<'w> {
    part: Part,
    line: &'w TaskLine<'w>,
    responsible: Responsible,
    due: Date,
}

fn keep(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (who, scene): (&Actor, &Scene),
    (entry, old): (EntryId, Option<&Task>),
    new: Wanted<'_>,
) -> Result<(), Halt> {
    let Some(old) = old else {
        let task = Task {
            id: moment.id(),
            network: scene.minutes.network,
            minutes: scene.minutes.id,
            entry,
            internal: new.part.is_internal(),
            line: Some(new.line.line.to_owned()),
            who: new.responsible,
            wording: new.line.text.to_owned(),
            due: new.due,
            state: TaskState::Open,
            settled_at: None,
            settled_by: String::new(),
        };
        return make(conn, moment, (who, scene), &task).map_err(Halt::from);
    };
    let changed = Task {
        internal: new.part.is_internal(),
        line: Some(new.line.line.to_owned()),
        who: new.responsible,
        wording: new.line.text.to_owned(),
        due: new.due,
        ..old.clone()
    };
    if changed != *old {
        records::change_task(conn, &changed)?;
        if changed.due != old.due || changed.who != old.who {
            jobs::plan_reminders(conn, moment, &changed, &scene.gathering.zone)?;
        }
        note(
            conn,
            moment,
            (who, &scene.minutes),
            "task-changed",
            day_of(&changed),
        )?;
    }
    Ok(())
}

/// The journal is read by more people than an internal part: it names the day alone.
fn day_of(task: &Task) -> String {
    task.due.to_string()
}

fn make(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (who, scene): (&Actor, &Scene),
    task: &Task,
) -> Result<(), Fault> {
    records::add_task(conn, task, (&who.name, moment.now()))?;
    jobs::plan_reminders(conn, moment, task, &scene.gathering.zone)?;
    note(
        conn,
        moment,
        (who, &scene.minutes),
        "task-made",
        day_of(task),
    )
}

/// A settled task outlives its line.
fn forget(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (who, scene): (&Actor, &Scene),
    task: &Task,
) -> Result<(), Halt> {
    if task.state == TaskState::Open {
        jobs::forget_reminders(conn, task.id)?;
        records::remove_task(conn, task.id)?;
        note(
            conn,
            moment,
            (who, &scene.minutes),
            "task-removed",
            day_of(task),
        )?;
    } else {
        let lineless = Task {
            line: None,
            ..task.clone()
        };
        records::change_task(conn, &lineless)?;
    }
    Ok(())
}

/// The lines of minutes that nobody could understand.
pub fn questions(
    conn: &mut Conn<'_>,
    scene: &Scene,
    entries: &[Entry],
) -> Result<Vec<Question>, Fault> {
    let words = Words::gather(conn, scene)?;
    let mut all = Vec::new();
    for entry in entries {
        for (part, line) in lines_of(entry, scene, &words) {
            if let Err(doubts) = words.understood(&line) {
                all.push(question(entry.id, part, &line, doubts));
            }
        }
    }
    Ok(all)
}

/// Answers a question: what a name means, or that a line is only text, and the day.
///
/// # Errors
/// [`Halt::Stale`] where the line has changed meanwhile, [`Halt::Refused`] where the minutes
/// are no draft any more.
pub fn answer_question(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    entry: EntryId,
    (line, answer, due): (&str, Option<AnswerKind>, Option<Date>),
) -> Result<Vec<Question>, Halt> {
    let mut entry = records::entry(conn, entry)?.ok_or(Halt::Missing)?;
    let scene = draft(conn, entry.minutes)?;
    let held = scene.gathering.starts.date();
    let asked = questions(conn, &scene, std::slice::from_ref(&entry))?;
    let question = asked
        .into_iter()
        .find(|question| question.line == line)
        .ok_or(Halt::Stale)?;
    if let Some(kind) = answer {
        let spoken = match kind {
            AnswerKind::Text => plain(&question.line),
            AnswerKind::Known(_) | AnswerKind::Free => plain(&question.name),
        };
        if spoken.is_empty() {
            return Err(Halt::no("minutes-fault-no-name"));
        }
        records::keep_answer(conn, moment, scene.minutes.id, &Answer { spoken, kind })?;
    }
    if let Some(due) = due {
        if due < held {
            return Err(Halt::at("due", "minutes-fault-due-past"));
        }
        let instead = with_day(&question, due);
        write::replace_line(conn, moment, who, &mut entry, (line, &instead))?;
    }
    follow_lines(conn, moment, (who, &scene), &entry)
}

/// The line with a day that is understood in both languages.
fn with_day(question: &Question, due: Date) -> String {
    let text = question
        .line
        .split_once('@')
        .and_then(|(_, rest)| rest.split_once(':'))
        .map_or("", |(_, text)| text.trim());
    let (day, month, year) = (due.day(), due.month(), due.year());
    format!("@{} bis {day}.{month}.{year}: {text}", question.name)
}

/// A task that a form makes.
#[derive(Clone, Debug)]
pub struct NewTask {
    /// The entry.
    pub entry: EntryId,
    /// In which of its parts.
    pub part: Part,
    /// Who: a person or organisation of the register, or a name alone.
    pub who: Responsible,
    /// What.
    pub wording: String,
    /// Until when.
    pub due: Date,
}

/// Hands somebody a task.
///
/// # Errors
/// [`Halt::Refused`] for a day before the gathering, nobody, or minutes that are no draft.
pub fn add_task(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    new: NewTask,
) -> Result<TaskId, Halt> {
    let entry = records::entry(conn, new.entry)?.ok_or(Halt::Missing)?;
    let scene = draft(conn, entry.minutes)?;
    if new.due < scene.gathering.starts.date() {
        return Err(Halt::at("due", "minutes-fault-due-past"));
    }
    if new.who.name.is_empty() {
        return Err(Halt::at("who", "fault-missing"));
    }
    let task = Task {
        id: moment.id(),
        network: scene.minutes.network,
        minutes: scene.minutes.id,
        entry: entry.id,
        internal: new.part.is_internal(),
        line: None,
        who: new.who,
        wording: new.wording,
        due: new.due,
        state: TaskState::Open,
        settled_at: None,
        settled_by: String::new(),
    };
    make(conn, moment, (who, &scene), &task)?;
    Ok(task.id)
}

/// Marks a task as done or dropped, or opens it again.
///
/// # Errors
/// [`Halt::Missing`] for a task that is not there.
pub fn set_task_state(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    id: TaskId,
    state: TaskState,
) -> Result<(), Halt> {
    let task = records::task(conn, id)?.ok_or(Halt::Missing)?;
    if task.state == state {
        return Ok(());
    }
    let scene = scene(conn, task.minutes)?;
    let at = (state != TaskState::Open).then(|| moment.now());
    let by = if at.is_some() { who.name.as_str() } else { "" };
    records::settle_task(conn, id, state, (by, at))?;
    let verb = match state {
        TaskState::Open => {
            jobs::plan_reminders(conn, moment, &task, &scene.gathering.zone)?;
            "task-reopened"
        }
        TaskState::Done => "task-done",
        TaskState::Dropped => "task-dropped",
    };
    if state != TaskState::Open {
        jobs::forget_reminders(conn, id)?;
    }
    note(conn, moment, (who, &scene.minutes), verb, day_of(&task))?;
    Ok(())
}

/// Marks a task as done, or takes that back, for whoever holds its link.
///
/// # Errors
/// [`Halt::Missing`] for a link that does not or no longer hold.
pub fn done_by_link(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    token: &str,
    state: TaskState,
) -> Result<(), Halt> {
    let link = register::access_links::find(conn, jobs::TASK_LINK, token, moment.now())?
        .ok_or(Halt::Missing)?;
    let id: TaskId = link.subject.parse().map_err(|_| Halt::Missing)?;
    let person = link
        .person
        .map(|person| register::person(conn, person))
        .transpose()?
        .flatten();
    let task = records::task(conn, id)?.ok_or(Halt::Missing)?;
    let who = Actor {
        person: link.person,
        name: person.map_or(task.who.name, |person| person.name),
        ..Actor::default()
    };
    set_task_state(conn, moment, &who, id, state)
}

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
    let tasks = records::tasks_of_network(conn, network, TaskState::Open)?
        .into_iter()
        .map(|task| {
            (
                task.minutes,
                OpenPointKind::Task,
                task.id.into(),
                task.wording,
                task.who.name,
                Some(task.due),
                task.internal,
            )
        });
    let decisions = records::decisions_of_network(conn, network)?
        .into_iter()
        .filter(|decision| decision.is_open() && decision.result == Outcome::Deferred)
        .map(|it| {
            (
                it.minutes,
                OpenPointKind::Decision,
                it.id.into(),
                it.wording,
                String::new(),
                None,
                it.internal,
            )
        });
    let all: Vec<(
        MinutesId,
        OpenPointKind,
        Uuid,
        String,
        String,
        Option<Date>,
        bool,
    )> = tasks.chain(decisions).collect();
    let mut scenes: Vec<Scene> = Vec::new();
    let mut points = Vec::new();
    for (minutes, kind, id, wording, who, due, internal) in all {
        if !scenes.iter().any(|scene| scene.minutes.id == minutes) {
            match scene(conn, minutes) {
                Ok(found) => scenes.push(found),
                Err(Halt::Fault(fault)) => return Err(fault),
                Err(_) => continue,
            }
        }
        let found = scenes.iter().find(|scene| scene.minutes.id == minutes);
        let Some(scene) = found.filter(|scene| scene.gathering.group == group) else {
            continue;
        };
        points.push(OpenPoint {
            kind,
            id,
            wording,
            who,
            due,
            internal,
            gathering: scene.gathering.id,
            gathering_title: scene.gathering.title.clone(),
            held_on: scene.gathering.starts.date(),
        });
    }
    Ok(points)
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
