//! Days and times in both languages.

use base::Lang::{De, En};
use jiff::civil::{date, time};

use super::berlin;
use crate::dates;

#[test]
fn day_in_every_length_reads_well_in_both_languages() {
    let winter = date(2017, 12, 7);
    let spring = date(2018, 3, 1);

    let table = [
        (
            dates::day_long(winter, De),
            "Donnerstag, 7.\u{a0}Dezember 2017",
        ),
        (
            dates::day_long(winter, En),
            "Thursday, 7\u{a0}December 2017",
        ),
        (dates::day(winter, De), "7.\u{a0}Dezember 2017"),
        (dates::day(winter, En), "7\u{a0}December 2017"),
        (dates::day_short(winter, De), "07.12.2017"),
        (dates::day_short(winter, En), "7\u{a0}Dec 2017"),
        (dates::day_short(spring, De), "01.03.2018"),
        (dates::day_short(spring, En), "1\u{a0}Mar 2018"),
        (
            dates::day_without_year(winter, De),
            "Donnerstag, 7.\u{a0}Dezember",
        ),
        (
            dates::day_without_year(winter, En),
            "Thursday, 7\u{a0}December",
        ),
        (dates::month_year(spring, De), "März 2018"),
        (dates::month_year(spring, En), "March 2018"),
        (dates::weekday(winter, De).to_owned(), "Donnerstag"),
        (dates::weekday_short(winter, De).to_owned(), "Do"),
        (dates::weekday_short(winter, En).to_owned(), "Thu"),
        (dates::month(winter, De).to_owned(), "Dezember"),
        (dates::month_short(winter, De).to_owned(), "Dez."),
    ];

    for (written, expected) in table {
        assert_eq!(written, expected);
    }
}

#[test]
fn every_month_and_weekday_has_its_own_words() {
    let months = (1..=12).map(|month| date(2018, month, 1));
    let weekdays = (1..=7).map(|day| date(2018, 1, day));

    let german: Vec<_> = months.clone().map(|day| dates::month(day, De)).collect();
    let short: Vec<_> = months.map(|day| dates::month_short(day, En)).collect();
    let days: Vec<_> = weekdays
        .clone()
        .map(|day| dates::weekday(day, De))
        .collect();
    let english: Vec<_> = weekdays.map(|day| dates::weekday(day, En)).collect();

    assert_eq!(
        german.join(" "),
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"
    );
    assert_eq!(
        short.join(" "),
        "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"
    );
    assert_eq!(
        days.join(" "),
        "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag"
    );
    assert_eq!(
        english.join(" "),
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
    );
}

#[test]
fn time_has_uhr_in_german_only() {
    assert_eq!(dates::time(time(14, 0, 0, 0), De), "14:00\u{a0}Uhr");
    assert_eq!(dates::time(time(9, 5, 59, 0), En), "09:05");
    assert_eq!(
        dates::time_span(time(14, 0, 0, 0), time(16, 30, 0, 0), De),
        "14:00 bis 16:30\u{a0}Uhr"
    );
    assert_eq!(
        dates::time_span(time(14, 0, 0, 0), time(16, 30, 0, 0), En),
        "14:00 to 16:30"
    );
}

#[test]
fn span_names_a_day_once_and_leaves_out_an_end_that_is_not_later() {
    let start = date(2017, 12, 7).at(14, 0, 0, 0);
    let table = [
        (
            date(2017, 12, 7).at(16, 30, 0, 0),
            "Donnerstag, 7.\u{a0}Dezember 2017, 14:00 bis 16:30\u{a0}Uhr",
            "Thursday, 7\u{a0}December 2017, 14:00 to 16:30",
        ),
        (
            date(2017, 12, 8).at(12, 0, 0, 0),
            "Donnerstag, 7.\u{a0}Dezember 2017, 14:00\u{a0}Uhr, bis Freitag, 8.\u{a0}Dezember 2017, 12:00\u{a0}Uhr",
            "Thursday, 7\u{a0}December 2017, 14:00, to Friday, 8\u{a0}December 2017, 12:00",
        ),
        (
            start,
            "Donnerstag, 7.\u{a0}Dezember 2017, 14:00\u{a0}Uhr",
            "Thursday, 7\u{a0}December 2017, 14:00",
        ),
    ];

    for (end, german, english) in table {
        assert_eq!(dates::span(start, end, De), german);
        assert_eq!(dates::span(start, end, En), english);
    }
}

#[test]
fn day_span_says_only_what_differs() {
    let table = [
        (
            (2017, 12, 7),
            (2017, 12, 7),
            "Donnerstag, 7.\u{a0}Dezember 2017",
            "Thursday, 7\u{a0}December 2017",
        ),
        (
            (2017, 12, 7),
            (2017, 12, 9),
            "7. bis 9.\u{a0}Dezember 2017",
            "7 to 9\u{a0}December 2017",
        ),
        (
            (2017, 11, 30),
            (2017, 12, 2),
            "30.\u{a0}November bis 2.\u{a0}Dezember 2017",
            "30\u{a0}November to 2\u{a0}December 2017",
        ),
        (
            (2017, 12, 30),
            (2018, 1, 2),
            "30.\u{a0}Dezember 2017 bis 2.\u{a0}Januar 2018",
            "30\u{a0}December 2017 to 2\u{a0}January 2018",
        ),
    ];

    for ((y1, m1, d1), (y2, m2, d2), german, english) in table {
        let (first, last) = (date(y1, m1, d1), date(y2, m2, d2));
        assert_eq!(dates::day_span(first, last, De), german);
        assert_eq!(dates::day_span(first, last, En), english);
    }
}

#[test]
fn instant_is_told_in_the_clock_of_the_place() {
    let summer = "2018-06-20T12:00:00.75Z".parse().unwrap();

    assert_eq!(
        dates::instant_local(summer, &berlin(), De),
        "Mittwoch, 20.\u{a0}Juni 2018, 14:00\u{a0}Uhr"
    );
    assert_eq!(
        dates::instant_local(summer, &berlin(), En),
        "Wednesday, 20\u{a0}June 2018, 14:00"
    );
    assert_eq!(
        dates::instant_local_short(summer, &berlin(), De),
        "20.06.2018, 14:00\u{a0}Uhr"
    );
    assert_eq!(
        dates::instant_local_short(summer, &berlin(), En),
        "20\u{a0}Jun 2018, 14:00"
    );
    assert_eq!(dates::iso_instant(summer), "2018-06-20T12:00:00Z");
    assert_eq!(
        dates::iso_instant_local(summer, &berlin()),
        "2018-06-20T14:00:00+02:00"
    );
}

#[test]
fn machine_forms_are_iso_8601() {
    let local = date(2017, 12, 7).at(9, 0, 0, 0);

    assert_eq!(dates::iso_day(local.date()), "2017-12-07");
    assert_eq!(dates::iso_month(local.date()), "2017-12");
    assert_eq!(dates::iso_time(local.time()), "09:00");
    assert_eq!(dates::iso_local(local), "2017-12-07T09:00");
}
