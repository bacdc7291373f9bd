//! The list of gatherings, by year and month.

use askama::Template;
use calendar::dates;
use jiff::civil::Date;
use shell::{Link, Page, Visit};

use super::entry::Entry;
use crate::links;
use crate::rules::{Listed, State};

/// A month with its gatherings.
pub(crate) struct Month {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) entries: Vec<Entry>,
}

/// A year that one can look at.
pub(crate) struct Year {
    pub(crate) label: String,
    pub(crate) href: String,
    pub(crate) current: bool,
}

/// The list.
#[derive(Template)]
#[template(path = "gatherings/list.html")]
pub(crate) struct ListPage {
    pub(crate) page: Page,
    pub(crate) months: Vec<Month>,
    pub(crate) years: Vec<Year>,
    pub(crate) is_present: bool,
    pub(crate) calendar_href: String,
    pub(crate) plan: Option<Link>,
    pub(crate) series: Option<Link>,
}

/// Groups what is in order of time by months and marks what comes next.
pub(crate) fn months(visit: &Visit, network: &str, listed: &[Listed]) -> Vec<Month> {
    let next = listed
        .iter()
        .find(|it| it.state == State::Announced && it.ends_at > visit.now)
        .map(|it| it.id);
    let mut months: Vec<(Date, Month)> = Vec::new();
    for it in listed {
        let first = it.starts.date().first_of_month();
        let mut entry = Entry::new(visit, network, it);
        entry.is_next = next == Some(it.id);
        match months.last_mut() {
            Some((month, group)) if *month == first => group.entries.push(entry),
            _ => months.push((
                first,
                Month {
                    id: format!("month-{}", dates::iso_month(first)),
                    name: dates::month_year(first, visit.lang),
                    entries: vec![entry],
                },
            )),
        }
    }
    months.into_iter().map(|(_, month)| month).collect()
}

/// The years as links; `shown` is the one on the page, none for the present.
pub(crate) fn years(visit: &Visit, network: &str, known: &[i16], shown: Option<i16>) -> Vec<Year> {
    let present = Year {
        label: visit.say("gatherings-list-present").to_owned(),
        href: visit.href(&links::list(network)),
        current: shown.is_none(),
    };
    let mut years = vec![present];
    years.extend(known.iter().map(|year| Year {
        label: year.to_string(),
        href: visit.href(&links::year(network, *year)),
        current: shown == Some(*year),
    }));
    years
}
