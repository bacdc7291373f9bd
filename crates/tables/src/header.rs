//! Where a table names its columns, and the table that follows from it.

use crate::letters_of;
use crate::{Fault, Found, HEADER_WITHIN, Header, MOST_COLUMNS, MOST_ROWS, Row, Table, Wish};

/// The table of these rows, with the header that was wished for or the likeliest.
pub(crate) fn table(rows: Vec<Row>, mut found: Found, wish: &Wish) -> Result<Table, Fault> {
    let rows: Vec<Row> = rows
        .into_iter()
        .filter(|row| row.cells.iter().any(|cell| !cell.is_empty()))
        .collect();
    if rows.is_empty() {
        return Err(Fault::Empty);
    }
    let known = rows.iter().take(HEADER_WITHIN);
    found.header = match wish.header {
        Some(Header::Row(number)) if known.clone().any(|row| row.number == number) => {
            Header::Row(number)
        }
        Some(Header::None) => Header::None,
        _ => guess(&rows, wish.knows),
    };
    found.top = known.cloned().collect();
    let (head, body) = parted(rows, found.header);
    if body.is_empty() {
        return Err(Fault::NoRows);
    }
    if body.len() > MOST_ROWS {
        return Err(Fault::TooManyRows);
    }
    let filled = |row: &Row| row.cells.iter().rposition(|cell| !cell.is_empty());
    let width = body.iter().chain(&head).filter_map(filled).max();
    let width = width.map_or(0, |last| last + 1);
    if width > MOST_COLUMNS {
        return Err(Fault::TooManyColumns);
    }
    Ok(Table {
        found,
        columns: names(head, width),
        rows: body
            .into_iter()
            .map(|mut row| {
                row.cells.resize(width, String::new());
                row
            })
            .collect(),
    })
}

fn parted(rows: Vec<Row>, header: Header) -> (Option<Row>, Vec<Row>) {
    match header {
        Header::None => (None, rows),
        Header::Row(number) => {
            let mut rest = rows.into_iter().skip_while(|row| row.number < number);
            (rest.next(), rest.collect())
        }
    }
}

fn names(head: Option<Row>, width: usize) -> Vec<String> {
    let given = head.map(|row| row.cells).unwrap_or_default();
    (0..width)
        .map(|place| {
            let name = given.get(place).map(|name| name.replace('\n', " "));
            name.filter(|it| !it.is_empty())
                .unwrap_or_else(|| letters_of(place))
        })
        .collect()
}

/// The first row that names columns: by words that are known, or because what stands below it
/// is of another kind.
fn guess(rows: &[Row], knows: Option<fn(&str) -> bool>) -> Header {
    let width = rows.iter().take(50).map(filled).max().unwrap_or(0);
    let candidates = || rows.iter().take(HEADER_WITHIN).enumerate();
    if let Some(knows) = knows {
        let words = |row: &Row| row.cells.iter().filter(|cell| knows(cell)).count();
        let enough = if width > 2 { 2 } else { 1 };
        if let Some((_, row)) = candidates().find(|(_, row)| words(row) >= enough) {
            return Header::Row(row.number);
        }
    }
    let is_wide = |row: &Row| filled(row) * 10 >= width * 6 && filled(row) > 0;
    let first = candidates().find(|(_, row)| is_wide(row));
    match first {
        Some((place, row)) if is_of_words(row) && contrasts(row, rows.get(place + 1..)) => {
            Header::Row(row.number)
        }
        _ => Header::None,
    }
}

fn filled(row: &Row) -> usize {
    row.cells.iter().filter(|cell| !cell.is_empty()).count()
}

/// Whether nothing in the row looks like a value.
fn is_of_words(row: &Row) -> bool {
    let mut cells = row.cells.iter().filter(|cell| !cell.is_empty());
    cells.all(|cell| !is_value(cell) && cell.chars().count() <= 60)
}

/// Numbers, days, mail and web addresses are values; names of columns are none.
fn is_value(cell: &str) -> bool {
    let digits = cell.chars().filter(char::is_ascii_digit).count();
    cell.contains('@') || cell.contains("://") || digits * 2 >= cell.chars().count()
}

/// Whether some column has mostly values below.
fn contrasts(head: &Row, below: Option<&[Row]>) -> bool {
    let below: Vec<&Row> = below.unwrap_or_default().iter().take(50).collect();
    (0..head.cells.len()).any(|place| {
        let cells = || {
            let column = below.iter().filter_map(|row| row.cells.get(place));
            column.filter(|cell| !cell.is_empty())
        };
        let values = cells().filter(|cell| is_value(cell)).count();
        values > 0 && values * 2 >= cells().count()
    })
}
