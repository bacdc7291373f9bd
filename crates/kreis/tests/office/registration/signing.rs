//! Registering without an account: the form, the mail, the place.

use super::*;
use trial::story;

story!(
    a_visitor_registers_and_the_place_counts_once_the_mail_is_confirmed,
    |trial| async {
        planned(trial, TITLE, (date(2018, 1, 10), None)).await;
        let form_page = format!("{PAGE}/anmeldung");
        assert_eq!(trial.nobody.get(&form_page).await.status, 404);
        let none = trial.office.get(&format!("{PAGE}/anmeldungen")).await;
        assert!(none.has("Noch keine Anmeldung"), "{}", none.main_text());
        let saved = trial
            .office
            .post_on(&format!("{PAGE}/anmeldung/einrichten"), settings("2"))
            .await;
        assert!(saved.has("noch nicht geöffnet"), "{}", saved.main_text());
        let before = trial.nobody.get(PAGE).await;
        assert!(!before.main_text().contains("Anmelden"));
        assert!(
            trial
                .nobody
                .get(&form_page)
                .await
                .has("noch nicht anmelden")
        );
        opened(trial, PAGE, settings("2")).await;

        let page = trial.nobody.get(PAGE).await;
        assert!(page.has("Wenige Plätze frei"), "{}", page.main_text());
        let to_form = format!("{PAGE}/anmeldung");
        assert!(page.links().iter().any(|(_, href)| *href == to_form));
        let empty = trial.nobody.get(&to_form).await;
        assert!(empty.has("Bitte kommen Sie zahlreich."));
        let half = but(typed(trial, PAGE, "Kim Beispiel").await, "mail", "kim");
        let refused = trial.nobody.post(&to_form, half).await;
        assert_eq!(refused.status, 422);
        assert!(refused.has("vollständige E-Mail-Adresse"));
        assert_eq!(refused.field("name").as_deref(), Some("Kim Beispiel"));

        let sent = posted(trial, PAGE, "Kim Beispiel").await;
        assert_eq!(sent.status, 303, "{}", sent.main_text());
        let told = trial.nobody.get(sent.location()).await;
        assert!(told.has("Bitte sehen Sie in Ihr Postfach"));
        let mails = mails_to(trial, "Kim Beispiel").await;
        assert_eq!(mails.len(), 1);
        assert!(mails[0].subject.starts_with("Bitte bestätigen"));
        let own = link(&mails[0]);
        let before = trial.nobody.get(&own).await;
        assert!(before.has("E-Mail unbestätigt"), "{}", before.main_text());
        assert_eq!(before.header("x-robots-tag"), "noindex, nofollow");
        assert!(trial.nobody.get(&own).await.has("E-Mail unbestätigt"));

        let done = trial
            .nobody
            .post_on(&format!("{own}/bestaetigung"), form![])
            .await;
        assert!(done.has("Bestätigt"), "{}", done.main_text());
        assert!(done.has("Bringen Sie gute Laune mit."));
        let raw = trial.raw_mails().await.len();
        let mails = mails_to(trial, "Kim Beispiel").await;
        assert_eq!(mails.len(), 2);
        assert!(mails[1].subject.starts_with("Anmeldung bestätigt"));
        let raw = &trial.raw_mails().await[raw..];
        let text = String::from_utf8_lossy(&raw[raw.len() - 1].raw).into_owned();
        assert!(text.contains("text/calendar"), "{text}");
        assert!(text.contains("fachtag-zukunft.ics"), "{text}");
        let list = trial.office.get(&format!("{PAGE}/anmeldungen")).await;
        assert!(list.has("Kim Beispiel") && list.has("über die Seite"));
        let again = trial
            .nobody
            .post(&format!("{own}/bestaetigung"), form![])
            .await;
        assert_eq!(again.status, 303);
        assert_eq!(mails_to(trial, "Kim Beispiel").await.len(), 2);
        in_order(trial).await;
    }
);

story!(the_same_form_twice_is_one_registration, |trial| async {
    desk(trial, "5").await;
    posted(trial, PAGE, "Kim Beispiel").await;
    let second = posted(trial, PAGE, "Kim Beispiel").await;
    assert_eq!(second.status, 303, "the same answer");
    assert_eq!(registrations(trial).await, 1);
    assert_eq!(mails_to(trial, "Kim Beispiel").await.len(), 1);

    trial.move_to_local("2017-11-20T09:05").await;
    posted(trial, PAGE, "Kim Beispiel").await;
    let mails = mails_to(trial, "Kim Beispiel").await;
    assert_eq!(mails.len(), 2, "who lost the mail gets it again");
    let corrected = but(
        typed(trial, PAGE, "Kim Beispiel").await,
        "organisation",
        "Mein Verein",
    );
    trial
        .nobody
        .post(&format!("{PAGE}/anmeldung"), corrected)
        .await;
    let alive = "t.state <> 'cancelled'";
    assert_eq!(places(trial, alive).await, 1, "the last form counts");
    let own = link(mails_to(trial, "Kim Beispiel").await.last().unwrap());
    let confirm = format!("{own}/bestaetigung");
    trial.nobody.post(&confirm, form![]).await;

    trial.move_to_local("2017-11-20T10:00").await;
    let later = posted(trial, PAGE, "Kim Beispiel").await;
    assert_eq!(later.status, 303, "nobody learns who is registered");
    let subject = last_subject(trial, "Kim Beispiel").await;
    assert!(subject.starts_with("Ihr Link"), "{subject}");
    assert_eq!(places(trial, alive).await, 1);
    in_order(trial).await;
});

