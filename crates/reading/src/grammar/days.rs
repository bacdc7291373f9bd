//! Days as people write them: `8./9. Juni`, `vom 3. bis 5. Mai`, `11. / 12.07.15`,
//! `18. und Sonntag, 19. Mai`, `Mittwoch,25. Oktober`, `2026-05-07`.
//!
//! A chain of days joined by marks or words is read first; what one of them leaves out, a month
//! or a year, it takes from its neighbours. Then the chain is cut into mentions: neighbouring
//! days become one span, others stay by themselves.

use std::ops::Range;

use jiff::civil::{Date, Weekday};

use super::names;
use super::tokens::{Kind, Tokens};

/// A day, perhaps without its year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    /// The year, where it is written.
    pub year: Option<i16>,
    /// The month, from 1.
    pub month: i8,
    /// The day of the month.
    pub day: i8,
}

impl Day {
    /// The date in a year: its own, or else this one.
    pub fn within(self, year: i16) -> Option<Date> {
        Date::new(self.year.unwrap_or(year), self.month, self.day).ok()
    }

    /// The date, where the year is written.
    pub fn whole(self) -> Option<Date> {
        self.within(self.year?)
    }
}

/// A day or a span of days in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayMention {
    /// Where it stands.
    pub span: Range<usize>,
    /// The weekday that stands with it.
    pub weekday: Option<Weekday>,
    /// The day, or the first of several.
    pub first: Day,
    /// The last of several.
    pub last: Option<Day>,
    /// Whether it is one of several to choose from.
    pub is_alternative: bool,
    /// Which chain of days it belongs to.
    pub chain: usize,
}

/// What joins two days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Join {
    Until,
    Slash,
    And,
    Or,
    Comma,
}

/// A day in a chain.
#[derive(Clone, Debug)]
struct Item {
    from: usize,
    until: usize,
    weekday: Option<Weekday>,
    day: i8,
    month: Option<i8>,
    year: Option<i16>,
    /// How it is joined to the one before.
    join: Join,
    /// Whether it has a month of its own.
    is_own: bool,
}

/// All days of a text.
pub(crate) fn days(tokens: &Tokens<'_>) -> Vec<DayMention> {
    let mut found = Vec::new();
    let mut at = 0;
    let mut chain = 0;
    while at < tokens.len() {
        let (weekdays, begin) = leading_weekdays(tokens, at);
        let Some(mut items) = items(tokens, begin) else {
            at += 1;
            continue;
        };
        if let (Some(first), Some(weekday)) = (items.first_mut(), weekdays) {
            first.from = at;
            first.weekday = first.weekday.or(Some(weekday));
        }
        let end = items.last().map_or(at + 1, |it| it.until);
        chain += 1;
        mentions(tokens, &items, chain, &mut found);
        at = end.max(at + 1);
    }
    found
}

/// "Freitag bis Sonntag," before the days themselves.
fn leading_weekdays(tokens: &Tokens<'_>, at: usize) -> (Option<Weekday>, usize) {
    let first = tokens.word(at).and_then(names::weekday);
    let Some((weekday, _)) = first else {
        return (None, at);
    };
    let mut next = at + 1;
    if tokens.is(next, '.') {
        next += 1;
    }
    let Some((_, behind)) = join(tokens, next) else {
        return (None, at);
    };
    if tokens.word(behind).and_then(names::weekday).is_none() {
        return (None, at);
    }
    let second = behind + 1;
    // "Samstag, Sonntag, 5. Mai" reads on from the second, which may then be the day's own.
    let mut after = second;
    while tokens.is_one_of(after, &['.', ',', ':']) {
        after += 1;
    }
    if items(tokens, after).is_some_and(|it| it.len() > 1) {
        return (Some(weekday), after);
    }
    (None, at)
}

