//! What can be done, in words for people, and which role may do it: every answer is asked of
//! the one decision, so that no page about rights can say something else than the doors.

use uuid::Uuid;

use super::{
    Actor, Assigned, Audience, Decision, Origin, Reach, Right, Role, Scope, Subject, decide,
};
use crate::{AccountId, NetworkId};

/// Something that somebody may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deed {
    /// Phrase key of its words.
    pub key: &'static str,
    /// The right that it takes.
    pub right: Right,
    /// What the right is asked about.
    about: About,
    /// The key of the narrower deed that goes without saying where this one is said.
    covers: &'static str,
}

/// What the right of a deed is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum About {
    Installation,
    Network,
    OwnOrganisation,
    OtherOrganisation,
    /// A record within the role's own bounds.
    Own(Audience, bool),
    /// A record of another group.
    Other(Audience, bool),
}

use About::{Installation, Network, Other, OtherOrganisation, Own, OwnOrganisation};

const fn deed(key: &'static str, right: Right, about: About) -> Deed {
    Deed {
        key,
        right,
        about,
        covers: "",
    }
}

impl Deed {
    const fn covering(mut self, key: &'static str) -> Self {
        self.covers = key;
        self
    }

    /// Whether somebody may do it in the network of examples.
    fn is_open_to(&self, actor: &Actor) -> bool {
        decide(actor, self.right, &self.about.subject()) == Decision::Allowed
    }
}

/// Everything that can be done. What nobody has yet built a page for stands here too, and its
/// phrase says so.
pub const DEEDS: &[Deed] = &[
    deed("deed-read-public", Right::ReadPublic, Network),
    deed("deed-own-account", Right::OwnAccount, Installation),
    deed(
        "deed-read-members-own",
        Right::ReadRecord,
        Own(Audience::Members, true),
    ),
    deed(
        "deed-read-members",
        Right::ReadRecord,
        Other(Audience::Members, true),
    )
    .covering("deed-read-members-own"),
    deed("deed-read-register", Right::ReadAsMember, Network).covering("deed-read-members"),
    deed(
        "deed-read-invited-own",
        Right::ReadRecord,
        Own(Audience::Invited, true),
    ),
    deed(
        "deed-read-office-own",
        Right::ReadRecord,
        Own(Audience::Office, true),
    )
    .covering("deed-read-invited-own"),
    deed(
        "deed-read-office",
        Right::ReadRecord,
        Other(Audience::Office, true),
    )
    .covering("deed-read-office-own"),
    deed("deed-take-part", Right::TakePart, Network),
    deed(
        "deed-own-organisation",
        Right::MaintainOrganisation,
        OwnOrganisation,
    ),
    deed(
        "deed-every-organisation",
        Right::MaintainOrganisation,
        OtherOrganisation,
    )
    .covering("deed-own-organisation"),
    deed("deed-lead-own", Right::Lead, Own(Audience::Office, false)),
    deed(
        "deed-lead-every",
        Right::Lead,
        Other(Audience::Office, false),
    )
    .covering("deed-lead-own"),
    deed(
        "deed-publish-own",
        Right::Publish,
        Own(Audience::Public, false),
    ),
    deed(
        "deed-publish-every",
        Right::Publish,
        Other(Audience::Public, false),
    )
    .covering("deed-publish-own"),
    deed("deed-run-office", Right::RunOffice, Network),
    deed("deed-protect-data", Right::ProtectData, Network),
    deed("deed-read-access-log", Right::ReadAccessLog, Network),
    deed("deed-read-journal", Right::ReadJournal, Network),
    deed("deed-read-roles", Right::ReadRoles, Network),
    deed(
        "deed-read-needs",
        Right::ReadAssistanceNeeds,
        Own(Audience::Office, true),
    ),
    deed(
        "deed-rate",
        Right::RateNominations,
        Own(Audience::Office, true),
    ),
    deed("deed-operate", Right::Operate, Installation),
];

/// The network of examples, and what is in it.
fn example_network() -> NetworkId {
    Uuid::from_u128(1).into()
}

const OWN: u128 = 2;
const OTHER: u128 = 3;

