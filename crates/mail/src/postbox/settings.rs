//! What an operator says about the mailbox that answers come to.

use std::path::PathBuf;

use serde::Deserialize;

use crate::settings::Tls;

/// The section `[mailbox]` of the configuration file.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MailboxSettings {
    /// Name or address of the IMAP server.
    pub host: String,
    /// Its port. Without one: 993 for `implicit`, 143 otherwise.
    pub port: Option<u16>,
    /// `none`, `starttls` or `implicit`.
    #[serde(default = "usual_tls")]
    pub tls: Tls,
    /// A PEM file with the certificate of the office's own authority.
    pub trust_file: Option<PathBuf>,
    /// The user to log in as.
    pub user: String,
    /// The file whose first line is the password.
    pub password_file: PathBuf,
    /// The address whose mail arrives in this mailbox: letters ask for answers there.
    pub address: String,
    /// The folder that is read.
    #[serde(default = "usual_folder")]
    pub folder: String,
    /// The folder that a mail is moved to once it is taken. Without one it stays, marked as
    /// read.
    pub done_folder: Option<String>,
    /// How many seconds lie between two looks into the mailbox.
    #[serde(default = "usual_seconds")]
    pub every_seconds: u32,
    /// How many seconds the server may take for one step of the conversation.
    #[serde(default = "usual_timeout")]
    pub timeout_seconds: u16,
    /// The largest mail that is taken whole, in megabytes; of a larger one only its head is.
    #[serde(default = "usual_largest")]
    pub largest_mb: u16,
}

impl MailboxSettings {
    /// The port, told or usual.
    pub fn port(&self) -> u16 {
        self.port.unwrap_or(match self.tls {
            Tls::Implicit => 993,
            Tls::None | Tls::Starttls => 143,
        })
    }

    /// Whether the server is on this very machine.
    pub fn is_local(&self) -> bool {
        let host = self.host.trim_matches(['[', ']']);
        host == "localhost"
            || host
                .parse::<std::net::IpAddr>()
                .is_ok_and(|address| address.is_loopback())
    }
}

fn usual_tls() -> Tls {
    Tls::Implicit
}

fn usual_folder() -> String {
    "INBOX".to_owned()
}

fn usual_seconds() -> u32 {
    120
}

fn usual_timeout() -> u16 {
    30
}

fn usual_largest() -> u16 {
    25
}
