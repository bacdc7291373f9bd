//! What a page says about registering: whether, until when, for whom, and whether it asks for
//! needs of assistance.

use std::ops::Range;

use crate::drafts::{Asking, DraftDay, GatheringDraft};
use crate::finding::context::Context;
use crate::finding::places::passage;
use crate::grammar::tokens::Tokens;
use crate::grammar::years::{YearClues, year_of};
use crate::page::Zone;

/// Looks through the sentences of a page that has gatherings.
pub(crate) fn find(context: &Context<'_>, gatherings: &mut [GatheringDraft]) -> Asking {
    let mut asking = Asking::default();
    if gatherings.is_empty() {
        return asking;
    }
    let mut deadlines = Vec::new();
    for (at, block) in context.page.blocks.iter().enumerate() {
        if block.zone != Zone::Main {
            continue;
        }
        for sentence in crate::finding::context::sentences(context.text(), &block.span) {
            let words = context.words(&sentence);
            let lower = words.to_lowercase();
            if is_of_newsletter(&lower) {
                continue;
            }
            if asking.wanted.is_none() && wants(&lower, words) {
                asking.wanted = Some(passage(context, &sentence));
            }
            if asking.members_only.is_none() && is_for_members(&lower) {
                asking.members_only = Some(passage(context, &sentence));
            }
            if asking.assistance.is_none() && asks_for_needs(&lower) {
                asking.assistance = Some(passage(context, &sentence));
            }
            let found = deadline(context, at, &sentence, &lower, gatherings);
            deadlines.extend(found.map(|found| (at, found)));
        }
    }
    for (block, (day, _)) in &deadlines {
        for at in those_meant(context, gatherings, *block) {
            let held = gatherings.get_mut(at);
            // Nobody registers after the day.
            let fits = held.filter(|it| !matches!(it.day, DraftDay::Whole(held) if held < *day));
            if let Some(gathering) = fits {
                gathering.register_until.get_or_insert(*day);
            }
        }
    }
    asking.until = deadlines.into_iter().next().map(|(_, found)| found);
    if asking.wanted.is_none() {
        asking.wanted = asking.until.as_ref().map(|(_, it)| it.clone());
    }
    asking
}

/// Which gatherings a deadline holds for: those of its own part, or else those below the nearest
/// heading above it that has any; where none has, it holds for all.
fn those_meant(context: &Context<'_>, gatherings: &[GatheringDraft], block: usize) -> Vec<usize> {
    let places: Vec<Option<usize>> = gatherings
        .iter()
        .map(|it| context.block_at(it.evidence.first()?.start))
        .collect();
    let those = |is_meant: &dyn Fn(usize) -> bool| -> Vec<usize> {
        let all = places.iter().enumerate();
        all.filter(|(_, place)| place.is_some_and(is_meant))
            .map(|(at, _)| at)
            .collect()
    };
    let here = those(&|place| place == block);
    if !here.is_empty() {
        return here;
    }
    let below = |heading: usize| {
        those(&|place| place == heading || context.headings(place).contains(&heading))
    };
    let headings = context.headings(block).into_iter();
    headings
        .map(below)
        .find(|it| !it.is_empty())
        .unwrap_or_else(|| (0..gatherings.len()).collect())
}

/// Whether the heading above speaks of registering, or the cell before.
fn is_below_registering(context: &Context<'_>, block: usize) -> bool {
    let blocks = &context.page.blocks;
    let speaks = |words: &str| {
        let lower = words.to_lowercase();
        lower.len() < 60 && (lower.contains("anmeld") || lower.contains("rückmeld"))
    };
    context
        .headings(block)
        .first()
        .and_then(|it| blocks.get(*it))
        .is_some_and(|it| speaks(context.words(&it.span)))
        || blocks.get(block).is_some_and(|it| match &it.kind {
            crate::page::Kind::Row { cells, .. } => {
                cells.first().is_some_and(|it| speaks(context.words(it)))
            }
            _ => false,
        })
}

/// Registering for something else: letters, accounts.
fn is_of_newsletter(lower: &str) -> bool {
    [
        "newsletter",
        "double",
        "opt-in",
        "account",
        "e-mail zur",
        "kommentare",
        "mitgliedschaft",
        "erfolgreich",
        "login",
        "passwort",
    ]
    .iter()
    .any(|it| lower.contains(it))
}

fn wants(lower: &str, words: &str) -> bool {
    const SIGNS: &[&str] = &[
        "um anmeldung",
        "anmeldung bis",
        "anmeldung unter",
        "anmeldung bei",
        "anmeldung per",
        "anmeldung erforderlich",
        "anmeldung ist",
        "anmeldung wird",
        "anmeldung:",
        "anmeldungen",
        "zur anmeldung",
        "anmeldeschluss",
        "anmeldefrist",
        "verbindlich anmelden",
        "voranmeldung",
        "eine anmeldung",
        "jetzt anmelden",
        "anzumelden",
        "anmelden",
        "jetzt für",
    ];
    let not_needed = [
        "ohne anmeldung",
        "keine anmeldung",
        "anmeldung ist nicht",
        "anmeldung nicht",
        "ohne voranmeldung",
        "keine voranmeldung",
    ]
    .iter()
    .any(|it| lower.contains(it));
    if not_needed {
        return false;
    }
    let tokens = Tokens::of(words);
    let apart = (0..tokens.len()).any(|at| {
        matches!(tokens.lower(at).as_str(), "melden" | "meldet" | "melde")
            && (at + 1..(at + 40).min(tokens.len())).any(|next| tokens.lower(next) == "an")
            && !lower.contains("mit uns")
    });
    let by_mail =
        lower.contains("teilnehmen möchte") && (lower.contains("e-mail") || lower.contains("mail"));
    let books = lower.contains("buchbar")
        || lower.contains("rückmeldung bis")
        || lower.contains("rückmeldung bitte")
        || lower.contains("bitte anmelden")
        || lower.contains("um rückmeldung");
    SIGNS
        .iter()
        .any(|it| lower.contains(it) && (*it != "jetzt für" || lower.contains("anmeld")))
        || apart
        || by_mail
        || books
}

