//! Threads that each own one connection and run transactions on it.
//!
//! A conversation with PostgreSQL must not be held inside the asynchronous runtime, and SQLite
//! blocks by nature; plain threads serve both.

mod convoy;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread::JoinHandle;

use base::Fault;
use crossbeam_channel::{Receiver, Sender};

use crate::conn::{Conn, Link};
use crate::migrate;
use crate::postgres::Conversation;

use convoy::Convoy;
pub(crate) use convoy::{ALONE, CROWD, Ended, Task};

/// A connection of either kind, opened on the worker's own thread.
pub(crate) enum Owned {
    Lite(rusqlite::Connection),
    Pg(Box<Conversation>),
}

impl Owned {
    fn conn(&mut self) -> Conn<'_> {
        Conn::new(match self {
            Self::Lite(conn) => Link::Lite(conn),
            Self::Pg(pg) => Link::Pg(pg),
        })
    }

    /// Whether the next transaction cannot begin on this connection.
    fn is_spent(&self) -> bool {
        match self {
            Self::Lite(conn) => !conn.is_autocommit(),
            Self::Pg(pg) => pg.is_closed(),
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
    /// Does `first`, and what `convoy` brings along, in a transaction; then tells everybody how
    /// it ended.
    fn transact(&mut self, first: Box<dyn Task>, convoy: &mut Convoy<'_>) {
        let mut all = vec![first];
        let (ended, is_lost) = match self.begun() {
            Ok(mut conn) => {
                let ended = convoy.travel(&mut conn, &mut all);
                let is_done = matches!(ended, Ok(Ended::Committed));
                (ended, !is_done && conn.roll_back().is_err())
            }
            Err(fault) => (Err(fault), false),
        };
        // What cannot be rolled back is given up with its connection, which has the same end.
        if is_lost {
            self.owned = None;
        }
        let fault = ended.err();
        // First for all: whoever is told may look at once, and finds nothing that is about to
        // grow old again.
        for task in &mut all {
            task.settle();
        }
        for task in all {
            task.tell(fault.as_ref().map(Fault::echo));
        }
    }

    /// Lets SQLite look again at how its tables are filled, where much was written since it last
    /// did: a plan that was good for a few rows may read all of many. Whoever has written does
    /// not wait for it.
    fn look_again(&mut self) {
        let Some(Owned::Lite(conn)) = &self.owned else {
            return;
        };
        let written = conn.total_changes();
        if written.saturating_sub(self.looked_at) < GROWN {
            return;
        }
        // Where it fails, the next that writes much tries again.
        if self.settled().is_ok() {
            self.known = self.looks.fetch_add(1, Ordering::AcqRel) + 1;
        }
        if let Some(Owned::Lite(conn)) = &self.owned {
            self.looked_at = conn.total_changes();
        }
    }

    fn settled(&mut self) -> Result<(), Fault> {
        let mut conn = self.begun()?;
        let done = migrate::settle(&mut conn).and_then(|()| conn.commit());
        if done.is_err() && conn.roll_back().is_err() {
            self.owned = None;
        }
        done
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
    queue: Option<Sender<Box<dyn Task>>>,
    threads: Vec<JoinHandle<()>>,
}

impl Workers {
    /// Starts `count` threads whose transactions begin with `begin` and take in `most` tasks.
    pub(crate) fn start(
        name: &str,
        count: usize,
        most: usize,
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
                .spawn(move || serve(&work, seat, most))
                .map_err(|cause| Fault::because("start a database thread", cause))?;
            threads.push(thread);
        }
        Ok(Self {
            queue: Some(queue),
            threads,
        })
    }

    pub(crate) fn hand_over(&self, task: Box<dyn Task>) -> Result<(), Fault> {
        self.queue
            .as_ref()
            .and_then(|queue| queue.send(task).ok())
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

fn serve(queue: &Receiver<Box<dyn Task>>, mut seat: Seat, most: usize) {
    let mut convoy = Convoy::new(queue, most);
    for task in queue {
        if task.is_wanted() {
            seat.transact(task, &mut convoy);
            seat.look_again();
        }
    }
}
