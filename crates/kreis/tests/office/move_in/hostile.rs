//! Files and networks that mean no good.

use super::*;
use trial::story;

story!(hostile_names_and_texts_are_shown_as_words, |trial| async {
    let name = "../../<script>alert(1)</script>.html";
    let page = WORKSHOP.replace(
        "Gute Briefe",
        "Gute &lt;img src=x onerror=alert(2)&gt; Briefe",
    );
    let brought = bring(&trial.office, HOME, &[(name, page.as_bytes())]).await;
    assert_eq!(brought.status, 303, "{}", brought.main_text());
    trial.run_due().await;
    let batch = trial.office.get(brought.location()).await;
    let list = trial.office.get(&batch.link("script")).await;
    let draft = list.link("Werkstatt");
    for page in [batch, list, trial.office.get(&draft).await] {
        assert_eq!(page.status, 200);
        let html = page.html();
        assert!(!html.contains("<script>alert"), "{html}");
        assert!(!html.contains("<img src=x"), "{html}");
    }
});

story!(what_cannot_be_read_is_told_for_each_file, |trial| async {
    let files: [(&str, &[u8]); 2] = [("bild.png", &[0x89, 0x50, 0, 1, 2]), ("leer.txt", b" \n")];
    let brought = bring(&trial.office, HOME, &files).await;
    trial.run_due().await;

    let batch = trial.office.get(brought.location()).await;

    assert!(batch.has("nicht lesbar"), "{}", batch.main_text());
    assert!(
        batch.has("In der Datei steht nichts."),
        "{}",
        batch.main_text()
    );
    assert!(
        batch.has("2 von 2 Dateien gelesen"),
        "{}",
        batch.main_text()
    );
    let none = bring(&trial.office, HOME, &[]).await;
    assert_eq!(none.status, 422, "{}", none.main_text());
});

story!(drafts_of_another_network_are_not_there, |trial| async {
    let file = read_in(trial, "werkstatt.html", WORKSHOP.as_bytes()).await;
    let draft = draft(trial, &file, "Werkstatt").await;
    let elsewhere = |path: &str| path.replace("/weimar/", "/celle/");
    for path in [&file, &draft] {
        assert_eq!(trial.stranger.get(&elsewhere(path)).await.status, 404);
        assert_eq!(trial.stranger.get(path).await.status, 404);
    }
    for act in ["annahme", "ablehnung", "ruecknahme"] {
        let path = format!("{}/{act}", elsewhere(&draft));
        assert_eq!(trial.stranger.post(&path, form![]).await.status, 404);
    }
    let files: [(&str, &[u8]); 1] = [("werkstatt.html", WORKSHOP.as_bytes())];
    let theirs = bring(&trial.stranger, "/celle/uebernahme", &files).await;
    assert!(theirs.location().contains("/celle/uebernahme/stapel/"));
    trial.run_due().await;
    let list = trial.stranger.get("/celle/uebernahme/entwuerfe").await;
    assert!(list.has("Werkstatt Gute Briefe"), "{}", list.main_text());
});
