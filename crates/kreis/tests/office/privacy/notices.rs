//! Notices have versions, consent has a day.

use trial::{form, story};

use super::contact;

story!(a_notice_has_versions_that_stay, |trial| async {
    let page = trial.nobody.get("/weimar/datenschutz").await;
    assert!(page.has("Fassung 2") && page.has("Auf Teilnahmelisten für alle steht nur"));
    let empty = trial
        .office
        .post("/weimar/daten/hinweise/veroeffentlichung", form![])
        .await;
    assert_eq!(empty.status, 422);

    let draft = form![("text", "Ein Entwurf, den jemand gespeichert hat.")];
    trial.office.post("/weimar/daten/hinweise", draft).await;
    assert!(
        !trial
            .nobody
            .get("/weimar/datenschutz")
            .await
            .has("Dritte Fassung")
    );
    let page = trial
        .office
        .post_on(
            "/weimar/daten/hinweise/veroeffentlichung",
            form![("text", "Dritte Fassung.\n\n- Punkt")],
        )
        .await;
    assert!(
        page.has("Die neue Fassung ist veröffentlicht."),
        "{}",
        page.main_text()
    );

    assert!(
        trial
            .nobody
            .get("/weimar/datenschutz")
            .await
            .has("Dritte Fassung.")
    );
    let old = trial.nobody.get("/weimar/datenschutz/1").await;
    assert!(old.has("sie gilt nicht mehr") && old.has("Fragen beantwortet die Geschäftsstelle."));
    assert_eq!(trial.nobody.get("/weimar/datenschutz/9").await.status, 404);
    assert_eq!(trial.nobody.get("/celle/datenschutz").await.status, 200);
});

story!(
    consent_is_given_with_its_notice_and_taken_back,
    |trial| async {
        let person = contact(trial).await;
        let path = format!("/konto/daten/{person}/einwilligung");
        let listed = move |conn: &mut store::Conn<'_>| privacy::may_be_listed(conn, person);
        assert!(!trial.read(listed).await);

        let page = trial
            .member
            .post_on(&path, form![("granted", "true")])
            .await;
        assert!(
            page.has("Sie sind einverstanden seit"),
            "{}",
            page.main_text()
        );
        assert!(trial.read(listed).await);
        let said = trial
            .read(move |conn| privacy::accepted(conn, person, shell::PARTICIPANT_LIST))
            .await
            .unwrap();
        assert_eq!((said.granted, said.notice), (true, Some(2)));

        let page = trial
            .member
            .post_on(&path, form![("granted", "false")])
            .await;
        assert!(
            page.has("Sie haben Ihr Einverständnis zurückgenommen"),
            "{}",
            page.main_text()
        );
        assert!(!trial.read(listed).await);
        assert_eq!(
            trial
                .office
                .post(&path, form![("granted", "true")])
                .await
                .status,
            404
        );
    }
);
