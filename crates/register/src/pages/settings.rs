//! The pages of a network's settings.

use askama::Template;
use base::Lang;
use shell::{Fields, LANG_OF_RECORDS, Link, Marked, Page, Visit, Wording, record};

use super::JournalLine;
use crate::actions::wording_field;
use crate::links;

/// A network's settings.
#[derive(Template)]
#[template(path = "register/settings.html")]
pub(crate) struct SettingsPage {
    pub(crate) page: Page,
    pub(crate) fields: Fields,
    pub(crate) tabs: Vec<(Link, bool)>,
    pub(crate) action: String,
    pub(crate) lands: Vec<(String, String)>,
    pub(crate) contrast: String,
    pub(crate) logo_href: Option<String>,
    pub(crate) logo_alt: String,
    pub(crate) journal: Vec<JournalLine>,
}

/// A network that belongs to another, or wants to.
pub(crate) struct BelongingLine {
    pub(crate) name: String,
    pub(crate) href: String,
    /// When it asked, in words.
    pub(crate) asked: Option<String>,
    pub(crate) accept_href: String,
    pub(crate) end_href: String,
}

/// To which network a network belongs, and which belong to it.
#[derive(Template)]
#[template(path = "register/belonging.html")]
pub(crate) struct BelongingPage {
    pub(crate) page: Page,
    pub(crate) fields: Fields,
    pub(crate) tabs: Vec<(Link, bool)>,
    pub(crate) action: String,
    pub(crate) end_href: String,
    pub(crate) parent: Option<BelongingLine>,
    /// The network that was asked, and when, in words.
    pub(crate) wished: Option<(Marked, String)>,
    /// What can be asked.
    pub(crate) parents: Vec<(String, String)>,
    pub(crate) hint: &'static str,
    pub(crate) asking: Vec<BelongingLine>,
    pub(crate) children: Vec<BelongingLine>,
}

/// The parts of the settings; `here` is the address of the one that is shown.
pub(crate) fn settings_tabs(visit: &Visit, slug: &str, here: &str) -> Vec<(Link, bool)> {
    [
        (links::SETTINGS, "register-settings-network"),
        (links::WORDINGS, "register-wordings"),
        (links::WORKS, "register-works"),
        (links::FIELDS, "register-fields"),
        (links::BELONGING, "register-belonging"),
    ]
    .into_iter()
    .map(|(address, key)| {
        let href = visit.href(&links::of(address, slug));
        (Link::new(visit.say(key), href), address == here)
    })
    .collect()
}

/// One text of the mails, with a field for each of its languages.
pub(crate) struct WordingGroup {
    pub(crate) label: &'static str,
    pub(crate) hint: &'static str,
    /// Names of the fields, their labels, what stands there otherwise, and their languages.
    pub(crate) fields: Vec<(String, String, Marked, Lang)>,
}

impl WordingGroup {
    /// The fields of a text.
    pub(crate) fn of(visit: &Visit, wording: &'static Wording) -> Self {
        let blanks = wording.blanks.iter().map(|it| format!("{{{}}}", it.word));
        let blanks = blanks.collect::<Vec<_>>().join(", ");
        let field = |lang: Lang| {
            let label = if wording.langs.len() > 1 {
                format!("register-lang-{}", lang.tag())
            } else {
                "register-wording-words".to_owned()
            };
            let built_in = wording.built_in_words(&visit.app.phrases, lang);
            let words = if lang == LANG_OF_RECORDS {
                record(built_in)
            } else {
                built_in.into()
            };
            let args = [("words", words), ("blanks", record(&blanks))];
            let key = match (wording.built_in, wording.blanks) {
                (None, []) => "register-wording-none",
                (None, _) => "register-wording-none-blanks",
                (Some(_), []) => "register-wording-built-in",
                (Some(_), _) => "register-wording-built-in-blanks",
            };
            let hint = visit.tell_marked(key, &args);
            (wording_field(wording, lang), label, hint, lang)
        };
        Self {
            label: wording.label,
            hint: wording.hint,
            fields: wording.langs.iter().copied().map(field).collect(),
        }
    }
}

/// The texts of a network's mails.
#[derive(Template)]
#[template(path = "register/wordings.html")]
pub(crate) struct WordingsPage {
    pub(crate) page: Page,
    pub(crate) fields: Fields,
    pub(crate) tabs: Vec<(Link, bool)>,
    pub(crate) action: String,
    pub(crate) groups: Vec<WordingGroup>,
    pub(crate) letters: Vec<(String, String)>,
    pub(crate) languages: Vec<(String, String)>,
    pub(crate) preview: Option<String>,
    pub(crate) journal: Vec<JournalLine>,
}
