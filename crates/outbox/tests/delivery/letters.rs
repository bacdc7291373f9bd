//! What becomes of letters where the mail server does as it should.

use base::Halt;
use base::access::Actor;
use mail::SinkManners;
use outbox::{DELIVER, State, discard, lay_out, letters_about, send_again, send_now};
use trial::DbKind;

use crate::house::{House, chosen, story, tell};

const POLITE: fn() -> Option<SinkManners> = || Some(SinkManners::default());

story!(
    a_letter_sent_now_arrives_once_under_the_office_name,
    POLITE(),
    |house| {
        let id = house
            .with_letter(("one", "leitung@example.com"), send_now)
            .await;

        assert_eq!(house.run_due().await, 1);
        assert_eq!(house.run_due().await, 0);

        let mails = house.taken();
        assert_eq!(mails.len(), 1);
        let mail = &mails[0];
        assert_eq!(mail.message_id, Some(format!("{id}@example.org")));
        assert_eq!(mail.from[0].name.as_deref(), Some("Kreis A"));
        assert_eq!(mail.from[0].address, "post@example.org");
        assert_eq!(mail.reply_to[0].address, "buero@example.net");
        assert_eq!(mail.subject, "About one");
        let letter = house.letter(id).await;
        assert_eq!(letter.state, State::Sent);
        assert!(letter.answer.starts_with("250"), "{}", letter.answer);
        assert_eq!(house.jobs().await, 0);
    }
);

story!(two_jobs_for_one_letter_send_it_once, POLITE(), |house| {
    let id = house
        .with_letter(("one", "leitung@example.com"), send_now)
        .await;
    let entered = house.act(move |conn, moment| {
        let (kind, subject, due) = (DELIVER, &id.to_string(), moment.now());
        conn.later(moment, &store::Job { kind, subject, due })
    });
    entered.await.unwrap();

    tokio::join!(house.run_due(), house.run_due());

    assert_eq!(house.taken().len(), 1);
});

story!(
    letters_to_many_wait_until_they_are_released_as_seen,
    POLITE(),
    |house| {
        for address in ["a@example.com", "b@example.com"] {
            house.with_letter(("many", address), lay_out).await;
        }
        house.run_due().await;
        assert_eq!(house.taken().len(), 0);

        assert!(matches!(house.release(1).await, Err(Halt::Stale)));
        assert_eq!(house.release(2).await.unwrap(), 2);
        assert!(matches!(house.release(2).await, Err(Halt::Stale)));

        house.run_due().await;
        assert_eq!(house.taken().len(), 2);
    }
);

story!(discarded_letters_never_go, POLITE(), |house| {
    let id = house.with_letter(("many", "a@example.com"), lay_out).await;
    let who = (Actor::default(), house.network);
    let discarded =
        house.act(move |conn, moment| discard(conn, moment, (&who.0, who.1), &chosen(1)));
    discarded.await.unwrap();

    assert!(house.release(1).await.is_err());
    house.run_due().await;

    assert_eq!(house.letter(id).await.state, State::Withdrawn);
    assert_eq!(house.taken().len(), 0);
});

story!(
    what_has_passed_away_is_withdrawn_and_what_breaks_is_tried_again,
    POLITE(),
    |house| {
        let gone = house.with_letter(("gone", "a@example.com"), send_now).await;
        let broken = house
            .with_letter(("broken", "a@example.com"), send_now)
            .await;
        let torn = house.with_letter(("torn", "a@example.com"), send_now).await;

        house.run_due().await;

        assert_eq!(house.letter(gone).await.state, State::Withdrawn);
        for id in [broken, torn] {
            let letter = house.letter(id).await;
            assert_eq!((letter.state, letter.attempts), (State::Queued, 1));
            assert_eq!(letter.answer, "outbox-answer-unwritten");
        }
        assert_eq!(house.taken().len(), 0);
    }
);

story!(an_impossible_address_fails_at_once, POLITE(), |house| {
    let id = house
        .with_letter(("one", "leitung@@example"), send_now)
        .await;

    house.run_due().await;

    assert_eq!(house.letter(id).await.state, State::Failed);
    assert_eq!(house.jobs().await, 0);
});

story!(
    a_preview_writes_the_letter_and_keeps_nothing,
    POLITE(),
    |house| {
        let id = house.with_letter(("one", "a@example.com"), lay_out).await;
        let letter = house.letter(id).await;

        let content = outbox::written(&house.app, letter.clone()).await.unwrap();

        assert_eq!(content.unwrap().subject, "About one");
        assert_eq!(house.count("SELECT COUNT(*) FROM written").await, 0);
        assert_eq!(house.letter(id).await, letter);
        house.run_due().await;
        assert_eq!(house.taken().len(), 0);
    }
);

story!(
    a_letter_that_went_out_goes_again_under_a_new_id,
    POLITE(),
    |house| {
        let id = house.with_letter(("one", "a@example.com"), send_now).await;
        house.run_due().await;
        let again = house.act(move |conn, moment| send_again(conn, moment, id, "Geschäftsstelle"));
        let again = again.await.unwrap();
        house.run_due().await;

        assert_ne!(again, id);
        assert_eq!(house.taken().len(), 2);
        let about = house.act(|conn, _| letters_about(conn, "tested.greeting", "one"));
        let states: Vec<_> = about.await.unwrap().iter().map(|it| it.state).collect();
        assert_eq!(states, [State::Sent, State::Sent]);
    }
);
