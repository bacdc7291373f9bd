//! Stories of the room publishing.

use base::access::Actor;
use publishing::PostInput;
use trial::{File, Seen, Trial, form, story};

const WRITE: &str = "/weimar/meldung-schreiben";

/// A form that can be saved.
fn draft(title: &str, audience: &str) -> Vec<(String, String)> {
    form![
        ("title", title),
        ("lead", "Worum es geht."),
        ("body", "Alle Häuser der Kreisgruppe öffnen ihre Türen."),
        ("audience", audience),
    ]
}

/// Writes and brings out; the address of the post.
async fn published(trial: &Trial, title: &str, audience: &str) -> String {
    let answer = trial.office.post(WRITE, draft(title, audience)).await;
    let address = address(&answer);
    let out = format!("{address}/veroeffentlichung");
    assert_eq!(trial.office.post(&out, form![]).await.status, 303);
    address
}

fn address(answer: &Seen) -> String {
    assert_eq!(answer.status, 303, "{}", answer.text());
    let location = answer.location();
    location.split('?').next().unwrap_or_default().to_owned()
}

/// The head of a picture; enough to be known by.
fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
    bytes.extend(width.to_be_bytes());
    bytes.extend(height.to_be_bytes());
    bytes.extend([8, 2, 0, 0, 0, 0, 0, 0, 0]);
    bytes
}

fn picture(bytes: &[u8]) -> File<'_> {
    File {
        field: "picture",
        name: "fest.png",
        kind: "image/png",
        bytes,
    }
}

story!(a_draft_is_seen_by_its_office_alone, |trial| async {
    let answer = trial
        .office
        .post(WRITE, draft("Tag der offenen Tür", "public"))
        .await;
    let address = address(&answer);

    assert_eq!(address, "/weimar/meldungen/tag-der-offenen-tuer");
    assert!(trial.office.get(&address).await.has("Entwurf"));
    assert!(
        trial
            .office
            .get("/weimar/intern")
            .await
            .has("Tag der offenen Tür")
    );
    for visitor in [
        &trial.nobody,
        &trial.member,
        &trial.stranger,
        &trial.operator,
    ] {
        assert_eq!(visitor.get(&address).await.status, 404);
        assert!(
            !visitor
                .get("/weimar/meldungen")
                .await
                .has("Tag der offenen Tür")
        );
        assert!(
            !visitor
                .get("/weimar/suche?q=offene")
                .await
                .has("Tag der offenen Tür")
        );
    }
});

story!(a_post_comes_out_and_is_taken_back, |trial| async {
    let address = published(trial, "Tag der offenen Tür", "public").await;

    let page = trial.nobody.get(&address).await;
    assert_eq!(page.status, 200);
    assert!(
        page.main_text().contains("20. November 2017"),
        "{}",
        page.main_text()
    );
    assert!(trial.nobody.get("/weimar").await.has("Tag der offenen Tür"));
    assert!(
        trial
            .nobody
            .get("/en/weimar/meldungen")
            .await
            .has("Tag der offenen Tür")
    );
    let feed = trial.nobody.get("/weimar/meldungen.atom").await;
    assert_eq!(
        feed.header("content-type"),
        "application/atom+xml; charset=utf-8"
    );
    assert!(feed.html().contains("<title>Tag der offenen Tür</title>"));

    let back = format!("{address}/ruecknahme");
    assert_eq!(trial.office.post(&back, form![]).await.status, 303);
    assert_eq!(trial.nobody.get(&address).await.status, 404);
    assert!(!trial.nobody.get("/weimar").await.has("Tag der offenen Tür"));
    assert!(
        !trial
            .nobody
            .get("/weimar/meldungen.atom")
            .await
            .html()
            .contains("offenen")
    );
});

story!(
    a_draft_can_be_deleted_and_a_post_that_is_out_cannot,
    |trial| async {
        let out = published(trial, "Bleibt", "public").await;
        let refused = trial
            .office
            .post(&format!("{out}/loeschung"), form![])
            .await;
        assert_eq!(refused.status, 422);

        let draft = address(&trial.office.post(WRITE, draft("Geht", "public")).await);
        let asked = trial.office.get(&format!("{draft}/loeschung")).await;
        assert!(asked.has("Entwurf „Geht“ löschen?"), "{}", asked.text());
        let gone = trial
            .office
            .post_on(&format!("{draft}/loeschung"), form![])
            .await;
        assert!(gone.has("Der Entwurf ist gelöscht."));
        assert_eq!(trial.office.get(&draft).await.status, 404);
    }
);

