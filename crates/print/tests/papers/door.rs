//! What is printed for the door and after the day: badges, certificates.

use base::Lang;
use print::{Badge, BadgesPaper, Certificate, CertificatesPaper, Press};

use super::judge::{judge, pages};
use super::{hostile, samples};

pub fn badges(lang: Lang, count: usize, name: &str) -> BadgesPaper {
    let badge = Badge {
        name: name.to_owned(),
        organisation: samples::some("Lebenshilfe Weimar/Apolda e.V."),
    };
    BadgesPaper {
        letterhead: samples::letterhead(lang),
        title: samples::pick(lang, "Namensschilder", "Name badges"),
        gathering: "Regionalkonferenz 2023 in Leipzig".to_owned(),
        badges: vec![badge; count],
    }
}

pub fn certificates(lang: Lang, count: usize, name: &str) -> CertificatesPaper {
    let one = Certificate {
        name: name.to_owned(),
        organisation: samples::some("Lebenshilfe Weimar/Apolda e.V."),
        place_and_date: samples::pick(lang, "Leipzig, 9. Juni 2023", "Leipzig, 9 June 2023"),
        code: "7KQ2-M9XA-4RTB".to_owned(),
        address: "https://kreis.example/bescheinigung/7KQ2-M9XA-4RTB".to_owned(),
    };
    CertificatesPaper {
        letterhead: samples::letterhead(lang),
        title: samples::pick(lang, "Teilnahmebescheinigungen", "Certificates"),
        facts: samples::facts(lang),
        certificates: vec![one; count],
    }
}

#[test]
fn badges_fill_sheets_of_ten() {
    let press = Press::new().unwrap();
    for lang in Lang::ALL {
        for (count, sheets) in [(1, 1), (10, 1), (11, 2)] {
            let paper = badges(lang, count, "Leitung Ambulante Dienste");
            let pdf = press.badges(&paper).unwrap();
            judge(&format!("badges-{count}-{}", lang.tag()), &pdf);
            assert_eq!(pages(&pdf), sheets, "{count}");
        }
    }
}

#[test]
fn each_certificate_is_one_accessible_page() {
    let press = Press::new().unwrap();
    for lang in Lang::ALL {
        for count in [1, 3] {
            let paper = certificates(lang, count, "Leitung Ambulante Dienste");
            let pdf = press.certificates(&paper).unwrap();
            judge(&format!("certificates-{count}-{}", lang.tag()), &pdf);
            assert_eq!(pages(&pdf), count, "{count}");
        }
    }
}

#[test]
fn hostile_names_stay_names() {
    let press = Press::new().unwrap();
    for (number, text) in hostile::texts().into_iter().enumerate() {
        let pdf = press.badges(&badges(Lang::De, 3, &text)).unwrap();
        judge(&format!("badges-hostile-{number}"), &pdf);
        let pdf = press
            .certificates(&certificates(Lang::De, 1, &text))
            .unwrap();
        judge(&format!("certificates-hostile-{number}"), &pdf);
    }
}
