//! Whose role asks for a second factor.

use base::access::{Actor, Role};

/// The roles that an operator may name.
pub const DEMANDABLE: [Role; 10] = Role::ALL;

/// The role of a word in the settings.
pub fn role_of_word(word: &str) -> Option<Role> {
    DEMANDABLE.into_iter().find(|role| role.word() == word)
}

/// Whether somebody has one of these roles, anywhere.
pub(crate) fn is_demanded(actor: &Actor, roles: &[Role]) -> bool {
    roles.iter().any(|role| has(actor, *role))
}

fn has(actor: &Actor, role: Role) -> bool {
    match role {
        Role::Operator => actor.operator,
        Role::Office => !actor.offices.is_empty(),
        Role::GroupLeader => !actor.leads.is_empty(),
        Role::MemberContact => !actor.speaks_for.is_empty(),
        Role::DataProtection => !actor.protects.is_empty(),
        Role::Editor | Role::AssistanceContact | Role::Jury | Role::Auditor | Role::Partner => {
            actor.assigned.iter().any(|it| it.role == role)
        }
    }
}

#[cfg(test)]
mod tests {
    use base::NetworkId;
    use uuid::Uuid;

    use super::*;

    #[test]
    fn a_role_anywhere_is_enough_and_no_role_asks_nothing() {
        let office = Actor {
            offices: vec![NetworkId::from(Uuid::nil())],
            ..Actor::default()
        };
        assert!(is_demanded(&office, &[Role::Operator, Role::Office]));
        assert!(!is_demanded(&office, &[Role::Operator]));
        assert!(!is_demanded(&office, &[]));
        assert!(!is_demanded(&Actor::default(), &DEMANDABLE));
    }

    #[test]
    fn every_role_is_known_by_its_word() {
        for role in DEMANDABLE {
            assert_eq!(role_of_word(role.word()), Some(role));
        }
        assert_eq!(role_of_word("everybody"), None);
    }
}
