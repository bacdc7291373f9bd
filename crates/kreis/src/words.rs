//! What the commands say on the terminal, in the operator's language.

use base::{Blame, Fault, Halt, Lang};
use shell::{Arg, Phrases};

/// The words of commands and demo.
pub const PHRASES: &[(Lang, &str)] = &[
    (Lang::De, include_str!("../phrases/de.ftl")),
    (Lang::En, include_str!("../phrases/en.ftl")),
];

/// The commands' voice.
pub struct Words {
    phrases: Phrases,
    lang: Lang,
}

impl Words {
    /// The words in one language.
    ///
    /// # Errors
    /// When the phrase files are broken.
    pub fn new(lang: Lang) -> Result<Self, Fault> {
        Ok(Self {
            phrases: Phrases::read(PHRASES)?,
            lang,
        })
    }

    /// The language.
    pub const fn lang(&self) -> Lang {
        self.lang
    }

    /// The language that the operator chose, or that `LC_ALL` or `LANG` name.
    pub fn lang_of(chosen: Option<&str>, env: impl Fn(&str) -> Option<String>) -> Lang {
        let told = chosen
            .map(str::to_owned)
            .or_else(|| env("LC_ALL").filter(|it| !it.is_empty()))
            .or_else(|| env("LANG"))
            .unwrap_or_default();
        if told.starts_with("de") {
            Lang::De
        } else {
            Lang::En
        }
    }

    /// A phrase.
    pub fn say(&self, key: &str) -> String {
        self.tell(key, &[])
    }

    /// A phrase with its places filled.
    pub fn tell(&self, key: &str, args: &[(&str, Arg)]) -> String {
        self.phrases.tell(self.lang, key, args)
    }

    /// One fault as a line, with the field that carries it.
    pub fn fault(&self, blame: &Blame) -> String {
        let args: Vec<(&str, Arg)> = blame
            .args
            .iter()
            .map(|(name, value)| {
                // A number bends the words around it, text does not.
                let count = value.parse().map(Arg::Number);
                (*name, count.unwrap_or_else(|_| Arg::from(value)))
            })
            .collect();
        let sentence = self.tell(blame.key, &args);
        if blame.field.is_empty() {
            sentence
        } else {
            format!("{}: {sentence}", blame.field)
        }
    }

    /// Why a command did not do what it was asked, line by line.
    pub fn halt(&self, halt: &Halt) -> Vec<String> {
        match halt {
            Halt::Refused(blames) => blames.iter().map(|blame| self.fault(blame)).collect(),
            Halt::Fault(fault) => vec![fault.whole_story()],
            Halt::Missing => vec![self.say("cli-missing")],
            Halt::Stale => vec![self.say("cli-stale")],
        }
    }
}
