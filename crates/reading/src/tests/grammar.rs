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
        ("11. / 12.07.15", "2015-07-11..2015-07-12"),
        ("am 18. und Sonntag, 19. Mai", "-----05-18..-----05-19"),
        ("Mittwoch,25. Oktober", "-----10-25"),
        ("07.-09.05.2026", "2026-05-07..2026-05-09"),
        ("30.12. – 2.1.2025", "2024-12-30..2025-01-02"),
        ("vom 25. September bis 2. Oktober", "-----09-25..-----10-02"),
        (
            "22. Februar, 26. April und 28. Juni 2018",
            "2018-02-22 2018-04-26 2018-06-28",
        ),
        ("am 11.01 bei uns", "-----01-11"),
        ("am Sa 13.1.18", "2018-01-13"),
        ("19. 9. 2025, von der Redaktion", "2025-09-19"),
        ("10-11-2019 20:39", "2019-11-10"),
        ("2026-05-07", "2026-05-07"),
        ("am 31. Februar", ""),
        ("Version 1.2.3, § 6 und 3,5 Prozent", ""),
        ("14.00–16.30 Uhr", ""),
        ("jeden 4. Dienstag", ""),
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
        ("von 10:30 bis 18:30", "10:30-18:30"),
        ("10 bis 13 Uhr", "10:00-13:00"),
        ("9:30 Uhr bis 12:30 Uhr", "09:30-12:30"),
        ("19 Uhr 30", "19:30"),
        ("um 19.30", "19:30"),
        ("halb acht abends", "19:30"),
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
