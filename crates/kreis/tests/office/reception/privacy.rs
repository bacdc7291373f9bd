//! What is kept about people at the door: told, forgotten, and for a time only.

use super::*;
use jiff::Timestamp;
use shell::{Going, How, Whom};
use trial::story;

const LIST: &str = "/weimar/termine/2018-01-10-fachtag-zukunft/bescheinigungen";

/// Somebody who came and has a certificate, as the rooms know them again.
async fn certified(trial: &Trial) -> (GatheringId, Whom) {
    let id = day(trial, 5).await;
    let ada = place(trial, id, "Ada Erste").await;
    arrives(trial, ada).await;
    trial.move_to_local("2018-01-10T16:30").await;
    trial.office.post(LIST, form![]).await;
    let network = trial
        .read(|conn| register::network_by_slug(conn, "weimar"))
        .await
        .unwrap();
    let whom = Whom {
        person: Uuid::from_u128(9).into(),
        network: network.id,
        slug: network.slug,
        name: "Ada Erste".to_owned(),
        own_names: vec!["Ada Erste".to_owned()],
        mail: mail_of("Ada Erste"),
        mail_is_own: true,
        account: None,
        account_is_own: false,
    };
    (id, whom)
}

fn holding(trial: &Trial) -> shell::Holding {
    let rooms = &trial.app.rooms;
    let mut all = rooms.iter().flat_map(|it| it.holdings);
    *all.find(|it| it.name == "reception").unwrap()
}

/// Erases, and says what became of it.
async fn erased(trial: &Trial, whom: &Whom, how: How) -> Vec<shell::Erased> {
    let (holding, whom) = (holding(trial), whom.clone());
    trial
        .write(move |conn, moment| Ok((holding.erase)(conn, moment, &whom, how)?))
        .await
        .unwrap()
}

/// Tells, erases, looks, erases again.
async fn forgotten(trial: &Trial, how: How) {
    let (id, whom) = certified(trial).await;
    let asked = (holding(trial), whom.clone());
    let told = trial.read(move |conn| (asked.0.tell)(conn, &asked.1)).await;
    assert_eq!(told.len(), 2, "{told:?}");

    let first = erased(trial, &whom, how).await;
    assert!(first.iter().any(|it| it.count > 0), "{first:?}");
    // That somebody came stays; who it was does not.
    assert_eq!(attending(trial, id).await, [shell::NOBODY]);
    let left = trial
        .read(move |conn| reception::certificates(conn, id))
        .await;
    assert!(left.is_empty());
    let again = erased(trial, &whom, how).await;
    assert!(again.iter().all(|it| it.count == 0), "{again:?}");
}

story!(who_came_is_told_of_it_and_erased, |trial| async {
    forgotten(trial, How::Erase).await;
});

story!(who_came_is_told_of_it_and_unnamed, |trial| async {
    forgotten(trial, How::Anonymise).await;
});

story!(certificates_go_after_their_term, |trial| async {
    let (id, whom) = certified(trial).await;
    let rooms = &trial.app.rooms;
    let mut all = rooms.iter().flat_map(|it| it.retained);
    let kept = *all.find(|it| it.name == "reception-certificates").unwrap();
    let network = whom.network;
    let before = |text: &str| text.parse::<Timestamp>().unwrap();
    let (early, late) = (
        before("2018-01-10T14:00:00Z"),
        before("2018-01-10T16:00:00Z"),
    );

    let none = trial
        .read(move |conn| (kept.due)(conn, network, early, 10))
        .await;
    assert!(none.is_empty());
    let due = trial
        .read(move |conn| (kept.due)(conn, network, late, 10))
        .await;
    assert_eq!(due.len(), 1);
    assert_eq!(due[0].words, "Ada Erste: Fachtag Zukunft");
    let Going::Rows(goes) = kept.going else {
        panic!("rows go one by one");
    };
    let due = due[0].id;
    let gone = trial
        .write(move |conn, _| {
            let kept = goes(conn, network, due, early)?;
            Ok((kept, goes(conn, network, due, late)?))
        })
        .await
        .unwrap();
    assert_eq!(gone, (false, true));
    let left = trial
        .read(move |conn| reception::certificates(conn, id))
        .await;
    assert!(left.is_empty());
});
