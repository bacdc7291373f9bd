//! The fields of the file: what each holds, and the variable that stands above it.

use std::collections::{BTreeMap, BTreeSet};

use base::Blame;
use toml::{Table, Value};

use super::kinds::Kind;

/// One field.
#[derive(Clone, Copy, Debug)]
pub(super) struct Field {
    pub section: &'static str,
    pub name: &'static str,
    pub kind: Kind,
    pub variable: &'static str,
    pub must: bool,
}

const fn field(
    section: &'static str,
    name: &'static str,
    kind: Kind,
    variable: &'static str,
) -> Field {
    Field {
        section,
        name,
        kind,
        variable,
        must: false,
    }
}

const fn must(field: Field) -> Field {
    Field {
        must: true,
        ..field
    }
}

/// Every field that there is.
pub(super) const FIELDS: &[Field] = &[
    field("server", "listen", Kind::Listen, "KREIS_LISTEN"),
    must(field("server", "base_url", Kind::BaseUrl, "KREIS_BASE_URL")),
    field("server", "behind_proxy", Kind::Switch, "KREIS_BEHIND_PROXY"),
    field(
        "server",
        "log",
        Kind::OneOf(&["text", "json"]),
        "KREIS_LOG_FORMAT",
    ),
    field(
        "server",
        "metrics_token_file",
        Kind::PasswordFile,
        "KREIS_METRICS_TOKEN_FILE",
    ),
    field("database", "path", Kind::Text, "KREIS_DATABASE_PATH"),
    field("database", "url", Kind::DatabaseUrl, "DATABASE_URL"),
    field(
        "database",
        "url_file",
        Kind::DatabaseUrlFile,
        "DATABASE_URL_FILE",
    ),
    must(field("mail", "host", Kind::Host, "KREIS_MAIL_HOST")),
    field("mail", "port", Kind::Number(1, 65_535), "KREIS_MAIL_PORT"),
    field(
        "mail",
        "tls",
        Kind::OneOf(&["none", "starttls", "implicit"]),
        "KREIS_MAIL_TLS",
    ),
    field(
        "mail",
        "trust_file",
        Kind::TrustFile,
        "KREIS_MAIL_TRUST_FILE",
    ),
    field("mail", "user", Kind::Text, "KREIS_MAIL_USER"),
    field(
        "mail",
        "password_file",
        Kind::PasswordFile,
        "KREIS_MAIL_PASSWORD_FILE",
    ),
    must(field("mail", "from", Kind::Mail, "KREIS_MAIL_FROM")),
    field(
        "mail",
        "envelope_sender",
        Kind::Mail,
        "KREIS_MAIL_ENVELOPE_SENDER",
    ),
    field(
        "mail",
        "max_connections",
        Kind::Number(1, 100),
        "KREIS_MAIL_MAX_CONNECTIONS",
    ),
    field(
        "mail",
        "timeout_seconds",
        Kind::Number(1, 600),
        "KREIS_MAIL_TIMEOUT_SECONDS",
    ),
    must(field(
        "mail.dkim",
        "domain",
        Kind::Host,
        "KREIS_DKIM_DOMAIN",
    )),
    must(field(
        "mail.dkim",
        "selector",
        Kind::Host,
        "KREIS_DKIM_SELECTOR",
    )),
    must(field(
        "mail.dkim",
        "key_file",
        Kind::KeyFile,
        "KREIS_DKIM_KEY_FILE",
    )),
    must(field("mailbox", "host", Kind::Host, "KREIS_MAILBOX_HOST")),
    field(
        "mailbox",
        "port",
        Kind::Number(1, 65_535),
        "KREIS_MAILBOX_PORT",
    ),
    field(
        "mailbox",
        "tls",
        Kind::OneOf(&["none", "starttls", "implicit"]),
        "KREIS_MAILBOX_TLS",
    ),
    field(
        "mailbox",
        "trust_file",
        Kind::TrustFile,
        "KREIS_MAILBOX_TRUST_FILE",
    ),
    must(field("mailbox", "user", Kind::Text, "KREIS_MAILBOX_USER")),
    must(field(
        "mailbox",
        "password_file",
        Kind::PasswordFile,
        "KREIS_MAILBOX_PASSWORD_FILE",
    )),
    must(field(
        "mailbox",
        "address",
        Kind::Mail,
        "KREIS_MAILBOX_ADDRESS",
    )),
    field("mailbox", "folder", Kind::Text, "KREIS_MAILBOX_FOLDER"),
    field(
        "mailbox",
        "done_folder",
        Kind::Text,
        "KREIS_MAILBOX_DONE_FOLDER",
    ),
    field(
        "mailbox",
        "every_seconds",
        Kind::Number(1, 86_400),
        "KREIS_MAILBOX_EVERY_SECONDS",
    ),
    field(
        "mailbox",
        "timeout_seconds",
        Kind::Number(1, 3600),
        "KREIS_MAILBOX_TIMEOUT_SECONDS",
    ),
    field(
        "mailbox",
        "largest_mb",
        Kind::Number(1, 500),
        "KREIS_MAILBOX_LARGEST_MB",
    ),
    field(
        "limits",
        "upload_mb",
        Kind::Number(1, 500),
        "KREIS_UPLOAD_MB",
    ),
    field("backup", "folder", Kind::Text, "KREIS_BACKUP_FOLDER"),
    field("backup", "hour", Kind::Number(0, 23), "KREIS_BACKUP_HOUR"),
    field("backup", "days", Kind::Number(0, 1000), "KREIS_BACKUP_DAYS"),
    field(
        "backup",
        "weeks",
        Kind::Number(0, 1000),
        "KREIS_BACKUP_WEEKS",
    ),
    field(
        "backup",
        "months",
        Kind::Number(0, 1000),
        "KREIS_BACKUP_MONTHS",
    ),
    field(
        "sign_in",
        "second_factor",
        Kind::Roles,
        "KREIS_SECOND_FACTOR",
    ),
    field(
        "sign_in",
        "key_file",
        Kind::SealFile,
        "KREIS_SIGN_IN_KEY_FILE",
    ),
    field("vault", "folder", Kind::Text, "KREIS_VAULT_FOLDER"),
    field("vault", "key_file", Kind::Text, "KREIS_VAULT_KEY_FILE"),
    field("vault", "copy_file", Kind::Text, "KREIS_VAULT_COPY_FILE"),
];

