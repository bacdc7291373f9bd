//! Proposing an item for a gathering, and until when.

use askama::Template;
use shell::{Fields, Page, Pick};

/// The form that proposes an item.
#[derive(Template)]
#[template(path = "planning/proposal.html")]
pub(crate) struct ProposalPage {
    pub(crate) page: Page,
    pub(crate) fields: Fields,
    pub(crate) action: String,
    pub(crate) cancel: String,
    /// Until when; none once it is over.
    pub(crate) until: Option<String>,
    pub(crate) over: String,
    pub(crate) organisations: Option<Pick>,
}

/// The form with the last day for proposals.
#[derive(Template)]
#[template(path = "planning/deadline.html")]
pub(crate) struct DeadlinePage {
    pub(crate) page: Page,
    pub(crate) fields: Fields,
    pub(crate) action: String,
    pub(crate) cancel: String,
}
