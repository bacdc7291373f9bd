//! Rules by which events come again, as a table; the days were counted by another program, too.

use jiff::civil::{DateTime, date};
use jiff::tz::TimeZone;

use crate::recurrence::Rule;

/// Rule, first time, all days as year, month and day.
const RULES: &[(&str, &str, &str)] = &[
    (
        "FREQ=DAILY;COUNT=4",
        "2026-01-05T09:00",
        "260105 260106 260107 260108",
    ),
    (
        "FREQ=DAILY;INTERVAL=10;COUNT=5",
        "2026-01-05T09:00",
        "260105 260115 260125 260204 260214",
    ),
    (
        "FREQ=DAILY;UNTIL=20260108",
        "2026-01-05T09:00",
        "260105 260106 260107 260108",
    ),
    (
        "FREQ=DAILY;BYMONTH=1;BYDAY=MO,WE;COUNT=4",
        "2026-01-05T09:00",
        "260105 260107 260112 260114",
    ),
    (
        "FREQ=WEEKLY;COUNT=3",
        "2026-01-06T19:00",
        "260106 260113 260120",
    ),
    (
        "FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=TU,TH;COUNT=5",
        "2026-01-06T19:00",
        "260106 260108 260120 260122 260203",
    ),
    (
        "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO",
        "1997-08-05T09:00",
        "970805 970810 970819 970824",
    ),
    (
        "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU",
        "1997-08-05T09:00",
        "970805 970817 970819 970831",
    ),
    (
        "freq=weekly;byday=mo;until=20260126T180000Z",
        "2026-01-05T19:00",
        "260105 260112 260119 260126",
    ),
    (
        "FREQ=MONTHLY;BYDAY=1FR;COUNT=4",
        "2026-01-02T18:00",
        "260102 260206 260306 260403",
    ),
    (
        "FREQ=MONTHLY;INTERVAL=2;BYDAY=1SU,-1SU;COUNT=6",
        "2026-01-04T10:00",
        "260104 260125 260301 260329 260503 260531",
    ),
    (
        "FREQ=MONTHLY;BYDAY=-2MO;COUNT=3",
        "2026-01-19T10:00",
        "260119 260216 260323",
    ),
    (
        "FREQ=MONTHLY;BYDAY=5MO;COUNT=3",
        "2026-03-30T10:00",
        "260330 260629 260831",
    ),
    (
        "FREQ=MONTHLY;BYMONTHDAY=-3;COUNT=4",
        "2026-01-29T10:00",
        "260129 260226 260329 260428",
    ),
    (
        "FREQ=MONTHLY;BYMONTHDAY=31;COUNT=4",
        "2026-01-31T10:00",
        "260131 260331 260531 260731",
    ),
    (
        "FREQ=MONTHLY;COUNT=3",
        "2026-01-31T10:00",
        "260131 260331 260531",
    ),
    (
        "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=3",
        "2026-02-13T10:00",
        "260213 260313 261113",
    ),
    (
        "FREQ=MONTHLY;BYDAY=TU,WE,TH;BYSETPOS=3;COUNT=3",
        "2026-01-07T10:00",
        "260107 260205 260305",
    ),
    (
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2;COUNT=3",
        "2026-01-29T10:00",
        "260129 260226 260330",
    ),
    (
        "FREQ=MONTHLY;INTERVAL=3;BYDAY=2TH;COUNT=4",
        "2026-01-08T10:00",
        "260108 260409 260709 261008",
    ),
    (
        "FREQ=YEARLY;COUNT=3",
        "2024-02-29T10:00",
        "240229 280229 320229",
    ),
    (
        "FREQ=YEARLY;INTERVAL=2;BYMONTH=1,3;COUNT=4",
        "2026-01-10T10:00",
        "260110 260310 280110 280310",
    ),
    (
        "FREQ=YEARLY;BYMONTH=6;BYDAY=1SA;COUNT=3",
        "2026-06-06T10:00",
        "260606 270605 280603",
    ),
    (
        "FREQ=YEARLY;BYDAY=20MO;COUNT=3",
        "1997-05-19T09:00",
        "970519 980518 990517",
    ),
    (
        "FREQ=YEARLY;BYDAY=-1SU;COUNT=3",
        "2026-12-27T09:00",
        "261227 271226 281231",
    ),
    (
        "FREQ=YEARLY;BYMONTH=3;BYDAY=TH;COUNT=5",
        "2026-03-05T09:00",
        "260305 260312 260319 260326 270304",
    ),
    (
        "FREQ=YEARLY;BYMONTHDAY=24;BYMONTH=12;COUNT=3",
        "2026-12-24T16:00",
        "261224 271224 281224",
    ),
    (
        "FREQ=YEARLY;BYMONTHDAY=1;COUNT=4",
        "2026-01-01T09:00",
        "260101 260201 260301 260401",
    ),
];

fn times(rule: &str, first: &str, latest: DateTime, most: usize) -> Vec<DateTime> {
    let berlin = TimeZone::get("Europe/Berlin").unwrap();
    let rule = Rule::of(rule).unwrap().in_zone(&berlin);
    rule.times(first.parse().unwrap(), latest, most)
}

#[test]
fn rules_give_the_days_that_calendar_programs_show() {
    let latest = date(2040, 1, 1).at(0, 0, 0, 0);
    for (rule, first, days) in RULES {
        let found: Vec<String> = times(rule, first, latest, 400)
            .iter()
            .map(|it| it.strftime("%y%m%d").to_string())
            .collect();
        assert_eq!(found.join(" "), *days, "{rule}");
    }
}

#[test]
fn a_rule_without_an_end_comes_to_one() {
    let latest = date(2027, 1, 12).at(19, 0, 0, 0);
    let weeks = times("FREQ=WEEKLY", "2026-01-06T19:00", latest, 400);
    assert_eq!(weeks.len(), 54);
    assert_eq!(weeks.last(), Some(&latest));

    let last = times("FREQ=DAILY", "2000-01-01T19:00", latest, 3);
    assert_eq!(last.len(), 3);
    assert_eq!(last.last(), Some(&latest));

    // The thirtieth of February never comes.
    let never = times(
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=5",
        "2026-01-06T19:00",
        latest,
        9,
    );
    assert_eq!(never.len(), 1);
}

#[test]
fn what_is_no_rule_for_days_is_none() {
    for text in [
        "",
        "FREQ=HOURLY",
        "FREQ=WEEKLY;INTERVAL=0",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=DAILY;BYHOUR=9,17",
        "FREQ=DAILY;COUNT=-1",
        "FREQ=YEARLY;BYWEEKNO=20",
        "FREQ=DAILY;UNTIL=tomorrow",
    ] {
        assert_eq!(Rule::of(text), None, "{text}");
    }
}
