//! A change of staff: one edit, and everything that hangs on the function follows.

use jiff::civil::date;
use trial::{Seen, Trial, form, story};

/// The address at which the contact of an organisation is handed over, and the contact's page.
async fn contact(trial: &Trial, name: &str) -> (String, Seen) {
    let list = trial
        .office
        .get(&format!("/weimar/personen?suche={name}"))
        .await;
    let path = list.link(name);
    let page = trial.office.get(&path).await;
    (path, page)
}

async fn members_on(trial: &Trial, day: jiff::civil::Date) -> Vec<String> {
    trial
        .read(move |conn| {
            let network = register::network_by_slug(conn, "weimar")?.unwrap().id;
            let contacts = register::member_contacts(conn, network, day)?;
            Ok(contacts.into_iter().map(|it| it.person.name).collect())
        })
        .await
}

story!(
    a_new_leadership_takes_everything_that_hangs_on_the_function,
    |trial| async {
        let (old, page) = contact(trial, "Kompass").await;
        assert!(page.has("Redaktion Jahresbericht"), "{}", page.main_text());
        assert!(
            page.has("Stimmberechtigt für Schuldnerberatung Kompass"),
            "{}",
            page.main_text()
        );
        let path = page.link("Nachfolge: Schuldnerberatung");
        let form = trial.office.get(&path).await;
        assert!(form.has("Mitwirkungen, die an die Nachfolge gehen"));
        let groups = form.field("groups").unwrap();
        let fields = form![
            ("last_day", "2017-12-01"),
            ("name", "Kim Beispiel"),
            ("mail", "kim@kompass.example"),
            ("groups", groups)
        ];

        let preview = trial.office.post(&path, fields.clone()).await;
        assert_eq!(preview.status, 200);
        for words in [
            "ist bis 1. Dezember 2017 „Leitung“",
            "Kim Beispiel ist ab 2. Dezember 2017 „Leitung“",
            "Kim Beispiel wird Ansprechperson",
            "Kim Beispiel leitet „Redaktion Jahresbericht“.",
            "Einladungen zu Terminen danach",
            "Offene Aufgaben",
        ] {
            assert!(preview.has(words), "{words}: {}", preview.main_text());
        }
        let before = members_on(trial, date(2017, 12, 2)).await;
        assert!(
            before.contains(&"Leitung Kompass".to_owned()),
            "nothing is written yet"
        );

        let fields: Vec<_> = fields.into_iter().chain(form![("save", "true")]).collect();
        let done = trial.office.post_on(&path, fields.clone()).await;
        assert!(
            done.has("Die Nachfolge ist eingetragen."),
            "{}",
            done.main_text()
        );
        let (last, next) = (
            members_on(trial, date(2017, 12, 1)).await,
            members_on(trial, date(2017, 12, 2)).await,
        );
        let (was, is) = ("Leitung Kompass".to_owned(), "Kim Beispiel".to_owned());
        assert!(last.contains(&was) && !last.contains(&is), "{last:?}");
        assert!(next.contains(&is) && !next.contains(&was), "{next:?}");
        let twice = trial.office.post(&path, fields).await;
        assert_eq!(twice.status, 422);
        assert!(twice.has("schon eine Nachfolge eingetragen"));

        let page = trial.office.get(&old).await;
        assert!(
            page.has("Nachfolge als „Leitung“: Leitung Kompass → Kim Beispiel"),
            "{}",
            page.main_text()
        );
        assert!(
            page.has("Nachfolge „Leitung Kompass“ → „Kim Beispiel“"),
            "{}",
            page.main_text()
        );
        let undo = done
            .actions()
            .into_iter()
            .find(|it| it.ends_with("/ruecknahme"))
            .unwrap();
        let page = trial.office.post_on(&undo, form![]).await;
        assert!(
            page.has("Die Nachfolge ist zurückgenommen."),
            "{}",
            page.main_text()
        );
        let next = members_on(trial, date(2017, 12, 2)).await;
        assert!(next.contains(&was) && !next.contains(&is), "{next:?}");
        let group = trial
            .office
            .get("/weimar/gremien/redaktion-jahresbericht")
            .await;
        assert!(!group.has("Kim Beispiel Leitung"), "{}", group.main_text());
    }
);

