//! One's own calendar: its address, how to subscribe, renewing and ending it.

use askama::Template;
use shell::Page;

/// One's own calendar of all networks.
#[derive(Template)]
#[template(path = "gatherings/personal.html")]
pub(crate) struct PersonalPage {
    pub(crate) page: Page,
    pub(crate) standing: Standing,
    pub(crate) renew: String,
    pub(crate) end: String,
}

/// How far the calendar has come.
pub(crate) enum Standing {
    /// It has no address.
    None,
    /// It has one, given at this hour.
    Since(String),
    /// It has just been given one.
    New(Address),
}

/// The address, as it is copied and as calendar programs open it.
pub(crate) struct Address {
    pub(crate) address: String,
    pub(crate) subscribe: String,
}

impl PersonalPage {
    /// Whether an address opens it.
    pub(crate) const fn is_open(&self) -> bool {
        !matches!(self.standing, Standing::None)
    }
}
