//! Days that lean on the day of writing: `am kommenden Freitag`, `nächsten Dienstag`, `heute Abend`,
//! `morgen um 19 Uhr`, `Freitag in einer Woche`.

use std::ops::Range;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::names;
use super::tokens::Tokens;

/// How a day leans on another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leaning {
    /// The next such weekday.
    Coming(Weekday),
    /// The last such weekday.
    Gone(Weekday),
    /// So many days later.
    After(i32),
    /// The next such weekday, so many weeks later.
    ComingIn(Weekday, i32),
    /// About so many weeks later: people round.
    Weeks(i32),
    /// About so many months later.
    Months(i32),
}

impl Leaning {
    /// How far the day that is meant may lie from the one that is reckoned.
    pub fn slack(self) -> i32 {
        match self {
            Self::Weeks(_) => 6,
            Self::Months(_) => 16,
            Self::Coming(_) | Self::Gone(_) | Self::After(_) | Self::ComingIn(..) => 0,
        }
    }
}

/// A day that is said to come, or to have been.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RelativeMention {
    /// Where it stands.
    pub span: Range<usize>,
    /// Which day it is.
    pub leaning: Leaning,
}

impl RelativeMention {
    /// The day that somebody meant who wrote on a day.
    pub fn seen_from(&self, written: Date) -> Option<Date> {
        let days = match self.leaning {
            Leaning::Gone(weekday) => match i32::from(written.weekday().since(weekday)) {
                0 => -7,
                back => -back,
            },
            Leaning::Coming(weekday) => match i32::from(weekday.since(written.weekday())) {
                0 => 7,
                ahead => ahead,
            },
            Leaning::ComingIn(weekday, weeks) => {
                i32::from(weekday.since(written.weekday())) + weeks * 7
            }
            Leaning::After(days) => days,
            Leaning::Weeks(weeks) => weeks * 7,
            Leaning::Months(months) => return written.checked_add(months.months()).ok(),
        };
        written.checked_add(days.days()).ok()
    }
}

/// All of a text that have no day of their own behind them.
pub(crate) fn relatives(tokens: &Tokens<'_>) -> Vec<RelativeMention> {
    (0..tokens.len())
        .filter_map(|at| {
            by_weekday(tokens, at)
                .or_else(|| by_span(tokens, at))
                .or_else(|| by_word(tokens, at))
        })
        .collect()
}

/// "in drei Wochen", "in zwei Monaten", "in 14 Tagen": a span from the day of writing. Behind
/// "heute", "morgen" or a weekday it says the very day: "heute in einer Woche", "Freitag in zwei
/// Wochen".
fn by_span(tokens: &Tokens<'_>, at: usize) -> Option<RelativeMention> {
    let is_day = |it: usize| {
        matches!(tokens.lower(it).as_str(), "heute" | "morgen")
            || tokens
                .word(it)
                .and_then(names::weekday)
                .is_some_and(|(_, is_short)| !is_short)
    };
    let has_day = is_day(at);
    let from = at + usize::from(has_day);
    let is_behind_day = !has_day && at.checked_sub(1).is_some_and(is_day);
    if tokens.lower(from) != "in" || is_behind_day || has_day_behind(tokens, from + 3) {
        return None;
    }
    let count = count(tokens, from + 1)?;
    let unit = match tokens.letters(from + 2) {
        "Tagen" => Leaning::After(count),
        "Woche" | "Wochen" => Leaning::Weeks(count),
        "Monat" | "Monaten" => Leaning::Months(count),
        _ => return None,
    };
    let weekday = tokens.word(at).and_then(names::weekday);
    let leaning = match (unit, weekday, tokens.lower(at).as_str()) {
        (Leaning::Weeks(weeks), Some((weekday, _)), _) => Leaning::ComingIn(weekday, weeks),
        (Leaning::Weeks(weeks), None, "heute") => Leaning::After(weeks * 7),
        (Leaning::Weeks(weeks), None, "morgen") => Leaning::After(weeks * 7 + 1),
        (unit, None, _) if !has_day => unit,
        _ => return None,
    };
    Some(RelativeMention {
        span: tokens.start(at)..tokens.end_before(from + 3),
        leaning,
    })
}

