//! The invitation mail, word for word.

use base::access::Audience;
use base::{GatheringId, Lang, NetworkId, PersonId};
use gatherings::{AgendaItem, Gathering, Invitation, Reply, Speaker, State};
use jiff::civil::date;
use mail::{AutoSubmitted, CalendarPart, Letter, Mailbox};
use outbox::{Sender, Sheet};
use register::{Network, Person, Representative};
use shell::{Link, Phrases, Wordings};
use uuid::Uuid;

use super::Doors;
use super::again::{self, Open};
use super::invitation::{Along, words};
use super::scene::Scene;

fn phrases() -> Phrases {
    Phrases::read(&[
        (Lang::De, include_str!("../../phrases/de.ftl")),
        (Lang::En, include_str!("../../phrases/en.ftl")),
        (Lang::De, include_str!("../../../outbox/phrases/de.ftl")),
        (Lang::En, include_str!("../../../outbox/phrases/en.ftl")),
        (Lang::De, include_str!("../../../register/phrases/de.ftl")),
        (Lang::En, include_str!("../../../register/phrases/en.ftl")),
        (Lang::De, include_str!("../../../gatherings/phrases/de.ftl")),
        (Lang::En, include_str!("../../../gatherings/phrases/en.ftl")),
    ])
    .unwrap()
}

fn text(text: &str) -> String {
    text.to_owned()
}

