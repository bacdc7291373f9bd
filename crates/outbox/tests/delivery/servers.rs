//! What becomes of letters where the mail server is slow, refuses, breaks off or is not there.

use std::time::Duration;

use base::Lang;
use mail::SinkManners;
use outbox::{State, lay_out, send_again, send_now};
use trial::DbKind;

use crate::house::{House, story, tell};

fn like(change: impl FnOnce(&mut SinkManners)) -> SinkManners {
    let mut manners = SinkManners::default();
    change(&mut manners);
    manners
}

story!(
    letters_wait_for_a_server_that_is_down_and_go_once_it_is_back,
    None,
    |house| {
        let mut ids = Vec::new();
        for address in ["a@example.com", "b@example.com"] {
            ids.push(house.with_letter(("many", address), lay_out).await);
        }
        house.release(2).await.unwrap();

        for tries in 1..=3 {
            assert_eq!(house.run_due().await, 2);
            // They wait: at the same hour nothing is due any more.
            assert_eq!(house.run_due().await, 0);
            for id in &ids {
                let letter = house.letter(*id).await;
                assert_eq!((letter.state, letter.attempts), (State::Queued, tries));
                let says = |lang| house.app.phrases.say(lang, &letter.answer).to_owned();
                assert_eq!(says(Lang::De), "Der Mailserver war nicht erreichbar.");
                assert_eq!(says(Lang::En), "The mail server could not be reached.");
            }
            house.run_due_and_wait(Duration::from_hours(1)).await;
        }

        house.server_comes_up(SinkManners::default());
        house.run_due().await;

        assert_eq!(house.taken().len(), 2);
        for id in ids {
            assert_eq!(house.letter(id).await.state, State::Sent);
        }
        assert_eq!(house.jobs().await, 0);
    }
);

story!(
    a_refused_recipient_fails_alone_and_says_why,
    Some(like(
        |it| it.refused_recipients = ["b@example.com".to_owned()].into()
    )),
    |house| {
        let mut ids = Vec::new();
        for address in ["a@example.com", "b@example.com", "c@example.com"] {
            ids.push(house.with_letter(("many", address), lay_out).await);
        }
        house.release(3).await.unwrap();

        house.run_due().await;

        assert_eq!(house.taken().len(), 2);
        let failed = house.letter(ids[1]).await;
        assert_eq!(failed.state, State::Failed);
        assert!(failed.answer.starts_with("550"), "{}", failed.answer);
    }
);

story!(
    an_address_refused_three_times_at_the_door_is_paused,
    Some(like(
        |it| it.refused_recipients = ["weg@example.com".to_owned()].into()
    )),
    |house| {
        for times in 1..=3 {
            house
                .with_letter(("many", "Weg@example.com"), send_now)
                .await;
            house.run_due().await;
            let health = house.health("weg@example.com").await.unwrap();
            assert_eq!((health.hard, health.soft), (times, 0));
            assert_eq!(health.status, "5.1.1");
            assert_eq!(health.paused_at.is_some(), times == 3);
        }
        let last = house
            .with_letter(("many", "weg@example.com"), send_now)
            .await;

        house.run_due().await;

        let last = house.letter(last).await;
        assert_eq!(last.state, State::Failed);
        assert_eq!(last.answer, "outbox-answer-paused");
        assert_eq!(house.health("weg@example.com").await.unwrap().hard, 3);
    }
);

story!(
    a_letter_refused_again_counts_once_against_its_address,
    Some(like(
        |it| it.refused_recipients = ["weg@example.com".to_owned()].into()
    )),
    |house| {
        let id = house
            .with_letter(("one", "weg@example.com"), send_now)
            .await;
        house.run_due().await;

        let again = house.act(move |conn, moment| send_again(conn, moment, id, "Geschäftsstelle"));
        again.await.unwrap();
        house.run_due().await;

        assert_eq!(house.letter(id).await.state, State::Failed);
        assert_eq!(house.health("weg@example.com").await.unwrap().hard, 1);
    }
);

story!(
    what_a_policy_refuses_says_nothing_about_the_address,
    Some(like(|it| {
        it.barred_recipients = ["streng@example.com".to_owned()].into();
        it.size_limit = 100;
    })),
    |house| {
        let policy = house
            .with_letter(("one", "streng@example.com"), send_now)
            .await;
        let large = house
            .with_letter(("two", "leitung@example.com"), send_now)
            .await;

        house.run_due().await;

        for (id, address) in [
            (policy, "streng@example.com"),
            (large, "leitung@example.com"),
        ] {
            assert_eq!(house.letter(id).await.state, State::Failed, "{address}");
            assert_eq!(house.health(address).await, None, "{address}");
        }
    }
);

story!(
    a_letter_outlives_a_server_that_puts_it_off,
    Some(like(|it| it.try_later = 2)),
    |house| {
        let id = house
            .with_letter(("one", "leitung@example.com"), send_now)
            .await;

        let mut rounds = 0;
        while house.letter(id).await.state == State::Queued && rounds < 10 {
            house.run_due_and_wait(Duration::from_mins(10)).await;
            rounds += 1;
        }

        assert_eq!((rounds, house.taken().len()), (3, 1));
        assert_eq!(house.letter(id).await.state, State::Sent);
    }
);

story!(
    a_letter_is_given_up_after_the_last_wait_and_can_be_sent_again,
    Some(like(|it| it.try_later = 8)),
    |house| {
        let id = house
            .with_letter(("one", "leitung@example.com"), send_now)
            .await;
        for _ in 0..8 {
            house.run_due_and_wait(Duration::from_hours(25)).await;
        }
        let failed = house.letter(id).await;
        assert_eq!(failed.state, State::Failed);
        assert!(failed.answer.contains("451"), "{}", failed.answer);

        let again = house.act(move |conn, moment| send_again(conn, moment, id, "Geschäftsstelle"));
        let again = again.await.unwrap();
        house.run_due().await;

        assert_eq!(again, id);
        assert_eq!(house.letter(id).await.state, State::Sent);
        assert_eq!(house.taken().len(), 1);
    }
);

story!(
    a_lost_receipt_repeats_the_letter_under_the_same_message_id,
    Some(like(|it| it.hang_up_after_data = 1)),
    |house| {
        let id = house
            .with_letter(("one", "leitung@example.com"), send_now)
            .await;
        house.run_due_and_wait(Duration::from_mins(2)).await;
        assert_eq!(house.letter(id).await.answer, "outbox-answer-broken");
        house.run_due().await;

        assert_eq!(house.letter(id).await.state, State::Sent);
        let mails = house.taken();
        assert!(!mails.is_empty());
        let own = Some(format!("{id}@example.org"));
        assert!(mails.iter().all(|mail| mail.message_id == own));
    }
);

story!(
    a_slow_server_leaves_the_letter_in_the_queue,
    Some(like(|it| it.answer_delay = Duration::from_secs(3))),
    |house| {
        let id = house
            .with_letter(("one", "leitung@example.com"), send_now)
            .await;

        house.run_due().await;

        let letter = house.letter(id).await;
        assert_eq!((letter.state, letter.attempts), (State::Queued, 1));
        assert_eq!(letter.answer, "outbox-answer-slow");
    }
);
