//! Places that stand in a line without a word that leads to them, between commas and bars.

use std::ops::Range;

use super::{Where, said, venue_part};
use crate::finding::context::Context;
use crate::finding::words;
use crate::grammar::places;
use crate::grammar::tokens::Tokens;
use crate::grammar::towns;

/// Places that stand without a word for it, between commas: "14 Uhr, Tagesstätte, Weimar",
/// "(Grundschule, Am Bach 6)", "19:30 Uhr Bürgerhaus".
pub(super) fn listed(context: &Context<'_>, region: &Range<usize>, found: &mut Where) {
    let text = context.words(region);
    let mut at = 0;
    let mut house: Option<Range<usize>> = None;
    let is_behind_place = |house: &Option<Range<usize>>, found: &Where, at: usize| {
        let venue = found.venue.as_ref().map(|it| it.passage.end);
        let ends = house.as_ref().map(|it| it.end).into_iter().chain(venue);
        ends.into_iter().any(|end| {
            let between = context.text().get(end..at);
            between.is_some_and(|it| it.chars().all(|it| !it.is_alphanumeric() && it != '|'))
        })
    };
    for piece in text.split_inclusive([',', ';', '(', ')', '|', '\n', '–', '•', '·', '●', '@'])
    {
        let begin = region.start + at;
        at += piece.len();
        let span = begin
            ..begin
                + piece
                    .trim_end_matches([',', ';', '(', ')', '|', '\n', '–', '•', '·', '●', '@'])
                    .len();
        let span = behind_when(context, &span);
        let words = context.words(&span).trim();
        if words.is_empty() || words.len() > 90 {
            continue;
        }
        let tokens = Tokens::of(words);
        if house.is_none() && found.venue.is_none() && is_house_phrase(&tokens) {
            house = Some(span.clone());
            continue;
        }
        let until = towns::name_at(&tokens, 0);
        if found.city.is_none()
            && until == Some(tokens.len())
            && (context.knows_town(words)
                || is_behind_place(&house, found, span.start) && towns::is_listed(words))
        {
            found.city = Some(said(context, &span));
        } else if let (Some(first), true) = (&house, places::street_at(&tokens, 0).is_some()) {
            house = Some(first.start..span.end);
        } else if let Some(first) = &house
            && is_house_phrase(&tokens)
            && context
                .text()
                .get(first.end..span.start)
                .is_some_and(|it| it.trim() == ",")
        {
            house = Some(first.start..span.end);
        }
    }
    if let Some(house) = house
        && found.venue.is_none()
    {
        let knows = |name: &str| context.knows_town(name);
        let mut probe = Where::default();
        let place = places::place(context.text(), house.clone(), &knows);
        if let Some(city) = &place.city {
            probe.city = Some(said(context, city));
            probe.venue = Some(said(context, &venue_part(context, &house, &place)));
        } else {
            probe.venue = Some(said(context, &house));
        }
        found.venue = probe.venue.filter(|it| it.value.len() > 2);
        found.city = found.city.take().or(probe.city);
    }
}

/// "20 Uhr: Trommelnacht, Alte Molkerei, Gera": the town that closes an entry behind commas, and
/// before it the house, where at least a title stands in front of both.
pub(super) fn closing_town(context: &Context<'_>, region: &Range<usize>, found: &mut Where) {
    let line = context.words(region).trim_end();
    if line.len() > 200 || line.ends_with(['.', '!', '?']) {
        return;
    }
    let mut pieces = Vec::new();
    let mut at = region.start;
    for piece in line.split_inclusive(',') {
        let span = behind_when(context, &(at..at + piece.trim_end_matches(',').len()));
        at += piece.len();
        if !context.words(&span).trim().is_empty() {
            pieces.push(span);
        }
    }
    let Some((last, before)) = pieces.split_last() else {
        return;
    };
    let town = context.words(last).trim().trim_end_matches('.');
    let tokens = Tokens::of(town);
    let is_town = towns::name_at(&tokens, 0) == Some(tokens.len())
        && towns::is_listed(town)
        && !places::is_house(town)
        && !towns::is_common(town);
    let is_other = found.city.as_ref().is_some_and(|it| it.value != town);
    if before.is_empty() || !is_town || is_other {
        return;
    }
    found.city = found.city.take().or_else(|| Some(said(context, last)));
    if let [_, .., house] = before
        && found.venue.is_none()
    {
        let words = Tokens::of(context.words(house));
        let is_name = words.len() <= 6
            && words.letters(0).starts_with(char::is_uppercase)
            && !words::names_gathering_at(&words, 0);
        found.venue = Some(said(context, house)).filter(|_| is_name);
    }
}

/// What is left of a piece behind its days and times.
pub(super) fn behind_when(context: &Context<'_>, span: &Range<usize>) -> Range<usize> {
    let Some(block) = context.block_at(span.start) else {
        return span.clone();
    };
    let mut begin = span.start;
    let days = context.days(block).map(|it| &it.span);
    for when in days.chain(context.clocks(block).iter().map(|it| &it.span)) {
        if when.start < span.end && span.start < when.end {
            begin = begin.max(when.end.min(span.end));
        }
    }
    let words = context.text().get(begin..span.end).unwrap_or("");
    let skip = words.len()
        - words
            .trim_start_matches([' ', ':', '-', '|', '.', ','])
            .len();
    begin + skip..span.end
}

/// A few capitalised words of which one is a house: no sentence.
pub(super) fn is_house_phrase(tokens: &Tokens<'_>) -> bool {
    let starts_big = tokens.letters(0).starts_with(char::is_uppercase);
    let has_house =
        (0..tokens.len().min(5)).any(|at| tokens.word(at).is_some_and(places::is_house));
    let mut small = 0;
    for at in 0..tokens.len() {
        if let Some(word) = tokens.word(at) {
            let is_link = matches!(
                word,
                "der"
                    | "des"
                    | "dem"
                    | "den"
                    | "die"
                    | "von"
                    | "am"
                    | "an"
                    | "im"
                    | "in"
                    | "und"
                    | "zur"
                    | "e"
                    | "für"
                    | "bei"
            );
            small += usize::from(word.starts_with(char::is_lowercase) && !is_link);
        }
    }
    // No house is called by a year: "Neujahrstreff 2020".
    let has_year = (0..tokens.len()).any(|at| matches!(tokens.number(at), Some((1990..2100, 4))));
    let names_gathering = has_year
        || (0..tokens.len()).any(|at| {
            tokens
                .word(at)
                .is_some_and(|it| words::is_gathering_word(&it.to_lowercase()))
        });
    starts_big && has_house && small == 0 && tokens.len() <= 9 && !names_gathering
}
