//! The letter: everything one mail to one recipient says, before it is put into wire form.

use jiff::Timestamp;

/// A name and an address, as they stand in `From` or `To`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mailbox {
    /// The name shown to people. Line breaks in it become spaces.
    pub name: Option<String>,
    /// The address, `local@domain`; the domain may carry umlauts.
    pub address: String,
}

impl Mailbox {
    /// A mailbox with a name.
    pub fn named(name: impl Into<String>, address: impl Into<String>) -> Self {
        Self {
            name: Some(name.into()),
            address: address.into(),
        }
    }

    /// A mailbox that is an address and nothing more.
    pub fn bare(address: impl Into<String>) -> Self {
        Self {
            name: None,
            address: address.into(),
        }
    }
}

/// The calendar entry that mail programs show as an invitation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarPart {
    /// The whole iCalendar text, with its `METHOD` line.
    pub text: String,
    /// `REQUEST`, `CANCEL` …: must equal the `METHOD` in the text, or some mail programs
    /// show an attachment in place of an invitation.
    pub method: String,
}

/// A file that travels with the letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// The name the recipient sees. Slashes and line breaks are taken out.
    pub file_name: String,
    /// The media type, for example `application/pdf`.
    pub content_type: String,
    /// The content.
    pub bytes: Vec<u8>,
}

/// Whether a machine sent the letter of its own accord (RFC 3834). It keeps holiday
/// notices from answering.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum AutoSubmitted {
    /// A person pressed send: no header.
    No,
    /// Reminders, confirmations and other mails that nobody wrote by hand.
    #[default]
    Generated,
    /// An automatic answer to a mail that came in.
    Replied,
}

/// One mail to one recipient.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// Our own id without angle brackets, `token@domain`. It finds bounces and replies again.
    pub message_id: String,
    /// When the office wrote it.
    pub date: Timestamp,
    /// Who writes.
    pub from: Mailbox,
    /// Where an answer goes, when not to `from`.
    pub reply_to: Option<Mailbox>,
    /// Who gets it.
    pub to: Mailbox,
    /// The subject. Line breaks in it become spaces.
    pub subject: String,
    /// The text body. Always there: some recipients read nothing else.
    pub text: String,
    /// The same as HTML.
    pub html: Option<String>,
    /// The calendar entry.
    pub calendar: Option<CalendarPart>,
    /// Files that go along.
    pub attachments: Vec<Attachment>,
    /// Whether a machine sent it.
    pub auto_submitted: AutoSubmitted,
    /// Further headers, such as `List-Unsubscribe` or `In-Reply-To`. Names that this crate
    /// writes itself are refused.
    pub headers: Vec<(String, String)>,
}
