//! What is certified, to whom, and how others check it.

use super::*;
use reception::Certificate;
use trial::story;

const LIST: &str = "/weimar/termine/2018-01-10-fachtag-zukunft/bescheinigungen";

async fn certificates(trial: &Trial, id: GatheringId) -> Vec<Certificate> {
    trial
        .read(move |conn| reception::certificates(conn, id))
        .await
}

async fn over(trial: &Trial) {
    trial.move_to_local("2018-01-10T16:30").await;
}

story!(the_office_certifies_to_all_who_came, |trial| async {
    let id = day(trial, 5).await;
    let ada = place(trial, id, "Ada Erste").await;
    place(trial, id, "Ben Zweiter").await;
    arrives(trial, ada).await;
    let guest = form![("name", "Kim Gast")];
    trial.office.post(&format!("{DOOR}/besuch"), guest).await;
    let early = trial.office.post(LIST, form![]).await;
    assert_eq!(early.status, 422);
    over(trial).await;
    assert_eq!(trial.office.get(&format!("{LIST}.pdf")).await.status, 404);

    let page = trial.office.post_on(LIST, form![]).await;
    assert!(
        page.has("Ada Erste") && page.has("Kim Gast"),
        "{}",
        page.main_text()
    );
    assert!(!page.has("Ben Zweiter"));
    trial.office.post(LIST, form![]).await;
    let all = certificates(trial, id).await;
    assert_eq!(all.len(), 2, "a second time makes none");

    let words = trial.office.get(&format!("{LIST}.pdf")).await.pdf_words();
    for certificate in &all {
        assert!(words.contains(&certificate.code), "{words}");
    }
    assert!(words.contains("AdaErste") && words.contains("KimGast"));
    assert_eq!(trial.member.get(LIST).await.status, 403);
    assert_eq!(trial.stranger.get(LIST).await.status, 404);
});

story!(
    whoever_came_fetches_the_certificate_and_anybody_checks_it,
    |trial| async {
        let id = day(trial, 5).await;
        let ada = place(trial, id, "Ada Erste").await;
        let ben = place(trial, id, "Ben Zweiter").await;
        let own = own(trial, "Ada Erste").await;
        let fetch = format!("{own}/bescheinigung");
        let mine = || form![("place", ada)];
        arrives(trial, ada).await;
        let early = trial.nobody.post(&fetch, mine()).await;
        assert_eq!(early.status, 422);
        assert!(!trial.nobody.get(&own).await.has("Teilnahmebescheinigung"));
        over(trial).await;

        let page = trial.nobody.get(&own).await;
        assert!(
            page.has("Teilnahmebescheinigung als PDF"),
            "{}",
            page.main_text()
        );
        let pdf = trial.nobody.post(&fetch, mine()).await;
        let words = pdf.pdf_words();
        assert!(words.contains("AdaErste") && words.contains("FachtagZukunft"));
        trial.nobody.post(&fetch, mine()).await;
        let all = certificates(trial, id).await;
        assert_eq!(all.len(), 1);
        let code = all[0].code.clone();
        assert!(words.contains(&code), "{words}");
        let others = trial.nobody.post(&fetch, form![("place", ben)]).await;
        assert_eq!(others.status, 404, "not by the link of another");

        let form = trial.nobody.get("/bescheinigung").await;
        assert!(form.has("Bescheinigung prüfen"));
        let typed = code.to_lowercase().replace('-', "");
        let led = trial
            .nobody
            .get(&format!("/bescheinigung?code={typed}"))
            .await;
        assert_eq!(led.location(), format!("/bescheinigung/{code}"));
        let seen = trial.nobody.get(led.location()).await;
        for words in [
            "ist echt",
            "Ada Erste",
            TITLE,
            "10. Januar 2018",
            "Kreisgruppe",
        ] {
            assert!(seen.has(words), "{words}: {}", seen.main_text());
        }
        assert!(!seen.has("@") && seen.header("x-robots-tag").contains("noindex"));
        let english = trial.nobody.get(&format!("/en/bescheinigung/{code}")).await;
        assert!(english.has("The certificate is genuine"));
    }
);

story!(a_wrong_code_is_told_kindly_and_not_often, |trial| async {
    let wrong = trial.nobody.get("/bescheinigung/7KQ2-M9XA-4RTB").await;
    assert_eq!(wrong.status, 404);
    assert!(
        wrong.has("Vielleicht ist nur ein Zeichen vertippt"),
        "{}",
        wrong.main_text()
    );
    let odd = trial.nobody.get("/bescheinigung?code=abc").await;
    assert_eq!(odd.status, 422);
    assert!(odd.has("zwölf Zeichen"));
    assert_eq!(odd.field("code").as_deref(), Some("abc"));

    let mut statuses = Vec::new();
    for _ in 0..60 {
        let seen = trial.nobody.get("/bescheinigung/7KQ2-M9XA-4RTC").await;
        statuses.push(seen.status);
    }

    assert_eq!(statuses.first(), Some(&404));
    assert_eq!(statuses.last(), Some(&429));
    assert_eq!(trial.nobody.get("/anmelden").await.status, 200);
});

story!(what_was_revoked_is_said_to_be, |trial| async {
    let id = day(trial, 5).await;
    let ada = place(trial, id, "Ada Erste").await;
    let own = own(trial, "Ada Erste").await;
    arrives(trial, ada).await;
    over(trial).await;
    trial.office.post(LIST, form![]).await;
    let first = certificates(trial, id).await.remove(0);

    let revoke = format!("{LIST}/{}/widerruf", first.id);
    let page = trial.office.post_on(&revoke, form![]).await;
    assert!(page.has("Widerrufen"), "{}", page.main_text());
    let check = format!("/bescheinigung/{}", first.code);
    let seen = trial.nobody.get(&check).await;
    assert!(seen.has("wurde widerrufen"), "{}", seen.main_text());
    let fetch = format!("{own}/bescheinigung");
    let refused = trial.nobody.post(&fetch, form![("place", ada)]).await;
    assert_eq!(refused.status, 422);
    trial.office.post(LIST, form![]).await;
    assert_eq!(certificates(trial, id).await.len(), 1, "it stays revoked");

    let renew = format!("{LIST}/{}/erneuerung", first.id);
    assert_eq!(trial.office.post(&renew, form![]).await.status, 303);
    assert_eq!(trial.office.post(&renew, form![]).await.status, 422);
    let all = certificates(trial, id).await;
    assert_eq!(all.len(), 2);
    let new = all.iter().find(|it| it.holds()).unwrap();
    assert_ne!(new.code, first.code);
    assert!(trial.nobody.get(&check).await.has("wurde widerrufen"));
    // Whoever did not come after all has nothing certified.
    let arrival = trial
        .read(move |conn| reception::arrival_of(conn, (id, ada)))
        .await;
    let back = form![("arrival", arrival.unwrap().id)];
    trial.office.post(&format!("{DOOR}/ruecknahme"), back).await;
    let all = certificates(trial, id).await;
    assert!(all.iter().all(|it| !it.holds()));
    // Another network's office reaches none of it.
    let theirs = revoke.replace("/weimar/", "/celle/");
    assert_eq!(trial.stranger.post(&theirs, form![]).await.status, 404);
});
