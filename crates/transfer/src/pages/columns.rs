//! What was found in a file, and what its columns mean: all of it to be corrected.

use askama::Template;
use register::MembershipKind;
use register::fields::CustomField;
use shell::{Fields, Form, Page, Visit, said};
use tables::{Encoding, Format, Header, Separator, Table};

use super::{below, href};
use crate::links;
use crate::records::Transfer;
use crate::rules::Field;

/// One column with what it may mean.
pub(crate) struct ColumnRow {
    pub(crate) name: String,
    pub(crate) field: String,
    pub(crate) examples: Vec<String>,
    pub(crate) options: Vec<Meaning>,
    pub(crate) error: Option<String>,
}

/// One meaning to choose.
pub(crate) struct Meaning {
    pub(crate) value: String,
    pub(crate) label: String,
    pub(crate) chosen: bool,
}

/// What was found in a file.
#[derive(Template)]
#[template(path = "transfer/columns.html")]
pub(crate) struct ColumnsPage {
    pub(crate) page: Page,
    pub(crate) fields: Fields,
    pub(crate) action: String,
    pub(crate) discard_href: String,
    pub(crate) summary: String,
    pub(crate) encodings: Vec<(String, String)>,
    pub(crate) separators: Vec<(String, String)>,
    pub(crate) sheets: Vec<(String, String)>,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) kinds: Vec<(String, String)>,
    pub(crate) columns: Vec<ColumnRow>,
}

/// How many cells of a column are shown.
const EXAMPLES: usize = 3;

/// The page, with what was typed where something is wrong.
pub(crate) fn columns_page(
    visit: &Visit,
    it: &Transfer,
    (table, own): (&Table, &[CustomField]),
    typed: Option<Form>,
) -> ColumnsPage {
    let form = typed.unwrap_or_else(|| as_found(it, table));
    let columns = rows(visit, (table, own), &form);
    let mut fields = Fields::new(visit, form);
    for column in &columns {
        fields = fields.labelled(&column.field, &column.name);
    }
    let name = [("name", shell::record(&it.file_name))];
    ColumnsPage {
        page: below(visit, Page::told(visit, "transfer-columns-title", &name)).here(),
        fields,
        action: href(visit, links::COLUMNS, it),
        discard_href: href(visit, links::DISCARDING, it),
        summary: visit.tell(
            "transfer-found",
            &[
                ("format", visit.say(format_key(table.found.format)).into()),
                ("rows", table.rows.len().into()),
                ("columns", table.columns.len().into()),
            ],
        ),
        encodings: encodings(visit, table),
        separators: separators(visit, table),
        sheets: sheets(table),
        headers: headers(visit, table),
        kinds: kinds(visit),
        columns,
    }
}

const fn format_key(format: Format) -> &'static str {
    match format {
        Format::Csv => "transfer-format-csv",
        Format::Xlsx => "transfer-format-xlsx",
        Format::Ods => "transfer-format-ods",
        Format::Vcard => "transfer-format-vcard",
    }
}

fn as_found(it: &Transfer, table: &Table) -> Form {
    let found = &table.found;
    let header = match found.header {
        Header::None => 0,
        Header::Row(number) => number,
    };
    let mut form = Form::of([
        (
            "encoding",
            found.encoding.map_or("", Encoding::word).to_owned(),
        ),
        (
            "separator",
            found.separator.map_or("", Separator::word).to_owned(),
        ),
        ("sheet", found.sheet.clone().unwrap_or_default()),
        ("header", header.to_string()),
        ("kind", it.kind.map_or("", MembershipKind::word).to_owned()),
    ]);
    for (place, field) in it.mapping.iter().enumerate() {
        let word = field.map_or_else(Default::default, Field::word);
        form.put(&format!("c{place}"), word.as_ref());
    }
    form
}

