//! What a field can hold, and what is wrong with a value, whatever the other fields say.

use std::net::SocketAddr;
use std::path::Path;

use base::Blame;
use base::access::Role;
use mail::{DkimSettings, MailSettings, Postman, SettingsFault, Signer};
use sign_in::{DEMANDABLE, role_of_word};
use store::Address;
use toml::Value;

use super::faults::{file_fault, is_loopback, whole_story};

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Anything.
    Text,
    /// Yes or no.
    Switch,
    /// A whole number from the one to the other.
    Number(i64, i64),
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// An address of this machine with its port.
    Listen,
    /// What people type into the browser.
    BaseUrl,
    /// The name of a machine or a domain, or a part of one.
    Host,
    /// A mail address.
    Mail,
    /// A PostgreSQL database.
    DatabaseUrl,
    /// A file with such an address.
    DatabaseUrlFile,
    /// A file of certificates.
    TrustFile,
    /// A file with a password.
    PasswordFile,
    /// A file with a private key.
    KeyFile,
    /// A file with the key of sealed secrets.
    SealFile,
    /// Some of the roles.
    Roles,
}

impl Kind {
    /// A variable is a text; what is none of our kind stays one and is refused as such.
    pub(super) fn read_variable(self, typed: &str) -> Value {
        let read = match self {
            Self::Number(..) => typed.trim().parse().ok().map(Value::Integer),
            Self::Switch => typed.trim().parse().ok().map(Value::Boolean),
            Self::Roles => Some(words(typed)),
            _ => None,
        };
        read.unwrap_or_else(|| Value::String(typed.to_owned()))
    }

    /// What is wrong with a value; the field's name is the caller's to say.
    pub(super) fn flaw(self, value: &Value) -> Option<Blame> {
        match (self, value) {
            (Self::Switch, Value::Boolean(_)) => None,
            (Self::Switch, _) => Some(blame("config-not-a-switch")),
            (Self::Number(least, most), Value::Integer(number)) => {
                let within = blame("config-number").with("least", least);
                (!(least..=most).contains(number)).then(|| within.with("most", most))
            }
            (Self::Number(..), _) => Some(blame("config-not-a-number")),
            (Self::Roles, Value::Array(words)) => flaw_of_roles(words),
            (Self::Roles, _) => Some(blame("config-not-a-list")),
            (kind, Value::String(text)) => kind.flaw_of_text(text),
            _ => Some(blame("config-not-text")),
        }
    }

    fn flaw_of_text(self, text: &str) -> Option<Blame> {
        let file = Path::new(text);
        match self {
            Self::OneOf(words) => (!words.contains(&text))
                .then(|| blame("config-choice").with("choices", words.join(", "))),
            Self::Listen => text
                .parse::<SocketAddr>()
                .is_err()
                .then(|| blame("config-listen")),
            Self::BaseUrl => flaw_of_base_url(text).map(blame),
            Self::Host => (!is_host(text)).then(|| blame("config-host")),
            Self::Mail => mail::domain_of(text).is_err().then(|| blame("config-mail")),
            Self::DatabaseUrl => flaw_of_database_url(text),
            Self::DatabaseUrlFile => match first_line(file) {
                Ok(url) => flaw_of_database_url(&url),
                Err(flaw) => Some(flaw),
            },
            Self::TrustFile => flaw_of_mail(|it| it.trust_file = Some(file.to_owned()))
                .or_else(|| flaw_of_certificates(file)),
            Self::PasswordFile => flaw_of_mail(|it| {
                it.user = Some(String::new());
                it.password_file = Some(file.to_owned());
            }),
            Self::KeyFile => Signer::from_settings(&DkimSettings {
                domain: STAND_IN.to_owned(),
                selector: STAND_IN.to_owned(),
                key_file: file.to_owned(),
            })
            .err()
            .map(|fault| file_fault("", &fault)),
            Self::SealFile => super::sign_in::seal(file).err(),
            Self::Text | Self::Switch | Self::Number(..) | Self::Roles => None,
        }
    }
}