story!(a_post_for_members_stays_among_members, |trial| async {
    let address = published(trial, "Interne Nachricht", "members").await;

    assert!(trial.member.get(&address).await.has("Für Mitglieder"));
    assert!(
        trial
            .member
            .get("/weimar/meldungen")
            .await
            .has("Interne Nachricht")
    );
    for visitor in [&trial.nobody, &trial.stranger, &trial.operator] {
        assert_eq!(visitor.get(&address).await.status, 404);
        assert!(
            !visitor
                .get("/weimar/meldungen")
                .await
                .has("Interne Nachricht")
        );
    }
    assert!(
        !trial
            .member
            .get("/weimar/meldungen.atom")
            .await
            .html()
            .contains("Interne")
    );
});

story!(
    another_office_may_neither_write_nor_change_here,
    |trial| async {
        let address = published(trial, "Unsere Meldung", "public").await;

        for visitor in [&trial.stranger, &trial.operator] {
            assert_eq!(visitor.get(WRITE).await.status, 404);
            assert_eq!(
                visitor.get(&format!("{address}/bearbeiten")).await.status,
                404
            );
            let taken = visitor
                .post(&format!("{address}/ruecknahme"), form![])
                .await;
            assert_eq!(taken.status, 404);
        }
        assert_eq!(trial.member.get(WRITE).await.status, 403);
        assert_eq!(trial.nobody.get(&address).await.status, 200);
    }
);

story!(old_addresses_lead_to_where_a_post_is_now, |trial| async {
    let old = published(trial, "Erste Überschrift", "public").await;
    let version = trial
        .office
        .get(&format!("{old}/bearbeiten"))
        .await
        .field("version");

    let mut changed = draft("Zweite Überschrift", "public");
    changed.extend(form![("version", version.unwrap())]);
    let answer = trial
        .office
        .post(&format!("{old}/bearbeiten"), changed)
        .await;

    assert_eq!(address(&answer), "/weimar/meldungen/zweite-ueberschrift");
    let moved = trial.nobody.get(&old).await;
    assert_eq!(moved.status, 308);
    assert_eq!(moved.location(), "/weimar/meldungen/zweite-ueberschrift");
    assert_eq!(
        trial.nobody.get(&format!("/en{old}")).await.location(),
        "/en/weimar/meldungen/zweite-ueberschrift"
    );
    let other = address(
        &trial
            .office
            .post(WRITE, draft("Erste Überschrift", "public"))
            .await,
    );
    assert_eq!(other, "/weimar/meldungen/erste-ueberschrift-2");
});

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

story!(
    the_search_finds_stems_and_respects_the_audience,
    |trial| async {
        let public = published(trial, "Ein Haus für Familien", "public").await;
        published(trial, "Das Haus der Mitglieder", "members").await;
        published(trial, "Haus der Geschäftsstelle", "office").await;
        let hits = async |visitor: &trial::Visitor, query: &str| {
            let page = visitor
                .get(&format!("/weimar/suche?q={}", shell::encoded(query)))
                .await;
            assert_eq!(page.status, 200);
            let mut titles: Vec<String> = page
                .links()
                .into_iter()
                .filter(|(title, href)| {
                    href.starts_with("/weimar/meldungen/") && title.contains("Haus ")
                })
                .map(|(title, _)| title)
                .collect();
            titles.sort();
            titles
        };

        for query in ["Häuser", "haus", "HAUS", "Hauses"] {
            assert_eq!(
                hits(&trial.nobody, query).await,
                ["Ein Haus für Familien"],
                "{query}"
            );
            assert_eq!(
                hits(&trial.stranger, query).await,
                ["Ein Haus für Familien"],
                "{query}"
            );
            assert_eq!(
                hits(&trial.member, query).await,
                ["Das Haus der Mitglieder", "Ein Haus für Familien"],
                "{query}"
            );
            assert_eq!(hits(&trial.office, query).await.len(), 3, "{query}");
        }
        assert_eq!(
            hits(&trial.nobody, "Familie Haus").await,
            ["Ein Haus für Familien"]
        );
        assert!(
            trial
                .nobody
                .get("/weimar/suche?q=xyzzyplugh")
                .await
                .has("Nichts gefunden")
        );
        for odd in [
            "%22",
            "%27%20OR%201%3D1",
            "*",
            "%00",
            "%26%20%7C%20%21",
            "%3Cscript%3E",
        ] {
            assert_eq!(
                trial
                    .nobody
                    .get(&format!("/weimar/suche?q={odd}"))
                    .await
                    .status,
                200
            );
        }
        trial
            .office
            .post(&format!("{public}/ruecknahme"), form![])
            .await;
        assert_eq!(hits(&trial.nobody, "Häuser").await, [""; 0]);
    }
);

