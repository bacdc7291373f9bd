//! Programmes of a year: the name of a month in a line of its own, and below it days without one,
//! "17. Vortrag".

use std::ops::Range;

use crate::grammar::days::{Day, DayMention};
use crate::grammar::tokens::Tokens;
use crate::grammar::{When, names};
use crate::page::{Kind, Page, Zone};

/// Adds such days to those that were read. Says where they stand, in order.
pub(crate) fn fill(page: &Page, whens: &mut [When]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut month: Option<(i8, Option<i16>)> = None;
    for (block, when) in page.blocks.iter().zip(whens) {
        if block.zone != Zone::Main {
            continue;
        }
        for line in lines(page, &block.span) {
            let tokens = Tokens::of(page.words(&line));
            if let Some(named) = month_alone(&tokens) {
                month = Some(named);
                continue;
            }
            if matches!(block.kind, Kind::Heading(1..=6)) {
                month = None;
                continue;
            }
            let Some((month, year)) = month else {
                continue;
            };
            let is_taken = when.days.iter().any(|it| line.contains(&it.span.start));
            if let (Some(day), false) = (bare_day(&tokens, month, year, line.start), is_taken) {
                when.clocks
                    .retain(|it| it.span.end <= day.span.start || it.span.start >= day.span.end);
                found.push(day.span.clone());
                when.days.push(day);
            }
        }
        when.days.sort_by_key(|it| it.span.start);
    }
    found
}

fn lines(page: &Page, span: &Range<usize>) -> Vec<Range<usize>> {
    let mut at = span.start;
    page.words(span)
        .split_inclusive('\n')
        .map(|it| {
            let line = at..at + it.trim_end().len();
            at += it.len();
            line
        })
        .collect()
}

/// "März", "März 2026": a month and nothing else.
fn month_alone(tokens: &Tokens<'_>) -> Option<(i8, Option<i16>)> {
    let (month, _) = names::month(tokens.word(0)?)?;
    let year = tokens
        .number(1)
        .filter(|(year, digits)| *digits == 4 && (1990..2100).contains(year))
        .map(|(year, _)| year);
    let behind = 1 + usize::from(year.is_some());
    let is_alone = tokens.len() <= behind
        || tokens.len() == behind + 1 && tokens.is_one_of(behind, &[':', '.']);
    is_alone.then_some((month, year))
}

/// "17. Vortrag", "10./11. Tagung", "Sa 17. Fest": the day that opens a line.
fn bare_day(tokens: &Tokens<'_>, month: i8, year: Option<i16>, start: usize) -> Option<DayMention> {
    let weekday = tokens.word(0).and_then(names::weekday);
    let mut from = usize::from(weekday.is_some());
    while from > 0 && tokens.is_one_of(from, &[',', '.']) {
        from += 1;
    }
    let (day, mut until) = ordinal(tokens, from)?;
    let mut last = None;
    let joins = tokens.is_one_of(until, &['/', '-', '–', '+', '&'])
        || matches!(tokens.lower(until).as_str(), "und" | "bis");
    if joins && let Some((other, end)) = ordinal(tokens, until + 1).filter(|(it, _)| *it > day) {
        last = Some(other);
        until = end;
    }
    // "17. Mai" and "1.5" say more than a day; a number alone says too little.
    let goes_on = tokens.number(until).is_some()
        || tokens
            .word(until)
            .is_some_and(|it| names::month(it).is_some());
    let whole = |day: i8| Day { year, month, day };
    (!goes_on && until < tokens.len()).then(|| DayMention {
        span: start + tokens.start(0)..start + tokens.end_before(until),
        weekday: weekday.map(|(day, _)| day),
        first: whole(day),
        last: last.map(whole),
        is_alternative: false,
        chain: 0,
    })
}

/// A number of a day with its stop.
fn ordinal(tokens: &Tokens<'_>, at: usize) -> Option<(i8, usize)> {
    let (number, digits) = tokens.number(at)?;
    (digits <= 2
        && (1..=31).contains(&number)
        && tokens.is(at + 1, '.')
        && tokens.is_joined(at + 1))
    .then(|| Some((i8::try_from(number).ok()?, at + 2)))
    .flatten()
}
