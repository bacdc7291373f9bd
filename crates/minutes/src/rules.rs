//! What minutes are and what holds for them; no clock, no dice, no SQL, no HTML.

mod decision;
mod diff;
mod entry;
mod life;
mod objection;
mod pairing;
mod task;
mod task_line;
mod who;

pub use decision::{Decision, Outcome, Vote};
pub use diff::{Piece, changes, union};
pub use entry::{Entry, EntryId, Part, Reason, Revision};
pub use life::{Act, Minutes, Named, Standing, State, Step, StepKind, allow};
pub use objection::{Objection, ObjectionState};
pub use pairing::{Known, pair};
pub use task::{Task, TaskState};
pub use task_line::{Due, TaskLine, found_lines, without_lines};
pub use who::{
    Answer, AnswerKind, Candidate, Doubt, Found, Question, Responsible, find_who, plain,
};