fn network() -> Network {
    Network {
        id: NetworkId::from(Uuid::from_u128(1)),
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

fn gathering() -> Gathering {
    Gathering {
        id: GatheringId::from(Uuid::from_u128(2)),
        network: network().id,
        group: None,
        series: None,
        series_number: None,
        slug: text("2017-12-07-fachkraefte"),
        title: text("Fachkräfte & Region"),
        focus: text("Was der Arbeitsmarkt braucht"),
        about: String::new(),
        starts: date(2017, 12, 7).at(14, 0, 0, 0),
        ends: date(2017, 12, 7).at(16, 0, 0, 0),
        zone: text("Europe/Berlin"),
        starts_at: "2017-12-07T13:00:00Z".parse().unwrap(),
        ends_at: "2017-12-07T15:00:00Z".parse().unwrap(),
        host: None,
        venue_name: text("Nachbarschaftshaus"),
        venue_street: text("Beispielweg 3"),
        venue_postcode: text("99423"),
        venue_town: text("Weimar"),
        venue_access: text("Stufenlos."),
        online_url: String::new(),
        audience: Audience::Members,
        state: State::Announced,
        sequence: 0,
        tags: Vec::new(),
        cancelled_reason: String::new(),
        announced_at: None,
        changed_at: "2017-11-06T09:00:00Z".parse().unwrap(),
        co_organisers: Vec::new(),
        guests: vec![speaker()],
    }
}

fn speaker() -> Speaker {
    Speaker {
        name: String::new(),
        function: text("Geschäftsführung"),
        body: text("Jobcenter Weimar"),
    }
}

fn item(position: i64, title: &str, speakers: Vec<Speaker>) -> AgendaItem {
    AgendaItem {
        id: Uuid::from_u128(9).into(),
        gathering: gathering().id,
        position,
        title: text(title),
        text: String::new(),
        minutes: Some(30),
        speakers,
    }
}

fn person(name: &str, sort_name: &str, address_form: &str) -> Person {
    Person {
        id: PersonId::from(Uuid::from_u128(3)),
        network: network().id,
        name: text(name),
        sort_name: text(sort_name),
        address_form: text(address_form),
        mail: text("leitung@example.com"),
        phone: String::new(),
        lang: Lang::De,
        note: String::new(),
        ended: false,
    }
}

fn scene(lang: Lang) -> Scene {
    Scene {
        gathering: gathering(),
        agenda: vec![
            item(1, "Begrüßung", Vec::new()),
            item(2, "Zahlen aus der Region", vec![speaker()]),
        ],
        network: network(),
        wordings: Wordings::default(),
        host: Some(text("Nachbarschaftshaus e.V.")),
        guest: Representative {
            person: person("Leitung Beispielhaus", "Leitung Beispielhaus", "neutral"),
            function: text("Leitung"),
            organisation: None,
        },
        via: text("Vorstand"),
        to_name: text("Leitung Beispielhaus"),
        to_address: text("leitung@example.com"),
        lang,
        sequence: 0,
        doors: Doors {
            links: ["zusage", "vorbehalt", "absage"]
                .map(|word| Link::new(word, format!("https://kreis.example/antwort/T?a={word}")))
                .into(),
            how: "invitations-answer-how",
        },
    }
}

fn sheet(phrases: &Phrases, lang: Lang) -> Sheet<'_> {
    let sender = Sender {
        name: network().name,
        office_name: network().office_name,
        office_phone: network().office_phone,
        office_mail: network().office_mail,
        accent: network().accent,
        sample_data: true,
        ..Sender::default()
    };
    Sheet::of(phrases, lang, sender)
}

fn written(lang: Lang) -> (String, String, String) {
    let phrases = phrases();
    let along = Along {
        note: "Bitte bringen Sie Zahlen mit.\n\nDanach ist Zeit für Gespräche.",
        files: vec![text("Einladung-2017-12-07.pdf"), text("Lage <neu>.pdf")],
        further: vec![Link::new("Lage", "https://kreis.example/lage")],
    };
    words(sheet(&phrases, lang), &scene(lang), along).unwrap()
}

#[test]
fn the_invitation_reads_well_as_text_and_as_html() {
    let (subject, text, html) = written(Lang::De);

    insta::assert_snapshot!("invitation_de_text", format!("{subject}\n\n{text}"));
    insta::assert_snapshot!("invitation_de_html", html);
    let (subject, text, _) = written(Lang::En);
    insta::assert_snapshot!("invitation_en_text", format!("{subject}\n\n{text}"));
}

#[test]
fn the_links_once_more_read_well_as_text_and_as_html() {
    let phrases = phrases();
    let open = |title: &str, reply| {
        let gathering = Gathering {
            title: text(title),
            ..gathering()
        };
        let invitation = Invitation {
            id: Uuid::from_u128(4).into(),
            gathering: gathering.id,
            person: person("", "", "").id,
            via: String::new(),
            invited_at: None,
            reply,
            replied_at: None,
            replied_through: String::new(),
            deputy: String::new(),
            note: String::new(),
            told_sequence: None,
            turns: 0,
            withdrawn: false,
        };
        Open {
            invitation,
            gathering,
            href: text("https://kreis.example/antwort/T"),
        }
    };
    let open = [
        open("Fachkräfte & Region", None),
        open("Sommerfest", Some(Reply::Yes)),
    ];
    let written = |lang| {
        let guest = person("Kim Muster", "Muster, Kim", "neutral");
        let about = (&guest, &network(), &Wordings::default());
        again::words(sheet(&phrases, lang), about, lang, &open).unwrap()
    };

    let (subject, text, html) = written(Lang::De);
    insta::assert_snapshot!("links_de_text", format!("{subject}\n\n{text}"));
    insta::assert_snapshot!("links_de_html", html);
    let (subject, text, _) = written(Lang::En);
    insta::assert_snapshot!("links_en_text", format!("{subject}\n\n{text}"));
}

/// Headers of the mail and of its parts, without what stands in the parts.
fn structure(raw: &[u8]) -> String {
    let raw = String::from_utf8_lossy(raw).replace("\r\n", "\n");
    let mut kept = Vec::new();
    let mut in_head = true;
    for line in raw.lines() {
        if line.starts_with("--") {
            in_head = true;
        }
        if in_head {
            kept.push(line);
        }
        in_head = in_head && !line.is_empty();
    }
    kept.join("\n")
}

#[test]
fn the_mail_nests_its_parts_as_mail_programs_expect() {
    let (subject, text, html) = written(Lang::De);
    let letter = Letter {
        message_id: "018f-0001@example.org".to_owned(),
        date: "2017-11-20T09:00:00Z".parse().unwrap(),
        from: Mailbox::named("Kreisgruppe A", "post@example.org"),
        reply_to: Some(Mailbox::named("Geschäftsstelle", "buero@example.net")),
        to: Mailbox::named("Leitung Beispielhaus", "leitung@example.com"),
        subject,
        text,
        html: Some(html),
        calendar: Some(CalendarPart {
            text: "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n".to_owned(),
            method: "REQUEST".to_owned(),
        }),
        attachments: vec![mail::Attachment {
            file_name: "Einladung-2017-12-07.pdf".to_owned(),
            content_type: "application/pdf".to_owned(),
            bytes: b"%PDF-".to_vec(),
        }],
        auto_submitted: AutoSubmitted::No,
        headers: Vec::new(),
    };

    insta::assert_snapshot!(
        "invitation_headers",
        structure(&mail::compose(&letter).unwrap())
    );
}

#[test]
fn people_are_addressed_as_their_record_says() {
    let phrases = phrases();
    let sheet = sheet(&phrases, Lang::De);
    for (name, sort_name, form, expected) in [
        (
            "Kim Muster",
            "Muster, Kim",
            "frau",
            "Guten Tag Frau Muster,",
        ),
        (
            "Kim Muster",
            "Muster, Kim",
            "herr",
            "Guten Tag Herr Muster,",
        ),
        (
            "Kim Muster",
            "Muster, Kim",
            "neutral",
            "Guten Tag Kim Muster,",
        ),
        ("Leitung Haus", "Leitung Haus", "frau", "Guten Tag,"),
    ] {
        let mut scene = scene(Lang::De);
        scene.guest.person = person(name, sort_name, form);
        assert_eq!(scene.salutation(&sheet), expected);
    }
}
