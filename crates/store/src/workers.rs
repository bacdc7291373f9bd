//! Threads that each own one connection and run closures on it.
//!
//! PostgreSQL's blocking client must not be used or dropped inside the asynchronous runtime,
//! and SQLite blocks by nature; plain threads serve both.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread::JoinHandle;

use base::Fault;
use crossbeam_channel::{Receiver, Sender};

use crate::conn::{Conn, Link, PgLink};

/// What a worker is asked to do with its connection.
pub(crate) type Work = Box<dyn FnOnce(Result<&mut Conn<'_>, Fault>) + Send>;

/// A connection of either kind, opened on the worker's own thread.
pub(crate) enum Owned {
    Lite(rusqlite::Connection),
    Pg(Box<PgLink>),
}

impl Owned {
    fn conn(&mut self) -> Conn<'_> {
        match self {
            Self::Lite(conn) => Conn(Link::Lite(conn)),
            Self::Pg(link) => Conn(Link::Pg(link)),
        }
    }

    fn is_lost(&self) -> bool {
        match self {
            Self::Lite(_) => false,
            Self::Pg(link) => link.client.is_closed(),
        }
    }
}

/// Opens a connection; called again when one was lost.
pub(crate) type Opener = std::sync::Arc<dyn Fn() -> Result<Owned, Fault> + Send + Sync>;

/// Some threads that share one queue of work.
pub(crate) struct Workers {
    queue: Option<Sender<Work>>,
    threads: Vec<JoinHandle<()>>,
}

impl Workers {
    pub(crate) fn start(name: &str, count: usize, open: &Opener) -> Result<Self, Fault> {
        let (queue, work) = crossbeam_channel::unbounded();
        let mut threads = Vec::new();
        for number in 0..count {
            let (work, open) = (work.clone(), open.clone());
            let thread = std::thread::Builder::new()
                .name(format!("{name}-{number}"))
                .spawn(move || serve(&work, &open))
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

fn serve(queue: &Receiver<Work>, open: &Opener) {
    let mut owned: Option<Owned> = None;
    for work in queue {
        if owned.as_ref().is_some_and(Owned::is_lost) {
            owned = None;
        }
        if owned.is_none() {
            match open() {
                Ok(fresh) => owned = Some(fresh),
                Err(fault) => {
                    work(Err(fault));
                    continue;
                }
            }
        }
        let Some(connection) = owned.as_mut() else {
            continue;
        };
        // A panic in a closure is our fault; the connection is given up, the thread lives on.
        if catch_unwind(AssertUnwindSafe(|| work(Ok(&mut connection.conn())))).is_err() {
            owned = None;
        }
    }
}
