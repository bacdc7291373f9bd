//! The texts of a network's mails: shown before they are saved, saved, and in the mails.

use trial::{Trial, form, story};

const PATH: &str = "/weimar/einstellungen/mailtexte";
const GATHERING: &str = "/weimar/termine/2017-12-07-fachkraefte-dringend-gesucht";

fn texts(preview: bool, opening: &str) -> Vec<(String, String)> {
    let mut fields = form![
        ("invitation-opening-de", opening),
        (
            "invitation-note-de",
            "Parkplätze gibt es im Hof, auch am {Tag}."
        ),
        (
            "change-afterword-de",
            "Fragen beantwortet die Geschäftsstelle gern."
        ),
        (
            "minutes-distribution-de",
            "anbei das Protokoll zu „{Titel}“.\n\nVielen Dank."
        ),
        ("closing-de", "Herzlich\n{Geschäftsstelle}"),
        ("closing-en", "Yours\n{Geschäftsstelle}"),
        ("lang", "de"),
    ];
    if preview {
        fields.extend(form![("preview", "true")]);
    }
    fields
}

async fn journal_of_network(trial: &Trial) -> usize {
    let entries = trial
        .read(|conn| {
            let network = register::network_by_slug(conn, "weimar")?.unwrap();
            conn.journal_of(network.id)
        })
        .await;
    let changed = entries.iter().filter(|it| it.verb == "register-wordings");
    changed.count()
}

story!(
    texts_are_shown_in_the_whole_mail_before_they_are_saved,
    |trial| async {
        for (letter, words) in [
            (
                "invitations.invitation",
                "kommen Sie zu Vorbereitung der Dezembersitzung!",
            ),
            (
                "invitations.invitation",
                "Parkplätze gibt es im Hof, auch am 29. November 2017.",
            ),
            ("invitations.invitation", "Kalendereintrag"),
            (
                "invitations.update",
                "Fragen beantwortet die Geschäftsstelle gern.",
            ),
            (
                "invitations.cancellation",
                "Fragen beantwortet die Geschäftsstelle gern.",
            ),
            (
                "minutes.distribution",
                "anbei das Protokoll zu „Mustersitzung“.",
            ),
            ("minutes.distribution", "Herzlich"),
        ] {
            let mut fields = texts(true, "kommen Sie zu {Titel}!");
            fields.extend(form![("letter", letter)]);
            let page = trial.office.post(PATH, fields).await;

            assert_eq!(page.status, 200, "{letter}");
            assert!(
                page.has("Gespeichert ist noch nichts"),
                "{}",
                page.main_text()
            );
            assert!(page.has(words), "{letter}: {}", page.main_text());
            assert!(page.has("Guten Tag"), "{letter}: {}", page.main_text());
            assert!(page.has("kommen Sie zu {Titel}!"), "{}", page.main_text());
        }
        let mut english = texts(true, "kommen Sie!");
        english.retain(|(name, _)| name != "lang");
        english.extend(form![
            ("lang", "en"),
            ("letter", "invitations.cancellation")
        ]);
        let page = trial.office.post(PATH, english).await;
        assert!(page.has("Yours"), "{}", page.main_text());
        assert!(
            page.has("is cancelled") || page.has("Cancelled"),
            "{}",
            page.main_text()
        );

        let saved = trial.office.get(PATH).await;
        assert!(!saved.has("kommen Sie zu"), "{}", saved.main_text());
        assert!(saved.has("Eingebauter Text: „wir laden Sie herzlich ein: „{Titel}“.“"));
        assert_eq!(journal_of_network(trial).await, 0);
    }
);

