//! The store: where it is, and how work gets a transaction.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use base::Fault;

use crate::conn::{Conn, PgLink};
use crate::dialect::{self, Access, Dialect};
use crate::migrate::{self, Migration};
use crate::workers::{Opener, Owned, Workers};
use crate::{place, postgres_link};

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
    ///
    /// # Errors
    /// When the file cannot be kept safely where it lies, or no thread can be started.
    pub fn open(address: &Address) -> Result<Self, Fault> {
        let (dialect, write, read) = openers(address)?;
        let begin = |writes| dialect::begin(dialect, writes);
        Ok(Self(Arc::new(Inner {
            writer: Workers::start("store-write", 1, begin(true), &write)?,
            readers: Workers::start("store-read", READERS, begin(false), &read)?,
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
    ///
    /// # Errors
    /// When a step fails, or two steps bear one name and one of them would be passed over.
    pub async fn migrate(&self, all: &'static [&'static [Migration]]) -> Result<usize, Fault> {
        migrate::check_names(all)?;
        let mut applied = 0;
        for migration in all.iter().copied().flatten() {
            let done = self
                .write(move |conn| migrate::apply(conn, migration))
                .await?;
            applied += usize::from(done);
        }
        self.housekeep(migrate::settle).await?;
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
        run(&self.0.readers, work, || ()).await
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
        let store = self.clone();
        // On the worker's thread, before the answer: a request that was given up meanwhile has
        // written all the same, and a commit whose answer got lost may have happened.
        run(&self.0.writer, work, move || {
            store.0.generation.fetch_add(1, Ordering::AcqRel);
            store.0.changed.notify_one();
        })
        .await
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
        run(&self.0.writer, work, || ()).await
    }
}

/// How writers and readers open their connections.
fn openers(address: &Address) -> Result<(Dialect, Opener, Opener), Fault> {
    match address {
        Address::Sqlite(path) => {
            place::refuse_network(path)?;
            let opener = |access| -> Opener {
                let path = path.clone();
                Arc::new(move || dialect::open_lite(&path, access).map(Owned::Lite))
            };
            Ok((Dialect::Sqlite, opener(Access::Write), opener(Access::Read)))
        }
        Address::Postgres(url) => {
            let url = url.clone();
            let open: Opener = Arc::new(move || {
                postgres_link::connect(&url).map(|client| Owned::Pg(Box::new(PgLink::new(client))))
            });
            Ok((Dialect::Postgres, open.clone(), open))
        }
    }
}

async fn run<T, E>(
    workers: &Workers,
    work: impl FnOnce(&mut Conn<'_>) -> Result<T, E> + Send + 'static,
    after: impl FnOnce() + Send + 'static,
) -> Result<T, E>
where
    T: Send + 'static,
    E: From<Fault> + Send + 'static,
{
    let (answer, answered) = tokio::sync::oneshot::channel();
    workers.hand_over(Box::new(move |seat| {
        // Who went away before the turn came has asked for nothing.
        if answer.is_closed() {
            return;
        }
        let result = seat.transact(work);
        after();
        // Nobody waits any more when the request was dropped meanwhile; the work is done.
        drop(answer.send(result));
    }))?;
    answered
        .await
        .map_err(|_| Fault::new("finish work on the database"))?
}
