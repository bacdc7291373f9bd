//! Work on the agenda.

use askama::Template;
use shell::{Fields, Page};

use super::form::WhoFields;
use super::show::Who;

/// An item at work.
pub(crate) struct Item {
    pub(crate) number: i64,
    pub(crate) title: String,
    pub(crate) text: String,
    pub(crate) meta: String,
    pub(crate) speakers: Vec<Who>,
    pub(crate) place: String,
    pub(crate) edit: String,
    pub(crate) removal: String,
    pub(crate) is_first: bool,
    pub(crate) is_last: bool,
}

/// The agenda with its items and the form for a new one.
#[derive(Template)]
#[template(path = "gatherings/agenda.html")]
pub(crate) struct AgendaPage {
    pub(crate) page: Page,
    pub(crate) tabs: String,
    pub(crate) items: Vec<Item>,
    pub(crate) overrun: Option<String>,
    pub(crate) news: Option<News>,
    pub(crate) item: ItemForm,
}

/// The question whether the invited are told of the changed agenda.
pub(crate) struct News {
    pub(crate) fields: Fields,
    pub(crate) action: String,
    pub(crate) informs: Vec<(String, String)>,
}

/// The fields of one item.
pub(crate) struct ItemForm {
    pub(crate) fields: Fields,
    pub(crate) action: String,
    pub(crate) speakers: Vec<WhoFields>,
    pub(crate) submit: &'static str,
    pub(crate) cancel: Option<String>,
}

/// One item by itself.
#[derive(Template)]
#[template(path = "gatherings/item.html")]
pub(crate) struct ItemPage {
    pub(crate) page: Page,
    pub(crate) tabs: String,
    pub(crate) item: ItemForm,
}
