//! Who gets what, role by role, and what holds for everyone.

use proptest::prelude::*;
use uuid::Uuid;

use super::*;

mod given;

const AUDIENCES: [Audience; 4] = [
    Audience::Public,
    Audience::Members,
    Audience::Invited,
    Audience::Office,
];

fn network(number: u128) -> NetworkId {
    Uuid::from_u128(number).into()
}

fn group(number: u128) -> GroupId {
    Uuid::from_u128(100 + number).into()
}

fn signed_in() -> Actor {
    Actor {
        account: Some(Uuid::from_u128(1000).into()),
        ..Actor::default()
    }
}

fn office() -> Actor {
    Actor {
        offices: vec![network(1)],
        ..signed_in()
    }
}

fn leader() -> Actor {
    Actor {
        leads: vec![(network(1), group(1))],
        ..signed_in()
    }
}

fn member() -> Actor {
    Actor {
        member_of: vec![network(1)],
        ..signed_in()
    }
}

fn operator() -> Actor {
    Actor {
        operator: true,
        ..signed_in()
    }
}

fn protection() -> Actor {
    Actor {
        protects: vec![network(1)],
        ..signed_in()
    }
}

fn record(audience: Audience, published: bool, invited: bool) -> Subject {
    Subject::Record {
        network: network(1),
        group: Some(group(1)),
        record: Some(Uuid::from_u128(200)),
        audience,
        published,
        invited,
    }
}

/// `+` allowed, `s` sign in, `f` forbidden, `-` hidden.
fn sign(decision: Decision) -> char {
    match decision {
        Decision::Allowed => '+',
        Decision::SignIn => 's',
        Decision::Forbidden(_) => 'f',
        Decision::Hidden => '-',
    }
}

/// Nobody, a stranger, a member, a leader, the office, the operator, data protection.
fn row(right: Right, subject: &Subject) -> String {
    [
        Actor::default(),
        signed_in(),
        member(),
        leader(),
        office(),
        operator(),
        protection(),
    ]
    .iter()
    .map(|actor| sign(decide(actor, right, subject)))
    .collect()
}

#[test]
fn each_role_gets_what_the_table_says() {
    let here = Subject::Network(network(1));
    for (right, subject, expected) in [
        (Right::ReadPublic, here, "+++++++"),
        (Right::OwnAccount, Subject::Installation, "s++++++"),
        (Right::ReadAsMember, here, "s-+++-+"),
        (Right::Lead, here, "s-f++-f"),
        (Right::RunOffice, here, "s-ff+-f"),
        (Right::ProtectData, here, "s-ff+-+"),
        (Right::ReadAccessLog, here, "s-fff-+"),
        (Right::Operate, Subject::Installation, "sffff+f"),
        (Right::RunOffice, Subject::Installation, "sffffff"),
        (Right::Lead, Subject::Installation, "sffffff"),
        (Right::ReadRecord, Subject::Installation, "-------"),
        (Right::ReadRecord, here, "---++--"),
    ] {
        assert_eq!(row(right, &subject), expected, "{right:?} {subject:?}");
    }
}

#[test]
fn each_record_is_read_by_whom_it_is_for() {
    for (audience, published, invited, expected) in [
        (Audience::Public, true, false, "+++++++"),
        (Audience::Public, false, false, "---++--"),
        (Audience::Members, true, false, "--+++-+"),
        (Audience::Members, false, true, "---++--"),
        (Audience::Invited, true, false, "---++--"),
        (Audience::Invited, true, true, "-++++++"),
        (Audience::Invited, false, true, "---++--"),
        (Audience::Office, true, true, "---++--"),
    ] {
        let subject = record(audience, published, invited);
        assert_eq!(row(Right::ReadRecord, &subject), expected, "{subject:?}");
    }
    assert_eq!(
        row(Right::Lead, &record(Audience::Office, false, false)),
        "s-f++-f"
    );
}

#[test]
fn who_speaks_for_an_organisation_keeps_its_record_and_no_other() {
    let organisation = |number: u128| Uuid::from_u128(500 + number).into();
    let record = |network, number| Subject::Organisation {
        network,
        organisation: organisation(number),
    };
    let contact = Actor {
        speaks_for: vec![(network(1), organisation(1))],
        ..signed_in()
    };
    let may = |actor: &Actor, subject| sign(decide(actor, Right::MaintainOrganisation, &subject));

    assert_eq!(may(&contact, record(network(1), 1)), '+');
    assert_eq!(may(&contact, record(network(1), 2)), '-');
    assert_eq!(may(&contact, record(network(2), 1)), '-');
    assert_eq!(may(&office(), record(network(1), 2)), '+');
    assert_eq!(may(&member(), record(network(1), 1)), 'f');
    assert_eq!(may(&Actor::default(), record(network(1), 1)), 's');
    assert_eq!(may(&contact, Subject::Network(network(1))), '+');
    assert_eq!(may(&contact, Subject::Network(network(2))), '-');
    assert_eq!(may(&office(), Subject::Network(network(1))), 'f');
    assert_eq!(may(&contact, Subject::Installation), 'f');
}

