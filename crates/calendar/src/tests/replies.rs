//! Answers in the manner of common calendar programs, read here and by another's parser.

use calcard::icalendar::{ICalendar, ICalendarProperty};
use proptest::prelude::*;

use crate::{Partstat, reply};

/// As desktop programs send it: a zone before the event, long lines folded, times in the zone.
const DESKTOP: &str = "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nPRODID:desktop\r\nVERSION:2.0\r\n\
    BEGIN:VTIMEZONE\r\nTZID:W. Europe Standard Time\r\nBEGIN:STANDARD\r\n\
    DTSTART:16010101T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\n\
    END:VTIMEZONE\r\nBEGIN:VEVENT\r\n\
    ATTENDEE;PARTSTAT=ACCEPTED;CN=\"Leitung: Jobcenter; Weimar\":mailto:Leitung.\r\n \
    Jobcenter@Beispiel.example\r\nCOMMENT;LANGUAGE=de-DE:Gern\\, wir kommen zu zweit.\\nBis dann\r\n\
    UID:0198c0de-0000-7000-8000-000000000001\r\nSUMMARY;LANGUAGE=de-DE:Zugesagt: Sitzung\r\n\
    DTSTART;TZID=W. Europe Standard Time:20171207T140000\r\nDTSTAMP:20171121T080000Z\r\n\
    SEQUENCE:2\r\nBEGIN:VALARM\r\nUID:other\r\nATTENDEE:mailto:nobody@beispiel.example\r\n\
    END:VALARM\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

/// As the web and telephones send it.
const WEB: &str = "BEGIN:VCALENDAR\nVERSION:2.0\nCALSCALE:GREGORIAN\nMETHOD:REPLY\n\
    BEGIN:VEVENT\nUID:0198c0de-0000-7000-8000-000000000001\n\
    attendee;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;partstat=declined;X-NUM-GUESTS=0:MAILTO:leitung@beispiel.example\n\
    DTSTAMP:20171122T101500Z\nEND:VEVENT\nEND:VCALENDAR\n";

#[test]
fn a_desktops_answer_is_read_whole() {
    let read = reply(DESKTOP).unwrap();

    assert_eq!(read.uid, "0198c0de-0000-7000-8000-000000000001");
    assert_eq!(read.attendee, "leitung.jobcenter@beispiel.example");
    assert_eq!(read.partstat, Partstat::Accepted);
    assert_eq!(read.sequence, 2);
    assert_eq!(read.dtstamp.unwrap().to_string(), "2017-11-21T08:00:00Z");
    assert_eq!(read.comment, "Gern, wir kommen zu zweit.\nBis dann");
}

#[test]
fn a_short_answer_in_small_letters_is_read_too() {
    let read = reply(WEB).unwrap();

    assert_eq!((read.partstat, read.sequence), (Partstat::Declined, 0));
    assert_eq!(read.attendee, "leitung@beispiel.example");
}

#[test]
fn another_parser_sees_the_same() {
    for text in [DESKTOP, WEB] {
        let parsed = ICalendar::parse(text).unwrap();
        let uids: Vec<_> = parsed
            .components
            .iter()
            .filter_map(|it| it.property(&ICalendarProperty::Uid))
            .filter_map(|it| it.values.first()?.as_text().map(str::to_owned))
            .collect();

        assert!(uids.contains(&reply(text).unwrap().uid));
    }
}

#[test]
fn what_is_no_answer_of_one_person_is_none() {
    let request = WEB.replace("REPLY", "REQUEST");
    let nobody = WEB.replace("attendee", "X-ATTENDEE");
    let two = WEB.replace("DTSTAMP", "ATTENDEE:mailto:b@beispiel.example\nDTSTAMP");
    let nameless = WEB.replace("UID:", "X-UID:");

    for text in [&request, &nobody, &two, &nameless, "", "METHOD:REPLY"] {
        assert_eq!(reply(text), None, "{text}");
    }
    let later = WEB.replace("declined", "delegated");
    assert_eq!(reply(&later).unwrap().partstat, Partstat::Other);
}

proptest! {
    #[test]
    fn nothing_makes_the_reader_fail(text in "\\PC{0,200}", cut in 0_usize..400) {
        reply(&text);
        reply(DESKTOP.get(..cut).unwrap_or(DESKTOP));
        reply(&DESKTOP.replace("ATTENDEE", &text));
    }
}
