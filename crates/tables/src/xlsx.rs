//! Excel since 2007 (ECMA-376), a cell at a time. Read by ourselves: we alone know how much of a
//! sheet is wanted, and the program's other readers of XML stay as they are.

mod parts;

use jiff::ToSpan;
use jiff::civil::{Date, date};

use crate::markup::{Step, attribute, walk};
use crate::{
    Fault, Format, Found, HEADER_WITHIN, Header, MOST_COLUMNS, MOST_ROWS, MOST_UNPACKED, Row,
    Table, Wish, book, clean, header,
};
use parts::{Looks, Parts};

pub(crate) fn read(bytes: &[u8], wish: &Wish) -> Result<Table, Fault> {
    let mut book = book::open(bytes)?;
    book::refuse_bomb(&mut book, MOST_UNPACKED)?;
    let parts = Parts::read(&mut book)?;
    let sheets: Vec<String> = parts.sheets.iter().map(|it| it.name.clone()).collect();
    let wished = wish.sheet.as_ref().filter(|name| sheets.contains(name));
    let mut tried = parts.sheets.iter();
    let mut read = (Vec::new(), None);
    // The first sheet that has something in it.
    while let (true, Some(sheet)) = (read.0.is_empty(), tried.next()) {
        if wished.is_none_or(|name| *name == sheet.name) {
            let text = book::text_of(&mut book, &sheet.part)?;
            read = (rows(&text, &parts)?, Some(sheet.name.clone()));
        }
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
    header::table(read.0, found, wish)
}

/// A sheet that is being read.
struct Sheet<'p> {
    parts: &'p Parts,
    rows: Vec<Row>,
    /// The number of the current row.
    number: usize,
    cell: Option<Cell>,
    /// The column of the next cell that does not say its own.
    next: usize,
    /// Whether the words that come are a value, or words of a cell.
    in_words: bool,
    room: clean::Room,
}

/// A cell that has begun.
struct Cell {
    column: usize,
    /// What its value is: `s` for a shared text, `b` for a mark, nothing for a number.
    kind: String,
    looks: Looks,
    text: String,
}

fn rows(document: &str, parts: &Parts) -> Result<Vec<Row>, Fault> {
    let mut sheet = Sheet {
        parts,
        rows: Vec::new(),
        number: 0,
        cell: None,
        next: 0,
        in_words: false,
        room: clean::Room::default(),
    };
    walk(document, |step| match step {
        Step::Open(tag) => {
            sheet.open(tag);
            Ok(())
        }
        Step::Close(tag) => sheet.close(tag),
        Step::Words(words) => sheet.write(words),
    })?;
    Ok(sheet.rows)
}

