//! The office's own questions: conditions, who reads, how long.

use super::*;
use trial::story;

fn question(label: &str, kind: &str) -> Fields {
    form![
        ("label_de", label),
        ("kind", kind),
        ("choices", "Mit der Bahn | By train\nMit dem Rad"),
        ("readers", "office")
    ]
}

/// The name of a question's field in the form.
async fn field_of(trial: &Trial, label: &'static str) -> String {
    trial
        .read(move |conn| {
            let network = register::network_by_slug(conn, "weimar")?.unwrap();
            let slug = PAGE.rsplit('/').next().unwrap();
            let it = gatherings::gathering_by_slug(conn, network.id, slug)?.unwrap();
            let desk = registration::desk_of(conn, (Some(it.id), None))?.unwrap();
            let fields = registration::fields(conn, desk.id)?;
            let field = fields.iter().find(|it| it.label.de == label);
            Ok(field.unwrap().id)
        })
        .await
        .to_string()
}

fn name_of(id: &str) -> String {
    format!("q_{}", id.replace('-', ""))
}

story!(
    a_question_hangs_on_another_and_its_answers_have_readers,
    |trial| async {
        desk(trial, "5").await;
        let page = format!("{PAGE}/anmeldung/fragen");
        let few = but(question("Anreise?", "choice"), "choices", "Nur eine");
        assert_eq!(trial.office.post(&page, few).await.status, 422);
        let twins = "Mit dem Rad\nMit der Bahn\nMit dem Rad";
        let twins = but(question("Anreise?", "choice"), "choices", twins);
        let twins = trial.office.post(&page, twins).await;
        assert_eq!(twins.status, 422, "nobody could tell them apart");
        assert!(twins.has("Jede Antwort darf nur einmal vorkommen."));
        let first = but(question("Anreise?", "choice"), "required", "true");
        trial.office.post(&page, first).await;
        let journey = field_of(trial, "Anreise?").await;
        let second = but(question("Welcher Zug?", "text"), "shown_if", &journey);
        let odd = but(second.clone(), "shown_value", "Mit dem Schiff");
        assert_eq!(trial.office.post(&page, odd).await.status, 422);
        let second = but(second, "shown_value", "Mit der Bahn");
        let second = but(second, "required", "true");
        let both = trial.office.post_on(&page, second).await;
        assert!(
            both.has("Welcher Zug?") && both.has("Nur wenn"),
            "{}",
            both.main_text()
        );
        let train = field_of(trial, "Welcher Zug?").await;
        let up = trial
            .office
            .post(&format!("{page}/{train}/platz"), form![("move", "up")])
            .await;
        assert_eq!(up.status, 422, "it hangs on the one above");

        let form_page = format!("{PAGE}/anmeldung");
        let english = trial.nobody.get(&format!("/en{form_page}")).await;
        assert!(english.has("By train"), "{}", english.main_text());
        let fields = typed(trial, PAGE, "Kim Beispiel").await;
        let none = trial.nobody.post(&form_page, fields.clone()).await;
        assert_eq!(none.status, 422);
        assert!(
            none.has("Anreise? Bitte wählen Sie eine Antwort."),
            "{}",
            none.main_text()
        );
        let rail = but(fields.clone(), &name_of(&journey), "Mit der Bahn");
        let half = trial.nobody.post(&form_page, rail.clone()).await;
        assert_eq!(half.status, 422, "the second is asked now");
        let whole = but(rail, &name_of(&train), "ICE um acht");
        assert_eq!(trial.nobody.post(&form_page, whole).await.status, 303);
        let bike = typed(trial, PAGE, "Ben Rad").await;
        let bike = but(bike, &name_of(&journey), "Mit dem Rad");
        assert_eq!(trial.nobody.post(&form_page, bike).await.status, 303);

        let list = trial.office.get(&format!("{PAGE}/anmeldungen")).await;
        let place = trial.office.get(&list.link("Kim Beispiel")).await;
        assert!(place.has("ICE um acht"), "{}", place.main_text());
    }
);

story!(answers_go_when_their_days_are_over, |trial| async {
    desk(trial, "5").await;
    let asked = but(question("Anreise?", "choice"), "kept_days", "7");
    let page = format!("{PAGE}/anmeldung/fragen");
    trial.office.post(&page, asked).await;
    let journey = field_of(trial, "Anreise?").await;
    let fields = typed(trial, PAGE, "Kim Beispiel").await;
    let fields = but(fields, &name_of(&journey), "Mit dem Rad");
    trial
        .nobody
        .post(&format!("{PAGE}/anmeldung"), fields)
        .await;
    let kept = "EXISTS (SELECT 1 FROM registration_answer a WHERE a.place_id = t.id)";
    trial.move_to_local("2018-01-17T12:00").await;
    assert_eq!(places(trial, kept).await, 1);
    trial.move_to_local("2018-01-18T12:00").await;
    trial.run_due().await;
    assert_eq!(places(trial, kept).await, 0);
});

