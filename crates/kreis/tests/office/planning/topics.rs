//! Topics on their way onto an agenda.

use trial::{form, story};

const DECEMBER: &str = "/weimar/termine/2017-12-07-fachkraefte-dringend-gesucht";
const FEBRUARY: &str = "/weimar/termine/2018-02-15-mensch-du-hast-recht";

story!(a_members_topic_reaches_an_agenda_and_back, |trial| async {
    let proposed = trial
        .member
        .post_on(
            "/weimar/themen",
            form![("title", "Pflege und Beruf"), ("text", "Wer hilft wem?")],
        )
        .await;
    assert!(proposed.has("liegt der Geschäftsstelle vor"));
    assert!(proposed.has("Pflege und Beruf"));

    let page = trial.office.get("/weimar/themen").await;
    assert!(page.has("Lebensräume"), "who proposed it is said");
    let choice = page.option("15.02.2018: Mensch, du hast Recht").unwrap();
    let action = |page: &trial::Seen, end: &str| {
        let mut all = page.actions().into_iter();
        all.find(|it| it.ends_with(end)).unwrap()
    };
    let fields = form![("gathering", choice)];
    let done = trial
        .office
        .post_on(&action(&page, "/zuordnung"), fields.clone())
        .await;
    assert!(done.has("Das Thema steht auf der Tagesordnung."));
    assert!(trial.nobody.get(FEBRUARY).await.has("Pflege und Beruf"));
    let own = trial.member.get("/weimar/themen").await;
    assert!(own.has("Eingeplant") && own.has("15.02.2018"));
    let twice = trial
        .office
        .post(&action(&page, "/zuordnung"), fields)
        .await;
    assert_eq!(twice.status, 422);

    let back = action(&done, "/ruecknahme");
    assert_eq!(trial.office.post(&back, form![]).await.status, 303);
    assert!(!trial.nobody.get(FEBRUARY).await.has("Pflege und Beruf"));
    assert!(!trial.member.get("/weimar/themen").await.has("Eingeplant"));
});

story!(
    a_declined_topic_says_why_to_its_proposer_alone,
    |trial| async {
        let mine = trial.member.get("/weimar/themen").await;
        assert!(mine.has("Ausflug nach Jena") && mine.has("Kreis der Ehrenamtlichen"));
        assert!(
            !mine.has("Fahrdienste"),
            "others' topics stay with the office"
        );
        assert!(trial.office.get("/weimar/themen").await.has("Fahrdienste"));
    }
);

story!(an_agenda_item_that_goes_reopens_its_topic, |trial| async {
    let page = trial.office.get("/weimar/themen").await;
    let choice = page.option("15.02.2018: Mensch, du hast Recht").unwrap();
    let assign = page.actions();
    let assign = assign.iter().find(|it| it.ends_with("/zuordnung")).unwrap();
    trial
        .office
        .post(assign, form![("gathering", choice)])
        .await;
    let agenda = trial.office.get(&format!("{FEBRUARY}/tagesordnung")).await;
    let removal = agenda
        .links()
        .into_iter()
        .rfind(|(label, _)| label.starts_with("Entfernen"))
        .unwrap();

    trial.office.post(&removal.1, form![]).await;

    let page = trial.office.get("/weimar/themen").await;
    assert!(!page.has("Eingeplant"), "{}", page.main_text());
});

