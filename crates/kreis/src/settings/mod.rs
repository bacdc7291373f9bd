//! What an operator sets: one TOML file, environment variables above it, secrets in files.

mod backup;
mod faults;
mod fields;
mod kinds;
mod notes;
mod providers;
mod sign_in;
mod vault;

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use base::{Blame, Halt};
use mail::{MailSettings, MailboxSettings};
use serde::Deserialize;
use store::Address;

use crate::operation::Operations;

pub use backup::Backup;
use fields::Gathered;
pub use providers::Provider;
pub use sign_in::SignIn;
pub use vault::Vault;

/// A file to begin with; every field stands in it with its meaning.
pub const SAMPLE: &str = include_str!("../../kreis.sample.toml");

/// Where the file lies when nobody says otherwise.
pub const USUAL_FILE: &str = "/etc/kreis/kreis.toml";

/// How the log is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    /// Lines for people.
    #[default]
    Text,
    /// One JSON object a line.
    Json,
}

/// The section `[server]`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Server {
    /// Address and port to listen at.
    #[serde(default = "usual_listen")]
    pub listen: SocketAddr,
    /// What people type into the browser, without a slash at its end.
    pub base_url: String,
    /// Whether a proxy in front of us says where requests come from.
    #[serde(default)]
    pub behind_proxy: bool,
    /// How the log is written.
    #[serde(default)]
    pub log: LogFormat,
    /// A file whose first line opens `/metrics` to other machines.
    pub metrics_token_file: Option<PathBuf>,
}

/// The section `[database]`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Database {
    /// The SQLite file.
    pub path: Option<PathBuf>,
    /// The address of a PostgreSQL database.
    pub url: Option<String>,
    /// A file whose first line is that address, password and all.
    pub url_file: Option<PathBuf>,
}

/// The section `[limits]`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limits {
    /// The largest upload in megabytes.
    #[serde(default = "usual_upload")]
    pub upload_mb: u16,
}

/// All settings, free of faults.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Where and how we are reached.
    pub server: Server,
    /// Where the data lives.
    pub database: Address,
    /// How mail goes out.
    pub mail: MailSettings,
    /// The mailbox that answers come to.
    pub mailbox: Option<MailboxSettings>,
    /// What is too much.
    pub limits: Limits,
    /// When backups are taken by themselves.
    pub backup: Backup,
    /// What signing in asks.
    pub sign_in: SignIn,
    /// Where the keys lie that the database must not have.
    pub vault: Vault,
    /// Who else may sign people in.
    pub providers: Vec<Provider>,
    /// What the system gives a service to keep its things in (systemd's `StateDirectory=`).
    pub state_folder: Option<PathBuf>,
}

impl Settings {
    /// Reads the file and what the environment says above it.
    ///
    /// # Errors
    /// Refused with every fault at once.
    pub fn load(file: &Path, env: &BTreeMap<String, String>) -> Result<Self, Halt> {
        let text = std::fs::read_to_string(file)
            .map_err(|cause| Halt::Refused(vec![no_file(file, &cause)]))?;
        Self::read(&text, env).map_err(Halt::Refused)
    }

    /// Reads settings from a text.
    ///
    /// # Errors
    /// Every fault at once.
    pub fn read(text: &str, env: &BTreeMap<String, String>) -> Result<Self, Vec<Blame>> {
        let mut table: toml::Table = text
            .parse()
            .map_err(|cause: toml::de::Error| vec![not_toml(text, &cause)])?;
        let (providers, of_providers) = providers::taken(&mut table);
        let mut gathered = Gathered::of(table, env);
        gathered.faults.extend(of_providers);
        let server = faults::section::<Server>("server", &mut gathered);
        let limits = faults::section::<Limits>("limits", &mut gathered);
        let mail = faults::section::<MailSettings>("mail", &mut gathered);
        let mailbox = if gathered.sections.contains_key("mailbox") {
            faults::section::<MailboxSettings>("mailbox", &mut gathered)
        } else {
            None
        };
        let backup = faults::section::<Backup>("backup", &mut gathered);
        let sign_in = faults::section::<SignIn>("sign_in", &mut gathered);
        let vault = faults::section::<Vault>("vault", &mut gathered);
        let database = faults::section::<Database>("database", &mut gathered)
            .and_then(|it| faults::address(&it, &mut gathered));
        faults::of_mail(&mut gathered);
        let mut faults = gathered.faults;
        if let Some(mailbox) = mailbox.as_ref().filter(|_| faults.is_empty()) {
            faults.extend(faults::of_mailbox(mailbox));
        }
        if let Some(mail) = mail.as_ref().filter(|_| faults.is_empty()) {
            faults.extend(faults::of_postman(mail));
        }
        match (server, database, mail, limits, backup, (sign_in, vault)) {
            (
                Some(server),
                Some(database),
                Some(mail),
                Some(limits),
                Some(backup),
                (Some(sign_in), Some(vault)),
            ) if faults.is_empty() => Ok(Self {
                server,
                database,
                mail,
                mailbox,
                limits,
                backup,
                sign_in,
                vault,
                providers,
                state_folder: state_folder(env),
            }),
            _ => Err(faults),
        }
    }

