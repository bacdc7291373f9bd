//! Days that have names: the feasts that move with Easter or Advent, and those that stay.

use std::ops::Range;

use base::Lang;
use calendar::holidays::{Land, holidays};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::tokens::Tokens;

/// On which day of a year a feast falls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Feast {
    /// So many days after Easter Sunday.
    Easter(i32),
    /// So many days after the first Sunday in Advent.
    Advent(i32),
    /// Month and day.
    Fixed(i8, i8),
}

impl Feast {
    /// Its day in a year.
    pub fn day_in(self, year: i16) -> Option<Date> {
        match self {
            Self::Easter(days) => easter(year)?.checked_add(days.days()).ok(),
            Self::Advent(days) => first_advent(year)?.checked_add(days.days()).ok(),
            Self::Fixed(month, day) => Date::new(year, month, day).ok(),
        }
    }
}

/// Easter Sunday: the day before the holiday that every Land has.
fn easter(year: i16) -> Option<Date> {
    holidays(Land::BB, year)
        .into_iter()
        .find(|it| it.name(Lang::De) == "Ostermontag")
        .and_then(|it| it.day.yesterday().ok())
}

/// The fourth Sunday before Christmas.
fn first_advent(year: i16) -> Option<Date> {
    let eve = Date::new(year, 12, 24).ok()?;
    let back = i32::from(eve.weekday().since(Weekday::Sunday));
    eve.checked_sub((back + 21).days()).ok()
}

const NAMES: &[(&str, Feast)] = &[
    ("rosenmontag", Feast::Easter(-48)),
    ("faschingsdienstag", Feast::Easter(-47)),
    ("aschermittwoch", Feast::Easter(-46)),
    ("palmsonntag", Feast::Easter(-7)),
    ("gründonnerstag", Feast::Easter(-3)),
    ("karfreitag", Feast::Easter(-2)),
    ("karsamstag", Feast::Easter(-1)),
    ("ostersonntag", Feast::Easter(0)),
    ("ostermontag", Feast::Easter(1)),
    ("himmelfahrt", Feast::Easter(39)),
    ("himmelfahrtstag", Feast::Easter(39)),
    ("vatertag", Feast::Easter(39)),
    ("pfingstsamstag", Feast::Easter(48)),
    ("pfingstsonntag", Feast::Easter(49)),
    ("pfingstmontag", Feast::Easter(50)),
    ("fronleichnam", Feast::Easter(60)),
    ("volkstrauertag", Feast::Advent(-14)),
    ("totensonntag", Feast::Advent(-7)),
    ("ewigkeitssonntag", Feast::Advent(-7)),
    ("neujahr", Feast::Fixed(1, 1)),
    ("neujahrstag", Feast::Fixed(1, 1)),
    ("dreikönigstag", Feast::Fixed(1, 6)),
    ("maifeiertag", Feast::Fixed(5, 1)),
    ("johannistag", Feast::Fixed(6, 24)),
    ("weltkindertag", Feast::Fixed(9, 20)),
    ("reformationstag", Feast::Fixed(10, 31)),
    ("allerheiligen", Feast::Fixed(11, 1)),
    ("martinstag", Feast::Fixed(11, 11)),
    ("nikolaustag", Feast::Fixed(12, 6)),
    ("heiligabend", Feast::Fixed(12, 24)),
    ("weihnachtstag", Feast::Fixed(12, 25)),
    ("silvester", Feast::Fixed(12, 31)),
    ("silvesterabend", Feast::Fixed(12, 31)),
];

/// A feast in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeastMention {
    /// Where it stands.
    pub span: Range<usize>,
    /// Which it is.
    pub feast: Feast,
    /// The year that stands with it.
    pub year: Option<i16>,
}

/// All feasts of a text that say when something is: "am Pfingstmontag", "am 2. Advent 2024".
pub(crate) fn feasts(tokens: &Tokens<'_>) -> Vec<FeastMention> {
    (1..tokens.len())
        .filter(|at| matches!(tokens.lower(at - 1).as_str(), "am" | "an" | "zu" | "zum"))
        .filter_map(|at| feast(tokens, at))
        .collect()
}

fn feast(tokens: &Tokens<'_>, at: usize) -> Option<FeastMention> {
    let (feast, until) = advent(tokens, at)
        .or_else(|| repentance(tokens, at))
        .or_else(|| named(tokens, at))?;
    let year = tokens
        .number(until)
        .filter(|(year, digits)| *digits == 4 && (1900..2100).contains(year))
        .map(|(year, _)| year);
    Some(FeastMention {
        span: tokens.start(at)..tokens.end_before(until + usize::from(year.is_some())),
        feast,
        year,
    })
}

fn named(tokens: &Tokens<'_>, at: usize) -> Option<(Feast, usize)> {
    let at = at + usize::from(tokens.lower(at) == "christi");
    let word = tokens.lower(at);
    let (_, feast) = NAMES.iter().find(|(name, _)| *name == word)?;
    Some((*feast, at + 1))
}

/// "2. Advent", "zweiten Advent", "3. Adventssonntag".
fn advent(tokens: &Tokens<'_>, at: usize) -> Option<(Feast, usize)> {
    let (count, next) = if let Some(count) = tokens.word(at).and_then(super::names::ordinal) {
        (count, at + 1)
    } else {
        let (count, _) = tokens.number(at)?;
        (i8::try_from(count).ok()?, at + 2)
    };
    let is_advent = matches!(
        tokens.lower(next).as_str(),
        "advent" | "adventssonntag" | "adventsonntag"
    );
    ((1..=4).contains(&count) && is_advent)
        .then(|| (Feast::Advent((i32::from(count) - 1) * 7), next + 1))
}

/// "Buß- und Bettag".
fn repentance(tokens: &Tokens<'_>, at: usize) -> Option<(Feast, usize)> {
    let has = tokens.lower(at).starts_with("bu") && tokens.lower(at + 3) == "bettag";
    has.then_some((Feast::Advent(-11), at + 4))
}
