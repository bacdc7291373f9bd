//! Long lists of the register: a page at a time, searched and sorted by the database.

use base::access::Actor;
use base::{Moment, NetworkId};
use register::actions::{OrganisationInput, PersonInput, add_organisation, add_person};
use store::Conn;
use trial::{Seen, Trial, form, story};

const ORGANISATIONS: &str = "/weimar/organisationen?art=andere&suche=tr%C3%A4ger";

/// Enters 120 organisations and as many people, in no order.
async fn many(trial: &Trial) {
    trial
        .write(|conn, moment| {
            let network = register::network_by_slug(conn, "weimar")?.unwrap().id;
            for number in (0..120).rev() {
                enter(conn, moment, (network, number))?;
            }
            Ok(())
        })
        .await
        .unwrap();
}

fn enter(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (network, number): (NetworkId, usize),
) -> Result<(), base::Halt> {
    let who = Actor::default();
    let organisation = OrganisationInput {
        name: format!("Träger Nr. {number:03}"),
        town: "100 % Ort".to_owned(),
        ..OrganisationInput::default()
    };
    add_organisation(conn, moment, &who, network, &organisation)?;
    let person = PersonInput {
        name: format!("Leitung Nr. {number:03}"),
        ..PersonInput::default()
    };
    add_person(conn, moment, &who, network, &person)?;
    Ok(())
}

fn names(page: &Seen, mark: &str) -> Vec<String> {
    let links = page.links().into_iter().map(|(label, _)| label);
    links.filter(|label| label.starts_with(mark)).collect()
}

story!(
    organisations_stand_on_pages_that_keep_the_search,
    |trial| async {
        many(trial).await;
        let first = trial.office.get(ORGANISATIONS).await;
        assert!(first.has("Seite 1 von 3"), "{}", first.main_text());
        let shown = names(&first, "Träger Nr.");
        assert_eq!(shown.len(), 40);
        assert_eq!(shown[0], "Träger Nr. 000");
        assert_eq!(shown[39], "Träger Nr. 039");

        let second = trial.office.get(&first.link("Weiter")).await;
        assert!(second.has("Seite 2 von 3"), "{}", second.main_text());
        assert_eq!(names(&second, "Träger Nr.")[0], "Träger Nr. 040");
        assert_eq!(second.field("suche").as_deref(), Some("träger"));
        assert_eq!(second.field("art").as_deref(), Some("andere"));
        let last = trial.office.get(&format!("{ORGANISATIONS}&seite=99")).await;
        assert_eq!(names(&last, "Träger Nr.").len(), 40);
        for number in ["-1", "0", "x", "99999999999999999999"] {
            let page = trial
                .office
                .get(&format!("{ORGANISATIONS}&seite={number}"))
                .await;
            assert!(page.has("Seite 1 von 3"), "{number}: {}", page.main_text());
        }
    }
);

story!(people_stand_on_pages_by_name, |trial| async {
    many(trial).await;
    let page = trial
        .member
        .get("/weimar/personen?suche=leitung+nr.&seite=2")
        .await;
    assert!(page.has("Seite 2 von 3"), "{}", page.main_text());
    let shown = names(&page, "Leitung Nr.");
    assert_eq!((shown.len(), shown[0].as_str()), (40, "Leitung Nr. 040"));
    let english = trial.member.get("/en/weimar/personen?seite=2").await;
    assert!(english.has("Page 2 of 5"), "{}", english.main_text());
});

story!(what_is_searched_for_means_itself, |trial| async {
    many(trial).await;
    for (search, found) in [
        ("100+%25", true),
        ("traeger+nr.+007", true),
        ("TRAGER+007", true),
        ("10%25rt", false),
        ("nr_+007", false),
        ("!", false),
        ("a+b+c+d+e+f+g+h", false),
    ] {
        let path = format!("/weimar/organisationen?art=andere&suche={search}");
        let page = trial.office.get(&path).await;
        assert_eq!(!names(&page, "Träger Nr.").is_empty(), found, "{search}");
    }
    for search in ["e.v. lebensräume", "lebensraeume", "LEBENSRÄUME leitung"] {
        let path = format!("/weimar/personen?suche={}", search.replace(' ', "+"));
        let page = trial.office.get(&path).await;
        assert!(
            page.has("Leitung Lebensräume"),
            "{search}: {}",
            page.main_text()
        );
    }
});

