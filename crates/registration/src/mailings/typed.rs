//! The forms of mails to participants as typed.

use base::Blame;
use shell::{Form, LINE, TEXT};

use super::actions::MailingInput;
use super::rules::{Mailing, Reminder, To};
use crate::rules::Texts;

fn words(form: &mut Form) -> (Texts, Texts) {
    let subject = Texts {
        de: form.required("subject_de", LINE),
        en: form.line("subject_en", LINE),
    };
    let body = Texts {
        de: form.text("body_de", TEXT),
        en: form.text("body_en", TEXT),
    };
    if body.de.is_empty() {
        form.blame(Blame::at("body_de", "fault-missing"));
    }
    (subject, body)
}

/// Reads a mail; nothing where something is wrong, which the form then says.
pub(super) fn mailing(form: &mut Form) -> Option<MailingInput> {
    let to = form.choice("to", To::from_word);
    let (subject, body) = words(form);
    let to = to?;
    (!form.is_blamed()).then_some(MailingInput { to, subject, body })
}

fn shown(subject: &Texts, body: &Texts) -> Form {
    Form::of([
        ("subject_de", subject.de.clone()),
        ("subject_en", subject.en.clone()),
        ("body_de", body.de.clone()),
        ("body_en", body.en.clone()),
    ])
}

/// A mail as its form shows it.
pub(super) fn of_mailing(it: &Mailing) -> Form {
    of_words(it.to, (&it.subject, &it.body))
}

/// The same before there is one.
pub(super) fn of_words(to: To, (subject, body): (&Texts, &Texts)) -> Form {
    let mut form = shown(subject, body);
    form.put("to", to.word());
    form
}

/// Reads how a desk reminds; nothing where something is wrong, which the form then says.
pub(super) fn reminder(form: &mut Form) -> Option<Reminder> {
    let days = form.number("days", 0, Reminder::MOST_DAYS);
    let without_release = form.has("without_release") && form.value("without_release") != "false";
    let (subject, body) = words(form);
    (!form.is_blamed()).then_some(Reminder {
        days: days.unwrap_or(0),
        without_release,
        subject,
        body,
    })
}

/// How a desk reminds as its form shows it.
pub(super) fn of_reminder(it: &Reminder) -> Form {
    let mut form = shown(&it.subject, &it.body);
    form.put("days", it.days.to_string());
    form.put("without_release", it.without_release.to_string());
    form
}
