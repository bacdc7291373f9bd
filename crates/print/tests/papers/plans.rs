//! The plan of a year, short, long, empty and hostile.

use base::Lang;
use print::{PlanPaper, PlanRow, Press};

use super::judge::{judge, pages};
use super::{hostile, samples};

pub fn row(lang: Lang) -> PlanRow {
    PlanRow {
        day: samples::pick(lang, "Mittwoch, 24.\u{a0}Oktober", "Wednesday, 24 October"),
        time: samples::pick(lang, "14:00 bis 16:00\u{a0}Uhr", "14:00 to 16:00"),
        kind: None,
        title: samples::pick(lang, "Gespräch mit dem Rathaus", "Talk with the town hall"),
        focus: samples::some("Die Stadtspitze im Gespräch"),
        topics: vec!["Begrüßung".to_owned(), "Aussprache".to_owned()],
        host: samples::some("Familienzentrum Steinbrücke e.V."),
        guests: vec!["Oberbürgermeisteramt, Stadt Weimar".to_owned()],
        state: None,
    }
}

pub fn plan(lang: Lang, rows: Vec<PlanRow>) -> PlanPaper {
    PlanPaper {
        letterhead: samples::letterhead(lang),
        title: samples::pick(lang, "Jahresplan 2018", "Year plan 2018"),
        is_draft: rows.len() == 1,
        as_of: samples::some("6. November 2017"),
        rows,
    }
}

#[test]
fn plan_in_both_languages_is_accessible() {
    let press = Press::new().unwrap();
    for lang in Lang::ALL {
        let bare = PlanRow {
            kind: samples::some("Sommerfest mit Preis"),
            state: samples::some("Abgesagt"),
            host: None,
            guests: Vec::new(),
            topics: Vec::new(),
            ..row(lang)
        };
        for (name, rows) in [
            ("empty", Vec::new()),
            ("draft", vec![bare.clone()]),
            ("year", vec![row(lang), bare.clone(), row(lang)]),
            (
                "long",
                [row(lang), bare].into_iter().cycle().take(60).collect(),
            ),
        ] {
            let pdf = press.plan(&plan(lang, rows)).unwrap();
            judge(&format!("plan-{name}-{}", lang.tag()), &pdf);
            assert_eq!(pages(&pdf) > 2, name == "long", "{name}");
        }
    }
}

#[test]
fn hostile_plan_is_printed_as_text() {
    let press = Press::new().unwrap();
    for (number, text) in hostile::texts().into_iter().enumerate() {
        let row = PlanRow {
            day: text.clone(),
            time: text.clone(),
            kind: Some(text.clone()),
            title: text.clone(),
            focus: Some(text.clone()),
            topics: vec![text.clone()],
            host: Some(text.clone()),
            guests: vec![text.clone()],
            state: Some(text),
        };
        let pdf = press.plan(&plan(Lang::De, vec![row])).unwrap();
        judge(&format!("plan-hostile-{number}"), &pdf);
    }
}
