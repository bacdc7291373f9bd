//! A person is forgotten: seen before, done at once, and nothing of the person stays but what must.

use kreis::demo::Role;
use trial::{Trial, form, story};

use super::{contact, count, of, person_behind};
use crate::backups::lines_of;

/// The tables whose lines hold a word.
pub(crate) async fn tables_with(trial: &Trial, word: &str) -> Vec<String> {
    let mut tables = Vec::new();
    let mut table = String::new();
    for line in lines_of(trial.address()).await {
        if line.starts_with('"') {
            table = line.trim_matches('"').to_owned();
        } else if line.contains(word) && !tables.contains(&table) {
            tables.push(table.clone());
        }
    }
    tables
}

async fn forget(trial: &Trial, how: &str) -> trial::Seen {
    let person = contact(trial).await;
    let typed = form![("how", how), ("understood", "true")];
    trial
        .office
        .post_on(&of(person, "datenloeschung"), typed)
        .await
}

story!(
    a_preview_says_what_happens_and_changes_nothing,
    |trial| async {
        let person = contact(trial).await;
        let before = lines_of(trial.address()).await;

        let page = trial.office.get(&of(person, "datenloeschung")).await;
        for words in [
            "Einladung",
            "Gelöscht",
            "Bleibt",
            "Genehmigte Protokolle sind Urkunden",
        ] {
            assert!(page.has(words), "{words}\n{}", page.main_text());
        }
        let page = trial
            .protection
            .get(&of(person, "datenloeschung?art=anonymise"))
            .await;
        assert!(page.has("Ohne Namen"), "{}", page.main_text());
        let refused = trial
            .office
            .post(&of(person, "datenloeschung"), form![("how", "erase")])
            .await;
        assert_eq!(refused.status, 422);

        assert_eq!(before, lines_of(trial.address()).await);
    }
);

story!(
    who_is_erased_is_found_nowhere_but_in_documents_of_record,
    |trial| async {
        let (name, mail) = ("Leitung Lebensräume", Role::Member.mail());
        assert!(tables_with(trial, mail).await.len() >= 3);
        let invited = count(trial, "SELECT COUNT(*) FROM invitation").await;

        let page = forget(trial, "erase").await;
        assert!(page.has("Die Person ist gelöscht."), "{}", page.main_text());
        assert!(page.has("Verlangt"), "{}", page.main_text());

        assert_eq!(tables_with(trial, mail).await, Vec::<String>::new());
        for table in tables_with(trial, name).await {
            assert!(
                [
                    "attendance",
                    "minutes",
                    "minutes_text",
                    "minutes_revision",
                    "task"
                ]
                .contains(&table.as_str()),
                "{table} still names the person"
            );
        }
        let gone = count(
            trial,
            "SELECT COUNT(*) FROM person WHERE name = 'Leitung Lebensräume'",
        )
        .await;
        assert_eq!(gone, 0);
        assert!(count(trial, "SELECT COUNT(*) FROM invitation").await < invited);
        assert_eq!(trial.member.get("/konto").await.status, 303);
        let told = count(
            trial,
            "SELECT COUNT(*) FROM journal WHERE verb = 'privacy-erased' AND detail = 'erase'",
        );
        assert_eq!(told.await, 1);
    }
);

story!(who_is_anonymised_still_counts, |trial| async {
    let person = contact(trial).await;
    let invited = count(trial, "SELECT COUNT(*) FROM invitation").await;
    let replied = count(
        trial,
        "SELECT COUNT(*) FROM invitation WHERE reply IS NOT NULL",
    )
    .await;

    forget(trial, "anonymise").await;

    assert_eq!(
        count(trial, "SELECT COUNT(*) FROM invitation").await,
        invited
    );
    let now = count(
        trial,
        "SELECT COUNT(*) FROM invitation WHERE reply IS NOT NULL",
    )
    .await;
    assert_eq!(now, replied);
    assert_eq!(
        tables_with(trial, Role::Member.mail()).await,
        Vec::<String>::new()
    );
    let page = trial
        .office
        .get(&format!("/weimar/personen/{person}"))
        .await;
    assert!(page.has("gelöschte Person"), "{}", page.main_text());
    assert!(
        !trial
            .office
            .get("/weimar/personen")
            .await
            .has("gelöschte Person")
    );
});

