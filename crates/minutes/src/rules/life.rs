//! The life of minutes: draft, circulated, approved, distributed, and what each step needs.

use base::{GatheringId, GroupId, Halt, MinutesId, NetworkId, PersonId};
use jiff::Timestamp;
use jiff::civil::Date;

/// How far minutes have come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// Being written.
    Draft,
    /// Sent round with a term for objections.
    Circulated,
    /// In force.
    Approved,
    /// Sent out for good.
    Distributed,
}

impl State {
    /// All states, in the order of a life.
    pub const ALL: [Self; 4] = [
        Self::Draft,
        Self::Circulated,
        Self::Approved,
        Self::Distributed,
    ];

    /// The word in the database and in style sheets.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Circulated => "circulated",
            Self::Approved => "approved",
            Self::Distributed => "distributed",
        }
    }

    /// Phrase key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Draft => "minutes-state-draft",
            Self::Circulated => "minutes-state-circulated",
            Self::Approved => "minutes-state-approved",
            Self::Distributed => "minutes-state-distributed",
        }
    }

    /// Reads the word of the database.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.word() == word)
    }

    /// Whether the text is in force.
    pub const fn is_approved(self) -> bool {
        matches!(self, Self::Approved | Self::Distributed)
    }
}

/// Somebody with a part in the minutes: a person of the register or a name as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Named {
    /// The person, where the register knows them.
    pub person: Option<PersonId>,
    /// The name as it is shown; empty where nobody is named.
    pub name: String,
}

/// The minutes of one gathering.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Minutes {
    /// Their id.
    pub id: MinutesId,
    /// The network.
    pub network: NetworkId,
    /// The gathering.
    pub gathering: GatheringId,
    /// The group that met.
    pub group: Option<GroupId>,
    /// How far they have come.
    pub state: State,
    /// Who led the gathering.
    pub chair: Named,
    /// Who writes.
    pub taker: Named,
    /// When they were begun.
    pub begun_at: Timestamp,
    /// By whom.
    pub begun_by: String,
    /// When anything about them last changed.
    pub changed_at: Timestamp,
}

/// What kind of step in the life of minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StepKind {
    /// Sent round.
    Circulation,
    /// Approved, by a meeting or by lapse of the term.
    Approval,
    /// The approval was taken back.
    ApprovalWithdrawal,
    /// Sent out for good.
    Distribution,
}

impl StepKind {
    const ALL: [Self; 4] = [
        Self::Circulation,
        Self::Approval,
        Self::ApprovalWithdrawal,
        Self::Distribution,
    ];

    /// The word in the database.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Circulation => "circulation",
            Self::Approval => "approval",
            Self::ApprovalWithdrawal => "approval_withdrawal",
            Self::Distribution => "distribution",
        }
    }

    /// Reads the word of the database.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// One step: who did it and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What it was.
    pub kind: StepKind,
    /// When.
    pub at: Timestamp,
    /// Who; the program's own name where a term lapsed.
    pub by: String,
    /// The last day for objections, of a circulation.
    pub until: Option<Date>,
    /// The meeting that approved; none where the term lapsed.
    pub meeting: Option<GatheringId>,
    /// How many letters were laid out for it.
    pub letters: i64,
}

/// Where minutes stand: everything that decides about the next step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// How far they have come.
    pub state: State,
    /// Objections that nobody has answered.
    pub open: usize,
    /// Objections that wait for the next meeting.
    pub for_meeting: usize,
    /// The last day for objections.
    pub until: Option<Date>,
    /// Whether an approval was taken back since they were last sent round.
    pub taken_back: bool,
}

/// What somebody wants to do with minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Write in them.
    Write,
    /// Send them round until a day, seen from today.
    Circulate {
        /// The last day for objections.
        until: Date,
        /// Today.
        today: Date,
    },
    /// Object to them.
    Object {
        /// Today.
        today: Date,
    },
    /// Let them be approved because the term has passed.
    Lapse {
        /// Today.
        today: Date,
    },
    /// Approve them in a meeting.
    ApproveInMeeting {
        /// Whether that meeting came after and has begun.
        is_later_and_begun: bool,
    },
    /// Take the approval back.
    WithdrawApproval,
    /// Send them out for good.
    Distribute,
}

const LONGEST_TERM_DAYS: i32 = 366;

/// What minutes become by an act.
///
/// # Errors
/// [`Halt::Refused`] with the reason where the act is not allowed.
pub fn allow(standing: &Standing, act: Act) -> Result<State, Halt> {
    use State::{Approved, Circulated, Distributed, Draft};
    match (act, standing.state) {
        (Act::Write, Draft) => Ok(Draft),
        (Act::Write, _) => Err(Halt::no("minutes-fault-not-a-draft")),
        (Act::Circulate { until, today }, Draft | Circulated) => circulated(standing, until, today),
        (Act::Object { .. }, Draft) => Err(Halt::no("minutes-fault-not-circulated")),
        (Act::Object { today }, Circulated) => {
            if standing.until.is_some_and(|until| today <= until) {
                Ok(Circulated)
            } else {
                Err(Halt::no("minutes-fault-term-over"))
            }
        }
        (Act::Lapse { today }, Circulated) => lapsed(standing, today),
        (Act::ApproveInMeeting { .. } | Act::Lapse { .. }, Draft) => {
            Err(Halt::no("minutes-fault-not-circulated"))
        }
        (Act::ApproveInMeeting { is_later_and_begun }, Circulated) => {
            if standing.open > 0 {
                Err(Halt::no("minutes-fault-objection-open"))
            } else if is_later_and_begun {
                Ok(Approved)
            } else {
                Err(Halt::at("meeting", "minutes-fault-meeting"))
            }
        }
        (
            Act::Circulate { .. }
            | Act::Object { .. }
            | Act::ApproveInMeeting { .. }
            | Act::Lapse { .. },
            Approved | Distributed,
        ) => Err(Halt::no("minutes-fault-already-approved")),
        (Act::WithdrawApproval, Approved) => Ok(Circulated),
        (Act::WithdrawApproval | Act::Distribute, Distributed) => {
            Err(Halt::no("minutes-fault-distributed"))
        }
        (Act::Distribute, Approved) => Ok(Distributed),
        (Act::WithdrawApproval | Act::Distribute, Draft | Circulated) => {
            Err(Halt::no("minutes-fault-not-approved"))
        }
    }
}

fn circulated(standing: &Standing, until: Date, today: Date) -> Result<State, Halt> {
    if standing.open > 0 {
        return Err(Halt::no("minutes-fault-objection-open"));
    }
    let days = (until - today).get_days();
    if (1..=LONGEST_TERM_DAYS).contains(&days) {
        Ok(State::Circulated)
    } else {
        Err(Halt::at("until", "minutes-fault-term"))
    }
}

/// What the next meeting is to settle, no lapse settles before it; and what a person took
/// back does not come into force again by itself.
fn lapsed(standing: &Standing, today: Date) -> Result<State, Halt> {
    if standing.open > 0 {
        return Err(Halt::no("minutes-fault-objection-open"));
    }
    if standing.for_meeting > 0 || standing.taken_back {
        return Err(Halt::no("minutes-fault-meeting-decides"));
    }
    if standing.until.is_some_and(|until| until < today) {
        Ok(State::Approved)
    } else {
        Err(Halt::no("minutes-fault-term-runs"))
    }
}

#[cfg(test)]
mod tests;