story!(members_propose_items_until_the_deadline, |trial| async {
    let gathering = trial.member.get(DECEMBER).await;
    assert!(
        gathering.has("Mitglieder können bis Donnerstag, 23. November 2017 Punkte vorschlagen."),
        "{}",
        gathering.main_text()
    );
    let path = format!("{DECEMBER}/vorschlag");
    let fields = form![("title", "Azubis gemeinsam finden"), ("text", "")];
    let done = trial.member.post_on(&path, fields.clone()).await;
    assert!(done.has("Azubis gemeinsam finden"));
    assert_eq!(
        trial.member.post(&path, form![("title", "")]).await.status,
        422
    );

    let page = trial.office.get(DECEMBER).await;
    assert!(page.has("Azubis gemeinsam finden"));
    assert!(trial.nobody.get(DECEMBER).await.status == 200);
    assert!(!trial.nobody.get(DECEMBER).await.has("Azubis"));

    trial.move_to_local("2017-11-24T09:00").await;
    assert_eq!(trial.member.post(&path, fields.clone()).await.status, 422);
    assert!(trial.member.get(&path).await.has("abgelaufen"));
    let late = form![("day", "2017-12-08")];
    let limit = format!("{DECEMBER}/vorschlagsfrist");
    assert_eq!(trial.office.post(&limit, late).await.status, 422);
    let longer = form![("day", "2017-12-01")];
    assert_eq!(trial.office.post(&limit, longer).await.status, 303);
    assert_eq!(trial.member.post(&path, fields).await.status, 303);
});

story!(
    what_was_proposed_for_a_gathering_is_taken_from_its_page,
    |trial| async {
        let page = trial.office.get(DECEMBER).await;
        assert!(page.has("Gemeinsame Stellenbörse"), "{}", page.main_text());
        let assign = page
            .actions()
            .into_iter()
            .find(|it| it.ends_with("/zuordnung"))
            .unwrap();
        let id = page.field("gathering").unwrap();

        let done = trial
            .office
            .post(&assign, form![("gathering", id), ("back", DECEMBER)])
            .await;

        assert!(done.location().starts_with(DECEMBER), "{}", done.location());
        let agenda = trial.office.get(&format!("{DECEMBER}/tagesordnung")).await;
        assert!(agenda.has("Gemeinsame Stellenbörse"));
        let elsewhere = form![("back", "https://anderswo.example/")];
        let undo = assign.replace("/zuordnung", "/ruecknahme");
        let undone = trial.office.post(&undo, elsewhere).await;
        assert!(undone.location().starts_with("/weimar/themen"));
    }
);

story!(the_office_notes_and_corrects_topics, |trial| async {
    let fields = form![("title", "Notiert"), ("text", ""), ("organisation", "")];
    let page = trial.office.post_on("/weimar/themen", fields).await;
    assert!(page.has("Notiert"));
    let edit = page.link("Thema bearbeiten Notiert");
    assert_eq!(
        trial.office.post(&edit, form![("title", "")]).await.status,
        422
    );
    let changed = trial
        .office
        .post_on(&edit, form![("title", "Berichtigt")])
        .await;
    assert!(changed.has("Berichtigt") && !changed.has("Notiert am 20. November 2017 Notiert"));
    assert_eq!(trial.stranger.get(&edit).await.status, 404);
});

story!(
    whoever_proposed_a_topic_is_told_what_became_of_it,
    |trial| async {
        let fields = form![("title", "Pflege und Beruf"), ("text", "")];
        trial.member.post("/weimar/themen", fields).await;
        let page = trial.office.get("/weimar/themen").await;
        let choice = page.option("15.02.2018: Mensch, du hast Recht").unwrap();
        let first = |page: &trial::Seen, end: &str| {
            let mut all = page.actions().into_iter();
            all.find(|it| it.ends_with(end)).unwrap()
        };
        let assign = first(&page, "/zuordnung");
        trial
            .office
            .post(&assign, form![("gathering", choice)])
            .await;
        let page = trial.office.get("/weimar/themen").await;
        let decline = first(&page, "/ablehnung");
        let why = form![("answer", "Das beredet der Vorstand.")];
        trial.office.post(&decline, why).await;

        trial.run_due().await;

        let mails = trial.mails().await;
        assert_eq!(mails.len(), 2, "each goes at once to one person");
        let to = |address: &str| {
            let found = mails.iter().find(|it| it.to[0].address.contains(address));
            found.unwrap()
        };
        let planned = to("leitung@lebensraeume.example");
        assert_eq!(
            planned.subject,
            "Ihr Vorschlag steht auf der Tagesordnung: Pflege und Beruf"
        );
        let text = planned.text.as_deref().unwrap();
        assert!(text.contains("Mensch, du hast Recht"), "{text}");
        assert!(text.contains(&format!("{}{FEBRUARY}", trial::BASE_URL)));
        let text = to("wegzeichen").text.as_deref().unwrap();
        assert!(text.contains("Das beredet der Vorstand."), "{text}");
    }
);

