//! Writing: two at once, what changed, and whatever people might type.

use axum::body::Body;
use trial::{Visitor, form, story};

use super::{begun, entries, write};

/// Saves in the background, as the script does.
async fn autosave(visitor: &Visitor, path: &str, body: &str) -> trial::Seen {
    let headers = [
        ("content-type", "application/x-www-form-urlencoded"),
        ("sec-fetch-site", "same-origin"),
        ("x-autosave", "1"),
    ];
    let body = Body::from(body.to_owned());
    visitor
        .ask(axum::http::Method::POST, path, &headers, body)
        .await
}

story!(minutes_begin_with_an_entry_for_each_item, |trial| async {
    let meeting = begun(trial).await;

    let page = trial
        .office
        .get(&format!("{}/bearbeiten", meeting.minutes()))
        .await;

    assert_eq!(page.status, 200);
    assert!(page.has("Haushalt") && page.has("Sommerfest"));
    let titles: Vec<String> = entries(trial, &meeting)
        .await
        .into_iter()
        .map(|entry| entry.title)
        .collect();
    assert_eq!(titles, ["Haushalt", "Sommerfest"]);
});

story!(two_writers_at_once_lose_nothing, |trial| async {
    let meeting = begun(trial).await;
    let all = entries(trial, &meeting).await;
    let path = |at: usize| format!("{}/eintraege/{}", meeting.minutes(), all[at].id);

    let first = autosave(
        &trial.office,
        &path(0),
        "version=1&public=Erster+Text&internal=",
    )
    .await;
    let elsewhere = autosave(
        &trial.leader,
        &path(1),
        "version=1&public=Anderswo&internal=",
    )
    .await;
    let behind = autosave(
        &trial.leader,
        &path(0),
        "version=1&public=Zweiter+Text&internal=",
    )
    .await;
    let fields = form![
        ("version", "1"),
        ("public", "Zweiter Text"),
        ("internal", "")
    ];
    let conflict = trial.leader.post(&path(0), fields).await;

    assert_eq!((first.status, first.header("x-version")), (204, "2"));
    assert_eq!(elsewhere.status, 204);
    assert_eq!(behind.status, 409);
    assert_eq!(conflict.status, 409);
    assert!(conflict.has("Erster Text") && conflict.has("Zweiter Text"));
    let merged = form![
        ("version", conflict.field("version").unwrap()),
        ("merged", "1"),
        ("public", "Erster Text\nZweiter Text"),
        ("internal", "")
    ];
    assert_eq!(trial.leader.post(&path(0), merged).await.status, 303);
    let history = trial
        .office
        .get(&format!("{}/fassungen", meeting.minutes()))
        .await;
    assert!(history.has("Zwei Fassungen zusammengeführt"));
    let texts: Vec<String> = entries(trial, &meeting)
        .await
        .into_iter()
        .map(|entry| entry.public_text)
        .collect();
    assert_eq!(texts, ["Erster Text\nZweiter Text", "Anderswo"]);
});

story!(texts_that_are_no_texts_do_no_harm, |trial| async {
    let meeting = begun(trial).await;
    let huge = "Wort ".repeat(200_000);

    let refused = write(trial, &trial.office, &meeting, (0, &huge, "")).await;
    let typed = "<script>alert(1)</script> \u{202e}verkehrt 🎉";
    let saved = write(trial, &trial.office, &meeting, (0, typed, "")).await;

    assert_eq!(refused.status, 422);
    assert!(refused.has("Bitte kürzen Sie den Text"));
    assert!(refused.html().contains("Wort Wort Wort"));
    assert_eq!(saved.status, 303);
    let page = trial.office.get(&meeting.minutes()).await;
    assert!(!page.html().contains("<script>alert"));
    assert!(!page.html().contains('\u{202e}'));
    assert!(page.has("verkehrt 🎉"));
});

story!(
    a_vote_that_does_not_bear_its_result_is_refused,
    |trial| async {
        let meeting = begun(trial).await;
        let entry = entries(trial, &meeting).await[0].id;
        let path = format!("{}/eintraege/{entry}/beschluesse", meeting.minutes());
        let fields = |yes: &str| {
            form![
                ("wording", "Der Haushalt 2018 gilt."),
                ("result", "accepted"),
                ("yes", yes),
                ("no", "3"),
                ("abstentions", ""),
                ("part", "public")
            ]
        };

        for yes in ["-1", "2", "viele", ""] {
            let refused = trial.office.post(&path, fields(yes)).await;
            assert_eq!(refused.status, 422, "{yes}");
            assert!(refused.html().contains("Der Haushalt 2018 gilt."));
        }
        assert_eq!(trial.office.post(&path, fields("9")).await.status, 303);

        let list = trial.office.get("/weimar/beschluesse").await;
        assert!(list.has("Der Haushalt 2018 gilt."), "{}", list.main_text());
        assert!(list.has("9 Ja, 3 Nein, 0 Enthaltungen"));
    }
);
