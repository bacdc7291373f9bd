//! Calendars (iCalendar, RFC 5545), as calendar programs write them: every event becomes a
//! gathering, and one that comes again as many as it comes, of one series.
//!
//! Times are told by the clocks of the calendar's own zone. A rule without an end is followed for
//! two years beyond the day on which the calendar was written; of one series the last 400 times
//! are kept.

mod event;
mod series;
mod stamp;
mod words;

use std::collections::BTreeMap;

use calendar::content::{Line, unfolded};
use jiff::civil::DateTime;

use crate::page::{Kind, Page, Told, Zone};
use event::Event;
use series::Series;
use stamp::Home;

/// The most lines of a calendar that are looked at.
const MOST_LINES: usize = 500_000;
/// The most events of a calendar.
const MOST_EVENTS: usize = 5_000;
/// The most gatherings of a calendar.
const MOST_TOLD: usize = 10_000;

/// Whether a text is a calendar, or an event that somebody has taken out of one.
pub(crate) fn is_calendar(text: &str) -> bool {
    let head = text.trim_start_matches('\u{feff}').trim_start();
    ["BEGIN:VCALENDAR", "BEGIN:VEVENT"].iter().any(|begin| {
        let same = head.get(..begin.len());
        same.is_some_and(|it| it.eq_ignore_ascii_case(begin))
    })
}

/// Reads a calendar.
pub(crate) fn read(text: &str) -> Page {
    let read = Read::of(text);
    let mut page = Page {
        title: read.name.clone(),
        is_told: true,
        ..Page::default()
    };
    if let Some(name) = &read.name {
        page.push(Kind::Heading(1), Zone::Main, name);
    }
    let written = read.events.iter().filter_map(|it| it.written).max();
    let mut series = BTreeMap::<String, Vec<Event>>::new();
    for (number, event) in read.events.into_iter().enumerate() {
        // An event without an id is like no other.
        let id = event
            .uid
            .clone()
            .unwrap_or_else(|| format!("\u{0}{number}"));
        series.entry(id).or_default().push(event);
    }
    let mut all: Vec<Vec<Event>> = series.into_values().collect();
    all.sort_by_key(|it| it.iter().filter_map(|it| Some(it.start.as_ref()?.at)).min());
    for events in all {
        tell(events, &read.home, written, &mut page);
    }
    page.finish()
}

/// A calendar that has been read.
struct Read {
    name: Option<String>,
    home: Home,
    events: Vec<Event>,
}

impl Read {
    fn of(text: &str) -> Self {
        let mut read = Self {
            name: None,
            home: Home::default(),
            events: Vec::new(),
        };
        let mut open: Vec<String> = Vec::new();
        let mut event = Event::default();
        for line in unfolded(text, MOST_LINES) {
            let Some(line) = Line::of(&line) else {
                continue;
            };
            let kind = line.value.trim().to_ascii_uppercase();
            match line.name.as_str() {
                "BEGIN" if open.len() < 20 => {
                    if kind == "VEVENT" {
                        event = Event::default();
                    }
                    open.push(kind);
                }
                "END" => {
                    if open.pop().as_deref() == Some("VEVENT") && read.events.len() < MOST_EVENTS {
                        read.events.push(std::mem::take(&mut event));
                    }
                }
                _ => match open.last().map(String::as_str) {
                    Some("VEVENT") => event.take(&line),
                    Some("VCALENDAR") => read.take(&line),
                    _ => {}
                },
            }
        }
        read
    }

    fn take(&mut self, line: &Line) {
        match line.name.as_str() {
            "X-WR-CALNAME" | "NAME" => {
                let name = calendar::content::plain(&line.value);
                self.name = Some(name).filter(|it| !it.is_empty());
            }
            "X-WR-TIMEZONE" => self.home = Home::named(&line.value).unwrap_or_default(),
            _ => {}
        }
    }
}

/// Tells the events of one id: a single one, or a series with its exceptions.
fn tell(events: Vec<Event>, home: &Home, written: Option<DateTime>, page: &mut Page) {
    let (others, mut leaders): (Vec<Event>, Vec<Event>) =
        events.into_iter().partition(|it| it.recurrence.is_some());
    // Of two that are the same the later version counts.
    leaders.sort_by_key(|it| it.sequence);
    let leader = leaders.pop().filter(|it| !it.is_cancelled);
    if let Some(leader) = &leader {
        lead(leader, &others, home, written, page);
    }
    // What changes the rest of a series is told with it.
    let alone = |it: &&Event| !it.is_cancelled && (leader.is_none() || !it.is_onward);
    for other in others.iter().filter(alone) {
        let times: Vec<DateTime> = other.start.iter().map(|it| it.at).collect();
        let of = leader.as_ref().unwrap_or(other).title();
        let series = other.uid.as_ref().map(|_| of.as_str());
        push(other, &times, series, home, page);
    }
}

fn lead(leader: &Event, others: &[Event], home: &Home, written: Option<DateTime>, page: &mut Page) {
    let Some(start) = &leader.start else { return };
    let series = Series {
        leader,
        start,
        others,
        home,
    };
    let comes_again = leader.rule.is_some() || !leader.more.is_empty();
    let title = leader.title();
    let name = comes_again.then_some(title.as_str());
    for (event, times) in series.shares(series.times(written)) {
        if !event.is_cancelled {
            push(event, &times, name, home, page);
        }
    }
}

/// Writes an event once, and tells each of its times, of a series of this name.
fn push(event: &Event, times: &[DateTime], series: Option<&str>, home: &Home, page: &mut Page) {
    let Some(start) = &event.start else { return };
    let Some(nearest) = times.first() else { return };
    let title = event.title();
    let begin = page.text.len();
    let heading = page.push(Kind::Heading(2), Zone::Main, &title);
    let words = event.when(*nearest, start, home);
    let line = page.push(Kind::Text, Zone::Main, &words);
    let span = match (heading, line) {
        (Some(heading), Some(line)) => heading.start..line.end,
        (Some(span), None) | (None, Some(span)) => span,
        (None, None) => begin..begin,
    };
    let place = event.place();
    let rule = event.rule.as_ref().map(|it| words::told(it, home));
    for words in rule.iter().chain(&event.rest()) {
        page.push(Kind::Text, Zone::Main, words);
    }
    for time in times {
        if page.told.len() >= MOST_TOLD {
            return;
        }
        let (from, to) = event.told(*time, start, home);
        page.told.push(Told {
            title: Some(title.clone()),
            start: Some(from),
            end: to,
            venue: place.venue.clone(),
            city: place.city.clone(),
            series: series.map(str::to_owned),
            rule: rule.clone(),
            uid: event.uid.clone(),
            description: event.description.clone(),
            organiser: event.organiser.clone(),
            span: span.clone(),
            ..Told::default()
        });
    }
}
