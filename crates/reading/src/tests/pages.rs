//! Whole pages in words of our own.

mod figures;

use crate::read;

#[test]
fn a_list_takes_its_year_from_the_line_above() {
    let text = "Frauenkreis\n\nUnsere Treffen im Jahr 2024:\n12. März Basteln für Ostern\n9. April Vortrag zur Vorsorge\n\nWir treffen uns jeweils um 15 Uhr im Gemeindehaus.";
    let drafts = read("kreis.txt", text.as_bytes()).expect("text is read");
    let days: Vec<String> = drafts
        .gatherings
        .iter()
        .map(|it| format!("{:?}", it.day))
        .collect();
    assert_eq!(days, ["Whole(2024-03-12)", "Whole(2024-04-09)"]);
}

#[test]
fn a_room_is_not_what_holds_for_all_days_of_a_list() {
    let place = |line: &str| {
        let text = format!(
            "Unsere Treffen 2024\n\n12. März Basteln für Ostern\n\n9. April Vortrag zur Vorsorge\n\n{line}"
        );
        let drafts = read("kreis.txt", text.as_bytes()).expect("text is read");
        let venue = drafts.gatherings.first().and_then(|it| it.venue.clone());
        venue.map(|it| it.value)
    };
    let all = place("Wir treffen uns immer im Gemeindehaus.");
    assert_eq!(all.as_deref(), Some("Gemeindehaus"));
    let office = place("Fragen beantwortet Frau Krapp im Rathaus, Zimmer 12, in Apolda.");
    assert_eq!(office, None);
}

#[test]
fn a_deadline_is_no_gathering() {
    let text = "Stelle frei\n\nWir suchen zum 1. Mai 2025 eine Leitung in Vollzeit. Bewerbungen bitte bis zum 15. März 2025 an die Geschäftsstelle.";
    let drafts = read("stelle.md", text.as_bytes()).expect("text is read");
    assert!(drafts.gatherings.is_empty(), "{:?}", drafts.gatherings);
}

#[test]
fn a_weekday_that_does_not_fit_is_shown() {
    let text = "Sommerfest\n\nUnser Sommerfest findet am Montag, 14. Juni 2025, um 14 Uhr im Stadtpark statt.";
    let drafts = read("fest.txt", text.as_bytes()).expect("text is read");
    let gathering = drafts.gatherings.first().expect("a gathering");
    assert_eq!(gathering.contradictions.len(), 1);
}

#[test]
fn a_web_page_is_read_without_its_frame() {
    let html = "<html><body><nav><ul><li>Termine 1.1.2025, 10 Uhr</li></ul></nav><main><h1>Fachtag Pflege</h1><dl><dt>Datum:</dt><dd>3. Juni 2025</dd><dt>Uhrzeit:</dt><dd>9.30 Uhr</dd><dt>Ort:</dt><dd>Stadthalle Gera</dd></dl></main></body></html>";
    let drafts = read("fachtag.html", html.as_bytes()).expect("a page is read");
    let told: Vec<String> = drafts
        .gatherings
        .iter()
        .map(|it| format!("{} {:?} {:?}", it.title, it.day, it.start))
        .collect();
    assert_eq!(told, ["Fachtag Pflege Whole(2025-06-03) Some(09:30:00)"]);
}

fn told(name: &str, text: &str) -> Vec<String> {
    let drafts = read(name, text.as_bytes()).expect("text is read");
    drafts
        .gatherings
        .iter()
        .map(|it| format!("{:?} {}", it.day, it.title))
        .collect()
}

#[test]
fn days_below_the_name_of_their_month_are_read() {
    let text = "Programm 2027\n\nMärz\n4. Vortrag: Moore im Winter, 19 Uhr, Rathaus\n19./20. Tagung der Chöre\n\nApril\n3. Ausflug ans Wasser, 9 Uhr\n";
    let days = told("programm.txt", text);
    assert_eq!(
        days,
        [
            "Whole(2027-03-04) Vortrag: Moore im Winter",
            "Whole(2027-03-19) Tagung der Chöre",
            "Whole(2027-04-03) Ausflug ans Wasser",
        ]
    );
}

