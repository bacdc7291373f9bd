//! Calendars of our own invention as real programs have written them: `tests/calendars`.

use crate::drafts::{DraftDay, Drafts};
use crate::read;

const EVOLUTION: &[u8] = include_bytes!("../../tests/calendars/evolution.ics");
const THUNDERBIRD: &[u8] = include_bytes!("../../tests/calendars/thunderbird.ics");
const KORGANIZER: &[u8] = include_bytes!("../../tests/calendars/korganizer.ics");

/// The gatherings of a title, a line each: day, beginning, end, house.
fn times(drafts: &Drafts, title: &str) -> Vec<String> {
    let clock = |it: Option<jiff::civil::Time>| {
        it.map_or("-".to_owned(), |it| it.strftime("%H:%M").to_string())
    };
    let day = |it: DraftDay| match it {
        DraftDay::Whole(day) => day.to_string(),
        DraftDay::Yearless(month, day) => format!("--{month}-{day}"),
    };
    let all = drafts.gatherings.iter().filter(|it| it.title == title);
    all.map(|it| {
        let last = it
            .last_day
            .map_or(String::new(), |it| format!("/{}", day(it)));
        let venue = it.venue.as_ref().map_or("-", |it| it.value.as_str());
        let (start, end) = (clock(it.start), clock(it.end));
        format!("{}{last} {start}–{end} {venue}", day(it.day))
    })
    .collect()
}

fn rhythm(drafts: &Drafts, title: &str) -> String {
    let first = drafts.gatherings.iter().find(|it| it.title == title);
    let said = first.and_then(|it| it.recurrence.as_ref());
    said.map_or_else(String::new, |it| it.value.clone())
}

#[test]
fn evolution_writes_zones_with_words_in_front_and_parts_a_series_in_two() {
    let drafts = read("calendar.ics", EVOLUTION).unwrap();

    let house = "Bürgerhaus Auetal, Mühlgasse 4";
    let open = "Offene Sprechstunde für Übungsleitungen";
    let days = ["03-04", "03-11", "03-18", "03-25", "04-01", "04-08"];
    let wanted = days.map(|it| format!("2027-{it} 16:00–17:30 {house}"));
    assert_eq!(times(&drafts, open), wanted);
    assert_eq!(rhythm(&drafts, open), "jede Woche, 6-mal");
    let circle = "Stammtisch der Fördervereine";
    assert_eq!(
        times(&drafts, circle),
        [
            "2027-01-05 19:00–21:00 Gasthaus Zur Brücke",
            "2027-02-02 19:00–21:00 Gasthaus Zur Brücke",
            "2027-03-02 19:00–21:00 Gasthaus Zur Brücke",
            "2027-05-11 18:30–20:30 Vereinsheim Grüne Aue",
            "2027-06-01 19:00–21:00 Gasthaus Zur Brücke",
        ]
    );
    assert_eq!(
        rhythm(&drafts, circle),
        "jeden Monat am ersten Dienstag, bis 30.06.2027"
    );
    let years = ["2027-06-12", "2028-06-12", "2029-06-12"];
    let wanted = years.map(|it| format!("{it} 18:00–22:00 Festwiese an der Ölmühle"));
    assert_eq!(
        times(&drafts, "Gründungsfest des Nachbarschaftskreises"),
        wanted
    );
    assert_eq!(
        times(&drafts, "Freiwilligenwerkstatt Grün und Größe"),
        ["2027-09-17/2027-09-19 -–- Schullandheim Höhe"]
    );
    assert_eq!(
        times(&drafts, "Runder Tisch Ehrenamt"),
        [
            "2027-09-01 17:30–19:00 Rathaus Apolda",
            "2027-09-15 17:30–19:00 Rathaus Apolda",
            "2027-09-29 18:00–19:30 Stadtbücherei Apolda",
            "2027-10-13 18:00–19:30 Stadtbücherei Apolda",
            "2027-10-27 18:00–19:30 Stadtbücherei Apolda",
            "2027-11-10 18:00–19:30 Stadtbücherei Apolda",
        ]
    );
    let first = drafts
        .gatherings
        .iter()
        .find(|it| it.title == open)
        .unwrap();
    let about = first.topics.first().unwrap();
    assert!(about.value.starts_with("Fragen zu Verträgen, Räumen und"));
    assert_eq!(
        drafts.text.get(about.passage.start..about.passage.end),
        Some(about.value.as_str())
    );
}

