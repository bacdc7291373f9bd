//! A gathering in a list.

use calendar::dates;
use shell::{Marked, Visit, record};

use crate::links;
use crate::rules::Listed;

/// One entry of a list of gatherings.
pub(crate) struct Entry {
    pub(crate) title: String,
    pub(crate) href: String,
    pub(crate) series: Option<Marked>,
    pub(crate) focus: String,
    pub(crate) day_number: String,
    pub(crate) month_short: &'static str,
    pub(crate) iso: String,
    pub(crate) day: String,
    pub(crate) time: String,
    pub(crate) place: String,
    pub(crate) state: &'static str,
    pub(crate) state_label: String,
    pub(crate) is_next: bool,
}

impl Entry {
    pub(crate) fn new(visit: &Visit, network: &str, listed: &Listed) -> Self {
        let day = listed.starts.date();
        let is_this_year = day.year() == visit.today().year();
        Self {
            title: listed.title.clone(),
            href: visit.href(&links::gathering(network, &listed.slug)),
            series: series_line(visit, listed.series.as_deref(), listed.series_number),
            focus: super::focus(&listed.title, &listed.focus),
            day_number: super::day_number(visit, day),
            month_short: dates::month_short(day, visit.lang),
            iso: dates::iso_local(listed.starts),
            day: if is_this_year {
                dates::day_without_year(day, visit.lang)
            } else {
                dates::day_long(day, visit.lang)
            },
            time: dates::time_span(listed.starts.time(), listed.ends.time(), visit.lang),
            place: listed.place(),
            state: listed.state.word(),
            state_label: visit.say(listed.state.key()).to_owned(),
            is_next: false,
        }
    }
}

/// The line above a title that names its series.
pub(crate) fn series_line(
    visit: &Visit,
    name: Option<&str>,
    number: Option<i64>,
) -> Option<Marked> {
    let name = name?;
    Some(match number {
        Some(number) => visit.tell_marked(
            "gatherings-series-part",
            &[("series", record(name)), ("number", number.into())],
        ),
        None => Marked::record(visit.content_lang(), name),
    })
}
