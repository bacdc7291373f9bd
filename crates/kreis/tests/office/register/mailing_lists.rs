//! Mailing lists: made with a preview, asked anew at each use.

use trial::{form, story};

story!(a_mailing_list_follows_the_register, |trial| async {
    let fields = form![
        ("name", "Leitungen in Apolda"),
        ("functions", "leitung"),
        ("contact", "yes"),
        ("kind", "member"),
        ("town", "apolda"),
        ("preview", "true")
    ];
    let preview = trial
        .office
        .post("/weimar/verteiler-anlegen", fields.clone())
        .await;
    assert_eq!(preview.status, 200);
    assert!(
        preview.has("Werkstattleitung Glockenhof"),
        "{}",
        preview.main_text()
    );
    assert!(!preview.has("Koordination Seniorenbegleitung"));
    assert!(
        !trial
            .office
            .get("/weimar/verteiler")
            .await
            .has("Leitungen in Apolda")
    );

    let fields: Vec<_> = fields
        .into_iter()
        .filter(|(name, _)| name != "preview")
        .collect();
    let page = trial
        .office
        .post_on("/weimar/verteiler-anlegen", fields.clone())
        .await;
    assert!(
        page.has("Der Verteiler ist angelegt."),
        "{}",
        page.main_text()
    );
    assert!(page.has("Werkstattleitung Glockenhof"));
    let twice = trial.office.post("/weimar/verteiler-anlegen", fields).await;
    assert_eq!(twice.status, 422);
    assert!(twice.has("Einen Verteiler mit diesem Namen gibt es schon."));

    let people = trial.office.get("/weimar/personen?suche=Glockenhof").await;
    let person = trial.office.get(&people.link("Werkstattleitung")).await;
    assert!(
        person.has("Verteiler Leitungen in Apolda"),
        "{}",
        person.main_text()
    );
    let end = person.link("Beenden: Jugendwerkstatt");
    trial
        .office
        .post(&end, form![("until", "2017-11-19")])
        .await;
    let lists = trial.office.get("/weimar/verteiler").await;
    let list = trial.office.get(&lists.link("Leitungen in Apolda")).await;
    assert!(
        !list.has("Werkstattleitung Glockenhof"),
        "{}",
        list.main_text()
    );
    assert!(list.has("Ort: apolda") && list.has("Organisation ist: Mitglied"));
});

story!(an_invitation_goes_to_a_mailing_list, |trial| async {
    let coming = trial.office.get("/weimar/termine").await;
    let (_, path) = coming
        .links()
        .into_iter()
        .find(|(_, href)| href.starts_with("/weimar/termine/2018-"))
        .unwrap_or_else(|| panic!("{:?}", coming.links()));
    let round = format!("{path}/einladung/runde");
    let form = trial.office.get(&round).await;
    let list = form.option("Leitungen der Mitglieder in Weimar");
    let list = list.unwrap_or_else(|| form.field("lists").unwrap());

    let preview = trial.office.post_on(&round, form![("lists", list)]).await;

    assert!(
        preview.has("Leitung Lebensräume"),
        "{}",
        preview.main_text()
    );
    assert!(
        !preview.has("Werkstattleitung Glockenhof"),
        "{}",
        preview.main_text()
    );
    let ended = trial.office.get("/weimar/verteiler").await;
    let ended = ended.link("Leitungen der Mitglieder in Weimar");
    trial
        .office
        .post(&format!("{ended}/abschluss"), form![])
        .await;
    let form = trial.office.get(&round).await;
    assert!(!form.has("Leitungen der Mitglieder in Weimar"));
});

story!(a_mailing_list_of_everybody_is_refused, |trial| async {
    let refused = trial
        .office
        .post("/weimar/verteiler-anlegen", form![("name", "Alle")])
        .await;
    assert_eq!(refused.status, 422);
    assert!(
        refused.has("Bitte sagen Sie mindestens ein Merkmal"),
        "{}",
        refused.main_text()
    );
    assert_eq!(refused.field("name").as_deref(), Some("Alle"));
    assert_eq!(trial.leader.get("/weimar/verteiler").await.status, 403);
    assert_eq!(trial.member.get("/weimar/verteiler").await.status, 403);
});

