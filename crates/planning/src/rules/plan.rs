//! The plan of a year and its rows.

use std::hash::{DefaultHasher, Hash, Hasher};

use base::access::{Audience, Subject};
use base::{GroupId, NetworkId, OrganisationId, YearPlanId};
use gatherings::Gathering;
use jiff::Timestamp;
use jiff::civil::DateTime;

/// How far a plan has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanState {
    /// The office alone sees it.
    Draft,
    /// Everybody sees it.
    Published,
}

impl PlanState {
    /// The word in the database.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Published => "published",
        }
    }

    /// Reads the word of the database.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Draft, Self::Published]
            .into_iter()
            .find(|state| state.word() == word)
    }
}

/// The plan of one year, of a network or of one of its groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearPlan {
    /// Its id.
    pub id: YearPlanId,
    /// The network.
    pub network: NetworkId,
    /// The group whose plan it is; none for the network's own.
    pub group: Option<GroupId>,
    /// The group's path segment; empty for the network's own.
    pub group_slug: String,
    /// The group's name; empty for the network's own.
    pub group_name: String,
    /// The year.
    pub year: i16,
    /// How far it has come.
    pub state: PlanState,
    /// When it was published first.
    pub published_at: Option<Timestamp>,
    /// When it was changed last.
    pub changed_at: Timestamp,
}

impl YearPlan {
    /// What rights about this plan are asked about.
    pub const fn subject(&self) -> Subject {
        Subject::Record {
            network: self.network,
            group: self.group,
            record: None,
            audience: Audience::Public,
            published: matches!(self.state, PlanState::Published),
            invited: false,
        }
    }

    /// Its path segment: the year, and the group's where it is a group's plan.
    pub fn segment(&self) -> String {
        if self.group_slug.is_empty() {
            self.year.to_string()
        } else {
            format!("{}-{}", self.year, self.group_slug)
        }
    }

    /// Reads a path segment: the year and the group's segment.
    pub fn read_segment(segment: &str) -> Option<(i16, &str)> {
        let (year, group) = segment.split_once('-').unwrap_or((segment, ""));
        let year: i16 = year.parse().ok()?;
        (1995..=2199).contains(&year).then_some((year, group))
    }
}

/// What a row of a plan is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RowKind {
    /// A meeting.
    Meeting,
    /// The summer party with its award.
    Party,
    /// Next year's plan and this year's accounts.
    Accounts,
}

impl RowKind {
    /// All kinds.
    pub const ALL: [Self; 3] = [Self::Meeting, Self::Party, Self::Accounts];

    /// The word in the database and in forms.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Meeting => "meeting",
            Self::Party => "party",
            Self::Accounts => "accounts",
        }
    }

    /// Phrase key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Meeting => "planning-kind-meeting",
            Self::Party => "planning-kind-party",
            Self::Accounts => "planning-kind-accounts",
        }
    }

    /// Reads the word of the database or a form.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// The facts that a row of the table shows and changes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RowFacts {
    /// What it is.
    pub kind: RowKind,
    /// Local start.
    pub starts: DateTime,
    /// Local end.
    pub ends: DateTime,
    /// Title.
    pub title: String,
    /// Focus.
    pub focus: String,
    /// The organisation that receives the others.
    pub host: Option<OrganisationId>,
    /// The first guest's function.
    pub guest_function: String,
    /// The first guest's body.
    pub guest_body: String,
}

impl RowFacts {
    /// The facts of a known gathering.
    pub fn of(it: &Gathering, kind: RowKind) -> Self {
        let guest = it.guests.first();
        Self {
            kind,
            starts: it.starts,
            ends: it.ends,
            title: it.title.clone(),
            focus: it.focus.clone(),
            host: it.host,
            guest_function: guest.map(|it| it.function.clone()).unwrap_or_default(),
            guest_body: guest.map(|it| it.body.clone()).unwrap_or_default(),
        }
    }

    /// Tells whether two people looked at the same facts; travels in the form.
    pub fn fingerprint(&self) -> String {
        let mut hasher = DefaultHasher::new();
        self.hash(&mut hasher);
        format!("{:016x}", hasher.finish())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn segments_are_read_back() {
        assert_eq!(YearPlan::read_segment("2018"), Some((2018, "")));
        assert_eq!(
            YearPlan::read_segment("2018-arbeitskreis-asyl"),
            Some((2018, "arbeitskreis-asyl"))
        );
        for segment in ["", "18", "abc", "2300", "-2018", "2018x"] {
            assert_eq!(YearPlan::read_segment(segment), None, "{segment}");
        }
    }

    #[test]
    fn another_fact_is_another_fingerprint() {
        let day = jiff::civil::date(2018, 2, 14);
        let facts = RowFacts {
            kind: RowKind::Meeting,
            starts: day.at(10, 0, 0, 0),
            ends: day.at(12, 0, 0, 0),
            title: "Sitzung".to_owned(),
            focus: String::new(),
            host: None,
            guest_function: String::new(),
            guest_body: String::new(),
        };
        let mut other = facts.clone();
        other.focus = "Wohnen".to_owned();

        assert_eq!(facts.fingerprint(), facts.clone().fingerprint());
        assert_ne!(facts.fingerprint(), other.fingerprint());
    }
}
