//! The words about a delivery: to whom, how far it came, how it ended.

use std::fmt;

use lettre::Address;

use crate::address::{self, BadAddress};
use crate::incoming::status_in;

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

impl Answer {
    /// The enhanced status (RFC 3463), as in `5.1.1`, or what the three digits say of it; empty
    /// where they say nothing.
    pub fn status(&self) -> String {
        status_in(&self.to_string()).unwrap_or_default()
    }

    /// Whether a refusal of the recipient speaks of the address itself and not of us, of the
    /// mail or of somebody's policy. Servers that say no more than the digits are taken at
    /// their word where the digits mean the mailbox (RFC 5321, 4.2.3).
    fn blames_the_address(&self) -> bool {
        let status = self.status();
        let mut parts = status.split('.');
        match (parts.next(), parts.next(), parts.next()) {
            // The sender's address and system stand among the recipient's.
            (Some("5"), Some("1"), Some(detail)) => !matches!(detail, "7" | "8"),
            // A mail too long for the mailbox says nothing about the next one.
            (Some("5"), Some("2"), Some(detail)) => detail != "3",
            (Some("5"), Some("0"), Some("0")) => matches!(self.code, 550 | 551 | 553),
            _ => false,
        }
    }
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
    /// The server takes no mail at all for this recipient: the address is wrong or dead.
    NoSuchAddress(Answer),
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
                if hindrance.stage == Stage::Recipient
                    && answer.code >= 500
                    && answer.blames_the_address() =>
            {
                Self::NoSuchAddress(answer)
            }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn said(stage: Stage, code: u16, text: &str) -> Outcome {
        Outcome::from(Hindrance {
            stage,
            cause: Cause::Answer(Answer {
                code,
                text: text.to_owned(),
            }),
        })
    }

    #[test]
    fn what_a_server_says_of_the_address_is_told_from_what_it_says_of_the_mail() {
        let dead = [
            (
                550,
                "5.1.1 <a@b.example>: Recipient address rejected: User unknown",
            ),
            (550, "5.1.10 no such recipient"),
            (550, "5.1.2 Host or domain name not found"),
            (550, "5.2.1 The mailbox is disabled"),
            (552, "5.2.2 over quota"),
            (550, "User unknown"),
            (553, "sorry, that mailbox name is not allowed"),
        ];
        let refused = [
            (550, "5.7.1 blocked by our policy"),
            (554, "5.7.1 <a@b.example>: Relay access denied"),
            (553, "sorry, not in my list of allowed hosts (#5.7.1)"),
            (550, "5.1.8 Bad sender's system address"),
            (550, "5.4.1 Recipient address rejected: Access denied"),
            (554, "Service unavailable; client blocked"),
            (552, "5.2.3 message too long"),
        ];

        for (code, text) in dead {
            let outcome = said(Stage::Recipient, code, text);
            assert!(
                matches!(outcome, Outcome::NoSuchAddress(_)),
                "{code} {text}"
            );
            let outcome = said(Stage::Content, code, text);
            assert!(matches!(outcome, Outcome::Refused(_)), "{code} {text}");
        }
        for (code, text) in refused {
            let outcome = said(Stage::Recipient, code, text);
            assert!(matches!(outcome, Outcome::Refused(_)), "{code} {text}");
        }
        assert!(matches!(
            said(Stage::Recipient, 450, "4.2.1 try later"),
            Outcome::Again(_)
        ));
    }
}