impl Sheet<'_> {
    fn open(&mut self, tag: &quick_xml::events::BytesStart<'_>) {
        match tag.local_name().as_ref() {
            "row" => {
                let said = attribute(tag, "r").and_then(|it| it.parse().ok());
                self.number = said.unwrap_or(self.number.saturating_add(1));
                self.next = 0;
            }
            "c" => {
                let said = attribute(tag, "r").and_then(|it| column_of(&it));
                let column = said.unwrap_or(self.next);
                self.next = column.saturating_add(1);
                let style = attribute(tag, "s").and_then(|it| it.parse().ok());
                self.cell = Some(Cell {
                    column,
                    kind: attribute(tag, "t").unwrap_or_default(),
                    looks: self.parts.looks(style.unwrap_or(0)),
                    text: String::new(),
                });
            }
            "v" | "t" => self.in_words = true,
            _ => {}
        }
    }

    fn write(&mut self, words: &str) -> Result<(), Fault> {
        let number = self.number;
        if let (Some(cell), true) = (&mut self.cell, self.in_words) {
            cell.text.push_str(words);
            if cell.text.len() > crate::LONGEST_CELL * 8 {
                return Err(Fault::CellTooLong(number));
            }
        }
        Ok(())
    }

    fn close(&mut self, tag: &str) -> Result<(), Fault> {
        match tag {
            "v" | "t" => self.in_words = false,
            "c" => {
                if let Some(cell) = self.cell.take() {
                    self.end(&cell)?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, cell: &Cell) -> Result<(), Fault> {
        let number = self.number;
        let text = clean::cell(&self.text(cell), number)?;
        if text.is_empty() {
            return Ok(());
        }
        self.room.take(text.len())?;
        if cell.column >= MOST_COLUMNS {
            return Err(Fault::TooManyColumns);
        }
        if self.rows.last().is_none_or(|last| last.number != number) {
            if self.rows.len() >= MOST_ROWS + HEADER_WITHIN {
                return Err(Fault::TooManyRows);
            }
            self.rows.push(Row {
                number,
                cells: Vec::new(),
            });
        }
        if let Some(row) = self.rows.last_mut() {
            if row.cells.len() <= cell.column {
                row.cells.resize(cell.column + 1, String::new());
            }
            if let Some(place) = row.cells.get_mut(cell.column) {
                *place = text;
            }
        }
        Ok(())
    }

    fn text(&self, cell: &Cell) -> String {
        match cell.kind.as_str() {
            "s" => {
                let place = cell.text.trim().parse::<usize>().ok();
                let shared = place.and_then(|place| self.parts.texts.get(place));
                shared.cloned().unwrap_or_default()
            }
            "b" => if cell.text.trim() == "1" {
                "ja"
            } else {
                "nein"
            }
            .to_owned(),
            "d" => iso(&cell.text),
            "" | "n" => match cell.text.trim().parse() {
                Ok(number) => self.number(number, cell.looks),
                Err(_) => cell.text.clone(),
            },
            _ => cell.text.clone(),
        }
    }

    fn number(&self, number: f64, looks: Looks) -> String {
        let written = match looks {
            Looks::Number => None,
            Looks::Day => day(number, self.parts.since_1904),
        };
        written.unwrap_or_else(|| clean::number(number))
    }
}

/// The column of `BC12`.
fn column_of(place: &str) -> Option<usize> {
    let mut column = 0_usize;
    for letter in place.bytes().take_while(u8::is_ascii_alphabetic) {
        let digit = usize::from(letter.to_ascii_uppercase() - b'A') + 1;
        column = column.checked_mul(26)?.checked_add(digit)?;
    }
    column.checked_sub(1)
}

/// A day that Excel counts, as ISO 8601 has it, with its time where it has one.
fn day(serial: f64, since_1904: bool) -> Option<String> {
    // A minute is the least that a list of people and places knows.
    let minutes = format!("{:.0}", serial * 1440.0).parse::<i64>().ok()?;
    let first: Date = if since_1904 {
        date(1904, 1, 1)
    } else {
        date(1899, 12, 30)
    };
    let day = first.checked_add((minutes.div_euclid(1440)).days()).ok()?;
    let rest = minutes.rem_euclid(1440);
    if rest == 0 {
        return Some(day.to_string());
    }
    Some(format!("{day} {:02}:{:02}", rest / 60, rest % 60))
}

/// The same for what is written as ISO 8601 already.
pub(crate) fn iso(text: &str) -> String {
    match text.split_once('T') {
        Some((day, "00:00:00" | "00:00:00Z" | "00:00:00.000")) => day.to_owned(),
        Some((day, time)) => format!("{day} {}", time.get(..5).unwrap_or(time)),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_as_excel_counts() {
        for (serial, since_1904, text) in [
            (43076.0, false, "2017-12-07"),
            (43076.5, false, "2017-12-07 12:00"),
            (41614.0, true, "2017-12-07"),
        ] {
            assert_eq!(day(serial, since_1904).as_deref(), Some(text));
        }
        assert_eq!(day(f64::NAN, false), None);
        assert_eq!(day(1e300, false), None);
    }

    #[test]
    fn columns_are_named_by_letters() {
        for (place, column) in [
            ("A1", Some(0)),
            ("Z9", Some(25)),
            ("AB12", Some(27)),
            ("7", None),
        ] {
            assert_eq!(column_of(place), column);
        }
        assert_eq!(column_of(&"Z".repeat(99)), None);
    }
}
