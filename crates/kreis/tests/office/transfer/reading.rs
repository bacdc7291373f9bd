//! A list is read in, looked through and written.

use super::*;
use trial::story;

story!(
    a_member_list_of_german_excel_comes_into_the_register,
    |trial| async {
        let before = counts(trial).await;
        let (_, columns) = received(trial, "mitglieder.csv", &excel()).await;
        assert!(
            columns.has("CSV-Datei mit 4 Zeilen und 6 Spalten."),
            "{}",
            columns.main_text()
        );
        assert!(
            columns.has("Bürgertreff Nord e.V."),
            "the umlauts are right"
        );
        assert_eq!(
            proposed(&columns),
            [
                "organisation",
                "postcode",
                "town",
                "since",
                "person",
                "person-mail"
            ]
        );

        let (list, review) = reviewed(trial, "mitglieder.csv", &excel()).await;
        assert!(
            review.has("4 Zeilen: 3 neu, 1 mit Änderungen, 0 unverändert, 0 mit Fehlern."),
            "{}",
            review.main_text()
        );
        assert!(
            review.has("Organisation: Ort: Weimar → Apolda"),
            "{}",
            review.main_text()
        );
        assert!(review.has("Organisation mit gleichem Namen"));
        assert_eq!(counts(trial).await, before, "a review writes nothing");

        let result = written(trial, &list, form![]).await;
        assert!(result.has("Eingetragen am"), "{}", result.main_text());
        let after = counts(trial).await;
        assert_eq!(
            after,
            [before[0] + 2, before[1] + 2, before[2] + 2, before[3] + 2]
        );

        let found = "/weimar/organisationen?suche=b%C3%BCrgertreff";
        let organisation = trial
            .office
            .get(&trial.office.get(found).await.link("Bürgertreff Nord"))
            .await;
        assert!(organisation.has("Mitglied"), "{}", organisation.main_text());
        assert!(organisation.has("2015"), "{}", organisation.main_text());
        let south = trial
            .office
            .get("/weimar/organisationen?suche=werkhof")
            .await;
        let south = trial.office.get(&south.link("Werkhof")).await;
        assert!(south.has("01067 Dresden"), "{}", south.main_text());
        let known = trial
            .office
            .get("/weimar/organisationen?suche=lebensr%C3%A4ume")
            .await;
        let known = trial.office.get(&known.link("Lebensräume e.V.")).await;
        assert!(known.has("99423 Apolda"), "{}", known.main_text());
        assert!(
            known.has("Schwanseestraße 26"),
            "an empty cell deletes nothing"
        );
    }
);

story!(the_office_decides_row_by_row, |trial| async {
    let (list, review) = reviewed(trial, "mitglieder.csv", &excel()).await;
    let field = |row: &str| format!("r{row}");
    let choices = vec![
        (field("6"), "leave".to_owned()),
        (field("7"), "leave".to_owned()),
        ("seite".to_owned(), "1".to_owned()),
    ];
    assert!(review.html().contains("name=\"r7\""));
    let chosen = trial.office.post(&format!("{list}/auswahl"), choices).await;
    assert_eq!(chosen.status, 303);
    let review = trial.office.get(&list).await;
    assert!(review.has("2 Zeilen eintragen"), "{}", review.main_text());
    let before = counts(trial).await;

    let result = written(trial, &list, form![]).await;

    assert!(result.has("Zeilen ausgelassen 2"), "{}", result.main_text());
    let after = counts(trial).await;
    assert_eq!(
        after,
        [before[0] + 1, before[1] + 2, before[2] + 2, before[3] + 1]
    );
    let known = trial
        .office
        .get("/weimar/organisationen?suche=lebensr%C3%A4ume")
        .await;
    let known = trial.office.get(&known.link("Lebensräume e.V.")).await;
    assert!(known.has("99423 Weimar"), "{}", known.main_text());
});

story!(a_known_name_may_be_somebody_new, |trial| async {
    let table = "Name;Organisation;E-Mail\nLeitung Lebensräume;Lebensräume e.V.;\n";
    let (_, review) = reviewed(trial, "p.csv", table.as_bytes()).await;
    assert!(
        review.has("0 neu, 0 mit Änderungen, 1 unverändert"),
        "{}",
        review.main_text()
    );
    let table = "Name;Organisation;Telefon\nLeitung Lebensräume;Lebensräume e.V.;03643 1\n";
    let (list, review) = reviewed(trial, "p.csv", table.as_bytes()).await;
    assert!(
        review.has("gleicher Name bei derselben Organisation"),
        "{}",
        review.main_text()
    );
    let before = counts(trial).await;
    let anew = form![("r2", "anew")];
    trial.office.post(&format!("{list}/auswahl"), anew).await;
    written(trial, &list, form![]).await;
    let after = counts(trial).await;
    assert_eq!(after, [before[0], before[1] + 1, before[2] + 1, before[3]]);
});

story!(
    rows_with_faults_stop_the_list_until_they_are_given_up,
    |trial| async {
        let table = "Organisation;E-Mail\nVerein Eins;keine\nVerein Zwei;zwei@verein.example\n";
        let (list, review) = reviewed(trial, "v.csv", table.as_bytes()).await;
        assert!(
            review.has("Spalte „E-Mail“: „keine“ ist keine E-Mail-Adresse."),
            "{}",
            review.main_text()
        );
        let only = trial.office.get(&format!("{list}?art=wrong")).await;
        assert!(only.has("Fehler"), "{}", only.main_text());
        assert!(!only.has("Verein Zwei"));
        let before = counts(trial).await;

        let refused = trial
            .office
            .post(&format!("{list}/eintragung"), form![])
            .await;
        assert_eq!(refused.status, 422);
        assert!(
            refused.has("Es gibt Zeilen mit Fehlern."),
            "{}",
            refused.main_text()
        );
        trial.run_due().await;
        assert_eq!(counts(trial).await, before);

        written(trial, &list, form![("without", "true")]).await;
        assert_eq!(counts(trial).await[0], before[0] + 1);
    }
);

