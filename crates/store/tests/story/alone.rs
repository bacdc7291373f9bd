//! One process at a time: who comes second waits for nothing, and a lost claim stops all writes.

use base::Fault;
use store::Store;

use crate::both::{Fresh, both, on_postgres};

/// The session that holds the claim ends, as when a server is restarted.
const CUT_OFF: &str = "SELECT pg_terminate_backend(pid) FROM pg_locks
    WHERE locktype = 'advisory' AND granted
        AND database = (SELECT oid FROM pg_database WHERE datname = '{name}')";

/// Until somebody stands in the queue for the claim.
const UNTIL_ONE_WAITS: &str = "DO $$ BEGIN
    WHILE NOT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
        AND database = (SELECT oid FROM pg_database WHERE datname = '{name}'))
    LOOP PERFORM pg_sleep(0.01); END LOOP; END $$";

async fn alone(fresh: &Fresh) -> Option<Store> {
    Store::open_alone(&fresh.address).await.unwrap()
}

async fn write(store: &Store) -> Result<(), Fault> {
    store
        .write(|conn| conn.keep_blob(b"a change").map(drop))
        .await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_second_is_turned_away_until_the_first_is_gone() {
    for fresh in both().await {
        let first = alone(&fresh).await.unwrap();

        assert!(alone(&fresh).await.is_none());
        write(&first).await.unwrap();
        // Who does not ask to be alone works beside the first, and waits for its turns.
        write(&fresh.store()).await.unwrap();
        drop(first);
        assert!(alone(&fresh).await.is_some());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_that_broke_is_replaced_by_one_with_the_same_claim() {
    let Some(fresh) = on_postgres("").await else {
        return;
    };
    let first = alone(&fresh).await.unwrap();
    let before = first.generation();

    fresh.past_the_store(CUT_OFF);
    first.housekeep(|_| Ok::<_, Fault>(())).await.unwrap();
    assert!(alone(&fresh).await.is_none());
    // Somebody else may have changed what our pages show.
    assert!(first.generation() > before);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_lost_the_database_hears_of_it_and_writes_no_more() {
    let Some(fresh) = on_postgres("").await else {
        return;
    };
    let first = alone(&fresh).await.unwrap();
    let second = tokio::spawn({
        let address = fresh.address.clone();
        async move { Store::open_alone(&address).await }
    });

    fresh.past_the_store(UNTIL_ONE_WAITS);
    fresh.past_the_store(CUT_OFF);
    let second = second.await.unwrap().unwrap().unwrap();
    first.taken_away().await;
    assert!(write(&first).await.is_err());
    write(&second).await.unwrap();
}
