//! Objections to circulated minutes.

use base::{AgendaItemId, GatheringId, MinutesId, NetworkId, ObjectionId, PersonId};
use jiff::Timestamp;

use super::EntryId;

/// What became of an objection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ObjectionState {
    /// Nobody has answered it.
    Open,
    /// The text was changed.
    Accepted,
    /// The next meeting decides.
    NextMeeting,
    /// It was taken back.
    Withdrawn,
    /// The meeting that approved the minutes settled it.
    Decided,
}

impl ObjectionState {
    /// All states.
    pub const ALL: [Self; 5] = [
        Self::Open,
        Self::Accepted,
        Self::NextMeeting,
        Self::Withdrawn,
        Self::Decided,
    ];

    /// The word in the database.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Accepted => "accepted",
            Self::NextMeeting => "next_meeting",
            Self::Withdrawn => "withdrawn",
            Self::Decided => "decided",
        }
    }

    /// Phrase key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Open => "minutes-objection-open",
            Self::Accepted => "minutes-objection-accepted",
            Self::NextMeeting => "minutes-objection-next-meeting",
            Self::Withdrawn => "minutes-objection-withdrawn",
            Self::Decided => "minutes-objection-decided",
        }
    }

    /// Reads the word of the database.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.word() == word)
    }
}

/// An objection to one entry of circulated minutes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Objection {
    /// Its id.
    pub id: ObjectionId,
    /// The minutes.
    pub minutes: MinutesId,
    /// The network.
    pub network: NetworkId,
    /// The entry.
    pub entry: EntryId,
    /// To which circulation, by its number.
    pub circulation: i64,
    /// The wording that is wished for.
    pub wording: String,
    /// Why.
    pub reason: String,
    /// When.
    pub at: Timestamp,
    /// The person who objects, where the register knows them.
    pub person: Option<PersonId>,
    /// How the one who objects is named.
    pub by: String,
    /// What became of it.
    pub state: ObjectionState,
    /// When it was settled.
    pub settled_at: Option<Timestamp>,
    /// Who settled it.
    pub settled_by: String,
    /// The meeting that it waits for.
    pub meeting: Option<GatheringId>,
    /// The agenda item that it became there.
    pub agenda_item: Option<AgendaItemId>,
}
