//! After a restore no mail goes out that the original may have sent.

use outbox::State;
use trial::{form, story};

use super::*;
use crate::invitations;

fn ids(mails: &[trial::ReadMail]) -> Vec<Option<String>> {
    let mut ids: Vec<Option<String>> = mails.iter().map(|mail| mail.message_id.clone()).collect();
    ids.sort_unstable();
    ids
}

async fn count(trial: &Trial, state: State) -> i64 {
    trial
        .read(move |conn| {
            let network = register::network_by_slug(conn, "weimar")?.unwrap();
            outbox::count(conn, network.id, state)
        })
        .await
}

story!(after_a_restore_letters_wait_for_the_office, |trial| async {
    invitations::lay_out(trial).await;
    let released = invitations::release(trial).await;
    let (_folder, file) = backup_of(trial).await;
    trial.run_due().await;
    let sent = trial.mails().await;
    assert_eq!(i64::try_from(sent.len()), Ok(released));

    for kind in kinds() {
        let later = hour()
            .checked_add(jiff::SignedDuration::from_hours(5))
            .unwrap();
        let letters = Letters::HeldBack(later);
        let copy = Trial::on(restored(&file, kind, letters).await.unwrap()).await;
        copy.run_due().await;
        copy.move_to_local("2017-11-25T09:00").await;
        assert_eq!(copy.mails().await.len(), 0);
        assert_eq!(count(&copy, State::Queued).await, 0);
        assert_eq!(count(&copy, State::Waiting).await, released);

        let outbox = copy.office.get("/weimar/postausgang").await;
        assert!(
            outbox.has("Nach der Wiederherstellung zurückgehalten"),
            "{}",
            outbox.text()
        );
        let group = copy.office.get(&outbox.link("Fachkräfte")).await;
        assert!(group.has("Vor dem Ausfall können sie schon hinausgegangen sein"));

        // What the office releases is the same letter, whatever the original did with it.
        invitations::release(&copy).await;
        copy.run_due().await;
        assert_eq!(ids(&copy.mails().await), ids(&sent));
    }
});

/// A letter that the program sends by itself.
async fn send_something(trial: &Trial) {
    trial
        .write(|conn, moment| {
            let network = register::network_by_slug(conn, "weimar")?.unwrap();
            let letter = outbox::NewLetter {
                network: Some(network.id),
                kind: "minutes.reminder",
                subject: "",
                detail: String::new(),
                about: outbox::About {
                    title: "Probe".to_owned(),
                    day: None,
                },
                to_name: "Leitung",
                to_address: "leitung@example.org",
                lang: base::Lang::De,
                by: "Kreis",
            };
            Ok(outbox::send_now(conn, moment, &letter)?)
        })
        .await
        .unwrap();
}

story!(
    what_the_program_sends_by_itself_is_held_back_until_the_office_ends_it,
    |trial| async {
        let (_folder, file) = backup_of(trial).await;
        for kind in kinds() {
            let database = restored(&file, kind, Letters::HeldBack(hour())).await;
            let copy = Trial::on(database.unwrap()).await;
            invitations::lay_out(&copy).await;
            let released = invitations::release(&copy).await;
            copy.run_due().await;
            assert_eq!(copy.mails().await.len(), usize::try_from(released).unwrap());

            // That everybody is told of the cancellation was said already; it waits all the same.
            let told = form![("reason", "Krankheit"), ("inform", "tell")];
            let cancelled = copy
                .office
                .post(&format!("{}/absage", invitations::PAGE), told)
                .await;
            assert_eq!(cancelled.status, 303, "{}", cancelled.text());
            copy.run_due().await;
            assert_eq!(copy.mails().await.len(), usize::try_from(released).unwrap());
            assert_eq!(count(&copy, State::Waiting).await, released);

            // A link for signing in belongs to no office and goes.
            let wish = form![("mail", kreis::demo::Role::Office.mail())];
            copy.nobody.post("/anmelden", wish).await;
            copy.run_due().await;
            assert_eq!(
                copy.mails().await.len(),
                usize::try_from(released).unwrap() + 1
            );

            let end = "/weimar/postausgang/zurueckhaltung/ende";
            assert_eq!(copy.office.post(end, form![]).await.status, 303);
            let outbox = copy.office.get("/weimar/postausgang").await;
            assert!(!outbox.has("Nach der Wiederherstellung zurückgehalten"));
            assert_eq!(count(&copy, State::Queued).await, 0);
            send_something(&copy).await;
            assert_eq!(count(&copy, State::Queued).await, 1);
            assert_eq!(count(&copy, State::Waiting).await, released);
        }
    }
);

story!(links_of_mails_that_were_sent_keep_working, |trial| async {
    invitations::lay_out(trial).await;
    invitations::release(trial).await;
    trial.run_due().await;
    let text = trial.mails().await[0].text.clone().unwrap();
    let link = text
        .split_whitespace()
        .find_map(|word| {
            word.strip_prefix(trial::BASE_URL)
                .filter(|it| it.contains("/antwort/"))
        })
        .unwrap()
        .to_owned();
    let (_folder, file) = backup_of(trial).await;
    for kind in kinds() {
        let copy = Trial::on(
            restored(&file, kind, Letters::HeldBack(hour()))
                .await
                .unwrap(),
        )
        .await;

        assert_eq!(copy.nobody.get(&link).await.status, 200);
    }
});
