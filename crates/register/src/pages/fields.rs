//! Pages of a network's fields of work and of its own fields.

use askama::Template;
use shell::{Fields, Link, Marked, Page};

use super::JournalLine;

/// A field of work in the settings: its fields' names, and how many chose it.
pub(crate) struct WorkRow {
    pub(crate) name: String,
    pub(crate) offered: String,
    pub(crate) label: String,
    pub(crate) legend: Marked,
    pub(crate) count: String,
}

/// The fields of work that a network offers.
#[derive(Template)]
#[template(path = "register/works.html")]
pub(crate) struct WorksPage {
    pub(crate) page: Page,
    pub(crate) tabs: Vec<(Link, bool)>,
    pub(crate) action: String,
    pub(crate) fields: Fields,
    pub(crate) rows: Vec<WorkRow>,
}

/// One field of a network's own.
pub(crate) struct CustomLine {
    pub(crate) label: Marked,
    pub(crate) kind: String,
    pub(crate) marks: Vec<String>,
    pub(crate) filled: i64,
    pub(crate) edit_href: String,
    pub(crate) close_href: Option<String>,
    pub(crate) reopen_href: Option<String>,
}

/// The fields of one kind of record.
pub(crate) struct CustomGroup {
    pub(crate) heading: String,
    pub(crate) new_href: String,
    pub(crate) lines: Vec<CustomLine>,
}

/// The fields of a network's own.
#[derive(Template)]
#[template(path = "register/custom-fields.html")]
pub(crate) struct CustomFieldsPage {
    pub(crate) page: Page,
    pub(crate) tabs: Vec<(Link, bool)>,
    pub(crate) groups: Vec<CustomGroup>,
    pub(crate) journal: Vec<JournalLine>,
}

/// The form of a field of a network's own.
#[derive(Template)]
#[template(path = "register/custom-field-form.html")]
pub(crate) struct CustomFieldForm {
    pub(crate) page: Page,
    pub(crate) fields: Fields,
    pub(crate) action: String,
    pub(crate) save: &'static str,
    pub(crate) cancel_href: String,
    pub(crate) is_new: bool,
    pub(crate) has_choices: bool,
    pub(crate) record_kinds: Vec<(String, String)>,
    pub(crate) value_kinds: Vec<(String, String)>,
    pub(crate) seen: Vec<(String, String)>,
}
