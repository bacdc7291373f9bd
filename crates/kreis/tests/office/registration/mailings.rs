//! What the office writes to those who registered, by how their places stand.

use std::collections::BTreeSet;

use super::*;
use trial::story;

/// A mail as its form sends it.
fn words(to: &str) -> Fields {
    form![
        ("to", to),
        ("subject_de", "Hinweis zu {Termin}"),
        ("body_de", "bis zum {Datum}.\n\nIhr Link: {Link}"),
        ("subject_en", ""),
        ("body_en", "")
    ]
}

/// Writes a mail; its page.
async fn written(trial: &Trial, fields: Fields) -> String {
    let done = trial
        .office
        .post(&format!("{PAGE}/anmeldung/mails/neu"), fields)
        .await;
    assert_eq!(done.status, 303, "{}", done.main_text());
    let page = done.location().to_owned();
    page.split('?').next().unwrap().to_owned()
}

/// Puts a mail into the outbox and releases what waits there.
async fn sent(trial: &Trial, mail: &str) {
    let laid = trial.office.post(&format!("{mail}/auslage"), form![]).await;
    assert_eq!(laid.status, 303, "{}", laid.main_text());
    released(trial).await;
}

/// Releases everything that waits in the outbox.
pub(crate) async fn released(trial: &Trial) {
    let outbox = trial.office.get("/weimar/postausgang").await;
    let groups = outbox.links();
    let groups = groups.iter().map(|(_, href)| href);
    let groups: BTreeSet<_> = groups.filter(|it| it.contains("/gruppe/")).collect();
    for group in groups {
        let page = trial.office.get(group).await;
        let count = page.field("count").unwrap();
        let done = trial
            .office
            .post(&format!("{group}/freigabe"), form![("count", count)])
            .await;
        assert_eq!(done.status, 303, "{}", done.main_text());
    }
    trial.run_due().await;
}

/// The subjects of all mails to somebody.
async fn subjects(trial: &Trial, name: &str) -> Vec<String> {
    let mails = mails_to(trial, name).await;
    mails.into_iter().map(|it| it.subject).collect()
}

fn counted(subjects: &[String], start: &str) -> usize {
    subjects.iter().filter(|it| it.starts_with(start)).count()
}

story!(
    a_mail_goes_to_one_kind_of_place_and_says_which,
    |trial| async {
        desk(trial, "1").await;
        registered(trial, PAGE, "Ada Erste").await;
        registered(trial, PAGE, "Ben Zweiter").await;
        let mail = written(trial, words("confirmed")).await;
        let page = trial.office.get(&mail).await;
        assert!(page.has("So bekommt es Ada Erste"), "{}", page.main_text());
        assert!(page.has("Hinweis zu Fachtag Zukunft"));
        assert!(
            !page.main_text().contains("Ben Zweiter"),
            "who waits is not meant"
        );
        let frame = page.html();
        let frame = frame.split("<iframe").nth(1).unwrap();
        let frame = frame.split("src=\"").nth(1).unwrap();
        let frame = frame.split('"').next().unwrap().to_owned();
        let shown = trial.office.get(&frame).await;
        assert!(
            shown.has("bis zum Mittwoch, 10. Januar 2018"),
            "{}",
            shown.text()
        );
        assert!(!shown.text().contains("{Datum}"));
        sent(trial, &mail).await;

        let waiting = written(trial, words("waiting")).await;
        sent(trial, &waiting).await;
        let ada = subjects(trial, "Ada Erste").await;
        assert_eq!(counted(&ada, "Hinweis zu Fachtag"), 1, "{ada:?}");
        assert_eq!(counted(&ada, "Warteliste"), 0, "{ada:?}");
        let ben = mails_to(trial, "Ben Zweiter").await;
        let last = ben.last().unwrap();
        assert_eq!(last.subject, "Warteliste: Hinweis zu Fachtag Zukunft");
        let text = last.text.as_deref().unwrap();
        assert!(text.contains("Diese Nachricht ist keine Zusage."), "{text}");
        assert!(
            !text.contains("Bestätigt") && !text.contains("bestätigt"),
            "{text}"
        );
        let own = trial.nobody.get(&link(last)).await;
        assert!(own.has("Warteliste"), "{}", own.main_text());
    }
);

