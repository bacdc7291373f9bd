//! What a poll is, who answered what, and which day suits best. Pure.

mod best;
mod poll;

pub use best::{Tally, best, tally};
pub use poll::{Answer, Asked, DatePoll, Fits, PollState, ProposedDate, Stage};
pub(crate) use poll::{LEAST_DATES, MOST_DATES};
