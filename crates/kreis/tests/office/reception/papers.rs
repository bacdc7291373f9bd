//! What is taken along: list, badges, tables, and what stands in none of them.

use super::*;
use registration::{Answer, FieldInput, FieldKind, Readers, Texts};
use trial::story;

/// A question of the form, and the answer that somebody gave.
async fn answered(trial: &Trial, id: GatheringId, place: Uuid) {
    trial
        .write(move |conn, moment| {
            let it = gatherings::gathering(conn, id)?.ok_or(Halt::Missing)?;
            let desk = registration::desk_of(conn, (Some(id), None))?.ok_or(Halt::Missing)?;
            let question = FieldInput {
                kind: FieldKind::Text,
                label: Texts {
                    de: "Vertrauliche Frage".to_owned(),
                    en: String::new(),
                },
                help: Texts::default(),
                required: false,
                choices: Vec::new(),
                shown_if: None,
                readers: Readers::Leader,
                kept_days: None,
            };
            let who = of_office(it.network);
            registration::put_field(conn, moment, &who, (desk.id, None), &question)?;
            let field = registration::fields(conn, desk.id)?.remove(0).id;
            let place = registration::place(conn, place)?.ok_or(Halt::Missing)?;
            let made = registration::registration(conn, place.registration)?;
            let answers = [Answer {
                field,
                value: "Vertrauliche Antwort".to_owned(),
            }];
            let made = made.ok_or(Halt::Missing)?;
            registration::change_details(conn, moment, &made, (&answers, &[]))
        })
        .await
        .unwrap();
}

story!(list_badges_and_tables_name_who_is_expected, |trial| async {
    let id = day(trial, 5).await;
    let ada = place(trial, id, "Ada Erste").await;
    answered(trial, id, ada).await;
    place(trial, id, "Ben Zweiter").await;
    trial.move_to_local("2018-01-10T09:05").await;
    arrives(trial, ada).await;
    let guest = form![("name", "Kim Gast"), ("organisation", "Chor")];
    trial.office.post(&format!("{DOOR}/besuch"), guest).await;

    for file in ["liste.pdf", "schilder.pdf"] {
        let pdf = trial.office.get(&format!("{DOOR}/{file}")).await;
        assert!(pdf.body.starts_with(b"%PDF-"), "{file}");
        let words = pdf.pdf_words();
        for name in ["AdaErste", "BenZweiter", "KimGast", "Chor", "Beispieldaten"] {
            assert!(words.contains(name), "{file}: {words}");
        }
        assert!(!words.contains("Vertraulich"), "{file}");
    }
    let csv = trial.office.get(&format!("{DOOR}/liste.csv")).await;
    let csv = csv.html();
    let lines: Vec<&str> = csv.lines().collect();
    assert_eq!(lines.len(), 4, "{csv}");
    assert!(lines[1].starts_with("Ada Erste;Verein Ada Erste;;angemeldet;09:05"));
    assert_eq!(lines[2], "Ben Zweiter;Verein Ben Zweiter;;angemeldet;");
    assert!(lines[3].starts_with("Kim Gast;Chor;;ohne Anmeldung;09:05"));
    for hidden in ["Vertraulich", "@", "03643 555"] {
        assert!(!csv.contains(hidden), "{hidden}: {csv}");
    }
    let xlsx = trial.office.get(&format!("{DOOR}/liste.xlsx")).await;
    let wish = tables::Wish {
        header: Some(tables::Header::Row(1)),
        ..tables::Wish::default()
    };
    let table = tables::read(&xlsx.body, &wish).unwrap();
    assert_eq!(table.rows.len(), 3);
    let looks = "SELECT COUNT(*) FROM data_read WHERE what = 'reception-look-list'";
    assert_eq!(trial.read(move |conn| conn.count(looks, &[])).await, 2);
    assert_eq!(
        trial.office.get(&format!("{DOOR}/alles.pdf")).await.status,
        404
    );
    assert_eq!(
        trial.member.get(&format!("{DOOR}/liste.csv")).await.status,
        403
    );
});

story!(after_the_day_the_list_names_who_came, |trial| async {
    let id = day(trial, 5).await;
    let ada = place(trial, id, "Ada Erste").await;
    place(trial, id, "Ben Zweiter").await;
    arrives(trial, ada).await;
    trial.move_to_local("2018-01-10T16:30").await;

    let words = trial
        .office
        .get(&format!("{DOOR}/liste.pdf"))
        .await
        .pdf_words();

    assert!(words.contains("AdaErste"), "{words}");
    assert!(!words.contains("BenZweiter"), "{words}");
});

story!(
    who_registered_uninvited_stands_on_the_list_to_be_signed,
    |trial| async {
        let id = day(trial, 5).await;
        let ada = place(trial, id, "Ada Erste").await;
        place(trial, id, "Ben Zweiter").await;
        let list = format!("{PAGE}/teilnahme.pdf");

        let words = trial.office.get(&list).await.pdf_words();
        for name in ["AdaErste", "VereinAdaErste", "BenZweiter"] {
            assert!(words.contains(name), "{name}: {words}");
        }
        arrives(trial, ada).await;
        let words = trial.office.get(&list).await.pdf_words();
        assert_eq!(words.matches("VereinAdaErste").count(), 1, "{words}");
        assert!(words.contains("BenZweiter"), "{words}");
        // Afterwards nobody signs, and the list says who came.
        trial.move_to_local("2018-01-10T16:30").await;
        let words = trial.office.get(&list).await.pdf_words();
        assert!(words.contains("AdaErste"), "{words}");
        assert!(!words.contains("BenZweiter"), "{words}");
    }
);
