//! The register's pages.

mod groups;
mod organisations;
mod people;
mod settings;
mod sign_in;
mod words;

pub(crate) use groups::*;
pub(crate) use organisations::*;
pub(crate) use people::*;
pub(crate) use settings::*;
pub(crate) use sign_in::*;
pub(crate) use words::*;
