//! Many at once, over HTTP: the last places go to exactly as many, and nobody is lost.

use std::net::SocketAddr;

use super::*;
use tokio::task::JoinSet;
use trial::{Visitor, story};

/// How many press the button in the same moment.
const MANY: usize = 40;

/// The program on a port of the loopback.
pub(super) async fn served(trial: &Trial) -> SocketAddr {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let router = shell::open(&trial.app);
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    tokio::spawn(async move { axum::serve(listener, service).await });
    address
}

/// Posts forms, all at once; the statuses.
pub(super) async fn all_at_once(address: SocketAddr, posts: Vec<(String, Fields)>) -> Vec<u16> {
    let mut running = JoinSet::new();
    for (path, fields) in posts {
        let browser = Visitor::of(address);
        running.spawn(async move { browser.post(&path, fields).await.status });
    }
    running.join_all().await
}

story!(forty_at_once_for_the_last_three_places, |trial| async {
    desk(trial, "3").await;
    let address = served(trial).await;
    let mut posts = Vec::new();
    for number in 0..MANY {
        let fields = typed(trial, PAGE, &format!("Gast Nummer {number}")).await;
        // Some press twice.
        let times = if number % 8 == 0 { 2 } else { 1 };
        for _ in 0..times {
            posts.push((format!("{PAGE}/anmeldung"), fields.clone()));
        }
    }

    let statuses = all_at_once(address, posts).await;

    assert!(statuses.iter().all(|it| *it == 303), "{statuses:?}");
    in_order(trial).await;
    assert_eq!(
        registrations(trial).await,
        40,
        "nobody is lost or there twice"
    );
    assert_eq!(places(trial, "t.holds = TRUE").await, 3);

    trial.run_due().await;
    let links: Vec<_> = trial.mails().await.iter().map(link).collect();
    assert_eq!(links.len(), MANY);
    let confirmations = links
        .iter()
        .map(|own| (format!("{own}/bestaetigung"), form![]))
        .collect();
    let statuses = all_at_once(address, confirmations).await;
    assert!(statuses.iter().all(|it| *it == 303), "{statuses:?}");
    in_order(trial).await;
    assert_eq!(places(trial, "t.state = 'confirmed'").await, 3);
    for number in 1..=37 {
        let there = format!("t.state = 'waiting' AND t.line_no = {number}");
        assert_eq!(
            places(trial, &there).await,
            1,
            "number {number} of the line"
        );
    }
});

story!(
    many_move_at_once_and_every_place_stays_one_place,
    |trial| async {
        conferences(trial).await;
        opened(trial, NORTH, settings("6")).await;
        let address = served(trial).await;
        let mut owns = Vec::new();
        for number in 0..6 {
            owns.push(registered(trial, NORTH, &format!("Nord Nummer {number}")).await);
        }
        for number in 0..3 {
            registered(trial, SOUTH, &format!("Süd Nummer {number}")).await;
        }
        let south = date_of(trial, SOUTH).await;
        let posts = owns
            .iter()
            .map(|own| (format!("{own}/umbuchung"), form![("gathering", south)]))
            .collect();

        let mut statuses = all_at_once(address, posts).await;

        statuses.sort_unstable();
        assert_eq!(statuses, [303, 303, 303, 422, 422, 422]);
        in_order(trial).await;
        assert_eq!(
            places(trial, "t.state = 'confirmed'").await,
            9,
            "nobody lost a place"
        );
    }
);
