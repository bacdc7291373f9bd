//! The addresses of the inbox.

use uuid::Uuid;

/// What came in.
pub const INBOX: &str = "/{network}/posteingang";
/// Reminders and the morning mail.
pub const SETTINGS: &str = "/{network}/posteingang/einstellungen";
/// Freeing a paused address.
pub const FREE: &str = "/{network}/posteingang/freigabe";
/// One mail.
pub const MAIL: &str = "/{network}/posteingang/{mail}";
/// One of its files.
pub const FILE: &str = "/{network}/posteingang/{mail}/anlage/{number}";
/// Filing it at a gathering.
pub const FILING: &str = "/{network}/posteingang/{mail}/ablage";
/// Writing down what its sender answers.
pub const REPLY: &str = "/{network}/posteingang/{mail}/antwort";
/// Saying that nothing is left to do.
pub const DISMISSAL: &str = "/{network}/posteingang/{mail}/erledigung";
/// Taking it up again.
pub const RETURN: &str = "/{network}/posteingang/{mail}/wiedervorlage";

/// What came in to a network.
pub fn inbox(network: &str) -> String {
    format!("/{network}/posteingang")
}

/// Reminders and the morning mail of a network.
pub fn settings(network: &str) -> String {
    format!("/{network}/posteingang/einstellungen")
}

/// Where a paused address is freed.
pub fn free(network: &str) -> String {
    format!("/{network}/posteingang/freigabe")
}

/// A mail, or something below it.
pub fn mail(network: &str, mail: Uuid, rest: &str) -> String {
    format!("/{network}/posteingang/{mail}{rest}")
}
