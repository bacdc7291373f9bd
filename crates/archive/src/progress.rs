//! How far long work has come, for whoever waits: kept in memory alone, because the work itself
//! is one transaction and writes nothing before its end.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use uuid::Uuid;

/// How many tables of how many are done, by archive.
#[derive(Default)]
pub(crate) struct Progress(Mutex<HashMap<Uuid, (usize, usize)>>);

impl Progress {
    /// So many of so many are done.
    pub(crate) fn note(&self, id: Uuid, done: usize, all: usize) {
        let mut noted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        noted.insert(id, (done, all));
    }

    /// The work has ended.
    pub(crate) fn end(&self, id: Uuid) {
        let mut noted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        noted.remove(&id);
    }

    /// How far the work has come, where it is on.
    pub(crate) fn of(&self, id: Uuid) -> Option<(usize, usize)> {
        let noted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        noted.get(&id).copied()
    }
}
