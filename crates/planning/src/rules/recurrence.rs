//! Days from a rule: "every second Wednesday of February, April and June".

use jiff::civil::{Date, Time, Weekday};

/// Which of a month's weekdays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nth {
    /// The first.
    First,
    /// The second.
    Second,
    /// The third.
    Third,
    /// The fourth.
    Fourth,
    /// The last, be it the fourth or the fifth.
    Last,
}

impl Nth {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::First,
        Self::Second,
        Self::Third,
        Self::Fourth,
        Self::Last,
    ];

    /// The word in forms.
    pub const fn word(self) -> &'static str {
        match self {
            Self::First => "1",
            Self::Second => "2",
            Self::Third => "3",
            Self::Fourth => "4",
            Self::Last => "last",
        }
    }

    /// Phrase key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::First => "planning-nth-1",
            Self::Second => "planning-nth-2",
            Self::Third => "planning-nth-3",
            Self::Fourth => "planning-nth-4",
            Self::Last => "planning-nth-last",
        }
    }

    /// Reads the word of a form.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|nth| nth.word() == word)
    }

    const fn number(self) -> i32 {
        match self {
            Self::First => 1,
            Self::Second => 2,
            Self::Third => 3,
            Self::Fourth => 4,
            Self::Last => -1,
        }
    }

    /// Where in its month a day stands; a fifth weekday is the last.
    fn of(day: Date) -> Self {
        match (day.day() - 1) / 7 {
            0 => Self::First,
            1 => Self::Second,
            2 => Self::Third,
            3 => Self::Fourth,
            _ => Self::Last,
        }
    }
}

/// A rule that proposes days of a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateRule {
    /// Which of the month's weekdays.
    pub nth: Nth,
    /// The weekday.
    pub weekday: Weekday,
    /// The months, from 1 to 12.
    pub months: Vec<i8>,
    /// When each begins.
    pub start: Time,
    /// When each ends.
    pub end: Time,
}

impl DateRule {
    /// Its days in a year, in order, each once.
    pub fn days(&self, year: i16) -> Vec<Date> {
        let mut months = self.months.clone();
        months.sort_unstable();
        months.dedup();
        months
            .into_iter()
            .filter_map(|month| nth_of((year, month), self.nth, self.weekday))
            .collect()
    }
}

fn nth_of((year, month): (i16, i8), nth: Nth, weekday: Weekday) -> Option<Date> {
    Date::new(year, month, 1)
        .ok()?
        .nth_weekday_of_month(i8::try_from(nth.number()).ok()?, weekday)
        .ok()
}

/// The day of another year that stands at the same place of its month: the second Wednesday of
/// February for the second Wednesday of February.
pub fn same_place(day: Date, year: i16) -> Option<Date> {
    nth_of((year, day.month()), Nth::of(day), day.weekday())
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};
    use proptest::prelude::*;

    use super::*;

    fn rule(nth: Nth, months: &[i8]) -> DateRule {
        DateRule {
            nth,
            weekday: Weekday::Wednesday,
            months: months.to_vec(),
            start: time(10, 0, 0, 0),
            end: time(12, 0, 0, 0),
        }
    }

    #[test]
    fn second_wednesdays_of_chosen_months() {
        assert_eq!(
            rule(Nth::Second, &[12, 2, 2, 6]).days(2018),
            [date(2018, 2, 14), date(2018, 6, 13), date(2018, 12, 12)]
        );
    }

    #[test]
    fn the_last_is_the_fourth_or_the_fifth() {
        assert_eq!(
            rule(Nth::Last, &[2, 5]).days(2018),
            [date(2018, 2, 28), date(2018, 5, 30)]
        );
    }

    #[test]
    fn a_month_that_is_none_proposes_nothing() {
        assert_eq!(rule(Nth::First, &[0, 13, -1]).days(2018), []);
    }

    #[test]
    fn another_year_keeps_the_place_in_the_month() {
        for (day, expected) in [
            (date(2018, 2, 14), date(2019, 2, 13)),
            (date(2018, 5, 30), date(2019, 5, 29)),
            (date(2016, 2, 29), date(2017, 2, 27)),
        ] {
            assert_eq!(same_place(day, expected.year()), Some(expected), "{day}");
        }
    }

    proptest! {
        #[test]
        fn the_same_place_has_the_same_month_and_weekday(
            year in 1996_i16..2100, other in 1996_i16..2100, month in 1_i8..13, day in 1_i8..29,
        ) {
            let day = date(year, month, day);
            let moved = same_place(day, other).unwrap();
            prop_assert_eq!(moved.year(), other);
            prop_assert_eq!(moved.month(), month);
            prop_assert_eq!(moved.weekday(), day.weekday());
            prop_assert_eq!(Nth::of(moved), Nth::of(day));
        }
    }
}
