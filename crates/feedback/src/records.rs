//! All SQL of feedback.

use base::{Fault, GatheringId, NetworkId};
use jiff::Timestamp;
use registration::{FormField, Texts};
use shell::ToldAs::{Id, Number, Text};
use shell::{Chapter, Due, Going, NotTold, Retained};
use store::{Conn, Row, params, sql};
use uuid::Uuid;

use crate::rules::{Answers, Content, FeedbackForm, FormState, Question, QuestionKind};

/// How every statement begins that reads forms.
macro_rules! forms {
    () => {
        "SELECT f.id, f.network_id, f.gathering_id, f.state, f.open_days, f.intro_de, f.intro_en
         FROM feedback_form f "
    };
}

fn texts(row: &mut Row) -> Result<Texts, Fault> {
    Ok(Texts {
        de: row.take()?,
        en: row.take()?,
    })
}

fn read(row: &mut Row) -> Result<FeedbackForm, Fault> {
    Ok(FeedbackForm {
        id: row.take()?,
        network: row.take()?,
        gathering: row.take()?,
        state: FormState::from_word(&row.take::<String>()?)
            .ok_or_else(|| Fault::new("read the state of a feedback form"))?,
        open_days: row.take()?,
        intro: texts(row)?,
    })
}

/// What participants of a gathering are asked.
///
/// # Errors
/// When the database fails.
pub fn form_of(conn: &mut Conn<'_>, gathering: GatheringId) -> Result<Option<FeedbackForm>, Fault> {
    conn.one(
        sql!(forms!, "WHERE f.gathering_id = $1"),
        params![gathering],
        read,
    )
}

/// Writes a form down; one that is known is written anew.
pub(crate) fn put_form(conn: &mut Conn<'_>, it: &FeedbackForm) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "INSERT INTO feedback_form (id, network_id, gathering_id, state, open_days, intro_de,
             intro_en) VALUES ($1, $2, $3, $4, $5, $6, $7)
             ON CONFLICT (id) DO UPDATE SET state = EXCLUDED.state,
             open_days = EXCLUDED.open_days, intro_de = EXCLUDED.intro_de,
             intro_en = EXCLUDED.intro_en"
        ),
        params![
            it.id,
            it.network,
            it.gathering,
            it.state.word(),
            it.open_days,
            it.intro.de,
            it.intro.en
        ],
    )?;
    conn.exec(
        sql!(
            "INSERT INTO feedback_spent (form_id, marks, answers, shown) VALUES ($1, '', 0, 0)
             ON CONFLICT (form_id) DO NOTHING"
        ),
        params![it.id],
    )?;
    Ok(())
}

/// The questions of a form in their order.
///
/// # Errors
/// When the database fails.
pub fn questions(conn: &mut Conn<'_>, form: Uuid) -> Result<Vec<Question>, Fault> {
    conn.all(
        sql!(
            "SELECT id, kind, label_de, label_en, choices FROM feedback_question
             WHERE form_id = $1 ORDER BY position, id"
        ),
        params![form],
        |row| {
            Ok(Question {
                id: row.take()?,
                kind: QuestionKind::from_word(&row.take::<String>()?)
                    .ok_or_else(|| Fault::new("read the kind of a question"))?,
                label: texts(row)?,
                choices: FormField::choices_of(&row.take::<String>()?),
            })
        },
    )
}

/// Writes the questions of a form anew, each with nothing answered.
pub(crate) fn put_questions(
    conn: &mut Conn<'_>,
    form: Uuid,
    questions: &[Question],
) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "DELETE FROM feedback_result WHERE question_id IN
             (SELECT id FROM feedback_question WHERE form_id = $1)"
        ),
        params![form],
    )?;
    conn.exec(
        sql!("DELETE FROM feedback_question WHERE form_id = $1"),
        params![form],
    )?;
    for (position, it) in (1_i64..).zip(questions) {
        let choices = it.choices.iter().map(|choice| {
            if choice.en.is_empty() {
                choice.de.clone()
            } else {
                [choice.de.as_str(), choice.en.as_str()].join(" | ")
            }
        });
        let choices = choices.collect::<Vec<_>>().join("\n");
        conn.exec(
            sql!(
                "INSERT INTO feedback_question (id, form_id, position, kind, label_de, label_en,
                 choices) VALUES ($1, $2, $3, $4, $5, $6, $7)"
            ),
            params![
                it.id,
                form,
                position,
                it.kind.word(),
                it.label.de,
                it.label.en,
                choices
            ],
        )?;
        let none = Content::none(it.kind).to_json()?;
        conn.exec(
            sql!("INSERT INTO feedback_result (question_id, content, shown) VALUES ($1, $2, $2)"),
            params![it.id, none],
        )?;
    }
    Ok(())
}

/// What was answered to a question: all of it, and what is shown while answers are taken.
pub(crate) fn result(
    conn: &mut Conn<'_>,
    question: &Question,
) -> Result<(Content, Content), Fault> {
    let found = conn.one(
        sql!("SELECT content, shown FROM feedback_result WHERE question_id = $1"),
        params![question.id],
        |row| Ok((row.take::<String>()?, row.take::<String>()?)),
    )?;
    let (content, shown) = found.unwrap_or_default();
    let kind = question.kind;
    Ok((
        Content::of_json(kind, &content)?,
        Content::of_json(kind, &shown)?,
    ))
}

