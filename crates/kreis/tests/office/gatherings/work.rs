//! The office at work on gatherings.

use trial::{File, form, story};

use super::{announced, at, but, facts, invited, planned, weimar};

story!(an_old_address_leads_to_the_new_one, |trial| async {
    let draft = planned(trial, facts("Erster Titel", "2018-02-01")).await;
    let edited = trial
        .office
        .post(
            &format!("{draft}/bearbeiten"),
            facts("Zweiter Titel", "2018-02-02"),
        )
        .await;
    let second = edited.location().split_once('?').unwrap().0.to_owned();
    assert_eq!(second, "/weimar/termine/2018-02-02-zweiter-titel");
    assert_eq!(trial.office.get(&draft).await.status, 404);
    trial
        .office
        .post(&format!("{second}/ankuendigung"), form![])
        .await;

    let moved = trial
        .office
        .post(
            &format!("{second}/bearbeiten"),
            facts("Dritter Titel", "2018-02-03"),
        )
        .await;
    let third = moved.location().split_once('?').unwrap().0.to_owned();

    let answer = trial.nobody.get(&second).await;
    assert_eq!((answer.status, answer.location()), (301, third.as_str()));
    let english = trial.nobody.get(&format!("/en{second}.ics")).await;
    assert_eq!(english.location(), format!("/en{third}.ics"));
    let anothers = planned(trial, facts("Zweiter Titel", "2018-02-02")).await;
    assert_eq!(anothers, "/weimar/termine/2018-02-02-zweiter-titel-2");
});

story!(
    a_hidden_gatherings_old_address_tells_nothing,
    |trial| async {
        let path = announced(
            trial,
            but(facts("Intern", "2018-02-01"), "audience", "members"),
        )
        .await;
        let fields = but(facts("Intern neu", "2018-02-01"), "audience", "members");
        trial
            .office
            .post(&format!("{path}/bearbeiten"), fields)
            .await;

        assert_eq!(trial.nobody.get(&path).await.status, 404);
        assert_eq!(trial.member.get(&path).await.status, 301);
    }
);

story!(the_agenda_has_times_and_an_order, |trial| async {
    let path = announced(trial, facts("Sitzung", "2018-02-01")).await;
    let agenda = format!("{path}/tagesordnung");
    for (title, minutes) in [
        ("Begrüßung", "10"),
        ("Bericht", "45"),
        ("Verschiedenes", ""),
    ] {
        let fields = form![
            ("title", title),
            ("minutes", minutes),
            ("speaker1_function", "Leitung"),
            ("speaker1_body", "Jobcenter Weimar"),
        ];
        assert_eq!(trial.office.post(&agenda, fields).await.status, 303);
    }
    let page = trial.nobody.get(&path).await;
    assert!(
        page.has("14:00 Uhr Begrüßung Leitung, Jobcenter Weimar 14:10 Uhr Bericht"),
        "{}",
        page.main_text()
    );
    assert!(page.has("14:55 Uhr Verschiedenes"));

    let work = trial.office.get(&agenda).await;
    let place = work
        .actions()
        .into_iter()
        .filter(|it| it.ends_with("/platz"))
        .nth(1)
        .unwrap();
    let moved = trial.office.post(&place, form![("move", "up")]).await;
    assert!(moved.location().ends_with("#item-1"));
    assert!(trial.nobody.get(&path).await.has("14:00 Uhr Bericht"));
    assert_eq!(
        trial
            .office
            .post(&place, form![("move", "up")])
            .await
            .status,
        303
    );

    let removal = work.link("Entfernen Verschiedenes");
    assert!(
        trial
            .office
            .get(&removal)
            .await
            .has("von der Tagesordnung nehmen?")
    );
    assert!(trial.nobody.get(&path).await.has("Verschiedenes"));
    trial.office.post(&removal, form![]).await;
    assert!(!trial.nobody.get(&path).await.has("Verschiedenes"));
    let pdf = trial.nobody.get(&format!("{path}.pdf")).await;
    assert_eq!(pdf.header("content-type"), "application/pdf");
    assert!(pdf.body.starts_with(b"%PDF-"));
});

