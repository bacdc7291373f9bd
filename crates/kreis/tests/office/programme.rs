//! Stories of the room programme: entered by the office, read by all, on paper and by machines.

use gatherings::{GatheringInput, LocalInput};
use jiff::civil::{date, time};
use trial::{Seen, Trial, form, story};

use crate::at_work::at_work;

/// The page of the gathering that the stories are about.
const PAGE: &str = "/weimar/termine/2018-01-10-fachtag-zukunft";

/// Plans a public gathering from nine to four; announced or not.
async fn planned(trial: &Trial, is_announced: bool) {
    trial
        .write(move |conn, moment| {
            let (network, who) = at_work(conn, "weimar")?;
            let day = date(2018, 1, 10);
            let when = LocalInput::on(day, time(9, 0, 0, 0), time(16, 0, 0, 0), "Europe/Berlin");
            let mut input = GatheringInput::new("Fachtag Zukunft", when.resolved().unwrap());
            input.venue.name = "Volkshaus".to_owned();
            let id = gatherings::plan_gathering(conn, moment, &who, network.id, &input)?;
            if is_announced {
                gatherings::announce(conn, moment, &who, id)?;
            }
            Ok(id)
        })
        .await
        .unwrap();
}

fn anchor(seen: &Seen, mark: &str) -> String {
    assert_eq!(seen.status, 303, "{}", seen.main_text());
    let (_, id) = seen.location().split_once(mark).unwrap();
    id.to_owned()
}

async fn section(trial: &Trial, (start, end): (&str, &str), title: &str) -> String {
    let path = format!("{PAGE}/programm/bearbeiten");
    let fields = form![("start", start), ("end", end), ("title_de", title)];
    anchor(&trial.office.post(&path, fields).await, "#s-")
}

type Fields = Vec<(String, String)>;

async fn session(trial: &Trial, section: &str, fields: Fields) -> String {
    let path = format!("{PAGE}/programm/abschnitte/{section}/beitrag");
    anchor(&trial.office.post(&path, fields).await, "#e-")
}

/// A programme with two workshops side by side.
async fn programme(trial: &Trial) -> (String, [String; 2]) {
    let section = section(trial, ("13:00", "14:30"), "Workshops am Nachmittag").await;
    let first = session(
        trial,
        &section,
        form![
            ("title_de", "Teilhabe vor Ort"),
            ("title_en", "Participation on site"),
            ("text_de", "Was wirkt?\n\n- Beispiele\n- Fragen"),
            ("room", "Raum 2"),
            ("lang", "de"),
            ("marks", "signs"),
            ("marks", "loop"),
            ("speaker1_function", "Fachberatung"),
            ("speaker1_body", "Lebensräume e.V.")
        ],
    );
    let first = first.await;
    let second = session(
        trial,
        &section,
        form![
            ("title_de", "Leicht gesagt"),
            ("room", "Saal"),
            ("marks", "plain"),
            ("marks", "captions"),
            ("speaker1_name", "Probe Vortrag")
        ],
    );
    let second = second.await;
    (section, [first, second])
}