/// The chain that begins here.
fn items(tokens: &Tokens<'_>, at: usize) -> Option<Vec<Item>> {
    let mut chain = vec![item(tokens, at, Join::Comma)?];
    while let Some(last) = chain.last() {
        let Some((join, next)) = join(tokens, last.until) else {
            break;
        };
        match item(tokens, next, join) {
            Some(next) if chain.len() < 60 => chain.push(next),
            _ => break,
        }
    }
    while chain.last().is_some_and(|it| it.month.is_none()) {
        chain.pop();
    }
    fill(&mut chain);
    chain.first()?;
    Some(chain)
}

/// The word or mark that joins days, and where the next begins.
fn join(tokens: &Tokens<'_>, at: usize) -> Option<(Join, usize)> {
    let word = tokens.lower(at);
    let join = match word.as_str() {
        "bis" => Join::Until,
        "und" | "u" | "sowie" => Join::And,
        "oder" | "bzw" => Join::Or,
        _ if tokens.is_one_of(at, &['-', '–', '—', '−', '‐', '‑']) => Join::Until,
        _ if tokens.is(at, '/') => Join::Slash,
        _ if tokens.is_one_of(at, &['&', '+']) => Join::And,
        _ if tokens.is(at, ',') => Join::Comma,
        _ => return None,
    };
    let mut next = at + 1;
    while join == Join::Until && tokens.is(next, '-') && tokens.is_joined(next) {
        next += 1;
    }
    if matches!(word.as_str(), "u" | "bzw") && tokens.is(next, '.') {
        next += 1;
    }
    // "3.5., und 5.5.", "vom 3.5. – bis 5.5."
    if let (Join::Comma, "und" | "oder") = (join, tokens.lower(next).as_str()) {
        return self::join(tokens, next);
    }
    while matches!(
        tokens.lower(next).as_str(),
        "am" | "zum" | "den" | "dem" | "der" | "einschließlich"
    ) {
        next += 1;
    }
    Some((join, next))
}

/// One day.
fn item(tokens: &Tokens<'_>, at: usize, join: Join) -> Option<Item> {
    let (weekday, number) = weekday_before(tokens, at);
    if let Some((date, until)) = compact(tokens, number) {
        return Some(Item {
            from: at,
            until,
            weekday,
            day: date.day(),
            month: Some(date.month()),
            year: Some(date.year()),
            join,
            is_own: true,
        });
    }
    let (day, digits) = tokens.number(number)?;
    let day = i8::try_from(day).ok().filter(|it| (1..=31).contains(it))?;
    if digits > 2 || is_part_of_number(tokens, number) {
        return None;
    }
    let mut item = Item {
        from: at,
        until: number + 1,
        weekday,
        day,
        month: None,
        year: None,
        join,
        is_own: false,
    };
    month_behind(tokens, &mut item);
    let is_dotted = item.month.is_some() || tokens.is(number + 1, '.');
    if item.month.is_none() && tokens.is(number + 1, '.') {
        item.until = number + 2;
    }
    item.is_own = item.month.is_some();
    // A number alone is a day only between marks: "8/9. Juni", "3 bis 5. Mai".
    (is_dotted || self::join(tokens, item.until).is_some_and(|(join, _)| join != Join::Comma))
        .then_some(item)
}

/// The weekday in front of a day, and where the day begins.
fn weekday_before(tokens: &Tokens<'_>, at: usize) -> (Option<Weekday>, usize) {
    let Some((weekday, _)) = tokens.word(at).and_then(names::weekday) else {
        return (None, at);
    };
    let mut next = at + 1;
    while tokens.is_one_of(next, &['.', ',', ':', '|', '–', '-']) && next < at + 4 {
        next += 1;
    }
    if matches!(tokens.lower(next).as_str(), "den" | "dem" | "der" | "am") {
        next += 1;
    }
    match tokens.get(next) {
        Some(token) if token.kind == Kind::Number => (Some(weekday), next),
        _ => (None, at),
    }
}

