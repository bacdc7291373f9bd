//! The passages that belong to a day besides its sentence.

use std::ops::Range;

use crate::finding::context::{Context, sentences};
use crate::finding::judging::Candidate;
use crate::finding::{lonely, places, words};
use crate::grammar::tokens::Tokens;
use crate::page::{Kind, Zone};

/// How far the lines behind a day may belong to it.
const REACH: usize = 700;

/// The passages that belong to a day besides its sentence: its lines, and the parts below until
/// another day or heading comes.
pub(crate) fn entry(context: &Context<'_>, it: &Candidate) -> Vec<Range<usize>> {
    let page = context.page;
    let mut found = Vec::new();
    let Some(block) = page.blocks.get(it.block) else {
        return found;
    };
    if let Some(head) = it.head {
        return below(context, head);
    }
    let days: Vec<Range<usize>> = context.days(it.block).map(|it| it.span.clone()).collect();
    let place = days
        .iter()
        .position(|span| *span == it.day.span)
        .unwrap_or(0);
    let is_only = days.len() == 1;
    found.extend(of_own_part(context, it, &block.span, &days));
    let is_last = place + 1 == days.len();
    let heads = matches!(block.kind, Kind::Heading(_));
    if is_last && (it.is_entry || heads || is_only) {
        let mut reach = 0;
        for at in it.block + 1..it.block + 7 {
            let Some(next) = page.blocks.get(at) else {
                break;
            };
            let is_title = matches!(next.kind, Kind::Heading(1..=6))
                || matches!(next.kind, Kind::Heading(_))
                    && at > it.block + 1
                    && context.clocks(at).is_empty()
                    && opens_another(context, at)
                    && !is_part_of_entry(context.words(&next.span));
            let is_sibling = block.kind == Kind::Item
                && next.kind == Kind::Item
                && !opens_with_label(context.words(&next.span))
                && (block.span.len() > 40 || follows_item_with_day(context, it.block));
            reach += next.span.len();
            if is_title || is_sibling || reach > REACH || next.zone != Zone::Main {
                break;
            }
            if let Some(day) = context.days(at).next() {
                // Up to the sentence with the other day.
                let until = context.sentence(at, day.span.start).start;
                if until > next.span.start {
                    found.push(next.span.start..until);
                }
                break;
            }
            found.push(next.span.clone());
        }
    }
    // The heading's words say where, too.
    if is_only
        && let Some(heading) = context
            .headings(it.block)
            .first()
            .filter(|at| context.days(**at).next().is_none() || is_title(context, **at))
            .and_then(|at| page.blocks.get(*at))
        && (heading.kind != Kind::Heading(7)
            || it.is_entry && crate::finding::judging::title_below(context, it).is_none()
            || names_gathering(context, &heading.span))
    {
        found.push(heading.span.clone());
    }
    found
        .into_iter()
        .flat_map(|span| telling(context, span))
        .collect()
}

fn is_title(context: &Context<'_>, at: usize) -> bool {
    let part = context.page.blocks.get(at);
    part.is_some_and(|it| matches!(it.kind, Kind::Heading(1..=6)))
}

/// The lines of the part that holds a day, which belong to it.
fn of_own_part(
    context: &Context<'_>,
    it: &Candidate,
    block: &Range<usize>,
    days: &[Range<usize>],
) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let place = days.iter().position(|span| *span == it.day.span);
    // Behind the sentence up to the line of the next day.
    let next = days.get(place.unwrap_or(0) + 1);
    let behind_end = next.map_or(block.end, |next| {
        context.sentence(it.block, next.start).start
    });
    if behind_end > it.sentence.end {
        found.push(it.sentence.end..behind_end);
    }
    // Days of one sentence share what stands in the lines above it.
    let is_shared = days.iter().all(|day| it.sentence.contains(&day.start));
    if (days.len() == 1 || is_shared) && block.start < it.sentence.start {
        found.push(block.start..it.sentence.start);
    }
    found
}

/// Whether a line that only looks like a heading opens something else: another day follows soon, or
/// it says so.
fn opens_another(context: &Context<'_>, at: usize) -> bool {
    let blocks = &context.page.blocks;
    let words = blocks.get(at).map_or("", |it| context.words(&it.span));
    words::is_generic_heading(words)
        || (at..at + 4).any(|next| {
            let kind = blocks.get(next).map(|it| &it.kind);
            context.days(next).next().is_some() || matches!(kind, Some(Kind::Heading(1..=6)))
        })
}

/// Whether a short line belongs to what stands above it: it only says where, or is a label that
/// what it names follows.
fn is_part_of_entry(words: &str) -> bool {
    let tokens = Tokens::of(words);
    let has_address = (0..tokens.len()).any(|at| {
        crate::grammar::places::street_at(&tokens, at).is_some()
            || crate::grammar::towns::coded_town(&tokens, at).is_some()
    });
    has_address
        || opens_with_label(words)
        || words.trim_end().ends_with(':')
        || places::is_house_line(words)
}

/// "Ort: …", "Beginn: …": an entry of a list that goes on with the one before.
fn opens_with_label(words: &str) -> bool {
    let tokens = Tokens::of(words);
    tokens.is(1, ':')
        && (words::is_question_word(&tokens.lower(0)) || places::is_label(&tokens.lower(0)))
}

/// Whether the entry before is one with a day of its own: a list with one entry for each.
fn follows_item_with_day(context: &Context<'_>, block: usize) -> bool {
    block.checked_sub(1).is_some_and(|at| {
        let before = context.page.blocks.get(at);
        before.is_some_and(|it| it.kind == Kind::Item) && context.days(at).next().is_some()
    })
}

/// The parts below a heading, and the heading.
fn below(context: &Context<'_>, head: usize) -> Vec<Range<usize>> {
    let blocks = &context.page.blocks;
    (head + 1..blocks.len().min(head + 8))
        .take_while(|at| context.days(*at).next().is_none())
        .filter_map(|at| blocks.get(at))
        .take_while(|it| !matches!(it.kind, Kind::Heading(1..=6)) && it.zone == Zone::Main)
        .chain(blocks.get(head))
        .flat_map(|it| telling(context, it.span.clone()))
        .collect()
}

fn names_gathering(context: &Context<'_>, span: &Range<usize>) -> bool {
    let tokens = Tokens::of(context.words(span));
    (0..tokens.len()).any(|at| words::names_gathering_at(&tokens, at))
}

/// From here on a passage is prose, of which only some sentences speak of when and where.
const PROSE: usize = 180;

/// Of long passages the sentences that tell when or where; short ones whole.
fn telling(context: &Context<'_>, span: Range<usize>) -> Vec<Range<usize>> {
    if span.len() <= PROSE {
        return vec![span];
    }
    sentences(context.text(), &span)
        .into_iter()
        .filter(|it| {
            let words = context.words(it);
            let comes_again = context.block_at(it.start).is_some_and(|at| {
                let said = context.whens.get(at).map(|it| it.recurring.as_slice());
                said.unwrap_or_default()
                    .iter()
                    .any(|other| it.contains(&other.span.start))
            });
            if comes_again {
                return false;
            }
            let is_line = words.len() < 90 && !words.trim_end().ends_with(['.', '!', '?']);
            is_line
                || lonely::speaks_of_it(words)
                || words.len() < 220 && !context.clocks_in(it).is_empty()
        })
        .collect()
}