story!(
    closed_people_have_a_list_of_their_own_for_the_office,
    |trial| async {
        many(trial).await;
        let list = trial.office.get("/weimar/personen?suche=007").await;
        let person = list.link("Leitung Nr. 007");
        trial
            .office
            .post(&format!("{person}/abschluss"), form![])
            .await;

        assert!(
            names(
                &trial.office.get("/weimar/personen?suche=007").await,
                "Leitung Nr."
            )
            .is_empty()
        );
        let closed = "/weimar/personen?art=abgeschlossen";
        assert_eq!(
            trial
                .office
                .get("/weimar/personen")
                .await
                .link("Abgeschlossen"),
            closed
        );
        assert_eq!(
            names(&trial.office.get(closed).await, "Leitung Nr."),
            ["Leitung Nr. 007"]
        );
        let member = trial
            .member
            .get("/weimar/personen?art=abgeschlossen&suche=leitung+nr.")
            .await;
        assert!(!names(&member, "Leitung Nr.").contains(&"Leitung Nr. 007".to_owned()));
    }
);

story!(
    closed_records_of_long_lists_are_found_by_their_words,
    |trial| async {
        use base::access::Actor;
        use register::actions::{PersonInput, add_person, close_person};
        trial
            .write(|conn, moment| {
                let network = register::network_by_slug(conn, "weimar")?.unwrap().id;
                let who = Actor::default();
                for number in 0..320 {
                    let input = PersonInput {
                        name: format!("Ehemals Nr. {number:03}"),
                        ..PersonInput::default()
                    };
                    let id = add_person(conn, moment, &who, network, &input)?;
                    close_person(conn, moment, &who, (network, id), true)?;
                }
                Ok(())
            })
            .await
            .unwrap();
        let closed = "/weimar/personen?art=abgeschlossen&suche=ehemals+nr.+007";
        let page = trial.office.get(closed).await;
        assert_eq!(names(&page, "Ehemals Nr."), ["Ehemals Nr. 007"]);
        let words = trial
            .read(|conn| {
                conn.count(
                    "SELECT COUNT(*) FROM search_word w JOIN search_place p ON p.number = w.place
                 WHERE p.kind = 'closed-person' AND w.word = '007'",
                    &[],
                )
            })
            .await;
        assert_eq!(words, 1, "by the index of words");
        let all = trial.office.get("/weimar/suche?q=ehemals").await;
        assert!(!all.has("Ehemals Nr."), "{}", all.main_text());

        // Opened again it is found among the others, and there no more.
        let person = page.link("Ehemals Nr. 007");
        trial
            .office
            .post(&format!("{person}/wiederaufnahme"), form![])
            .await;
        assert!(names(&trial.office.get(closed).await, "Ehemals Nr.").is_empty());
        let all = trial.office.get("/weimar/suche?q=ehemals").await;
        assert!(all.has("Ehemals Nr. 007"), "{}", all.main_text());
    }
);

story!(
    members_find_organisations_and_people_by_the_search,
    |trial| async {
        many(trial).await;
        let search = "/weimar/suche?q=nr.+007";
        let hits = names(&trial.member.get(search).await, "");
        assert!(hits.contains(&"Träger Nr. 007".to_owned()), "{hits:?}");
        assert!(hits.contains(&"Leitung Nr. 007".to_owned()), "{hits:?}");
        for visitor in [&trial.nobody, &trial.stranger, &trial.operator] {
            let page = visitor.get(search).await;
            assert!(!page.has("Nr. 007"), "{}", page.main_text());
        }

        let organisation = trial.member.get(search).await.link("Träger Nr. 007");
        let form = form![("name", "Verein Kirschbaum"), ("town", "Bad Sulza")];
        let changed = format!("{organisation}/bearbeiten");
        trial.office.post(&changed, form).await;
        let found = trial.member.get("/weimar/suche?q=kirschb%C3%A4ume").await;
        assert_eq!(found.link("Verein Kirschbaum"), organisation);

        let person = trial.member.get(search).await.link("Leitung Nr. 007");
        trial
            .office
            .post(&format!("{person}/abschluss"), form![])
            .await;
        let page = trial.member.get(search).await;
        assert!(!page.has("Nr. 007"), "{}", page.main_text());
    }
);

story!(
    a_person_is_found_by_function_and_organisation,
    |trial| async {
        let list = "/weimar/personen?suche=leitung+lebensraeume";
        let person = trial.office.get(list).await.link("Leitung Lebensräume");
        let page = trial.office.get(&person).await;
        assert_eq!(page.status, 200);
        let search = "/weimar/suche?q=leitungen+lebensr%C3%A4ume";
        let found = trial.office.get(search).await;
        assert_eq!(found.link("Leitung Lebensräume"), person);
    }
);
