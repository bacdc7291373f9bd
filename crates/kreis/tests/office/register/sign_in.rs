//! Signing in by link and by password, sessions, signing out.

use jiff::ToSpan;
use trial::{Trial, form, story};

const OFFICE: &str = "geschaeftsstelle@kreisgruppe-weimar.example";

/// Asks for a link and takes it out of the mail.
async fn link(trial: &Trial, address: &str, onward: &str) -> String {
    let fields = form![("mail", address), ("weiter", onward)];
    let answer = trial.nobody.post("/anmelden", fields).await;
    assert_eq!(answer.location(), "/anmelden/gesendet");
    trial.run_due().await;
    let mails = trial.mails().await;
    let text = mails.last().expect("a mail went out").text.clone();
    let text = text.expect("the mail has a text part");
    text.lines()
        .map(str::trim)
        .find(|line| line.contains("/anmelden/link/"))
        .expect("the mail holds a link")
        .to_owned()
}

fn later(trial: &Trial, span: jiff::Span) {
    let clock = &trial.app.real_clock;
    clock.move_to(clock.now().checked_add(span).unwrap());
}

story!(a_mailed_link_signs_in_once, |trial| async {
    let link = link(trial, &OFFICE.to_uppercase(), "/weimar/personen").await;

    let page = trial.nobody.get(&link).await;
    assert_eq!(page.status, 200);
    assert!(page.has("Geschäftsstelle Kreisgruppe"), "{}", page.text());
    assert_eq!(page.header("set-cookie"), "");
    trial.nobody.head(&link).await;
    assert_eq!(
        trial.nobody.get(&link).await.status,
        200,
        "looking changes nothing"
    );

    let answer = trial.nobody.post(&link, form![]).await;
    assert_eq!(answer.location(), "/weimar/personen");
    let cookie = answer.header("set-cookie");
    assert!(
        cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"),
        "{cookie}"
    );
    let office = trial.nobody.with_cookie_of(&answer);
    assert_eq!(office.get("/weimar/einstellungen").await.status, 200);

    assert_eq!(trial.nobody.get(&link).await.status, 404);
    let again = trial.nobody.post(&link, form![]).await;
    assert_eq!(again.status, 404);
    assert!(again.has("Dieser Link gilt nicht mehr"));
    assert_eq!(again.header("set-cookie"), "");
});

story!(a_link_lasts_a_quarter_of_an_hour, |trial| async {
    let link = link(trial, OFFICE, "").await;
    later(trial, 14.minutes());
    assert_eq!(trial.nobody.get(&link).await.status, 200);
    later(trial, 1.minutes());

    assert_eq!(trial.nobody.get(&link).await.status, 404);
    assert_eq!(trial.nobody.post(&link, form![]).await.status, 404);
    assert_eq!(
        trial
            .nobody
            .post("/anmelden/link/erraten", form![])
            .await
            .status,
        404
    );
});

story!(nobody_learns_which_addresses_are_known, |trial| async {
    let answer = |address: &'static str| async move {
        let fields = form![("mail", address)];
        let answer = trial.nobody.post("/anmelden", fields).await;
        let page = trial.nobody.get(answer.location()).await;
        (answer.status, answer.location().to_owned(), page.text())
    };
    let before = trial.mails().await.len();

    let (known, unknown) = (
        answer(OFFICE).await,
        answer("niemand@beispiel.example").await,
    );
    trial.run_due().await;

    assert_eq!(known, unknown);
    assert_eq!(
        trial.mails().await.len(),
        before + 1,
        "only the known one got a mail"
    );
});

story!(a_link_leads_to_our_own_pages_only, |trial| async {
    for onward in [
        "//elsewhere.example",
        "https://elsewhere.example",
        "/anmelden",
    ] {
        let link = link(trial, OFFICE, onward).await;
        let answer = trial.nobody.post(&link, form![]).await;
        assert_eq!(answer.location(), "/weimar/intern", "{onward}");
    }
});

