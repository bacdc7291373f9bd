//! The guest list: who is invited to a gathering and what they answered.

use base::{GatheringId, InvitationId, PersonId};
use jiff::Timestamp;

/// One person on the guest list of one gathering.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// Its id.
    pub id: InvitationId,
    /// The gathering.
    pub gathering: GatheringId,
    /// The person.
    pub person: PersonId,
    /// The group or function that led to it.
    pub via: String,
    /// When the invitation went out.
    pub invited_at: Option<Timestamp>,
    /// The answer.
    pub reply: Option<Reply>,
    /// When it came.
    pub replied_at: Option<Timestamp>,
    /// How it came: `link`, `account`, `office-phone`, `office-letter`, `calendar`,
    /// `registration`.
    pub replied_through: String,
    /// Who comes instead.
    pub deputy: String,
    /// What else the person said.
    pub note: String,
    /// The gathering's sequence that the person was last told of.
    pub told_sequence: Option<i64>,
    /// Whether the person was taken off the list again.
    pub withdrawn: bool,
    /// How often the person was taken off the list or put back.
    pub turns: i64,
}

impl Invitation {
    /// The sequence of a calendar entry for this guest: each message about it must have a
    /// higher one than the last, a second invitation after a withdrawal as well (RFC 5546,
    /// 2.1.4).
    pub const fn sequence(&self, gathering: i64) -> i64 {
        gathering.saturating_add(self.turns)
    }
}

/// An answer to an invitation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reply {
    /// Zusage.
    Yes,
    /// Unter Vorbehalt.
    Tentative,
    /// Absage.
    No,
}

impl Reply {
    /// All answers.
    pub const ALL: [Self; 3] = [Self::Yes, Self::Tentative, Self::No];

    /// The word in the database and in forms.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::Tentative => "tentative",
            Self::No => "no",
        }
    }

    /// Phrase key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Yes => "gatherings-reply-yes",
            Self::Tentative => "gatherings-reply-tentative",
            Self::No => "gatherings-reply-no",
        }
    }

    /// Reads the word of the database or a form.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reply| reply.word() == word)
    }
}

/// An answer on its way into the guest list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReplyInput {
    /// The answer.
    pub reply: Reply,
    /// How it came.
    pub through: &'static str,
    /// Who comes instead.
    pub deputy: String,
    /// What else the person said.
    pub note: String,
}
