//! A plan as everybody reads it.

use askama::Template;
use calendar::dates;
use gatherings::{Outline, State};
use shell::{Link, Page, Visit};

use super::who;
use crate::rules::RowKind;

/// A row.
pub(crate) struct Row {
    pub(crate) iso: String,
    pub(crate) day: String,
    pub(crate) time: String,
    pub(crate) title: String,
    pub(crate) href: String,
    pub(crate) focus: String,
    pub(crate) topics: Vec<String>,
    pub(crate) host: String,
    pub(crate) guests: Vec<String>,
    pub(crate) kind: Option<String>,
    pub(crate) state: &'static str,
    pub(crate) state_label: String,
}

/// What the office can do.
pub(crate) struct Office {
    pub(crate) edit: String,
    pub(crate) publication: Option<String>,
}

/// The page.
#[derive(Template)]
#[template(path = "planning/show.html")]
pub(crate) struct ShowPage {
    pub(crate) page: Page,
    pub(crate) rows: Vec<Row>,
    pub(crate) has_guests: bool,
    pub(crate) years: Vec<Link>,
    pub(crate) pdf: String,
    pub(crate) ics: String,
    pub(crate) proposal: Option<String>,
    pub(crate) is_draft: bool,
    pub(crate) office: Option<Office>,
}

/// A gathering as a row.
pub(crate) fn row(visit: &Visit, network: &str, (it, kind): &(Outline, RowKind)) -> Row {
    let shows_topics = it.state != State::Cancelled;
    Row {
        iso: dates::iso_local(it.starts),
        day: dates::day_without_year(it.starts.date(), visit.lang),
        time: dates::time_span(it.starts.time(), it.ends.time(), visit.lang),
        title: it.title.clone(),
        href: visit.href(&gatherings::links::gathering(network, &it.slug)),
        focus: Some(it.focus.clone())
            .filter(|focus| *focus != it.title)
            .unwrap_or_default(),
        topics: it
            .topics
            .iter()
            .filter(|_| shows_topics)
            .filter(|topic| **topic != it.title)
            .cloned()
            .collect(),
        host: it.host_name.clone(),
        guests: it.guests.iter().map(|guest| who(visit, guest)).collect(),
        kind: kind_label(visit, it, *kind),
        state: it.state.word(),
        state_label: visit.say(it.state.key()).to_owned(),
    }
}

/// What a row is, unless its title says so already.
fn kind_label(visit: &Visit, it: &Outline, kind: RowKind) -> Option<String> {
    let label = visit.say(kind.key());
    (kind != RowKind::Meeting && it.title != label).then(|| label.to_owned())
}