story!(
    a_decision_that_is_taken_back_at_once_is_told_to_nobody,
    |trial| async {
        let page = trial.office.get("/weimar/themen").await;
        let action = |end: &str| {
            let mut all = page.actions().into_iter();
            all.find(|it| it.ends_with(end)).unwrap()
        };
        let decline = action("/ablehnung");
        trial
            .office
            .post(&decline, form![("answer", "Nein.")])
            .await;
        let back = decline.replace("/ablehnung", "/ruecknahme");
        assert_eq!(trial.office.post(&back, form![]).await.status, 303);

        trial.run_due().await;

        assert_eq!(trial.mails().await.len(), 0);
    }
);

story!(
    what_a_proposer_may_not_read_is_not_named_to_them,
    |trial| async {
        let meant = trial
            .write(|conn, moment| {
                let network = register::network_by_slug(conn, "weimar")?.unwrap();
                let slug = FEBRUARY.rsplit('/').next().unwrap();
                let it = gatherings::gathering_by_slug(conn, network.id, slug)?.unwrap();
                let input = gatherings::GatheringInput {
                    audience: base::access::Audience::Invited,
                    ..gatherings::GatheringInput::of(&it)
                };
                let quiet = Some(gatherings::Inform::KeepQuiet);
                let who = base::access::Actor::default();
                gatherings::change_gathering(conn, moment, &who, it.id, (&input, quiet))
            })
            .await
            .unwrap();
        let (id, network) = (meant.id, meant.network);
        for title in ["Pflege und Beruf", "Wege zur Arbeit"] {
            if title == "Wege zur Arbeit" {
                trial
                    .write(move |conn, moment| {
                        let people = register::people_of(conn, network)?;
                        let of = |name: &str| people.iter().find(|it| it.person.name == name);
                        let person = of("Leitung Lebensräume").unwrap().person.id;
                        gatherings::add_guest(conn, moment, id, person, "")?;
                        Ok(())
                    })
                    .await
                    .unwrap();
            }
            let fields = form![("title", title), ("text", "")];
            let proposed = trial.member.post("/weimar/themen", fields).await;
            assert_eq!(proposed.status, 303);
            assign_open(trial, title, id).await;
            trial.run_due().await;
        }

        let mails = trial.mails().await;
        let text = |title: &str| {
            let mail = mails.iter().find(|it| it.subject.contains(title)).unwrap();
            let text = mail.text.as_deref().unwrap();
            text.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        let closed = text("Pflege und Beruf");
        assert!(closed.contains("auf der Tagesordnung eines Termins."));
        assert!(!closed.contains("Mensch, du hast Recht"), "{closed}");
        assert!(!closed.contains("2018"), "{closed}");
        let invited = text("Wege zur Arbeit");
        assert!(invited.contains("Mensch, du hast Recht"), "{invited}");
    }
);

/// Puts an open topic onto an agenda.
async fn assign_open(trial: &trial::Trial, title: &'static str, gathering: base::GatheringId) {
    trial
        .write(move |conn, moment| {
            let network = register::network_by_slug(conn, "weimar")?.unwrap();
            let topics = planning::topics_of(conn, network.id)?;
            let topic = topics.into_iter().find(|it| it.title == title).unwrap();
            let who = base::access::Actor::default();
            planning::assign_topic(conn, moment, &who, (topic.id, gathering))
        })
        .await
        .unwrap();
}
