//! The life of minutes: round, objected to, approved, distributed.

use minutes::State;
use trial::{form, story};

use super::{
    begun, circulated, entries, link_to_guest, minutes_of, pdf_words, planned, release, write,
};

story!(minutes_live_from_draft_to_distribution, |trial| async {
    let meeting = begun(trial).await;
    let path = meeting.minutes();
    write(
        trial,
        &trial.office,
        &meeting,
        (0, "Der Plan steht.", "Streit um Kosten."),
    )
    .await;

    // Nothing skips the circulation.
    for noun in ["genehmigung", "verteilung", "genehmigung/ruecknahme"] {
        let fields = form![("meeting", meeting.id)];
        let refused = trial.office.post(&format!("{path}/{noun}"), fields).await;
        assert_eq!(refused.status, 422, "{noun}: {}", refused.main_text());
    }
    let past = form![("until", "2017-11-01")];
    assert_eq!(
        trial
            .office
            .post(&format!("{path}/umlauf"), past)
            .await
            .status,
        422
    );
    circulated(trial, &meeting, "2017-12-15").await;

    let mails = trial.mails().await;
    let mail = mails
        .iter()
        .find(|it| it.subject.contains("Vorstandssitzung"))
        .unwrap();
    assert_eq!(mail.attachments.len(), 1);
    assert!(pdf_words(&mail.attachments[0].bytes).contains("Der Plan steht."));

    // The link of the mail shows the form; reading it changes nothing.
    let link = link_to_guest(trial, &meeting, "/einwand/").await;
    let form = trial.nobody.get(&link).await;
    trial.nobody.head(&link).await;
    assert_eq!(form.status, 200);
    assert!(form.has("Der Plan steht."));
    let entry = entries(trial, &meeting).await[0].id;
    let fields = form![
        ("entry", entry),
        ("wording", "Der Plan steht noch nicht."),
        ("reason", "")
    ];
    let objected = trial.nobody.post_on(&link, fields).await;
    assert!(
        objected.has("Der Plan steht noch nicht."),
        "{}",
        objected.main_text()
    );
    assert!(objected.has("Ihr Einwand ist angekommen."));
    // In the network's hour, although the address names no network.
    assert!(
        objected.has("01.12.2017, 17:00 Uhr"),
        "{}",
        objected.main_text()
    );

    // While it is open, the term passes without an approval.
    trial.move_to_local("2017-12-16T08:00").await;
    assert_eq!(minutes_of(trial, &meeting).await.state, State::Circulated);
    let page = trial.office.get(&path).await;
    assert!(page.has("Ein Einwand ist offen."));
    let id = trial
        .read({
            let id = minutes_of(trial, &meeting).await.id;
            move |conn| minutes::objections(conn, id)
        })
        .await[0]
        .id;
    let fields = form![
        ("objection", id),
        ("public", "Der Plan steht noch nicht."),
        ("until", "2017-12-30")
    ];
    let accepted = trial
        .office
        .post(&format!("{path}/einwaende/{id}/annahme"), fields)
        .await;
    assert_eq!(accepted.status, 303, "{}", accepted.main_text());
    release(trial, &meeting).await;
    let again = trial.mails().await.len();
    assert!(again > mails.len());

    trial.move_to_local("2017-12-31T08:00").await;
    assert_eq!(minutes_of(trial, &meeting).await.state, State::Approved);
    let found = trial.member.get("/weimar/suche?q=Plan").await;
    assert!(found.has("Vorstandssitzung"), "{}", found.main_text());

    let sent = trial
        .office
        .post(&format!("{path}/verteilung"), form![])
        .await;
    assert_eq!(sent.status, 303, "{}", sent.main_text());
    release(trial, &meeting).await;
    assert!(trial.mails().await.len() > again);
    let twice = trial
        .office
        .post(&format!("{path}/verteilung"), form![])
        .await;
    assert_eq!(twice.status, 422);
    let back = trial
        .office
        .post(&format!("{path}/genehmigung/ruecknahme"), form![])
        .await;
    assert_eq!(back.status, 422);
});

story!(
    an_objection_that_is_taken_back_lets_the_term_lapse,
    |trial| async {
        let meeting = begun(trial).await;
        write(trial, &trial.office, &meeting, (0, "Text", "")).await;
        circulated(trial, &meeting, "2017-12-15").await;
        let path = format!("{}/einwaende", meeting.minutes());
        let entry = entries(trial, &meeting).await[0].id;

        let fields = form![("entry", entry), ("wording", "Anders"), ("reason", "Weil")];
        let made = trial.member.post(&path, fields).await;
        trial.move_to_local("2017-12-20T08:00").await;
        let before = minutes_of(trial, &meeting).await.state;
        let page = trial.member.get(&path).await;
        let withdrawal = page
            .actions()
            .into_iter()
            .find(|action| action.ends_with("/ruecknahme"))
            .unwrap();
        let taken = trial.member.post(&withdrawal, form![]).await;
        trial.run_due().await;

        assert_eq!(made.status, 303, "{}", made.main_text());
        assert_eq!(before, State::Circulated);
        assert_eq!(taken.status, 303, "{}", taken.main_text());
        assert_eq!(minutes_of(trial, &meeting).await.state, State::Approved);
    }
);

story!(
    what_the_next_meeting_decides_does_not_lapse,
    |trial| async {
        let meeting = begun(trial).await;
        write(trial, &trial.office, &meeting, (0, "Text", "")).await;
        let next = planned(trial, "Nächste Vorstandssitzung", "2018-01-18").await;
        circulated(trial, &meeting, "2017-12-15").await;
        let path = meeting.minutes();
        let entry = entries(trial, &meeting).await[0].id;
        let fields = form![("entry", entry), ("wording", "Ganz anders"), ("reason", "")];
        trial
            .member
            .post(&format!("{path}/einwaende"), fields)
            .await;
        let page = trial.office.get(&format!("{path}/einwaende")).await;
        let deferral = page
            .actions()
            .into_iter()
            .find(|action| action.ends_with("/vertagung"))
            .unwrap();
        let refused = trial.member.post(&deferral, form![]).await;
        let deferred = trial.office.post(&deferral, form![]).await;

        assert_eq!(refused.status, 403);
        assert_eq!(deferred.status, 303, "{}", deferred.main_text());
        let agenda = trial.office.get(&next).await;
        assert!(agenda.has("Einwand zum Protokoll vom 1. Dezember 2017"));
        trial.move_to_local("2018-01-10T08:00").await;
        assert_eq!(minutes_of(trial, &meeting).await.state, State::Circulated);

        trial.move_to_local("2018-01-18T15:00").await;
        let office = trial.office.get(&path).await;
        let meeting_id = office.option("Nächste Vorstandssitzung").unwrap();
        let fields = form![("meeting", meeting_id)];
        let approved = trial
            .office
            .post(&format!("{path}/genehmigung"), fields)
            .await;
        assert_eq!(approved.status, 303, "{}", approved.main_text());
        assert_eq!(minutes_of(trial, &meeting).await.state, State::Approved);
        let back = trial
            .office
            .post(&format!("{path}/genehmigung/ruecknahme"), form![])
            .await;
        assert_eq!(back.status, 303);
        trial.move_to_local("2018-03-01T08:00").await;
        assert_eq!(minutes_of(trial, &meeting).await.state, State::Circulated);
    }
);
