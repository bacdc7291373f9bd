//! What can be done with lists, one function per act: taking a file in, saying what its columns
//! mean, comparing, deciding, writing, taking back.

mod check;
mod read;
mod receive;
mod review;
mod snapshots;
mod undo;
mod write;
mod writer;

pub(crate) use check::{check, checked, guide, own_fields};
pub(crate) use read::{hash_of, parse};
pub use receive::{Upload, receive};
pub(crate) use receive::{choose_columns, discard, read_again};
pub(crate) use review::{Decided, Decision, ForAll, begin_undo, begin_writing, decide};
pub(crate) use undo::{forget_changes, undo};
pub(crate) use write::write;

use base::{Halt, NetworkId};
use jiff::{SignedDuration, Timestamp};
use store::Conn;
use uuid::Uuid;

use crate::records::{self, State, Transfer};

/// What is noted at a list that is compared again because the register has changed.
const CHANGED: &str = "transfer-note-changed";

/// How long a list waits for its review before it is forgotten.
pub(crate) const REVIEW_DAYS: i64 = 7;
/// How long a list can be taken back.
pub(crate) const UNDO_DAYS: i64 = 30;

/// A list of this network.
pub(crate) fn transfer_in(
    conn: &mut Conn<'_>,
    network: NetworkId,
    id: Uuid,
) -> Result<Transfer, Halt> {
    records::transfer(conn, id)?
        .filter(|it| it.network == network)
        .ok_or(Halt::Missing)
}

/// A list of this network that stands where it must.
fn standing(
    conn: &mut Conn<'_>,
    network: NetworkId,
    id: Uuid,
    states: &[State],
) -> Result<Transfer, Halt> {
    let it = transfer_in(conn, network, id)?;
    if states.contains(&it.state) {
        Ok(it)
    } else {
        Err(Halt::Stale)
    }
}

/// So many days later.
pub(crate) fn days_after(at: Timestamp, days: i64) -> Timestamp {
    at.checked_add(SignedDuration::from_hours(24 * days))
        .unwrap_or(at)
}
