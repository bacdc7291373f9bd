//! What a page says about the year of a day.

use jiff::civil::Date;

use crate::finding::context::Context;
use crate::finding::judging::{self, Candidate};
use crate::finding::titles;
use crate::grammar::tokens::Tokens;
use crate::grammar::years::YearClues;
use crate::page::Zone;

/// What the page says about years around a day.
pub(super) fn clues(context: &Context<'_>, it: &Candidate, last: Option<Date>) -> YearClues {
    let page = context.page;
    let mut clues = YearClues {
        sentence: single_year(context.words(&it.sentence), true)
            .or_else(|| single_year(context.words(&page.blocks.get(it.head?)?.span), true))
            .or_else(|| year_told_before(context, it)),
        published: context.published,
        neighbour: last.or_else(|| whole_day_near(context, it)),
        is_entry: it.is_entry,
        is_past: it.is_past,
        title: page
            .title
            .clone()
            .or_else(|| titles::first_line(context))
            .and_then(|it| single_year(&it, false)),
        ..YearClues::default()
    };
    clues.heading = judging::leads(context, it)
        .into_iter()
        .skip(1)
        .find_map(|lead| single_year(context.words(&lead), false));
    clues.others = years_of(context);
    clues
}

/// "Anfang 2017 fanden wir neue Räume. Am 5. Januar …": the year that a report has come to, in the
/// sentences before, where no other day stands between.
fn year_told_before(context: &Context<'_>, it: &Candidate) -> Option<i16> {
    let block = context.page.blocks.get(it.block)?;
    let from = context
        .days(it.block)
        .map(|day| day.span.end)
        .filter(|end| *end <= it.sentence.start)
        .max()
        .unwrap_or(block.span.start);
    let tokens = Tokens::of(context.text().get(from..it.sentence.start)?);
    (0..tokens.len()).rev().find_map(|at| {
        let (year @ 1990..2100, 4) = tokens.number(at)? else {
            return None;
        };
        let lead = tokens.lower(at.checked_sub(1)?);
        matches!(
            lead.as_str(),
            "jahr"
                | "jahres"
                | "anfang"
                | "mitte"
                | "ende"
                | "frühjahr"
                | "sommer"
                | "herbst"
                | "winter"
        )
        .then_some(year)
    })
}

/// The day with a year that stands closest before, or else behind.
fn whole_day_near(context: &Context<'_>, it: &Candidate) -> Option<Date> {
    let count = context.page.blocks.len();
    let blocks = (0..=it.block).rev().chain(it.block + 1..count);
    blocks
        .filter(|at| context.is_main(*at))
        .take(60)
        .find_map(|at| context.days(at).find_map(|day| day.first.whole()))
}

/// The year that stands alone in words: "im Jahr 2025", "Termine 2026". Two years that differ are
/// none. In a sentence, it must not belong to a month or a date of its own.
fn single_year(text: &str, is_sentence: bool) -> Option<i16> {
    let tokens = Tokens::of(text);
    let days = crate::grammar::when(text).days;
    let mut found: Option<i16> = None;
    for at in 0..tokens.len() {
        let Some((year, 4)) = tokens.number(at) else {
            continue;
        };
        let start = tokens.start(at);
        let in_day = days.iter().any(|it| it.span.contains(&start));
        let before = at.checked_sub(1);
        let is_joined = tokens.is_joined(at)
            && before.is_some_and(|it| tokens.is_one_of(it, &['/', '-', '–', '.', ',']));
        let is_plan = before.is_some_and(|it| {
            let word = tokens.lower(it);
            word == "planung"
                || is_sentence && crate::grammar::names::month(&word).is_some()
                || matches!(
                    word.as_str(),
                    "seit" | "bis" | "ab" | "planung" | "abrechnung" | "von"
                )
        });
        let goes_on = tokens.is_one_of(at + 1, &['/', '-', '–']) && tokens.is_joined(at + 1);
        if !(1990..2100).contains(&year) || in_day && is_sentence || is_joined || is_plan || goes_on
        {
            continue;
        }
        if found.is_some_and(|it| it != year) {
            return None;
        }
        found = Some(year);
    }
    found
}

/// All years that the main part speaks of.
fn years_of(context: &Context<'_>) -> Vec<i16> {
    let mut found = Vec::new();
    for block in context
        .page
        .blocks
        .iter()
        .filter(|it| it.zone == Zone::Main)
        .take(400)
    {
        let tokens = Tokens::of(context.words(&block.span));
        for at in 0..tokens.len() {
            if let Some((year @ 1990..2100, 4)) = tokens.number(at)
                && !found.contains(&year)
            {
                found.push(year);
            }
        }
    }
    found
}
