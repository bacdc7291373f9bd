//! Posts: drafts, publication, audiences, addresses, reports and tags.

use trial::{form, story};

use super::{WRITE, address, draft, published};

story!(a_draft_is_seen_by_its_office_alone, |trial| async {
    let answer = trial
        .office
        .post(WRITE, draft("Tag der offenen Tür", "public"))
        .await;
    let address = address(&answer);

    assert_eq!(address, "/weimar/meldungen/tag-der-offenen-tuer");
    assert!(trial.office.get(&address).await.has("Entwurf"));
    assert!(
        trial
            .office
            .get("/weimar/intern")
            .await
            .has("Tag der offenen Tür")
    );
    for visitor in [
        &trial.nobody,
        &trial.member,
        &trial.stranger,
        &trial.operator,
    ] {
        assert_eq!(visitor.get(&address).await.status, 404);
        assert!(
            !visitor
                .get("/weimar/meldungen")
                .await
                .has("Tag der offenen Tür")
        );
        assert!(
            !visitor
                .get("/weimar/suche?q=offene")
                .await
                .has("Tag der offenen Tür")
        );
    }
});

story!(a_post_comes_out_and_is_taken_back, |trial| async {
    let address = published(trial, "Tag der offenen Tür", "public").await;

    let page = trial.nobody.get(&address).await;
    assert_eq!(page.status, 200);
    assert!(
        page.main_text().contains("20. November 2017"),
        "{}",
        page.main_text()
    );
    assert!(trial.nobody.get("/weimar").await.has("Tag der offenen Tür"));
    assert!(
        trial
            .nobody
            .get("/en/weimar/meldungen")
            .await
            .has("Tag der offenen Tür")
    );
    let feed = trial.nobody.get("/weimar/meldungen.atom").await;
    assert_eq!(
        feed.header("content-type"),
        "application/atom+xml; charset=utf-8"
    );
    assert!(feed.html().contains("<title>Tag der offenen Tür</title>"));

    let back = format!("{address}/ruecknahme");
    assert_eq!(trial.office.post(&back, form![]).await.status, 303);
    assert_eq!(trial.nobody.get(&address).await.status, 404);
    assert!(!trial.nobody.get("/weimar").await.has("Tag der offenen Tür"));
    assert!(
        !trial
            .nobody
            .get("/weimar/meldungen.atom")
            .await
            .html()
            .contains("offenen")
    );
});

story!(
    a_draft_can_be_deleted_and_a_post_that_is_out_cannot,
    |trial| async {
        let out = published(trial, "Bleibt", "public").await;
        let refused = trial
            .office
            .post(&format!("{out}/loeschung"), form![])
            .await;
        assert_eq!(refused.status, 422);

        let draft = address(&trial.office.post(WRITE, draft("Geht", "public")).await);
        let asked = trial.office.get(&format!("{draft}/loeschung")).await;
        assert!(asked.has("Entwurf „Geht“ löschen?"), "{}", asked.text());
        let gone = trial
            .office
            .post_on(&format!("{draft}/loeschung"), form![])
            .await;
        assert!(gone.has("Der Entwurf ist gelöscht."));
        assert_eq!(trial.office.get(&draft).await.status, 404);
    }
);

story!(a_post_for_members_stays_among_members, |trial| async {
    let address = published(trial, "Interne Nachricht", "members").await;

    assert!(trial.member.get(&address).await.has("Für Mitglieder"));
    assert!(
        trial
            .member
            .get("/weimar/meldungen")
            .await
            .has("Interne Nachricht")
    );
    for visitor in [&trial.nobody, &trial.stranger, &trial.operator] {
        assert_eq!(visitor.get(&address).await.status, 404);
        assert!(
            !visitor
                .get("/weimar/meldungen")
                .await
                .has("Interne Nachricht")
        );
    }
    assert!(
        !trial
            .member
            .get("/weimar/meldungen.atom")
            .await
            .html()
            .contains("Interne")
    );
});

