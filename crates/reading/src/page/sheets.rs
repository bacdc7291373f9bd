//! Sheets of calendars: the number of a day in one box and its month in the next, as lists of
//! dates are drawn.

use super::{Kind, Page};
use crate::grammar::names;
use crate::grammar::tokens::Tokens;

/// What a box of a sheet says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Piece {
    Weekday,
    Day,
    Month,
    Year,
}

/// Makes the boxes of each sheet one part, the day first. A number beside other numbers is a grid of
/// days, and no sheet.
pub(super) fn join(page: &mut Page) {
    let pieces: Vec<Option<Piece>> = page
        .blocks
        .iter()
        .map(|it| (it.kind == Kind::Text).then(|| piece(page.words(&it.span)))?)
        .collect();
    if !pieces.contains(&Some(Piece::Month)) {
        return;
    }
    let mut kept = Vec::with_capacity(page.blocks.len());
    let mut at = 0;
    while let Some(block) = page.blocks.get(at) {
        let count = sheet(&pieces, at);
        let mut block = block.clone();
        if let Some(last) = page.blocks.get(at + count - 1).filter(|_| count > 1) {
            let words = page.words(&(block.span.start..last.span.end)).to_owned();
            block.span.end = last.span.end;
            page.text
                .replace_range(block.span.clone(), &in_order(&words));
        }
        kept.push(block);
        at += count;
    }
    page.blocks = kept;
}

/// How many boxes from here are one sheet.
fn sheet(pieces: &[Option<Piece>], at: usize) -> usize {
    let piece = |at: usize| pieces.get(at).copied().flatten();
    let from = at + usize::from(piece(at) == Some(Piece::Weekday));
    let is_sheet = matches!(
        (piece(from), piece(from + 1)),
        (Some(Piece::Day), Some(Piece::Month)) | (Some(Piece::Month), Some(Piece::Day))
    );
    let mut until = from + 2;
    until += usize::from(piece(until) == Some(Piece::Year));
    let before = at.checked_sub(1).and_then(piece);
    let is_grid = before == Some(Piece::Day) || piece(until) == Some(Piece::Day);
    if is_sheet && !is_grid { until - at } else { 1 }
}

/// The words of a sheet in one line of the same length, the month behind its day.
fn in_order(words: &str) -> String {
    let line = words.replace('\n', " ");
    let tokens = Tokens::of(words);
    let first = usize::from(
        tokens
            .word(0)
            .is_some_and(|it| names::weekday(it).is_some() && names::month(it).is_none()),
    );
    let (from, until) = (tokens.start(first), tokens.len());
    let (month, day) = (
        tokens.letters(first),
        (first + 1..until).find(|at| tokens.number(*at).is_some()),
    );
    let Some(day) = day.filter(|_| names::month(month).is_some()) else {
        return line;
    };
    let number = tokens.letters(day);
    let rest = line.get(tokens.start(day) + number.len()..).unwrap_or("");
    let lead = line.get(..from).unwrap_or("");
    let gap = line
        .get(from + month.len()..tokens.start(day))
        .unwrap_or("")
        .replace('.', " ");
    format!("{lead}{number}{gap}{month}{rest}")
}

/// What a part says, where it is nothing but one of these.
fn piece(words: &str) -> Option<Piece> {
    if words.len() > 12 {
        return None;
    }
    let tokens = Tokens::of(words);
    let stop = usize::from(tokens.is_one_of(1, &['.', ',']));
    if tokens.len() != 1 + stop {
        return None;
    }
    match (tokens.number(0), tokens.word(0)) {
        (Some((1..=31, 1 | 2)), _) => Some(Piece::Day),
        (Some((1990..2100, 4)), _) => Some(Piece::Year),
        (_, Some(word)) if names::month(word).is_some() => Some(Piece::Month),
        (_, Some(word)) if names::weekday(word).is_some() => Some(Piece::Weekday),
        _ => None,
    }
}
