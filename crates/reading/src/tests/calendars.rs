//! Calendars in the shapes that common calendar programs write, in words of our own.

use crate::drafts::{Drafts, GatheringDraft};
use crate::read;

/// As a calendar on the web exports: times in universal time, the zone beside, folded lines,
/// an exception, a time left out.
pub(super) const WEB: &str = "BEGIN:VCALENDAR\r\nPRODID:-//Beispiel//Kalender 1//DE\r\nVERSION:2.0\r\n\
X-WR-CALNAME:Netzwerk Nord\r\nX-WR-TIMEZONE:Europe/Berlin\r\n\
BEGIN:VEVENT\r\nDTSTART:20260507T170000Z\r\nDTEND:20260507T190000Z\r\nDTSTAMP:20260401T080000Z\r\n\
UID:a1@web.example\r\nSUMMARY:Vortrag: Gute Briefe\\, klare Worte\r\n\
DESCRIPTION:Wir lesen gemeinsam\\nund schreib\r\n en um.\r\nLOCATION:Rathaus\\, Markt 1\\, 07545 Gera\\, Deutschland\r\n\
STATUS:CONFIRMED\r\nEND:VEVENT\r\n\
BEGIN:VEVENT\r\nDTSTART;TZID=Europe/Berlin:20260106T190000\r\nDTEND;TZID=Europe/Berlin:20260106T210000\r\n\
RRULE:FREQ=MONTHLY;BYDAY=1TU;UNTIL=20260602T215959Z\r\nEXDATE;TZID=Europe/Berlin:20260407T190000\r\n\
UID:b2@web.example\r\nSUMMARY:Offener Treff\r\nEND:VEVENT\r\n\
BEGIN:VEVENT\r\nDTSTART;TZID=Europe/Berlin:20260505T183000\r\nDTEND;TZID=Europe/Berlin:20260505T203000\r\n\
RECURRENCE-ID;TZID=Europe/Berlin:20260505T190000\r\nUID:b2@web.example\r\nSUMMARY:Offener Treff im Garten\r\n\
END:VEVENT\r\nEND:VCALENDAR\r\n";

/// As an office program sends: zones with names of its own, an organiser, an alarm inside, whole
/// days with an end that no longer counts.
pub(super) const OFFICE: &str = "BEGIN:VCALENDAR\r\nMETHOD:PUBLISH\r\nVERSION:2.0\r\n\
BEGIN:VTIMEZONE\r\nTZID:W. Europe Standard Time\r\nBEGIN:STANDARD\r\nDTSTART:16010101T030000\r\n\
TZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nRRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n\
BEGIN:VEVENT\r\nORGANIZER;CN=\"Geschäftsstelle Nord\":mailto:buero@nord.example\r\nUID:0400000082\r\n\
SUMMARY;LANGUAGE=de-de:Klausur des Vorstands\r\nDTSTART;TZID=W. Europe Standard Time:20260918T093000\r\n\
DTEND;TZID=W. Europe Standard Time:20260919T160000\r\nDTSTAMP:20260801T070000Z\r\nLOCATION:Tagungshaus am See\r\n\
BEGIN:VALARM\r\nTRIGGER:-PT15M\r\nDESCRIPTION:REMINDER\r\nEND:VALARM\r\nEND:VEVENT\r\n\
BEGIN:VEVENT\r\nUID:0400000083\r\nSUMMARY:Messe\r\nDTSTART;VALUE=DATE:20261012\r\nDTEND;VALUE=DATE:20261015\r\nEND:VEVENT\r\n\
BEGIN:VEVENT\r\nUID:0400000084\r\nSUMMARY:Abgesagt\r\nSTATUS:CANCELLED\r\nDTSTART;VALUE=DATE:20261101\r\nEND:VEVENT\r\n\
END:VCALENDAR\r\n";

/// As free programs write: zones with words in front, durations, days beside the rule, lines
/// that end with a line feed alone.
pub(super) const FREE: &str = "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:c3\nDTSTAMP:20260110T090000Z\n\
SUMMARY:Sprechstunde\nDTSTART;TZID=/frei.example/20260101/Europe/Berlin:20260112T150000\nDURATION:PT1H30M\n\
RRULE:FREQ=WEEKLY;COUNT=3\nRDATE;VALUE=DATE:20260304\nEND:VEVENT\n\
BEGIN:VEVENT\nUID:d4\nDTSTAMP:20260110T090000Z\nSUMMARY:Jeden Tag\nDTSTART:20260105T080000\nRRULE:FREQ=DAILY\nEND:VEVENT\n\
BEGIN:VEVENT\nUID:e5\nSUMMARY:Nachtfest\nDTSTART;TZID=Europe/Berlin:20260620T200000\nDTEND;TZID=Europe/Berlin:20260621T010000\nEND:VEVENT\n\
BEGIN:VEVENT\nUID:f6\nSUMMARY:Gespräch mit Übersee\nDTSTART;TZID=America/New_York:20260701T100000\nDURATION:PT1H\nEND:VEVENT\n\
END:VCALENDAR\n";