#[test]
fn who_leads_one_group_leads_no_other() {
    let other = |network, group| Subject::Record {
        network,
        group,
        record: None,
        audience: Audience::Members,
        published: true,
        invited: false,
    };

    for (subject, lead, read) in [
        (other(network(1), Some(group(2))), 'f', '+'),
        (other(network(1), None), 'f', '+'),
        (other(network(2), Some(group(1))), '-', '-'),
        (other(network(2), Some(group(2))), '-', '-'),
    ] {
        assert_eq!(
            sign(decide(&leader(), Right::Lead, &subject)),
            lead,
            "{subject:?}"
        );
        assert_eq!(
            sign(decide(&leader(), Right::ReadRecord, &subject)),
            read,
            "{subject:?}"
        );
    }
}

#[test]
fn words_are_read_back() {
    for audience in AUDIENCES {
        assert_eq!(Audience::from_word(audience.word()), Some(audience));
    }
    assert_eq!(Audience::from_word("PUBLIC"), None);
}

prop_compose! {
    fn any_actor()(
        is_signed_in in any::<bool>(),
        operator in any::<bool>(),
        offices in prop::collection::vec(1_u128..3, 0..2),
        protects in prop::collection::vec(1_u128..3, 0..2),
        leads in prop::collection::vec((1_u128..3, 1_u128..3), 0..2),
        member_of in prop::collection::vec(1_u128..3, 0..2),
        assigned in prop::collection::vec((1_u128..3, 0_usize..10, 0..3), 0..3),
    ) -> Actor {
        if !is_signed_in {
            return Actor::default();
        }
        Actor {
            operator,
            offices: offices.into_iter().map(network).collect(),
            protects: protects.into_iter().map(network).collect(),
            leads: leads.into_iter().map(|(at, led)| (network(at), group(led))).collect(),
            member_of: member_of.into_iter().map(network).collect(),
            assigned: assigned
                .into_iter()
                .map(|(at, role, scope)| Assigned {
                    network: network(at),
                    role: Role::ALL[role],
                    scope: match scope {
                        0 => Scope::Network,
                        1 => Scope::Group(group(1)),
                        _ => Scope::Record(Uuid::from_u128(200)),
                    },
                })
                .collect(),
            ..signed_in()
        }
    }
}

prop_compose! {
    fn any_subject()(
        kind in 0..3,
        at in 1_u128..3,
        led in prop::option::of(1_u128..3),
        record in prop::option::of(200_u128..202),
        audience in prop::sample::select(AUDIENCES.to_vec()),
        published in any::<bool>(),
        invited in any::<bool>(),
    ) -> Subject {
        match kind {
            0 => Subject::Installation,
            1 => Subject::Network(network(at)),
            _ => Subject::Record {
                network: network(at),
                group: led.map(group),
                record: record.map(Uuid::from_u128),
                audience,
                published,
                invited,
            },
        }
    }
}

/// What no office has: the installation, the watch over itself, health data, the jury's vote.
const APART: [Right; 4] = [
    Right::Operate,
    Right::ReadAccessLog,
    Right::ReadAssistanceNeeds,
    Right::RateNominations,
];

proptest! {
    #[test]
    fn nobody_gets_more_than_the_office(
        actor in any_actor(),
        subject in any_subject(),
        right in prop::sample::select(Right::ALL.to_vec()),
    ) {
        prop_assume!(!APART.contains(&right));
        prop_assume!(subject.network().is_some() || right != Right::OwnAccount);
        if let Some(at) = subject.network()
            && decide(&actor, right, &subject) == Decision::Allowed
        {
            let office = Actor { offices: vec![at], ..signed_in() };
            prop_assert_eq!(decide(&office, right, &subject), Decision::Allowed);
        }
    }

    #[test]
    fn what_one_must_not_know_of_is_never_forbidden(
        actor in any_actor(),
        subject in any_subject(),
        right in prop::sample::select(Right::ALL.to_vec()),
    ) {
        match decide(&actor, right, &subject) {
            Decision::Forbidden(missing) => {
                prop_assert_eq!(missing, right);
                prop_assert!(actor.is_signed_in() && right != Right::ReadRecord);
                prop_assert!(subject.network().is_none_or(|at| actor.is_known_in(at)));
            }
            Decision::SignIn => prop_assert!(!actor.is_signed_in()),
            Decision::Allowed | Decision::Hidden => {}
        }
    }

    #[test]
    fn a_draft_is_read_by_those_alone_who_may_lead_it(actor in any_actor(), subject in any_subject()) {
        if let Subject::Record { published: false, .. } = subject {
            prop_assert_eq!(
                decide(&actor, Right::ReadRecord, &subject) == Decision::Allowed,
                decide(&actor, Right::Lead, &subject) == Decision::Allowed
            );
        }
    }
}
