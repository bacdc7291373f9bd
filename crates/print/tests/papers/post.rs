//! Serial letters and labels: few, many, hostile.

use base::Lang;
use print::{LabelSheet, LabelsPaper, LettersPaper, Press, Recipient, SerialLetter};

use super::judge::{judge, pages};
use super::{hostile, samples};

fn letter(lang: Lang, number: usize) -> SerialLetter {
    SerialLetter {
        recipient: Recipient {
            name: samples::some("Leitung"),
            function: None,
            organisation: samples::some(&format!("Begegnungsstätte {number} e.V.")),
            address: vec!["Beispielweg 1".to_owned(), "99423 Weimar".to_owned()],
        },
        place_and_date: samples::pick(lang, "Weimar, 6. November 2017", "Weimar, 6 November 2017"),
        subject: samples::pick(
            lang,
            "Einladung zum Sommerfest",
            "Invitation to the summer party",
        ),
        salutation: samples::pick(lang, "Guten Tag,", "Dear Sir or Madam,"),
        body: samples::long_text().into(),
    }
}

fn letters(lang: Lang, count: usize) -> LettersPaper {
    LettersPaper {
        letterhead: samples::letterhead(lang),
        title: samples::pick(
            lang,
            "Einladung zum Sommerfest",
            "Invitation to the summer party",
        ),
        letters: (0..count).map(|number| letter(lang, number)).collect(),
        signatory: samples::some("Für die Geschäftsstelle"),
    }
}

const SHEET: LabelSheet = LabelSheet {
    columns: 3,
    rows: 8,
    width: 70.0,
    height: 37.0,
    top: 0.5,
    left: 0.0,
    gap: 0.0,
};

fn labels(count: usize, skipped: u16, line: &str) -> LabelsPaper {
    let label = vec![
        line.to_owned(),
        "Beispielweg 1".to_owned(),
        "99423 Weimar".to_owned(),
    ];
    LabelsPaper {
        letterhead: samples::letterhead(Lang::De),
        title: "Adressetiketten".to_owned(),
        sheet: SHEET,
        skipped,
        labels: vec![label; count],
    }
}

#[test]
fn serial_letters_each_begin_a_page_and_are_accessible() {
    let press = Press::new().unwrap();
    for lang in Lang::ALL {
        let one = press.letters(&letters(lang, 1)).unwrap();
        judge(&format!("letters-one-{}", lang.tag()), &one);
        let three = press.letters(&letters(lang, 3)).unwrap();
        judge(&format!("letters-three-{}", lang.tag()), &three);
        assert_eq!(pages(&three), 3 * pages(&one));
    }
}

#[test]
fn labels_fill_sheets_from_the_first_free_one() {
    let press = Press::new().unwrap();
    for (count, skipped, sheets) in [(1, 0, 1), (24, 0, 1), (24, 1, 2), (48, 0, 2), (1, 23, 1)] {
        let pdf = press.labels(&labels(count, skipped, "Verein")).unwrap();
        judge(&format!("labels-{count}-{skipped}"), &pdf);
        assert_eq!(pages(&pdf), sheets, "{count} behind {skipped}");
    }
}

#[test]
fn hostile_post_is_printed_as_text() {
    let press = Press::new().unwrap();
    for (number, text) in hostile::texts().into_iter().enumerate() {
        let pdf = press.labels(&labels(3, 0, &text)).unwrap();
        judge(&format!("labels-hostile-{number}"), &pdf);
        let mut paper = letters(Lang::De, 1);
        for it in &mut paper.letters {
            it.subject.clone_from(&text);
            it.body = text.clone().into();
            it.recipient.organisation = Some(text.clone());
        }
        let pdf = press.letters(&paper).unwrap();
        judge(&format!("letters-hostile-{number}"), &pdf);
    }
}
