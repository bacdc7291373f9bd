//! Web pages: tags are read one after the other, after the rules of browsers, and no tree is
//! built, so that a page nested without end costs no more than a long one.

mod facts;
mod microdata;
mod zones;

use std::sync::LazyLock;

use crate::grammar::tokens::{WordList, list};
use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};

use super::row::Row;
use crate::page::{Figure, Kind, Page, Zone};
use microdata::Microdata;
use zones::Zones;

/// Reads a web page.
pub(crate) fn read(source: &str) -> Page {
    read_below(source, None)
}

/// Reads a web page, or a part of one that stands below a title.
pub(crate) fn read_below(source: &str, title: Option<&str>) -> Page {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let mut state = State::default();
    if let Some(title) = title {
        state.push(Kind::Heading(1), title);
    }
    for token in Tokenizer::new_with_emitter(source, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => state.open(&tag),
            Token::EndTag(tag) => state.close(&text_of(&tag.name)),
            Token::String(words) => state.words(&text_of(&words)),
            _ => {}
        }
    }
    state.end_block();
    state.end_row();
    let heading = state.first_heading.take();
    state.page.told.extend(state.marked.gatherings());
    let published = state.marked.published();
    let published = published.as_deref().and_then(facts::day);
    state.page.published = state.page.published.or(published);
    let mut page = state.page.finish();
    page.title = heading.or(page.title.take()).or(state.head_title);
    page
}

pub(crate) fn text_of(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

pub(crate) fn attribute(tag: &StartTag<()>, name: &str) -> Option<String> {
    tag.attributes
        .get(name.as_bytes())
        .map(|it| text_of(it).trim().to_owned())
        .filter(|it| !it.is_empty())
}

/// What words inside of an element are for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Inside {
    /// They belong to the page.
    #[default]
    Body,
    /// They are nobody's: scripts, styles, choices of forms.
    Nothing,
    /// They are the title of the window.
    Title,
    /// They are data for machines.
    Data,
}

#[derive(Default)]
struct State {
    page: Page,
    zones: Zones,
    /// What the page marks for machines.
    marked: Microdata,
    words: String,
    kind: Option<Kind>,
    inside: Inside,
    /// The element that decides what words are for, and how often it is open.
    inside_name: String,
    inside_depth: usize,
    data: String,
    head_title: Option<String>,
    first_heading: Option<String>,
    rows: Option<Row>,
    tables: usize,
    /// The mail address of a link that is open, and where its words begin.
    mail: Option<(String, usize)>,
    /// The day of a `time` that is open.
    time: Option<String>,
    in_caption: bool,
}

static BLOCKS: WordList = LazyLock::new(|| {
    list(
        "p div section article main header footer nav aside ul ol dl table tbody thead form fieldset \
    figure figcaption address blockquote pre hr body center details summary legend label button \
    option caption dd dt",
    )
});

impl State {
    fn open(&mut self, tag: &StartTag<()>) {
        let name = text_of(&tag.name);
        if self.inside != Inside::Body {
            self.inside_depth += usize::from(name == self.inside_name && !tag.self_closing);
            return;
        }
        if let Some(inside) = inside_of(&name, tag) {
            self.inside = inside;
            self.inside_name = name;
            self.inside_depth = 1;
            self.data.clear();
            return;
        }
        self.marked.open(&name, tag);
        match name.as_str() {
            "br" => self.words.push('\n'),
            "img" => self.picture(tag),
            "meta" => facts::meta(tag, &mut self.page, &mut self.head_title),
            "a" => {
                let address = attribute(tag, "href").unwrap_or_default();
                if let Some(mail) = address.strip_prefix("mailto:") {
                    let mail = mail.split('?').next().unwrap_or("").to_owned();
                    self.mail = Some((mail, self.words.len()));
                }
            }
            "time" => {
                self.time = attribute(tag, "datetime");
                self.page.published = self.page.published.or_else(|| facts::published(tag));
            }
            _ => {}
        }
        if is_block(&name) {
            self.end_block();
            self.begin_block(&name);
            self.zones.open(&name, tag);
        }
        self.open_table(&name);
    }

    /// What an element makes of the words in it.
    fn begin_block(&mut self, name: &str) {
        self.in_caption = name == "figcaption";
        self.kind = match name {
            "li" => Some(Kind::Item),
            _ => heading(name).map(Kind::Heading),
        };
    }

