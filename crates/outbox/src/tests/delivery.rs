//! Letters on their way: once, again, never.

use std::time::Duration;

use base::Halt;
use base::access::Actor;
use mail::SinkManners;

use super::House;
use crate::{About, Chosen, State, discard, lay_out, letters_about, release, send_again, send_now};

fn chosen(count: i64) -> Chosen {
    Chosen {
        kind: "tested.greeting".to_owned(),
        about: About::on("Frühjahrstagung", jiff::civil::date(2017, 3, 1)),
        count,
    }
}

async fn released(house: &House, count: i64) -> Result<usize, Halt> {
    let (mut moment, network) = (house.app.moment(), house.network);
    let store = &house.app.store;
    store
        .write(move |conn| {
            let office = Actor::default();
            release(conn, &mut moment, (&office, network), &chosen(count))
        })
        .await
}

#[tokio::test]
async fn a_letter_sent_now_arrives_once_under_the_office_name() {
    let mut house = House::open(SinkManners::default()).await;
    let id = house
        .with_letter(("one", "leitung@example.com"), send_now)
        .await;

    shell::run_due(&house.app).await.unwrap();
    shell::run_due(&house.app).await.unwrap();

    let mails = house.taken();
    assert_eq!(mails.len(), 1);
    let mail = mail::read(&mails[0].raw).unwrap();
    assert_eq!(mail.message_id, Some(format!("{id}@example.org")));
    assert_eq!(mail.from[0].name.as_deref(), Some("Kreis A"));
    assert_eq!(mail.from[0].address, "post@example.org");
    assert_eq!(mail.reply_to[0].address, "buero@example.net");
    assert_eq!(mail.subject, "About one");
    let letter = house.letter(id).await;
    assert_eq!(letter.state, State::Sent);
    assert!(letter.answer.starts_with("250"), "{}", letter.answer);
}

#[tokio::test]
async fn a_job_that_runs_twice_sends_once() {
    let mut house = House::open(SinkManners::default()).await;
    let id = house
        .with_letter(("one", "leitung@example.com"), send_now)
        .await;
    let mut moment = house.app.moment();
    let subject = id.to_string();
    house
        .app
        .store
        .write(move |conn| {
            let due = moment.now();
            let kind = crate::DELIVER;
            let subject = &subject;
            conn.later(&mut moment, &store::Job { kind, subject, due })
        })
        .await
        .unwrap();

    let (one, other) = tokio::join!(shell::run_due(&house.app), shell::run_due(&house.app));
    one.unwrap();
    other.unwrap();

    assert_eq!(house.taken().len(), 1);
}

#[tokio::test]
async fn letters_to_many_wait_until_they_are_released_as_seen() {
    let mut house = House::open(SinkManners::default()).await;
    for address in ["a@example.com", "b@example.com"] {
        house.with_letter(("many", address), lay_out).await;
    }
    shell::run_due(&house.app).await.unwrap();
    assert_eq!(house.taken().len(), 0);

    assert!(matches!(released(&house, 1).await, Err(Halt::Stale)));
    assert_eq!(released(&house, 2).await.unwrap(), 2);
    assert!(matches!(released(&house, 2).await, Err(Halt::Stale)));

    shell::run_due(&house.app).await.unwrap();
    assert_eq!(house.taken().len(), 2);
}

#[tokio::test]
async fn discarded_letters_never_go() {
    let mut house = House::open(SinkManners::default()).await;
    let id = house.with_letter(("many", "a@example.com"), lay_out).await;
    let (mut moment, network) = (house.app.moment(), house.network);
    house
        .app
        .store
        .write(move |conn| discard(conn, &mut moment, (&Actor::default(), network), &chosen(1)))
        .await
        .unwrap();

    assert!(released(&house, 1).await.is_err());
    shell::run_due(&house.app).await.unwrap();

    assert_eq!(house.letter(id).await.state, State::Withdrawn);
    assert_eq!(house.taken().len(), 0);
}

#[tokio::test]
async fn a_refused_recipient_fails_alone_and_says_why() {
    let manners = SinkManners {
        refused_recipients: ["b@example.com".to_owned()].into(),
        ..SinkManners::default()
    };
    let mut house = House::open(manners).await;
    let mut ids = Vec::new();
    for address in ["a@example.com", "b@example.com", "c@example.com"] {
        ids.push(house.with_letter(("many", address), lay_out).await);
    }
    released(&house, 3).await.unwrap();

    shell::run_due(&house.app).await.unwrap();

    assert_eq!(house.taken().len(), 2);
    let failed = house.letter(ids[1]).await;
    assert_eq!(failed.state, State::Failed);
    assert!(failed.answer.starts_with("550"), "{}", failed.answer);
}

#[tokio::test]
async fn a_letter_outlives_a_mail_server_that_is_down_for_a_while() {
    let manners = SinkManners {
        try_later: 2,
        ..SinkManners::default()
    };
    let mut house = House::open(manners).await;
    let id = house
        .with_letter(("one", "leitung@example.com"), send_now)
        .await;

    let mut rounds = 0;
    while house.letter(id).await.state == State::Queued && rounds < 10 {
        shell::run_due(&house.app).await.unwrap();
        let later = house.app.clock.now() + Duration::from_mins(10);
        house.app.clock.move_to(later);
        rounds += 1;
    }

    assert_eq!((rounds, house.taken().len()), (3, 1));
    assert_eq!(house.letter(id).await.state, State::Sent);
}

