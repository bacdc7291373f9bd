//! What was accepted together is taken back together, but for what was changed or used since.

use super::*;
use reading::drafts::ContactDraft;
use trial::story;

/// Accepts all of a file together; where it can be taken back.
async fn accepted(trial: &Trial, file: &str) -> String {
    let done = trial.office.post(&together(file), form![]).await;
    let told = trial.office.get(done.location()).await;
    assert!(told.has("Übernommen: "), "{}", told.main_text());
    told.link("Alles davon zurücknehmen")
}

/// Two workshops of a series.
fn two() -> Drafts {
    let of_series = |title: &str, day: i8| GatheringDraft {
        series: Some(said("Werkstätten im Ilmpark")),
        ..workshop(title, day)
    };
    Drafts {
        gatherings: vec![
            of_series("Werkstatt Stimme", 7),
            of_series("Werkstatt Schrift", 14),
        ],
        ..Drafts::default()
    }
}

story!(
    what_was_accepted_together_is_taken_back_together,
    |trial| async {
        let drafts = Drafts {
            organisations: vec![
                said("Begegnungsstaette Kirschallee e. V."),
                said("Nähstube Ilmwiesen e.V."),
            ],
            ..two()
        };
        let before = counts(trial).await;
        let file = found(trial, "herbst.html", drafts).await;
        let back = accepted(trial, &file).await;
        let accepted = counts(trial).await;
        assert_eq!(accepted[0], before[0] + 2);
        assert_eq!(accepted[1], before[1] + 1);

        let ask = trial.office.get(&back).await;

        assert!(
            ask.has("4 Entscheidungen werden zurückgenommen"),
            "{}",
            ask.main_text()
        );
        for words in [
            "Werkstatt Stimme",
            "Werkstatt Schrift",
            "Nähstube Ilmwiesen",
            "was daraus entstanden ist, wird entfernt",
            "was gefüllt wurde, ist wieder leer",
        ] {
            assert!(ask.has(words), "{words}: {}", ask.main_text());
        }
        assert!(!ask.has("Entscheidung bleibt"), "{}", ask.main_text());
        assert_eq!(counts(trial).await, accepted, "asking changes nothing");
        let english = trial.office.get(&format!("/en{back}")).await;
        assert!(
            english.has("4 decisions will be taken back"),
            "{}",
            english.main_text()
        );

        let done = trial.office.post(&back, form![]).await;

        assert!(
            done.location().contains("done=move-in-undone-together"),
            "{}",
            done.main_text()
        );
        let list = trial.office.get(done.location()).await;
        assert!(
            list.has("Alles davon ist zurückgenommen"),
            "{}",
            list.text()
        );
        assert_eq!(counts(trial).await, before);
        let series = trial.office.get("/weimar/reihen").await;
        assert!(!series.has("Werkstätten im Ilmpark"));
        let open = draft(trial, &file, "Werkstatt Stimme").await;
        let page = trial.office.get(&open).await;
        assert!(
            page.has("Als Terminentwurf übernehmen"),
            "{}",
            page.main_text()
        );
        let journal = trial.office.get("/weimar/journal").await;
        assert!(
            journal.has("Gemeinsame Übernahme zurückgenommen"),
            "{}",
            journal.main_text()
        );
        assert!(journal.has("Entwürfe gemeinsam übernommen"));

        let twice = trial.office.post(&back, form![]).await;

        assert!(
            twice.location().contains("done=move-in-undone-before"),
            "{}",
            twice.main_text()
        );
        let late = trial
            .office
            .get(trial.office.get(&back).await.location())
            .await;
        assert!(late.has("wurde schon zurückgenommen"), "{}", late.text());
        let unknown = format!("{HOME}/gemeinsam/{}/ruecknahme", uuid::Uuid::nil());
        assert_eq!(trial.office.get(&unknown).await.status, 404);
        assert_eq!(trial.office.post(&unknown, form![]).await.status, 404);
    }
);

