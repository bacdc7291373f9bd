//! The addresses of letters and labels.

use std::fmt::Display;

/// The form; posted to it answers with what would be printed, or with the PDF.
pub const LETTERS: &str = "/{network}/briefe";
/// A person's postal address.
pub const ADDRESS: &str = "/{network}/personen/{id}/postanschrift";

/// An address of a network that names no record.
pub fn of(address: &str, network: &str) -> String {
    address.replace("{network}", network)
}

/// An address of a network's record.
pub fn below(address: &str, network: &str, id: impl Display) -> String {
    of(address, network).replace("{id}", &id.to_string())
}