story!(
    the_office_enters_a_programme_and_all_read_it,
    |trial| async {
        planned(trial, true).await;
        let edit = format!("{PAGE}/programm/bearbeiten");
        assert!(trial.office.get(&edit).await.has("Noch kein Programm"));
        let empty = trial.nobody.get(&format!("{PAGE}/programm")).await;
        assert!(empty.has("Das Programm folgt."), "{}", empty.main_text());

        let (_, [first, _]) = programme(trial).await;
        let page = trial.office.get(&edit).await;
        assert!(page.has("Teilhabe vor Ort"), "{}", page.main_text());
        assert!(page.has("Raum 2"));

        let public = trial.nobody.get(&format!("{PAGE}/programm")).await;
        for words in [
            "Workshops am Nachmittag",
            "13:00 bis 14:30 Uhr",
            "Teilhabe vor Ort",
            "Raum 2",
            "Fachberatung, Lebensräume e.V.",
            "Deutsch",
            "Gebärdensprache",
            "Höranlage",
            "Leichte Sprache",
            "Probe Vortrag",
        ] {
            assert!(public.has(words), "{words}: {}", public.main_text());
        }
        let english = trial.nobody.get(&format!("/en{PAGE}/programm")).await;
        for words in ["Participation on site", "Sign language", "Speech-to-text"] {
            assert!(english.has(words), "{words}: {}", english.main_text());
        }
        let pdf = trial.nobody.get(&format!("{PAGE}/programm.pdf")).await;
        assert_eq!(pdf.header("content-type"), "application/pdf");
        let words = pdf.pdf_words();
        assert!(words.contains("TeilhabevorOrt"), "{words}");
        let gathering = trial.nobody.get(PAGE).await;
        assert!(
            gathering.has("Workshops am Nachmittag"),
            "{}",
            gathering.main_text()
        );
        assert!(!gathering.has("Tagesordnung"), "there is a programme");

        let moved = trial
            .office
            .post(
                &format!("{PAGE}/programm/beitraege/{first}/platz"),
                form![("move", "down")],
            )
            .await;
        assert_eq!(moved.status, 303);
        let html = trial.nobody.get(&format!("{PAGE}/programm")).await.html();
        assert!(html.find("Leicht gesagt").unwrap() < html.find("Teilhabe vor Ort").unwrap());
    }
);

story!(what_is_in_two_places_at_once_is_said, |trial| async {
    planned(trial, true).await;
    let (section, _) = programme(trial).await;
    let third = form![
        ("title_de", "Noch einer"),
        ("room", "raum  2"),
        ("speaker1_name", "Probe Vortrag")
    ];
    let third = session(trial, &section, third).await;
    let edit = format!("{PAGE}/programm/bearbeiten");
    let page = trial.office.get(&edit).await;
    let room = "Der Raum „Raum 2“ ist zur selben Zeit für „Teilhabe vor Ort“ und „Noch einer“";
    assert!(page.has(room), "{}", page.main_text());
    let who = "„Probe Vortrag“ spricht zur selben Zeit bei „Leicht gesagt“ und „Noch einer“";
    assert!(page.has(who), "{}", page.main_text());

    let removal = format!("{PAGE}/programm/beitraege/{third}/entfernung");
    let asked = trial.office.get(&removal).await;
    assert!(asked.has("Möchten Sie „Noch einer“ entfernen?"));
    assert_eq!(trial.office.post(&removal, form![]).await.status, 303);
    let page = trial.office.get(&edit).await;
    assert!(!page.has("zur selben Zeit"), "{}", page.main_text());
    let removal = format!("{PAGE}/programm/abschnitte/{section}/entfernung");
    let asked = trial.office.get(&removal).await;
    assert!(asked.has("Die 2 Beiträge darin"), "{}", asked.main_text());
    assert_eq!(trial.office.post(&removal, form![]).await.status, 303);
    assert!(trial.office.get(&edit).await.has("Noch kein Programm"));
});