fn told(it: &GatheringDraft) -> String {
    let clock = |it: Option<jiff::civil::Time>| {
        it.map_or("-".to_owned(), |it| it.strftime("%H:%M").to_string())
    };
    format!(
        "{} {:?} {}–{}",
        it.title,
        it.day,
        clock(it.start),
        clock(it.end)
    )
}

fn of<'d>(drafts: &'d Drafts, title: &str) -> Vec<&'d GatheringDraft> {
    let all = drafts.gatherings.iter();
    all.filter(|it| it.title.starts_with(title)).collect()
}

#[test]
fn a_calendar_of_the_web_comes_with_its_series_and_their_exceptions() {
    let drafts = read("kalender.ics", WEB.as_bytes()).unwrap();

    assert_eq!(drafts.title.as_deref(), Some("Netzwerk Nord"));
    let all: Vec<String> = drafts.gatherings.iter().map(told).collect();
    assert_eq!(
        all,
        [
            "Offener Treff Whole(2026-01-06) 19:00–21:00",
            "Offener Treff Whole(2026-02-03) 19:00–21:00",
            "Offener Treff Whole(2026-03-03) 19:00–21:00",
            "Offener Treff im Garten Whole(2026-05-05) 18:30–20:30",
            "Vortrag: Gute Briefe, klare Worte Whole(2026-05-07) 19:00–21:00",
            "Offener Treff Whole(2026-06-02) 19:00–21:00",
        ]
    );
    let series = drafts.gatherings.iter().filter(|it| it.series.is_some());
    assert_eq!(series.count(), 5);
    let talk = of(&drafts, "Vortrag")[0];
    assert_eq!(
        talk.venue.as_ref().map(|it| it.value.as_str()),
        Some("Rathaus, Markt 1")
    );
    assert_eq!(talk.city.as_ref().map(|it| it.value.as_str()), Some("Gera"));
    let passage = &talk.evidence[0];
    assert_eq!(
        drafts.text.get(passage.start..passage.end),
        Some(passage.words.as_str())
    );
    assert!(
        passage.words.contains("07.05.2026, 19:00–21:00"),
        "{}",
        passage.words
    );
    assert!(
        drafts
            .text
            .contains("Wir lesen gemeinsam\nund schreiben um.")
    );
}

#[test]
fn a_calendar_of_an_office_comes_with_days_and_hosts_and_without_what_was_called_off() {
    let drafts = read("termine.ics", OFFICE.as_bytes()).unwrap();

    let all: Vec<String> = drafts.gatherings.iter().map(told).collect();
    assert_eq!(
        all,
        [
            "Klausur des Vorstands Whole(2026-09-18) 09:30–16:00",
            "Messe Whole(2026-10-12) -–-"
        ]
    );
    let last = |title: &str| format!("{:?}", of(&drafts, title)[0].last_day);
    assert_eq!(last("Klausur"), "Some(Whole(2026-09-19))");
    assert_eq!(last("Messe"), "Some(Whole(2026-10-14))");
    assert!(
        drafts
            .organisations
            .iter()
            .any(|it| it.value == "Geschäftsstelle Nord")
    );
    assert_eq!(
        drafts.contacts[0].mail.as_deref(),
        Some("buero@nord.example")
    );
}

#[test]
fn a_calendar_of_free_programs_comes_with_durations_and_foreign_clocks() {
    let drafts = read("frei.ics", FREE.as_bytes()).unwrap();

    let hours: Vec<String> = of(&drafts, "Sprechstunde").into_iter().map(told).collect();
    assert_eq!(
        hours,
        [
            "Sprechstunde Whole(2026-01-12) 15:00–16:30",
            "Sprechstunde Whole(2026-01-19) 15:00–16:30",
            "Sprechstunde Whole(2026-01-26) 15:00–16:30",
            "Sprechstunde Whole(2026-03-04) 15:00–16:30",
        ]
    );
    let daily = of(&drafts, "Jeden Tag");
    assert_eq!(daily.len(), 400);
    assert_eq!(told(daily[399]), "Jeden Tag Whole(2028-01-10) 08:00–-");
    let night = of(&drafts, "Nachtfest")[0];
    assert_eq!(
        (told(night).as_str(), night.last_day),
        ("Nachtfest Whole(2026-06-20) 20:00–01:00", None)
    );
    assert_eq!(
        told(of(&drafts, "Gespräch")[0]),
        "Gespräch mit Übersee Whole(2026-07-01) 16:00–17:00"
    );
}
