//! One vote for each organisation: a list that would give a second one says so at its row.

use super::*;
use trial::story;

const HEAD: &str =
    "Organisation;Ansprechpartner;E-Mail;Funktion;Ist Ansprechperson;Stimmberechtigt\r\n";
const FIRST: &str = "Lebensräume e.V.;Kim Erstmann;kim@erst.example;Vorstand;ja;ja\r\n";

fn list(rows: &[&str]) -> Vec<u8> {
    format!("{HEAD}{}", rows.concat()).into_bytes()
}

async fn votes(trial: &Trial, person: &str) -> bool {
    let found = trial
        .office
        .get(&format!(
            "/weimar/personen?suche={}",
            person.replace(' ', "+")
        ))
        .await;
    let link = found.link(person);
    trial.office.get(&link).await.has("stimmberechtigt")
}

story!(
    a_second_vote_is_shown_at_its_row_before_anything_is_written,
    |trial| async {
        read_in(trial, "erste.csv", &list(&[FIRST])).await;
        let before = counts(trial).await;

        let second = list(&[
            "Lebensräume e.V.;Toni Zweig;toni@zwei.example;Leitung;ja;ja\r\n",
            "Neuhaus e.V.;Alex Dritt;alex@dritt.example;Leitung;ja;ja\r\n",
            "Neuhaus e.V.;Uli Viert;uli@viert.example;Vertretung;ja;ja\r\n",
            "Althof e.V.;Sam Fuenf;sam@fuenf.example;Leitung;nein;ja\r\n",
        ]);
        let (_, review) = reviewed(trial, "zweite.csv", &second).await;

        for words in [
            "3 mit Fehlern",
            "Die Stimme dieser Organisation hat in dieser Zeit schon Kim Erstmann",
            "hat in dieser Zeit schon die Person in Zeile 3",
            "Stimmberechtigt kann nur eine Ansprechperson sein",
        ] {
            assert!(review.has(words), "{words}: {}", review.main_text());
        }
        assert_eq!(counts(trial).await, before);
    }
);

story!(
    a_list_hands_a_vote_on_wherever_its_rows_stand,
    |trial| async {
        read_in(trial, "erste.csv", &list(&[FIRST])).await;

        let handed_on = list(&[
            "Lebensräume e.V.;Toni Zweig;toni@zwei.example;Leitung;ja;ja\r\n",
            "Lebensräume e.V.;Kim Erstmann;kim@erst.example;Vorstand;ja;nein\r\n",
        ]);
        let (list, review) = reviewed(trial, "weiter.csv", &handed_on).await;
        assert!(review.has("0 mit Fehlern"), "{}", review.main_text());
        let result = written(trial, &list, form![]).await;

        assert!(result.has("Eingetragen am"), "{}", result.main_text());
        let voting = (
            votes(trial, "Toni Zweig").await,
            votes(trial, "Kim Erstmann").await,
        );
        assert_eq!(voting, (true, false));

        let begun = trial
            .office
            .post(&format!("{list}/ruecknahme"), form![])
            .await;
        assert_eq!(begun.status, 303, "{}", begun.main_text());
        trial.run_due().await;
        let undone = trial.office.get(&list).await;
        assert!(!undone.has("bleib"), "{}", undone.main_text());
        assert!(votes(trial, "Kim Erstmann").await);
    }
);
