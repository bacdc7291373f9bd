//! When two things are likely one: a draft and a draft of an older version of its page, a draft
//! and a gathering that is there.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::Values;

/// Whether two titles say the same, but for small words and order.
pub(crate) fn are_alike(one: &str, other: &str) -> bool {
    let (one, other) = (base::slug(one), base::slug(other));
    if one == other {
        return !one.is_empty();
    }
    let (one, other) = (words(&one), words(&other));
    let shorter = one.len().min(other.len());
    let common = one.intersection(&other).count();
    // A single word is soon in both: "Sommerfest" and "Sommerfest der Nachbarn" are two.
    shorter >= 2 && common * 3 >= shorter * 2
}

fn words(slug: &str) -> BTreeSet<&str> {
    slug.split('-').filter(|it| it.len() > 2).collect()
}

/// What is known of a draft for finding it again.
pub(crate) type Trace<'t, T> = (T, &'t str, Option<Date>);

/// The draft of an older version of the page that has become this one: the only one of that
/// title, or else the only one on that day.
pub(crate) fn successor<T: Copy>(
    (title, day): (&str, Option<Date>),
    before: &[Trace<'_, T>],
) -> Option<T> {
    let slug = base::slug(title);
    let alone = |mut found: Vec<T>| if found.len() == 1 { found.pop() } else { None };
    let titled = before.iter().filter(|it| base::slug(it.1) == slug);
    let titled: Vec<T> = titled.map(|it| it.0).collect();
    if !titled.is_empty() {
        return alone(titled);
    }
    day?;
    let dated = before.iter().filter(|it| it.2 == day);
    alone(dated.map(|it| it.0).collect())
}

/// What a draft would fill of a record: fields that say something here and nothing there. Street
/// and postcode belong to a house, so they are only filled together with it.
pub(crate) fn fills(there: &Values, draft: &Values, fields: &[&str]) -> Values {
    let is_empty = |name: &str| there.get(name).is_none_or(String::is_empty);
    let has_place = !(is_empty("venue") && is_empty("street"));
    let fitting = fields.iter().filter(|name| {
        let is_house = matches!(**name, "venue" | "street" | "postcode");
        is_empty(name) && !(is_house && has_place)
    });
    fitting
        .filter_map(|name| Some(((*name).to_owned(), draft.get(*name)?.clone())))
        .collect()
}
