//! Rich texts (RTF 1.9): paragraphs with the levels of their headings, lists, tables, links. How
//! letters look is passed over, pictures and what stands at head and foot as well.

mod steps;

use std::collections::HashMap;

use encoding_rs::{Encoding, WINDOWS_1252};
use jiff::civil::Date;

use super::Fault;
use super::docx::{Look, of_name};
use super::paper::{Paper, worded};
use crate::page::{Kind, Page};
use steps::{Step, Steps};

/// How deep groups may lie in groups; what lies deeper is passed over.
const DEEPEST: usize = 500;
/// The most styles.
const MOST: usize = 5_000;
/// The longest address of a link, or name of a style, in bytes.
const LONGEST: usize = 2_000;

/// Where the words of a group go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Target {
    /// Into the text.
    #[default]
    Text,
    /// Nowhere.
    Nothing,
    /// Into the name of a style.
    Style,
    /// Into what a link leads to.
    Link,
    /// Into the title of the document.
    Title,
    /// Into the day of its last change.
    Changed,
}

/// What holds inside of a group.
#[derive(Clone, Copy, Debug, Default)]
struct Group {
    target: Target,
    is_hidden: bool,
    /// How many letters stand in for one that has a number.
    stand_ins: usize,
    /// Whether a link ends with the group.
    is_link: bool,
}

/// Reads a rich text.
pub(crate) fn read(bytes: &[u8]) -> Result<Page, Fault> {
    let mut text = Text::new();
    for step in Steps::of(bytes) {
        text.take(step);
    }
    text.flush();
    if text.in_table {
        text.paper.end();
        text.paper.end_table();
    }
    text.paper.page.published = text.changed();
    let title = Some(text.title.trim().to_owned());
    worded(text.paper.finish(title))
}

#[expect(
    clippy::struct_excessive_bools,
    reason = "each says where in a text the reader is"
)]
struct Text {
    paper: Paper,
    groups: Vec<Group>,
    /// How many groups are open that lie too deep.
    beyond: usize,
    encoding: &'static Encoding,
    /// Bytes of words that were not written yet.
    bytes: Vec<u8>,
    /// The first half of a letter that has two numbers.
    half: Option<u16>,
    /// How many letters are still passed over.
    passed: usize,
    styles: HashMap<i32, Look>,
    style: (i32, String),
    /// What the paragraph is that comes next.
    kind: Option<Kind>,
    is_open: bool,
    link: String,
    title: String,
    day: [i32; 3],
    in_table: bool,
    has_row: bool,
    has_cell: bool,
    is_head: bool,
    /// Whether the paragraph says that it stands in a table.
    is_inside: bool,
}

impl Text {
    fn new() -> Self {
        Self {
            paper: Paper::default(),
            groups: vec![Group {
                stand_ins: 1,
                ..Group::default()
            }],
            beyond: 0,
            encoding: WINDOWS_1252,
            bytes: Vec::new(),
            half: None,
            passed: 0,
            styles: HashMap::new(),
            style: (0, String::new()),
            kind: None,
            is_open: false,
            link: String::new(),
            title: String::new(),
            day: [0; 3],
            in_table: false,
            has_row: false,
            has_cell: false,
            is_head: false,
            is_inside: false,
        }
    }

    /// Whether the words of the group stand in the text.
    fn is_shown(&self) -> bool {
        self.group().target == Target::Text
    }

    fn changed(&self) -> Option<Date> {
        let [year, month, day] = self.day;
        let small = |it: i32| i8::try_from(it).ok();
        Date::new(i16::try_from(year).ok()?, small(month)?, small(day)?).ok()
    }

    fn group(&self) -> Group {
        self.groups.last().copied().unwrap_or_default()
    }

    fn take(&mut self, step: Step<'_>) {
        if let Step::Byte(byte) = step {
            if self.passed > 0 {
                self.passed -= 1;
            } else if self.bytes.len() < LONGEST * 50 {
                self.bytes.push(byte);
            }
            return;
        }
        self.flush();
        match step {
            Step::Open if self.groups.len() >= DEEPEST => self.beyond += 1,
            Step::Open => self.groups.push(Group {
                is_link: false,
                ..self.group()
            }),
            Step::Close if self.beyond > 0 => self.beyond -= 1,
            Step::Close => self.close(),
            _ if self.beyond > 0 => {}
            Step::Word(word, number) => self.word(word, number),
            Step::Sign(sign) => self.sign(sign),
            Step::Byte(_) => {}
        }
    }

