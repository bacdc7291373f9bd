//! Tasks: made by a form, done, dropped, opened again.

use base::access::Actor;
use base::{Fault, Halt, Moment, TaskId};
use jiff::civil::Date;
use store::Conn;

use super::{Scene, draft, note, scene};
use crate::rules::{EntryId, Part, Responsible, Task, TaskState};
use crate::{jobs, records};

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

/// The journal is read by more people than an internal part: it names the day alone.
pub(super) fn day_of(task: &Task) -> String {
    task.due.to_string()
}

/// Enters a task with its reminders and its line in the journal.
pub(super) fn make(
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
