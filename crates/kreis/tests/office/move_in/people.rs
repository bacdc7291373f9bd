//! Organisations and contact persons, which are given to the room as a reader finds them.

use super::*;
use reading::drafts::ContactDraft;
use trial::story;

story!(
    organisations_are_matched_with_the_register_however_they_are_spelled,
    |trial| async {
        let drafts = Drafts {
            organisations: vec![
                said("Begegnungsstaette Kirschallee e. V."),
                said("Nähstube Ilmwiesen e.V."),
            ],
            ..Drafts::default()
        };
        let file = found(trial, "partner.html", drafts).await;
        let known = draft(trial, &file, "Begegnungsstaette").await;
        let page = trial.office.get(&known).await;
        assert!(
            page.has("Steht sie schon im Verzeichnis?"),
            "{}",
            page.main_text()
        );
        assert!(page.has("Wohl derselbe Eintrag"), "{}", page.main_text());
        let new = draft(trial, &file, "Nähstube").await;
        assert!(!trial.office.get(&new).await.has("Steht sie schon"));
        let before = counts(trial).await;
        let id = file.rsplit('/').next().unwrap();
        let all = format!("{HOME}/entwuerfe/annahme?ab=50&datei={id}");

        let done = trial.office.post(&all, form![]).await;

        let told = trial.office.get(done.location()).await;
        assert!(
            told.has("Übernommen: 1, zusammengeführt: 1"),
            "{}",
            told.main_text()
        );
        assert_eq!(counts(trial).await[1], before[1] + 1);
        undo(trial, &known).await;
        undo(trial, &new).await;
        assert_eq!(counts(trial).await, before);
    }
);

story!(
    a_contact_person_comes_with_function_and_organisation,
    |trial| async {
        let drafts = Drafts {
            contacts: vec![ContactDraft {
                name: Some("Leitung Gästehaus Ilmblick".to_owned()),
                function: Some("Hausleitung".to_owned()),
                mail: Some("haus@ilmblick.example".to_owned()),
                phone: Some("03643 555-0199".to_owned()),
                confidence: 80,
                ..ContactDraft::default()
            }],
            ..Drafts::default()
        };
        let file = found(trial, "kontakt.html", drafts).await;
        let draft = draft(trial, &file, "Leitung Gästehaus").await;
        let page = trial.office.get(&draft).await;
        let organisation = page.option("Lebensräume e.V.").unwrap();
        let before = counts(trial).await;

        let done = accept(trial, &draft, &[("organisation", &organisation)]).await;

        assert_eq!(done.status, 303, "{}", done.main_text());
        let page = trial.office.get(&draft).await;
        let person = trial.office.get(&page.link("Leitung Gästehaus")).await;
        assert!(person.has("Hausleitung"), "{}", person.main_text());
        assert!(person.has("Lebensräume e.V."), "{}", person.main_text());
        undo(trial, &draft).await;
        assert_eq!(counts(trial).await, before);
    }
);
