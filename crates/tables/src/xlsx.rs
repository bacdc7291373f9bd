//! Excel since 2007, a cell at a time.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{DataRef, ExcelDateTime, Reader, SheetVisible, Xlsx};

use crate::{
    Fault, Format, Found, HEADER_WITHIN, Header, MOST_COLUMNS, MOST_ROWS, MOST_UNPACKED, Row,
    Table, Wish, book, clean, header,
};

pub(crate) fn read(bytes: &[u8], wish: &Wish) -> Result<Table, Fault> {
    book::refuse_bomb(&mut book::open(bytes)?, MOST_UNPACKED)?;
    // The reader of sheets may stumble over parts that contradict each other; that is the
    // file's fault and must not become ours.
    let read = catch_unwind(AssertUnwindSafe(|| sheet(bytes, wish)));
    let (rows, found) = read.unwrap_or(Err(Fault::Broken))?;
    header::table(rows, found, wish)
}

fn sheet(bytes: &[u8], wish: &Wish) -> Result<(Vec<Row>, Found), Fault> {
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|_| Fault::Broken)?;
    let sheets: Vec<String> = book
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.visible == SheetVisible::Visible)
        .map(|sheet| sheet.name.clone())
        .collect();
    let wished = wish.sheet.as_ref().filter(|name| sheets.contains(name));
    let mut tried = sheets
        .iter()
        .filter(|name| wished.is_none_or(|it| it == *name));
    let mut read = (Vec::new(), None);
    // The first sheet that has something in it.
    while let (true, Some(name)) = (read.0.is_empty(), tried.next()) {
        read = (rows(&mut book, name)?, Some(name.clone()));
    }
    let found = Found {
        format: Format::Xlsx,
        encoding: None,
        separator: None,
        sheet: read.1,
        sheets,
        header: Header::None,
        top: Vec::new(),
    };
    Ok((read.0, found))
}

fn rows(book: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Result<Vec<Row>, Fault> {
    let mut cells = book
        .worksheet_cells_reader(name)
        .map_err(|_| Fault::Broken)?;
    let mut rows: Vec<Row> = Vec::new();
    while let Some(cell) = cells.next_cell().map_err(|_| Fault::Broken)? {
        let (row, column) = cell.get_position();
        let number = usize::try_from(row).map_err(|_| Fault::Broken)? + 1;
        let column = usize::try_from(column).map_err(|_| Fault::Broken)?;
        let text = clean::cell(&text(cell.get_value()), number)?;
        if text.is_empty() {
            continue;
        }
        if column >= MOST_COLUMNS {
            return Err(Fault::TooManyColumns);
        }
        if rows.last().is_none_or(|last| last.number != number) {
            rows.push(Row {
                number,
                cells: Vec::new(),
            });
        }
        if rows.len() > MOST_ROWS + HEADER_WITHIN {
            return Err(Fault::TooManyRows);
        }
        put(rows.last_mut(), column, text);
    }
    Ok(rows)
}

fn put(row: Option<&mut Row>, column: usize, text: String) {
    let Some(row) = row else { return };
    if row.cells.len() <= column {
        row.cells.resize(column + 1, String::new());
    }
    if let Some(cell) = row.cells.get_mut(column) {
        *cell = text;
    }
}

fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => clean::number(*number),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(true) => "ja".to_owned(),
        DataRef::Bool(false) => "nein".to_owned(),
        DataRef::DateTime(at) => day(*at),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => iso(text),
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    }
}

/// A day as ISO 8601 has it, with its time where it has one.
fn day(at: ExcelDateTime) -> String {
    if !at.is_datetime() {
        return clean::number(at.as_f64());
    }
    let (year, month, day, hour, minute, ..) = at.to_ymd_hms_milli();
    if (hour, minute) == (0, 0) {
        format!("{year:04}-{month:02}-{day:02}")
    } else {
        format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}")
    }
}

/// The same for what is written as ISO 8601 already.
pub(crate) fn iso(text: &str) -> String {
    match text.split_once('T') {
        Some((day, "00:00:00" | "00:00:00Z" | "00:00:00.000")) => day.to_owned(),
        Some((day, time)) => format!("{day} {}", time.get(..5).unwrap_or(time)),
        None => text.to_owned(),
    }
}
