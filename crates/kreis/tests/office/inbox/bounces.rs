//! Letters that come back.

use super::shapes::{answer, prose, report, report_with_head};
use super::*;

/// Three more letters to the first guest.
async fn letters(trial: &Trial) -> (String, Vec<String>) {
    let mails = invited(trial).await;
    let guest = to(&mails[0]);
    let id = id_of(&invitation(trial, &guest).await);
    let again = format!("{PAGE}/einladung/gast/{id}/erneut");
    for _ in 0..2 {
        let sent = trial.office.post(&again, form![]).await;
        assert_eq!(sent.status, 303, "{}", sent.text());
        trial.run_due().await;
    }
    let all = trial.mails().await;
    let ids = all.iter().filter(|mail| to(mail) == guest).map(message_id);
    (guest.clone(), ids.collect())
}

const QUIET: Taken = Taken::New(Kind::Bounce, State::Quiet);

story!(
    three_letters_back_for_good_pause_an_address_until_it_is_freed,
    |trial| async {
        let (guest, ids) = letters(trial).await;
        let raws = [
            report(&guest, &ids[0], "5.1.1", "b1@post.example"),
            report_with_head(&guest, &ids[1], "5.1.10", "b2@haus.example"),
            prose(&guest, &ids[2], "b3@alt.example"),
        ];
        for raw in raws {
            assert_eq!(arrives(trial, raw).await, QUIET);
        }

        let start = trial.office.get("/weimar/intern").await;
        assert!(start.has("Eine Adresse ist angehalten"));
        let inbox = trial.office.get("/weimar/posteingang").await;
        assert!(inbox.has(&guest) && inbox.has("Adresse wieder freigeben"));
        let person = inbox.links();
        let person = person.iter().find(|(_, href)| href.contains("/personen/"));
        let person = person.unwrap().1.clone();
        let page = trial.office.get(&person).await;
        assert!(page.has("An diese Adresse geht nichts"));
        assert!(
            !trial
                .member
                .get(&person)
                .await
                .has("An diese Adresse geht nichts")
        );

        // No letter goes there any more.
        let before = trial.mails().await.len();
        let id = id_of(&invitation(trial, &guest).await);
        let again = format!("{PAGE}/einladung/gast/{id}/erneut");
        trial.office.post(&again, form![]).await;
        trial.run_due().await;
        assert_eq!(trial.mails().await.len(), before);
        let outbox = trial.office.get("/weimar/postausgang").await;
        assert!(outbox.has("An diese Adresse geht zurzeit nichts"));

        let free = form![("address", guest)];
        let freed = trial
            .office
            .post("/weimar/posteingang/freigabe", free)
            .await;
        assert_eq!(freed.status, 303, "{}", freed.text());
        trial.office.post(&again, form![]).await;
        trial.run_due().await;
        assert_eq!(trial.mails().await.len(), before + 1);
    }
);

story!(
    a_bounce_counts_once_and_only_for_a_letter_of_ours,
    |trial| async {
        let (guest, ids) = letters(trial).await;
        // The same letter three times, under other ids of the reports.
        for number in 0..3 {
            let id = format!("b{number}@post.example");
            arrives(trial, report(&guest, &ids[0], "5.1.1", &id)).await;
        }
        // Letters that nobody here wrote.
        for number in 0..3 {
            let made_up = format!("0198c0de-0000-7000-8000-00000000000{number}@kreis.example");
            let id = format!("c{number}@post.example");
            let taken = arrives(trial, report(&guest, &made_up, "5.1.1", &id)).await;
            assert_eq!(taken, Taken::New(Kind::Bounce, State::Open));
        }

        let health = trial
            .read(move |conn| outbox::health(conn, &guest))
            .await
            .unwrap();
        assert_eq!((health.hard, health.soft, health.paused_at), (1, 0, None));
        assert_eq!(health.status, "5.1.1");
    }
);

story!(
    soft_bounces_never_pause_and_a_living_address_begins_anew,
    |trial| async {
        let (guest, ids) = letters(trial).await;
        for (number, id) in ids.iter().enumerate() {
            let report_id = format!("b{number}@post.example");
            arrives(trial, report(&guest, id, "4.2.2", &report_id)).await;
        }
        let address = guest.clone();
        let health = trial
            .read(move |conn| outbox::health(conn, &address))
            .await
            .unwrap();
        assert_eq!((health.hard, health.soft, health.paused_at), (0, 3, None));

        arrives(
            trial,
            answer(&guest, &ids[0], "Ich bin wieder da.", "a1@haus.example"),
        )
        .await;

        let health = trial
            .read(move |conn| outbox::health(conn, &guest))
            .await
            .unwrap();
        assert_eq!((health.hard, health.soft), (0, 0));
    }
);
