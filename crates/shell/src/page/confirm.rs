//! The question before something that is not easily undone.

use askama::Template;

use super::Page;
use super::language::Marked;

/// A question with what follows from a yes.
#[derive(Template)]
#[template(path = "confirm.html")]
pub struct ConfirmPage {
    /// The page around it.
    pub page: Page,
    /// The question.
    pub question: Marked,
    /// What follows.
    pub consequences: Vec<Marked>,
    /// Where the yes is sent to.
    pub action: String,
    /// The words of the yes.
    pub confirm_label: String,
    /// Where the no leads.
    pub cancel_href: String,
    /// Whether something is lost.
    pub danger: bool,
}
