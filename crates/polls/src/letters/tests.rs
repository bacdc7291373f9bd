//! The mails of a poll, word for word.

use base::Lang;
use invitations::Choice;
use jiff::civil::date;
use outbox::{Sender, Sheet};
use register::{Network, Person};
use shell::{Phrases, Wordings};
use uuid::Uuid;

use super::scene::Scene;
use super::words::{Words, ask, remind, settled};
use crate::rules::{DatePoll, Fits, PollState, ProposedDate};

fn phrases() -> Phrases {
    Phrases::read(&[
        (Lang::De, include_str!("../../phrases/de.ftl")),
        (Lang::En, include_str!("../../phrases/en.ftl")),
        (
            Lang::De,
            include_str!("../../../invitations/phrases/de.ftl"),
        ),
        (
            Lang::En,
            include_str!("../../../invitations/phrases/en.ftl"),
        ),
        (Lang::De, include_str!("../../../outbox/phrases/de.ftl")),
        (Lang::En, include_str!("../../../outbox/phrases/en.ftl")),
        (Lang::De, include_str!("../../../register/phrases/de.ftl")),
        (Lang::En, include_str!("../../../register/phrases/en.ftl")),
    ])
    .unwrap()
}

fn text(text: &str) -> String {
    text.to_owned()
}

fn network() -> Network {
    Network {
        id: Uuid::from_u128(1).into(),
        slug: text("kreis-a"),
        name: text("Kreisgruppe A"),
        association: String::new(),
        about: String::new(),
        land: text("TH"),
        zone: text("Europe/Berlin"),
        accent: text("#8a1f4b"),
        logo: None,
        logo_type: String::new(),
        logo_alt: String::new(),
        office_name: text("Geschäftsstelle der Kreisgruppe A"),
        office_address: String::new(),
        office_phone: text("03643 100"),
        office_mail: text("buero@example.net"),
        sender_name: String::new(),
        imprint: String::new(),
        objection_days: 14,
        sample_data: true,
        parent: None,
    }
}

fn poll() -> DatePoll {
    DatePoll {
        id: Uuid::from_u128(2),
        network: network().id,
        group: None,
        gathering: None,
        title: text("Sommerfest & Ehrenamtstag"),
        note: text("Der Hof ist an allen drei Tagen frei.\n\nBitte fragen Sie auch Ihr Team."),
        zone: text("Europe/Berlin"),
        until: date(2017, 12, 1),
        choice: Choice::default(),
        state: PollState::Open,
        made_at: "2017-11-14T09:00:00Z".parse().unwrap(),
        made_by: String::new(),
        last_start: None,
        needs_no_day: false,
    }
}

fn day(day: i8, is_settled: bool) -> ProposedDate {
    ProposedDate {
        id: Uuid::from_u128(10),
        starts: date(2018, 8, day).at(15, 0, 0, 0),
        ends: date(2018, 8, day).at(19, 0, 0, 0),
        is_settled,
    }
}

fn scene(lang: Lang) -> Scene {
    Scene {
        poll: poll(),
        dates: vec![day(15, false), day(22, true), day(29, false)],
        gathering: None,
        network: network(),
        wordings: Wordings::default(),
        person: Person {
            id: Uuid::from_u128(3).into(),
            network: network().id,
            name: text("Kim Muster"),
            sort_name: text("Muster, Kim"),
            address_form: text("neutral"),
            mail: text("leitung@example.com"),
            phone: String::new(),
            lang,
            note: String::new(),
            ended: false,
        },
        via: text("Kreisgruppe"),
        lang,
        answered: Some(Fits::Maybe),
    }
}

fn written(write: Words, lang: Lang) -> (String, String) {
    let phrases = phrases();
    let sender = Sender {
        name: network().name,
        office_name: network().office_name,
        office_phone: network().office_phone,
        office_mail: network().office_mail,
        accent: network().accent,
        sample_data: true,
        ..Sender::default()
    };
    let sheet = Sheet::of(&phrases, lang, sender);
    let door = "https://kreis.example/termine/umfrage/T";
    let (subject, text, html) = write(sheet, &scene(lang), door).unwrap();
    (format!("{subject}\n\n{text}"), html)
}

#[test]
fn the_question_reads_well_as_text_and_as_html() {
    let (text, html) = written(ask, Lang::De);

    insta::assert_snapshot!("ask_de_text", text);
    insta::assert_snapshot!("ask_de_html", html);
    insta::assert_snapshot!("ask_en_text", written(ask, Lang::En).0);
}

#[test]
fn the_reminder_and_the_news_read_well() {
    insta::assert_snapshot!("reminder_de_text", written(remind, Lang::De).0);
    insta::assert_snapshot!("reminder_en_text", written(remind, Lang::En).0);
    insta::assert_snapshot!("settled_de_text", written(settled, Lang::De).0);
    insta::assert_snapshot!("settled_en_text", written(settled, Lang::En).0);
}
