//! What is written, and what it says.

use crate::grammar::days::{Day, DayMention};
use crate::grammar::when;

fn day(day: Day) -> String {
    let year = day.year.map_or("----".to_owned(), |it| it.to_string());
    format!("{year}-{:02}-{:02}", day.month, day.day)
}

fn mention(it: &DayMention) -> String {
    match it.last {
        Some(last) => format!("{}..{}", day(it.first), day(last)),
        None => day(it.first),
    }
}

#[test]
fn days_are_read() {
    let table = [
        ("am 8./9. Juni", "-----06-08..-----06-09"),
        ("vom 3. bis 5. Mai", "-----05-03..-----05-05"),
        ("3.–5. Mai 2026", "2026-05-03..2026-05-05"),
        ("11. / 12.07.15", "2015-07-11..2015-07-12"),
        ("21. / 22.08.21", "2021-08-21..2021-08-22"),
        ("20. -- 22. Mai 2027", "2027-05-20..2027-05-22"),
        ("am 18. und Sonntag, 19. Mai", "-----05-18..-----05-19"),
        ("18. und Sonntag, 19. Mai", "-----05-18..-----05-19"),
        ("Mittwoch,5. August", "-----08-05"),
        ("Mittwoch,25. Oktober", "-----10-25"),
        ("Montag, dem 21. Juli 2025", "2025-07-21"),
        ("So., 7. Dez. 2025", "2025-12-07"),
        ("16.-18.08.2027", "2027-08-16..2027-08-18"),
        ("30.12. – 2.1.2025", "2024-12-30..2025-01-02"),
        ("vom 29. Juli bis 4. August", "-----07-29..-----08-04"),
        (
            "3. August, 7. September und 9. November 2021",
            "2021-08-03 2021-09-07 2021-11-09",
        ),
        ("am 17.08 bei uns", "-----08-17"),
        ("am Sa 7.8.21", "2021-08-07"),
        ("Sa. 29.05 19:00 Chor", "-----05-29"),
        ("19. 9. 2025, von der Redaktion", "2025-09-19"),
        ("03-08-2021 06:15", "2021-08-03"),
        ("2027-08-19", "2027-08-19"),
        ("am 31. Februar", ""),
        ("Version 1.2.3, § 6 und 3,5 Prozent", ""),
        ("14.00–16.30 Uhr", ""),
        ("jeden 3. Montag", ""),
    ];
    for (text, said) in table {
        let found: Vec<String> = when(text).days.iter().map(mention).collect();
        assert_eq!(found.join(" "), said, "{text}");
    }
}

#[test]
fn times_are_read() {
    let table = [
        ("14.00–16.30 Uhr", "14:00-16:30"),
        ("ab 14 Uhr", "14:00"),
        ("von 8:20 bis 17:40", "08:20-17:40"),
        ("von 19.00 bis 21.00 im Saal", "19:00-21:00"),
        ("von 19.00 bis 21.00 Euro", ""),
        ("10 bis 13 Uhr", "10:00-13:00"),
        ("18:30 -- 21:00 Uhr", "18:30-21:00"),
        ("zwischen 11 und 18 Uhr", "11:00-18:00"),
        ("Räume 11 und 18", ""),
        ("8:20 Uhr bis 11:40 Uhr", "08:20-11:40"),
        ("19 Uhr 30", "19:30"),
        ("um 19.30", "19:30"),
        ("halb acht abends", "19:30"),
        ("06:30 PM", "18:30"),
        ("12:15 AM", "00:15"),
        ("um 10:00 am Rathaus", "10:00"),
        ("am 11.10. mit 300 Leuten", ""),
        ("Aufgang 3, 2. Stock", ""),
    ];
    for (text, said) in table {
        let found: Vec<String> = when(text)
            .clocks
            .iter()
            .map(|it| {
                let first = it.first.strftime("%H:%M").to_string();
                it.last.map_or(first.clone(), |last| {
                    format!("{first}-{}", last.strftime("%H:%M"))
                })
            })
            .collect();
        assert_eq!(found.join(" "), said, "{text}");
    }
}

#[test]
fn doors_are_told_from_beginnings() {
    use crate::grammar::clocks::ClockRole::{Begin, Doors, End};
    let table = [
        (
            "Einlass 18.30 Uhr, Beginn 19 Uhr",
            vec![("18:30", Doors), ("19:00", Begin)],
        ),
        (
            "19 Uhr (Einlass 18.30 Uhr)",
            vec![("19:00", Begin), ("18:30", Doors)],
        ),
        (
            "Beginn 13.30 Uhr, Ende gegen 17 Uhr",
            vec![("13:30", Begin), ("17:00", End)],
        ),
        ("Türöffnung: 17:00 Uhr", vec![("17:00", Doors)]),
        ("Zusagen bis 12 Uhr", vec![("12:00", End)]),
        (
            "um 17 Uhr beginnen und um 20.00 Uhr enden",
            vec![("17:00", Begin), ("20:00", End)],
        ),
    ];
    for (text, said) in table {
        let found: Vec<(String, _)> = when(text)
            .clocks
            .iter()
            .map(|it| (it.first.strftime("%H:%M").to_string(), it.role))
            .collect();
        let said: Vec<(String, _)> = said
            .into_iter()
            .map(|(it, role)| (it.to_owned(), role))
            .collect();
        assert_eq!(found, said, "{text}");
    }
}

