//! Search, front pages, legal pages and what programs read.

use base::access::Actor;
use publishing::PostInput;
use trial::{Trial, form, story};

use super::published;

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
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let trial = Trial::empty(trial::DbKind::Sqlite).await;

        let front = trial.nobody.get("/").await;

        assert_eq!(front.status, 200);
        assert_eq!(front.link("Erstes Netzwerk einrichten"), "/einrichten");
        assert_eq!(trial.nobody.get("/impressum").await.status, 200);
        assert_eq!(trial.nobody.get("/sitemap.xml").await.status, 200);
    });
}
