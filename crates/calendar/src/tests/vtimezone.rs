//! The written zones give the same offsets as the zone database.

use calcard::{
    common::PartialDateTime,
    icalendar::{
        ICalendarComponent, ICalendarComponentType, ICalendarProperty, ICalendarValue,
        ICalendarWeekday,
    },
};
use jiff::{
    ToSpan,
    civil::{Date, DateTime, Weekday, date},
};

use super::{components, feed, gathering, read};
use crate::{Event, Ics, When, Zone, publish};

fn year_of(zone: &str, first: i16, last: i16) -> Ics {
    let on = |year| Event {
        when: When::Timed {
            start: date(year, 6, 1).at(14, 0, 0, 0),
            end: date(year, 6, 1).at(15, 0, 0, 0),
            zone: Zone::named(zone).unwrap(),
        },
        ..gathering()
    };
    publish(&feed(), &[on(first), on(last)])
}

/// A change of the clock as a reader of RFC 5545 sees it: local time before, seconds after.
fn changes(ics: &Ics, until: i16) -> Vec<(DateTime, i64, i64)> {
    let calendar = read(ics.text());
    let kinds = [
        ICalendarComponentType::Standard,
        ICalendarComponentType::Daylight,
    ];
    let mut changes: Vec<_> = kinds
        .into_iter()
        .flat_map(|kind| components(&calendar, kind).collect::<Vec<_>>())
        .flat_map(|part| {
            let (from, to) = (
                offset(part, &ICalendarProperty::Tzoffsetfrom),
                offset(part, &ICalendarProperty::Tzoffsetto),
            );
            onsets(part, until)
                .into_iter()
                .map(move |local| (local, from, to))
        })
        .collect();
    changes.sort_unstable();
    changes
}

fn moment<'a>(part: &'a ICalendarComponent, property: &ICalendarProperty) -> &'a PartialDateTime {
    part.property(property).unwrap().values[0]
        .as_partial_date_time()
        .unwrap()
}

fn offset(part: &ICalendarComponent, property: &ICalendarProperty) -> i64 {
    let value = moment(part, property);
    let seconds =
        i64::from(value.tz_hour.unwrap()) * 3600 + i64::from(value.tz_minute.unwrap()) * 60;
    if value.tz_minus { -seconds } else { seconds }
}

fn onsets(part: &ICalendarComponent, until: i16) -> Vec<DateTime> {
    let start = moment(part, &ICalendarProperty::Dtstart);
    let first = date(
        i16::try_from(start.year.unwrap()).unwrap(),
        i8::try_from(start.month.unwrap()).unwrap(),
        i8::try_from(start.day.unwrap()).unwrap(),
    )
    .at(i8::try_from(start.hour.unwrap()).unwrap(), 0, 0, 0);
    let Some(rule) = part.property(&ICalendarProperty::Rrule) else {
        return vec![first];
    };
    let ICalendarValue::RecurrenceRule(rule) = &rule.values[0] else {
        panic!("not a rule: {rule:?}");
    };
    let (day, month) = (
        &rule.byday[0],
        i8::try_from(rule.bymonth[0].month()).unwrap(),
    );
    let nth = i8::try_from(day.ordwk.unwrap()).unwrap();
    (first.year()..=until)
        .map(|year| weekday_in(date(year, month, 1), nth, day.weekday).to_datetime(first.time()))
        .collect()
}

fn weekday_in(month: Date, nth: i8, weekday: ICalendarWeekday) -> Date {
    assert_eq!(weekday, ICalendarWeekday::Sunday);
    month.nth_weekday_of_month(nth, Weekday::Sunday).unwrap()
}

/// The offset that holds at a local time: that of the last change before it.
fn read_offset(changes: &[(DateTime, i64, i64)], local: DateTime) -> i64 {
    let before = changes.iter().rev().find(|(onset, ..)| *onset <= local);
    before.unwrap_or_else(|| panic!("no offset for {local}")).2
}

fn assert_every_hour_agrees(zone: &str, first: i16, last: i16) {
    let changes = changes(&year_of(zone, first, last), last);
    let rules = Zone::named(zone).unwrap();
    let mut local = date(first, 1, 1).at(0, 0, 0, 0);
    while local.year() <= last {
        let meant = rules.rules().to_ambiguous_timestamp(local);
        // RFC 5545 and the database differ in words only on the hours around a change.
        if !meant.is_ambiguous() {
            let offset = rules.rules().to_offset(meant.compatible().unwrap());
            assert_eq!(
                read_offset(&changes, local),
                i64::from(offset.seconds()),
                "{zone} at {local}"
            );
        }
        local += 1.hour();
    }
}

#[test]
fn offsets_agree_with_the_zone_database_in_every_hour() {
    for zone in [
        "Europe/Berlin",
        "Europe/London",
        "America/New_York",
        "Australia/Sydney",
    ] {
        assert_every_hour_agrees(zone, 2017, 2018);
    }
}

#[test]
fn offsets_agree_where_no_steady_rule_holds() {
    assert_every_hour_agrees("Europe/Berlin", 1994, 1997);
    assert_every_hour_agrees("America/New_York", 2006, 2007);
    assert_every_hour_agrees("Africa/Casablanca", 2017, 2020);
    assert_every_hour_agrees("Europe/Moscow", 2010, 2015);
}

#[test]
fn change_itself_is_written_to_the_second() {
    let table = [
        (
            "Europe/Berlin",
            date(2018, 3, 25).at(2, 0, 0, 0),
            3600,
            7200,
        ),
        (
            "Europe/Berlin",
            date(2018, 10, 28).at(3, 0, 0, 0),
            7200,
            3600,
        ),
        ("Europe/London", date(2018, 3, 25).at(1, 0, 0, 0), 0, 3600),
        ("Europe/London", date(2018, 10, 28).at(2, 0, 0, 0), 3600, 0),
        (
            "America/New_York",
            date(2018, 3, 11).at(2, 0, 0, 0),
            -18000,
            -14400,
        ),
        (
            "America/New_York",
            date(2018, 11, 4).at(2, 0, 0, 0),
            -14400,
            -18000,
        ),
    ];

    for (zone, onset, from, to) in table {
        let changes = changes(&year_of(zone, 2018, 2018), 2018);
        assert!(changes.contains(&(onset, from, to)), "{zone}: {changes:?}");
    }
}

#[test]
fn universal_time_needs_no_zone() {
    let ics = year_of("UTC", 2018, 2018);

    assert!(!ics.text().contains("VTIMEZONE") && !ics.text().contains("TZID"));
    assert!(ics.text().contains("DTSTART:20180601T140000Z"));
}

#[test]
fn zone_without_summer_time_has_one_offset() {
    let ics = year_of("Asia/Tokyo", 2018, 2018);

    assert_eq!(ics.text().matches("BEGIN:STANDARD").count(), 1);
    assert!(
        ics.text()
            .contains("TZOFFSETFROM:+0900\r\nTZOFFSETTO:+0900\r\n")
    );
}

#[test]
fn irish_summer_is_daylight_although_its_law_calls_it_standard() {
    let text = year_of("Europe/Dublin", 2018, 2018).into_text();

    let daylight = text.split_once("BEGIN:DAYLIGHT").unwrap().1;
    assert!(daylight.contains("TZOFFSETTO:+0100"));
}

#[test]
fn century_of_a_zone_is_written_without_loss() {
    let text = year_of("Europe/Berlin", 1900, 2199).into_text();

    assert_eq!(text.matches("RRULE:").count(), 2);
    assert!(text.contains("DTSTART:19961027T030000") || text.contains("DTSTART:19960331T020000"));
}