/// `2026-05-07`, `10-11-2019`, `12/03/2024`.
fn compact(tokens: &Tokens<'_>, at: usize) -> Option<(Date, usize)> {
    let mark = ['-', '/']
        .into_iter()
        .find(|mark| tokens.is(at + 1, *mark))?;
    if !tokens.is(at + 3, mark) || !(1..=4).all(|next| tokens.is_joined(at + next)) {
        return None;
    }
    let (first, digits) = tokens.number(at)?;
    let (month, _) = tokens.number(at + 2)?;
    let (last, last_digits) = tokens.number(at + 4)?;
    let (year, day) = match (digits, last_digits) {
        (4, 2) => (first, last),
        (1 | 2, 4) => (last, first),
        _ => return None,
    };
    let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    let found = Date::new(year, month, day).ok()?;
    ((1900..2100).contains(&year)).then_some((found, at + 5))
}

/// Whether a number is the tail of something longer: `0,5`, `1.234`, `§ 3.5.1`.
fn is_part_of_number(tokens: &Tokens<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else {
        return false;
    };
    let is_number = before
        .checked_sub(1)
        .and_then(|it| tokens.number(it))
        .is_some();
    tokens.is_joined(at) && tokens.is_one_of(before, &[',', '.', ':']) && is_number
        || tokens.is(before, '§')
}

/// The month behind a day, as number or as word, and the year behind it.
fn month_behind(tokens: &Tokens<'_>, item: &mut Item) {
    let number = item.until.saturating_sub(1);
    let mut next = item.until;
    let has_dot = tokens.is(next, '.');
    if has_dot {
        next += 1;
    }
    if let Some((month, _)) = tokens.word(next).and_then(names::month) {
        item.month = Some(month);
        item.until = next + 1;
        if tokens.is(item.until, '.') && tokens.is_joined(item.until) && is_short(tokens, next) {
            item.until += 1;
        }
        year_behind(tokens, item, false);
        return;
    }
    let Some((month, digits)) = tokens.number(next).filter(|_| has_dot) else {
        return;
    };
    let Some(month) = i8::try_from(month).ok().filter(|it| (1..=12).contains(it)) else {
        return;
    };
    if digits > 2 {
        return;
    }
    if tokens.is(next + 1, '.') && tokens.is_joined(next + 1) {
        item.month = Some(month);
        item.until = next + 2;
        year_behind(tokens, item, true);
        // A digit that goes on and is no year: the number of a version or a paragraph.
        if item.year.is_none() && tokens.is_joined(next + 2) && tokens.number(next + 2).is_some() {
            item.month = None;
            item.until = number + 1;
        }
    } else if tokens.is_joined(next) && digits == 2 && is_told_as_day(tokens, number, next + 1) {
        item.month = Some(month);
        item.until = next + 1;
    }
}

fn is_short(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens
        .word(at)
        .and_then(names::month)
        .is_some_and(|(_, short)| short)
}

/// "am 17.08 bei": a day without its last dot, told from an hour by the word before it.
fn is_told_as_day(tokens: &Tokens<'_>, number: usize, behind: usize) -> bool {
    let before = number.checked_sub(1).unwrap_or(usize::MAX);
    let is_told = matches!(tokens.lower(before).as_str(), "am" | "den" | "dem" | "vom")
        || tokens.word(before).and_then(names::weekday).is_some()
        || tokens.is_one_of(before, &[',', '.'])
            && before
                .checked_sub(1)
                .and_then(|it| tokens.word(it))
                .and_then(names::weekday)
                .is_some();
    is_told
        && !matches!(
            tokens.lower(behind).as_str(),
            "uhr" | "h" | "prozent" | "euro"
        )
        && !tokens.is_one_of(behind, &['%', '€', ':'])
}

/// A year of four digits, or of two where they stand close: `13.1.18`, `’18`.
fn year_behind(tokens: &Tokens<'_>, item: &mut Item, is_numeric: bool) {
    let at = item.until;
    let (at, has_mark) = if tokens.is_one_of(at, &['\'', '’', '´', '`']) {
        (at + 1, true)
    } else {
        (at, false)
    };
    let Some((number, digits)) = tokens.number(at) else {
        return;
    };
    let goes_on = tokens.is_one_of(at + 1, &[':', '.'])
        && tokens.is_joined(at + 1)
        && tokens.is_joined(at + 2)
        && tokens.number(at + 2).is_some();
    let is_hour = matches!(tokens.lower(at + 1).as_str(), "uhr" | "h");
    let year = match digits {
        4 if (1900..2100).contains(&number) => number,
        2 if (has_mark || is_numeric && tokens.is_joined(at)) && !goes_on && !is_hour => {
            number + if number < 70 { 2000 } else { 1900 }
        }
        _ => return,
    };
    item.year = Some(year);
    item.until = at + 1;
}

