//! Fields of a network's own: what an office wants to keep of organisations, people and
//! memberships beyond what the program knows.
//!
//! Filters, import and export ask [`of`], [`values`] and [`all_values`], and write by [`save`].
//! A value is text in one form whatever was typed: days as ISO 8601, numbers with a point,
//! `yes` and `no`.

pub mod acts;
mod form;
mod reading;
mod records;

use std::collections::BTreeMap;

use base::access::Actor;
use base::{Blame, CustomFieldId, Fault, Halt, Lang, Moment, NetworkId};
use store::Conn;
use uuid::Uuid;

pub use form::labelled;
pub(crate) use form::{Custom, lines, mounted, put, shown, typed};
pub use reading::read;
pub(crate) use records::filled_count;
pub use records::{all_values, every, of, values};

use crate::records::{self as register, About, Changes};

/// The kinds of records that can have fields of a network's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RecordKind {
    /// Organisations.
    Organisation,
    /// People.
    Person,
    /// Memberships.
    Membership,
}

impl RecordKind {
    /// All kinds, in the order of the pages.
    pub const ALL: [Self; 3] = [Self::Organisation, Self::Person, Self::Membership];

    /// The word in the database and in addresses; the phrase key is `register-fields-of-` and it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Organisation => "organisation",
            Self::Person => "person",
            Self::Membership => "membership",
        }
    }

    /// Reads the word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// What stands in a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ValueKind {
    /// A line of text.
    Text,
    /// One of the field's choices.
    Choice,
    /// A day.
    Date,
    /// A number.
    Number,
    /// Yes or no.
    YesNo,
}

impl ValueKind {
    /// All kinds, in the order of the pages.
    pub const ALL: [Self; 5] = [
        Self::Text,
        Self::Choice,
        Self::Date,
        Self::Number,
        Self::YesNo,
    ];

    /// The word in the database and in forms; the phrase key is `register-field-` and it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Choice => "choice",
            Self::Date => "date",
            Self::Number => "number",
            Self::YesNo => "yes-no",
        }
    }

    /// Reads the word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// A field of a network's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CustomField {
    /// Its id.
    pub id: CustomFieldId,
    /// Whose it is.
    pub network: NetworkId,
    /// The records that have it.
    pub record_kind: RecordKind,
    /// What stands in it.
    pub value_kind: ValueKind,
    /// Its label in German.
    pub label: String,
    /// Its label in English; empty where it has none.
    pub label_en: String,
    /// A sentence of help in German.
    pub help: String,
    /// The same in English.
    pub help_en: String,
    /// What there is to choose from.
    pub choices: Vec<String>,
    /// Where it stands among the others.
    pub place: i64,
    /// Whether it must be filled.
    pub required: bool,
    /// Whether only the office sees it.
    pub internal: bool,
    /// Whether it is closed: it is no longer asked for, and keeps its values.
    pub ended: bool,
}

impl CustomField {
    /// The name of its field in forms.
    pub fn name(&self) -> String {
        format!("custom-{}", self.id)
    }

    /// Its label in a language, or in German.
    pub fn label_in(&self, lang: Lang) -> &str {
        match lang {
            Lang::En if !self.label_en.is_empty() => &self.label_en,
            _ => &self.label,
        }
    }
}

/// Values by their fields; what is empty is left out.
pub type Values = BTreeMap<CustomFieldId, String>;

/// A record with fields of its network's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Of {
    /// Its kind.
    pub kind: RecordKind,
    /// Its id.
    pub id: Uuid,
}

/// Makes values of what was typed. What nobody was asked for stays as it is; a choice that the
/// field no longer offers may stay too.
///
/// # Errors
/// The faults, each at the name of its field.
pub fn checked(fields: &[CustomField], typed: &Values, old: &Values) -> Result<Values, Vec<Blame>> {
    let mut values = old.clone();
    let mut blames = Vec::new();
    for field in fields {
        let Some(text) = typed.get(&field.id) else {
            continue;
        };
        let is_as_before = old.get(&field.id) == Some(text);
        match read(field, text) {
            Ok(value) if value.is_empty() && field.required => {
                blames.push(Blame::at(field.name(), "fault-missing"));
            }
            Ok(value) if value.is_empty() => {
                values.remove(&field.id);
            }
            Ok(value) => {
                values.insert(field.id, value);
            }
            Err(_) if is_as_before => {}
            Err(key) => blames.push(Blame::at(field.name(), key)),
        }
    }
    if blames.is_empty() {
        Ok(values)
    } else {
        Err(blames)
    }
}

/// What changed between two states; of an internal field only that it did.
pub(crate) fn compared(
    fields: &[CustomField],
    (old, new): (&Values, &Values),
    changes: Changes,
) -> Changes {
    let none = String::new();
    fields.iter().fold(changes, |changes, field| {
        let (from, to) = (
            old.get(&field.id).unwrap_or(&none),
            new.get(&field.id).unwrap_or(&none),
        );
        if field.internal || field.record_kind == RecordKind::Person {
            changes.closed(&field.label, from, to)
        } else {
            changes.open(&field.label, from, to)
        }
    })
}

/// Writes the values that differ.
pub(crate) fn write(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    of: Of,
    (old, new): (&Values, &Values),
) -> Result<(), Fault> {
    for (field, _) in old.iter().filter(|(field, _)| !new.contains_key(field)) {
        records::remove_value(conn, of, *field)?;
    }
    for (field, value) in new.iter().filter(|(field, it)| old.get(field) != Some(it)) {
        records::remove_value(conn, of, *field)?;
        records::insert_value(conn, moment.id(), of, (*field, value))?;
    }
    Ok(())
}

/// Checks what was typed for a record, writes it and notes it in the record's journal. Fields
/// that are not among what was typed stay as they are. That the record belongs to the network
/// is asked before.
///
/// # Errors
/// Refused with the faults, each at the name of its field.
pub fn save(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (network, of_record): (NetworkId, Of),
    typed: &Values,
) -> Result<(), Halt> {
    let fields = of(conn, network, of_record.kind)?;
    let old = values(conn, of_record.kind, of_record.id)?;
    let new = checked(&fields, typed, &old).map_err(Halt::Refused)?;
    let changes = compared(&fields, (&old, &new), Changes::default());
    if changes.is_empty() {
        return Ok(());
    }
    write(conn, moment, of_record, (&old, &new))?;
    let about = About {
        network,
        kind: of_record.kind.word(),
        subject: of_record.id,
    };
    let detail = changes.detail();
    register::note(conn, moment, who, about, "register-changed", detail)?;
    Ok(())
}
