//! The operator's room: what gave up, the backups, and the figures for who watches.

mod metrics;
mod pages;

use std::sync::{Arc, Mutex, PoisonError};

use base::access::Right;
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use shell::{Room, Routes};

use crate::settings::Backup;
use crate::words::PHRASES;

/// The operator's page.
pub const OPERATION: &str = "/betrieb";
const JOB_AGAIN: &str = "/betrieb/auftraege/{job}/erneut";
const JOB_DROP: &str = "/betrieb/auftraege/{job}/verwerfen";
const LETTER_AGAIN: &str = "/betrieb/briefe/{letter}/erneut";
const LETTER_DROP: &str = "/betrieb/briefe/{letter}/verwerfen";
const METRICS: &str = "/metrics";

/// What the operator's room has at hand.
#[derive(Debug, Default)]
pub struct Operations {
    /// When backups are taken.
    pub backup: Backup,
    token: Option<[u8; 32]>,
    trouble: Mutex<Option<Trouble>>,
}

/// A backup that could not be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Trouble {
    pub(crate) at: Timestamp,
    pub(crate) story: String,
}

impl Operations {
    /// With these settings; the token opens the figures to other machines.
    pub fn new(backup: Backup, token: Option<&str>) -> Self {
        Self {
            backup,
            token: token.map(|token| Sha256::digest(token).into()),
            trouble: Mutex::default(),
        }
    }

    /// Whether this is the token; compared by hashes, which tell nothing by their time.
    fn knows(&self, token: &str) -> bool {
        self.token == Some(Sha256::digest(token).into())
    }

    pub(crate) fn trouble(&self) -> Option<Trouble> {
        let trouble = self.trouble.lock().unwrap_or_else(PoisonError::into_inner);
        trouble.clone()
    }

    /// Remembers that a backup could not be taken, and why.
    pub fn note_trouble(&self, at: Timestamp, story: String) {
        let mut trouble = self.trouble.lock().unwrap_or_else(PoisonError::into_inner);
        *trouble = Some(Trouble { at, story });
    }

    /// Remembers that one was taken.
    pub fn note_success(&self) {
        let mut trouble = self.trouble.lock().unwrap_or_else(PoisonError::into_inner);
        *trouble = None;
    }
}

/// The room.
pub(crate) fn room(operations: Arc<Operations>) -> Room {
    Room {
        name: "operation",
        phrases: PHRASES,
        routes: Some(routes),
        tool: Some(operations),
        ..Room::default()
    }
}

fn routes(routes: &mut Routes) {
    routes.get(OPERATION, Right::Operate, pages::show_all);
    routes.post(JOB_AGAIN, Right::Operate, pages::job_again);
    routes.post(JOB_DROP, Right::Operate, pages::job_drop);
    routes.post(LETTER_AGAIN, Right::Operate, pages::letter_again);
    routes.post(LETTER_DROP, Right::Operate, pages::letter_drop);
    routes.get(METRICS, Right::ReadPublic, metrics::show);
}
