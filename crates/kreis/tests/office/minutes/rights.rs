//! Who reads what: an internal word never leaves the circle of those it is for.

use trial::{Visitor, form, story};

use super::{Meeting, begun, circulated, entries, pdf_words, release, write};

/// A word that stands in internal parts only.
const SECRET: &str = "Geheimwortzebra";

/// Everything that a visitor can see about a meeting's minutes, as words.
async fn seen(visitor: &Visitor, meeting: &Meeting) -> String {
    let path = meeting.minutes();
    let mut all = String::new();
    for page in [
        meeting.path.clone(),
        path.clone(),
        format!("{path}/bearbeiten"),
        format!("{path}/fassungen"),
        format!("{path}/einwaende"),
        "/weimar/aufgaben?zeigen=alle".to_owned(),
        "/weimar/beschluesse".to_owned(),
        "/weimar/intern".to_owned(),
        "/weimar".to_owned(),
        format!("/en{path}"),
    ] {
        all.push_str(&visitor.get(&page).await.html());
    }
    for query in ["", "?fassung=voll"] {
        let pdf = visitor.get(&format!("{path}.pdf{query}")).await;
        if pdf.status == 200 {
            all.push_str(&pdf_words(&pdf.body));
        }
    }
    all
}

/// Minutes with the secret word in a text, a task and a decision.
async fn with_secrets(trial: &trial::Trial) -> Meeting {
    let meeting = begun(trial).await;
    let name = &meeting.guest.person.name;
    let internal = format!("{SECRET} im Text\n@{name} bis 15.3.: {SECRET} als Aufgabe");
    write(
        trial,
        &trial.office,
        &meeting,
        (0, "Öffentlichwort", &internal),
    )
    .await;
    let entry = entries(trial, &meeting).await[0].id;
    let path = format!("{}/eintraege/{entry}/beschluesse", meeting.minutes());
    let fields = form![
        ("wording", format!("{SECRET} beschlossen")),
        ("result", "accepted"),
        ("part", "internal")
    ];
    assert_eq!(trial.office.post(&path, fields).await.status, 303);
    meeting
}

story!(internal_words_stay_with_those_they_are_for, |trial| async {
    let meeting = with_secrets(trial).await;
    let outsiders = [&trial.nobody, &trial.member, &trial.stranger];

    // As a draft nobody but those who lead knows anything.
    for visitor in outsiders {
        let words = seen(visitor, &meeting).await;
        assert!(!words.contains(SECRET));
        assert!(!words.contains("Öffentlichwort"));
    }
    assert!(seen(&trial.office, &meeting).await.contains(SECRET));

    // Round, the public part is for members.
    circulated(trial, &meeting, "2017-12-15").await;
    for visitor in outsiders {
        assert!(!seen(visitor, &meeting).await.contains(SECRET));
    }
    assert!(
        seen(&trial.member, &meeting)
            .await
            .contains("Öffentlichwort")
    );
    assert!(
        !seen(&trial.nobody, &meeting)
            .await
            .contains("Öffentlichwort")
    );

    // Approved, the public part is for the gathering's audience.
    trial.move_to_local("2017-12-16T08:00").await;
    for visitor in outsiders {
        assert!(!seen(visitor, &meeting).await.contains(SECRET));
    }
    assert!(
        seen(&trial.nobody, &meeting)
            .await
            .contains("Öffentlichwort")
    );
    let search = |word: &str| format!("/weimar/suche?q={word}");
    let found = trial.office.get(&search("Öffentlichwort")).await;
    assert!(found.has("Vorstandssitzung"), "{}", found.main_text());
    let hidden = trial.office.get(&search(SECRET)).await;
    assert!(!hidden.has("Vorstandssitzung"), "{}", hidden.main_text());
    let fields = form![("members", "true")];
    let path = format!("{}/verteilung", meeting.minutes());
    trial.office.post(&path, fields).await;
    release(trial, &meeting).await;
    let guest = &meeting.guest.person.mail;
    for mail in trial.mails().await {
        if mail.to.iter().any(|it| it.address == *guest) {
            continue;
        }
        for file in mail
            .attachments
            .iter()
            .filter(|it| it.bytes.starts_with(b"%PDF"))
        {
            assert!(!pdf_words(&file.bytes).contains(SECRET));
        }
    }
});

story!(strangers_find_no_minutes_and_change_none, |trial| async {
    let meeting = begun(trial).await;
    let path = meeting.minutes();
    let entry = entries(trial, &meeting).await[0].id;

    for visitor in [&trial.stranger, &trial.member, &trial.operator] {
        let fields = form![("version", "1"), ("public", "x"), ("internal", "")];
        let written = visitor
            .post(&format!("{path}/eintraege/{entry}"), fields)
            .await;
        assert!([403, 404].contains(&written.status), "{}", written.status);
        let round = visitor
            .post(&format!("{path}/umlauf"), form![("until", "2017-12-15")])
            .await;
        assert!([403, 404].contains(&round.status));
    }
    assert_eq!(trial.nobody.get(&path).await.status, 404);
    assert_eq!(trial.nobody.get(&format!("{path}.pdf")).await.status, 404);
    for link in ["/aufgabe/geraten", "/einwand/geraten"] {
        let dead = trial.nobody.get(link).await;
        assert_eq!(dead.status, 404);
        assert!(dead.has("Dieser Link gilt nicht mehr"), "{link}");
        let pressed = trial.nobody.post(link, form![("state", "done")]).await;
        assert_eq!(pressed.status, 404);
        assert!(pressed.has("Dieser Link gilt nicht mehr"), "{link}");
    }
    assert_eq!(entries(trial, &meeting).await[0].public_text, "");
});
