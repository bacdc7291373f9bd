//! Whether a day in a text is a gathering's: what speaks for it and what speaks against it is
//! weighed, and nothing decides alone but what makes it another thing for sure.

mod leads;

use std::ops::Range;

use leads::{by_label, by_lead, heads_below, is_only_day, next_has_time};
pub(crate) use leads::{leads, list_in_sentence};

use super::context::Context;
use super::words;
use crate::grammar::clocks::ClockRole;
use crate::grammar::days::DayMention;
use crate::grammar::tokens::Tokens;
use crate::page::Kind;

/// From this weight on a day is a gathering's.
pub(crate) const ENOUGH: i32 = 30;

/// A day with what speaks for its being a gathering.
#[derive(Clone, Debug)]
pub(crate) struct Candidate {
    pub(crate) block: usize,
    pub(crate) day: DayMention,
    /// The sentence that holds it.
    pub(crate) sentence: Range<usize>,
    /// Its own part of the sentence, between the days beside it.
    pub(crate) clause: Range<usize>,
    pub(crate) weight: i32,
    /// Whether it leads an entry of a list, a line, a cell or a heading.
    pub(crate) is_entry: bool,
    /// Whether what is told is over.
    pub(crate) is_past: bool,
    /// The heading below it that names what there is on that day, where the day stands alone
    /// above several.
    pub(crate) head: Option<usize>,
}

/// All days of a part, judged.
pub(crate) fn candidates(context: &Context<'_>, block: usize) -> Vec<Candidate> {
    let days: Vec<&DayMention> = context.days(block).collect();
    let mut found = Vec::new();
    for (place, day) in days.iter().enumerate() {
        let sentence = context.sentence(block, day.span.start);
        let before = place
            .checked_sub(1)
            .and_then(|it| days.get(it))
            .map_or(sentence.start, |it| it.span.end.max(sentence.start));
        let behind = days
            .get(place + 1)
            .map_or(sentence.end, |it| it.span.start.min(sentence.end));
        let clause = clause(context, &sentence, before, &day.span, behind);
        let mut candidate = Candidate {
            block,
            day: (*day).clone(),
            is_entry: is_entry(context, block, &sentence, &day.span),
            is_past: is_past(context.words(&sentence)),
            sentence,
            clause,
            weight: 0,
            head: None,
        };
        candidate.weight = weight(context, &candidate);
        let heads = heads_below(context, &candidate);
        if heads.is_empty() {
            found.push(candidate);
        }
        found.extend(heads);
    }
    found
}

/// What belongs to one of several days of a sentence. Mostly that stands behind it; where a place
/// leads to each day ("in Hamburg vom …"), it stands before.
fn clause(
    context: &Context<'_>,
    sentence: &Range<usize>,
    before: usize,
    day: &Range<usize>,
    behind: usize,
) -> Range<usize> {
    let has_neighbour = before > sentence.start || behind < sentence.end;
    if !has_neighbour {
        return sentence.clone();
    }
    let lead = Tokens::of(context.text().get(before..day.start).unwrap_or(""));
    let count = lead.len();
    let leads_from = matches!(
        lead.lower(count.wrapping_sub(1)).as_str(),
        "vom" | "am" | "von"
    );
    // The town must stand right before: in "in Apolda, am" it is the other day's.
    let place_leads = leads_from && count >= 3 && {
        let town = count.saturating_sub(2);
        let is_town = lead.word(town).is_some_and(|it| context.knows_town(it));
        is_town && (1..=3).any(|back| lead.lower(town.saturating_sub(back)) == "in")
    };
    if place_leads {
        before..day.end
    } else if before == sentence.start {
        sentence.start..behind
    } else {
        day.start..behind
    }
}

/// Whether a day opens a line, an item or a cell, or stands in a heading.
fn is_entry(
    context: &Context<'_>,
    block: usize,
    sentence: &Range<usize>,
    day: &Range<usize>,
) -> bool {
    let Some(part) = context.page.blocks.get(block) else {
        return false;
    };
    let lead = context.text().get(sentence.start..day.start).unwrap_or("");
    let is_open = Tokens::of(lead).len() <= 2;
    is_open || !matches!(part.kind, Kind::Text | Kind::Item)
}

