//! The words about a delivery: to whom, how far it came, how it ended.

use std::fmt;

use lettre::Address;

use crate::address::{self, BadAddress};

/// Who the server is told the mail comes from and goes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Envelope {
    pub(crate) from: Option<Address>,
    pub(crate) to: Address,
}

impl Envelope {
    /// Bounces go to `from`; an empty `from` means that nobody wants any.
    pub fn new(from: &str, to: &str) -> Result<Self, BadAddress> {
        let from = if from.is_empty() {
            None
        } else {
            Some(address::parse(from)?)
        };
        Ok(Self {
            from,
            to: address::parse(to)?,
        })
    }

    pub(crate) fn needs_utf8(&self) -> bool {
        let ascii = |address: &Address| AsRef::<str>::as_ref(address).is_ascii();
        !ascii(&self.to) || !self.from.as_ref().is_none_or(ascii)
    }
}

/// What the server said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The three digits.
    pub code: u16,
    /// Its own words, for the office's record.
    pub text: String,
}

impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.code, self.text)
    }
}

/// How far the conversation had come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Connecting and greeting.
    Connect,
    /// Changing to TLS.
    Tls,
    /// Logging in.
    Login,
    /// Naming the sender.
    Sender,
    /// Naming the recipient.
    Recipient,
    /// Asking to send the mail.
    Data,
    /// Sending the mail and waiting for the receipt.
    Content,
    /// Opening a mailbox's folder.
    Folder,
    /// Fetching a mail.
    Fetch,
    /// Marking or moving a mail that was taken.
    Away,
}

impl Stage {
    /// A short name for records and logs. It never changes.
    pub fn name(self) -> &'static str {
        match self {
            Self::Connect => "connect",
            Self::Tls => "tls",
            Self::Login => "login",
            Self::Sender => "sender",
            Self::Recipient => "recipient",
            Self::Data => "data",
            Self::Content => "content",
            Self::Folder => "folder",
            Self::Fetch => "fetch",
            Self::Away => "away",
        }
    }
}

/// What kept a step from succeeding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cause {
    /// The server said no, for now (4xx) or for good (5xx).
    Answer(Answer),
    /// The server took longer than the settings allow.
    Timeout,
    /// TLS failed: a certificate that nobody vouches for, no common version …
    Tls(String),
    /// The connection failed or broke off, or the server spoke no SMTP.
    Broken(String),
}

/// Why a letter didn't get through this time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hindrance {
    /// Where it happened.
    pub stage: Stage,
    /// What happened.
    pub cause: Cause,
}

impl Hindrance {
    /// Whether the mail may have arrived all the same, because only the receipt is missing.
    /// A further attempt can then bring it twice (with the same message id).
    pub fn may_have_arrived(&self) -> bool {
        self.stage == Stage::Content && !matches!(self.cause, Cause::Answer(_))
    }
}

impl fmt::Display for Hindrance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.stage.name())?;
        match &self.cause {
            Cause::Answer(answer) => answer.fmt(f),
            Cause::Timeout => f.write_str("timed out"),
            Cause::Tls(text) | Cause::Broken(text) => f.write_str(text),
        }
    }
}

/// How a delivery went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The server has taken the mail.
    Accepted(Answer),
    /// The server will never take this mail for this recipient.
    Refused(Answer),
    /// Worth another try. A 5xx that blames the connection, the login or the sender's
    /// address counts here: once the settings are right, the same mail goes through.
    Again(Hindrance),
}

/// "Log in first": some servers say so only when they hear the recipient.
const LOGIN_MISSING: u16 = 530;

impl From<Hindrance> for Outcome {
    fn from(hindrance: Hindrance) -> Self {
        let about_the_letter = matches!(
            hindrance.stage,
            Stage::Recipient | Stage::Data | Stage::Content
        );
        match hindrance.cause {
            Cause::Answer(answer)
                if about_the_letter && answer.code >= 500 && answer.code != LOGIN_MISSING =>
            {
                Self::Refused(answer)
            }
            cause => Self::Again(Hindrance {
                stage: hindrance.stage,
                cause,
            }),
        }
    }
}
