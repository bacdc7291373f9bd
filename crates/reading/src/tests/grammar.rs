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
        ("21. / 22.08.21", "2021-08-21..2021-08-22"),
        ("am 18. und Sonntag, 19. Mai", "-----05-18..-----05-19"),
        ("Mittwoch,5. August", "-----08-05"),
        ("16.-18.08.2027", "2027-08-16..2027-08-18"),
        ("30.12. – 2.1.2025", "2024-12-30..2025-01-02"),
        ("vom 29. Juli bis 4. August", "-----07-29..-----08-04"),
        (
            "3. August, 7. September und 9. November 2021",
            "2021-08-03 2021-09-07 2021-11-09",
        ),
        ("am 17.08 bei uns", "-----08-17"),
        ("am Sa 7.8.21", "2021-08-07"),
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
        ("10 bis 13 Uhr", "10:00-13:00"),
        ("8:20 Uhr bis 11:40 Uhr", "08:20-11:40"),
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
