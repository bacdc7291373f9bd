//! The page on which the office hands records over.

use askama::Template;
use shell::{Fields, Link, Page, Pages};

use crate::pages::Tab;

/// Somebody who speaks for a member.
pub(super) struct Line {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) href: String,
    pub(super) organisations: String,
    pub(super) mail: String,
    pub(super) state: String,
    pub(super) can_be_invited: bool,
}

/// All who speak for members.
#[derive(Template)]
#[template(path = "register/entrusting.html")]
pub(super) struct EntrustingPage {
    pub(super) page: Page,
    pub(super) fields: Fields,
    pub(super) action: String,
    pub(super) tabs: Vec<Tab>,
    pub(super) shown: &'static str,
    pub(super) lines: Vec<Line>,
    pub(super) pages: Pages,
    /// How many have no account and could be invited at once.
    pub(super) without: i64,
    pub(super) silent: Option<String>,
    /// The first of the members for whom nobody speaks.
    pub(super) silent_members: Vec<Link>,
    pub(super) outbox_href: String,
}
