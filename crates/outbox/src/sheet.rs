//! The sheet that every letter is written on: one order of parts, as text and as HTML.
//!
//! Both are made from the same parts, so neither says what the other keeps back. The HTML
//! loads nothing from anywhere, follows light and dark, and works in programs that know
//! tables and little else.

use askama::Template;
use base::{Fault, Lang};
use shell::{Addressed, Arg, Marked, Phrases, Wording, Wordings, unmarked, written};
use store::Conn;

use crate::sender::{Sender, sender};

/// One part of a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    /// Text as people type it; blank lines part paragraphs.
    Text(String),
    /// A heading.
    Heading(String),
    /// Pairs of a label and what it stands for.
    Facts(Vec<(String, String)>),
    /// Points of a list.
    List(Vec<String>),
    /// An order of events: when, what, and a line below it, both as the network wrote them.
    Schedule(Vec<Row>),
    /// Links that do something: label and address.
    Doors(Vec<shell::Link>),
    /// Links that lead to more: label and address.
    Links(Vec<shell::Link>),
}

/// One line of a schedule.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// When; may be empty.
    pub time: String,
    /// What.
    pub title: String,
    /// A line below it; may be empty.
    pub note: String,
}

/// A letter's body under construction.
pub struct Sheet<'p> {
    phrases: &'p Phrases,
    lang: Lang,
    sender: Sender,
    parts: Vec<Part>,
}

#[derive(Template)]
#[template(path = "outbox/sheet.html")]
struct Html<'s> {
    sheet: &'s Sheet<'s>,
    subject: &'s str,
    because: &'s str,
}

impl<'p> Sheet<'p> {
    /// An empty sheet with the head of the letter's network.
    pub fn new(conn: &mut Conn<'_>, phrases: &'p Phrases, to: &Addressed) -> Result<Self, Fault> {
        Ok(Self::of(phrases, to.lang, sender(conn, to.network)?))
    }

    /// An empty sheet with this head.
    pub const fn of(phrases: &'p Phrases, lang: Lang, sender: Sender) -> Self {
        Self {
            phrases,
            lang,
            sender,
            parts: Vec::new(),
        }
    }

    /// In whose name the letter goes.
    pub const fn sender(&self) -> &Sender {
        &self.sender
    }

    /// A phrase in the letter's language.
    pub fn say(&self, key: &str) -> String {
        self.phrases.say(self.lang, key).to_owned()
    }

    /// A phrase in the letter's language with its places filled; what a network wrote is marked
    /// as such where the languages differ.
    pub fn tell(&self, key: &str, args: &[(&str, Arg)]) -> String {
        self.phrases.tell_written(self.lang, key, args)
    }

    /// What a network wrote.
    pub fn record(&self, text: &str) -> String {
        written(text, self.lang)
    }

    /// A text in the network's own words, or in the built-in ones.
    pub fn own(&self, wordings: &Wordings, wording: &Wording, args: &[(&str, Arg)]) -> String {
        wordings.tell(wording, (self.phrases, self.lang), args)
    }

    /// Text as people type it; blank lines part paragraphs. Nothing where it is blank.
    pub fn text(&mut self, text: impl Into<String>) {
        let text = text.into();
        if !text.trim().is_empty() {
            self.parts.push(Part::Text(text));
        }
    }

    /// A heading.
    pub fn heading(&mut self, text: impl Into<String>) {
        self.parts.push(Part::Heading(text.into()));
    }

    /// Pairs of a label and what it stands for; those without a value are left out.
    pub fn facts(&mut self, facts: Vec<(String, String)>) {
        let facts: Vec<_> = facts
            .into_iter()
            .filter(|(_, value)| !value.trim().is_empty())
            .collect();
        if !facts.is_empty() {
            self.parts.push(Part::Facts(facts));
        }
    }

    /// Points of a list.
    pub fn list(&mut self, points: Vec<String>) {
        if !points.is_empty() {
            self.parts.push(Part::List(points));
        }
    }

