//! What people do with minutes: each act is one change with its journal entry, jobs and letters.

mod decisions;
mod life;
mod lines;
mod objections;
mod people;
mod points;
mod tasks;
mod write;

use base::access::Actor;
use base::{Fault, Halt, MinutesId, Moment};
use gatherings::Gathering;
use store::{Conn, Entry as Note};

use crate::records;
use crate::rules::{Act, Minutes, allow};

pub use decisions::{
    DecisionInput, NewDecision, add_decision, change_decision, remove_decision, set_decision_open,
};
pub use life::{
    Approval, approve, circulate, distribute, lapse, recipients, today, usual_term,
    withdraw_approval,
};
pub use lines::{answer_question, questions};
pub use objections::{NewObjection, Settlement, object, settle_objection};
pub(crate) use people::responsible;
pub use people::{
    candidates, is_party, representatives, responsible_organisation, responsible_person, title,
};
pub use points::{OpenPoint, OpenPointKind, open_points, put_on_agenda};
pub use tasks::{NewTask, add_task, done_by_link, set_task_state};
pub use write::{
    EntryText, Written, add_free_entry, begin_minutes, move_entry, remove_free_entry,
    set_minutes_people, write_entry,
};

/// Minutes with the gathering that they are of.
#[derive(Clone, Debug)]
pub struct Scene {
    /// The minutes.
    pub minutes: Minutes,
    /// The gathering.
    pub gathering: Gathering,
}

/// Finds minutes with their gathering.
pub fn scene(conn: &mut Conn<'_>, id: MinutesId) -> Result<Scene, Halt> {
    let minutes = records::minutes(conn, id)?.ok_or(Halt::Missing)?;
    let gathering = gatherings::gathering(conn, minutes.gathering)?.ok_or(Halt::Missing)?;
    Ok(Scene { minutes, gathering })
}

fn draft(conn: &mut Conn<'_>, id: MinutesId) -> Result<Scene, Halt> {
    let scene = scene(conn, id)?;
    let standing = records::standing(conn, &scene.minutes)?;
    allow(&standing, Act::Write)?;
    Ok(scene)
}

fn note(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (who, minutes): (&Actor, &Minutes),
    verb: &'static str,
    detail: String,
) -> Result<(), Fault> {
    conn.note(
        moment,
        &Note {
            network: Some(minutes.network),
            account: who.account,
            actor: &who.name,
            verb,
            kind: "minutes",
            subject: minutes.id.into(),
            detail,
        },
    )
}