story!(a_list_asks_for_region_work_and_own_fields, |trial| async {
    let works = form![("new", "Hofladen\nFährdienst")];
    trial
        .office
        .post("/weimar/einstellungen/arbeitsfelder", works)
        .await;
    let field = form![
        ("record_kind", "membership"),
        ("value_kind", "choice"),
        ("label", "Beitrag"),
        ("choices", "voll\nhalb"),
        ("seen", "public")
    ];
    let page = trial
        .office
        .post_on("/weimar/einstellungen/feld-anlegen", field)
        .await;
    let edit = page.link("Bearbeiten: Beitrag");
    let own = format!("custom-{}", edit.rsplit('/').next().unwrap());
    let table = "Organisation;Regionen;Arbeitsfelder;Beitrag;Name;Funktion\n\
        Haus Eins;16071;Hofladen;voll;Kim Eins;Leitung\n\
        Haus Zwei;16;Fährdienst;voll;Kim Zwei;Leitung\n\
        Haus Drei;09463;Hofladen;halb;Kim Drei;Leitung\n";
    crate::transfer::read_in(trial, "l.csv", table.as_bytes()).await;
    let reached =
        |page: &trial::Seen| ["Kim Eins", "Kim Zwei", "Kim Drei"].map(|name| page.has(name));
    let form = trial.office.get("/weimar/verteiler-anlegen").await;
    let html = form.html();
    let mut boxes = html.split("name=\"works\" value=\"").skip(1);
    let work = boxes.find(|it| it.split("</label>").next().unwrap().contains("Hofladen"));
    let work = work.unwrap().split('"').next().unwrap().to_owned();
    let new = "/weimar/verteiler-anlegen";
    for (fields, expected) in [
        (form![("region", "Thüringen")], [true, true, false]),
        (form![("region", "16071")], [true, false, false]),
        (form![("works", work.clone())], [true, false, true]),
        (form![(own.as_str(), "halb")], [false, false, true]),
        (
            form![
                ("region", "Thüringen"),
                ("works", work.clone()),
                (own.as_str(), "voll")
            ],
            [true, false, false],
        ),
    ] {
        let mut typed = form![("name", "Probe"), ("preview", "true")];
        typed.extend(fields.clone());
        let preview = trial.office.post(new, typed).await;
        assert_eq!(preview.status, 200, "{}", preview.main_text());
        assert_eq!(
            reached(&preview),
            expected,
            "{fields:?}: {}",
            preview.main_text()
        );
    }
    let unclear = form![("name", "Probe"), ("region", "Coburg"), ("preview", "true")];
    let refused = trial.office.post(new, unclear).await;
    assert_eq!(refused.status, 422);
    assert!(refused.has("Coburg (Landkreis)"), "{}", refused.main_text());

    let kept = form![
        ("name", "Hofläden in Thüringen"),
        ("region", "Thüringen"),
        ("works", work),
        (own.as_str(), "voll")
    ];
    let page = trial.office.post_on(new, kept).await;
    for words in [
        "Region: Thüringen und was darin liegt",
        "Arbeitsfelder: Hofladen",
        "Beitrag",
    ] {
        assert!(page.has(words), "{words}: {}", page.main_text());
    }
    let edit = trial.office.get(&page.link("Verteiler bearbeiten")).await;
    assert_eq!(edit.field("region").as_deref(), Some("Thüringen"));
    let people = trial.office.get("/weimar/personen?suche=Kim+Eins").await;
    let person = trial.office.get(&people.link("Kim Eins")).await;
    assert!(
        person.has("Hofläden in Thüringen"),
        "{}",
        person.main_text()
    );
});

