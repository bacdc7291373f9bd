//! Texts of `OpenDocument` (ISO/IEC 26300): paragraphs with the levels of their headings, lists,
//! tables, links.

use std::collections::{HashMap, HashSet};

use tables::markup::{Step, attribute, walk};

use super::Fault;
use super::archive::{self, Room};
use super::dates::fault;
use super::docx::{About, said};
use super::paper::{Paper, part, worded};
use crate::page::{Figure, Kind, Page, tidy};

/// The most styles.
const MOST: usize = 20_000;
/// The longest words on what a picture shows, in bytes.
const LONGEST: usize = 4_000;
/// The most pictures.
const MOST_FIGURES: usize = 500;
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
    /// Styles of the document that stand for the words below a picture.
    captions: HashSet<String>,
    /// Whether the paragraphs that are open are such words, the innermost last.
    are_captions: Vec<bool>,
    /// What a picture shows, while it is said.
    described: Option<String>,
    /// Whether the frame that is open has shown a picture.
    has_picture: bool,
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
                    "style" => self.style(value("name"), value("parent-style-name")),
                    "h" => {
                        let level = value("outline-level").and_then(|it| it.parse().ok());
                        let level = level.unwrap_or(1_u8).clamp(1, 6);
                        self.begin(Some(Kind::Heading(level)), "");
                    }
                    "p" => {
                        let style = value("style-name").unwrap_or_default();
                        let level = title(&style).or_else(|| self.titles.get(&style).copied());
                        let item = (self.entries > 0).then_some(Kind::Item);
                        self.begin(level.map(Kind::Heading).or(item), &style);
                    }
                    "s" => {
                        let count = value("c").and_then(|it| it.parse().ok()).unwrap_or(1_usize);
                        self.paper.write(&" ".repeat(count.min(MOST_BLANKS)));
                    }
                    "a" => self.paper.begin_link(&value("href").unwrap_or_default()),
                    "image" => self.picture(value("href")),
                    // What is called so in other namespaces is a field or names a table.
                    "title" | "desc" if tag.name().as_ref().starts_with("svg:") => {
                        self.described = Some(String::new());
                    }
                    name => self.open(name),
                }
            }
            Step::Close(name) => self.close(name),
            Step::Words(words) => match &mut self.described {
                Some(described) if described.len() < LONGEST => described.push_str(words),
                Some(_) => {}
                None => self.paper.write(words),
            },
        }
    }

    fn style(&mut self, name: Option<String>, parent: Option<String>) {
        let (Some(name), Some(parent)) = (name, parent) else {
            return;
        };
        if self.titles.len() + self.captions.len() >= MOST {
            return;
        }
        if is_caption(&parent) {
            self.captions.insert(name);
        } else {
            self.titles.extend(title(&parent).map(|it| (name, it)));
        }
    }

    fn begin(&mut self, kind: Option<Kind>, style: &str) {
        self.are_captions
            .push(is_caption(style) || self.captions.contains(style));
        self.paper.begin(kind);
    }

    /// A picture that lies in the document; the later ones of a frame are the same for programs
    /// that know less.
    fn picture(&mut self, address: Option<String>) {
        let figures = &mut self.paper.page.figures;
        if let Some(address) = address
            && self.paper.skipped == 0
            && figures.len() < MOST_FIGURES
        {
            if self.has_picture {
                figures.pop();
            }
            self.has_picture = true;
            figures.push(Figure {
                address,
                ..Figure::default()
            });
        }
    }

    /// What the last picture shows, in words.
    fn describe(&mut self) {
        let words = tidy(&self.described.take().unwrap_or_default());
        let figure = self.paper.page.figures.last_mut();
        if let Some(figure) = figure.filter(|_| !words.is_empty() && self.paper.skipped == 0) {
            figure.alternative.get_or_insert(words);
        }
    }

    /// The words below a picture, which stay among those of the page.
    fn end(&mut self) {
        let is_caption = self.are_captions.pop().unwrap_or(false);
        let words = tidy(self.paper.words());
        if let Some(figure) = self.paper.page.figures.last_mut()
            && is_caption
            && !words.is_empty()
        {
            figure.caption.get_or_insert(words);
        }
        self.paper.end();
    }

    fn open(&mut self, name: &str) {
        match name {
            "tab" => self.paper.write(" "),
            "line-break" => self.paper.write("\n"),
            "list-item" => self.entries += 1,
            "table" => self.paper.begin_table(),
            "frame" => self.has_picture = false,
            "table-header-rows" => self.is_head = true,
            "table-row" => self.paper.begin_row(),
            "table-cell" => self.paper.begin_cell(self.is_head),
            _ if is_skipped(name) => self.paper.skipped += 1,
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "h" | "p" => self.end(),
            "title" | "desc" => self.describe(),
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

/// Styles of the words below pictures, by the names that office programs give them.
fn is_caption(style: &str) -> bool {
    matches!(
        style,
        "Illustration" | "Figure" | "Drawing" | "Caption" | "Abbildung" | "Zeichnung"
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
