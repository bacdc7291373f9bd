//! Links in mails: whatever program follows them, nothing changes.

use std::collections::BTreeSet;

use gatherings::Inform;
use kreis::demo::contents::MEMBER;
use trial::{Trial, form, story};

use crate::invitations::{act, invited, links};
use crate::polls;

/// Sends mails of many kinds.
async fn send_many(trial: &Trial) {
    invited(trial).await;
    let poll = polls::poll(trial).await;
    trial
        .office
        .post(&format!("{poll}/erinnerung"), form![])
        .await;
    polls::released(trial, polls::TITLE).await;
    for path in ["/einladung", "/anmelden"] {
        trial.nobody.post(path, form![("mail", MEMBER)]).await;
    }
    trial.run_due().await;
    act(trial, |conn, moment, who, id| {
        let told = ("Der Saal steht unter Wasser.", Some(Inform::Tell));
        gatherings::cancel(conn, moment, who, id, told)
    })
    .await;
    trial.run_due().await;
    trial.move_to_local("2017-11-21T07:00").await;
    trial.run_due().await;
    trial.run_due().await;
}

story!(
    following_every_link_of_every_mail_changes_nothing,
    |trial| async {
        send_many(trial).await;
        let mails = trial.mails().await;
        let before = trial.app.store.generation();

        let mut followed = BTreeSet::new();
        for mail in &mails {
            let both = [mail.text.as_deref(), mail.html.as_deref()];
            for link in both.into_iter().flatten().flat_map(links) {
                let link = if link.is_empty() { "/" } else { &link };
                let (get, head) = (trial.nobody.get(link).await, trial.nobody.head(link).await);
                assert!(get.status < 400, "{link}: {}", get.status);
                assert_eq!(get.status, head.status, "{link}");
                followed.insert(link.split('/').take(2).collect::<String>());
            }
        }

        assert_eq!(trial.app.store.generation(), before);
        for place in ["antwort", "anmelden", "termine", "weimar"] {
            assert!(followed.contains(place), "{place}: {followed:?}");
        }
        let subjects: Vec<_> = mails.iter().map(|it| it.subject.as_str()).collect();
        for kind in ["Einladung: ", "Abgesagt: ", "Ihre Antwort fehlt noch: "] {
            assert!(
                subjects.iter().any(|it| it.starts_with(kind)),
                "{kind}: {subjects:?}"
            );
        }
    }
);
