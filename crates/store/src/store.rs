//! The store: where it is, and how work gets a transaction.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use base::{Fault, Moment};

use crate::alone::{self, Claim, Hold};
use crate::conn::Conn;
use crate::dialect::{self, Access, Dialect};
use crate::filling::{self, Filling};
use crate::migrate::{self, Migration};
use crate::workers::{ALONE, CROWD, Opener, Owned, Task, Workers};
use crate::{place, postgres};

/// Where the data lives.
#[derive(Clone, PartialEq, Eq)]
pub enum Address {
    /// A file of the embedded database.
    Sqlite(PathBuf),
    /// The URL of a PostgreSQL database; its password is never printed.
    Postgres(String),
}

impl Address {
    /// Whether the address can be read and the files that it names are there; asks no server.
    ///
    /// # Errors
    /// What is wrong with it, without its password.
    pub fn check(&self) -> Result<(), Fault> {
        match self {
            Self::Sqlite(_) => Ok(()),
            Self::Postgres(url) => postgres::check(url),
        }
    }
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
    generation: Arc<AtomicU64>,
    changed: tokio::sync::Notify,
    dialect: Dialect,
    // Last, so that the threads have ended when somebody else may begin.
    hold: Option<Hold>,
}

const READERS: usize = 4;
/// How often we ask whether the database is still ours.
const LOOK: Duration = Duration::from_secs(5);

impl Store {
    /// Opens the database beside whoever else works on it, and starts its threads: one that
    /// writes, some that read.
    ///
    /// # Errors
    /// When the file cannot be kept safely where it lies, or no thread can be started.
    pub fn open(address: &Address) -> Result<Self, Fault> {
        Self::start(address, Arc::new(AtomicU64::new(1)), None)
    }

    /// Opens the database for this process alone; nothing where another process has it.
    ///
    /// Who keeps pages or runs jobs must be alone: another process would neither tell of its
    /// changes nor see our turn.
    ///
    /// # Errors
    /// As [`Self::open`], and when a server does not answer.
    pub async fn open_alone(address: &Address) -> Result<Option<Self>, Fault> {
        let generation = Arc::new(AtomicU64::new(1));
        let hold = match address {
            Address::Sqlite(path) => match alone::lock_file(path)? {
                Some(file) => Hold::File { _file: file },
                None => return Ok(None),
            },
            Address::Postgres(_) => Hold::Session(Claim::new(&generation)),
        };
        let store = Self::start(address, generation, Some(hold))?;
        match store.housekeep(|_| Ok::<_, Fault>(())).await {
            Ok(()) => Ok(Some(store)),
            Err(_) if store.claim().is_some_and(Claim::is_lost) => Ok(None),
            Err(fault) => Err(fault),
        }
    }

    fn start(
        address: &Address,
        generation: Arc<AtomicU64>,
        hold: Option<Hold>,
    ) -> Result<Self, Fault> {
        let (dialect, write, read) = openers(address, hold.as_ref())?;
        let begin = |writes| dialect::begin(dialect, writes);
        let looks = Arc::default();
        Ok(Self(Arc::new(Inner {
            writer: Workers::start("store-write", 1, CROWD, begin(true), (&write, &looks))?,
            readers: Workers::start("store-read", READERS, ALONE, begin(false), (&read, &looks))?,
            generation,
            changed: tokio::sync::Notify::new(),
            dialect,
            hold,
        })))
    }

    fn claim(&self) -> Option<&Claim> {
        match &self.0.hold {
            Some(Hold::Session(claim)) => Some(claim),
            _ => None,
        }
    }

    /// Waits until another process has taken the database from us, which can happen while a
    /// server's connections are broken. Nothing can be written any more, and kept pages grow
    /// old unseen: the process must end.
    pub async fn taken_away(&self) {
        let Some(claim) = self.claim() else {
            return std::future::pending().await;
        };
        loop {
            // A server that does not answer at all is no reason to end.
            let asked = self.housekeep(|_| Ok::<_, Fault>(())).await;
            if asked.is_err() && claim.is_lost() {
                return;
            }
            tokio::time::sleep(LOOK).await;
        }
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

    /// Fills in what of these was never filled in, each in a transaction of its own.
    ///
    /// # Errors
    /// When one of them fails.
    pub async fn fill(&self, all: Vec<Filling>, mut moment: Moment) -> Result<(), Fault> {
        for filling in all {
            moment = self
                .write(move |conn| {
                    filling::fill(conn, &mut moment, filling)?;
                    Ok::<_, Fault>(moment)
                })
                .await?;
        }
        Ok(())
    }

    /// Whether all of these migrations were applied.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn is_migrated(&self, all: &'static [&'static [Migration]]) -> Result<bool, Fault> {
        self.housekeep(move |conn| migrate::is_complete(conn, all))
            .await
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

    /// Changes something: all of it, or, where `work` fails, nothing. Changes that wait at the
    /// same time become durable together (`workers/convoy.rs`).
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
fn openers(address: &Address, hold: Option<&Hold>) -> Result<(Dialect, Opener, Opener), Fault> {
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
            let opener = |claim: Option<Arc<Claim>>| -> Opener {
                let url = url.clone();
                Arc::new(move || {
                    let mut session = postgres::connect(&url)?;
                    if let Some(claim) = &claim {
                        claim.take(&mut session)?;
                    }
                    Ok(Owned::Pg(Box::new(session)))
                })
            };
            let claim = match hold {
                Some(Hold::Session(claim)) => Some(claim.clone()),
                _ => None,
            };
            Ok((Dialect::Postgres, opener(claim), opener(None)))
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
    workers.hand_over(Box::new(Asked {
        work: Some(work),
        after: Some(after),
        result: None,
        answer,
    }))?;
    answered
        .await
        .map_err(|_| Fault::new("finish work on the database"))?
}

/// One closure on its way, and who waits for its result.
struct Asked<T, E, W, A> {
    work: Option<W>,
    after: Option<A>,
    result: Option<Result<T, E>>,
    answer: tokio::sync::oneshot::Sender<Result<T, E>>,
}

impl<T, E, W, A> Task for Asked<T, E, W, A>
where
    T: Send,
    E: From<Fault> + Send,
    W: FnOnce(&mut Conn<'_>) -> Result<T, E> + Send,
    A: FnOnce() + Send,
{
    fn is_wanted(&self) -> bool {
        !self.answer.is_closed()
    }

    fn run(&mut self, conn: &mut Conn<'_>) -> bool {
        let Some(work) = self.work.take() else {
            return false;
        };
        // A panic in a closure is our fault; who asked is told by the answer that never comes.
        self.result = catch_unwind(AssertUnwindSafe(|| conn.whole(work))).ok();
        matches!(self.result, Some(Ok(_)))
    }

    fn settle(&mut self) {
        if let Some(after) = self.after.take() {
            after();
        }
    }

    fn tell(self: Box<Self>, fault: Option<Fault>) {
        let Self { result, answer, .. } = *self;
        if let Some(result) = fault.map(|fault| Err(fault.into())).or(result) {
            // Nobody waits any more when the request was dropped meanwhile; the work is done.
            drop(answer.send(result));
        }
    }
}
