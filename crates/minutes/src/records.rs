//! All statements of this room.

pub(crate) mod archive;
mod decisions;
mod entries;
mod holdings;
mod minutes;
mod objections;
mod tasks;
mod terms;

pub use decisions::{
    add_decision, change_decision, decision, decisions_of, decisions_of_network,
    last_decision_number, remove_decision, settle_decision,
};
pub use entries::{
    NewRevision, add_entry, change_entry, entries, entry, last_revision, move_entry, remove_entry,
    revise, revisions,
};
pub(crate) use holdings::HOLDINGS;
pub use minutes::{
    add_minutes, add_step, answers, has_accepted, keep_answer, minutes, minutes_in_state,
    minutes_of, set_people, set_state, standing, steps,
};
pub use objections::{
    add_objection, decide_waiting, objection, objections, objections_of_network, settle_objection,
};
pub use tasks::{
    add_task, change_task, mark_chased, mark_reminded, open_tasks_of, reminded, remove_task,
    settle_task, task, tasks_of, tasks_of_network, tasks_settled,
};
pub(crate) use terms::RETAINED;
