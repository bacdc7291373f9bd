//! The form of a poll as typed: its rows travel through it and back.

use base::{Blame, GatheringId};
use calendar::dates;
use gatherings::{Fold, Gathering, LocalInput, When};
use invitations::Choice;
use jiff::ToSpan;
use jiff::civil::{Date, Time};
use shell::{Form, LINE, TEXT};

use crate::actions::PollInput;
use crate::rules::{DatePoll, MOST_DATES, ProposedDate};

/// How many rows an empty form has.
const ROWS: usize = 3;

/// One day as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct TypedDate {
    pub(crate) day: String,
    pub(crate) start: String,
    pub(crate) end: String,
}

impl TypedDate {
    fn of(date: &ProposedDate) -> Self {
        Self {
            day: date.starts.date().to_string(),
            start: dates::iso_time(date.starts.time()),
            end: dates::iso_time(date.ends.time()),
        }
    }

    /// The same times on a day that is still to be said.
    pub(crate) fn on_another_day(&self) -> Self {
        Self {
            day: String::new(),
            ..self.clone()
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
}

/// The rows that came with a form; at least as many as an empty one has.
pub(crate) fn taken(form: &Form) -> Vec<TypedDate> {
    let count = form.value("rows").parse().unwrap_or(ROWS);
    (1..=count.clamp(ROWS, MOST_DATES))
        .map(|number| {
            let at = |part: &str| form.value(&format!("d{number}_{part}")).to_owned();
            TypedDate {
                day: at("day"),
                start: at("start"),
                end: at("end"),
            }
        })
        .collect()
}

/// Writes rows into a form, in their order.
pub(crate) fn put(form: &mut Form, rows: &[TypedDate]) {
    let count = rows.len().clamp(ROWS, MOST_DATES);
    form.put("rows", count.to_string());
    for (before, row) in rows.iter().enumerate() {
        let number = before + 1;
        for (part, value) in [("day", &row.day), ("start", &row.start), ("end", &row.end)] {
            form.put(&format!("d{number}_{part}"), value.clone());
        }
    }
}

/// The form with one row more; everything else that was typed stays.
pub(crate) fn with_another_row(form: &Form) -> Form {
    let mut rows = taken(form);
    let last = rows.last().map(TypedDate::on_another_day);
    rows.push(last.unwrap_or_default());
    rows.truncate(MOST_DATES);
    let mut anew = Form::default();
    for name in form.names().filter(|name| !is_row(name)) {
        for value in form.values(name) {
            anew.put(name, value.clone());
        }
    }
    put(&mut anew, &rows);
    anew
}

fn is_row(name: &str) -> bool {
    let digit = name.strip_prefix('d').and_then(|rest| rest.chars().next());
    matches!(name, "rows" | "do") || digit.is_some_and(|it| it.is_ascii_digit())
}

/// An empty form, for a gathering where there is one already.
pub(crate) fn blank(gathering: Option<&Gathering>, today: Date) -> Form {
    let mut form = Form::of([("until", today.saturating_add(14.days()).to_string())]);
    let Some(it) = gathering else { return form };
    form.put("gathering", it.id.to_string());
    form.put("title", it.title.clone());
    if let Some(group) = it.group {
        form.put("groups", group.to_string());
    }
    let like = TypedDate {
        day: String::new(),
        start: dates::iso_time(it.starts.time()),
        end: dates::iso_time(it.ends.time()),
    };
    put(&mut form, &vec![like; ROWS]);
    form
}

/// A poll as its form shows it.
pub(crate) fn of(poll: &DatePoll, dates: &[ProposedDate]) -> Form {
    let id = |id: Option<String>| id.unwrap_or_default();
    let mut form = Form::of([
        ("gathering", id(poll.gathering.map(|id| id.to_string()))),
        ("group", id(poll.group.map(|id| id.to_string()))),
        ("title", poll.title.clone()),
        ("note", poll.note.clone()),
        ("until", poll.until.to_string()),
    ]);
    poll.choice.put(&mut form);
    let rows: Vec<_> = dates.iter().map(TypedDate::of).collect();
    put(&mut form, &rows);
    form
}

/// Which gathering the form names.
pub(crate) fn gathering(form: &mut Form) -> Option<GatheringId> {
    form.id("gathering")
}

/// Reads the form; nothing where something is wrong, which the form then says.
pub(crate) fn input(
    form: &mut Form,
    gathering: Option<&Gathering>,
    zone: &str,
) -> Option<PollInput> {
    let mut title = form.line("title", LINE);
    if let Some(it) = gathering.filter(|_| title.is_empty()) {
        title.clone_from(&it.title);
    }
    if title.is_empty() {
        form.blame(Blame::at("title", "fault-missing"));
    }
    let note = form.text("note", TEXT);
    let group = form.id("group");
    let rows = taken(form);
    let mut dates = Vec::new();
    for (before, row) in rows.iter().enumerate() {
        if !row.day.trim().is_empty() {
            let when = when(form, before + 1, (gathering, zone));
            dates.extend(when.map(|when| (before + 1, when)));
        }
    }
    if form.value("until").trim().is_empty() {
        form.blame(Blame::at("until", "fault-missing"));
    }
    let until = form.date("until");
    let (until, false) = (until?, form.is_blamed()) else {
        return None;
    };
    Some(PollInput {
        gathering: gathering.map(|it| it.id),
        group,
        title,
        note,
        dates,
        until,
        choice: Choice::of(form),
    })
}

fn when(
    form: &mut Form,
    number: usize,
    (gathering, zone): (Option<&Gathering>, &str),
) -> Option<When> {
    let field = |part: &str| format!("d{number}_{part}");
    for part in ["start", "end"] {
        if form.value(&field(part)).trim().is_empty() {
            form.blame(Blame::at(field(part), "fault-missing"));
        }
    }
    let day = form.date(&field("day"));
    let start = form.time(&field("start"));
    let end = form.time(&field("end"));
    let (day, start, end) = (day?, start?, end?);
    let local = LocalInput {
        end_day: gathering.and_then(|it| end_day(it, day)),
        start_fold: Some(Fold::First),
        end_fold: Some(Fold::First),
        ..LocalInput::on(day, start, end, zone)
    };
    match local.resolved() {
        Ok(when) => Some(when),
        Err(blames) => {
            for mut blame in blames {
                blame.field = field(&blame.field);
                form.blame(blame);
            }
            None
        }
    }
}

/// A gathering of several days keeps their number.
fn end_day(it: &Gathering, day: Date) -> Option<Date> {
    let days = it.ends.date().since(it.starts.date()).ok()?.get_days();
    (days > 0).then(|| day.checked_add(days.days()).ok())?
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn typed(rows: &[(&str, &str, &str)]) -> Form {
        let rows: Vec<_> = rows
            .iter()
            .map(|(day, start, end)| TypedDate {
                day: (*day).to_owned(),
                start: (*start).to_owned(),
                end: (*end).to_owned(),
            })
            .collect();
        let mut form = Form::of([
            ("title", "Sommerfest".to_owned()),
            ("until", "2018-01-10".to_owned()),
        ]);
        put(&mut form, &rows);
        form
    }

    #[test]
    fn rows_without_a_day_are_left_out() {
        let mut form = typed(&[
            ("2018-08-15", "15:00", "19:00"),
            ("", "15:00", "19:00"),
            ("22.8.2018", "15", "19"),
        ]);

        let input = input(&mut form, None, "Europe/Berlin").unwrap();

        let days: Vec<_> = input
            .dates
            .iter()
            .map(|(number, when)| (*number, when.starts.date()))
            .collect();
        assert_eq!(days, [(1, date(2018, 8, 15)), (3, date(2018, 8, 22))]);
    }

    #[test]
    fn what_is_wrong_is_said_at_its_row() {
        let mut form = typed(&[
            ("2018-08-15", "15:00", "14:00"),
            ("2018-08-16", "", "14:00"),
            ("2018-03-25", "02:30", "04:00"),
        ]);

        assert!(input(&mut form, None, "Europe/Berlin").is_none());

        let fields: Vec<_> = form.blames().iter().map(|it| it.field.as_str()).collect();
        assert_eq!(fields, ["d1_end", "d2_start", "d3_start"]);
    }

    #[test]
    fn another_row_keeps_everything_that_was_typed() {
        let mut form = typed(&[
            ("2018-08-15", "15:00", "19:00"),
            ("", "", ""),
            ("", "16:00", "18:00"),
        ]);
        form.put("do", "add");
        form.put("people", "7");

        let form = with_another_row(&form);

        assert_eq!(form.value("rows"), "4");
        assert_eq!(form.value("d1_day"), "2018-08-15");
        assert_eq!(form.value("d4_start"), "16:00");
        assert_eq!(form.value("people"), "7");
        assert!(!form.has("do"));
    }
}
