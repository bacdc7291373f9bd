//! The pages of feedback: what was said, what is asked, answering.

mod own;
mod results;
mod settings;

pub(crate) use own::{PANELS, own_page, preview_page};
pub(crate) use results::{csv, none_page, results_page};
pub(crate) use settings::settings_page;

use base::Halt;
use gatherings::{Gathering, Tab, tabs};
use jiff::Timestamp;
use registration::Texts;
use shell::{Marked, Page, Visit};

/// Day and month, hour and "Uhr" stay on one line.
fn together(text: &str) -> String {
    text.replace(". ", ".\u{a0}").replace(" Uhr", "\u{a0}Uhr")
}

/// An instant as the clocks of a gathering show it.
fn instant(visit: &Visit, it: &Gathering, at: Timestamp) -> String {
    let zone = calendar::Zone::named(&it.zone).unwrap_or_else(|_| calendar::Zone::utc());
    together(&calendar::dates::instant_local(at, &zone, visit.lang))
}

/// A text of the office in the language of the page, where it has one.
fn own_words(visit: &Visit, texts: &Texts) -> Marked {
    let (text, lang) = texts.in_lang(visit.lang);
    if lang == base::Lang::De {
        return Marked::record(visit.content_lang(), text);
    }
    Marked::own(text)
}

/// A page below a gathering with its tabs.
fn below(visit: &Visit, it: &Gathering, title: &str) -> Result<(Page, String), Halt> {
    let network = visit.network()?;
    let slug = &network.slug;
    let page = Page::new(visit, visit.say(title))
        .below_record(&network.name, &format!("/{slug}"))
        .below(visit.say("gatherings-list"), &gatherings::links::list(slug))
        .below_record(&it.title, &gatherings::links::gathering(slug, &it.slug));
    Ok((page, tabs(visit, it, Tab::Registration)?))
}
