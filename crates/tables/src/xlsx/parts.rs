//! The parts of a workbook that its sheets lean on: which sheets there are, the texts that they
//! share, and which of its numbers are days.

use std::collections::HashMap;

use crate::book::{Book, text_of};
use crate::markup::{Step, attribute, walk};
use crate::{Fault, MOST_SHARED, MOST_SHEETS};

/// What a number is shown as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Looks {
    Number,
    Day,
}

/// A sheet that people see.
pub(super) struct Named {
    pub(super) name: String,
    /// The part of the archive that it stands in.
    pub(super) part: String,
}

/// Refuses what goes on without end: an empty entry takes room as well.
fn within(count: usize, most: usize) -> Result<(), Fault> {
    if count < most {
        Ok(())
    } else {
        Err(Fault::Explodes)
    }
}

/// What the sheets of a workbook lean on.
pub(super) struct Parts {
    pub(super) sheets: Vec<Named>,
    pub(super) texts: Vec<String>,
    /// Whether days count from 1904, as on old Macintoshes.
    pub(super) since_1904: bool,
    looks: Vec<Looks>,
}

impl Parts {
    pub(super) fn read(book: &mut Book<'_>) -> Result<Self, Fault> {
        let relations = relations(&text_of(book, "xl/_rels/workbook.xml.rels")?)?;
        let workbook = text_of(book, "xl/workbook.xml")?;
        let has = |book: &Book<'_>, name: &str| book.index_for_name(name).is_some();
        let texts = if has(book, "xl/sharedStrings.xml") {
            texts(&text_of(book, "xl/sharedStrings.xml")?)?
        } else {
            Vec::new()
        };
        let looks = if has(book, "xl/styles.xml") {
            looks(&text_of(book, "xl/styles.xml")?)?
        } else {
            Vec::new()
        };
        let mut parts = Self {
            sheets: Vec::new(),
            texts,
            since_1904: false,
            looks,
        };
        parts.take_workbook(&workbook, &relations)?;
        Ok(parts)
    }

    fn take_workbook(
        &mut self,
        document: &str,
        relations: &HashMap<String, String>,
    ) -> Result<(), Fault> {
        walk(document, |step| {
            let Step::Open(tag) = step else { return Ok(()) };
            match tag.local_name().as_ref() {
                "workbookPr" => {
                    let said = attribute(tag, "date1904");
                    self.since_1904 = matches!(said.as_deref(), Some("1" | "true"));
                }
                "sheet" if attribute(tag, "state").is_none_or(|it| it == "visible") => {
                    // Of the two attributes called id, the one that names a relation.
                    let part = attribute(tag, "id").and_then(|id| relations.get(&id));
                    within(self.sheets.len(), MOST_SHEETS)?;
                    self.sheets.extend(part.map(|part| Named {
                        name: attribute(tag, "name").unwrap_or_default(),
                        part: part.clone(),
                    }));
                }
                _ => {}
            }
            Ok(())
        })
    }

    /// What numbers of a style are shown as.
    pub(super) fn looks(&self, style: usize) -> Looks {
        self.looks.get(style).copied().unwrap_or(Looks::Number)
    }
}

/// Which part of the archive every relation names.
fn relations(document: &str) -> Result<HashMap<String, String>, Fault> {
    let mut relations = HashMap::new();
    walk(document, |step| {
        if let Step::Open(tag) = step
            && let (Some(id), Some(target)) = (attribute(tag, "Id"), attribute(tag, "Target"))
        {
            let part = match target.strip_prefix('/') {
                Some(whole) => whole.to_owned(),
                None => format!("xl/{target}"),
            };
            within(relations.len(), MOST_SHARED)?;
            relations.insert(id, part);
        }
        Ok(())
    })?;
    Ok(relations)
}

/// The texts that cells share, without what says how to speak them.
fn texts(document: &str) -> Result<Vec<String>, Fault> {
    let mut texts: Vec<String> = Vec::new();
    let (mut in_text, mut in_sound) = (false, false);
    walk(document, |step| {
        match step {
            Step::Open(tag) => match tag.local_name().as_ref() {
                "si" => {
                    within(texts.len(), MOST_SHARED)?;
                    texts.push(String::new());
                }
                "t" => in_text = true,
                "rPh" => in_sound = true,
                _ => {}
            },
            Step::Close("t") => in_text = false,
            Step::Close("rPh") => in_sound = false,
            Step::Words(words) if in_text && !in_sound => {
                if let Some(text) = texts.last_mut() {
                    text.push_str(words);
                }
            }
            Step::Close(_) | Step::Words(_) => {}
        }
        Ok(())
    })?;
    Ok(texts)
}

/// What the numbers of each style are shown as.
fn looks(document: &str) -> Result<Vec<Looks>, Fault> {
    let mut own: HashMap<u32, Looks> = HashMap::new();
    let mut looks = Vec::new();
    let mut in_cells = false;
    walk(document, |step| {
        match step {
            Step::Open(tag) => match tag.local_name().as_ref() {
                "numFmt" => {
                    let id = attribute(tag, "numFmtId").and_then(|it| it.parse().ok());
                    let code = attribute(tag, "formatCode").unwrap_or_default();
                    within(own.len(), MOST_SHARED)?;
                    own.extend(id.map(|id| (id, of_code(&code))));
                }
                "cellXfs" => in_cells = true,
                "xf" if in_cells => {
                    let id = attribute(tag, "numFmtId").and_then(|it| it.parse().ok());
                    let id = id.unwrap_or(0);
                    within(looks.len(), MOST_SHARED)?;
                    looks.push(own.get(&id).copied().unwrap_or_else(|| of_number(id)));
                }
                _ => {}
            },
            Step::Close("cellXfs") => in_cells = false,
            Step::Close(_) | Step::Words(_) => {}
        }
        Ok(())
    })?;
    Ok(looks)
}

/// The formats that every Excel knows by their number (ECMA-376 part 1, 18.8.30).
const fn of_number(id: u32) -> Looks {
    match id {
        14..=17 | 22 | 27..=31 | 36 | 50..=54 | 57 | 58 => Looks::Day,
        _ => Looks::Number,
    }
}

/// A format that says a day or a year shows a day; what it quotes and its colours do not count.
fn of_code(code: &str) -> Looks {
    let (mut in_quotes, mut in_brackets) = (false, false);
    let mut letters = code.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' | '_' | '*' => drop(letters.next()),
            '"' => in_quotes = !in_quotes,
            '[' => in_brackets = true,
            ']' => in_brackets = false,
            'd' | 'D' | 'y' | 'Y' if !in_quotes && !in_brackets => return Looks::Day,
            _ => {}
        }
    }
    Looks::Number
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_known_by_their_format() {
        for code in ["dd.mm.yyyy", "[$-407]d. mmmm yyyy", "yyyy-mm-dd hh:mm"] {
            assert_eq!(of_code(code), Looks::Day, "{code}");
        }
        for code in [
            "00000",
            "#,##0.00\\ \"Stady\"",
            "[Red]0",
            "General",
            "_-* 0",
        ] {
            assert_eq!(of_code(code), Looks::Number, "{code}");
        }
    }
}
