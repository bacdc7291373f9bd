//! Asking again before something is published or taken away.

use askama::Template;
use shell::{Marked, Page};

/// A question with what follows from a yes.
#[derive(Template)]
#[template(path = "confirm.html")]
pub(crate) struct ConfirmPage {
    pub(crate) page: Page,
    pub(crate) question: Marked,
    pub(crate) consequences: Vec<Marked>,
    pub(crate) action: String,
    pub(crate) confirm_label: String,
    pub(crate) cancel_href: String,
    pub(crate) danger: bool,
}
