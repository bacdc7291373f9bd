//! Cells as clean text.

use crate::{Fault, LONGEST_CELL, MOST_UNPACKED};

/// How much text may still come: one long text may be named by every cell of a sheet.
pub(crate) struct Room(u64);

impl Default for Room {
    fn default() -> Self {
        Self(MOST_UNPACKED)
    }
}

impl Room {
    /// Takes so many bytes of it.
    pub(crate) fn take(&mut self, bytes: usize) -> Result<(), Fault> {
        let bytes = u64::try_from(bytes).unwrap_or(u64::MAX);
        self.0 = self.0.checked_sub(bytes).ok_or(Fault::Explodes)?;
        Ok(())
    }
}

/// What spreadsheets take for the beginning of a formula (CWE-1236).
pub(crate) fn begins_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r'])
}

/// A cell without what cannot be seen: other blanks become blanks, line ends one kind.
pub(crate) fn cell(typed: &str, row: usize) -> Result<String, Fault> {
    // Marks without a shape are dropped, so there may be more letters than remain.
    if typed.len() > LONGEST_CELL * 8 {
        return Err(Fault::CellTooLong(row));
    }
    let mut text = String::with_capacity(typed.len());
    let mut letters = typed.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\r' => {
                letters.next_if_eq(&'\n');
                text.push('\n');
            }
            '\n' | '\u{85}' | '\u{2028}' | '\u{2029}' => text.push('\n'),
            '\t' | '\u{a0}' | '\u{202f}' | '\u{2007}' => text.push(' '),
            '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' => {}
            it if it.is_control() => {}
            it => text.push(it),
        }
    }
    let text = text.trim();
    if text.chars().count() > LONGEST_CELL {
        return Err(Fault::CellTooLong(row));
    }
    Ok(text.to_owned())
}

/// A cell of a text file, freed of what protected it there: the apostrophe that keeps a text
/// from being a formula, and `="01067"`, by which Excel keeps the nought.
pub(crate) fn unprotected(text: &str) -> &str {
    if let Some(inside) = text
        .strip_prefix("=\"")
        .and_then(|rest| rest.strip_suffix('"'))
        && !inside.contains('"')
    {
        return inside;
    }
    match text.strip_prefix('\'') {
        Some(rest) if begins_formula(rest.trim_start_matches('\'')) => rest,
        _ => text,
    }
}

/// A number as people write it: no exponent, no fraction where there is none.
pub(crate) fn number(value: f64) -> String {
    if !value.is_finite() {
        return String::new();
    }
    let text = format!("{value}");
    if text == "-0" {
        return "0".to_owned();
    }
    text.replace('.', ",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_without_what_computers_add() {
        for (value, text) in [
            (99423.0, "99423"),
            (3_643_123_456.0, "3643123456"),
            (0.5, "0,5"),
            (-0.0, "0"),
            (f64::NAN, ""),
        ] {
            assert_eq!(number(value), text);
        }
    }

    #[test]
    fn what_protected_a_cell_is_taken_off() {
        for (written, meant) in [
            ("=\"01067\"", "01067"),
            ("'+49 3643 1", "+49 3643 1"),
            ("''=x", "'=x"),
            ("'s Heerenberg", "'s Heerenberg"),
            ("=A1+\"x\"", "=A1+\"x\""),
        ] {
            assert_eq!(unprotected(written), meant);
        }
    }

    #[test]
    fn blanks_of_other_kinds_are_blanks() {
        let text = cell(" Haus\u{a0}am\u{ad}\u{200b}\r\nSee\u{feff} ", 1).unwrap();
        assert_eq!(text, "Haus am\nSee");
        let long = "ä".repeat(LONGEST_CELL + 1);
        assert_eq!(cell(&long, 7), Err(Fault::CellTooLong(7)));
    }
}
