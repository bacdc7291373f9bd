//! The demo's own rooms: clock, mailbox, doors.

use axum::body::Body;
use axum::http::Method;
use kreis::demo::Role;
use trial::{BASE_URL, DbKind, Seen, Trial, form};

/// Tells a story to the demo, which lives on SQLite alone.
fn told(story: impl AsyncFnOnce(&Trial)) {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(async {
        let trial = Trial::demo(DbKind::Sqlite).await;
        story(&trial).await;
    });
}

async fn step(trial: &Trial, from: &str, body: &'static str) -> Seen {
    let referer = format!("{BASE_URL}{from}");
    let headers = [
        ("content-type", "application/x-www-form-urlencoded"),
        ("sec-fetch-site", "same-origin"),
        ("referer", referer.as_str()),
    ];
    trial
        .office
        .ask(Method::POST, "/demo/uhr", &headers, Body::from(body))
        .await
}

#[test]
fn the_first_page_shows_every_door_and_each_one_opens() {
    told(async |trial| {
        let start = trial.nobody.get("/demo").await;
        for role in Role::ALL {
            assert!(start.html().contains(&role.path()), "{role:?}");
            let door = trial.nobody.get(&role.path()).await;
            assert_eq!(door.status, 303, "{role:?}");
            let inside = trial
                .nobody
                .with_cookie_of(&door)
                .get(door.location())
                .await;
            assert_eq!(inside.status, 200, "{role:?}");
        }
        assert_eq!(trial.nobody.get("/demo/als/kaiser").await.status, 404);
        assert_eq!(trial.nobody.get("/en/demo").await.status, 200);
    });
}

#[test]
fn the_clock_goes_on_and_leads_back_to_the_page() {
    told(async |trial| {
        let before = trial.app.clock.now();
        let day = step(trial, "/weimar/termine?jahr=2018", "step=day").await;
        assert_eq!(day.status, 303);
        assert_eq!(day.location(), "/weimar/termine?jahr=2018&done=demo-moved");
        let page = trial.nobody.get("/weimar").await;
        assert!(page.html().contains("datetime=\"2017-11-21\""));

        let back = step(trial, "/weimar", "step=date&date=2017-11-01").await;
        assert_eq!(back.location(), "/weimar?done=demo-forward-only");
        assert!(trial.app.clock.now() > before);

        step(trial, "/weimar", "step=gathering").await;
        let now = trial.app.clock.now().to_string();
        assert_eq!(now, "2017-11-29T15:00:00Z");
    });
}

#[test]
fn a_step_beyond_the_next_meeting_finds_it_held() {
    told(async |trial| {
        step(trial, "/weimar", "step=date&date=2017-12-08").await;
        let page = trial
            .nobody
            .get("/weimar/termine/2017-12-07-fachkraefte-dringend-gesucht")
            .await;
        assert!(page.has("Stattgefunden"));
    });
}

#[test]
fn a_mail_is_found_by_recipient_and_subject_however_many_lie_above() {
    told(async |trial| {
        for number in 0..70 {
            let (to, subject) = match number {
                0 => ("Jörg@Ämter.example", "Danke für gestern"),
                _ => ("jemand@ort.example", "Danke & Einladung"),
            };
            let raw = format!(
                "From: a@b.example\r\nTo: {to}\r\nSubject: {subject}\r\n\
                 Date: Mon, 20 Nov 2017 08:{:02}:{:02} +0000\r\n\r\n",
                number / 60,
                number % 60
            );
            let mail = mail::ReceivedMail {
                from: "a@b.example".to_owned(),
                to: vec![to.to_owned()],
                raw: raw.into_bytes(),
            };
            kreis::demo::keep(&trial.app, mail).await.unwrap();
        }
        let newest = trial.nobody.get("/demo/post").await;
        assert!(!newest.has("Danke für gestern") && newest.has("Seite 1 von 2"));

        let found = trial
            .nobody
            .get("/demo/post?suche=j%C3%B6rg%40%C3%A4mter+DANKE")
            .await;
        assert!(found.has("Danke für gestern") && !found.has("Danke & Einladung"));
        let many = trial.nobody.get("/demo/post?suche=danke+%26").await;
        let older = trial.nobody.get(&many.link("Weiter")).await;
        assert!(older.has("Danke & Einladung") && !older.has("Danke für gestern"));
        let none = trial.nobody.get("/demo/post?suche=%3Cb%3E").await;
        assert!(none.has("Keine E-Mail gefunden für „<b>“"));
        assert_eq!(none.link("Alle E-Mails"), "/demo/post");
    });
}

#[test]
fn every_mail_is_shown_with_its_parts_and_can_do_nothing_to_the_page() {
    told(async |trial| {
        assert!(
            trial
                .nobody
                .get("/demo/post")
                .await
                .has("Noch keine E-Mails")
        );
        trial
            .nobody
            .post("/anmelden", form![("mail", Role::Office.mail())])
            .await;
        let html =
            "<head></head><p><a href=\"http://kreis.test/weimar\">Weimar</a></p><script>x</script>";
        let raw = format!(
            "From: a@b.example\r\nTo: c@d.example\r\nSubject: Probe\r\nMIME-Version: 1.0\r\n\
             Date: Mon, 20 Nov 2017 08:00:00 +0000\r\n\
             Content-Type: multipart/mixed; boundary=x\r\n\r\n\
             --x\r\nContent-Type: text/plain\r\n\r\nSiehe http://kreis.test/antwort/1.\r\n\
             --x\r\nContent-Type: text/html\r\n\r\n{html}\r\n\
             --x\r\nContent-Type: text/html\r\nContent-Disposition: attachment; filename=\"evil.html\"\r\n\r\n<b>x</b>\r\n\
             --x--\r\n"
        );
        let mail = mail::ReceivedMail {
            from: "a@b.example".to_owned(),
            to: vec!["c@d.example".to_owned()],
            raw: raw.into_bytes(),
        };
        kreis::demo::keep(&trial.app, mail).await.unwrap();

        let list = trial.nobody.get("/demo/post").await;
        let path = list.link("Probe");
        let shown = trial.nobody.get(&path).await;
        assert_eq!(
            shown.link("http://kreis.test/antwort/1"),
            "http://kreis.test/antwort/1"
        );
        assert!(shown.html().contains("sandbox="));
        let frame = trial.nobody.get(&format!("{path}/html")).await;
        let policy = frame.header("content-security-policy");
        assert!(policy.contains("sandbox") && !policy.contains("script-src"));
        let file = trial.nobody.get(&format!("{path}/anlage/0")).await;
        assert_eq!(file.header("content-type"), "application/octet-stream");
        assert!(file.header("content-disposition").starts_with("attachment"));
        assert_eq!(
            trial.nobody.get(&format!("{path}/anlage/7")).await.status,
            404
        );
    });
}