#[test]
fn feasts_move_with_their_year() {
    let table = [
        ("am Pfingstmontag", 2025, "2025-06-09"),
        ("am Pfingstmontag", 2026, "2026-05-25"),
        ("an Christi Himmelfahrt", 2026, "2026-05-14"),
        ("am Gründonnerstag", 2026, "2026-04-02"),
        ("am Rosenmontag", 2025, "2025-03-03"),
        ("am Buß- und Bettag", 2025, "2025-11-19"),
        ("am 2. Advent", 2025, "2025-12-07"),
        ("am ersten Advent", 2026, "2026-11-29"),
        ("am Totensonntag", 2025, "2025-11-23"),
        ("am Reformationstag", 2025, "2025-10-31"),
        ("am Montag", 2025, ""),
    ];
    for (text, year, said) in table {
        let found: Vec<String> = when(text)
            .feasts
            .iter()
            .filter_map(|it| it.feast.day_in(year))
            .map(|it| it.to_string())
            .collect();
        assert_eq!(found.join(" "), said, "{text} {year}");
    }
}

#[test]
fn weekdays_to_come_lean_on_the_day_of_writing() {
    // A Monday.
    let written = jiff::civil::date(2025, 6, 2);
    let table = [
        ("am kommenden Freitag", "2025-06-06"),
        ("nächsten Dienstag um 17 Uhr", "2025-06-03"),
        ("am vergangenen Donnerstag", "2025-05-29"),
        ("am kommenden Montag", "2025-06-09"),
        ("am kommenden Freitag, dem 13. Juni", ""),
        ("am nächsten Tag", ""),
        ("heute um 19 Uhr", "2025-06-02"),
        ("morgen Abend im Saal", "2025-06-03"),
        ("Übermorgen treffen wir uns", "2025-06-04"),
        ("gestern Abend", "2025-06-01"),
        ("am Morgen", ""),
        ("bis heute", ""),
        ("heute, 3. Juni", ""),
        ("in drei Wochen", "2025-06-23"),
        ("in 14 Tagen", "2025-06-16"),
        ("in zwei Monaten", "2025-08-02"),
        ("in einem Monat", "2025-07-02"),
        ("heute in einer Woche", "2025-06-09"),
        ("morgen in zwei Wochen", "2025-06-17"),
        ("am Freitag in einer Woche", "2025-06-13"),
        ("in drei Wochen, am 20. Juni", ""),
        ("in den Wochen danach", ""),
        ("in drei Gruppen", ""),
    ];
    for (text, said) in table {
        let found: Vec<String> = when(text)
            .relatives
            .iter()
            .filter_map(|it| it.seen_from(written))
            .map(|it| it.to_string())
            .collect();
        assert_eq!(found.join(" "), said, "{text}");
    }
}

#[test]
fn a_missing_year_is_found_with_its_reason() {
    use crate::grammar::years::{YearClues, YearReason, year_of};
    let written = Some(jiff::civil::date(2025, 11, 20));
    let clues = YearClues::default;
    let entry = |heading| YearClues {
        heading: Some(heading),
        is_entry: true,
        ..clues()
    };
    let table = [
        (
            "3. Mai 2024",
            entry(2026),
            Some((2024, YearReason::Written)),
        ),
        ("3. Mai", entry(2026), Some((2026, YearReason::Heading))),
        (
            "3. Mai",
            YearClues {
                published: written,
                ..clues()
            },
            Some((2026, YearReason::Published)),
        ),
        (
            "3. Oktober",
            YearClues {
                published: written,
                ..clues()
            },
            Some((2025, YearReason::Published)),
        ),
        (
            "3. Mai",
            YearClues {
                published: written,
                is_past: true,
                ..clues()
            },
            Some((2025, YearReason::Published)),
        ),
        (
            "Sonntag, 3. Mai",
            entry(2025),
            Some((2026, YearReason::Weekday)),
        ),
        (
            "3. Mai",
            YearClues {
                sentence: Some(2023),
                ..entry(2026)
            },
            Some((2023, YearReason::Sentence)),
        ),
        ("3. Mai", clues(), None),
    ];
    for (text, clues, said) in table {
        let found = when(text);
        let day = found.days.first().expect("a day");
        assert_eq!(year_of(day.first, day.weekday, &clues), said, "{text}");
    }
}

#[test]
fn rhythms_are_read() {
    let table = [
        (
            "jeden ersten Dienstag im Monat",
            "jeden ersten Dienstag im Monat",
        ),
        ("jeden 1. Montag im Monat", "jeden 1. Montag im Monat"),
        ("alle 14 Tage", "alle 14 Tage"),
        (
            "alle 14 Tage donnerstags von 17 bis 19 Uhr",
            "alle 14 Tage donnerstags",
        ),
        ("jeden Freitag ab 19 Uhr", "jeden Freitag"),
        (
            "am letzten Freitag des Monats",
            "am letzten Freitag des Monats",
        ),
        ("am Freitag", ""),
    ];
    for (text, said) in table {
        let found: Vec<&str> = when(text)
            .recurring
            .iter()
            .filter_map(|it| text.get(it.span.clone()))
            .collect();
        assert_eq!(found.join(" | "), said, "{text}");
    }
}

#[test]
fn many_gatherings_may_bend_their_vowel() {
    use crate::finding::words::is_gathering_word;
    for word in ["umzüge", "stadtläufe", "arbeitseinsätze", "jahrmärkte"] {
        assert!(is_gathering_word(word), "{word}");
    }
    for word in ["beiträge", "verträge", "abläufe", "supermärkte"] {
        assert!(!is_gathering_word(word), "{word}");
    }
}
