//! The postman: hands composed mails to the office's mail server and says how it went.

use std::{
    fmt, io,
    path::PathBuf,
    sync::{Mutex, PoisonError},
    time::Duration,
};

use lettre::Address;
use tokio::{sync::Semaphore, time::Instant};

use crate::{
    address::{self, BadAddress},
    connection::{Connection, Route},
    dkim::KeyFault,
    settings::MailSettings,
};

/// An idle connection older than this is not used again; many servers hang up after half a
/// minute or a minute.
const FRESH: Duration = Duration::from_secs(20);

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

/// Settings with which no postman can start.
#[derive(Debug, thiserror::Error)]
pub enum SettingsFault {
    /// An address is none.
    #[error(transparent)]
    Address(#[from] BadAddress),
    /// A user is named and no password file.
    #[error("a user is set, but no password_file")]
    NoPasswordFile,
    /// The password file's first line is empty.
    #[error("the first line of {path} is empty, a password was expected")]
    EmptyPassword {
        /// Which file.
        path: PathBuf,
    },
    /// A file can't be read.
    #[error("cannot read {path}")]
    Unreadable {
        /// Which file.
        path: PathBuf,
        /// Why not.
        source: io::Error,
    },
    /// The password would cross the network for everyone to read.
    #[error("a login without TLS is possible on the same machine only")]
    LoginInTheClear,
    /// TLS can't be prepared, for example because `trust_file` holds no certificate.
    #[error("TLS cannot be prepared: {0}")]
    Tls(String),
    /// The DKIM key can't be used.
    #[error("the DKIM key cannot be used")]
    Key(#[from] KeyFault),
}

/// Delivers mails, several at once, over connections that it keeps for a while.
pub struct Postman {
    route: Route,
    slots: Semaphore,
    idle: Mutex<Vec<Idle>>,
    max_idle: usize,
}

struct Idle {
    connection: Connection,
    since: Instant,
}

impl Postman {
    /// A postman for these settings. Reads the password; connects to nothing yet.
    pub fn new(settings: &MailSettings) -> Result<Self, SettingsFault> {
        let max_connections = usize::from(settings.max_connections.max(1));
        Ok(Self {
            route: Route::new(settings)?,
            slots: Semaphore::new(max_connections),
            idle: Mutex::new(Vec::new()),
            max_idle: max_connections,
        })
    }

    /// Delivers one mail. Waits for a free connection when all are busy.
    pub async fn deliver(&self, envelope: &Envelope, raw: &[u8]) -> Outcome {
        // The semaphore is never closed; a refused permit could only cost the limit.
        let _slot = self.slots.acquire().await.ok();
        if let Some(connection) = self.take_idle().await {
            let outcome = self.converse(connection, envelope, raw).await;
            if !outcome.blames_an_old_connection() {
                return outcome;
            }
        }
        match self.route.open().await {
            Ok(connection) => self.converse(connection, envelope, raw).await,
            Err(hindrance) => Outcome::Again(hindrance),
        }
    }

    /// Says goodbye on all idle connections.
    pub async fn close(&self) {
        for idle in self.drain_idle() {
            idle.connection.quit().await;
        }
    }

    async fn converse(
        &self,
        mut connection: Connection,
        envelope: &Envelope,
        raw: &[u8],
    ) -> Outcome {
        let addressed = connection.address(envelope, !raw.is_ascii()).await;
        let handed_over = match addressed {
            Ok(_) => connection.hand_over(raw).await,
            Err(hindrance) => Err(hindrance),
        };
        match handed_over {
            Ok(answer) => {
                self.keep(connection);
                Outcome::Accepted(answer)
            }
            Err(hindrance) => {
                if still_talking(&hindrance.cause) && connection.reset().await.is_ok() {
                    self.keep(connection);
                }
                Outcome::from(hindrance)
            }
        }
    }

    async fn take_idle(&self) -> Option<Connection> {
        loop {
            let idle = self.lock_idle().pop()?;
            if idle.since.elapsed() < FRESH {
                return Some(idle.connection);
            }
            idle.connection.quit().await;
        }
    }

    fn keep(&self, connection: Connection) {
        let mut idle = self.lock_idle();
        if idle.len() < self.max_idle {
            idle.push(Idle {
                connection,
                since: Instant::now(),
            });
        }
    }

    fn drain_idle(&self) -> Vec<Idle> {
        std::mem::take(&mut *self.lock_idle())
    }

    fn lock_idle(&self) -> std::sync::MutexGuard<'_, Vec<Idle>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// 421 says that the server hangs up.
fn still_talking(cause: &Cause) -> bool {
    matches!(cause, Cause::Answer(answer) if answer.code != 421)
}

impl Outcome {
    /// Servers hang up on connections at rest, or after so many mails. That shows at the
    /// next first word and says nothing about the letter.
    fn blames_an_old_connection(&self) -> bool {
        matches!(
            self,
            Self::Again(Hindrance {
                stage: Stage::Sender,
                ..
            })
        )
    }
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
