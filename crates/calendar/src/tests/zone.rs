//! Local times that are skipped, repeated or absurd.

use jiff::civil::{date, time};

use super::berlin;
use crate::{LocalTimeRefusal, Resolved, Zone, check_year, instant};

#[test]
fn instant_in_winter_and_summer_has_the_offset_of_the_season() {
    let table = [
        (date(2017, 12, 7), "2017-12-07T13:00:00Z"),
        (date(2018, 6, 20), "2018-06-20T12:00:00Z"),
    ];

    for (day, expected) in table {
        let resolved = instant(day, time(14, 0, 0, 0), &berlin()).unwrap();
        assert_eq!(resolved, Resolved::Once(expected.parse().unwrap()));
    }
}

#[test]
fn instant_in_the_skipped_hour_is_refused_with_the_time_the_clock_goes_on() {
    let gaps = [
        ("Europe/Berlin", date(2018, 3, 25), 2, 3),
        ("Europe/London", date(2018, 3, 25), 1, 2),
        ("America/New_York", date(2018, 3, 11), 2, 3),
    ];

    for (name, day, skipped, resumes) in gaps {
        let refused = instant(day, time(skipped, 30, 0, 0), &Zone::named(name).unwrap());
        let resumes = day.at(resumes, 0, 0, 0);
        assert_eq!(
            refused,
            Err(LocalTimeRefusal::Skipped { resumes }),
            "{name}"
        );
    }
}

#[test]
fn instant_in_the_repeated_hour_offers_both_and_takes_the_first() {
    let twice = instant(date(2018, 10, 28), time(2, 30, 0, 0), &berlin()).unwrap();

    assert!(twice.is_repeated());
    assert_eq!(twice.first().to_string(), "2018-10-28T00:30:00Z");
    assert_eq!(twice.second().to_string(), "2018-10-28T01:30:00Z");
    let hour_later = instant(date(2018, 10, 28), time(3, 0, 0, 0), &berlin()).unwrap();
    assert!(!hour_later.is_repeated());
}

#[test]
fn year_outside_of_what_an_office_means_is_refused() {
    for year in [-9999, 0, 17, 1899, 2200, 9999] {
        let day = date(year, 12, 31);
        let refused = Err(LocalTimeRefusal::YearOutOfRange { year });
        assert_eq!(
            instant(day, time(23, 59, 0, 0), &berlin()).map(drop),
            refused.clone()
        );
        assert_eq!(check_year(day).map(drop), refused);
    }
    assert!(instant(date(1900, 1, 1), time(0, 0, 0, 0), &berlin()).is_ok());
    assert!(instant(date(2199, 12, 31), time(23, 59, 0, 0), &berlin()).is_ok());
}

#[test]
fn zone_by_name_is_known_or_refused() {
    assert_eq!(
        Zone::named("Europe/Berlin").unwrap().name(),
        "Europe/Berlin"
    );
    assert_eq!(Zone::named("UTC").unwrap(), Zone::utc());
    for name in ["", "Europe/Weimar", "../etc/passwd", "Europe/Berlin\r\nX:1"] {
        let refused = LocalTimeRefusal::UnknownZone {
            name: name.to_owned(),
        };
        assert_eq!(Zone::named(name), Err(refused));
    }
}
