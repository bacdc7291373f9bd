//! Asking and answering: each act is one transaction. An answer enters nothing into the journal.

use base::access::Actor;
use base::{Blame, Fault, Halt, Lang, Moment};
use gatherings::Gathering;
use jiff::Timestamp;
use registration::{FormField, PlaceState, Texts};
use shell::Phrases;
use store::{Conn, Entry};
use uuid::Uuid;

use crate::records;
use crate::rules::{
    Answers, FeedbackForm, FormState, PROPOSED, Question, QuestionKind, Stage, is_spent, mark,
    spent_with,
};

/// A form as the office writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormInput {
    /// For so many days after the gathering.
    pub open_days: i64,
    /// What stands above the questions.
    pub intro: Texts,
    /// The questions in their order.
    pub questions: Vec<(QuestionKind, Texts, Vec<Texts>)>,
}

/// What the office begins with.
pub fn proposed(phrases: &Phrases) -> FormInput {
    let words = |key: &str| Texts {
        de: phrases.say(Lang::De, key).to_owned(),
        en: phrases.say(Lang::En, key).to_owned(),
    };
    let questions = PROPOSED.map(|(kind, key, choices)| {
        // Both languages stand in each phrase.
        let choices = choices.map_or("", |key| phrases.say(Lang::De, key));
        (kind, words(key), FormField::choices_of(choices))
    });
    FormInput {
        open_days: 14,
        intro: Texts::default(),
        questions: questions.to_vec(),
    }
}

/// Writes down what participants of a gathering are asked, until somebody has answered.
///
/// # Errors
/// Refused without a question, without choices where there must be some, and once somebody has
/// answered.
pub fn put_form(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (it, input): (&Gathering, &FormInput),
) -> Result<Uuid, Halt> {
    let known = records::form_of(conn, it.id)?;
    if let Some(form) = &known
        && records::spent(conn, form.id)?.1 != Answers::default()
    {
        return Err(Halt::no("feedback-fault-answered"));
    }
    if input.questions.is_empty() {
        return Err(Halt::at("label1_de", "feedback-fault-no-question"));
    }
    for (number, (kind, _, choices)) in (1..).zip(&input.questions) {
        if *kind == QuestionKind::Choice && choices.len() < 2 {
            let field = format!("choices{number}");
            return Err(Halt::Refused(vec![Blame::at(
                field,
                "feedback-fault-choices",
            )]));
        }
    }
    let form = FeedbackForm {
        id: known.as_ref().map_or_else(|| moment.id(), |it| it.id),
        network: it.network,
        gathering: it.id,
        state: known.map_or(FormState::Draft, |it| it.state),
        open_days: input.open_days,
        intro: input.intro.clone(),
    };
    let questions = input.questions.iter().map(|(kind, label, choices)| {
        let choices = match kind {
            QuestionKind::Choice => choices.clone(),
            QuestionKind::Scale | QuestionKind::Text => Vec::new(),
        };
        Question {
            id: moment.id(),
            kind: *kind,
            label: label.clone(),
            choices,
        }
    });
    let questions: Vec<_> = questions.collect();
    records::put_form(conn, &form)?;
    records::put_questions(conn, form.id, &questions)?;
    note(conn, moment, who, (&form, "feedback-written"))?;
    Ok(form.id)
}

/// Opens a form, or ends it for good: who could look at results, open again and look once more
/// would learn what a single person said.
///
/// # Errors
/// [`Halt::Missing`] where there is none; refused where it was ended after somebody answered.
pub fn set_state(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (it, state): (&Gathering, FormState),
) -> Result<(), Halt> {
    let form = records::form_of(conn, it.id)?.ok_or(Halt::Missing)?;
    let (marks, answers) = records::spent(conn, form.id)?;
    if form.state == FormState::Closed && state != FormState::Closed && answers.all > 0 {
        return Err(Halt::no("feedback-fault-ended"));
    }
    let form = FeedbackForm { state, ..form };
    records::put_form(conn, &form)?;
    if state == FormState::Closed && answers.visible(Stage::Over) == crate::rules::Visible::All {
        let shown = answers.all;
        for question in records::questions(conn, form.id)? {
            let (content, _) = records::result(conn, &question)?;
            records::put_result(conn, question.id, (&content, &content))?;
        }
        records::put_spent(conn, form.id, (&marks, Answers { shown, ..answers }))?;
    }
    let verb = match state {
        FormState::Open => "feedback-opened",
        FormState::Closed => "feedback-closed",
        FormState::Draft => "feedback-written",
    };
    note(conn, moment, who, (&form, verb))?;
    Ok(())
}

