//! Small pages: what everybody is told who registered, and asking for one's link once more.

use askama::Template;
use shell::{Fields, Form, Page, Visit};

use crate::links;

/// What whoever registered is told; it says nothing of who is registered.
#[derive(Template)]
#[template(path = "registration/sent.html")]
pub(crate) struct SentPage {
    pub(crate) page: Page,
    pub(crate) hold_minutes: i64,
    pub(crate) title: String,
    pub(crate) contact: Vec<String>,
    pub(crate) back: String,
}

/// The form that asks for a link.
#[derive(Template)]
#[template(path = "registration/again.html")]
pub(crate) struct AgainPage {
    pub(crate) page: Page,
    fields: Fields,
    action: String,
}

impl AgainPage {
    /// The form with what was typed.
    pub(crate) fn new(visit: &Visit, form: Form) -> Self {
        Self {
            page: Page::new(visit, visit.say("registration-again-title")),
            fields: Fields::new(visit, form),
            action: visit.href(links::AGAIN),
        }
    }
}

/// What everybody is told who asked, whether the address is known or not.
#[derive(Template)]
#[template(path = "registration/again-sent.html")]
pub(crate) struct AgainSentPage {
    pub(crate) page: Page,
}

/// A link that opens nothing.
#[derive(Template)]
#[template(path = "registration/closed.html")]
pub(crate) struct ClosedPage {
    pub(crate) page: Page,
    pub(crate) contacts: Vec<(String, Vec<String>)>,
}
