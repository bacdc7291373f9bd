//! Changes that wait at the same time become durable together, and fail each for itself.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, mpsc};
use std::time::Duration;

use base::Fault;
use store::{Conn, Store};
use tokio::task::JoinHandle;

use crate::both::{Fresh, both};

type Written = JoinHandle<Result<(), Fault>>;

/// Keeps the writer busy until it is let go, so that what comes meanwhile waits together.
fn busy(store: &Store) -> mpsc::Sender<()> {
    let (begun, begins) = mpsc::channel();
    let (go, going) = mpsc::channel::<()>();
    drop(write(store, move |_| {
        begun.send(()).unwrap();
        going.recv_timeout(Duration::from_secs(30)).ok();
        Ok(())
    }));
    begins.recv().unwrap();
    go
}

fn write(
    store: &Store,
    work: impl FnOnce(&mut Conn<'_>) -> Result<(), Fault> + Send + 'static,
) -> Written {
    let store = store.clone();
    tokio::spawn(async move { store.write(work).await })
}

async fn blobs(store: &Store) -> i64 {
    store
        .read(|conn| conn.count("SELECT COUNT(*) FROM blob", &[]))
        .await
        .unwrap()
}

/// Lets what was spawned reach the writer's queue.
async fn queued() {
    tokio::time::sleep(Duration::from_millis(50)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_hears_of_a_change_before_the_one_beside_it_is_certain_too() {
    for fresh in both().await {
        let store = fresh.store();
        let go = busy(&store);
        let told = Arc::new(AtomicBool::new(false));
        let first = tokio::spawn({
            let (store, told) = (store.clone(), told.clone());
            async move {
                let ended = store.write(|conn| conn.keep_blob(b"first").map(drop)).await;
                told.store(true, Ordering::SeqCst);
                ended
            }
        });
        queued().await;
        let second = write(&store, move |conn| {
            std::thread::sleep(Duration::from_millis(100));
            assert!(!told.load(Ordering::SeqCst));
            conn.keep_blob(b"second").map(drop)
        });
        queued().await;
        go.send(()).unwrap();

        first.await.unwrap().unwrap();
        second.await.unwrap().unwrap();
        assert_eq!(blobs(&store).await, 2);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_that_fails_takes_nobody_along() {
    for fresh in both().await {
        let store = fresh.store();
        let go = busy(&store);
        let first = write(&store, |conn| conn.keep_blob(b"first").map(drop));
        queued().await;
        let refused = write(&store, |conn| {
            conn.keep_blob(b"refused")?;
            Err(Fault::new("refuse"))
        });
        let panicked = write(&store, |conn| {
            conn.keep_blob(b"panicked")?;
            panic!("on purpose")
        });
        let careless = write(&store, |conn| {
            conn.keep_blob(b"careless")?;
            assert!(conn.exec("INSERT INTO nowhere VALUES (1)", &[]).is_err());
            Ok(())
        });
        let sound = write(&store, |conn| conn.keep_blob(b"sound").map(drop));
        queued().await;
        go.send(()).unwrap();

        first.await.unwrap().unwrap();
        assert_eq!(refused.await.unwrap().unwrap_err().to_string(), "refuse");
        assert!(panicked.await.unwrap().is_err());
        assert!(careless.await.unwrap().is_err());
        sound.await.unwrap().unwrap();
        assert_eq!(blobs(&store).await, 2);
    }
}

/// What the change before left, as the next one finds it.
fn finds(
    store: &Store,
    work: impl FnOnce(&mut Conn<'_>) -> Result<(), Fault> + Send + 'static,
) -> JoinHandle<Result<Option<i64>, Fault>> {
    let store = store.clone();
    let change = move |conn: &mut Conn<'_>| {
        let found = conn.left::<i64>().map(|it| *it);
        work(conn)?;
        Ok(found)
    };
    tokio::spawn(async move { store.write(change).await })
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_change_leaves_is_found_by_the_next_beside_it_alone() {
    for fresh in both().await {
        let store = fresh.store();
        let go = busy(&store);
        let mut all = Vec::new();
        for number in 1_i64..=7 {
            all.push(finds(&store, move |conn| {
                conn.keep_blob(&[u8::try_from(number).unwrap()])?;
                conn.leave(number);
                match number {
                    // Whoever reads or writes afterwards has left nothing that holds.
                    2 => conn.count("SELECT COUNT(*) FROM blob", &[]).map(drop),
                    4 => Err(Fault::new("refuse")),
                    5 => panic!("on purpose"),
                    _ => Ok(()),
                }
            }));
            queued().await;
        }
        go.send(()).unwrap();

        let mut found = Vec::new();
        for one in all {
            found.push(one.await.ok().and_then(Result::ok).flatten());
        }
        assert_eq!(found, [None, Some(1), None, None, None, None, Some(6)]);
        let later = finds(&store, |_| Ok(())).await.unwrap().unwrap();
        assert_eq!(later, None);
        assert_eq!(blobs(&store).await, 5);
    }
}

/// A journal entry without the instant that it must have.
const TIMELESS: &str = "INSERT INTO journal (id) VALUES (NULL)";

#[tokio::test(flavor = "multi_thread")]
async fn what_nobody_waits_for_fails_its_own_change_and_no_other() {
    for fresh in both().await {
        let store = fresh.store();
        let go = busy(&store);
        let first = write(&store, |conn| conn.keep_blob(b"first").map(drop));
        queued().await;
        let told = write(&store, |conn| {
            conn.keep_blob(b"told")?;
            // On PostgreSQL this is not heard before the work has ended.
            drop(conn.put(TIMELESS, &[]));
            Ok(())
        });
        let refused = write(&store, |conn| {
            conn.keep_blob(b"refused")?;
            drop(conn.put(TIMELESS, &[]));
            Err(Fault::new("refuse"))
        });
        let tried = write(&store, |conn| {
            let tried = conn.attempt(|conn| conn.put(TIMELESS, &[]))?;
            assert_eq!(tried, None);
            conn.keep_blob(b"tried").map(drop)
        });
        let sound = write(&store, |conn| conn.keep_blob(b"sound").map(drop));
        queued().await;
        go.send(()).unwrap();

        first.await.unwrap().unwrap();
        assert!(told.await.unwrap().is_err());
        assert_eq!(refused.await.unwrap().unwrap_err().to_string(), "refuse");
        tried.await.unwrap().unwrap();
        sound.await.unwrap().unwrap();
        assert_eq!(blobs(&store).await, 3);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn where_the_transaction_fails_all_of_it_failed() {
    for fresh in both().await {
        let store = fresh.store();
        let go = busy(&store);
        let first = write(&store, |conn| conn.keep_blob(b"first").map(drop));
        queued().await;
        let last = write(&store, spoiling(&fresh));
        queued().await;
        go.send(()).unwrap();

        assert!(first.await.unwrap().is_err());
        assert!(last.await.unwrap().is_err());
        assert_eq!(blobs(&store).await, 0);
        write(&store, |conn| conn.keep_blob(b"after").map(drop))
            .await
            .unwrap()
            .unwrap();
        assert_eq!(blobs(&store).await, 1);
    }
}

/// A change that is sound by itself and makes the commit impossible.
fn spoiling(fresh: &Fresh) -> fn(&mut Conn<'_>) -> Result<(), Fault> {
    if fresh.is_postgres() {
        |conn| {
            let own = "SELECT COUNT(*) FROM (SELECT pg_terminate_backend(pg_backend_pid())) AS it";
            conn.count(own, &[]).map(drop)
        }
    } else {
        |conn| {
            conn.exec("PRAGMA defer_foreign_keys = ON", &[])?;
            let orphan = "INSERT INTO child_of_none (parent) VALUES (1)";
            conn.exec("CREATE TABLE parent_of_none (id INTEGER PRIMARY KEY)", &[])?;
            conn.exec(
                "CREATE TABLE child_of_none (parent BIGINT REFERENCES parent_of_none (id))",
                &[],
            )?;
            conn.exec(orphan, &[]).map(drop)
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_asked_together_is_heard_in_any_order() {
    const SIZES: &str = "SELECT size FROM blob WHERE size >= $1 ORDER BY size";
    for fresh in both().await {
        let store = fresh.store();
        store
            .write(|conn| {
                let ask = |conn: &mut Conn<'_>, least: i64| {
                    conn.ask(SIZES, store::params![least], store::Row::take::<i64>)
                };
                conn.keep_blob(b"four")?;
                let first = ask(conn, 1)?;
                conn.keep_blob(b"sixsix")?;
                let second = ask(conn, 5)?;
                conn.keep_blob(b"eighteig")?;

                assert_eq!(second.all(conn)?, [6]);
                assert_eq!(first.all(conn)?, [4]);
                assert_eq!(ask(conn, 1)?.all(conn)?, [4, 6, 8]);
                Ok::<_, Fault>(())
            })
            .await
            .unwrap();
    }
}
