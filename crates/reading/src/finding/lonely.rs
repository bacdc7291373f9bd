//! What a page says once for all: the town to which it invites, and time and house of its only
//! gathering where they stand far from the day.

use std::ops::Range;

use super::context::Context;
use super::places::passage;
use super::words;
use crate::drafts::{GatheringDraft, Said};
use crate::grammar::clocks::ClockRole;
use crate::grammar::tokens::Tokens;
use crate::grammar::{places as grammar, towns};
use crate::page::Zone;

/// The town of a sentence that invites ("laden wir herzlich nach Leipzig ein", "in Gera
/// teilzunehmen:"), where it stands before the day and no other town does.
pub(crate) fn inviting_town(context: &Context<'_>, before: usize) -> Option<Range<usize>> {
    let page = context.page;
    let mut found: Option<Range<usize>> = None;
    for block in page.blocks.iter().filter(|it| it.zone == Zone::Main) {
        if block.span.start > before {
            break;
        }
        for sentence in super::context::sentences(&page.text, &block.span) {
            let tokens = Tokens::of(page.words(&sentence));
            let invites = (0..tokens.len()).any(|at| {
                matches!(
                    tokens.lower(at).as_str(),
                    "teilzunehmen"
                        | "einladen"
                        | "eingeladen"
                        | "laden"
                        | "lädt"
                        | "stattfinden"
                        | "finden"
                )
            });
            let has_day = !crate::grammar::when(page.words(&sentence)).days.is_empty();
            if !invites || has_day {
                continue;
            }
            for at in 1..tokens.len() {
                if !matches!(tokens.lower(at - 1).as_str(), "in" | "nach") {
                    continue;
                }
                let Some(until) = towns::name_at(&tokens, at) else {
                    continue;
                };
                let span = tokens.start(at)..tokens.end_before(until);
                let name = tokens.text.get(span.clone()).unwrap_or("");
                if !(context.knows_town(name) || towns::is_listed(name)) {
                    continue;
                }
                let span = sentence.start + span.start..sentence.start + span.end;
                match &found {
                    Some(other) if context.words(other) != name => return None,
                    _ => found = Some(span),
                }
            }
        }
    }
    found
}

/// Time and house of the only gathering, where its own lines say none.
pub(crate) fn complete(context: &Context<'_>, draft: &mut GatheringDraft) {
    for (at, block) in context.page.blocks.iter().enumerate() {
        if block.zone != Zone::Main {
            continue;
        }
        for sentence in super::context::sentences(context.text(), &block.span) {
            let words = context.words(&sentence);
            if !speaks_of_it(words) {
                continue;
            }
            if draft.start.is_none() {
                let clock = context
                    .clocks(at)
                    .iter()
                    .filter(|it| sentence.contains(&it.span.start))
                    .find(|it| it.role == ClockRole::Begin && !it.is_stamp);
                if let Some(clock) = clock {
                    draft.start = Some(clock.first);
                    draft.end = draft.end.or(clock.last);
                    draft.evidence.push(passage(context, &sentence));
                }
            }
            if draft.venue.is_none() {
                let knows = |name: &str| context.knows_town(name);
                let place = grammar::place(context.text(), sentence.clone(), &knows);
                let said = |span: Range<usize>| Said {
                    value: context.words(&span).to_owned(),
                    passage: passage(context, &span),
                };
                if place.is_sure && place.venue.is_some() {
                    draft.venue = place.venue.map(said);
                    draft.city = draft.city.take().or(place.city.map(said));
                }
            }
        }
    }
}

/// The first step of the programme of the only gathering: the rows below "Ablauf", or below a head
/// that names hours.
pub(crate) fn first_step(context: &Context<'_>, draft: &mut GatheringDraft) {
    let blocks = &context.page.blocks;
    let is_step = |at: usize| {
        let heading = context.headings(at).first().and_then(|it| blocks.get(*it));
        let is_programme =
            heading.is_some_and(|it| words::names_programme(context.words(&it.span)));
        let heads = super::places::head_cells(context, at);
        let has_hours = heads.iter().any(|it| {
            let head = context.words(it).trim().to_lowercase();
            matches!(head.as_str(), "uhrzeit" | "zeit" | "uhr" | "beginn")
        });
        is_programme || has_hours
    };
    let first = blocks.iter().enumerate().find_map(|(at, block)| {
        let clock = context.clocks(at).first()?;
        let is_begin = clock.role == ClockRole::Begin && !clock.is_stamp;
        (block.zone == Zone::Main && is_begin && is_step(at)).then_some(clock)
    });
    if let (None, Some(clock)) = (draft.start, first) {
        draft.start = Some(clock.first);
        draft.evidence.push(passage(context, &clock.span));
    }
}

/// Whether a sentence tells of a gathering itself: it begins, takes place, one meets.
pub(crate) fn speaks_of_it(words: &str) -> bool {
    let tokens = Tokens::of(words);
    if tokens.len() > 60 {
        return false;
    }
    let label = (0..tokens.len().min(3)).any(|at| {
        matches!(
            tokens.lower(at).as_str(),
            "beginn"
                | "ort"
                | "uhrzeit"
                | "wo"
                | "wann"
                | "veranstaltungsort"
                | "treffpunkt"
                | "einlass"
        )
    });
    let verb = (0..tokens.len()).any(|at| {
        matches!(
            tokens.lower(at).as_str(),
            "beginnt"
                | "statt"
                | "stattfindet"
                | "treffen"
                | "treffpunkt"
                | "beginn"
                | "findet"
                | "begrüßen"
                | "willkommen"
                | "lädt"
                | "laden"
                | "geladen"
                | "eingeladen"
                | "einladen"
                | "vorbei"
                | "vorbeikommen"
                | "vorbeischauen"
        ) || words::is_gathering_word(&tokens.lower(at))
            && tokens.lower(at.wrapping_add(1)) == "beginnt"
    });
    label || verb
}