    /// An order of events.
    pub fn schedule(&mut self, rows: Vec<Row>) {
        if !rows.is_empty() {
            self.parts.push(Part::Schedule(rows));
        }
    }

    /// Links that do something, the first being the one that is hoped for.
    pub fn doors(&mut self, doors: Vec<shell::Link>) {
        if !doors.is_empty() {
            self.parts.push(Part::Doors(doors));
        }
    }

    /// Links that lead to more.
    pub fn links(&mut self, links: Vec<shell::Link>) {
        if !links.is_empty() {
            self.parts.push(Part::Links(links));
        }
    }

    /// The finished letter: its subject, as text and as HTML. `because` says why the person gets
    /// it.
    ///
    /// # Errors
    /// When the template cannot be rendered.
    pub fn finished(
        &self,
        subject: &str,
        because: &str,
    ) -> Result<(String, String, String), Fault> {
        let html = Html {
            sheet: self,
            subject,
            because,
        }
        .render()
        .map_err(|cause| Fault::because("render a letter", cause))?;
        Ok((unmarked(subject), unmarked(&self.plain(because)), html))
    }

    fn plain(&self, because: &str) -> String {
        let mut blocks: Vec<String> = Vec::new();
        if self.sender.sample_data {
            blocks.push(self.say("outbox-sample-data"));
        }
        blocks.extend(self.parts.iter().map(plain));
        let mut foot = vec!["-- ".to_owned(), self.sender.name.clone()];
        foot.extend(self.contact());
        foot.push(because.to_owned());
        blocks.push(foot.join("\n"));
        let mut text = blocks.join("\n\n");
        text.push('\n');
        text
    }

    /// How the office can be reached, a line each.
    fn contact(&self) -> Vec<String> {
        [
            &self.sender.office_name,
            &self.sender.office_phone,
            &self.sender.office_mail,
        ]
        .into_iter()
        .filter(|line| !line.is_empty())
        .cloned()
        .collect()
    }

    /// What the network wrote, as HTML.
    fn marked(&self, text: &str) -> Marked {
        Marked::letter(&self.record(text))
    }

    /// The network's colour, or the product's own where it has none.
    fn accent(&self) -> &str {
        let accent = self.sender.accent.as_str();
        let is_colour = accent.len() == 7
            && accent.starts_with('#')
            && accent.chars().skip(1).all(|it| it.is_ascii_hexdigit());
        if is_colour { accent } else { "#1c4e80" }
    }
}

fn plain(part: &Part) -> String {
    match part {
        Part::Text(text) => text.trim().to_owned(),
        Part::Heading(text) => {
            let length = unmarked(text).chars().count().min(60);
            format!("{text}\n{}", "-".repeat(length))
        }
        Part::Facts(facts) => joined(facts.iter().map(|(label, value)| {
            let value = value.trim().replace('\n', "\n  ");
            format!("{label}:\n  {value}")
        })),
        Part::List(points) => joined(points.iter().map(|point| format!("- {point}"))),
        Part::Schedule(rows) => joined(rows.iter().map(|row| {
            let head = joined_by(" ", [row.time.as_str(), row.title.as_str()]);
            joined_by("\n  ", [head.as_str(), row.note.trim()])
        })),
        Part::Doors(links) | Part::Links(links) => joined(
            links
                .iter()
                .map(|link| format!("{}:\n{}", link.label, link.href)),
        ),
    }
}

fn joined(lines: impl Iterator<Item = String>) -> String {
    lines.collect::<Vec<_>>().join("\n")
}

fn joined_by(joint: &str, words: [&str; 2]) -> String {
    words
        .into_iter()
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(joint)
}

/// Typed text in its paragraphs and lines.
fn paragraphs(text: &str) -> Vec<Vec<&str>> {
    text.trim()
        .split("\n\n")
        .map(|paragraph| paragraph.trim().lines().collect::<Vec<_>>())
        .filter(|lines| !lines.is_empty())
        .collect()
}
