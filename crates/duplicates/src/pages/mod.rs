//! This room's pages.

mod list;
mod pair;

pub(crate) use list::*;
pub(crate) use pair::*;

use calendar::{Zone, dates};
use jiff::Timestamp;
use shell::Visit;
use store::{Table, Value};

use crate::rules::{Field, cell};

/// An instant in the network's own time.
pub(crate) fn when(visit: &Visit, at: Timestamp) -> String {
    let name = visit
        .network
        .as_ref()
        .map_or("Europe/Berlin", |it| it.zone.as_str());
    let zone = Zone::named(name).unwrap_or_else(|_| Zone::utc());
    dates::instant_local_short(at, &zone, visit.lang)
}

/// What a field of a record says, in words; nothing where it is empty.
pub(crate) fn shown(visit: &Visit, field: &Field, (table, row): (&Table, &[Value])) -> String {
    // Of a name and the one that lists sort by, the first is the one that people read.
    let columns = match field.columns {
        [name, "sort_name"] => std::slice::from_ref(name),
        all => all,
    };
    let texts = columns.iter().filter_map(|column| {
        let text = match cell(table, row, column) {
            Value::Text(text) => text.as_str(),
            Value::Bool(true) => "yes",
            Value::Bool(false) => "no",
            _ => "",
        };
        match field.words {
            _ if text.is_empty() => None,
            Some(words) => Some(visit.say(&format!("{words}{text}")).to_owned()),
            None => Some(text.to_owned()),
        }
    });
    let texts: Vec<String> = texts.collect();
    match texts.as_slice() {
        [street, postcode, town] => format!("{street}, {postcode} {town}"),
        texts => texts.join(", "),
    }
}
