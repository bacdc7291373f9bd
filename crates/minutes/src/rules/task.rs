//! Tasks: who does what by when.

use base::{MinutesId, NetworkId, TaskId};
use jiff::Timestamp;
use jiff::civil::Date;

use super::{EntryId, Responsible};

/// How far a task has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TaskState {
    /// To be done.
    Open,
    /// Done.
    Done,
    /// Nobody needs to do it any more.
    Dropped,
}

impl TaskState {
    /// All states.
    pub const ALL: [Self; 3] = [Self::Open, Self::Done, Self::Dropped];

    /// The word in the database.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Done => "done",
            Self::Dropped => "dropped",
        }
    }

    /// Phrase key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Open => "minutes-task-open",
            Self::Done => "minutes-task-done",
            Self::Dropped => "minutes-task-dropped",
        }
    }

    /// Reads the word of the database.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.word() == word)
    }
}

/// Who does what by when, born from an entry of minutes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// Its id.
    pub id: TaskId,
    /// The network.
    pub network: NetworkId,
    /// The minutes.
    pub minutes: MinutesId,
    /// The entry.
    pub entry: EntryId,
    /// Whether it stands in the internal part.
    pub internal: bool,
    /// The line that it was read from; none where a form made it.
    pub line: Option<String>,
    /// Who.
    pub who: Responsible,
    /// What.
    pub wording: String,
    /// Until when.
    pub due: Date,
    /// How far it has come.
    pub state: TaskState,
    /// When it was done or dropped.
    pub settled_at: Option<Timestamp>,
    /// By whom.
    pub settled_by: String,
}

impl Task {
    /// Whether it should have been done before today.
    pub fn is_overdue(&self, today: Date) -> bool {
        self.state == TaskState::Open && self.due < today
    }
}
