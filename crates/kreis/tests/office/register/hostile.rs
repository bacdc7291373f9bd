//! Every form of the register against what nobody should type.

use super::record;
use trial::{form, story};

story!(no_form_of_the_register_breaks, |trial| async {
    let organisation = record(&trial.office, "/weimar/organisationen", "Lebensräume").await;
    let person = record(&trial.office, "/weimar/personen", "Geschäftsführung Lebens").await;
    let page = trial.office.get(&person).await;
    let forms = [
        (
            "/weimar/organisation-anlegen".to_owned(),
            vec!["name", "web", "mail", "from", "kind"],
        ),
        (
            format!("{organisation}/bearbeiten"),
            vec!["name", "web", "mail", "note"],
        ),
        (
            format!("{organisation}/mitgliedschaft"),
            vec!["kind", "from", "until"],
        ),
        (
            "/weimar/person-anlegen".to_owned(),
            vec!["name", "mail", "lang", "address_form"],
        ),
        (
            format!("{person}/bearbeiten"),
            vec!["name", "mail", "sort_name", "note"],
        ),
        (
            format!("{person}/funktion"),
            vec!["organisation", "title", "from", "until"],
        ),
        (page.link("Bearbeiten: "), vec!["title", "from", "until"]),
        (page.link("Beenden: "), vec!["until"]),
        (
            "/weimar/gremium-anlegen".to_owned(),
            vec!["name", "slug", "about"],
        ),
        (
            "/weimar/gremien/vorstand/bearbeiten".to_owned(),
            vec!["name", "slug", "about"],
        ),
        (
            "/weimar/gremien/vorstand/mitwirkung".to_owned(),
            vec!["party", "title", "until"],
        ),
        (
            "/weimar/einstellungen".to_owned(),
            vec!["name", "slug", "accent", "objection_days"],
        ),
        (
            "/weimar/einstellungen/mailtexte".to_owned(),
            vec![
                "closing-de",
                "invitation-note-de",
                "letter",
                "lang",
                "preview",
            ],
        ),
        ("/konto".to_owned(), vec!["name", "lang"]),
        ("/konto/passwort".to_owned(), vec!["password"]),
    ];
    let huge = "a".repeat(1_000_000);
    let poison = [
        "",
        " ",
        "\u{202e}umgekehrt\u{202c}",
        "<script>alert(1)</script>",
        "' OR 1=1 --",
        "0000-01-01",
        "9999-12-31",
        "31.02.2018",
        "👩‍🦽🎉",
        "\0",
        "%00%zz",
        huge.as_str(),
    ];
    for (path, names) in &forms {
        for poison in poison {
            // The whole form may hold little more than one such text.
            let poisoned = if poison.len() > 100_000 {
                1
            } else {
                names.len()
            };
            let fields = names
                .iter()
                .take(poisoned)
                .map(|name| ((*name).to_owned(), poison.to_owned()));
            let answer = trial.office.post(path, fields.collect()).await;
            let short: String = poison.chars().take(20).collect();
            let is_calm = matches!(answer.status, 200 | 303 | 422);
            assert!(is_calm, "{path} with {short:?}: {}", answer.status);
            assert!(!answer.html().contains("<script>alert"), "{path}");
        }
    }
});

story!(what_is_typed_stays_when_it_is_refused, |trial| async {
    let fields = form![
        ("name", ""),
        ("address_form", "frau"),
        ("mail", "keine Adresse"),
        ("phone", "03643 1"),
        ("lang", "en"),
        ("note", "eine lange Notiz")
    ];
    let answer = trial.office.post("/weimar/person-anlegen", fields).await;

    assert_eq!(answer.status, 422);
    assert!(
        answer.has("Bitte prüfen Sie 2 Angaben"),
        "{}",
        answer.main_text()
    );
    assert_eq!(answer.field("mail").as_deref(), Some("keine Adresse"));
    assert_eq!(answer.field("phone").as_deref(), Some("03643 1"));
    assert!(answer.has("eine lange Notiz"));
});

story!(words_of_people_are_words_on_pages, |trial| async {
    let name = "<b>Träger</b> & \"Söhne\"";
    let fields = form![
        ("name", name),
        ("kind", "member"),
        ("web", "https://a.example/?x=1&y=2")
    ];
    let page = trial
        .office
        .post_on("/weimar/organisation-anlegen", fields)
        .await;

    assert!(page.main_text().contains(name), "{}", page.main_text());
    assert!(!page.html().contains("<b>Träger"));
    let script = form![
        ("name", "Andere"),
        ("kind", "none"),
        ("web", "javascript:alert(1)")
    ];
    let refused = trial
        .office
        .post("/weimar/organisation-anlegen", script)
        .await;
    assert_eq!(refused.status, 422);
});

story!(addresses_that_name_nothing_lead_nowhere, |trial| async {
    for path in [
        "/weimar/organisationen/keine-id",
        "/weimar/organisationen/00000000-0000-7000-8000-000000000000",
        "/weimar/personen/00000000-0000-7000-8000-000000000000/bearbeiten",
        "/weimar/gremien/gibt-es-nicht",
        "/weimar/mitwirkungen/x/ende",
        "/weimar/funktionen/00000000-0000-7000-8000-000000000000/ende",
        "/gibt-es-nicht/organisationen",
    ] {
        assert_eq!(trial.office.get(path).await.status, 404, "{path}");
    }
});
