//! What changed after invitations went out, so that the invited can be told.

use base::GatheringId;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{AgendaItem, Gathering, Speaker};

/// A change that the office chose to tell the invited of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Its id.
    pub id: Uuid,
    /// The gathering.
    pub gathering: GatheringId,
    /// What kind of change.
    pub kind: ChangeKind,
    /// The gathering's sequence with this change.
    pub sequence: i64,
    /// What was and what is.
    pub differences: Vec<Difference>,
    /// When it was made.
    pub at: Timestamp,
    /// When the invited were told.
    pub told_at: Option<Timestamp>,
}

/// What kind of change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeKind {
    /// Another time or place.
    Moved,
    /// Anything else.
    Changed,
    /// It does not take place.
    Cancelled,
}

impl ChangeKind {
    /// The word in the database and in the job.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Moved => "moved",
            Self::Changed => "changed",
            Self::Cancelled => "cancelled",
        }
    }

    /// Reads the word.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Moved, Self::Changed, Self::Cancelled]
            .into_iter()
            .find(|kind| kind.word() == word)
    }
}

/// One fact with its old and its new value.
///
/// Start and end are local times (`2017-12-07T14:00:00`), the agenda is the items' titles, a
/// line each, and a cancellation carries its reason as the new value; the rest is plain text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Difference {
    /// Which fact.
    pub fact: Fact,
    /// What it was.
    pub before: String,
    /// What it is.
    pub after: String,
}

/// A fact that the invited care about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    /// The local start.
    Starts,
    /// The local end.
    Ends,
    /// Place and address.
    Place,
    /// The online link was set, changed or taken away; the link itself is not said.
    Online,
    /// The title.
    Title,
    /// The focus.
    Focus,
    /// The agenda.
    Agenda,
    /// That it does not take place.
    Cancelled,
    /// That it takes place after all.
    Reinstated,
}

impl Fact {
    const fn moves(self) -> bool {
        matches!(self, Self::Starts | Self::Ends | Self::Place | Self::Online)
    }
}

impl Difference {
    /// Whether it is about when or where.
    pub const fn moves(&self) -> bool {
        self.fact.moves()
    }

    /// One fact with its old and its new value.
    pub fn new(fact: Fact, before: impl Into<String>, after: impl Into<String>) -> Self {
        Self {
            fact,
            before: before.into(),
            after: after.into(),
        }
    }

    /// Everything the invited care about that differs between two states of a gathering.
    pub fn between(before: &Gathering, after: &Gathering) -> Vec<Self> {
        let mut found = Vec::new();
        let mut compare = |fact, old: String, new: String| {
            if old != new {
                found.push(Self::new(fact, old, new));
            }
        };
        compare(
            Fact::Starts,
            before.starts.to_string(),
            after.starts.to_string(),
        );
        compare(Fact::Ends, before.ends.to_string(), after.ends.to_string());
        compare(Fact::Place, before.place(), after.place());
        compare(Fact::Title, before.title.clone(), after.title.clone());
        compare(Fact::Focus, before.focus.clone(), after.focus.clone());
        if before.online_url != after.online_url {
            found.push(Self::new(Fact::Online, "", ""));
        }
        found
    }

    /// What kind of change these differences are together.
    pub fn kind(differences: &[Self]) -> ChangeKind {
        if differences.iter().any(|it| it.fact.moves()) {
            ChangeKind::Moved
        } else {
            ChangeKind::Changed
        }
    }
}

/// The agenda as the invited were told it, to notice later that it is another one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct ToldAgenda(Vec<ToldItem>);

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct ToldItem {
    title: String,
    text: String,
    minutes: Option<i64>,
    speakers: Vec<(String, String, String)>,
}

impl ToldAgenda {
    pub(crate) fn of(agenda: &[AgendaItem]) -> Self {
        let speakers = |speakers: &[Speaker]| {
            speakers
                .iter()
                .map(|it| (it.name.clone(), it.function.clone(), it.body.clone()))
                .collect()
        };
        let item = |item: &AgendaItem| ToldItem {
            title: item.title.clone(),
            text: item.text.clone(),
            minutes: item.minutes,
            speakers: speakers(&item.speakers),
        };
        Self(agenda.iter().map(item).collect())
    }

    pub(crate) fn difference(&self, now: &Self) -> Option<Difference> {
        (self != now).then(|| Difference::new(Fact::Agenda, self.titles(), now.titles()))
    }

    fn titles(&self) -> String {
        let titles: Vec<&str> = self.0.iter().map(|item| item.title.as_str()).collect();
        titles.join("\n")
    }
}
