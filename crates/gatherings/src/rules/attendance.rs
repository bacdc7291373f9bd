//! Who came, by person and by organisation.

use std::collections::BTreeSet;

use base::{OrganisationId, PersonId};

/// One line of the attendance list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attendance {
    /// The person, where the register knows them.
    pub person: Option<PersonId>,
    /// The organisation, where the register knows it.
    pub organisation: Option<OrganisationId>,
    /// The person's name, as known on the day.
    pub name: String,
    /// The organisation's name, as known on the day.
    pub organisation_name: String,
    /// The function through which the person came.
    pub function: String,
    /// Whether they came.
    pub state: Presence,
    /// Who came instead.
    pub represented_by: String,
}

/// Guests who came and were counted, not named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FurtherGuests {
    /// How many.
    pub count: i64,
    /// Whether that is an estimate.
    pub is_about: bool,
}

impl FurtherGuests {
    /// The most that a form takes.
    pub const MOST: i64 = 100_000;
}

/// Whether somebody came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Presence {
    /// Came.
    Present,
    /// Somebody came instead.
    Represented,
    /// Sent word.
    Excused,
    /// Stayed away without a word.
    Absent,
}

impl Presence {
    /// All of them, in the order of a form.
    pub const ALL: [Self; 4] = [
        Self::Present,
        Self::Represented,
        Self::Excused,
        Self::Absent,
    ];

    /// The word in the database and in forms.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Present => "present",
            Self::Represented => "represented",
            Self::Excused => "excused",
            Self::Absent => "absent",
        }
    }

    /// Phrase key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Present => "gatherings-presence-present",
            Self::Represented => "gatherings-presence-represented",
            Self::Excused => "gatherings-presence-excused",
            Self::Absent => "gatherings-presence-absent",
        }
    }

    /// Reads the word of the database or a form.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.word() == word)
    }

    /// Whether a voice of theirs was in the room.
    pub const fn counts(self) -> bool {
        matches!(self, Self::Present | Self::Represented)
    }
}

/// How many came.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Represented {
    /// People who came or whom somebody stood in for.
    pub people: usize,
    /// The organisations that were there through anybody, by name.
    pub organisations: Vec<String>,
}

/// How many came, and from which organisations.
pub fn represented_organisations(attendance: &[Attendance]) -> Represented {
    let there = || attendance.iter().filter(|row| row.state.counts());
    let organisations: BTreeSet<&str> = there()
        .map(|row| row.organisation_name.as_str())
        .filter(|name| !name.is_empty())
        .collect();
    Represented {
        people: there().count(),
        organisations: organisations.into_iter().map(ToOwned::to_owned).collect(),
    }
}