fn is_past(sentence: &str) -> bool {
    let tokens = Tokens::of(sentence);
    (0..tokens.len()).any(|at| {
        matches!(
            tokens.lower(at).as_str(),
            "wurde"
                | "wurden"
                | "war"
                | "waren"
                | "hatte"
                | "hatten"
                | "fand"
                | "fanden"
                | "trafen"
                | "traf"
                | "stand"
                | "standen"
                | "kamen"
                | "kam"
                | "feierte"
                | "feierten"
                | "lud"
                | "luden"
                | "gab"
                | "konnten"
                | "konnte"
                | "nahmen"
                | "berichtete"
                | "berichteten"
                | "eingeladen"
                | "besuchten"
                | "begrüßte"
                | "diskutierten"
                | "teilgenommen"
        )
    })
}

fn weight(context: &Context<'_>, it: &Candidate) -> i32 {
    if it.day.last.is_some() && is_too_long(it) {
        return -100;
    }
    let text = context.text();
    let lead = Tokens::of(text.get(it.sentence.start..it.day.span.start).unwrap_or(""));
    let behind = Tokens::of(text.get(it.day.span.end..it.sentence.end).unwrap_or(""));
    let own = Tokens::of(context.words(&it.clause));
    let whole = Tokens::of(context.words(&it.sentence));
    let mut sum = by_preposition(&lead, it);
    let named = by_name_before(&lead);
    sum += named + by_words(&own, &whole, named > 0);
    if has_house(&own) {
        sum += 10;
    }
    sum += by_surroundings(context, it);
    if it.day.weekday.is_some() {
        sum += 20;
    }
    if it.day.last.is_some() {
        sum += 15;
    }
    if behind.is(0, ')') && lead.is(lead.len().wrapping_sub(1), '(') {
        // In brackets behind a title, or a year of birth.
        sum += if it.is_entry { 10 } else { 0 };
    }
    let has_time = context
        .clocks_in(&it.clause)
        .iter()
        .any(|clock| clock.role != ClockRole::End && !clock.is_stamp);
    sum + if has_time { 30 } else { 0 }
}

/// Spans of more than a month are periods; of more than ten days only where they are called so.
fn is_too_long(it: &Candidate) -> bool {
    let (first, Some(last)) = (it.day.first, it.day.last) else {
        return false;
    };
    if let (Some(first), Some(last)) = (first.whole(), last.whole()) {
        return first.until(last).is_ok_and(|span| span.get_days() > 31);
    }
    let months = (last.month - first.month).rem_euclid(12);
    months > 1 || months == 1 && last.day > first.day
}

/// The words right before a day: "am" speaks for it, "bis", "seit" and "zum" against it.
fn by_preposition(lead: &Tokens<'_>, it: &Candidate) -> i32 {
    let count = lead.len();
    let word = |back: usize| {
        count
            .checked_sub(back)
            .map_or(String::new(), |at| lead.lower(at))
    };
    let mut back = 1;
    while matches!(
        word(back).as_str(),
        "dem" | "den" | "der" | "einschließlich"
    ) && back < 3
    {
        back += 1;
    }
    let (near, far) = (word(back), word(back + 1));
    match near.as_str() {
        "bis" | "spätestens" | "vor" => -100,
        "zum" if matches!(far.as_str(), "bis" | "spätestens") => -100,
        "am" if far == "spätestens" || far == "bis" => -100,
        "zum" | "per" => -25,
        "ab" => {
            if it.day.weekday.is_some() {
                -10
            } else {
                -40
            }
        }
        "am" | "an" => 5,
        "vom" if it.day.last.is_some() => 10,
        "vom" => -15,
        "seit" | "nach" | "geb" | "stand" => -60,
        _ if lead.is(count.wrapping_sub(1), '*') || lead.is(count.wrapping_sub(1), '†') => -60,
        _ => 0,
    }
}

