//! One vote for each organisation, whoever gives it when.

use trial::{Seen, Trial, form, story};

/// The page of a person who is found by this word.
async fn person(trial: &Trial, word: &str) -> Seen {
    let list = trial
        .office
        .get(&format!("/weimar/personen?suche={word}"))
        .await;
    let links = list.links();
    let (_, path) = links
        .iter()
        .find(|(_, path)| path.contains("/weimar/personen/"))
        .unwrap_or_else(|| panic!("{}", list.main_text()));
    trial.office.get(path).await
}

/// A form that gives the vote of Schuldnerberatung Kompass.
async fn giving(trial: &Trial, word: &str) -> (String, Vec<(String, String)>) {
    let at = person(trial, word).await.link("Funktion hinzufügen");
    let organisation = trial
        .office
        .get(&at)
        .await
        .option("Schuldnerberatung")
        .unwrap();
    let fields = form![
        ("organisation", organisation),
        ("title", "Vorstand"),
        ("contact", "true"),
        ("voting", "true"),
        ("from", "2017-11-01")
    ];
    (at, fields)
}

fn in_term(fields: &[(String, String)], from: &str, until: &str) -> Vec<(String, String)> {
    let mut fields: Vec<_> = fields
        .iter()
        .filter(|(name, _)| name != "from")
        .cloned()
        .collect();
    fields.extend(form![("from", from), ("until", until)]);
    fields
}

story!(
    a_second_vote_is_refused_and_can_be_taken_over,
    |trial| async {
        let (first, fields) = giving(trial, "Wegzeichen").await;
        let page = trial.office.post_on(&first, fields).await;
        assert!(page.has("Ansprechperson, stimmberechtigt"));
        let name = page.main_text();

        let (second, fields) = giving(trial, "Glockenhof").await;
        let refused = trial.office.post(&second, fields.clone()).await;
        assert_eq!(refused.status, 422);
        assert!(
            refused.has("Die Stimme dieser Organisation hat in dieser Zeit schon"),
            "{}",
            refused.main_text()
        );
        assert!(refused.has("Stimmrecht übernehmen"));
        // Before that term there is no harm.
        let early = in_term(&fields, "2016-01-01", "2016-12-31");
        let done = trial.office.post(&second, early).await;
        assert_eq!(done.status, 303, "{}", done.main_text());
        let later = person(trial, "Glockenhof").await;
        let edit = later.link("Bearbeiten: Schuldnerberatung");
        let longer = form![
            ("title", "Vorstand"),
            ("contact", "true"),
            ("voting", "true"),
            ("from", "2016-01-01")
        ];
        assert_eq!(trial.office.post(&edit, longer.clone()).await.status, 422);
        let resumed = edit.replace("/bearbeiten", "/wiederaufnahme");
        assert_eq!(trial.office.post(&resumed, form![]).await.status, 422);

        let mut over = longer;
        over.push(("take_over".to_owned(), "true".to_owned()));
        let page = trial.office.post_on(&edit, over).await;
        assert!(page.has("Ansprechperson, stimmberechtigt"), "{name}");
        let before = person(trial, "Wegzeichen").await;
        assert!(
            !before.has("Ansprechperson, stimmberechtigt"),
            "{}",
            before.main_text()
        );
    }
);

story!(two_at_once_do_not_both_get_the_vote, |trial| async {
    let (one, fields) = giving(trial, "Wegzeichen").await;
    let (two, others) = giving(trial, "Glockenhof").await;

    let (a, b) = tokio::join!(
        trial.office.post(&one, fields),
        trial.office.post(&two, others)
    );

    let mut status = [a.status, b.status];
    status.sort_unstable();
    assert_eq!(status, [303, 422]);
});

story!(who_comes_back_has_no_vote_that_others_got, |trial| async {
    let (first, fields) = giving(trial, "Wegzeichen").await;
    let page = trial.office.post_on(&first, fields).await;
    assert!(page.has("Ansprechperson, stimmberechtigt"));
    let record = first.replace("/funktion", "");
    let close = format!("{record}/abschluss");
    assert_eq!(trial.office.post(&close, form![]).await.status, 303);
    let (second, fields) = giving(trial, "Glockenhof").await;
    assert_eq!(trial.office.post(&second, fields).await.status, 303);

    let reopen = format!("{record}/wiederaufnahme");
    let page = trial.office.post_on(&reopen, form![]).await;

    assert!(page.has("Vorstand"), "{}", page.main_text());
    assert!(!page.has("Ansprechperson, stimmberechtigt"));
    assert!(page.has("Stimmberechtigt „ja“ → „nein“") || page.has("Stimmberechtigt"));
});
