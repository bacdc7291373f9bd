//! The table of a plan, from the first row to the public page.

use trial::{File, form, story};

use super::{PLAN, begun, but, rows, typed};

story!(
    a_plan_is_typed_saved_published_and_read_by_everybody,
    |trial| async {
        let edit = begun(trial).await;
        let empty = trial.office.get(&edit).await;
        for way in ["Vorjahres", "Regel", "einzeln"] {
            assert!(empty.has(way), "{way}");
        }
        let table = rows(&[("2020-02-12", "Erster Termin"), ("2020-04-08", "")]);
        let table = but(table, "r1_guest_function", "Leitung");
        let table = but(table, "r1_guest_body", "Jobcenter Weimar");
        let saved = trial.office.post_on(&edit, table).await;
        assert!(
            saved.has("Der Plan ist gespeichert."),
            "{}",
            saved.main_text()
        );
        assert_eq!(saved.field("r2_title").as_deref(), Some("Sitzung"));

        assert_eq!(trial.nobody.get(PLAN).await.status, 404);
        assert_eq!(trial.nobody.get(&format!("{PLAN}.ics")).await.status, 404);
        assert!(!trial.nobody.get("/weimar/jahresplan").await.has("2020"));
        let start = trial.office.get("/weimar/intern").await;
        assert!(start.has("Jahresplan 2020: Kreisgruppe ist noch ein Entwurf: 2 Termine"));

        let ask = trial.office.get(&format!("{PLAN}/veroeffentlichung")).await;
        assert!(ask.has("2 Termine ankündigen?"), "{}", ask.main_text());
        assert!(ask.has("Erster Termin"));
        let done = trial
            .office
            .post_on(&format!("{PLAN}/veroeffentlichung"), form![])
            .await;
        assert!(done.has("Der Plan ist veröffentlicht"));

        let public = trial.nobody.get(PLAN).await;
        assert!(public.has("Erster Termin"));
        assert!(public.has("Leitung, Jobcenter Weimar"));
        let list = trial.nobody.get("/weimar/termine?jahr=2020").await;
        assert!(list.has("Erster Termin") && list.has("Angekündigt"));
        let calendar = trial.nobody.get(&format!("{PLAN}.ics")).await;
        assert_eq!(calendar.text().matches("BEGIN:VEVENT").count(), 2);
        let paper = trial.nobody.get(&format!("{PLAN}.pdf")).await;
        assert!(paper.body.starts_with(b"%PDF-"));
        let found = trial.nobody.get("/weimar/suche?q=Jahresplan").await;
        assert!(found.has("Jahresplan 2020"));
        let english = trial.nobody.get(&format!("/en{PLAN}")).await;
        assert!(english.has("Year plan 2020"));
    }
);

story!(
    a_rule_proposes_days_and_leaves_holidays_out,
    |trial| async {
        let edit = begun(trial).await;
        let mut fields = rows(&[("2020-01-08", "Schon getippt")]);
        fields.extend(form![
            ("do", "rule"),
            ("rule_nth", "last"),
            ("rule_weekday", "6"),
            ("rule_months", "10"),
            ("rule_months", "2"),
            ("rule_start", "10:00"),
            ("rule_end", "12:00"),
            ("rule_skip", "true"),
        ]);

        let page = trial.office.post(&edit, fields.clone()).await;

        assert_eq!(page.status, 200);
        assert_eq!(page.field("rows").as_deref(), Some("2"));
        assert_eq!(page.field("r1_title").as_deref(), Some("Schon getippt"));
        assert_eq!(page.field("r2_day").as_deref(), Some("2020-02-29"));
        assert!(
            page.has("Ausgelassen: 31. Oktober 2020 (Reformationstag)"),
            "{}",
            page.main_text()
        );
        assert!(page.has("Der Tag ist ein Samstag."));

        fields.retain(|(name, _)| name != "rule_skip");
        let flagged = trial.office.post(&edit, fields).await;
        assert_eq!(flagged.field("r3_day").as_deref(), Some("2020-10-31"));
        assert!(flagged.has("Feiertag: Reformationstag"));

        let refused = trial
            .office
            .post(&edit, form![("do", "rule"), ("rows", "0")])
            .await;
        assert_eq!(refused.status, 422);
    }
);

