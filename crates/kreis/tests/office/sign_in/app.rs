//! Codes of an app: set up, asked for, never taken twice.

use jiff::ToSpan;
use kreis::demo::Role;
use trial::{Trial, form, story};

use super::{ASKED, FACTORS, Phone, address_of, later, secrets, tied};

story!(an_app_is_tied_by_its_first_code, |trial| async {
    let page = trial.member.get(FACTORS).await;
    assert!(page.has("Noch kein zweiter Faktor"), "{}", page.main_text());
    let begun = trial.member.post(&format!("{FACTORS}/app"), form![]).await;
    let page = trial.member.get(begun.location()).await;
    assert!(page.html().contains("<svg class=\"kreis-code\""));
    assert!(page.html().contains("otpauth://totp/kreis.test:"));
    let phone = Phone::of(&page);

    let wrong = form![("code", "000000"), ("name", "Diensttelefon")];
    let refused = trial.member.post(begun.location(), wrong).await;
    assert_eq!(refused.status, 422);
    assert!(
        refused.has("Dieser Code passt nicht"),
        "{}",
        refused.main_text()
    );
    assert_eq!(refused.field("name").as_deref(), Some("Diensttelefon"));
    let nameless = form![("code", phone.code(trial)), ("name", " ")];
    assert_eq!(
        trial.member.post(begun.location(), nameless).await.status,
        422
    );

    let fields = form![("code", phone.code(trial)), ("name", "Diensttelefon")];
    let done = trial.member.post(begun.location(), fields.clone()).await;
    assert!(
        done.has("Heben Sie jetzt diese Codes auf"),
        "{}",
        done.main_text()
    );
    assert_eq!(secrets(&done).len(), 8);
    assert_eq!(
        trial.member.post(begun.location(), fields).await.status,
        404
    );
    let list = trial.member.get(FACTORS).await;
    assert!(list.has("Diensttelefon") && list.has("Es sind noch 8 Wiederherstellungscodes übrig."));
});

story!(a_session_opens_nothing_before_its_code, |trial| async {
    let (phone, _) = tied(trial, &trial.office, "Telefon").await;
    assert_eq!(trial.office.get("/weimar/einstellungen").await.status, 200);

    let half = trial.signed_in_as(Role::Office.mail()).await;
    for path in [
        "/weimar/einstellungen",
        "/weimar/personen",
        "/konto",
        FACTORS,
        "/konto/kalender",
    ] {
        let led = half.get(path).await;
        assert_eq!(led.location(), format!("{ASKED}?weiter={path}"), "{path}");
    }
    assert_eq!(
        half.post("/konto/passwort/entfernen", form![])
            .await
            .location(),
        ASKED
    );
    let draft = half.get("/weimar/termine/gibt-es-nicht").await;
    assert_eq!(
        draft.location(),
        format!("{ASKED}?weiter=/weimar/termine/gibt-es-nicht")
    );
    let home = half.get("/weimar").await;
    assert_eq!(home.status, 200, "what is public stays so");
    assert!(!home.has("Einstellungen"));

    let page = half.get(&format!("{ASKED}?weiter=/weimar/personen")).await;
    assert!(
        page.has("mit einem zweiten Faktor geschützt"),
        "{}",
        page.main_text()
    );
    let wrong = form![("code", "123456"), ("weiter", "/weimar/personen")];
    let refused = half.post(ASKED, wrong).await;
    assert_eq!(refused.status, 422);
    assert_eq!(refused.field("weiter").as_deref(), Some("/weimar/personen"));
    let fields = form![("code", phone.code(trial)), ("weiter", "/weimar/personen")];
    assert_eq!(
        half.post(ASKED, fields).await.location(),
        "/weimar/personen"
    );
    assert_eq!(half.get("/weimar/einstellungen").await.status, 200);
    assert_eq!(half.get(ASKED).await.location(), "/anmelden", "asked once");
});

