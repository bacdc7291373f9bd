//! Rules by which an event comes again (RFC 5545, 3.3.10), as days that calendar programs write:
//! days, weeks, months and years, with what they leave in. Rules of hours and minutes, of numbered
//! weeks and of days of a year are not read: offices do not meet by them.

use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Weekday};
use jiff::tz::TimeZone;

/// The most periods of a rule that are looked at: a hundred years of days.
const MOST_PERIODS: i64 = 36_525;
/// The most parts of a list of a rule.
const MOST_PARTS: usize = 400;

/// A rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    every: Every,
    interval: i64,
    count: Option<usize>,
    until: Option<Until>,
    months: Vec<i8>,
    days: Vec<(i16, Weekday)>,
    month_days: Vec<i8>,
    positions: Vec<i32>,
    week_start: Weekday,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Every {
    Day,
    Week,
    Month,
    Year,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Until {
    at: DateTime,
    is_utc: bool,
}

impl Rule {
    /// Reads a rule; none where it is no rule, or one of those that are not read.
    ///
    /// ```
    /// use jiff::civil::date;
    ///
    /// let rule = calendar::recurrence::Rule::of("FREQ=MONTHLY;BYDAY=1TU;COUNT=3").unwrap();
    /// let start = date(2026, 1, 6).at(19, 0, 0, 0);
    /// let days = rule.times(start, start, 10);
    /// assert_eq!(days[2], date(2026, 3, 3).at(19, 0, 0, 0));
    /// ```
    pub fn of(text: &str) -> Option<Self> {
        let mut every = None;
        let mut rule = Self {
            every: Every::Day,
            interval: 1,
            count: None,
            until: None,
            months: Vec::new(),
            days: Vec::new(),
            month_days: Vec::new(),
            positions: Vec::new(),
            week_start: Weekday::Monday,
        };
        for part in text.trim().split(';').filter(|it| !it.is_empty()) {
            let (name, value) = part.split_once('=')?;
            let value = value.trim().to_ascii_uppercase();
            match name.trim().to_ascii_uppercase().as_str() {
                "FREQ" => every = Some(frequency(&value)?),
                "INTERVAL" => {
                    let interval = value.parse().ok();
                    rule.interval = interval.filter(|it| (1..=999).contains(it))?;
                }
                "COUNT" => rule.count = Some(value.parse().ok().filter(|it| *it > 0)?),
                "UNTIL" => rule.until = Some(until(&value)?),
                "BYMONTH" => rule.months = list(&value, |it| it.parse().ok())?,
                "BYMONTHDAY" => rule.month_days = list(&value, |it| it.parse().ok())?,
                "BYDAY" => rule.days = list(&value, day)?,
                "BYSETPOS" => rule.positions = list(&value, |it| it.parse().ok())?,
                "WKST" => rule.week_start = weekday(&value)?,
                "BYHOUR" | "BYMINUTE" | "BYSECOND" | "BYWEEKNO" | "BYYEARDAY" | "RSCALE" => {
                    return None;
                }
                _ => {}
            }
        }
        rule.every = every?;
        Some(rule)
    }

    /// Whether it comes to an end by itself.
    pub const fn has_end(&self) -> bool {
        self.count.is_some() || self.until.is_some()
    }

    /// The same rule, its end told by the clocks of a zone where it was told in universal time.
    #[must_use]
    pub fn in_zone(mut self, zone: &TimeZone) -> Self {
        if let Some(until) = &mut self.until
            && until.is_utc
            && let Ok(zoned) = until.at.to_zoned(TimeZone::UTC)
        {
            until.at = zone.to_datetime(zoned.timestamp());
            until.is_utc = false;
        }
        self
    }

    /// When it comes, from its first time on, which always counts. A rule without an end comes up
    /// to `latest`; of more than `most` times the last ones are kept.
    pub fn times(&self, first: DateTime, latest: DateTime, most: usize) -> Vec<DateTime> {
        let mut found = vec![first];
        let mut count = 1;
        for number in 0..MOST_PERIODS {
            let Some(period) = self.period(first.date(), number) else {
                break;
            };
            for day in self.chosen(period) {
                let at = day.to_datetime(first.time());
                let is_over = match &self.until {
                    Some(until) => at > until.at,
                    None => self.count.is_none() && at > latest,
                };
                if is_over || self.count.is_some_and(|it| count >= it) {
                    return found;
                }
                if at > first {
                    count += 1;
                    if found.len() >= most.max(1) {
                        found.remove(0);
                    }
                    found.push(at);
                }
            }
            if self.is_behind(first.date(), number, latest) {
                break;
            }
        }
        found
    }

    /// Whether a period without a day may be the last that is looked at.
    fn is_behind(&self, first: Date, number: i64, latest: DateTime) -> bool {
        let last = match &self.until {
            Some(until) => until.at.date(),
            None if self.count.is_none() => latest.date(),
            None => return false,
        };
        self.begin(first, number).is_none_or(|begin| begin > last)
    }

    /// The day with which a period begins.
    fn begin(&self, first: Date, number: i64) -> Option<Date> {
        let steps = number.checked_mul(self.interval)?;
        match self.every {
            Every::Day => first.checked_add(span(steps, Every::Day)?).ok(),
            Every::Week => {
                let back = i64::from(first.weekday().since(self.week_start));
                let days = steps.checked_mul(7)?.checked_sub(back)?;
                first.checked_add(span(days, Every::Day)?).ok()
            }
            Every::Month => first
                .first_of_month()
                .checked_add(span(steps, Every::Month)?)
                .ok(),
            Every::Year => Date::new(first.year(), 1, 1)
                .ok()?
                .checked_add(span(steps, Every::Year)?)
                .ok(),
        }
    }

    /// The days of a period, in order; none where the calendar ends.
    fn period(&self, first: Date, number: i64) -> Option<Vec<Date>> {
        let begin = self.begin(first, number)?;
        let mut days = match self.every {
            Every::Day => vec![begin],
            Every::Week => self.week(begin, first.weekday()),
            Every::Month => self.month(begin, first),
            Every::Year => self.year(begin, first),
        };
        days.retain(|day| self.leaves_in(*day));
        days.sort_unstable();
        days.dedup();
        Some(days)
    }

    fn leaves_in(&self, day: Date) -> bool {
        let in_month = self.months.is_empty() || self.months.contains(&day.month());
        let is_simple = matches!(self.every, Every::Day);
        let in_days = !is_simple
            || self.days.is_empty()
            || self.days.iter().any(|(_, it)| *it == day.weekday());
        let from_end = day.day() - day.days_in_month() - 1;
        let in_month_days = !is_simple
            || self.month_days.is_empty()
            || self.month_days.contains(&day.day())
            || self.month_days.contains(&from_end);
        in_month && in_days && in_month_days
    }

    fn week(&self, begin: Date, usual: Weekday) -> Vec<Date> {
        let days = (0..7).filter_map(|it: i64| begin.checked_add(it.days()).ok());
        let wanted = |day: &Date| match self.days.as_slice() {
            [] => day.weekday() == usual,
            days => days.iter().any(|(_, it)| *it == day.weekday()),
        };
        days.filter(wanted).collect()
    }

    fn month(&self, begin: Date, first: Date) -> Vec<Date> {
        if !self.month_days.is_empty() {
            let days = self
                .month_days
                .iter()
                .filter_map(|it| month_day(begin, *it));
            let is_wanted = |day: &Date| {
                self.days.is_empty() || self.days.iter().any(|(_, it)| *it == day.weekday())
            };
            return days.filter(is_wanted).collect();
        }
        if self.days.is_empty() {
            return month_day(begin, first.day()).into_iter().collect();
        }
        let all = self.days.iter().flat_map(|(number, weekday)| {
            let numbers = match *number {
                0 => 1..=5,
                number => {
                    let number = i8::try_from(number).unwrap_or(0);
                    number..=number
                }
            };
            numbers.filter_map(|it| begin.nth_weekday_of_month(it, *weekday).ok())
        });
        all.collect()
    }

    fn year(&self, begin: Date, first: Date) -> Vec<Date> {
        let month = |month: i8| Date::new(begin.year(), month, 1).ok();
        if !self.months.is_empty() {
            let months = self.months.iter().filter_map(|it| month(*it));
            return months.flat_map(|it| self.month(it, first)).collect();
        }
        if !self.month_days.is_empty() {
            let months = (1..=12).filter_map(month);
            return months.flat_map(|it| self.month(it, first)).collect();
        }
        if self.days.is_empty() {
            let month = month(first.month());
            return month
                .and_then(|it| month_day(it, first.day()))
                .into_iter()
                .collect();
        }
        let all = self.days.iter();
        all.flat_map(|(number, weekday)| weekdays_of_year(begin, *number, *weekday))
            .collect()
    }

    /// Of the days of a period those whose number is wanted, counted from either end.
    fn chosen(&self, days: Vec<Date>) -> Vec<Date> {
        if self.positions.is_empty() {
            return days;
        }
        let place = |position: i32| {
            let position = i64::from(position);
            let count = i64::try_from(days.len()).ok()?;
            let at = if position > 0 {
                position - 1
            } else {
                count + position
            };
            usize::try_from(at).ok()
        };
        let places = self.positions.iter().filter_map(|it| place(*it));
        let mut chosen: Vec<Date> = places.filter_map(|it| days.get(it).copied()).collect();
        chosen.sort_unstable();
        chosen.dedup();
        chosen
    }
}

/// So many days, months or years; none where a span cannot be so long.
fn span(steps: i64, every: Every) -> Option<jiff::Span> {
    let none = jiff::Span::new();
    match every {
        Every::Day | Every::Week => none.try_days(steps).ok(),
        Every::Month => none.try_months(steps).ok(),
        Every::Year => none.try_years(steps).ok(),
    }
}

/// A day of a month, counted from its end where the number is below nought.
fn month_day(month: Date, number: i8) -> Option<Date> {
    let day = if number < 0 {
        month.days_in_month().checked_add(number)?.checked_add(1)?
    } else {
        number
    };
    Date::new(month.year(), month.month(), day).ok()
}

fn weekdays_of_year(begin: Date, number: i16, weekday: Weekday) -> Vec<Date> {
    let to_first = i64::from(weekday.since(begin.weekday()));
    let all: Vec<Date> = (0..53)
        .filter_map(|it: i64| begin.checked_add((to_first + it * 7).days()).ok())
        .filter(|it| it.year() == begin.year())
        .collect();
    let at = match number {
        0 => return all,
        1.. => usize::try_from(number - 1).ok(),
        _ => usize::try_from(-i32::from(number))
            .ok()
            .and_then(|back| all.len().checked_sub(back)),
    };
    at.and_then(|it| all.get(it).copied()).into_iter().collect()
}

fn frequency(word: &str) -> Option<Every> {
    match word {
        "DAILY" => Some(Every::Day),
        "WEEKLY" => Some(Every::Week),
        "MONTHLY" => Some(Every::Month),
        "YEARLY" => Some(Every::Year),
        _ => None,
    }
}

fn weekday(word: &str) -> Option<Weekday> {
    match word {
        "MO" => Some(Weekday::Monday),
        "TU" => Some(Weekday::Tuesday),
        "WE" => Some(Weekday::Wednesday),
        "TH" => Some(Weekday::Thursday),
        "FR" => Some(Weekday::Friday),
        "SA" => Some(Weekday::Saturday),
        "SU" => Some(Weekday::Sunday),
        _ => None,
    }
}

/// `MO`, `2TU`, `-1FR`.
fn day(word: &str) -> Option<(i16, Weekday)> {
    let at = word.len().checked_sub(2)?;
    let (number, name) = word.split_at_checked(at)?;
    let number = match number.trim_start_matches('+') {
        "" => 0,
        number => number.parse().ok()?,
    };
    Some((number, weekday(name)?))
}

fn list<T>(value: &str, one: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
    value
        .split(',')
        .take(MOST_PARTS)
        .map(|it| one(it.trim()))
        .collect()
}

fn until(value: &str) -> Option<Until> {
    let (local, is_utc) = match value.strip_suffix('Z') {
        Some(local) => (local, true),
        None => (value, false),
    };
    if let Ok(at) = DateTime::strptime("%Y%m%dT%H%M%S", local) {
        return Some(Until { at, is_utc });
    }
    let day = Date::strptime("%Y%m%d", local).ok()?;
    // A last day counts to its end.
    Some(Until {
        at: day.at(23, 59, 59, 0),
        is_utc: false,
    })
}