story!(the_last_of_the_office_is_not_forgotten, |trial| async {
    let office = person_behind(trial, Role::Office.mail()).await;
    let path = of(office, "datenloeschung");
    let page = trial.office.get(&path).await;
    assert!(page.status == 200 && !page.html().contains("name=\"how\""));
    let typed = form![("how", "erase"), ("understood", "true")];
    assert_eq!(trial.office.post(&path, typed).await.status, 422);
});

story!(
    an_account_of_two_networks_stays_for_the_other,
    |trial| async {
        let mail = Role::Member.mail();
        trial
            .write(move |conn, moment| {
                let celle = register::network_by_slug(conn, "celle")?.unwrap().id;
                let who = base::access::Actor::default();
                let input = register::actions::PersonInput {
                    name: "Gast aus Weimar".to_owned(),
                    mail: mail.to_owned(),
                    ..Default::default()
                };
                let person = register::actions::add_person(conn, moment, &who, celle, &input)?;
                register::actions::create_account(conn, moment, &who, celle, person)
            })
            .await
            .unwrap();
        let person = trial
            .read(|conn| {
                let weimar = register::network_by_slug(conn, "weimar")?.unwrap().id;
                let people = register::people_by_mail(conn, Role::Member.mail())?;
                Ok(people
                    .into_iter()
                    .find(|it| it.network == weimar)
                    .unwrap()
                    .id)
            })
            .await;
        let typed = form![("how", "erase"), ("understood", "true")];
        let page = trial
            .office
            .post_on(&of(person, "datenloeschung"), typed)
            .await;
        assert!(page.has("Die Person ist gelöscht."), "{}", page.main_text());

        let own = trial.member.get("/konto/daten").await;
        assert!(own.has("Gast aus Weimar"), "{}", own.main_text());
        assert_eq!(trial.member.get("/weimar/intern").await.status, 404);
    }
);

story!(
    who_was_two_records_once_is_forgotten_as_both,
    |trial| async {
        let declared = duplicates::Declared::of(&trial.app.rooms);
        let (kept, gone) = trial
            .write(move |conn, moment| {
                let network = register::network_by_slug(conn, "weimar")?.unwrap().id;
                let who = base::access::Actor::default();
                let mut twice = Vec::new();
                for name in ["Doppelte Leitung", "Leitung, doppelt"] {
                    let input = register::actions::PersonInput {
                        name: name.to_owned(),
                        mail: "doppelt@beispiel.example".to_owned(),
                        ..Default::default()
                    };
                    let id = register::actions::add_person(conn, moment, &who, network, &input)?;
                    twice.push(id);
                }
                let order = duplicates::Order {
                    network,
                    named: shell::Named::Person,
                    kept: twice[0].into(),
                    gone: twice[1].into(),
                    picks: std::collections::BTreeMap::new(),
                };
                duplicates::merge(conn, moment, &who, &declared, &order)?;
                Ok((twice[0], twice[1]))
            })
            .await
            .unwrap();
        assert!(!tables_with(trial, "Leitung, doppelt").await.is_empty());

        let typed = form![("how", "erase"), ("understood", "true")];
        let page = trial
            .office
            .post_on(&of(kept, "datenloeschung"), typed)
            .await;
        assert!(page.has("Die Person ist gelöscht."), "{}", page.main_text());

        let erased = trial.read(privacy::erasures).await;
        let people: Vec<_> = erased.iter().map(|it| it.person).collect();
        assert!(people.contains(&kept) && people.contains(&gone));
        for word in [
            "Doppelte Leitung",
            "Leitung, doppelt",
            "doppelt@beispiel.example",
        ] {
            assert_eq!(
                tables_with(trial, word).await,
                Vec::<String>::new(),
                "{word}"
            );
        }
    }
);
