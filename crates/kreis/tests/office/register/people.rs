//! The life of a person: functions, account, office role; what members see of it.

use super::record;
use trial::{form, story};

async fn new_person(trial: &trial::Trial, name: &str, mail: &str) -> String {
    let fields = form![
        ("name", name),
        ("address_form", "neutral"),
        ("mail", mail),
        ("phone", "03643 555-9911"),
        ("lang", "de"),
        ("note", "ruft lieber an")
    ];
    let answer = trial.office.post("/weimar/person-anlegen", fields).await;
    let path = answer.location().split('?').next().unwrap().to_owned();
    assert!(
        path.starts_with("/weimar/personen/"),
        "{}",
        answer.main_text()
    );
    path
}

story!(
    a_change_of_leadership_is_an_end_and_a_beginning,
    |trial| async {
        let path = new_person(trial, "Leitung Mobile Hilfen", "leitung@mobil.example").await;
        let form_path = format!("{path}/funktion");
        let at = trial
            .office
            .get(&form_path)
            .await
            .option("Lebensräume")
            .unwrap();
        let fields = form![
            ("organisation", at),
            ("title", "Geschäftsführung"),
            ("contact", "true"),
            ("from", "2017-01-01")
        ];
        let page = trial.office.post_on(&form_path, fields).await;
        assert!(
            page.has("Geschäftsführung") && page.has("seit 01.01.2017"),
            "{}",
            page.main_text()
        );
        let organisation = page.link("Lebensräume");
        assert!(
            trial
                .member
                .get(&organisation)
                .await
                .has("Leitung Mobile Hilfen")
        );

        let edit = page.link("Bearbeiten: Lebensräume");
        let fields = form![("title", "Kommissarische Leitung"), ("from", "2017-01-01")];
        let page = trial.office.post_on(&edit, fields).await;
        let change = "Funktion „Geschäftsführung“ → „Kommissarische Leitung“";
        assert!(page.has(change), "{}", page.main_text());

        let end = page.link("Beenden: Lebensräume");
        let page = trial
            .office
            .post_on(&end, form![("until", "2017-11-19")])
            .await;
        assert!(page.has("Die Funktion ist beendet."));
        assert!(
            !trial
                .member
                .get(&organisation)
                .await
                .has("Leitung Mobile Hilfen")
        );
        let resume = end.replace("/ende", "/wiederaufnahme");
        let page = trial.office.post_on(&resume, form![]).await;
        assert!(page.has("Die Funktion geht weiter."));
        assert!(
            trial
                .member
                .get(&organisation)
                .await
                .has("Leitung Mobile Hilfen")
        );
    }
);

story!(a_member_sees_no_contact_data, |trial| async {
    let path = new_person(trial, "Leitung Mobile Hilfen", "leitung@mobil.example").await;
    let secrets = [
        "leitung@mobil.example",
        "555-9911",
        "ruft lieber an",
        "Verlauf",
    ];

    let office = trial.office.get(&path).await;
    for secret in secrets {
        assert!(office.has(secret), "{secret}: {}", office.main_text());
    }
    for visitor in [&trial.member, &trial.leader] {
        for page in [
            path.as_str(),
            "/weimar/personen",
            "/weimar/personen?suche=mobil",
        ] {
            let page = visitor.get(page).await;
            assert!(page.has("Leitung Mobile Hilfen"), "{}", page.main_text());
            for secret in secrets {
                let is_told = page.has(secret) || page.html().contains(secret);
                assert!(!is_told, "{secret}: {}", page.html());
            }
        }
    }
    assert_eq!(trial.nobody.get(&path).await.status, 303);
    assert_eq!(trial.stranger.get(&path).await.status, 404);
});

story!(the_journal_keeps_contact_data_to_itself, |trial| async {
    let path = new_person(trial, "Leitung Mobile Hilfen", "alt@mobil.example").await;
    let fields = form![
        ("name", "Leitung Mobile Hilfen"),
        ("address_form", "neutral"),
        ("mail", "neu@mobil.example"),
        ("lang", "en")
    ];
    let page = trial
        .office
        .post_on(&format!("{path}/bearbeiten"), fields)
        .await;

    assert!(page.has("E-Mail geändert"), "{}", page.main_text());
    assert!(page.has("Sprache der E-Mails „Deutsch“ → „Englisch“"));
    assert!(!page.html().contains("alt@mobil.example"));
});

