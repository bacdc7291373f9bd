//! Who may do what: the one decision that pages, suffixes, jobs and commands ask.

mod deeds;
mod roles;

use uuid::Uuid;

use crate::{AccountId, GroupId, NetworkId, OrganisationId, PersonId};

pub use deeds::{DEEDS, Deed, Holder, deeds_of, may_give, roles_with};
pub use roles::{Assigned, Origin, Reach, Role, Scope};

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
    /// Take part as a member: propose, object, settle tasks.
    TakePart,
    /// Write and publish posts and pages.
    Publish,
    /// Read who changed what in a network.
    ReadJournal,
    /// Read who may do what in a network.
    ReadRoles,
    /// Read what participants need in order to take part: health data (Art. 9 DSGVO).
    ReadAssistanceNeeds,
    /// Rate the nominations of an award.
    RateNominations,
}

impl Right {
    /// All of them.
    pub const ALL: [Self; 16] = [
        Self::ReadPublic,
        Self::OwnAccount,
        Self::ReadAsMember,
        Self::ReadRecord,
        Self::Lead,
        Self::MaintainOrganisation,
        Self::RunOffice,
        Self::Operate,
        Self::ProtectData,
        Self::ReadAccessLog,
        Self::TakePart,
        Self::Publish,
        Self::ReadJournal,
        Self::ReadRoles,
        Self::ReadAssistanceNeeds,
        Self::RateNominations,
    ];

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
            Self::TakePart => "right-take-part",
            Self::Publish => "right-publish",
            Self::ReadJournal => "right-read-journal",
            Self::ReadRoles => "right-read-roles",
            Self::ReadAssistanceNeeds => "right-read-assistance-needs",
            Self::RateNominations => "right-rate-nominations",
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
    /// Roles that this person was given for a term, as they hold today.
    pub assigned: Vec<Assigned>,
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

    /// Whether this person belongs to the network: as office, data protection, leader or
    /// member.
    pub fn belongs_to(&self, network: NetworkId) -> bool {
        self.is_office_of(network)
            || self.protects_in(network)
            || self.leads_in(network)
            || self.member_of.contains(&network)
    }

    /// Whether this person was given the role in all of the network.
    pub fn is_everywhere(&self, role: Role, network: NetworkId) -> bool {
        let scope = Scope::Network;
        self.assigned.contains(&Assigned {
            network,
            role,
            scope,
        })
    }

    /// Whether this person has the role in the network, or somewhere in it.
    pub fn has_role(&self, role: Role, network: NetworkId) -> bool {
        match role {
            Role::Operator => self.operator,
            Role::Office => self.is_office_of(network),
            Role::DataProtection => self.protects_in(network),
            Role::GroupLeader => self.leads_in(network),
            Role::MemberContact => self.spoken_for_in(network).next().is_some(),
            Role::Editor | Role::AssistanceContact | Role::Jury | Role::Auditor | Role::Partner => {
                let mut assigned = self.assigned.iter();
                assigned.any(|it| it.role == role && it.network == network)
            }
        }
    }

    /// Whether the network knows this person at all; to whom it does not, its inner pages do
    /// not exist.
    fn is_known_in(&self, network: NetworkId) -> bool {
        self.belongs_to(network) || self.assigned.iter().any(|it| it.network == network)
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
        /// Which record; none for what is only about to be one.
        record: Option<Uuid>,
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
        Some(network) if !actor.is_known_in(network) => Decision::Hidden,
        _ => Decision::Forbidden(right),
    }
}

fn has(actor: &Actor, right: Right, subject: &Subject) -> bool {
    let here = |has: &dyn Fn(NetworkId) -> bool| subject.network().is_some_and(has);
    match right {
        Right::ReadPublic => true,
        Right::OwnAccount => actor.is_signed_in(),
        Right::Operate => actor.operator,
        Right::ReadAsMember => here(&|it| reads_inside(actor, it)),
        Right::TakePart => here(&|it| {
            actor.is_office_of(it) || actor.leads_in(it) || actor.member_of.contains(&it)
        }),
        Right::RunOffice => here(&|it| actor.is_office_of(it)),
        Right::MaintainOrganisation => may_maintain(actor, subject),
        Right::ProtectData => here(&|it| actor.is_office_of(it) || actor.protects_in(it)),
        // Who is watched does not read what the watch has noted.
        Right::ReadAccessLog => here(&|it| actor.protects_in(it)),
        Right::ReadJournal | Right::ReadRoles => here(&|it| {
            actor.is_office_of(it)
                || actor.protects_in(it)
                || actor.is_everywhere(Role::Auditor, it)
        }),
        Right::Publish => may_publish(actor, subject),
        // Not even the office: health data are for whom they are told to.
        Right::ReadAssistanceNeeds => may_as(actor, Role::AssistanceContact, subject),
        Right::RateNominations => may_as(actor, Role::Jury, subject),
        Right::Lead => may_lead(actor, subject),
        Right::ReadRecord => may_lead(actor, subject) || may_read(actor, subject),
    }
}

/// Members read; whoever edits or audits all of a network reads along.
fn reads_inside(actor: &Actor, network: NetworkId) -> bool {
    actor.belongs_to(network)
        || actor.is_everywhere(Role::Editor, network)
        || actor.is_everywhere(Role::Auditor, network)
}

/// Whether somebody was given a role that covers the subject.
fn may_as(actor: &Actor, role: Role, subject: &Subject) -> bool {
    covering(actor, role, subject).next().is_some()
}

/// Where somebody was given a role, as far as it covers the subject. Asked about the network
/// alone, having it anywhere in it is enough: the record decides later.
fn covering(actor: &Actor, role: Role, subject: &Subject) -> impl Iterator<Item = Scope> {
    let here = subject.network();
    let given = actor.assigned.iter();
    given
        .filter(move |it| it.role == role && Some(it.network) == here)
        .map(|it| it.scope)
        .filter(move |scope| match subject {
            Subject::Installation | Subject::Organisation { .. } => false,
            Subject::Network(_) => true,
            Subject::Record { group, record, .. } => match *scope {
                Scope::Network => true,
                Scope::Group(given) => *group == Some(given),
                Scope::Record(given) => *record == Some(given),
            },
        })
}

fn may_publish(actor: &Actor, subject: &Subject) -> bool {
    subject.network().is_some_and(|it| actor.is_office_of(it))
        || may_as(actor, Role::Editor, subject)
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
            Audience::Members => {
                reads_inside(actor, *network)
                    || may_as(actor, Role::Auditor, subject)
                    || may_as(actor, Role::Partner, subject)
            }
            Audience::Invited => {
                (actor.is_signed_in() && *invited)
                    || may_as(actor, Role::Auditor, subject)
                    || is_partner_here(actor, subject)
            }
            Audience::Office => may_as(actor, Role::Auditor, subject),
        }
}

/// Partners of a group or of one gathering sit at its table; partners of a whole network do
/// not sit at every table.
fn is_partner_here(actor: &Actor, subject: &Subject) -> bool {
    covering(actor, Role::Partner, subject).any(|scope| scope != Scope::Network)
}

#[cfg(test)]
mod tests;
