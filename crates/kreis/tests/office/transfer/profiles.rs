//! Everything that is known of organisations and people goes out and comes in.

use super::*;
use trial::story;

const WHOLE: &str = "Organisation;Rechtsform;Postanschrift: Straße;Postanschrift: PLZ;\
    Postanschrift: Ort;Fax;Weitere Kontaktwege;Regionen;Gehört zu;Kann Gastgeberin sein;\
    Art der Mitgliedschaft;Mitglied seit;Haushaltsnummer;Beitrag;Vorname;Nachname;Funktion;\
    Funktion seit;Ist Ansprechperson;Stimmberechtigt;Sprache;Ausbildung\r\n\
    Dachverband Muster e.V.;e.V.;Postfach 12;99421;Weimar;03643 9;Mastodon: @muster@netz.example;\
    16055;;ja;Mitglied;01.01.2010;7;voll;Kim;Muster;Vorstand;01.02.2012;ja;ja;Englisch;Recht\r\n\
    Kreisverband Muster;Kirchengemeinde;;;;;;Weimarer Land;Dachverband Muster e.V.;nein;Mitglied;;;;\
    ;;;;;;;\r\n";

async fn fields(trial: &Trial) {
    let new = "/weimar/einstellungen/feld-anlegen";
    for (of, kind, label) in [
        ("organisation", "number", "Haushaltsnummer"),
        ("membership", "text", "Beitrag"),
        ("person", "text", "Ausbildung"),
    ] {
        let fields = form![
            ("record_kind", of),
            ("value_kind", kind),
            ("label", label),
            ("seen", "public")
        ];
        let page = trial.office.post_on(new, fields).await;
        assert!(page.has("Das Feld ist angelegt."), "{}", page.main_text());
    }
}

async fn page(trial: &Trial, list: &str, name: &str) -> Seen {
    let found = trial
        .office
        .get(&format!("/weimar/{list}?suche={}", name.replace(' ', "+")))
        .await;
    trial.office.get(&found.link(name)).await
}

story!(
    a_whole_profile_comes_in_goes_out_and_is_taken_back,
    |trial| async {
        fields(trial).await;
        let before = counts(trial).await;
        let (_, columns) = received(trial, "ganz.csv", WHOLE.as_bytes()).await;
        let words = proposed(&columns);
        assert!(words.iter().all(|word| !word.is_empty()), "{words:?}");
        let (list, review) = reviewed(trial, "ganz.csv", WHOLE.as_bytes()).await;
        assert!(review.has("2 neu"), "{}", review.main_text());
        let result = written(trial, &list, form![]).await;
        assert!(result.has("Eingetragen am"), "{}", result.main_text());

        let above = page(trial, "organisationen", "Dachverband Muster").await;
        for words in [
            "Eingetragener Verein (e. V.)",
            "Postfach 12",
            "@muster@netz.example",
            "03643 9",
            "Weimar, Stadt",
            "Haushaltsnummer 7",
            "voll",
        ] {
            assert!(above.has(words), "{words}: {}", above.main_text());
        }
        let below = page(trial, "organisationen", "Kreisverband Muster").await;
        for words in [
            "Kirchengemeinde",
            "Dachverband Muster e.V.",
            "Weimarer Land",
        ] {
            assert!(below.has(words), "{words}: {}", below.main_text());
        }
        let person = page(trial, "personen", "Kim Muster").await;
        for words in ["Ausbildung Recht", "Englisch", "Stimmberechtigt"] {
            assert!(person.has(words), "{words}: {}", person.main_text());
        }

        // Everything goes out, and says nothing new when it comes back.
        for (kind, word) in [
            ("organisationen", "legal-form"),
            ("personen", "function-since"),
        ] {
            let choose = format!("/weimar/listen/ausgabe/{kind}");
            let form = trial.office.get(&choose).await;
            let html = form.html();
            let columns = html.split("name=\"columns\" value=\"").skip(1);
            let all: Vec<(String, String)> = columns
                .map(|it| {
                    (
                        "columns".to_owned(),
                        it.split('"').next().unwrap().to_owned(),
                    )
                })
                .filter(|(_, word)| word != "contacts")
                .chain(form![("format", "csv")])
                .collect();
            assert!(all.iter().any(|(_, it)| it == word), "{all:?}");
            let csv = trial.office.post_on(&choose, all).await;
            let (_, columns) = received(trial, "zurueck.csv", &csv.body).await;
            let words = proposed(&columns);
            assert!(
                words.iter().all(|word| !word.is_empty()),
                "{words:?}: {}",
                csv.html()
            );
            let (_, review) = reviewed(trial, "zurueck.csv", &csv.body).await;
            assert!(
                review.has("0 neu, 0 mit Änderungen") && review.has("0 mit Fehlern"),
                "{kind}: {}",
                review.main_text()
            );
        }

        let begun = trial
            .office
            .post(&format!("{list}/ruecknahme"), form![])
            .await;
        assert_eq!(begun.status, 303);
        trial.run_due().await;
        let undone = trial.office.get(&list).await;
        assert!(!undone.has("bleiben"), "{}", undone.main_text());
        assert_eq!(counts(trial).await, before);
    }
);

story!(
    what_a_list_says_of_known_records_is_shown_and_taken_back,
    |trial| async {
        fields(trial).await;
        let table = "Organisation;Rechtsform;Regionen;Haushaltsnummer;Beitrag;Name;Funktion;\
        Stimmberechtigt;Ausbildung\n\
        Lebensräume e.V.;e.V.;Weimar, Stadt;12;halb;Leitung Lebensräume;Leitung;ja;Pflege\n";
        let was = page(trial, "organisationen", "Lebensräume")
            .await
            .main_text();
        let (list, review) = reviewed(trial, "l.csv", table.as_bytes()).await;
        for words in [
            "Organisation, eigenes Feld: Haushaltsnummer: 12",
            "Mitgliedschaft, eigenes Feld: Beitrag: halb",
            "Person, eigenes Feld: Ausbildung: Pflege",
            "16055 Weimar, Stadt",
        ] {
            assert!(review.has(words), "{words}: {}", review.main_text());
        }
        let result = written(trial, &list, form![]).await;
        assert!(result.has("Eingetragen am"), "{}", result.main_text());
        let is = page(trial, "organisationen", "Lebensräume").await;
        assert!(
            is.has("Haushaltsnummer 12") && is.has("halb"),
            "{}",
            is.main_text()
        );

        trial
            .office
            .post(&format!("{list}/ruecknahme"), form![])
            .await;
        trial.run_due().await;

        let undone = trial.office.get(&list).await;
        assert!(!undone.has("bleib"), "{}", undone.main_text());
        let is = page(trial, "organisationen", "Lebensräume").await;
        let facts = |text: &str| text.split("Verlauf").next().unwrap().to_owned();
        assert_eq!(facts(&is.main_text()), facts(&was));
    }
);
