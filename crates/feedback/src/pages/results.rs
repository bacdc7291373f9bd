//! What was said of a gathering, as bars with their numbers beside them, and as a file.

use askama::Template;
use base::{Halt, Lang};
use gatherings::Gathering;
use shell::{Marked, Page, Visit};
use store::Conn;
use tables::Cell;

use super::{below, instant, own_words};
use crate::rules::{
    Content, FeedbackForm, FormState, Question, QuestionKind, Stage, Visible, value_label,
};
use crate::{links, records};

/// One value with how often it was given.
struct Bar {
    label: Marked,
    count: i64,
    percent: i64,
}

/// One question with what was answered.
struct Told {
    number: usize,
    label: Marked,
    answers: i64,
    mean: Option<String>,
    bars: Vec<Bar>,
    words: Vec<String>,
    is_text: bool,
}

/// The page.
#[derive(Template)]
#[template(path = "feedback/results.html")]
pub(crate) struct ResultsPage {
    pub(crate) page: Page,
    tabs: String,
    kicker: String,
    ring: &'static str,
    stage: &'static str,
    until: String,
    answers: i64,
    shown: i64,
    is_shown: bool,
    is_step: bool,
    told: Vec<Told>,
    questions: Vec<Marked>,
    here: String,
    /// What can be done next: the word, the button, and whether it is what comes first.
    next: Option<(&'static str, &'static str, bool)>,
    may_change: bool,
    csv: Option<String>,
}

/// Nothing is asked yet.
#[derive(Template)]
#[template(path = "feedback/none.html")]
pub(crate) struct NonePage {
    pub(crate) page: Page,
    tabs: String,
    kicker: String,
    settings: String,
}

/// Where there is no form yet.
pub(crate) fn none_page(visit: &Visit, it: &Gathering) -> Result<NonePage, Halt> {
    let slug = &visit.network()?.slug;
    let (page, tabs) = below(visit, it, "feedback-title")?;
    Ok(NonePage {
        page: page.here(),
        tabs,
        kicker: it.title.clone(),
        settings: visit.href(&links::results(slug, &it.slug, "/einrichten")),
    })
}

/// Each question with what may be seen of its answers; how many have answered, and how many of
/// them are in it.
type Seen = (Vec<(Question, Option<Content>)>, i64, i64);

/// What may be seen of the answers.
fn visible(conn: &mut Conn<'_>, (form, stage): (&FeedbackForm, Stage)) -> Result<Seen, Halt> {
    let (_, answers) = records::spent(conn, form.id)?;
    let visible = answers.visible(stage);
    let mut all = Vec::new();
    for question in records::questions(conn, form.id)? {
        let (content, step) = records::result(conn, &question)?;
        let shown = match visible {
            Visible::Nothing => None,
            Visible::Step => Some(step),
            Visible::All => Some(content),
        };
        all.push((question, shown));
    }
    let shown = match visible {
        Visible::Nothing => 0,
        Visible::Step => answers.shown,
        Visible::All => answers.all,
    };
    Ok((all, answers.all, shown))
}

/// What was said.
pub(crate) fn results_page(
    conn: &mut Conn<'_>,
    visit: &Visit,
    (it, form): (&Gathering, &FeedbackForm),
) -> Result<ResultsPage, Halt> {
    let slug = &visit.network()?.slug;
    let stage = form.stage(it.ends_at, visit.now);
    let (questions, answers, shown) = visible(conn, (form, stage))?;
    let mut told = Vec::new();
    for (number, (question, content)) in (1..).zip(&questions) {
        if let Some(content) = content {
            told.push(part(visit, (number, question), content));
        }
    }
    let (page, tabs) = below(visit, it, "feedback-title")?;
    let is_shown = shown > 0;
    Ok(ResultsPage {
        page: page.here(),
        tabs,
        kicker: it.title.clone(),
        ring: stage.ring(),
        stage: stage.key(),
        until: instant(visit, it, form.closes_at(it.ends_at)),
        answers,
        shown,
        is_shown,
        is_step: is_shown && shown < answers,
        told,
        questions: questions
            .iter()
            .map(|(question, _)| own_words(visit, &question.label))
            .collect(),
        here: visit.href(&links::results(slug, &it.slug, "")),
        next: next(form.state, answers),
        may_change: answers == 0,
        csv: is_shown.then(|| visit.href(&links::results(slug, &it.slug, "/ergebnisse.csv"))),
    })
}

