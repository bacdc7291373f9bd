//! What goes wrong stays small: panics, lost connections, requests that are given up.

use std::time::Duration;

use base::Fault;
use store::{Address, Conn, Store};

use crate::both::{both, on_postgres};

fn journal_length(conn: &mut Conn<'_>) -> Result<i64, Fault> {
    conn.count("SELECT COUNT(*) FROM journal", &[])
}

fn strike_jobs(conn: &mut Conn<'_>) -> Result<(), Fault> {
    conn.forget_jobs("story", "x")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_panic_in_a_closure_leaves_the_store_usable() {
    for fresh in both().await {
        let store = fresh.store();
        for _ in 0..6 {
            let read: Result<(), Fault> = store.read(|_| panic!("on purpose")).await;
            assert!(read.is_err());
        }
        let written: Result<(), Fault> = store
            .write(|conn| {
                conn.keep_blob(b"half a change")?;
                panic!("on purpose")
            })
            .await;

        assert!(written.is_err());
        let count = store.write(|conn| conn.count("SELECT COUNT(*) FROM blob", &[]));
        assert_eq!(count.await.unwrap(), 0);
        for _ in 0..6 {
            assert_eq!(store.read(journal_length).await.unwrap(), 0);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_came_back_is_asked_again_without_an_error() {
    for fresh in both()
        .await
        .into_iter()
        .filter(super::both::Fresh::is_postgres)
    {
        let store = fresh.store();
        for _ in 0..8 {
            store.read(journal_length).await.unwrap();
        }
        fresh.past_the_store(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'",
        );

        for _ in 0..8 {
            store.read(journal_length).await.unwrap();
        }
        store.write(strike_jobs).await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_counts_even_when_its_request_was_given_up() {
    for fresh in both().await {
        let store = fresh.store();
        let before = store.generation();
        let (begun, begins) = std::sync::mpsc::channel();
        let (go, going) = std::sync::mpsc::channel::<()>();
        let task = tokio::spawn({
            let store = store.clone();
            async move {
                store
                    .write(move |conn| {
                        begun.send(()).unwrap();
                        going.recv().unwrap();
                        strike_jobs(conn)
                    })
                    .await
            }
        });
        begins.recv().unwrap();
        // This one waits behind the first and goes away before its turn.
        let waiting = tokio::time::timeout(Duration::from_millis(20), {
            store.write(|conn| conn.keep_blob(b"never").map(drop))
        });
        assert!(waiting.await.is_err());
        task.abort();
        assert!(task.await.unwrap_err().is_cancelled());
        go.send(()).unwrap();

        let kept = store.housekeep(|conn| conn.count("SELECT COUNT(*) FROM blob", &[]));
        assert_eq!(kept.await.unwrap(), 0);
        assert_eq!(store.generation(), before + 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_place_that_cannot_be_opened_is_a_fault_each_time() {
    let store = Store::open(&Address::Sqlite("/nowhere/at/all.db".into())).unwrap();

    for _ in 0..2 {
        let fault = store.read(journal_length).await.unwrap_err();
        assert!(fault.whole_story().starts_with("make the SQLite file /"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn faults_on_postgres_never_quote_rows() {
    let Some(fresh) = on_postgres("").await else {
        return;
    };
    let fault = fresh
        .store()
        .write(|conn| {
            conn.exec(
                "INSERT INTO blob (hash, bytes, size) VALUES ($1, $1, NULL)",
                store::params![b"geheim".to_vec()],
            )
        })
        .await
        .unwrap_err();

    let story = fault.whole_story();
    assert!(
        story.contains("violates not-null constraint (23502)"),
        "{story}"
    );
    assert!(!story.contains("Failing row"), "{story}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_way_to_the_server_is_sealed_and_its_certificate_checked() {
    let Ok(authority) = std::env::var("KREIS_TEST_POSTGRES_CA") else {
        assert!(
            std::env::var("CI").is_err(),
            "KREIS_TEST_POSTGRES_CA must name the certificate of the PostgreSQL server"
        );
        eprintln!("SKIPPED: KREIS_TEST_POSTGRES_CA is not set");
        return;
    };
    let query = format!("?sslmode=verify-full&sslrootcert={authority}");
    let Some(fresh) = on_postgres(&query).await else {
        return;
    };
    let store = fresh.store();
    let sealed = store.read(|conn| {
        conn.count(
            "SELECT COUNT(*) FROM pg_stat_ssl WHERE pid = pg_backend_pid() AND ssl",
            &[],
        )
    });
    assert_eq!(sealed.await.unwrap(), 1);

    let Address::Postgres(url) = &fresh.address else {
        panic!("not a server")
    };
    let stranger = url.split('?').next().unwrap().to_owned() + "?sslmode=require";
    let store = Store::open(&Address::Postgres(stranger)).unwrap();
    let fault = store.read(journal_length).await.unwrap_err().whole_story();
    assert!(fault.contains("UnknownIssuer"), "{fault}");
}
