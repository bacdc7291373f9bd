//! The answer to a proposal, word for word.

use base::{Lang, LetterId};
use jiff::civil::{DateTime, date};
use outbox::Sender;
use shell::Phrases;
use uuid::Uuid;

use super::*;

fn phrases() -> Phrases {
    Phrases::read(&[
        (Lang::De, include_str!("../../phrases/de.ftl")),
        (Lang::En, include_str!("../../phrases/en.ftl")),
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
        office_phone: String::new(),
        office_mail: text("buero@example.net"),
        sender_name: String::new(),
        imprint: String::new(),
        objection_days: 14,
        sample_data: true,
        parent: None,
    }
}

fn topic_that(is_planned: bool, answer: &str) -> Topic {
    Topic {
        id: Uuid::from_u128(2).into(),
        network: network().id,
        title: text("Wohnraum & Assistenz"),
        text: String::new(),
        person: Some(Uuid::from_u128(3).into()),
        person_name: String::new(),
        organisation: None,
        organisation_name: String::new(),
        wished: None,
        gathering: is_planned.then(|| Uuid::from_u128(4).into()),
        item: is_planned.then(|| Uuid::from_u128(5).into()),
        dismissed: !is_planned,
        answer: text(answer),
        created_at: "2017-11-08T09:00:00Z".parse().unwrap(),
    }
}

fn gathering(state: State) -> Gathering {
    let at = |hour: i8| -> DateTime { date(2018, 2, 15).at(hour, 0, 0, 0) };
    Gathering {
        id: Uuid::from_u128(4).into(),
        network: network().id,
        group: None,
        series: None,
        series_number: None,
        slug: text("2018-02-15-sitzung"),
        title: text("Mensch, du hast Recht"),
        focus: String::new(),
        about: String::new(),
        starts: at(14),
        ends: at(16),
        zone: text("Europe/Berlin"),
        starts_at: "2018-02-15T13:00:00Z".parse().unwrap(),
        ends_at: "2018-02-15T15:00:00Z".parse().unwrap(),
        host: None,
        venue_name: String::new(),
        venue_street: String::new(),
        venue_postcode: String::new(),
        venue_town: String::new(),
        venue_access: String::new(),
        online_url: String::new(),
        audience: Audience::Public,
        state,
        sequence: 0,
        tags: Vec::new(),
        cancelled_reason: String::new(),
        announced_at: None,
        changed_at: "2017-11-06T09:00:00Z".parse().unwrap(),
        co_organisers: Vec::new(),
        guests: Vec::new(),
    }
}

fn mail(lang: Lang, topic: Topic, gathering: Option<Gathering>) -> (String, String) {
    mail_to(lang, topic, (gathering, true))
}

fn mail_to(
    lang: Lang,
    topic: Topic,
    (gathering, is_reader): (Option<Gathering>, bool),
) -> (String, String) {
    let phrases = phrases();
    let sender = Sender {
        name: text("Kreisgruppe A"),
        office_name: network().office_name,
        office_mail: network().office_mail,
        accent: network().accent,
        sample_data: true,
        ..Sender::default()
    };
    let scene = Scene {
        topic,
        gathering,
        is_reader,
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
    };
    let to = Addressed {
        id: LetterId::from(Uuid::nil()),
        network: Some(network().id),
        kind: text(TOPIC),
        subject: String::new(),
        detail: String::new(),
        to_name: text("Kim Muster"),
        to_address: text("leitung@example.com"),
        lang,
        written_at: "2017-11-20T09:00:00Z".parse().unwrap(),
    };
    let page = scene
        .page()
        .map(|path| format!("https://kreis.example{path}"));
    let sheet = Sheet::of(&phrases, lang, sender);
    let (subject, text, html) = written(sheet, &scene, (&to, page)).unwrap();
    (format!("{subject}\n\n{text}"), html)
}

#[test]
fn whoever_proposed_a_topic_reads_where_it_stands() {
    let announced = Some(gathering(State::Announced));
    let (text, html) = mail(Lang::De, topic_that(true, ""), announced.clone());

    insta::assert_snapshot!("planned_de_text", text);
    insta::assert_snapshot!("planned_de_html", html);
    let english = mail(Lang::En, topic_that(true, ""), announced);
    insta::assert_snapshot!("planned_en_text", english.0);
}

#[test]
fn whoever_proposed_a_topic_reads_why_it_was_declined() {
    let declined = topic_that(false, "Das Thema ist im Vorstand besser aufgehoben.");

    insta::assert_snapshot!(
        "dismissed_de_text",
        mail(Lang::De, declined.clone(), None).0
    );
    insta::assert_snapshot!("dismissed_en_text", mail(Lang::En, declined, None).0);
}

#[test]
fn a_draft_is_not_given_away() {
    for lang in [Lang::De, Lang::En] {
        let draft = Some(gathering(State::Draft));
        let (text, _) = mail(lang, topic_that(true, ""), draft);

        assert!(!text.contains("Mensch, du hast Recht"), "{text}");
        assert!(!text.contains("https://"), "{text}");
        insta::assert_snapshot!(format!("draft_{}_text", lang.tag()), text);
    }
}

#[test]
fn what_somebody_may_not_read_is_not_named() {
    for lang in [Lang::De, Lang::En] {
        let closed = Gathering {
            audience: Audience::Invited,
            ..gathering(State::Announced)
        };
        let (text, html) = mail_to(lang, topic_that(true, ""), (Some(closed), false));

        for part in [&text, &html] {
            assert!(!part.contains("Mensch, du hast Recht"), "{part}");
            assert!(!part.contains("2018"), "{part}");
        }
        insta::assert_snapshot!(format!("unnamed_{}_text", lang.tag()), text);
    }
}