#[test]
fn one_day_above_two_headings_are_two_gatherings() {
    let html = "<html><body><h1>Kalender</h1><p>Montag, 08.03.2027</p><h2>Runder Tisch Wohnen</h2><p>10:00</p><p>Rathaus</p><h2>Elternabend</h2><p>19:30</p><p>Schule am See</p></body></html>";
    assert_eq!(
        told("kalender.html", html),
        [
            "Whole(2027-03-08) Runder Tisch Wohnen",
            "Whole(2027-03-08) Elternabend"
        ]
    );
}

#[test]
fn those_who_speak_are_found_with_function_and_body() {
    let text = "Infoabend Pflege\n\nAm Dienstag, 9. März 2027, laden wir um 18 Uhr in das Rathaus ein. Es sprechen Dr. Lina Sommerfeldt, Leiterin des Sozialamts Neustadt, und Jan Birnbaum vom Pflegestützpunkt Mitte. Grußwort: Landrätin Petra Kornfeld. Moderation: Ute Wacker (Stadtradio).\n\nAnmeldung bei Karla Winter, Telefon 05555 1234567.";
    let drafts = read("abend.txt", text.as_bytes()).expect("text is read");
    let gathering = drafts.gatherings.first().expect("a gathering");
    let told: Vec<String> = gathering
        .speakers
        .iter()
        .map(|it| {
            let or_none = |it: &Option<String>| it.clone().unwrap_or_else(|| "-".to_owned());
            format!(
                "{}/{}/{}",
                it.name,
                or_none(&it.function),
                or_none(&it.body)
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            "Dr. Lina Sommerfeldt/Leiterin/Sozialamt Neustadt",
            "Jan Birnbaum/-/Pflegestützpunkt Mitte",
            "Petra Kornfeld/Landrätin/-",
            "Ute Wacker/Moderation/Stadtradio",
        ]
    );
}

#[test]
fn contacts_have_their_function_and_their_hidden_address() {
    let text = "Fachstelle Ehrenamt\n\nPressekontakt: Jana Kirschbaum, Öffentlichkeitsarbeit, Telefon 05555 555-19, presse(at)haus-am-see.example\n\nSekretariat, Ilse Krapp, Tel. 05555/555 77";
    let drafts = read("kontakt.txt", text.as_bytes()).expect("text is read");
    let told: Vec<String> = drafts
        .contacts
        .iter()
        .map(|it| {
            format!(
                "{:?} {:?} {:?} {:?}",
                it.name, it.function, it.mail, it.phone
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            r#"Some("Jana Kirschbaum") Some("Öffentlichkeitsarbeit") Some("presse@haus-am-see.example") Some("05555 555-19")"#,
            r#"Some("Ilse Krapp") Some("Sekretariat") None Some("05555/555 77")"#,
        ]
    );
}

#[test]
fn a_deadline_belongs_to_the_gatherings_of_its_part_that_come_after_it() {
    let page = |last: &str| {
        format!(
            "<main><h1>Programm 2027</h1><h2>Chorabend</h2><p>4. Mai 2027, 19 Uhr, Rathaus</p>\
             <h2>Tagung der Chöre</h2><p>Am 20. Mai 2027 um 10 Uhr in der Stadthalle.</p>{last}\
             </main>"
        )
    };
    let until = |last: &str| -> Vec<String> {
        let drafts = read("programm.html", page(last).as_bytes()).expect("a page is read");
        let all = drafts.gatherings.iter();
        all.map(|it| {
            it.register_until
                .map_or("-".to_owned(), |it| it.to_string())
        })
        .collect()
    };
    let ask = "<p>Anmeldung bitte bis zum 1. Mai 2027.</p>";
    assert_eq!(until(ask), ["-", "2027-05-01"]);
    let for_all = format!("<h2>Anmeldung</h2>{ask}");
    assert_eq!(until(&for_all), ["2027-05-01", "2027-05-01"]);
    let late = "<h2>Anmeldung</h2><p>Anmeldung bitte bis zum 10. Mai 2027.</p>";
    assert_eq!(until(late), ["-", "2027-05-10"]);
}
