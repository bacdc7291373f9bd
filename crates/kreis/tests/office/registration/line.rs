//! The waiting list: offered with a term or given at once, in order, explained.

use super::*;
use trial::story;

story!(
    a_free_place_is_offered_in_order_until_somebody_takes_it,
    |trial| async {
        desk(trial, "1").await;
        let ada = registered(trial, PAGE, "Ada Erste").await;
        registered(trial, PAGE, "Ben Zweiter").await;
        let cem = registered(trial, PAGE, "Cem Dritter").await;
        for name in ["Ben Zweiter", "Cem Dritter"] {
            let mails = mails_to(trial, name).await;
            assert!(mails.iter().all(|it| !it.subject.contains("bestätigt")));
            assert!(last_subject(trial, name).await.starts_with("Warteliste"));
        }
        let page = trial.nobody.get(PAGE).await;
        assert!(page.has("Ausgebucht, Warteliste"), "{}", page.main_text());

        let ask = trial.nobody.get(&format!("{ada}/absage")).await;
        assert!(ask.has("Möchten Sie absagen?"));
        let place = ask.field("place").unwrap();
        let gone = trial
            .nobody
            .post_on(&format!("{ada}/absage"), form![("place", place)])
            .await;
        assert!(gone.has("Abgesagt") && gone.has("Wieder anmelden"));
        in_order(trial).await;
        let subject = last_subject(trial, "Ben Zweiter").await;
        assert!(subject.starts_with("Platz frei bis"), "{subject}");
        assert!(
            last_subject(trial, "Cem Dritter")
                .await
                .starts_with("Warteliste")
        );

        trial.move_to_local("2017-11-22T10:00").await;
        trial.run_due().await;
        assert!(
            last_subject(trial, "Ben Zweiter")
                .await
                .starts_with("Angebot abgelaufen")
        );
        assert!(
            last_subject(trial, "Cem Dritter")
                .await
                .starts_with("Platz frei bis")
        );
        in_order(trial).await;
        let offered = trial.nobody.get(&cem).await;
        assert!(offered.has("Platz annehmen"), "{}", offered.main_text());
        let place = offered.field("place").unwrap();
        let taken = trial
            .nobody
            .post_on(&format!("{cem}/annahme"), form![("place", place)])
            .await;
        assert!(
            taken.has("Der Platz gehört jetzt Ihnen."),
            "{}",
            taken.main_text()
        );
        assert!(
            last_subject(trial, "Cem Dritter")
                .await
                .starts_with("Platz frei: Sie sind dabei")
        );
        let back = trial.nobody.get(&ada).await.field("place").unwrap();
        let again = trial
            .nobody
            .post_on(&format!("{ada}/rueckkehr"), form![("place", back)])
            .await;
        assert!(
            again.has("Sie stehen als Nächstes"),
            "{}",
            again.main_text()
        );
        in_order(trial).await;

        let list = trial.office.get(&format!("{PAGE}/anmeldungen")).await;
        let why = trial.office.get(&list.link("Ben Zweiter")).await;
        for step in [
            "Auf die Warteliste gesetzt",
            "angeboten",
            "Angebot abgelaufen",
        ] {
            assert!(why.has(step), "{step}: {}", why.main_text());
        }
    }
);

