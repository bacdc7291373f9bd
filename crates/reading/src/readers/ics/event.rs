//! An event of a calendar, as its lines tell it.

use calendar::content::{Line, plain};
use jiff::Unit;
use jiff::civil::DateTime;
use jiff::{Span, ToSpan};

use super::stamp::{self, Home, Stamp};
use crate::readers::address::{self, Address};

/// The longest description that is kept, in letters.
const LONGEST: usize = 20_000;
/// What ends before this hour of the next day belongs to the evening before.
const MORNING: i8 = 6;

#[derive(Clone, Debug, Default)]
pub(super) struct Event {
    pub(super) uid: Option<String>,
    pub(super) sequence: i64,
    pub(super) start: Option<Stamp>,
    pub(super) end: Option<Stamp>,
    pub(super) duration: Option<Span>,
    pub(super) rule: Option<String>,
    /// Times beside those of the rule.
    pub(super) more: Vec<Stamp>,
    /// Times that are left out.
    pub(super) left_out: Vec<Stamp>,
    /// Which time of a series this one stands for.
    pub(super) recurrence: Option<Stamp>,
    /// Whether it stands for all later times, too.
    pub(super) is_onward: bool,
    pub(super) is_cancelled: bool,
    pub(super) summary: String,
    pub(super) location: String,
    pub(super) description: Option<String>,
    pub(super) organiser: Option<String>,
    pub(super) mail: Option<String>,
    pub(super) address: Option<String>,
    /// When it was last written.
    pub(super) written: Option<DateTime>,
}

impl Event {
    pub(super) fn take(&mut self, line: &Line) {
        let value = line.value.trim();
        let stamp = || Stamp::of(value, line);
        let words = || Some(plain(value)).filter(|it| !it.is_empty());
        match line.name.as_str() {
            "UID" => self.uid = words(),
            "SEQUENCE" => self.sequence = value.parse().unwrap_or(0),
            "DTSTART" => self.start = stamp(),
            "DTEND" => self.end = stamp(),
            "DURATION" => self.duration = stamp::duration(value),
            "RRULE" if self.rule.is_none() => self.rule = words(),
            "RDATE" if self.more.len() < 1_000 => self.more.extend(Stamp::all(line)),
            "EXDATE" if self.left_out.len() < 1_000 => self.left_out.extend(Stamp::all(line)),
            "RECURRENCE-ID" => {
                self.recurrence = stamp();
                self.is_onward = line.parameter("RANGE").as_deref() == Some("THISANDFUTURE");
            }
            "STATUS" => self.is_cancelled = value.eq_ignore_ascii_case("CANCELLED"),
            "SUMMARY" => self.summary = plain(value).replace('\n', " "),
            "LOCATION" => self.location = plain(value),
            "DESCRIPTION" => {
                let short = |it: String| it.chars().take(LONGEST).collect();
                self.description = words().map(short);
            }
            "ORGANIZER" => self.host(line),
            "URL" => self.address = words(),
            "DTSTAMP" | "LAST-MODIFIED" | "CREATED" => {
                self.written = self.written.max(stamp().map(|it| it.at));
            }
            _ => {}
        }
    }

    fn host(&mut self, line: &Line) {
        let mail = line.value.trim();
        let mail = mail
            .strip_prefix("mailto:")
            .or(mail.strip_prefix("MAILTO:"));
        self.mail = mail.filter(|it| it.contains('@')).map(str::to_owned);
        let name = line.written("CN").map(|it| it.trim_matches('"').to_owned());
        self.organiser = name.filter(|it| !it.is_empty() && !it.contains('@'));
    }

    pub(super) fn title(&self) -> String {
        if self.summary.is_empty() {
            self.location.replace('\n', ", ")
        } else {
            self.summary.clone()
        }
    }

    pub(super) fn place(&self) -> Address {
        address::parted(&self.location)
    }

    /// How long it takes by its own clock.
    fn length(&self, start: &Stamp, home: &Home) -> Option<Span> {
        let Some(end) = &self.end else {
            return self.duration;
        };
        let end = end.seen_from(start, home);
        let span = start.at.until((Unit::Minute, end)).ok()?;
        (end > start.at).then_some(span)
    }

    /// Beginning and end by the clocks at home; of whole days the last one.
    fn bounds(&self, time: DateTime, start: &Stamp, home: &Home) -> (DateTime, Option<DateTime>) {
        let end = self
            .length(start, home)
            .and_then(|it| time.checked_add(it).ok());
        if start.is_day {
            let last = end.and_then(|it| it.checked_sub(1.day()).ok());
            return (time, last.filter(|it| *it > time));
        }
        let at_home = |it: DateTime| {
            let stamp = Stamp {
                at: it,
                ..start.clone()
            };
            stamp.at_home(home)
        };
        let (begin, end) = (at_home(time), end.map(at_home));
        let end = end.filter(|it| *it > begin);
        (begin, end)
    }

    /// `2026-05-07T19:00`, and the same for its end.
    pub(super) fn told(
        &self,
        time: DateTime,
        start: &Stamp,
        home: &Home,
    ) -> (String, Option<String>) {
        let (begin, end) = self.bounds(time, start, home);
        if start.is_day {
            return (
                begin.date().to_string(),
                end.map(|it| it.date().to_string()),
            );
        }
        let stamp = |it: DateTime| it.strftime("%Y-%m-%dT%H:%M").to_string();
        let end = end.map(|it| {
            let next = begin.date().tomorrow().ok();
            let is_evening = next == Some(it.date()) && it.hour() < MORNING;
            stamp(if is_evening {
                begin.date().to_datetime(it.time())
            } else {
                it
            })
        });
        (stamp(begin), end)
    }

    /// The same for people.
    pub(super) fn when(&self, time: DateTime, start: &Stamp, home: &Home) -> String {
        let (begin, end) = self.bounds(time, start, home);
        let day = |it: DateTime| it.strftime("%d.%m.%Y").to_string();
        let clock = |it: DateTime| it.strftime("%H:%M").to_string();
        match (start.is_day, end) {
            (true, None) => day(begin),
            (true, Some(last)) => format!("{} – {}", day(begin), day(last)),
            (false, None) => format!("{}, {}", day(begin), clock(begin)),
            (false, Some(end)) if end.date() == begin.date() => {
                format!("{}, {}–{}", day(begin), clock(begin), clock(end))
            }
            (false, Some(end)) => format!(
                "{}, {} – {}, {}",
                day(begin),
                clock(begin),
                day(end),
                clock(end)
            ),
        }
    }

    /// What else it says.
    pub(super) fn rest(&self) -> Vec<String> {
        let host = match (&self.organiser, &self.mail) {
            (Some(name), Some(mail)) => Some(format!("{name} ({mail})")),
            (name, mail) => name.clone().or(mail.clone()),
        };
        let location = Some(self.location.clone()).filter(|_| !self.summary.is_empty());
        let all = [
            location,
            host,
            self.description.clone(),
            self.address.clone(),
        ];
        all.into_iter()
            .flatten()
            .filter(|it| !it.is_empty())
            .collect()
    }
}
