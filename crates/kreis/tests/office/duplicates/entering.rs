//! Before something is entered twice.

use trial::{form, story};

const PERSON: &str = "/weimar/person-anlegen";
const ORGANISATION: &str = "/weimar/organisation-anlegen";

story!(
    a_person_who_is_there_already_is_shown_at_the_form,
    |trial| async {
        let fields = form![
            ("name", "Leitung Lebensraeume"),
            ("address_form", "neutral"),
            ("mail", "neu@lebensraeume.example"),
            ("lang", "de"),
            ("note", "Am Telefon erfragt.")
        ];
        let asked = trial.office.post(PERSON, fields.clone()).await;

        assert_eq!(asked.status, 422, "{}", asked.main_text());
        assert!(asked.has("Gibt es das schon?"), "{}", asked.main_text());
        assert!(asked.has("gleicher Name"));
        assert!(asked.has("Am Telefon erfragt."));
        assert_eq!(asked.field("name").as_deref(), Some("Leitung Lebensraeume"));
        let there = trial.office.get(&asked.link("Leitung Lebensräume")).await;
        assert!(there.has("leitung@lebensraeume.example"));

        // To go on needs both: the box, and to have seen who is there.
        let mut unseen = fields.clone();
        unseen.push(("anyway".to_owned(), "true".to_owned()));
        assert_eq!(trial.office.post(PERSON, unseen.clone()).await.status, 422);
        unseen.push(("alike_seen".to_owned(), asked.field("alike_seen").unwrap()));
        let page = trial.office.post_on(PERSON, unseen).await;
        assert!(page.has("Die Person ist angelegt."), "{}", page.main_text());
    }
);

story!(
    an_organisation_that_is_there_already_is_shown_at_the_form,
    |trial| async {
        let fields = form![
            ("name", "Lebensräume (eingetragener Verein)"),
            ("town", "Weimar"),
            ("kind", "none")
        ];
        let asked = trial.office.post(ORGANISATION, fields).await;
        assert_eq!(asked.status, 422);
        assert!(asked.has("gleicher Name"), "{}", asked.main_text());
        assert!(asked.link("Lebensräume e.V.").contains("/organisationen/"));

        let other = form![("name", "Sternwarte Hohe Warte"), ("kind", "none")];
        let page = trial.office.post_on(ORGANISATION, other).await;
        assert!(page.has("Die Organisation ist angelegt."));
    }
);

story!(
    a_mistake_is_mended_before_anything_is_compared,
    |trial| async {
        let fields = form![
            ("name", "Leitung Lebensräume"),
            ("mail", "keine Adresse"),
            ("address_form", "neutral"),
            ("lang", "de")
        ];
        let refused = trial.office.post(PERSON, fields).await;

        assert_eq!(refused.status, 422);
        assert!(!refused.has("Gibt es das schon?"));
    }
);
