//! Who may do what: the one decision that pages, suffixes, jobs and commands ask.

use crate::{AccountId, GroupId, NetworkId, OrganisationId, PersonId};

/// Who a gathering, a document or a text is meant for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Audience {
    /// Everyone.
    Public,
    /// The network's members.
    Members,
    /// Those who were invited, and the office.
    Invited,
    /// The office and the leaders of the group.
    Office,
}

impl Audience {
    /// The word in the database and in forms.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Members => "members",
            Self::Invited => "invited",
            Self::Office => "office",
        }
    }

    /// Reads the word of the database or a form.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Public, Self::Members, Self::Invited, Self::Office]
            .into_iter()
            .find(|audience| audience.word() == word)
    }
}

/// A role of the closed list, as assigned to an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Runs the installation (Betrieb).
    Operator,
    /// Runs a network (Geschäftsstelle).
    Office,
    /// Leads a group (Leitung).
    GroupLeader,
    /// Speaks for a member organisation (Ansprechperson).
    MemberContact,
    /// Watches over a network's handling of personal data (Datenschutz).
    DataProtection,
}

impl Role {
    /// The word in the database.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Operator => "operator",
            Self::Office => "office",
            Self::GroupLeader => "group_leader",
            Self::MemberContact => "member_contact",
            Self::DataProtection => "data_protection",
        }
    }
}

/// What a route or a record asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Right {
    /// Read what is public.
    ReadPublic,
    /// Use one's own account.
    OwnAccount,
    /// Read what is for members.
    ReadAsMember,
    /// Read one record with its own audience.
    ReadRecord,
    /// Lead gatherings of a group: agenda, invitation, attendance, minutes.
    Lead,
    /// Keep the record of one's own organisation.
    MaintainOrganisation,
    /// Run the office of a network.
    RunOffice,
    /// Run the installation.
    Operate,
    /// Answer for a network's personal data: requests, erasure, terms, notices.
    ProtectData,
    /// Read who looked at what is held about people.
    ReadAccessLog,
}

impl Right {
    /// Phrase key of the right's name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::ReadPublic => "right-read-public",
            Self::OwnAccount => "right-own-account",
            Self::ReadAsMember => "right-read-as-member",
            Self::ReadRecord => "right-read-record",
            Self::Lead => "right-lead",
            Self::MaintainOrganisation => "right-maintain-organisation",
            Self::RunOffice => "right-run-office",
            Self::Operate => "right-operate",
            Self::ProtectData => "right-protect-data",
            Self::ReadAccessLog => "right-read-access-log",
        }
    }
}

/// The person at the door, with everything that rights derive from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Actor {
    /// The account, where someone is signed in.
    pub account: Option<AccountId>,
    /// The person of the register behind the account.
    pub person: Option<PersonId>,
    /// How pages and journal name the person.
    pub name: String,
    /// Runs the installation.
    pub operator: bool,
    /// Networks whose office this person is.
    pub offices: Vec<NetworkId>,
    /// Networks whose data protection this person watches over.
    pub protects: Vec<NetworkId>,
    /// Groups that this person leads, with their network.
    pub leads: Vec<(NetworkId, GroupId)>,
    /// Networks that this person belongs to through a member organisation or a group.
    pub member_of: Vec<NetworkId>,
    /// Groups that this person belongs to, in person or through an organisation.
    pub groups: Vec<GroupId>,
    /// Organisations that this person has a function at.
    pub organisations: Vec<OrganisationId>,
    /// Organisations that this person speaks for, with the network whose office keeps them.
    pub speaks_for: Vec<(NetworkId, OrganisationId)>,
}

impl Actor {
    /// Whether somebody is signed in at all.
    pub const fn is_signed_in(&self) -> bool {
        self.account.is_some()
    }

    /// Whether this person runs the network's office.
    pub fn is_office_of(&self, network: NetworkId) -> bool {
        self.offices.contains(&network)
    }

    /// Whether this person watches over the network's data protection.
    pub fn protects_in(&self, network: NetworkId) -> bool {
        self.protects.contains(&network)
    }

    /// Whether this person leads any group of the network.
    pub fn leads_in(&self, network: NetworkId) -> bool {
        self.leads.iter().any(|(at, _)| *at == network)
    }

    /// Whether this person leads this group.
    pub fn leads(&self, group: GroupId) -> bool {
        self.leads.iter().any(|(_, led)| *led == group)
    }

    /// The organisations of the network's register that this person speaks for.
    pub fn spoken_for_in(&self, network: NetworkId) -> impl Iterator<Item = OrganisationId> {
        let here = self.speaks_for.iter().filter(move |(at, _)| *at == network);
        here.map(|(_, organisation)| *organisation)
    }