    /// What the operator's room needs of them.
    ///
    /// # Errors
    /// Refused where the token's file cannot be read.
    pub fn operations(&self) -> Result<Operations, Halt> {
        let token = match &self.server.metrics_token_file {
            None => None,
            Some(file) => Some(token(file)?),
        };
        Ok(Operations::new(self.backup.clone(), token.as_deref()))
    }

    /// What the room of sign-in needs of them.
    ///
    /// # Errors
    /// Refused where the file of a key or secret cannot be read, or where there must be one and
    /// is none.
    pub fn locks(&self) -> Result<::sign_in::Locks, Halt> {
        let providers = self.providers.iter().map(Provider::ready);
        self.sign_in.locks(providers.collect::<Result<_, _>>()?)
    }

    /// The folder in which the data lie: beside the database file, or among what the service
    /// keeps.
    pub fn data_folder(&self) -> Option<&Path> {
        match &self.database {
            Address::Sqlite(path) => path.parent(),
            Address::Postgres(_) => self.state_folder.as_deref(),
        }
    }

    /// What the shell needs of them.
    pub fn for_shell(&self) -> shell::Settings {
        shell::Settings {
            base_url: self.server.base_url.clone(),
            behind_proxy: self.server.behind_proxy,
            upload_limit: usize::from(self.limits.upload_mb) * 1024 * 1024,
            demo: false,
            mail_from: self.mail.from.clone(),
            answers_to: self.mailbox.as_ref().map(|it| it.address.clone()),
        }
    }
}

/// Where there are several, the first is the service's own.
fn state_folder(env: &BTreeMap<String, String>) -> Option<PathBuf> {
    let first = env.get("STATE_DIRECTORY")?.split(':').next()?;
    (!first.is_empty()).then(|| PathBuf::from(first))
}

/// Whoever may not read it needs no other file.
fn no_file(file: &Path, cause: &std::io::Error) -> Blame {
    let key = match cause.kind() {
        std::io::ErrorKind::PermissionDenied => "config-denied",
        _ => "config-no-file",
    };
    Blame::at("", key)
        .with("path", file.display())
        .with("reason", cause)
}

/// What stands behind such a fault cannot be read, so it is the only one.
fn not_toml(text: &str, cause: &toml::de::Error) -> Blame {
    let before = cause.span().and_then(|span| text.get(..span.start));
    let line = before.unwrap_or_default().matches('\n').count() + 1;
    let word = cause.span().and_then(|span| text.get(span));
    let reason = match (cause.message(), word) {
        // Of whose double it speaks the parser does not say.
        (reason @ "duplicate key", Some(word)) => format!("{reason}: {word}"),
        (reason, _) => reason.to_owned(),
    };
    Blame::at("", "config-not-toml")
        .with("line", line)
        .with("reason", reason)
}

fn usual_listen() -> SocketAddr {
    SocketAddr::from(([127, 0, 0, 1], 8080))
}

const fn usual_upload() -> u16 {
    25
}

/// A secret in a file of its own; nobody is let in without a word.
fn token(file: &Path) -> Result<String, Halt> {
    const FIELD: &str = "server.metrics_token_file";
    let word = kinds::first_line(file).map_err(|flaw| {
        Halt::Refused(vec![Blame {
            field: FIELD.to_owned(),
            ..flaw
        }])
    })?;
    if word.is_empty() {
        return Err(Halt::at(FIELD, "config-missing"));
    }
    Ok(word)
}

#[cfg(test)]
mod tests;
