//! The register's pages.

mod fields;
mod groups;
mod organisations;
mod own;
mod panels;
mod people;
mod settings;
mod sign_in;
mod words;

pub(crate) use fields::*;
pub(crate) use groups::*;
pub(crate) use organisations::*;
pub(crate) use own::*;
pub(crate) use panels::PANELS;
pub(crate) use people::*;
pub(crate) use settings::*;
pub(crate) use sign_in::*;
pub(crate) use words::*;
