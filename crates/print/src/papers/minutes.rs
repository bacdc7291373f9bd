//! The minutes of one gathering.

use serde::Serialize;

use super::attendance::{AttendanceRow, FurtherGuests};
use super::{Facts, Letterhead, Party};
use crate::prose::Prose;

/// The minutes of one gathering, in whatever state they are.
#[derive(Clone, Debug, Serialize)]
pub struct MinutesPaper {
    /// Who sends it.
    pub letterhead: Letterhead,
    /// The gathering.
    pub facts: Facts,
    /// How far the minutes have come.
    pub state: MinutesState,
    /// The revision's number or name; empty when there is none.
    pub revision: String,
    /// Who led the gathering.
    pub chair: Option<Party>,
    /// Who wrote the minutes.
    pub minute_taker: Option<Party>,
    /// Who came and who did not; open rows are left out.
    pub attendance: Vec<AttendanceRow>,
    /// Who came and was counted only.
    pub further_guests: Option<FurtherGuests>,
    /// What was said and settled, per item.
    pub items: Vec<MinutesItem>,
    /// Whether lines for two signatures close the document.
    pub with_signatures: bool,
}

/// How far the minutes have come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum MinutesState {
    /// Still being written.
    Draft,
    /// Sent round; objections are possible.
    Circulated {
        /// The last day for objections.
        until: Option<String>,
    },
    /// Approved, in force.
    Approved {
        /// The day of the approval.
        on: String,
    },
}

/// What was said and settled under one item of the agenda.
#[derive(Clone, Debug, Default, Serialize)]
pub struct MinutesItem {
    /// The item's number.
    pub number: String,
    /// Its title.
    pub title: String,
    /// What everybody may read.
    pub text: Prose,
    /// What stays in the network; printed with a mark. Leave it out for public copies.
    pub internal: Option<Prose>,
    /// What was settled.
    pub decisions: Vec<Decision>,
    /// What somebody is to do.
    pub tasks: Vec<Task>,
}

/// What the gathering settled.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Decision {
    /// The decision's own number; empty when there is none.
    pub number: String,
    /// Its wording.
    pub text: Prose,
    /// What came of it.
    pub outcome: Option<Outcome>,
    /// The vote, where there was one.
    pub votes: Option<Votes>,
}

/// What came of a motion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// With nobody against.
    Unanimous,
    /// By majority.
    Adopted,
    /// Voted down.
    Rejected,
    /// Put off to a later gathering.
    Postponed,
    /// Taken note of, without a vote.
    Noted,
}

/// A counted vote.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Votes {
    /// For.
    pub yes: u32,
    /// Against.
    pub no: u32,
    /// Abstentions.
    pub abstentions: u32,
}

/// Who does what by when.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Task {
    /// What is to be done.
    pub what: Prose,
    /// Who does it: name, function, and the organisation as body.
    pub who: Party,
    /// Until when.
    pub until: Option<String>,
}
