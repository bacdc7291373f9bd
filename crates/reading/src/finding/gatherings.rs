//! Gatherings: days that are judged to be some, with year, times, place and title, and those
//! that are told twice made one.

mod times;

use std::ops::Range;

use jiff::civil::Date;

use super::context::Context;
use super::judging::{self, Candidate, ENOUGH};
use super::places::{self, passage};
use super::{merging, titles};
use crate::drafts::{Contradiction, DraftDay, GatheringDraft, Passage};
use crate::grammar::days::Day;
use crate::grammar::tokens::Tokens;
use crate::grammar::years::{YearClues, YearReason, year_of};
use crate::page::{Kind, Zone};

/// The most gatherings of a page.
const MOST: usize = 2_000;
/// How far the lines behind a day may belong to it.
const REACH: usize = 700;

/// All gatherings of a page, by day.
pub(crate) fn find(context: &Context<'_>) -> Vec<GatheringDraft> {
    let mut candidates = Vec::new();
    for (at, block) in context.page.blocks.iter().enumerate() {
        if block.zone == Zone::Main && candidates.len() < MOST {
            candidates.extend(judging::candidates(context, at));
        }
    }
    let taken: Vec<&Candidate> = candidates.iter().filter(|it| it.weight >= ENOUGH).collect();
    let mut found: Vec<merging::Draft> = Vec::new();
    let mut last: Option<Date> = None;
    for candidate in taken {
        let draft = draft(context, candidate, last);
        if let DraftDay::Whole(day) = draft.gathering.day {
            last = Some(day);
        }
        found.push(draft);
    }
    found.extend(super::told::gatherings(context));
    found.extend(super::unusual::gatherings(context, &found));
    let mut merged = merging::merge(found);
    complete(context, &mut merged);
    merged.sort_by_key(|it| (it.day, it.start));
    merged
}

fn draft(context: &Context<'_>, it: &Candidate, last: Option<Date>) -> merging::Draft {
    let clues = clues(context, it, last);
    let year = year_of(it.day.first, it.day.weekday, &clues);
    let day = day_in(it.day.first, year.map(|(year, _)| year));
    let last_day = it.day.last.map(|last| {
        let crosses = (last.month, last.day) < (it.day.first.month, it.day.first.day);
        let year = year.map(|(year, _)| year + i16::from(crosses && last.year.is_none()));
        day_in(last, year)
    });
    let entry = entry(context, it);
    let times = times::times(context, it, &entry);
    let place = places::find(context, it, &entry);
    let title = titles::find(context, it, &entry);
    let own = match it.head.and_then(|at| context.page.blocks.get(at)) {
        Some(head) => passage(context, &head.span),
        None => passage(context, &it.sentence),
    };
    let mut contradictions = times.contradictions;
    contradictions.extend(weekday_fault(context, it, day));
    let mut gathering = GatheringDraft {
        kind: super::besides::kinds::kind_of(&title.words, &own.words),
        title: title.words,
        day,
        year_reason: year.map(|(_, reason)| reason),
        last_day,
        start: times.start,
        end: times.end,
        doors: times.doors,
        venue: place.venue,
        city: place.city,
        series: title.series.map(|span| crate::drafts::Said {
            value: context.words(&span).to_owned(),
            passage: passage(context, &span),
        }),
        recurrence: None,
        speakers: Vec::new(),
        topics: super::besides::topics::find(context, it, &entry),
        audience: super::besides::topics::audience(context, it, &entry),
        register_until: None,
        evidence: vec![passage(context, &it.day.span), own],
        contradictions,
        confidence: 0,
    };
    gathering.confidence = confidence(it.weight, &gathering);
    merging::Draft {
        gathering,
        weight: it.weight,
        heading: it.head.or(context.headings(it.block).first().copied()),
        has_own_place: true,
    }
}

/// How sure a draft is: by what spoke for it, and by how its year was found.
fn confidence(weight: i32, it: &GatheringDraft) -> u8 {
    let base = 45 + weight.min(90) / 2;
    let year = match it.year_reason {
        Some(YearReason::Written | YearReason::Sentence) => 8,
        Some(YearReason::Weekday | YearReason::Published) => 4,
        Some(_) => 0,
        None => -10,
    };
    let fault = if it.contradictions.is_empty() { 0 } else { -20 };
    u8::try_from((base + year + fault).clamp(5, 99)).unwrap_or(50)
}

fn day_in(day: Day, year: Option<i16>) -> DraftDay {
    match year.and_then(|year| day.within(year)) {
        Some(date) => DraftDay::Whole(date),
        None => DraftDay::Yearless(day.month, day.day),
    }
}

