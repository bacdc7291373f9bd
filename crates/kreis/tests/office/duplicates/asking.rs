//! What two records have that leaves room for one is asked, and nothing of it is lost unseen.

use trial::{Seen, Trial, form, story};

use super::{LIST, person};

/// The pair of two people who were just entered.
async fn pair(trial: &Trial) -> (String, Seen) {
    let list = trial.office.get(&format!("{LIST}?art=personen")).await;
    let mut pairs = list.links();
    pairs.retain(|(label, _)| label.contains("Vergleichen"));
    for (_, path) in pairs {
        let page = trial.office.get(&path).await;
        if page.has("Sam Doppelt") {
            return (path, page);
        }
    }
    panic!("{}", list.main_text());
}

story!(
    own_fields_and_accounts_of_both_are_asked_about,
    |trial| async {
        let field = form![
            ("record_kind", "person"),
            ("value_kind", "text"),
            ("label", "Ausbildung"),
            ("seen", "internal")
        ];
        let page = trial
            .office
            .post_on("/weimar/einstellungen/feld-anlegen", field)
            .await;
        let edit = page.link("Bearbeiten: Ausbildung");
        let id = edit.rsplit('/').next().unwrap().to_owned();
        let mut people = Vec::new();
        for (mail, said) in [
            ("eins@sam.example", "Recht"),
            ("zwei@sam.example", "Pflege"),
        ] {
            let sam = person(trial, "Sam Doppelt", mail).await;
            let path = format!("/weimar/personen/{sam}");
            let fields = form![
                ("name", "Sam Doppelt"),
                ("mail", mail),
                ("phone", "03643 123456"),
                ("address_form", "neutral"),
                ("lang", "de"),
                (format!("custom-{id}").as_str(), said)
            ];
            let done = trial
                .office
                .post(&format!("{path}/bearbeiten"), fields)
                .await;
            assert_eq!(done.status, 303, "{}", done.main_text());
            let account = trial.office.post(&format!("{path}/konto"), form![]).await;
            assert_eq!(account.status, 303, "{}", account.main_text());
            people.push(sam);
        }

        let (path, compared) = pair(trial).await;
        for words in [
            "Ausbildung",
            "Recht",
            "Pflege",
            "Welches Konto bleibt?",
            "zwei@sam.example",
        ] {
            assert!(compared.has(words), "{words}: {}", compared.main_text());
        }
        let is_first = compared.main_text().find("eins@sam.example")
            < compared.main_text().find("zwei@sam.example");
        let (one, two) = if is_first {
            ("one", "other")
        } else {
            ("other", "one")
        };
        let own = format!("own-{id}");
        let chosen = format!("stay={one}&name={one}&mail={one}&account={two}&{own}={two}");
        let preview = trial.office.get(&format!("{path}/vorschau?{chosen}")).await;
        assert!(preview.has("entfällt: Recht"), "{}", preview.main_text());
        assert!(
            preview.has("entfällt: eins@sam.example"),
            "{}",
            preview.main_text()
        );

        let fields = form![
            ("stay", one),
            ("name", one),
            ("mail", one),
            ("account", two),
            (own.as_str(), two)
        ];
        let done = trial
            .office
            .post_on(&format!("{path}/zusammenfuehrung"), fields)
            .await;
        assert!(
            done.has("Die Einträge sind zusammengeführt."),
            "{}",
            done.main_text()
        );
        let (kept, accounts) = trial
            .read(move |conn| {
                let mut kept = Vec::new();
                for id in people {
                    let of = register::fields::RecordKind::Person;
                    let values = register::fields::values(conn, of, id)?;
                    kept.extend(values.into_values());
                }
                let one = register::account_by_mail(conn, "zwei@sam.example")?;
                Ok((kept, one.is_some()))
            })
            .await;
        assert_eq!(kept, ["Pflege"]);
        assert!(accounts);
        let mut acts = done.actions().into_iter();
        let undo = acts.find(|it| it.contains("/vereint/") || it.contains("ruecknahme"));
        let undo = undo.unwrap_or_else(|| panic!("{:?}", done.actions()));
        let undone = trial.office.post_on(&undo, form![]).await;
        assert!(
            undone.has("beide Einträge sind wieder da"),
            "{}",
            undone.main_text()
        );
        let (_, again) = pair(trial).await;
        assert!(
            again.has("Recht") && again.has("Pflege"),
            "{}",
            again.main_text()
        );
    }
);

story!(
    addresses_legal_forms_and_parents_are_chosen_whole,
    |trial| async {
        let table = "Organisation;Rechtsform;Postanschrift: Straße;Postanschrift: PLZ;\
        Postanschrift: Ort;Gehört zu;E-Mail\n\
        Oberhaus;;;;;;\n\
        Haus Zweimal e.V.;e.V.;Postfach 1;99421;Weimar;Oberhaus;info@zweimal.example\n\
        Zweimal Haus;Kirchengemeinde;Postfach 2;;Apolda;;info@zweimal.example\n";
        crate::transfer::read_in(trial, "l.csv", table.as_bytes()).await;
        let list = trial.office.get(LIST).await;
        let mut pairs = list.links();
        pairs.retain(|(label, _)| label.contains("Vergleichen") && label.contains("weimal"));
        let (_, path) = pairs
            .into_iter()
            .next()
            .unwrap_or_else(|| panic!("{}", list.main_text()));
        let page = trial.office.get(&path).await;
        for words in [
            "Postfach 1, 99421 Weimar",
            "Kirchengemeinde",
            "Eingetragener Verein (e. V.)",
            "Gehört zu",
            "Oberhaus",
        ] {
            assert!(page.has(words), "{words}: {}", page.main_text());
        }
        let is_first =
            page.main_text().find("Haus Zweimal e.V.") < page.main_text().find("Zweimal Haus");
        let (one, two) = if is_first {
            ("one", "other")
        } else {
            ("other", "one")
        };
        let fields = form![
            ("stay", one),
            ("name", one),
            ("postal", two),
            ("legal_form", two),
            ("parent", one)
        ];
        let done = trial
            .office
            .post_on(&format!("{path}/zusammenfuehrung"), fields)
            .await;
        assert!(
            done.has("Die Einträge sind zusammengeführt."),
            "{}",
            done.main_text()
        );
        let found = trial
            .office
            .get("/weimar/organisationen?suche=zweimal")
            .await;
        let kept = trial.office.get(&found.link("Haus Zweimal")).await;
        assert!(kept.has("Postfach 2"), "{}", kept.main_text());
        assert!(!kept.has("99421"), "no half address: {}", kept.main_text());
        assert!(
            kept.has("Kirchengemeinde") && kept.has("Oberhaus"),
            "{}",
            kept.main_text()
        );
    }
);
