//! The life of a group.

use trial::{form, story};

story!(a_group_lives_with_people_and_organisations, |trial| async {
    let fields = form![
        ("name", "Fachgruppe Pflege"),
        ("about", "Ambulant und stationär.")
    ];
    let page = trial
        .office
        .post_on("/weimar/gremium-anlegen", fields)
        .await;
    assert!(
        page.has("Das Gremium ist angelegt."),
        "{}",
        page.main_text()
    );
    let path = "/weimar/gremien/fachgruppe-pflege";

    let choices = trial.office.get(&format!("{path}/mitwirkung")).await;
    let person = choices.option("Geschäftsführung Lebenshilfe-Werk").unwrap();
    let organisation = choices.option("Organisation: Lebensräume").unwrap();
    let leader = form![
        ("party", person),
        ("leader", "true"),
        ("title", "Sprecherin"),
        ("from", "2017-11-01")
    ];
    let page = trial
        .office
        .post_on(&format!("{path}/mitwirkung"), leader.clone())
        .await;
    assert!(
        page.has("Sprecherin") && page.has("Leitung"),
        "{}",
        page.main_text()
    );
    let twice = trial
        .office
        .post(&format!("{path}/mitwirkung"), leader)
        .await;
    assert_eq!(twice.status, 422);
    let page = trial
        .office
        .post_on(
            &format!("{path}/mitwirkung"),
            form![("party", organisation)],
        )
        .await;
    assert!(page.has("Lebensräume e.V."));

    let seen = trial.member.get("/weimar/gremien").await;
    assert!(seen.has("2 Mitwirkungen"), "{}", seen.main_text());
    assert_eq!(
        trial.member.get(&format!("{path}/bearbeiten")).await.status,
        403
    );

    let end = page.link("Beenden: Lebensräume");
    let page = trial
        .office
        .post_on(&end, form![("until", "2017-11-19")])
        .await;
    assert!(page.has("Wer früher mitwirkte"), "{}", page.main_text());
    let resume = end.replace("/ende", "/wiederaufnahme");
    let page = trial.office.post_on(&resume, form![]).await;
    assert!(!page.has("Wer früher mitwirkte"));
});

story!(
    a_renamed_group_is_found_under_its_old_address,
    |trial| async {
        let old = "/weimar/gremien/vorstand";
        let fields = form![("name", "Sprecherrat"), ("slug", "sprecherrat")];
        trial
            .office
            .post(&format!("{old}/bearbeiten"), fields)
            .await;

        let answer = trial.member.get(old).await;
        assert_eq!(answer.status, 307);
        assert_eq!(answer.location(), "/weimar/gremien/sprecherrat");
        let taken = form![("name", "Sprecherrat"), ("slug", "")];
        let taken = trial.office.post("/weimar/gremium-anlegen", taken).await;
        assert_eq!(taken.status, 422);
        assert!(taken.has("Diese Adresse gibt es schon."));
    }
);

story!(
    a_group_stands_below_another_and_never_in_a_circle,
    |trial| async {
        let parent = trial
            .office
            .get("/weimar/gremium-anlegen")
            .await
            .option("Vorstand")
            .unwrap();
        let fields = form![("name", "Unterrunde Haushalt"), ("parent", parent)];
        let page = trial
            .office
            .post_on("/weimar/gremium-anlegen", fields)
            .await;
        assert!(page.has("Teil von Vorstand"), "{}", page.main_text());
        assert!(
            page.has("Leitet auch dieses Gremium, als Leitung von „Vorstand“"),
            "{}",
            page.main_text()
        );
        assert!(page.has("Teil von „Vorstand“"), "{}", page.main_text());
        let list = trial.member.get("/weimar/gremien").await;
        let html = list.html();
        let after = html.split(">Vorstand<").nth(1).unwrap_or_default();
        let between = after
            .split_once(">Unterrunde Haushalt<")
            .unwrap_or_default()
            .0;
        assert!(between.contains("<ul"), "{html}");

        let edit = "/weimar/gremien/vorstand/bearbeiten";
        let choices = trial.office.get(edit).await;
        assert!(choices.option("Vorstand").is_none(), "not below itself");
        let circle = choices.option("– Unterrunde Haushalt").unwrap();
        let fields = form![
            ("name", "Vorstand"),
            ("slug", "vorstand"),
            ("parent", circle)
        ];
        let refused = trial.office.post(edit, fields).await;
        assert_eq!(refused.status, 422);
        assert!(refused.has("Dieses Gremium gehört selbst zum gewählten."));
    }
);

story!(leading_a_group_leads_what_lies_below_it, |trial| async {
    let fields = form![("name", "Unterrunde"), ("about", "")];
    trial.office.post("/weimar/gremium-anlegen", fields).await;
    let path = "/weimar/gremien/unterrunde/bearbeiten";
    let plan = trial.leader.get("/weimar/termin-anlegen").await;
    assert!(plan.option("Unterrunde").is_none(), "{}", plan.main_text());

    let parent = trial.office.get(path).await.option("Vorstand").unwrap();
    let fields = form![
        ("name", "Unterrunde"),
        ("slug", "unterrunde"),
        ("parent", parent)
    ];
    trial.office.post(path, fields).await;

    let plan = trial.leader.get("/weimar/termin-anlegen").await;
    assert!(plan.option("Unterrunde").is_some(), "{}", plan.main_text());
    let person = trial
        .office
        .get("/weimar/personen?suche=Lebenshilfe-Werk")
        .await;
    let person = person.link("Geschäftsführung Lebenshilfe-Werk");
    let page = trial.office.get(&person).await;
    assert!(
        page.has("Unterrunde, als Leitung eines Gremiums darüber"),
        "{}",
        page.main_text()
    );
});

story!(an_organisation_leads_through_its_contacts, |trial| async {
    let path = "/weimar/gremien/redaktion-jahresbericht/mitwirkung";
    let choices = trial.office.get(path).await;
    let party = choices.option("Organisation: Lebensräume").unwrap();
    let fields = form![("party", party), ("leader", "true"), ("from", "2017-11-01")];
    trial.office.post(path, fields).await;

    let plan = trial.member.get("/weimar/termin-anlegen").await;
    assert!(
        plan.option("Redaktion Jahresbericht").is_some(),
        "{}",
        plan.main_text()
    );
});

story!(
    an_ended_group_leaves_the_list_and_its_leader_the_lead,
    |trial| async {
        let path = "/weimar/gremien/vorstand";
        assert!(
            trial
                .member
                .get("/weimar/gremien")
                .await
                .main_text()
                .contains("Vorstand")
        );
        trial
            .office
            .post(&format!("{path}/abschluss"), form![])
            .await;

        assert!(
            !trial
                .member
                .get("/weimar/gremien")
                .await
                .main_text()
                .contains("Vorstand")
        );
        let page = trial.office.get(path).await;
        assert!(
            page.has("Beendet") && page.has("Eintrag abgeschlossen"),
            "{}",
            page.main_text()
        );
        trial
            .office
            .post(&format!("{path}/wiederaufnahme"), form![])
            .await;
        assert!(
            trial
                .member
                .get("/weimar/gremien")
                .await
                .main_text()
                .contains("Vorstand")
        );
    }
);
