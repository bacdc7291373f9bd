//! The same file twice, and a newer version of a page.

use super::*;
use trial::story;

story!(the_same_file_twice_changes_nothing, |trial| async {
    read_in(trial, "werkstatt.html", WORKSHOP.as_bytes()).await;
    let drafts = || trial.read(|conn| conn.count("SELECT COUNT(*) FROM move_in_draft", &[]));
    let before = drafts().await;

    let again = bring(&trial.office, HOME, &[("anders.html", WORKSHOP.as_bytes())]).await;

    assert!(
        again.location().contains("done=move-in-known"),
        "{}",
        again.location()
    );
    let told = trial.office.get(again.location()).await;
    assert!(told.has("Nichts hat sich geändert"), "{}", told.text());
    trial.run_due().await;
    assert_eq!(drafts().await, before);
    let kept = trial.read(|conn| {
        conn.count(
            "SELECT COUNT(*) FROM move_in_upload WHERE file <> $1",
            store::params![Vec::<u8>::new()],
        )
    });
    assert_eq!(kept.await, 0, "the text is kept, not the file");
});

story!(
    what_the_office_decided_survives_a_newer_version,
    |trial| async {
        let file = read_in(trial, "werkstatt.html", WORKSHOP.as_bytes()).await;
        let first = draft(trial, &file, "Werkstatt").await;
        let page = trial.office.get(&first).await;
        let saved = fields(&page, &[("title", "Werkstatt Leichte Briefe")]);
        let saved = trial.office.post(&first, saved).await;
        assert_eq!(saved.status, 303, "{}", saved.main_text());

        let newer = WORKSHOP.replace("10.15 Uhr", "11 Uhr");
        let file = read_in(trial, "werkstatt.html", newer.as_bytes()).await;

        let list = trial.office.get(&file).await;
        assert!(list.has("Quelle hat sich geändert"), "{}", list.main_text());
        let page = trial.office.get(&first).await;
        assert_eq!(
            page.field("title").as_deref(),
            Some("Werkstatt Leichte Briefe")
        );
        assert_eq!(page.field("start").as_deref(), Some("10:15"));
        assert!(
            page.has("Ihre Korrektur gilt weiter"),
            "{}",
            page.main_text()
        );

        accept(trial, &first, &[]).await;
        let before = counts(trial).await;
        let newest = WORKSHOP.replace("10.15 Uhr", "12 Uhr");
        let file = read_in(trial, "werkstatt.html", newest.as_bytes()).await;

        let open = trial.office.get(&file).await;
        assert!(open.has("Hier ist kein Entwurf"), "{}", open.main_text());
        let accepted = trial.office.get(&format!("{file}?stand=accepted")).await;
        assert!(
            accepted.has("Quelle hat sich geändert"),
            "{}",
            accepted.main_text()
        );
        assert_eq!(counts(trial).await, before);
    }
);

story!(
    a_file_that_says_nothing_is_told_of_and_can_go,
    |trial| async {
        let files: [(&str, &[u8]); 2] =
            [("leer.txt", b""), ("werkstatt.html", WORKSHOP.as_bytes())];
        let batch = batch_of(trial, &files).await;
        let file = trial.office.get(&batch.link("leer.txt")).await;
        assert!(
            file.has("In der Datei steht nichts."),
            "{}",
            file.main_text()
        );
        let gone = format!("{}/verwerfen", batch.link("leer.txt"));
        let gone = trial.office.post_on(&gone, form![]).await;
        assert!(gone.has("werkstatt.html"), "{}", gone.main_text());
        assert!(!gone.has("leer.txt"), "{}", gone.main_text());
        // Where no file was chosen, browsers send one without a name.
        let none = bring(&trial.office, HOME, &[("", b"")]).await;
        assert_eq!(none.status, 422);
        assert!(none.has("Bitte wählen Sie mindestens eine Datei aus."));
    }
);

story!(a_file_is_forgotten_with_its_drafts, |trial| async {
    let file = read_in(trial, "werkstatt.html", WORKSHOP.as_bytes()).await;
    let draft = draft(trial, &file, "Werkstatt").await;
    accept(trial, &draft, &[]).await;
    let before = counts(trial).await;
    let ask = trial.office.get(&format!("{file}/verwerfen")).await;
    assert!(ask.has("bleiben"), "{}", ask.main_text());

    let gone = trial
        .office
        .post(&format!("{file}/verwerfen"), form![])
        .await;

    assert!(gone.location().contains("done=move-in-discarded"));
    assert_eq!(trial.office.get(&draft).await.status, 404);
    assert_eq!(counts(trial).await, before, "what came out of it stays");
});
