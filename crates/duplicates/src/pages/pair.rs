//! Two records side by side, what merging them does, and a merge.

use askama::Template;
use shell::{Field, Fields, Marked, Page, Pick};

/// A field that is chosen.
pub(crate) struct Choosing {
    pub(crate) name: String,
    pub(crate) label: Marked,
    /// The label as plain words, for the summary of faults.
    pub(crate) words: String,
    pub(crate) hint: Option<&'static str>,
    pub(crate) choices: Vec<(String, String)>,
    /// Whether the choices are what the network wrote.
    pub(crate) of_records: bool,
}

impl Choosing {
    /// The field of the form.
    fn asked(&self, page: &Page, fields: &Fields) -> Field {
        let field = fields.radios(&self.name, &self.words, &self.choices);
        let field = field.called(&self.label).must();
        let field = match self.hint {
            Some(hint) => field.hint(page.say(hint)),
            None => field,
        };
        if self.of_records {
            field.of_records()
        } else {
            field
        }
    }
}

/// One of two records.
pub(crate) struct Half {
    pub(crate) name: String,
    pub(crate) href: String,
    pub(crate) ended: bool,
    /// What hangs on it.
    pub(crate) ties: Vec<String>,
}

/// Two records side by side.
#[derive(Template)]
#[template(path = "duplicates/pair.html")]
pub(crate) struct PairPage {
    pub(crate) page: Page,
    pub(crate) fields: Fields,
    pub(crate) action: String,
    pub(crate) halves: Vec<Half>,
    pub(crate) reasons: Vec<String>,
    pub(crate) stays: Vec<(String, String)>,
    pub(crate) choosing: Vec<Choosing>,
    /// What both say: label and words.
    pub(crate) same: Vec<(Marked, String)>,
    /// Where they are said to be two; nobody thinks that of groups that the office has chosen.
    pub(crate) different_href: Option<String>,
    pub(crate) cancel_href: String,
}

/// Choosing the group that another one becomes one with.
#[derive(Template)]
#[template(path = "duplicates/group.html")]
pub(crate) struct GroupPage {
    pub(crate) page: Page,
    pub(crate) fields: Fields,
    pub(crate) action: String,
    pub(crate) groups: Pick,
    pub(crate) cancel_href: String,
}

/// A field as it is after a merge.
pub(crate) struct Outcome {
    pub(crate) label: Marked,
    pub(crate) text: String,
    /// What the other record said and nobody will read again.
    pub(crate) dropped: Option<String>,
}

/// What merging two records does.
#[derive(Template)]
#[template(path = "duplicates/preview.html")]
pub(crate) struct PreviewPage {
    pub(crate) page: Page,
    pub(crate) fields: Fields,
    pub(crate) action: String,
    pub(crate) hidden: Vec<(String, String)>,
    pub(crate) kept: String,
    pub(crate) gone: String,
    pub(crate) outcomes: Vec<Outcome>,
    pub(crate) moved: Vec<String>,
    pub(crate) joined: Vec<String>,
    pub(crate) given_up: Vec<String>,
    /// Whether two groups become one.
    pub(crate) is_group: bool,
    pub(crate) until: String,
    pub(crate) back_href: String,
}

/// A merge.
#[derive(Template)]
#[template(path = "duplicates/merged.html")]
pub(crate) struct MergedPage {
    pub(crate) page: Page,
    pub(crate) fields: Fields,
    pub(crate) kept: String,
    pub(crate) kept_href: Option<String>,
    pub(crate) gone: String,
    pub(crate) when: String,
    pub(crate) by: String,
    pub(crate) until: String,
    pub(crate) undone: Option<String>,
    /// Where it is undone, while it can be.
    pub(crate) undo_href: Option<String>,
}
