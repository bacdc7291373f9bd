//! The addresses of assistance needs.

use uuid::Uuid;

/// The gatherings that somebody needs something for, for their contact.
pub const ALL: &str = "/{network}/assistenz";
/// What was destroyed, and when: for data protection.
pub const PROOFS: &str = "/{network}/assistenz/nachweise";
/// The work on one gathering.
pub const LIST: &str = "/{network}/termine/{slug}/assistenz";
/// How much of what is needed, for the house, the kitchen and interpreters.
pub const TOTALS: &str = "/{network}/termine/{slug}/assistenz/summen";
/// What one person needs; POST says how far it has come.
pub const NEED: &str = "/{network}/termine/{slug}/assistenz/{need}";
/// Telling it anew through one's own link; POST writes it down.
pub const OWN: &str = "/anmeldung/{token}/bedarf";
/// Taking it back.
pub const OWN_WITHDRAWAL: &str = "/anmeldung/{token}/bedarf/ruecknahme";

/// All of a network, or something below it.
pub fn all(network: &str, rest: &str) -> String {
    format!("/{network}/assistenz{rest}")
}

/// The work on one gathering, or something below it.
pub fn list(network: &str, slug: &str, rest: &str) -> String {
    format!("/{network}/termine/{slug}/assistenz{rest}")
}

/// What one person needs.
pub fn need(network: &str, slug: &str, need: Uuid) -> String {
    format!("/{network}/termine/{slug}/assistenz/{need}")
}

/// One's own, or something below it.
pub fn own(token: &str, rest: &str) -> String {
    format!("/anmeldung/{token}/bedarf{rest}")
}
