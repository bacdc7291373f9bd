//! Plain text and Markdown: both are lines, and people write lists and headings into either.

use jiff::civil::Date;

use crate::page::{Figure, Kind, Page, Zone};

/// Lines at least this long are wrapped by a program and go on in the next.
const WRAPPED: usize = 55;

/// Reads lines.
pub(crate) fn read(text: &str) -> Page {
    let mut page = Page::default();
    let body = front_matter(text, &mut page);
    let mut state = State::default();
    for line in body.lines() {
        state.line(line, &mut page);
    }
    state.end(&mut page);
    let mut page = page.finish();
    if page.title.is_none() {
        page.title = first_title(&page);
    }
    page
}

/// The first heading, or the first line where it looks like one.
fn first_title(page: &Page) -> Option<String> {
    let mut headings = page.blocks.iter().filter(|it| it.zone == Zone::Main);
    headings
        .find(|it| matches!(it.kind, Kind::Heading(_)))
        .map(|it| page.words(&it.span).to_owned())
}

/// `title: …` between two lines of dashes.
fn front_matter<'t>(text: &'t str, page: &mut Page) -> &'t str {
    let text = text.trim_start_matches('\u{feff}');
    let Some(rest) = text.strip_prefix("---\n").or(text.strip_prefix("---\r\n")) else {
        return text;
    };
    let Some(end) = rest.find("\n---") else {
        return text;
    };
    let (head, body) = rest.split_at(end);
    for line in head.lines() {
        let Some((key, value)) = line.split_once(':') else {
            continue;
        };
        let value = value.trim().trim_matches(['"', '\'']).trim();
        match key.trim().to_lowercase().as_str() {
            _ if value.is_empty() => {}
            "title" | "titel" => page.title = Some(value.to_owned()),
            "date" | "datum" | "published" => {
                page.published = value.get(..10).and_then(|it| it.parse::<Date>().ok());
            }
            "author" | "autor" => page.author = Some(value.to_owned()),
            "tags" | "categories" | "keywords" => page.tags = list(value),
            _ => {}
        }
    }
    if let Some(title) = page.title.clone() {
        page.push(Kind::Heading(1), Zone::Main, &title);
    }
    body.trim_start_matches("\n---").trim_start_matches('-')
}

fn list(value: &str) -> Vec<String> {
    value
        .trim_matches(['[', ']'])
        .split(',')
        .map(|it| it.trim().trim_matches(['"', '\'']).to_owned())
        .filter(|it| !it.is_empty())
        .collect()
}

#[derive(Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each says where in a text the reader is"
)]
struct State {
    /// The paragraph or item that is being read.
    words: String,
    is_item: bool,
    last_length: usize,
    in_code: bool,
    in_comment: bool,
    /// The rows of a table that is being read.
    rows: Vec<Vec<String>>,
    has_head: bool,
}

impl State {
    fn line(&mut self, line: &str, page: &mut Page) {
        let bare = line.trim();
        if self.skips(bare) {
            return;
        }
        if bare.is_empty() {
            return self.end(page);
        }
        if self.table_line(bare, page) {
            return;
        }
        if let Some(level) = heading(bare) {
            self.end(page);
            let words = inline(bare.trim_matches('#').trim(), page);
            page.push(Kind::Heading(level), Zone::Main, &words);
            return;
        }
        if is_rule(bare) {
            return self.underline(bare, page);
        }
        if let Some(entry) = entry(bare) {
            self.end(page);
            self.is_item = true;
            self.add(entry, page);
        } else {
            self.add(bare, page);
        }
    }

    /// Code and comments, which are nobody's words.
    fn skips(&mut self, bare: &str) -> bool {
        if bare.starts_with("```") || bare.starts_with("~~~") {
            self.in_code = !self.in_code;
            return true;
        }
        if bare.starts_with("<!--") {
            self.in_comment = !bare.contains("-->");
            return true;
        }
        let was = self.in_comment;
        self.in_comment &= !bare.contains("-->");
        was || self.in_code || bare.starts_with("{%") || bare.starts_with("{{")
    }

    /// A line of dashes below words makes them a heading; alone it ends what was before.
    fn underline(&mut self, bare: &str, page: &mut Page) {
        let is_title = !self.words.is_empty() && !self.is_item && !self.words.contains('\n');
        if is_title && bare.starts_with(['=', '-']) {
            let level = if bare.starts_with('=') { 1 } else { 2 };
            let words = std::mem::take(&mut self.words);
            page.push(Kind::Heading(level), Zone::Main, &words);
            self.is_item = false;
            return;
        }
        self.end(page);
    }

    fn add(&mut self, bare: &str, page: &mut Page) {
        if !self.words.is_empty() {
            let opens = bare.starts_with(|it: char| it.is_ascii_digit());
            let is_wrapped = self.last_length >= WRAPPED && !opens;
            self.words.push(if is_wrapped { ' ' } else { '\n' });
        }
        self.last_length = bare.chars().count();
        let words = inline(bare, page);
        self.words.push_str(&words);
    }

    fn table_line(&mut self, bare: &str, page: &mut Page) -> bool {
        if !bare.starts_with('|') {
            self.end_table(page);
            return false;
        }
        if !self.words.is_empty() {
            self.end(page);
        }
        let cells: Vec<String> = bare
            .trim_matches('|')
            .split('|')
            .map(|it| inline(it.trim(), page))
            .collect();
        let is_line = cells
            .iter()
            .all(|it| it.chars().all(|it| matches!(it, '-' | ':' | ' ')) && !it.is_empty());
        if is_line {
            self.has_head = true;
        } else {
            self.rows.push(cells);
        }
        true
    }