story!(link_and_password_both_ask_for_the_code, |trial| async {
    let password = "drei Wolken über Apolda";
    let fields = form![("password", password), ("password_again", password)];
    trial.member.post("/konto/passwort", fields).await;
    let (phone, _) = tied(trial, &trial.member, "Telefon").await;
    let mail = Role::Member.mail();

    let fields = form![
        ("password_mail", mail),
        ("password", password),
        ("weiter", "/weimar/gremien")
    ];
    let by_password = trial.nobody.post("/anmelden/passwort", fields).await;
    assert_eq!(by_password.location(), "/weimar/gremien");
    let half = trial.nobody.with_cookie_of(&by_password);
    assert_eq!(
        half.get("/weimar/gremien").await.location(),
        format!("{ASKED}?weiter=/weimar/gremien")
    );

    trial.nobody.post("/anmelden", form![("mail", mail)]).await;
    trial.run_due().await;
    let mails = trial.mails().await;
    let text = mails
        .last()
        .and_then(|it| it.text.clone())
        .expect("a mail with a link");
    let link = text
        .lines()
        .map(str::trim)
        .find(|it| it.contains("/anmelden/link/"));
    let by_link = trial.nobody.post(link.expect("a link"), form![]).await;
    let half = trial.nobody.with_cookie_of(&by_link);
    assert_eq!(
        half.get("/weimar/intern").await.location(),
        format!("{ASKED}?weiter=/weimar/intern")
    );
    let through = half
        .post_on(ASKED, form![("code", phone.code(trial))])
        .await;
    assert_eq!(through.location(), "/weimar/intern", "home");
});

story!(no_code_works_twice, |trial| async {
    let (phone, _) = tied(trial, &trial.member, "Telefon").await;
    let (first, second) = (
        trial.signed_in_as(Role::Member.mail()).await,
        trial.signed_in_as(Role::Member.mail()).await,
    );
    let code = phone.code(trial);

    assert_eq!(first.post(ASKED, form![("code", &code)]).await.status, 303);
    let again = second.post(ASKED, form![("code", &code)]).await;
    assert_eq!(again.status, 422);
    assert!(again.has("wurde schon benutzt"), "{}", again.main_text());
    assert!(!again.html().contains(&code), "a code is never shown again");
    later(trial, 30.seconds());
    let next = form![("code", phone.code(trial))];
    assert_eq!(second.post(ASKED, next).await.status, 303);
});

story!(a_clock_may_be_half_a_minute_off, |trial| async {
    let (phone, _) = tied(trial, &trial.member, "Telefon").await;
    for (seconds, status) in [(30, 303), (90, 422)] {
        let half = trial.signed_in_as(Role::Member.mail()).await;
        later(trial, 5.minutes());
        let code = phone.code(trial);
        later(trial, i64::from(seconds).seconds());
        assert_eq!(
            half.post(ASKED, form![("code", code)]).await.status,
            status,
            "{seconds}"
        );
    }
});

story!(guessing_is_refused_for_a_while, |trial| async {
    let (phone, _) = tied(trial, &trial.member, "Telefon").await;
    let half = trial.signed_in_as(Role::Member.mail()).await;
    let mut refused = 0;
    for guess in 0..9 {
        let answer = half
            .post(ASKED, form![("code", format!("00000{guess}"))])
            .await;
        refused += i32::from(answer.status == 429);
    }
    assert!(refused > 0);
    let right = || form![("code", phone.code(trial))];
    assert_eq!(half.post(ASKED, right()).await.status, 429);
    later(trial, 6.minutes());
    assert_eq!(half.post(ASKED, right()).await.status, 303);
});

story!(whoever_gives_up_is_signed_out, |trial| async {
    tied(trial, &trial.member, "Telefon").await;
    let half = trial.signed_in_as(Role::Member.mail()).await;

    let answer = half.post(&format!("{ASKED}/abbruch"), form![]).await;
    assert_eq!(answer.location(), "/anmelden");
    assert!(answer.header("set-cookie").contains("Max-Age=0"));
    assert!(
        half.get("/konto")
            .await
            .location()
            .starts_with("/anmelden?weiter=")
    );
});