#[tokio::test]
async fn a_letter_is_given_up_after_the_last_wait_and_can_be_sent_again() {
    let manners = SinkManners {
        try_later: 8,
        ..SinkManners::default()
    };
    let mut house = House::open(manners).await;
    let id = house
        .with_letter(("one", "leitung@example.com"), send_now)
        .await;
    for _ in 0..8 {
        shell::run_due(&house.app).await.unwrap();
        let later = house.app.clock.now() + Duration::from_hours(25);
        house.app.clock.move_to(later);
    }
    let failed = house.letter(id).await;
    assert_eq!(failed.state, State::Failed);
    assert!(failed.answer.contains("451"), "{}", failed.answer);

    let mut moment = house.app.moment();
    let again = house
        .app
        .store
        .write(move |conn| send_again(conn, &mut moment, id, "Geschäftsstelle"))
        .await
        .unwrap();
    shell::run_due(&house.app).await.unwrap();

    assert_eq!(again, id);
    assert_eq!(house.letter(id).await.state, State::Sent);
    assert_eq!(house.taken().len(), 1);
}

#[tokio::test]
async fn a_lost_receipt_repeats_the_letter_under_the_same_message_id() {
    let manners = SinkManners {
        hang_up_after_data: 1,
        ..SinkManners::default()
    };
    let mut house = House::open(manners).await;
    let id = house
        .with_letter(("one", "leitung@example.com"), send_now)
        .await;
    for _ in 0..2 {
        shell::run_due(&house.app).await.unwrap();
        let later = house.app.clock.now() + Duration::from_mins(2);
        house.app.clock.move_to(later);
    }

    assert_eq!(house.letter(id).await.state, State::Sent);
    let ids: Vec<_> = house
        .taken()
        .iter()
        .filter_map(|mail| mail::read(&mail.raw)?.message_id)
        .collect();
    assert!(!ids.is_empty());
    assert!(ids.iter().all(|it| *it == format!("{id}@example.org")));
}

#[tokio::test]
async fn a_slow_server_leaves_the_letter_in_the_queue() {
    let manners = SinkManners {
        answer_delay: Duration::from_secs(3),
        ..SinkManners::default()
    };
    let house = House::open(manners).await;
    let id = house
        .with_letter(("one", "leitung@example.com"), send_now)
        .await;

    shell::run_due(&house.app).await.unwrap();

    let letter = house.letter(id).await;
    assert_eq!((letter.state, letter.attempts), (State::Queued, 1));
    assert!(letter.answer.contains("timed out"), "{}", letter.answer);
}

#[tokio::test]
async fn what_has_passed_away_is_withdrawn_and_what_breaks_is_tried_again() {
    let house = House::open(SinkManners::default()).await;
    let gone = house.with_letter(("gone", "a@example.com"), send_now).await;
    let broken = house
        .with_letter(("broken", "a@example.com"), send_now)
        .await;

    shell::run_due(&house.app).await.unwrap();

    assert_eq!(house.letter(gone).await.state, State::Withdrawn);
    let broken = house.letter(broken).await;
    assert_eq!((broken.state, broken.attempts), (State::Queued, 1));
    assert_eq!(broken.answer, "outbox-answer-unwritten");
}

#[tokio::test]
async fn an_impossible_address_fails_at_once() {
    let house = House::open(SinkManners::default()).await;
    let id = house
        .with_letter(("one", "leitung@@example"), send_now)
        .await;

    shell::run_due(&house.app).await.unwrap();

    assert_eq!(house.letter(id).await.state, State::Failed);
}

#[tokio::test]
async fn a_preview_writes_the_letter_and_keeps_nothing() {
    let mut house = House::open(SinkManners::default()).await;
    let id = house.with_letter(("one", "a@example.com"), lay_out).await;
    let letter = house.letter(id).await;

    let content = crate::written(&house.app, letter.clone()).await.unwrap();

    assert_eq!(content.unwrap().subject, "About one");
    assert_eq!(house.written().await, 0);
    assert_eq!(house.letter(id).await, letter);
    shell::run_due(&house.app).await.unwrap();
    assert_eq!(house.taken().len(), 0);
}

#[tokio::test]
async fn a_letter_that_went_out_goes_again_under_a_new_id() {
    let mut house = House::open(SinkManners::default()).await;
    let id = house.with_letter(("one", "a@example.com"), send_now).await;
    shell::run_due(&house.app).await.unwrap();
    let mut moment = house.app.moment();
    let again = house
        .app
        .store
        .write(move |conn| send_again(conn, &mut moment, id, "Geschäftsstelle"))
        .await
        .unwrap();
    shell::run_due(&house.app).await.unwrap();

    assert_ne!(again, id);
    assert_eq!(house.taken().len(), 2);
    let states = house
        .app
        .store
        .read(|conn| letters_about(conn, "tested.greeting", "one"))
        .await
        .unwrap();
    assert_eq!(states.len(), 2);
    assert!(states.iter().all(|it| it.state == State::Sent));
    house.sink.stop().await;
}
