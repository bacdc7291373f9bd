//! What can be wrong with fields that are fine, each by itself.

use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;

use base::Blame;
use mail::{MailSettings, MailboxSettings, Postbox, Postman, SettingsFault, Signer};
use serde::de::DeserializeOwned;
use store::Address;
use toml::{Table, Value};

use super::Database;
use super::fields::Gathered;
use super::kinds::first_line;

/// One section as its own type.
pub(super) fn section<T: DeserializeOwned>(name: &str, gathered: &mut Gathered) -> Option<T> {
    match Value::Table(whole(name, &gathered.sections)).try_into() {
        Ok(read) => Some(read),
        Err(cause) => {
            // What is missing was said before.
            if gathered.faults.is_empty() {
                let blame = Blame::at(name, "config-wrong").with("reason", cause.message());
                gathered.faults.push(blame);
            }
            None
        }
    }
}

/// A section with the sections inside it.
fn whole(name: &str, sections: &BTreeMap<&'static str, Table>) -> Table {
    let mut table = sections.get(name).cloned().unwrap_or_default();
    let below = format!("{name}.");
    for (inner, fields) in sections {
        if let Some(inner) = inner.strip_prefix(&below) {
            table.insert(inner.to_owned(), Value::Table(fields.clone()));
        }
    }
    table
}

/// Whether the name of a host with its port leads nowhere but to this machine.
pub(super) fn is_loopback(host: &str) -> bool {
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

/// The one place where the data lives.
pub(super) fn address(database: &Database, gathered: &mut Gathered) -> Option<Address> {
    let flaw = match (&database.path, &database.url, &database.url_file) {
        (_, Some(_), Some(_)) => Blame::at("database", "config-database-url-twice"),
        // The environment's server stands above the file's path.
        (_, Some(url), None) => return Some(Address::Postgres(url.clone())),
        (_, None, Some(file)) => match first_line(file) {
            Ok(url) => return Some(Address::Postgres(url)),
            Err(flaw) => flaw,
        },
        (Some(path), None, None) => {
            let folder = path.parent().filter(|it| !it.as_os_str().is_empty());
            if folder.is_none_or(Path::is_dir) {
                return Some(Address::Sqlite(path.clone()));
            }
            Blame::at("database.path", "config-no-folder").with("path", path.display())
        }
        // Somebody named one, if wrongly.
        (None, None, None) if gathered.spoiled.iter().any(|it| it.0 == "database") => return None,
        (None, None, None) => Blame::at("database", "config-no-database"),
    };
    gathered.faults.push(flaw);
    None
}

/// What the fields of the mail section say to each other, even where some are missing.
pub(super) fn of_mail(gathered: &mut Gathered) {
    let Some(mail) = gathered.sections.get("mail") else {
        return;
    };
    let text = |name: &str| mail.get(name).and_then(Value::as_str);
    let has_user = text("user").is_some();
    let password = ("mail", "password_file");
    let has_password = text(password.1).is_some() || gathered.spoiled.contains(&password);
    let is_here = text("host").is_none_or(|host| {
        let mut settings = MailSettings::on_this_machine(0, "");
        host.clone_into(&mut settings.host);
        settings.is_local()
    });
    let in_the_clear = has_user && text("tls") == Some("none") && !is_here;
    if has_user && !has_password {
        let blame = Blame::at("mail.password_file", "config-no-password");
        gathered.faults.push(blame);
    }
    if in_the_clear {
        let blame = Blame::at("mail.tls", "config-login-in-the-clear");
        gathered.faults.push(blame);
    }
}

/// What the mail room itself says to settings in which we found no fault.
pub(super) fn of_postman(mail: &MailSettings) -> Vec<Blame> {
    let postman = Postman::new(mail).err();
    let signer = mail.dkim.as_ref().map(Signer::from_settings);
    [
        postman.map(|fault| file_fault("mail", &fault)),
        signer
            .and_then(Result::err)
            .map(|fault| file_fault("mail.dkim", &fault)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What is wrong with a file of the mail room.
pub(super) fn file_fault(field: &str, fault: &SettingsFault) -> Blame {
    match fault {
        SettingsFault::Unreadable { path, source } => Blame::at(field, "config-unreadable")
            .with("path", path.display())
            .with("reason", source),
        other => Blame::at(field, "config-wrong").with("reason", whole_story(other)),
    }
}

/// What the mail room says to a mailbox in whose fields we found no fault.
pub(super) fn of_mailbox(mailbox: &MailboxSettings) -> Option<Blame> {
    let fault = Postbox::new(mailbox).err()?;
    Some(Blame::at("mailbox", "config-wrong").with("reason", whole_story(&fault)))
}

pub(super) fn whole_story(fault: &dyn Error) -> String {
    let mut story = fault.to_string();
    let mut cause = fault.source();
    while let Some(error) = cause {
        story.push_str(": ");
        story.push_str(&error.to_string());
        cause = error.source();
    }
    story
}