story!(tags_gather_posts_and_gatherings, |trial| async {
    let mut fields = draft("Preis für Freiwillige", "public");
    fields.extend(form![("tags", "Ehrenämter, Weimarer Land")]);
    let address = address(&trial.office.post(WRITE, fields).await);
    trial
        .office
        .post(&format!("{address}/veroeffentlichung"), form![])
        .await;

    let tag = trial.nobody.get(&address).await.link("Ehrenämter");
    assert_eq!(tag, "/weimar/schlagworte/ehrenaemter");
    assert!(trial.nobody.get(&tag).await.has("Preis für Freiwillige"));
    assert!(
        trial
            .nobody
            .get("/weimar/schlagworte")
            .await
            .has("Weimarer Land")
    );
    assert_eq!(
        trial
            .nobody
            .get("/weimar/schlagworte/gibt-es-nicht")
            .await
            .status,
        404
    );
});

story!(a_held_gathering_becomes_a_report, |trial| async {
    let gatherings = trial.office.get("/weimar/termine?jahr=2017").await;
    let gathering = gatherings.link("Beratung sichern");
    let write = trial.office.get(&gathering).await.link("Bericht schreiben");
    let page = trial.office.get(&write).await;
    assert!(page.field("title").unwrap().contains("Beratung sichern"));

    let fields = form![
        ("title", "Beratungsstellen legen Zahlen vor"),
        ("lead", "Die Zahlen liegen nebeneinander."),
        ("source_mark", "Weimar (kg)"),
        (
            "links",
            "https://www.example.org/presse Pressemitteilung dazu"
        ),
        ("gathering", page.field("gathering").unwrap()),
        ("audience", "public"),
    ];
    let report = address(&trial.office.post(WRITE, fields).await);
    assert!(
        !trial
            .nobody
            .get(&gathering)
            .await
            .has("Beratungsstellen legen")
    );
    trial
        .office
        .post(&format!("{report}/veroeffentlichung"), form![])
        .await;

    let seen = trial.nobody.get(&report).await;
    assert_eq!(seen.link("Beratung sichern"), gathering);
    assert_eq!(
        seen.link("Pressemitteilung dazu"),
        "https://www.example.org/presse"
    );
    assert!(
        seen.main_text()
            .starts_with("Weimar (kg) · 20. November 2017"),
        "{}",
        seen.main_text()
    );
    assert_eq!(
        trial
            .nobody
            .get(&gathering)
            .await
            .link("Beratungsstellen legen"),
        report
    );
});

story!(
    every_network_has_its_legal_pages_and_every_page_leads_there,
    |trial| async {
        for root in ["", "/weimar", "/celle"] {
            for lang in ["", "/en"] {
                for page in ["impressum", "datenschutz", "barrierefreiheit"] {
                    let seen = trial.nobody.get(&format!("{lang}{root}/{page}")).await;
                    assert_eq!(seen.status, 200, "{lang}{root}/{page}");
                    assert!(seen.main_text().len() > 60, "{}", seen.main_text());
                    assert!(
                        !seen.html().contains("publishing-"),
                        "an unknown phrase on {page}"
                    );
                }
            }
        }
        for path in [
            "/weimar",
            "/weimar/meldungen",
            "/weimar/schlagworte",
            "/weimar/suche",
            "/weimar/suche?q=haus",
            "/weimar/termine",
            "/weimar/gibt-es-nicht",
            "/weimar/datenschutz",
        ] {
            let seen = trial.nobody.get(path).await;
            assert_eq!(seen.link("Impressum"), "/weimar/impressum", "{path}");
        }
        assert_eq!(trial.nobody.get("/").await.link("Impressum"), "/impressum");
        let privacy = trial.nobody.get("/weimar/datenschutz").await;
        assert!(
            privacy.has("Thüringer Landesbeauftragten"),
            "{}",
            privacy.main_text()
        );
        assert!(
            trial
                .nobody
                .get("/celle/datenschutz")
                .await
                .has("Niedersachsen")
        );
        assert_eq!(privacy.header("set-cookie"), "");
    }
);