/// The sections that must be there even when they are empty.
const ALWAYS: [&str; 7] = [
    "server", "database", "mail", "limits", "backup", "sign_in", "vault",
];

/// What was set, by section.
#[derive(Default)]
pub(super) struct Gathered {
    /// The fields that are fine, each taken by itself.
    pub sections: BTreeMap<&'static str, Table>,
    /// Fields, each after its section, that are set, but wrongly.
    pub spoiled: BTreeSet<(&'static str, &'static str)>,
    /// What is wrong.
    pub faults: Vec<Blame>,
}

/// What was set for a field, and by which name the operator knows the place.
type Found = BTreeMap<(&'static str, &'static str), (String, Value)>;

impl Gathered {
    /// Reads the file's table and what the environment sets above it.
    pub(super) fn of(table: Table, env: &BTreeMap<String, String>) -> Self {
        let mut gathered = Self::default();
        for section in ALWAYS {
            gathered.sections.insert(section, Table::new());
        }
        let mut found = Found::new();
        gathered.find("", table, &mut found);
        for known in FIELDS {
            if let Some(typed) = env.get(known.variable) {
                let value = (known.variable.to_owned(), known.kind.read_variable(typed));
                found.insert((known.section, known.name), value);
                gathered.sections.entry(known.section).or_default();
            }
        }
        for known in FIELDS {
            gathered.keep(known, found.remove(&(known.section, known.name)));
        }
        gathered
    }

    fn find(&mut self, above: &str, table: Table, found: &mut Found) {
        for (name, value) in table {
            let here = path(above, &name);
            let field = |it: &&Field| it.section == above && it.name == name;
            if let Some(known) = FIELDS.iter().find(field) {
                found.insert((known.section, known.name), (here, value));
                continue;
            }
            match (FIELDS.iter().find(|it| it.section == here), value) {
                (Some(known), Value::Table(inner)) => {
                    self.sections.entry(known.section).or_default();
                    self.find(known.section, inner, found);
                }
                _ => self.faults.push(Blame::at(here, "config-unknown")),
            }
        }
    }

    fn keep(&mut self, known: &Field, found: Option<(String, Value)>) {
        let Some(section) = self.sections.get_mut(known.section) else {
            return;
        };
        match found {
            Some((place, value)) => match known.kind.flaw(&value) {
                None => drop(section.insert(known.name.to_owned(), value)),
                Some(flaw) => {
                    self.spoiled.insert((known.section, known.name));
                    self.faults.push(Blame {
                        field: place,
                        ..flaw
                    });
                }
            },
            None if known.must => {
                let place = path(known.section, known.name);
                self.faults.push(Blame::at(place, "config-missing"));
            }
            None => {}
        }
    }
}

fn path(section: &str, name: &str) -> String {
    if section.is_empty() {
        name.to_owned()
    } else {
        format!("{section}.{name}")
    }
}
