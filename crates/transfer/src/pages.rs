//! The pages of lists in and out.

mod columns;
mod result;
mod review;

pub(crate) use columns::columns_page;
pub(crate) use result::{BusyPage, kind_of, result_page};
pub(crate) use review::{Review, review_page};

use askama::Template;
use shell::{Fields, Link, Page, Visit};

use crate::links;
use crate::records::Transfer;

/// A list that was read in, in the table of them.
pub(crate) struct TransferLine {
    pub(crate) name: String,
    pub(crate) href: String,
    pub(crate) when: String,
    pub(crate) actor: String,
    pub(crate) state: String,
}

/// What lists there are.
#[derive(Template)]
#[template(path = "transfer/lists.html")]
pub(crate) struct ListsPage {
    pub(crate) page: Page,
    pub(crate) out: Vec<Link>,
    pub(crate) groups: Vec<Link>,
    pub(crate) import: Option<Import>,
}

/// What the office alone sees: reading in.
pub(crate) struct Import {
    pub(crate) fields: Fields,
    pub(crate) action: String,
    pub(crate) hint: String,
    pub(crate) sample_href: String,
    pub(crate) transfers: Vec<TransferLine>,
}

/// With which columns a list goes out.
#[derive(Template)]
#[template(path = "transfer/export.html")]
pub(crate) struct ExportPage {
    pub(crate) page: Page,
    pub(crate) fields: Fields,
    pub(crate) action: String,
    pub(crate) choices: Vec<(String, String)>,
    pub(crate) cancel_href: String,
}

/// A page below the lists.
pub(crate) fn below(visit: &Visit, page: Page) -> Page {
    let slug = visit.network.as_ref().map_or("", |it| it.slug.as_str());
    let lists = links::of(links::LISTS, slug);
    page.below(visit.say("transfer-nav"), &lists)
}

/// A path of a list in the language of the visit.
pub(crate) fn href(visit: &Visit, address: &str, it: &Transfer) -> String {
    let slug = visit.network.as_ref().map_or("", |it| it.slug.as_str());
    visit.href(&links::below(address, slug, it.id))
}
