//! The addresses of the outbox.

use base::LetterId;

/// The outbox.
pub const OUTBOX: &str = "/{network}/postausgang";
/// One letter as it will be.
pub const LETTER: &str = "/{network}/postausgang/{letter}";
/// Its HTML part, for a frame.
pub const HTML: &str = "/{network}/postausgang/{letter}/html";
/// One of its files.
pub const FILE: &str = "/{network}/postausgang/{letter}/anlage/{number}";
/// Sending it once more.
pub const AGAIN: &str = "/{network}/postausgang/{letter}/erneut";
/// Ending that letters are held back after a restore.
pub const HOLD_END: &str = "/{network}/postausgang/zurueckhaltung/ende";
/// The waiting letters that belong together with one.
pub const GROUP: &str = "/{network}/postausgang/gruppe/{letter}";
/// Releasing them.
pub const RELEASE: &str = "/{network}/postausgang/gruppe/{letter}/freigabe";
/// Discarding them.
pub const DISCARD: &str = "/{network}/postausgang/gruppe/{letter}/verwerfen";

/// The outbox of a network.
pub fn outbox(network: &str) -> String {
    format!("/{network}/postausgang")
}

/// One letter.
pub fn letter(network: &str, letter: LetterId) -> String {
    format!("/{network}/postausgang/{letter}")
}

/// The waiting letters that belong together with one.
pub fn group(network: &str, letter: LetterId) -> String {
    format!("/{network}/postausgang/gruppe/{letter}")
}
