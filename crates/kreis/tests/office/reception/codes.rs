//! By the code: typed, read without a network and sent later, twice, at the wrong door.

use super::*;
use reception::door_code;
use trial::story;

const SCAN: &str = "/weimar/termine/2018-01-10-fachtag-zukunft/einlass/codes";

async fn typed(trial: &Trial, code: &str) -> Seen {
    trial.office.post(SCAN, form![("code", code)]).await
}

/// Sends what a device has read; what became of each line, and how many are here.
async fn reconciled(trial: &Trial, lines: &str) -> (Vec<String>, i64) {
    let address = format!("{SCAN}/abgleich");
    let seen = trial.office.post(&address, form![("scans", lines)]).await;
    assert_eq!(seen.status, 200, "{}", seen.text());
    let told: serde_json::Value = serde_json::from_slice(&seen.body).unwrap();
    let scans = told["scans"].as_array().unwrap();
    let outcomes = scans
        .iter()
        .map(|it| it["outcome"].as_str().unwrap().to_owned());
    (outcomes.collect(), told["here"].as_i64().unwrap())
}

story!(a_code_lets_in_once, |trial| async {
    let id = day(trial, 5).await;
    let ada = place(trial, id, "Ada Erste").await;
    let own = own(trial, "Ada Erste").await;
    let mails = trial.mails().await;
    let text = mails.last().and_then(|it| it.text.clone()).unwrap();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("ein Code für den Einlass"), "{text}");
    let page = trial.nobody.get(&own).await;
    let code = door_code(ada);
    assert!(page.has(&code), "{}", page.main_text());
    assert!(page.html().contains("aria-label=\"Code für den Einlass\""));

    let first = typed(trial, &code).await;
    assert_eq!(first.status, 303, "{}", first.main_text());
    let first = trial.office.get(first.location()).await;
    assert!(first.has("Ada Erste ist da."), "{}", first.main_text());
    // As people type it.
    let (head, tail) = code.split_at(13);
    let again = typed(trial, &format!(" {}-{tail}", head.to_lowercase())).await;
    let again = trial.office.get(again.location()).await;
    assert!(again.has("war schon da"), "{}", again.main_text());

    assert_eq!(attending(trial, id).await, ["Ada Erste"]);
    let page = trial.nobody.get(&own).await;
    assert!(page.has("Ada Erste: am Einlass erfasst"));
    assert!(!page.has(&code));
});

story!(codes_that_let_nobody_in_say_why, |trial| async {
    let id = day(trial, 1).await;
    let ada = place(trial, id, "Ada Erste").await;
    let waits = place(trial, id, "Ben Wartend").await;
    let other = gathering(trial, ("weimar", "Anderer Fachtag"), 5).await;
    let elsewhere = place(trial, other, "Cleo Dritte").await;
    let foreign = gathering(trial, ("celle", "Fachtag Zukunft"), 5).await;
    let foreign = place(trial, foreign, "Dora Vierte").await;

    for (code, said) in [
        (
            door_code(waits),
            "Ben Wartend hat noch keinen bestätigten Platz",
        ),
        (door_code(elsewhere), "gehört zu einem anderen Termin"),
        (door_code(foreign), "Diesen Code kennen wir nicht"),
        ("0".repeat(26), "Diesen Code kennen wir nicht"),
        ("Unfug".to_owned(), "Diesen Code kennen wir nicht"),
        (String::new(), "Bitte füllen Sie dieses Feld aus"),
    ] {
        let seen = typed(trial, &code).await;
        assert_eq!(seen.status, 422, "{code}");
        assert!(seen.has(said), "{code}: {}", seen.main_text());
        assert!(
            !seen.has("Cleo") && !seen.has("Dora"),
            "a name of another door"
        );
    }
    trial
        .write(move |conn, moment| {
            let it = gatherings::gathering(conn, id)?.ok_or(Halt::Missing)?;
            registration::cancel_for(conn, moment, &of_office(it.network), ada)
        })
        .await
        .unwrap();
    let seen = typed(trial, &door_code(ada)).await;
    assert!(
        seen.has("Ada Erste hat keinen Platz mehr"),
        "{}",
        seen.main_text()
    );
    assert_eq!(attending(trial, id).await, Vec::<String>::new());
});

