//! Pages about handing a function over.

use askama::Template;
use shell::{Fields, Marked, Page, Pick};

/// The form, with what would happen as typed.
#[derive(Template)]
#[template(path = "register/handover-form.html")]
pub(super) struct HandoverForm {
    pub(super) page: Page,
    pub(super) fields: Fields,
    pub(super) what: Marked,
    pub(super) action: String,
    pub(super) cancel_href: String,
    pub(super) people: Pick,
    pub(super) groups: Vec<(String, String)>,
    pub(super) preview: Option<Preview>,
}

/// What would happen.
pub(super) struct Preview {
    pub(super) lines: Vec<Marked>,
    pub(super) panels: Vec<String>,
}

/// A handover that is entered, and what is left to do.
#[derive(Template)]
#[template(path = "register/handover.html")]
pub(super) struct HandoverPage {
    pub(super) page: Page,
    pub(super) lines: Vec<Marked>,
    pub(super) panels: Vec<String>,
    pub(super) undo: String,
}
