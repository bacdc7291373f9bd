//! The office's own questions: kinds, conditions on earlier answers, what an answer may be.

use base::{Blame, Lang};
use shell::{Form, LINE};
use uuid::Uuid;

use super::{Texts, attached};

/// What a question asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// One line.
    Text,
    /// Several lines.
    Long,
    /// One of a few.
    Choice,
    /// Some of a few.
    Several,
    /// A whole number.
    Number,
    /// A day.
    Date,
    /// A tick of one's own.
    Consent,
    /// A file.
    File,
}

impl FieldKind {
    /// All kinds.
    pub const ALL: [Self; 8] = [
        Self::Text,
        Self::Long,
        Self::Choice,
        Self::Several,
        Self::Number,
        Self::Date,
        Self::Consent,
        Self::File,
    ];

    /// The word in the database and in forms.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Long => "long",
            Self::Choice => "choice",
            Self::Several => "several",
            Self::Number => "number",
            Self::Date => "date",
            Self::Consent => "consent",
            Self::File => "file",
        }
    }

    /// Phrase key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Text => "registration-kind-text",
            Self::Long => "registration-kind-long",
            Self::Choice => "registration-kind-choice",
            Self::Several => "registration-kind-several",
            Self::Number => "registration-kind-number",
            Self::Date => "registration-kind-date",
            Self::Consent => "registration-kind-consent",
            Self::File => "registration-kind-file",
        }
    }

    /// Reads the word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.word() == word)
    }

    /// Whether it offers choices.
    pub const fn has_choices(self) -> bool {
        matches!(self, Self::Choice | Self::Several)
    }
}

/// Who reads the answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Readers {
    /// The office alone.
    Office,
    /// Whoever leads the gathering, too.
    Leader,
}

impl Readers {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Office, Self::Leader];

    /// The word in the database and in forms.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Office => "office",
            Self::Leader => "leader",
        }
    }

    /// Phrase key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Office => "registration-readers-office",
            Self::Leader => "registration-readers-leader",
        }
    }

    /// Reads the word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.word() == word)
    }
}

/// A question of the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormField {
    /// Its id.
    pub id: Uuid,
    /// The desk.
    pub desk: Uuid,
    /// Its place among the others.
    pub position: i64,
    /// What it asks for.
    pub kind: FieldKind,
    /// The question.
    pub label: Texts,
    /// A sentence of help.
    pub help: Texts,
    /// Whether it has to be answered.
    pub required: bool,
    /// What there is to choose from.
    pub choices: Vec<Texts>,
    /// The question whose answer it hangs on, with the answer.
    pub shown_if: Option<(Uuid, String)>,
    /// Who reads the answers.
    pub readers: Readers,
    /// So many days after the gathering the answers go.
    pub kept_days: Option<i64>,
}

impl FormField {
    /// The name of its field in the form.
    pub fn name(&self) -> String {
        format!("q_{}", self.id.simple())
    }

    /// The choices as pairs of value and label; the value is the German text.
    pub fn offered(&self, lang: Lang) -> Vec<(String, String)> {
        let all = self.choices.iter();
        all.map(|it| (it.de.clone(), it.in_lang(lang).0.to_owned()))
            .collect()
    }

    /// Choices as the office types them: one a line, English after a bar.
    pub fn choices_of(typed: &str) -> Vec<Texts> {
        let lines = typed.lines().map(str::trim).filter(|it| !it.is_empty());
        lines
            .map(|line| match line.split_once('|') {
                Some((de, en)) => Texts {
                    de: de.trim().to_owned(),
                    en: en.trim().to_owned(),
                },
                None => Texts {
                    de: line.to_owned(),
                    en: String::new(),
                },
            })
            .collect()
    }

    /// The same as the office types it.
    pub fn choices_typed(&self) -> String {
        let lines = self.choices.iter().map(|it| {
            if it.en.is_empty() {
                it.de.clone()
            } else {
                [it.de.as_str(), it.en.as_str()].join(" | ")
            }
        });
        lines.collect::<Vec<_>>().join("\n")
    }
}

/// An answer to a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The question.
    pub field: Uuid,
    /// What was answered; several choices stand a line each.
    pub value: String,
}

/// Whether a question is asked, given the answers before it.
pub fn is_shown(field: &FormField, answers: &[Answer]) -> bool {
    let Some((on, value)) = &field.shown_if else {
        return true;
    };
    let given = answers.iter().find(|it| it.field == *on);
    given.is_some_and(|it| {
        it.value.lines().any(|line| line == value) || (value.is_empty() && !it.value.is_empty())
    })
}