impl About {
    fn subject(self) -> Subject {
        let network = example_network();
        let record = |it: u128, audience: Audience, published: bool| Subject::Record {
            network,
            group: Some(Uuid::from_u128(it).into()),
            record: Some(Uuid::from_u128(it)),
            audience,
            published,
            invited: false,
        };
        let organisation = |it: u128| Subject::Organisation {
            network,
            organisation: Uuid::from_u128(it).into(),
        };
        match self {
            Installation => Subject::Installation,
            Network => Subject::Network(network),
            OwnOrganisation => organisation(OWN),
            OtherOrganisation => organisation(OTHER),
            Own(audience, published) => record(OWN, audience, published),
            Other(audience, published) => record(OTHER, audience, published),
        }
    }
}

/// Somebody who is signed in and nothing else.
fn somebody() -> Actor {
    Actor {
        account: Some(AccountId::from(Uuid::from_u128(9))),
        ..Actor::default()
    }
}

/// Whose deeds a page tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holder {
    /// Everybody, without signing in.
    Public,
    /// Whoever belongs to a member organisation or a group.
    Member,
    /// Whoever has this role, as far as this.
    Role(Role, Reach),
}

impl Holder {
    /// Somebody in the network of examples who is this and nothing else.
    fn example(self) -> Actor {
        let network = example_network();
        match self {
            Self::Public => Actor::default(),
            Self::Member => Actor {
                member_of: vec![network],
                ..somebody()
            },
            Self::Role(role, reach) => example_of(role, reach, network),
        }
    }
}

fn example_of(role: Role, reach: Reach, network: NetworkId) -> Actor {
    let own = Uuid::from_u128(OWN);
    let mut actor = somebody();
    match role {
        Role::Operator => actor.operator = true,
        Role::Office => actor.offices = vec![network],
        Role::DataProtection => actor.protects = vec![network],
        Role::GroupLeader => actor.leads = vec![(network, own.into())],
        Role::MemberContact => {
            actor.member_of = vec![network];
            actor.organisations = vec![own.into()];
            actor.speaks_for = vec![(network, own.into())];
        }
        Role::Editor | Role::AssistanceContact | Role::Jury | Role::Auditor | Role::Partner => {
            let scope = match reach {
                Reach::Network => Scope::Network,
                Reach::Group => Scope::Group(own.into()),
                Reach::Record => Scope::Record(own),
            };
            actor.assigned = vec![Assigned {
                network,
                role,
                scope,
            }];
        }
    }
    actor
}

/// What a holder may do, as the one decision says; what goes without saying is left out.
pub fn deeds_of(holder: Holder) -> Vec<&'static Deed> {
    let actor = holder.example();
    let open: Vec<&Deed> = DEEDS.iter().filter(|it| it.is_open_to(&actor)).collect();
    let is_covered = |it: &&&Deed| open.iter().any(|wider| wider.covers == it.key);
    open.iter().filter(|it| !is_covered(it)).copied().collect()
}

/// The roles that have a right anywhere, as the one decision says.
pub fn roles_with(right: Right) -> Vec<Role> {
    let asked: Vec<&Deed> = DEEDS.iter().filter(|it| it.right == right).collect();
    let has = |role: &Role| {
        role.reaches().iter().any(|reach| {
            let actor = Holder::Role(*role, *reach).example();
            asked.iter().any(|deed| deed.is_open_to(&actor))
        })
    };
    Role::ALL.into_iter().filter(has).collect()
}

/// Whether everything that `role` may do is open to `other` as well.
fn is_within(role: Role, other: Role) -> bool {
    let widest = |role: Role| {
        let reach = role.reaches().first().copied().unwrap_or(Reach::Network);
        Holder::Role(role, reach).example()
    };
    let (narrow, wide) = (widest(role), widest(other));
    DEEDS
        .iter()
        .all(|deed| !deed.is_open_to(&narrow) || deed.is_open_to(&wide))
}

/// Whether somebody may give a role of a network to this account, or take it from it.
///
/// The office gives, in its own network alone, and never what comes with the installation, a
/// group or a function. Nobody gives oneself what one does not have: the office appoints
/// others to watch over its data, to know of assistance and to judge, and never itself.
pub fn may_give(giver: &Actor, role: Role, network: NetworkId, to: AccountId) -> bool {
    role.origin() == Origin::Given
        && giver.is_office_of(network)
        && (is_within(role, Role::Office) || giver.account != Some(to))
}
