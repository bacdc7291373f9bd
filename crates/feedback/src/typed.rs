//! The forms of feedback as typed.

use base::Blame;
use registration::{FormField, Texts};
use shell::{Form, LINE, TEXT};
use uuid::Uuid;

use crate::actions::FormInput;
use crate::rules::{FeedbackForm, Question, QuestionKind};

/// So many questions fit into a form.
pub(crate) const MOST: usize = 10;

/// The longest words of one's own.
const WORDS: usize = 2000;

/// Reads what is asked; nothing where something is wrong, which the form then says.
pub(crate) fn settings(form: &mut Form) -> Option<FormInput> {
    let open_days = form.number("open_days", 1, FeedbackForm::MOST_DAYS);
    if open_days.is_none() && !form.blames().iter().any(|it| it.field == "open_days") {
        form.blame(Blame::at("open_days", "fault-missing"));
    }
    let intro = Texts {
        de: form.text("intro_de", TEXT),
        en: form.text("intro_en", TEXT),
    };
    let mut questions = Vec::new();
    for number in 1..=MOST {
        let label = Texts {
            de: form.line(&format!("label{number}_de"), LINE),
            en: form.line(&format!("label{number}_en"), LINE),
        };
        if label.de.is_empty() {
            continue;
        }
        let kind = form.choice(&format!("kind{number}"), QuestionKind::from_word);
        let choices = form.text(&format!("choices{number}"), 2000);
        if let Some(kind) = kind {
            questions.push((kind, label, FormField::choices_of(&choices)));
        }
    }
    (!form.is_blamed()).then_some(FormInput {
        open_days: open_days.unwrap_or(14),
        intro,
        questions,
    })
}

/// What is asked as its form shows it.
pub(crate) fn of_settings(input: &FormInput) -> Form {
    let mut form = Form::of([
        ("open_days", input.open_days.to_string()),
        ("intro_de", input.intro.de.clone()),
        ("intro_en", input.intro.en.clone()),
    ]);
    for number in 1..=MOST {
        let kind = match input.questions.get(number - 1) {
            Some((kind, label, choices)) => {
                form.put(&format!("label{number}_de"), label.de.clone());
                form.put(&format!("label{number}_en"), label.en.clone());
                let lines = choices.iter().map(|it| {
                    if it.en.is_empty() {
                        it.de.clone()
                    } else {
                        [it.de.as_str(), it.en.as_str()].join(" | ")
                    }
                });
                let lines = lines.collect::<Vec<_>>().join("\n");
                form.put(&format!("choices{number}"), lines);
                *kind
            }
            None => QuestionKind::Scale,
        };
        form.put(&format!("kind{number}"), kind.word());
    }
    form
}

/// What a form asks, as it is kept.
pub(crate) fn input_of(form: &FeedbackForm, questions: &[Question]) -> FormInput {
    let questions = questions.iter();
    FormInput {
        open_days: form.open_days,
        intro: form.intro.clone(),
        questions: questions
            .map(|it| (it.kind, it.label.clone(), it.choices.clone()))
            .collect(),
    }
}

/// Reads an answer: nothing where something is wrong or nothing was said, which the form then
/// says. What is no value of a question is not taken.
pub(crate) fn answer(form: &mut Form, questions: &[Question]) -> Option<Vec<(Uuid, String)>> {
    let mut given = Vec::new();
    for question in questions {
        let name = question.name();
        let value = match question.kind {
            QuestionKind::Text => form.text(&name, WORDS),
            QuestionKind::Scale | QuestionKind::Choice => {
                let value = form.value(&name).to_owned();
                let is_known = question.values().contains(&value);
                if is_known { value } else { String::new() }
            }
        };
        if !value.is_empty() {
            given.push((question.id, value));
        }
    }
    if given.is_empty() && !form.is_blamed() {
        form.blame(Blame::at("", "feedback-fault-nothing"));
    }
    (!form.is_blamed()).then_some(given)
}