story!(what_columns_meant_is_remembered, |trial| async {
    let table = "Bezeichnung;Wo\nVerein Eins;Weimar\n".as_bytes();
    let (list, columns) = received(trial, "v.csv", table).await;
    assert_eq!(proposed(&columns), ["organisation", ""]);
    let nameless = form![("do", "on"), ("c0", "town"), ("c1", "town")];
    let refused = trial
        .office
        .post(&format!("{list}/spalten"), nameless)
        .await;
    assert_eq!(refused.status, 422);
    assert!(refused.has("Diese Bedeutung ist schon einer anderen Spalte zugeordnet."));
    assert_eq!(
        proposed(&refused),
        ["town", "town"],
        "what was chosen is kept"
    );
    let chosen = form![("do", "on"), ("c0", "organisation"), ("c1", "town")];
    trial.office.post(&format!("{list}/spalten"), chosen).await;

    let (_, again) = received(trial, "w.csv", table).await;

    assert_eq!(proposed(&again), ["organisation", "town"]);
});

story!(a_file_can_be_read_in_another_way, |trial| async {
    let table = "Liste\nName;Ort\nVerein Eins;Weimar\n".as_bytes();
    let (list, _) = received(trial, "v.csv", table).await;
    let wish = form![
        ("do", "again"),
        ("encoding", "utf-8"),
        ("separator", "comma"),
        ("header", "0")
    ];
    let again = trial.office.post_on(&format!("{list}/spalten"), wish).await;
    assert!(
        again.has("CSV-Datei mit 3 Zeilen und einer Spalte."),
        "{}",
        again.main_text()
    );
    let wish = form![("do", "again"), ("separator", "semicolon"), ("header", "2")];
    let again = trial.office.post_on(&format!("{list}/spalten"), wish).await;
    assert_eq!(proposed(&again), ["organisation", "town"]);
});

story!(
    a_register_that_changed_meanwhile_is_compared_again,
    |trial| async {
        let table = "Organisation;Ort\nVerein Eins;Weimar\n".as_bytes();
        let (list, _) = reviewed(trial, "v.csv", table).await;
        let same = form![
            ("name", "Verein Eins"),
            ("town", "Apolda"),
            ("kind", "member")
        ];
        let added = trial
            .office
            .post("/weimar/organisation-anlegen", same)
            .await;
        assert_eq!(added.status, 303, "{}", added.main_text());
        let before = counts(trial).await;

        let again = written(trial, &list, form![]).await;

        assert!(
            again.has("Im Verzeichnis hat sich seit der Prüfung etwas geändert."),
            "{}",
            again.main_text()
        );
        assert!(
            again.has("Organisation: Ort: Apolda → Weimar"),
            "{}",
            again.main_text()
        );
        assert_eq!(counts(trial).await, before, "nothing was written");
    }
);

story!(lists_that_nobody_writes_are_forgotten, |trial| async {
    let (list, _) = reviewed(trial, "mitglieder.csv", &excel()).await;
    let (other, _) = received(trial, "mitglieder.csv", &excel()).await;
    let gone = trial
        .office
        .post_on(&format!("{other}/verwerfen"), form![])
        .await;
    assert!(gone.has("Die Liste ist verworfen."), "{}", gone.main_text());
    assert_eq!(trial.office.get(&other).await.status, 404);

    trial.move_to_local("2017-11-26T09:00").await;
    assert_eq!(trial.office.get(&list).await.status, 200);
    trial.move_to_local("2017-11-27T10:00").await;
    assert_eq!(trial.office.get(&list).await.status, 404);
    let left = trial.read(|conn| conn.count("SELECT COUNT(*) FROM transfer_row", &[]));
    assert_eq!(left.await, 0);
});

story!(
    an_english_review_says_the_language_of_the_lists_words_alone,
    |trial| async {
        let rows = "Organisation;Ort;E-Mail\r\nLebensräume e.V.;Apolda;\r\n\
            Neuer Verein;Weimar;keine Adresse\r\n";
        let (list, _) = reviewed(trial, "mitglieder.csv", rows.as_bytes()).await;

        let review = trial.office.get(&format!("/en{list}")).await;

        let html = review.html();
        for said in [
            "<li>Column “<span lang=\"de\">E-Mail</span>”: “<span lang=\"de\">keine Adresse</span>” is not an e-mail address.</li>",
            "<li>Organisation: town: <span lang=\"de\">Weimar</span> → <span lang=\"de\">Apolda</span></li>",
        ] {
            assert!(html.contains(said), "{said}: {}", review.main_text());
        }
    }
);

story!(
    members_for_whom_nobody_speaks_are_named_where_they_are_counted,
    |trial| async {
        let rows = "Organisation;Ort\r\nMusterhaus Weimar e.V.;Weimar\r\n";
        read_in(trial, "neu.csv", rows.as_bytes()).await;

        let page = trial.office.get("/weimar/organisationen-uebergabe").await;

        assert!(page.has("spricht noch niemand"), "{}", page.main_text());
        let member = trial.office.get(&page.link("Musterhaus Weimar e.V.")).await;
        assert_eq!(member.status, 200, "{}", member.main_text());
    }
);
