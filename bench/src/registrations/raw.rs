//! What registrations are held against: one insert a commit, durable, and nothing else.

use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use postgres::{Client, NoTls};
use rusqlite::Connection;

use crate::Failed;

const TABLE: &str = "CREATE TABLE IF NOT EXISTS raw_insert
    (id BIGINT NOT NULL, name TEXT NOT NULL, mail TEXT NOT NULL, made_at BIGINT NOT NULL)";

/// The role on SQLite: threads that hand one connection to each other, so that none of them
/// waits for a lock of the file. Says how many inserts a second became durable.
pub fn sqlite(file: &Path, clients: u32, time: Duration) -> Result<(), Failed> {
    let conn = Connection::open(file)?;
    conn.pragma_update(None, "journal_mode", "WAL")?;
    conn.pragma_update(None, "synchronous", "FULL")?;
    conn.execute_batch(TABLE)?;
    let conn = Mutex::new(conn);
    let insert = |number: i64| -> Result<(), Failed> {
        let conn = conn.lock().unwrap_or_else(PoisonError::into_inner);
        let mut statement =
            conn.prepare_cached("INSERT INTO raw_insert VALUES (?1, ?2, ?3, ?1)")?;
        statement.execute((number, "Leitung Beispielhaus", "leitung@kreis.example"))?;
        Ok(())
    };
    say(clients, time, || Ok(&insert))
}

/// The role on PostgreSQL: a connection for each thread.
pub fn postgres(url: &str, clients: u32, time: Duration) -> Result<(), Failed> {
    Client::connect(url, NoTls)?.batch_execute(TABLE)?;
    say(clients, time, || {
        let mut client = Client::connect(url, NoTls)?;
        let statement = client.prepare("INSERT INTO raw_insert VALUES ($1, $2, $3, $1)")?;
        Ok(move |number: i64| -> Result<(), Failed> {
            let (name, mail) = ("Leitung Beispielhaus", "leitung@kreis.example");
            client.execute(&statement, &[&number, &name, &mail])?;
            Ok(())
        })
    })
}

/// Lets all of them insert for a while, and says the rate.
fn say<I: FnMut(i64) -> Result<(), Failed>>(
    clients: u32,
    time: Duration,
    make: impl Fn() -> Result<I, Failed> + Sync,
) -> Result<(), Failed> {
    let begun = Instant::now();
    let counts: Result<Vec<u32>, Failed> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..clients)
            .map(|_| {
                scope.spawn(|| -> Result<u32, Failed> {
                    let (mut insert, mut count) = (make()?, 0);
                    while begun.elapsed() < time {
                        insert(i64::from(count))?;
                        count += 1;
                    }
                    Ok(count)
                })
            })
            .collect();
        let ended = threads.into_iter().map(std::thread::ScopedJoinHandle::join);
        ended
            .map(|it| it.unwrap_or_else(|_| Err("a client of the raw inserts fell".into())))
            .collect()
    });
    let count: u32 = counts?.iter().sum();
    println!("rate {}", f64::from(count) / begun.elapsed().as_secs_f64());
    Ok(())
}
