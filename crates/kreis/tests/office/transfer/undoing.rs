//! A list is taken back in one piece.

use super::*;
use trial::story;

async fn undone(trial: &Trial, list: &str) -> Seen {
    let begun = trial
        .office
        .post(&format!("{list}/ruecknahme"), form![])
        .await;
    assert_eq!(begun.status, 303, "{}", begun.main_text());
    trial.run_due().await;
    trial.office.get(list).await
}

story!(
    a_list_is_taken_back_as_if_it_had_never_been,
    |trial| async {
        let before = counts(trial).await;
        let (list, _) = reviewed(trial, "mitglieder.csv", &excel()).await;
        let result = written(trial, &list, form![]).await;
        let ask = trial.office.get(&result.link("Liste zurücknehmen")).await;
        assert!(
            ask.has("Was die Liste angelegt hat, verschwindet wieder."),
            "{}",
            ask.main_text()
        );

        let result = undone(trial, &list).await;

        assert!(result.has("Zurückgenommen."), "{}", result.main_text());
        assert_eq!(counts(trial).await, before);
        let known = trial
            .office
            .get("/weimar/organisationen?suche=lebensr%C3%A4ume")
            .await;
        let known = trial.office.get(&known.link("Lebensräume e.V.")).await;
        assert!(
            known.has("99423 Weimar"),
            "what was changed is what it was: {}",
            known.main_text()
        );
        let search = trial.office.get("/weimar/suche?q=b%C3%BCrgertreff").await;
        assert!(!search.has("Bürgertreff Nord"), "{}", search.main_text());
        let again = trial
            .office
            .post(&format!("{list}/ruecknahme"), form![])
            .await;
        assert_eq!(again.status, 409);
        let (_, review) = reviewed(trial, "mitglieder.csv", &excel()).await;
        assert!(
            review.has("3 neu, 1 mit Änderungen"),
            "it can come again: {}",
            review.main_text()
        );
    }
);

story!(what_was_changed_or_used_since_stays, |trial| async {
    let before = counts(trial).await;
    let (list, _) = reviewed(trial, "mitglieder.csv", &excel()).await;
    written(trial, &list, form![]).await;
    let found = trial
        .office
        .get("/weimar/organisationen?suche=werkhof")
        .await;
    let organisation = found.link("Werkhof");
    let changed = form![("name", "Werkhof Süd gGmbH"), ("town", "Dresden")];
    let changed = trial
        .office
        .post(&format!("{organisation}/bearbeiten"), changed)
        .await;
    assert_eq!(changed.status, 303);
    let people = trial
        .office
        .get("/weimar/personen?suche=vertretung+b%C3%BCrgertreff")
        .await;
    let person = people.link("Vertretung Bürgertreff");
    let account = trial.office.post(&format!("{person}/konto"), form![]).await;
    assert_eq!(account.status, 303, "{}", account.main_text());

    let result = undone(trial, &list).await;

    assert!(result.has("2 Einträge bleiben"), "{}", result.main_text());
    assert_eq!(result.link("Werkhof Süd"), organisation);
    assert_eq!(result.link("Vertretung Bürgertreff"), person);
    let after = counts(trial).await;
    assert_eq!((after[0], after[1]), (before[0] + 1, before[1] + 1));
});

story!(after_a_month_a_list_stays, |trial| async {
    let (list, _) = reviewed(trial, "mitglieder.csv", &excel()).await;
    written(trial, &list, form![]).await;
    let left = trial.read(|conn| {
        conn.count(
            "SELECT COUNT(*) FROM transfer WHERE file <> $1",
            store::params![Vec::<u8>::new()],
        )
    });
    assert_eq!(left.await, 0, "the file is gone once it is written");
    trial.move_to_local("2017-12-21T10:00").await;
    let result = trial.office.get(&list).await;
    assert!(!result.has("Liste zurücknehmen"), "{}", result.main_text());
    let late = trial
        .office
        .post(&format!("{list}/ruecknahme"), form![])
        .await;
    assert_eq!(late.status, 409);
    let kept = trial.read(|conn| conn.count("SELECT COUNT(*) FROM transfer_change", &[]));
    assert_eq!(kept.await, 0);
});