story!(
    a_copy_brings_facts_and_agenda_and_leaves_the_day_open,
    |trial| async {
        let path = announced(trial, facts("Sitzung", "2018-02-01")).await;
        trial
            .office
            .post(&format!("{path}/tagesordnung"), form![("title", "Bericht")])
            .await;
        let slug = path.rsplit('/').next().unwrap();

        let blank = trial
            .office
            .get(&format!("/weimar/termin-anlegen?kopie={slug}"))
            .await;
        assert_eq!(blank.field("title").as_deref(), Some("Sitzung"));
        assert_eq!(blank.field("day").as_deref(), Some(""));
        let fields = but(facts("Sitzung", "2018-03-01"), "copy", slug);
        let copy = planned(trial, fields).await;

        assert!(trial.office.get(&copy).await.has("Bericht"));
        assert_eq!(at(trial, &copy).await.state, gatherings::State::Draft);
    }
);

story!(documents_keep_versions_and_audience, |trial| async {
    let path = announced(trial, facts("Sitzung", "2018-02-01")).await;
    let address = format!("{path}/dokumente");
    let pdf = |bytes| File {
        field: "file",
        name: "../Einladung \u{202e}<1>.exe",
        kind: "text/html",
        bytes,
    };
    let fields = form![("title", "Einladung"), ("audience", "members")];
    let added = trial
        .office
        .upload(&address, fields, &[pdf(b"%PDF-1.7 erste")])
        .await;
    assert_eq!(added.status, 303);
    let href = trial.member.get(&path).await.link("Einladung");

    let file = trial.member.get(&href).await;
    assert_eq!(file.status, 200);
    assert_eq!(file.header("content-type"), "application/pdf");
    assert_eq!(file.header("x-content-type-options"), "nosniff");
    assert!(
        file.header("content-disposition")
            .starts_with("attachment; filename=\"Einladung 1.pdf\"")
    );
    assert!(!trial.nobody.get(&path).await.has("Einladung PDF"));
    assert_eq!(trial.nobody.get(&href).await.status, 404);
    assert_eq!(trial.stranger.get(&href).await.status, 404);

    let renewed = trial
        .office
        .upload(
            &format!("{href}/fassungen"),
            form![],
            &[pdf(b"%PDF-1.7 zweite")],
        )
        .await;
    assert_eq!(renewed.status, 303);
    assert_eq!(trial.member.get(&href).await.body, b"%PDF-1.7 zweite");
    let older = trial.office.get(&format!("{href}/fassungen/1")).await;
    assert_eq!(older.body, b"%PDF-1.7 erste");
    assert_eq!(
        trial
            .member
            .get(&format!("{href}/fassungen/1"))
            .await
            .status,
        403
    );

    trial
        .office
        .post(&format!("{href}/entfernung"), form![])
        .await;
    assert_eq!(trial.member.get(&href).await.status, 404);
});

story!(
    a_change_after_the_invitation_asks_whether_to_tell,
    |trial| async {
        let path = announced(trial, facts("Sitzung", "2018-02-01")).await;
        let id = at(trial, &path).await.id;
        invited(trial, id, None).await;
        let edit = format!("{path}/bearbeiten");
        let moved = but(facts("Sitzung", "2018-02-01"), "start", "15:00");

        let asked = trial.office.post(&edit, moved.clone()).await;
        assert_eq!(asked.status, 422);
        assert!(asked.has("ob die Eingeladenen informiert werden"));
        trial
            .office
            .post(&edit, but(moved, "inform", "quiet"))
            .await;
        assert_eq!(at(trial, &path).await.sequence, 0);
        let later = but(facts("Sitzung", "2018-02-01"), "venue_name", "Rathaus");
        trial.office.post(&edit, but(later, "inform", "tell")).await;

        let it = at(trial, &path).await;
        assert_eq!(it.sequence, 1);
        let changes = trial.read(move |conn| gatherings::changes(conn, id)).await;
        assert_eq!(changes.len(), 1);
        assert_eq!(changes[0].kind, gatherings::ChangeKind::Moved);
        let facts: Vec<_> = changes[0].differences.iter().map(|it| it.fact).collect();
        assert_eq!(facts, [gatherings::Fact::Starts, gatherings::Fact::Place]);
    }
);

