//! The mails of this room, word for word.

use base::Lang;
use outbox::Sender;
use shell::Phrases;

use super::*;

fn phrases() -> Phrases {
    Phrases::read(&[
        (Lang::De, include_str!("../../phrases/de.ftl")),
        (Lang::En, include_str!("../../phrases/en.ftl")),
        (Lang::De, include_str!("../../../outbox/phrases/de.ftl")),
        (Lang::En, include_str!("../../../outbox/phrases/en.ftl")),
        (Lang::De, include_str!("../../../gatherings/phrases/de.ftl")),
        (Lang::En, include_str!("../../../gatherings/phrases/en.ftl")),
    ])
    .unwrap()
}

fn sheet(phrases: &Phrases, lang: Lang) -> Sheet<'_> {
    let sender = Sender {
        name: "Kreisgruppe A".to_owned(),
        office_name: "Geschäftsstelle der Kreisgruppe A".to_owned(),
        office_mail: "buero@example.net".to_owned(),
        ..Sender::default()
    };
    Sheet::of(phrases, lang, sender)
}

fn whole(it: &Content) -> String {
    format!("{}\n\n{}", it.subject, it.text)
}

#[test]
fn the_mail_of_an_erasure_reads_well() {
    let phrases = phrases();
    let whom = ("Kim Muster", "Kreisgruppe A");
    let nothing_stays = Told {
        deleted: 12,
        anonymised: 1,
        stays: Vec::new(),
    };
    let something_stays = Told {
        deleted: 1,
        anonymised: 0,
        stays: vec![Stay {
            what: "gatherings-holding-named".to_owned(),
            count: 3,
            why: "gatherings-holding-named-stays".to_owned(),
        }],
    };
    for lang in Lang::ALL {
        let tag = lang.tag();
        let it = erased_words(sheet(&phrases, lang), whom, &nothing_stays).unwrap();
        insta::assert_snapshot!(format!("erased_{tag}"), whole(&it));
        let it = erased_words(sheet(&phrases, lang), whom, &something_stays).unwrap();
        insta::assert_snapshot!(format!("erased_partly_{tag}"), whole(&it));
        insta::assert_snapshot!(format!("erased_partly_{tag}_html"), it.html.unwrap());
    }
}

#[test]
fn the_mail_of_an_answer_reads_well() {
    let phrases = phrases();
    let door = "https://kreis.example/konto/daten#n-1";
    for lang in Lang::ALL {
        let tag = lang.tag();
        for (name, about) in [
            ("correction_done", (Kind::Correction, State::Done)),
            ("erasure_refused", (Kind::Erasure, State::Refused)),
        ] {
            let it = answered_words(sheet(&phrases, lang), "Kim Muster", about, door.to_owned())
                .unwrap();
            insta::assert_snapshot!(format!("{name}_{tag}"), whole(&it));
        }
    }
}