/// Reads the answers of a form; the form is blamed for what is missing or of another kind.
/// Answers to questions that are not asked are not taken.
pub fn checked(form: &mut Form, fields: &[FormField]) -> Vec<Answer> {
    checked_with(form, fields, &[])
}

/// The same where there are answers already: a file that does not come again stays.
pub fn checked_with(form: &mut Form, fields: &[FormField], kept: &[Answer]) -> Vec<Answer> {
    let mut answers: Vec<Answer> = Vec::new();
    for field in fields {
        if !is_shown(field, &answers) {
            continue;
        }
        let mut value = read(form, field);
        if value.is_empty() && field.kind == FieldKind::File {
            let before = kept.iter().find(|it| it.field == field.id);
            value = before.map_or(value, |it| it.value.clone());
        }
        if value.is_empty() {
            let is_blamed = form.blames().iter().any(|it| it.field == field.name());
            if field.required && !is_blamed {
                form.blame(Blame::at(field.name(), missing(field.kind)));
            }
            continue;
        }
        answers.push(Answer {
            field: field.id,
            value,
        });
    }
    answers
}

const fn missing(kind: FieldKind) -> &'static str {
    match kind {
        FieldKind::Choice | FieldKind::Several => "registration-fault-choose",
        FieldKind::Consent => "registration-fault-consent",
        FieldKind::File => "registration-fault-file",
        _ => "fault-missing",
    }
}

fn read(form: &mut Form, field: &FormField) -> String {
    let name = field.name();
    match field.kind {
        FieldKind::Text => form.line(&name, LINE),
        FieldKind::Long => form.text(&name, 2000),
        FieldKind::File => attached::named(form, field),
        FieldKind::Number => form
            .number(&name, -1_000_000, 1_000_000)
            .map_or_else(String::new, |it| it.to_string()),
        FieldKind::Date => form
            .date(&name)
            .map_or_else(String::new, |it| it.to_string()),
        FieldKind::Consent => {
            let is_ticked = form.has(&name) && form.value(&name) != "false";
            if is_ticked {
                "yes".to_owned()
            } else {
                String::new()
            }
        }
        FieldKind::Choice | FieldKind::Several => {
            let known = |it: &&String| field.choices.iter().any(|its| its.de == **it);
            let chosen: Vec<String> = form.values(&name).iter().filter(known).cloned().collect();
            let most = if field.kind == FieldKind::Choice {
                1
            } else {
                chosen.len()
            };
            chosen.into_iter().take(most).collect::<Vec<_>>().join("\n")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(number: u128, kind: FieldKind, shown_if: Option<(u128, &str)>) -> FormField {
        FormField {
            id: Uuid::from_u128(number),
            desk: Uuid::nil(),
            position: 0,
            kind,
            label: Texts::default(),
            help: Texts::default(),
            required: true,
            choices: FormField::choices_of("Ja | Yes\nNein | No"),
            shown_if: shown_if.map(|(on, value)| (Uuid::from_u128(on), value.to_owned())),
            readers: Readers::Office,
            kept_days: None,
        }
    }

    #[test]
    fn a_question_hangs_on_the_answer_before_it() {
        let fields = [
            field(1, FieldKind::Choice, None),
            field(2, FieldKind::Text, Some((1, "Ja"))),
        ];
        let answered = |first: &str| {
            let mut form = Form::of([
                (fields[0].name().as_str(), first.to_owned()),
                (fields[1].name().as_str(), "mit dem Bus".to_owned()),
            ]);
            let answers = checked(&mut form, &fields);
            (answers.len(), form.is_blamed())
        };
        assert_eq!(answered("Ja"), (2, false));
        assert_eq!(
            answered("Nein"),
            (1, false),
            "what is not asked is not kept"
        );
        assert_eq!(
            answered("Vielleicht"),
            (0, true),
            "and nothing else is a choice"
        );
    }

    #[test]
    fn what_is_required_is_blamed_at_its_field() {
        let fields = [
            field(1, FieldKind::Number, None),
            field(2, FieldKind::Consent, None),
        ];
        let mut form = Form::of([(fields[0].name().as_str(), "viele".to_owned())]);
        checked(&mut form, &fields);
        let blamed: Vec<_> = form.blames().iter().map(|it| it.key).collect();
        assert_eq!(blamed, ["fault-number", "registration-fault-consent"]);
    }

    #[test]
    fn choices_are_typed_in_both_languages() {
        let it = field(1, FieldKind::Choice, None);
        assert_eq!(it.choices_typed(), "Ja | Yes\nNein | No");
        assert_eq!(it.offered(Lang::En)[0], ("Ja".to_owned(), "Yes".to_owned()));
    }
}
