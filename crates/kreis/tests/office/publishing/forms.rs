//! Writing posts: pictures, odd input, previews, two who write at once.

use trial::{form, story};

use super::{WRITE, address, draft, picture, png, published};

story!(two_who_change_the_same_post_lose_nothing, |trial| async {
    let address = published(trial, "Gemeinsam", "public").await;
    let edit = format!("{address}/bearbeiten");
    let version = trial.office.get(&edit).await.field("version").unwrap();
    let with = |lead: &str| {
        form![
            ("title", "Gemeinsam"),
            ("lead", lead),
            ("audience", "public"),
            ("version", version),
        ]
    };

    assert_eq!(
        trial
            .office
            .post(&edit, with("Die Schnellere"))
            .await
            .status,
        303
    );
    let late = trial.office.post(&edit, with("Die Langsamere")).await;

    assert_eq!(late.status, 409);
    assert!(late.has("inzwischen geändert") && late.html().contains("Die Langsamere"));
    assert!(trial.nobody.get(&address).await.has("Die Schnellere"));
    let newer = late.field("version").unwrap();
    let again = form![
        ("title", "Gemeinsam"),
        ("lead", "Die Langsamere"),
        ("audience", "public"),
        ("version", newer),
    ];
    assert_eq!(trial.office.post(&edit, again).await.status, 303);
});

story!(
    a_picture_comes_with_words_and_is_served_as_what_it_is,
    |trial| async {
        let bytes = png(640, 480);
        let mut fields = draft("Sommerfest", "public");
        fields.extend(form![
            ("picture_alt", "Drei Personen halten eine Urkunde."),
            (
                "picture_caption",
                "Verleihung auf der Hofbühne. Foto: Kreisgruppe"
            ),
        ]);
        let address = address(&trial.office.upload(WRITE, fields, &[picture(&bytes)]).await);
        let file = format!("{address}/bild");
        assert_eq!(trial.nobody.get(&file).await.status, 404);
        trial
            .office
            .post(&format!("{address}/veroeffentlichung"), form![])
            .await;

        let page = trial.nobody.get(&address).await.html();
        assert!(
            page.contains(
                "width=\"640\" height=\"480\" alt=\"Drei Personen halten eine Urkunde.\""
            )
        );
        assert!(
            page.contains(
                "<figcaption>Verleihung auf der Hofbühne. Foto: Kreisgruppe</figcaption>"
            )
        );
        let served = trial.nobody.get(&file).await;
        assert_eq!(served.status, 200);
        assert_eq!(served.header("content-type"), "image/png");
        assert_eq!(served.header("x-content-type-options"), "nosniff");
        assert_eq!(served.body, bytes);
    }
);

story!(
    pictures_of_the_wrong_kind_or_size_are_refused_and_the_text_stays,
    |trial| async {
        let page = b"<!doctype html><script>alert(1)</script>".to_vec();
        let vast = {
            let mut bytes = png(9000, 9000);
            bytes.resize(8_000_001, 0);
            bytes
        };
        for (bytes, fault) in [
            (page, "Diese Datei ist kein Bild"),
            (vast, "Das Bild ist zu groß"),
            (png(0, 0), "Diese Datei ist kein Bild"),
        ] {
            let mut fields = draft("Mit falschem Bild", "public");
            fields.extend(form![("picture_alt", "Ein Bild")]);
            let answer = trial.office.upload(WRITE, fields, &[picture(&bytes)]).await;
            assert_eq!(answer.status, 422);
            assert!(answer.has(fault), "{}", answer.main_text());
            assert!(answer.html().contains("Alle Häuser der Kreisgruppe"));
        }
        let fields = draft("Ohne Bildbeschreibung", "public");
        let answer = trial
            .office
            .upload(WRITE, fields, &[picture(&png(4, 3))])
            .await;
        assert_eq!(answer.status, 422);
        assert!(answer.has("Bitte beschreiben Sie das Bild"));
    }
);

story!(
    an_empty_or_odd_form_is_refused_with_everything_typed_kept,
    |trial| async {
        let empty = trial.office.post(WRITE, form![]).await;
        assert_eq!(empty.status, 422);

        let odd = form![
            ("title", "Titel"),
            ("body", "<script>alert(1)</script>"),
            ("links", "javascript:alert(1)"),
            ("day", "2999-01-01"),
            ("audience", "alle"),
        ];
        let answer = trial.office.post(WRITE, odd).await;
        assert_eq!(answer.status, 422);
        assert!(!answer.html().contains("<script>alert"));
        assert_eq!(answer.field("title").as_deref(), Some("Titel"));

        let vast = form![("title", "x".repeat(1_000_000)), ("audience", "public"),];
        assert_eq!(trial.office.post(WRITE, vast).await.status, 422);

        let bare = form![("title", "Nur ein Titel"), ("audience", "public")];
        let address = address(&trial.office.post(WRITE, bare).await);
        let refused = trial
            .office
            .post(&format!("{address}/veroeffentlichung"), form![])
            .await;
        assert_eq!(refused.status, 422);
        assert!(refused.has("braucht die Meldung einen Vorspann oder einen Text"));
    }
);

story!(a_preview_saves_nothing, |trial| async {
    let mut fields = draft("Noch nicht gespeichert", "public");
    fields.extend(form![("preview", "true")]);

    let page = trial.office.post(WRITE, fields).await;

    assert_eq!(page.status, 200);
    assert!(page.main_text().contains("Vorschau") && page.has("öffnen ihre Türen"));
    assert!(
        !trial
            .office
            .get("/weimar/meldungen")
            .await
            .has("Noch nicht gespeichert")
    );
});

story!(hostile_text_is_shown_as_letters, |trial| async {
    let fields = form![
        ("title", "<b>Fett</b> & \"mehr\""),
        ("lead", "<img src=x onerror=alert(1)>"),
        (
            "body",
            "<script>alert(1)</script>\n\n[x](javascript:alert(1)) ![y](https://example.org/y.png)"
        ),
        ("source_mark", "<i>"),
        ("tags", "<u>"),
        ("audience", "public"),
    ];
    let address = address(&trial.office.post(WRITE, fields).await);
    trial
        .office
        .post(&format!("{address}/veroeffentlichung"), form![])
        .await;

    for path in [
        address.as_str(),
        "/weimar",
        "/weimar/meldungen",
        "/weimar/meldungen.atom",
    ] {
        let html = trial.nobody.get(path).await.html();
        for tag in [
            "<b>Fett",
            "<img src=x",
            "<script>alert",
            "href=\"javascript",
            "<i>",
            "<u>",
        ] {
            assert!(!html.contains(tag), "{path}: {tag}");
        }
    }
});
