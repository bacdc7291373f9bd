//! The pages of this room.

mod again;
mod contact;
mod contingents;
mod form;
mod list;
mod own;
mod panel;
mod place;
mod questions;
mod settings;

pub(crate) use again::{AgainPage, AgainSentPage, ClosedPage, SentPage};
pub(crate) use contact::contact_page;
pub(crate) use contingents::contingents_page;
pub(crate) use form::{
    Invited, Shown, Turned, put_answers, question_fields, show_form, takes_files,
};
pub(crate) use list::{list_page, none_page};
pub(crate) use own::{cancel_page, details_page, framed, move_page, own_page, place_of};
pub(crate) use panel::PANELS;
pub(crate) use place::place_page;
pub(crate) use questions::{question_page, questions_page};
pub(crate) use settings::settings_page;

use base::{Fault, Halt, Lang};
use calendar::dates;
use gatherings::Gathering;
use jiff::Timestamp;
use jiff::civil::Date;
use register::Network;
use shell::{Fields, Marked, Page, Visit};

use crate::links;
use crate::rules::{Offered, Texts};

/// Day and month, hour and "Uhr" stay on one line.
pub(crate) fn together(text: &str) -> String {
    text.replace(". ", ".\u{a0}").replace(" Uhr", "\u{a0}Uhr")
}

/// When a date takes place.
pub(crate) fn when(visit: &Visit, it: &Offered) -> String {
    together(&dates::span(it.starts, it.ends, visit.lang))
}

/// An instant as the clocks of a date's zone show it; the end of a day is named by the day.
pub(crate) fn until(visit: &Visit, it: &Offered, at: Timestamp) -> String {
    let zone = calendar::Zone::named(&it.zone).unwrap_or_else(|_| calendar::Zone::utc());
    let local = zone.local(at);
    let is_midnight = local.hour() == 0 && local.minute() == 0;
    match local.date().yesterday() {
        Ok(day) if is_midnight => together(&dates::day_long(day, visit.lang)),
        _ => together(&dates::instant_local(at, &zone, visit.lang)),
    }
}

/// Today where a date takes place.
pub(crate) fn today(it: &Offered, now: Timestamp) -> Date {
    let zone = calendar::Zone::named(&it.zone).unwrap_or_else(|_| calendar::Zone::utc());
    zone.local(now).date()
}

/// A text of the office in the language of the page, where it has one.
pub(crate) fn own_words(visit: &Visit, texts: &Texts) -> Marked {
    let (text, lang) = texts.in_lang(visit.lang);
    if lang == Lang::De {
        return Marked::record(visit.content_lang(), text);
    }
    Marked::own(text)
}

/// What a network wrote.
pub(crate) fn marked(visit: &Visit, text: &str) -> Marked {
    Marked::record(visit.content_lang(), text)
}

/// How the office of a network can be reached, a line each.
pub(crate) fn contact_lines(network: &Network) -> Vec<String> {
    [
        &network.office_name,
        &network.office_phone,
        &network.office_mail,
    ]
    .into_iter()
    .filter(|line| !line.is_empty())
    .cloned()
    .collect()
}

/// The path to a page below a gathering.
pub(crate) fn below(visit: &Visit, it: &Gathering, page: Page) -> Result<Page, Halt> {
    let network = visit.network()?;
    let slug = &network.slug;
    Ok(page
        .below_record(&network.name, &format!("/{slug}"))
        .below(visit.say("gatherings-list"), &gatherings::links::list(slug))
        .below_record(&it.title, &gatherings::links::gathering(slug, &it.slug)))
}

/// The path to a page below the office's list.
pub(crate) fn below_list(visit: &Visit, it: &Gathering, page: Page) -> Result<Page, Halt> {
    let slug = &visit.network()?.slug;
    let path = links::list(slug, &it.slug, "");
    Ok(below(visit, it, page)?
        .below(visit.say("registration-tab"), &path)
        .here())
}

/// What is wrong at a field that the template writes by itself.
pub(crate) fn fault_at(visit: &Visit, fields: &Fields, name: &str) -> Option<String> {
    let mut blames = fields.form().blames().iter();
    blames
        .find(|it| it.field == name)
        .map(|blame| shell::said(visit, blame))
}

pub(crate) fn rendered(template: &impl askama::Template) -> Result<String, Fault> {
    template
        .render()
        .map_err(|cause| Fault::because("render a part of a page", cause))
}
