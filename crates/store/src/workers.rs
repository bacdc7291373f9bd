//! Threads that each own one connection and run transactions on it.
//!
//! PostgreSQL's blocking client must not be used or dropped inside the asynchronous runtime,
//! and SQLite blocks by nature; plain threads serve both.

mod convoy;

use std::sync::Arc;
use std::thread::JoinHandle;

use base::Fault;
use crossbeam_channel::{Receiver, Sender};

use crate::conn::{Conn, Link, PgLink};

use convoy::Convoy;
pub(crate) use convoy::{ALONE, CROWD, Ended, Task};

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

/// Where one thread works: its connection, and how it gets a new one.
pub(crate) struct Seat {
    owned: Option<Owned>,
    open: Opener,
    begin: &'static str,
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
                (ended, !is_done && conn.batch("ROLLBACK").is_err())
            }
            Err(fault) => (Err(fault), false),
        };
        // What cannot be rolled back is given up with its connection, which has the same end.
        if is_lost {
            self.owned = None;
        }
        let fault = ended.err();
        for task in all {
            task.tell(fault.as_ref().map(Fault::echo));
        }
    }

    /// A transaction that has begun. A server that was restarted is only noticed when it is
    /// asked; nothing has been done by then, so the first statement is tried twice.
    fn begun(&mut self) -> Result<Conn<'_>, Fault> {
        if self.owned.as_ref().is_some_and(Owned::is_spent) {
            self.owned = None;
        }
        if let Some(owned) = self.owned.as_mut()
            && owned.conn().batch(self.begin).is_err()
        {
            self.owned = None;
        }
        let is_new = self.owned.is_none();
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
        open: &Opener,
    ) -> Result<Self, Fault> {
        let (queue, work) = crossbeam_channel::unbounded();
        let mut threads = Vec::new();
        for number in 0..count {
            let work = work.clone();
            let seat = Seat {
                owned: None,
                open: open.clone(),
                begin,
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
        }
    }
}
