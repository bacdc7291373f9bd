//! Form fields as pages show them: label, hint, fault and value tied together.

use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use askama::Template;
use base::{Blame, Lang};

use crate::answer::said;
use crate::form::Form;
use crate::page::language::{ContentLang, LANG_OF_RECORDS, Marked};
use crate::visit::Visit;

/// What a field looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One line.
    Text,
    /// Several lines.
    Area,
    /// One of a list that folds.
    Select,
    /// One of a few.
    Radios,
    /// Yes or no.
    Checkbox,
    /// Some of a few.
    Checkboxes,
    /// A day.
    Date,
    /// A time of the day.
    Time,
    /// A file.
    File,
    /// A password; never filled.
    Password,
    /// Nothing to see.
    Hidden,
    /// One of very many, by name.
    Pick,
    /// Some of very many, by name.
    PickSeveral,
}

/// What a field offers in which records of a network are named. A few are all offered; of many,
/// one types a part of the name.
///
/// The text of one is sent under the field's name and what a suggestion stood for under that
/// name with `-id`; of several, the text is sent with `-text`. Whoever reads the form has the
/// text resolved first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pick {
    /// All choices, where they are few: value and label.
    pub all: Option<Vec<(String, String)>>,
    /// Where suggestions come from, with its question mark and `&q=` to be added.
    pub suggest: String,
    /// What is chosen.
    pub chosen: Vec<(String, String)>,
    /// What may be meant by the text that was typed.
    pub meant: Vec<(String, String)>,
}

impl Pick {
    /// Whether there is anything to choose.
    pub fn is_needed(&self) -> bool {
        self.all.as_ref().is_none_or(|all| !all.is_empty())
    }
}

/// One choice of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What is read.
    pub label: String,
    /// Whether it is chosen.
    pub checked: bool,
}

/// A field; it shows itself in a template: `{{ fields.text("title", "gathering-title") }}`.
#[derive(Template)]
#[template(path = "field/any.html")]
pub struct Field {
    kind: Kind,
    name: String,
    id: String,
    label: Marked,
    hint: Option<Marked>,
    error: Option<String>,
    value: String,
    required: bool,
    autocomplete: Option<String>,
    options: Vec<Choice>,
    rows: u8,
    multiple: bool,
    page_lang: Lang,
    lang: ContentLang,
    choices_lang: ContentLang,
    suggest: String,
    chosen: String,
    words: [String; 3],
}

impl askama::filters::HtmlSafe for Field {}

impl Field {
    /// A sentence of help, in words.
    #[must_use]
    pub fn hint(mut self, text: &str) -> Self {
        self.hint = Some(Marked::own(text));
        self
    }

    /// A sentence of help with what a network wrote among it.
    #[must_use]
    pub fn hint_marked(mut self, text: &Marked) -> Self {
        self.hint = Some(text.clone());
        self
    }

    /// Another label, with what a network wrote among it.
    #[must_use]
    pub fn called(mut self, label: &Marked) -> Self {
        self.label = label.clone();
        self
    }

    /// The field must be filled.
    #[must_use]
    pub const fn must(mut self) -> Self {
        self.required = true;
        self
    }

    /// What browsers may fill in (HTML autofill detail tokens).
    #[must_use]
    pub fn autocomplete(mut self, token: &str) -> Self {
        self.autocomplete = Some(token.to_owned());
        self
    }

    /// How many lines are seen at once.
    #[must_use]
    pub const fn rows(mut self, rows: u8) -> Self {
        self.rows = rows;
        self
    }

    /// What is written here is in a language of its own.
    #[must_use]
    pub fn written_in(mut self, lang: impl Borrow<Lang>) -> Self {
        self.lang = ContentLang::of(*lang.borrow(), self.page_lang);
        self
    }

    /// The choices are records of a network, called as it calls them.
    #[must_use]
    pub fn of_records(mut self) -> Self {
        self.choices_lang = ContentLang::of(LANG_OF_RECORDS, self.page_lang);
        self
    }

    /// Several files at once.
    #[must_use]
    pub const fn several(mut self) -> Self {
        self.multiple = true;
        self
    }
}

