//! The same question has the same hits on both databases.

use base::access::Audience;
use base::{Fault, NetworkId};
use store::{Indexed, Store};
use uuid::Uuid;

use crate::both::both;
use crate::moment;

const TEXTS: [(&str, &str); 5] = [
    (
        "Fachkräfte dringend gesucht",
        "Die Träger berichten von offenen Stellen.",
    ),
    (
        "Haus der Jugend",
        "Häuser, Höfe und Straßen: Böll-Straße 3, 07743 Jena",
    ),
    (
        "Bericht 2017/2",
        "Café-Gespräch am 7.12. mit info@beispiel.de & c++-Gruppe 3fach ½",
    ),
    ("Schöne Grüße", "Wir haben schon gefragt."),
    ("日本 und Ελλάδα", "UPPER lower ÄÖÜ"),
];

async fn fill(store: &Store, network: NetworkId) {
    store
        .write(move |conn| {
            let mut moment = moment(5);
            for (number, (title, text)) in (1_u128..).zip(TEXTS) {
                // Twice, as after an edit: the second takes the place of the first.
                for text in ["altes Wort", text] {
                    let entry = Indexed {
                        network,
                        kind: "post",
                        subject: Uuid::from_u128(number),
                        audience: Audience::Public,
                        title,
                        href: "/weimar/meldungen/x",
                        day: None,
                        text,
                    };
                    conn.index(&mut moment, &entry)?;
                }
            }
            Ok::<_, Fault>(())
        })
        .await
        .unwrap();
}

async fn hits(store: &Store, network: NetworkId, query: &str) -> Vec<u128> {
    let query = query.to_owned();
    let mut hits: Vec<u128> = store
        .read(move |conn| conn.search(network, &query, 50))
        .await
        .unwrap()
        .iter()
        .map(|found| found.subject.as_u128())
        .collect();
    hits.sort_unstable();
    hits
}

#[tokio::test(flavor = "multi_thread")]
async fn words_are_found_by_stem_beginning_and_umlaut() {
    for fresh in both().await {
        let (store, network) = (fresh.store(), moment(1).id::<NetworkId>());
        fill(&store, network).await;

        for (query, expected) in [
            ("Fachkraft", &[1][..]),
            ("FACHKRÄFTE", &[1]),
            ("dringende Stelle", &[1]),
            ("Haus", &[2]),
            ("Häuser Höfe", &[2]),
            ("strasse", &[2]),
            ("Straßen böll", &[2]),
            ("077", &[2]),
            ("café", &[3]),
            ("cafe", &[3]),
            ("CAFE\u{301}", &[3]),
            ("Fachkraefte", &[1]),
            ("Fachkra\u{308}fte", &[1]),
            ("Fach\u{ad}kräfte", &[1]),
            ("Haeuser Hoefe", &[2]),
            ("Boell-Strasse", &[2]),
            ("Gruesse", &[4]),
            ("GRÜẞE", &[4]),
            ("2017/2", &[3]),
            ("info@beispiel.de", &[3]),
            ("3fach", &[3]),
            ("½", &[3]),
            ("ber", &[1, 3]),
            ("Ελλάδα", &[5]),
            ("äöü", &[5]),
            ("upper & lower | !nix:*'\"\\", &[]),
            ("\"' OR 1=1 -- :* & | ! ( )", &[]),
            ("altes", &[]),
            ("", &[]),
            ("!!! ???", &[]),
            ("\0", &[]),
        ] {
            assert_eq!(hits(&store, network, query).await, expected, "{query}");
        }
        let other = moment(2).id::<NetworkId>();
        assert_eq!(hits(&store, other, "Haus").await, []);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn endless_words_and_questions_do_no_harm() {
    for fresh in both().await {
        let (store, network) = (fresh.store(), moment(1).id::<NetworkId>());
        let endless = "ä".repeat(20_000);
        let many = "wort ".repeat(4_000);
        let text = format!("{endless} {many}");
        store
            .write(move |conn| {
                let entry = Indexed {
                    network,
                    kind: "post",
                    subject: Uuid::from_u128(1),
                    audience: Audience::Office,
                    title: "T",
                    href: "/",
                    day: None,
                    text: &text,
                };
                conn.index(&mut moment(1), &entry)
            })
            .await
            .unwrap();

        assert_eq!(hits(&store, network, &endless).await, [1]);
        assert_eq!(hits(&store, network, &many).await, [1]);
    }
}