story!(
    factors_are_named_and_taken_away_by_their_owner,
    |trial| async {
        tied(trial, &trial.member, "Telefon").await;
        let (_, codes) = tied(trial, &trial.member, "Rechner").await;
        assert!(codes.is_empty(), "the codes that are kept go on working");
        let phone = address_of(&trial.member, "Telefon").await;
        let gone = format!("{phone}/entfernung");
        assert_eq!(trial.leader.get(&phone).await.status, 404);
        assert_eq!(
            trial
                .leader
                .post(&phone, form![("name", "Meins")])
                .await
                .status,
            404
        );
        assert_eq!(trial.leader.post(&gone, form![]).await.status, 404);

        let done = trial
            .member
            .post_on(&phone, form![("name", "Altes Telefon")])
            .await;
        assert!(done.has("Die Bezeichnung ist gespeichert.") && done.has("Altes Telefon"));
        let done = trial.member.post_on(&gone, form![]).await;
        assert!(done.has("Der zweite Faktor ist entfernt.") && !done.has("Altes Telefon"));
        let last = format!("{}/entfernung", address_of(&trial.member, "Rechner").await);
        let done = trial.member.post_on(&last, form![]).await;
        assert!(done.has("Noch kein zweiter Faktor"), "{}", done.main_text());
        let fresh = trial.signed_in_as(Role::Member.mail()).await;
        assert_eq!(
            fresh.get("/weimar/intern").await.status,
            200,
            "nothing is asked any more"
        );
    }
);

story!(
    every_change_is_told_by_mail_and_in_the_journal,
    |trial| async {
        let before = trial.mails().await.len();
        tied(trial, &trial.member, "Privates Telefon").await;
        trial
            .member
            .post(&format!("{FACTORS}/codes"), form![])
            .await;
        let phone = address_of(&trial.member, "Privates Telefon").await;
        trial
            .member
            .post(&format!("{phone}/entfernung"), form![])
            .await;
        trial.run_due().await;

        let mails = trial.mails().await;
        let told: Vec<_> = mails[before..]
            .iter()
            .filter_map(|it| it.text.as_deref())
            .collect();
        assert_eq!(told.len(), 3);
        for sentence in ["eingerichtet", "erzeugt", "entfernt"] {
            let about = told.iter().filter(|text| text.contains(sentence));
            assert_eq!(about.count(), 1, "{sentence}: {told:#?}");
        }
        for text in told {
            assert!(text.contains(FACTORS), "{text}");
            assert!(!text.contains("Privates Telefon"));
        }
        let mut noted = journal(trial).await;
        noted.sort();
        assert_eq!(
            noted,
            [
                "sign-in-codes-renewed",
                "sign-in-factor-added",
                "sign-in-factor-removed"
            ]
        );
    }
);

/// What the journal of the member's record says of factors.
async fn journal(trial: &Trial) -> Vec<String> {
    trial
        .read(|conn| {
            let account =
                register::account_by_mail(conn, Role::Member.mail())?.expect("an account");
            let everywhere = register::everywhere(conn, account.id, trial::morning())?;
            let person = everywhere.iter().find_map(|(_, actor)| actor.person);
            let noted = conn.journal_of(person.expect("a person"))?;
            Ok(noted
                .into_iter()
                .map(|it| it.verb)
                .filter(|verb| verb.starts_with("sign-in-"))
                .collect())
        })
        .await
}

story!(the_database_alone_opens_nothing, |trial| async {
    let (phone, codes) = tied(trial, &trial.member, "Telefon").await;
    let kept: Vec<Vec<u8>> = trial
        .read(|conn| {
            let mut kept = conn.all("SELECT secret FROM second_factor", &[], store::Row::take)?;
            kept.extend(conn.all("SELECT code FROM recovery_code", &[], store::Row::take)?);
            Ok(kept)
        })
        .await;

    assert_eq!(kept.len(), 9);
    for bytes in kept {
        let holds = |secret: &[u8]| bytes.windows(secret.len()).any(|part| part == secret);
        assert!(!holds(&phone.0));
        assert!(
            !codes
                .iter()
                .any(|code| holds(code.replace('-', "").as_bytes()))
        );
    }
});
