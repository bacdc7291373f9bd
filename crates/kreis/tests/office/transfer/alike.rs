//! Rows that look like what the register knows: the office says what they mean.

use super::*;
use trial::story;

const LIST: &str = "Organisation;Ort;Name;Funktion\n\
    Lebensräume;Weimar;Leitung Lebensräume;Leitung\n\
    Schuldnerberatung Kompas;Weimar;;\n\
    Ganz neuer Verein;Weimar;;\n";

/// The values of a question's answers.
fn offered(page: &Seen, question: &str) -> Vec<String> {
    let html = page.html();
    let mark = format!("name=\"{question}\" value=\"");
    let parts = html.split(&mark).skip(1);
    parts
        .map(|it| it.split('"').next().unwrap().to_owned())
        .collect()
}

story!(rows_that_look_like_records_are_asked_about, |trial| async {
    let before = counts(trial).await;
    let (list, review) = reviewed(trial, "l.csv", LIST.as_bytes()).await;
    assert!(
        review.has("2 Zeilen sehen Einträgen im Verzeichnis ähnlich."),
        "{}",
        review.main_text()
    );
    assert!(review.has("gleicher Name"), "{}", review.main_text());
    let refused = trial
        .office
        .post(&format!("{list}/eintragung"), form![])
        .await;
    assert_eq!(refused.status, 422);
    assert!(
        refused.has("Bei ähnlichen Einträgen fehlt noch Ihre Entscheidung"),
        "{}",
        refused.main_text()
    );
    trial.run_due().await;
    assert_eq!(counts(trial).await, before);

    let (first, second) = (offered(&review, "o2"), offered(&review, "o3"));
    assert_eq!(first.last().unwrap(), "new");
    let choice = form![("o2", first[0].clone()), ("o3", "new"), ("art", "like")];
    let chosen = trial.office.post(&format!("{list}/auswahl"), choice).await;
    assert_eq!(chosen.status, 303, "{}", chosen.main_text());
    assert!(second.len() > 1, "{second:?}");
    let review = trial.office.get(&list).await;
    assert!(
        review.has("2 neu, 0 mit Änderungen, 1 unverändert, 0 mit Fehlern"),
        "the known organisation leads to its person: {}",
        review.main_text()
    );
    assert!(review.has("von Ihnen gewählt"), "{}", review.main_text());

    let result = written(trial, &list, form![]).await;

    assert!(result.has("Eingetragen am"), "{}", result.main_text());
    let after = counts(trial).await;
    assert_eq!(after, [before[0] + 2, before[1], before[2], before[3] + 2]);
});

story!(all_similar_rows_are_decided_at_once, |trial| async {
    let before = counts(trial).await;
    let (list, _) = reviewed(trial, "l.csv", LIST.as_bytes()).await;
    let best = form![("all", "like:best")];
    trial.office.post(&format!("{list}/auswahl"), best).await;
    let review = trial.office.get(&list).await;
    assert!(
        review.has("1 neu, 0 mit Änderungen, 2 unverändert"),
        "{}",
        review.main_text()
    );
    written(trial, &list, form![]).await;
    let after = counts(trial).await;
    assert_eq!(after[0], before[0] + 1, "only what is new");

    let (list, _) = reviewed(trial, "m.csv", LIST.as_bytes()).await;
    let new = form![("all", "like:new")];
    trial.office.post(&format!("{list}/auswahl"), new).await;
    written(trial, &list, form![]).await;
    assert_eq!(counts(trial).await[0], after[0] + 2);
});

story!(
    a_choice_that_holds_no_longer_is_told_at_its_row,
    |trial| async {
        let (list, review) = reviewed(trial, "l.csv", LIST.as_bytes()).await;
        let kompass = offered(&review, "o3")[0].clone();
        let choice = form![
            ("o2", "new"),
            ("p2", "new"),
            ("o3", kompass.clone()),
            ("r4", "leave")
        ];
        trial.office.post(&format!("{list}/auswahl"), choice).await;
        let close = format!("/weimar/organisationen/{kompass}/abschluss");
        let closed = trial.office.post(&close, form![]).await;
        assert_eq!(closed.status, 303, "{}", closed.main_text());
        let before = counts(trial).await;

        let again = written(trial, &list, form![]).await;

        assert!(
            again.has("Im Verzeichnis hat sich seit der Prüfung etwas geändert."),
            "{}",
            again.main_text()
        );
        assert!(
            again.has("Den gewählten Eintrag gibt es nicht mehr."),
            "{}",
            again.main_text()
        );
        assert_eq!(counts(trial).await, before, "nothing was written");
        let html = again.html();
        let checked = |name: &str, value: &str| {
            html.contains(&format!("name=\"{name}\" value=\"{value}\" checked"))
        };
        assert!(checked("o2", "new"), "the other choice holds: {html}");
        assert!(
            html.contains("<option value=\"leave\" selected>"),
            "and so does the row left out"
        );
    }
);

story!(
    what_the_register_refuses_stays_and_the_rest_goes,
    |trial| async {
        let before = counts(trial).await;
        let field = |choices: &str| {
            form![
                ("record_kind", "organisation"),
                ("value_kind", "choice"),
                ("label", "Farbe"),
                ("choices", choices),
                ("seen", "public")
            ]
        };
        let new = "/weimar/einstellungen/feld-anlegen";
        let page = trial.office.post_on(new, field("Rot\nBlau")).await;
        let edit = page.link("Bearbeiten: Farbe");
        read_in(
            trial,
            "l.csv",
            "Organisation;Farbe\nLebensräume e.V.;Rot\n".as_bytes(),
        )
        .await;
        let table = "Organisation;Farbe\nLebensräume e.V.;Blau\nVerein Eins;Blau\n";
        let (list, _) = reviewed(trial, "m.csv", table.as_bytes()).await;
        written(trial, &list, form![]).await;
        assert_eq!(counts(trial).await[0], before[0] + 1);
        // What it was is no longer on offer, so that the register refuses it.
        let changed = trial.office.post(&edit, field("Blau\nGrün")).await;
        assert_eq!(changed.status, 303, "{}", changed.main_text());
        let begun = trial
            .office
            .post(&format!("{list}/ruecknahme"), form![])
            .await;
        assert_eq!(begun.status, 303);
        trial.run_due().await;

        let result = trial.office.get(&list).await;

        assert!(result.has("Ein Eintrag bleibt"), "{}", result.main_text());
        assert!(result.has("Lebensräume e.V."), "{}", result.main_text());
        assert_eq!(counts(trial).await[0], before[0], "the other one went");
    }
);

story!(
    a_list_that_never_came_to_an_end_is_forgotten,
    |trial| async {
        let (list, _) = reviewed(trial, "l.csv", excel().as_slice()).await;
        trial
            .write(|conn, _| {
                conn.exec("UPDATE transfer SET state = 'writing'", &[])?;
                Ok(())
            })
            .await
            .unwrap();
        trial.move_to_local("2017-11-28T10:00").await;
        assert_eq!(trial.office.get(&list).await.status, 404);
        let kept = trial.read(|conn| conn.count("SELECT COUNT(*) FROM transfer_row", &[]));
        assert_eq!(kept.await, 0);
    }
);