story!(
    where_the_office_says_so_a_place_is_given_at_once,
    |trial| async {
        planned(trial, TITLE, (date(2018, 1, 10), None)).await;
        opened(trial, PAGE, but(settings("1"), "passing", "give")).await;
        let ada = registered(trial, PAGE, "Ada Erste").await;
        let ben = registered(trial, PAGE, "Ben Zweiter").await;
        registered(trial, PAGE, "Cem Dritter").await;
        let place = trial.nobody.get(&format!("{ada}/absage")).await;
        let place = place.field("place").unwrap();
        let absage = format!("{ada}/absage");
        trial.nobody.post(&absage, form![("place", place)]).await;

        assert!(trial.nobody.get(&ben).await.has("Bestätigt"));
        assert!(
            last_subject(trial, "Ben Zweiter")
                .await
                .starts_with("Platz frei: Sie sind dabei")
        );
        assert!(
            last_subject(trial, "Cem Dritter")
                .await
                .starts_with("Warteliste")
        );
        in_order(trial).await;

        // More places go to the line, too.
        let more = but(settings("2"), "passing", "give");
        let more = trial
            .office
            .post(&format!("{PAGE}/anmeldung/einrichten"), more)
            .await;
        assert_eq!(more.status, 303);
        assert!(
            last_subject(trial, "Cem Dritter")
                .await
                .starts_with("Platz frei: Sie sind dabei")
        );
        in_order(trial).await;
        let less = trial
            .office
            .post(&format!("{PAGE}/anmeldung/einrichten"), settings("1"))
            .await;
        assert_eq!(less.status, 422, "what is taken stays");
        assert!(less.has("So viele Plätze sind schon vergeben: 2."));
    }
);

story!(the_work_on_terms_may_run_twice, |trial| async {
    desk(trial, "1").await;
    posted(trial, PAGE, "Ada Langsam").await;
    registered(trial, PAGE, "Ben Zweiter").await;
    trial.move_to_local("2017-11-20T10:30").await;
    trial.run_due().await;
    let mails = mails_to(trial, "Ben Zweiter").await.len();
    trial
        .write(|conn, moment| {
            let network = register::network_by_slug(conn, "weimar")?.unwrap();
            let job = store::Job {
                kind: "registration.terms",
                subject: &network.id.to_string(),
                due: moment.now(),
            };
            conn.later(moment, &job)?;
            Ok(())
        })
        .await
        .unwrap();
    trial.run_due().await;
    assert_eq!(mails_to(trial, "Ben Zweiter").await.len(), mails);
    in_order(trial).await;
});

story!(kept_places_are_for_those_they_are_kept_for, |trial| async {
    desk(trial, "2").await;
    let page = format!("{PAGE}/anmeldung/kontingente");
    let kept = form![
        ("gathering", date_of(trial, PAGE).await),
        ("organisation", "Lebensräume e.V."),
        ("group", ""),
        ("places", "1"),
        ("until", "2017-12-01")
    ];
    let wrong = but(kept.clone(), "organisation", "Gibt es nicht");
    assert_eq!(trial.office.post(&page, wrong).await.status, 422);
    let added = trial.office.post_on(&page, kept).await;
    assert!(added.has("Lebensräume e.V."), "{}", added.main_text());

    registered(trial, PAGE, "Ada Erste").await;
    registered(trial, PAGE, "Ben Zweiter").await;
    assert!(
        last_subject(trial, "Ben Zweiter")
            .await
            .starts_with("Warteliste")
    );
    let fields = but(
        typed(trial, PAGE, "Leitung Lebensräume").await,
        "mail",
        "verwaltung@lebensraeume.example",
    );
    trial
        .nobody
        .post(&format!("{PAGE}/anmeldung"), fields)
        .await;
    trial.run_due().await;
    let mails = trial.mails().await;
    let mut theirs = mails.iter().filter(|it| {
        let mut to = it.to.iter();
        to.any(|to| to.address == "verwaltung@lebensraeume.example")
    });
    let own = link(theirs.next_back().unwrap());
    let done = trial
        .nobody
        .post_on(&format!("{own}/bestaetigung"), form![])
        .await;
    assert!(done.has("Bestätigt"), "{}", done.main_text());
    in_order(trial).await;

    // Another contingent lapses: what is kept then is free for all.
    let place = trial.nobody.get(&format!("{own}/absage")).await;
    let place = place.field("place").unwrap();
    let absage = format!("{own}/absage");
    trial.nobody.post(&absage, form![("place", place)]).await;
    assert!(
        last_subject(trial, "Ben Zweiter")
            .await
            .starts_with("Warteliste")
    );
    trial.move_to_local("2017-12-02T00:10").await;
    trial.run_due().await;
    assert!(
        last_subject(trial, "Ben Zweiter")
            .await
            .starts_with("Platz frei bis")
    );
    in_order(trial).await;
});
