//! All SQL of plans and topics.

pub(crate) mod archive;
pub mod holdings;
pub mod plans;
pub mod school;
pub mod topics;