/// What a column may mean in words: fields of the network's own are called as it calls them.
pub(super) fn field_label(visit: &Visit, field: &str, own: &[CustomField]) -> String {
    match Field::from_word(field) {
        Some(Field::Custom(kind, id)) => {
            let label = own.iter().find(|it| it.id == id);
            let label = label.map_or("", |it| it.label_in(visit.lang));
            let key = format!("transfer-own-{}", kind.word());
            visit.tell(&key, &[("label", label.into())])
        }
        _ => visit.say(&format!("transfer-field-{field}")).to_owned(),
    }
}

fn rows(visit: &Visit, (table, own): (&Table, &[CustomField]), form: &Form) -> Vec<ColumnRow> {
    let column = |(place, name): (usize, &String)| {
        let field = format!("c{place}");
        let chosen = Field::from_word(form.value(&field));
        let none = Meaning {
            value: String::new(),
            label: visit.say("transfer-field-none").to_owned(),
            chosen: chosen.is_none(),
        };
        let fields = own.iter().map(|it| Field::Custom(it.record_kind, it.id));
        let meanings = Field::common().chain(fields).map(|it| Meaning {
            label: field_label(visit, &it.word(), own),
            value: it.word().into_owned(),
            chosen: chosen == Some(it),
        });
        let error = form.blames().iter().find(|blame| blame.field == field);
        ColumnRow {
            name: name.clone(),
            examples: examples(table, place),
            options: std::iter::once(none).chain(meanings).collect(),
            error: error.map(|blame| said(visit, blame)),
            field,
        }
    };
    table.columns.iter().enumerate().map(column).collect()
}

fn examples(table: &Table, place: usize) -> Vec<String> {
    let cells = table.rows.iter().filter_map(|row| row.cells.get(place));
    let filled = cells.filter(|cell| !cell.is_empty());
    let short = |cell: &String| cell.chars().take(60).collect();
    filled.take(EXAMPLES).map(short).collect()
}

fn encodings(visit: &Visit, table: &Table) -> Vec<(String, String)> {
    if table.found.encoding.is_none() {
        return Vec::new();
    }
    Encoding::ALL
        .into_iter()
        .map(|it| {
            let key = format!("transfer-encoding-{}", it.word());
            (it.word().to_owned(), visit.say(&key).to_owned())
        })
        .collect()
}

fn separators(visit: &Visit, table: &Table) -> Vec<(String, String)> {
    if table.found.separator.is_none() {
        return Vec::new();
    }
    Separator::ALL
        .into_iter()
        .map(|it| {
            let key = format!("transfer-separator-{}", it.word());
            (it.word().to_owned(), visit.say(&key).to_owned())
        })
        .collect()
}

fn sheets(table: &Table) -> Vec<(String, String)> {
    if table.found.sheets.len() < 2 {
        return Vec::new();
    }
    let sheets = table.found.sheets.iter();
    sheets.map(|name| (name.clone(), name.clone())).collect()
}

fn headers(visit: &Visit, table: &Table) -> Vec<(String, String)> {
    if table.found.top.is_empty() {
        return Vec::new();
    }
    let none = ("0".to_owned(), visit.say("transfer-header-none").to_owned());
    let rows = table.found.top.iter().map(|row| {
        let filled = row.cells.iter().filter(|cell| !cell.is_empty());
        let cells: Vec<&str> = filled.map(String::as_str).collect();
        let cells: String = cells.join(", ").chars().take(80).collect();
        let words = [("row", row.number.into()), ("cells", cells.into())];
        (
            row.number.to_string(),
            visit.tell("transfer-header-row", &words),
        )
    });
    std::iter::once(none).chain(rows).collect()
}

fn kinds(visit: &Visit) -> Vec<(String, String)> {
    let none = (String::new(), visit.say("transfer-kind-none").to_owned());
    let kinds = MembershipKind::ALL
        .into_iter()
        .map(|kind| (kind.word().to_owned(), visit.say(kind.key()).to_owned()));
    std::iter::once(none).chain(kinds).collect()
}
