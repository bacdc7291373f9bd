//! A choice series: exactly one place each, and another date without losing the one there is.

use super::*;
use trial::story;

story!(moving_to_another_date_is_one_step, |trial| async {
    let series = conferences(trial).await;
    opened(trial, NORTH, settings("1")).await;
    let public = format!("/weimar/reihen/{series}/anmeldung");
    let page = trial.nobody.get(&public).await;
    assert!(page.has("An welchem Termin"), "{}", page.main_text());
    let none = trial
        .nobody
        .post(
            &public,
            form![("name", "Ada"), ("mail", "ada@person.example")],
        )
        .await;
    assert_eq!(none.status, 422);
    assert!(none.has("Bitte wählen Sie einen Termin."));

    let ada = registered(trial, NORTH, "Ada Erste").await;
    // Letters of one moment may arrive in any order: each is waited for.
    let subject = last_subject(trial, "Ada Erste").await;
    assert!(subject.starts_with("Anmeldung bestätigt"), "{subject}");
    posted(trial, SOUTH, "Ada Erste").await;
    assert_eq!(places(trial, "1 = 1").await, 1, "nobody has two places");
    mails_to(trial, "Ada Erste").await;
    let choose = trial.nobody.get(&format!("{ada}/umbuchung")).await;
    assert!(
        choose.has("Jetzt: Mittwoch, 10. Januar 2018"),
        "{}",
        choose.main_text()
    );
    let south = form![("gathering", date_of(trial, SOUTH).await)];
    let moved = trial
        .nobody
        .post_on(&format!("{ada}/umbuchung"), south)
        .await;
    assert!(
        moved.has("Mittwoch, 17. Januar 2018"),
        "{}",
        moved.main_text()
    );
    assert!(moved.has("Bestätigt"));
    assert!(
        last_subject(trial, "Ada Erste")
            .await
            .starts_with("Gewechselt")
    );
    in_order(trial).await;
    assert!(trial.nobody.get(NORTH).await.has("Wenige Plätze frei"));
    assert!(trial.nobody.get(SOUTH).await.has("Ausgebucht, Warteliste"));
});

story!(
    waiting_for_another_date_keeps_the_place_there_is,
    |trial| async {
        conferences(trial).await;
        opened(trial, NORTH, but(settings("1"), "passing", "give")).await;
        let ada = registered(trial, NORTH, "Ada Erste").await;
        let ben = registered(trial, SOUTH, "Ben Zweiter").await;
        let south = form![("gathering", date_of(trial, SOUTH).await)];
        let full = trial
            .nobody
            .post(&format!("{ada}/umbuchung"), south.clone())
            .await;
        assert_eq!(full.status, 422);
        assert!(full.has("kein Platz mehr frei"), "{}", full.main_text());
        let waits = but(south, "waits", "true");
        let waits = trial
            .nobody
            .post_on(&format!("{ada}/umbuchung"), waits)
            .await;
        assert!(waits.has("Bestätigt") && waits.has("Sie stehen als Nächstes"));
        in_order(trial).await;

        let place = trial.nobody.get(&format!("{ben}/absage")).await;
        let place = place.field("place").unwrap();
        let absage = format!("{ben}/absage");
        trial.nobody.post(&absage, form![("place", place)]).await;
        // Given at once to others; to her it is offered, so that she keeps what she has.
        let offered = trial.nobody.get(&ada).await;
        assert!(offered.has("Bestätigt") && offered.has("Platz angeboten"));
        in_order(trial).await;
        let place = offered.field("place").unwrap();
        let taken = trial
            .nobody
            .post_on(&format!("{ada}/annahme"), form![("place", place)])
            .await;
        assert!(taken.has("17. Januar 2018") && !taken.has("10. Januar 2018"));
        in_order(trial).await;
        assert_eq!(places(trial, "t.holds = TRUE").await, 1);
    }
);

story!(
    after_the_term_the_office_alone_changes_places,
    |trial| async {
        desk(trial, "5").await;
        let ada = registered(trial, PAGE, "Ada Erste").await;
        let place = trial.nobody.get(&format!("{ada}/absage")).await;
        let place = place.field("place").unwrap();
        let details = form![("name", "Ada Neu"), ("organisation", "Ein Verein")];
        let changed = trial
            .nobody
            .post_on(&format!("{ada}/angaben"), details.clone())
            .await;
        assert!(
            changed.has("Anmeldung von Ada Neu"),
            "{}",
            changed.main_text()
        );

        trial.move_to_local("2018-01-10T00:10").await;
        let page = trial.nobody.get(&ada).await;
        assert!(page.has("Selbst ändern oder absagen konnten Sie bis"));
        let late = trial
            .nobody
            .post(&format!("{ada}/absage"), form![("place", place)])
            .await;
        assert_eq!(late.status, 422);
        let late = trial.nobody.post(&format!("{ada}/angaben"), details).await;
        assert_eq!(late.status, 422);
        let closed = trial.nobody.get(&format!("{PAGE}/anmeldung")).await;
        assert!(
            closed.has("Die Anmeldung ist beendet."),
            "{}",
            closed.main_text()
        );
        assert_eq!(posted(trial, PAGE, "Ben Zweiter").await.status, 422);
    }
);

story!(
    who_registered_hears_of_another_day_and_of_the_end,
    |trial| async {
        let id = planned(trial, TITLE, (date(2018, 1, 10), None)).await;
        opened(trial, PAGE, settings("1")).await;
        registered(trial, PAGE, "Ada Erste").await;
        registered(trial, PAGE, "Ben Zweiter").await;
        trial
            .write(move |conn, moment| {
                let it = gatherings::gathering(conn, id)?.unwrap();
                let on = date(2018, 1, 11);
                let when = LocalInput::on(on, time(9, 0, 0, 0), time(16, 0, 0, 0), "Europe/Berlin");
                let input = GatheringInput {
                    when: when.resolved().unwrap(),
                    ..GatheringInput::of(&it)
                };
                gatherings::change_gathering(conn, moment, &Actor::default(), id, (&input, None))
            })
            .await
            .unwrap();
        for name in ["Ada Erste", "Ben Zweiter"] {
            let subject = last_subject(trial, name).await;
            assert!(subject.starts_with("Geändert"), "{subject}");
        }
        let ben = mails_to(trial, "Ben Zweiter").await.pop().unwrap();
        assert!(ben.text.unwrap().contains("Ben Zweiter: Warteliste"));
        trial
            .write(move |conn, moment| {
                let why = ("Der Saal steht unter Wasser.", None);
                gatherings::cancel(conn, moment, &Actor::default(), id, why)
            })
            .await
            .unwrap();
        let mail = mails_to(trial, "Ada Erste").await.pop().unwrap();
        assert!(mail.subject.starts_with("Fällt aus"), "{}", mail.subject);
        assert!(mail.text.unwrap().contains("unter Wasser"));
    }
);
