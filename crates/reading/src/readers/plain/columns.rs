//! Flyers as plain text, in two columns that blanks part.

use std::borrow::Cow;

use crate::grammar::when;

/// The fewest lines of a column.
const FEWEST: usize = 4;
/// The most lines of a flyer.
const MOST: usize = 200;
/// How many blanks part two columns at least.
const APART: usize = 3;

/// A text column by column, where it has two: those of a table, whose left one says days or labels,
/// are left as they are.
pub(super) fn one_by_one(text: &str) -> Cow<'_, str> {
    let count = text.lines().take(MOST + 1).count();
    if count > MOST || !text.contains("   ") {
        return Cow::Borrowed(text);
    }
    let lines: Vec<Vec<char>> = text.lines().map(|it| it.chars().collect()).collect();
    match second_column(&lines) {
        Some(at) => Cow::Owned(parted(&lines, at)),
        None => Cow::Borrowed(text),
    }
}

/// Where the second column begins.
fn second_column(lines: &[Vec<char>]) -> Option<usize> {
    let begins: Vec<usize> = lines.iter().filter_map(|it| begin_behind_gap(it)).collect();
    let mut places = begins.clone();
    places.sort_unstable();
    places.dedup();
    let at = places
        .into_iter()
        .max_by_key(|at| begins.iter().filter(|it| *it == at).count())?;
    let lefts: Vec<String> = lines.iter().map(|it| side(it, 0, at)).collect();
    let rights = lines
        .iter()
        .filter(|it| !side(it, at, usize::MAX).is_empty());
    let is_free = lines
        .iter()
        .all(|it| it.len() <= at || it.get(at - 2..at) == Some(&[' ', ' ']));
    let told: Vec<&String> = lefts.iter().filter(|it| !it.is_empty()).collect();
    let is_label = |it: &String| it.ends_with(':') || it.starts_with('|') || says_day_alone(it);
    let labels = told.iter().filter(|it| is_label(it)).count();
    let both = begins.iter().filter(|it| **it == at).count();
    (is_free
        && both >= FEWEST - 1
        && told.len() >= FEWEST
        && rights.count() >= FEWEST
        && labels * 3 < told.len())
    .then_some(at)
}

fn says_day_alone(words: &str) -> bool {
    let days = when(words).days;
    days.first()
        .is_some_and(|it| it.span.len() + 8 > words.len())
}

/// Where the words behind the last wide gap of a line begin.
fn begin_behind_gap(line: &[char]) -> Option<usize> {
    let mut blanks = 0;
    let mut found = None;
    let mut has_words = false;
    for (at, letter) in line.iter().enumerate() {
        if *letter == ' ' {
            blanks += 1;
            continue;
        }
        if has_words && blanks >= APART {
            found = Some(at);
        }
        (blanks, has_words) = (0, true);
    }
    found
}

fn side(line: &[char], from: usize, until: usize) -> String {
    let part = line.get(from..until.min(line.len())).unwrap_or_default();
    part.iter().collect::<String>().trim().to_owned()
}

fn parted(lines: &[Vec<char>], at: usize) -> String {
    let column = |from: usize, until: usize| -> String {
        let words = lines.iter().map(|it| side(it, from, until));
        words.collect::<Vec<_>>().join("\n")
    };
    format!("{}\n\n{}\n", column(0, at), column(at, usize::MAX))
}
