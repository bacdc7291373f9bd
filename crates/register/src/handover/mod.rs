//! A function that goes to somebody else: one edit when staff changes, looked at before and
//! taken back after.

mod actions;
mod pages;
mod records;
pub(crate) mod routes;

use base::{FunctionId, GroupMemberId, HandoverId, NetworkId};
use jiff::civil::Date;

pub use actions::{HandoverInput, Successor, hand_over, take_back};
pub(crate) use records::handovers_of;

/// A function that went to somebody else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Handover {
    pub(crate) id: HandoverId,
    pub(crate) network: NetworkId,
    pub(crate) old: FunctionId,
    pub(crate) new: FunctionId,
    /// The last day of the one who had it.
    pub(crate) last_day: Date,
    /// The last day that was entered before.
    pub(crate) until_before: Option<Date>,
    pub(crate) made_by: String,
}

/// A part in a group that went along.
#[derive(Clone, Copy, Debug)]
pub(crate) struct GroupPart {
    pub(crate) old: GroupMemberId,
    /// The part that began; none where one only ended to make room.
    pub(crate) new: Option<GroupMemberId>,
    pub(crate) until_before: Option<Date>,
}