story!(
    what_was_read_without_a_network_is_reconciled_once,
    |trial| async {
        let id = day(trial, 5).await;
        let (ada, ben) = (
            door_code(place(trial, id, "Ada Erste").await),
            door_code(place(trial, id, "Ben Zweiter").await),
        );
        trial.move_to_local("2018-01-10T09:30").await;
        let lines = format!("{ada} 1800\n{ben} 60\n{ada} 30\nunfug 5\n");

        let (first, here) = reconciled(trial, &lines).await;
        assert_eq!(first, ["arrived", "arrived", "already", "unknown"]);
        assert_eq!(here, 2);
        // The answer was lost: the same once more.
        let (second, here) = reconciled(trial, &lines).await;
        assert_eq!(second, ["already", "already", "already", "unknown"]);
        assert_eq!(here, 2);
        let mut names = attending(trial, id).await;
        names.sort();
        assert_eq!(names, ["Ada Erste", "Ben Zweiter"]);
        let page = trial.office.get(DOOR).await;
        assert!(
            page.has("Da seit 09:00") && page.has("Da seit 09:29"),
            "{}",
            page.main_text()
        );
        // Another device had read it before.
        reconciled(trial, &format!("{ben} 3600")).await;
        assert!(trial.office.get(DOOR).await.has("Da seit 08:30"));
    }
);

story!(
    a_late_message_does_not_bring_back_what_was_taken_back,
    |trial| async {
        let id = day(trial, 5).await;
        let place = place(trial, id, "Ada Erste").await;
        let code = door_code(place);
        trial.move_to_local("2018-01-10T09:00").await;
        let arrival = arrives(trial, place).await.field("arrival").unwrap();
        trial.move_to_local("2018-01-10T09:10").await;
        let back = format!("{DOOR}/ruecknahme");
        trial.office.post(&back, form![("arrival", arrival)]).await;
        trial.move_to_local("2018-01-10T09:20").await;

        let (late, here) = reconciled(trial, &format!("{code} 1200")).await;
        assert_eq!(late, ["taken-back"]);
        assert_eq!(here, 0);
        assert_eq!(attending(trial, id).await, Vec::<String>::new());
        let (anew, here) = reconciled(trial, &format!("{code} 60")).await;
        assert_eq!(anew, ["arrived"]);
        assert_eq!(here, 1);
    }
);

story!(codes_are_taken_by_whoever_leads_alone, |trial| async {
    let id = day(trial, 5).await;
    let code = door_code(place(trial, id, "Ada Erste").await);
    let address = format!("{SCAN}/abgleich");
    for (visitor, status) in [
        (&trial.member, 403),
        (&trial.stranger, 404),
        (&trial.nobody, 303),
    ] {
        let seen = visitor.post(&address, form![("scans", &code)]).await;
        assert_eq!(seen.status, status);
        assert!(!seen.text().contains("Ada"));
    }
    assert_eq!(attending(trial, id).await, Vec::<String>::new());
});

story!(
    the_page_for_hours_without_a_network_names_nobody,
    |trial| async {
        let id = day(trial, 5).await;
        place(trial, id, "Ada Erste").await;
        let scan = trial.office.get(SCAN).await;
        let kept = format!("{SCAN}/ohne-netz");
        let worker = format!("{DOOR}/ohne-netz.js");
        for named in [&kept, &worker] {
            assert!(scan.html().contains(&format!("\"{named}\"")), "{named}");
        }

        for (prefix, heading) in [
            ("", "Codes einlesen ohne Netz"),
            ("/en", "Read codes without a network"),
        ] {
            let seen = trial.office.get(&format!("{prefix}{kept}")).await;
            assert_eq!(seen.status, 200);
            assert!(seen.has(heading), "{}", seen.main_text());
            let html = seen.html();
            let sends_to = format!("data-scan=\"{prefix}{SCAN}/abgleich\"");
            assert!(html.contains(&sends_to), "{html}");
            for hidden in [TITLE, "Ada", "kreis-tools", "kreis-brand", "data-kept"] {
                assert!(!html.contains(hidden), "{hidden}: {html}");
            }
        }
        let script = trial.office.get(&worker).await;
        assert_eq!(script.status, 200);
        let kind = script.header("content-type");
        assert!(kind.starts_with("text/javascript"), "{kind}");
        assert_eq!(script.header("cache-control"), "no-store");
        for address in [kept, worker] {
            assert_eq!(trial.member.get(&address).await.status, 403);
            assert_eq!(trial.stranger.get(&address).await.status, 404);
            assert_eq!(trial.nobody.get(&address).await.status, 303);
        }
    }
);