    /// Whether the network knows this person: as office, data protection, leader or member.
    pub fn belongs_to(&self, network: NetworkId) -> bool {
        self.is_office_of(network)
            || self.protects_in(network)
            || self.leads_in(network)
            || self.member_of.contains(&network)
    }
}

/// What the right is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The installation as a whole.
    Installation,
    /// A network.
    Network(NetworkId),
    /// An organisation's record.
    Organisation {
        /// The network whose office keeps it.
        network: NetworkId,
        /// The organisation.
        organisation: OrganisationId,
    },
    /// A gathering, a document or minutes: a record of a group, for an audience.
    Record {
        /// The network that it belongs to.
        network: NetworkId,
        /// The group whose leaders may lead it.
        group: Option<GroupId>,
        /// Whom it is for.
        audience: Audience,
        /// Whether it is announced; a draft is the office's alone.
        published: bool,
        /// Whether the person who asks was invited.
        invited: bool,
    },
}

impl Subject {
    const fn network(&self) -> Option<NetworkId> {
        match self {
            Self::Installation => None,
            Self::Network(network)
            | Self::Organisation { network, .. }
            | Self::Record { network, .. } => Some(*network),
        }
    }
}

/// The answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// Yes.
    Allowed,
    /// Sign in first; then ask again.
    SignIn,
    /// No, and the person may know: 403 with the missing right and whom to ask.
    Forbidden(Right),
    /// No, and the person must not learn that it exists: 404.
    Hidden,
}

/// Decides whether `actor` has `right` about `subject`.
pub fn decide(actor: &Actor, right: Right, subject: &Subject) -> Decision {
    if has(actor, right, subject) {
        return Decision::Allowed;
    }
    match subject.network() {
        _ if right == Right::ReadRecord => Decision::Hidden,
        _ if !actor.is_signed_in() => Decision::SignIn,
        Some(network) if !actor.belongs_to(network) => Decision::Hidden,
        _ => Decision::Forbidden(right),
    }
}

fn has(actor: &Actor, right: Right, subject: &Subject) -> bool {
    match right {
        Right::ReadPublic => true,
        Right::OwnAccount => actor.is_signed_in(),
        Right::Operate => actor.operator,
        Right::ReadAsMember => subject.network().is_some_and(|it| actor.belongs_to(it)),
        Right::RunOffice => subject.network().is_some_and(|it| actor.is_office_of(it)),
        Right::MaintainOrganisation => may_maintain(actor, subject),
        Right::ProtectData => subject
            .network()
            .is_some_and(|it| actor.is_office_of(it) || actor.protects_in(it)),
        // Who is watched does not read what the watch has noted.
        Right::ReadAccessLog => subject.network().is_some_and(|it| actor.protects_in(it)),
        Right::Lead => may_lead(actor, subject),
        Right::ReadRecord => may_lead(actor, subject) || may_read(actor, subject),
    }
}

/// Whoever speaks for an organisation keeps its record, beside the office. Asked about the
/// network alone, it is a matter of those contacts: the office has pages of its own.
fn may_maintain(actor: &Actor, subject: &Subject) -> bool {
    match subject {
        Subject::Installation | Subject::Record { .. } => false,
        Subject::Network(network) => actor.spoken_for_in(*network).next().is_some(),
        Subject::Organisation {
            network,
            organisation,
        } => actor.is_office_of(*network) || actor.speaks_for.contains(&(*network, *organisation)),
    }
}

/// The office leads everything of its network; a leader leads what belongs to the group.
/// Asked about the network alone, leading any group is enough: the record decides later.
fn may_lead(actor: &Actor, subject: &Subject) -> bool {
    match subject {
        Subject::Installation | Subject::Organisation { .. } => false,
        Subject::Network(network) => actor.is_office_of(*network) || actor.leads_in(*network),
        Subject::Record { network, group, .. } => {
            actor.is_office_of(*network)
                || group.is_some_and(|group| actor.leads.contains(&(*network, group)))
        }
    }
}

fn may_read(actor: &Actor, subject: &Subject) -> bool {
    let Subject::Record {
        network,
        audience,
        published,
        invited,
        ..
    } = subject
    else {
        return false;
    };
    *published
        && match audience {
            Audience::Public => true,
            Audience::Members => actor.belongs_to(*network),
            Audience::Invited => actor.is_signed_in() && *invited,
            Audience::Office => false,
        }
}

#[cfg(test)]
mod tests;
