//! The end of a poll: closed, reopened, taken back, settled.

use super::*;
use trial::story;

story!(the_best_day_is_named_by_its_rule, |trial| async {
    let results = trial.office.get(&poll(trial).await).await;
    let text = results.main_text();
    let at = |words: &str| text.find(words).unwrap();

    assert!(at("23. August") < at("Passt am besten"), "{text}");
    assert!(at("Passt am besten") < at("25. August"), "{text}");
    assert!(text.contains("mit den meisten „passt“"));
    assert!(text.contains("Der Tag ist ein Samstag."));
    assert!(text.contains("Am Samstag ist der Hof erst ab 13 Uhr frei."));
});

story!(
    the_day_that_is_settled_on_becomes_the_gatherings,
    |trial| async {
        let poll = poll(trial).await;
        let results = trial.office.get(&poll).await;
        let settlement = leading(&results, "/festlegung/")[1].clone();
        let ask = trial.office.get(&settlement).await;
        assert!(
            ask.has("findet dann an diesem Tag statt"),
            "{}",
            ask.main_text()
        );
        assert!(ask.has("Für 8 Gefragte"));

        let done = trial.office.post_on(&settlement, form![]).await;

        assert!(
            done.has("Der Termin ist festgelegt."),
            "{}",
            done.main_text()
        );
        assert!(done.has("Festgelegt"));
        let moved = trial.nobody.get("/weimar/termine?jahr=2018").await;
        assert!(moved.has("23. August"), "{}", moved.main_text());
        let mails = released(trial, TITLE).await;
        assert_eq!(mails.len(), 8, "everybody who was asked");
        let news = mails
            .iter()
            .find(|it| it.to[0].address.contains("wegzeichen"))
            .unwrap();
        let subject = format!("Der Termin steht fest: {TITLE} am 23. August 2018");
        assert_eq!(news.subject.replace('\u{a0}', " "), subject);
        assert!(words(news).contains("Ihre Antwort dazu: passt"));
        let twice = trial.office.post(&settlement, form![]).await;
        assert_eq!(twice.status, 422);
        let late = trial.member.get(&format!("{poll}/antwort")).await;
        assert!(late.has("Der Termin steht fest:"), "{}", late.main_text());
        assert!(leading(&trial.office.get(&poll).await, "/festlegung/").is_empty());
    }
);

story!(a_day_for_no_gathering_yet_plans_one, |trial| async {
    let (poll, link) = asked(trial).await;
    trial.nobody.post(&link, answer("yes", "no")).await;
    let results = trial.office.get(&poll).await;
    let settlement = leading(&results, "/festlegung/")[0].clone();

    let done = trial.office.post_on(&settlement, form![]).await;

    let gathering = "/weimar/termine/2018-03-14-klausurtag";
    assert_eq!(leading(&done, "/termine/2018"), [gathering]);
    assert_eq!(trial.nobody.get(gathering).await.status, 404, "a draft");
    assert!(trial.office.get(gathering).await.has("Klausurtag"));
    let page = trial.nobody.get(&link).await;
    assert!(page.has("Der Termin steht fest:"), "{}", page.main_text());
});

story!(
    where_people_are_invited_settling_asks_whether_to_tell,
    |trial| async {
        let poll = poll(trial).await;
        trial
            .write(|conn, moment| {
                let network = register::network_by_slug(conn, "weimar")?.unwrap();
                let slug = PARTY.rsplit('/').next().unwrap();
                let it = gatherings::gathering_by_slug(conn, network.id, slug)?.unwrap();
                let person = register::people_of(conn, network.id)?.remove(0).person.id;
                let id = gatherings::add_guest(conn, moment, it.id, person, "")?;
                gatherings::mark_invited(conn, id, moment.now(), it.sequence)?;
                Ok(())
            })
            .await
            .unwrap();
        let results = trial.office.get(&poll).await;
        let settlement = leading(&results, "/festlegung/")[0].clone();

        let unsaid = trial.office.post(&settlement, form![]).await;

        assert_eq!(unsaid.status, 422);
        assert!(
            unsaid.has("ob die Eingeladenen informiert werden"),
            "{}",
            unsaid.main_text()
        );
        let said = trial
            .office
            .post(&settlement, form![("inform", "tell")])
            .await;
        assert_eq!(said.status, 303);
    }
);

story!(a_poll_is_closed_reopened_and_extended, |trial| async {
    let (poll, link) = asked(trial).await;
    let closed = trial
        .office
        .post_on(&format!("{poll}/schluss"), form![])
        .await;
    assert!(
        closed.has("Die Umfrage ist geschlossen."),
        "{}",
        closed.main_text()
    );
    assert_eq!(
        trial.nobody.post(&link, answer("yes", "yes")).await.status,
        422
    );
    assert_eq!(
        trial
            .office
            .post(&format!("{poll}/schluss"), form![])
            .await
            .status,
        422
    );

    let limit = format!("{poll}/frist");
    for wrong in ["", "2017-11-19", "2018-03-14", "bald"] {
        let refused = trial.office.post(&limit, form![("until", wrong)]).await;
        assert_eq!(refused.status, 422, "{wrong}");
        assert!(refused.has("Wieder öffnen"));
    }
    let open = trial
        .office
        .post_on(&limit, form![("until", "2017-12-20")])
        .await;
    assert!(
        open.has("Läuft") && open.has("20. Dezember 2017"),
        "{}",
        open.main_text()
    );
    assert_eq!(
        trial.nobody.post(&link, answer("yes", "yes")).await.status,
        303
    );
});

story!(what_is_taken_back_asks_nobody_any_more, |trial| async {
    let poll = made(trial).await;
    trial.office.post(&format!("{poll}/auslage"), form![]).await;

    let ask = trial.office.get(&format!("{poll}/ruecknahme")).await;
    let gone = trial
        .office
        .post_on(&format!("{poll}/ruecknahme"), form![])
        .await;

    assert!(ask.has("„Klausurtag“ zurückziehen?"), "{}", ask.main_text());
    assert!(gone.has("Zurückgezogen"), "{}", gone.main_text());
    let waiting = trial
        .read(|conn| {
            let network = register::network_by_slug(conn, "weimar")?.unwrap();
            outbox::groups(conn, network.id)
        })
        .await;
    assert!(waiting.iter().all(|it| it.about.title != "Klausurtag"));
    trial.run_due().await;
    assert_eq!(trial.mails().await.len(), 0);
    for path in ["/schluss", "/auslage", "/erinnerung", "/ruecknahme"] {
        let late = trial.office.post(&format!("{poll}{path}"), form![]).await;
        assert!([409, 422].contains(&late.status), "{path}: {}", late.status);
    }
    let own = trial.member.get(&format!("{poll}/antwort")).await;
    assert!(
        own.has("Diese Umfrage ist zurückgezogen."),
        "{}",
        own.main_text()
    );
});

story!(the_office_sees_what_is_to_be_decided, |trial| async {
    let start = trial.office.get("/weimar/intern").await;
    assert!(
        start.has("4 von 8 haben geantwortet."),
        "{}",
        start.main_text()
    );
    trial.move_to_local("2017-12-16T09:00").await;
    let start = trial.office.get("/weimar/intern").await;
    assert!(start.has("Zu entscheiden: 4 von 8 haben geantwortet."));
    let english = trial.office.get("/en/weimar/umfragen").await;
    assert!(english.has("Deadline passed"), "{}", english.main_text());
});
