//! Pages about one's own organisation, and about what contacts changed.

use askama::Template;
use shell::{Marked, Page};

use crate::actions::SeenChange;

/// One thing that a contact changed.
pub(crate) struct OwnChangeLine {
    pub(crate) what: Marked,
    pub(crate) by: Marked,
    pub(crate) state: String,
    pub(crate) state_class: &'static str,
    /// What the office sees of it here.
    pub(crate) seen: SeenChange,
    pub(crate) seen_href: String,
    pub(crate) back_href: String,
}

/// An organisation that somebody speaks for.
pub(crate) struct OwnOrganisation {
    pub(crate) name: String,
    pub(crate) address: Vec<String>,
    pub(crate) people: Vec<String>,
    pub(crate) memberships: Vec<(String, Marked, String)>,
    pub(crate) edit_href: String,
    pub(crate) record_href: Option<String>,
    pub(crate) changes: Vec<OwnChangeLine>,
}

/// The organisations that somebody speaks for.
#[derive(Template)]
#[template(path = "register/own.html")]
pub(crate) struct OwnPage {
    pub(crate) page: Page,
    pub(crate) organisations: Vec<OwnOrganisation>,
}

/// What contacts changed at one organisation.
pub(crate) struct OwnChangeGroup {
    pub(crate) name: String,
    pub(crate) href: String,
    pub(crate) changes: Vec<OwnChangeLine>,
}

/// What contacts changed, for the office.
#[derive(Template)]
#[template(path = "register/own-changes.html")]
pub(crate) struct OwnChangesPage {
    pub(crate) page: Page,
    pub(crate) action: String,
    /// How many more wait than are shown, in words.
    pub(crate) further: Option<String>,
    pub(crate) shown: usize,
    pub(crate) groups: Vec<OwnChangeGroup>,
    pub(crate) settled: Vec<OwnChangeGroup>,
}
