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
