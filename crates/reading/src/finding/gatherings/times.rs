//! The times of a day: beside it, in its lines, or for the whole list.

use std::ops::Range;

use jiff::civil::Time;

use crate::drafts::Contradiction;
use crate::finding::context::Context;
use crate::finding::judging::{self, Candidate};
use crate::finding::places::{self, passage};
use crate::finding::titles::told_above;
use crate::finding::words;
use crate::grammar::clocks::{ClockMention, ClockRole};
use crate::page::{Kind, Zone};

#[derive(Default)]
pub(super) struct Times {
    pub(super) start: Option<Time>,
    pub(super) end: Option<Time>,
    pub(super) doors: Option<Time>,
    pub(super) contradictions: Vec<Contradiction>,
}

/// The times of a day: beside it, in its lines, or for the whole list.
pub(super) fn times(context: &Context<'_>, it: &Candidate, entry: &[Range<usize>]) -> Times {
    let mut found = Times::default();
    let mut regions = vec![it.clause.clone()];
    if matches!(
        context.page.blocks.get(it.block).map(|it| &it.kind),
        Some(Kind::Row { .. })
    ) {
        regions.extend(context.page.blocks.get(it.block).map(|it| it.span.clone()));
    }
    let is_prose = !it.is_entry;
    let near = entry.iter().take(if is_prose { 2 } else { 6 });
    regions.extend(near.cloned());
    for region in regions {
        let clocks = context.clocks_in(&region);
        read_clocks(context, it, &clocks, &mut found);
        if found.start.is_some() {
            break;
        }
    }
    if found.start.is_none() {
        for_the_sentence(context, it, &mut found);
    }
    if found.start.is_none()
        && (it.is_entry
            || judging::list_in_sentence(context, it)
            || places::has_several_days(context, it))
    {
        let for_all = for_the_list(context, it);
        found.start = for_all.map(|it| it.first);
        found.end = found.end.or(for_all.and_then(|it| it.last));
    }
    if it.is_entry && found.start.is_some() && found.end.is_none() {
        end_above(context, it, &mut found);
    }
    found
}

/// "Wir treffen uns von 18 bis 20 Uhr": when a gathering ends by the prose right above a list of bare
/// days with the same beginning.
fn end_above(context: &Context<'_>, it: &Candidate, found: &mut Times) {
    let said = told_above(context, it);
    let spans = said
        .iter()
        .flat_map(|it| context.clocks_in(it))
        .filter(|clock| clock.role == ClockRole::Begin && !is_office_hour(context, &clock.span));
    let spans: Vec<_> = spans.collect();
    if let [clock] = spans.as_slice()
        && found.start == Some(clock.first)
    {
        found.end = clock.last;
    }
}

fn read_clocks(context: &Context<'_>, it: &Candidate, clocks: &[&ClockMention], found: &mut Times) {
    // What stands behind the day is its own sooner than what stands before it.
    let (behind, before): (Vec<&ClockMention>, Vec<&ClockMention>) = clocks
        .iter()
        .copied()
        .partition(|clock| clock.span.start >= it.day.span.end);
    for clock in behind.into_iter().chain(before.into_iter().rev()) {
        if clock.is_stamp || is_office_hour(context, &clock.span) {
            continue;
        }
        match clock.role {
            ClockRole::Doors => found.doors = found.doors.or(Some(clock.first)),
            ClockRole::End => found.end = found.end.or(Some(clock.first)),
            ClockRole::Begin if found.start.is_none() => {
                found.start = Some(clock.first);
                found.end = found.end.or(clock.last);
            }
            ClockRole::Begin => {
                if let Some(start) = found.start
                    && start > clock.first
                    && clock.last.is_none()
                    && says_begin(context, &clock.span)
                {
                    found.contradictions.push(Contradiction::Begin {
                        other: clock.first,
                        passage: passage(context, &clock.span),
                    });
                }
            }
        }
    }
    if found.start.is_none() && found.doors.is_some() {
        found.start = found.doors;
    }
}

