//! Whole pages in words of our own.

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
