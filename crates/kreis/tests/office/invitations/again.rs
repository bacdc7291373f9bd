//! Who lost the link of an invitation gets it again, and nobody learns who is invited.

use super::*;

const ASK: &str = "/einladung";

async fn asks(trial: &Trial, address: &str) -> (u16, String, String) {
    let answer = trial.nobody.post(ASK, form![("mail", address)]).await;
    let page = trial.nobody.get(answer.location()).await;
    trial.run_due().await;
    (answer.status, answer.location().to_owned(), page.text())
}

fn address(mail: &ReadMail) -> String {
    mail.to[0].address.clone()
}

/// The mails with links that went out.
async fn sent(trial: &Trial) -> Vec<ReadMail> {
    let all = trial.mails().await;
    let about_links = |it: &ReadMail| it.subject.starts_with("Ihre Einladungen von");
    all.into_iter().filter(about_links).collect()
}

story!(
    a_lost_link_comes_again_and_the_old_one_lives_on,
    |trial| async {
        let mails = invited(trial).await;
        let guest = address(&mails[0]);

        asks(trial, &format!(" {} ", guest.to_uppercase())).await;

        let sent = sent(trial).await;
        assert_eq!(sent.len(), 1);
        assert_eq!(address(&sent[0]), guest);
        let text = sent[0].text.clone().unwrap();
        assert!(text.contains("Fachkräfte dringend gesucht"), "{text}");
        assert!(text.contains("Dezember 2017") && text.contains("Ohne Antwort"));
        let again = links(&text);
        let again: Vec<_> = again.iter().filter(|it| it.contains("/antwort/")).collect();
        assert_eq!(again.len(), 2, "one for each invitation: {again:?}");
        // The other meeting is in November, this one comes last.
        let page = trial.nobody.get(again[1]).await;
        assert_eq!(page.status, 200);
        assert!(page.has("Kommen Sie?") && page.has("Fachkräfte dringend gesucht"));
        let done = trial.nobody.post(again[1], form![("reply", "yes")]).await;
        assert_eq!(done.status, 303);
        assert_eq!(counts(trial).await.yes, 1);
        let old = trial.nobody.get(&answer_link(&mails[0], "absage")).await;
        assert_eq!(old.status, 200);
    }
);

story!(nobody_learns_from_asking_who_is_invited, |trial| async {
    let mails = invited(trial).await;

    let known = asks(trial, &address(&mails[0])).await;
    let unknown = asks(trial, "niemand@beispiel.example").await;
    let uninvited = asks(trial, kreis::demo::contents::STRANGER).await;

    assert_eq!(known.0, 303);
    assert_eq!(known, unknown);
    assert_eq!(known, uninvited);
    assert_eq!(sent(trial).await.len(), 1);
});

story!(links_come_only_to_what_is_still_to_come, |trial| async {
    let mails = invited(trial).await;
    let (first, second) = (address(&mails[0]), address(&mails[1]));
    let id = gathering(trial).await.id;
    let guests = trial
        .read(move |conn| gatherings::guest_list(conn, id))
        .await;
    let off = guests.iter().find(|(_, it)| it.person.mail == first);
    let off = off.unwrap().0.id;
    act(trial, move |conn, moment, who, _| {
        invitations::withdraw(conn, moment, who, (off, false))
    })
    .await;
    asks(trial, &first).await;
    let before = sent(trial).await;
    let about_it = |it: &ReadMail| it.text.as_ref().unwrap().contains("Fachkräfte dringend");
    assert!(!before.iter().any(about_it), "who is off the list");

    trial.move_to_local("2017-12-07T23:00").await;
    asks(trial, &second).await;
    assert_eq!(sent(trial).await.len(), before.len(), "after the start");
});

story!(
    the_page_says_what_is_missing_and_tires_of_too_many,
    |trial| async {
        let page = trial.nobody.get("/antwort/unbekannt").await;
        assert_eq!(page.link("Link noch einmal senden lassen"), ASK);
        let page = trial.nobody.get("/anmelden").await;
        assert_eq!(page.link("Link noch einmal senden lassen"), ASK);
        assert_eq!(trial.nobody.get(ASK).await.status, 200);

        for typed in ["", "keine Adresse"] {
            let refused = trial.nobody.post(ASK, form![("mail", typed)]).await;
            assert_eq!(refused.status, 422, "{typed}");
            assert_eq!(refused.field("mail").as_deref(), Some(typed));
        }
        let typed = form![("mail", "oft@beispiel.example")];
        for _ in 0..8 {
            assert_eq!(trial.nobody.post(ASK, typed.clone()).await.status, 303);
        }
        assert_eq!(trial.nobody.post(ASK, typed).await.status, 429);
    }
);

story!(
    whoever_reads_english_gets_the_links_in_english,
    |trial| async {
        let mails = invited(trial).await;

        let typed = form![("mail", address(&mails[0]))];
        let answer = trial.nobody.post("/en/einladung", typed).await;
        assert_eq!(answer.location(), "/en/einladung/gesendet");
        trial.run_due().await;

        let last = trial.mails().await.pop().unwrap();
        assert!(
            last.subject.starts_with("Your invitations from"),
            "{}",
            last.subject
        );
        assert!(last.text.unwrap().contains("/en/antwort/"));
    }
);
