//! Answers: from the mail, signed in, by the office for somebody.

use super::*;
use trial::story;

story!(
    an_answer_comes_from_the_mail_and_changes_until_the_deadline,
    |trial| async {
        let (poll, link) = asked(trial).await;
        let page = trial.nobody.get(&link).await;
        assert_eq!(page.status, 200);
        assert_eq!(page.header("x-robots-tag"), "noindex, nofollow");
        assert!(page.has("Terminumfrage für Leitung Lebensräume"));
        let before = trial.office.get(&poll).await;
        assert!(before.has("0 / 1"), "opening the link changes nothing");

        let half = trial.nobody.post(&link, form![("day1", "yes")]).await;
        assert_eq!(half.status, 422);
        assert!(half.has("Bitte wählen Sie eine Antwort."));
        let sent = trial.nobody.post(&link, answer("yes", "no")).await;
        assert_eq!(sent.status, 303);
        let done = trial.nobody.get(sent.location()).await;
        assert!(done.has("Vielen Dank. Das ist jetzt eingetragen:"));
        trial.nobody.post(&link, answer("maybe", "yes")).await;
        let after = trial.office.get(&poll).await;
        assert!(after.has("1 / 1"));
        assert!(after.has("über den Link in der E-Mail"));
        assert!(
            after.has("passt: 0 · zur Not: 1 · passt nicht: 0"),
            "{}",
            after.main_text()
        );

        trial.move_to_local("2017-12-01T23:30").await;
        assert_eq!(
            trial.nobody.post(&link, answer("yes", "yes")).await.status,
            303
        );
        trial.move_to_local("2017-12-02T00:10").await;
        let late = trial.nobody.post(&link, answer("no", "no")).await;
        assert_eq!(late.status, 422);
        assert!(trial.nobody.get(&link).await.has("nicht mehr angenommen"));
    }
);

story!(links_of_polls_open_their_own_page_alone, |trial| async {
    let (_, link) = asked(trial).await;
    let unknown = trial.nobody.get("/termine/umfrage/unbekannt").await;
    assert_eq!(unknown.status, 404);
    assert!(unknown.has("Dieser Link gilt nicht mehr"));
    let token = link.rsplit('/').next().unwrap();
    let other = trial.nobody.get(&format!("/antwort/{token}")).await;
    assert_eq!(other.status, 404, "a link has one purpose");
    trial.move_to_local("2018-04-02T12:00").await;
    assert_eq!(
        trial.nobody.get(&link).await.status,
        404,
        "a link has a term"
    );
});

story!(whoever_was_asked_answers_signed_in, |trial| async {
    let start = trial.member.get("/weimar/intern").await;
    assert!(
        start.has("Ihre Antwort fehlt noch."),
        "{}",
        start.main_text()
    );
    let own = leading(&start, "/umfragen/").remove(0);
    assert!(own.ends_with("/antwort"), "{own}");
    let fields = form![
        ("day1", "yes"),
        ("day2", "yes"),
        ("day3", "no"),
        ("remark", "Gern!")
    ];

    let done = trial.member.post_on(&own, fields).await;

    assert!(
        done.has("Die Antwort ist eingetragen."),
        "{}",
        done.main_text()
    );
    let poll = poll(trial).await;
    let results = trial.office.get(&poll).await;
    assert!(
        results.has("Gern!") && results.has("5 / 8"),
        "{}",
        results.main_text()
    );
    let start = trial.member.get("/weimar/intern").await;
    assert!(start.has("Sie haben geantwortet."));
    assert_eq!(trial.stranger.get(&own).await.status, 404);
    assert_eq!(trial.operator.get(&own).await.status, 404);
});

story!(the_office_answers_for_who_calls, |trial| async {
    let poll = poll(trial).await;
    let page = trial.office.get(&poll).await;
    let person = page.link("Leitung Lebensräume");
    let fields = form![
        ("day1", "no"),
        ("day2", "maybe"),
        ("day3", "yes"),
        ("remark", "")
    ];

    let refused = trial.office.post(&person, form![("day1", "no")]).await;
    let done = trial.office.post_on(&person, fields).await;

    assert_eq!(refused.status, 422);
    assert!(
        done.has("von der Geschäftsstelle eingetragen"),
        "{}",
        done.main_text()
    );
    assert!(done.has("5 / 8"));
});

story!(reminders_wait_for_those_who_are_silent, |trial| async {
    let poll = poll(trial).await;
    let laid = trial
        .office
        .post_on(&format!("{poll}/erinnerung"), form![])
        .await;
    assert!(
        laid.has("Die Erinnerungen liegen im Postausgang"),
        "{}",
        laid.main_text()
    );
    let twice = trial
        .office
        .post(&format!("{poll}/erinnerung"), form![])
        .await;
    assert_eq!(twice.status, 422, "nobody gets two");
    let own = format!("{poll}/antwort");
    let fields = form![("day1", "yes"), ("day2", "yes"), ("day3", "no")];
    trial.member.post(&own, fields).await;

    let mails = released(trial, TITLE).await;

    // Eight were asked, four had answered, one answered since.
    assert_eq!(mails.len(), 3);
    for mail in mails {
        assert!(mail.subject.starts_with("Ihre Antwort fehlt noch: "));
        assert_eq!(trial.nobody.get(&link(&mail)).await.status, 200);
    }
});
