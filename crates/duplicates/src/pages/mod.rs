//! This room's pages.

mod list;
mod pair;

pub(crate) use list::*;
pub(crate) use pair::*;

use std::collections::BTreeMap;

use shell::Visit;
use store::{Table, Value};
use uuid::Uuid;

use crate::rules::{Field, cell};

/// Names of records by their ids.
pub(crate) type Above = BTreeMap<Uuid, String>;

/// What a field of a record says, in words; nothing where it is empty.
pub(crate) fn shown(
    visit: &Visit,
    (field, names): (&Field, &Above),
    (table, row): (&Table, &[Value]),
) -> String {
    // Of a name and the one that lists sort by, the first is the one that people read; of a
    // logo what it shows, and of a legal form in words these.
    let text = |column: &str| match cell(table, row, column) {
        Value::Text(text) => text.as_str(),
        Value::Bool(true) => "yes",
        Value::Bool(false) => "no",
        Value::Id(id) => names.get(id).map_or("", String::as_str),
        _ => "",
    };
    let (columns, words): (&[&str], _) = match field.columns {
        [name, "sort_name"] => (std::slice::from_ref(name), None),
        [_, _, alt @ "logo_alt"] => (std::slice::from_ref(alt), None),
        [word, "legal_form_other"] if text(word) != "other" => {
            (std::slice::from_ref(word), field.words)
        }
        [_, other @ "legal_form_other"] => (std::slice::from_ref(other), None),
        all => (all, field.words),
    };
    let texts = columns
        .iter()
        .filter_map(|column| match (words, text(column)) {
            (_, "") => None,
            (Some(words), text) => Some(visit.say(&format!("{words}{text}")).to_owned()),
            (None, text) => Some(text.to_owned()),
        });
    let texts: Vec<String> = texts.collect();
    match texts.as_slice() {
        [street, postcode, town] => format!("{street}, {postcode} {town}"),
        texts => texts.join(", "),
    }
}
