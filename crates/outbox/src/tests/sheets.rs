//! What a sheet looks like, as text and as HTML.

use base::Lang;
use shell::{Link, Phrases};

use crate::{Row, Sender, Sheet};

fn phrases() -> Phrases {
    Phrases::read(&[
        (Lang::De, include_str!("../../phrases/de.ftl")),
        (Lang::En, include_str!("../../phrases/en.ftl")),
    ])
    .unwrap()
}

fn sender() -> Sender {
    Sender {
        name: "Kreisgruppe A & B".to_owned(),
        office_name: "Geschäftsstelle".to_owned(),
        office_phone: "03643 100".to_owned(),
        office_mail: "buero@example.net".to_owned(),
        accent: "#8a1f4b".to_owned(),
        sample_data: true,
        ..Sender::default()
    }
}

#[test]
fn both_forms_say_the_same() {
    let phrases = phrases();
    let mut sheet = Sheet::of(&phrases, Lang::De, sender());
    sheet.text("Guten Tag,\n\nerste Zeile <script>\nzweite Zeile");
    sheet.facts(vec![
        ("Wann".to_owned(), "Donnerstag".to_owned()),
        ("Ort".to_owned(), String::new()),
    ]);
    sheet.heading("Tagesordnung");
    sheet.schedule(vec![Row {
        time: "14:00 Uhr".to_owned(),
        title: "Begrüßung".to_owned(),
        note: "Leitung".to_owned(),
    }]);
    sheet.doors(vec![Link::new("Zusage", "https://kreis.example/a?b=1&c=2")]);
    sheet.list(vec!["Punkt".to_owned()]);
    sheet.links(vec![Link::new("Mehr", "https://kreis.example/")]);

    let (_, text, html) = sheet
        .finished("Einladung", "Sie gehören zum Verteiler.")
        .unwrap();

    insta::assert_snapshot!("sheet_text", text);
    insta::assert_snapshot!("sheet_html", html);
    assert!(!html.contains("<script>"));
}

#[test]
fn a_colour_that_is_none_does_not_reach_the_style() {
    let phrases = phrases();
    let mut sender = sender();
    sender.accent = "red;} body{".to_owned();
    let (_, _, html) = Sheet::of(&phrases, Lang::De, sender)
        .finished("Einladung", "")
        .unwrap();

    assert!(html.contains("border-top: 6px solid #1c4e80"));
}

#[test]
fn what_a_network_wrote_speaks_its_own_language() {
    let phrases = phrases();
    let mut sheet = Sheet::of(&phrases, Lang::En, sender());
    sheet.text(format!("About {}.", sheet.record("Rat & Tat")));
    sheet.facts(vec![(
        "Focus".to_owned(),
        sheet.record("Arbeit\nund Leben"),
    )]);
    sheet.schedule(vec![Row {
        time: "14:00".to_owned(),
        title: "Begrüßung".to_owned(),
        note: String::new(),
    }]);
    let subject = format!("Invitation: {}", sheet.record("Sitzung"));

    let (subject, text, html) = sheet.finished(&subject, "You are on the list.").unwrap();

    assert_eq!(subject, "Invitation: Sitzung");
    assert!(text.contains("About Rat & Tat."), "{text}");
    assert!(!text.contains(['\u{fdd2}', '\u{fdd3}']), "{text}");
    for part in [
        "<h1>Invitation: <span lang=\"de\">Sitzung</span></h1>",
        "<p>About <span lang=\"de\">Rat &#38; Tat</span>.</p>",
        "<span lang=\"de\">Arbeit</span><br><span lang=\"de\">und Leben</span>",
        "<td><span lang=\"de\">Begrüßung</span></td>",
        "<title>Invitation: Sitzung</title>",
    ] {
        assert!(html.contains(part), "{part}\n{html}");
    }
}
