//! This room's addresses.

use std::fmt::Display;

use shell::Named;

/// Pairs that look alike, those that are none, and what was merged.
pub const DUPLICATES: &str = "/{network}/dubletten";
/// Choosing the group that another one becomes one with.
pub const GROUP: &str = "/{network}/gremien/{slug}/zusammenfuehren";
/// Two records side by side.
pub const PAIR: &str = "/{network}/dubletten/{kind}/{one}/{other}";
/// What merging them would do.
pub const PREVIEW: &str = "/{network}/dubletten/{kind}/{one}/{other}/vorschau";
/// Merging them.
pub const MERGING: &str = "/{network}/dubletten/{kind}/{one}/{other}/zusammenfuehrung";
/// Saying that they are two.
pub const DIFFERENT: &str = "/{network}/dubletten/{kind}/{one}/{other}/verschieden";
/// Taking that back.
pub const DIFFERENT_NO_MORE: &str = "/{network}/dubletten/{kind}/{one}/{other}/verschieden/ende";
/// A merge.
pub const MERGED: &str = "/{network}/zusammenfuehrungen/{id}";
/// Undoing a merge.
pub const UNDOING: &str = "/{network}/zusammenfuehrungen/{id}/ruecknahme";

/// The word of addresses for a kind of record.
pub const fn kind(named: Named) -> &'static str {
    match named {
        Named::Person => "personen",
        Named::Organisation => "organisationen",
        Named::Group => "gremien",
    }
}

/// Reads the word.
pub fn named(kind: &str) -> Option<Named> {
    Named::ALL.into_iter().find(|it| self::kind(*it) == kind)
}

/// An address of a network that names no record.
pub fn of(address: &str, network: &str) -> String {
    address.replace("{network}", network)
}

/// An address of a pair.
pub fn pair(
    address: &str,
    network: &str,
    named: Named,
    (one, other): (impl Display, impl Display),
) -> String {
    of(address, network)
        .replace("{kind}", kind(named))
        .replace("{one}", &one.to_string())
        .replace("{other}", &other.to_string())
}

/// An address of a merge.
pub fn merged(address: &str, network: &str, id: impl Display) -> String {
    of(address, network).replace("{id}", &id.to_string())
}

/// Where a group's other one is chosen.
pub fn group(network: &str, slug: &str) -> String {
    register::links::below(GROUP, network, slug)
}

/// The page of a record in the register; a group's leads on to where its name stands.
pub fn record(network: &str, named: Named, id: impl Display) -> String {
    let address = match named {
        Named::Person => register::links::PERSON,
        Named::Organisation => register::links::ORGANISATION,
        Named::Group => register::links::GROUP,
    };
    register::links::below(address, network, id)
}