/// Words of the sentence; those of the day's own part weigh full.
fn by_words(own: &Tokens<'_>, whole: &Tokens<'_>, is_named: bool) -> i32 {
    let (mut names, mut acts, mut against) = (0, 0, 0);
    for (tokens, share) in [(own, 1), (whole, 2)] {
        for at in 0..tokens.len() {
            let word = tokens.lower(at);
            if tokens.letters(at).starts_with(char::is_uppercase) {
                if words::is_gathering_word(&word) {
                    names = names.max(20 / share);
                } else if words::is_plain_name(&word) {
                    names = names.max(15 / share);
                }
            }
            if words::is_gathering_act(&word) {
                acts = acts.max(20);
            }
            if words::is_other_act(&word) {
                against = against.max(25);
            }
            if words::is_other_thing(&word) {
                against = against.max(30);
            }
            if words::is_proposal(&word) && share == 1 {
                against = against.max(50);
            }
            // "ab 3.6., der Termin wird noch festgelegt"
            if word == "noch" && matches!(tokens.lower(at + 1).as_str(), "festgelegt" | "offen") {
                against = against.max(40);
            }
        }
    }
    names + acts - if is_named { against / 2 } else { against }
}

/// Whether a passage leads to a house: "im Wartesaal".
fn has_house(own: &Tokens<'_>) -> bool {
    (1..own.len()).any(|at| {
        let leads = matches!(
            own.lower(at - 1).as_str(),
            "im" | "in" | "der" | "dem" | "den" | "am" | "beim" | "bei" | "-" | "unserem"
        ) || own.is(at - 1, '-');
        leads && own.word(at).is_some_and(crate::grammar::places::is_house)
    })
}

/// A name of a gathering right before the day: "des Fachtages am 8.11.", "Sitzung vom 3. Mai".
fn by_name_before(lead: &Tokens<'_>) -> i32 {
    let count = lead.len();
    let mut sum = 0;
    // "Protokoll der Sitzung vom …" speaks of a paper.
    let is_of_paper = count > 0
        && lead.lower(count - 1) == "vom"
        && (count.saturating_sub(7)..count).any(|at| {
            matches!(
                lead.lower(at).as_str(),
                "protokoll" | "protokolls" | "niederschrift" | "sitzungsprotokoll"
            )
        });
    if is_of_paper {
        return -60;
    }
    for back in 1..=8 {
        let Some(at) = count.checked_sub(back) else {
            break;
        };
        let word = lead.lower(at);
        if lead.is_one_of(at, &[',', ';', ')']) && back > 2 {
            break;
        }
        if words::is_gathering_word(&word) && lead.letters(at).starts_with(char::is_uppercase) {
            sum = if back <= 3 { 25 } else { 15 };
            break;
        }
        if words::is_plain_name(&word) {
            sum = 10;
            break;
        }
        if matches!(word.as_str(), "vorschläge" | "vorschlag" | "oder") {
            sum = -50;
            break;
        }
    }
    sum
}

/// What stands around the sentence: a label, a list's lead, the heading, times in the next lines.
fn by_surroundings(context: &Context<'_>, it: &Candidate) -> i32 {
    let mut sum = by_label(context, it) + by_lead(context, it);
    if it.day.is_alternative {
        sum -= 60;
    }
    if context.is_in_month_list(&it.day.span) {
        sum += 35;
    }
    let page = context.page;
    let Some(block) = page.blocks.get(it.block) else {
        return sum;
    };
    let is_short = block.span.len() < 400;
    if is_short && !context.clocks_in(&it.sentence).iter().any(|it| it.is_stamp) {
        let in_block = context
            .clocks(it.block)
            .iter()
            .any(|it| it.role != ClockRole::End);
        let alone = context.days(it.block).count() == 1;
        if in_block && alone && block.span.len() > it.sentence.len() {
            sum += 20;
        }
        if is_short && alone && it.is_entry && next_has_time(context, it.block) {
            sum += 20;
        }
    }
    let heading = context.headings(it.block).first().copied();
    let named = |at: usize| {
        page.blocks.get(at).is_some_and(|it| {
            let tokens = Tokens::of(page.words(&it.span));
            (0..tokens.len()).any(|at| {
                words::is_gathering_word(&tokens.lower(at)) || words::leads_days(&tokens.lower(at))
            })
        })
    };
    let opens_heading = matches!(block.kind, Kind::Heading(_));
    if heading.is_some_and(named) {
        sum += if it.is_entry { 20 } else { 10 };
    } else if opens_heading && !is_only_day(context, it) {
        sum += 15;
    }
    if page.title.as_deref().is_some_and(|title| {
        let tokens = Tokens::of(title);
        (0..tokens.len()).any(|at| words::is_gathering_word(&tokens.lower(at)))
    }) {
        sum += 5;
    }
    sum
}
