//! What stands on a page besides gatherings, and what surrounds them.

pub(crate) mod asking;
pub(crate) mod kinds;
pub(crate) mod organisations;
pub(crate) mod people;
pub(crate) mod posts;
pub(crate) mod topics;
