//! Text with separators (RFC 4180, read generously).

use crate::{
    Encoding, Fault, Format, Found, HEADER_WITHIN, Header, LONGEST_CELL, MOST_COLUMNS, MOST_ROWS,
    Row, Separator, Table, Wish, clean, header,
};

pub(crate) fn read(text: &str, encoding: Encoding, wish: &Wish) -> Result<Table, Fault> {
    let (said, text) = said(text);
    let separator = wish.separator.or(said).unwrap_or_else(|| guess(text));
    let offset = usize::from(said.is_some());
    let mut rows = Vec::new();
    let mut records = Records::new(text, separator.letter());
    while let Some(record) = records.next()? {
        let number = records.count + offset;
        let cells = record
            .iter()
            .map(|cell| clean::cell(clean::unprotected(cell.trim()), number))
            .collect::<Result<Vec<_>, _>>()?;
        if cells.iter().all(String::is_empty) {
            continue;
        }
        rows.push(Row { number, cells });
        if rows.len() > MOST_ROWS + HEADER_WITHIN {
            return Err(Fault::TooManyRows);
        }
    }
    let found = Found {
        format: Format::Csv,
        encoding: Some(encoding),
        separator: Some(separator),
        sheet: None,
        sheets: Vec::new(),
        header: Header::None,
        top: Vec::new(),
    };
    header::table(rows, found, wish)
}

/// Excel may say its separator in a first line of its own: `sep=;`.
fn said(text: &str) -> (Option<Separator>, &str) {
    let Some((first, rest)) = text.split_once('\n') else {
        return (None, text);
    };
    let letter = first.trim_end_matches('\r').strip_prefix("sep=");
    let said = Separator::ALL
        .into_iter()
        .find(|it| letter == Some(it.letter().to_string().as_str()));
    match said {
        Some(separator) => (Some(separator), rest),
        None => (None, text),
    }
}

/// How much of a file decides about its separator, in rows.
const LOOKED_AT: usize = 100;

/// The separator by which the first rows have the most alike and the most cells.
fn guess(text: &str) -> Separator {
    let mut best = (Separator::Semicolon, (0, 0));
    for separator in Separator::ALL {
        let fits = fits(text, separator.letter());
        if fits > best.1 {
            best = (separator, fits);
        }
    }
    best.0
}

/// How many rows of a hundred have the commonest number of cells, where that is more than one,
/// and how many cells that are.
fn fits(text: &str, separator: char) -> (usize, usize) {
    let mut records = Records::new(text, separator);
    let mut widths = Vec::new();
    while let (Ok(Some(record)), true) = (records.next(), widths.len() < LOOKED_AT) {
        if record.len() > 1 || record.iter().any(|cell| !cell.is_empty()) {
            widths.push(record.len());
        }
    }
    let count = |width: usize| widths.iter().filter(|it| **it == width).count();
    let commonest = widths
        .iter()
        .copied()
        .filter(|width| *width > 1)
        .max_by_key(|width| (count(*width), *width));
    commonest.map_or((0, 0), |width| (count(width) * 100 / widths.len(), width))
}

/// The records of a text, one after the other.
struct Records<'t> {
    letters: std::iter::Peekable<std::str::Chars<'t>>,
    separator: char,
    /// How many records were read.
    count: usize,
}

/// How a cell ended.
enum End {
    Cell,
    Record,
    File,
}

impl<'t> Records<'t> {
    fn new(text: &'t str, separator: char) -> Self {
        Self {
            letters: text.chars().peekable(),
            separator,
            count: 0,
        }
    }

    fn next(&mut self) -> Result<Option<Vec<String>>, Fault> {
        if self.letters.peek().is_none() {
            return Ok(None);
        }
        self.count += 1;
        let mut cells = Vec::new();
        loop {
            let mut cell = String::new();
            let end = self.cell(&mut cell)?;
            cells.push(cell);
            if cells.len() > MOST_COLUMNS && cells.last().is_some_and(|it| !it.is_empty()) {
                return Err(Fault::TooManyColumns);
            }
            match end {
                // Rows of separators alone have no end of cells that nobody needs.
                End::Cell if cells.len() > MOST_COLUMNS => drop(cells.pop()),
                End::Cell => {}
                End::Record | End::File => return Ok(Some(cells)),
            }
        }
    }

