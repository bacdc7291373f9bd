//! Roles that an office gives, and what the page about roles says of them.

use super::*;

fn given(role: Role, scope: Scope) -> Actor {
    Actor {
        assigned: vec![Assigned {
            network: network(1),
            role,
            scope,
        }],
        ..signed_in()
    }
}

const GIVEN: [Role; 5] = [
    Role::Editor,
    Role::AssistanceContact,
    Role::Jury,
    Role::Auditor,
    Role::Partner,
];

/// The roles of [`GIVEN`], in this scope.
fn row_in(scope: Scope, right: Right, subject: &Subject) -> String {
    GIVEN
        .iter()
        .map(|role| sign(decide(&given(*role, scope), right, subject)))
        .collect()
}

#[test]
fn each_given_role_gets_what_the_table_says() {
    let here = Subject::Network(network(1));
    for (right, subject, expected) in [
        (Right::ReadAsMember, here, "+ff+f"),
        (Right::TakePart, here, "fffff"),
        (Right::Lead, here, "fffff"),
        (Right::RunOffice, here, "fffff"),
        (Right::ProtectData, here, "fffff"),
        (Right::ReadAccessLog, here, "fffff"),
        (Right::Publish, here, "+ffff"),
        (Right::ReadJournal, here, "fff+f"),
        (Right::ReadRoles, here, "fff+f"),
        (Right::ReadAssistanceNeeds, here, "f+fff"),
        (Right::RateNominations, here, "ff+ff"),
        (Right::ReadAsMember, Subject::Network(network(2)), "-----"),
        (Right::Publish, Subject::Network(network(2)), "-----"),
    ] {
        let row = row_in(Scope::Network, right, &subject);
        assert_eq!(row, expected, "{right:?} {subject:?}");
    }
    for (audience, published, expected) in [
        (Audience::Public, true, "+++++"),
        (Audience::Members, true, "+--++"),
        (Audience::Invited, true, "---+-"),
        (Audience::Office, true, "---+-"),
        (Audience::Public, false, "-----"),
    ] {
        let subject = record(audience, published, false);
        let row = row_in(Scope::Network, Right::ReadRecord, &subject);
        assert_eq!(row, expected, "{subject:?}");
    }
}

#[test]
fn a_role_of_one_group_or_record_ends_at_its_bounds() {
    let inside = record(Audience::Invited, true, false);
    let outside = Subject::Record {
        network: network(1),
        group: Some(group(2)),
        record: Some(Uuid::from_u128(201)),
        audience: Audience::Members,
        published: true,
        invited: false,
    };
    for scope in [Scope::Group(group(1)), Scope::Record(Uuid::from_u128(200))] {
        let read = |subject| row_in(scope, Right::ReadRecord, subject);
        assert_eq!(read(&inside), "---++", "{scope:?}");
        assert_eq!(read(&outside), "-----", "{scope:?}");
        let here = Subject::Network(network(1));
        assert_eq!(row_in(scope, Right::ReadAsMember, &here), "fffff");
        assert_eq!(row_in(scope, Right::ReadJournal, &here), "fffff");
        assert_eq!(row_in(scope, Right::Publish, &here), "+ffff");
        assert_eq!(row_in(scope, Right::Publish, &inside), "+ffff");
        assert_eq!(row_in(scope, Right::Publish, &outside), "fffff");
    }
}

#[test]
fn two_roles_of_a_partner_do_not_hide_each_other() {
    let mut partner = given(Role::Partner, Scope::Network);
    partner
        .assigned
        .extend(given(Role::Partner, Scope::Group(group(1))).assigned);
    let subject = record(Audience::Invited, true, false);
    assert_eq!(sign(decide(&partner, Right::ReadRecord, &subject)), '+');
}

#[test]
fn every_right_is_told_of() {
    for right in Right::ALL {
        let told = DEEDS.iter().any(|deed| deed.right == right);
        assert!(told, "no page tells of {right:?}");
    }
}

#[test]
fn roles_are_told_to_have_what_they_have() {
    use Role::{
        AssistanceContact, Auditor, DataProtection, Editor, GroupLeader, Jury, MemberContact,
        Office, Operator,
    };
    for (right, expected) in [
        (Right::RunOffice, vec![Office]),
        (Right::Lead, vec![Office, GroupLeader]),
        (Right::Publish, vec![Office, Editor]),
        (Right::MaintainOrganisation, vec![Office, MemberContact]),
        (Right::ProtectData, vec![Office, DataProtection]),
        (Right::ReadAccessLog, vec![DataProtection]),
        (Right::ReadJournal, vec![Office, DataProtection, Auditor]),
        (Right::ReadAssistanceNeeds, vec![AssistanceContact]),
        (Right::RateNominations, vec![Jury]),
        (Right::Operate, vec![Operator]),
        (Right::TakePart, vec![Office, GroupLeader, MemberContact]),
    ] {
        assert_eq!(roles_with(right), expected, "{right:?}");
    }
}

#[test]
fn what_a_page_tells_is_what_the_decision_says() {
    let keys = |holder| -> Vec<&str> { deeds_of(holder).iter().map(|it| it.key).collect() };
    assert_eq!(keys(Holder::Public), ["deed-read-public"]);
    assert_eq!(
        keys(Holder::Role(Role::Auditor, Reach::Network)),
        [
            "deed-read-public",
            "deed-own-account",
            "deed-read-register",
            "deed-read-office",
            "deed-read-journal",
            "deed-read-roles",
        ]
    );
    assert_eq!(
        keys(Holder::Role(Role::Editor, Reach::Record)),
        ["deed-read-public", "deed-own-account", "deed-publish-own"]
    );
    assert_eq!(
        keys(Holder::Role(Role::Partner, Reach::Group)),
        [
            "deed-read-public",
            "deed-own-account",
            "deed-read-members-own",
            "deed-read-invited-own",
        ]
    );
    assert!(keys(Holder::Role(Role::Office, Reach::Network)).contains(&"deed-lead-every"));
}

#[test]
fn nobody_gives_what_they_do_not_have() {
    let (one, other) = (office(), AccountId::from(Uuid::from_u128(1001)));
    let own = one.account.expect("an account");
    for role in Role::ALL {
        let is_given = role.origin() == Origin::Given;
        let others = may_give(&one, role, network(1), other);
        assert_eq!(others, is_given, "{role:?} to another");
        let appointed = matches!(
            role,
            Role::AssistanceContact | Role::DataProtection | Role::Jury
        );
        let oneself = may_give(&one, role, network(1), own);
        assert_eq!(oneself, is_given && !appointed, "{role:?} to oneself");
        assert!(
            !may_give(&one, role, network(2), other),
            "{role:?} elsewhere"
        );
        for giver in [
            leader(),
            member(),
            operator(),
            protection(),
            given(role, Scope::Network),
        ] {
            assert!(!may_give(&giver, role, network(1), other), "{role:?}");
        }
    }
}

#[test]
fn every_role_is_known_by_its_word() {
    for role in Role::ALL {
        assert_eq!(Role::from_word(role.word()), Some(role));
        assert!(!role.reaches().is_empty());
    }
    assert_eq!(Role::from_word("public"), None);
}
