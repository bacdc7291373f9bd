//! What the office keeps of an organisation beside name and address.

use super::record;
use trial::{File, Trial, form, story};

const LIST: &str = "/weimar/organisationen";
const NAME: &str = "Nachbarschaftshaus Ilmpark e.V.";

async fn ilmpark(trial: &Trial) -> String {
    record(&trial.office, LIST, "Nachbarschaftshaus Ilmpark").await
}

story!(
    the_office_fills_the_whole_form_of_an_organisation,
    |trial| async {
        let path = ilmpark(trial).await;
        let page = trial.office.get(&format!("{path}/bearbeiten")).await;
        assert!(page.has("Kultur und Begegnung"), "{}", page.main_text());
        assert!(page.has("Eingetragener Verein"));
        let fields = form![
            ("name", NAME),
            ("legal_form", "other"),
            ("legal_form_other", "Altrechtlicher Verein"),
            ("town", "Weimar"),
            ("postal_street", "Postfach 12 34"),
            ("postal_postcode", "99401"),
            ("postal_town", "Weimar"),
            ("region", "weimarer land; Jena; 14713"),
            ("regions", "16055"),
            ("parent", "Lebenshilfe-Werk"),
            ("channel-kind-0", "mastodon"),
            ("channel-0", "@ilmpark@sozial.example"),
            ("channel-kind-2", "fax"),
            ("channel-2", "03643 555-0188")
        ];
        let page = trial
            .office
            .post_on(&format!("{path}/bearbeiten"), fields)
            .await;
        for words in [
            "Die Organisation ist gespeichert.",
            "Altrechtlicher Verein",
            "Postfach 12 34",
            "Weimarer Land (Landkreis)",
            "Jena, Stadt",
            "Leipzig, Stadt",
            "@ilmpark@sozial.example",
            "03643 555-0188",
            "Rechtsform „Eingetragener Verein (e. V.)“ → „Altrechtlicher Verein“",
            "Gehört zu „Lebenshilfe-Werk Weimar/Apolda e.V.“",
        ] {
            assert!(page.has(words), "{words}: {}", page.main_text());
        }
        let seen = trial.member.get(&path).await;
        assert!(seen.has("@ilmpark@sozial.example") && seen.has("Jena, Stadt"));
        assert!(!seen.has("03643 555-0188"), "numbers are the office's");
        let above = seen.link("Lebenshilfe-Werk Weimar/Apolda");
        let above = trial.member.get(&above).await;
        assert!(above.has("Dazu gehören") && above.has(NAME));
    }
);

story!(
    a_region_that_is_not_clear_is_offered_and_nothing_is_lost,
    |trial| async {
        let edit = format!("{}/bearbeiten", ilmpark(trial).await);
        let unclear = form![
            ("name", NAME),
            ("short_name", "Getippt"),
            ("region", "Coburg; Niemandsland")
        ];
        let page = trial.office.post(&edit, unclear).await;
        assert_eq!(page.status, 422);
        assert!(page.has("Zu „Coburg“ passen mehrere Regionen."));
        assert!(page.has("Zu „Niemandsland“ gibt es keine Region."));
        assert!(page.has("Coburg (Kreisfreie Stadt)") && page.has("Coburg (Landkreis)"));
        assert_eq!(page.field("region").as_deref(), Some("Niemandsland"));
        assert_eq!(page.field("short_name").as_deref(), Some("Getippt"));

        let ticked = form![("name", NAME), ("regions", "09473")];
        let page = trial.office.post_on(&edit, ticked).await;
        assert!(page.has("Coburg (Landkreis)"), "{}", page.main_text());
        let made_up = form![("name", NAME), ("regions", "99999")];
        assert_eq!(trial.office.post(&edit, made_up).await.status, 422);
    }
);

story!(what_is_wrong_is_said_at_its_field, |trial| async {
    let path = ilmpark(trial).await;
    let edit = format!("{path}/bearbeiten");
    for (field, value, words) in [
        ("legal_form", "other", "Andere Rechtsform: Bitte füllen Sie"),
        ("channel-1", "keine", "Nummer oder Adresse 2: "),
        (
            "parent",
            "Unbekannter Verband",
            "Gehört zu: Diese Organisation",
        ),
        ("parent", "Weimar", "Gehört zu: Das passt zu mehreren"),
        ("parent", NAME, "So würde die Organisation zu sich selbst"),
    ] {
        let mut fields = form![("name", NAME), ("channel-kind-1", "mail")];
        fields.push((field.to_owned(), value.to_owned()));
        let page = trial.office.post(&edit, fields).await;
        assert_eq!(page.status, 422, "{field}");
        assert!(page.has(words), "{words}: {}", page.main_text());
    }
    // Below itself by way of another one.
    let below = form![("name", NAME), ("parent", "Lebensräume")];
    trial.office.post_on(&edit, below).await;
    let above = record(&trial.office, LIST, "Lebensräume").await;
    let circle = form![("name", "Lebensräume e.V."), ("parent", NAME)];
    let page = trial
        .office
        .post(&format!("{above}/bearbeiten"), circle)
        .await;
    assert_eq!(page.status, 422);
    assert!(page.has("So würde die Organisation zu sich selbst"));
});

