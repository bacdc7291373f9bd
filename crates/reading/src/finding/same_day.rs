//! Several gatherings of one day: what a sentence adds to a day that was said before it ("am selben
//! Tag", "Am Abend sind um 18 Uhr …", "Ab 17 Uhr folgt dann …").

use std::ops::Range;

use super::context::{Context, sentences};
use super::merging::{Draft, Origin};
use super::{judging, places, titles, unusual, words};
use crate::drafts::DraftDay;
use crate::grammar::clocks::ClockRole;
use crate::grammar::tokens::Tokens;
use crate::page::{Kind, Zone};

/// How many parts below its day a sentence may stand.
const REACH: usize = 12;

/// Adds those that sentences without a day of their own tell beside the days of others.
pub(crate) fn add(context: &Context<'_>, others: &mut Vec<Draft>) {
    let mut found = Vec::new();
    for (at, block) in context.page.blocks.iter().enumerate() {
        let is_row = matches!(block.kind, Kind::Row { .. } | Kind::Heading(1..=6));
        if block.zone != Zone::Main || is_row {
            continue;
        }
        for sentence in sentences(context.text(), &block.span) {
            let has_day = context.days(at).any(|it| sentence.contains(&it.span.start));
            if has_day || !may_add(context.words(&sentence)) {
                continue;
            }
            let before = said_before(context, others, at, &sentence);
            let Some(before) = before.and_then(|it| others.get_mut(it)) else {
                continue;
            };
            if let Some(draft) = added(context, at, &sentence, before) {
                give_back(before, &draft, &sentence);
                found.push(draft);
            }
        }
    }
    others.extend(found);
}

/// Whether a sentence begins as those do that add something to a day.
fn may_add(sentence: &str) -> bool {
    let sentence = sentence.trim_start();
    let begins = |word: &&str| sentence.starts_with(*word);
    ["Am", "Ab", "Um", "Gegen"].iter().any(begins)
        || sentence.contains("selben")
        || sentence.contains("gleichen")
}

/// Takes off a gathering what it had from the sentence that tells of another.
fn give_back(before: &mut Draft, added: &Draft, sentence: &Range<usize>) {
    let own = before.gathering.evidence.get(1);
    let is_of_own = own.is_some_and(|it| it.start <= sentence.start && sentence.end <= it.end);
    if added.origin != Origin::Another || is_of_own {
        return;
    }
    if before.gathering.start == added.gathering.start {
        (before.gathering.start, before.gathering.end) = (None, None);
    }
    let place = before.gathering.venue.as_ref().map(|it| it.passage.start);
    if place.is_some_and(|it| sentence.contains(&it)) {
        before.gathering.venue = None;
    }
}

/// The gathering whose day was said last before a sentence, in the same section.
fn said_before(
    context: &Context<'_>,
    others: &[Draft],
    block: usize,
    sentence: &Range<usize>,
) -> Option<usize> {
    let place = |it: &Draft| it.gathering.evidence.first().map(|it| it.start);
    let (before, start) = others
        .iter()
        .enumerate()
        .filter_map(|(number, it)| Some((number, place(it)?)))
        .filter(|(_, at)| *at < sentence.start)
        .max_by_key(|(_, at)| *at)?;
    let from = context.block_at(start)?;
    let blocks = &context.page.blocks;
    let passes = |at: usize| {
        let kind = blocks.get(at).map(|it| &it.kind);
        matches!(kind, Some(Kind::Heading(1..=6))) || context.days(at).next().is_some()
    };
    (block - from <= REACH && !(from + 1..=block).any(passes)).then_some(before)
}

/// What a sentence adds to a day, where it says an hour of its own and names or tells of a
/// gathering.
fn added(
    context: &Context<'_>,
    block: usize,
    sentence: &Range<usize>,
    before: &Draft,
) -> Option<Draft> {
    let DraftDay::Whole(day) = before.gathering.day else {
        return None;
    };
    let text = context.words(sentence);
    let tokens = Tokens::of(text);
    let other = same_day(&tokens).or_else(|| hour_first(context, &tokens, before));
    let is_other = other.is_some();
    let lead = other.or_else(|| part_of_day(&tokens))?;
    let has_hour = context
        .clocks_in(sentence)
        .iter()
        .any(|it| it.role == ClockRole::Begin && !it.is_stamp);
    if !has_hour || judging::is_past(text) {
        return None;
    }
    let span = sentence.start + tokens.start(lead.start)..sentence.start + tokens.start(lead.end);
    let reason = before.gathering.year_reason?;
    let mut draft = unusual::draft(context, block, &span, day, reason)?;
    let is_there = (0..tokens.len()).any(|at| tokens.lower(at) == "dort");
    if is_there || places::says_same(text) {
        draft.gathering.venue.clone_from(&before.gathering.venue);
    }
    draft.gathering.title = titles::named(text).unwrap_or(draft.gathering.title);
    if is_other {
        draft.origin = Origin::Another;
    }
    let city = draft.gathering.city.take();
    draft.gathering.city = city.or_else(|| before.gathering.city.clone());
    Some(draft)
}

/// "am selben Tag", "am gleichen Abend".
fn same_day(tokens: &Tokens<'_>) -> Option<Range<usize>> {
    (1..tokens.len()).find_map(|at| {
        let is_same = matches!(tokens.lower(at).as_str(), "selben" | "gleichen")
            && tokens.lower(at - 1) == "am";
        let is_day = matches!(tokens.lower(at + 1).as_str(), "tag" | "tage" | "abend");
        (is_same && is_day).then_some(at - 1..at + 1)
    })
}

/// "Am Abend sind um 18 Uhr alle zum Filmabend eingeladen".
fn part_of_day(tokens: &Tokens<'_>) -> Option<Range<usize>> {
    let is_part = matches!(
        tokens.letters(1),
        "Vormittag" | "Mittag" | "Nachmittag" | "Abend"
    );
    let names = (2..tokens.len()).any(|at| names(tokens, at));
    let acts = (2..tokens.len()).any(|at| words::is_gathering_act(&tokens.lower(at)));
    (tokens.letters(0) == "Am" && is_part && names && acts).then_some(0..1)
}

/// "Ab 17 Uhr folgt dann im Stadthaus der Workshop", where the sentence with the day has told of
/// several.
fn hour_first(context: &Context<'_>, tokens: &Tokens<'_>, before: &Draft) -> Option<Range<usize>> {
    let opens = matches!(tokens.letters(0), "Ab" | "Um" | "Gegen") && tokens.number(1).is_some();
    let goes_on = (2..tokens.len().min(12)).any(|at| {
        matches!(
            tokens.lower(at).as_str(),
            "dann" | "danach" | "anschließend" | "weiter"
        )
    });
    let told = before.gathering.evidence.get(1)?;
    let told = Tokens::of(context.words(&(told.start..told.end)));
    let count = (0..told.len()).filter(|at| names(&told, *at)).count();
    let is_named = (2..tokens.len()).any(|at| names(tokens, at));
    (opens && goes_on && count > 1 && is_named).then_some(0..1)
}

fn names(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.letters(at).starts_with(char::is_uppercase) && words::names_gathering_at(tokens, at)
}
