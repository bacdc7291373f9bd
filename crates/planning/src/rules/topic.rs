//! Topics: subjects that wait for a date, and items proposed for a gathering.

use base::{AgendaItemId, GatheringId, NetworkId, OrganisationId, PersonId, TopicId};
use jiff::Timestamp;

/// How long before a gathering proposals end, where the office says nothing else.
pub const DEADLINE_DAYS: i64 = 14;

/// A subject that somebody wants to talk about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    /// Its id.
    pub id: TopicId,
    /// The network.
    pub network: NetworkId,
    /// What it is about.
    pub title: String,
    /// Explanation.
    pub text: String,
    /// Who proposed it; none where the office noted it.
    pub person: Option<PersonId>,
    /// The person's name.
    pub person_name: String,
    /// The organisation behind it.
    pub organisation: Option<OrganisationId>,
    /// The organisation's name.
    pub organisation_name: String,
    /// The gathering that it was proposed for.
    pub wished: Option<GatheringId>,
    /// The gathering on whose agenda it stands.
    pub gathering: Option<GatheringId>,
    /// Its item there.
    pub item: Option<AgendaItemId>,
    /// Whether the office declined it.
    pub dismissed: bool,
    /// What the office says about that.
    pub answer: String,
    /// When it was proposed.
    pub created_at: Timestamp,
}

/// What became of a topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TopicState {
    /// It waits.
    Open,
    /// It stands on an agenda.
    Planned,
    /// The office declined it.
    Dismissed,
}

impl TopicState {
    /// Phrase key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Open => "planning-topic-open",
            Self::Planned => "planning-topic-planned",
            Self::Dismissed => "planning-topic-dismissed",
        }
    }

    /// The word of the style sheet.
    pub const fn ring(self) -> &'static str {
        match self {
            Self::Open => "draft",
            Self::Planned => "announced",
            Self::Dismissed => "cancelled",
        }
    }
}

impl Topic {
    /// What became of it.
    pub const fn state(&self) -> TopicState {
        match (self.item, self.dismissed) {
            (Some(_), _) => TopicState::Planned,
            (None, true) => TopicState::Dismissed,
            (None, false) => TopicState::Open,
        }
    }
}