    fn cell(&mut self, cell: &mut String) -> Result<End, Fault> {
        while self.separator != ' ' && self.letters.next_if_eq(&' ').is_some() {}
        if self.letters.next_if_eq(&'"').is_some() {
            self.quoted(cell)?;
        }
        let mut room = LONGEST_CELL * 8;
        loop {
            match self.letters.next() {
                None => return Ok(End::File),
                Some('\n') => return Ok(End::Record),
                Some('\r') => {
                    self.letters.next_if_eq(&'\n');
                    return Ok(End::Record);
                }
                Some(letter) if letter == self.separator => return Ok(End::Cell),
                Some(letter) => cell.push(letter),
            }
            room = room.checked_sub(1).ok_or(Fault::CellTooLong(self.count))?;
        }
    }

    /// What stands between two quotes; two quotes in a row mean one.
    fn quoted(&mut self, cell: &mut String) -> Result<(), Fault> {
        let mut room = LONGEST_CELL * 2;
        loop {
            match self.letters.next() {
                Some('"') if self.letters.next_if_eq(&'"').is_none() => return Ok(()),
                Some(letter) => cell.push(letter),
                None => return Err(Fault::QuoteOpen(self.count)),
            }
            room = room.checked_sub(1).ok_or(if cell.contains('\n') {
                // Half the table would stand in this cell: somebody forgot to close it.
                Fault::QuoteOpen(self.count)
            } else {
                Fault::CellTooLong(self.count)
            })?;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(text: &str) -> Table {
        read(text, Encoding::Utf8, &Wish::default()).unwrap()
    }

    fn records(text: &str, separator: char) -> Vec<Vec<String>> {
        let mut records = Records::new(text, separator);
        let mut all = Vec::new();
        while let Some(record) = records.next().unwrap() {
            all.push(record);
        }
        all
    }

    #[test]
    fn quotes_and_line_ends_of_all_kinds_are_read() {
        assert_eq!(
            records("a;\"b;\"\"c\"\"\nd\"\re;f\r\n;\n\"g\"h", ';'),
            [
                vec!["a", "b;\"c\"\nd"],
                vec!["e", "f"],
                vec!["", ""],
                vec!["gh"]
            ]
        );
        assert_eq!(records("3\" Rohr, \"x\"", ','), [["3\" Rohr", "x"]]);
    }

    #[test]
    fn the_separator_is_found_out() {
        for (text, separator) in [
            ("Name;Ort, Straße\nA;B, 1\nC;D, 2\n", Separator::Semicolon),
            ("Name,PLZ\n\"A; B\",99423\nC,99425\n", Separator::Comma),
            ("Name\tPLZ\nA, B\t99423\nC; D\t99425\n", Separator::Tab),
            ("Name|PLZ\nA, B|99423\nC; D|99425\n", Separator::Pipe),
            ("sep=,\nName,PLZ\nA;B,99423\n", Separator::Comma),
        ] {
            let table = table(text);
            assert_eq!(table.found.separator, Some(separator), "{text}");
            assert_eq!(table.columns.len(), 2, "{text}");
        }
    }

    #[test]
    fn the_header_may_stand_below_a_title_or_nowhere() {
        let below = table("Mitglieder 2017;;\n\nName;PLZ;Ort\nA;99423;Weimar\nB;99425;Weimar\n");
        assert_eq!(below.found.header, Header::Row(3));
        assert_eq!(below.columns, ["Name", "PLZ", "Ort"]);
        assert_eq!(below.rows[0].number, 4);
        let none = table("A;99423;Weimar\nB;99425;Apolda\n");
        assert_eq!(none.found.header, Header::None);
        assert_eq!(none.columns, ["A", "B", "C"]);
        assert_eq!(none.rows.len(), 2);
    }

    #[test]
    fn a_quote_that_is_never_closed_is_told_with_its_row() {
        let mut text = String::from("Name;Ort\nA;B\nC;\"D\n");
        for _ in 0..5_000 {
            text.push_str("E;F\n");
        }
        let fault = read(&text, Encoding::Utf8, &Wish::default());
        assert_eq!(fault, Err(Fault::QuoteOpen(3)));
    }

    #[test]
    fn limits_hold() {
        let rows = "a;1\n".repeat(MOST_ROWS + HEADER_WITHIN + 1);
        let wide = format!("{}\n", "a;".repeat(MOST_COLUMNS + 5));
        let long = format!("Name;Ort\n{};1\n", "x".repeat(LONGEST_CELL + 1));
        for (text, fault) in [
            (rows.as_str(), Fault::TooManyRows),
            (&wide, Fault::TooManyColumns),
            (&long, Fault::CellTooLong(2)),
            ("Name;PLZ\n;;;\n", Fault::NoRows),
        ] {
            let wish = Wish {
                knows: Some(|word| word == "Name" || word == "PLZ" || word == "Ort"),
                ..Wish::default()
            };
            assert_eq!(read(text, Encoding::Utf8, &wish), Err(fault));
        }
    }
}