/// The fields of one form, with what was typed and what is wrong with it.
///
/// The faults stand above the fields, and each names its field by the label that the template
/// gives it further down. So a page with faults is rendered twice: the first time the fields
/// learn their labels ([`crate::page::show_as`]).
pub struct Fields {
    visit: Visit,
    form: Form,
    labels: Mutex<Labels>,
}

#[derive(Default)]
struct Labels {
    known: BTreeMap<String, String>,
    were_awaited: bool,
}

/// Asks for the page to be rendered again, now that its labels are known.
pub(crate) const AGAIN: &str = "<!--again-->";

struct FaultLink {
    field_id: String,
    text: String,
}

#[derive(Template)]
#[template(path = "field/summary.html")]
struct Summary {
    heading: String,
    faults: Vec<FaultLink>,
}

impl Fields {
    /// The fields of a form on this visit's page.
    pub fn new(visit: &Visit, form: Form) -> Self {
        Self {
            visit: visit.clone(),
            form,
            labels: Mutex::default(),
        }
    }

    /// Tells the label, in words, of a field that the template writes by itself.
    #[must_use]
    pub fn labelled(self, name: &str, label: &str) -> Self {
        self.learn(name, label);
        self
    }

    fn labels(&self) -> MutexGuard<'_, Labels> {
        self.labels.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn learn(&self, name: &str, label: &str) {
        if self.form.is_blamed() && !label.is_empty() {
            self.labels()
                .known
                .insert(name.to_owned(), label.to_owned());
        }
    }

    /// The form itself.
    pub const fn form(&self) -> &Form {
        &self.form
    }

    /// What is wrong, at the top of the form, with links to the fields; nothing where all is well.
    pub fn summary(&self) -> String {
        if !self.form.is_blamed() {
            return String::new();
        }
        let again = if self.awaits_labels() { AGAIN } else { "" };
        let faults = self.form.blames().iter().map(|blame| FaultLink {
            field_id: field_id(&blame.field),
            text: self.told(blame),
        });
        let faults: Vec<_> = faults.collect();
        let heading = self
            .visit
            .tell("shell-summary-heading", &[("count", faults.len().into())]);
        let summary = Summary { heading, faults }.render().unwrap_or_default();
        format!("{again}{summary}")
    }

    /// Whether labels may still come; once the page is rendered again, there are none to come.
    fn awaits_labels(&self) -> bool {
        let mut labels = self.labels();
        let misses =
            |blame: &Blame| !blame.field.is_empty() && !labels.known.contains_key(&blame.field);
        let awaits = !labels.were_awaited && self.form.blames().iter().any(misses);
        labels.were_awaited = true;
        awaits
    }

    /// A fault with the field that it is about.
    fn told(&self, blame: &Blame) -> String {
        let fault = said(&self.visit, blame);
        let Some(label) = self.labels().known.get(&blame.field).cloned() else {
            return fault;
        };
        let key = if label.ends_with(['?', '!', '.', ':', '…']) {
            "shell-summary-fault-after-sentence"
        } else {
            "shell-summary-fault"
        };
        self.visit
            .tell(key, &[("label", label.into()), ("fault", fault.into())])
    }

    fn field(&self, kind: Kind, name: &str, label: &str) -> Field {
        let label = self.visit.say(label).to_owned();
        self.learn(name, &label);
        let error = self.form.blames().iter().find(|blame| blame.field == name);
        Field {
            kind,
            name: name.to_owned(),
            id: field_id(name),
            label: Marked::own(&label),
            hint: None,
            error: error.map(|blame| said(&self.visit, blame)),
            value: self.form.value(name).to_owned(),
            required: false,
            autocomplete: None,
            options: Vec::new(),
            rows: 4,
            multiple: false,
            page_lang: self.visit.lang,
            lang: self.written_lang(kind),
            choices_lang: ContentLang::default(),
            suggest: String::new(),
            chosen: String::new(),
            words: [const { String::new() }; 3],
        }
    }

    /// People write to a network in its language, whatever language they read the page in.
    fn written_lang(&self, kind: Kind) -> ContentLang {
        let is_text = matches!(kind, Kind::Text | Kind::Area);
        let is_of_network = self.visit.network.is_some();
        self.visit.content_lang().when(is_text && is_of_network)
    }

