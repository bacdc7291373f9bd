//! All statements of lists in and out.

pub(crate) mod archive;
mod changes;
mod holdings;
mod memory;
mod rows;
mod transfers;

pub(crate) use changes::*;
pub(crate) use holdings::{HOLDINGS, RETAINED};
pub(crate) use memory::*;
pub(crate) use rows::*;
pub(crate) use transfers::*;
