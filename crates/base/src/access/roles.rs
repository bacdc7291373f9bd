//! The closed list of roles: how somebody comes by each of them, and how far it reaches.

use uuid::Uuid;

use crate::{GroupId, NetworkId};

/// A role of the closed list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// Runs the installation (Betrieb).
    Operator,
    /// Runs a network (Geschäftsstelle).
    Office,
    /// Leads a group (Leitung).
    GroupLeader,
    /// Writes and publishes posts and pages (Redaktion).
    Editor,
    /// Speaks for a member organisation (Ansprechperson).
    MemberContact,
    /// Sees what participants need in order to take part (Assistenz-Kontakt).
    AssistanceContact,
    /// Watches over a network's handling of personal data (Datenschutz).
    DataProtection,
    /// Rates nominations (Jury).
    Jury,
    /// Reads everything and changes nothing (Prüfung).
    Auditor,
    /// Works with a network, a group or on one record without being a member (Partner).
    Partner,
}

/// How somebody comes by a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// With the installation.
    Installation,
    /// The office gives it.
    Given,
    /// By leading a group.
    Group,
    /// By being the contact of an organisation.
    Function,
}

/// How far a role can reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// All of a network.
    Network,
    /// One group.
    Group,
    /// One record: a gathering, a post.
    Record,
}

impl Role {
    /// All of them, in the order in which people read about them.
    pub const ALL: [Self; 10] = [
        Self::Office,
        Self::GroupLeader,
        Self::Editor,
        Self::MemberContact,
        Self::AssistanceContact,
        Self::DataProtection,
        Self::Jury,
        Self::Auditor,
        Self::Partner,
        Self::Operator,
    ];

    /// The word in the database.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Operator => "operator",
            Self::Office => "office",
            Self::GroupLeader => "group_leader",
            Self::Editor => "editor",
            Self::MemberContact => "member_contact",
            Self::AssistanceContact => "assistance_contact",
            Self::DataProtection => "data_protection",
            Self::Jury => "jury",
            Self::Auditor => "auditor",
            Self::Partner => "partner",
        }
    }

    /// Reads the word of the database or a form.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.word() == word)
    }

    /// Phrase key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Operator => "role-operator",
            Self::Office => "role-office",
            Self::GroupLeader => "role-group-leader",
            Self::Editor => "role-editor",
            Self::MemberContact => "role-member-contact",
            Self::AssistanceContact => "role-assistance-contact",
            Self::DataProtection => "role-data-protection",
            Self::Jury => "role-jury",
            Self::Auditor => "role-auditor",
            Self::Partner => "role-partner",
        }
    }

    /// How somebody comes by it.
    pub const fn origin(self) -> Origin {
        match self {
            Self::Operator => Origin::Installation,
            Self::GroupLeader => Origin::Group,
            Self::MemberContact => Origin::Function,
            Self::Office
            | Self::Editor
            | Self::AssistanceContact
            | Self::DataProtection
            | Self::Jury
            | Self::Auditor
            | Self::Partner => Origin::Given,
        }
    }

    /// How far it can reach, the widest first.
    pub const fn reaches(self) -> &'static [Reach] {
        match self {
            Self::GroupLeader => &[Reach::Group],
            Self::Editor | Self::AssistanceContact => &[Reach::Network, Reach::Record],
            Self::Jury | Self::Auditor => &[Reach::Network, Reach::Group],
            Self::Partner => &[Reach::Network, Reach::Group, Reach::Record],
            Self::Operator | Self::Office | Self::MemberContact | Self::DataProtection => {
                &[Reach::Network]
            }
        }
    }

    /// Whether it is an office of all of a network, of which an account has one or none; every
    /// other role that is given can hold in several places at once and is an [`Assigned`].
    pub const fn is_standing(self) -> bool {
        matches!(self, Self::Office | Self::DataProtection)
    }
}

/// Where a role holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Scope {
    /// In all of the network.
    Network,
    /// In one group of it.
    Group(GroupId),
    /// About one of its records.
    Record(Uuid),
}

impl Scope {
    /// How far that is.
    pub const fn reach(self) -> Reach {
        match self {
            Self::Network => Reach::Network,
            Self::Group(_) => Reach::Group,
            Self::Record(_) => Reach::Record,
        }
    }
}

/// A role that somebody was given, as it holds today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Assigned {
    /// The network that gave it.
    pub network: NetworkId,
    /// The role.
    pub role: Role,
    /// Where it holds.
    pub scope: Scope,
}
