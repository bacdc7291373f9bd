//! What an operator says about mail in the configuration file.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use serde::Deserialize;

use crate::{address::BadAddress, dkim::KeyFault};

/// How the connection to the mail server is kept private.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Tls {
    /// Not at all: for a mail server on the same machine.
    None,
    /// Starts in the clear and must change to TLS before anything is said (usually port 587).
    #[default]
    Starttls,
    /// TLS from the first byte (usually port 465).
    Implicit,
}

/// The section `[mail]` of the configuration file.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MailSettings {
    /// Name or address of the mail server that takes our mail.
    pub host: String,
    /// Its port. Without one: 25 for `none`, 587 for `starttls`, 465 for `implicit`.
    pub port: Option<u16>,
    /// `none`, `starttls` or `implicit`.
    #[serde(default)]
    pub tls: Tls,
    /// A PEM file with the certificate of the office's own authority, trusted besides the
    /// public ones: for mail servers inside an administration's network.
    pub trust_file: Option<PathBuf>,
    /// The user to log in as. Without one nobody logs in.
    pub user: Option<String>,
    /// The file whose first line is the password. Needed when there is a user.
    pub password_file: Option<PathBuf>,
    /// The address in `From`.
    pub from: String,
    /// The address that bounces go to (`MAIL FROM`). Without one: `from`.
    pub envelope_sender: Option<String>,
    /// The DKIM signature. Leave it out when the mail server signs.
    pub dkim: Option<DkimSettings>,
    /// How many connections may be open at the same time.
    #[serde(default = "default_max_connections")]
    pub max_connections: u16,
    /// How many seconds the server may take for one step of the conversation.
    #[serde(default = "default_timeout_seconds")]
    pub timeout_seconds: u16,
}

/// The section `[mail.dkim]` of the configuration file.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DkimSettings {
    /// The domain that vouches for the mail: that of `from`, or one above it.
    pub domain: String,
    /// The name under which the public key stands in the DNS.
    pub selector: String,
    /// The private key as PEM: RSA of 2048 to 4096 bits, or Ed25519.
    pub key_file: PathBuf,
}

impl MailSettings {
    /// Settings for a server on this machine that wants no login, such as the sink.
    pub fn on_this_machine(port: u16, from: &str) -> Self {
        Self {
            host: "127.0.0.1".to_owned(),
            port: Some(port),
            tls: Tls::None,
            trust_file: None,
            user: None,
            password_file: None,
            from: from.to_owned(),
            envelope_sender: None,
            dkim: None,
            max_connections: default_max_connections(),
            timeout_seconds: default_timeout_seconds(),
        }
    }

    /// The port, told or usual.
    pub fn port(&self) -> u16 {
        self.port.unwrap_or(match self.tls {
            Tls::None => 25,
            Tls::Starttls => 587,
            Tls::Implicit => 465,
        })
    }

    /// The address that bounces go to.
    pub fn envelope_sender(&self) -> &str {
        self.envelope_sender.as_deref().unwrap_or(&self.from)
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

/// A file named by the settings, as text.
pub(crate) fn read_file(path: &Path) -> Result<String, SettingsFault> {
    fs::read_to_string(path).map_err(|source| SettingsFault::Unreadable {
        path: path.to_owned(),
        source,
    })
}

fn default_max_connections() -> u16 {
    4
}

fn default_timeout_seconds() -> u16 {
    30
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn smallest_settings_are_host_and_from() {
        let settings: MailSettings =
            toml::from_str("host = 'mail.example.org'\nfrom = 'buero@example.org'").unwrap();

        assert_eq!((settings.tls, settings.port()), (Tls::Starttls, 587));
        assert_eq!(settings.envelope_sender(), "buero@example.org");
        assert_eq!(
            (settings.max_connections, settings.timeout_seconds),
            (4, 30)
        );
        assert!(!settings.is_local());
    }

    #[test]
    fn unknown_field_is_refused_by_name() {
        let refused = toml::from_str::<MailSettings>("host = 'h'\nfrom = 'a@b.de'\npasswort = 'x'")
            .unwrap_err();

        assert!(refused.to_string().contains("passwort"));
    }
}
