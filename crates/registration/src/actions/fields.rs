//! The office's own questions.

use std::collections::BTreeSet;

use base::access::Actor;
use base::{Blame, Halt, Moment};
use store::Conn;
use uuid::Uuid;

use super::Floor;
use super::settings::tell_journal;
use crate::records;
use crate::rules::{FieldKind, FormField, Readers, Texts};

/// The most questions of a form.
const MOST: usize = 40;

/// A question as the office types it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldInput {
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

/// Up or down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// Before the one above.
    Up,
    /// Behind the one below.
    Down,
}

/// Writes a question down; `known` is one that is changed.
///
/// # Errors
/// Refused without choices where there must be some, and where it hangs on a question that does
/// not stand before it.
pub fn put_field(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (desk, known): (Uuid, Option<Uuid>),
    input: &FieldInput,
) -> Result<(), Halt> {
    let fields = records::fields(conn, desk)?;
    let before = match known {
        Some(id) => Some(
            fields
                .iter()
                .find(|it| it.id == id)
                .ok_or(Halt::Missing)?
                .clone(),
        ),
        None => None,
    };
    if before.is_none() && fields.len() >= MOST {
        return Err(Halt::no("registration-fault-many-questions"));
    }
    if input.kind.has_choices() && input.choices.len() < 2 {
        return Err(Halt::at("choices", "registration-fault-choices"));
    }
    if input.kind.has_choices() && has_twins(&input.choices) {
        return Err(Halt::at("choices", "registration-fault-choice-twice"));
    }
    let last = fields.iter().map(|it| it.position).max().unwrap_or(0);
    let field = FormField {
        id: before.as_ref().map_or_else(|| moment.id(), |it| it.id),
        desk,
        position: before.map_or(last + 1, |it| it.position),
        kind: input.kind,
        label: input.label.clone(),
        help: input.help.clone(),
        required: input.required,
        choices: if input.kind.has_choices() {
            input.choices.clone()
        } else {
            Vec::new()
        },
        shown_if: input.shown_if.clone(),
        readers: input.readers,
        kept_days: input.kept_days,
    };
    check_condition(&fields, &field)?;
    records::put_field(conn, &field)?;
    told(conn, moment, who, (desk, "registration-question-written"))
}

/// Whether two choices read the same, so that nobody could tell which was meant.
fn has_twins(choices: &[Texts]) -> bool {
    let known: BTreeSet<&str> = choices.iter().map(|it| it.de.as_str()).collect();
    known.len() < choices.len()
}

/// A question can only hang on what was asked before it.
fn check_condition(fields: &[FormField], field: &FormField) -> Result<(), Halt> {
    let Some((on, value)) = &field.shown_if else {
        return Ok(());
    };
    let blame = |key| Err(Halt::Refused(vec![Blame::at("shown_if", key)]));
    let Some(above) = fields.iter().find(|it| it.id == *on) else {
        return blame("fault-choice");
    };
    if above.position >= field.position {
        return blame("registration-fault-condition-order");
    }
    let is_known = above.choices.is_empty() || above.choices.iter().any(|it| it.de == *value);
    if !is_known {
        return Err(Halt::at(
            "shown_value",
            "registration-fault-condition-value",
        ));
    }
    Ok(())
}

/// Moves a question up or down; never before the one that it hangs on.
///
/// # Errors
/// [`Halt::Missing`] where there is none.
pub fn turn_field(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (desk, id, turn): (Uuid, Uuid, Turn),
) -> Result<(), Halt> {
    let mut fields = records::fields(conn, desk)?;
    let place = fields.iter().position(|it| it.id == id);
    let place = place.ok_or(Halt::Missing)?;
    let other = match turn {
        Turn::Up => place.checked_sub(1),
        Turn::Down => Some(place + 1).filter(|it| *it < fields.len()),
    };
    let Some(other) = other else {
        return Ok(());
    };
    fields.swap(place, other);
    for (position, field) in fields.iter().enumerate() {
        let hangs = field.shown_if.as_ref().map(|(on, _)| *on);
        let above = fields.iter().position(|it| Some(it.id) == hangs);
        if above.is_some_and(|above| above > position) {
            return Err(Halt::no("registration-fault-condition-order"));
        }
    }
    for (position, field) in (1_i64..).zip(&fields) {
        records::move_field(conn, field.id, position)?;
    }
    told(conn, moment, who, (desk, "registration-question-moved"))
}

/// Takes a question away with its answers.
///
/// # Errors
/// [`Halt::Missing`] where there is none.
pub fn remove_field(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (desk, id): (Uuid, Uuid),
) -> Result<(), Halt> {
    let field = records::field(conn, id)?.filter(|it| it.desk == desk);
    let field = field.ok_or(Halt::Missing)?;
    records::remove_field(conn, field.id)?;
    told(conn, moment, who, (desk, "registration-question-removed"))
}

fn told(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (desk, verb): (Uuid, &'static str),
) -> Result<(), Halt> {
    let floor = Floor::at(conn, desk, moment.now())?;
    tell_journal(conn, moment, who, (&floor, verb))
}