    fn open_table(&mut self, name: &str) {
        match name {
            "table" => {
                self.tables += 1;
                // A table inside of a cell: the outer one was there for its looks.
                self.give_up_row();
            }
            "tr" => {
                self.end_row();
                self.rows = Some(Row::default());
            }
            "td" | "th" => {
                if let Some(row) = &mut self.rows {
                    row.begin_cell(name == "th");
                }
            }
            "dt" => {
                self.end_row();
                let mut row = Row::default();
                row.begin_cell(false);
                self.rows = Some(row);
            }
            "dd" => {
                if let Some(row) = &mut self.rows {
                    row.begin_cell(false);
                }
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        if self.inside != Inside::Body {
            if name == self.inside_name {
                self.inside_depth -= 1;
                if self.inside_depth == 0 {
                    self.end_inside();
                }
            }
            return;
        }
        self.marked.close(name);
        match name {
            "a" => self.end_mail(),
            // Some pages break lines with an end that has no beginning.
            "br" => self.words.push('\n'),
            "time" => self.time = None,
            _ => {}
        }
        if is_block(name) {
            self.end_block();
            self.zones.close(name);
            self.in_caption &= name != "figcaption";
        }
        match name {
            "tr" | "dd" | "dl" => self.end_row(),
            "table" => {
                self.end_row();
                self.tables = self.tables.saturating_sub(1);
            }
            _ => {}
        }
    }

    fn end_inside(&mut self) {
        let data = std::mem::take(&mut self.data);
        match std::mem::take(&mut self.inside) {
            Inside::Title => self.head_title = Some(crate::page::tidy(&data)),
            Inside::Data => facts::linked_data(&data, &mut self.page),
            _ => {}
        }
    }

    fn words(&mut self, words: &str) {
        match self.inside {
            Inside::Body => {
                let marked = self.time.take();
                self.marked.words(words);
                for letter in words.chars() {
                    self.words.push(if letter == '\n' || letter == '\r' {
                        ' '
                    } else {
                        letter
                    });
                }
                if let Some(day) = marked {
                    facts::marked_day(&day, words, &mut self.page);
                }
            }
            Inside::Title | Inside::Data => self.data.push_str(words),
            Inside::Nothing => {}
        }
    }

    fn end_mail(&mut self) {
        if let Some((mail, begin)) = self.mail.take() {
            let has_mail = self.words.get(begin..).is_some_and(|it| it.contains('@'));
            if !has_mail && mail.contains('@') {
                self.words.extend([" (", mail.as_str(), ")"]);
            }
        }
    }

    fn picture(&mut self, tag: &StartTag<()>) {
        if let Some(address) = attribute(tag, "src")
            && self.zones.now() == Zone::Main
            && self.page.figures.len() < 500
        {
            self.page.figures.push(Figure {
                address,
                alternative: attribute(tag, "alt"),
                caption: None,
            });
        }
    }

    fn end_block(&mut self) {
        let words = std::mem::take(&mut self.words);
        let kind = self.kind.take();
        if words.trim().is_empty() {
            return;
        }
        if self.in_caption
            && let Some(figure) = self.page.figures.last_mut()
        {
            figure.caption = Some(crate::page::tidy(&words));
        }
        if let Some(row) = &mut self.rows
            && row.has_cell()
        {
            return row.add(kind.unwrap_or(Kind::Text), &words);
        }
        self.push(kind.unwrap_or(Kind::Text), &words);
    }

    fn push(&mut self, kind: Kind, words: &str) {
        let zone = self.zones.now();
        let is_first = kind == Kind::Heading(1) && self.first_heading.is_none();
        if is_first && zone == Zone::Main {
            self.first_heading = Some(crate::page::tidy(words).replace('\n', " "));
        }
        let words = match kind {
            Kind::Heading(_) => words.replace('\n', " "),
            _ => words.to_owned(),
        };
        self.page.push(kind, zone, &words);
    }

    /// Ends a row: as a row, or as what stood in it where the table was there for its looks.
    fn end_row(&mut self) {
        self.end_block();
        let Some(row) = self.rows.take() else { return };
        let zone = self.zones.now();
        if row.is_layout() {
            for (kind, words) in row.into_segments() {
                self.push(kind, &words);
            }
        } else {
            let is_head = row.is_head();
            self.page.push_row(zone, &row.cells(), is_head);
        }
    }

    fn give_up_row(&mut self) {
        if let Some(row) = self.rows.take() {
            for (kind, words) in row.into_segments() {
                self.push(kind, &words);
            }
        }
    }
}

fn heading(name: &str) -> Option<u8> {
    name.strip_prefix('h')
        .and_then(|it| it.parse::<u8>().ok())
        .filter(|it| (1..=6).contains(it))
}

fn is_block(name: &str) -> bool {
    BLOCKS.contains(&name) || matches!(name, "li" | "tr" | "td" | "th") || heading(name).is_some()
}

fn inside_of(name: &str, tag: &StartTag<()>) -> Option<Inside> {
    if tag.self_closing && name == "svg" {
        return None;
    }
    match name {
        "script" => {
            let kind = attribute(tag, "type").unwrap_or_default();
            Some(if kind.contains("ld+json") {
                Inside::Data
            } else {
                Inside::Nothing
            })
        }
        "title" => Some(Inside::Title),
        "style" | "noscript" | "template" | "svg" | "select" | "textarea" | "iframe" | "object"
        | "noframes" => Some(Inside::Nothing),
        _ => None,
    }
}