story!(asking_too_often_is_refused_for_a_while, |trial| async {
    let ask = || {
        trial
            .nobody
            .post("/anmelden", form![("mail", "a@beispiel.example")])
    };
    for _ in 0..8 {
        assert_eq!(ask().await.status, 303);
    }
    assert_eq!(ask().await.status, 429);
    let other = form![("mail", "b@beispiel.example")];
    assert_eq!(trial.nobody.post("/anmelden", other).await.status, 303);

    later(trial, 6.minutes());
    assert_eq!(ask().await.status, 303);
});

story!(a_password_signs_in_too, |trial| async {
    let password = "drei Wolken über Apolda";
    let wrong = form![("password", "kurz"), ("password_again", "kurz")];
    let answer = trial.office.post("/konto/passwort", wrong).await;
    assert_eq!(answer.status, 422);
    assert!(answer.has("mindestens 12"), "{}", answer.main_text());
    let differing = form![("password", password), ("password_again", "anders anders")];
    assert_eq!(
        trial.office.post("/konto/passwort", differing).await.status,
        422
    );
    let fields = form![("password", password), ("password_again", password)];
    let done = trial.office.post_on("/konto/passwort", fields).await;
    assert!(
        done.has("Das Passwort gilt ab sofort"),
        "{}",
        done.main_text()
    );

    let fields = |mail: &str, password: &str| {
        form![
            ("password_mail", mail),
            ("password", password),
            ("weiter", "/weimar/gremien")
        ]
    };
    let refused = trial
        .nobody
        .post("/anmelden/passwort", fields(OFFICE, "falsch"))
        .await;
    assert_eq!(refused.status, 422);
    let unknown = fields("niemand@beispiel.example", password);
    let unknown = trial.nobody.post("/anmelden/passwort", unknown).await;
    assert_eq!(unknown.status, 422);
    assert!(
        !refused.html().contains("falsch"),
        "a password is never shown again"
    );
    let answer = trial
        .nobody
        .post("/anmelden/passwort", fields(OFFICE, password))
        .await;
    assert_eq!(answer.location(), "/weimar/gremien");
    let office = trial.nobody.with_cookie_of(&answer);
    assert_eq!(office.get("/weimar/einstellungen").await.status, 200);

    office.post("/konto/passwort/entfernen", form![]).await;
    let gone = trial
        .nobody
        .post("/anmelden/passwort", fields(OFFICE, password))
        .await;
    assert_eq!(gone.status, 422);
});

story!(sessions_are_listed_and_ended, |trial| async {
    let other = trial.signed_in_as(OFFICE).await;
    let page = trial.office.get("/konto").await;
    assert!(page.has("Dieser Browser"), "{}", page.main_text());
    let ends: Vec<_> = page
        .actions()
        .into_iter()
        .filter(|it| it.starts_with("/konto/sitzungen/"))
        .collect();
    assert_eq!(ends.len(), 1);
    assert_eq!(trial.member.post(&ends[0], form![]).await.status, 404);
    assert_eq!(other.get("/konto").await.status, 200);

    let done = trial.office.post_on(&ends[0], form![]).await;
    assert!(done.has("Die Anmeldung ist beendet."));
    assert_eq!(other.get("/konto").await.status, 303);
    assert_eq!(trial.office.get("/konto").await.status, 200);

    let other = trial.signed_in_as(OFFICE).await;
    trial.office.post("/konto/sitzungen", form![]).await;
    assert_eq!(other.get("/konto").await.status, 303);
    assert_eq!(trial.office.get("/konto").await.status, 200);
});

story!(
    a_session_ends_thirty_days_after_its_last_use,
    |trial| async {
        later(trial, (29 * 24).hours());
        assert_eq!(trial.office.get("/konto").await.status, 200);
        later(trial, (29 * 24).hours());
        assert_eq!(trial.office.get("/konto").await.status, 200);
        later(trial, (31 * 24).hours());
        assert_eq!(trial.office.get("/konto").await.status, 303);
    }
);

story!(signing_out_ends_the_session, |trial| async {
    let answer = trial.office.post("/abmelden", form![]).await;

    assert!(answer.header("set-cookie").contains("Max-Age=0"));
    assert_eq!(
        trial.office.get("/konto").await.status,
        303,
        "the old token opens nothing"
    );
    assert_eq!(trial.nobody.post("/abmelden", form![]).await.status, 303);
});
