//! A member looks, asks and is answered; the office looks and is seen looking.

use kreis::demo::{Role, contents};
use trial::{Trial, form, story};

use super::{contact, of, person_behind};

story!(
    a_member_reads_everything_and_takes_it_along,
    |trial| async {
        let page = trial.member.get("/konto/daten").await;
        for words in [
            "Eintrag im Verzeichnis",
            "Leitung Lebensräume",
            "leitung@lebensraeume.example",
            "Einladungen und Antworten",
            "Briefe per E-Mail",
            "Protokolle und Teilnahme",
            "Als handelnde Person im Journal",
            "berechtigtes Interesse",
        ] {
            assert!(page.has(words), "{words}\n{}", page.main_text());
        }

        let file = trial.member.get("/konto/daten/datei").await;
        assert_eq!(file.header("content-type"), "application/json");
        assert!(
            file.header("content-disposition")
                .contains("meine-daten.json")
        );
        let text = file.html();
        for words in [
            "\"register-record\"",
            "\"gatherings-invitations\"",
            "leitung@lebensraeume.example",
            "\"ground\"",
        ] {
            assert!(text.contains(words), "{words}");
        }
        let english = trial.member.get("/en/konto/daten").await;
        assert!(english.has("What we hold about you"));
        let account = trial.member.get("/konto").await;
        assert!(
            account
                .link("Was über Sie gespeichert ist")
                .ends_with("/konto/daten")
        );
    }
);

story!(who_is_in_no_register_is_told_so, |trial| async {
    let page = trial.operator.get("/konto/daten").await;
    assert!(page.has("Kein Netzwerk führt Sie in seinem Verzeichnis"));
    assert!(page.has("betrieb@kreis.example"));
});

story!(nobody_asks_in_anothers_name, |trial| async {
    let person = contact(trial).await;
    let typed = form![("words", "Löschen."), ("understood", "true")];
    for part in ["anfrage", "loeschung"] {
        let path = format!("/konto/daten/{person}/{part}");
        for stranger in [&trial.leader, &trial.office, &trial.stranger] {
            assert_eq!(stranger.get(&path).await.status, 404);
            assert_eq!(stranger.post(&path, typed.clone()).await.status, 404);
        }
    }
});

story!(a_correction_is_asked_for_answered_and_read, |trial| async {
    let person = contact(trial).await;
    let path = format!("/konto/daten/{person}/anfrage");
    let refused = trial.member.post(&path, form![("words", "")]).await;
    assert_eq!(refused.status, 422);
    assert!(refused.has("Bitte schreiben Sie, was berichtigt werden soll."));
    let typed = form![("words", "Mein Name schreibt sich mit ph.")];
    let page = trial.member.post_on(&path, typed).await;
    assert!(page.has("Ihre Anfrage ist bei der Geschäftsstelle."));

    assert!(
        trial
            .office
            .get("/weimar/intern")
            .await
            .has("Anfragen zu personenbezogenen Daten")
    );
    let desk = trial.office.get("/weimar/daten").await;
    assert!(
        desk.has("Mein Name schreibt sich mit ph."),
        "{}",
        desk.main_text()
    );
    let request = desk.link("Leitung Lebensräume");
    let empty = trial
        .office
        .post(&request, form![("state", "refused"), ("answer", "")])
        .await;
    assert_eq!(empty.status, 422);
    let answer = form![("state", "done"), ("answer", "Ist geändert.")];
    let page = trial.office.post_on(&request, answer.clone()).await;
    assert!(page.has("Die Antwort ist gespeichert."));
    assert_eq!(trial.office.post(&request, answer).await.status, 409);
    assert_eq!(trial.stranger.get(&request).await.status, 404);

    let own = trial.member.get("/konto/daten").await;
    assert!(
        own.has("Ist geändert.") && own.has("Erledigt"),
        "{}",
        own.main_text()
    );
});

