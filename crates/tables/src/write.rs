//! Tables for spreadsheets: CSV as German Excel opens it, and XLSX.

use jiff::civil::Date;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use crate::clean;

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Words; never a formula, whatever they begin with.
    Text(String),
    /// A number.
    Number(f64),
    /// A day.
    Day(Date),
}

impl Cell {
    /// Words, or nothing where there are none.
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() {
            Self::Empty
        } else {
            Self::Text(text)
        }
    }
}

/// A table as CSV: UTF-8 with its mark, semicolons, CR LF (RFC 4180), formulas disarmed by an
/// apostrophe. Days and fractions are written as in Germany.
pub fn csv(columns: &[String], rows: &[Vec<Cell>]) -> Vec<u8> {
    let mut text = String::from('\u{feff}');
    line(&mut text, columns.iter().map(|name| safe(name)));
    for row in rows {
        line(
            &mut text,
            row.iter().map(|cell| match cell {
                Cell::Empty => String::new(),
                Cell::Text(words) => safe(words),
                Cell::Number(number) => clean::number(*number),
                Cell::Day(day) => day.strftime("%d.%m.%Y").to_string(),
            }),
        );
    }
    text.into_bytes()
}

fn line(text: &mut String, cells: impl Iterator<Item = String>) {
    for (place, cell) in cells.enumerate() {
        if place > 0 {
            text.push(';');
        }
        let needs_quotes = cell.contains([';', '"', '\n', '\r', ',', '\t'])
            || cell.starts_with(' ')
            || cell.ends_with(' ');
        if needs_quotes {
            text.push('"');
            text.push_str(&cell.replace('"', "\"\""));
            text.push('"');
        } else {
            text.push_str(&cell);
        }
    }
    text.push_str("\r\n");
}

/// A text that no spreadsheet takes for a formula. One that looks disarmed already gets another
/// apostrophe, so that reading takes off what writing put there.
fn safe(text: &str) -> String {
    if clean::begins_formula(text.trim_start_matches('\'')) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

/// The longest text of a cell in Excel.
const LONGEST_IN_EXCEL: usize = 32_000;
/// How wide columns are, in characters.
const WIDTH: std::ops::RangeInclusive<usize> = 8..=48;

/// A table as XLSX: numbers and days as such, everything else as text. `on` is the day that the
/// file says it was made.
///
/// # Errors
/// What the writer of sheets says, where the table does not fit a sheet.
pub fn xlsx(
    title: &str,
    columns: &[String],
    rows: &[Vec<Cell>],
    on: Date,
) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let made = excel_day(on)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&made));
    let sheet = book.add_worksheet();
    sheet.set_name(sheet_name(title))?;
    let head = Format::new().set_bold();
    let day = Format::new().set_num_format("dd.mm.yyyy");
    for (column, name) in (0_u16..).zip(columns) {
        sheet.write_string_with_format(0, column, name, &head)?;
        sheet.set_column_width(column, width(usize::from(column), name, rows))?;
    }
    sheet.set_freeze_panes(1, 0)?;
    for (number, row) in (1_u32..).zip(rows) {
        for (column, cell) in (0_u16..).zip(row) {
            write(sheet, (number, column), cell, &day)?;
        }
    }
    book.save_to_buffer()
}

fn write(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Cell,
    day_format: &Format,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => {}
        Cell::Text(text) => {
            let text: String = text.chars().take(LONGEST_IN_EXCEL).collect();
            sheet.write_string(row, column, text)?;
        }
        Cell::Number(number) => {
            sheet.write_number(row, column, *number)?;
        }
        Cell::Day(day) => {
            sheet.write_datetime_with_format(row, column, &excel_day(*day)?, day_format)?;
        }
    }
    Ok(())
}

fn excel_day(day: Date) -> Result<ExcelDateTime, XlsxError> {
    let part = |it: i8| u8::try_from(it).unwrap_or(1);
    let year = u16::try_from(day.year()).unwrap_or(1900);
    ExcelDateTime::from_ymd(year, part(day.month()), part(day.day()))
}

/// Excel allows 31 letters, and some of them not at all.
fn sheet_name(title: &str) -> String {
    let name: String = title
        .chars()
        .filter(|letter| !letter.is_control() && !"[]:*?/\\'".contains(*letter))
        .take(31)
        .collect();
    if name.trim().is_empty() {
        "Tabelle".to_owned()
    } else {
        name
    }
}

fn width(column: usize, name: &str, rows: &[Vec<Cell>]) -> f64 {
    let length = |cell: &Cell| match cell {
        Cell::Text(text) => text.lines().map(|line| line.chars().count()).max(),
        Cell::Day(_) => Some(10),
        Cell::Number(_) | Cell::Empty => None,
    };
    let cells = rows.iter().take(500).filter_map(|row| row.get(column));
    let longest = cells.filter_map(length).max().unwrap_or(0);
    let width = longest.max(name.chars().count()) + 2;
    let width = width.clamp(*WIDTH.start(), *WIDTH.end());
    u32::try_from(width).map_or(20.0, f64::from)
}
