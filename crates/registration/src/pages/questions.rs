//! The office's own questions.

use askama::Template;
use base::Halt;
use gatherings::{Gathering, Tab, tabs};
use shell::{Fields, Form, Marked, Page, Visit};
use store::Conn;

use super::{below_list, own_words};
use crate::rules::{Desk, FieldKind, FormField, Readers};
use crate::{links, records};

/// One question in the list.
struct Row {
    label: Marked,
    kind: &'static str,
    is_required: bool,
    condition: Option<Marked>,
    readers: &'static str,
    kept: Option<i64>,
    href: String,
    is_first: bool,
    is_last: bool,
    number: usize,
}

/// What the form of a question needs.
struct QuestionForm {
    action: String,
    cancel: String,
    kinds: Vec<(String, String)>,
    readers: Vec<(String, String)>,
    above: Vec<(String, String)>,
    fields: Fields,
}

/// The list with the form of a new one.
#[derive(Template)]
#[template(path = "registration/questions.html")]
pub(crate) struct QuestionsPage {
    pub(crate) page: Page,
    tabs: String,
    kicker: String,
    rows: Vec<Row>,
    form: QuestionForm,
    preview: String,
}

/// One question.
#[derive(Template)]
#[template(path = "registration/question.html")]
pub(crate) struct QuestionPage {
    pub(crate) page: Page,
    tabs: String,
    kicker: String,
    form: QuestionForm,
    removal: String,
}

fn form_of(
    visit: &Visit,
    (action, cancel): (String, String),
    (fields, known): (&[FormField], Option<&FormField>),
    form: Form,
) -> QuestionForm {
    let none = (String::new(), visit.say("registration-q-always").to_owned());
    let above = fields
        .iter()
        .filter(|it| known.is_none_or(|known| it.position < known.position))
        .map(|it| (it.id.to_string(), it.label.de.clone()));
    QuestionForm {
        action: visit.href(&action),
        cancel: visit.href(&cancel),
        kinds: FieldKind::ALL
            .map(|it| (it.word().to_owned(), visit.say(it.key()).to_owned()))
            .to_vec(),
        readers: Readers::ALL
            .map(|it| (it.word().to_owned(), visit.say(it.key()).to_owned()))
            .to_vec(),
        above: std::iter::once(none).chain(above).collect(),
        fields: Fields::new(visit, form),
    }
}

/// The questions of a desk.
pub(crate) fn questions_page(
    conn: &mut Conn<'_>,
    visit: &Visit,
    (it, desk): (&Gathering, &Desk),
    form: Form,
) -> Result<QuestionsPage, Halt> {
    let slug = &visit.network()?.slug;
    let fields = records::fields(conn, desk.id)?;
    let count = fields.len();
    let rows = fields.iter().enumerate().map(|(place, field)| Row {
        label: own_words(visit, &field.label),
        kind: field.kind.key(),
        is_required: field.required,
        condition: condition(visit, field, &fields),
        readers: field.readers.key(),
        kept: field.kept_days,
        href: visit.href(&links::question(slug, &it.slug, field.id, "")),
        is_first: place == 0,
        is_last: place + 1 == count,
        number: place + 1,
    });
    let rows = rows.collect();
    let page = Page::new(visit, visit.say("registration-questions-title"));
    let here = links::desk(slug, &it.slug, "/fragen");
    let ways = (here, links::list(slug, &it.slug, ""));
    Ok(QuestionsPage {
        page: below_list(visit, it, page)?,
        tabs: tabs(visit, it, Tab::Registration)?,
        kicker: it.title.clone(),
        rows,
        form: form_of(visit, ways, (&fields, None), form),
        preview: visit.href(&links::desk(slug, &it.slug, "/vorschau")),
    })
}

fn condition(visit: &Visit, field: &FormField, all: &[FormField]) -> Option<Marked> {
    let (on, value) = field.shown_if.as_ref()?;
    let above = all.iter().find(|it| it.id == *on)?;
    Some(visit.tell_marked(
        "registration-condition",
        &[
            ("question", shell::record(&above.label.de)),
            ("value", shell::record(value)),
        ],
    ))
}

/// One question at work.
pub(crate) fn question_page(
    conn: &mut Conn<'_>,
    visit: &Visit,
    (it, field): (&Gathering, &FormField),
    form: Form,
) -> Result<QuestionPage, Halt> {
    let slug = &visit.network()?.slug;
    let fields = records::fields(conn, field.desk)?;
    let here = links::question(slug, &it.slug, field.id, "");
    let page = Page::new(visit, visit.say("registration-question-title"));
    let ways = (here.clone(), links::desk(slug, &it.slug, "/fragen"));
    Ok(QuestionPage {
        page: below_list(visit, it, page)?,
        tabs: tabs(visit, it, Tab::Registration)?,
        kicker: it.title.clone(),
        form: form_of(visit, ways, (&fields, Some(field)), form),
        removal: visit.href(&format!("{here}/entfernung")),
    })
}
