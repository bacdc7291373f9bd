//! Kept pages: the same bytes until something is written, and never an old state after it.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::house::house;

fn number(body: &str) -> u64 {
    let (_, rest) = body.split_once("board=").unwrap();
    rest.trim_end_matches('.').parse().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_is_painted_once_until_something_is_written() {
    let house = house().await;

    let first = house.ask("GET /weimar", &[]).await;
    let second = house.ask("GET /weimar", &[]).await;
    assert_eq!(
        (&first.body, &first.headers),
        (&second.body, &second.headers)
    );
    assert_eq!(first.header("cache-control"), "no-cache");
    assert_eq!(house.painted(), 1);

    let tag = first.header("etag");
    for known in [
        tag,
        tag.trim_start_matches("W/"),
        "*",
        &format!("\"a\", {tag}"),
    ] {
        let same = house.ask("GET /weimar", &[("if-none-match", known)]).await;
        assert_eq!((same.status, same.body.as_str()), (304, ""), "{known}");
        assert_eq!(same.header("etag"), tag);
    }
    let other = house
        .ask("GET /weimar", &[("if-none-match", "\"a\"")])
        .await;
    assert_eq!(other.status, 200);
    assert_eq!(house.painted(), 1);

    assert_ne!(house.ask("GET /en/weimar", &[]).await.body, first.body);
    assert_eq!(house.painted(), 2);

    house.write("7".to_owned()).await;
    let third = house.ask("GET /weimar", &[("if-none-match", tag)]).await;
    assert_eq!((third.status, number(&third.body)), (200, 7));
    assert_ne!(third.header("etag"), tag);
    assert_eq!(house.painted(), 3);

    house
        .app
        .clock
        .move_to("2017-12-07T23:30:00Z".parse().unwrap());
    assert!(
        house
            .ask("GET /weimar", &[])
            .await
            .body
            .contains("2017-12-08")
    );
    assert_eq!(house.painted(), 4);

    let cookie = ("cookie", "kreis_session=office");
    for _ in 0..2 {
        let own = house
            .ask("GET /weimar", &[cookie, ("if-none-match", "*")])
            .await;
        assert_eq!((own.status, own.header("cache-control")), (200, "no-store"));
        assert!(own.body.contains("office"));
    }
    assert!(!house.ask("GET /weimar", &[]).await.body.contains("office"));
    assert_eq!(house.painted(), 6);

    let endless = format!("GET /weimar?{}", "x".repeat(400));
    for _ in 0..2 {
        assert_eq!(house.ask(&endless, &[]).await.status, 200);
    }
    assert_eq!(house.painted(), 8);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_is_compressed_once_for_all_who_unpack_alike() {
    let house = house().await;
    let gzip = [("accept-encoding", "gzip")];
    house.write("worth compressing ".repeat(20)).await;

    let first = house.ask("GET /weimar", &gzip).await;
    let second = house.ask("GET /weimar", &gzip).await;
    assert_eq!(first.header("content-encoding"), "gzip");
    assert_eq!(
        (&first.body, &first.headers),
        (&second.body, &second.headers)
    );
    assert_eq!(house.painted(), 1);

    let plain = house.ask("GET /weimar", &[]).await;
    assert!(!plain.headers.contains_key("content-encoding"));
    assert!(plain.body.contains("board="));
    assert_eq!(house.painted(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_sees_less_than_what_was_written_before_they_asked() {
    let house = Arc::new(house().await);
    let written = Arc::new(AtomicU64::new(0));
    let readers: Vec<_> = (0..4)
        .map(|_| {
            let (house, written) = (house.clone(), written.clone());
            tokio::spawn(async move {
                for _ in 0..150 {
                    let least = written.load(Ordering::SeqCst);
                    let seen = number(&house.ask("GET /", &[]).await.body);
                    assert!(seen >= least, "{seen} after {least}");
                }
            })
        })
        .collect();
    for count in 1..=100 {
        house.write(count.to_string()).await;
        written.store(count, Ordering::SeqCst);
    }
    for reader in readers {
        reader.await.unwrap();
    }

    assert_eq!(number(&house.ask("GET /", &[]).await.body), 100);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_crowd_at_the_door_has_a_page_painted_once() {
    let house = house().await;
    for round in 1..=5 {
        house.write(round.to_string()).await;

        let crowd = (0..40).map(|_| house.ask("GET /weimar", &[]));
        for answer in futures_util::future::join_all(crowd).await {
            assert_eq!((answer.status, number(&answer.body)), (200, round));
        }

        assert_eq!(house.painted(), usize::try_from(round).unwrap());
    }
}