story!(
    nobody_gets_a_mail_twice_and_late_comers_get_it_too,
    |trial| async {
        desk(trial, "5").await;
        registered(trial, PAGE, "Ada Erste").await;
        let mail = written(trial, words("confirmed")).await;
        sent(trial, &mail).await;
        let again = trial.office.post(&format!("{mail}/auslage"), form![]).await;
        assert_eq!(again.status, 422, "nobody is left");
        registered(trial, PAGE, "Ben Zweiter").await;
        sent(trial, &mail).await;
        for name in ["Ada Erste", "Ben Zweiter"] {
            let subjects = subjects(trial, name).await;
            assert_eq!(counted(&subjects, "Hinweis zu"), 1, "{name}: {subjects:?}");
        }
        let late = trial
            .office
            .post(&format!("{mail}/bearbeiten"), words("waiting"))
            .await;
        assert_eq!(late.status, 409, "what went out stays as it went");
    }
);

story!(
    a_letter_that_waits_for_release_is_not_sent_to_who_cancelled,
    |trial| async {
        desk(trial, "5").await;
        let ada = registered(trial, PAGE, "Ada Erste").await;
        let mail = written(trial, words("confirmed")).await;
        let laid = trial.office.post(&format!("{mail}/auslage"), form![]).await;
        assert_eq!(laid.status, 303);
        let place = trial.nobody.get(&format!("{ada}/absage")).await;
        let place = place.field("place").unwrap();
        trial
            .nobody
            .post(&format!("{ada}/absage"), form![("place", place)])
            .await;
        released(trial).await;
        let ada = subjects(trial, "Ada Erste").await;
        assert_eq!(counted(&ada, "Hinweis zu"), 0, "{ada:?}");
        let gone = written(trial, words("cancelled")).await;
        sent(trial, &gone).await;
        let subjects = subjects(trial, "Ada Erste").await;
        assert_eq!(counted(&subjects, "Zu Ihrer Absage: Hinweis zu"), 1);
    }
);

story!(
    a_word_in_braces_that_nobody_fills_is_refused_at_its_field,
    |trial| async {
        desk(trial, "5").await;
        let page = format!("{PAGE}/anmeldung/mails/neu");
        let odd = but(words("confirmed"), "body_de", "Liebe {Vorname}");
        let seen = trial.office.post(&page, odd).await;
        assert_eq!(seen.status, 422);
        assert!(
            seen.has("{Vorname} kann nicht eingesetzt werden"),
            "{}",
            seen.main_text()
        );
        let link = but(words("confirmed"), "subject_de", "Siehe {Link}");
        assert_eq!(trial.office.post(&page, link).await.status, 422);
        let half = but(words("confirmed"), "subject_en", "About {Event}");
        let seen = trial.office.post(&page, half).await;
        assert!(
            seen.has("Betreff und Text auf Englisch"),
            "{}",
            seen.main_text()
        );
        let proposed = trial.office.get(&format!("{page}?an=waiting")).await;
        assert!(proposed.field("subject_de").unwrap().contains("{Termin}"));
        assert!(proposed.field("subject_en").unwrap().contains("{Event}"));
    }
);

