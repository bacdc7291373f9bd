//! VTIMEZONE from the zone database, for exactly the years in use.
//!
//! Where the clock changes by one steady rule, two yearly RRULEs are written: that is what
//! every client understands, Outlook first of all. Where it does not (Berlin before 1996,
//! a country that gives summer time up), the changes are listed one by one with their dates.

use jiff::{
    Timestamp,
    civil::{Date, DateTime, Weekday},
    tz::{Dst, Offset},
};

use crate::{
    line::{Lines, Local, Text},
    zone::Zone,
};

/// A rule has to hold this many years beyond the last one in use, so that "the fourth
/// Sunday" and "the last Sunday" can be told apart.
const PROOF_YEARS: i16 = 7;

/// One change of the clock.
struct Onset {
    /// What the clock showed when it was changed.
    local: DateTime,
    from: Offset,
    to: Offset,
    daylight: bool,
    name: String,
}

/// Writes the zone so that every local time from `first` to `last` year has its offset.
pub(crate) fn write(lines: &mut Lines, zone: &Zone, first: i16, last: i16) {
    // The year before: in January the clock stands as the autumn before has set it.
    let first = first.saturating_sub(1);
    let proof = last.saturating_add(PROOF_YEARS);
    let onsets = onsets(zone, first, proof);
    let steady = (first..=last).find_map(|year| {
        let tail = onsets.iter().filter(|onset| onset.local.year() >= year);
        Some((year, yearly(tail, year, proof)?))
    });
    let rules_from = steady
        .as_ref()
        .map_or(last.saturating_add(1), |(year, _)| *year);

    lines.line(format_args!("BEGIN:VTIMEZONE"));
    lines.line(format_args!("TZID:{}", zone.name()));
    if rules_from > first {
        standing(lines, zone, first);
    }
    for onset in onsets
        .iter()
        .filter(|onset| onset.local.year() < rules_from)
    {
        observance(lines, onset, None);
    }
    if let Some((_, rules)) = steady {
        for rule in rules {
            observance(lines, rule.onset, Some(&rule));
        }
    }
    lines.line(format_args!("END:VTIMEZONE"));
}

/// All changes of the clock from the beginning of one year to the end of another.
fn onsets(zone: &Zone, first: i16, last: i16) -> Vec<Onset> {
    let begin = new_year(first, Timestamp::MIN);
    let end = new_year(last.saturating_add(1), Timestamp::MAX);
    let before = zone.rules().to_offset_info(begin);
    let (mut offset, mut dst) = (before.offset(), before.dst());
    let mut onsets = Vec::new();
    for change in zone
        .rules()
        .following(begin)
        .take_while(|change| change.timestamp() < end)
    {
        let (from, was) = (offset, dst);
        (offset, dst) = (change.offset(), change.dst());
        if from != offset {
            onsets.push(Onset {
                local: from.to_datetime(change.timestamp()),
                from,
                to: offset,
                daylight: is_daylight(from, was, offset, dst),
                name: change.abbreviation().to_owned(),
            });
        }
    }
    onsets
}

/// Ireland's law calls winter the exception, and the database follows it; calendars expect
/// DAYLIGHT to be the season in which the clock is ahead.
fn is_daylight(from: Offset, was: Dst, to: Offset, is: Dst) -> bool {
    if was == is { is == Dst::Yes } else { to > from }
}

fn new_year(year: i16, otherwise: Timestamp) -> Timestamp {
    Date::new(year, 1, 1)
        .and_then(|day| Offset::UTC.to_timestamp(day.to_datetime(jiff::civil::Time::midnight())))
        .unwrap_or(otherwise)
}

/// A change that comes every year in the same month, on the same weekday of it.
struct Rule<'a> {
    onset: &'a Onset,
    /// Counted from the beginning of the month; -1 is the last.
    week: i8,
}

/// The two rules by which the clock changes, if it does so from `first` to `last` year.
fn yearly<'a>(
    onsets: impl Iterator<Item = &'a Onset>,
    first: i16,
    last: i16,
) -> Option<[Rule<'a>; 2]> {
    let (summer, winter): (Vec<_>, Vec<_>) = onsets.partition(|onset| onset.daylight);
    Some([rule(&winter, first, last)?, rule(&summer, first, last)?])
}

fn rule<'a>(onsets: &[&'a Onset], first: i16, last: i16) -> Option<Rule<'a>> {
    let onset = *onsets.first()?;
    let (day, time) = (onset.local.date(), onset.local.time());
    let is_every_year = onsets
        .iter()
        .map(|other| other.local.year())
        .eq(first..=last);
    let is_alike = onsets.iter().all(|other| {
        let other_day = other.local.date();
        (other.from, other.to, other.local.time()) == (onset.from, onset.to, time)
            && (other_day.month(), other_day.weekday()) == (day.month(), day.weekday())
    });
    if !is_every_year || !is_alike {
        return None;
    }
    let days = || onsets.iter().map(|other| other.local.date());
    let week = (day.day() - 1) / 7 + 1;
    if days().all(|other| other.day() + 7 > other.days_in_month()) {
        Some(Rule { onset, week: -1 })
    } else if days().all(|other| (other.day() - 1) / 7 + 1 == week) {
        Some(Rule { onset, week })
    } else {
        None
    }
}

/// How the clock stands before the first listed change.
fn standing(lines: &mut Lines, zone: &Zone, year: i16) {
    let begin = new_year(year, Timestamp::MIN);
    let info = zone.rules().to_offset_info(begin);
    let onset = Onset {
        local: info
            .offset()
            .to_datetime(begin)
            .date()
            .first_of_month()
            .into(),
        from: info.offset(),
        to: info.offset(),
        daylight: info.dst() == Dst::Yes,
        name: info.abbreviation().to_owned(),
    };
    observance(lines, &onset, None);
}

fn observance(lines: &mut Lines, onset: &Onset, rule: Option<&Rule<'_>>) {
    let kind = if onset.daylight {
        "DAYLIGHT"
    } else {
        "STANDARD"
    };
    lines.line(format_args!("BEGIN:{kind}"));
    lines.line(format_args!("DTSTART:{}", Local(onset.local)));
    if let Some(rule) = rule {
        let (month, week) = (onset.local.month(), rule.week);
        let day = weekday(onset.local.weekday());
        lines.line(format_args!(
            "RRULE:FREQ=YEARLY;BYMONTH={month};BYDAY={week}{day}"
        ));
    }
    lines.line(format_args!("TZOFFSETFROM:{}", offset(onset.from)));
    lines.line(format_args!("TZOFFSETTO:{}", offset(onset.to)));
    lines.line(format_args!("TZNAME:{}", Text(&onset.name)));
    lines.line(format_args!("END:{kind}"));
}

/// `+0100`; local mean times of old have seconds, too.
fn offset(offset: Offset) -> String {
    let seconds = offset.seconds();
    let sign = if seconds < 0 { '-' } else { '+' };
    let (hours, minutes) = (seconds.abs() / 3600, seconds.abs() / 60 % 60);
    match seconds.abs() % 60 {
        0 => format!("{sign}{hours:02}{minutes:02}"),
        rest => format!("{sign}{hours:02}{minutes:02}{rest:02}"),
    }
}

const fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "MO",
        Weekday::Tuesday => "TU",
        Weekday::Wednesday => "WE",
        Weekday::Thursday => "TH",
        Weekday::Friday => "FR",
        Weekday::Saturday => "SA",
        Weekday::Sunday => "SU",
    }
}
