//! A poll is written, looked at, laid out.

use super::*;
use trial::story;

story!(
    a_poll_is_written_previewed_and_goes_out_when_released,
    |trial| async {
        let poll = made(trial).await;
        let draft = trial.office.get(&poll).await;
        assert!(
            draft.has("Eine E-Mail ist vorbereitet."),
            "{}",
            draft.main_text()
        );
        assert!(
            draft.has("Der Tag ist ein Sonntag."),
            "what speaks against a day"
        );
        assert!(draft.has("Leitung Lebensräume"));
        let html = trial.office.get(&format!("{poll}/html")).await;
        assert!(html.has("Zur Terminumfrage"));

        let tried = trial.office.post_on(&format!("{poll}/test"), form![]).await;
        assert!(tried.has("Der Test geht jetzt"), "{}", tried.main_text());
        trial.run_due().await;
        let test = trial.mails().await.remove(0);
        assert_eq!(test.subject, "[Test] Terminumfrage: Klausurtag");
        let dead = trial.nobody.get(&link(&test)).await;
        assert_eq!(dead.status, 404, "the link of a test opens nothing");

        let laid = trial
            .office
            .post_on(&format!("{poll}/auslage"), form![])
            .await;
        assert!(laid.has("warten auf Freigabe"), "{}", laid.main_text());
        assert!(laid.has("Eine E-Mail zu dieser Umfrage wartet"));
        trial.run_due().await;
        assert_eq!(trial.mails().await.len(), 1, "nothing goes unreleased");
        let mails = released(trial, "Klausurtag").await;
        let question = mails.last().unwrap();
        assert_eq!(question.to[0].address, "leitung@lebensraeume.example");
        assert!(question.html.is_some());
        let text = words(question);
        assert!(
            text.contains("Mittwoch, 14. März 2018, 09:00 bis 16:00 Uhr"),
            "{text}"
        );
        assert!(text.contains("Wir brauchen einen ganzen Tag."));

        let twice = trial.office.post(&format!("{poll}/auslage"), form![]).await;
        assert_eq!(twice.status, 409);
        let late = trial.office.get(&format!("{poll}/bearbeiten")).await;
        assert_eq!(late.status, 409);
    }
);

story!(a_refused_poll_keeps_what_was_typed, |trial| async {
    let path = "/weimar/umfrage-anlegen";
    let good = fields(trial).await;
    for (name, value, fault) in [
        ("title", "", "Titel"),
        ("d2_day", "", "Bitte geben Sie mindestens zwei Tage an."),
        ("d2_day", "2018-03-14", "Diesen Vorschlag gibt es schon."),
        ("d1_day", "2017-11-19", "Dieser Tag ist schon vorbei."),
        ("d1_end", "08:00", "Vorschlag 1"),
        ("until", "2017-11-19", "Die Frist ist schon vorbei."),
        ("until", "2018-03-14", "vor dem ersten Vorschlag"),
        ("people", "", "mindestens ein Gremium oder eine Person"),
    ] {
        let seen = trial
            .office
            .post(path, but(good.clone(), name, value))
            .await;
        assert_eq!(seen.status, 422, "{name} = {value}");
        assert!(seen.has(fault), "{name} = {value}: {}", seen.main_text());
        assert_eq!(seen.field("d2_start").as_deref(), Some("09:00"));
    }
    let more = trial.office.post(path, but(good, "do", "add")).await;
    assert_eq!(more.status, 200);
    assert_eq!(more.field("rows").as_deref(), Some("4"));
    assert_eq!(more.field("d1_day").as_deref(), Some("2018-03-14"));
    assert!(more.has("Der Tag ist ein Sonntag."));
});

story!(a_draft_is_changed_and_deleted, |trial| async {
    let poll = made(trial).await;
    let edit = format!("{poll}/bearbeiten");
    let page = trial.office.get(&edit).await;
    assert_eq!(page.field("title").as_deref(), Some("Klausurtag"));
    assert_eq!(page.field("d2_day").as_deref(), Some("2018-03-25"));
    let changed = but(fields(trial).await, "title", "Klausurtage");
    let changed = trial.office.post_on(&edit, changed).await;
    assert!(changed.has("Klausurtage"));

    let ask = trial.office.get(&format!("{poll}/ruecknahme")).await;
    assert!(ask.has("„Klausurtage“ löschen?"), "{}", ask.main_text());
    let gone = trial
        .office
        .post_on(&format!("{poll}/ruecknahme"), form![])
        .await;
    assert!(gone.has("Der Entwurf ist gelöscht."));
    assert_eq!(trial.office.get(&poll).await.status, 404);
});

story!(
    a_poll_for_a_gathering_begins_with_what_is_known_of_it,
    |trial| async {
        let page = trial.office.get(PARTY).await;
        let new = page.link("Neue Terminumfrage");

        let form = trial.office.get(&new).await;

        assert_eq!(form.field("title").as_deref(), Some(TITLE));
        assert_eq!(form.field("d1_start").as_deref(), Some("15:00"));
        assert_eq!(form.field("d3_end").as_deref(), Some("19:00"));
        assert!(!trial.member.get(PARTY).await.has("Terminumfrage"));
        assert!(!trial.nobody.get(PARTY).await.has("Terminumfrage"));
    }
);

story!(leaders_poll_for_their_own_groups_alone, |trial| async {
    let good = fields(trial).await;
    let path = "/weimar/umfrage-anlegen";
    let whole = trial
        .leader
        .post(path, but(good.clone(), "group", ""))
        .await;
    assert_eq!(whole.status, 422, "the whole network is the office's");
    let blank = trial.leader.get(path).await;
    let group = blank.option("Vorstand").unwrap();
    let own = trial.leader.post(path, but(good, "group", &group)).await;
    assert_eq!(own.status, 303, "{}", own.main_text());
    assert_eq!(trial.leader.get(own.location()).await.status, 200);

    let offices = made(trial).await;
    assert_eq!(trial.leader.get(&offices).await.status, 403);
    assert_eq!(trial.member.get(&offices).await.status, 403);
    assert_eq!(trial.stranger.get(&offices).await.status, 404);
});