fn says_begin(context: &Context<'_>, span: &Range<usize>) -> bool {
    let lead = context
        .text()
        .get(span.start.saturating_sub(20)..span.start)
        .unwrap_or("");
    lead.contains("Beginn")
}

/// Hours at which somebody can be reached are no beginnings.
fn is_office_hour(context: &Context<'_>, span: &Range<usize>) -> bool {
    let Some(block) = context.block_at(span.start) else {
        return false;
    };
    let sentence = context.sentence(block, span.start);
    let words = context.words(&sentence).to_lowercase();
    [
        "öffnungszeit",
        "sprechzeit",
        "bürozeit",
        "geöffnet",
        "geschlossen",
        "erreichbar",
        "telefonisch",
        "anmeldung bis",
        "anmelden bis",
        "anmeldungen bis",
    ]
    .iter()
    .any(|it| words.contains(it))
}

/// "am 3. Mai, 7. Juni und 5. Juli jeweils von 15 bis 18 Uhr": one time for all days of a sentence.
fn for_the_sentence(context: &Context<'_>, it: &Candidate, found: &mut Times) {
    let is_for_all = words::has_word(
        context.words(&it.sentence),
        &["jeweils", "je", "immer", "stets"],
    );
    let clocks = context.clocks_in(&it.sentence);
    let begins = clocks
        .iter()
        .filter(|it| it.role == ClockRole::Begin && !it.is_stamp);
    let begins: Vec<_> = begins.collect();
    let [clock] = begins.as_slice() else {
        return;
    };
    if is_for_all || is_behind_all(context, it, clock) {
        found.start = Some(clock.first);
        found.end = found.end.or(clock.last);
    }
}

/// "am 3. Mai, 7. Juni und 5. Juli um 15 Uhr": whether a time stands behind the last of a chain.
fn is_behind_all(context: &Context<'_>, it: &Candidate, clock: &ClockMention) -> bool {
    let mut days = context
        .days(it.block)
        .filter(|day| it.sentence.contains(&day.span.start));
    places::is_one_chain(context, it) && days.all(|day| day.span.end <= clock.span.start)
}

/// "Beginn ist jeweils 17:15 Uhr": a time for a whole list, in its own part, or the nearest of the
/// entries above and below.
fn for_the_list<'c>(context: &'c Context<'_>, it: &Candidate) -> Option<&'c ClockMention> {
    let from = it.block.saturating_sub(25);
    let above = (from..=it.block).rev();
    above.chain(it.block + 1..it.block + 16).find_map(|at| {
        let block = context.page.blocks.get(at)?;
        if block.zone != Zone::Main {
            return None;
        }
        let passed_heading = (at.min(it.block) + 1..=at.max(it.block)).any(|it| {
            context
                .page
                .blocks
                .get(it)
                .is_some_and(|it| matches!(it.kind, Kind::Heading(1..=6)))
        });
        if passed_heading {
            return None;
        }
        context.clocks(at).iter().find(|clock| {
            let sentence = context.sentence(at, clock.span.start);
            let is_for_all = is_for_all_days(context.words(&sentence));
            let has_own_day = context
                .days(at)
                .any(|day| sentence.contains(&day.span.start))
                && sentence != it.sentence;
            is_for_all && !has_own_day && clock.role != ClockRole::End
        })
    })
}

/// "jeweils um 15 Uhr", "immer ab 18 Uhr": words that give a whole list its time.
fn is_for_all_days(line: &str) -> bool {
    let line = line.to_lowercase();
    let words: Vec<&str> = line.split_whitespace().collect();
    let is_always_at = |pair: &[&str]| matches!(pair, ["immer", "um" | "ab"]);
    words::has_word(&line, &["jeweils", "je"])
        || words.windows(2).any(is_always_at)
        || line.contains("nicht anders angegeben")
}
