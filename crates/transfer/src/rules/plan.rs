//! What reading a list in would do, row by row: the review is made of it, and so is the act.

mod making;
mod votes;

use base::{OrganisationId, PersonId};
use serde::{Deserialize, Serialize};

use super::entry::Flaw;
use super::known::Like;
use super::values::Difference;

pub use making::Plan;
pub(crate) use votes::gives_up_vote;

/// What becomes of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Verdict {
    /// Nothing of it is known.
    New,
    /// It looks like something that is known; the office says whether it is.
    Like,
    /// It is known, and something would change.
    Match,
    /// It is known and says nothing new.
    Same,
    /// It cannot be read in.
    Wrong,
}

impl Verdict {
    /// All of them, in the order of the pages.
    pub const ALL: [Self; 5] = [Self::New, Self::Like, Self::Match, Self::Same, Self::Wrong];

    /// The word in the database and in addresses; the phrase key is `transfer-verdict-` and it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Like => "like",
            Self::Match => "match",
            Self::Same => "same",
            Self::Wrong => "wrong",
        }
    }

    /// Reads the word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.word() == word)
    }
}

/// What the office decides about a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Choice {
    /// Enter what is new, write what has changed.
    Take,
    /// Leave the row out.
    Leave,
}

impl Choice {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Take, Self::Leave];

    /// The word in the database and in forms.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Take => "take",
            Self::Leave => "leave",
        }
    }

    /// Reads the word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.word() == word)
    }
}

/// What would become of one row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// What becomes of it.
    pub verdict: Verdict,
    /// What it is about, in words of the list.
    pub name: String,
    /// Phrase key of why it is taken for something that is known.
    pub why: Option<String>,
    /// The organisation that it is taken for.
    #[serde(skip)]
    pub organisation: Option<OrganisationId>,
    /// The person that it is taken for.
    #[serde(skip)]
    pub person: Option<PersonId>,
    /// What would change in these.
    pub differences: Vec<Difference>,
    /// What would be entered: phrase keys.
    pub adds: Vec<String>,
    /// What is wrong with it.
    pub flaws: Vec<Flaw>,
    /// What the office may want to know.
    #[serde(default)]
    pub notes: Vec<Flaw>,
}

/// What the office chose for a part of a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pick<Id> {
    /// Nothing.
    #[default]
    Open,
    /// It is this record.
    Known(Id),
    /// It is nobody who is known.
    New,
}

/// What the office chose for a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Picks {
    /// Which organisation it means.
    pub organisation: Pick<OrganisationId>,
    /// Which person.
    pub person: Pick<PersonId>,
}

/// What would become of a row, with the records that it may mean.
#[derive(Clone, Debug)]
pub struct Planned {
    /// What would become of it.
    pub line: Line,
    /// The organisations that it may mean.
    pub organisations: Vec<Like>,
    /// The people whom it may mean.
    pub people: Vec<Like>,
    /// Phrase key of what has become of a choice that holds no longer; empty where it holds.
    pub mark: String,
    /// Whether the office is asked.
    asks: bool,
}

impl Planned {
    /// What is left of what the office chose: a record that is there no longer is no choice.
    pub(crate) fn picks(&self, chosen: Picks) -> Picks {
        let organisation = match chosen.organisation {
            Pick::Known(id) if self.line.organisation != Some(id) => Pick::Open,
            // A name that has come into the register cannot be new.
            Pick::New if self.line.organisation.is_some() => Pick::Open,
            other => other,
        };
        let person = match chosen.person {
            Pick::Known(id) if self.line.person != Some(id) => Pick::Open,
            other => other,
        };
        Picks {
            organisation,
            person,
        }
    }
}
