//! Fields of a network's own in forms and on pages.

use base::{Halt, Lang};
use calendar::dates;
use shell::{Arg, Field, Fields, Form, Marked, Visit, record};
use uuid::Uuid;

use super::{CustomField, RecordKind, ValueKind, Values};

/// The fields of a network's own in a form; templates show them with
/// `{% for field in custom.asked(fields) %}{{ field }}{% endfor %}`.
pub(crate) struct Custom {
    visit: Visit,
    fields: Vec<CustomField>,
}

impl Custom {
    /// These fields, in a form on this visit's page.
    pub(crate) fn new(visit: &Visit, fields: Vec<CustomField>) -> Self {
        Self {
            visit: visit.clone(),
            fields,
        }
    }

    /// What was typed into them.
    pub(crate) fn typed(&self, form: &mut Form) -> Values {
        typed(form, &self.fields)
    }

    /// Whether there is none.
    pub(crate) const fn is_empty(&self) -> bool {
        self.fields.is_empty()
    }

    /// The fields, ready to be shown.
    pub(crate) fn asked(&self, fields: &Fields) -> Vec<Field> {
        self.fields.iter().map(|it| self.ask(it, fields)).collect()
    }

    fn ask(&self, it: &CustomField, fields: &Fields) -> Field {
        let visit = &self.visit;
        let name = it.name();
        // An unknown phrase is its own words, so that the summary of faults can say them too.
        let label = it.label_in(visit.lang);
        let field = match it.value_kind {
            ValueKind::Text | ValueKind::Number => fields.text(&name, label),
            ValueKind::Date => fields.date(&name, label),
            ValueKind::Choice => {
                let kept = fields.form().value(&name);
                fields
                    .select(&name, label, &choices(visit, it, kept))
                    .of_records()
            }
            ValueKind::YesNo => {
                let none = (String::new(), visit.say("register-field-none").to_owned());
                let yes = ("yes".to_owned(), visit.say("register-yes").to_owned());
                let no = ("no".to_owned(), visit.say("register-no").to_owned());
                fields.select(&name, label, &[none, yes, no])
            }
        };
        let field = field.called(&labelled(visit, it));
        let help = match visit.lang {
            Lang::En if !it.help_en.is_empty() => Marked::own(&it.help_en),
            _ => Marked::record(visit.content_lang(), &it.help),
        };
        let field = if help.is_empty() {
            field
        } else {
            field.hint_marked(&help)
        };
        if it.required { field.must() } else { field }
    }
}

/// The label of a field in the language that it has it in.
pub fn labelled(visit: &Visit, it: &CustomField) -> Marked {
    match visit.lang {
        Lang::En if !it.label_en.is_empty() => Marked::own(&it.label_en),
        _ => Marked::record(visit.content_lang(), &it.label),
    }
}

/// What there is to choose from, and what was chosen when there was more.
fn choices(visit: &Visit, it: &CustomField, kept: &str) -> Vec<(String, String)> {
    let none = (String::new(), visit.say("register-field-none").to_owned());
    let mut choices = vec![none];
    choices.extend(
        it.choices
            .iter()
            .map(|choice| (choice.clone(), choice.clone())),
    );
    if !kept.is_empty() && !it.choices.iter().any(|choice| choice == kept) {
        choices.push((kept.to_owned(), kept.to_owned()));
    }
    choices
}

/// Puts a record's values into a form.
pub(crate) fn put(form: &mut Form, fields: &[CustomField], values: &Values) {
    for field in fields {
        if let Some(value) = values.get(&field.id) {
            let typed = match field.value_kind {
                ValueKind::Number => value.replace('.', ","),
                _ => value.clone(),
            };
            form.put(&field.name(), typed);
        }
    }
}

/// What was typed into those of the fields that the form holds.
pub(crate) fn typed(form: &mut Form, fields: &[CustomField]) -> Values {
    let mut typed = Values::new();
    for field in fields {
        let name = field.name();
        if form.has(&name) {
            let line = form.line(&name, 500);
            typed.insert(field.id, line);
        }
    }
    typed
}

/// The values of a record in words, each with its label; what is empty is left out.
pub(crate) fn shown(
    visit: &Visit,
    fields: &[CustomField],
    values: &Values,
) -> Vec<(Marked, Marked)> {
    let filled = fields.iter().filter_map(|it| {
        Some((
            labelled(visit, it),
            in_words(visit, it, values.get(&it.id)?),
        ))
    });
    filled.collect()
}

/// The values of a record, each as one line with its label.
pub(crate) fn lines(visit: &Visit, fields: &[CustomField], values: &Values) -> Vec<Marked> {
    let filled = fields.iter().filter_map(|it| {
        let label = match visit.lang {
            Lang::En if !it.label_en.is_empty() => Arg::from(&it.label_en),
            _ => record(&it.label),
        };
        let args = [
            ("label", label),
            ("value", told(visit, it, values.get(&it.id)?)),
        ];
        Some(visit.tell_marked("register-value", &args))
    });
    filled.collect()
}

fn in_words(visit: &Visit, field: &CustomField, value: &str) -> Marked {
    match told(visit, field, value) {
        Arg::Record(text) => Marked::record(visit.content_lang(), &text),
        Arg::Text(text) => Marked::own(&text),
        Arg::Number(number) => Marked::own(&number.to_string()),
    }
}

/// A value as people read it.
fn told(visit: &Visit, field: &CustomField, value: &str) -> Arg {
    match field.value_kind {
        ValueKind::Date => value.parse().map_or_else(
            |_| Arg::from(value),
            |day| dates::day_short(day, visit.lang).into(),
        ),
        ValueKind::YesNo if value == "yes" => visit.say("register-yes").into(),
        ValueKind::YesNo => visit.say("register-no").into(),
        ValueKind::Number if visit.lang == Lang::De => value.replace('.', ",").into(),
        ValueKind::Number => value.into(),
        ValueKind::Text | ValueKind::Choice => record(value),
    }
}

/// The fields of a kind of record in a form: those of a record that is known are filled, unless
/// the form has been typed into.
///
/// # Errors
/// When the database fails.
pub(crate) async fn mounted(
    visit: &Visit,
    (kind, record): (RecordKind, Option<Uuid>),
    form: &mut Form,
) -> Result<Custom, Halt> {
    let network = visit.network()?.id;
    let (fields, values) = visit
        .store()
        .read(move |conn| {
            let values = match record {
                Some(record) => super::values(conn, kind, record)?,
                None => Values::new(),
            };
            Ok::<_, Halt>((super::of(conn, network, kind)?, values))
        })
        .await?;
    if !fields.iter().any(|it| form.has(&it.name())) {
        put(form, &fields, &values);
    }
    Ok(Custom::new(visit, fields))
}
