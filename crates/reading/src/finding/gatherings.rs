//! Gatherings: days that are judged to be some, with year, times, place and title, and those
//! that are told twice made one.

mod entry;
mod times;
mod years;

use std::ops::Range;

pub(crate) use entry::entry;

use jiff::civil::Date;

use super::context::Context;
use super::judging::{self, Candidate, ENOUGH};
use super::places::{self, passage};
use super::{merging, titles};
use crate::drafts::{Contradiction, DraftDay, GatheringDraft, Passage};
use crate::grammar::days::Day;
use crate::grammar::years::{YearReason, year_of};
use crate::page::{Kind, Zone};
use merging::Origin;

/// The most gatherings of a page.
const MOST: usize = 2_000;

/// All gatherings of a page, by day.
pub(crate) fn find(context: &Context<'_>) -> Vec<GatheringDraft> {
    let mut candidates = Vec::new();
    for (at, block) in context.page.blocks.iter().enumerate() {
        if block.zone == Zone::Main && candidates.len() < MOST {
            candidates.extend(judging::candidates(context, at));
        }
    }
    judging::among_others(context, &mut candidates);
    judging::in_lists(context, &mut candidates);
    judging::rows_below(context, &mut candidates);
    let taken: Vec<Candidate> = candidates
        .iter()
        .filter(|it| it.weight >= ENOUGH)
        .flat_map(|it| judging::parted(context, it))
        .collect();
    let mut found: Vec<merging::Draft> = Vec::new();
    let mut last: Option<Date> = None;
    for candidate in &taken {
        let mut draft = draft(context, candidate, last);
        if draft.gathering.venue.is_none()
            && let Some(before) = found.last()
            && places::says_same(context.words(&candidate.clause))
        {
            draft.gathering.venue.clone_from(&before.gathering.venue);
            draft.gathering.city.clone_from(&before.gathering.city);
        }
        if let DraftDay::Whole(day) = draft.gathering.day {
            last = Some(day);
        }
        found.push(draft);
    }
    found.extend(super::told::gatherings(context));
    super::same_day::add(context, &mut found);
    found.extend(super::unusual::gatherings(context, &found));
    let mut merged = merging::merge(found);
    complete(context, &mut merged);
    merged.sort_by_key(|it| (it.day, it.start));
    merged
}

fn draft(context: &Context<'_>, it: &Candidate, last: Option<Date>) -> merging::Draft {
    let clues = years::clues(context, it, last);
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
    let mut title = titles::find(context, it, &entry);
    let venue = place.venue.as_ref().map(|it| it.value.as_str());
    title.words = titles::without_venue(context, title.words, venue);
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
        origin: origin(context, it),
    }
}

/// Where the draft of a day comes from.
fn origin(context: &Context<'_>, it: &Candidate) -> Origin {
    if is_step(context, it) {
        Origin::Step
    } else if is_headline(context, it) {
        Origin::Headline
    } else if is_row(context, it.block) || is_item(context, it) {
        Origin::Row(it.block)
    } else {
        Origin::Words
    }
}

/// Whether a day leads an item of a list, which is told apart from the others as a row is.
fn is_item(context: &Context<'_>, it: &Candidate) -> bool {
    let part = context.page.blocks.get(it.block);
    it.is_entry && part.is_some_and(|it| it.kind == Kind::Item)
}

/// Whether a day stands in a heading with more words than itself.
fn is_headline(context: &Context<'_>, it: &Candidate) -> bool {
    let block = context.page.blocks.get(it.block);
    block.is_some_and(|part| {
        matches!(part.kind, Kind::Heading(_)) && part.span.len() > it.day.span.len() + 12
    }) && context.clocks(it.block).is_empty()
}

/// Whether a day stands in a row below "Zeitplan" or "Ablauf": there every row is a step of one
/// gathering.
fn is_step(context: &Context<'_>, it: &Candidate) -> bool {
    let blocks = &context.page.blocks;
    let heading = context.headings(it.block).first().copied();
    let words = heading
        .and_then(|at| blocks.get(at))
        .map(|it| context.words(&it.span));
    is_row(context, it.block) && words.is_some_and(super::words::names_programme)
}

fn is_row(context: &Context<'_>, block: usize) -> bool {
    let part = context.page.blocks.get(block);
    part.is_some_and(|it| matches!(it.kind, Kind::Row { .. }))
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
    let of_all = places::of_page(context);
    for draft in drafts.iter_mut() {
        if draft.venue.is_none() && of_all.venue.is_some() {
            draft.venue.clone_from(&of_all.venue);
            draft.city = draft.city.take().or_else(|| of_all.city.clone());
        }
        let is_online = draft
            .venue
            .as_ref()
            .is_some_and(|it| places::is_online(&it.value));
        if draft.city.is_none() && !is_online {
            draft.city = page_town(context, draft);
        }
        if single {
            super::lonely::complete(context, draft);
            super::lonely::first_step(context, draft);
            draft.audience = draft
                .audience
                .take()
                .or_else(|| super::besides::topics::audience_of_page(context));
        }
        if draft.city.is_none() {
            draft.city = draft.venue.as_ref().and_then(places::town_behind);
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