    /// One line.
    pub fn text(&self, name: &str, label: &str) -> Field {
        self.field(Kind::Text, name, label)
    }

    /// Several lines.
    pub fn area(&self, name: &str, label: &str) -> Field {
        self.field(Kind::Area, name, label)
    }

    /// A day.
    pub fn date(&self, name: &str, label: &str) -> Field {
        self.field(Kind::Date, name, label)
    }

    /// A time of the day.
    pub fn time(&self, name: &str, label: &str) -> Field {
        self.field(Kind::Time, name, label)
    }

    /// A file.
    pub fn file(&self, name: &str, label: &str) -> Field {
        self.field(Kind::File, name, label)
    }

    /// A password.
    pub fn password(&self, name: &str, label: &str) -> Field {
        let mut field = self.field(Kind::Password, name, label);
        field.value.clear();
        field
    }

    /// Nothing to see.
    pub fn hidden(&self, name: &str) -> Field {
        self.field(Kind::Hidden, name, "")
    }

    /// Yes or no.
    pub fn checkbox(&self, name: &str, label: &str) -> Field {
        let mut field = self.field(Kind::Checkbox, name, label);
        if self.form.has(name) && field.value != "false" {
            "true".clone_into(&mut field.value);
        }
        field
    }

    /// One of a list; pairs of value and label.
    pub fn select(&self, name: &str, label: &str, choices: &[(String, String)]) -> Field {
        self.chosen(Kind::Select, name, label, choices)
    }

    /// One of a few; pairs of value and label.
    pub fn radios(&self, name: &str, label: &str, choices: &[(String, String)]) -> Field {
        self.chosen(Kind::Radios, name, label, choices)
    }

    /// Some of a few; pairs of value and label.
    pub fn checkboxes(&self, name: &str, label: &str, choices: &[(String, String)]) -> Field {
        self.chosen(Kind::Checkboxes, name, label, choices)
    }

    /// One of many records, by name.
    pub fn pick(&self, name: &str, label: &str, pick: &Pick) -> Field {
        if let Some(all) = &pick.all {
            return self.chosen(Kind::Select, name, label, all).of_records();
        }
        let mut field = self.chosen(Kind::Pick, &format!("{name}-one"), label, &pick.meant);
        name.clone_into(&mut field.name);
        field.id = field_id(name);
        let error = self.form.blames().iter().find(|blame| blame.field == name);
        field.error = error.map(|blame| said(&self.visit, blame));
        self.learn(name, self.visit.say(label));
        match pick.chosen.first() {
            Some((id, label)) => {
                field.chosen.clone_from(id);
                field.value.clone_from(label);
            }
            None => self.form.value(name).clone_into(&mut field.value),
        }
        self.suggesting(field, pick)
    }

    /// Some of many records, by name.
    pub fn pick_several(&self, name: &str, label: &str, pick: &Pick) -> Field {
        if let Some(all) = &pick.all {
            return self.chosen(Kind::Checkboxes, name, label, all).of_records();
        }
        let offered: Vec<_> = pick.chosen.iter().chain(&pick.meant).cloned().collect();
        let mut field = self.chosen(Kind::PickSeveral, name, label, &offered);
        self.form
            .value(&format!("{name}-text"))
            .clone_into(&mut field.value);
        self.suggesting(field, pick)
    }

    fn suggesting(&self, mut field: Field, pick: &Pick) -> Field {
        field.suggest.clone_from(&pick.suggest);
        field.words = ["shell-pick-meant", "shell-pick-name", "shell-pick-add"]
            .map(|key| self.visit.say(key).to_owned());
        field.hint = Some(Marked::own(self.visit.say("shell-pick-hint")));
        field.lang = self.written_lang(Kind::Text);
        field.of_records()
    }

    fn chosen(&self, kind: Kind, name: &str, label: &str, choices: &[(String, String)]) -> Field {
        let mut field = self.field(kind, name, label);
        field.options = choices
            .iter()
            .map(|(value, label)| Choice {
                value: value.clone(),
                label: label.clone(),
                checked: self.form.values(name).contains(value),
            })
            .collect();
        field
    }
}

fn field_id(name: &str) -> String {
    if name.is_empty() {
        "main".to_owned()
    } else {
        format!("field-{name}")
    }
}
