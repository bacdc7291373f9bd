//! What leaves the house, whole.

use calcard::icalendar::ICalendarComponentType;
use jiff::civil::date;

use super::{components, feed, gathering, guest, office, read};
use crate::{Event, Ics, Method, Status, When, Zone, cancel, publish, request};

/// Snapshots are kept with plain line breaks; that the real ones are CRLF is checked here.
fn shown(ics: &Ics) -> String {
    let text = ics.text();
    assert!(text.ends_with("\r\n"));
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
    assert_eq!(text.matches('\r').count(), text.matches("\r\n").count());
    text.replace("\r\n", "\n")
}

fn event_part(ics: &Ics) -> String {
    shown(ics)
        .split_once("END:VTIMEZONE\n")
        .unwrap()
        .1
        .to_owned()
}

#[test]
fn request_is_a_complete_invitation() {
    let ics = request(&gathering(), &office(), &guest());

    assert_eq!(
        ics.content_type(),
        "text/calendar; charset=utf-8; method=REQUEST"
    );
    insta::assert_snapshot!(shown(&ics), @r#"
    BEGIN:VCALENDAR
    VERSION:2.0
    PRODID:-//Kreis//Kreis//DE
    CALSCALE:GREGORIAN
    METHOD:REQUEST
    BEGIN:VTIMEZONE
    TZID:Europe/Berlin
    BEGIN:STANDARD
    DTSTART:20161030T030000
    RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
    TZOFFSETFROM:+0200
    TZOFFSETTO:+0100
    TZNAME:CET
    END:STANDARD
    BEGIN:DAYLIGHT
    DTSTART:20160327T020000
    RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
    TZOFFSETFROM:+0100
    TZOFFSETTO:+0200
    TZNAME:CEST
    END:DAYLIGHT
    END:VTIMEZONE
    BEGIN:VEVENT
    UID:0193a1c2-7c4b-7d10-8f53-1d7c6a5e0b01@kreis.example
    SEQUENCE:0
    DTSTAMP:20171120T081500Z
    LAST-MODIFIED:20171119T100000Z
    DTSTART;TZID=Europe/Berlin:20171207T140000
    DTEND;TZID=Europe/Berlin:20171207T163000
    SUMMARY:Fachkräfte dringend gesucht\; Pflege\, Erziehung\, Beratung
    DESCRIPTION:Begrüßung\nBericht\nBeschlüsse
    LOCATION:Mehrgenerationenhaus\, Prager Straße 5\, 99427 Weimar
    URL:https://kreis.example/weimar/termine/2017-12-07-fachkraefte
    CATEGORIES:Kreisgruppe,Pflege\, Beratung
    STATUS:CONFIRMED
    ORGANIZER;CN="Kreisgruppe Weimar: Geschäftsstelle":mailto:weimar@kreis.exa
     mple
    ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=
     TRUE;CN="Leitung 'Jobcenter' Weimar":mailto:leitung@jobcenter.example
    END:VEVENT
    END:VCALENDAR
    "#);
}

#[test]
fn request_for_a_moved_gathering_keeps_the_uid_and_raises_the_sequence() {
    let moved = Event {
        sequence: 1,
        dtstamp: "2017-11-28T09:00:00Z".parse().unwrap(),
        when: When::Timed {
            start: date(2017, 12, 14).at(10, 0, 0, 0),
            end: date(2017, 12, 14).at(12, 0, 0, 0),
            zone: super::berlin(),
        },
        ..gathering()
    };

    insta::assert_snapshot!(event_part(&request(&moved, &office(), &guest())), @r#"
    BEGIN:VEVENT
    UID:0193a1c2-7c4b-7d10-8f53-1d7c6a5e0b01@kreis.example
    SEQUENCE:1
    DTSTAMP:20171128T090000Z
    LAST-MODIFIED:20171119T100000Z
    DTSTART;TZID=Europe/Berlin:20171214T100000
    DTEND;TZID=Europe/Berlin:20171214T120000
    SUMMARY:Fachkräfte dringend gesucht\; Pflege\, Erziehung\, Beratung
    DESCRIPTION:Begrüßung\nBericht\nBeschlüsse
    LOCATION:Mehrgenerationenhaus\, Prager Straße 5\, 99427 Weimar
    URL:https://kreis.example/weimar/termine/2017-12-07-fachkraefte
    CATEGORIES:Kreisgruppe,Pflege\, Beratung
    STATUS:CONFIRMED
    ORGANIZER;CN="Kreisgruppe Weimar: Geschäftsstelle":mailto:weimar@kreis.exa
     mple
    ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=
     TRUE;CN="Leitung 'Jobcenter' Weimar":mailto:leitung@jobcenter.example
    END:VEVENT
    END:VCALENDAR
    "#);
}

#[test]
fn cancel_is_cancelled_and_asks_for_no_answer() {
    let called_off = Event {
        sequence: 2,
        ..gathering()
    };

    let ics = cancel(&called_off, &office(), &guest());

    assert_eq!(
        ics.content_type(),
        "text/calendar; charset=utf-8; method=CANCEL"
    );
    assert!(ics.text().contains("\r\nMETHOD:CANCEL\r\n"));
    insta::assert_snapshot!(event_part(&ics), @r#"
    BEGIN:VEVENT
    UID:0193a1c2-7c4b-7d10-8f53-1d7c6a5e0b01@kreis.example
    SEQUENCE:2
    DTSTAMP:20171120T081500Z
    LAST-MODIFIED:20171119T100000Z
    DTSTART;TZID=Europe/Berlin:20171207T140000
    DTEND;TZID=Europe/Berlin:20171207T163000
    SUMMARY:Fachkräfte dringend gesucht\; Pflege\, Erziehung\, Beratung
    DESCRIPTION:Begrüßung\nBericht\nBeschlüsse
    LOCATION:Mehrgenerationenhaus\, Prager Straße 5\, 99427 Weimar
    URL:https://kreis.example/weimar/termine/2017-12-07-fachkraefte
    CATEGORIES:Kreisgruppe,Pflege\, Beratung
    STATUS:CANCELLED
    ORGANIZER;CN="Kreisgruppe Weimar: Geschäftsstelle":mailto:weimar@kreis.exa
     mple
    ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;CN="Leitung 'Jobcenter' Wei
     mar":mailto:leitung@jobcenter.example
    END:VEVENT
    END:VCALENDAR
    "#);
}

#[test]
fn publish_names_nobody_and_keeps_what_was_cancelled() {
    let whole_days = Event {
        uid: "2@kreis.example".to_owned(),
        when: When::AllDay {
            start: date(2018, 6, 1),
            end: date(2018, 6, 3),
        },
        summary: "Sommerfest".to_owned(),
        description: None,
        location: None,
        url: None,
        categories: Vec::new(),
        last_modified: None,
        status: Status::Cancelled,
        sequence: 1,
        ..gathering()
    };
    let universal = Event {
        uid: "3@kreis.example".to_owned(),
        when: When::Timed {
            start: date(2018, 6, 4).at(9, 0, 0, 0),
            end: date(2018, 6, 4).at(9, 0, 0, 0),
            zone: Zone::utc(),
        },
        status: Status::Tentative,
        ..whole_days.clone()
    };

    let ics = publish(&feed(), &[whole_days, universal]);

    assert_eq!(
        ics.content_type(),
        "text/calendar; charset=utf-8; method=PUBLISH"
    );
    insta::assert_snapshot!(shown(&ics), @r#"
    BEGIN:VCALENDAR
    VERSION:2.0
    PRODID:-//Kreis//Kreis//DE
    CALSCALE:GREGORIAN
    METHOD:PUBLISH
    NAME:Kreisgruppe Weimar\, Termine
    X-WR-CALNAME:Kreisgruppe Weimar\, Termine
    X-WR-CALDESC:Alle öffentlichen Termine
    REFRESH-INTERVAL;VALUE=DURATION:PT6H
    X-PUBLISHED-TTL:PT6H
    BEGIN:VEVENT
    UID:2@kreis.example
    SEQUENCE:1
    DTSTAMP:20171120T081500Z
    DTSTART;VALUE=DATE:20180601
    DTEND;VALUE=DATE:20180603
    SUMMARY:Sommerfest
    STATUS:CANCELLED
    END:VEVENT
    BEGIN:VEVENT
    UID:3@kreis.example
    SEQUENCE:1
    DTSTAMP:20171120T081500Z
    DTSTART:20180604T090000Z
    SUMMARY:Sommerfest
    STATUS:TENTATIVE
    END:VEVENT
    END:VCALENDAR
    "#);
}

#[test]
fn publish_without_events_is_still_a_calendar() {
    let ics = publish(&feed(), &[]);

    let calendar = read(ics.text());

    assert_eq!(calendar.components.len(), 1);
}

#[test]
fn publish_writes_each_zone_once_with_all_its_years() {
    let at = |year, zone: &str| Event {
        when: When::Timed {
            start: date(year, 12, 31).at(22, 0, 0, 0),
            end: date(year + 1, 1, 1).at(2, 0, 0, 0),
            zone: Zone::named(zone).unwrap(),
        },
        ..gathering()
    };
    let events = [
        at(2018, "Europe/Berlin"),
        at(2015, "Europe/Berlin"),
        at(2017, "Europe/London"),
    ];

    let ics = publish(&feed(), &events);

    let calendar = read(ics.text());
    assert_eq!(
        components(&calendar, ICalendarComponentType::VTimezone).count(),
        2
    );
    assert_eq!(
        components(&calendar, ICalendarComponentType::VEvent).count(),
        3
    );
    assert!(ics.text().contains("DTSTART:20141026T030000\r\nRRULE:"));
}

#[test]
fn nobody_is_named_in_any_published_calendar() {
    let text = publish(&feed(), &[gathering()]).into_text();

    assert!(!text.contains("ORGANIZER") && !text.contains("ATTENDEE"));
}

#[test]
fn content_type_and_method_agree_for_every_method() {
    for method in [Method::Request, Method::Cancel, Method::Publish] {
        let named = method.content_type().rsplit_once("method=").unwrap().1;
        assert_eq!(named, method.word());
    }
}
