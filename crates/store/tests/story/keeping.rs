//! What is written is there, whole or not at all; jobs, journal and files.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use base::{Fault, NetworkId, SessionId};
use jiff::civil::{date, time};
use store::{Address, Conn, Entry, Job, Migration, Store, Value, params};
use uuid::Uuid;

use crate::both::both;
use crate::moment;

const TABLES: &[Migration] = &[Migration::both(
    "story-0001",
    "CREATE TABLE chair (
         id UUID PRIMARY KEY, network_id UUID NOT NULL, name TEXT NOT NULL, legs BIGINT,
         painted BOOLEAN NOT NULL DEFAULT FALSE, picture BLOB, day TEXT, at TEXT, seen BIGINT,
         CONSTRAINT chair_network_id_name UNIQUE (network_id, name)
     );
     CREATE TABLE cushion (chair_id UUID NOT NULL REFERENCES chair (id));",
)];

fn add(conn: &mut Conn<'_>, id: SessionId, network: NetworkId, name: &str) -> Result<u64, Fault> {
    conn.exec(
        "INSERT INTO chair (id, network_id, name) VALUES ($1, $2, $3)",
        params![id, network, name],
    )
}

fn chairs(conn: &mut Conn<'_>) -> Result<i64, Fault> {
    conn.count("SELECT COUNT(*) FROM chair", &[])
}