story!(the_office_adds_to_its_legal_pages, |trial| async {
    let page = "/weimar/barrierefreiheit";
    assert!(trial.office.get(page).await.has("fehlt die Durchsetzungs"));
    assert!(!trial.nobody.get(page).await.has("fehlt die Durchsetzungs"));

    let fields = form![(
        "enforcement_de",
        "Landesbeauftragung für Menschen mit Behinderungen"
    )];
    let saved = trial.office.post_on("/weimar/seitentexte", fields).await;

    assert!(saved.has("Die Texte sind gespeichert."));
    assert!(
        trial
            .nobody
            .get(page)
            .await
            .has("Landesbeauftragung für Menschen")
    );
    assert!(
        trial
            .nobody
            .get(&format!("/en{page}"))
            .await
            .html()
            .contains("lang=\"de\"")
    );
    assert!(
        !trial
            .nobody
            .get("/celle/barrierefreiheit")
            .await
            .has("Landesbeauftragung für")
    );
    assert_eq!(trial.member.get("/weimar/seitentexte").await.status, 403);
    assert_eq!(trial.office.get("/betrieb/texte").await.status, 403);

    let own = form![("imprint_de", "Verein für freie Programme, Musterweg 1")];
    assert_eq!(trial.operator.post("/betrieb/texte", own).await.status, 303);
    assert!(trial.nobody.get("/impressum").await.has("Musterweg 1"));
});

story!(the_front_pages_say_who_and_where, |trial| async {
    let front = trial.nobody.get("/").await;
    assert_eq!(front.link("Weimar"), "/weimar");
    assert_eq!(trial.nobody.get("/en").await.link("Weimar"), "/en/weimar");

    let home = trial.nobody.get("/weimar").await;
    assert!(
        home.main_text().contains("35 Mitgliedsorganisationen")
            || home.main_text().contains("Mitgliedsorganisationen 35"),
        "{}",
        home.main_text()
    );
    assert!(home.has("Wofür wir stehen") && home.has("Teil von"));
    assert_eq!(trial.nobody.get("/weimar/intern").await.status, 303);
    assert_eq!(trial.stranger.get("/weimar/intern").await.status, 404);
    assert!(trial.member.get("/weimar/intern").await.has("Was ansteht"));
});

story!(programs_are_told_which_pages_are_public, |trial| async {
    let actor = Actor {
        name: "Geschäftsstelle".to_owned(),
        ..Actor::default()
    };
    trial
        .write(move |conn, moment| {
            let weimar = register::network_by_slug(conn, "weimar")?.ok_or(base::Halt::Missing)?;
            let input = PostInput {
                title: "Für die Landkarte".to_owned(),
                lead: "Kurz.".to_owned(),
                ..PostInput::default()
            };
            let id = publishing::write_post(conn, moment, &actor, weimar.id, &input)?;
            publishing::publish_post(conn, moment, &actor, id)
        })
        .await
        .unwrap();

    let map = trial.nobody.get("/sitemap.xml").await.html();
    assert!(map.contains("<loc>http://kreis.test/weimar/meldungen/fuer-die-landkarte</loc>"));
    assert!(map.contains("<loc>http://kreis.test/en/celle/impressum</loc>"));
    assert!(
        trial
            .nobody
            .get("/robots.txt")
            .await
            .html()
            .contains("Sitemap: http://kreis.test/sitemap.xml")
    );
});

#[test]
fn an_empty_installation_says_how_to_begin() {
    let runtime = trial::tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let trial = Trial::empty(trial::DbKind::Sqlite).await;

        let front = trial.nobody.get("/").await;

        assert_eq!(front.status, 200);
        assert_eq!(front.link("Erstes Netzwerk einrichten"), "/einrichten");
        assert_eq!(trial.nobody.get("/impressum").await.status, 200);
        assert_eq!(trial.nobody.get("/sitemap.xml").await.status, 200);
    });
}