/// Writes what was answered to a question anew.
pub(crate) fn put_result(
    conn: &mut Conn<'_>,
    question: Uuid,
    (content, shown): (&Content, &Content),
) -> Result<(), Fault> {
    conn.exec(
        sql!("UPDATE feedback_result SET content = $2, shown = $3 WHERE question_id = $1"),
        params![question, content.to_json()?, shown.to_json()?],
    )?;
    Ok(())
}

/// The marks of a form that are spent, and how many have answered.
pub(crate) fn spent(conn: &mut Conn<'_>, form: Uuid) -> Result<(String, Answers), Fault> {
    let found = conn.one(
        sql!("SELECT marks, answers, shown FROM feedback_spent WHERE form_id = $1"),
        params![form],
        |row| {
            let marks: String = row.take()?;
            let answers = Answers {
                all: row.take()?,
                shown: row.take()?,
            };
            Ok((marks, answers))
        },
    )?;
    Ok(found.unwrap_or_default())
}

/// Writes them anew.
pub(crate) fn put_spent(
    conn: &mut Conn<'_>,
    form: Uuid,
    (marks, answers): (&str, Answers),
) -> Result<(), Fault> {
    conn.exec(
        sql!("UPDATE feedback_spent SET marks = $2, answers = $3, shown = $4 WHERE form_id = $1"),
        params![form, marks, answers.all, answers.shown],
    )?;
    Ok(())
}

/// What feedback keeps for a time only.
pub(crate) const RETAINED: &[Retained] = &[Retained {
    name: "feedback",
    label: "feedback-retained",
    hint: "feedback-retained-hint",
    months: 24,
    due,
    going: Going::Rows(go),
}];

fn due(
    conn: &mut Conn<'_>,
    network: NetworkId,
    before: Timestamp,
    limit: i64,
) -> Result<Vec<Due>, Fault> {
    conn.all(
        sql!(
            "SELECT f.id, g.title, g.ends_at FROM feedback_form f
             JOIN gathering g ON g.id = f.gathering_id
             WHERE f.network_id = $1 AND g.ends_at < $2 ORDER BY g.ends_at, f.id LIMIT $3"
        ),
        params![network, before, limit],
        |row| {
            Ok(Due {
                id: row.take()?,
                words: row.take()?,
                since: row.take()?,
            })
        },
    )
}

fn go(conn: &mut Conn<'_>, network: NetworkId, id: Uuid, before: Timestamp) -> Result<bool, Fault> {
    let gone = conn.exec(
        sql!(
            "DELETE FROM feedback_form WHERE id = $1 AND network_id = $2 AND EXISTS
             (SELECT 1 FROM gathering g WHERE g.id = feedback_form.gathering_id
              AND g.ends_at < $3)"
        ),
        params![id, network, before],
    )?;
    Ok(gone > 0)
}

/// The tables that go into an archive of everything; of answers what may be shown.
pub(crate) const CHAPTERS: &[Chapter] = &[
    Chapter {
        table: "feedback_form",
        file: "rueckmeldungen",
        columns: &[
            ("title", Text),
            ("state", Text),
            ("open-days", Number),
            ("intro", Text),
            ("intro-en", Text),
            ("id", Id),
            ("gathering-id", Id),
        ],
        read: sql!(
            "SELECT g.title, t.state, t.open_days, t.intro_de, t.intro_en, t.id, t.gathering_id
             FROM feedback_form t JOIN gathering g ON g.id = t.gathering_id
             WHERE t.network_id = $1 ORDER BY t.id"
        ),
    },
    Chapter {
        table: "feedback_question",
        file: "rueckmeldungen-fragen",
        columns: &[
            ("position", Number),
            ("kind", Text),
            ("label", Text),
            ("label-en", Text),
            ("choices", Text),
            ("id", Id),
            ("form-id", Id),
        ],
        read: sql!(
            "SELECT t.position, t.kind, t.label_de, t.label_en, t.choices, t.id, t.form_id
             FROM feedback_question t JOIN feedback_form f ON f.id = t.form_id
             WHERE f.network_id = $1 ORDER BY t.form_id, t.position"
        ),
    },
    Chapter {
        table: "feedback_result",
        file: "rueckmeldungen-ergebnisse",
        columns: &[("label", Text), ("answers", Text), ("question-id", Id)],
        read: sql!(
            "SELECT q.label_de, CASE WHEN s.shown >= 5 THEN t.shown ELSE '' END, t.question_id
             FROM feedback_result t JOIN feedback_question q ON q.id = t.question_id
             JOIN feedback_form f ON f.id = q.form_id JOIN feedback_spent s ON s.form_id = f.id
             WHERE f.network_id = $1 ORDER BY q.form_id, q.position"
        ),
    },
];

/// The table that does not.
pub(crate) const NOT_TOLD: &[NotTold] = &[NotTold {
    table: "feedback_spent",
    why: "feedback-spent-not-told",
}];