story!(
    the_year_before_is_copied_to_the_same_place_of_the_month,
    |trial| async {
        let page = trial
            .office
            .post(
                "/weimar/jahresplan/2019-kreisgruppe/bearbeiten",
                form![("do", "copy"), ("rows", "0")],
            )
            .await;

        // 15 February 2018 is the third Thursday.
        assert_eq!(page.field("r1_day").as_deref(), Some("2019-02-21"));
        assert_eq!(page.field("r1_title").as_deref(), Some(""));
        assert_eq!(page.field("r3_day").as_deref(), Some("2019-08-21"));
        assert_eq!(
            page.field("r3_title").as_deref(),
            Some("Sommerfest und Ehrenamtstag 2019")
        );
        assert_eq!(page.field("rows").as_deref(), Some("5"));
    }
);

story!(
    rows_come_and_go_without_losing_what_was_typed,
    |trial| async {
        let edit = begun(trial).await;
        let table = rows(&[("2020-02-12", "Bleibt"), ("2020-04-08", "Geht")]);
        trial.office.post(&edit, table).await;
        let page = trial.office.get(&edit).await;

        let mut fields = typed(&page);
        fields = but(fields, "r1_focus", "Noch nicht gespeichert");
        fields.push(("do".to_owned(), "remove-2".to_owned()));
        let removed = trial.office.post(&edit, fields).await;
        assert_eq!(removed.field("rows").as_deref(), Some("1"));
        assert_eq!(
            removed.field("r1_focus").as_deref(),
            Some("Noch nicht gespeichert")
        );
        assert!(trial.office.get(&edit).await.field("r2_title").is_some());

        let mut fields = typed(&removed);
        fields.push(("removed".to_owned(), removed.field("removed").unwrap()));
        fields.push(("do".to_owned(), "add".to_owned()));
        let added = trial.office.post(&edit, fields).await;
        assert_eq!(added.field("r2_start").as_deref(), Some("10:00"));

        let mut fields = typed(&added);
        fields.push(("removed".to_owned(), added.field("removed").unwrap()));
        let saved = trial.office.post_on(&edit, fields).await;
        assert!(
            saved.has("Der Plan ist gespeichert."),
            "{}",
            saved.main_text()
        );
        assert_eq!(saved.field("rows").as_deref(), Some("1"));
        assert_eq!(
            saved.field("r1_focus").as_deref(),
            Some("Noch nicht gespeichert")
        );
    }
);

story!(
    what_is_wrong_is_said_at_its_row_and_nothing_is_saved,
    |trial| async {
        let edit = begun(trial).await;
        let table = rows(&[("2020-02-12", "Gut"), ("morgen", "Schlecht")]);
        let table = but(table, "r1_end", "09:00");

        let refused = trial.office.post(&edit, table).await;

        assert_eq!(refused.status, 422);
        assert_eq!(refused.field("r2_day").as_deref(), Some("morgen"));
        let html = refused.html();
        assert!(html.contains("#field-r1_end") && html.contains("#field-r2_day"));
        assert_eq!(
            trial.office.get(&edit).await.field("rows").as_deref(),
            Some("0")
        );
    }
);

story!(
    what_speaks_against_a_day_is_said_and_forbids_nothing,
    |trial| async {
        let edit = begun(trial).await;
        let school = File {
        field: "file",
        name: "ferien.ics",
        kind: "text/calendar",
        bytes: b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20200210\r\nDTEND;VALUE=DATE:20200215\r\nSUMMARY:Winterferien\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    };
        let stored = trial
            .office
            .upload("/weimar/schulferien", form![("rows", "")], &[school])
            .await;
        assert_eq!(stored.status, 303);
        let table = rows(&[
            ("2020-02-12", "In den Ferien"),
            ("2020-10-31", "Am Feiertag"),
            ("2020-10-31", "Zweimal"),
            ("2020-06-11", "Regional"),
        ]);

        let saved = trial.office.post_on(&edit, table).await;

        for mark in [
            "Schulferien: Winterferien",
            "Feiertag: Reformationstag",
            "Der Tag ist ein Samstag.",
            "Am selben Tag wie Termin 4",
            "Feiertag in Teilen des Landes: Fronleichnam",
            "Noch keine Gastgeberin",
        ] {
            assert!(saved.has(mark), "{mark}: {}", saved.main_text());
        }
        assert!(saved.has("in drei Jahren"), "the suggestion says why");
        let hosted = trial
            .office
            .post(&edit, {
                let mut fields = typed(&saved);
                fields.push(("do".to_owned(), "hosts".to_owned()));
                fields
            })
            .await;
        assert!(
            !hosted.has("Noch keine Gastgeberin"),
            "{}",
            hosted.main_text()
        );
    }
);

