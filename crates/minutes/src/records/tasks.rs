//! Tasks.

use base::{Fault, MinutesId, NetworkId, PersonId, TaskId};
use jiff::Timestamp;
use jiff::civil::Date;
use store::{Conn, Row, params, sql};

use crate::rules::{Responsible, Task, TaskState};

fn read_task(row: &mut Row) -> Result<Task, Fault> {
    Ok(Task {
        id: row.take()?,
        network: row.take()?,
        minutes: row.take()?,
        entry: row.take()?,
        internal: row.take()?,
        line: row.take()?,
        who: Responsible {
            person: row.take()?,
            organisation: row.take()?,
            name: row.take()?,
        },
        wording: row.take()?,
        due: row.take()?,
        state: TaskState::from_word(&row.take::<String>()?)
            .ok_or_else(|| Fault::new("read the state of a task"))?,
        settled_at: row.take()?,
        settled_by: row.take()?,
    })
}

pub fn add_task(
    conn: &mut Conn<'_>,
    task: &Task,
    (by, at): (&str, Timestamp),
) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "INSERT INTO task (id, network_id, minutes_id, minutes_text_id, internal, line,
             person_id, organisation_id, who, wording, due_day, state, made_at, made_by)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)"
        ),
        params![
            task.id,
            task.network,
            task.minutes,
            task.entry,
            task.internal,
            task.line,
            task.who.person,
            task.who.organisation,
            task.who.name,
            task.wording,
            task.due,
            task.state.word(),
            at,
            by
        ],
    )?;
    Ok(())
}

/// Changes what a task says; its state stays.
pub fn change_task(conn: &mut Conn<'_>, task: &Task) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "UPDATE task SET line = $2, person_id = $3, organisation_id = $4, who = $5,
             wording = $6, due_day = $7, internal = $8 WHERE id = $1"
        ),
        params![
            task.id,
            task.line,
            task.who.person,
            task.who.organisation,
            task.who.name,
            task.wording,
            task.due,
            task.internal
        ],
    )?;
    Ok(())
}

pub fn settle_task(
    conn: &mut Conn<'_>,
    id: TaskId,
    state: TaskState,
    (by, at): (&str, Option<Timestamp>),
) -> Result<(), Fault> {
    conn.exec(
        sql!("UPDATE task SET state = $2, settled_at = $3, settled_by = $4 WHERE id = $1"),
        params![id, state.word(), at, by],
    )?;
    Ok(())
}

pub fn task(conn: &mut Conn<'_>, id: TaskId) -> Result<Option<Task>, Fault> {
    conn.one(
        sql!(
            "SELECT id, network_id, minutes_id, minutes_text_id, internal, line, person_id,
             organisation_id, who, wording, due_day, state, settled_at, settled_by
             FROM task WHERE id = $1"
        ),
        params![id],
        read_task,
    )
}

/// All tasks of minutes, in the order in which they were made.
pub fn tasks_of(conn: &mut Conn<'_>, minutes: MinutesId) -> Result<Vec<Task>, Fault> {
    conn.all(
        sql!(
            "SELECT id, network_id, minutes_id, minutes_text_id, internal, line, person_id,
             organisation_id, who, wording, due_day, state, settled_at, settled_by
             FROM task WHERE minutes_id = $1 ORDER BY made_at, id"
        ),
        params![minutes],
        read_task,
    )
}

/// All tasks of a network in a state, the most urgent first.
pub fn tasks_of_network(
    conn: &mut Conn<'_>,
    network: NetworkId,
    state: TaskState,
) -> Result<Vec<Task>, Fault> {
    conn.all(
        sql!(
            "SELECT id, network_id, minutes_id, minutes_text_id, internal, line, person_id,
             organisation_id, who, wording, due_day, state, settled_at, settled_by
             FROM task WHERE network_id = $1 AND state = $2
             ORDER BY due_day, made_at, id LIMIT 1000"
        ),
        params![network, state.word()],
        read_task,
    )
}

/// The open tasks of a person in a network, the most urgent first.
pub fn open_tasks_of(
    conn: &mut Conn<'_>,
    network: NetworkId,
    person: PersonId,
) -> Result<Vec<Task>, Fault> {
    conn.all(
        sql!(
            "SELECT id, network_id, minutes_id, minutes_text_id, internal, line, person_id,
             organisation_id, who, wording, due_day, state, settled_at, settled_by
             FROM task WHERE network_id = $1 AND person_id = $2 AND state = 'open'
             ORDER BY due_day, made_at, id LIMIT 100"
        ),
        params![network, person],
        read_task,
    )
}

/// The tasks of a network that were done or dropped in a span, in the order of that.
pub fn tasks_settled(
    conn: &mut Conn<'_>,
    network: NetworkId,
    (after, until): (Timestamp, Timestamp),
) -> Result<Vec<Task>, Fault> {
    conn.all(
        sql!(
            "SELECT id, network_id, minutes_id, minutes_text_id, internal, line, person_id,
             organisation_id, who, wording, due_day, state, settled_at, settled_by
             FROM task WHERE network_id = $1 AND state <> 'open'
             AND settled_at > $2 AND settled_at <= $3 ORDER BY settled_at, id LIMIT 200"
        ),
        params![network, after, until],
        read_task,
    )
}

/// For which due days the responsible were reminded before and chased after.
pub fn reminded(conn: &mut Conn<'_>, id: TaskId) -> Result<Option<(String, String)>, Fault> {
    conn.one(
        sql!("SELECT reminded_for, chased_for FROM task WHERE id = $1"),
        params![id],
        |row| Ok((row.take()?, row.take()?)),
    )
}

pub fn mark_reminded(conn: &mut Conn<'_>, id: TaskId, due: Date) -> Result<(), Fault> {
    conn.exec(
        sql!("UPDATE task SET reminded_for = $2 WHERE id = $1"),
        params![id, due],
    )?;
    Ok(())
}

pub fn mark_chased(conn: &mut Conn<'_>, id: TaskId, due: Date) -> Result<(), Fault> {
    conn.exec(
        sql!("UPDATE task SET chased_for = $2 WHERE id = $1"),
        params![id, due],
    )?;
    Ok(())
}

/// Takes out a task whose line is gone.
pub fn remove_task(conn: &mut Conn<'_>, id: TaskId) -> Result<(), Fault> {
    conn.exec(sql!("DELETE FROM task WHERE id = $1"), params![id])?;
    Ok(())
}
