//! The addresses of moving in.

use std::fmt::Display;

/// Where files come in, and which did.
pub const UPLOADS: &str = "/{network}/uebernahme";
/// Files that came in together: how far they are read.
pub const BATCH: &str = "/{network}/uebernahme/stapel/{id}";
/// A file that came in: what was found in it.
pub const UPLOAD: &str = "/{network}/uebernahme/{id}";
/// Forgetting a file with its drafts.
pub const DISCARDING: &str = "/{network}/uebernahme/{id}/verwerfen";
/// What was found, over all files.
pub const DRAFTS: &str = "/{network}/uebernahme/entwuerfe";
/// Accepting everything that is sure enough.
pub const ALL: &str = "/{network}/uebernahme/entwuerfe/annahme";
/// Taking back what was accepted together.
pub const UNDOING_ALL: &str = "/{network}/uebernahme/gemeinsam/{id}/ruecknahme";
/// One draft; what is sent here corrects it.
pub const DRAFT: &str = "/{network}/uebernahme/entwuerfe/{id}";
/// A picture that came along with a draft's page, by its place among them.
pub const PICTURE: &str = "/{network}/uebernahme/entwuerfe/{id}/bilder/{number}";
/// Accepting a draft.
pub const ACCEPTANCE: &str = "/{network}/uebernahme/entwuerfe/{id}/annahme";
/// Joining a draft with a record that is there.
pub const JOINING: &str = "/{network}/uebernahme/entwuerfe/{id}/zusammenfuehrung";
/// Rejecting a draft.
pub const REJECTION: &str = "/{network}/uebernahme/entwuerfe/{id}/ablehnung";
/// Taking back what was decided.
pub const UNDOING: &str = "/{network}/uebernahme/entwuerfe/{id}/ruecknahme";
/// Taking back what was corrected.
pub const UNCORRECTING: &str = "/{network}/uebernahme/entwuerfe/{id}/korrektur/ruecknahme";

/// An address of a network that names no record.
pub fn of(address: &str, network: &str) -> String {
    address.replace("{network}", network)
}

/// An address below a network that names a record.
pub fn below(address: &str, network: &str, record: impl Display) -> String {
    of(address, network).replace("{id}", &record.to_string())
}
