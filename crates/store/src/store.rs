//! The store: where it is, and how work gets a transaction.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use base::Fault;

use crate::conn::{Conn, PgLink};
use crate::dialect::{self, Dialect};
use crate::migrate::{self, Migration};
use crate::workers::{Opener, Owned, Workers};

/// Where the data lives.
#[derive(Clone, PartialEq, Eq)]
pub enum Address {
    /// A file of the embedded database.
    Sqlite(PathBuf),
    /// The URL of a PostgreSQL database; its password is never printed.
    Postgres(String),
}

impl std::fmt::Debug for Address {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Sqlite(path) => write!(f, "SQLite {}", path.display()),
            Self::Postgres(_) => f.write_str("PostgreSQL"),
        }
    }
}

/// A handle to the database; cheap to clone.
#[derive(Clone)]
pub struct Store(Arc<Inner>);

struct Inner {
    writer: Workers,
    readers: Workers,
    generation: AtomicU64,
    changed: tokio::sync::Notify,
    dialect: Dialect,
}

const READERS: usize = 4;

impl Store {
    /// Opens the database and starts its threads: one that writes, some that read.
    pub fn open(address: &Address) -> Result<Self, Fault> {
        let (dialect, open): (_, Opener) = match address.clone() {
            Address::Sqlite(path) => (
                Dialect::Sqlite,
                Arc::new(move || dialect::open_lite(&path).map(Owned::Lite)),
            ),
            Address::Postgres(url) => (
                Dialect::Postgres,
                Arc::new(move || {
                    crate::postgres_link::connect(&url)
                        .map(|client| Owned::Pg(Box::new(PgLink::new(client))))
                }),
            ),
        };
        Ok(Self(Arc::new(Inner {
            writer: Workers::start("store-write", 1, &open)?,
            readers: Workers::start("store-read", READERS, &open)?,
            generation: AtomicU64::new(1),
            changed: tokio::sync::Notify::new(),
            dialect,
        })))
    }

    /// Which database this is.
    pub fn dialect(&self) -> Dialect {
        self.0.dialect
    }

    /// Applies what is missing of these migrations, each in a transaction of its own.
    pub async fn migrate(&self, all: &'static [&'static [Migration]]) -> Result<usize, Fault> {
        let mut applied = 0;
        for migration in all.iter().copied().flatten() {
            let done = self
                .write(move |conn| migrate::apply(conn, migration))
                .await?;
            applied += usize::from(done);
        }
        Ok(applied)
    }

    /// Counts the changes that pages can show; a page kept under an older number is stale.
    pub fn generation(&self) -> u64 {
        self.0.generation.load(Ordering::Acquire)
    }

    /// Waits until something was written since it was last asked; for one waiter.
    pub async fn changed(&self) {
        self.0.changed.notified().await;
    }

    /// Reads in one consistent view.
    pub async fn read<T, E>(
        &self,
        work: impl FnOnce(&mut Conn<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Fault> + Send + 'static,
    {
        run(&self.0.readers, dialect::begin(self.0.dialect, false), work).await
    }

    /// Changes something: all of it, or, where `work` fails, nothing.
    pub async fn write<T, E>(
        &self,
        work: impl FnOnce(&mut Conn<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Fault> + Send + 'static,
    {
        let done = run(&self.0.writer, dialect::begin(self.0.dialect, true), work).await;
        self.0.generation.fetch_add(1, Ordering::AcqRel);
        self.0.changed.notify_one();
        done
    }

    /// Changes what no page shows (a session's last use, the queue's own bookkeeping).
    pub async fn housekeep<T, E>(
        &self,
        work: impl FnOnce(&mut Conn<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Fault> + Send + 'static,
    {
        run(&self.0.writer, dialect::begin(self.0.dialect, true), work).await
    }
}

async fn run<T, E>(
    workers: &Workers,
    begin: &'static str,
    work: impl FnOnce(&mut Conn<'_>) -> Result<T, E> + Send + 'static,
) -> Result<T, E>
where
    T: Send + 'static,
    E: From<Fault> + Send + 'static,
{
    let (answer, answered) = tokio::sync::oneshot::channel();
    workers.hand_over(Box::new(move |conn| {
        let result = conn
            .map_err(E::from)
            .and_then(|conn| in_transaction(conn, begin, work));
        // Nobody waits any more when the request was dropped; the work is done all the same.
        drop(answer.send(result));
    }))?;
    answered
        .await
        .map_err(|_| Fault::new("finish work on the database"))?
}

fn in_transaction<T, E: From<Fault>>(
    conn: &mut Conn<'_>,
    begin: &'static str,
    work: impl FnOnce(&mut Conn<'_>) -> Result<T, E>,
) -> Result<T, E> {
    conn.batch(begin)?;
    match work(conn) {
        Ok(done) => {
            if let Err(fault) = conn.batch("COMMIT") {
                // A commit that failed may leave the transaction open; the answer is the same.
                drop(conn.batch("ROLLBACK"));
                return Err(fault.into());
            }
            Ok(done)
        }
        Err(error) => {
            // A lost connection rolls back by itself.
            drop(conn.batch("ROLLBACK"));
            Err(error)
        }
    }
}
