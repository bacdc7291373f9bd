//! Fields of a network's own, made and filled without code.

use super::record;
use trial::{Trial, form, story};

const FIELDS: &str = "/weimar/einstellungen/felder";
const NEW: &str = "/weimar/einstellungen/feld-anlegen";

async fn add(trial: &Trial, of: &str, kind: &str, label: &str, more: &[(&str, &str)]) -> String {
    let mut fields = form![
        ("record_kind", of),
        ("value_kind", kind),
        ("label", label),
        ("seen", "public")
    ];
    for (name, value) in more {
        fields.retain(|(it, _)| it != name);
        fields.push(((*name).to_owned(), (*value).to_owned()));
    }
    let page = trial.office.post_on(NEW, fields).await;
    assert!(page.has("Das Feld ist angelegt."), "{}", page.main_text());
    let edit = page.link(&format!("Bearbeiten: {label}"));
    format!("custom-{}", edit.rsplit('/').next().unwrap())
}

async fn ilmpark(trial: &Trial) -> String {
    record(&trial.office, "/weimar/organisationen", "Ilmpark").await
}

fn with(fields: &[(&str, &str)]) -> Vec<(String, String)> {
    let mut typed = form![("name", "Nachbarschaftshaus Ilmpark e.V.")];
    typed.extend(
        fields
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned())),
    );
    typed
}

story!(
    an_office_makes_fields_of_each_kind_and_fills_them,
    |trial| async {
        let of = "organisation";
        let text = add(
            trial,
            of,
            "text",
            "Vereinsregister",
            &[("help", "Nummer und Gericht.")],
        )
        .await;
        let colours = [("choices", "Rot\nBlau\n"), ("label_en", "Colour")];
        let choice = add(trial, of, "choice", "Farbe", &colours).await;
        let day = add(trial, of, "date", "Satzung vom", &[]).await;
        let number = add(trial, of, "number", "Beschäftigte", &[("required", "true")]).await;
        let path = ilmpark(trial).await;
        let edit = format!("{path}/bearbeiten");
        let page = trial.office.get(&edit).await;
        assert!(page.has("Nummer und Gericht.") && page.has("Farbe"));
        assert!(trial.office.get(&format!("/en{edit}")).await.has("Colour"));

        let wrong = with(&[
            (&choice, "Grün"),
            (&day, "31.2.2018"),
            (&number, ""),
            (&text, "VR 12"),
        ]);
        let page = trial.office.post(&edit, wrong).await;
        assert_eq!(page.status, 422);
        assert!(
            page.has("Bitte prüfen Sie 3 Angaben"),
            "{}",
            page.main_text()
        );
        assert!(
            page.has("Beschäftigte: Bitte füllen Sie"),
            "{}",
            page.main_text()
        );
        assert_eq!(page.field(&text).as_deref(), Some("VR 12"));
        assert_eq!(page.field(&day).as_deref(), Some("31.2.2018"));

        let right = with(&[
            (&choice, "Blau"),
            (&day, "1.3.2001"),
            (&number, "1.250,5"),
            (&text, "VR 12"),
        ]);
        let page = trial.office.post_on(&edit, right).await;
        for words in [
            "Farbe Blau",
            "01.03.2001",
            "1250,5",
            "VR 12",
            "Satzung vom „01.03.2001“",
        ] {
            assert!(page.has(words), "{words}: {}", page.main_text());
        }
        assert!(trial.member.get(&path).await.has("VR 12"));
        let again = trial.office.get(&edit).await;
        assert_eq!(again.field(&number).as_deref(), Some("1250,5"));
    }
);

story!(a_closed_field_keeps_what_stands_in_it, |trial| async {
    let name = add(trial, "organisation", "text", "Kürzel im Haushalt", &[]).await;
    let path = ilmpark(trial).await;
    let edit = format!("{path}/bearbeiten");
    trial.office.post_on(&edit, with(&[(&name, "HH-7")])).await;
    let field = format!("{FIELDS}/{}", name.trim_start_matches("custom-"));
    let page = trial
        .office
        .post_on(&format!("{field}/abschluss"), form![])
        .await;
    assert!(page.has("Was darin steht, bleibt erhalten."));
    assert!(!trial.office.get(&path).await.has("Kürzel im Haushalt HH-7"));
    assert!(!trial.office.get(&edit).await.has("Kürzel im Haushalt"));
    trial.office.post_on(&edit, with(&[])).await;
    trial
        .office
        .post_on(&format!("{field}/wiederaufnahme"), form![])
        .await;
    let page = trial.office.get(&path).await;
    assert!(page.has("Kürzel im Haushalt HH-7"), "{}", page.main_text());
});

