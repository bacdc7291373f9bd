//! Which roles somebody's groups give.

use crate::provider::GroupRole;

/// The roles that these groups give, each once.
pub(crate) fn roles_of<'r>(roles: &'r [GroupRole], groups: &[String]) -> Vec<&'r GroupRole> {
    let mut given: Vec<&GroupRole> = Vec::new();
    for it in roles.iter().filter(|it| groups.contains(&it.group)) {
        let is_new = |other: &&GroupRole| other.network != it.network || other.role != it.role;
        if given.iter().all(is_new) {
            given.push(it);
        }
    }
    given
}

#[cfg(test)]
mod tests {
    use base::access::Role;

    use super::*;

    fn role(group: &str, network: &str) -> GroupRole {
        GroupRole {
            group: group.to_owned(),
            network: network.to_owned(),
            role: Role::Office,
        }
    }

    #[test]
    fn groups_give_their_roles_once_and_others_nothing() {
        let roles = [
            role("a", "weimar"),
            role("b", "weimar"),
            role("b", "celle"),
            role("c", "celle"),
        ];
        let given = |groups: &[&str]| {
            let groups: Vec<String> = groups.iter().map(ToString::to_string).collect();
            let given = roles_of(&roles, &groups);
            given
                .iter()
                .map(|it| it.network.clone())
                .collect::<Vec<_>>()
        };

        assert_eq!(given(&["a", "b"]), ["weimar", "celle"]);
        assert_eq!(given(&["A", "weimar", ""]), Vec::<String>::new());
    }
}
