//! Appointments that come again: as records of their own where no day is said, and as a remark
//! at the gatherings that follow the rhythm.

use jiff::civil::Weekday;

use super::context::Context;
use super::judging::Candidate;
use super::places::{self, passage};
use super::{titles, words};
use crate::drafts::{DraftDay, GatheringDraft, RecurringDraft, Said};
use crate::grammar::clocks::ClockRole;
use crate::grammar::days::{Day, DayMention};
use crate::grammar::recurring::{RecurringMention, Rhythm};
use crate::grammar::tokens::Tokens;

/// Finds them, and marks the gatherings that fall on such a day.
pub(crate) fn find(
    context: &Context<'_>,
    gatherings: &mut [GatheringDraft],
) -> Vec<RecurringDraft> {
    let mut found = Vec::new();
    for (block, when) in context.whens.iter().enumerate() {
        if !context.is_main(block) {
            continue;
        }
        for mention in &when.recurring {
            let sentence = context.sentence(block, mention.span.start);
            if is_opening_hour(context.words(&sentence)) {
                continue;
            }
            let said = Said {
                value: context.words(&mention.span).to_owned(),
                passage: passage(context, &sentence),
            };
            let mut marked = false;
            for gathering in gatherings.iter_mut().filter(|it| falls(it, mention.rhythm)) {
                gathering.recurrence.get_or_insert_with(|| said.clone());
                marked = true;
            }
            if !marked && tells(context.words(&sentence)) && found.len() < 200 {
                found.push(draft(context, block, mention, said));
            }
        }
    }
    found.dedup_by(|one, other| {
        one.title == other.title && one.rule == other.rule && one.start == other.start
    });
    found
}

fn draft(
    context: &Context<'_>,
    block: usize,
    mention: &RecurringMention,
    said: Said,
) -> RecurringDraft {
    let sentence = context.sentence(block, mention.span.start);
    let candidate = Candidate {
        block,
        day: DayMention {
            span: mention.span.clone(),
            weekday: None,
            first: Day {
                year: None,
                month: 1,
                day: 1,
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
    let place = places::find(context, &candidate, &[]);
    let title = titles::find(context, &candidate, &[]);
    let clocks = context.clocks_in(&sentence);
    let start = clocks
        .iter()
        .find(|it| it.role != ClockRole::End && !it.is_stamp)
        .map(|it| it.first);
    RecurringDraft {
        title: title.words,
        recurrence: said,
        rule: rule(mention.rhythm),
        start,
        venue: place.venue,
        city: place.city,
        confidence: if start.is_some() { 75 } else { 55 },
    }
}

/// The rhythm as a rule (RFC 5545, 3.3.10).
pub(crate) fn rule(rhythm: Rhythm) -> Option<String> {
    match rhythm {
        Rhythm::Monthly { nth, weekday } => {
            Some(format!("FREQ=MONTHLY;BYDAY={nth}{}", short(weekday)))
        }
        Rhythm::Weekly { weekday, every } => {
            let interval = if every > 1 {
                format!(";INTERVAL={every}")
            } else {
                String::new()
            };
            let day = weekday.map_or(String::new(), |it| format!(";BYDAY={}", short(it)));
            Some(format!("FREQ=WEEKLY{interval}{day}"))
        }
        Rhythm::SomeDayOfMonth => None,
    }
}

const fn short(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "MO",
        Weekday::Tuesday => "TU",
        Weekday::Wednesday => "WE",
        Weekday::Thursday => "TH",
        Weekday::Friday => "FR",
        Weekday::Saturday => "SA",
        Weekday::Sunday => "SU",
    }
}

/// Whether a gathering falls on a day of a rhythm.
fn falls(gathering: &GatheringDraft, rhythm: Rhythm) -> bool {
    let DraftDay::Whole(day) = gathering.day else {
        return false;
    };
    match rhythm {
        Rhythm::Monthly { nth, weekday } => {
            let place = (day.day() - 1) / 7 + 1;
            let is_last = day.day() + 7 > day.days_in_month();
            day.weekday() == weekday && (place == nth || nth == -1 && is_last)
        }
        Rhythm::Weekly {
            weekday: Some(weekday),
            ..
        } => day.weekday() == weekday,
        _ => false,
    }
}

fn is_opening_hour(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    [
        "geöffnet",
        "öffnungszeit",
        "sprechzeit",
        "bürozeit",
        "erreichbar",
        "geschlossen",
        "öffnet",
        "abfuhr",
        "abgeholt",
    ]
    .iter()
    .any(|it| lower.contains(it))
}

/// Whether a sentence tells of people who meet.
fn tells(sentence: &str) -> bool {
    let tokens = Tokens::of(sentence);
    (0..tokens.len()).any(|at| {
        let word = tokens.lower(at);
        words::is_gathering_act(&word)
            || words::is_gathering_word(&word)
            || words::is_plain_name(&word)
            || word == "uhr"
    })
}
