//! Cards of an address book (RFC 6350 and RFC 2426) as a table: a row for each card.

use calcard::vcard::{VCard, VCardProperty, VCardValue};
use calcard::{Entry, Parser};

use crate::{Encoding, Fault, Format, Found, Header, MOST_ROWS, Row, Table, clean};

/// What the columns are called, in the order of the cells below.
const COLUMNS: [&str; 12] = [
    "Name",
    "Vorname",
    "Nachname",
    "Organisation",
    "Funktion",
    "E-Mail",
    "Telefon",
    "Straße",
    "PLZ",
    "Ort",
    "Website",
    "Notiz",
];

pub(crate) fn is_card(text: &str) -> bool {
    let start = text.trim_start().get(..11);
    start.is_some_and(|it| it.eq_ignore_ascii_case("BEGIN:VCARD"))
}

pub(crate) fn read(text: &str, encoding: Encoding) -> Result<Table, Fault> {
    let mut parser = Parser::new(text);
    let mut rows = Vec::new();
    let mut number = 0;
    loop {
        let card = match parser.entry() {
            Entry::VCard(card) => card,
            Entry::Eof => break,
            _ => continue,
        };
        number += 1;
        let cells = cells(&card, number)?;
        if cells.iter().any(|cell| !cell.is_empty()) {
            rows.push(Row { number, cells });
        }
        if rows.len() > MOST_ROWS {
            return Err(Fault::TooManyRows);
        }
    }
    if rows.is_empty() {
        return Err(Fault::NoRows);
    }
    Ok(Table {
        found: Found {
            format: Format::Vcard,
            encoding: Some(encoding),
            separator: None,
            sheet: None,
            sheets: Vec::new(),
            header: Header::None,
            top: Vec::new(),
        },
        columns: COLUMNS.map(str::to_owned).to_vec(),
        rows,
    })
}

fn cells(card: &VCard, number: usize) -> Result<Vec<String>, Fault> {
    let first = |name: &VCardProperty, part: usize| {
        let entry = card.entries.iter().find(|entry| entry.name == *name);
        let parts = entry.map(|entry| parts(&entry.values)).unwrap_or_default();
        parts.get(part).cloned().unwrap_or_default()
    };
    let role = first(&VCardProperty::Title, 0);
    let role = if role.is_empty() {
        first(&VCardProperty::Role, 0)
    } else {
        role
    };
    let phone = first(&VCardProperty::Tel, 0);
    let mail = first(&VCardProperty::Email, 0);
    [
        first(&VCardProperty::Fn, 0),
        first(&VCardProperty::N, 1),
        first(&VCardProperty::N, 0),
        first(&VCardProperty::Org, 0),
        role,
        mail.trim_start_matches("mailto:").to_owned(),
        phone.trim_start_matches("tel:").to_owned(),
        first(&VCardProperty::Adr, 2),
        first(&VCardProperty::Adr, 5),
        first(&VCardProperty::Adr, 3),
        first(&VCardProperty::Url, 0),
        first(&VCardProperty::Note, 0),
    ]
    .iter()
    .map(|text| clean::cell(text, number))
    .collect()
}

/// The parts of a value that has parts, each alone.
fn parts(values: &[VCardValue]) -> Vec<String> {
    let mut parts = Vec::new();
    for value in values {
        match value {
            VCardValue::Text(text) => parts.push(text.clone()),
            VCardValue::Component(inner) => parts.push(inner.join(", ")),
            VCardValue::Integer(number) => parts.push(number.to_string()),
            _ => parts.push(String::new()),
        }
    }
    parts
}
