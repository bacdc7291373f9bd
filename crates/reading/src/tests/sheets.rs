//! Tables of dates in the columns that offices think of.

use jiff::civil::date;
use tables::{Cell, to_xlsx};

use crate::drafts::Drafts;
use crate::read;

fn told(drafts: &Drafts) -> Vec<String> {
    let all = drafts.gatherings.iter();
    all.map(|it| {
        let clock = |it: Option<jiff::civil::Time>| {
            it.map_or("-".to_owned(), |it| it.strftime("%H:%M").to_string())
        };
        let word = |it: &Option<crate::drafts::Said>| {
            it.as_ref().map_or("-".to_owned(), |it| it.value.clone())
        };
        format!(
            "{} {:?} {}–{} {} / {}",
            it.title,
            it.day,
            clock(it.start),
            clock(it.end),
            word(&it.venue),
            word(&it.city)
        )
    })
    .collect()
}

#[test]
fn columns_are_known_by_their_names() {
    let text = "Termine 2026;;;;;\nDatum;Beginn;Ende;Thema;Ort;Referent/in\n\
        Do., 07.05.2026;19:00;21:00;Gute Briefe;Rathaus, Markt 1, 07545 Gera;Leitung Stadtbücherei\n\
        4. Juni;9.30 Uhr;;Fachtag Pflege;Gera;\n;;;Sommerpause;;\n";
    let (bytes, ..) = encoding_rs::WINDOWS_1252.encode(text);
    let drafts = read("termine.csv", &bytes).unwrap();

    assert_eq!(
        told(&drafts),
        [
            "Gute Briefe Whole(2026-05-07) 19:00–21:00 Rathaus, Markt 1 / Gera",
            "Fachtag Pflege Whole(2026-06-04) 09:30–- - / Gera",
        ]
    );
    let talk = &drafts.gatherings[0];
    assert_eq!(talk.speakers[0].name, "Leitung Stadtbücherei");
    let passage = &talk.evidence[0];
    assert_eq!(
        drafts.text.get(passage.start..passage.end),
        Some(passage.words.as_str())
    );
    assert!(
        passage.words.starts_with("Do., 07.05.2026"),
        "{}",
        passage.words
    );
}

#[test]
fn beginnings_may_be_days_and_exports_of_calendars_are_read() {
    let text = "Betreff,Beginnt am,Beginnt um,Endet am,Endet um,Ort\n\
        \"Klausur\",18.9.2026,09:30:00,19.9.2026,16:00:00,Haus am See\n";
    let drafts = read("kalender.csv", text.as_bytes()).unwrap();
    assert_eq!(
        told(&drafts),
        ["Klausur Whole(2026-09-18) 09:30–16:00 Haus am See / -"]
    );
    assert_eq!(
        format!("{:?}", drafts.gatherings[0].last_day),
        "Some(Whole(2026-09-19))"
    );

    let text =
        "Start\tEnde\tVeranstaltung\n2026-10-12 18:30\t20:00\tVersammlung\n2026-11-12\t\tMesse\n";
    let drafts = read("liste.tsv", text.as_bytes()).unwrap();
    assert_eq!(
        told(&drafts),
        [
            "Versammlung Whole(2026-10-12) 18:30–20:00 - / -",
            "Messe Whole(2026-11-12) -–- - / -",
        ]
    );
}

#[test]
fn columns_without_names_are_known_by_what_they_hold() {
    let text = "07.05.2026;19:00;Gute Briefe im Amt\n11.06.2026;18:00;Klare Worte im Verein\n";
    let drafts = read("liste.csv", text.as_bytes()).unwrap();
    assert_eq!(
        told(&drafts),
        [
            "Gute Briefe im Amt Whole(2026-05-07) 19:00–- - / -",
            "Klare Worte im Verein Whole(2026-06-11) 18:00–- - / -",
        ]
    );
}

#[test]
fn days_and_times_of_spreadsheets_are_understood() {
    let columns = [
        "Datum",
        "Uhrzeit",
        "Titel",
        "Veranstaltungsort",
        "Veranstalter",
    ]
    .map(str::to_owned);
    let rows = [vec![
        Cell::Day(date(2026, 5, 7)),
        Cell::Number(0.791_666_666_7),
        Cell::text("Gute Briefe"),
        Cell::text("Rathaus"),
        Cell::text("Bildungswerk Nord"),
    ]];
    let bytes = to_xlsx("Termine", &columns, &rows, date(2026, 1, 1)).unwrap();
    let drafts = read("termine.xlsx", &bytes).unwrap();

    assert_eq!(
        told(&drafts),
        ["Gute Briefe Whole(2026-05-07) 19:00–- Rathaus / -"]
    );
    assert!(
        drafts
            .organisations
            .iter()
            .any(|it| it.value == "Bildungswerk Nord")
    );
}

#[test]
fn a_table_without_days_is_read_for_what_stands_in_it() {
    let text = "Name;Telefon\nGeschäftsstelle;0365 1234\n";
    let drafts = read("liste.csv", text.as_bytes()).unwrap();
    assert!(drafts.gatherings.is_empty());
    assert!(drafts.text.contains("Geschäftsstelle | 0365 1234"));
}
