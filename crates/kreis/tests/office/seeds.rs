//! The seeds, point by point, in the contents of the demo.

use jiff::civil::{Date, date};
use trial::{Trial, form, story};

/// The demo as it is when it begins on a later day.
async fn on(trial: &Trial, day: Date) {
    let hour = day.at(9, 0, 0, 0).in_tz("Europe/Berlin").unwrap();
    trial.move_to(hour.timestamp()).await;
}

story!(
    seed_000_1_a_network_of_35_members_says_what_it_stands_for,
    |trial| async {
        let home = trial.nobody.get("/weimar").await;
        assert_eq!(home.status, 200);
        for words in [
            "Kreisgruppe Weimar/Weimarer Land",
            "Landesverband",
            "35",
            "Weimarer Land",
            "Schau HIN",
            "Sozial- und Kommunalpolitik",
            "Ehrenamtspreis",
            "Beispieldaten",
        ] {
            assert!(home.has(words), "{words}");
        }
        let members = trial
            .read(|conn| {
                let network = register::network_by_slug(conn, "weimar")?.unwrap();
                let parent = register::network(conn, network.parent.unwrap())?.unwrap();
                assert_eq!(parent.slug, "landesverband");
                register::member_count(conn, network.id, date(2017, 11, 20))
            })
            .await;
        assert_eq!(members, 35);
        assert_eq!(trial.nobody.get("/landesverband").await.status, 200);
    }
);

story!(
    seed_000_2_the_five_meetings_of_2018_are_announced_and_earlier_years_stay,
    |trial| async {
        let year = trial.nobody.get("/weimar/termine?jahr=2018").await;
        for (day, topic) in [
            ("15. Februar", "Mensch, du hast Recht"),
            ("18. April", "Suchtberatung"),
            ("15. August", "Ehrenamtstag"),
            ("24. Oktober", "Rathaus"),
            ("5. Dezember", "Planung 2019"),
        ] {
            assert!(
                year.has(&day.replace(' ', "\u{a0}")) || year.has(day),
                "{day}"
            );
            assert!(year.has(topic), "{topic}");
        }
        let february = trial.nobody.get(&year.link("Mensch, du hast Recht")).await;
        for topic in [
            "Jahresbericht 2017",
            "Jahresthema",
            "Finanzierung von Beratungsangeboten",
        ] {
            assert!(february.has(topic), "{topic}");
        }
        let october = trial.nobody.get(&year.link("Rathaus")).await;
        assert!(october.has("Oberbürgermeisteramt"));
        let december = trial.nobody.get(&year.link("Planung 2019")).await;
        assert!(december.has("Abrechnung 2018"));
        let before = trial.nobody.get("/weimar/termine?jahr=2017").await;
        assert!(before.has("Fachkräfte für die Region"));
    }
);

const DECEMBER: &str = "/weimar/termine/2017-12-07-fachkraefte-dringend-gesucht";
const THIRD: &str = "/celle/termine/2017-02-15-wege-in-die-arbeitswelt";

story!(
    seed_000_3_the_next_meeting_with_host_address_guest_and_papers,
    |trial| async {
        let page = trial.nobody.get(DECEMBER).await;
        assert_eq!(page.status, 200);
        for words in [
            "Donnerstag",
            "14:00",
            "Lebenshilfe-Werk Weimar/Apolda e.V.",
            "Über der Nonnenwiese 5",
            "Weimar-Tröbsdorf",
            "Fachkräfte dringend gesucht",
            "Jobcenter Weimar",
            "Qualifizierungsentwicklung",
        ] {
            assert!(page.has(words), "{words}");
        }
        let invitation = trial.nobody.get(&format!("{DECEMBER}.pdf")).await;
        assert_eq!(invitation.status, 200);
        assert!(invitation.body.starts_with(b"%PDF"));
        let calendar = trial.nobody.get(&format!("{DECEMBER}.ics")).await.html();
        assert!(calendar.contains("20171207T140000"));
        let minutes = trial
            .office
            .get("/weimar/termine/2017-10-25-fachkraefte-fuer-die-region/protokoll.pdf")
            .await;
        assert_eq!(minutes.status, 200);
        assert!(minutes.body.starts_with(b"%PDF"));
    }
);

story!(
    seed_000_3_the_meeting_before_was_on_wednesday_25_october,
    |trial| async {
        let page = trial
            .nobody
            .get("/weimar/termine/2017-10-25-fachkraefte-fuer-die-region")
            .await;
        for words in [
            "Mittwoch",
            "14:00",
            "Tagesstätte des Lebensräume e.V.",
            "Schwanseestraße 26",
        ] {
            assert!(page.has(words), "{words}");
        }
        assert!(page.has("Stattgefunden"));
    }
);

