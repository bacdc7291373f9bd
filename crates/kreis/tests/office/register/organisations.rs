//! The life of an organisation and its memberships.

use super::record;
use trial::{form, story};

const NEW: &str = "/weimar/organisation-anlegen";

story!(
    an_organisation_joins_changes_leaves_and_comes_back,
    |trial| async {
        let before = trial.office.get("/weimar/organisationen").await;
        assert!(
            before.has("35 Mitgliedsorganisationen"),
            "{}",
            before.main_text()
        );
        let fields = form![
            ("name", "Nachbarschaftshilfe Ilmtal e.V."),
            ("short_name", "NHI"),
            ("town", "Kranichfeld"),
            ("web", "www.nhi.example"),
            ("mail", "post@nhi.example"),
            ("kind", "member"),
            ("from", "2017-11-01")
        ];
        let page = trial.office.post_on(NEW, fields).await;
        assert!(
            page.has("Die Organisation ist angelegt."),
            "{}",
            page.main_text()
        );
        assert!(page.has("https://www.nhi.example"));
        assert!(
            page.has("Mitgliedschaft eingetragen"),
            "the journal says so"
        );
        let list = trial
            .member
            .get("/weimar/organisationen?suche=nachbarschaft+ilmtal")
            .await;
        assert!(list.has("36 Mitgliedsorganisationen"));
        let path = list.link("Nachbarschaftshilfe Ilmtal");

        let changed = form![
            ("name", "Nachbarschaftshilfe Ilmtal e.V."),
            ("town", "Bad Berka")
        ];
        let page = trial
            .office
            .post_on(&format!("{path}/bearbeiten"), changed)
            .await;
        assert!(
            page.has("Ort „Kranichfeld“ → „Bad Berka“"),
            "{}",
            page.main_text()
        );

        let end = page.link("Beenden: Mitglied");
        let question = trial.office.get(&end).await;
        assert_eq!(question.field("until").as_deref(), Some("2017-11-20"));
        let early = trial
            .office
            .post(&end, form![("until", "2017-10-31")])
            .await;
        assert_eq!(early.status, 422);
        assert!(early.has("Das Ende liegt vor dem Anfang."));
        let page = trial
            .office
            .post_on(&end, form![("until", "2017-11-19")])
            .await;
        assert!(
            page.has("01.11.2017 bis 19.11.2017"),
            "{}",
            page.main_text()
        );
        let list = trial.office.get("/weimar/organisationen").await;
        assert!(list.has("35 Mitgliedsorganisationen"));
        assert!(!list.has("Nachbarschaftshilfe Ilmtal"));

        let resume = end.replace("/ende", "/wiederaufnahme");
        let page = trial.office.post_on(&resume, form![]).await;
        assert!(page.has("seit 01.11.2017"), "{}", page.main_text());
        let twice = form![("kind", "member"), ("from", "2018-01-01")];
        let twice = trial
            .office
            .post(&format!("{path}/mitgliedschaft"), twice)
            .await;
        assert_eq!(twice.status, 422);
        assert!(twice.has("schon eine solche Mitgliedschaft"));
    }
);

story!(
    a_closed_organisation_leaves_the_lists_until_it_is_reopened,
    |trial| async {
        let path = record(&trial.office, "/weimar/organisationen", "Lebensräume").await;
        assert!(
            trial
                .office
                .get(&format!("{path}/abschluss"))
                .await
                .has("Was dann geschieht")
        );
        let page = trial
            .office
            .post_on(&format!("{path}/abschluss"), form![])
            .await;
        assert!(page.has("Eintrag abschließen") || page.has("Abgeschlossen"));
        let list = trial.office.get("/weimar/organisationen").await;
        assert!(!list.main_text().contains("Lebensräume e.V."));
        let closed = trial
            .office
            .get("/weimar/organisationen?art=abgeschlossen")
            .await;
        assert!(closed.has("Lebensräume e.V."));

        trial
            .office
            .post(&format!("{path}/wiederaufnahme"), form![])
            .await;
        assert!(
            trial
                .office
                .get("/weimar/organisationen")
                .await
                .has("Lebensräume e.V.")
        );
    }
);

story!(an_organisation_belongs_to_one_office, |trial| async {
    let path = record(&trial.office, "/weimar/organisationen", "Lebensräume").await;
    let elsewhere = path.replace("/weimar/", "/celle/");

    assert_eq!(trial.stranger.get(&path).await.status, 404);
    assert_eq!(trial.stranger.get(&elsewhere).await.status, 404);
    let fields = form![("name", "Übernommen")];
    let taken = trial
        .stranger
        .post(&format!("{elsewhere}/bearbeiten"), fields)
        .await;
    assert_eq!(taken.status, 404);
    assert_eq!(
        trial.member.get(&format!("{path}/bearbeiten")).await.status,
        403
    );
    assert_eq!(trial.nobody.get(&path).await.status, 303);
});

story!(a_name_is_given_once, |trial| async {
    let fields = form![("name", "Lebensräume e.V."), ("kind", "none")];
    let answer = trial.office.post(NEW, fields).await;

    assert_eq!(answer.status, 422);
    assert!(answer.has("gibt es hier schon"));
    assert_eq!(answer.field("name").as_deref(), Some("Lebensräume e.V."));
});