story!(
    another_agenda_after_the_invitation_is_told_once,
    |trial| async {
        let path = announced(trial, facts("Sitzung", "2018-02-01")).await;
        let agenda = format!("{path}/tagesordnung");
        trial.office.post(&agenda, form![("title", "Alt")]).await;
        let id = at(trial, &path).await.id;
        invited(trial, id, None).await;
        assert!(
            !trial
                .office
                .get(&agenda)
                .await
                .has("seit der Einladung geändert")
        );

        trial.office.post(&agenda, form![("title", "Neu")]).await;
        assert!(
            trial
                .office
                .get(&agenda)
                .await
                .has("seit der Einladung geändert")
        );
        let news = format!("{agenda}/mitteilung");
        assert_eq!(trial.office.post(&news, form![]).await.status, 422);
        trial.office.post(&news, form![("inform", "tell")]).await;
        trial.office.post(&news, form![("inform", "tell")]).await;

        assert!(
            !trial
                .office
                .get(&agenda)
                .await
                .has("seit der Einladung geändert")
        );
        let changes = trial.read(move |conn| gatherings::changes(conn, id)).await;
        assert_eq!(changes.len(), 1);
        assert_eq!(changes[0].differences[0].after, "Alt\nNeu");
    }
);

story!(
    a_cancelled_gathering_stays_in_sight_and_comes_back,
    |trial| async {
        let path = announced(trial, facts("Sitzung", "2018-02-01")).await;
        let reason = form![("reason", "Die Referentin ist erkrankt.")];
        trial.office.post(&format!("{path}/absage"), reason).await;

        let page = trial.nobody.get(&path).await;
        assert!(page.has("Abgesagt"));
        assert!(page.has("Die Referentin ist erkrankt."));
        assert!(
            trial
                .nobody
                .get("/weimar/termine.ics")
                .await
                .has("STATUS:CANCELLED")
        );
        let twice = trial.office.post(&format!("{path}/absage"), form![]).await;
        assert_eq!(twice.status, 422);

        trial
            .office
            .post(&format!("{path}/absage/ruecknahme"), form![])
            .await;
        assert!(trial.nobody.get(&path).await.has("Angekündigt"));
    }
);

story!(a_draft_can_be_deleted_and_nothing_else, |trial| async {
    let draft = planned(trial, facts("Verworfen", "2018-02-01")).await;
    trial
        .office
        .post(&format!("{draft}/tagesordnung"), form![("title", "Punkt")])
        .await;
    assert!(
        trial
            .office
            .get(&format!("{draft}/loeschung"))
            .await
            .has("„Verworfen“ löschen?")
    );
    trial
        .office
        .post(&format!("{draft}/loeschung"), form![])
        .await;
    assert_eq!(trial.office.get(&draft).await.status, 404);

    let announced = announced(trial, facts("Bleibt", "2018-02-01")).await;
    let refused = trial
        .office
        .post(&format!("{announced}/loeschung"), form![])
        .await;
    assert_eq!(refused.status, 422);
    assert_eq!(trial.office.get(&announced).await.status, 200);
});

