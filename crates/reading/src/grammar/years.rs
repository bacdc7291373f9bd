//! The year of a day that is written without one, and why it is that year.

use jiff::civil::{Date, Weekday};
use serde::{Deserialize, Serialize};

use super::days::Day;

/// Why a day has its year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum YearReason {
    /// It is written with the day.
    Written,
    /// It stands in the same sentence.
    Sentence,
    /// It stands in the heading above.
    Heading,
    /// Only in this year the day is that weekday.
    Weekday,
    /// It is the first such day after the page was written, or the last before.
    Published,
    /// It stands in the title.
    Title,
    /// A day close by says it.
    Neighbour,
}

/// What a page says about years around a day.
#[derive(Clone, Debug, Default)]
pub struct YearClues {
    /// A year in the same sentence.
    pub sentence: Option<i16>,
    /// A year in the headings above, or in what leads to a list.
    pub heading: Option<i16>,
    /// A year in the title.
    pub title: Option<i16>,
    /// When the page was written.
    pub published: Option<Date>,
    /// A day close by that has its year.
    pub neighbour: Option<Date>,
    /// Other years that the page speaks of.
    pub others: Vec<i16>,
    /// Whether the day leads an entry of a list, which a heading speaks for.
    pub is_entry: bool,
    /// Whether what is told lies behind the writer.
    pub is_past: bool,
}

/// How far the years lie that a weekday may choose from.
const AROUND: i16 = 2;

/// The year of a day, and why.
pub fn year_of(day: Day, weekday: Option<Weekday>, clues: &YearClues) -> Option<(i16, YearReason)> {
    if let Some(year) = day.year {
        return Some((year, YearReason::Written));
    }
    let found = candidates(day, clues);
    let fits = |year: i16| {
        weekday.is_none_or(|it| day.within(year).is_some_and(|date| date.weekday() == it))
    };
    if let Some((year, reason)) = found.iter().find(|(year, _)| fits(*year)) {
        return Some((*year, *reason));
    }
    if weekday.is_some() {
        let known = found
            .iter()
            .map(|(year, _)| *year)
            .chain(clues.others.iter().copied());
        let nearest = known
            .flat_map(|year| (-AROUND..=AROUND).map(move |away| (away.abs(), year + away)))
            .filter(|(_, year)| fits(*year))
            .min_by_key(|(away, _)| *away);
        if let Some((_, year)) = nearest {
            return Some((year, YearReason::Weekday));
        }
    }
    found.first().copied()
}

/// The years that something speaks for, the strongest first.
fn candidates(day: Day, clues: &YearClues) -> Vec<(i16, YearReason)> {
    let published = clues
        .published
        .and_then(|it| near(day, it, clues.is_past))
        .map(|year| (year, YearReason::Published));
    let heading = clues.heading.map(|year| (year, YearReason::Heading));
    let neighbour = clues
        .neighbour
        .and_then(|it| near(day, it, false))
        .map(|year| (year, YearReason::Neighbour));
    let mut found = Vec::new();
    found.extend(clues.sentence.map(|year| (year, YearReason::Sentence)));
    if clues.is_entry {
        found.extend(heading);
        found.extend(published);
    } else {
        found.extend(published);
        found.extend(heading);
    }
    found.extend(clues.title.map(|year| (year, YearReason::Title)));
    found.extend(neighbour);
    found
}

/// How many days before and behind the day of writing something is spoken of.
const fn window(is_past: bool) -> (i32, i32) {
    if is_past { (305, 60) } else { (60, 305) }
}

/// The year in which a day lies closest to another, by how people speak of days.
fn near(day: Day, other: Date, is_past: bool) -> Option<i16> {
    let (back, ahead) = window(is_past);
    (-1..=1).map(|away| other.year() + away).find(|year| {
        let away = day
            .within(*year)
            .and_then(|date| other.until(date).ok())
            .map(|span| span.get_days());
        away.is_some_and(|days| (-back..=ahead).contains(&days))
    })
}
