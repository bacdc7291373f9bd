//! What can be wrong with settings that have the right shape.

use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;

use base::{Blame, Halt};
use mail::{MailSettings, MailboxSettings, Postbox, Postman, Signer};
use serde::de::DeserializeOwned;
use store::Address;
use toml::{Table, Value};

use super::{Database, Limits, Server};

/// One section as its own type; its faults where it is none.
pub(super) fn section<T: DeserializeOwned>(
    sections: &BTreeMap<&'static str, Table>,
    name: &str,
    faults: &mut Vec<Blame>,
) -> Option<T> {
    let mut table = sections.get(name).cloned().unwrap_or_default();
    let below = format!("{name}.");
    for (inner, fields) in sections {
        if let Some(inner) = inner.strip_prefix(&below) {
            table.insert(inner.to_owned(), Value::Table(fields.clone()));
        }
    }
    match Value::Table(table).try_into() {
        Ok(read) => Some(read),
        Err(cause) => {
            // What is missing or has the wrong shape was said before.
            if !faults.iter().any(|fault| fault.field.starts_with(name)) {
                faults.push(Blame::at(name, "config-wrong").with("reason", cause.message()));
            }
            None
        }
    }
}

pub(super) fn of_server(server: &Server, faults: &mut Vec<Blame>) {
    let url = server.base_url.as_str();
    let blame = |key| Blame::at("server.base_url", key);
    let Some((scheme, rest)) = url.split_once("://") else {
        faults.push(blame("config-base-url"));
        return;
    };
    let host = rest.split('/').next().unwrap_or_default();
    if !matches!(scheme, "http" | "https") || host.is_empty() || url.contains(char::is_whitespace) {
        faults.push(blame("config-base-url"));
    } else if rest.contains('/') {
        faults.push(blame("config-base-url-path"));
    } else if scheme == "http" && !is_loopback(host) {
        faults.push(blame("config-base-url-plain"));
    }
}

/// Whether the name of a host with its port leads nowhere but to this machine.
fn is_loopback(host: &str) -> bool {
    let name = match host.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or_default(),
        None => host.split(':').next().unwrap_or_default(),
    };
    name == "localhost"
        || name.ends_with(".localhost")
        || name
            .parse::<std::net::IpAddr>()
            .is_ok_and(|it| it.is_loopback())
}

/// A secret in a file of its own.
pub(super) fn first_line(file: &Path, field: &str) -> Result<String, Halt> {
    let text = std::fs::read_to_string(file).map_err(|cause| {
        Halt::Refused(vec![
            Blame::at(field, "config-unreadable")
                .with("path", file.display())
                .with("reason", cause),
        ])
    })?;
    let line = text.lines().next().unwrap_or_default().trim().to_owned();
    // Nobody is let in without a word.
    if line.is_empty() {
        return Err(Halt::at(field, "config-missing"));
    }
    Ok(line)
}

/// The one place where the data lives.
pub(super) fn address(database: &Database, faults: &mut Vec<Blame>) -> Option<Address> {
    let Database {
        path,
        url,
        url_file,
    } = database;
    let url = match (url, url_file) {
        (Some(_), Some(_)) => {
            faults.push(Blame::at("database", "config-database-url-twice"));
            return None;
        }
        (Some(url), None) => Some(url.clone()),
        (None, Some(file)) => match std::fs::read_to_string(file) {
            Ok(text) => Some(text.lines().next().unwrap_or_default().trim().to_owned()),
            Err(cause) => {
                faults.push(
                    Blame::at("database.url_file", "config-unreadable")
                        .with("path", file.display())
                        .with("reason", cause),
                );
                return None;
            }
        },
        (None, None) => None,
    };
    match (path, url) {
        // The environment's server stands above the file's path.
        (_, Some(url)) if url.starts_with("postgres://") || url.starts_with("postgresql://") => {
            Some(Address::Postgres(url))
        }
        (_, Some(_)) => {
            faults.push(Blame::at("database.url", "config-database-url"));
            None
        }
        (Some(path), None) => {
            let folder = path.parent().filter(|it| !it.as_os_str().is_empty());
            if folder.is_some_and(|it| !it.is_dir()) {
                faults.push(
                    Blame::at("database.path", "config-no-folder").with("path", path.display()),
                );
                return None;
            }
            Some(Address::Sqlite(path.clone()))
        }
        (None, None) => {
            faults.push(Blame::at("database", "config-no-database"));
            None
        }
    }
}

pub(super) fn of_mail(mail: &MailSettings, faults: &mut Vec<Blame>) {
    if let Err(fault) = Postman::new(mail) {
        faults.push(Blame::at("mail", "config-wrong").with("reason", whole_story(&fault)));
    }
    if let Some(Err(fault)) = mail.dkim.as_ref().map(Signer::from_settings) {
        faults.push(Blame::at("mail.dkim", "config-wrong").with("reason", whole_story(&fault)));
    }
}

pub(super) fn of_mailbox(mailbox: &MailboxSettings, faults: &mut Vec<Blame>) {
    if let Err(fault) = Postbox::new(mailbox) {
        faults.push(Blame::at("mailbox", "config-wrong").with("reason", whole_story(&fault)));
    }
}

pub(super) fn of_limits(limits: &Limits, faults: &mut Vec<Blame>) {
    if !(1..=500).contains(&limits.upload_mb) {
        faults.push(Blame::at("limits.upload_mb", "config-upload"));
    }
}

fn whole_story(fault: &dyn Error) -> String {
    let mut story = fault.to_string();
    let mut cause = fault.source();
    while let Some(error) = cause {
        story.push_str(": ");
        story.push_str(&error.to_string());
        cause = error.source();
    }
    story
}