/// Stands where the field beside is of no interest.
const STAND_IN: &str = "example.org";

fn blame(key: &'static str) -> Blame {
    Blame::at("", key)
}

/// A list in one line: words with commas between.
fn words(typed: &str) -> Value {
    let words = typed.split(',').map(str::trim).filter(|it| !it.is_empty());
    Value::Array(words.map(Value::from).collect())
}

fn flaw_of_roles(words: &[Value]) -> Option<Blame> {
    let is_role = |word: &Value| word.as_str().is_some_and(|it| role_of_word(it).is_some());
    let choices = DEMANDABLE.map(Role::word).join(", ");
    (!words.iter().all(is_role)).then(|| blame("config-choice").with("choices", choices))
}

/// What the mail room says to one field among others that are fine.
fn flaw_of_mail(set: impl FnOnce(&mut MailSettings)) -> Option<Blame> {
    let mut settings = MailSettings::on_this_machine(25, &format!("a@{STAND_IN}"));
    settings.tls = mail::Tls::Starttls;
    set(&mut settings);
    let fault: Option<SettingsFault> = Postman::new(&settings).err();
    fault.map(|fault| file_fault("", &fault))
}

/// A file without a certificate would be trusted with nothing, silently.
fn flaw_of_certificates(file: &Path) -> Option<Blame> {
    let text = std::fs::read_to_string(file).unwrap_or_default();
    let path = blame("config-no-certificate").with("path", file.display());
    (!text.contains("-----BEGIN CERTIFICATE-----")).then_some(path)
}

fn flaw_of_base_url(url: &str) -> Option<&'static str> {
    let Some((scheme, rest)) = url.split_once("://") else {
        return Some("config-base-url");
    };
    let host = rest.split('/').next().unwrap_or_default();
    if !matches!(scheme, "http" | "https") || host.is_empty() || url.contains(char::is_whitespace) {
        Some("config-base-url")
    } else if rest.contains('/') {
        Some("config-base-url-path")
    } else if scheme == "http" && !is_loopback(host) {
        Some("config-base-url-plain")
    } else {
        None
    }
}

fn flaw_of_database_url(url: &str) -> Option<Blame> {
    if !url.starts_with("postgres://") && !url.starts_with("postgresql://") {
        return Some(blame("config-database-url"));
    }
    if has_raw_signs(url) {
        return Some(blame("config-database-url-signs"));
    }
    let fault = Address::Postgres(url.to_owned()).check().err();
    fault.map(|fault| blame("config-wrong").with("reason", whole_story(&fault)))
}

/// Whether a sign of user or password would be read as one of the address itself.
fn has_raw_signs(url: &str) -> bool {
    let address = url.split('?').next().unwrap_or_default();
    let rest = address.split_once("://").map(|(_, rest)| rest);
    let Some((who, _)) = rest.and_then(|it| it.rsplit_once('@')) else {
        return false;
    };
    let is_code = |it: &str| it.chars().all(|sign| sign.is_ascii_hexdigit());
    let mut codes = who.split('%').skip(1).map(|it| it.get(..2));
    who.contains(['@', '/']) || !codes.all(|it| it.is_some_and(is_code))
}

/// The first line of a file; what is wrong where it has none.
pub(super) fn first_line(file: &Path) -> Result<String, Blame> {
    match std::fs::read_to_string(file) {
        Ok(text) => Ok(text.lines().next().unwrap_or_default().trim().to_owned()),
        Err(cause) => Err(blame("config-unreadable")
            .with("path", file.display())
            .with("reason", cause)),
    }
}

fn is_host(text: &str) -> bool {
    !text.is_empty()
        && text
            .chars()
            .all(|it| it.is_alphanumeric() || matches!(it, '.' | '-' | '_' | ':' | '[' | ']'))
}
