//! Appointments that come again without a day: `jeden ersten Dienstag im Monat`, `dienstags`,
//! `alle zwei Wochen`.

use std::ops::Range;

use jiff::civil::Weekday;

use super::names;
use super::tokens::Tokens;

/// How often something comes again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rhythm {
    /// On such a weekday of each month; −1 is the last.
    Monthly {
        /// Which of the month's.
        nth: i8,
        /// The weekday.
        weekday: Weekday,
    },
    /// On a weekday of every week, or of every second and so on.
    Weekly {
        /// The weekday, where it is said.
        weekday: Option<Weekday>,
        /// Every how many weeks.
        every: i8,
    },
    /// Once a month, on a day that is not said.
    SomeDayOfMonth,
}

/// Words that say how often something comes again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecurringMention {
    /// Where they stand.
    pub span: Range<usize>,
    /// What they say.
    pub rhythm: Rhythm,
}

/// All of a text.
pub(crate) fn recurring(tokens: &Tokens<'_>) -> Vec<RecurringMention> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let read = every(tokens, at)
            .or_else(|| of_month(tokens, at))
            .or_else(|| on_weekdays(tokens, at))
            .or_else(|| {
                in_weeks(tokens, at).map(|(rhythm, until)| on_its_weekday(tokens, rhythm, until))
            });
        match read {
            Some((rhythm, until)) => {
                found.push(RecurringMention {
                    span: tokens.start(at)..tokens.end_before(until),
                    rhythm,
                });
                at = until;
            }
            None => at += 1,
        }
    }
    found
}

/// "ersten", "2.", "1. und 3.": the first counts; where the weekday stands.
fn nth(tokens: &Tokens<'_>, at: usize) -> Option<(i8, usize)> {
    let (number, mut next) = match tokens.word(at).and_then(names::ordinal) {
        Some(number) => (number, at + 1),
        None => match tokens.number(at) {
            Some((number @ 1..=5, 1)) if tokens.is(at + 1, '.') => {
                (i8::try_from(number).ok()?, at + 2)
            }
            _ => return None,
        },
    };
    let joins = tokens.is_one_of(next, &['/', ',', '&'])
        || matches!(tokens.lower(next).as_str(), "und" | "oder");
    if joins && let Some((_, until)) = nth(tokens, next + 1) {
        next = until;
    }
    Some((number, next))
}

/// "im Monat", "eines jeden Monats", "des Monats": where it ends.
fn month_words(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let mut next = at;
    while matches!(
        tokens.lower(next).as_str(),
        "im" | "in" | "eines" | "des" | "jeden" | "jedes" | "jedem" | "eine"
    ) && next < at + 3
    {
        next += 1;
    }
    let is_month = matches!(tokens.lower(next).as_str(), "monat" | "monats" | "monates");
    (is_month && next > at).then_some(next + 1)
}

/// "jeden zweiten Samstag im Monat", "immer am ersten Dienstag", "jede Woche mittwochs".
fn every(tokens: &Tokens<'_>, at: usize) -> Option<(Rhythm, usize)> {
    let word = tokens.lower(at);
    let mut next = at + 1;
    match word.as_str() {
        "jeden" | "jedem" | "jeder" | "jede" | "jedes" => {}
        "immer" | "jeweils" | "regelmäßig" => {
            if matches!(tokens.lower(next).as_str(), "am" | "an" | "jeden") {
                next += 1;
            }
        }
        _ => return None,
    }
    if tokens.lower(next) == "woche" {
        let day = tokens.word(next + 1).and_then(names::every_weekday);
        let until = next + 1 + usize::from(day.is_some());
        return Some((
            Rhythm::Weekly {
                weekday: day,
                every: 1,
            },
            until,
        ));
    }
    if tokens.lower(next) == "monat" {
        return Some((Rhythm::SomeDayOfMonth, next + 1));
    }
    let counted = nth(tokens, next);
    let place = counted.map_or(next, |(_, until)| until);
    let (weekday, is_short) = tokens.word(place).and_then(names::weekday)?;
    let until = month_words(tokens, place + 1).unwrap_or(place + 1);
    match counted {
        Some((nth, _)) => Some((Rhythm::Monthly { nth, weekday }, until)),
        // "jeweils Di 5.3." is a day.
        None if is_short || tokens.number(place + 1).is_some() => None,
        None if word == "jeweils" && tokens.is(place + 1, ',') => None,
        None => Some((
            Rhythm::Weekly {
                weekday: Some(weekday),
                every: 1,
            },
            until,
        )),
    }
}

/// "am 3. Montag im Monat".
fn of_month(tokens: &Tokens<'_>, at: usize) -> Option<(Rhythm, usize)> {
    let begin = at + usize::from(matches!(tokens.lower(at).as_str(), "am" | "an"));
    let (nth, place) = nth(tokens, begin)?;
    let (weekday, _) = tokens.word(place).and_then(names::weekday)?;
    let until = month_words(tokens, place + 1)?;
    Some((Rhythm::Monthly { nth, weekday }, until))
}

/// "dienstags", "mittwochs alle zwei Wochen".
fn on_weekdays(tokens: &Tokens<'_>, at: usize) -> Option<(Rhythm, usize)> {
    let weekday = tokens.word(at).and_then(names::every_weekday)?;
    let (every, until) = match in_weeks(tokens, at + 1) {
        Some((Rhythm::Weekly { every, .. }, until)) => (every, until),
        _ => (1, at + 1),
    };
    let weekday = Some(weekday);
    Some((Rhythm::Weekly { weekday, every }, until))
}

/// "alle 14 Tage donnerstags": the weekday behind it belongs to it.
fn on_its_weekday(tokens: &Tokens<'_>, rhythm: Rhythm, until: usize) -> (Rhythm, usize) {
    let day = tokens.word(until).and_then(names::every_weekday);
    match (rhythm, day) {
        (
            Rhythm::Weekly {
                weekday: None,
                every,
            },
            Some(_),
        ) => (
            Rhythm::Weekly {
                weekday: day,
                every,
            },
            until + 1,
        ),
        _ => (rhythm, until),
    }
}

/// "alle zwei Wochen", "alle 14 Tage", "14-tägig", "wöchentlich".
fn in_weeks(tokens: &Tokens<'_>, at: usize) -> Option<(Rhythm, usize)> {
    let weekly = |every| Rhythm::Weekly {
        weekday: None,
        every,
    };
    match tokens.lower(at).as_str() {
        "wöchentlich" => return Some((weekly(1), at + 1)),
        "vierzehntägig" | "zweiwöchentlich" | "zweiwöchig" => return Some((weekly(2), at + 1)),
        "monatlich" => return Some((Rhythm::SomeDayOfMonth, at + 1)),
        "einmal" => {
            let until = month_words(tokens, at + 1)?;
            return Some((Rhythm::SomeDayOfMonth, until));
        }
        "alle" => {}
        _ => {
            let is_fortnight = tokens.number(at) == Some((14, 2))
                && tokens.is(at + 1, '-')
                && tokens.lower(at + 2).starts_with("tägig");
            return is_fortnight.then_some((weekly(2), at + 3));
        }
    }
    let count = match tokens.lower(at + 1).as_str() {
        "zwei" => 2,
        "drei" => 3,
        "vier" => 4,
        _ => tokens.number(at + 1)?.0,
    };
    match (tokens.lower(at + 2).as_str(), count) {
        ("wochen", _) => Some((weekly(i8::try_from(count).ok()?), at + 3)),
        ("tage", 14) => Some((weekly(2), at + 3)),
        _ => None,
    }
}
