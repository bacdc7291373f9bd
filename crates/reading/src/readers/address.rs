//! A place on one line, as calendars and tables have it: house, street, town.

use crate::grammar::tokens::Tokens;
use crate::grammar::{places, towns};

/// A place with its parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Address {
    /// House and street.
    pub(crate) venue: Option<String>,
    /// The town.
    pub(crate) city: Option<String>,
}

/// Parts a place: the town is what stands behind a post code, or at the end as a town that is
/// known.
pub(crate) fn parted(place: &str) -> Address {
    let mut parts: Vec<&str> = place
        .split([',', '\n', ';'])
        .map(str::trim)
        .filter(|it| !it.is_empty() && !matches!(*it, "Deutschland" | "Germany"))
        .collect();
    let mut city = None;
    if let Some((at, town)) = parts
        .iter()
        .enumerate()
        .rev()
        .find_map(|(at, part)| Some((at, coded(part)?)))
    {
        city = Some(town);
        parts.remove(at);
    } else if let Some(last) = parts.last()
        && parts.len() > 1
        && (towns::is_listed(last) || towns::is_known(last))
    {
        city = Some((*last).to_owned());
        parts.pop();
    }
    let venue = Some(parts.join(", ")).filter(|it| !it.is_empty());
    Address { venue, city }
}

/// The town of "07545 Gera".
fn coded(part: &str) -> Option<String> {
    let code = part.get(..5)?;
    let is_code = code.bytes().all(|it| it.is_ascii_digit());
    let town = part.get(5..)?.strip_prefix(' ')?.trim();
    let has_town = || !places::coded_towns(&Tokens::of(part)).is_empty();
    (is_code && !town.is_empty() && has_town()).then(|| town.to_owned())
}

/// A house with its street.
pub(crate) fn house(name: Option<String>, street: Option<String>) -> Option<String> {
    match (name, street) {
        (Some(name), Some(street)) if name != street => Some(format!("{name}, {street}")),
        (name, street) => name.or(street),
    }
}
