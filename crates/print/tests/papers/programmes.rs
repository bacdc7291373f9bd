//! The programme of a gathering: sessions side by side, empty, long and hostile.

use base::Lang;
use print::{Press, ProgrammePaper, ProgrammePart, ProgrammeStretch, Said};

use super::judge::{judge, pages, spoken};
use super::{hostile, samples};

fn said(text: &str, is_own: bool) -> Said {
    Said {
        text: text.to_owned(),
        is_own,
    }
}

fn part(lang: Lang, number: usize) -> ProgrammePart {
    ProgrammePart {
        title: said(
            &format!("Workshop {number}: Teilhabe vor Ort"),
            lang == Lang::De,
        ),
        time: samples::some("13:00 bis 14:00\u{a0}Uhr").filter(|_| number == 2),
        about: "Was wirkt?\n\n- Beispiele aus drei Städten\n- Ihre Fragen".into(),
        about_is_own: lang == Lang::De,
        room: samples::some("Raum 2"),
        speakers: vec![samples::role("Fachberatung", "Kinderhäuser Dresden gGmbH")],
        marks: vec![samples::pick(lang, "Gebärdensprache", "Sign language")],
    }
}

fn paper(lang: Lang, stretches: Vec<ProgrammeStretch>) -> ProgrammePaper {
    ProgrammePaper {
        letterhead: samples::letterhead(lang),
        facts: samples::facts(lang),
        stretches,
        access: vec![(
            samples::pick(lang, "Stufenloser Zugang", "Step-free access"),
            samples::pick(lang, "ja", "yes"),
        )],
        way: "Straßenbahn 3 bis Markt.".into(),
        way_is_own: lang == Lang::De,
    }
}

fn stretch(lang: Lang, count: usize) -> ProgrammeStretch {
    ProgrammeStretch {
        day: None,
        time: samples::pick(lang, "13:00 bis 14:30\u{a0}Uhr", "13:00 to 14:30"),
        title: Some(said("Workshops", true)),
        parts: (1..=count).map(|number| part(lang, number)).collect(),
    }
}

#[test]
fn programme_in_both_languages_is_accessible() {
    let press = Press::new().unwrap();
    for lang in Lang::ALL {
        for (name, stretches) in [
            ("empty", Vec::new()),
            ("break", vec![stretch(lang, 0)]),
            (
                "day",
                vec![stretch(lang, 1), stretch(lang, 4), stretch(lang, 0)],
            ),
            ("long", vec![stretch(lang, 30), stretch(lang, 3)]),
        ] {
            let pdf = press.programme(&paper(lang, stretches)).unwrap();
            judge(&format!("programme-{name}-{}", lang.tag()), &pdf);
            assert_eq!(pages(&pdf) > 2, name == "long", "{name}");
        }
    }
    let english = paper(Lang::En, vec![stretch(Lang::En, 2)]);
    assert!(spoken(&press.programme(&english).unwrap(), "de") > 2);
}

#[test]
fn hostile_programme_is_printed_as_text() {
    let press = Press::new().unwrap();
    for (number, text) in hostile::texts().into_iter().enumerate() {
        let part = ProgrammePart {
            title: said(&text, false),
            time: Some(text.clone()),
            about: text.clone().into(),
            about_is_own: false,
            room: Some(text.clone()),
            speakers: vec![samples::role(&text, &text)],
            marks: vec![text.clone()],
        };
        let stretch = ProgrammeStretch {
            day: Some(text.clone()),
            time: text.clone(),
            title: Some(said(&text, true)),
            parts: vec![part.clone(), part],
        };
        let pdf = press.programme(&paper(Lang::De, vec![stretch])).unwrap();
        judge(&format!("programme-hostile-{number}"), &pdf);
    }
}
