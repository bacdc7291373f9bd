//! Phrases: every word that a person sees, by key, in both languages.

use std::collections::HashMap;

use base::{Fault, Lang};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::Entry;
use unic_langid::langid;

use crate::page::language::written;

/// What fills a place in a phrase: a number bends the words around it, text does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg {
    /// A count.
    Number(i64),
    /// A name, a day, a title.
    Text(String),
    /// What a network wrote, in the network's language.
    Record(String),
}

/// What a network wrote, for a place in a phrase.
pub fn record(text: impl AsRef<str>) -> Arg {
    Arg::Record(text.as_ref().to_owned())
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<&String> for Arg {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

macro_rules! counts {
    ($($kind:ty),+) => { $(
        impl From<$kind> for Arg {
            fn from(number: $kind) -> Self {
                Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
            }
        }

        impl From<&$kind> for Arg {
            fn from(number: &$kind) -> Self {
                Self::from(*number)
            }
        }
    )+ };
}

counts!(i64, u64, i32, u32, usize, u16);

/// The phrases of all rooms.
pub struct Phrases {
    german: Voice,
    english: Voice,
}

struct Voice {
    bundle: FluentBundle<FluentResource>,
    plain: HashMap<String, String>,
}

impl Phrases {
    /// Reads the rooms' phrase files; a key may stand in one file only.
    ///
    /// # Errors
    /// When a file is not valid Fluent or two files hold the same key.
    pub fn read(files: &[(Lang, &str)]) -> Result<Self, Fault> {
        Ok(Self {
            german: voice(Lang::De, files)?,
            english: voice(Lang::En, files)?,
        })
    }

    fn voice(&self, lang: Lang) -> &Voice {
        match lang {
            Lang::De => &self.german,
            Lang::En => &self.english,
        }
    }

    /// Whether the phrase exists in this language.
    pub fn knows(&self, lang: Lang, key: &str) -> bool {
        self.voice(lang).bundle.has_message(key)
    }

    /// A phrase without places. An unknown key shows itself, so that it is noticed.
    pub fn say<'p>(&'p self, lang: Lang, key: &'p str) -> &'p str {
        self.voice(lang).plain.get(key).map_or(key, String::as_str)
    }

    /// A phrase with its places filled.
    pub fn tell(&self, lang: Lang, key: &str, args: &[(&str, Arg)]) -> String {
        let mut filled = FluentArgs::with_capacity(args.len());
        for (name, arg) in args {
            filled.set(
                (*name).to_owned(),
                match arg {
                    Arg::Number(number) => FluentValue::from(*number),
                    Arg::Text(text) | Arg::Record(text) => FluentValue::from(text.as_str()),
                },
            );
        }
        let bundle = &self.voice(lang).bundle;
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
            return key.to_owned();
        };
        bundle
            .format_pattern(pattern, Some(&filled), &mut Vec::new())
            .into_owned()
    }

    /// The same in a letter: what a network wrote is marked in it.
    pub fn tell_written(&self, lang: Lang, key: &str, args: &[(&str, Arg)]) -> String {
        self.tell(lang, key, &Self::written(lang, args))
    }

    /// What fills the places of such a phrase.
    pub(crate) fn written<'n>(lang: Lang, args: &[(&'n str, Arg)]) -> Vec<(&'n str, Arg)> {
        let marked = args.iter().map(|(name, arg)| match arg {
            Arg::Record(text) => (*name, Arg::Text(written(text, lang))),
            other => (*name, other.clone()),
        });
        marked.collect()
    }

    /// All keys of a language, sorted.
    pub fn keys(&self, lang: Lang) -> Vec<&str> {
        let mut keys: Vec<&str> = self.voice(lang).plain.keys().map(String::as_str).collect();
        keys.sort_unstable();
        keys
    }
}

fn voice(lang: Lang, files: &[(Lang, &str)]) -> Result<Voice, Fault> {
    let id = match lang {
        Lang::De => langid!("de"),
        Lang::En => langid!("en"),
    };
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    bundle.set_use_isolating(false);
    let mut keys = Vec::new();
    for (_, text) in files.iter().filter(|(of, _)| *of == lang) {
        let resource = FluentResource::try_new((*text).to_owned())
            .map_err(|(_, errors)| Fault::new(format!("read phrases: {errors:?}")))?;
        keys.extend(resource.entries().filter_map(|entry| match entry {
            Entry::Message(message) => Some(message.id.name.to_owned()),
            _ => None,
        }));
        bundle
            .add_resource(resource)
            .map_err(|errors| Fault::new(format!("join phrases: {errors:?}")))?;
    }
    let plain = keys
        .into_iter()
        .filter_map(|key| {
            let pattern = bundle.get_message(&key)?.value()?;
            let text = bundle
                .format_pattern(pattern, None, &mut Vec::new())
                .into_owned();
            Some((key, text))
        })
        .collect();
    Ok(Voice { bundle, plain })
}
