//! Days and times as people read them, the same on every page, in every mail and PDF; day and
//! month, number and "Uhr" hold together by a no-break space. Mails' plain text and subjects
//! turn it into an ordinary one, which every program can search for and quote.

use base::Lang;
use jiff::{
    Timestamp,
    civil::{Date, DateTime, Time},
};

use crate::{Zone, phrases};

/// "Donnerstag, 7. Dezember 2017"; "Thursday, 7 December 2017".
pub fn day_long(day: Date, lang: Lang) -> String {
    phrases::weekday_and_day(weekday(day, lang), &self::day(day, lang), lang)
}

/// "7. Dezember 2017"; "7 December 2017".
pub fn day(day: Date, lang: Lang) -> String {
    phrases::day(day.day(), month(day, lang), day.year(), lang)
}

/// "07.12.2017"; "7 Dec 2017".
pub fn day_short(day: Date, lang: Lang) -> String {
    phrases::day_short(day, phrases::month_short(day.month(), lang), lang)
}

/// "Donnerstag, 7. Dezember"; "Thursday, 7 December".
pub fn day_without_year(day: Date, lang: Lang) -> String {
    let plain = phrases::day_of_month(day.day(), month(day, lang), lang);
    phrases::weekday_and_day(weekday(day, lang), &plain, lang)
}

/// "Dezember 2017"; "December 2017".
pub fn month_year(day: Date, lang: Lang) -> String {
    phrases::month_year(month(day, lang), day.year(), lang)
}

/// "Donnerstag"; "Thursday".
pub fn weekday(day: Date, lang: Lang) -> &'static str {
    phrases::weekday(day.weekday(), lang)
}

/// "Do"; "Thu". For narrow columns.
pub fn weekday_short(day: Date, lang: Lang) -> &'static str {
    phrases::weekday_short(day.weekday(), lang)
}

/// "Dezember"; "December".
pub fn month(day: Date, lang: Lang) -> &'static str {
    phrases::month(day.month(), lang)
}

/// "Dez."; "Dec". For calendar leaves.
pub fn month_short(day: Date, lang: Lang) -> &'static str {
    phrases::month_short(day.month(), lang)
}

/// "14:00 Uhr"; "14:00".
pub fn time(time: Time, lang: Lang) -> String {
    phrases::time(&clock(time), lang)
}

/// "14:00 bis 16:30 Uhr"; "14:00 to 16:30". An end that is not later is left out.
pub fn time_span(start: Time, end: Time, lang: Lang) -> String {
    if end > start {
        phrases::time_span(&clock(start), &clock(end), lang)
    } else {
        time(start, lang)
    }
}

/// "Donnerstag, 7. Dezember 2017, 14:00 Uhr"; "Thursday, 7 December 2017, 14:00".
pub fn day_and_time(local: DateTime, lang: Lang) -> String {
    phrases::day_and_time(
        &day_long(local.date(), lang),
        &time(local.time(), lang),
        lang,
    )
}

/// "07.12.2017, 14:00 Uhr"; "7 Dec 2017, 14:00".
pub fn day_and_time_short(local: DateTime, lang: Lang) -> String {
    phrases::day_and_time(
        &day_short(local.date(), lang),
        &time(local.time(), lang),
        lang,
    )
}

/// From start to end of something with a clock time.
///
/// ```
/// use base::Lang;
/// use jiff::civil::date;
///
/// let start = date(2017, 12, 7).at(14, 0, 0, 0);
/// assert_eq!(
///     calendar::dates::span(start, date(2017, 12, 7).at(16, 30, 0, 0), Lang::De),
///     "Donnerstag, 7.\u{a0}Dezember 2017, 14:00 bis 16:30\u{a0}Uhr"
/// );
/// assert_eq!(
///     calendar::dates::span(start, date(2017, 12, 8).at(12, 0, 0, 0), Lang::En),
///     "Thursday, 7\u{a0}December 2017, 14:00, to Friday, 8\u{a0}December 2017, 12:00"
/// );
/// ```
pub fn span(start: DateTime, end: DateTime, lang: Lang) -> String {
    if end.date() > start.date() {
        phrases::long_span(&day_and_time(start, lang), &day_and_time(end, lang), lang)
    } else {
        let times = time_span(start.time(), end.time(), lang);
        phrases::day_and_time(&day_long(start.date(), lang), &times, lang)
    }
}

/// From the first to the last of whole days: "7. bis 9. Dezember 2017"; one day stands long.
pub fn day_span(first: Date, last: Date, lang: Lang) -> String {
    if last <= first {
        return day_long(first, lang);
    }
    let until = day(last, lang);
    if first.year() != last.year() {
        phrases::day_span(&day(first, lang), &until, lang)
    } else if first.month() != last.month() {
        let from = phrases::day_of_month(first.day(), month(first, lang), lang);
        phrases::day_span(&from, &until, lang)
    } else {
        phrases::day_span(&phrases::bare_day(first.day(), lang), &until, lang)
    }
}

/// An instant as the clock of a place shows it: "Donnerstag, 7. Dezember 2017, 14:00 Uhr".
pub fn instant_local(instant: Timestamp, zone: &Zone, lang: Lang) -> String {
    day_and_time(zone.local(instant), lang)
}

/// An instant as the clock of a place shows it, short: "07.12.2017, 14:00 Uhr".
pub fn instant_local_short(instant: Timestamp, zone: &Zone, lang: Lang) -> String {
    day_and_time_short(zone.local(instant), lang)
}

/// `2017-12-07`, for `<time datetime>` and addresses.
pub fn iso_day(day: Date) -> String {
    day.to_string()
}

/// `2017-12`, for `<time datetime>` of a month.
pub fn iso_month(day: Date) -> String {
    format!("{:04}-{:02}", day.year(), day.month())
}

/// `14:00`, for `<input type="time">`.
pub fn iso_time(time: Time) -> String {
    clock(time)
}

/// `2017-12-07T14:00`, a local time for `<time datetime>` and form fields.
pub fn iso_local(local: DateTime) -> String {
    format!("{}T{}", local.date(), clock(local.time()))
}

/// `2017-12-07T13:00:00Z`, without fractions, for `<time datetime>`, feeds and interfaces.
pub fn iso_instant(instant: Timestamp) -> String {
    instant.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// `2017-12-07T14:00:00+01:00`: an instant with the offset of a place, for `schema.org`.
pub fn iso_instant_local(instant: Timestamp, zone: &Zone) -> String {
    instant
        .to_zoned(zone.rules().clone())
        .strftime("%Y-%m-%dT%H:%M:%S%:z")
        .to_string()
}

fn clock(time: Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}