story!(
    a_series_ties_gatherings_and_announces_the_next,
    |trial| async {
        let fields = form![
            ("name", "Fachgespräche"),
            ("kind", "sequence"),
            ("about", "Drei Abende.")
        ];
        trial.office.post("/weimar/reihen", fields.clone()).await;
        assert_eq!(
            trial.office.post("/weimar/reihen", fields).await.status,
            422
        );
        let series = trial
            .office
            .get("/weimar/termin-anlegen")
            .await
            .option("Fachgespräche")
            .unwrap();
        for (number, day) in [("1", "2018-02-01"), ("2", "2018-03-01")] {
            let fields = but(facts(&format!("Abend {number}"), day), "series", &series);
            announced(trial, but(fields, "series_number", number)).await;
        }

        let page = trial.nobody.get("/weimar/termine/2018-02-01-abend-1").await;
        assert!(page.has("Fachgespräche: 1. Veranstaltung der Reihe"));
        assert!(page.has("Als Nächstes in der Reihe: „Abend 2“ am Donnerstag, 1. März 2018"));
        assert!(page.has("Weitere Termine der Reihe"));
        assert!(page.has("Abend 2"));
        assert!(trial.office.get("/weimar/reihen").await.has("01.02.2018"));
    }
);

story!(each_kind_of_series_says_what_it_is, |trial| async {
    for (kind, heading) in [
        ("recurring", "Weitere Termine der Reihe"),
        ("choice", "Derselbe Inhalt an anderen Terminen"),
    ] {
        let name = format!("Runden {kind}");
        let fields = form![("name", name.clone()), ("kind", kind), ("about", "")];
        trial.office.post("/weimar/reihen", fields).await;
        let form = trial.office.get("/weimar/termin-anlegen").await;
        let series = form.option(&name).unwrap();
        for day in ["2018-02-01", "2018-03-01"] {
            let fields = facts(&format!("{name} im Haus"), day);
            announced(trial, but(fields, "series", &series)).await;
        }

        let slug = format!("2018-02-01-runden-{kind}-im-haus");
        let page = trial.nobody.get(&format!("/weimar/termine/{slug}")).await;
        assert!(page.has(heading), "{kind}: {}", page.main_text());
        assert!(page.has("1. März 2018"), "{kind}");
    }
});

story!(what_is_announced_is_found_by_its_words, |trial| async {
    let path = planned(
        trial,
        but(
            facts("Sitzung", "2018-02-01"),
            "about",
            "Kirschkuchenverordnung",
        ),
    )
    .await;
    let network = weimar(trial).await;
    let find = async || {
        trial
            .read(move |conn| conn.search(network, "Kirschkuchenverordnungen", 5))
            .await
    };
    assert_eq!(find().await[0].audience, base::access::Audience::Office);

    trial
        .office
        .post(&format!("{path}/ankuendigung"), form![])
        .await;

    let found = find().await;
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].audience, base::access::Audience::Public);
    assert_eq!(found[0].href, path);
});

story!(feeds_are_whole_and_say_what_they_are, |trial| async {
    let ics = trial.nobody.get("/weimar/termine.ics").await;
    let atom = trial.nobody.get("/en/weimar/termine.atom").await;

    assert_eq!(
        ics.header("content-type"),
        "text/calendar; charset=utf-8; method=PUBLISH"
    );
    assert!(ics.html().contains("BEGIN:VEVENT\r\n"));
    assert!(!ics.html().contains("ATTENDEE"));
    assert_eq!(
        atom.header("content-type"),
        "application/atom+xml; charset=utf-8"
    );
    assert!(
        atom.html()
            .contains("http://kreis.test/en/weimar/termine/2017-12-07")
    );
});

story!(
    years_with_gatherings_are_links_and_others_are_empty,
    |trial| async {
        let list = trial.nobody.get("/weimar/termine").await;
        assert!(list.has("Dezember 2017"));
        let past = trial.nobody.get(&list.link("2017")).await;
        assert!(past.has("Termine 2017"));
        let none = trial.nobody.get("/weimar/termine?jahr=1999").await;
        assert_eq!(none.status, 200);
        assert!(none.has("Noch keine Termine"));
        for odd in ["0000", "9999", "abc", "%00"] {
            let page = trial
                .nobody
                .get(&format!("/weimar/termine?jahr={odd}"))
                .await;
            assert_eq!(page.status, 200, "{odd}");
        }
    }
);
