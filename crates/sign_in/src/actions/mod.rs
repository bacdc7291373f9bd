//! What can be done with second factors, one function per act, each in the caller's transaction.

mod giving;
mod owning;
mod passkeys;
mod provided;
mod telling;

pub(crate) use giving::give_code;
pub use owning::reset;
pub(crate) use owning::{begin_app, confirm_app, remove, rename, renew_codes, secret_of_unproven};
pub(crate) use passkeys::{ask_for_known, ask_for_new, give_passkey, tie_passkey};
pub(crate) use provided::{Entered, enter};
pub(crate) use telling::Change;

use base::{AccountId, SessionId};
use jiff::Timestamp;

use crate::locks::Locks;

/// Whoever acts upon the own account, in which session, by the machine's clock.
#[derive(Clone, Debug)]
pub(crate) struct Owner {
    pub(crate) account: AccountId,
    pub(crate) session: SessionId,
    pub(crate) real_now: Timestamp,
    pub(crate) locks: Locks,
}
