//! SQLite plans by what it knows of its tables, and learns anew when they have grown.

use base::Fault;
use store::{Migration, Row, Store};

use crate::both::both;

const TABLES: &[Migration] = &[Migration::both(
    "story-statistics",
    "CREATE TABLE leaf (number BIGINT PRIMARY KEY, colour TEXT NOT NULL);
     CREATE INDEX leaf_colour ON leaf (colour);",
)];

async fn grow(store: &Store, from: i64, until: i64) {
    store
        .write(move |conn| {
            for number in from..until {
                conn.exec(
                    "INSERT INTO leaf (number, colour) VALUES ($1, $2)",
                    store::params![number, format!("colour {number}")],
                )?;
            }
            Ok::<_, Fault>(())
        })
        .await
        .unwrap();
}

/// What SQLite knows of the index; asked of the one that writes, who has looked by then.
async fn known(store: &Store) -> Option<String> {
    store
        .housekeep(|conn| {
            let tables = "SELECT COUNT(*) FROM sqlite_schema WHERE name = 'sqlite_stat1'";
            if conn.count(tables, &[])? == 0 {
                return Ok(None);
            }
            conn.one(
                "SELECT stat FROM sqlite_stat1 WHERE idx = 'leaf_colour'",
                &[],
                Row::take::<String>,
            )
        })
        .await
        .unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_table_that_has_grown_is_looked_at_again() {
    for fresh in both().await {
        let store = fresh.store();
        store.migrate(&[TABLES]).await.unwrap();
        // A reader that planned before.
        let count = store
            .read(|conn| conn.count("SELECT COUNT(*) FROM leaf", &[]))
            .await;
        assert_eq!(count.map_err(|it: Fault| it.to_string()), Ok(0));
        grow(&store, 0, 200).await;
        if fresh.is_postgres() {
            continue;
        }
        assert_eq!(known(&store).await, None, "a few rows are no reason");

        grow(&store, 200, 12_000).await;
        assert_eq!(known(&store).await.as_deref(), Some("12000 1"));
        // Readers begin anew with what is known now.
        let plan = store
            .read(|conn| {
                conn.all(
                    "EXPLAIN QUERY PLAN SELECT number FROM leaf WHERE colour = 'colour 7'",
                    &[],
                    |row| {
                        let (_, _, _) =
                            (row.take::<i64>()?, row.take::<i64>()?, row.take::<i64>()?);
                        row.take::<String>()
                    },
                )
            })
            .await;
        let plan = plan.map_err(|it: Fault| it.to_string()).unwrap().join(" ");
        assert!(plan.contains("leaf_colour"), "{plan}");
    }
}