/// What can be done next: the word that is sent, and the button's phrase.
const fn next(state: FormState, answers: i64) -> Option<(&'static str, &'static str, bool)> {
    match state {
        FormState::Draft => Some(("open", "feedback-open", true)),
        FormState::Open => Some(("closed", "feedback-close", false)),
        FormState::Closed if answers == 0 => Some(("open", "feedback-open", true)),
        FormState::Closed => None,
    }
}

fn part(visit: &Visit, (number, question): (usize, &Question), content: &Content) -> Told {
    let answers = content.answers();
    let bars = question.values().into_iter().map(|value| {
        let count = content.count(&value);
        Bar {
            label: label(visit, question, &value),
            count,
            percent: (count * 100 + answers / 2)
                .checked_div(answers)
                .unwrap_or(0),
        }
    });
    Told {
        number,
        label: own_words(visit, &question.label),
        answers,
        mean: mean(visit.lang, (question, content)),
        bars: bars.collect(),
        words: match content {
            Content::Words(words) => words.clone(),
            Content::Counts(_) => Vec::new(),
        },
        is_text: question.kind == QuestionKind::Text,
    }
}

fn label(visit: &Visit, question: &Question, value: &str) -> Marked {
    if question.kind == QuestionKind::Scale {
        return Marked::own(&scale_label(visit, value));
    }
    let choice = question.choices.iter().find(|it| it.de == value);
    match choice {
        Some(choice) => own_words(visit, choice),
        None => Marked::own(value),
    }
}

/// A value of a scale; its ends say what they mean.
pub(super) fn scale_label(visit: &Visit, value: &str) -> String {
    match value {
        "1" => visit.say("feedback-scale-1").to_owned(),
        "5" => visit.say("feedback-scale-5").to_owned(),
        other => other.to_owned(),
    }
}

fn mean(lang: Lang, (question, content): (&Question, &Content)) -> Option<String> {
    if question.kind != QuestionKind::Scale {
        return None;
    }
    let tenths = content.tenths()?;
    let point = match lang {
        Lang::De => ",",
        Lang::En => ".",
    };
    Some([(tenths / 10).to_string(), (tenths % 10).to_string()].join(point))
}

/// The same as a file: a line for each value and each text.
pub(crate) fn csv(
    conn: &mut Conn<'_>,
    visit: &Visit,
    (it, form): (&Gathering, &FeedbackForm),
) -> Result<Vec<u8>, Halt> {
    let stage = form.stage(it.ends_at, visit.now);
    let (questions, _, shown) = visible(conn, (form, stage))?;
    if shown == 0 {
        return Err(Halt::no("feedback-fault-few"));
    }
    let headings = [
        "feedback-col-question",
        "feedback-col-answer",
        "feedback-col-count",
    ];
    let headings = headings.map(|key| visit.say(key).to_owned());
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for (question, content) in questions {
        let Some(content) = content else {
            continue;
        };
        let asked = question.label.in_lang(visit.lang).0.to_owned();
        for value in question.values() {
            let count = content.count(&value).to_string();
            let label = value_label(&question, &value, visit.lang);
            rows.push(vec![
                Cell::text(asked.clone()),
                Cell::text(label),
                Cell::text(count),
            ]);
        }
        if let Content::Words(words) = content {
            rows.extend(words.into_iter().map(|words| {
                vec![
                    Cell::text(asked.clone()),
                    Cell::text(words),
                    Cell::text("1"),
                ]
            }));
        }
    }
    Ok(tables::to_csv(&headings, &rows))
}
