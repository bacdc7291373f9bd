//! Asking for one's links once more.

use askama::Template;
use shell::{Fields, Form, Page, Visit};

use crate::links;

/// The form.
#[derive(Template)]
#[template(path = "invitations/again.html")]
pub(crate) struct AgainPage {
    pub(crate) page: Page,
    fields: Fields,
    action: String,
}

impl AgainPage {
    /// The form with what was typed.
    pub(crate) fn new(visit: &Visit, form: Form) -> Self {
        Self {
            page: Page::new(visit, visit.say("invitations-again-title")),
            fields: Fields::new(visit, form),
            action: visit.href(links::AGAIN),
        }
    }
}

/// What everybody is told who asked, whether the address is known or not.
#[derive(Template)]
#[template(path = "invitations/again-sent.html")]
pub(crate) struct AgainSentPage {
    pub(crate) page: Page,
}

impl AgainSentPage {
    /// The page.
    pub(crate) fn new(visit: &Visit) -> Self {
        Self {
            page: Page::new(visit, visit.say("invitations-again-sent")),
        }
    }
}
