//! How often something comes again, and its days: what RFC 5545 calls a rule, as far as offices
//! say it.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// The weekdays as forms and rules (RFC 5545, 3.3.10) write them.
pub(crate) const WEEKDAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/// The words of all rhythms.
pub(crate) const RHYTHMS: [&str; 9] = ["w1", "w2", "w3", "w4", "m1", "m2", "m3", "m4", "m-1"];

/// How often something comes again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rhythm {
    /// Every so many weeks.
    Weeks(i32),
    /// On such a weekday of each month; −1 is the last.
    OfMonth(i8),
}

impl Rhythm {
    /// Reads the word of a form.
    pub(crate) fn from_word(word: &str) -> Option<Self> {
        if !RHYTHMS.contains(&word) {
            return None;
        }
        let (kind, number) = word.split_at_checked(1)?;
        match kind {
            "w" => number.parse().ok().map(Self::Weeks),
            _ => number.parse().ok().map(Self::OfMonth),
        }
    }

    /// The word of the rhythm and of the weekday of a rule, as far as it says no more.
    pub(crate) fn of_rule(rule: &str) -> Option<(String, String)> {
        let part = |name: &str| {
            let mut parts = rule.split(';').filter_map(|it| it.split_once('='));
            parts.find(|(key, _)| *key == name).map(|(_, value)| value)
        };
        let interval = part("INTERVAL").unwrap_or("1");
        let by_day = part("BYDAY").unwrap_or_default();
        let at = by_day.len().checked_sub(2)?;
        let (nth, day) = by_day.split_at_checked(at)?;
        let word = match part("FREQ")? {
            "WEEKLY" if nth.is_empty() => format!("w{interval}"),
            "MONTHLY" if interval == "1" => format!("m{nth}"),
            _ => return None,
        };
        let is_known = RHYTHMS.contains(&word.as_str()) && WEEKDAYS.contains(&day);
        is_known.then(|| (word, day.to_owned()))
    }
}

/// The weekday of a word.
fn weekday(word: &str) -> Option<Weekday> {
    let place = WEEKDAYS.iter().position(|it| *it == word)?;
    Weekday::from_monday_zero_offset(i8::try_from(place).ok()?).ok()
}

/// The days of a rhythm from one day to another, both of which may be among them; no more than
/// `most` are told.
pub(crate) fn days(
    rhythm: Rhythm,
    on: &str,
    (from, until): (Date, Date),
    most: usize,
) -> Vec<Date> {
    let Some(on) = weekday(on) else {
        return Vec::new();
    };
    let found: Box<dyn Iterator<Item = Date>> = match rhythm {
        Rhythm::Weeks(every) => {
            let ahead = on.since(from.weekday());
            let first = from.saturating_add(i32::from(ahead).days());
            let every = every.max(1);
            Box::new((0..).map_while(move |it| first.checked_add((it * every).weeks()).ok()))
        }
        Rhythm::OfMonth(nth) => {
            let month = from.first_of_month();
            let months = (0..).map_while(move |it: i32| month.checked_add(it.months()).ok());
            Box::new(months.filter_map(move |it| it.nth_weekday_of_month(nth, on).ok()))
        }
    };
    found
        .skip_while(|day| *day < from)
        .take_while(|day| *day <= until)
        .take(most)
        .collect()
}
