//! What stands on a page besides gatherings, and what surrounds them.

mod affiliation;
pub(crate) mod asking;
pub(crate) mod kinds;
mod mails;
pub(crate) mod organisations;
pub(crate) mod people;
mod persons;
pub(crate) mod posts;
pub(crate) mod speakers;
pub(crate) mod topics;
