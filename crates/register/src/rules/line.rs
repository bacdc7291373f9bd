//! A person with function and organisation in one line.

/// Name, function and organisation, and nothing of it twice.
///
/// Only a name that begins with the function grows together with the organisation: names of
/// people stay as they are.
pub(crate) fn line(name: &str, function: &str, organisation: &str) -> String {
    if function.is_empty() || !name.starts_with(function) {
        return joined(&[name, function, organisation]);
    }
    match beyond(name, organisation) {
        Some(rest) => format!("{name}{rest}"),
        None => joined(&[name, organisation]),
    }
}

fn joined(parts: &[&str]) -> String {
    let said: Vec<_> = parts.iter().filter(|it| !it.is_empty()).copied().collect();
    said.join(", ")
}

/// What an organisation's name goes on with after the words that a name ends with, if it
/// begins with them.
fn beyond<'o>(name: &str, organisation: &'o str) -> Option<&'o str> {
    let ends = organisation.match_indices(' ').map(|(place, _)| place);
    ends.chain([organisation.len()])
        .filter_map(|place| organisation.split_at_checked(place))
        .rfind(|(begun, _)| {
            let before = name.strip_suffix(begun);
            !begun.is_empty() && before.is_some_and(|it| it.ends_with(' '))
        })
        .map(|(_, rest)| rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_says_nothing_twice() {
        for (name, function, organisation, expected) in [
            (
                "Leitung Räume",
                "Leitung",
                "Räume e.V.",
                "Leitung Räume e.V.",
            ),
            (
                "Leitung Amt Weimar",
                "Leitung",
                "Amt Weimar",
                "Leitung Amt Weimar",
            ),
            (
                "Leitung Haus am Park",
                "Leitung",
                "Park am See",
                "Leitung Haus am Park am See",
            ),
            (
                "Leitung Räume",
                "Leitung",
                "Lebensräume",
                "Leitung Räume, Lebensräume",
            ),
            ("Leitung", "Leitung", "", "Leitung"),
            (
                "Sam Weimar",
                "Beratung",
                "Weimar hilft",
                "Sam Weimar, Beratung, Weimar hilft",
            ),
            ("Sam Weimar", "", "Weimar hilft", "Sam Weimar, Weimar hilft"),
        ] {
            assert_eq!(line(name, function, organisation), expected);
        }
    }
}