#[test]
fn thunderbird_writes_zones_behind_events_and_what_was_moved_without_its_rule() {
    let drafts = read("Auetal.ics", THUNDERBIRD).unwrap();

    let days = ["03-06", "03-13", "03-20", "03-27", "04-03"];
    let place = "Nähcafé am Güterbahnhof, Gleisstraße 7";
    let wanted = days.map(|it| format!("2028-{it} 15:00–16:30 {place}"));
    assert_eq!(times(&drafts, "Plauderstunde im Nähcafé"), wanted);
    assert_eq!(
        rhythm(&drafts, "Plauderstunde im Nähcafé"),
        "jede Woche am Montag, 5-mal"
    );
    assert_eq!(
        times(&drafts, "Plenum der Straßenfeste"),
        [
            "2028-01-04 18:00–20:00 Volkshaus Jena",
            "2028-02-01 18:00–20:00 Volkshaus Jena",
            "2028-03-07 18:00–20:00 Volkshaus Jena",
            "2028-05-11 18:30–20:30 Kulturhof Süßenborn",
            "2028-06-06 18:00–20:00 Volkshaus Jena",
        ]
    );
    assert_eq!(
        times(&drafts, "Tag der offenen Höfe"),
        ["2028-05-20 10:00–18:00 -", "2029-05-20 10:00–18:00 -"]
    );
    assert_eq!(
        times(&drafts, "Übungswochenende Moderation"),
        ["2028-10-13/2028-10-15 -–- Burg Grünfels"]
    );
}

#[test]
fn korganizer_writes_that_the_rest_of_a_series_is_another() {
    let drafts = read("lesekreis.ics", KORGANIZER).unwrap();

    let before = "17:00–18:30 Stadtteilbüro, Lindenstraße 3";
    let after = "18:00–19:00 Bücherstube Grüner Winkel";
    assert_eq!(
        times(&drafts, "Lesekreis über Wörter und Brüche"),
        [
            format!("2029-01-10 {before}"),
            format!("2029-01-17 {before}"),
            format!("2029-01-31 {before}"),
            format!("2029-02-07 {before}"),
            format!("2029-02-15 {after}"),
            format!("2029-02-22 {after}"),
            format!("2029-03-01 {after}"),
        ]
    );
    let series = drafts.gatherings.iter().filter(|it| it.series.is_some());
    assert_eq!(series.count(), 7);
}

#[test]
fn the_rest_of_a_series_may_change_twice_end_and_be_told_by_other_clocks() {
    let calendar = |events: &str| {
        let leader = "BEGIN:VEVENT\nUID:a\nSUMMARY:Chor\nDTSTART;TZID=Europe/Berlin:20270105T190000\n\
            DURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=5\nEND:VEVENT\n";
        format!("BEGIN:VCALENDAR\n{leader}{events}END:VCALENDAR\n")
    };
    let rest = |at: &str, more: &str| {
        format!(
            "BEGIN:VEVENT\nUID:a\nSUMMARY:Chor\nRECURRENCE-ID;RANGE=THISANDFUTURE{at}\n{more}\nEND:VEVENT\n"
        )
    };
    let read = |events: &str| {
        times(
            &read("chor.ics", calendar(events).as_bytes()).unwrap(),
            "Chor",
        )
    };

    let twice = rest(
        ":20270126T180000Z",
        "DTSTART:20270126T170000Z\nDURATION:PT1H",
    ) + &rest(
        ";TZID=Europe/Berlin:20270112T190000",
        "DTSTART;TZID=Europe/Berlin:20270113T193000\nDURATION:PT30M",
    );
    assert_eq!(
        read(&twice),
        [
            "2027-01-05 19:00–20:00 -",
            "2027-01-13 19:30–20:00 -",
            "2027-01-20 19:30–20:00 -",
            "2027-01-26 18:00–19:00 -",
            "2027-02-02 18:00–19:00 -",
        ]
    );
    let over = rest(
        ";TZID=Europe/Berlin:20270119T190000",
        "DTSTART;TZID=Europe/Berlin:20270119T190000\nSTATUS:CANCELLED",
    );
    assert_eq!(
        read(&over),
        ["2027-01-05 19:00–20:00 -", "2027-01-12 19:00–20:00 -"]
    );
}

#[test]
fn a_rule_is_told_in_words() {
    let table = [
        ("FREQ=DAILY", "jeden Tag"),
        (
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;WKST=MO",
            "alle 2 Wochen am Dienstag und Donnerstag",
        ),
        (
            "FREQ=WEEKLY;BYDAY=MO,WE,FR",
            "jede Woche am Montag, Mittwoch und Freitag",
        ),
        (
            "FREQ=MONTHLY;BYDAY=-1FR;COUNT=4",
            "jeden Monat am letzten Freitag, 4-mal",
        ),
        (
            "FREQ=MONTHLY;BYDAY=WE;BYSETPOS=2",
            "jeden Monat am zweiten Mittwoch",
        ),
        (
            "FREQ=MONTHLY;BYMONTHDAY=15;UNTIL=20270630",
            "jeden Monat, bis 30.06.2027",
        ),
        (
            "FREQ=YEARLY;BYMONTH=5;BYDAY=2SU",
            "jedes Jahr am zweiten Sonntag",
        ),
        (
            "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1",
            "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1",
        ),
        ("FREQ=HOURLY", "FREQ=HOURLY"),
    ];
    for (rule, words) in table {
        let calendar = format!(
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nSUMMARY:Chor\nDTSTART:20270105T190000\nRRULE:{rule}\nEND:VEVENT\nEND:VCALENDAR\n"
        );
        let drafts = read("chor.ics", calendar.as_bytes()).unwrap();
        assert_eq!(rhythm(&drafts, "Chor"), words, "{rule}");
    }
}