/// Gives every day of a chain the month and year that stand with a neighbour.
fn fill(chain: &mut [Item]) {
    let mut later: Option<(i8, Option<i16>)> = None;
    for item in chain.iter_mut().rev() {
        if let Some((month, year)) = later {
            let own = *item.month.get_or_insert(month);
            if item.year.is_none() {
                item.year = year.map(|it| if own > month { it - 1 } else { it });
            }
        }
        later = item.month.map(|month| (month, item.year));
    }
    let mut earlier: Option<(i8, Option<i16>)> = None;
    for item in chain {
        if let (None, Some((month, Some(year))), Some(own)) = (item.year, earlier, item.month) {
            item.year = Some(if own < month { year + 1 } else { year });
        }
        earlier = item.month.map(|month| (month, item.year));
    }
}

/// A year with a 29 February, to count days that have none.
const SOME_YEAR: i16 = 2024;

fn day_of(item: &Item) -> Option<Day> {
    let day = Day {
        year: item.year,
        month: item.month?,
        day: item.day,
    };
    day.within(SOME_YEAR).map(|_| day)
}

/// Whether the second is the very next day.
fn is_next_day(first: Day, second: Day) -> bool {
    let day = |it: Day| it.within(SOME_YEAR);
    match (day(first), day(second)) {
        (Some(first), Some(second)) => first.tomorrow().ok() == Some(second),
        _ => false,
    }
}

/// Whether a span of days is one: it goes forward, over new year at most.
fn goes_forward(first: Day, last: Day) -> bool {
    match (first.whole(), last.whole()) {
        (Some(first), Some(last)) => first < last,
        _ => (first.month, first.day) < (last.month, last.day) || first.month > last.month + 6,
    }
}

/// Cuts a chain into spans and single days.
fn mentions(tokens: &Tokens<'_>, chain: &[Item], number: usize, found: &mut Vec<DayMention>) {
    let begin = found.len();
    let has_choice = chain.iter().any(|it| it.join == Join::Or);
    for item in chain {
        let Some(day) = day_of(item) else { continue };
        let until = tokens.end_before(item.until);
        if let Some(last) = found.last_mut().filter(|it| it.chain == number) {
            let end = last.last.unwrap_or(last.first);
            let is_span = match item.join {
                Join::Until => last.last.is_none() && goes_forward(end, day),
                Join::Slash | Join::And | Join::Comma => is_next_day(end, day),
                Join::Or => false,
            };
            if is_span {
                last.last = Some(day);
                last.span.end = until;
                continue;
            }
        }
        found.push(DayMention {
            span: tokens.start(item.from)..until,
            weekday: item.weekday,
            first: day,
            last: None,
            is_alternative: has_choice,
            chain: number,
        });
    }
    for mention in found.iter_mut().skip(begin) {
        trailing_weekday(tokens, mention);
    }
}

/// "12.03.2024 (Di)" and "12. März, Dienstag".
fn trailing_weekday(tokens: &Tokens<'_>, mention: &mut DayMention) {
    let at = tokens.at_offset(mention.span.end);
    if mention.weekday.is_some() || !tokens.is_one_of(at, &['(', ',']) {
        return;
    }
    let Some((weekday, short)) = tokens.word(at + 1).and_then(names::weekday) else {
        return;
    };
    let in_brackets = tokens.is(at, '(') && tokens.is(at + 2, ')');
    if in_brackets || !short && item(tokens, at + 1, Join::Comma).is_none() {
        mention.weekday = Some(weekday);
        mention.span.end = tokens.end_before(at + if in_brackets { 3 } else { 2 });
    }
}
