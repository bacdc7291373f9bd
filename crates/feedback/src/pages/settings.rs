//! What participants are asked.

use askama::Template;
use base::{Halt, Lang};
use gatherings::Gathering;
use shell::{Field, Fields, Form, Marked, Page, Visit};

use super::below;
use crate::links;
use crate::rules::QuestionKind;
use crate::typed::MOST;

/// The fields of one question.
struct Row {
    legend: String,
    label: Field,
    label_en: Field,
    kind: Field,
    choices: Field,
}

/// The form.
#[derive(Template)]
#[template(path = "feedback/settings.html")]
pub(crate) struct SettingsPage {
    pub(crate) page: Page,
    tabs: String,
    kicker: String,
    rows: Vec<Row>,
    action: String,
    cancel: String,
    fields: Fields,
}

/// The form with what stands or what was typed.
pub(crate) fn settings_page(
    visit: &Visit,
    it: &Gathering,
    form: Form,
) -> Result<SettingsPage, Halt> {
    let slug = &visit.network()?.slug;
    let fields = Fields::new(visit, form);
    let kinds = QuestionKind::ALL
        .map(|kind| (kind.word().to_owned(), visit.say(kind.key()).to_owned()))
        .to_vec();
    let rows = (1..=MOST).map(|number| {
        let args = [("number", number.into())];
        let called = |key: &str| Marked::own(&visit.tell(key, &args));
        let label = called("feedback-question-label");
        let label_en = called("feedback-question-label-en");
        let kind = called("feedback-question-kind");
        let choices = called("feedback-question-choices");
        Row {
            legend: visit.tell("feedback-question-number", &args),
            label: fields
                .text(&format!("label{number}_de"), "feedback-question-label")
                .called(&label)
                .written_in(Lang::De),
            label_en: fields
                .text(&format!("label{number}_en"), "feedback-question-label-en")
                .called(&label_en)
                .written_in(Lang::En),
            kind: fields
                .select(&format!("kind{number}"), "feedback-question-kind", &kinds)
                .called(&kind),
            choices: fields
                .area(&format!("choices{number}"), "feedback-question-choices")
                .called(&choices)
                .rows(3)
                .hint(visit.say("feedback-question-choices-hint")),
        }
    });
    let rows = rows.collect();
    let (page, tabs) = below(visit, it, "feedback-settings-title")?;
    let here = links::results(slug, &it.slug, "");
    Ok(SettingsPage {
        page: page.below(visit.say("feedback-title"), &here).here(),
        tabs,
        kicker: it.title.clone(),
        rows,
        action: visit.href(&links::results(slug, &it.slug, "/einrichten")),
        cancel: visit.href(&here),
        fields,
    })
}
