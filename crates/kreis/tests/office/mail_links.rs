//! What holds for mails of many kinds: whatever program follows their links, nothing changes, and
//! what a network wrote speaks its own language.

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

/// Words that stand in what the network wrote, and in no name of a place or an organisation.
const GERMAN: [&str; 9] = [
    "dringend", "gesucht", "Saal", "steht", "Wasser", "und", "nicht", "für", "mit",
];

/// What an HTML mail says in its own language, without tags.
fn own_words(html: &str) -> String {
    let (_, body) = html.split_once("<body").unwrap();
    let marked = body.split("<span lang=\"de\">").enumerate();
    let own: String = marked
        .map(|(place, part)| match part.split_once("</span>") {
            Some((_, rest)) if place > 0 => rest,
            _ => part,
        })
        .collect();
    let pieces = own.split('<');
    pieces
        .filter_map(|piece| piece.split_once('>'))
        .map(|(_, words)| words)
        .collect::<Vec<_>>()
        .join(" ")
}

story!(
    what_a_network_wrote_speaks_its_own_language_in_english_mails,
    |trial| async {
        trial
            .write(|conn, _| {
                conn.exec("UPDATE person SET lang = 'en'", &[])?;
                Ok(conn.exec("UPDATE account SET lang = 'en'", &[])?)
            })
            .await
            .unwrap();
        send_many(trial).await;

        let mut kinds = BTreeSet::new();
        for mail in trial.mails().await {
            let Some(html) = &mail.html else { continue };
            if !html.contains("<html lang=\"en\">") {
                continue;
            }
            kinds.insert(mail.subject.split(':').next().unwrap_or("").to_owned());
            let own = own_words(html);
            let german: Vec<&str> = own
                .split(|it: char| !it.is_alphabetic())
                .filter(|word| GERMAN.contains(word))
                .collect();
            assert!(german.is_empty(), "{}: {german:?} in {own}", mail.subject);
        }
        for kind in ["Invitation", "Cancelled", "Your answer is still missing"] {
            assert!(kinds.contains(kind), "{kind}: {kinds:?}");
        }
    }
);