fn note(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (form, verb): (&FeedbackForm, &'static str),
) -> Result<(), Fault> {
    conn.note(
        moment,
        &Entry {
            network: Some(form.network),
            account: who.account,
            actor: &who.name,
            verb,
            kind: "gathering",
            subject: form.gathering.into(),
            detail: String::new(),
        },
    )
}

/// What a registration is asked.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The form.
    pub form: FeedbackForm,
    /// The gathering.
    pub gathering: Gathering,
    /// How far the form has come.
    pub stage: Stage,
    /// The marks of the places that have not answered.
    left: Vec<String>,
    /// How many places there are.
    pub places: usize,
}

impl Asked {
    /// How many can answer still: the person, and everybody who came along.
    pub const fn left(&self) -> usize {
        self.left.len()
    }
}

/// What somebody who registered is asked about the gathering they had a place at; none where
/// nothing is asked.
///
/// # Errors
/// [`Halt::Missing`] where the registration is gone.
pub fn asked(
    conn: &mut Conn<'_>,
    registration: Uuid,
    now: Timestamp,
) -> Result<Option<Asked>, Halt> {
    let places = registration::places_of(conn, registration)?;
    let mut confirmed = places;
    confirmed.retain(|it| it.state == PlaceState::Confirmed);
    let Some(first) = confirmed.first() else {
        return Ok(None);
    };
    let at = first.gathering;
    confirmed.retain(|it| it.gathering == at);
    let Some(form) = records::form_of(conn, at)? else {
        return Ok(None);
    };
    let gathering = gatherings::gathering(conn, at)?.ok_or(Halt::Missing)?;
    let is_off = gathering.state == gatherings::State::Cancelled;
    let stage = form.stage(gathering.ends_at, now);
    if is_off || stage == Stage::Draft {
        return Ok(None);
    }
    let (marks, _) = records::spent(conn, form.id)?;
    let all = confirmed.iter().map(|it| mark(form.id, it.id));
    Ok(Some(Asked {
        left: all.filter(|mark| !is_spent(&marks, mark)).collect(),
        places: confirmed.len(),
        form,
        gathering,
        stage,
    }))
}

/// Takes an answer: counts it up and sorts it in, and spends one of the registration's marks.
/// Every row of the form is written anew, so that none tells by its age what came last.
///
/// # Errors
/// Refused where no answers are taken, or all places of the registration have answered.
pub fn answer(
    conn: &mut Conn<'_>,
    registration: Uuid,
    (given, now): (&[(Uuid, String)], Timestamp),
) -> Result<(), Halt> {
    let asked = asked(conn, registration, now)?.ok_or(Halt::Missing)?;
    if asked.stage != Stage::Running {
        return Err(Halt::no("feedback-fault-not-running"));
    }
    let Some(mark) = asked.left.first() else {
        return Err(Halt::no("feedback-fault-spent"));
    };
    if given.is_empty() {
        return Err(Halt::no("feedback-fault-nothing"));
    }
    let form = asked.form.id;
    let (marks, before) = records::spent(conn, form)?;
    let mut answers = Answers {
        all: before.all + 1,
        ..before
    };
    let is_step = answers.steps();
    if is_step {
        answers.shown = answers.all;
    }
    for question in records::questions(conn, form)? {
        let (mut content, mut shown) = records::result(conn, &question)?;
        if let Some((_, value)) = given.iter().find(|(id, _)| *id == question.id) {
            content.add(value);
        }
        if is_step {
            shown = content.clone();
        }
        records::put_result(conn, question.id, (&content, &shown))?;
    }
    records::put_spent(conn, form, (&spent_with(&marks, mark), answers))?;
    Ok(())
}
