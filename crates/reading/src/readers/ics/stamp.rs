//! Times of a calendar: a day, a time by some clock, a time everywhere; and how long something
//! takes (RFC 5545, 3.3.4 to 3.3.6).

use calendar::content::Line;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{Span, ToSpan};

/// Where an office is at home that does not say it.
const USUAL: &str = "Europe/Berlin";

/// The zone in which a calendar is at home.
pub(super) struct Home {
    pub(super) zone: TimeZone,
}

impl Home {
    pub(super) fn named(name: &str) -> Option<Self> {
        zone(name).map(|zone| Self { zone })
    }
}

impl Default for Home {
    fn default() -> Self {
        Self {
            zone: zone(USUAL).unwrap_or(TimeZone::UTC),
        }
    }
}

/// A time as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    pub(super) at: DateTime,
    pub(super) is_day: bool,
    /// The clock that it means, where one is known; else that at home.
    pub(super) zone: Option<TimeZone>,
}

impl Stamp {
    pub(super) fn of(value: &str, line: &Line) -> Option<Self> {
        let value = value.trim();
        // A period says its beginning first.
        let value = value.split('/').next().unwrap_or(value);
        if value.len() == 8 {
            let day = Date::strptime("%Y%m%d", value).ok()?;
            return Some(Self {
                at: day.to_datetime(jiff::civil::Time::midnight()),
                is_day: true,
                zone: None,
            });
        }
        let (local, is_utc) = match value.strip_suffix(['Z', 'z']) {
            Some(local) => (local, true),
            None => (value, false),
        };
        let at = DateTime::strptime("%Y%m%dT%H%M%S", local).ok()?;
        let zone = if is_utc {
            Some(TimeZone::UTC)
        } else {
            line.written("TZID").and_then(zone)
        };
        Some(Self {
            at,
            is_day: false,
            zone,
        })
    }

    /// All times of a list.
    pub(super) fn all(line: &Line) -> impl Iterator<Item = Self> {
        line.value
            .split(',')
            .take(1_000)
            .filter_map(|it| Self::of(it, line))
    }

    /// What the clocks at home show at it.
    pub(super) fn at_home(&self, home: &Home) -> DateTime {
        moved(self.at, self.zone.as_ref(), &home.zone)
    }

    /// The same moment by the clock that another time means.
    pub(super) fn seen_from(&self, other: &Self, home: &Home) -> DateTime {
        if self.is_day || self.zone == other.zone {
            return self.at;
        }
        let from = self.zone.as_ref().or(Some(&home.zone));
        moved(self.at, from, other.zone.as_ref().unwrap_or(&home.zone))
    }
}

/// What one clock shows when another shows this.
pub(super) fn moved(at: DateTime, from: Option<&TimeZone>, to: &TimeZone) -> DateTime {
    match from {
        Some(from) if from != to => at
            .to_zoned(from.clone())
            .map_or(at, |zoned| to.to_datetime(zoned.timestamp())),
        _ => at,
    }
}

/// A zone by its name. Some programs put words of their own in front: `/example/Europe/Berlin`.
/// What no database knows, as names of Windows, is none.
fn zone(name: &str) -> Option<TimeZone> {
    let name = name.trim().trim_matches('"');
    let known = |name: &str| {
        calendar::Zone::named(name)
            .ok()
            .map(|it| it.rules().clone())
    };
    known(name).or_else(|| {
        let (rest, city) = name.rsplit_once('/')?;
        let area = rest.rsplit('/').next().unwrap_or(rest);
        known(&format!("{area}/{city}"))
    })
}

/// `P1DT2H30M`, `PT90M`, `P1W`.
pub(super) fn duration(value: &str) -> Option<Span> {
    let rest = value.trim().trim_start_matches('+').strip_prefix('P')?;
    let (mut minutes, mut number) = (0_i64, String::new());
    for letter in rest.chars() {
        if letter.is_ascii_digit() && number.len() < 9 {
            number.push(letter);
            continue;
        }
        let count: i64 = match (letter, number.is_empty()) {
            ('T', true) => continue,
            (_, false) => number.parse().ok()?,
            _ => return None,
        };
        number.clear();
        minutes += match letter {
            'W' => count * 7 * 24 * 60,
            'D' => count * 24 * 60,
            'H' => count * 60,
            'M' => count,
            'S' => count / 60,
            _ => return None,
        };
    }
    // A year is more than any gathering takes.
    (minutes < 366 * 24 * 60).then(|| minutes.minutes())
}
