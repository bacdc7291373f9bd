//! Ids, time and dice, refusals and the one decision who may do what.
//!
//! Everything here is small, still and free of I/O: all other crates stand on it.

pub mod access;
mod ids;
mod lang;
mod moment;
mod refusal;
mod slug;

pub use ids::*;
pub use lang::Lang;
pub use moment::{Clock, Dice, Moment};
pub use refusal::{Blame, Fault, Halt, Lack};
pub use slug::{RESERVED, slug, written_out};
