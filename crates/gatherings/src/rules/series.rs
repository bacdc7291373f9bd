//! Series: gatherings that belong together.

use base::{NetworkId, SeriesId};

/// Gatherings that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// Its id.
    pub id: SeriesId,
    /// The network.
    pub network: NetworkId,
    /// Its name.
    pub name: String,
    /// What it is about.
    pub about: String,
    /// How its gatherings belong together.
    pub kind: SeriesKind,
}

/// How the gatherings of a series belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SeriesKind {
    /// The same meeting again and again.
    Recurring,
    /// One of several is chosen.
    Choice,
    /// One builds on the other.
    Sequence,
}

impl SeriesKind {
    /// All kinds.
    pub const ALL: [Self; 3] = [Self::Recurring, Self::Choice, Self::Sequence];

    /// The word in the database and in forms.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Recurring => "recurring",
            Self::Choice => "choice",
            Self::Sequence => "sequence",
        }
    }

    /// Phrase key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Recurring => "gatherings-series-recurring",
            Self::Choice => "gatherings-series-choice",
            Self::Sequence => "gatherings-series-sequence",
        }
    }

    /// Reads the word of the database or a form.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}