story!(a_bad_file_is_reported_and_changes_nothing, |trial| async {
    let kept = form![("rows", "Winterferien; 5.2.2018; 9.2.2018")];
    assert_eq!(
        trial.office.post("/weimar/schulferien", kept).await.status,
        303
    );
    for (name, bytes) in [
        ("ferien.xlsx", &b"PK\x03\x04\x00\xff"[..]),
        ("ferien.csv", b"Ostern; morgen; 7.4.2018"),
        ("leer.ics", b"BEGIN:VCALENDAR\nEND:VCALENDAR"),
    ] {
        let file = File {
            field: "file",
            name,
            kind: "application/octet-stream",
            bytes,
        };
        let refused = trial
            .office
            .upload("/weimar/schulferien", form![("rows", "")], &[file])
            .await;
        assert_eq!(refused.status, 422, "{name}");
    }
    let page = trial.office.get("/weimar/schulferien").await;
    assert!(
        page.has("Winterferien: 5. bis 9. Februar 2018"),
        "{}",
        page.main_text()
    );
});

story!(
    a_published_row_moves_only_with_a_word_for_the_invited,
    |trial| async {
        let edit = "/weimar/jahresplan/2018-kreisgruppe/bearbeiten";
        let page = trial.office.get(edit).await;
        assert!(!page.has("Entfernen Termin 1"));
        let person = crate::gatherings::member(trial).await;
        let id: base::GatheringId = page.field("r1_id").unwrap().parse().unwrap();
        trial
            .write(move |conn, moment| {
                let guest = gatherings::add_guest(conn, moment, id, person, "Kreisgruppe")?;
                gatherings::mark_invited(conn, guest, moment.now(), 0)?;
                Ok::<_, base::Halt>(())
            })
            .await
            .unwrap();
        let page = trial.office.get(edit).await;
        let moved = but(but(typed(&page), "rows", "1"), "r1_day", "2018-02-16");
        let host = |fields| but(fields, "r1_host", "");

        let refused = trial.office.post(edit, host(moved.clone())).await;
        assert_eq!(refused.status, 422);
        assert!(refused.html().contains("#field-inform"));
        let told = but(host(moved), "inform", "tell");
        let saved = trial.office.post_on(edit, told).await;
        assert!(
            saved.has("Der Plan ist gespeichert."),
            "{}",
            saved.main_text()
        );

        trial.run_due().await;
        let it = trial
            .read(move |conn| gatherings::gathering(conn, id))
            .await;
        let it = it.unwrap();
        assert_eq!(it.starts.date().to_string(), "2018-02-16");
        assert_eq!(it.sequence, 1);
        assert!(
            trial
                .nobody
                .get("/weimar/jahresplan/2018-kreisgruppe")
                .await
                .has("16.")
        );
    }
);

story!(
    two_people_at_one_table_do_not_overwrite_each_other,
    |trial| async {
        let edit = begun(trial).await;
        trial
            .office
            .post(&edit, rows(&[("2020-02-12", "Anfang")]))
            .await;
        let first = trial.office.get(&edit).await;
        let second = trial.leader.get(&edit).await;

        let fields = but(typed(&first), "r1_title", "Von der Geschäftsstelle");
        assert_eq!(trial.office.post(&edit, fields).await.status, 303);
        let fields = but(typed(&second), "r1_title", "Von der Leitung");
        let refused = trial.leader.post(&edit, fields).await;
        assert_eq!(refused.status, 422);
        assert!(refused.has("inzwischen jemand anderes geändert"));
        assert_eq!(
            refused.field("r1_title").as_deref(),
            Some("Von der Leitung")
        );

        let again = trial.leader.post(&edit, typed(&refused)).await;
        assert_eq!(again.status, 303, "{}", again.main_text());
        let page = trial.office.get(&edit).await;
        assert_eq!(page.field("r1_title").as_deref(), Some("Von der Leitung"));
    }
);