fn is_for_members(lower: &str) -> bool {
    let only = [
        "ausschließlich",
        "nur für",
        "exklusiv",
        "lediglich für",
        "nur an",
    ]
    .iter()
    .any(|it| lower.contains(it));
    only && (lower.contains("mitglied") || lower.contains("interne"))
}

fn asks_for_needs(lower: &str) -> bool {
    let about = [
        "assistenz",
        "gebärdensprach",
        "gebärdendolmetsch",
        "schriftdolmetsch",
        "unterstützung",
        "rollstuhl",
        "hilfebedarf",
        "barrierefrei",
    ];
    let needs = ["brauch", "benötig", "bedarf", "wünsch"];
    let asks = [
        "bitte",
        "schreiben sie",
        "sagen sie",
        "melden sie",
        "teilen sie",
        "geben sie",
        "gern",
        "wenden",
        "nennen sie",
        "informieren sie",
        "lassen sie",
    ];
    let has = |words: &[&str]| words.iter().any(|it| lower.contains(it));
    has(&about) && has(&needs) && has(&asks) || asks_by_name(lower)
}

fn asks_by_name(lower: &str) -> bool {
    [
        "assistenzbedarf",
        "assistenz benötig",
        "unterstützungsbedarf",
        "gebärdendolmetsch",
        "gebärdensprachdolmetsch",
        "barrierefreiheitsbedarf",
        "bedarf an assistenz",
        "assistenz- ",
        "rollstuhlplatz benötig",
        "besondere bedarfe",
        "bedarf an unterstützung",
    ]
    .iter()
    .any(|it| lower.contains(it))
        && [
            "teilen",
            "mitteil",
            "angeben",
            "gebe",
            "melde",
            "nennen",
            "bitte",
            "wenden",
            "informieren",
            "benötig",
        ]
        .iter()
        .any(|it| lower.contains(it))
}

/// "Anmeldung bis zum 6. August": the day before which "bis" stands, in a sentence about
/// registering.
fn deadline(
    context: &Context<'_>,
    block: usize,
    sentence: &Range<usize>,
    lower: &str,
    gatherings: &[GatheringDraft],
) -> Option<(jiff::civil::Date, crate::drafts::Passage)> {
    if !context
        .days(block)
        .any(|it| sentence.contains(&it.span.start))
    {
        return None;
    }
    let is_about = [
        "anmeld",
        "rückmeld",
        "registrier",
        "meldeschluss",
        "zusage",
        "zusagen",
        "melden sie",
        "meldet euch",
        "bescheid",
        "ruft bitte",
        "rufen sie",
        "sagen sie mir",
        "sagen sie uns",
    ]
    .iter()
    .any(|it| lower.contains(it));
    if !is_about && !is_below_registering(context, block) {
        return None;
    }
    context
        .days(block)
        .filter(|it| sentence.contains(&it.span.start))
        .find_map(|day| {
            let lead = context.text().get(sentence.start..day.span.start)?;
            let tokens = Tokens::of(lead);
            let count = tokens.len();
            let is_until = (1..=4).any(|back| {
                count.checked_sub(back).is_some_and(|at| {
                    matches!(
                        tokens.lower(at).as_str(),
                        "bis" | "spätestens" | "anmeldeschluss" | "meldeschluss" | "anmeldefrist"
                    )
                })
            });
            if !is_until {
                return None;
            }
            let date = date_of(context, day, gatherings)?;
            Some((date, passage(context, sentence)))
        })
}

/// The day with its year: that of what one registers for.
fn date_of(
    context: &Context<'_>,
    day: &crate::grammar::days::DayMention,
    gatherings: &[GatheringDraft],
) -> Option<jiff::civil::Date> {
    let held = gatherings.iter().filter_map(|it| match it.day {
        DraftDay::Whole(date) => Some(date),
        DraftDay::Yearless(..) => None,
    });
    // Of several, the one that comes soonest behind that day.
    let neighbour = held.min_by_key(|date| {
        last_before(day.first, *date)
            .and_then(|it| it.until(*date).ok())
            .map_or(i32::MAX, |it| it.get_days())
    });
    let clues = YearClues {
        published: context.published,
        heading: None,
        neighbour,
        is_past: false,
        ..YearClues::default()
    };
    match (day.first.whole(), neighbour) {
        (Some(date), _) => Some(date),
        (None, Some(held)) => last_before(day.first, held),
        (None, None) => {
            let (year, _) = year_of(day.first, day.weekday, &clues)?;
            day.first.within(year)
        }
    }
}

/// The last such day that is not behind what one registers for.
fn last_before(
    day: crate::grammar::days::Day,
    held: jiff::civil::Date,
) -> Option<jiff::civil::Date> {
    [held.year(), held.year() - 1]
        .into_iter()
        .filter_map(|year| day.within(year))
        .find(|date| *date <= held)
}