story!(
    a_logo_is_a_picture_and_members_alone_see_it,
    |trial| async {
        let path = ilmpark(trial).await;
        let edit = format!("{path}/bearbeiten");
        let svg = |bytes| File {
            field: "logo",
            name: "logo.svg",
            kind: "image/svg+xml",
            bytes,
        };
        let fields = form![("name", NAME), ("logo_alt", "Ein Haus")];
        let nasty = b"<svg><script>alert(1)</script></svg>";
        let refused = trial
            .office
            .upload(&edit, fields.clone(), &[svg(nasty)])
            .await;
        assert_eq!(refused.status, 422);
        assert!(refused.has("Das ist kein PNG-, JPEG- oder SVG-Bild"));
        let picture = b"<svg xmlns='http://www.w3.org/2000/svg'></svg>";
        let answer = trial.office.upload(&edit, fields, &[svg(picture)]).await;
        assert_eq!(answer.status, 303, "{}", answer.main_text());
        let page = trial.member.get(&path).await;
        assert!(page.html().contains("alt=\"Ein Haus\""));

        let logo = format!("{path}/logo");
        let seen = trial.member.get(&logo).await;
        assert_eq!(
            (seen.status, seen.header("content-type")),
            (200, "image/svg+xml")
        );
        assert!(seen.header("content-security-policy").contains("sandbox"));
        for visitor in [&trial.nobody, &trial.stranger, &trial.operator] {
            assert_eq!(visitor.get(&logo).await.status, 404);
        }
        let kept = form![("name", NAME), ("logo_alt", "Ein Haus am Fluss")];
        trial.office.post_on(&edit, kept).await;
        let page = trial.member.get(&path).await;
        assert!(page.html().contains("alt=\"Ein Haus am Fluss\""));
        let gone = form![("name", NAME), ("logo_remove", "true")];
        trial.office.post_on(&edit, gone).await;
        assert_eq!(trial.member.get(&logo).await.status, 404);
    }
);

story!(
    a_network_keeps_its_fields_of_work_and_who_has_one_keeps_it,
    |trial| async {
        let works = "/weimar/einstellungen/arbeitsfelder";
        let page = trial.office.get(works).await;
        let name = page
            .html()
            .split(" name=\"work-")
            .skip(1)
            .map(|rest| rest.split('"').next().unwrap().to_owned())
            .next()
            .unwrap();
        let before = page.field(&format!("work-{name}")).unwrap();
        assert_eq!(before, "Arbeit und Beschäftigung");
        let mut fields = form![("new", "Arbeit und Bildung\n\nQuartiersarbeit")];
        fields.push((format!("work-{name}"), "Arbeit und Bildung".to_owned()));
        let page = trial.office.post_on(works, fields).await;
        assert!(page.has("Die Arbeitsfelder sind gespeichert."));
        assert!(page.html().contains("Quartiersarbeit"));
        assert!(!page.html().contains("Arbeit und Beschäftigung"));

        let path = record(&trial.office, LIST, "Lebenshilfe-Werk").await;
        let record = trial.office.get(&path).await;
        assert!(record.has("Arbeit und Bildung"), "{}", record.main_text());
        let form = trial
            .office
            .get("/weimar/organisation-anlegen")
            .await
            .main_text();
        assert!(!form.contains("Arbeit und Bildung") && form.contains("Quartiersarbeit"));
        assert_eq!(trial.member.get(works).await.status, 403);
    }
);

story!(
    an_organisation_is_member_here_and_partner_elsewhere,
    |trial| async {
        let celle = trial
            .write(|conn, moment| {
                let who = base::access::Actor::default();
                let celle = register::network_by_slug(conn, "celle")?.unwrap().id;
                let person = register::actions::PersonInput {
                    name: "Geschäftsstelle beider Netzwerke".to_owned(),
                    mail: kreis::demo::Role::Office.mail().to_owned(),
                    ..register::actions::PersonInput::default()
                };
                let person = register::actions::add_person(conn, moment, &who, celle, &person)?;
                register::actions::create_account(conn, moment, &who, celle, person)?;
                register::actions::set_office(conn, moment, &who, (celle, person), true)?;
                Ok(celle)
            })
            .await
            .unwrap();
        let path = ilmpark(trial).await;
        let new = format!("{path}/mitgliedschaft");
        assert!(trial.office.get(&new).await.has("Netzwerk"));
        let mut fields = form![("kind", "partner"), ("from", "2017-01-01")];
        fields.push(("network".to_owned(), celle.to_string()));
        let page = trial.office.post_on(&new, fields).await;
        assert!(page.has("Kooperationspartnerin"), "{}", page.main_text());
        assert!(page.has("seit 01.01.2017"));
        let there = trial
            .stranger
            .get("/celle/organisationen?art=partner")
            .await;
        assert!(there.has("Aus anderen Netzwerken") && there.has(NAME));
        assert!(there.has("Kreisgruppe Weimar"));

        let end = there.link(&format!("Beenden: {NAME}"));
        let page = trial
            .stranger
            .post_on(&end, form![("until", "2017-11-01")])
            .await;
        assert!(!page.has(NAME), "{}", page.main_text());
        let page = trial.office.get(&path).await;
        assert!(page.has("01.01.2017 bis 01.11.2017"), "the history stays");

        // Whoever is not of that network's office cannot say so.
        let leipzig = form![
            ("kind", "member"),
            ("network", "0190a000-0000-7000-8000-000000000000")
        ];
        assert_eq!(trial.office.post(&new, leipzig).await.status, 422);
    }
);

