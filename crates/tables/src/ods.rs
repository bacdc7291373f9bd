//! `OpenDocument` tables (ISO/IEC 26300), read by ourselves: a repeated cell may say that it is
//! there a thousand million times, and only we know that nobody needs that many.

use quick_xml::events::BytesStart;

use crate::markup::{Step, attribute, walk};
use crate::{
    Fault, Format, Found, HEADER_WITHIN, Header, MOST_COLUMNS, MOST_ROWS, MOST_SHEETS,
    MOST_UNPACKED, Row, Table, Wish, book, clean, header, xlsx,
};

pub(crate) fn read(bytes: &[u8], wish: &Wish) -> Result<Table, Fault> {
    let mut book = book::open(bytes)?;
    book::refuse_bomb(&mut book, MOST_UNPACKED)?;
    let manifest = book::text_of(&mut book, "META-INF/manifest.xml").unwrap_or_default();
    if manifest.contains("encryption-data") {
        return Err(Fault::Locked);
    }
    let content = book::text_of(&mut book, "content.xml")?;
    let mut sheets = Sheets::default();
    walk(&content, |step| sheets.take(&step))?;
    sheets.table(wish)
}

/// The sheets that have come so far, and where in them we are.
#[derive(Default)]
struct Sheets {
    all: Vec<(String, Vec<Row>)>,
    /// The number of the current row.
    number: usize,
    /// How often the current row is there.
    row_times: usize,
    cells: Vec<String>,
    cell: Option<Cell>,
    room: clean::Room,
    /// Inside a note beside a cell, which is no part of it.
    in_note: usize,
}

/// A cell that has begun.
struct Cell {
    /// How often it is there.
    times: usize,
    /// What its attributes say, where they say it better than its text.
    value: Option<String>,
    text: String,
}

impl Sheets {
    fn take(&mut self, step: &Step<'_>) -> Result<(), Fault> {
        match step {
            Step::Open(tag) => self.open(tag),
            Step::Close(tag) => self.close(tag),
            Step::Words(text) => self.write(text),
        }
    }

    fn open(&mut self, tag: &BytesStart<'_>) -> Result<(), Fault> {
        match tag.local_name().as_ref() {
            "table" => {
                if self.all.len() >= MOST_SHEETS {
                    return Err(Fault::Explodes);
                }
                let name = attribute(tag, "name").unwrap_or_default();
                self.all.push((clean::cell(&name, 0)?, Vec::new()));
                self.number = 0;
            }
            "table-row" => {
                self.row_times = times(tag, "number-rows-repeated");
                self.cells.clear();
            }
            "table-cell" | "covered-table-cell" => {
                self.cell = Some(Cell {
                    times: times(tag, "number-columns-repeated"),
                    value: value(tag),
                    text: String::new(),
                });
            }
            "annotation" => self.in_note += 1,
            "p" if self.cell.as_ref().is_some_and(|cell| !cell.text.is_empty()) => {
                self.write("\n")?;
            }
            "line-break" => self.write("\n")?,
            "tab" | "s" => self.write(" ")?,
            _ => {}
        }
        Ok(())
    }

    fn write(&mut self, text: &str) -> Result<(), Fault> {
        let number = self.number + 1;
        if let (Some(cell), 0) = (&mut self.cell, self.in_note) {
            cell.text.push_str(text);
            if cell.text.len() > crate::LONGEST_CELL * 8 {
                return Err(Fault::CellTooLong(number));
            }
        }
        Ok(())
    }

    fn close(&mut self, tag: &str) -> Result<(), Fault> {
        match tag {
            "annotation" => self.in_note = self.in_note.saturating_sub(1),
            "table-cell" | "covered-table-cell" => self.end_cell()?,
            "table-row" => self.end_row()?,
            _ => {}
        }
        Ok(())
    }

    fn end_cell(&mut self) -> Result<(), Fault> {
        let Some(cell) = self.cell.take() else {
            return Ok(());
        };
        let text = cell.value.unwrap_or(cell.text);
        let text = clean::cell(&text, self.number + 1)?;
        let room = (MOST_COLUMNS + 1).saturating_sub(self.cells.len());
        if !text.is_empty() && cell.times > room.saturating_sub(1) {
            return Err(Fault::TooManyColumns);
        }
        for _ in 0..cell.times.min(room) {
            self.cells.push(text.clone());
        }
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), Fault> {
        let times = std::mem::take(&mut self.row_times);
        let number = self.number + 1;
        self.number = self.number.saturating_add(times);
        let last = self.cells.iter().rposition(|cell| !cell.is_empty());
        let (Some(last), Some((_, rows))) = (last, self.all.last_mut()) else {
            return Ok(());
        };
        self.cells.truncate(last + 1);
        if rows.len().saturating_add(times) > MOST_ROWS + HEADER_WITHIN {
            return Err(Fault::TooManyRows);
        }
        let bytes: usize = self.cells.iter().map(String::len).sum();
        self.room.take(bytes.saturating_mul(times))?;
        rows.extend((0..times).map(|more| Row {
            number: number + more,
            cells: self.cells.clone(),
        }));
        Ok(())
    }

    fn table(self, wish: &Wish) -> Result<Table, Fault> {
        let sheets: Vec<String> = self.all.iter().map(|(name, _)| name.clone()).collect();
        let wished = wish.sheet.as_ref().filter(|name| sheets.contains(name));
        let read = self.all.into_iter().find(|(name, rows)| match wished {
            Some(wished) => name == wished,
            None => !rows.is_empty(),
        });
        let (name, rows) = read.ok_or(Fault::Empty)?;
        let found = Found {
            format: Format::Ods,
            encoding: None,
            separator: None,
            sheet: Some(name),
            sheets,
            header: Header::None,
            top: Vec::new(),
        };
        header::table(rows, found, wish)
    }
}

fn times(tag: &BytesStart<'_>, name: &str) -> usize {
    let times = attribute(tag, name).and_then(|it| it.parse().ok());
    times.unwrap_or(1)
}

/// What a number, a day or a mark says by itself; texts say it below.
fn value(tag: &BytesStart<'_>) -> Option<String> {
    match attribute(tag, "value-type")?.as_str() {
        "float" | "currency" => {
            let number: f64 = attribute(tag, "value")?.parse().ok()?;
            Some(clean::number(number))
        }
        "date" => attribute(tag, "date-value").map(|day| xlsx::iso(&day)),
        "boolean" => {
            let is_true = attribute(tag, "boolean-value")? == "true";
            Some(if is_true { "ja" } else { "nein" }.to_owned())
        }
        _ => None,
    }
}
