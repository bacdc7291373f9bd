//! Roles: who has which, giving and taking them, and the page that says who may do what.

mod actions;
mod holders;
mod journal;
mod pages;
pub(crate) mod records;
pub(crate) mod routes;
mod rules;

pub(crate) use actions::leave_assignments;
pub use actions::{Giving, give_role_to, take_assignment};
pub(crate) use holders::of_person;
pub use rules::{Assignment, Place};
