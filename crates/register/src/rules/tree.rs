//! Groups below groups: never in circles, shown as a tree.

use base::GroupId;

/// Whether a group would lie below itself under this parent.
pub(crate) fn makes_circle(
    parents: &[(GroupId, Option<GroupId>)],
    group: GroupId,
    parent: Option<GroupId>,
) -> bool {
    let mut above = parent;
    // More steps than there are groups can only go round.
    for _ in 0..=parents.len() {
        match above {
            None => return false,
            Some(it) if it == group => return true,
            Some(it) => {
                above = parents
                    .iter()
                    .find(|(id, _)| *id == it)
                    .and_then(|(_, parent)| *parent);
            }
        }
    }
    true
}

/// The groups in the order of a tree, each with how deep it stands; the order among those of
/// one parent stays. One whose parent is not among them stands at the top.
pub(crate) fn as_tree<T>(
    mut groups: Vec<T>,
    of: impl Fn(&T) -> (GroupId, Option<GroupId>),
) -> Vec<(usize, T)> {
    let known: Vec<GroupId> = groups.iter().map(|it| of(it).0).collect();
    let mut tree: Vec<(usize, T)> = Vec::new();
    let mut open: Vec<(usize, Option<GroupId>)> = vec![(0, None)];
    while let Some((depth, above)) = open.pop() {
        let is_here = |it: &T| of(it).1.filter(|parent| known.contains(parent)) == above;
        let (here, rest): (Vec<T>, Vec<T>) = groups.into_iter().partition(is_here);
        groups = rest;
        let place = above.map_or(0, |above| {
            let found = tree.iter().position(|(_, it)| of(it).0 == above);
            found.map_or(tree.len(), |found| found + 1)
        });
        for it in here.into_iter().rev() {
            open.push((depth + 1, Some(of(&it).0)));
            tree.insert(place, (depth, it));
        }
    }
    tree
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    fn id(number: usize) -> GroupId {
        GroupId::from(Uuid::from_u128(u128::try_from(number).unwrap() + 1))
    }

    /// Groups of which each has an earlier one above it, or none.
    fn forests() -> impl Strategy<Value = Vec<(GroupId, Option<GroupId>)>> {
        proptest::collection::vec(any::<prop::sample::Index>(), 1..20).prop_map(|above| {
            above
                .iter()
                .enumerate()
                .map(|(number, above)| {
                    let above = above.index(number + 1);
                    (id(number), (above < number).then(|| id(above)))
                })
                .collect()
        })
    }

    fn is_below(forest: &[(GroupId, Option<GroupId>)], it: GroupId, above: GroupId) -> bool {
        let parent = |it| forest.iter().find(|(id, _)| *id == it).unwrap().1;
        let mut at = Some(it);
        while let Some(here) = at {
            if here == above {
                return true;
            }
            at = parent(here);
        }
        false
    }

    proptest! {
        #[test]
        fn a_group_is_refused_below_itself_and_nowhere_else(
            forest in forests(), group in any::<prop::sample::Index>(),
            parent in any::<prop::sample::Index>(),
        ) {
            let (group, parent) = (group.get(&forest).0, parent.get(&forest).0);

            let refused = makes_circle(&forest, group, Some(parent));

            prop_assert_eq!(refused, is_below(&forest, parent, group));
            prop_assert!(!makes_circle(&forest, group, None));
        }

        #[test]
        fn a_tree_holds_every_group_once_below_its_parent(forest in forests()) {
            let tree = as_tree(forest.clone(), |it| *it);

            prop_assert_eq!(tree.len(), forest.len());
            for (place, (depth, (_, above))) in tree.iter().enumerate() {
                let parent = tree[..place].iter().rev().find(|(it, _)| it < depth);
                prop_assert_eq!(parent.map(|(_, (id, _))| *id), *above);
                prop_assert_eq!(parent.map_or(0, |(it, _)| it + 1), *depth);
            }
        }
    }

    #[test]
    fn groups_of_one_parent_keep_their_order() {
        let tree = as_tree(
            vec![(id(3), Some(id(1))), (id(1), None), (id(2), Some(id(1)))],
            |it| *it,
        );

        let order: Vec<_> = tree
            .into_iter()
            .map(|(depth, (id, _))| (depth, id))
            .collect();
        assert_eq!(order, [(0, id(1)), (1, id(3)), (1, id(2))]);
    }
}
