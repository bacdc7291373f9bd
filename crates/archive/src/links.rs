//! The addresses of archives.

use std::fmt::Display;

/// What archives there are; posting to it asks for one.
pub const ARCHIVES: &str = "/{network}/gesamtarchiv";
/// The file of one; it is posted to, because taking it away is noted.
pub const FILE: &str = "/{network}/gesamtarchiv/{id}/datei";
/// Taking one out before its time.
pub const REMOVAL: &str = "/{network}/gesamtarchiv/{id}/entfernung";

/// An address of a network that names no record.
pub fn of(address: &str, network: &str) -> String {
    address.replace("{network}", network)
}

/// An address of a network's record.
pub fn below(address: &str, network: &str, id: impl Display) -> String {
    of(address, network).replace("{id}", &id.to_string())
}
