//! A text as words, numbers and marks, each with its place.

use std::ops::Range;
use std::sync::LazyLock;

/// Words that are looked for, written in one line.
pub(crate) type WordList = LazyLock<Vec<&'static str>>;

/// The words of a line.
pub(crate) fn list(words: &'static str) -> Vec<&'static str> {
    words.split_whitespace().collect()
}

/// What a piece of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Letters.
    Word,
    /// Digits.
    Number,
    /// Anything else that is not blank.
    Mark,
}

/// A piece of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) kind: Kind,
    pub(crate) span: Range<usize>,
    /// Whether something blank stands before it.
    pub(crate) after_blank: bool,
    /// Whether it begins a line.
    pub(crate) begins_line: bool,
}

/// A text with its pieces.
#[derive(Debug)]
pub(crate) struct Tokens<'t> {
    pub(crate) text: &'t str,
    list: Vec<Token>,
}

/// The part of a text, or nothing where the bounds do not fit.
pub(crate) fn cut(text: &str, span: Range<usize>) -> &str {
    text.get(span).unwrap_or("")
}

fn kind_of(letter: char) -> Option<Kind> {
    if letter.is_alphabetic() {
        Some(Kind::Word)
    } else if letter.is_ascii_digit() {
        Some(Kind::Number)
    } else if letter.is_whitespace() || is_invisible(letter) {
        None
    } else {
        Some(Kind::Mark)
    }
}

/// Soft hyphens, joiners and byte order marks, which pages carry inside of words.
fn is_invisible(letter: char) -> bool {
    matches!(
        letter,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'
    )
}

impl<'t> Tokens<'t> {
    /// Takes a text apart.
    pub(crate) fn of(text: &'t str) -> Self {
        let mut list: Vec<Token> = Vec::new();
        let (mut after_blank, mut begins_line) = (true, true);
        for (at, letter) in text.char_indices() {
            let end = at + letter.len_utf8();
            let Some(kind) = kind_of(letter) else {
                after_blank = true;
                begins_line |= letter == '\n';
                continue;
            };
            match list.last_mut() {
                Some(before) if !after_blank && kind != Kind::Mark && before.kind == kind => {
                    before.span.end = end;
                }
                _ => list.push(Token {
                    kind,
                    span: at..end,
                    after_blank,
                    begins_line,
                }),
            }
            (after_blank, begins_line) = (false, false);
        }
        Self { text, list }
    }

    pub(crate) fn len(&self) -> usize {
        self.list.len()
    }

    pub(crate) fn get(&self, at: usize) -> Option<&Token> {
        self.list.get(at)
    }

    /// The letters of a token; nothing behind the end.
    pub(crate) fn letters(&self, at: usize) -> &'t str {
        self.list
            .get(at)
            .map_or("", |token| cut(self.text, token.span.clone()))
    }

    /// The word at a place.
    pub(crate) fn word(&self, at: usize) -> Option<&'t str> {
        let token = self.list.get(at)?;
        (token.kind == Kind::Word).then(|| cut(self.text, token.span.clone()))
    }

    /// The word at a place in small letters, or nothing.
    pub(crate) fn lower(&self, at: usize) -> String {
        self.word(at).unwrap_or("").to_lowercase()
    }

    /// A number of up to four digits, with how many digits it has.
    pub(crate) fn number(&self, at: usize) -> Option<(i16, usize)> {
        let token = self.list.get(at)?;
        let digits = cut(self.text, token.span.clone());
        if token.kind != Kind::Number || digits.len() > 4 {
            return None;
        }
        Some((digits.parse().ok()?, digits.len()))
    }

    /// Whether this mark stands at a place.
    pub(crate) fn is(&self, at: usize, mark: char) -> bool {
        self.list.get(at).is_some_and(|token| {
            token.kind == Kind::Mark && cut(self.text, token.span.clone()).starts_with(mark)
        })
    }

    /// Whether one of these marks stands at a place.
    pub(crate) fn is_one_of(&self, at: usize, marks: &[char]) -> bool {
        marks.iter().any(|mark| self.is(at, *mark))
    }

    /// Whether nothing blank stands before a token.
    pub(crate) fn is_joined(&self, at: usize) -> bool {
        self.list.get(at).is_some_and(|token| !token.after_blank)
    }

    /// Whether a token begins a line.
    pub(crate) fn begins_line(&self, at: usize) -> bool {
        self.list.get(at).is_some_and(|token| token.begins_line)
    }

    /// Where a token begins; the end of the text behind the last.
    pub(crate) fn start(&self, at: usize) -> usize {
        self.list
            .get(at)
            .map_or(self.text.len(), |it| it.span.start)
    }

    /// Where the token before a place ends.
    pub(crate) fn end_before(&self, at: usize) -> usize {
        at.checked_sub(1)
            .and_then(|last| self.list.get(last))
            .map_or(0, |it| it.span.end)
    }

    /// The first token that begins at or behind an offset.
    pub(crate) fn at_offset(&self, offset: usize) -> usize {
        self.list.partition_point(|it| it.span.start < offset)
    }
}
