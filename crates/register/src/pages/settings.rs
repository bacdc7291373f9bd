//! The page of a network's settings.

use askama::Template;
use shell::{Fields, Page};

use super::JournalLine;

/// A network's settings.
#[derive(Template)]
#[template(path = "register/settings.html")]
pub(crate) struct SettingsPage {
    pub(crate) page: Page,
    pub(crate) fields: Fields,
    pub(crate) action: String,
    pub(crate) lands: Vec<(String, String)>,
    pub(crate) contrast: String,
    pub(crate) logo_href: Option<String>,
    pub(crate) logo_alt: String,
    pub(crate) journal: Vec<JournalLine>,
}
