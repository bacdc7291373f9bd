//! Titles that stand above a day: headings, the lines that open a page, the prose that leads to a
//! list.

use std::ops::Range;

use super::phrases::{LONG, phrase};
use super::trimming::{clean, without_when};
use super::{leads_many, names_gathering, title_of_line};
use crate::finding::context::{Context, sentences};
use crate::finding::judging::Candidate;
use crate::finding::words;
use crate::grammar::names;
use crate::grammar::tokens::Tokens;
use crate::page::Kind;

/// The nearest heading above that says something, as long as it is this gathering's own.
pub(super) fn above(context: &Context<'_>, it: &Candidate) -> Option<String> {
    let headings = context.headings(it.block);
    let nearest = headings.first().copied().unwrap_or(0);
    let lines = above_facts(context, nearest);
    lines
        .into_iter()
        .chain(headings.into_iter().take(4))
        .find_map(|at| {
            let block = context.page.blocks.get(at)?;
            let words = context.words(&block.span);
            let own_days = context.days(at).next().is_some();
            let is_line = block.kind == Kind::Heading(7);
            if words::is_generic_heading(words)
                || is_line && is_below_title(context, at)
                || is_agenda_item(words)
                || context
                    .datelines
                    .iter()
                    .any(|it| block.span.contains(&it.start))
                || is_line && title_of_line(context, words).is_none()
                || is_line && is_caption(context, words)
                || is_line && words.trim_end().ends_with(':') && Tokens::of(words).len() > 5
                || own_days && !matches!(block.kind, Kind::Heading(1..=6))
            {
                return None;
            }
            clean(&without_when(words))
        })
}

/// The lines above one that only tells a fact, as on flyers: the title stands above "Referentin: …".
fn above_facts(context: &Context<'_>, line: usize) -> Vec<usize> {
    let words = |at: usize| {
        let block = context.page.blocks.get(at);
        block
            .filter(|it| it.kind == Kind::Heading(7))
            .map(|it| Tokens::of(context.words(&it.span)))
    };
    let is_fact = words(line).is_some_and(|it| it.is(1, ':') && words::is_fact_label(&it.lower(0)));
    let above = (line.saturating_sub(3)..line).rev();
    let lines = above.take_while(|at| words(*at).is_some());
    if is_fact { lines.collect() } else { Vec::new() }
}

/// Whether a line that only looks like a heading stands right below a true one that says something: it
/// is its second line, or a mark of what kind it is.
fn is_below_title(context: &Context<'_>, at: usize) -> bool {
    let above = at.checked_sub(1).and_then(|it| context.page.blocks.get(it));
    above.is_some_and(|it| {
        let words = context.words(&it.span);
        matches!(it.kind, Kind::Heading(2..=6)) && !words::is_generic_heading(words)
    })
}

/// "6. Sonstiges": a numbered line that names no gathering is what one of them speaks about.
fn is_agenda_item(words: &str) -> bool {
    let tokens = Tokens::of(words);
    let is_numbered = tokens.number(0).is_some_and(|(_, digits)| digits <= 2)
        && tokens.is_one_of(1, &['.', ')'])
        && names::month(tokens.letters(2)).is_none();
    is_numbered && !names_gathering(words)
}

/// The heading above a sentence, where both name the same gathering.
pub(super) fn heading_of_same(context: &Context<'_>, it: &Candidate) -> Option<String> {
    if leads_many(context, it) {
        return None;
    }
    let sentence = context.words(&it.sentence).to_lowercase();
    above(context, it).filter(|heading| {
        let tokens = Tokens::of(heading);
        (0..tokens.len()).any(|at| {
            words::names_gathering_at(&tokens, at) && sentence.contains(&tokens.lower(at))
        })
    })
}

/// The sentences right above a list of bare days, those of the nearest part first: "… in unser
/// Nähcafé. Die nächsten Termine:".
pub(crate) fn told_above(context: &Context<'_>, it: &Candidate) -> Vec<Range<usize>> {
    let blocks = &context.page.blocks;
    let is_bare = context.words(&it.sentence).trim().len() <= it.day.span.len() + 12;
    if !is_bare || !leads_many(context, it) {
        return Vec::new();
    }
    let is_prose = |at: &usize| {
        let part = blocks.get(*at);
        part.is_some_and(|it| !matches!(it.kind, Kind::Heading(1..=6) | Kind::Row { .. }))
    };
    let above = (it.block.saturating_sub(25)..it.block)
        .rev()
        .take_while(is_prose);
    let mut free = above.filter(|at| {
        let length = blocks.get(*at).map_or(0, |it| it.span.len());
        length > 120 || context.days(*at).next().is_none()
    });
    let near = [free.next(), free.next()].into_iter().flatten();
    near.filter_map(|at| blocks.get(at).filter(|it| it.span.len() < LONG))
        .flat_map(|block| sentences(context.text(), &block.span))
        .collect()
}

/// What the prose right above a list of bare days names first.
pub(super) fn named_in_lead(context: &Context<'_>, it: &Candidate) -> Option<String> {
    let said = told_above(context, it);
    said.into_iter().find_map(|it| phrase(context.words(&it)))
}

fn is_caption(context: &Context<'_>, words: &str) -> bool {
    let figures = &context.page.figures;
    words.contains("Foto:")
        || figures
            .iter()
            .any(|it| it.caption.as_deref() == Some(words))
}

/// "Gemeinsam statt einsam / Aktionstag im Viertel": the few lines that open a page right above its
/// day, as on flyers.
pub(super) fn opening_lines(context: &Context<'_>, it: &Candidate) -> Option<String> {
    let mut main = context.page.blocks.iter().take(it.block);
    let first = main.next()?;
    let lines: Vec<&str> = context.words(&first.span).lines().collect();
    let is_short = lines.len() <= 3 && lines.iter().all(|it| it.chars().count() <= 60);
    let is_bare = context.days(0).next().is_none() && context.clocks(0).is_empty();
    let is_alone = main.next().is_none() && first.kind == Kind::Text;
    let title = lines.join(" – ");
    (is_short && is_bare && is_alone && names_gathering(&title))
        .then(|| clean(&title))
        .flatten()
}

pub(super) fn leads_list(context: &Context<'_>, it: &Candidate) -> bool {
    let heading = context.headings(it.block).first().copied();
    heading
        .and_then(|at| context.page.blocks.get(at))
        .is_some_and(|block| {
            let tokens = Tokens::of(context.words(&block.span));
            (0..tokens.len()).any(|at| words::leads_days(&tokens.lower(at)))
        })
}
