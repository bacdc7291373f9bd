//! A register beyond what one list can offer: names are typed, found and asked about.

use base::access::Actor;
use base::{Halt, Moment, NetworkId};
use register::actions::{OrganisationInput, PersonInput, add_organisation, add_person};
use store::Conn;
use trial::{Trial, form, story};

const SURNAMES: [&str; 8] = [
    "Albers", "Brandt", "Conrad", "Müller", "Nolte", "Özdemir", "Peters", "Zimmer",
];

/// Enters 120 organisations, 400 people.
async fn many(trial: &Trial) {
    trial
        .write(|conn, moment| {
            let network = register::network_by_slug(conn, "weimar")?.unwrap().id;
            for number in 0..120 {
                organisation(conn, moment, (network, number))?;
            }
            for number in 0..400 {
                person(conn, moment, (network, number))?;
            }
            Ok(())
        })
        .await
        .unwrap();
}

fn organisation(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (network, number): (NetworkId, usize),
) -> Result<(), Halt> {
    let input = OrganisationInput {
        name: format!("Träger Nr. {number:03}"),
        ..OrganisationInput::default()
    };
    add_organisation(conn, moment, &Actor::default(), network, &input)?;
    Ok(())
}

fn person(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (network, number): (NetworkId, usize),
) -> Result<(), Halt> {
    let family = SURNAMES[number % SURNAMES.len()];
    let input = PersonInput {
        name: format!("Vorname{number:03} {family}"),
        sort_name: format!("{family}, Vorname{number:03}"),
        ..PersonInput::default()
    };
    add_person(conn, moment, &Actor::default(), network, &input)?;
    Ok(())
}

/// The first person of the list of all.
async fn somebody(trial: &Trial) -> String {
    let page = trial.office.get("/weimar/personen?suche=vorname007").await;
    page.link("Vorname007 Zimmer")
}

story!(a_long_list_is_walked_and_jumped_into, |trial| async {
    many(trial).await;
    let first = trial.office.get("/weimar/personen").await;
    assert!(first.has("Albers, Vorname000") || first.has("Vorname000 Albers"));
    let second = trial.office.get(&first.link("Weiter")).await;
    let third = trial.office.get(&second.link("Weiter")).await;
    let again = trial.office.get("/weimar/personen?seite=3").await;
    assert_eq!(third.main_text(), again.main_text());

    let letter = trial.office.get("/weimar/personen?ab=o").await;
    assert!(letter.has("Özdemir"), "{}", letter.main_text());
    let last = trial.office.get("/weimar/personen?seite=9999").await;
    assert!(last.has("Zimmer"), "{}", last.main_text());
    // The list is seen anew after a change.
    let person = somebody(trial).await;
    trial
        .office
        .post(&format!("{person}/abschluss"), form![])
        .await;
    let found = trial.office.get("/weimar/personen?suche=vorname007").await;
    assert!(!found.has("Vorname007"), "{}", found.main_text());
    let closed = trial
        .office
        .get("/weimar/personen?art=abgeschlossen&suche=007")
        .await;
    assert!(closed.has("Vorname007"), "{}", closed.main_text());
});

story!(a_search_of_a_long_list_folds_umlauts, |trial| async {
    many(trial).await;
    for search in [
        "m%C3%BCller+vorname003",
        "mueller+vorname003",
        "MULLER+VORNAME003",
    ] {
        let page = trial
            .office
            .get(&format!("/weimar/personen?suche={search}"))
            .await;
        assert!(
            page.has("Vorname003 Müller"),
            "{search}: {}",
            page.main_text()
        );
        assert!(!page.has("Vorname011"), "{search}: {}", page.main_text());
    }
});

story!(one_of_many_is_chosen_by_name, |trial| async {
    many(trial).await;
    let person = somebody(trial).await;
    let path = format!("{person}/funktion");
    let blank = trial.office.get(&path).await;
    assert!(blank.html().contains("data-suggest"), "{}", blank.html());

    let answer = |organisation: &str| form![("organisation", organisation), ("title", "Beratung")];
    let nothing = trial.office.post_on(&path, answer("Gibtesnicht")).await;
    assert_eq!(nothing.status, 422);
    assert!(nothing.has("nichts gefunden"), "{}", nothing.main_text());
    assert_eq!(
        nothing.field("organisation").as_deref(),
        Some("Gibtesnicht")
    );
    assert_eq!(nothing.field("title").as_deref(), Some("Beratung"));

    let several = trial.office.post_on(&path, answer("Träger 01")).await;
    assert_eq!(several.status, 422);
    assert!(several.has("mehrere Einträge"), "{}", several.main_text());
    let html = several.html();
    assert!(html.contains("name=\"organisation-one\""), "{html}");
    let (_, rest) = html
        .split_once("name=\"organisation-one\" value=\"")
        .unwrap();
    let one = rest.split('"').next().unwrap().to_owned();
    let chosen = form![
        ("organisation", "Träger 01"),
        ("organisation-one", one),
        ("title", "Beratung")
    ];
    let done = trial.office.post_on(&path, chosen).await;
    assert!(done.has("Träger Nr. 01"), "{}", done.main_text());

    let exact = trial.office.post_on(&path, answer("träger nr. 077")).await;
    assert!(exact.has("Träger Nr. 077"), "{}", exact.main_text());
});

story!(several_of_many_are_chosen_one_by_one, |trial| async {
    many(trial).await;
    let path = "/weimar/termin-anlegen";
    let typed = form![
        ("title", "Treffen"),
        ("co_organisers-text", "Träger Nr. 005"),
        ("more", "co_organisers")
    ];
    let page = trial.office.post(path, typed).await;
    assert_eq!(page.status, 200, "{}", page.main_text());
    assert_eq!(page.field("title").as_deref(), Some("Treffen"));
    assert!(page.has("Träger Nr. 005"), "{}", page.main_text());
    let html = page.html();
    assert!(html.contains("name=\"co_organisers\""), "{html}");
});

story!(
    suggestions_are_for_members_and_know_what_is_open,
    |trial| async {
        many(trial).await;
        let path = "/weimar/auswahl?art=personen&q=vorname007";
        let seen = trial.member.get(path).await;
        assert_eq!(seen.status, 200);
        assert!(seen.html().contains("Vorname007 Zimmer"), "{}", seen.html());
        assert!(seen.header("cache-control").contains("no-store"));
        for visitor in [&trial.nobody, &trial.stranger] {
            assert!(!visitor.get(path).await.html().contains("Vorname007"));
        }
        let person = somebody(trial).await;
        trial
            .office
            .post(&format!("{person}/abschluss"), form![])
            .await;
        assert!(!trial.member.get(path).await.html().contains("Vorname007"));
    }
);
