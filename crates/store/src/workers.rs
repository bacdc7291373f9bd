//! Threads that each own one connection and run transactions on it.
//!
//! PostgreSQL's blocking client must not be used or dropped inside the asynchronous runtime,
//! and SQLite blocks by nature; plain threads serve both.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread::JoinHandle;

use base::Fault;
use crossbeam_channel::{Receiver, Sender};

use crate::conn::{Conn, Link, PgLink};
use crate::migrate;

/// What a worker is asked to do at its seat.
pub(crate) type Work = Box<dyn FnOnce(&mut Seat) + Send>;

/// A connection of either kind, opened on the worker's own thread.
pub(crate) enum Owned {
    Lite(rusqlite::Connection),
    Pg(Box<PgLink>),
}

impl Owned {
    fn conn(&mut self) -> Conn<'_> {
        Conn::new(match self {
            Self::Lite(conn) => Link::Lite(conn),
            Self::Pg(link) => Link::Pg(link),
        })
    }

    /// Whether the next transaction cannot begin on this connection.
    fn is_spent(&self) -> bool {
        match self {
            Self::Lite(conn) => !conn.is_autocommit(),
            Self::Pg(link) => link.client.is_closed(),
        }
    }
}

/// Opens a connection; called again when one was lost.
pub(crate) type Opener = Arc<dyn Fn() -> Result<Owned, Fault> + Send + Sync>;

/// So many rows are written before SQLite looks again at how its tables are filled.
const GROWN: u64 = 5_000;

/// Where one thread works: its connection, and how it gets a new one.
pub(crate) struct Seat {
    owned: Option<Owned>,
    open: Opener,
    begin: &'static str,
    /// How often the tables were looked at; a connection plans by what it read when it began.
    looks: Arc<AtomicU64>,
    /// Which look this seat's connection knows.
    known: u64,
    /// How many rows this connection had written at the last look.
    looked_at: u64,
}

impl Seat {
    /// Runs `work` in a transaction: all of it, or, where it fails, nothing.
    pub(crate) fn transact<T, E: From<Fault>>(
        &mut self,
        work: impl FnOnce(&mut Conn<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut conn = self.begun()?;
        let ended = match work(&mut conn) {
            Ok(done) => match conn.commit() {
                Ok(()) => return Ok(done),
                Err(fault) => Err(fault.into()),
            },
            Err(error) => Err(error),
        };
        // What cannot be rolled back is given up with its connection, which has the same end.
        if conn.batch("ROLLBACK").is_err() {
            self.owned = None;
        }
        ended
    }

    /// Lets SQLite look again at how its tables are filled, where much was written since it last
    /// did: a plan that was good for a few rows may read all of many. Whoever has written does
    /// not wait for it.
    pub(crate) fn look_again(&mut self) {
        let Some(Owned::Lite(conn)) = &self.owned else {
            return;
        };
        let written = conn.total_changes();
        if written.saturating_sub(self.looked_at) < GROWN {
            return;
        }
        // Where it fails, the next that writes much tries again.
        if self.transact(migrate::settle).is_ok() {
            self.known = self.looks.fetch_add(1, Ordering::AcqRel) + 1;
        }
        if let Some(Owned::Lite(conn)) = &self.owned {
            self.looked_at = conn.total_changes();
        }
    }

    /// A transaction that has begun. A server that was restarted is only noticed when it is
    /// asked; nothing has been done by then, so the first statement is tried twice.
    fn begun(&mut self) -> Result<Conn<'_>, Fault> {
        let looks = self.looks.load(Ordering::Acquire);
        if looks != self.known || self.owned.as_ref().is_some_and(Owned::is_spent) {
            (self.owned, self.known) = (None, looks);
        }
        if let Some(owned) = self.owned.as_mut()
            && owned.conn().batch(self.begin).is_err()
        {
            self.owned = None;
        }
        let is_new = self.owned.is_none();
        if is_new {
            self.looked_at = 0;
        }
        let owned = match self.owned.take() {
            Some(owned) => owned,
            None => (self.open)()?,
        };
        let mut conn = self.owned.insert(owned).conn();
        if is_new {
            conn.batch(self.begin)?;
        }
        Ok(conn)
    }
}

/// Some threads that share one queue of work.
pub(crate) struct Workers {
    queue: Option<Sender<Work>>,
    threads: Vec<JoinHandle<()>>,
}

impl Workers {
    /// Starts `count` threads whose transactions begin with `begin`.
    pub(crate) fn start(
        name: &str,
        count: usize,
        begin: &'static str,
        (open, looks): (&Opener, &Arc<AtomicU64>),
    ) -> Result<Self, Fault> {
        let (queue, work) = crossbeam_channel::unbounded();
        let mut threads = Vec::new();
        for number in 0..count {
            let work = work.clone();
            let seat = Seat {
                owned: None,
                open: open.clone(),
                begin,
                looks: looks.clone(),
                known: looks.load(Ordering::Acquire),
                looked_at: 0,
            };
            let thread = std::thread::Builder::new()
                .name(format!("{name}-{number}"))
                .spawn(move || serve(&work, seat))
                .map_err(|cause| Fault::because("start a database thread", cause))?;
            threads.push(thread);
        }
        Ok(Self {
            queue: Some(queue),
            threads,
        })
    }

    pub(crate) fn hand_over(&self, work: Work) -> Result<(), Fault> {
        self.queue
            .as_ref()
            .and_then(|queue| queue.send(work).ok())
            .ok_or_else(|| Fault::new("reach the database threads"))
    }
}

impl Drop for Workers {
    fn drop(&mut self) {
        self.queue = None;
        for thread in self.threads.drain(..) {
            // The last reference may be dropped on one of these threads itself.
            if thread.thread().id() != std::thread::current().id() {
                drop(thread.join());
            }
        }
    }
}

fn serve(queue: &Receiver<Work>, mut seat: Seat) {
    for work in queue {
        // A panic in a closure is our fault; the connection is given up with what was open
        // on it, the thread lives on.
        if catch_unwind(AssertUnwindSafe(|| work(&mut seat))).is_err() {
            seat.owned = None;
        }
    }
}
