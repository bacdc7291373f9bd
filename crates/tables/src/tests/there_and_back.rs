//! What is written is what is read.

use jiff::civil::date;
use proptest::prelude::*;

use super::samples::{CARDS, ODS_ROWS, open_document, sheet};
use crate::{Cell, Format, Header, Wish, read, to_csv, to_xlsx};

/// Texts as a cell may hold them: trimmed, nothing in them that cannot be seen.
fn text() -> impl Strategy<Value = String> {
    "[a-zA-Zäöüß0-9;,\"'=+@|. \n-]{0,30}".prop_map(|it| it.trim().to_owned())
}

fn rows() -> impl Strategy<Value = Vec<Vec<String>>> {
    let row = prop::collection::vec(text(), 3).prop_map(|mut row| {
        row.insert(0, "1".to_owned());
        row
    });
    prop::collection::vec(row, 1..12)
}

fn wish() -> Wish {
    Wish {
        header: Some(Header::Row(1)),
        ..Wish::default()
    }
}

fn columns() -> Vec<String> {
    ["Nr", "Erste", "Zweite", "Dritte"]
        .map(str::to_owned)
        .to_vec()
}

fn cells(rows: &[Vec<String>]) -> Vec<Vec<Cell>> {
    let row = |row: &Vec<String>| row.iter().map(Cell::text).collect();
    rows.iter().map(row).collect()
}

fn read_rows(bytes: &[u8], width: usize) -> Vec<Vec<String>> {
    let table = read(bytes, &wish()).unwrap();
    let full = |mut cells: Vec<String>| {
        cells.resize(width, String::new());
        cells
    };
    table.rows.into_iter().map(|row| full(row.cells)).collect()
}

proptest! {
    #[test]
    fn csv_comes_back(rows in rows()) {
        let bytes = to_csv(&columns(), &cells(&rows));
        prop_assert_eq!(read_rows(&bytes, 4), rows);
    }

    #[test]
    fn sheets_come_back(rows in rows()) {
        let bytes = to_xlsx("Probe", &columns(), &cells(&rows), date(2017, 11, 20)).unwrap();
        prop_assert_eq!(read_rows(&bytes, 4), rows);
    }

    #[test]
    fn no_cell_of_csv_begins_a_formula(text in text()) {
        let bytes = to_csv(&["Nr".to_owned()], &[vec![Cell::text(text)]]);
        let written = String::from_utf8(bytes).unwrap();
        let cell = written.split_once("\r\n").unwrap().1;
        let cell = cell.strip_prefix('"').unwrap_or(cell);
        prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t']), "{cell:?}");
    }
}

#[test]
fn numbers_and_days_of_a_sheet_are_clean_text() {
    let table = read(&sheet(), &Wish::default()).unwrap();
    assert_eq!(table.found.format, Format::Xlsx);
    assert_eq!(table.found.sheet.as_deref(), Some("Mitglieder"));
    assert_eq!(table.columns, ["Name", "PLZ", "Beitritt"]);
    assert_eq!(
        table.rows[0].cells,
        ["Träger für Bäume", "99423", "2017-12-07"]
    );
    assert_eq!(table.rows[1].cells, ["=2+2", "0,5", ""]);
}

#[test]
fn open_documents_are_read_with_what_they_repeat() {
    let table = read(&open_document(ODS_ROWS), &Wish::default()).unwrap();
    assert_eq!(table.found.format, Format::Ods);
    assert_eq!(table.found.sheets, ["Leer", "Mitglieder"]);
    assert_eq!(table.found.header, Header::Row(3));
    assert_eq!(table.columns, ["Name", "PLZ", "C"]);
    assert_eq!(table.rows[0].number, 4);
    assert_eq!(
        table.rows[0].cells,
        ["A & Bä\nHaus\n2", "1067", "2017-12-07"]
    );
}

#[test]
fn cards_are_rows() {
    let table = read(CARDS.as_bytes(), &Wish::default()).unwrap();
    assert_eq!(table.found.format, Format::Vcard);
    assert_eq!(
        table.rows[0].cells,
        [
            "Haus Leitung",
            "Haus",
            "Leitung",
            "Lebensräume e.V.",
            "Leitung",
            "leitung@lebensraeume.example",
            "+49 3643 1",
            "Marktstraße 1",
            "99423",
            "Weimar",
            "",
            ""
        ]
    );
    assert_eq!(table.rows[1].cells[0], "Zweite Person");
    assert_eq!(table.rows[1].cells[6], "+49-3643-2");
}
