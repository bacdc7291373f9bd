//! The words and whole patterns behind [`crate::dates`], one line per language. What would be
//! misread at the end of a line, a number without its month or hour, holds together by a
//! no-break space (U+00A0).

use base::Lang::{self, De, En};
use jiff::civil::{Date, Weekday};

pub(crate) fn weekday(day: Weekday, lang: Lang) -> &'static str {
    match (day, lang) {
        (Weekday::Monday, De) => "Montag",
        (Weekday::Monday, En) => "Monday",
        (Weekday::Tuesday, De) => "Dienstag",
        (Weekday::Tuesday, En) => "Tuesday",
        (Weekday::Wednesday, De) => "Mittwoch",
        (Weekday::Wednesday, En) => "Wednesday",
        (Weekday::Thursday, De) => "Donnerstag",
        (Weekday::Thursday, En) => "Thursday",
        (Weekday::Friday, De) => "Freitag",
        (Weekday::Friday, En) => "Friday",
        (Weekday::Saturday, De) => "Samstag",
        (Weekday::Saturday, En) => "Saturday",
        (Weekday::Sunday, De) => "Sonntag",
        (Weekday::Sunday, En) => "Sunday",
    }
}

pub(crate) fn weekday_short(day: Weekday, lang: Lang) -> &'static str {
    match (day, lang) {
        (Weekday::Monday, De) => "Mo",
        (Weekday::Monday, En) => "Mon",
        (Weekday::Tuesday, De) => "Di",
        (Weekday::Tuesday, En) => "Tue",
        (Weekday::Wednesday, De) => "Mi",
        (Weekday::Wednesday, En) => "Wed",
        (Weekday::Thursday, De) => "Do",
        (Weekday::Thursday, En) => "Thu",
        (Weekday::Friday, De) => "Fr",
        (Weekday::Friday, En) => "Fri",
        (Weekday::Saturday, De) => "Sa",
        (Weekday::Saturday, En) => "Sat",
        (Weekday::Sunday, De) => "So",
        (Weekday::Sunday, En) => "Sun",
    }
}

pub(crate) fn month(month: i8, lang: Lang) -> &'static str {
    match (month, lang) {
        (1, De) => "Januar",
        (1, En) => "January",
        (2, De) => "Februar",
        (2, En) => "February",
        (3, De) => "März",
        (3, En) => "March",
        (4, _) => "April",
        (5, De) => "Mai",
        (5, En) => "May",
        (6, De) => "Juni",
        (6, En) => "June",
        (7, De) => "Juli",
        (7, En) => "July",
        (8, _) => "August",
        (9, _) => "September",
        (10, De) => "Oktober",
        (10, En) => "October",
        (11, _) => "November",
        (_, De) => "Dezember",
        (_, En) => "December",
    }
}

pub(crate) fn month_short(month: i8, lang: Lang) -> &'static str {
    match (month, lang) {
        (1, De) => "Jan.",
        (1, En) => "Jan",
        (2, De) => "Feb.",
        (2, En) => "Feb",
        (3, De) => "März",
        (3, En) => "Mar",
        (4, De) => "Apr.",
        (4, En) => "Apr",
        (5, De) => "Mai",
        (5, En) => "May",
        (6, De) => "Juni",
        (6, En) => "Jun",
        (7, De) => "Juli",
        (7, En) => "Jul",
        (8, De) => "Aug.",
        (8, En) => "Aug",
        (9, De) => "Sept.",
        (9, En) => "Sep",
        (10, De) => "Okt.",
        (10, En) => "Oct",
        (11, De) => "Nov.",
        (11, En) => "Nov",
        (_, De) => "Dez.",
        (_, En) => "Dec",
    }
}

pub(crate) fn bare_day(day: i8, lang: Lang) -> String {
    match lang {
        De => format!("{day}."),
        En => format!("{day}"),
    }
}

pub(crate) fn day_of_month(day: i8, month: &str, lang: Lang) -> String {
    match lang {
        De => format!("{day}.\u{a0}{month}"),
        En => format!("{day}\u{a0}{month}"),
    }
}

pub(crate) fn day(day: i8, month: &str, year: i16, lang: Lang) -> String {
    match lang {
        De => format!("{day}.\u{a0}{month} {year}"),
        En => format!("{day}\u{a0}{month} {year}"),
    }
}

pub(crate) fn day_short(day: Date, month: &str, lang: Lang) -> String {
    match lang {
        De => format!("{:02}.{:02}.{}", day.day(), day.month(), day.year()),
        En => format!("{}\u{a0}{month} {}", day.day(), day.year()),
    }
}

pub(crate) fn weekday_and_day(weekday: &str, day: &str, lang: Lang) -> String {
    match lang {
        De | En => format!("{weekday}, {day}"),
    }
}

pub(crate) fn month_year(month: &str, year: i16, lang: Lang) -> String {
    match lang {
        De | En => format!("{month} {year}"),
    }
}

pub(crate) fn time(clock: &str, lang: Lang) -> String {
    match lang {
        De => format!("{clock}\u{a0}Uhr"),
        En => clock.to_owned(),
    }
}

pub(crate) fn time_span(start: &str, end: &str, lang: Lang) -> String {
    match lang {
        De => format!("{start} bis {end}\u{a0}Uhr"),
        En => format!("{start} to {end}"),
    }
}

pub(crate) fn day_and_time(day: &str, time: &str, lang: Lang) -> String {
    match lang {
        De | En => format!("{day}, {time}"),
    }
}

pub(crate) fn day_span(first: &str, last: &str, lang: Lang) -> String {
    match lang {
        De => format!("{first} bis {last}"),
        En => format!("{first} to {last}"),
    }
}

pub(crate) fn long_span(start: &str, end: &str, lang: Lang) -> String {
    match lang {
        De => format!("{start}, bis {end}"),
        En => format!("{start}, to {end}"),
    }
}
