//! Taking gatherings into a plan that are known already.

use askama::Template;
use shell::{Fields, Page};

/// The page.
#[derive(Template)]
#[template(path = "planning/adopt.html")]
pub(crate) struct AdoptPage {
    pub(crate) page: Page,
    pub(crate) fields: Fields,
    pub(crate) action: String,
    pub(crate) cancel: String,
    pub(crate) gatherings: Vec<(String, String)>,
}
