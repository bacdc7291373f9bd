//! All plans.

use askama::Template;
use shell::{Fields, Link, Page};

/// A plan in the list.
pub(crate) struct Row {
    pub(crate) title: String,
    pub(crate) href: String,
    pub(crate) count: String,
    pub(crate) state: &'static str,
    pub(crate) state_label: String,
}

/// The form that begins a plan.
pub(crate) struct Begin {
    pub(crate) fields: Fields,
    pub(crate) action: String,
    pub(crate) groups: Vec<(String, String)>,
}

/// The page.
#[derive(Template)]
#[template(path = "planning/list.html")]
pub(crate) struct ListPage {
    pub(crate) page: Page,
    pub(crate) rows: Vec<Row>,
    pub(crate) begin: Option<Begin>,
    pub(crate) topics: Option<Link>,
    pub(crate) school: Option<Link>,
}