story!(
    what_was_changed_since_stays_when_all_is_taken_back_and_is_named,
    |trial| async {
        let before = counts(trial).await;
        let drafts = Drafts {
            gatherings: vec![
                workshop("Werkstatt Stimme", 7),
                workshop("Werkstatt Schrift", 14),
            ],
            ..Drafts::default()
        };
        let file = found(trial, "herbst.html", drafts).await;
        let changed = draft(trial, &file, "Werkstatt Schrift").await;
        let other = draft(trial, &file, "Werkstatt Stimme").await;
        let back = accepted(trial, &file).await;
        let page = trial.office.get(&changed).await;
        assert_eq!(page.link("Die ganze gemeinsame Übernahme"), back);
        let gathering = page.link("Werkstatt Schrift");
        let announced = format!("{gathering}/ankuendigung");
        assert_eq!(trial.office.post(&announced, form![]).await.status, 303);

        let ask = trial.office.get(&back).await;

        assert!(ask.has("Eine Entscheidung bleibt"), "{}", ask.main_text());
        assert!(
            ask.has("Werkstatt Schrift 14. September 2027 · seitdem geändert"),
            "{}",
            ask.main_text()
        );
        let done = trial.office.post(&back, form![]).await;
        let told = trial.office.get(done.location()).await;
        assert!(
            told.has("Zurückgenommen: 1. Geblieben: 1"),
            "{}",
            told.main_text()
        );
        assert!(told.has("Werkstatt Schrift"), "{}", told.main_text());
        assert!(!told.has("Werkstatt Stimme"), "{}", told.main_text());
        assert_eq!(counts(trial).await[0], before[0] + 1);
        assert_eq!(trial.nobody.get(&gathering).await.status, 200);
        let page = trial.office.get(&other).await;
        assert!(
            page.has("Als Terminentwurf übernehmen"),
            "{}",
            page.main_text()
        );
        let page = trial.office.get(&changed).await;
        assert!(page.has("Übernommen am"), "{}", page.main_text());
    }
);

story!(
    what_is_used_since_stays_when_all_is_taken_back_and_is_named,
    |trial| async {
        let drafts = Drafts {
            organisations: vec![
                said("Nähstube Ilmwiesen e.V."),
                said("Töpferei Ilmtal e.V."),
            ],
            ..Drafts::default()
        };
        let file = found(trial, "partner.html", drafts).await;
        let back = accepted(trial, &file).await;
        let drafts = Drafts {
            contacts: vec![ContactDraft {
                name: Some("Leitung Nähstube".to_owned()),
                function: Some("Leitung".to_owned()),
                confidence: 80,
                ..ContactDraft::default()
            }],
            ..Drafts::default()
        };
        let contact = found(trial, "kontakt.html", drafts).await;
        let contact = draft(trial, &contact, "Leitung Nähstube").await;
        let page = trial.office.get(&contact).await;
        let organisation = page.option("Nähstube Ilmwiesen").unwrap();
        accept(trial, &contact, &[("organisation", &organisation)]).await;
        let before = counts(trial).await;

        let done = trial.office.post(&back, form![]).await;

        let told = trial.office.get(done.location()).await;
        assert!(
            told.has("Zurückgenommen: 1. Geblieben: 1"),
            "{}",
            told.main_text()
        );
        assert!(told.has("Nähstube Ilmwiesen"), "{}", told.main_text());
        assert_eq!(counts(trial).await[1], before[1] - 1);
        undo(trial, &contact).await;
        let done = trial.office.post(&back, form![]).await;
        assert!(
            done.location().contains("done=move-in-undone-together"),
            "{}",
            done.main_text()
        );
    }
);

story!(
    a_joint_acceptance_of_another_network_is_not_there,
    |trial| async {
        let file = found(trial, "herbst.html", two()).await;
        let back = accepted(trial, &file).await;
        let before = counts(trial).await;
        let elsewhere = back.replace("/weimar/", "/celle/");
        assert_eq!(trial.stranger.get(&back).await.status, 404);
        assert_eq!(trial.stranger.get(&elsewhere).await.status, 404);
        assert_eq!(trial.stranger.post(&back, form![]).await.status, 404);
        assert_eq!(trial.stranger.post(&elsewhere, form![]).await.status, 404);
        assert_eq!(counts(trial).await, before);
    }
);
