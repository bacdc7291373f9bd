//! A page as all readers hand it on: its text, and where in it the paragraphs, headings, items
//! and rows stand.

mod sheets;

use std::ops::Range;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

use crate::grammar::tokens::cut;

/// The longest text that is kept of a page, in bytes.
pub const MOST_TEXT: usize = 4 * 1024 * 1024;
/// The most blocks of a page.
pub const MOST_BLOCKS: usize = 60_000;

/// What a part of a page is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// A heading of this level, from 1; 7 is a line that only looks like one.
    Heading(u8),
    /// A paragraph.
    Text,
    /// An entry of a list.
    Item,
    /// A row of a table with its cells.
    Row {
        /// Where its cells stand.
        cells: Vec<Range<usize>>,
        /// Whether it names the columns.
        is_head: bool,
    },
}

/// To what a part of a page belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Zone {
    /// What the page is about.
    Main,
    /// What stands around it on every page: menus, feet.
    Frame,
    /// Pointers to other pages.
    Related,
}

/// A part of a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// Where it stands in the text.
    pub span: Range<usize>,
    /// What it is.
    pub kind: Kind,
    /// To what it belongs.
    pub zone: Zone,
}

/// A picture with the words that belong to it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// Where the picture lies, as the page says.
    pub address: String,
    /// What it shows, for who cannot see it.
    pub alternative: Option<String>,
    /// The line below it.
    pub caption: Option<String>,
}

/// A gathering that a page tells machines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// Its title.
    pub title: Option<String>,
    /// When it begins: `2026-05-07` or `2026-05-07T19:00`.
    pub start: Option<String>,
    /// When it ends.
    pub end: Option<String>,
    /// The house.
    pub venue: Option<String>,
    /// The town.
    pub city: Option<String>,
    /// How it comes again, in words.
    pub rule: Option<String>,
    /// Its id in the calendar it comes from.
    pub uid: Option<String>,
    /// What it is about.
    pub description: Option<String>,
    /// The series that it belongs to.
    pub series: Option<String>,
    /// Who speaks.
    pub speakers: Vec<String>,
    /// Whom it is for.
    pub audience: Option<String>,
    /// The last day to register.
    pub register_until: Option<Date>,
    /// Who holds it.
    pub organiser: Option<String>,
    /// Where it stands in the text.
    pub span: Range<usize>,
}

/// A page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// Its words.
    pub text: String,
    /// Its parts, in order.
    pub blocks: Vec<Block>,
    /// What it calls itself.
    pub title: Option<String>,
    /// When it says that it was written, where it says so to machines.
    pub published: Option<Date>,
    /// What stands at its head beside the title: tags, source.
    pub tags: Vec<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// Its pictures.
    pub figures: Vec<Figure>,
    /// The days that it marks for machines, with their places.
    pub days: Vec<(Range<usize>, Date)>,
    /// Gatherings that it tells machines.
    pub told: Vec<Told>,
    /// Whether it tells all of them to machines, as calendars do: its words are not searched for
    /// more.
    pub is_told: bool,
}

impl Page {
    /// The words of a part.
    pub fn words(&self, span: &Range<usize>) -> &str {
        cut(&self.text, span.clone())
    }

    /// Adds a part; blanks inside become one, lines are kept. Says where it stands.
    pub(crate) fn push(&mut self, kind: Kind, zone: Zone, words: &str) -> Option<Range<usize>> {
        let words = tidy(words);
        if words.is_empty() || self.blocks.len() >= MOST_BLOCKS {
            return None;
        }
        self.make_room(words.len())?;
        let start = self.text.len();
        self.text.push_str(&words);
        let span = start..self.text.len();
        self.blocks.push(Block {
            span: span.clone(),
            kind,
            zone,
        });
        Some(span)
    }

