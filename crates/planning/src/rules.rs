//! What holds for plans and topics, without clock, dice, database or page.

mod conflict;
mod host;
mod plan;
mod recurrence;
mod school;
mod topic;

pub use conflict::{Conflict, Other, Surroundings, conflicts};
pub use host::{Candidate, Suggestion, WINDOW_YEARS, suggest, suggest_all};
pub use plan::{PlanState, RowFacts, RowKind, YearPlan};
pub use recurrence::{DateRule, Nth, same_place};
pub use school::{SchoolHoliday, read_ics, read_table, written};
pub use topic::{DEADLINE_DAYS, Topic, TopicState};