story!(
    the_office_gives_accounts_and_shares_its_role,
    |trial| async {
        let path = new_person(trial, "Leitung Mobile Hilfen", "leitung@mobil.example").await;
        let page = trial
            .office
            .post_on(&format!("{path}/konto"), form![])
            .await;
        assert!(page.has("Das Konto ist angelegt."), "{}", page.main_text());
        let colleague = trial.signed_in_as("leitung@mobil.example").await;
        assert_eq!(colleague.get("/weimar/einstellungen").await.status, 404);

        let page = trial
            .office
            .post_on(&format!("{path}/geschaeftsstelle"), form![])
            .await;
        assert!(
            page.html().contains("<p>Geschäftsstelle</p>"),
            "{}",
            page.main_text()
        );
        assert_eq!(colleague.get("/weimar/einstellungen").await.status, 200);

        assert!(
            trial
                .office
                .get(&format!("{path}/geschaeftsstelle/ende"))
                .await
                .has("?")
        );
        trial
            .office
            .post(&format!("{path}/geschaeftsstelle/ende"), form![])
            .await;
        assert_eq!(colleague.get("/weimar/einstellungen").await.status, 404);
    }
);

story!(
    closing_a_person_of_the_office_says_that_the_role_went_too,
    |trial| async {
        let path = new_person(trial, "Leitung Mobile Hilfen", "leitung@mobil.example").await;
        for act in ["konto", "geschaeftsstelle"] {
            trial.office.post(&format!("{path}/{act}"), form![]).await;
        }
        let page = trial
            .office
            .post_on(&format!("{path}/abschluss"), form![])
            .await;

        let text = page.main_text();
        assert!(page.has("Aus der Geschäftsstelle genommen"), "{text}");
        assert!(page.has("Eintrag abgeschlossen"), "{text}");
        trial
            .office
            .post(&format!("{path}/wiederaufnahme"), form![])
            .await;
        let page = trial
            .office
            .post_on(&format!("{path}/abschluss"), form![])
            .await;
        let times = page
            .main_text()
            .matches("Aus der Geschäftsstelle genommen")
            .count();
        assert_eq!(times, 1, "{}", page.main_text());
    }
);

story!(the_last_of_the_office_stays, |trial| async {
    let own = record(
        &trial.office,
        "/weimar/personen",
        "Geschäftsstelle Kreisgruppe",
    )
    .await;

    for act in ["geschaeftsstelle/ende", "abschluss"] {
        let answer = trial.office.post(&format!("{own}/{act}"), form![]).await;
        assert_eq!(answer.status, 422, "{act}");
        assert!(answer.has("letzte Person der Geschäftsstelle"));
    }
    assert_eq!(trial.office.get("/weimar/einstellungen").await.status, 200);
});

story!(a_person_without_an_address_gets_no_account, |trial| async {
    let path = new_person(trial, "Leitung Mobile Hilfen", "").await;
    let answer = trial.office.post(&format!("{path}/konto"), form![]).await;

    assert_eq!(answer.status, 422);
    assert!(answer.has("braucht die Person eine E-Mail-Adresse"));
});

story!(
    an_account_follows_the_address_where_it_opens_nothing_else,
    |trial| async {
        let path = new_person(trial, "Leitung Mobile Hilfen", "alt@mobil.example").await;
        trial.office.post(&format!("{path}/konto"), form![]).await;
        let moved = |mail: &str| {
            form![
                ("name", "Leitung Mobile Hilfen"),
                ("address_form", "neutral"),
                ("mail", mail),
                ("lang", "de")
            ]
        };
        let edit = format!("{path}/bearbeiten");
        let taken = moved("geschaeftsstelle@kreisgruppe-weimar.example");
        assert_eq!(trial.office.post(&edit, taken).await.status, 422);
        assert_eq!(
            trial
                .office
                .post(&edit, moved("neu@mobil.example"))
                .await
                .status,
            303
        );
        let colleague = trial.signed_in_as("neu@mobil.example").await;
        assert_eq!(colleague.get("/konto").await.status, 200);

        // Somebody who also runs the office of Celle keeps the address that opens Celle.
        let stranger = "integration@landkreis-celle.example";
        let guest = new_person(trial, "Gast aus Celle", stranger).await;
        trial.office.post(&format!("{guest}/konto"), form![]).await;
        let fields = moved("kaperin@mobil.example");
        trial
            .office
            .post(&format!("{guest}/bearbeiten"), fields)
            .await;
        assert_eq!(
            trial
                .signed_in_as(stranger)
                .await
                .get("/konto")
                .await
                .status,
            200
        );
    }
);
