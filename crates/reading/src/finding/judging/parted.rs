//! Several gatherings of one day in one entry, each with its own hour: "12. Mai: 9.30 Uhr
//! Gottesdienst, 14 Uhr Sommerfest im Pfarrgarten", "am 12. Mai finden um 10 Uhr der Basar und um 15
//! Uhr das Konzert statt".

use std::ops::Range;

use super::Candidate;
use crate::finding::context::Context;
use crate::finding::words;
use crate::grammar::clocks::ClockRole;
use crate::grammar::tokens::Tokens;
use crate::page::Kind;

/// One for each hour that has a name of its own; else the day as it is.
pub(crate) fn parted(context: &Context<'_>, it: &Candidate) -> Vec<Candidate> {
    let pieces = pieces(context, it).unwrap_or_default();
    if pieces.len() < 2 || !is_of_several(context, it) {
        return vec![it.clone()];
    }
    let of_piece = |clause| Candidate {
        clause,
        ..it.clone()
    };
    pieces.into_iter().map(of_piece).collect()
}

/// Adds the rows of tables that say an hour and no day: they go on with the day of the row above. In a
/// list of days they are few; where they are many, the table tells the steps of a day.
pub(crate) fn rows_below(context: &Context<'_>, candidates: &mut Vec<Candidate>) {
    let mut found = Vec::new();
    for it in candidates.iter().filter(|it| it.weight >= super::ENOUGH) {
        let below = (it.block + 1..it.block + 3).take_while(|at| says_hour_alone(context, *at));
        let days = context.days(it.block).count();
        if days != 1 || !is_list_of_days(context, it.block) {
            continue;
        }
        for at in below {
            let Some(row) = context.page.blocks.get(at) else {
                break;
            };
            found.push(Candidate {
                block: at,
                sentence: row.span.clone(),
                clause: row.span.clone(),
                ..it.clone()
            });
        }
    }
    candidates.extend(found);
    candidates.sort_by_key(|it| (it.block, it.day.span.start));
}

/// Whether a row says an hour and has an empty cell where others have their day.
fn says_hour_alone(context: &Context<'_>, block: usize) -> bool {
    let part = context.page.blocks.get(block);
    let Some(Kind::Row { cells, is_head }) = part.map(|it| &it.kind) else {
        return false;
    };
    let is_open = cells.first().is_some_and(Range::is_empty);
    let has_hour = context
        .clocks(block)
        .iter()
        .any(|it| it.role == ClockRole::Begin && !it.is_stamp);
    is_open && !is_head && has_hour && context.days(block).next().is_none()
}

/// Whether most rows of the table around a row have a day of their own.
fn is_list_of_days(context: &Context<'_>, block: usize) -> bool {
    let blocks = &context.page.blocks;
    let is_row = |at: &usize| {
        let kind = blocks.get(*at).map(|it| &it.kind);
        matches!(kind, Some(Kind::Row { is_head: false, .. }))
    };
    let above = (0..block).rev().take_while(is_row);
    let below = (block..blocks.len()).take_while(is_row);
    let (mut with, mut without) = (0, 0);
    for at in above.chain(below).take(400) {
        match context.days(at).next() {
            Some(_) => with += 1,
            None => without += 1,
        }
    }
    with > 2 && with >= 2 * without
}

/// Whether days like this one have what stands beside them: in lists, whose heading names no
/// gathering of which these would be the steps, and in sentences that tell of several.
fn is_of_several(context: &Context<'_>, it: &Candidate) -> bool {
    let blocks = &context.page.blocks;
    let kind = blocks.get(it.block).map(|it| &it.kind);
    if it.head.is_some() || matches!(kind, Some(Kind::Row { .. } | Kind::Heading(_))) {
        return false;
    }
    let tokens = Tokens::of(context.words(&it.sentence));
    let tells_of_several = (0..tokens.len()).any(|at| tokens.lower(at) == "finden");
    if tells_of_several || !it.is_entry {
        return tells_of_several;
    }
    let near = it.block.saturating_sub(3)..it.block + 4;
    let days: usize = near.map(|at| context.days(at).count()).sum();
    let heading = context.headings(it.block).first().copied();
    let named = heading.and_then(|at| blocks.get(at)).is_some_and(|head| {
        let tokens = Tokens::of(context.words(&head.span));
        (0..tokens.len()).any(|at| {
            let word = tokens.lower(at);
            words::is_gathering_word(&word) && !words::leads_days(&word)
        })
    });
    days > 1 && !named
}

/// The parts of the words behind a day, each with one hour and the name of a gathering.
fn pieces(context: &Context<'_>, it: &Candidate) -> Option<Vec<Range<usize>>> {
    let region = it.day.span.end..it.clause.end.max(it.day.span.end);
    let clocks: Vec<Range<usize>> = context
        .clocks_in(&region)
        .into_iter()
        .filter(|it| it.role == ClockRole::Begin && !it.is_stamp)
        .map(|it| it.span.clone())
        .collect();
    let (first, last) = (clocks.first()?, clocks.last()?);
    let leads = name_in(context, &(region.start..first.start)).is_some()
        && name_in(context, &(last.end..region.end)).is_none();
    let mut found = Vec::new();
    for (number, clock) in clocks.iter().enumerate() {
        let piece = if leads {
            let before = number.checked_sub(1).and_then(|it| clocks.get(it));
            before.map_or(region.start, |it| it.end)..clock.end
        } else {
            let next = clocks.get(number + 1);
            clock.start..next.map_or(region.end, |it| it.start)
        };
        found.push(piece);
    }
    let names: Option<Vec<String>> = found.iter().map(|it| name_in(context, it)).collect();
    let mut names = names?;
    names.sort();
    names.dedup();
    (names.len() == found.len()).then_some(found)
}

/// The name of a gathering in a passage that is no step of another.
fn name_in(context: &Context<'_>, span: &Range<usize>) -> Option<String> {
    let tokens = Tokens::of(context.words(span));
    let at = (0..tokens.len()).find(|at| {
        tokens.letters(*at).starts_with(char::is_uppercase)
            && words::names_gathering_at(&tokens, *at)
    })?;
    let name = tokens.lower(at);
    (!is_step(&name)).then_some(name)
}

/// What mostly is a part of a gathering.
fn is_step(lower: &str) -> bool {
    [
        "vortrag",
        "vorträge",
        "diskussion",
        "eröffnung",
        "empfang",
        "verleihung",
        "ehrung",
        "kaffeetrinken",
        "training",
        "niederlegung",
        "podium",
        "ansprache",
        "essen",
        "workshop",
        "workshops",
        "runde",
        "gespräch",
        "dialog",
        "forum",
        "einführung",
        "besichtigung",
        "tanz",
        "disco",
        "party",
        "frühschoppen",
        "umzug",
        "singen",
    ]
    .iter()
    .any(|it| lower.ends_with(it))
}