story!(machines_and_the_forgetful_get_nowhere, |trial| async {
    desk(trial, "5").await;
    let trapped = but(
        typed(trial, PAGE, "Bot Beispiel").await,
        "website",
        "https://spam.example",
    );
    let answer = trial
        .nobody
        .post(&format!("{PAGE}/anmeldung"), trapped)
        .await;
    assert_eq!(answer.status, 303, "it learns nothing");
    assert_eq!(registrations(trial).await, 0);
    let wrong = but(
        typed(trial, PAGE, "Kim Beispiel").await,
        "gathering",
        "0190a000-0000-7000-8000-000000000000",
    );
    let answer = trial.nobody.post(&format!("{PAGE}/anmeldung"), wrong).await;
    assert_eq!(answer.status, 422);
    assert_eq!(trial.nobody.get("/anmeldung/unbekannt").await.status, 404);

    registered(trial, PAGE, "Kim Beispiel").await;
    for name in ["Kim Beispiel", "Niemand Bekannt"] {
        let wish = form![("mail", mail_of(name))];
        let told = trial.nobody.post_on("/anmeldung-link", wish).await;
        assert!(told.has("dann ist der Link jetzt unterwegs"));
    }
    let subject = last_subject(trial, "Kim Beispiel").await;
    assert!(subject.starts_with("Ihr Link"), "{subject}");
    assert!(mails_to(trial, "Niemand Bekannt").await.is_empty());
});

story!(
    a_hold_lapses_and_the_place_goes_on_but_the_link_stays,
    |trial| async {
        desk(trial, "1").await;
        posted(trial, PAGE, "Ada Langsam").await;
        let ada = link(&mails_to(trial, "Ada Langsam").await[0]);
        registered(trial, PAGE, "Ben Schnell").await;
        let subject = last_subject(trial, "Ben Schnell").await;
        assert!(subject.starts_with("Warteliste"), "{subject}");
        in_order(trial).await;

        trial.move_to_local("2017-11-20T10:01").await;
        let subject = last_subject(trial, "Ben Schnell").await;
        assert!(subject.starts_with("Platz frei bis"), "{subject}");
        let late = trial
            .nobody
            .post_on(&format!("{ada}/bestaetigung"), form![])
            .await;
        assert!(late.has("Sie stehen als Nächstes"), "{}", late.main_text());
        in_order(trial).await;
    }
);

story!(colleagues_come_along_as_far_as_places_go, |trial| async {
    desk(trial, "2").await;
    let fields = typed(trial, PAGE, "Kim Beispiel").await;
    let twice = but(fields.clone(), "companion1", "kim  beispiel");
    let answer = trial.nobody.post(&format!("{PAGE}/anmeldung"), twice).await;
    assert_eq!(answer.status, 422);
    assert!(answer.has("Dieser Name steht schon im Formular."));
    let fields = but(fields, "companion1", "Sam Beispiel");
    let fields = but(fields, "companion2", "Ulli Beispiel");
    let sent = trial
        .nobody
        .post(&format!("{PAGE}/anmeldung"), fields)
        .await;
    assert_eq!(sent.status, 303, "{}", sent.main_text());
    let own = link(&mails_to(trial, "Kim Beispiel").await[0]);
    let done = trial
        .nobody
        .post_on(&format!("{own}/bestaetigung"), form![])
        .await;
    assert!(done.has("Sam Beispiel") && done.has("Sie stehen als Nächstes"));
    let mail = mails_to(trial, "Kim Beispiel").await.pop().unwrap();
    assert!(
        mail.subject.starts_with("Ihre Anmeldung"),
        "{}",
        mail.subject
    );
    let text = mail.text.unwrap();
    assert!(text.contains("Sam Beispiel: Bestätigt"), "{text}");
    assert!(text.contains("Ulli Beispiel: Warteliste"), "{text}");
    in_order(trial).await;
});

story!(signed_in_nobody_confirms_a_known_address, |trial| async {
    desk(trial, "5").await;
    let page = trial.member.get(&format!("{PAGE}/anmeldung")).await;
    let mail = page.field("mail").unwrap();
    assert_eq!(mail, kreis::demo::contents::MEMBER);
    let fields = but(
        typed(trial, PAGE, "Leitung Lebensräume").await,
        "mail",
        &mail,
    );
    let done = trial
        .member
        .post_on(&format!("{PAGE}/anmeldung"), fields)
        .await;
    assert!(
        done.has("Ihre Anmeldung ist eingetragen."),
        "{}",
        done.main_text()
    );
    assert!(done.has("Bestätigt"));
    in_order(trial).await;
});
