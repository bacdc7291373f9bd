//! The pages of this room.

mod answer;
mod draft;
mod form;
mod list;
mod marks;
mod panels;
mod results;
mod settle;

pub(crate) use answer::{Answering, ClosedPage, answer_page, contact, typed_answers};
pub(crate) use draft::draft_page;
pub(crate) use form::{FormPage, form_page};
pub(crate) use list::list_page;
pub(crate) use panels::PANELS;
pub(crate) use results::results_page;
pub(crate) use settle::settle_page;

use base::{Fault, Halt};
use calendar::dates;
use jiff::Timestamp;
use shell::{Page, Visit};

use crate::links;
use crate::rules::{DatePoll, ProposedDate};

/// Day and month, hour and "Uhr" stay on one line.
pub(crate) fn together(text: &str) -> String {
    text.replace(". ", ".\u{a0}").replace(" Uhr", "\u{a0}Uhr")
}

/// A day with its times, in words.
pub(crate) fn span(visit: &Visit, date: &ProposedDate) -> String {
    together(&dates::span(date.starts, date.ends, visit.lang))
}

/// An instant as the clocks of the poll's zone show it.
pub(crate) fn instant(visit: &Visit, at: Timestamp, zone: &str) -> String {
    let zone = calendar::Zone::named(zone).unwrap_or_else(|_| calendar::Zone::utc());
    dates::instant_local_short(at, &zone, visit.lang)
}

/// The path to a page below all polls.
pub(crate) fn below_polls(visit: &Visit, page: Page) -> Result<Page, Halt> {
    let network = visit.network()?;
    Ok(page
        .below_record(&network.name, &format!("/{}", network.slug))
        .below(visit.say("polls-nav"), &links::polls(&network.slug)))
}

/// The path to a page below one poll.
pub(crate) fn below(visit: &Visit, poll: &DatePoll, page: Page) -> Result<Page, Halt> {
    let path = links::poll(&visit.network()?.slug, poll.id, "");
    Ok(below_polls(visit, page)?
        .below_record(&poll.title, &path)
        .here())
}

pub(crate) fn rendered(template: &impl askama::Template) -> Result<String, Fault> {
    template
        .render()
        .map_err(|cause| Fault::because("render a part of a page", cause))
}
