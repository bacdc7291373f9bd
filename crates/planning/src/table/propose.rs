//! Rows that the program proposes: by a rule, from the year before, and hosts by turns.

use base::{Blame, Fault};
use calendar::dates;
use calendar::holidays::{Reach, holidays_on};
use gatherings::{Onlooker, Outline, State};
use jiff::civil::{Date, Weekday};
use shell::{Arg, Form, LINE, Visit};
use store::Conn;

use super::rows::{MOST_ROWS, TypedRow};
use super::sheet::{self, Sheet, span};
use crate::records;
use crate::rules::{DateRule, Nth, RowKind, YearPlan, same_place, suggest_all};

/// The weekdays by the words of the form.
pub(crate) const WEEKDAYS: [(&str, Weekday); 7] = [
    ("1", Weekday::Monday),
    ("2", Weekday::Tuesday),
    ("3", Weekday::Wednesday),
    ("4", Weekday::Thursday),
    ("5", Weekday::Friday),
    ("6", Weekday::Saturday),
    ("7", Weekday::Sunday),
];

/// What a rule proposes, and what it says of itself.
pub(crate) struct Proposed {
    pub(crate) rows: Vec<TypedRow>,
    pub(crate) words: String,
}

/// Reads the rule and proposes its days; nothing where something is wrong with it.
pub(crate) fn proposed(form: &mut Form, visit: &Visit, sheet: &Sheet) -> Option<Proposed> {
    let rule = read(form)?;
    let title = form.line("rule_title", LINE);
    let skips = form.has("rule_skip");
    let mut left_out = Vec::new();
    let mut rows = Vec::new();
    for day in rule.days(sheet.plan.year) {
        match free_day(visit, sheet, day).filter(|_| skips) {
            Some(name) => left_out.push(visit.tell(
                "planning-rule-left-out",
                &[
                    ("day", dates::day(day, visit.lang).into()),
                    ("why", name.into()),
                ],
            )),
            None => rows.push(row(&rule, day, &title)),
        }
    }
    if sheet.rows.len() + rows.len() > MOST_ROWS {
        form.blame(Blame::at("rule_months", "planning-fault-many"));
        return None;
    }
    let mut words = visit.tell("planning-rule-proposed", &args(&rule, visit, rows.len()));
    if !left_out.is_empty() {
        words.push(' ');
        words.push_str(&visit.tell(
            "planning-rule-without",
            &[("days", left_out.join(", ").into())],
        ));
    }
    Some(Proposed { rows, words })
}

fn read(form: &mut Form) -> Option<DateRule> {
    let nth = form.choice("rule_nth", Nth::from_word);
    let weekday = form.choice("rule_weekday", |word| {
        let found = WEEKDAYS.into_iter().find(|(known, _)| *known == word);
        found.map(|(_, weekday)| weekday)
    });
    let months: Vec<i8> = form
        .values("rule_months")
        .iter()
        .filter_map(|month| month.parse().ok())
        .collect();
    for field in ["rule_start", "rule_end"] {
        if form.value(field).trim().is_empty() {
            form.blame(Blame::at(field, "fault-missing"));
        }
    }
    if months.is_empty() {
        form.blame(Blame::at("rule_months", "fault-missing"));
    }
    let start = form.time("rule_start");
    let end = form.time("rule_end");
    let (start, end) = (start?, end?);
    if end <= start {
        form.blame(Blame::at("rule_end", "gatherings-fault-end-before-start"));
    }
    let rule = DateRule {
        nth: nth?,
        weekday: weekday?,
        months,
        start,
        end,
    };
    (!form.is_blamed()).then_some(rule)
}