story!(requests_are_bounded_and_taken_back, |trial| async {
    let person = contact(trial).await;
    let path = format!("/konto/daten/{person}/anfrage");
    let mut answered = Vec::new();
    for number in 0..6 {
        let typed = form![("words", format!("Bitte berichtigen: {number}"))];
        answered.push(trial.member.post(&path, typed).await);
    }
    // One stands there from the sample.
    let statuses: Vec<u16> = answered.iter().map(|it| it.status).collect();
    assert_eq!(statuses, [303, 303, 303, 303, 422, 422]);
    let refused = answered.last().unwrap();
    assert!(
        refused.has("Fünf Ihrer Anfragen"),
        "{}",
        refused.main_text()
    );
    assert!(refused.html().contains("Bitte berichtigen: 5"));

    let own = trial.member.get("/konto/daten").await;
    let withdrawal = own
        .actions()
        .into_iter()
        .find(|it| it.ends_with("/ruecknahme"))
        .unwrap();
    assert_eq!(trial.stranger.post(&withdrawal, form![]).await.status, 404);
    let page = trial.member.post_on(&withdrawal, form![]).await;
    assert!(
        page.has("Die Anfrage ist zurückgenommen."),
        "{}",
        page.main_text()
    );
    assert_eq!(trial.member.post(&withdrawal, form![]).await.status, 404);
    let typed = form![("words", "Nun ist wieder Platz.")];
    assert_eq!(trial.member.post(&path, typed).await.status, 303);
});

story!(every_request_is_reached_page_by_page, |trial| async {
    let person = contact(trial).await;
    trial
        .write(move |conn, moment| {
            let network = register::network_by_slug(conn, "weimar")?.unwrap().id;
            for number in 0..260 {
                let id: uuid::Uuid = moment.id();
                conn.exec(
                    "INSERT INTO data_request (id, network_id, person_id, kind, words, at, state,
                     answer, settled_at) VALUES ($1, $2, $3, 'correction', $4, $5, 'done', 'Ja.', $5)",
                    store::params![id, network, person, format!("Wunsch {number}"), moment.now()],
                )?;
            }
            Ok(())
        })
        .await
        .unwrap();
    let mut seen = 0;
    for page in 1..=6 {
        let page = trial
            .office
            .get(&format!("/weimar/daten?seite={page}"))
            .await;
        seen += page
            .links()
            .iter()
            .filter(|(_, href)| href.contains("/daten/anfragen/"))
            .count();
    }
    assert_eq!(seen, 261);
});

story!(
    the_office_is_seen_looking_and_does_not_see_the_watch,
    |trial| async {
        let person = contact(trial).await;
        let before = trial.protection.get("/weimar/daten/zugriffe").await;
        assert!(
            before.has("Noch niemand hat nachgesehen."),
            "{}",
            before.main_text()
        );

        let page = trial.office.get(&of(person, "daten")).await;
        assert!(
            page.has("leitung@lebensraeume.example"),
            "{}",
            page.main_text()
        );
        let file = trial.office.get(&of(person, "daten/datei")).await;
        assert!(file.html().contains("leitung@lebensraeume.example"));
        assert_eq!(trial.leader.get(&of(person, "daten")).await.status, 403);
        assert_eq!(trial.stranger.get(&of(person, "daten")).await.status, 404);

        let log = trial.protection.get("/weimar/daten/zugriffe").await;
        for words in [
            "Geschäftsstelle Kreisgruppe",
            "Auskunft gelesen",
            "Auskunft als Datei geholt",
            "Leitung Lebensräume",
        ] {
            assert!(log.has(words), "{words}\n{}", log.main_text());
        }
        assert_eq!(trial.office.get("/weimar/daten/zugriffe").await.status, 403);
        let own = trial.member.get("/konto/daten").await;
        assert!(own.has("Angesehen durch"), "{}", own.main_text());
    }
);

story!(the_office_gives_the_role_and_takes_it_away, |trial| async {
    let person = contact(trial).await;
    assert_eq!(trial.member.get("/weimar/daten").await.status, 403);
    let page = trial
        .office
        .get(&format!("/weimar/personen/{person}"))
        .await;
    assert!(
        page.has("Rolle Datenschutz vergeben"),
        "{}",
        page.main_text()
    );
    trial
        .office
        .post(&of(person, "datenschutzrolle"), form![])
        .await;
    assert_eq!(trial.member.get("/weimar/daten/zugriffe").await.status, 200);
    assert_eq!(trial.member.get("/weimar/einstellungen").await.status, 403);
    trial
        .office
        .post(&of(person, "datenschutzrolle/ende"), form![])
        .await;
    assert_eq!(trial.member.get("/weimar/daten").await.status, 403);

    // The watch does not appoint itself.
    let watch = person_behind(trial, contents::PROTECTION).await;
    let taken = trial
        .protection
        .post(&of(watch, "datenschutzrolle/ende"), form![])
        .await;
    assert_eq!(taken.status, 403);
});