story!(an_internal_field_is_the_offices_alone, |trial| async {
    let internal = [("seen", "internal")];
    let name = add(trial, "organisation", "text", "Einschätzung", &internal).await;
    let path = record(&trial.office, "/weimar/organisationen", "Lebensräume").await;
    let fields = form![("name", "Lebensräume e.V."), (name.as_str(), "zahlt spät")];
    let page = trial
        .office
        .post_on(&format!("{path}/bearbeiten"), fields)
        .await;
    assert!(page.has("Einschätzung zahlt spät"), "{}", page.main_text());
    assert!(
        page.has("Einschätzung geändert"),
        "the journal does not say what"
    );
    let seen = trial.member.get(&path).await;
    assert!(!seen.has("Einschätzung") && !seen.has("zahlt spät"));
    let own = trial.member.get("/weimar/meine-organisation").await;
    let edit = own.link("Angaben ändern");
    assert!(!trial.member.get(&edit).await.has("Einschätzung"));
    let fields = form![("name", "Lebensräume e.V."), (name.as_str(), "zahlt gut")];
    trial.member.post_on(&edit, fields).await;
    let page = trial.office.get(&path).await;
    assert!(page.has("Einschätzung zahlt spät"), "{}", page.main_text());
});

story!(a_membership_has_fields_of_its_own, |trial| async {
    let name = add(trial, "membership", "date", "Aufnahme beschlossen", &[]).await;
    let path = ilmpark(trial).await;
    let page = trial.office.get(&path).await;
    let edit = page.link("Bearbeiten: Mitglied");
    let wrong = form![("from", "2016-01-11"), (name.as_str(), "irgendwann")];
    let refused = trial.office.post(&edit, wrong).await;
    assert_eq!(refused.status, 422);
    assert_eq!(refused.field(&name).as_deref(), Some("irgendwann"));
    let right = form![("from", "2016-02-01"), (name.as_str(), "15.1.2016")];
    let page = trial.office.post_on(&edit, right).await;
    assert!(
        page.has("Die Mitgliedschaft ist gespeichert."),
        "{}",
        page.main_text()
    );
    assert!(
        page.has("Aufnahme beschlossen: 15.01.2016"),
        "{}",
        page.main_text()
    );
    assert!(page.has("seit 01.02.2016"));
});

story!(
    fields_stand_in_their_order_and_are_called_once,
    |trial| async {
        for label in ["Erstes", "Zweites", "Drittes"] {
            add(trial, "person", "text", label, &[]).await;
        }
        let order = async || {
            let text = trial.office.get(FIELDS).await.main_text();
            let mut labels = ["Erstes", "Zweites", "Drittes"];
            labels.sort_by_key(|it| text.find(it).unwrap());
            labels
        };
        assert_eq!(order().await, ["Erstes", "Zweites", "Drittes"]);
        let page = trial.office.get(FIELDS).await;
        for (label, place) in [("Erstes", "3"), ("Drittes", "1")] {
            let fields = form![("label", label), ("place", place), ("seen", "public")];
            trial
                .office
                .post_on(&page.link(&format!("Bearbeiten: {label}")), fields)
                .await;
        }
        assert_eq!(order().await, ["Drittes", "Zweites", "Erstes"]);
        let twice = form![
            ("record_kind", "person"),
            ("value_kind", "choice"),
            ("label", "erstes"),
            ("choices", "nur eine"),
            ("seen", "public")
        ];
        let refused = trial.office.post(NEW, twice).await;
        assert_eq!(refused.status, 422);
        assert!(refused.has("gibt es hier schon") && refused.has("mindestens zwei Möglichkeiten"));
        assert_eq!(trial.member.get(FIELDS).await.status, 403);
        assert_eq!(trial.stranger.get(FIELDS).await.status, 404);
    }
);

story!(people_have_fields_of_their_own, |trial| async {
    let name = add(
        trial,
        "person",
        "choice",
        "Brieftaube",
        &[("choices", "Ja gern\nLieber nicht")],
    )
    .await;
    let inner = add(
        trial,
        "person",
        "text",
        "Merkzettel",
        &[("seen", "internal")],
    )
    .await;
    let path = record(&trial.office, "/weimar/personen", "Leitung Ilmpark").await;
    let edit = format!("{path}/bearbeiten");
    let typed = |pigeon: &str| {
        form![
            ("name", "Leitung Ilmpark"),
            ("address_form", "neutral"),
            ("lang", "de"),
            (name.as_str(), pigeon),
            (inner.as_str(), "kommt zu Fuß")
        ]
    };
    let refused = trial.office.post(&edit, typed("Vielleicht")).await;
    assert_eq!(refused.status, 422);
    assert!(refused.has("Brieftaube: "), "{}", refused.main_text());
    let page = trial.office.post_on(&edit, typed("Ja gern")).await;
    assert!(
        page.has("Brieftaube Ja gern") && page.has("Merkzettel kommt zu Fuß"),
        "{}",
        page.main_text()
    );
    let seen = trial.member.get(&path).await;
    assert!(seen.has("Brieftaube Ja gern"), "{}", seen.main_text());
    assert!(!seen.has("Merkzettel") && !seen.has("kommt zu Fuß"));
    let mut new = typed("Lieber nicht");
    new.retain(|(name, _)| name != "name");
    new.push(("name".to_owned(), "Leitung Taubenschlag".to_owned()));
    let page = trial.office.post_on("/weimar/person-anlegen", new).await;
    assert!(page.has("Brieftaube Lieber nicht"), "{}", page.main_text());
});
