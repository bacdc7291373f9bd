//! The fields of the file: their shape, and the variable that stands above each.

use std::collections::BTreeMap;

use base::Blame;
use toml::{Table, Value};

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Text,
    Number,
    Switch,
}

/// One field.
#[derive(Clone, Copy, Debug)]
pub(super) struct Field {
    pub section: &'static str,
    pub name: &'static str,
    pub shape: Shape,
    pub variable: &'static str,
    pub must: bool,
}

const fn field(
    section: &'static str,
    name: &'static str,
    shape: Shape,
    variable: &'static str,
) -> Field {
    Field {
        section,
        name,
        shape,
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
    field("server", "listen", Shape::Text, "KREIS_LISTEN"),
    must(field("server", "base_url", Shape::Text, "KREIS_BASE_URL")),
    field(
        "server",
        "behind_proxy",
        Shape::Switch,
        "KREIS_BEHIND_PROXY",
    ),
    field("server", "log", Shape::Text, "KREIS_LOG_FORMAT"),
    field(
        "server",
        "metrics_token_file",
        Shape::Text,
        "KREIS_METRICS_TOKEN_FILE",
    ),
    field("database", "path", Shape::Text, "KREIS_DATABASE_PATH"),
    field("database", "url", Shape::Text, "DATABASE_URL"),
    field("database", "url_file", Shape::Text, "DATABASE_URL_FILE"),
    must(field("mail", "host", Shape::Text, "KREIS_MAIL_HOST")),
    field("mail", "port", Shape::Number, "KREIS_MAIL_PORT"),
    field("mail", "tls", Shape::Text, "KREIS_MAIL_TLS"),
    field("mail", "trust_file", Shape::Text, "KREIS_MAIL_TRUST_FILE"),
    field("mail", "user", Shape::Text, "KREIS_MAIL_USER"),
    field(
        "mail",
        "password_file",
        Shape::Text,
        "KREIS_MAIL_PASSWORD_FILE",
    ),
    must(field("mail", "from", Shape::Text, "KREIS_MAIL_FROM")),
    field(
        "mail",
        "envelope_sender",
        Shape::Text,
        "KREIS_MAIL_ENVELOPE_SENDER",
    ),
    field(
        "mail",
        "max_connections",
        Shape::Number,
        "KREIS_MAIL_MAX_CONNECTIONS",
    ),
    field(
        "mail",
        "timeout_seconds",
        Shape::Number,
        "KREIS_MAIL_TIMEOUT_SECONDS",
    ),
    must(field(
        "mail.dkim",
        "domain",
        Shape::Text,
        "KREIS_DKIM_DOMAIN",
    )),
    must(field(
        "mail.dkim",
        "selector",
        Shape::Text,
        "KREIS_DKIM_SELECTOR",
    )),
    must(field(
        "mail.dkim",
        "key_file",
        Shape::Text,
        "KREIS_DKIM_KEY_FILE",
    )),
    must(field("mailbox", "host", Shape::Text, "KREIS_MAILBOX_HOST")),
    field("mailbox", "port", Shape::Number, "KREIS_MAILBOX_PORT"),
    field("mailbox", "tls", Shape::Text, "KREIS_MAILBOX_TLS"),
    field(
        "mailbox",
        "trust_file",
        Shape::Text,
        "KREIS_MAILBOX_TRUST_FILE",
    ),
    must(field("mailbox", "user", Shape::Text, "KREIS_MAILBOX_USER")),
    must(field(
        "mailbox",
        "password_file",
        Shape::Text,
        "KREIS_MAILBOX_PASSWORD_FILE",
    )),
    must(field(
        "mailbox",
        "address",
        Shape::Text,
        "KREIS_MAILBOX_ADDRESS",
    )),
    field("mailbox", "folder", Shape::Text, "KREIS_MAILBOX_FOLDER"),
    field(
        "mailbox",
        "done_folder",
        Shape::Text,
        "KREIS_MAILBOX_DONE_FOLDER",
    ),
    field(
        "mailbox",
        "every_seconds",
        Shape::Number,
        "KREIS_MAILBOX_EVERY_SECONDS",
    ),
    field(
        "mailbox",
        "timeout_seconds",
        Shape::Number,
        "KREIS_MAILBOX_TIMEOUT_SECONDS",
    ),
    field(
        "mailbox",
        "largest_mb",
        Shape::Number,
        "KREIS_MAILBOX_LARGEST_MB",
    ),
    field("limits", "upload_mb", Shape::Number, "KREIS_UPLOAD_MB"),
    field("backup", "folder", Shape::Text, "KREIS_BACKUP_FOLDER"),
    field("backup", "hour", Shape::Number, "KREIS_BACKUP_HOUR"),
    field("backup", "days", Shape::Number, "KREIS_BACKUP_DAYS"),
    field("backup", "weeks", Shape::Number, "KREIS_BACKUP_WEEKS"),
    field("backup", "months", Shape::Number, "KREIS_BACKUP_MONTHS"),
];

/// The sections that must be there even when they are empty.
const ALWAYS: [&str; 5] = ["server", "database", "mail", "limits", "backup"];

/// The known fields of the right shape by section, and what is wrong with the rest.
pub(super) fn gather(
    table: Table,
    env: &BTreeMap<String, String>,
) -> (BTreeMap<&'static str, Table>, Vec<Blame>) {
    let mut faults = Vec::new();
    let mut sections: BTreeMap<&'static str, Table> = BTreeMap::new();
    for section in ALWAYS {
        sections.insert(section, Table::new());
    }
    take_section("", table, &mut sections, &mut faults);
    for known in FIELDS {
        if let Some(typed) = env.get(known.variable) {
            match from_text(known.shape, typed) {
                Some(value) => {
                    let section = sections.entry(known.section).or_default();
                    section.insert(known.name.to_owned(), value);
                }
                None => faults.push(wrong_shape(known.variable.to_owned(), known.shape)),
            }
        }
    }
    for known in FIELDS.iter().filter(|it| it.must) {
        let section = sections.get(known.section);
        if section.is_some_and(|it| !it.contains_key(known.name)) {
            let blame = Blame::at(path(known.section, known.name), "config-missing");
            // A field of the wrong shape is there, if wrongly; one fault is enough.
            if !faults.iter().any(|fault| fault.field == blame.field) {
                faults.push(blame);
            }
        }
    }
    (sections, faults)
}

fn take_section(
    above: &str,
    table: Table,
    sections: &mut BTreeMap<&'static str, Table>,
    faults: &mut Vec<Blame>,
) {
    for (name, value) in table {
        let here = path(above, &name);
        if let Some(known) = FIELDS
            .iter()
            .find(|it| it.section == above && it.name == name)
        {
            if fits(known.shape, &value) {
                sections
                    .entry(known.section)
                    .or_default()
                    .insert(name, value);
            } else {
                faults.push(wrong_shape(here, known.shape));
            }
            continue;
        }
        let section = FIELDS.iter().find(|it| it.section == here);
        match (section, value) {
            (Some(known), Value::Table(inner)) => {
                sections.entry(known.section).or_default();
                take_section(known.section, inner, sections, faults);
            }
            _ => faults.push(Blame::at(here, "config-unknown")),
        }
    }
}

fn fits(shape: Shape, value: &Value) -> bool {
    match shape {
        Shape::Text => value.is_str(),
        Shape::Number => value.is_integer(),
        Shape::Switch => value.is_bool(),
    }
}

fn from_text(shape: Shape, typed: &str) -> Option<Value> {
    match shape {
        Shape::Text => Some(Value::String(typed.to_owned())),
        Shape::Number => typed.trim().parse().ok().map(Value::Integer),
        Shape::Switch => typed.trim().parse().ok().map(Value::Boolean),
    }
}

fn wrong_shape(field: String, shape: Shape) -> Blame {
    let key = match shape {
        Shape::Text => "config-not-text",
        Shape::Number => "config-not-a-number",
        Shape::Switch => "config-not-a-switch",
    };
    Blame::at(field, key)
}

fn path(section: &str, name: &str) -> String {
    if section.is_empty() {
        name.to_owned()
    } else {
        format!("{section}.{name}")
    }
}
