//! One process at a time on one database.
//!
//! On SQLite a lock on a file beside the database does it. On PostgreSQL the session that
//! writes holds an advisory lock: whoever writes holds it, whoever lost it cannot write. A
//! session that broke is replaced by one that takes the lock again; where another process was
//! faster, every write fails from then on, and [`crate::Store::taken_away`] tells.

use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use base::{Fault, Lack};
use tokio_postgres::error::SqlState;

use crate::postgres::Conversation;

use crate::place;

/// The number means nothing to others, and is not that of the writing transactions: these are
/// begun by who works beside us for a moment, too. The server notices a little later that a
/// session has ended, hence the wait.
const TAKE: &str = "SET lock_timeout = '2s'; SELECT pg_advisory_lock(5071865414)";
/// From here on as every session.
const TAKEN: &str = "SET lock_timeout = '30s'";

/// What one process at a time has.
pub(crate) enum Hold {
    /// The system lets go of it at any end of the process.
    File { _file: File },
    /// Taken by every session that writes.
    Session(Arc<Claim>),
}

/// The claim of a process to be the only one on a PostgreSQL database.
pub(crate) struct Claim {
    is_lost: AtomicBool,
    generation: Arc<AtomicU64>,
}

impl Claim {
    pub(crate) fn new(generation: &Arc<AtomicU64>) -> Arc<Self> {
        Arc::new(Self {
            is_lost: AtomicBool::new(false),
            generation: generation.clone(),
        })
    }

    /// Whether another process had the database when we asked last.
    pub(crate) fn is_lost(&self) -> bool {
        self.is_lost.load(Ordering::Acquire)
    }

    /// Takes the lock for a fresh session.
    pub(crate) fn take(&self, session: &mut Conversation) -> Result<(), Fault> {
        let taken = session.try_batch(TAKE);
        let is_held =
            |cause: &tokio_postgres::Error| cause.code() == Some(&SqlState::LOCK_NOT_AVAILABLE);
        self.is_lost
            .store(taken.as_ref().is_err_and(is_held), Ordering::Release);
        taken
            .and_then(|()| session.try_batch(TAKEN))
            .map_err(|cause| {
                let doing = "take the PostgreSQL database for us alone";
                Fault::lacking(Lack::Database, doing, cause)
            })?;
        // Between two of our sessions somebody else may have had one.
        self.generation.fetch_add(1, Ordering::AcqRel);
        Ok(())
    }
}

/// Takes the lock beside a database file; nothing where another process holds it.
pub(crate) fn lock_file(database: &Path) -> Result<Option<File>, Fault> {
    let lock = beside(database);
    let file = File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(&lock)
        .map_err(|cause| place::kept_from_us("open the lock", &lock, cause))?;
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(cause)) => Err(Fault::because("lock the database", cause)),
    }
}

fn beside(database: &Path) -> PathBuf {
    let mut name = database.as_os_str().to_owned();
    name.push(".lock");
    PathBuf::from(name)
}
