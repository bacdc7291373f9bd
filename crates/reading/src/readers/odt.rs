//! Texts of `OpenDocument` (ISO/IEC 26300): paragraphs with the levels of their headings, lists,
//! tables, links.

use std::collections::HashMap;

use tables::markup::{Step, attribute, walk};

use super::Fault;
use super::archive::{self, Room};
use super::dates::fault;
use super::docx::{About, said};
use super::paper::{Paper, part, worded};
use crate::page::{Kind, Page};

/// The most styles.
const MOST: usize = 20_000;
/// The most blanks in a row.
const MOST_BLANKS: usize = 20;

/// Reads a text.
pub(crate) fn read(bytes: &[u8]) -> Result<Page, Fault> {
    let mut archive = archive::open(bytes)?;
    let mut room = Room::of(bytes);
    room.refuse(&mut archive)?;
    let manifest = part(&mut archive, &mut room, "META-INF/manifest.xml")?;
    if manifest.is_some_and(|it| it.contains("encryption-data")) {
        return Err(Fault::Locked);
    }
    let words = part(&mut archive, &mut room, "content.xml")?.ok_or(Fault::Broken)?;
    let about = match part(&mut archive, &mut room, "meta.xml")? {
        Some(text) => said(&text)?,
        None => About::default(),
    };
    let mut text = Text::default();
    walk(&words, |step| {
        text.take(&step);
        Ok(())
    })
    .map_err(fault)?;
    text.paper.page.published = about.day;
    worded(text.paper.finish(about.title))
}

#[derive(Default)]
struct Text {
    paper: Paper,
    /// Styles of the document that stand for a title.
    titles: HashMap<String, u8>,
    /// How many entries of lists are open.
    entries: usize,
    /// Whether the rows that come name the columns.
    is_head: bool,
}

impl Text {
    fn take(&mut self, step: &Step<'_>) {
        match step {
            Step::Open(tag) => {
                let name = tag.local_name();
                let value = |name: &str| attribute(tag, name);
                match name.as_ref() {
                    "style" => {
                        let level = value("parent-style-name").and_then(|it| title(&it));
                        if self.titles.len() < MOST {
                            self.titles.extend(value("name").zip(level));
                        }
                    }
                    "h" => {
                        let level = value("outline-level").and_then(|it| it.parse().ok());
                        let level = level.unwrap_or(1_u8).clamp(1, 6);
                        self.paper.begin(Some(Kind::Heading(level)));
                    }
                    "p" => {
                        let style = value("style-name").unwrap_or_default();
                        let level = title(&style).or_else(|| self.titles.get(&style).copied());
                        let item = (self.entries > 0).then_some(Kind::Item);
                        self.paper.begin(level.map(Kind::Heading).or(item));
                    }
                    "s" => {
                        let count = value("c").and_then(|it| it.parse().ok()).unwrap_or(1_usize);
                        self.paper.write(&" ".repeat(count.min(MOST_BLANKS)));
                    }
                    "a" => self.paper.begin_link(&value("href").unwrap_or_default()),
                    name => self.open(name),
                }
            }
            Step::Close(name) => self.close(name),
            Step::Words(words) => self.paper.write(words),
        }
    }

    fn open(&mut self, name: &str) {
        match name {
            "tab" => self.paper.write(" "),
            "line-break" => self.paper.write("\n"),
            "list-item" => self.entries += 1,
            "table" => self.paper.begin_table(),
            "table-header-rows" => self.is_head = true,
            "table-row" => self.paper.begin_row(),
            "table-cell" => self.paper.begin_cell(self.is_head),
            _ if is_skipped(name) => self.paper.skipped += 1,
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "h" | "p" => self.paper.end(),
            "a" => self.paper.end_link(),
            "list-item" => self.entries = self.entries.saturating_sub(1),
            "table" => self.paper.end_table(),
            "table-header-rows" => self.is_head = false,
            "table-row" => self.paper.end_row(),
            _ if is_skipped(name) => self.paper.skipped = self.paper.skipped.saturating_sub(1),
            _ => {}
        }
    }
}

/// Remarks, what was taken out, and notes at the foot.
fn is_skipped(name: &str) -> bool {
    matches!(
        name,
        "annotation" | "tracked-changes" | "note" | "script" | "event-listeners"
    )
}

/// Styles that every document knows.
fn title(style: &str) -> Option<u8> {
    match style {
        "Title" => Some(1),
        "Subtitle" => Some(2),
        _ => None,
    }
}