    /// Adds a row of a table.
    pub(crate) fn push_row(&mut self, zone: Zone, cells: &[String], is_head: bool) {
        let cells: Vec<String> = cells.iter().map(|it| tidy(it)).collect();
        let length: usize = cells.iter().map(|it| it.len() + 3).sum();
        if cells.iter().all(String::is_empty)
            || self.blocks.len() >= MOST_BLOCKS
            || self.make_room(length).is_none()
        {
            return;
        }
        let start = self.text.len();
        let mut spans = Vec::new();
        for (number, cell) in cells.iter().enumerate() {
            if number > 0 {
                self.text.push_str(" | ");
            }
            let begin = self.text.len();
            self.text.push_str(cell);
            spans.push(begin..self.text.len());
        }
        self.blocks.push(Block {
            span: start..self.text.len(),
            kind: Kind::Row {
                cells: spans,
                is_head,
            },
            zone,
        });
    }

    fn make_room(&mut self, length: usize) -> Option<()> {
        if self.text.len() + length > MOST_TEXT {
            return None;
        }
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        Some(())
    }

    /// Looks over the whole once it is there: lines that are headings without saying so, and what
    /// only points to other pages.
    pub(crate) fn finish(mut self) -> Self {
        self.spare_content();
        sheets::join(&mut self);
        let count = self.blocks.len();
        for at in 0..count {
            let Some(block) = self.blocks.get(at) else {
                break;
            };
            let has_next = self.blocks.get(at + 1).is_some();
            let is_title =
                block.kind == Kind::Text && has_next && is_title_like(self.words(&block.span));
            if let (true, Some(block)) = (is_title, self.blocks.get_mut(at)) {
                block.kind = Kind::Heading(7);
            }
        }
        self.mark_related();
        self
    }

    /// Where a page has all its words in its frame, the frame was misjudged.
    fn spare_content(&mut self) {
        let size = |zone: Zone| -> usize {
            let of = self.blocks.iter().filter(|it| it.zone == zone);
            of.map(|it| it.span.len()).sum()
        };
        let (main, frame) = (size(Zone::Main), size(Zone::Frame));
        if main < 200 && frame > main * 3 {
            for block in &mut self.blocks {
                block.zone = Zone::Main;
            }
        }
    }

    fn mark_related(&mut self) {
        let mut below: Option<u8> = None;
        let text = std::mem::take(&mut self.text);
        for block in &mut self.blocks {
            if let Kind::Heading(level) = block.kind {
                if is_related(cut(&text, block.span.clone())) {
                    below = Some(level);
                } else if below.is_some_and(|it| level <= it && it < 7) {
                    below = None;
                }
            }
            if below.is_some() && block.zone == Zone::Main {
                block.zone = Zone::Related;
            }
        }
        self.text = text;
    }
}

/// A short line without an end is likely a heading.
fn is_title_like(words: &str) -> bool {
    let letters = words.chars().filter(|it| it.is_alphabetic()).count();
    !words.contains('\n')
        && words.chars().count() <= 110
        && letters >= 4
        && !words.ends_with(['.', ',', ';', '|'])
        && !words.contains('@')
}

/// Headings above what points to other pages.
fn is_related(words: &str) -> bool {
    const OPENINGS: &[&str] = &[
        "ähnliche ",
        "auch interessant",
        "das könnte",
        "weitere artikel",
        "weitere beiträge",
        "weitere meldungen",
        "weitere nachrichten",
        "meistgelesen",
        "mehr zum thema",
        "mehr aus ",
        "verwandte ",
        "lesen sie auch",
        "neueste beiträge",
        "letzte beiträge",
        "aktuelle beiträge",
        "related",
    ];
    let lower = words.to_lowercase();
    OPENINGS.iter().any(|it| lower.starts_with(it))
}

/// One blank between words, no blanks around lines, letters of two parts made one.
pub(crate) fn tidy(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for line in words.lines() {
        let mut is_begun = false;
        for word in line.split_whitespace() {
            if is_begun {
                out.push(' ');
            } else if !out.is_empty() {
                out.push('\n');
            }
            out.push_str(word);
            is_begun = true;
        }
    }
    let is_composed = !out.chars().any(|it| ('\u{300}'..='\u{36f}').contains(&it));
    if is_composed {
        out
    } else {
        out.nfc().collect()
    }
}
