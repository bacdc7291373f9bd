//! The pages of this room.

pub(crate) mod described;
pub(crate) mod edit;
pub(crate) mod forms;
pub(crate) mod panel;
pub(crate) mod show;

use base::{Halt, Lang};
use calendar::dates;
use gatherings::{Gathering, Speaker};
use jiff::ToSpan;
use registration::Texts;
use shell::{ContentLang, Marked, Page, Visit};

use crate::rules::{Hours, Known, Session};

/// Day and month, hour and "Uhr" stay on one line.
pub(crate) fn together(text: &str) -> String {
    text.replace(". ", ".\u{a0}").replace(" Uhr", "\u{a0}Uhr")
}

/// A text of the office in the language of the page, where it has one.
pub(crate) fn own_words(visit: &Visit, texts: &Texts) -> Marked {
    let (text, lang) = texts.in_lang(visit.lang);
    if lang == Lang::De {
        return Marked::record(visit.content_lang(), text);
    }
    Marked::own(text)
}

/// The attribute for a text in the language that it is in.
pub(crate) fn lang_of(visit: &Visit, texts: &Texts) -> ContentLang {
    ContentLang::of(texts.in_lang(visit.lang).1, visit.lang)
}

/// From when until when.
pub(crate) fn time_of(visit: &Visit, hours: &Hours) -> String {
    together(&dates::time_span(hours.starts, hours.ends, visit.lang))
}

/// The day of hours, where a gathering has several.
pub(crate) fn day_of(visit: &Visit, it: &Gathering, hours: &Hours) -> Option<String> {
    let first = it.starts.date();
    if first == it.ends.date() {
        return None;
    }
    let day = first.checked_add(hours.day.days()).unwrap_or(first);
    Some(together(&dates::day_long(day, visit.lang)))
}

/// Somebody who speaks, as pages name them.
pub(crate) struct Who {
    pub(crate) name: String,
    pub(crate) role: String,
}

impl Who {
    pub(crate) fn new(visit: &Visit, speaker: &Speaker) -> Self {
        let role = match (speaker.function.is_empty(), speaker.body.is_empty()) {
            (false, false) => visit.tell(
                "gatherings-function-at",
                &[
                    ("function", (&speaker.function).into()),
                    ("body", (&speaker.body).into()),
                ],
            ),
            (false, true) => speaker.function.clone(),
            _ => speaker.body.clone(),
        };
        Self {
            name: speaker.name.clone(),
            role,
        }
    }
}

/// What a session's language is called; nothing where it says none.
pub(crate) fn lang_name(visit: &Visit, tag: &str) -> Option<String> {
    let key = format!("programme-lang-{tag}");
    (!tag.is_empty()).then(|| visit.say(&key).to_owned())
}

/// Language and what helps to follow a session, in words.
pub(crate) fn marks_of(visit: &Visit, it: &Session) -> Vec<String> {
    let marks = it.marks.iter().map(|mark| visit.say(mark.key()).to_owned());
    lang_name(visit, &it.lang)
        .into_iter()
        .chain(marks)
        .collect()
}

/// What is known of a place: what, whether in words, and how a page shows it beside them.
pub(crate) struct AccessRow {
    pub(crate) label: String,
    pub(crate) known: String,
    pub(crate) is_known: bool,
}

pub(crate) fn access_rows(visit: &Visit, it: &crate::rules::Access) -> Vec<AccessRow> {
    let facts = it.facts().into_iter();
    facts
        .map(|(_, key, _, known)| AccessRow {
            label: visit.say(key).to_owned(),
            known: visit.say(known.key()).to_owned(),
            is_known: known != Known::Unknown,
        })
        .collect()
}

/// A page below a gathering, with the path that leads to it.
pub(crate) fn below(visit: &Visit, it: &Gathering, page: Page) -> Result<Page, Halt> {
    let network = visit.network()?;
    let slug = &network.slug;
    Ok(page
        .below_record(&network.name, &format!("/{slug}"))
        .below(visit.say("gatherings-list"), &gatherings::links::list(slug))
        .below_record(&it.title, &gatherings::links::gathering(slug, &it.slug)))
}
