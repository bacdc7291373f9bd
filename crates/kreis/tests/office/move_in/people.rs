//! Organisations, contact persons and posts, which are given to the room as a reader finds them.

use super::*;
use base::Halt;
use base::access::Actor;
use reading::drafts::{ContactDraft, Drafts, PostDraft, Said};
use trial::story;

/// Enters what a reader found; the address of it.
async fn found(trial: &Trial, name: &'static str, drafts: Drafts) -> String {
    let id = trial
        .write(move |conn, moment| {
            let network = register::network_by_slug(conn, "weimar")?.ok_or(Halt::Missing)?;
            let who = Actor {
                name: "Probe".to_owned(),
                offices: vec![network.id],
                ..Actor::default()
            };
            let file = move_in::Incoming {
                name: name.to_owned(),
                bytes: name.as_bytes().to_vec(),
            };
            let place = (network.id, moment.id());
            let received = move_in::receive(conn, moment, &who, place, &file)?;
            let documents = vec![reading::apart::Document {
                name: name.to_owned(),
                read: Ok(drafts),
            }];
            move_in::enter(conn, moment, received.id, &Ok(documents))?;
            Ok::<_, Halt>(received.id)
        })
        .await
        .unwrap();
    format!("{HOME}/{id}")
}

fn said(name: &str) -> Said {
    Said {
        value: name.to_owned(),
        ..Said::default()
    }
}

story!(
    organisations_are_matched_with_the_register_however_they_are_spelled,
    |trial| async {
        let drafts = Drafts {
            organisations: vec![
                said("Begegnungsstaette Kirschallee e. V."),
                said("Nähstube Ilmwiesen e.V."),
            ],
            ..Drafts::default()
        };
        let file = found(trial, "partner.html", drafts).await;
        let known = draft(trial, &file, "Begegnungsstaette").await;
        let page = trial.office.get(&known).await;
        assert!(
            page.has("Steht sie schon im Verzeichnis?"),
            "{}",
            page.main_text()
        );
        assert!(page.has("Wohl derselbe Eintrag"), "{}", page.main_text());
        let new = draft(trial, &file, "Nähstube").await;
        assert!(!trial.office.get(&new).await.has("Steht sie schon"));
        let before = counts(trial).await;
        let id = file.rsplit('/').next().unwrap();
        let all = format!("{HOME}/entwuerfe/annahme?ab=50&datei={id}");

        let done = trial.office.post(&all, form![]).await;

        let told = trial.office.get(done.location()).await;
        assert!(
            told.has("Übernommen: 1, zusammengeführt: 1"),
            "{}",
            told.main_text()
        );
        assert_eq!(counts(trial).await[1], before[1] + 1);
        undo(trial, &known).await;
        undo(trial, &new).await;
        assert_eq!(counts(trial).await, before);
    }
);

story!(
    a_contact_person_comes_with_function_and_organisation,
    |trial| async {
        let drafts = Drafts {
            contacts: vec![ContactDraft {
                name: Some("Leitung Gästehaus Ilmblick".to_owned()),
                function: Some("Hausleitung".to_owned()),
                mail: Some("haus@ilmblick.example".to_owned()),
                phone: Some("03643 555-0199".to_owned()),
                confidence: 80,
                ..ContactDraft::default()
            }],
            ..Drafts::default()
        };
        let file = found(trial, "kontakt.html", drafts).await;
        let draft = draft(trial, &file, "Leitung Gästehaus").await;
        let page = trial.office.get(&draft).await;
        let organisation = page.option("Lebensräume e.V.").unwrap();
        let before = counts(trial).await;

        let done = accept(trial, &draft, &[("organisation", &organisation)]).await;

        assert_eq!(done.status, 303, "{}", done.main_text());
        let page = trial.office.get(&draft).await;
        let person = trial.office.get(&page.link("Leitung Gästehaus")).await;
        assert!(person.has("Hausleitung"), "{}", person.main_text());
        assert!(person.has("Lebensräume e.V."), "{}", person.main_text());
        undo(trial, &draft).await;
        assert_eq!(counts(trial).await, before);
    }
);

story!(a_post_becomes_a_draft_among_the_posts, |trial| async {
    let drafts = Drafts {
        post: Some(PostDraft {
            title: "Neue Räume im Ilmpark".to_owned(),
            day: Some(jiff::civil::date(2016, 5, 3)),
            source: Some("Weimar (kg)".to_owned()),
            tags: vec!["Begegnung".to_owned()],
            paragraphs: vec![
                "Die Räume sind offen.".to_owned(),
                "Alle sind willkommen.".to_owned(),
            ],
            pictures: Vec::new(),
            confidence: 90,
        }),
        ..Drafts::default()
    };
    let file = found(trial, "meldung.html", drafts).await;
    let draft = draft(trial, &file, "Neue Räume").await;
    let before = counts(trial).await;
    let mut fields = fields(&trial.office.get(&draft).await, &[]);
    fields.extend(form![
        ("body", "Die Räume sind offen."),
        ("post_day", "2016-05-03")
    ]);

    let done = trial.office.post(&format!("{draft}/annahme"), fields).await;

    assert_eq!(done.status, 303, "{}", done.main_text());
    assert_eq!(counts(trial).await[3], before[3] + 1);
    let page = trial.office.get(&draft).await;
    let post = page.link("Neue Räume");
    assert_eq!(trial.nobody.get(&post).await.status, 404, "it is not out");
    undo(trial, &draft).await;
    assert_eq!(counts(trial).await, before);
});
