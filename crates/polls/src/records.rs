//! All SQL of polls.

pub(crate) mod archive;
mod asked;
mod holdings;
mod polls;

pub(crate) use asked::{
    Count, add_asked, answers, asked_by_person, counts_of, counts_of_gathering, open_of_person,
    put_answers,
};
pub use asked::{asked, asked_of};
pub(crate) use holdings::{HOLDINGS, RETAINED};
pub use polls::{dates, poll, polls_of};
pub(crate) use polls::{
    polls_of_gathering, put, put_dates, remove, set_deadline, set_settled, set_state,
};