    fn close(&mut self) {
        self.passed = 0;
        if self.groups.len() < 2 {
            return;
        }
        if let Some(group) = self.groups.pop() {
            if group.is_link {
                self.paper.end_link();
            }
            if group.target == Target::Style && self.group().target == Target::Nothing {
                self.end_style();
            }
        }
    }

    fn sign(&mut self, sign: u8) {
        match sign {
            b'*' => self.aim(Target::Nothing),
            b'~' => self.write(" "),
            b'_' => self.write("-"),
            b'\\' | b'{' | b'}' => self.write(&char::from(sign).to_string()),
            _ => {}
        }
    }

    fn word(&mut self, word: &str, number: Option<i32>) {
        match word {
            "par" | "sect" | "page" if self.is_shown() => self.end_paragraph(),
            "line" | "lbr" => self.write("\n"),
            "tab" | "emspace" | "enspace" | "qmspace" => self.write(" "),
            "u" => self.numbered(number.unwrap_or(0)),
            "uc" => {
                let count = number.and_then(|it| usize::try_from(it).ok());
                self.set(|group| group.stand_ins = count.unwrap_or(1).min(20));
            }
            "ansicpg" => self.encoding = code_page(number.unwrap_or(1252)),
            "mac" => self.encoding = encoding_rs::MACINTOSH,
            "v" | "deleted" => self.set(|group| group.is_hidden = number != Some(0)),
            "plain" => self.set(|group| group.is_hidden = false),
            "yr" | "mo" | "dy" if self.group().target == Target::Changed => {
                let place = ["yr", "mo", "dy"].iter().position(|it| *it == word);
                if let Some(part) = place.and_then(|it| self.day.get_mut(it)) {
                    *part = number.unwrap_or(0);
                }
            }
            _ => self.structure(word, number),
        }
        if let Some(said) = mark(word) {
            self.write(said);
        }
    }

    /// What says of a group where its words go.
    fn structure(&mut self, word: &str, number: Option<i32>) {
        match word {
            "s" if self.group().target == Target::Nothing => {
                self.set(|group| group.target = Target::Style);
                self.style = (number.unwrap_or(0), String::new());
            }
            "listtext" | "pntext" => {
                if self.is_shown() {
                    self.kind.get_or_insert(Kind::Item);
                }
                self.aim(Target::Nothing);
            }
            "fldinst" => {
                self.link.clear();
                self.aim(Target::Link);
            }
            "fldrslt" => self.begin_link(),
            "title" if self.group().target == Target::Nothing => self.aim(Target::Title),
            "revtim" if self.group().target == Target::Nothing => self.aim(Target::Changed),
            "shptxt" => self.aim(Target::Text),
            word if is_passed_over(word) => self.aim(Target::Nothing),
            word if self.is_shown() => self.paragraph(word, number),
            _ => {}
        }
    }

    /// What says of a paragraph what it is.
    fn paragraph(&mut self, word: &str, number: Option<i32>) {
        match word {
            "pard" => {
                self.kind = None;
                self.is_inside = false;
            }
            "s" => {
                let look = number.and_then(|it| self.styles.get(&it));
                let kind = look.map(|look| match look {
                    Look::Heading(level) => Kind::Heading(*level),
                    Look::Item => Kind::Item,
                    Look::Caption => Kind::Text,
                });
                self.kind = kind.or_else(|| self.kind.take());
            }
            "outlinelevel" => {
                let level = number.and_then(|it| u8::try_from(it).ok());
                let level = level.filter(|it| *it < 6);
                self.kind = level.map(|it| Kind::Heading(it + 1)).or(self.kind.take());
            }
            "ls" | "ilvl" if self.kind.is_none() => self.kind = Some(Kind::Item),
            word => self.table(word),
        }
    }

    fn table(&mut self, word: &str) {
        match word {
            "intbl" => self.is_inside = true,
            "trowd" => {
                self.is_head = false;
                if !self.in_table {
                    self.end_paragraph();
                    self.paper.begin_table();
                    self.in_table = true;
                }
            }
            "trhdr" => self.is_head = true,
            "cell" | "nestcell" => {
                self.begin_cell();
                self.paper.end();
                self.is_open = false;
                self.has_cell = false;
            }
            "row" => {
                self.paper.end_row();
                self.has_row = false;
            }
            _ => {}
        }
    }

