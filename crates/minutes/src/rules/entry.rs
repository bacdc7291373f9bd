//! One entry of the minutes: what was said and settled under one item.

use std::fmt;
use std::str::FromStr;

use base::{AgendaItemId, Fault, MinutesId};
use jiff::Timestamp;
use store::{Bind, Col, Value};
use uuid::Uuid;

/// Identifies one entry of minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId(Uuid);

impl From<Uuid> for EntryId {
    fn from(id: Uuid) -> Self {
        Self(id)
    }
}

impl From<EntryId> for Uuid {
    fn from(id: EntryId) -> Self {
        id.0
    }
}

impl fmt::Display for EntryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for EntryId {
    type Err = uuid::Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self)
    }
}

impl Bind for EntryId {
    fn bind(&self) -> Value {
        Value::Id(self.0)
    }
}

impl Col for EntryId {
    fn read(value: Value) -> Result<Self, Fault> {
        Uuid::read(value).map(Self)
    }
}

/// Which of an entry's two texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// What the gathering's whole audience may read.
    Public,
    /// What stays with those who were invited.
    Internal,
}

impl Part {
    /// Both parts.
    pub const ALL: [Self; 2] = [Self::Public, Self::Internal];

    /// The word in forms.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Internal => "internal",
        }
    }

    /// Reads the word of a form.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.word() == word)
    }

    /// Whether it stays with those who were invited.
    pub const fn is_internal(self) -> bool {
        matches!(self, Self::Internal)
    }
}

/// What the minutes say under one item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its id.
    pub id: EntryId,
    /// The minutes.
    pub minutes: MinutesId,
    /// The agenda item that it began as; none for a free entry.
    pub agenda_item: Option<AgendaItemId>,
    /// Its place, from 1.
    pub position: i64,
    /// What it is about.
    pub title: String,
    /// What everybody of the audience may read.
    pub public_text: String,
    /// What stays with those who were invited.
    pub internal_text: String,
    /// Raised with each change; who saves an older one has not seen the newer.
    pub version: i64,
    /// When it was last changed.
    pub changed_at: Timestamp,
    /// Who changed it last.
    pub changed_by: String,
}

impl Entry {
    /// One of its two texts.
    pub fn text(&self, part: Part) -> &str {
        match part {
            Part::Public => &self.public_text,
            Part::Internal => &self.internal_text,
        }
    }
}

/// Why an entry has a new revision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reason {
    /// Somebody wrote.
    Saved,
    /// Two texts were put together.
    Merged,
    /// An objection was accepted.
    Objection,
    /// The entry was taken out.
    Removed,
    /// A question about a task was answered.
    Answer,
}

impl Reason {
    const ALL: [Self; 5] = [
        Self::Saved,
        Self::Merged,
        Self::Objection,
        Self::Removed,
        Self::Answer,
    ];

    /// The word in the database; the phrase key is `minutes-reason-` and this word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Saved => "saved",
            Self::Merged => "merged",
            Self::Objection => "objection",
            Self::Removed => "removed",
            Self::Answer => "answer",
        }
    }

    /// Reads the word of the database.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.word() == word)
    }
}

/// An entry as it stood after one change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision {
    /// The entry.
    pub entry: EntryId,
    /// The version that it was.
    pub version: i64,
    /// Its title.
    pub title: String,
    /// Its public text.
    pub public_text: String,
    /// Its internal text.
    pub internal_text: String,
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: String,
    /// Why.
    pub reason: Reason,
}
