//! Plain text and Markdown: both are lines, and people write lists and headings into either.

mod columns;
mod front;
mod shortcodes;

use crate::page::{Figure, Kind, Page, Zone};

/// Lines at least this long are wrapped by a program and go on in the next.
const WRAPPED: usize = 55;

/// Reads lines.
pub(crate) fn read(text: &str) -> Page {
    let mut page = Page::default();
    let body = front::matter(text, &mut page);
    if is_mostly_tags(body) {
        return marked_up(body, page);
    }
    let body = &shortcodes::as_markdown(body);
    let body = &columns::one_by_one(body);
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

/// Whether a web page stands below a head, as programs take it that build pages.
pub(crate) fn has_head(text: &str) -> bool {
    text.starts_with("---\n") || text.starts_with("---\r\n")
}

/// Reads a web page below its head.
pub(crate) fn read_tags(text: &str) -> Page {
    let mut page = Page::default();
    let body = front::matter(text, &mut page);
    marked_up(body, page)
}

/// Whether most lines begin with a tag: a part of a web page that somebody put below a head.
fn is_mostly_tags(body: &str) -> bool {
    let lines = body.lines().map(str::trim).filter(|it| !it.is_empty());
    let (mut tags, mut all) = (0_usize, 0_usize);
    for line in lines {
        all += 1;
        let mut letters = line.strip_prefix('<').unwrap_or("").chars();
        tags += usize::from(
            letters
                .next()
                .is_some_and(|it| it == '/' || it.is_ascii_alphabetic()),
        );
    }
    tags * 2 > all && tags > 3
}

/// A part of a web page, with what its head says.
fn marked_up(body: &str, head: Page) -> Page {
    let mut page = super::html::read_below(body, head.title.as_deref());
    page.published = head.published.or(page.published);
    page.author = head.author.or(page.author);
    page.title = head.title.or(page.title);
    page.told.splice(0..0, head.told);
    if !head.tags.is_empty() {
        page.tags = head.tags;
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
        if let Some((level, words)) = tagged_heading(bare) {
            self.end(page);
            let words = inline(words, page);
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
        if is_title && bare.starts_with(['=', '-', '#']) {
            let level = if bare.starts_with('-') { 2 } else { 1 };
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
        let is_line = is_table_rule(bare);
        let goes_on = !self.rows.is_empty() && bare.contains(" | ");
        if !(bare.starts_with('|') || is_line || goes_on || is_open_row(bare)) {
            self.end_table(page);
            return false;
        }
        if !self.words.is_empty() {
            let head = self.head_before_rule(is_line);
            self.end(page);
            self.rows.extend(head.map(|it| cells(&it, page)));
        }
        if is_line {
            self.has_head = true;
        } else {
            let cells = cells(bare, page);
            self.rows.push(cells);
        }
        true
    }

    /// The line above the rule of a table, which names its columns.
    fn head_before_rule(&mut self, is_rule: bool) -> Option<String> {
        let begin = self.words.rfind('\n').map_or(0, |at| at + 1);
        let head = self.words.get(begin..)?;
        if !is_rule || !head.contains('|') {
            return None;
        }
        let head = head.to_owned();
        self.words.truncate(begin);
        Some(head)
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

/// The cells of a line of a table; an empty last one is only its end.
fn cells(line: &str, page: &mut Page) -> Vec<String> {
    line.trim_matches('|')
        .trim_end()
        .trim_end_matches('|')
        .split('|')
        .map(|it| inline(it.trim(), page))
        .collect()
}

/// `---|---|:--`: the rule below the head of a table, with or without bars at its ends.
fn is_table_rule(bare: &str) -> bool {
    bare.contains('|')
        && bare.contains("--")
        && bare.chars().all(|it| matches!(it, '-' | ':' | '|' | ' '))
}

/// `what | when | where |`: a row that only ends with a bar.
fn is_open_row(bare: &str) -> bool {
    bare.ends_with('|') && bare.matches(" | ").count() >= 1
}

fn heading(bare: &str) -> Option<u8> {
    let marks = bare.chars().take_while(|it| *it == '#').count();
    let rest = bare.trim_start_matches('#');
    let level = u8::try_from(marks).ok().filter(|it| (1..=6).contains(it))?;
    (rest.starts_with(' ') && !rest.trim().is_empty()).then_some(level)
}

/// `<h2>Treffen</h2>` in a line of its own.
fn tagged_heading(bare: &str) -> Option<(u8, &str)> {
    let level = bare.strip_prefix("<h")?.chars().next()?.to_digit(10)?;
    let (_, rest) = bare.split_once('>')?;
    let words = rest.strip_suffix(&format!("</h{level}>"))?;
    let level = u8::try_from(level).ok().filter(|it| (1..=6).contains(it))?;
    (!words.trim().is_empty()).then_some((level, words))
}

fn is_rule(bare: &str) -> bool {
    bare.len() >= 3
        && ['=', '-', '*', '_', '#']
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
            '\\' => match escaped(behind, &out) {
                Some((words, after)) => {
                    out.push_str(words);
                    rest = after;
                    continue;
                }
                None => out.push('\\'),
            },
            '`' => {
                if let Some((words, after)) = text_link(behind) {
                    out.push_str(words);
                    rest = after;
                    continue;
                }
            }
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
            '_' if is_slant(&out, behind) => {}
            '!' if behind.starts_with('[') => {
                if let Some(after) = picture(behind, page) {
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
            '&' => {
                if let Some((character, after)) = entity(behind) {
                    out.push(character);
                    rest = after;
                    continue;
                }
                out.push('&');
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

/// What a backslash leads to, and what is behind it: a mark for itself, or nothing, where it only
/// stands between a mark and letters (reStructuredText).
fn escaped<'t>(behind: &'t str, before: &str) -> Option<(&'t str, &'t str)> {
    let is_mark = behind.starts_with(|it: char| it.is_ascii_punctuation());
    if is_mark {
        return behind.split_at_checked(1);
    }
    let rest = behind.strip_prefix(' ')?;
    before
        .ends_with(char::is_alphanumeric)
        .then_some(("", rest))
}

/// Keeps where a picture lies; what is behind it.
fn picture<'t>(text: &'t str, page: &mut Page) -> Option<&'t str> {
    let (alternative, address, after) = link(text)?;
    page.figures.push(Figure {
        address: address.to_owned(),
        alternative: Some(alternative.to_owned()).filter(|it| !it.is_empty()),
        caption: None,
    });
    Some(after)
}

/// Whether an underline only slants letters, as around a word; inside of a name it stays.
fn is_slant(before: &str, behind: &str) -> bool {
    let before = before.chars().next_back();
    let is_inner =
        before.is_some_and(char::is_alphanumeric) && behind.starts_with(char::is_alphanumeric);
    let is_line = behind.starts_with(' ') && before.is_none_or(|it| it == ' ');
    !is_inner && !is_line
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

/// ``words <address>`_``, as reStructuredText writes links: its words, and what is behind.
fn text_link(behind: &str) -> Option<(&str, &str)> {
    let (inside, rest) = behind.split_once('`')?;
    let (words, _) = inside.split_once(" <")?;
    let after = rest.strip_prefix('_')?;
    inside
        .ends_with('>')
        .then(|| (words, after.strip_prefix('_').unwrap_or(after)))
}

/// `nbsp;`, `uuml;`, `#8211;` behind an ampersand, as people write them into Markdown.
fn entity(text: &str) -> Option<(char, &str)> {
    let (name, rest) = text.split_once(';').filter(|(name, _)| name.len() < 8)?;
    if let Some(number) = name.strip_prefix('#') {
        let character = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return Some((char::from_u32(character)?, rest));
    }
    let found = ENTITIES.iter().find(|(it, _)| *it == name)?;
    Some((found.1, rest))
}

/// The names of letters and marks that stand in German texts (HTML Living Standard, 13.5).
const ENTITIES: &[(&str, char)] = &[
    ("nbsp", ' '),
    ("amp", '&'),
    ("quot", '"'),
    ("lt", '<'),
    ("gt", '>'),
    ("auml", 'ä'),
    ("ouml", 'ö'),
    ("uuml", 'ü'),
    ("Auml", 'Ä'),
    ("Ouml", 'Ö'),
    ("Uuml", 'Ü'),
    ("szlig", 'ß'),
    ("eacute", 'é'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("shy", '\u{ad}'),
    ("bdquo", '„'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("hellip", '…'),
    ("euro", '€'),
    ("middot", '·'),
    ("bull", '•'),
];

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
