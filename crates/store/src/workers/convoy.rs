//! Changes that wait at the same time travel in one transaction: a disk that takes its time to
//! make things durable is asked once for all of them.
//!
//! Each change has a savepoint of its own, so that one that fails takes nothing back but itself.
//! Nobody hears how a change ended, not even a refused one, before the transaction is certain:
//! a refusal may rest on what another change of the same convoy wrote.

use std::time::{Duration, Instant};

use base::Fault;
use crossbeam_channel::{Receiver, RecvTimeoutError};

use crate::conn::Conn;

/// What somebody asked for, on its way through a transaction.
pub(crate) trait Task: Send {
    /// Whether anybody still waits for it; who went away before the turn came has asked for
    /// nothing.
    fn is_wanted(&self) -> bool;

    /// Does the work; whether what it did shall stay.
    fn run(&mut self, conn: &mut Conn<'_>) -> bool;

    /// Does what follows from the end, whatever it was; nobody has been told yet.
    fn settle(&mut self);

    /// Tells who asked how it ended: as the work said, or, where the transaction came to
    /// nothing, with that fault.
    fn tell(self: Box<Self>, fault: Option<Fault>);
}

/// How many changes go into one transaction. PostgreSQL tells others at once about 64 changes
/// within one; of more than that, whoever reads has to look each up.
pub(crate) const CROWD: usize = 60;
/// Where each is to have a transaction of its own.
pub(crate) const ALONE: usize = 1;
/// How long a transaction takes further changes in.
const OPEN: Duration = Duration::from_millis(20);
/// How long it waits for the next one, where the last convoy was a crowd.
const PATIENCE: Duration = Duration::from_millis(3);

/// Who may come along.
pub(crate) struct Convoy<'q> {
    queue: &'q Receiver<Box<dyn Task>>,
    most: usize,
    /// How many came last time: as many may be about to come again.
    lately: usize,
}

impl<'q> Convoy<'q> {
    pub(crate) const fn new(queue: &'q Receiver<Box<dyn Task>>, most: usize) -> Self {
        Self {
            queue,
            most,
            lately: 1,
        }
    }

    /// Does what waits in a transaction that has begun, and commits it; who took part stands in
    /// `all`, whose first is there already. Without a commit where that one came to nothing.
    pub(crate) fn travel(
        &mut self,
        conn: &mut Conn<'_>,
        all: &mut Vec<Box<dyn Task>>,
    ) -> Result<Ended, Fault> {
        let begun = Instant::now();
        if !all.iter_mut().all(|first| first.run(conn)) {
            return Ok(Ended::Nothing);
        }
        while all.len() < self.most
            && let Some(mut task) = self.next(begun, all.len())
        {
            let done = conn.turn(|conn| task.run(conn));
            all.push(task);
            done?;
        }
        self.lately = all.len();
        conn.commit()?;
        Ok(Ended::Committed)
    }

    /// The next who still wants something; waits for somebody only in a crowd.
    fn next(&self, begun: Instant, come: usize) -> Option<Box<dyn Task>> {
        let left = OPEN.checked_sub(begun.elapsed())?;
        let patience = if come < self.lately {
            PATIENCE.min(left)
        } else {
            Duration::ZERO
        };
        loop {
            match self.queue.recv_timeout(patience) {
                Ok(task) if task.is_wanted() => return Some(task),
                Ok(_) => {}
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => return None,
            }
        }
    }
}

/// How a transaction ended.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ended {
    Committed,
    /// Nothing of it may stay.
    Nothing,
}