#[tokio::test(flavor = "multi_thread")]
async fn a_step_of_the_schema_is_taken_once_and_bears_its_own_name() {
    for fresh in both().await {
        let store = fresh.store();
        let all: &'static [&'static [Migration]] = &[store::MIGRATIONS, TABLES];

        assert_eq!(store.migrate(all).await.unwrap(), 1);
        assert_eq!(store.migrate(all).await.unwrap(), 0);
        assert_eq!(
            store
                .migrate(&[TABLES, TABLES])
                .await
                .unwrap_err()
                .to_string(),
            "tell two migrations apart that are both named story-0001"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_kind_of_value_comes_back_as_it_went() {
    for fresh in both().await {
        let store = fresh.store();
        store.migrate(&[TABLES]).await.unwrap();
        let now = moment(1).now();
        let (id, network) = (moment(1).id::<SessionId>(), moment(2).id::<NetworkId>());

        let row = store
            .write(move |conn| {
                conn.exec(
                    "INSERT INTO chair (id, network_id, name, legs, painted, picture, day, at, seen)
                     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                    params![
                        id,
                        network,
                        "Stühle\0 für Böll",
                        Some(4),
                        true,
                        [0_u8, 255],
                        date(2017, 12, 7),
                        date(2017, 12, 7).to_datetime(time(14, 0, 0, 0)),
                        now
                    ],
                )?;
                conn.one(
                    "SELECT id, name, legs, painted, picture, day, at, seen, CAST($1 AS TEXT)
                     FROM chair",
                    params![None::<&str>],
                    |row| {
                        Ok((
                            row.take::<SessionId>()?,
                            row.take::<String>()?,
                            row.take::<Option<u32>>()?,
                            row.take::<bool>()?,
                            row.take::<Vec<u8>>()?,
                            row.take::<jiff::civil::Date>()?,
                            row.take::<jiff::civil::DateTime>()?,
                            row.take::<jiff::Timestamp>()?,
                            row.take::<Option<String>>()?,
                        ))
                    },
                )
            })
            .await;

        assert_eq!(
            row.unwrap().unwrap(),
            (
                id,
                "Stühle\u{fffd} für Böll".to_owned(),
                Some(4),
                true,
                vec![0, 255],
                date(2017, 12, 7),
                date(2017, 12, 7).to_datetime(time(14, 0, 0, 0)),
                now,
                None
            )
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_change_leaves_nothing_and_names_the_constraint() {
    for fresh in both().await {
        let store = fresh.store();
        store.migrate(&[TABLES]).await.unwrap();
        let (one, two) = (moment(1).id::<SessionId>(), moment(2).id::<SessionId>());
        let network = moment(3).id::<NetworkId>();
        store
            .write(move |conn| add(conn, one, network, "Stuhl"))
            .await
            .unwrap();

        let twice = store
            .write(move |conn| {
                add(conn, two, network, "Hocker")?;
                add(conn, moment(4).id(), network, "Stuhl")
            })
            .await;
        let same_key = store
            .write(move |conn| add(conn, one, network, "Bank"))
            .await;
        let refused: Result<(), Fault> = store
            .write(move |conn| {
                add(conn, two, network, "Bank")?;
                Err(Fault::new("change one's mind"))
            })
            .await;
        let homeless = store
            .write(move |conn| {
                conn.exec("INSERT INTO cushion (chair_id) VALUES ($1)", params![two])
            })
            .await;

        assert!(matches!(twice, Err(Fault::Taken(name)) if name == "chair_network_id_name"));
        assert!(matches!(same_key, Err(Fault::Taken(name)) if name == "chair_pkey"));
        assert_eq!(refused.unwrap_err().to_string(), "change one's mind");
        assert!(matches!(homeless, Err(Fault::Broken { .. })));
        assert_eq!(store.read(chairs).await.unwrap(), 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_goes_on_after_a_statement_that_failed() {
    for fresh in both().await {
        let store = fresh.store();
        store.migrate(&[TABLES]).await.unwrap();
        let (one, network) = (moment(1).id::<SessionId>(), moment(3).id::<NetworkId>());

        let swallowed: Result<(), Fault> = store
            .write(move |conn| {
                add(conn, one, network, "Stuhl")?;
                drop(add(conn, one, network, "Stuhl"));
                Ok(())
            })
            .await;

        assert_eq!(
            swallowed.unwrap_err().to_string(),
            "go on after a statement that failed"
        );
        assert_eq!(store.read(chairs).await.unwrap(), 0);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_has_to_touch_a_row_and_touches_none_has_failed() {
    for fresh in both().await {
        let store = fresh.store();
        store.migrate(&[TABLES]).await.unwrap();
        let (one, network) = (moment(1).id::<SessionId>(), moment(3).id::<NetworkId>());
        let painted = move |name: &'static str| {
            let store = store.clone();
            async move {
                let paint = "UPDATE chair SET painted = TRUE WHERE name = $1";
                let work = move |conn: &mut Conn<'_>| {
                    conn.put("DELETE FROM chair", &[])?;
                    add(conn, one, network, "Stuhl")?;
                    conn.must(paint, params![name])
                };
                (store.write(work).await, store.read(chairs).await.unwrap())
            }
        };

        let (none, left) = painted("Bank").await;
        let told = none.unwrap_err().to_string();
        assert!(told.starts_with("touch a row: UPDATE chair"), "{told}");
        assert_eq!(left, 0);
        let (done, left) = painted("Stuhl").await;
        assert!(done.is_ok());
        assert_eq!(left, 1);
        assert_eq!(painted("Bank").await.1, 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_reads_cannot_write_and_sees_one_state() {
    for fresh in both().await {
        let store = fresh.store();
        store.migrate(&[TABLES]).await.unwrap();
        let (one, two) = (moment(1).id::<SessionId>(), moment(2).id::<SessionId>());
        let network = moment(3).id::<NetworkId>();

        let written = store
            .read(move |conn| add(conn, one, network, "Stuhl"))
            .await;
        assert!(written.is_err());

        let (seen, wait) = std::sync::mpsc::channel();
        let (go, going) = std::sync::mpsc::channel();
        let reading = tokio::spawn({
            let store = store.clone();
            async move {
                store
                    .read(move |conn| {
                        let before = chairs(conn)?;
                        seen.send(()).unwrap();
                        going.recv().unwrap();
                        Ok::<_, Fault>((before, chairs(conn)?))
                    })
                    .await
            }
        });
        wait.recv().unwrap();
        store
            .write(move |conn| add(conn, two, network, "Stuhl"))
            .await
            .unwrap();
        go.send(()).unwrap();

        assert_eq!(reading.await.unwrap().unwrap(), (0, 0));
        assert_eq!(store.read(chairs).await.unwrap(), 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn changes_wait_for_each_other_even_across_two_stores() {
    for fresh in both().await {
        let store = fresh.store();
        store.migrate(&[TABLES]).await.unwrap();
        let second = Store::open(&fresh.address).unwrap();
        let network = moment(3).id::<NetworkId>();
        let (inside, most) = (Arc::new(AtomicI64::new(0)), Arc::new(AtomicI64::new(0)));

        let tasks: Vec<_> = (0..24_u64)
            .map(|number| {
                let store = if number % 2 == 0 { &store } else { &second }.clone();
                let (inside, most) = (inside.clone(), most.clone());
                tokio::spawn(async move {
                    store
                        .write(move |conn| {
                            let now = inside.fetch_add(1, Ordering::SeqCst) + 1;
                            most.fetch_max(now, Ordering::SeqCst);
                            let count = chairs(conn)?;
                            let id = moment(number).id();
                            let done = add(conn, id, network, &count.to_string());
                            inside.fetch_sub(1, Ordering::SeqCst);
                            done
                        })
                        .await
                })
            })
            .collect();
        for task in tasks {
            assert_eq!(task.await.unwrap().unwrap(), 1);
        }

        assert_eq!(most.load(Ordering::SeqCst), 1);
        assert_eq!(store.read(chairs).await.unwrap(), 24);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn jobs_come_in_order_wait_and_give_up() {
    for fresh in both().await {
        let store = fresh.store();
        let mut moment = moment(1);
        let now = moment.now();
        let later = now + jiff::SignedDuration::from_mins(5);
        let (second, first) = store
            .write(move |conn| {
                let mut enter = |subject, due| {
                    let kind = "story.sit";
                    conn.later(&mut moment, &Job { kind, subject, due })
                };
                let second = enter("zwei", now)?;
                enter("drei", later)?;
                let first = enter("eins", now - jiff::SignedDuration::from_secs(1))?;
                Ok::<_, Fault>((second, first))
            })
            .await
            .unwrap();

        let due = store.read(move |conn| conn.jobs_due(now, 9)).await.unwrap();
        assert_eq!(
            due.iter()
                .map(|job| job.subject.as_str())
                .collect::<Vec<_>>(),
            ["eins", "zwei"]
        );
        let (next, dead) = store
            .write(move |conn| {
                assert!(conn.job_begun(first)?);
                conn.job_done(first)?;
                assert!(!conn.job_begun(first)?);
                assert!(conn.job_begun(second)?);
                conn.job_failed(second, "kaputt", Some(later))?;
                assert!(conn.job_begun(second)?);
                conn.job_failed(second, "ganz kaputt", None)?;
                assert!(!conn.job_begun(second)?);
                Ok::<_, Fault>((conn.next_job_due()?, conn.dead_jobs()?))
            })
            .await
            .unwrap();
        assert_eq!(next, Some(later));
        let [dead] = dead.as_slice() else {
            panic!("{dead:?}")
        };
        assert_eq!(
            (dead.id, dead.attempts, dead.last_error.as_deref()),
            (second, 2, Some("ganz kaputt"))
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_journal_tells_acts_of_one_moment_in_their_order() {
    for fresh in both().await {
        let store = fresh.store();
        let mut moment = moment(7);
        let subject: Uuid = moment.id();
        let noted = store
            .write(move |conn| {
                for detail in ["eins", "zwei", "drei", "vier", "fünf"] {
                    let entry = Entry {
                        network: None,
                        account: None,
                        actor: "Geschäftsstelle",
                        verb: "changed",
                        kind: "chair",
                        subject,
                        detail: detail.to_owned(),
                    };
                    conn.note(&mut moment, &entry)?;
                }
                conn.journal_of(subject)
            })
            .await
            .unwrap();

        assert_eq!(
            noted
                .iter()
                .map(|it| it.detail.as_str())
                .collect::<Vec<_>>(),
            ["fünf", "vier", "drei", "zwei", "eins"]
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_kept_once_and_comes_back() {
    for fresh in both().await {
        let bytes: Vec<u8> = (0..=255_u8).cycle().take(300_000).collect();
        let given = bytes.clone();
        let (one, two, back, count) = fresh
            .store()
            .write(move |conn| {
                let (one, two) = (conn.keep_blob(&given)?, conn.keep_blob(&given)?);
                let count = conn.count("SELECT COUNT(*) FROM blob", &[])?;
                Ok::<_, Fault>((one, two, conn.blob(one)?, count))
            })
            .await
            .unwrap();

        assert_eq!((one, count), (two, 1));
        assert_eq!(back, bytes);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_value_of_another_type_is_refused_rather_than_misread() {
    for fresh in both()
        .await
        .into_iter()
        .filter(crate::both::Fresh::is_postgres)
    {
        // Eight letters are as long as a number.
        let found = fresh
            .store()
            .read(|conn| {
                conn.count(
                    "SELECT size FROM blob WHERE size = $1",
                    &[Value::Text("12345678".to_owned())],
                )
            })
            .await;

        assert!(found.is_err());
    }
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn nobody_else_reads_the_file() {
    use std::os::unix::fs::PermissionsExt;

    for fresh in both().await {
        let Address::Sqlite(path) = &fresh.address else {
            continue;
        };
        for end in ["", "-wal", "-shm"] {
            let file = format!("{}{end}", path.display());
            let mode = std::fs::metadata(&file).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600, "{file}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_forbidden_try_leaves_nothing_and_the_act_goes_on() {
    for fresh in both().await {
        let store = fresh.store();
        store.migrate(Vec::leak(vec![TABLES])).await.unwrap();
        let mut moment = moment(3);
        let (network, held, free) = (moment.id(), moment.id(), moment.id());
        let tries = store
            .write(move |conn| {
                add(conn, held, network, "held")?;
                add(conn, free, network, "free")?;
                conn.exec("INSERT INTO cushion (chair_id) VALUES ($1)", params![held])?;
                let strike = |conn: &mut Conn<'_>, id: SessionId| {
                    conn.exec("UPDATE chair SET legs = 3", &[])?;
                    conn.exec("DELETE FROM chair WHERE id = $1", params![id])
                };
                let first = conn.attempt(|conn| strike(conn, held))?;
                let second = conn.attempt(|conn| strike(conn, free))?;
                Ok::<_, Fault>((first, second))
            })
            .await
            .unwrap();
        assert_eq!(tries, (None, Some(1)));
        let left = store.read(|conn| {
            conn.all("SELECT name, legs FROM chair", &[], |row| {
                Ok((row.take::<String>()?, row.take::<Option<i64>>()?))
            })
        });
        let left: Vec<_> = left.await.unwrap();
        assert_eq!(left, [("held".to_owned(), Some(3))]);
    }
}
