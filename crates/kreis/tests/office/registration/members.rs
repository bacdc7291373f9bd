//! Members only, the invited only, and what strangers are told.

use super::*;
use trial::story;

/// A desk for members.
async fn for_members(trial: &Trial) {
    planned(trial, TITLE, (date(2018, 1, 10), None)).await;
    opened(trial, PAGE, but(settings("5"), "who", "members")).await;
}

async fn as_mail(trial: &Trial, mail: &str) -> Fields {
    but(typed(trial, PAGE, "Kim Beispiel").await, "mail", mail)
}

/// Mails to an address.
async fn to(trial: &Trial, address: &str) -> Vec<ReadMail> {
    trial.run_due().await;
    let mut mails = trial.mails().await;
    mails.retain(|it| it.to.iter().any(|to| to.address == address));
    mails
}

story!(a_stranger_is_turned_away_with_a_reason, |trial| async {
    for_members(trial).await;
    let page = format!("{PAGE}/anmeldung");
    assert!(
        trial
            .nobody
            .get(&page)
            .await
            .has("Nur für Personen aus Mitgliedsorganisationen.")
    );
    let turned = trial
        .nobody
        .post(&page, as_mail(trial, "kim@gmx.de").await)
        .await;
    assert_eq!(turned.status, 422);
    assert!(turned.has("kennen wir keine Mitgliedsorganisation"));
    assert!(turned.has("03643"), "whom to ask: {}", turned.main_text());
    assert_eq!(turned.field("name").as_deref(), Some("Kim Beispiel"));
    assert!(to(trial, "kim@gmx.de").await.is_empty());

    for known in [
        "leitung@lebensraeume.example",
        "neue.kollegin@lebensraeume.example",
    ] {
        let sent = trial.nobody.post(&page, as_mail(trial, known).await).await;
        assert_eq!(sent.status, 303, "{known}: {}", sent.main_text());
        assert_eq!(to(trial, known).await.len(), 1);
    }
});

story!(the_contact_of_an_organisation_vouches, |trial| async {
    for_members(trial).await;
    let page = format!("{PAGE}/anmeldung");
    let asked = but(as_mail(trial, "kim@gmx.de").await, "ask", "contact");
    let unknown = but(asked.clone(), "organisation", "Gibt es nicht e.V.");
    let refused = trial.nobody.post(&page, unknown).await;
    assert_eq!(refused.status, 422);
    assert!(refused.has("Diese Mitgliedsorganisation kennen wir nicht"));
    let asked = but(asked, "organisation", "Lebensräume e.V.");
    let sent = trial.nobody.post(&page, asked).await;
    assert_eq!(sent.status, 303, "{}", sent.main_text());
    let own = link(&to(trial, "kim@gmx.de").await[0]);
    let confirmed = trial
        .nobody
        .post_on(&format!("{own}/bestaetigung"), form![])
        .await;
    assert!(
        confirmed.has("Wartet auf Zustimmung"),
        "{}",
        confirmed.main_text()
    );

    let mails = to(trial, "leitung@lebensraeume.example").await;
    let door = link(mails.last().unwrap());
    assert!(door.starts_with("/anmeldung-kontakt/"), "{door}");
    let question = trial.nobody.get(&door).await;
    assert!(question.has("Kim Beispiel möchte teilnehmen"));
    let said = trial.nobody.post_on(&door, form![("answer", "yes")]).await;
    assert!(said.has("keine Antwort mehr nötig"), "{}", said.main_text());
    assert!(trial.nobody.get(&own).await.has("Bestätigt"));
    let twice = trial.nobody.post(&door, form![("answer", "no")]).await;
    assert!(twice.has("keine Antwort mehr nötig"));
    assert!(trial.nobody.get(&own).await.has("Bestätigt"));
    in_order(trial).await;
});

story!(a_contact_may_say_no, |trial| async {
    for_members(trial).await;
    let asked = but(as_mail(trial, "kim@gmx.de").await, "ask", "contact");
    let asked = but(asked, "organisation", "Lebensräume e.V.");
    trial.nobody.post(&format!("{PAGE}/anmeldung"), asked).await;
    let own = link(&to(trial, "kim@gmx.de").await[0]);
    trial
        .nobody
        .post(&format!("{own}/bestaetigung"), form![])
        .await;
    let mails = to(trial, "leitung@lebensraeume.example").await;
    let door = link(mails.last().unwrap());
    trial.nobody.post(&door, form![("answer", "no")]).await;

    assert!(trial.nobody.get(&own).await.has("Abgelehnt"));
    let subject = to(trial, "kim@gmx.de").await.pop().unwrap().subject;
    assert!(
        subject.starts_with("Anmeldung nicht angenommen"),
        "{subject}"
    );
    in_order(trial).await;
});

story!(
    only_the_invited_come_where_the_office_says_so,
    |trial| async {
        let id = planned(trial, TITLE, (date(2018, 1, 10), None)).await;
        opened(trial, PAGE, but(settings("5"), "who", "invited")).await;
        let page = format!("{PAGE}/anmeldung");
        let member = as_mail(trial, "leitung@lebensraeume.example").await;
        let turned = trial.nobody.post(&page, member.clone()).await;
        assert_eq!(turned.status, 422);
        assert!(turned.has("steht nicht auf der Gästeliste"));
        trial
            .write(move |conn, moment| {
                let people = register::people_by_mail(conn, "leitung@lebensraeume.example")?;
                gatherings::add_guest(conn, moment, id, people[0].id, "")?;
                Ok(())
            })
            .await
            .unwrap();
        assert_eq!(trial.nobody.post(&page, member).await.status, 303);
    }
);