fn weekday_fault(context: &Context<'_>, it: &Candidate, day: DraftDay) -> Option<Contradiction> {
    let (DraftDay::Whole(date), Some(said)) = (day, it.day.weekday) else {
        return None;
    };
    (date.weekday() != said).then(|| Contradiction::Weekday {
        said: said.to_monday_one_offset(),
        is: date.weekday().to_monday_one_offset(),
        passage: passage(context, &it.day.span),
    })
}

/// What the page says about years around a day.
fn clues(context: &Context<'_>, it: &Candidate, last: Option<Date>) -> YearClues {
    let page = context.page;
    let mut clues = YearClues {
        sentence: single_year(context.words(&it.sentence), true),
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
    // Behind the sentence up to the line of the next day.
    let behind_end = days.get(place + 1).map_or(block.span.end, |it_next| {
        context.sentence(it.block, it_next.start).start
    });
    if behind_end > it.sentence.end {
        found.push(it.sentence.end..behind_end);
    }
    if is_only && block.span.start < it.sentence.start {
        found.push(block.span.start..it.sentence.start);
    }
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
                    && context.clocks(at).is_empty();
            let is_sibling =
                block.kind == Kind::Item && next.kind == Kind::Item && block.span.len() > 40;
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
            .and_then(|at| page.blocks.get(*at))
        && (heading.kind != Kind::Heading(7)
            || it.is_entry
            || names_gathering(context, &heading.span))
    {
        found.push(heading.span.clone());
    }
    found
        .into_iter()
        .flat_map(|span| telling(context, span))
        .collect()
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
    (0..tokens.len()).any(|at| super::words::is_gathering_word(&tokens.lower(at)))
}

/// From here on a passage is prose, of which only some sentences speak of when and where.
const PROSE: usize = 180;

/// Of long passages the sentences that tell when or where; short ones whole.
fn telling(context: &Context<'_>, span: Range<usize>) -> Vec<Range<usize>> {
    if span.len() <= PROSE {
        return vec![span];
    }
    super::context::sentences(context.text(), &span)
        .into_iter()
        .filter(|it| {
            let words = context.words(it);
            let is_line = words.len() < 90 && !words.trim_end().ends_with(['.', '!', '?']);
            is_line
                || super::lonely::speaks_of_it(words)
                || words.len() < 220 && !context.clocks_in(it).is_empty()
        })
        .collect()
}

/// What holds for the whole page: a town that opens the report, a time and a house that stand
/// alone where there is one gathering only.
fn complete(context: &Context<'_>, drafts: &mut [GatheringDraft]) {
    let single = drafts.len() == 1;
    let of_page = super::besides::topics::series_of_page(context);
    let names: Vec<Option<usize>> = drafts
        .iter()
        .map(|it| it.series.as_ref().map(|it| it.passage.start))
        .collect();
    for (draft, name) in drafts.iter_mut().zip(&names) {
        // One alone is no series, unless the page says so, nor is what only says of what kind they
        // are.
        let is_kind = draft.series.as_ref().is_some_and(|it| {
            let lower = it.value.to_lowercase();
            super::words::leads_days(&lower) || lower.ends_with("ungen") || lower.ends_with("kurse")
        });
        let is_found = draft
            .series
            .as_ref()
            .is_some_and(|it| it.passage.words == it.value);
        let is_lone = is_kind || names.iter().filter(|it| *it == name).count() < 2;
        if is_found && is_lone {
            draft.series = None;
        }
        draft.series = draft.series.take().or_else(|| of_page.clone());
    }
    for draft in drafts.iter_mut() {
        let is_online = draft
            .venue
            .as_ref()
            .is_some_and(|it| places::is_online(&it.value));
        if draft.city.is_none() && !is_online {
            draft.city = page_town(context, draft);
        }
        if single {
            super::lonely::complete(context, draft);
            draft.audience = draft
                .audience
                .take()
                .or_else(|| super::besides::topics::audience_of_page(context));
        }
        if let (Some(start), Some(end), None) = (draft.start, draft.end, draft.last_day)
            && end < start
            && end.hour() >= 6
        {
            draft.contradictions.push(Contradiction::EndBeforeBegin {
                passage: draft
                    .evidence
                    .first()
                    .cloned()
                    .unwrap_or_else(Passage::default),
            });
        }
    }
}

/// The town that holds for a page: that which opens its report, or that to which it invites
/// before the list begins.
fn page_town(context: &Context<'_>, draft: &GatheringDraft) -> Option<crate::drafts::Said> {
    let said = |span: &Range<usize>| crate::drafts::Said {
        value: context.words(span).to_owned(),
        passage: passage(context, span),
    };
    if let Some(town) = &context.dateline_town {
        return Some(said(town));
    }
    let at = draft.evidence.first().map_or(0, |it| it.start);
    super::lonely::inviting_town(context, at).map(|span| said(&span))
}