story!(a_refused_form_keeps_what_was_typed, |trial| async {
    planned(trial, true).await;
    let path = format!("{PAGE}/programm/bearbeiten");
    for (fields, words) in [
        (
            form![
                ("start", "14:00"),
                ("end", "13:00"),
                ("title_de", "Verkehrt herum")
            ],
            "Das Ende muss nach dem Beginn liegen.",
        ),
        (
            form![("start", "14:00"), ("end", "15:00"), ("is_break", "true")],
            "Bitte nennen Sie die Pause",
        ),
    ] {
        let refused = trial.office.post(&path, fields).await;
        assert_eq!(refused.status, 422);
        assert!(refused.has(words), "{}", refused.main_text());
        assert_eq!(refused.field("start").as_deref(), Some("14:00"));
    }
    let section = section(trial, ("13:00", "14:30"), "").await;
    let path = format!("{PAGE}/programm/abschnitte/{section}/beitrag");
    for (name, value, words) in [
        ("start", "13:00", "Beginn und Ende"),
        ("lang", "xx", ""),
        ("choosable", "true", "sobald die Anmeldung eingerichtet ist"),
    ] {
        let mut fields = form![("title_de", "Ein Beitrag")];
        fields.push((name.to_owned(), value.to_owned()));
        let refused = trial.office.post(&path, fields).await;
        assert_eq!(refused.status, 422, "{name}");
        assert!(refused.has(words), "{}", refused.main_text());
        assert_eq!(refused.field("title_de").as_deref(), Some("Ein Beitrag"));
    }
    let outside = form![
        ("title_de", "Zu spät"),
        ("start", "14:00"),
        ("end", "15:00")
    ];
    let refused = trial.office.post(&path, outside).await;
    assert!(
        refused.has("müssen im Abschnitt liegen"),
        "{}",
        refused.main_text()
    );
});

story!(the_programme_of_a_draft_is_the_offices, |trial| async {
    planned(trial, false).await;
    programme(trial).await;
    for path in [format!("{PAGE}/programm"), format!("{PAGE}/programm.pdf")] {
        assert_eq!(trial.nobody.get(&path).await.status, 404, "{path}");
        assert_eq!(trial.office.get(&path).await.status, 200, "{path}");
    }
});

story!(
    machines_and_people_learn_how_accessible_it_is,
    |trial| async {
        planned(trial, true).await;
        let (_, [first, _]) = programme(trial).await;
        let path = format!("{PAGE}/programm/zugang");
        let refused = trial
            .office
            .post(&path, form![("step_free", "vielleicht")])
            .await;
        assert_eq!(refused.status, 422);
        let fields = form![
            ("step_free", "yes"),
            ("lift", "no"),
            ("toilet", "unknown"),
            ("hearing_loop", "unknown"),
            ("parking", "yes"),
            ("way_de", "Vom Bahnhof fünf Minuten.")
        ];
        assert_eq!(trial.office.post(&path, fields).await.status, 303);

        let page = trial.nobody.get(&format!("{PAGE}/programm")).await;
        for words in [
            "Stufenloser Zugang ja",
            "Aufzug nein",
            "WC für Rollstuhlfahrende nicht bekannt",
            "Vom Bahnhof fünf Minuten.",
        ] {
            assert!(page.has(words), "{words}: {}", page.main_text());
        }
        let html = trial.nobody.get(PAGE).await.html();
        let (_, rest) = html.split_once("application/ld+json\">").unwrap();
        let (json, _) = rest.split_once("</script>").unwrap();
        let event: serde_json::Value = serde_json::from_str(json).unwrap();
        let amenities = event["location"]["amenityFeature"].as_array().unwrap();
        assert_eq!(amenities.len(), 3, "what is unknown is not said: {json}");
        assert_eq!(amenities[0]["name"], "Stufenloser Zugang");
        assert_eq!(amenities[0]["value"], true);
        assert_eq!(amenities[1]["value"], false);
        let parts = event["subEvent"].as_array().unwrap();
        assert_eq!(parts.len(), 2);
        assert_eq!(parts[0]["@id"], format!("urn:uuid:{first}"));
        assert_eq!(parts[0]["startDate"], "2018-01-10T13:00:00+01:00");
        assert_eq!(parts[0]["inLanguage"], "de");
        assert_eq!(
            parts[0]["workFeatured"]["accessibilityFeature"][0],
            "signLanguage"
        );
        assert_eq!(parts[0]["location"]["amenityFeature"]["value"], true);
        assert_eq!(parts[0]["performer"]["@type"], "Organization");
        assert_eq!(parts[1]["inLanguage"], "de-simple");
        assert_eq!(parts[1]["performer"]["@type"], "Person");
    }
);