/// Everything of every kind that keeps codes, ids or keys beside words.
async fn coded(trial: &Trial) {
    let own = trial.member.get("/weimar/meine-organisation").await;
    let changed = form![
        ("name", "Lebensräume e.V."),
        ("short_name", "Lebensräume"),
        ("legal_form", "ggmbh"),
        ("street", "Schwanseestraße 27"),
        ("postcode", "99423"),
        ("town", "Weimar"),
        ("phone", "03643 1"),
        ("regions", "16071"),
        ("channel-kind-0", "instagram"),
        ("channel-0", "@lebensraeume.example")
    ];
    let page = trial
        .member
        .post_on(&own.link("Angaben ändern"), changed)
        .await;
    assert!(page.has("Gespeichert."), "{}", page.main_text());
    for (role, place, until) in [
        ("editor", "", "2017-12-31"),
        ("assistance_contact", "", ""),
        ("partner", "Kreisgruppe", ""),
        ("data_protection", "", "2018-06-30"),
    ] {
        let choices = trial.office.get("/weimar/rolle-vergeben").await;
        let place = choices.option(place).filter(|_| !place.is_empty());
        let fields = form![
            ("who", Role::Member.mail()),
            ("role", role),
            ("place", place.unwrap_or_default()),
            ("from", ""),
            ("until", until)
        ];
        let given = trial.office.post("/weimar/rolle-vergeben", fields).await;
        assert_eq!(given.status, 303, "{role}: {}", given.main_text());
    }
}

/// What no person reads: an id, a phrase key, or a word that only programs know.
fn raw(value: &str) -> bool {
    let is_id = uuid::Uuid::try_parse(value.trim()).is_ok()
        || value
            .split(|letter: char| !letter.is_ascii_hexdigit() && letter != '-')
            .any(|word| uuid::Uuid::try_parse(word).is_ok());
    let is_key = ["register-", "role-", "gatherings-", "sign-in-", "privacy-"]
        .iter()
        .any(|room| value.starts_with(room));
    let is_word = base::access::Role::ALL
        .iter()
        .map(|role| role.word())
        .chain([
            "ggmbh", "ev", "other", "yes", "no", "true", "false", "16071",
        ])
        .any(|word| value.split([' ', ':', ',', '(', ')']).any(|it| it == word));
    is_id || is_key || is_word || value.contains('\t')
}

/// The words of the cells of a page's tables.
fn cells(page: &trial::Seen) -> Vec<String> {
    let html = page.html();
    let cells = html.split("<td ").skip(1);
    cells
        .filter_map(|cell| {
            let (_, inner) = cell.split_once('>')?;
            let (inner, _) = inner.split_once("</td>")?;
            let mut words = String::new();
            for part in inner.split('<') {
                words.push_str(part.split_once('>').map_or(part, |(_, text)| text));
            }
            Some(words)
        })
        .collect()
}

story!(what_is_held_is_told_in_words, |trial| async {
    coded(trial).await;
    for (path, told) in [
        (
            "/konto/daten",
            [
                "Redaktion (bis 31.12.2017)",
                "Assistenz-Kontakt",
                "Datenschutz (bis 30.06.2018)",
                "Rechtsform: gGmbH",
                "Kann Gastgeberin sein: Nein",
                "Telefon: 03643 1",
                "Website: leer",
                "Anschrift: Schwanseestraße 27, 99423 Weimar",
                "Weitere Kontaktwege: @lebensraeume.example",
            ],
        ),
        (
            "/en/konto/daten",
            [
                "Editor (until 31 Dec 2017)",
                "Assistance contact",
                "Data protection (until 30 Jun 2018)",
                "Legal form: gGmbH",
                "Can host: No",
                "Telephone: 03643 1",
                "Website: empty",
                "Address: Schwanseestraße 27, 99423 Weimar",
                "Further ways to get in touch: @lebensraeume.example",
            ],
        ),
    ] {
        let page = trial.member.get(path).await;
        for words in told {
            assert!(page.has(words), "{words}\n{}", page.main_text());
        }
        let raw: Vec<String> = cells(&page).into_iter().filter(|it| raw(it)).collect();
        assert_eq!(raw, Vec::<String>::new(), "{path}");
    }
    let file = trial.member.get("/konto/daten/datei").await.html();
    assert!(file.contains("Redaktion (bis 31.12.2017)"), "{file}");
    let german = trial.member.get("/konto/daten").await;
    assert!(
        german.has("Partner") && german.has("Kreisgruppe"),
        "{}",
        german.main_text()
    );
});
