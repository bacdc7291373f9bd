//! Mail: composing, signing and delivering a letter, fetching and reading what comes back.
//!
//! A [`Letter`] is one mail to one recipient. [`compose`] turns it into the bytes that
//! travel, a [`Signer`] puts the DKIM signature in front of them, and a [`Postman`] hands
//! them to the office's mail server and says how that went. [`Sink`] is a small mail server
//! for demonstrations and tests, [`read`] takes a mail apart again, and [`check`] tells an
//! operator what is wrong with the settings. A [`Postbox`] fetches what was sent to us, and
//! [`incoming`] reads it: answers, automatic replies, bounces.
//!
//! This crate knows no rooms, no database and no pages. It draws no dice and asks no clock:
//! message ids and dates come in with the letter. Only waiting (timeouts, idle connections)
//! uses the machine's own measure of time.

mod address;
mod canonical;
mod check;
mod compose;
mod connection;
mod der;
mod dkim;
mod finding;
mod incoming;
mod letter;
mod outcome;
mod postbox;
mod postman;
mod read;
mod retry;
mod settings;
mod sink;
#[cfg(test)]
mod tests;

pub use address::{BadAddress, domain_of};
pub use check::{Probe, check, check_mailbox};
pub use compose::{Unwritable, compose};
pub use dkim::{KeyFault, Signer, ed25519_key};
pub use finding::{Finding, Level};
pub use incoming::{Bounce, Incoming, Severity, incoming};
pub use letter::{Attachment, AutoSubmitted, CalendarPart, Letter, Mailbox};
pub use outcome::{Answer, Cause, Envelope, Hindrance, Outcome, Stage};
pub use postbox::{Lying, MailboxSettings, OpenPostbox, Postbox};
pub use postman::Postman;
pub use read::{ReadAttachment, ReadCalendar, ReadMail, read};
pub use retry::wait_before_retry;
pub use settings::{DkimSettings, MailSettings, SettingsFault, Tls};
pub use sink::{ReceivedMail, Sink, SinkManners};