/// "in drei Wochen, am 4. Mai": the day itself follows.
fn has_day_behind(tokens: &Tokens<'_>, at: usize) -> bool {
    let next = at + usize::from(tokens.is_one_of(at, &[',', '(']));
    has_day(tokens, next) || tokens.lower(next) == "am" && tokens.number(next + 1).is_some()
}

/// A small number in figures or words.
fn count(tokens: &Tokens<'_>, at: usize) -> Option<i32> {
    const WORDS: &[(&str, i32)] = &[
        ("einem", 1),
        ("einer", 1),
        ("zwei", 2),
        ("drei", 3),
        ("vier", 4),
        ("fünf", 5),
        ("sechs", 6),
        ("sieben", 7),
        ("acht", 8),
        ("zehn", 10),
        ("zwölf", 12),
        ("vierzehn", 14),
    ];
    let word = tokens.lower(at);
    let named = WORDS.iter().find(|(name, _)| *name == word);
    let written = || tokens.number(at).map(|(number, _)| i32::from(number));
    named
        .map(|(_, count)| *count)
        .or_else(written)
        .filter(|it| (1..=60).contains(it))
}

fn by_weekday(tokens: &Tokens<'_>, at: usize) -> Option<RelativeMention> {
    let leaning = match tokens.lower(at).as_str() {
        "kommenden" | "nächsten" | "diesen" | "kommender" | "nächster" => Leaning::Coming,
        "vergangenen" | "letzten" | "vorigen" => Leaning::Gone,
        _ => return None,
    };
    let (weekday, is_short) = tokens.word(at + 1).and_then(names::weekday)?;
    (!is_short && !has_day(tokens, at + 2)).then(|| RelativeMention {
        span: tokens.start(at)..tokens.end_before(at + 2),
        leaning: leaning(weekday),
    })
}

/// Whether the day itself follows: "Freitag, dem 13. Juni", "Dienstag im Monat", "heute, 3. Mai".
fn has_day(tokens: &Tokens<'_>, at: usize) -> bool {
    let behind = tokens.lower(at);
    let is_hour = matches!(tokens.lower(at + 1).as_str(), "uhr" | "h") || tokens.is(at + 1, ':');
    tokens.number(at).is_some() && !is_hour
        || matches!(behind.as_str(), "den" | "dem" | "im" | "eines" | "des")
        || tokens.is_one_of(at, &[',', '('])
            && (tokens.number(at + 1).is_some()
                || tokens.lower(at + 1) == "den"
                || tokens
                    .word(at + 1)
                    .is_some_and(|it| names::weekday(it).is_some()))
}

/// "heute", "morgen Abend", "übermorgen", "gestern"; "am Morgen" is none.
fn by_word(tokens: &Tokens<'_>, at: usize) -> Option<RelativeMention> {
    let days = match tokens.letters(at) {
        "heute" | "Heute" => 0,
        "morgen" => 1,
        "Morgen" if begins_sentence(tokens, at) => 1,
        "übermorgen" | "Übermorgen" => 2,
        "gestern" | "Gestern" => -1,
        "vorgestern" | "Vorgestern" => -2,
        _ => return None,
    };
    let is_part_of_day = at.checked_sub(1).is_some_and(|it| {
        matches!(
            tokens.lower(it).as_str(),
            "heute" | "gestern" | "von" | "bis" | "noch"
        )
    });
    // "bis heute", "noch heute", "heute noch" speak of these times.
    let is_nowadays = matches!(
        tokens.lower(at + 1).as_str(),
        "noch" | "ist" | "sind" | "leben"
    );
    (!is_part_of_day && !is_nowadays && !has_day(tokens, at + 1)).then(|| RelativeMention {
        span: tokens.start(at)..tokens.end_before(at + 1),
        leaning: Leaning::After(days),
    })
}

/// "Morgen, um 19 Uhr" opens a sentence; "der Morgen" does not.
fn begins_sentence(tokens: &Tokens<'_>, at: usize) -> bool {
    let before = at.checked_sub(1);
    let opens = before.is_none_or(|it| tokens.is_one_of(it, &['.', '!', '?', ':', '–']));
    opens || tokens.begins_line(at)
}