story!(
    of_guests_from_elsewhere_only_who_speaks_for_them_is_reached,
    |trial| async {
        use base::Halt;
        use base::access::Actor;
        use register::actions::{
            FunctionInput, MembershipInput, OrganisationInput, PersonInput, add_function,
            add_membership_elsewhere, add_organisation, add_person,
        };

        trial
            .write(|conn, moment| {
                let here = register::network_by_slug(conn, "weimar")?
                    .ok_or(Halt::Missing)?
                    .id;
                let there = register::network_by_slug(conn, "celle")?
                    .ok_or(Halt::Missing)?
                    .id;
                let who = Actor {
                    offices: vec![here, there],
                    ..Actor::default()
                };
                let input = OrganisationInput {
                    name: "Gasthaus Celle".to_owned(),
                    ..OrganisationInput::default()
                };
                let organisation = add_organisation(conn, moment, &who, there, &input)?;
                for (name, contact) in [("Gast Eins", true), ("Gast Zwei", false)] {
                    let input = PersonInput {
                        name: name.to_owned(),
                        ..PersonInput::default()
                    };
                    let person = add_person(conn, moment, &who, there, &input)?;
                    let input = FunctionInput {
                        person,
                        organisation,
                        title: "Leitung".to_owned(),
                        contact,
                        voting: false,
                        term: register::Term::default(),
                    };
                    add_function(conn, moment, &who, there, &input)?;
                }
                let input = MembershipInput {
                    organisation,
                    kind: register::MembershipKind::Guest,
                    term: register::Term::default(),
                };
                add_membership_elsewhere(conn, moment, &who, (there, here), &input)?;
                Ok(())
            })
            .await
            .unwrap();
        let fields = form![("name", "Gäste"), ("kind", "guest"), ("preview", "true")];
        let preview = trial.office.post("/weimar/verteiler-anlegen", fields).await;
        assert!(preview.has("Gast Eins"), "{}", preview.main_text());
        assert!(!preview.has("Gast Zwei"), "{}", preview.main_text());
    }
);

story!(
    a_long_mailing_list_is_shown_a_page_at_a_time,
    |trial| async {
        use base::access::Actor;
        use register::actions::{
            FunctionInput, OrganisationInput, PersonInput, add_function, add_organisation,
            add_person,
        };

        trial
            .write(|conn, moment| {
                let network = register::network_by_slug(conn, "weimar")?.unwrap().id;
                let who = Actor::default();
                let input = OrganisationInput {
                    name: "Haus der Vielen".to_owned(),
                    town: "Vielstadt".to_owned(),
                    ..OrganisationInput::default()
                };
                let organisation = add_organisation(conn, moment, &who, network, &input)?;
                for number in 0..60 {
                    let input = PersonInput {
                        name: format!("Viele Nr. {number:02}"),
                        ..PersonInput::default()
                    };
                    let person = add_person(conn, moment, &who, network, &input)?;
                    let input = FunctionInput {
                        person,
                        organisation,
                        title: "Mitarbeit".to_owned(),
                        contact: false,
                        voting: false,
                        term: register::Term::default(),
                    };
                    add_function(conn, moment, &who, network, &input)?;
                }
                Ok(())
            })
            .await
            .unwrap();
        let fields = form![
            ("name", "Viele"),
            ("town", "vielstadt"),
            ("preview", "true")
        ];
        let shown = |page: &trial::Seen| page.html().matches("Viele Nr. ").count();
        let preview = trial.office.post("/weimar/verteiler-anlegen", fields).await;
        assert_eq!(shown(&preview), 50, "{}", preview.main_text());
        assert!(preview.has("60") && preview.has("Gezeigt sind die ersten 50."));

        let fields = form![("name", "Viele"), ("town", "vielstadt")];
        let page = trial
            .office
            .post_on("/weimar/verteiler-anlegen", fields)
            .await;
        assert_eq!(shown(&page), 50, "{}", page.main_text());
        assert!(page.has("60"));
        let next = trial.office.get(&page.link("Weiter")).await;
        assert_eq!(shown(&next), 10, "{}", next.main_text());
    }
);
