//! Which language an element speaks, where it is not the one of the page (WCAG 2.2, 3.1.2).

use std::fmt;

use askama::filters::{Html, HtmlSafe, escape};
use base::Lang;

use crate::phrases::Arg;
use crate::visit::Visit;

/// The language in which networks write their records.
pub const LANG_OF_RECORDS: Lang = Lang::De;

/// The attribute ` lang="de"` of an element that holds what a network wrote; nothing where
/// the page speaks the same language.
///
/// ```html
/// <h1 class="kreis-title"{{ page.content_lang() }}>{{ gathering.title }}</h1>
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ContentLang(Option<Lang>);

impl ContentLang {
    /// What stands in `content`, on a page in `page`.
    pub fn of(content: Lang, page: Lang) -> Self {
        Self((content != page).then_some(content))
    }

    /// What an HTML document is in, by its own head, on a page in `page`.
    pub fn of_document(html: Option<&str>, page: Lang) -> Self {
        let tag = html
            .and_then(|html| html.split_once("<html lang=\""))
            .and_then(|(_, rest)| rest.split('"').next());
        Self::of(tag.map_or(page, Lang::from_tag), page)
    }

    /// The tag, where the languages differ.
    pub fn tag(self) -> Option<&'static str> {
        self.0.map(Lang::tag)
    }

    /// The attribute, where `is_content`; nothing otherwise.
    #[must_use]
    pub const fn when(self, is_content: bool) -> Self {
        if is_content { self } else { Self(None) }
    }
}

impl fmt::Display for ContentLang {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.tag() {
            Some(tag) => write!(out, " lang=\"{tag}\""),
            None => Ok(()),
        }
    }
}

impl HtmlSafe for ContentLang {}

/// Where something begins that a network wrote, among words in another language; noncharacters
/// mean nothing in any text (Unicode 23.7), and forms drop them.
const BEGIN: char = '\u{fdd2}';
/// Where it ends.
const END: char = '\u{fdd3}';

/// What a network wrote, as part of a letter in this language: line by line between marks, as
/// long as the language is another. [`Marked::letter`] makes elements of them, [`unmarked`]
/// takes them out.
pub fn written(text: &str, lang: Lang) -> String {
    if lang == LANG_OF_RECORDS {
        return text.to_owned();
    }
    let lines = text.split('\n').map(|line| match line.trim() {
        "" => String::new(),
        line => format!("{BEGIN}{line}{END}"),
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Words of a letter without marks.
pub fn unmarked(text: &str) -> String {
    text.replace([BEGIN, END], "")
}

/// Words of the page with words of the network among them, each in its own language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marked(String);

impl Marked {
    /// A phrase whose places [`Arg::Record`] are filled with what a network wrote.
    pub(crate) fn phrase(visit: &Visit, key: &str, args: &[(&str, Arg)]) -> Self {
        let lang = visit.content_lang();
        let mut records = Vec::new();
        let stood_in: Vec<(&str, Arg)> = args
            .iter()
            .map(|(name, arg)| match arg {
                Arg::Record(text) => {
                    records.push(Self::record(lang, text));
                    (*name, Arg::Text(stand_in(records.len())))
                }
                other => (*name, other.clone()),
            })
            .collect();
        Self::filled(&visit.tell(key, &stood_in), records.iter())
    }

    /// A phrase around words that are marked already.
    pub fn around(visit: &Visit, key: &str, parts: &[(&str, Self)]) -> Self {
        let stood_in: Vec<(&str, Arg)> = (1..)
            .zip(parts)
            .map(|(place, (name, _))| (*name, Arg::Text(stand_in(place))))
            .collect();
        let parts = parts.iter().map(|(_, part)| part);
        Self::filled(&visit.tell(key, &stood_in), parts)
    }

    fn filled<'m>(text: &str, parts: impl Iterator<Item = &'m Self>) -> Self {
        let html = (1..).zip(parts).fold(escaped(text), |html, (place, part)| {
            html.replace(&stand_in(place), &part.0)
        });
        Self(html)
    }

    /// What a network wrote, alone; nothing where it wrote nothing.
    pub fn record(lang: ContentLang, text: &str) -> Self {
        let text = escaped(text);
        match lang.tag() {
            Some(_) if !text.is_empty() => Self(format!("<span{lang}>{text}</span>")),
            _ => Self(text),
        }
    }

    /// Words of a letter, with elements in place of its marks.
    pub fn letter(text: &str) -> Self {
        let lang = ContentLang(Some(LANG_OF_RECORDS));
        let begun = escaped(text).replace(BEGIN, &format!("<span{lang}>"));
        Self(begun.replace(END, "</span>"))
    }

    /// Words of the page alone.
    pub fn own(text: &str) -> Self {
        Self(escaped(text))
    }

    /// Whether there is nothing to read.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for Marked {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl HtmlSafe for Marked {}

/// Noncharacters mean nothing in any text (Unicode 23.7), and forms drop them.
fn stand_in(place: usize) -> String {
    format!("\u{fdd0}{place}\u{fdd1}")
}

fn escaped(text: &str) -> String {
    escape(text, Html).map_or_else(|never| match never {}, |safe| safe.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_in_the_language_of_the_page_has_no_attribute() {
        assert_eq!(ContentLang::of(Lang::De, Lang::De).to_string(), "");
        let differs = ContentLang::of(Lang::De, Lang::En);
        assert_eq!(differs.to_string(), " lang=\"de\"");
        assert_eq!(differs.when(false).to_string(), "");
        let letter = Some("<!DOCTYPE html>\n<html lang=\"de\">");
        assert_eq!(ContentLang::of_document(letter, Lang::En), differs);
        assert_eq!(ContentLang::of_document(None, Lang::En).to_string(), "");
    }

    #[test]
    fn letter_marks_what_a_network_wrote_line_by_line() {
        assert_eq!(written("Rat & Tat", Lang::De), "Rat & Tat");
        let text = format!("About {}!", written("Rat & Tat\n\n<Heft>", Lang::En));
        assert_eq!(
            Marked::letter(&text).to_string(),
            "About <span lang=\"de\">Rat &#38; Tat</span>\n\n\
             <span lang=\"de\">&#60;Heft&#62;</span>!"
        );
        assert_eq!(unmarked(&text), "About Rat & Tat\n\n<Heft>!");
    }

    #[test]
    fn record_is_escaped_and_marked_once() {
        let differs = ContentLang::of(Lang::De, Lang::En);
        assert_eq!(
            Marked::record(differs, "Rat & <Tat>").to_string(),
            "<span lang=\"de\">Rat &#38; &#60;Tat&#62;</span>"
        );
        assert_eq!(
            Marked::record(ContentLang::default(), "Rat & Tat").to_string(),
            "Rat &#38; Tat"
        );
    }

    #[test]
    fn what_is_marked_stays_marked_inside_a_phrase() {
        let differs = ContentLang::of(Lang::De, Lang::En);
        let text = format!("Column {}: {} & more", stand_in(1), stand_in(2));
        let parts = [Marked::record(differs, "Straße"), Marked::own("<missing>")];
        assert_eq!(
            Marked::filled(&text, parts.iter()).to_string(),
            "Column <span lang=\"de\">Straße</span>: &#60;missing&#62; &#38; more"
        );
    }
}
