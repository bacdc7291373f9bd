//! The rows of the table as typed: they travel through the form and back.

use base::{Blame, GatheringId};
use calendar::dates;
use gatherings::{Fold, LocalInput, Outline};
use jiff::ToSpan;
use jiff::civil::{Date, Time};
use shell::{Form, LINE, Visit};

use super::sheet::Sheet;
use crate::actions::RowInput;
use crate::rules::{RowFacts, RowKind};

/// The most rows that one plan has.
pub(crate) const MOST_ROWS: usize = 100;

/// One row as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct TypedRow {
    pub(crate) id: String,
    pub(crate) was: String,
    pub(crate) kind: String,
    pub(crate) day: String,
    pub(crate) start: String,
    pub(crate) end: String,
    pub(crate) title: String,
    pub(crate) focus: String,
    pub(crate) host: String,
    pub(crate) guest_function: String,
    pub(crate) guest_body: String,
}

impl TypedRow {
    /// A new row that nothing but its kind and times are known of.
    pub(crate) fn blank(like: Option<&Self>) -> Self {
        let (start, end) = like
            .map(|row| (row.start.clone(), row.end.clone()))
            .unwrap_or_default();
        Self {
            kind: RowKind::Meeting.word().to_owned(),
            start,
            end,
            ..Self::default()
        }
    }

    /// A row that the plan has.
    pub(crate) fn of(it: &Outline, kind: RowKind) -> Self {
        let facts = facts(it, kind);
        Self {
            id: it.id.to_string(),
            was: facts.fingerprint(),
            kind: kind.word().to_owned(),
            day: it.starts.date().to_string(),
            start: dates::iso_time(it.starts.time()),
            end: dates::iso_time(it.ends.time()),
            title: facts.title,
            focus: facts.focus,
            host: facts.host.map(|id| id.to_string()).unwrap_or_default(),
            guest_function: facts.guest_function,
            guest_body: facts.guest_body,
        }
    }

    /// The day, where one can be read.
    pub(crate) fn read_day(&self) -> Option<Date> {
        Form::of([("day", self.day.clone())]).date("day")
    }

    /// The start, where one can be read.
    pub(crate) fn read_start(&self) -> Option<Time> {
        Form::of([("start", self.start.clone())]).time("start")
    }

    /// Whether nothing was typed that is worth keeping.
    pub(crate) fn is_blank(&self) -> bool {
        self.id.is_empty()
            && [
                &self.day,
                &self.title,
                &self.focus,
                &self.host,
                &self.guest_function,
                &self.guest_body,
            ]
            .iter()
            .all(|text| text.trim().is_empty())
    }
}

/// The facts of a row that the plan has.
pub(crate) fn facts(it: &Outline, kind: RowKind) -> RowFacts {
    let guest = it.guests.first();
    RowFacts {
        kind,
        starts: it.starts,
        ends: it.ends,
        title: it.title.clone(),
        focus: it.focus.clone(),
        host: it.host,
        guest_function: guest.map(|it| it.function.clone()).unwrap_or_default(),
        guest_body: guest.map(|it| it.body.clone()).unwrap_or_default(),
    }
}

/// The rows that came with a form.
pub(crate) fn taken(form: &Form) -> Vec<TypedRow> {
    let count = form.value("rows").parse().unwrap_or(0).min(MOST_ROWS);
    (1..=count)
        .map(|number| {
            let at = |part: &str| form.value(&format!("r{number}_{part}")).to_owned();
            TypedRow {
                id: at("id"),
                was: at("was"),
                kind: at("kind"),
                day: at("day"),
                start: at("start"),
                end: at("end"),
                title: at("title"),
                focus: at("focus"),
                host: at("host"),
                guest_function: at("guest_function"),
                guest_body: at("guest_body"),
            }
        })
        .collect()
}

/// Writes rows into a form, in their order.
pub(crate) fn put(form: &mut Form, rows: &[TypedRow]) {
    form.put("rows", rows.len().to_string());
    for (before, row) in rows.iter().enumerate() {
        let number = before + 1;
        for (part, value) in [
            ("id", &row.id),
            ("was", &row.was),
            ("kind", &row.kind),
            ("day", &row.day),
            ("start", &row.start),
            ("end", &row.end),
            ("title", &row.title),
            ("focus", &row.focus),
            ("host", &row.host),
            ("guest_function", &row.guest_function),
            ("guest_body", &row.guest_body),
        ] {
            form.put(&format!("r{number}_{part}"), value.clone());
        }
    }
}

/// Reads the rows for saving; nothing where something is wrong, which the form then says.
pub(crate) fn inputs(form: &mut Form, visit: &Visit, sheet: &Sheet) -> Option<Vec<RowInput>> {
    let rows = taken(form);
    let mut found = Vec::new();
    for (before, row) in rows.iter().enumerate() {
        if !row.is_blank() {
            found.extend(input(form, visit, sheet, (before + 1, row)));
        }
    }
    (!form.is_blamed()).then_some(found)
}

fn input(
    form: &mut Form,
    visit: &Visit,
    sheet: &Sheet,
    (number, row): (usize, &TypedRow),
) -> Option<RowInput> {
    let field = |part: &str| format!("r{number}_{part}");
    for part in ["day", "start", "end"] {
        if form.value(&field(part)).trim().is_empty() {
            form.blame(Blame::at(field(part), "fault-missing"));
        }
    }
    let kind = form.choice(&field("kind"), RowKind::from_word);
    let day = form.date(&field("day"));
    let start = form.time(&field("start"));
    let end = form.time(&field("end"));
    let typed_title = form.line(&field("title"), LINE);
    let focus = form.line(&field("focus"), LINE);
    let host = form.id(&field("host"));
    let guest_function = form.line(&field("guest_function"), LINE);
    let guest_body = form.line(&field("guest_body"), LINE);
    let (kind, day, start, end) = (kind?, day?, start?, end?);
    let gathering: Option<GatheringId> = row.id.parse().ok();
    let known = gathering.and_then(|id| sheet.row(id));
    let local = LocalInput {
        end_day: known.and_then(|(it, _)| end_day(it, day)),
        start_fold: Some(Fold::First),
        end_fold: Some(Fold::First),
        ..LocalInput::on(day, start, end, &sheet.around.zone)
    };
    let when = match local.resolved() {
        Ok(when) => when,
        Err(blames) => {
            for mut blame in blames {
                blame.field = field(&blame.field);
                form.blame(blame);
            }
            return None;
        }
    };
    let title = if typed_title.is_empty() {
        visit.say(kind.key()).to_owned()
    } else {
        typed_title
    };
    Some(RowInput {
        number,
        gathering,
        was: row.was.clone(),
        facts: RowFacts {
            kind,
            starts: when.starts,
            ends: when.ends,
            title,
            focus,
            host,
            guest_function,
            guest_body,
        },
        when,
    })
}

/// A gathering of several days keeps their number when it moves.
fn end_day(it: &Outline, day: Date) -> Option<Date> {
    let days = it.ends.date().since(it.starts.date()).ok()?.get_days();
    (days > 0).then(|| day.checked_add(days.days()).ok())?
}
