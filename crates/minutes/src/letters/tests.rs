//! The mails of minutes, word for word.

use askama::Template;
use base::Lang;
use jiff::civil::date;
use shell::Phrases;

use super::words::{Called, Sent, Voice, Words};

fn phrases() -> Phrases {
    Phrases::read(&[
        (Lang::De, include_str!("../../phrases/de.ftl")),
        (Lang::En, include_str!("../../phrases/en.ftl")),
        (Lang::De, include_str!("../../../register/phrases/de.ftl")),
        (Lang::En, include_str!("../../../register/phrases/en.ftl")),
    ])
    .unwrap()
}

fn office_lines(lang: Lang) -> Vec<String> {
    let phrases = phrases();
    let office = [("office", "Geschäftsstelle".into())];
    let closing = phrases.tell(lang, "register-closing", &office);
    let lines = closing.lines().chain(["Kreisgruppe Weimar/Weimarer Land"]);
    lines.map(str::to_owned).collect()
}

fn circulation_in(lang: Lang, round: i64) -> Words {
    let phrases = phrases();
    let voice = Voice {
        phrases: &phrases,
        lang,
    };
    let sent = Sent {
        title: "Fachkräfte dringend gesucht",
        held: date(2017, 12, 7),
        until: date(2017, 12, 21),
        round,
        href: "https://kreis.example/einwand/TOKEN".to_owned(),
        office: office_lines(lang),
    };
    voice.circulation("Leitung Jobcenter Weimar", sent)
}

fn reminder_in(lang: Lang, is_late: bool) -> Words {
    let phrases = phrases();
    let voice = Voice {
        phrases: &phrases,
        lang,
    };
    let called = Called {
        title: "Fachkräfte dringend gesucht",
        held: date(2017, 12, 7),
        due: date(2018, 3, 15),
        is_late,
        wording: "Zahlen für das <Netzwerk> liefern",
        href: "https://kreis.example/aufgabe/TOKEN".to_owned(),
        office: office_lines(lang),
    };
    voice.reminder("Leitung Jobcenter Weimar", called)
}

fn whole(words: &Words) -> String {
    format!("{}\n\n{}", words.subject, words.text())
}

#[test]
fn circulation_mails_say_term_and_way() {
    insta::assert_snapshot!("circulation_de", whole(&circulation_in(Lang::De, 1)));
    insta::assert_snapshot!("circulation_again_de", whole(&circulation_in(Lang::De, 2)));
    insta::assert_snapshot!("circulation_en", whole(&circulation_in(Lang::En, 1)));
    insta::assert_snapshot!(
        "circulation_html_de",
        circulation_in(Lang::De, 1).render().unwrap()
    );
}

#[test]
fn reminders_say_what_and_until_when() {
    insta::assert_snapshot!("reminder_de", whole(&reminder_in(Lang::De, false)));
    insta::assert_snapshot!("reminder_late_de", whole(&reminder_in(Lang::De, true)));
    insta::assert_snapshot!("reminder_en", whole(&reminder_in(Lang::En, false)));
    let html = reminder_in(Lang::De, false).render().unwrap();
    assert!(html.contains("&#60;Netzwerk&#62;"), "{html}");
}