story!(
    another_office_may_neither_write_nor_change_here,
    |trial| async {
        let address = published(trial, "Unsere Meldung", "public").await;

        for visitor in [&trial.stranger, &trial.operator] {
            assert_eq!(visitor.get(WRITE).await.status, 404);
            assert_eq!(
                visitor.get(&format!("{address}/bearbeiten")).await.status,
                404
            );
            let taken = visitor
                .post(&format!("{address}/ruecknahme"), form![])
                .await;
            assert_eq!(taken.status, 404);
        }
        assert_eq!(trial.member.get(WRITE).await.status, 403);
        assert_eq!(trial.nobody.get(&address).await.status, 200);
    }
);

story!(old_addresses_lead_to_where_a_post_is_now, |trial| async {
    let old = published(trial, "Erste Überschrift", "public").await;
    let version = trial
        .office
        .get(&format!("{old}/bearbeiten"))
        .await
        .field("version");

    let mut changed = draft("Zweite Überschrift", "public");
    changed.extend(form![("version", version.unwrap())]);
    let answer = trial
        .office
        .post(&format!("{old}/bearbeiten"), changed)
        .await;

    assert_eq!(address(&answer), "/weimar/meldungen/zweite-ueberschrift");
    let moved = trial.nobody.get(&old).await;
    assert_eq!(moved.status, 308);
    assert_eq!(moved.location(), "/weimar/meldungen/zweite-ueberschrift");
    assert_eq!(
        trial.nobody.get(&format!("/en{old}")).await.location(),
        "/en/weimar/meldungen/zweite-ueberschrift"
    );
    let other = address(
        &trial
            .office
            .post(WRITE, draft("Erste Überschrift", "public"))
            .await,
    );
    assert_eq!(other, "/weimar/meldungen/erste-ueberschrift-2");
});

story!(tags_gather_posts_and_gatherings, |trial| async {
    let mut fields = draft("Preis für Freiwillige", "public");
    fields.extend(form![("tags", "Ehrenämter, Weimarer Land")]);
    let address = address(&trial.office.post(WRITE, fields).await);
    trial
        .office
        .post(&format!("{address}/veroeffentlichung"), form![])
        .await;

    let tag = trial.nobody.get(&address).await.link("Ehrenämter");
    assert_eq!(tag, "/weimar/schlagworte/ehrenaemter");
    assert!(trial.nobody.get(&tag).await.has("Preis für Freiwillige"));
    assert!(
        trial
            .nobody
            .get("/weimar/schlagworte")
            .await
            .has("Weimarer Land")
    );
    assert_eq!(
        trial
            .nobody
            .get("/weimar/schlagworte/gibt-es-nicht")
            .await
            .status,
        404
    );
});

story!(a_held_gathering_becomes_a_report, |trial| async {
    let gatherings = trial.office.get("/weimar/termine?jahr=2017").await;
    let gathering = gatherings.link("Beratung sichern");
    let write = trial.office.get(&gathering).await.link("Bericht schreiben");
    let page = trial.office.get(&write).await;
    assert!(page.field("title").unwrap().contains("Beratung sichern"));

    let fields = form![
        ("title", "Beratungsstellen legen Zahlen vor"),
        ("lead", "Die Zahlen liegen nebeneinander."),
        ("source_mark", "Weimar (kg)"),
        (
            "links",
            "https://www.example.org/presse Pressemitteilung dazu"
        ),
        ("gathering", page.field("gathering").unwrap()),
        ("audience", "public"),
    ];
    let report = address(&trial.office.post(WRITE, fields).await);
    assert!(
        !trial
            .nobody
            .get(&gathering)
            .await
            .has("Beratungsstellen legen")
    );
    trial
        .office
        .post(&format!("{report}/veroeffentlichung"), form![])
        .await;

    let seen = trial.nobody.get(&report).await;
    assert_eq!(seen.link("Beratung sichern"), gathering);
    assert_eq!(
        seen.link("Pressemitteilung dazu"),
        "https://www.example.org/presse"
    );
    assert!(
        seen.main_text()
            .starts_with("Weimar (kg) · 20. November 2017"),
        "{}",
        seen.main_text()
    );
    assert_eq!(
        trial
            .nobody
            .get(&gathering)
            .await
            .link("Beratungsstellen legen"),
        report
    );
});