story!(
    the_preview_shows_the_form_without_sending_it,
    |trial| async {
        planned(trial, TITLE, (date(2018, 1, 10), None)).await;
        trial
            .office
            .post(&format!("{PAGE}/anmeldung/einrichten"), settings("5"))
            .await;
        let preview = trial
            .office
            .get(&format!("{PAGE}/anmeldung/vorschau"))
            .await;
        assert!(preview.has("Absenden können Sie es hier nicht."));
        assert!(
            !preview.has("Verbindlich anmelden"),
            "{}",
            preview.main_text()
        );
    }
);

/// A form with a file, as a browser sends it.
async fn with_file(trial: &Trial, name: &str, (field, bytes): (&str, &[u8])) -> Seen {
    let fields = typed(trial, PAGE, name).await;
    let file = trial::File {
        field,
        name: "..\\Nachweis <1>.exe",
        kind: "application/octet-stream",
        bytes,
    };
    trial
        .nobody
        .upload(&format!("{PAGE}/anmeldung"), fields, &[file])
        .await
}

story!(
    a_file_is_told_by_its_bytes_and_read_by_whom_the_question_says,
    |trial| async {
        desk(trial, "5").await;
        let asked = but(question("Nachweis?", "file"), "kept_days", "7");
        let page = format!("{PAGE}/anmeldung/fragen");
        trial
            .office
            .post(&page, but(asked, "required", "true"))
            .await;
        let id = field_of(trial, "Nachweis?").await;
        let field = name_of(&id);
        let shown = trial.nobody.get(&format!("{PAGE}/anmeldung")).await;
        assert!(shown.html().contains("multipart/form-data"));
        assert!(shown.has("höchstens 5 MB"), "{}", shown.main_text());
        let none = posted(trial, PAGE, "Kim Beispiel").await;
        assert!(
            none.has("Bitte wählen Sie eine Datei."),
            "{}",
            none.main_text()
        );
        let words = but(typed(trial, PAGE, "Kim Beispiel").await, &field, "Name.pdf");
        let words = trial.nobody.post(&format!("{PAGE}/anmeldung"), words).await;
        assert_eq!(words.status, 422, "a name alone is no file");
        let program = with_file(trial, "Kim Beispiel", (&field, b"MZ\x90\0")).await;
        assert_eq!(program.status, 422);
        assert!(
            program.has("wird nicht angenommen"),
            "{}",
            program.main_text()
        );
        let large = [b"%PDF-1.7\n".as_slice(), &vec![b'x'; 5 * 1024 * 1024]].concat();
        let large = with_file(trial, "Kim Beispiel", (&field, &large)).await;
        assert!(large.has("zu groß"), "{}", large.main_text());
        let taken = with_file(trial, "Kim Beispiel", (&field, b"%PDF-1.7\nNachweis")).await;
        assert_eq!(taken.status, 303, "{}", taken.main_text());

        let list = trial.office.get(&format!("{PAGE}/anmeldungen")).await;
        let place = list.link("Kim Beispiel");
        let path = format!("{place}/datei/{id}");
        let named = trial.office.get(&place).await;
        assert!(named.has("Nachweis 1.pdf"), "{}", named.main_text());
        let file = trial.office.get(&path).await;
        assert_eq!(file.body, b"%PDF-1.7\nNachweis");
        assert_eq!(file.header("content-type"), "application/pdf");
        assert!(file.header("content-disposition").starts_with("attachment"));
        assert_eq!(trial.nobody.get(&path).await.status, 303, "nobody else");
        assert!(
            !trial
                .office
                .get("/weimar/suche?q=Nachweis")
                .await
                .has("Nachweis 1")
        );

        let (archive, _) = crate::archive::taken(trial).await;
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(archive.body)).unwrap();
        let table = crate::archive::read(&mut archive, "anmeldungen-dateien.csv");
        let inside = table.split(';').find(|it| it.starts_with("dateien/"));
        let inside = inside.unwrap_or_else(|| panic!("{table}"));
        assert!(inside.ends_with("-nachweis-1.pdf"), "{inside}");
        assert_eq!(
            crate::archive::read(&mut archive, inside),
            "%PDF-1.7\nNachweis"
        );

        let own = link(mails_to(trial, "Kim Beispiel").await.last().unwrap());
        let details = form![("name", "Kim Beispiel"), ("organisation", "")];
        let kept = trial.nobody.post(&format!("{own}/angaben"), details).await;
        assert_eq!(kept.status, 303, "the file that is there stays");
        assert_eq!(trial.office.get(&path).await.body, b"%PDF-1.7\nNachweis");

        trial.move_to_local("2018-01-18T12:00").await;
        trial.run_due().await;
        assert_eq!(
            trial.office.get(&path).await.status,
            404,
            "its days are over"
        );
        let left = "EXISTS (SELECT 1 FROM registration_file a WHERE a.place_id = t.id)";
        assert_eq!(places(trial, left).await, 0);
    }
);