    fn end_table(&mut self, page: &mut Page) {
        let has_head = std::mem::take(&mut self.has_head);
        for (number, cells) in std::mem::take(&mut self.rows).into_iter().enumerate() {
            let is_head = has_head && number == 0;
            let filled = cells.iter().filter(|it| !it.is_empty()).count();
            // A cell alone is a paragraph that a program has put into a table.
            match (filled, is_head) {
                (0, _) => {}
                (1, false) => {
                    let words = cells.concat();
                    page.push(Kind::Text, Zone::Main, &words);
                }
                // Empty cells in front are decoration.
                _ if !is_head && !has_head => {
                    let cells: Vec<String> =
                        cells.into_iter().filter(|it| !it.is_empty()).collect();
                    page.push_row(Zone::Main, &cells, false);
                }
                _ => page.push_row(Zone::Main, &cells, is_head),
            }
        }
    }

    fn end(&mut self, page: &mut Page) {
        self.end_table(page);
        let words = std::mem::take(&mut self.words);
        let kind = if std::mem::take(&mut self.is_item) {
            Kind::Item
        } else {
            Kind::Text
        };
        page.push(kind, Zone::Main, &words);
        self.last_length = 0;
    }
}

fn heading(bare: &str) -> Option<u8> {
    let marks = bare.chars().take_while(|it| *it == '#').count();
    let rest = bare.trim_start_matches('#');
    let level = u8::try_from(marks).ok().filter(|it| (1..=6).contains(it))?;
    (rest.starts_with(' ') && !rest.trim().is_empty()).then_some(level)
}

fn is_rule(bare: &str) -> bool {
    bare.len() >= 3
        && ['=', '-', '*', '_']
            .iter()
            .any(|mark| bare.chars().all(|it| it == *mark))
}

/// The words of an entry of a list. Numbers are left as they are: "21. August" is a day.
fn entry(bare: &str) -> Option<&str> {
    ["* ", "- ", "+ ", "• ", "– ", "· ", "▪ ", "► ", "■ "]
        .iter()
        .find_map(|mark| bare.strip_prefix(mark))
        .filter(|it| !it.trim().is_empty())
}

/// Takes the marks of Markdown and HTML out of a line; keeps where pictures lie.
pub(crate) fn inline(line: &str, page: &mut Page) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(letter) = rest.chars().next() {
        let behind = rest.get(letter.len_utf8()..).unwrap_or("");
        match letter {
            '\\' if behind.starts_with(|it: char| it.is_ascii_punctuation()) => {
                out.extend(behind.chars().next());
                rest = behind.get(1..).unwrap_or("");
                continue;
            }
            '`' => {}
            '*' => {
                // "*3" and "Teilnehmer*innen" keep theirs.
                let before = out.chars().next_back();
                let is_inner = before.is_some_and(char::is_alphanumeric)
                    && behind.starts_with(char::is_alphabetic);
                if is_inner {
                    out.push('*');
                }
            }
            '_' if behind.starts_with('_') => rest = behind,
            '!' if behind.starts_with('[') => {
                if let Some((alternative, address, after)) = link(behind) {
                    page.figures.push(Figure {
                        address: address.to_owned(),
                        alternative: Some(alternative.to_owned()).filter(|it| !it.is_empty()),
                        caption: None,
                    });
                    rest = after;
                    continue;
                }
                out.push('!');
            }
            '[' => {
                if let Some((words, address, after)) = link(rest) {
                    out.push_str(&inline(words, page));
                    if let Some(mail) = address.strip_prefix("mailto:")
                        && !words.contains('@')
                    {
                        out.extend([" (", mail, ")"]);
                    }
                    rest = after;
                    continue;
                }
                out.push('[');
            }
            '<' => {
                if let Some(after) = tag(rest, &mut out) {
                    rest = after;
                    continue;
                }
                out.push('<');
            }
            _ => out.push(letter),
        }
        rest = rest.get(letter.len_utf8()..).unwrap_or("");
    }
    out
}

/// `[words](address)`: its words, its address, what is behind it.
fn link(text: &str) -> Option<(&str, &str, &str)> {
    let inside = text.strip_prefix('[')?;
    let close = inside.find("](").filter(|it| *it < 400)?;
    let words = inside.get(..close)?;
    if words.contains('[') && !words.contains(']') {
        return None;
    }
    let rest = inside.get(close + 2..)?;
    let end = rest.find(')').filter(|it| *it < 2_000)?;
    let address = rest.get(..end)?.split_whitespace().next().unwrap_or("");
    Some((words, address, rest.get(end + 1..)?))
}

/// A tag of HTML, or an address between angles, which is written out.
fn tag<'t>(text: &'t str, out: &mut String) -> Option<&'t str> {
    let end = text.find('>').filter(|it| *it < 300)?;
    let inside = text.get(1..end)?;
    let rest = text.get(end + 1..)?;
    if inside.starts_with("http") || inside.contains('@') && !inside.contains(' ') {
        out.push_str(inside);
        return Some(rest);
    }
    let name = inside.trim_start_matches('/');
    if !name.starts_with(|it: char| it.is_ascii_alphabetic()) {
        return None;
    }
    if name.starts_with("br") {
        out.push('\n');
    }
    Some(rest)
}
