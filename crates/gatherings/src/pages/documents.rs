//! Work on documents.

use askama::Template;
use shell::{Fields, Page};

/// A document at work.
pub(crate) struct Row {
    pub(crate) title: String,
    pub(crate) href: String,
    pub(crate) what: String,
    pub(crate) audience: String,
    pub(crate) version: i64,
    pub(crate) edit: String,
}

/// All documents and the form for a new one.
#[derive(Template)]
#[template(path = "gatherings/documents.html")]
pub(crate) struct DocumentsPage {
    pub(crate) page: Page,
    pub(crate) tabs: String,
    pub(crate) rows: Vec<Row>,
    pub(crate) fields: Fields,
    pub(crate) action: String,
    pub(crate) audiences: Vec<(String, String)>,
    pub(crate) file_hint: String,
}

/// A version of a document.
pub(crate) struct Version {
    pub(crate) number: i64,
    pub(crate) file_name: String,
    pub(crate) href: String,
    pub(crate) what: String,
    pub(crate) added: String,
    pub(crate) added_by: String,
}

/// One document with its versions.
#[derive(Template)]
#[template(path = "gatherings/document.html")]
pub(crate) struct DocumentPage {
    pub(crate) page: Page,
    pub(crate) tabs: String,
    pub(crate) fields: Fields,
    pub(crate) action: String,
    pub(crate) audiences: Vec<(String, String)>,
    pub(crate) versions: Vec<Version>,
    pub(crate) version_fields: Fields,
    pub(crate) version_action: String,
    pub(crate) file_hint: String,
    pub(crate) removal: String,
    pub(crate) cancel: String,
}