story!(
    seed_000_4_a_past_meeting_becomes_a_report_with_a_link_to_the_press,
    |trial| async {
        let (network, gathering) = trial
            .read(|conn| {
                let network = register::network_by_slug(conn, "weimar")?.unwrap().id;
                let slug = "2017-12-07-fachkraefte-dringend-gesucht";
                let gathering = gatherings::gathering_by_slug(conn, network, slug)?.unwrap();
                Ok((network, gathering.id))
            })
            .await;
        on(trial, date(2017, 12, 11)).await;
        let press = "https://www.paritaet-th.de/2017/12/11/presse/pressemeldungen/demografischer-wandel-und-digitalisierung-der-arbeitsmarkt-wandelt-sich-gewaltig";
        trial
            .write(move |conn, moment| {
                let who = base::access::Actor::default();
                let input = publishing::PostInput {
                    title: "Fachkräfte: was das Jobcenter sieht".to_owned(),
                    lead: "Bericht von der Sitzung in Tröbsdorf.".to_owned(),
                    body: "Das Jobcenter berichtete.".to_owned(),
                    links: format!("{press} Pressemitteilung"),
                    gathering: Some(gathering),
                    ..publishing::PostInput::default()
                };
                let post = publishing::write_post(conn, moment, &who, network, &input)?;
                publishing::publish_post(conn, moment, &who, post)
            })
            .await
            .unwrap();

        let page = trial.nobody.get(DECEMBER).await;
        assert!(page.has("Stattgefunden"));
        let report = trial
            .nobody
            .get(&page.link("was das Jobcenter sieht"))
            .await;
        assert_eq!(report.link("Pressemitteilung"), press);
    }
);

story!(
    seed_000_5_the_yearly_award_with_gathering_winner_and_report,
    |trial| async {
        let posts = trial.nobody.get("/weimar/meldungen").await;
        let report = trial.nobody.get(&posts.link("Ehrenamtspreis 2017")).await;
        assert!(report.has("Besuchsteam des Hospizkreises"));
        let festival = trial
            .nobody
            .get("/weimar/termine/2017-06-21-sommerfest-mit-ehrenamtspreis-2017")
            .await;
        assert!(festival.has("Verleihung des Ehrenamtspreises"));
        assert!(!festival.link("Ehrenamtspreis 2017 verliehen").is_empty());
    }
);

story!(
    seed_000_6_tags_print_and_a_privacy_notice_that_tells_the_truth,
    |trial| async {
        let page = trial.nobody.get(DECEMBER).await;
        let tagged = trial
            .nobody
            .get(&page.link("Kreisgruppe Weimar/Apolda"))
            .await;
        assert!(tagged.has("Fachkräfte dringend gesucht"));
        assert!(page.html().contains("media=\"print\""));
        let privacy = trial.nobody.get("/weimar/datenschutz").await;
        assert_eq!(privacy.status, 200);
        assert!(privacy.has("Cookie"));
        // It says that visitors get no cookie, and they get none.
        assert_eq!(privacy.header("set-cookie"), "");
        assert_eq!(page.header("set-cookie"), "");
    }
);

story!(
    seed_002_1_a_series_of_three_bodies_with_the_next_event_for_employers,
    |trial| async {
        let events = trial
            .read(|conn| {
                let network = register::network_by_slug(conn, "celle")?.unwrap().id;
                let slug = "2017-02-15-wege-in-die-arbeitswelt";
                Ok(gatherings::gathering_by_slug(conn, network, slug)?.unwrap())
            })
            .await;
        assert_eq!(events.series_number, Some(3));
        assert_eq!(events.state, gatherings::State::Held);
        let third = trial
            .nobody
            .get("/celle/termine/2017-02-15-wege-in-die-arbeitswelt")
            .await;
        for words in [
            "Migration und Arbeitsmarktintegration",
            "Jobcenter im Landkreis Celle",
            "Stadt Celle",
        ] {
            assert!(third.has(words), "{words}");
        }
        let next = trial.nobody.get("/celle/termine?jahr=2018").await;
        let next = trial
            .nobody
            .get(&next.link("Betriebe und Integrationsarbeit"))
            .await;
        assert!(next.has("Kammern"));
        assert!(next.has("Handwerkskammer"));
    }
);

story!(seed_002_2_a_programme_and_about_90_guests, |trial| async {
    let third = trial.nobody.get(THIRD).await;
    for words in [
        "Begrüßung",
        "Asylbewerberleistungsgesetz",
        "SGB II",
        "Praktika",
        "Erfahrungsaustausch",
        "beruflich oder ehrenamtlich",
        "Teilnahme rund 90 Gäste",
    ] {
        assert!(third.has(words), "{words}");
    }
    let office = &trial.stranger;
    let sheet = format!("{THIRD}/teilnahme");
    let counted = office.get(&sheet).await;
    assert_eq!(counted.field("further_guests").as_deref(), Some("90"));
    assert!(counted.has("Insgesamt rund 90"), "{}", counted.main_text());

    let fields = form![("further_guests", "94"), ("walk1_name", "Leitung Kita")];
    assert_eq!(office.post(&sheet, fields).await.status, 303);

    let english = trial.nobody.get(&format!("/en{THIRD}")).await;
    assert!(english.has("95 guests") && !english.has("about 95"));
    assert!(office.get(&sheet).await.has("Insgesamt 95"));
});

story!(
    seed_002_4_a_press_report_with_date_source_picture_and_caption,
    |trial| async {
        let posts = trial.nobody.get("/celle/meldungen").await;
        let report = trial.nobody.get(&posts.link("Großes Interesse")).await;
        assert!(report.has("16. Februar 2017") || report.has("16.\u{a0}Februar 2017"));
        assert!(report.has("Landkreis Celle"));
        assert!(report.has("Der Landrat begrüßt die Gäste im Kreistagssaal"));
        assert!(report.html().contains("Reihen von Zuhörenden"));
    }
);
