//! All SQL of this room.

pub(crate) mod archive;
pub(crate) mod consents;
pub(crate) mod erasures;
pub(crate) mod holdings;
mod journal;
pub(crate) mod notices;
pub(crate) mod reads;
pub(crate) mod requests;
pub(crate) mod retention;
mod terms;