story!(a_draft_plan_is_deleted_with_its_drafts, |trial| async {
    let edit = begun(trial).await;
    trial
        .office
        .post(&edit, rows(&[("2020-02-12", "Vergeht")]))
        .await;
    let ask = trial.office.get(&format!("{PLAN}/loeschung")).await;
    assert!(ask.has("Vergeht"));
    trial
        .office
        .post(&format!("{PLAN}/loeschung"), form![])
        .await;

    assert_eq!(trial.office.get(PLAN).await.status, 404);
    let list = trial.office.get("/weimar/termine?jahr=2020").await;
    assert!(!list.has("Vergeht"));
});

story!(a_year_has_one_plan, |trial| async {
    begun(trial).await;
    let group = trial.office.get("/weimar/jahresplan").await;
    let group = group.option("Kreisgruppe").unwrap();
    for (year, status) in [("2020", 422), ("morgen", 422), ("", 422), ("1800", 422)] {
        let fields = form![("year", year), ("group", &group)];
        let answer = trial.office.post("/weimar/jahresplan", fields).await;
        assert_eq!(answer.status, status, "{year}");
    }
    let own = form![("year", "2020"), ("group", "")];
    assert_eq!(
        trial
            .leader
            .post("/weimar/jahresplan", own.clone())
            .await
            .status,
        422
    );
    assert_eq!(
        trial.office.post("/weimar/jahresplan", own).await.status,
        303
    );
});

story!(
    gatherings_that_are_known_already_are_taken_into_the_plan,
    |trial| async {
        let edit = begun(trial).await;
        let adopt = format!("{PLAN}/uebernahme");
        let empty = trial.office.get(&adopt).await;
        assert!(
            empty.has("Kein Termin zum Aufnehmen"),
            "{}",
            empty.main_text()
        );
        assert_eq!(trial.office.post(&adopt, form![]).await.status, 422);

        let ids = known_already(trial).await;
        let page = trial.office.get(&adopt).await;
        assert!(page.has("11.03.2020: Frühjahrssitzung (Entwurf)"));
        assert!(page.has("16.09.2020: Herbstsitzung") && !page.has("Vorstandsessen"));
        let none = trial.office.post(&adopt, form![]).await;
        assert_eq!(none.status, 422);
        assert!(none.has("Bitte wählen Sie mindestens einen Termin."));

        let fields = form![
            ("gatherings", ids[0].clone()),
            ("gatherings", ids[1].clone())
        ];
        let done = trial.office.post_on(&adopt, fields).await;

        assert!(done.has("Die Termine stehen jetzt im Plan."));
        assert_eq!(done.field("rows").as_deref(), Some("2"));
        assert_eq!(done.field("r1_title").as_deref(), Some("Frühjahrssitzung"));
        let saved = trial.office.post_on(&edit, typed(&done)).await;
        assert!(
            saved.has("Der Plan ist gespeichert."),
            "{}",
            saved.main_text()
        );
        let again = form![("gatherings", ids[0].clone())];
        assert_eq!(trial.office.post(&adopt, again).await.status, 422);
        assert!(trial.office.get(&adopt).await.has("Kein Termin"));
    }
);

/// A draft and an announced gathering of the group in 2020, and one of another group.
async fn known_already(trial: &trial::Trial) -> Vec<String> {
    trial
        .write(|conn, moment| {
            let network = register::network_by_slug(conn, "weimar")?.unwrap();
            let groups = register::groups_of(conn, network.id)?;
            let office = base::access::Actor {
                offices: vec![network.id],
                ..base::access::Actor::default()
            };
            let mut ids = Vec::new();
            for (title, (month, day), group, is_announced) in [
                ("Frühjahrssitzung", (3, 11), "Kreisgruppe", false),
                ("Herbstsitzung", (9, 16), "Kreisgruppe", true),
                ("Vorstandsessen", (9, 17), "Vorstand", true),
            ] {
                let local = gatherings::LocalInput::on(
                    jiff::civil::date(2020, month, day),
                    jiff::civil::time(10, 0, 0, 0),
                    jiff::civil::time(12, 0, 0, 0),
                    "Europe/Berlin",
                );
                let input = gatherings::GatheringInput {
                    group: groups.iter().find(|it| it.name == group).map(|it| it.id),
                    ..gatherings::GatheringInput::new(title, local.resolved().unwrap())
                };
                let id = gatherings::plan_gathering(conn, moment, &office, network.id, &input)?;
                if is_announced {
                    gatherings::announce(conn, moment, &office, id)?;
                }
                ids.push(id.to_string());
            }
            Ok(ids)
        })
        .await
        .unwrap()
}
