//! A network and somebody in it, for tests that read letters word for word.

use base::Lang;
use outbox::Sender;
use shell::Phrases;
use uuid::Uuid;

use crate::types::{Network, Person};

pub(crate) fn phrases() -> Phrases {
    Phrases::read(&[
        (Lang::De, include_str!("../../phrases/de.ftl")),
        (Lang::En, include_str!("../../phrases/en.ftl")),
        (Lang::De, include_str!("../../phrases/organisations/de.ftl")),
        (Lang::En, include_str!("../../phrases/organisations/en.ftl")),
        (Lang::De, include_str!("../../phrases/roles/de.ftl")),
        (Lang::En, include_str!("../../phrases/roles/en.ftl")),
        (Lang::De, include_str!("../../../outbox/phrases/de.ftl")),
        (Lang::En, include_str!("../../../outbox/phrases/en.ftl")),
        (Lang::De, include_str!("../../../shell/phrases/de.ftl")),
        (Lang::En, include_str!("../../../shell/phrases/en.ftl")),
    ])
    .unwrap()
}

pub(crate) fn network() -> Network {
    let text = |text: &str| text.to_owned();
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
        sample_data: false,
        parent: None,
    }
}

pub(crate) fn sender() -> Sender {
    let network = network();
    Sender {
        name: network.name,
        office_name: network.office_name,
        office_phone: network.office_phone,
        office_mail: network.office_mail,
        accent: network.accent,
        ..Sender::default()
    }
}

pub(crate) fn person(lang: Lang) -> Person {
    Person {
        id: Uuid::from_u128(3).into(),
        network: network().id,
        name: "Kim Muster".to_owned(),
        sort_name: "Muster, Kim".to_owned(),
        address_form: "neutral".to_owned(),
        mail: "kim@example.com".to_owned(),
        phone: String::new(),
        lang,
        note: String::new(),
        ended: false,
    }
}