story!(
    a_desk_reminds_each_once_so_many_days_before,
    |trial| async {
        desk(trial, "5").await;
        registered(trial, PAGE, "Ada Erste").await;
        let set = form![
            ("days", "3"),
            ("subject_de", "Erinnerung: {Termin}"),
            ("body_de", "bald ist es so weit."),
            ("subject_en", ""),
            ("body_en", "")
        ];
        let path = format!("{PAGE}/anmeldung/erinnerung");
        let kept = trial.office.post_on(&path, set.clone()).await;
        assert!(kept.has("So sieht die Erinnerung"), "{}", kept.main_text());
        trial.move_to_local("2018-01-07T07:59").await;
        trial.run_due().await;
        let waiting = trial.office.get("/weimar/postausgang").await;
        assert!(
            !waiting.has("Erinnerung: Fachtag Zukunft"),
            "{}",
            waiting.main_text()
        );
        for hour in ["2018-01-07T08:00", "2018-01-07T12:00", "2018-01-08T08:00"] {
            trial.move_to_local(hour).await;
            trial.run_due().await;
        }
        released(trial).await;
        trial.move_to_local("2018-01-09T08:00").await;
        trial.run_due().await;
        released(trial).await;
        let ada = subjects(trial, "Ada Erste").await;
        assert_eq!(counted(&ada, "Erinnerung: Fachtag Zukunft"), 1, "{ada:?}");
        let never = but(set, "days", "99");
        assert_eq!(trial.office.post(&path, never).await.status, 422);
    }
);

/// Lets the first on the list in at the door.
async fn lets_in_the_first(trial: &Trial) -> String {
    let door = format!("{PAGE}/einlass");
    let place = trial.office.get(&door).await.field("place").unwrap();
    let pressed = form![("place", place)];
    let seen = trial
        .office
        .post_on(&format!("{door}/ankunft"), pressed)
        .await;
    seen.field("arrival").unwrap()
}

story!(
    once_the_day_has_begun_mails_go_to_who_came_and_to_who_did_not,
    |trial| async {
        desk(trial, "5").await;
        for name in ["Ada Erste", "Ben Zweiter", "Cem Dritter"] {
            registered(trial, PAGE, name).await;
        }
        let all = format!("{PAGE}/anmeldung/mails");
        let before = trial.office.get(&all).await;
        assert!(!before.has("die gekommen sind"), "{}", before.main_text());

        trial.move_to_local("2018-01-10T09:10").await;
        let arrival = lets_in_the_first(trial).await;
        let page = trial.office.get(&all).await;
        let came = "Personen, die gekommen sind zurzeit eine Person";
        let missed = "Angemeldete, die nicht gekommen sind zurzeit";
        assert!(page.has(came), "{}", page.main_text());
        assert!(page.has(&format!("{missed} niemand")), "nobody is late yet");

        trial.move_to_local("2018-01-11T08:00").await;
        let page = trial.office.get(&all).await;
        assert!(page.has(came) && page.has(&format!("{missed} 2 Personen")));
        let proposed = trial.office.get(&format!("{all}/neu?an=came")).await;
        assert!(
            proposed.has("holen Sie Ihre Teilnahmebescheinigung"),
            "{}",
            proposed.main_text()
        );
        let thanks = written(trial, words("came")).await;
        let page = trial.office.get(&thanks).await;
        assert!(page.has("So bekommt es Ada Erste"), "{}", page.main_text());
        sent(trial, &thanks).await;
        let sorry = written(trial, words("missed")).await;
        sent(trial, &sorry).await;
        for (name, stand) in [
            ("Ada Erste", "waren Sie dabei"),
            ("Ben Zweiter", "sind Sie nicht gekommen"),
            ("Cem Dritter", "sind Sie nicht gekommen"),
        ] {
            let mails = mails_to(trial, name).await;
            let about = mails
                .iter()
                .filter(|it| it.subject.starts_with("Hinweis zu"));
            let about: Vec<_> = about.map(|it| it.text.clone().unwrap()).collect();
            assert_eq!(about.len(), 1, "{name}");
            assert!(about[0].contains(stand), "{}", about[0]);
        }

        // What was wrong at the door is taken back, and nobody came by it.
        let back = format!("{PAGE}/einlass/ruecknahme");
        trial.office.post(&back, form![("arrival", arrival)]).await;
        let page = trial.office.get(&all).await;
        assert!(page.has("gekommen sind zurzeit niemand"));
        assert!(
            page.has(&format!("{missed} niemand")),
            "where nobody wrote down who came, nobody is told to have stayed away"
        );
    }
);
