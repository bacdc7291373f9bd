//! Ids, time and dice, refusals and the one decision who may do what.
//!
//! Everything here is small, still and free of I/O: all other crates stand on it.

mod lang;

pub use lang::Lang;
