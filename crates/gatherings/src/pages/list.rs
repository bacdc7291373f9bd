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

/// A year or month that one can look at.
pub(crate) struct Choice {
    pub(crate) label: String,
    pub(crate) count: usize,
    pub(crate) href: String,
    pub(crate) current: bool,
}

/// What part of the list the page shows, and what there is beside it.
#[derive(Default)]
pub(crate) struct Looked {
    /// Whether it begins today or earlier, so that what comes next can be among it.
    pub(crate) is_present: bool,
    /// The month, where one is shown alone.
    pub(crate) month: Option<Date>,
    /// How many gatherings each month has.
    pub(crate) months: Vec<(Date, usize)>,
    /// The month before that has any.
    pub(crate) before: Option<Date>,
    /// The month after that has any.
    pub(crate) after: Option<Date>,
}

/// The list.
#[derive(Template)]
#[template(path = "gatherings/list.html")]
pub(crate) struct ListPage {
    pub(crate) page: Page,
    pub(crate) heading: String,
    pub(crate) months: Vec<Month>,
    pub(crate) years: Vec<Choice>,
    pub(crate) by_month: Vec<Choice>,
    pub(crate) steps: Vec<(&'static str, Link)>,
    pub(crate) is_present: bool,
    pub(crate) calendar_href: String,
    pub(crate) plan: Option<Link>,
    pub(crate) series: Option<Link>,
}

/// Groups what is in order of time by months and marks what comes next.
pub(crate) fn months(
    visit: &Visit,
    network: &str,
    listed: &[Listed],
    looked: &Looked,
) -> Vec<Month> {
    let next = listed
        .iter()
        .find(|it| it.state == State::Announced && it.ends_at > visit.now)
        .map(|it| it.id)
        .filter(|_| looked.is_present);
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
pub(crate) fn years(
    visit: &Visit,
    network: &str,
    known: &[i16],
    shown: Option<i16>,
) -> Vec<Choice> {
    let present = Choice {
        label: visit.say("gatherings-list-present").to_owned(),
        count: 0,
        href: visit.href(&links::list(network)),
        current: shown.is_none(),
    };
    let mut years = vec![present];
    years.extend(known.iter().map(|year| Choice {
        label: year.to_string(),
        count: 0,
        href: visit.href(&links::year(network, *year)),
        current: shown == Some(*year),
    }));
    years
}

/// The months of the year whose month is shown, those that have something; none where the
/// list is short enough to be read at once.
pub(crate) fn months_of_year(visit: &Visit, network: &str, looked: &Looked) -> Vec<Choice> {
    let Some(shown) = looked.month else {
        return Vec::new();
    };
    looked
        .months
        .iter()
        .filter(|(month, _)| month.year() == shown.year())
        .map(|(month, count)| Choice {
            label: dates::month(*month, visit.lang).to_owned(),
            count: *count,
            href: visit.href(&links::month(network, *month)),
            current: *month == shown,
        })
        .collect()
}

/// The steps to the months beside the one that is shown, with their relation to it.
pub(crate) fn month_steps(
    visit: &Visit,
    network: &str,
    looked: &Looked,
) -> Vec<(&'static str, Link)> {
    [("prev", looked.before), ("next", looked.after)]
        .into_iter()
        .filter_map(|(relation, month)| {
            let month = month?;
            let name = dates::month_year(month, visit.lang);
            let link = Link::new(&name, visit.href(&links::month(network, month)));
            Some((relation, link))
        })
        .collect()
}
