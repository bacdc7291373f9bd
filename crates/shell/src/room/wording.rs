//! What letters say in a network's own words instead of the built-in ones.

use std::collections::HashMap;

use base::Lang;

use crate::phrases::{Arg, Phrases};

/// A text of a room's letters that a network may say in its own words.
#[derive(Clone, Copy, Debug)]
pub struct Wording {
    /// The name under which the words are kept; no two rooms share one.
    pub name: &'static str,
    /// Phrase key of its label.
    pub label: &'static str,
    /// Phrase key of a sentence that says where it stands.
    pub hint: &'static str,
    /// Phrase key of the words that stand there otherwise; none where nothing does.
    pub built_in: Option<&'static str>,
    /// What is filled in when a letter is written.
    pub blanks: &'static [Blank],
    /// The languages in which it is asked for.
    pub langs: &'static [Lang],
}

/// A place in a text that is filled when a letter is written; people type it as `{Titel}`.
#[derive(Clone, Copy, Debug)]
pub struct Blank {
    /// The word between the braces.
    pub word: &'static str,
    /// The name of the place in the built-in phrase.
    pub arg: &'static str,
}

impl Wording {
    /// The built-in words with their blanks as people type them; empty where there are none.
    pub fn built_in_words(&self, phrases: &Phrases, lang: Lang) -> String {
        let args: Vec<(&str, Arg)> = self
            .blanks
            .iter()
            .map(|blank| (blank.arg, Arg::Text(format!("{{{}}}", blank.word))))
            .collect();
        self.built_in
            .map_or_else(String::new, |key| phrases.tell(lang, key, &args))
    }

    /// The first part of a text that looks like a blank and is none; a brace without its
    /// other half is one too.
    pub fn unknown_blank(&self, text: &str) -> Option<String> {
        parts(text).into_iter().find_map(|part| match part {
            Part::Blank(word) if self.blank(word).is_none() => Some(format!("{{{word}}}")),
            Part::Open => Some("{".to_owned()),
            Part::Words(words) if words.contains('}') => Some("}".to_owned()),
            _ => None,
        })
    }

    fn blank(&self, word: &str) -> Option<&Blank> {
        self.blanks.iter().find(|blank| blank.word == word.trim())
    }

    /// The text with its blanks filled; what is filled in is not read again.
    fn filled(&self, text: &str, args: &[(&str, Arg)]) -> String {
        let mut filled = String::with_capacity(text.len());
        for part in parts(text) {
            match part {
                Part::Words(words) => filled.push_str(words),
                Part::Open => filled.push('{'),
                Part::Blank(word) => filled.push_str(&self.value(word, args)),
            }
        }
        filled
    }

    fn value(&self, word: &str, args: &[(&str, Arg)]) -> String {
        let arg = self
            .blank(word)
            .and_then(|blank| args.iter().find(|(name, _)| *name == blank.arg));
        match arg {
            Some((_, Arg::Text(text) | Arg::Record(text))) => text.clone(),
            Some((_, Arg::Number(number))) => number.to_string(),
            None => format!("{{{word}}}"),
        }
    }
}

enum Part<'t> {
    Words(&'t str),
    Blank(&'t str),
    Open,
}

fn parts(text: &str) -> Vec<Part<'_>> {
    let (before, rest) = text
        .split_once('{')
        .map_or((text, None), |(before, rest)| (before, Some(rest)));
    let mut parts = vec![Part::Words(before)];
    for chunk in rest.into_iter().flat_map(|rest| rest.split('{')) {
        if let Some((word, words)) = chunk.split_once('}') {
            parts.extend([Part::Blank(word), Part::Words(words)]);
        } else {
            parts.extend([Part::Open, Part::Words(chunk)]);
        }
    }
    parts
}

/// A network's own words, by text and language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wordings(HashMap<(String, Lang), String>);

impl Wordings {
    /// Puts words in place of what was there; blank ones stand for the built-in words.
    pub fn put(&mut self, name: &str, lang: Lang, words: &str) {
        let place = (name.to_owned(), lang);
        if words.trim().is_empty() {
            self.0.remove(&place);
        } else {
            self.0.insert(place, words.trim().to_owned());
        }
    }

    /// The network's own words; empty where it has none.
    pub fn own(&self, wording: &Wording, lang: Lang) -> &str {
        self.0
            .get(&(wording.name.to_owned(), lang))
            .map_or("", String::as_str)
    }

    /// The network's own words, or the built-in ones where it has none, with their blanks
    /// filled; what a network wrote is marked as in [`Phrases::tell_written`].
    pub fn tell(
        &self,
        wording: &Wording,
        (phrases, lang): (&Phrases, Lang),
        args: &[(&str, Arg)],
    ) -> String {
        match (self.own(wording, lang), wording.built_in) {
            ("", Some(key)) => phrases.tell_written(lang, key, args),
            (own, _) => wording.filled(own, &Phrases::written(lang, args)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OPENING: Wording = Wording {
        name: "opening",
        label: "label",
        hint: "hint",
        built_in: Some("opening"),
        blanks: &[
            Blank {
                word: "Titel",
                arg: "title",
            },
            Blank {
                word: "Tag",
                arg: "day",
            },
        ],
        langs: &Lang::ALL,
    };

    fn phrases() -> Phrases {
        let files = [
            (Lang::De, "opening = Es geht um { $title }."),
            (Lang::En, "opening = About { $title }."),
        ];
        Phrases::read(&files).unwrap()
    }

    fn told(own: &str, title: &str) -> String {
        let mut wordings = Wordings::default();
        wordings.put("opening", Lang::De, own);
        let args = [("title", title.into()), ("day", "heute".into())];
        wordings.tell(&OPENING, (&phrases(), Lang::De), &args)
    }

    #[test]
    fn own_words_stand_in_place_of_the_built_in_ones() {
        assert_eq!(told("  ", "Arbeit"), "Es geht um Arbeit.");
        assert_eq!(told("{Titel}, {Tag}", "Arbeit"), "Arbeit, heute");
        assert_eq!(
            OPENING.built_in_words(&phrases(), Lang::En),
            "About {Titel}."
        );
    }

    #[test]
    fn what_is_filled_in_is_not_read_again() {
        assert_eq!(told("{ Titel }!", "{Tag} & {"), "{Tag} & {!");
    }

    #[test]
    fn unknown_blanks_and_lone_braces_are_found() {
        for (text, found) in [
            ("Zu {Titel} am {Tag}", None),
            ("", None),
            ("{Ort}", Some("{Ort}")),
            ("{Titel} {", Some("{")),
            ("Titel}", Some("}")),
            ("{{Titel}}", Some("{")),
            ("{}", Some("{}")),
        ] {
            assert_eq!(OPENING.unknown_blank(text).as_deref(), found, "{text}");
        }
    }
}