    fn set(&mut self, change: impl FnOnce(&mut Group)) {
        if let Some(group) = self.groups.last_mut() {
            change(group);
        }
    }

    fn aim(&mut self, target: Target) {
        self.set(|group| group.target = target);
    }

    fn begin_link(&mut self) {
        self.aim(Target::Text);
        let address = self.link.split('"').nth(1).unwrap_or("").to_owned();
        if address.starts_with("mailto:") {
            self.begin_paragraph();
            self.paper.begin_link(&address);
            self.set(|group| group.is_link = true);
        }
    }

    fn end_style(&mut self) {
        let (number, name) = std::mem::take(&mut self.style);
        let name = name.trim().trim_end_matches(';').trim().to_lowercase();
        if self.styles.len() < MOST {
            self.styles.extend(of_name(&name).map(|it| (number, it)));
        }
    }

    /// A letter by its number; the letters behind it stand in for it in programs that know less.
    fn numbered(&mut self, number: i32) {
        self.passed = self.group().stand_ins;
        let unit = number.rem_euclid(0x1_0000);
        let Ok(unit) = u16::try_from(unit) else {
            return;
        };
        if (0xd800..0xdc00).contains(&unit) {
            self.half = Some(unit);
            return;
        }
        let units: Vec<u16> = self.half.take().into_iter().chain([unit]).collect();
        self.write(&String::from_utf16_lossy(&units));
    }

    /// Writes the bytes that have come.
    fn flush(&mut self) {
        if self.bytes.is_empty() {
            return;
        }
        let bytes = std::mem::take(&mut self.bytes);
        let (words, _) = self.encoding.decode_without_bom_handling(&bytes);
        self.write(&words);
    }

    fn write(&mut self, words: &str) {
        let group = self.group();
        if group.is_hidden || self.beyond > 0 {
            return;
        }
        let other = match group.target {
            Target::Text => {
                if self.is_open || !words.trim().is_empty() {
                    self.begin_paragraph();
                    self.paper.write(words);
                }
                return;
            }
            Target::Style => &mut self.style.1,
            Target::Link => &mut self.link,
            Target::Title => &mut self.title,
            Target::Nothing | Target::Changed => return,
        };
        if other.len() + words.len() < LONGEST {
            other.push_str(words);
        }
    }

    fn begin_paragraph(&mut self) {
        if self.is_open {
            return;
        }
        if self.in_table && self.is_inside {
            self.begin_cell();
        } else {
            self.leave_table();
        }
        self.paper.begin(self.kind.clone());
        self.is_open = true;
    }

    fn begin_cell(&mut self) {
        if !self.in_table || self.has_cell {
            return;
        }
        if !self.has_row {
            self.paper.begin_row();
            self.has_row = true;
        }
        self.paper.begin_cell(self.is_head);
        self.has_cell = true;
    }

    fn leave_table(&mut self) {
        if std::mem::take(&mut self.in_table) {
            self.paper.end_table();
            (self.has_row, self.has_cell) = (false, false);
        }
    }

    fn end_paragraph(&mut self) {
        if self.group().target == Target::Text && std::mem::take(&mut self.is_open) {
            self.paper.end();
        }
    }
}

/// Marks that have words of their own.
fn mark(word: &str) -> Option<&'static str> {
    Some(match word {
        "emdash" => "—",
        "endash" => "–",
        "lquote" => "‘",
        "rquote" => "’",
        "ldblquote" => "“",
        "rdblquote" => "”",
        "bullet" => "•",
        _ => return None,
    })
}

/// Groups whose words are no words of the text.
fn is_passed_over(word: &str) -> bool {
    matches!(
        word,
        "fonttbl"
            | "colortbl"
            | "stylesheet"
            | "info"
            | "pict"
            | "object"
            | "header"
            | "headerl"
            | "headerr"
            | "headerf"
            | "footer"
            | "footerl"
            | "footerr"
            | "footerf"
            | "footnote"
            | "annotation"
            | "xe"
            | "tc"
            | "nonshppict"
            | "shpinst"
            | "listtable"
            | "listoverridetable"
            | "rxe"
            | "author"
            | "operator"
            | "company"
    )
}

/// The encoding of a code page of Windows; others are rare, and taken for the western one.
fn code_page(number: i32) -> &'static Encoding {
    let label = format!("windows-{number}");
    Encoding::for_label(label.as_bytes()).unwrap_or(WINDOWS_1252)
}
