//! What a gathering is called in a table: by its column, by the head above its day, or by the cell
//! that says no day, time or place.

use std::ops::Range;

use super::above::above;
use super::{clean, names_gathering};
use crate::finding::context::Context;
use crate::finding::judging::Candidate;
use crate::finding::places::head_cells;
use crate::finding::words;
use crate::grammar::tokens::Tokens;
use crate::grammar::{names, places, when};
use crate::page::Kind;

/// The cell that says what: by its column, or the longest that is no day, time or place.
pub(super) fn in_row(context: &Context<'_>, it: &Candidate) -> Option<String> {
    let page = context.page;
    let Some(Kind::Row { cells, .. }) = page.blocks.get(it.block).map(|it| &it.kind) else {
        return None;
    };
    // "Datum: | 7.11.": the row says one thing of a gathering whose name stands elsewhere.
    if cells.len() <= 2 && page.words(cells.first()?).trim_end().ends_with(':') {
        return above(context, it);
    }
    let heads = head_cells(context, it.block);
    if let Some(body) = of_column(context, it, cells, &heads) {
        return Some(body);
    }
    let by_column = heads.iter().zip(cells).find_map(|(head, cell)| {
        let head = page.words(head).to_lowercase();
        let is_name = [
            "titel",
            "veranstaltung",
            "thema",
            "was",
            "bezeichnung",
            "name",
            "anlass",
            "event",
            "inhalt",
        ]
        .iter()
        .any(|it| head.starts_with(it));
        is_name
            .then(|| page.words(cell).to_owned())
            .filter(|it| !it.is_empty())
    });
    let longest = || {
        let free = cells.iter().filter(|cell| {
            let words = page.words(cell);
            let said = when(words);
            let is_street = {
                let tokens = Tokens::of(words);
                (0..tokens.len()).any(|at| places::street_at(&tokens, at).is_some())
            };
            said.days.is_empty()
                && said.clocks.is_empty()
                && !is_street
                && words.len() > 3
                && names::month(words).is_none()
                && !context.knows_town(words.split(',').next().unwrap_or(""))
        });
        let free: Vec<&str> = free.map(|it| page.words(it)).collect();
        let named = free.iter().find(|it| names_gathering(it));
        let first = free.iter().find(|it| it.starts_with(char::is_uppercase));
        named
            .or(first)
            .or_else(|| free.iter().max_by_key(|it| it.len()))
            .map(|it| (*it).to_owned())
    };
    let name = by_column.or_else(longest)?;
    let name = name.lines().next().unwrap_or("").to_owned();
    if name.len() < 14
        && !names_gathering(&name)
        && let Some(heading) = above(context, it)
    {
        return Some(format!("{heading}: {name}"));
    }
    Some(name)
}

/// Where a row has several days, each under its own head: what the head names, or where that says
/// nothing, the cell that opens the row.
fn of_column(
    context: &Context<'_>,
    it: &Candidate,
    cells: &[Range<usize>],
    heads: &[Range<usize>],
) -> Option<String> {
    let has_day = |cell: &Range<usize>| {
        let mut days = context.days(it.block);
        days.any(|day| cell.start <= day.span.start && day.span.end <= cell.end)
    };
    if cells.iter().filter(|cell| has_day(cell)).count() < 2 {
        return None;
    }
    let own = cells
        .iter()
        .position(|cell| cell.start <= it.day.span.start && it.day.span.end <= cell.end)?;
    let head = heads.get(own).map(|it| context.words(it)).and_then(clean);
    let head = head.filter(|it| !words::is_generic_heading(it) && when(it).days.is_empty());
    let first = cells.first().filter(|cell| !has_day(cell));
    let first = first.map(|it| context.words(it)).and_then(clean);
    head.or_else(|| first.filter(|it| names::month(it).is_none()))
}
