//! Which task a line is, after the text was edited: a changed line changes its task.

/// What is known of a line: written now, or behind a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known<'k> {
    /// The line as it stood or stands.
    pub line: &'k str,
    /// Who, as written.
    pub name: &'k str,
    /// What is to be done.
    pub text: &'k str,
}

/// For each new line the place of the old one that it was, if any. Each old line is at most
/// one new line. The same line comes first, then the same task for somebody else, then
/// something else for the same person, and at last the only one left on both sides.
pub fn pair(old: &[Known<'_>], new: &[Known<'_>]) -> Vec<Option<usize>> {
    let mut paired = vec![None; new.len()];
    let rounds: [fn(&Known<'_>, &Known<'_>) -> bool; 4] = [
        |old, new| old.line == new.line,
        |old, new| old.text == new.text && !new.text.is_empty(),
        |old, new| old.name == new.name && grown(old.text, new.text),
        |old, new| old.name == new.name && !new.name.is_empty(),
    ];
    for is_same in rounds {
        for (at, wanted) in new.iter().enumerate() {
            let free = |place: &usize| !paired.contains(&Some(*place));
            let found = old
                .iter()
                .enumerate()
                .filter(|(_, known)| is_same(known, wanted))
                .map(|(place, _)| place)
                .find(free);
            if let Some(slot) = paired.get_mut(at)
                && slot.is_none()
            {
                *slot = found;
            }
        }
    }
    last_pair(&mut paired, old.len());
    paired
}

/// While somebody types, one text is the other's beginning.
fn grown(one: &str, other: &str) -> bool {
    !one.is_empty() && !other.is_empty() && (one.starts_with(other) || other.starts_with(one))
}

fn last_pair(paired: &mut [Option<usize>], old: usize) {
    let mut left = (0..old).filter(|place| !paired.contains(&Some(*place)));
    let (Some(place), None) = (left.next(), left.next()) else {
        return;
    };
    let mut open = paired.iter_mut().filter(|slot| slot.is_none());
    if let (Some(slot), None) = (open.next(), open.next()) {
        *slot = Some(place);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn known(line: &'static str, name: &'static str, text: &'static str) -> Known<'static> {
        Known { line, name, text }
    }

    type Case<'c> = (&'c [Known<'c>], &'c [Known<'c>], &'c [Option<usize>]);

    #[test]
    fn lines_find_their_tasks() {
        let a = known("@A bis 1.3.: Raum", "A", "Raum");
        let b = known("@B bis 1.3.: Zahlen", "B", "Zahlen");
        let b_later = known("@B bis 9.3.: Zahlen", "B", "Zahlen");
        let c_instead = known("@C bis 1.3.: Zahlen", "C", "Zahlen");
        let b_other = known("@B bis 1.3.: Brief", "B", "Brief");
        let b_grown = known("@B bis 1.3.: Zahlen liefern", "B", "Zahlen liefern");
        let new = known("@D bis 2.3.: Neues", "D", "Neues");
        let table: [Case<'_>; 10] = [
            (&[a, b], &[a, b], &[Some(0), Some(1)]),
            (&[a, b], &[b, a], &[Some(1), Some(0)]),
            (&[a, b], &[a, b_later], &[Some(0), Some(1)]),
            (&[a, b], &[a, c_instead], &[Some(0), Some(1)]),
            (&[a, b], &[b_grown, a], &[Some(1), Some(0)]),
            (&[b], &[b_other], &[Some(0)]),
            (&[a], &[new], &[Some(0)]),
            (&[a, b], &[new], &[None]),
            (&[a], &[a, new], &[Some(0), None]),
            (&[], &[a, b], &[None, None]),
        ];
        for (old, new, expected) in table {
            assert_eq!(pair(old, new), expected, "{old:?} → {new:?}");
        }
    }
}
