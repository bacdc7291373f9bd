//! The addresses of date polls.

use uuid::Uuid;

/// All polls of a network.
pub const POLLS: &str = "/{network}/umfragen";
/// Making one; POST writes it down.
pub const NEW: &str = "/{network}/umfrage-anlegen";
/// One poll: what is about to be asked, or what was answered.
pub const POLL: &str = "/{network}/umfragen/{poll}";
/// Its form, until it is laid out.
pub const EDIT: &str = "/{network}/umfragen/{poll}/bearbeiten";
/// The mail's HTML part, for a frame.
pub const HTML: &str = "/{network}/umfragen/{poll}/html";
/// Sending the mail to oneself.
pub const TRIAL: &str = "/{network}/umfragen/{poll}/test";
/// Laying the letters out.
pub const LAYING_OUT: &str = "/{network}/umfragen/{poll}/auslage";
/// Reminding those who have not answered.
pub const REMINDING: &str = "/{network}/umfragen/{poll}/erinnerung";
/// Ending it before its time.
pub const CLOSING: &str = "/{network}/umfragen/{poll}/schluss";
/// Until when answers are taken; reopens it, too.
pub const DEADLINE: &str = "/{network}/umfragen/{poll}/frist";
/// Taking it back.
pub const WITHDRAWAL: &str = "/{network}/umfragen/{poll}/ruecknahme";
/// Settling on one of its days.
pub const SETTLEMENT: &str = "/{network}/umfragen/{poll}/festlegung/{date}";
/// Answering for somebody who told the office.
pub const PERSON: &str = "/{network}/umfragen/{poll}/person/{asked}";
/// Answering for oneself, signed in.
pub const OWN: &str = "/{network}/umfragen/{poll}/antwort";
/// Answering from a mail, without an account.
pub const ANSWER: &str = "/termine/umfrage/{token}";

/// All polls of a network.
pub fn polls(network: &str) -> String {
    format!("/{network}/umfragen")
}

/// Making one.
pub fn new(network: &str) -> String {
    format!("/{network}/umfrage-anlegen")
}

/// Making one for a gathering.
pub fn new_for(network: &str, slug: &str) -> String {
    format!("/{network}/umfrage-anlegen?termin={slug}")
}

/// A poll, or something below it.
pub fn poll(network: &str, poll: Uuid, rest: &str) -> String {
    format!("/{network}/umfragen/{poll}{rest}")
}

/// Settling on a day.
pub fn settlement(network: &str, poll: Uuid, date: Uuid) -> String {
    format!("/{network}/umfragen/{poll}/festlegung/{date}")
}

/// Answering for somebody.
pub fn person(network: &str, poll: Uuid, asked: Uuid) -> String {
    format!("/{network}/umfragen/{poll}/person/{asked}")
}

/// The page behind a mail's link.
pub fn answer(token: &str) -> String {
    format!("/termine/umfrage/{token}")
}
