//! Tables out of files and into files: CSV in any separator and encoding, XLSX, ODS, vCard.
//!
//! What comes in is never trusted: size, rows, columns and cells have limits, and a file that
//! passes one of them is refused as soon as that is known. What goes out runs nowhere: text that
//! a spreadsheet would take for a formula stays text. Nothing here knows what a table is about.

mod book;
mod clean;
mod csv;
mod decode;
mod header;
mod kind;
pub mod markup;
mod ods;
mod vcard;
mod write;
mod xlsx;

pub use write::{Cell, csv as to_csv, xlsx as to_xlsx};

/// The largest file that is read, in bytes.
pub const MOST_BYTES: usize = 20 * 1024 * 1024;
/// The most bytes that may come out of a packed file (XLSX, ODS), all its parts together.
pub const MOST_UNPACKED: u64 = 100 * 1024 * 1024;
/// The most parts of a packed file.
pub const MOST_PARTS: usize = 2_000;
/// The most sheets of a packed file: each takes room, however empty it is.
pub const MOST_SHEETS: usize = 500;
/// The most texts that the cells of a workbook share, and the most of anything else that its
/// parts list.
pub const MOST_SHARED: usize = 1_000_000;
/// The most rows below the header.
pub const MOST_ROWS: usize = 20_000;
/// The most columns.
pub const MOST_COLUMNS: usize = 100;
/// The longest cell, in characters.
pub const LONGEST_CELL: usize = 4_000;
/// How many rows from the top may be the header.
pub const HEADER_WITHIN: usize = 20;

/// What a file turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Text with separators.
    Csv,
    /// Excel since 2007.
    Xlsx,
    /// `OpenDocument`.
    Ods,
    /// Cards of an address book.
    Vcard,
}

/// How the letters of a text file are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a mark at its beginning.
    Utf8,
    /// UTF-16, the low byte first, as Excel writes "Unicode text".
    Utf16Le,
    /// UTF-16, the high byte first.
    Utf16Be,
    /// Windows in western Europe; ISO 8859-1 is part of it.
    Windows1252,
    /// ISO 8859-15, which has the euro at another place.
    Latin9,
    /// Old Macintosh.
    Macintosh,
}

impl Encoding {
    /// All of them, in the order of a choice.
    pub const ALL: [Self; 6] = [
        Self::Utf8,
        Self::Windows1252,
        Self::Latin9,
        Self::Macintosh,
        Self::Utf16Le,
        Self::Utf16Be,
    ];

    /// A word for it that forms and databases may keep.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
            Self::Windows1252 => "windows-1252",
            Self::Latin9 => "iso-8859-15",
            Self::Macintosh => "macintosh",
        }
    }

    /// Reads the word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.word() == word)
    }
}

/// What stands between the cells of a text file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Separator {
    /// `;`
    Semicolon,
    /// `,`
    Comma,
    /// A tabulator.
    Tab,
    /// `|`
    Pipe,
}

impl Separator {
    /// All of them; where two fit alike, the first is taken.
    pub const ALL: [Self; 4] = [Self::Semicolon, Self::Tab, Self::Comma, Self::Pipe];

    /// The letter itself.
    pub const fn letter(self) -> char {
        match self {
            Self::Semicolon => ';',
            Self::Comma => ',',
            Self::Tab => '\t',
            Self::Pipe => '|',
        }
    }

    /// A word for it that forms and databases may keep.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Semicolon => "semicolon",
            Self::Comma => "comma",
            Self::Tab => "tab",
            Self::Pipe => "pipe",
        }
    }

    /// Reads the word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.word() == word)
    }
}

/// Where the names of the columns stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Header {
    /// In no row; the columns are called A, B, C.
    None,
    /// In the row of this number, counted from one as spreadsheets do.
    Row(usize),
}

/// What whoever reads has to say about a file; what is left open is found out.
#[derive(Clone, Debug, Default)]
pub struct Wish {
    /// How its letters are written.
    pub encoding: Option<Encoding>,
    /// What stands between its cells.
    pub separator: Option<Separator>,
    /// Which of its sheets.
    pub sheet: Option<String>,
    /// Where its columns are named.
    pub header: Option<Header>,
    /// Whether a text is the name of a column, as far as the reader knows.
    pub knows: Option<fn(&str) -> bool>,
}

/// What was found out about a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What it is.
    pub format: Format,
    /// How its letters are written, where it is text.
    pub encoding: Option<Encoding>,
    /// What stands between its cells, where it is text with separators.
    pub separator: Option<Separator>,
    /// Which of its sheets was read, where it has some.
    pub sheet: Option<String>,
    /// All its sheets.
    pub sheets: Vec<String>,
    /// Where its columns are named.
    pub header: Header,
    /// The first rows as they stand, with their numbers, to choose the header from.
    pub top: Vec<Row>,
}

/// A row with its number in the file, counted from one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The number that a spreadsheet shows beside it.
    pub number: usize,
    /// Its cells as clean text, one for each column.
    pub cells: Vec<String>,
}

/// A table: named columns, and rows that are not empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What was found out about its file.
    pub found: Found,
    /// The names of its columns.
    pub columns: Vec<String>,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// Why a file is no table that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// There is nothing in it.
    Empty,
    /// It has more than [`MOST_BYTES`].
    TooLarge,
    /// It has more rows than [`MOST_ROWS`].
    TooManyRows,
    /// It has more columns than [`MOST_COLUMNS`].
    TooManyColumns,
    /// A cell in this row is longer than [`LONGEST_CELL`].
    CellTooLong(usize),
    /// It would become larger than [`MOST_UNPACKED`].
    Explodes,
    /// It is locked with a password.
    Locked,
    /// It was written by an Excel older than 2007.
    OldExcel,
    /// It is a web page under another name.
    WebPage,
    /// It is something else: a picture, a document, a program.
    NoTable,
    /// It is what it says but cannot be read.
    Broken,
    /// A quote that opens in this row is never closed.
    QuoteOpen(usize),
    /// There is nothing below the names of the columns.
    NoRows,
}

/// Reads a table from the bytes of a file, whatever the file is called.
///
/// # Errors
/// Why it cannot be read; see [`Fault`].
pub fn read(bytes: &[u8], wish: &Wish) -> Result<Table, Fault> {
    if bytes.len() > MOST_BYTES {
        return Err(Fault::TooLarge);
    }
    match kind::of(bytes)? {
        kind::Kind::Xlsx => xlsx::read(bytes, wish),
        kind::Kind::Ods => ods::read(bytes, wish),
        kind::Kind::Text => {
            let (text, encoding) = decode::decode(bytes, wish.encoding)?;
            kind::refuse_markup(&text)?;
            if vcard::is_card(&text) {
                vcard::read(&text, encoding)
            } else {
                csv::read(&text, encoding, wish)
            }
        }
    }
}

/// What spreadsheets call a column that has no name: A, B, … Z, AA.
pub fn letters_of(column: usize) -> String {
    let mut rest = column + 1;
    let mut name = Vec::new();
    while rest > 0 {
        let digit = u8::try_from((rest - 1) % 26).unwrap_or(0);
        name.push(char::from(b'A' + digit));
        rest = (rest - 1) / 26;
    }
    name.iter().rev().collect()
}

#[cfg(test)]
mod tests;