story!(
    an_invitation_that_went_out_goes_to_the_successor,
    |trial| async {
        let (_, page) = contact(trial, "Kompass").await;
        let path = page.link("Nachfolge: Schuldnerberatung");
        let fields = form![
            ("last_day", "2017-11-21"),
            ("name", "Kim Beispiel"),
            ("mail", "kim@kompass.example"),
            ("save", "true")
        ];
        let done = trial.office.post_on(&path, fields).await;
        let action = done
            .actions()
            .into_iter()
            .find(|it| it.contains("/gast/"))
            .unwrap_or_else(|| panic!("{}", done.main_text()));
        let list = format!("{}/einladung", action.split("/einladung").next().unwrap());
        assert!(trial.office.get(&list).await.has("Leitung Kompass"));

        let to = done.field("person").unwrap();
        let back = done.field("handover").unwrap();
        let page = trial
            .office
            .post_on(&action, form![("person", to), ("handover", back)])
            .await;

        assert!(
            page.has("Die Einladung ist umgeschrieben."),
            "{}",
            page.main_text()
        );
        let guests = trial.office.get(&list).await;
        assert!(guests.has("Kim Beispiel"), "{}", guests.main_text());
        assert!(!guests.has("Leitung Kompass"), "{}", guests.main_text());
        let outbox = trial.office.get("/weimar/postausgang").await;
        assert!(outbox.has("Einladung"), "{}", outbox.main_text());
    }
);

story!(
    a_handover_that_cannot_be_is_refused_at_its_field,
    |trial| async {
        let (_, page) = contact(trial, "Kompass").await;
        let path = page.link("Nachfolge: Schuldnerberatung");
        for (fields, words) in [
            (form![("last_day", ""), ("name", "Kim")], "ausfüllen"),
            (
                form![("last_day", "2017-12-01")],
                "Bitte wählen Sie eine Person",
            ),
            (
                form![("last_day", "1990-12-01"), ("name", "Kim")],
                "An diesem Tag besteht die Funktion nicht.",
            ),
        ] {
            let refused = trial.office.post(&path, fields).await;
            assert_eq!(refused.status, 422, "{words}");
            assert!(
                refused.has(words) || words == "ausfüllen",
                "{}",
                refused.main_text()
            );
        }
        assert_eq!(trial.member.get(&path).await.status, 403);
    }
);

story!(the_marked_contact_votes_and_else_the_first, |trial| async {
    let (_, page) = contact(trial, "Kompass").await;
    let edit = page.link("Bearbeiten: Schuldnerberatung");
    let fields = form![("title", "Leitung"), ("voting", "true")];
    let refused = trial.office.post(&edit, fields).await;
    assert_eq!(refused.status, 422);
    assert!(refused.has("Stimmberechtigt kann nur eine Ansprechperson sein."));
    let (_, other) = contact(trial, "Wegzeichen").await;
    let at = other.link("Funktion hinzufügen");
    let organisation = trial
        .office
        .get(&at)
        .await
        .option("Schuldnerberatung")
        .unwrap();
    let fields = form![
        ("organisation", organisation),
        ("title", "Vorstand"),
        ("contact", "true"),
        ("voting", "true"),
        ("from", "2017-11-01")
    ];
    let page = trial.office.post_on(&at, fields).await;

    assert!(
        page.has("Ansprechperson, stimmberechtigt"),
        "{}",
        page.main_text()
    );
    let (_, before) = contact(trial, "Kompass").await;
    assert!(
        before.has("Stimmberechtigt für Keine Organisation"),
        "{}",
        before.main_text()
    );
});

story!(
    staff_belong_through_their_organisation_until_it_leaves,
    |trial| async {
        assert_eq!(trial.member.get("/weimar/personen").await.status, 200);
        let list = trial.office.get("/weimar/organisationen").await;
        let organisation = trial.office.get(&list.link("Lebensräume")).await;
        let end = organisation.link("Beenden: Mitglied");
        trial
            .office
            .post(&end, form![("until", "2017-11-19")])
            .await;
        for group in ["kreisgruppe", "vorstand"] {
            let page = trial.office.get(&format!("/weimar/gremien/{group}")).await;
            let end = page.link("Beenden: Lebensräume");
            trial
                .office
                .post(&end, form![("until", "2017-11-19")])
                .await;
        }

        assert_eq!(trial.member.get("/weimar/personen").await.status, 404);
        let history = trial.office.get(&list.link("Lebensräume")).await;
        for words in [
            "Mitgliedschaft beendet: Mitgliedschaft „Mitglied“ · Bis „19.11.2017“",
            "Mitwirkung beendet: Gremium „Vorstand“",
        ] {
            assert!(history.has(words), "{words}: {}", history.main_text());
        }
    }
);
