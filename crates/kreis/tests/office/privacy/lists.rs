//! Lists that name people: read in, taken along, and who takes part.

use trial::{form, story};

use super::erasing::tables_with;
use super::{contact, of};

const HELD: &str = "/weimar/termine/2017-10-25-fachkraefte-fuer-die-region/teilnehmende";

story!(a_list_under_review_goes_with_whom_it_names, |trial| async {
    let person = contact(trial).await;
    let csv = "Träger;Ort;Ansprechpartner;E-Mail\r\n\
        Neuer Verein;Weimar;Wer anders;Leitung@Lebensraeume.example\r\n";
    crate::transfer::reviewed(trial, "mitglieder.csv", csv.as_bytes()).await;
    let of_transfer = |tables: Vec<String>| tables.iter().any(|it| it.starts_with("transfer"));
    let named = "Leitung@Lebensraeume.example";
    assert!(of_transfer(tables_with(trial, named).await));
    let own = trial.member.get("/konto/daten").await;
    assert!(own.has("Liste in Prüfung"), "{}", own.main_text());

    let preview = trial.office.get(&of(person, "datenloeschung")).await;
    assert!(preview.has("Liste in Prüfung"), "{}", preview.main_text());
    let typed = form![("how", "erase"), ("understood", "true")];
    trial
        .office
        .post_on(&of(person, "datenloeschung"), typed)
        .await;

    assert!(!of_transfer(tables_with(trial, named).await));
});

story!(
    who_opens_a_page_or_takes_a_list_along_is_seen,
    |trial| async {
        let person = contact(trial).await;
        let path = format!("/weimar/personen/{person}");
        for _ in 0..2 {
            assert_eq!(trial.office.get(&path).await.status, 200);
        }
        assert_eq!(trial.member.get(&path).await.status, 200);
        assert_eq!(trial.office.get("/weimar/personen.csv").await.status, 200);
        assert_eq!(
            trial.leader.get("/weimar/organisationen.xlsx").await.status,
            200
        );

        let log = trial
            .protection
            .get("/weimar/daten/zugriffe")
            .await
            .main_text();

        assert_eq!(log.matches("Seite der Person geöffnet").count(), 1, "{log}");
        assert_eq!(log.matches("Liste als Datei geholt").count(), 2, "{log}");
        assert!(
            log.contains("Personen (") && log.contains("Organisationen ("),
            "{log}"
        );
        for page in ["daten", "daten/zugriffe", "daten/nachweise"] {
            let elsewhere = trial.protection.get(&format!("/celle/{page}")).await;
            assert_eq!(elsewhere.status, 404, "{page}");
        }
        let other = trial.stranger.get("/celle/daten/zugriffe").await;
        assert!(!other.has("Leitung Lebensräume"));
    }
);

story!(
    only_who_agreed_stands_on_the_list_of_participants,
    |trial| async {
        let person = contact(trial).await;
        let before = trial.member.get(HELD).await;
        let words = before.main_text();
        assert!(words.contains("nicht mit Namen genannt"), "{words}");
        assert!(words.contains("Ihr Name steht auf keiner Liste"), "{words}");
        assert!(!words.contains("Leitung Lebensräume"), "{words}");
        assert_eq!(trial.nobody.get(HELD).await.status, 303);
        assert_eq!(trial.stranger.get(HELD).await.status, 404);

        let path = format!("/konto/daten/{person}/einwilligung");
        trial.member.post(&path, form![("granted", "true")]).await;
        let after = trial.leader.get(HELD).await;
        assert!(
            after.main_text().contains("Leitung Lebensräume"),
            "{}",
            after.main_text()
        );
        let paper = trial.member.get(&format!("{HELD}.pdf")).await;
        assert_eq!(paper.header("content-type"), "application/pdf");

        trial.member.post(&path, form![("granted", "false")]).await;
        let taken = trial.leader.get(HELD).await;
        assert!(!taken.main_text().contains("Leitung Lebensräume"));
    }
);
