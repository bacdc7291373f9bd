//! Roles: who has which, giving and taking them, and the page that says who may do what.

mod actions;
mod holders;
mod journal;
mod news;
mod offices;
mod pages;
pub(crate) mod records;
pub(crate) mod routes;
mod rules;
pub(crate) mod watch;

pub use actions::{Giving, give_role_to, take_assignment};
pub(crate) use holders::of_person;
pub(crate) use news::{ROLE, compose};
pub(crate) use offices::leave_roles;
pub(crate) use offices::unstaffed_from;
pub use offices::{
    GroupAct, is_last_office, runs_office_alone, set_office, set_protection, tell_of_group,
};
pub(crate) use pages::unstaffed;
pub(crate) use routes::unstaffed_without;
pub use rules::{Assignment, Place};