story!(
    the_office_of_a_parent_network_sees_those_below_it,
    |trial| async {
        let above = trial
            .signed_in_as("geschaeftsstelle@landesverband.example")
            .await;
        let page = above.get("/landesverband/intern").await;
        assert!(page.has("Netzwerke, die zu uns gehören"));
        assert!(
            page.has("35 Mitgliedsorganisationen"),
            "{}",
            page.main_text()
        );
        let home = trial.nobody.get("/weimar").await;
        assert!(home.has("Paritätischer Landesverband Thüringen"));

        let own = "/weimar/einstellungen/netzwerke";
        let there = "/landesverband/einstellungen/netzwerke";
        let below = above.get(there).await.option("Kreisgruppe Weimar").unwrap();
        let refused = above.post(there, form![("parent", below)]).await;
        assert_eq!(refused.status, 422);
        assert!(refused.has("zu sich selbst gehören"));
        let page = trial
            .office
            .post_on(&format!("{own}/austritt"), form![])
            .await;
        assert!(!page.has("Zugehörigkeit beenden"), "{}", page.main_text());
        let page = above.get("/landesverband/intern").await;
        assert!(!page.has("Netzwerke, die zu uns gehören"));
        trial.run_due().await;
        let mails = trial.mails().await;
        let mail = mails.iter().find(|it| it.subject.contains("Zugehörigkeit"));
        assert!(mail.is_some(), "the other office is told");
    }
);

story!(a_network_asks_and_the_other_office_accepts, |trial| async {
    let own = "/celle/einstellungen/netzwerke";
    let there = "/weimar/einstellungen/netzwerke";
    let option = trial
        .stranger
        .get(own)
        .await
        .option("Kreisgruppe Weimar")
        .unwrap();
    let page = trial
        .stranger
        .post_on(own, form![("parent", option.as_str())])
        .await;
    assert!(
        page.has("Bis die Geschäftsstelle dort zustimmt"),
        "{}",
        page.main_text()
    );
    let twice = trial
        .stranger
        .post(own, form![("parent", option.as_str())])
        .await;
    assert_eq!(twice.status, 422);

    // Nothing is gained by asking.
    let start = trial.office.get("/weimar/intern").await;
    assert!(
        !start.has("Netzwerke, die zu uns gehören"),
        "{}",
        start.main_text()
    );
    assert!(start.has("Ein Netzwerk möchte zu uns gehören"));
    let home = trial.nobody.get("/celle").await;
    assert!(!home.has("Kreisgruppe Weimar"), "{}", home.main_text());
    trial.run_due().await;
    let mails = trial.mails().await;
    let mail = mails.iter().find(|it| it.subject.contains("Zugehörigkeit"));
    let mail = mail.expect("the office is asked by mail");
    assert!(format!("{mail:?}").contains("/weimar/einstellungen/netzwerke"));

    let asked = trial.office.get(there).await;
    let accept = asked
        .actions()
        .into_iter()
        .find(|it| it.ends_with("/aufnahme"))
        .unwrap();
    // Whoever asks cannot accept in the other's place.
    assert_eq!(trial.stranger.post(&accept, form![]).await.status, 404);
    let page = trial.office.post_on(&accept, form![]).await;
    assert!(page.has("Die Zugehörigkeit gilt."), "{}", page.main_text());
    assert!(
        trial
            .office
            .get("/weimar/intern")
            .await
            .has("Netzwerke, die zu uns gehören")
    );
    assert!(trial.nobody.get("/celle").await.has("Kreisgruppe Weimar"));
    let history = trial.stranger.get("/celle/einstellungen").await;
    for words in ["Aufnahme angefragt", "Zugehörigkeit begonnen"] {
        assert!(history.has(words), "{words}: {}", history.main_text());
    }
    // Accepting what nobody asks any more leads nowhere.
    assert_eq!(trial.office.post(&accept, form![]).await.status, 404);

    let end = accept.replace("/aufnahme", "/ende");
    trial.office.post_on(&end, form![]).await;
    assert!(!trial.nobody.get("/celle").await.has("Kreisgruppe Weimar"));
    let page = trial
        .stranger
        .post_on(own, form![("parent", option.as_str())])
        .await;
    assert!(page.has("Anfrage zurückziehen"));
    let page = trial.office.post_on(&end, form![]).await;
    assert!(!page.html().contains(&accept), "{}", page.main_text());
    assert!(!trial.stranger.get(own).await.has("Anfrage zurückziehen"));
});
