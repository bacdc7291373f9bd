//! The table of a plan: what it is made of, its rows as typed, and what the program proposes.

pub(crate) mod adoptable;
pub(crate) mod propose;
pub(crate) mod rows;
pub(crate) mod sheet;
