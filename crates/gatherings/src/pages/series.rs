//! Series at work.

use askama::Template;
use shell::{Fields, Page};

/// A series in the list.
pub(crate) struct Row {
    pub(crate) name: String,
    pub(crate) kind: String,
    pub(crate) count: usize,
    pub(crate) next: String,
    pub(crate) edit: String,
}

/// All series and the form for a new one.
#[derive(Template)]
#[template(path = "gatherings/series.html")]
pub(crate) struct SeriesPage {
    pub(crate) page: Page,
    pub(crate) rows: Vec<Row>,
    pub(crate) form: SeriesForm,
}

/// One series.
#[derive(Template)]
#[template(path = "gatherings/series-edit.html")]
pub(crate) struct SeriesEditPage {
    pub(crate) page: Page,
    pub(crate) form: SeriesForm,
}

/// The fields of a series.
pub(crate) struct SeriesForm {
    pub(crate) fields: Fields,
    pub(crate) action: String,
    pub(crate) kinds: Vec<(String, String)>,
    pub(crate) submit: &'static str,
    pub(crate) cancel: String,
}