story!(
    saved_texts_go_out_and_emptied_ones_give_way_to_the_built_in,
    |trial| async {
        let page = trial
            .office
            .post_on(PATH, texts(false, "kommen Sie zu {Titel}!"))
            .await;
        assert!(
            page.has("Die Mailtexte sind gespeichert."),
            "{}",
            page.main_text()
        );
        assert!(page.has("Mailtexte geändert"), "{}", page.main_text());
        let same = texts(false, "kommen Sie zu {Titel}!");
        assert_eq!(trial.office.post(PATH, same).await.status, 303);
        assert_eq!(journal_of_network(trial).await, 1);

        let form = trial
            .office
            .get(&format!("{GATHERING}/einladung/runde"))
            .await;
        assert!(form.has("Parkplätze gibt es im Hof, auch am 7. Dezember 2017."));
        let fields = form![("member_contacts", "yes"), ("note", "Nur diesmal.")];
        let round = trial
            .office
            .post(&format!("{GATHERING}/einladung/runde"), fields)
            .await;
        let mail = trial
            .office
            .get(&format!("{}/html", round.location()))
            .await;
        for words in [
            "kommen Sie zu Fachkräfte dringend gesucht!",
            "Nur diesmal.",
            "Herzlich",
        ] {
            assert!(mail.has(words), "{words}: {}", mail.text());
        }
        assert!(!mail.has("wir laden Sie herzlich ein"), "{}", mail.text());
        assert!(!mail.has("Mit freundlichen Grüßen"), "{}", mail.text());

        trial.office.post(PATH, form![("lang", "de")]).await;
        let mail = trial
            .office
            .get(&format!("{}/html", round.location()))
            .await;
        assert!(mail.has("wir laden Sie herzlich ein"), "{}", mail.text());
        assert!(mail.has("Mit freundlichen Grüßen"), "{}", mail.text());
    }
);

story!(
    a_text_with_an_unknown_blank_is_refused_at_its_field,
    |trial| async {
        for preview in [true, false] {
            let typed = "Am {Ort}: <script>alert(1)</script>";
            let page = trial.office.post(PATH, texts(preview, typed)).await;

            assert_eq!(page.status, 422);
            assert!(page.has("Den Platzhalter {Ort} kennt das Programm hier nicht."));
            assert!(
                page.html()
                    .contains("href=\"#field-invitation-opening-de\"")
            );
            assert!(page.has(typed), "{}", page.main_text());
            assert!(!page.html().contains("<script>alert"));
            assert!(!page.has("Gespeichert ist noch nichts"));
        }
        assert_eq!(journal_of_network(trial).await, 0);
    }
);

story!(mail_texts_hold_words_and_never_code, |trial| async {
    let typed = "<script>alert(1)</script> & {Titel}";
    let mut fields = texts(true, typed);
    fields.extend(form![("letter", "invitations.invitation")]);
    let page = trial.office.post(PATH, fields).await;
    assert_eq!(page.status, 200);
    assert!(
        page.has("<script>alert(1)</script> & Vorbereitung"),
        "{}",
        page.main_text()
    );
    assert!(!page.html().contains("<script>alert"));

    trial.office.post(PATH, texts(false, typed)).await;
    let fields = form![("member_contacts", "yes")];
    let round = trial
        .office
        .post(&format!("{GATHERING}/einladung/runde"), fields)
        .await;
    let mail = trial
        .office
        .get(&format!("{}/html", round.location()))
        .await;
    assert!(!mail.html().contains("<script>"));
    let pdf = trial
        .office
        .get(&format!("{}/anlage/0", round.location()))
        .await;
    assert!(pdf.body.starts_with(b"%PDF-"));
});

story!(mail_texts_are_the_offices_alone, |trial| async {
    assert_eq!(trial.member.get(PATH).await.status, 403);
    assert_eq!(trial.stranger.get(PATH).await.status, 404);
    assert_eq!(trial.member.post(PATH, texts(true, "x")).await.status, 403);
    assert_eq!(trial.leader.post(PATH, texts(false, "x")).await.status, 403);
    let tabs = trial.office.get("/weimar/einstellungen").await;
    assert_eq!(tabs.link("Mailtexte"), PATH);
});
