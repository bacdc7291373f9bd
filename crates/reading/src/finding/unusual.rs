//! Gatherings whose day has a name or leans on the day of writing: "am Pfingstmontag", "am
//! kommenden Freitag". They need a sentence that tells of a gathering, and a year.

use std::ops::Range;

use jiff::civil::{Date, Weekday};

use super::context::Context;
use super::judging::Candidate;
use super::merging::{Draft, Origin};
use super::places::{self, passage};
use super::{titles, words};
use crate::drafts::{DraftDay, GatheringDraft};
use crate::grammar::clocks::ClockRole;
use crate::grammar::days::{Day, DayMention};
use crate::grammar::tokens::Tokens;
use crate::grammar::years::YearReason;

pub(crate) fn gatherings(context: &Context<'_>, others: &[Draft]) -> Vec<Draft> {
    let mut found = Vec::new();
    for (block, when) in context.whens.iter().enumerate() {
        if !context.is_main(block) {
            continue;
        }
        for feast in &when.feasts {
            let year = feast
                .year
                .map(|it| (it, YearReason::Written))
                .or_else(|| year_of_page(context, others, feast.feast));
            if let Some((year, reason)) = year
                && let Some(day) = feast.feast.day_in(year)
            {
                found.extend(draft(context, block, &feast.span, day, reason));
            }
        }
        for relative in &when.relatives {
            let day = context.published.and_then(|it| relative.seen_from(it));
            let slack = relative.leaning.slack();
            if let Some(day) = day
                && (slack == 0 || is_only_word(context, block, &relative.span, day, slack, others))
            {
                let reason = YearReason::Published;
                found.extend(draft(context, block, &relative.span, day, reason));
            }
        }
    }
    found
}

/// Whether a day that is only reckoned roughly ("in drei Wochen") is all that the page says of when:
/// it tells of what is to come, and no day close by is said.
fn is_only_word(
    context: &Context<'_>,
    block: usize,
    span: &Range<usize>,
    day: Date,
    slack: i32,
    others: &[Draft],
) -> bool {
    let is_close = |other: &Draft| match other.gathering.day {
        DraftDay::Whole(said) => said.until(day).is_ok_and(|it| it.get_days().abs() <= slack),
        DraftDay::Yearless(..) => true,
    };
    let sentence = context.sentence(block, span.start);
    !super::judging::is_past(context.words(&sentence)) && !others.iter().any(is_close)
}

/// The year of a feast: the next after the page was written, or that of all other gatherings.
fn year_of_page(
    context: &Context<'_>,
    others: &[Draft],
    feast: crate::grammar::feasts::Feast,
) -> Option<(i16, YearReason)> {
    if let Some(written) = context.published {
        let year = (written.year()..=written.year() + 1)
            .find(|year| feast.day_in(*year).is_some_and(|day| day >= written))?;
        return Some((year, YearReason::Published));
    }
    let mut years = others.iter().filter_map(|it| match it.gathering.day {
        DraftDay::Whole(day) => Some(day.year()),
        DraftDay::Yearless(..) => None,
    });
    let first = years.next()?;
    years
        .all(|it| it == first)
        .then_some((first, YearReason::Neighbour))
}

/// A draft of a sentence, where it tells of a gathering.
pub(super) fn draft(
    context: &Context<'_>,
    block: usize,
    span: &Range<usize>,
    day: Date,
    reason: YearReason,
) -> Option<Draft> {
    let sentence = context.sentence(block, span.start);
    let behind = behind(context, block, &sentence);
    let mut clocks = context.clocks_in(&sentence);
    clocks.extend(context.clocks_in(&behind));
    let clock = clocks
        .iter()
        .find(|it| it.role != ClockRole::End && !it.is_stamp);
    let said = speaks(context.words(&sentence));
    let has_other_day = context
        .days(block)
        .any(|it| sentence.contains(&it.span.start));
    // Somebody who says "am kommenden Freitag" and an hour tells of a gathering; or names it, and
    // that it takes place.
    let is_told =
        said.has_name && said.has_act || clock.is_some() && (said.has_name || said.has_act);
    if !is_told || said.is_against || has_other_day {
        return None;
    }
    let candidate = Candidate {
        block,
        day: DayMention {
            span: span.clone(),
            weekday: None::<Weekday>,
            first: Day {
                year: Some(day.year()),
                month: day.month(),
                day: day.day(),
            },
            last: None,
            is_alternative: false,
            chain: 0,
        },
        clause: sentence.clone(),
        sentence: sentence.clone(),
        weight: 40,
        is_entry: false,
        is_past: false,
        head: None,
    };
    let entry = [behind];
    let place = places::find(context, &candidate, &entry);
    let title = titles::find(context, &candidate, &entry);
    let own = passage(context, &sentence);
    Some(Draft {
        gathering: GatheringDraft {
            kind: super::besides::kinds::kind_of(&title.words, &own.words),
            title: title.words,
            day: DraftDay::Whole(day),
            year_reason: Some(reason),
            last_day: None,
            start: clock.map(|it| it.first),
            end: clock.and_then(|it| it.last),
            doors: None,
            venue: place.venue,
            city: place.city,
            series: None,
            recurrence: None,
            speakers: Vec::new(),
            topics: Vec::new(),
            audience: None,
            register_until: None,
            evidence: vec![passage(context, span), own],
            contradictions: Vec::new(),
            confidence: 55,
        },
        weight: 40,
        heading: context.headings(block).first().copied(),
        has_own_place: true,
        origin: Origin::Words,
    })
}

/// The rest of the part behind a sentence, up to where another day is spoken of.
fn behind(context: &Context<'_>, block: usize, sentence: &Range<usize>) -> Range<usize> {
    let end = context
        .page
        .blocks
        .get(block)
        .map_or(sentence.end, |it| it.span.end);
    let next = context.days(block).find(|it| it.span.start >= sentence.end);
    let until = next.map_or(end, |it| context.sentence(block, it.span.start).start);
    sentence.end..until.max(sentence.end)
}

/// What a sentence has that tells of gatherings, or of other things.
#[derive(Default)]
struct Speaks {
    has_name: bool,
    has_act: bool,
    is_against: bool,
}

fn speaks(sentence: &str) -> Speaks {
    let tokens = Tokens::of(sentence);
    let mut said = Speaks::default();
    for at in 0..tokens.len() {
        let word = tokens.lower(at);
        said.has_act |= word == "wir" || words::is_gathering_act(&word);
        said.has_name |= words::names_gathering_at(&tokens, at)
            && tokens.letters(at).starts_with(char::is_uppercase);
        said.is_against |=
            words::is_other_thing(&word) || words::is_other_act(&word) || words::is_proposal(&word);
    }
    said
}
