//! The pages of moving in.

mod draft;
mod list;
mod pictures;
mod together;

pub(crate) use draft::{DraftPage, RecordLink, Shown, draft_page};
pub(crate) use list::{List, fates, list_page};
pub(crate) use together::together_page;

use std::fmt::Display;

use askama::Template;
use calendar::dates;
use jiff::civil::Date;
use shell::{Fields, Marked, Page, Visit};

use crate::links;
use crate::records::drafts::Draft;

/// A file that came in, in the table of them.
pub(crate) struct UploadLine {
    pub(crate) name: String,
    pub(crate) href: String,
    pub(crate) is_waiting: bool,
    pub(crate) when: String,
    pub(crate) actor: String,
    pub(crate) state: String,
    pub(crate) found: String,
}

/// Where files come in, and which did.
#[derive(Template)]
#[template(path = "move_in/uploads.html")]
pub(crate) struct UploadsPage {
    pub(crate) page: Page,
    pub(crate) fields: Fields,
    pub(crate) action: String,
    pub(crate) hint: String,
    pub(crate) open: Option<String>,
    pub(crate) drafts_href: String,
    pub(crate) lines: Vec<UploadLine>,
}

/// Files that came in together.
#[derive(Template)]
#[template(path = "move_in/batch.html")]
pub(crate) struct BatchPage {
    pub(crate) page: Page,
    pub(crate) is_busy: bool,
    pub(crate) progress: String,
    pub(crate) done: usize,
    pub(crate) all: usize,
    pub(crate) known: Option<String>,
    pub(crate) lines: Vec<UploadLine>,
    pub(crate) here: String,
    pub(crate) drafts_href: String,
}

/// Drafts with one fate.
pub(crate) struct Fates {
    /// What becomes of them.
    pub(crate) label: String,
    /// The drafts.
    pub(crate) lines: Vec<FateLine>,
}

/// A draft in a list of those with one fate.
pub(crate) struct FateLine {
    pub(crate) title: String,
    pub(crate) href: String,
    pub(crate) day: String,
}

/// Accepting everything that is sure enough.
#[derive(Template)]
#[template(path = "move_in/all.html")]
pub(crate) struct AllPage {
    pub(crate) page: Page,
    pub(crate) fields: Fields,
    pub(crate) choices: Vec<(String, String)>,
    pub(crate) look_action: String,
    pub(crate) only: Option<String>,
    pub(crate) action: String,
    pub(crate) outcome: Option<String>,
    pub(crate) undo_href: Option<String>,
    /// What was accepted together before, and where it is taken back.
    pub(crate) bulks: Vec<(Marked, String)>,
    pub(crate) fates: (Vec<Fates>, usize),
    pub(crate) drafts_href: String,
}

/// A page below the files.
pub(crate) fn below(visit: &Visit, page: Page) -> Page {
    let slug = visit.network.as_ref().map_or("", |it| it.slug.as_str());
    page.below(visit.say("move-in-nav"), &links::of(links::UPLOADS, slug))
}

/// An address in the language of the visit.
pub(crate) fn href(visit: &Visit, address: &str) -> String {
    let slug = visit.network.as_ref().map_or("", |it| it.slug.as_str());
    visit.href(&links::of(address, slug))
}

/// An address of a record in the language of the visit.
pub(crate) fn href_of(visit: &Visit, address: &str, record: impl Display) -> String {
    let slug = visit.network.as_ref().map_or("", |it| it.slug.as_str());
    visit.href(&links::below(address, slug, record))
}

/// A day in words; empty where there is none.
fn day(visit: &Visit, day: Option<Date>) -> String {
    day.map_or_else(String::new, |it| dates::day(it, visit.lang))
}

/// Who has decided about a draft, and when, in these words.
pub(crate) fn decision(visit: &Visit, key: &str, draft: &Draft) -> Marked {
    let when = draft.decided_at.map(|at| visit.hour(at));
    let args = [
        ("when", when.unwrap_or_default().into()),
        ("actor", shell::record(&draft.actor)),
    ];
    visit.tell_marked(key, &args)
}

/// How sure a draft is, in words and as a number.
pub(crate) fn sure(visit: &Visit, confidence: i64) -> String {
    let key = match confidence {
        85.. => "move-in-sure-high",
        65..85 => "move-in-sure-middle",
        _ => "move-in-sure-low",
    };
    visit.tell(key, &[("number", confidence.into())])
}