fn args(rule: &DateRule, visit: &Visit, count: usize) -> [(&'static str, Arg); 5] {
    let mut months = rule.months.clone();
    months.sort_unstable();
    months.dedup();
    let months: Vec<&str> = months
        .into_iter()
        .filter_map(|month| Date::new(2000, month, 1).ok())
        .map(|day| dates::month(day, visit.lang))
        .collect();
    let monday = Date::constant(2018, 1, 1);
    let weekday = monday.nth_weekday(1, rule.weekday).unwrap_or(monday);
    [
        ("nth", visit.say(rule.nth.key()).into()),
        ("weekday", dates::weekday(weekday, visit.lang).into()),
        ("months", months.join(", ").into()),
        (
            "time",
            dates::time_span(rule.start, rule.end, visit.lang).into(),
        ),
        ("count", count.into()),
    ]
}

/// Why nobody would meet on a day: a holiday everywhere in the Land, or closed schools.
fn free_day(visit: &Visit, sheet: &Sheet, day: Date) -> Option<String> {
    let land = sheet.around.land?;
    let holiday = holidays_on(land, day)
        .into_iter()
        .find(|it| it.reach == Reach::Everywhere)
        .map(|it| it.name(visit.lang).to_owned());
    holiday.or_else(|| {
        let school = sheet.around.school.iter();
        let mut closed = school.filter(|it| it.first <= day && day <= it.last);
        closed.next().map(|it| it.name.clone())
    })
}

fn row(rule: &DateRule, day: Date, title: &str) -> TypedRow {
    TypedRow {
        kind: RowKind::Meeting.word().to_owned(),
        day: day.to_string(),
        start: dates::iso_time(rule.start),
        end: dates::iso_time(rule.end),
        title: title.to_owned(),
        ..TypedRow::default()
    }
}

/// The rows of the year before, each at the same place of its month; without topics.
pub(crate) fn from_last_year(
    conn: &mut Conn<'_>,
    visit: &Visit,
    plan: &YearPlan,
) -> Result<Vec<TypedRow>, Fault> {
    let before = plan.year - 1;
    let last = rows_of_year(conn, visit, plan, before)?;
    Ok(last
        .into_iter()
        .filter(|(it, _)| it.state != State::Cancelled)
        .filter_map(|(it, kind)| {
            let day = same_place(it.starts.date(), plan.year)?;
            Some(TypedRow {
                kind: kind.word().to_owned(),
                day: day.to_string(),
                start: dates::iso_time(it.starts.time()),
                end: dates::iso_time(it.ends.time()),
                title: title_of_next_year(&it.title, kind, before),
                ..TypedRow::default()
            })
        })
        .take(MOST_ROWS)
        .collect())
}

/// The rows of another year's plan; without one, the gatherings of that year.
fn rows_of_year(
    conn: &mut Conn<'_>,
    visit: &Visit,
    plan: &YearPlan,
    year: i16,
) -> Result<Vec<(Outline, RowKind)>, Fault> {
    let key = (year, plan.group_slug.as_str());
    if let Some(other) = records::plans::plan_of(conn, plan.network, key)? {
        return sheet::rows(conn, visit, &other);
    }
    let onlooker = Onlooker {
        network: plan.network,
        actor: &visit.actor,
    };
    Ok(gatherings::outlines(conn, onlooker, span(year))?
        .into_iter()
        .filter(|it| plan.group.is_none() || it.group == plan.group)
        .map(|it| (it, RowKind::Meeting))
        .collect())
}

/// What comes every year keeps its name with the years in it moved on; a meeting's title is its
/// topic and stays behind.
fn title_of_next_year(title: &str, kind: RowKind, year: i16) -> String {
    if kind == RowKind::Meeting {
        return String::new();
    }
    title
        .replace(&(year + 1).to_string(), &(year + 2).to_string())
        .replace(&year.to_string(), &(year + 1).to_string())
}

/// Fills each row without a host with whose turn it is.
pub(crate) fn fill_hosts(rows: &mut [TypedRow], sheet: &Sheet) {
    for (row, suggestion) in suggestions(rows, sheet) {
        if let Some(row) = rows.get_mut(row)
            && let Some(suggestion) = suggestion
        {
            row.host = suggestion.host.to_string();
        }
    }
}

/// Whose turn it is, for the rows that have a day, by their place in the form.
pub(crate) fn suggestions(
    rows: &[TypedRow],
    sheet: &Sheet,
) -> Vec<(usize, Option<crate::rules::Suggestion>)> {
    let dated: Vec<(usize, Date)> = rows
        .iter()
        .enumerate()
        .filter_map(|(index, row)| Some((index, row.read_day()?)))
        .collect();
    let mut days: Vec<_> = dated
        .iter()
        .map(|(index, day)| {
            let host = rows.get(*index).and_then(|row| row.host.parse().ok());
            (*day, host)
        })
        .collect();
    // Rows that are over have had their host.
    days.extend(
        sheet
            .closed_rows()
            .filter(|(it, _)| it.state == State::Held)
            .filter_map(|(it, _)| Some((it.starts.date(), Some(it.host?)))),
    );
    let found = suggest_all(&sheet.candidates, &sheet.hosted, &days);
    dated
        .into_iter()
        .zip(found)
        .map(|((index, _), suggestion)| (index, suggestion))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_every_year_moves_its_years_on() {
        for (title, kind, expected) in [
            (
                "Sommerfest mit Preis 2018",
                RowKind::Party,
                "Sommerfest mit Preis 2019",
            ),
            (
                "Abrechnung 2018, Planung 2019",
                RowKind::Accounts,
                "Abrechnung 2019, Planung 2020",
            ),
            ("Suchtberatung", RowKind::Meeting, ""),
        ] {
            assert_eq!(title_of_next_year(title, kind, 2018), expected);
        }
    }
}
