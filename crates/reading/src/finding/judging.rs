//! Whether a day in a text is a gathering's: what speaks for it and what speaks against it is
//! weighed, and nothing decides alone but what makes it another thing for sure.

mod leads;
mod parted;
mod saying;

use std::ops::Range;

use leads::{by_label, by_lead, heads_below, is_only_day, next_has_time};
pub(crate) use leads::{
    is_below_own_heading, label_above_line, leads, list_in_sentence, title_below,
};

pub(crate) use parted::{parted, rows_below};

use super::context::Context;
use super::words;
use crate::grammar::clocks::ClockRole;
use crate::grammar::days::DayMention;
use crate::grammar::tokens::Tokens;
use crate::page::Kind;
use saying::{by_name_before, by_preposition, by_words, has_house};

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

/// Days beside others that are gatherings' need less to be some: those of the same sentence, as in
/// "am 17. März in Gera, am 31. März in Jena", those in brackets that go on through a sentence,
/// and those of a text that tells of several.
pub(crate) fn among_others(context: &Context<'_>, candidates: &mut [Candidate]) {
    let sure: Vec<(usize, Range<usize>)> = candidates
        .iter()
        .filter(|it| it.weight >= ENOUGH)
        .map(|it| (it.block, it.sentence.clone()))
        .collect();
    let in_brackets = |it: &Candidate| {
        let before = context.text().get(..it.day.span.start).unwrap_or("");
        before.trim_end().ends_with('(')
    };
    let bracketed: Vec<Range<usize>> = candidates
        .iter()
        .filter(|it| it.weight > 0 && in_brackets(it))
        .map(|it| it.sentence.clone())
        .collect();
    for it in candidates
        .iter_mut()
        .filter(|it| (10..ENOUGH).contains(&it.weight))
    {
        let has_sibling = sure
            .iter()
            .any(|(block, sentence)| *block == it.block && *sentence == it.sentence);
        let is_listed = in_brackets(it)
            && bracketed
                .iter()
                .filter(|other| **other == it.sentence)
                .count()
                > 2;
        let is_named = it.weight >= ENOUGH - 10
            && sure.len() > 1
            && is_called(&Tokens::of(context.words(&it.clause)), &Tokens::of(""));
        if has_sibling || is_listed || is_named {
            it.weight = ENOUGH;
        }
    }
}

/// Lines one below the other that all open with their day are one list: where most of them are
/// gatherings', those are that nothing speaks against.
pub(crate) fn in_lists(context: &Context<'_>, candidates: &mut [Candidate]) {
    let opens = |it: &Candidate| {
        let lead = context.text().get(it.sentence.start..it.day.span.start);
        let part = context.page.blocks.get(it.block).map(|it| &it.kind);
        lead.is_some_and(|it| !it.contains(char::is_alphanumeric))
            && matches!(part, Some(Kind::Text | Kind::Item))
            && it.clause == it.sentence
    };
    let lists = candidates
        .chunk_by_mut(|one, other| opens(one) && opens(other) && other.block <= one.block + 1);
    for list in lists.filter(|it| it.len() > 2) {
        let sure = list.iter().filter(|it| it.weight >= ENOUGH).count();
        if sure * 2 > list.len() {
            for it in list
                .iter_mut()
                .filter(|it| (0..ENOUGH).contains(&it.weight))
            {
                it.weight = ENOUGH;
            }
        }
    }
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
    let lead = context.text().get(before..day.start).unwrap_or("");
    // "Waldtag (3. Mai), Stadtlauf (5. Mai)": what has a day in brackets stands before it.
    if lead.trim_end().ends_with('(') && lead.contains(char::is_alphabetic) {
        let is_last = behind >= sentence.end;
        return before..if is_last { sentence.end } else { day.end };
    }
    let lead = Tokens::of(lead);
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
    // "5.3. | 2.4. | 7.5.2027": nothing but other days stands before it.
    let is_mark = |it: char| it.is_ascii_digit() || "./|,;–- ".contains(it);
    let is_open = Tokens::of(lead).len() <= 2 || lead.chars().all(is_mark);
    // "Herbsttagung – Gera – 7./8. März": an item that ends with its day, behind a mark.
    let tail = context.text().get(day.end..sentence.end).unwrap_or("");
    let is_close = part.kind == Kind::Item
        && lead
            .trim_end()
            .ends_with(['-', '–', '—', ':', ',', '|', '('])
        && lead.len() < 90
        && !tail.contains(char::is_alphanumeric);
    is_open || is_close || !matches!(part.kind, Kind::Text | Kind::Item)
}

pub(crate) fn is_past(sentence: &str) -> bool {
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
    if it.day.last.is_some() && is_too_long(it) || leads::is_row_of_closure(context, it.block) {
        return -100;
    }
    if opens_report(context, it) {
        return -100;
    }
    let text = context.text();
    let lead = Tokens::of(text.get(it.sentence.start..it.day.span.start).unwrap_or(""));
    let behind = Tokens::of(text.get(it.day.span.end..it.sentence.end).unwrap_or(""));
    let own = Tokens::of(context.words(&it.clause));
    let whole = Tokens::of(context.words(&it.sentence));
    let mut sum = by_preposition(&lead, it);
    let named = by_name_before(&lead, is_at_head(context, it.block));
    sum += named + by_words(&own, &whole, named > 0);
    // A day alone in its line is told by the line below it.
    let below = leads::line_below(context, it).map(|line| Tokens::of(context.words(&line)));
    if let Some(below) = &below {
        sum += by_words(below, below, false);
        // "14. März 2027 / 18.30 Uhr": nobody says the hour of writing so.
        let says_hour = below.number(0).is_some() && below.len() <= 5;
        sum += if says_hour && (0..below.len()).any(|at| below.letters(at) == "Uhr") {
            15
        } else {
            0
        };
    }
    if has_house(&own) {
        sum += 10;
    }
    sum += by_surroundings(context, it);
    if it.day.weekday.is_some() {
        sum += 20;
    }
    if it.day.last.is_some() {
        sum += if is_long(it) && !is_called(&own, &lead) {
            -20
        } else {
            15
        };
    }
    sum += saying::by_verb_behind(&lead, &behind) + saying::by_who_acts(&lead);
    sum += saying::by_line(&lead, &behind) + saying::by_moving(&lead, &behind);
    sum += following(context, it);
    if behind.is(0, ')') && lead.is(lead.len().wrapping_sub(1), '(') {
        // In brackets behind a title, or a year of birth.
        sum += if it.is_entry { 10 } else { 0 };
    }
    let is_in_chain = context.days(it.block).any(|day| {
        day.chain == it.day.chain
            && day.span != it.day.span
            && it.sentence.contains(&day.span.start)
    });
    let region = if is_in_chain {
        &it.sentence
    } else {
        &it.clause
    };
    let has_time = context
        .clocks_in(region)
        .iter()
        .any(|clock| clock.role != ClockRole::End && !clock.is_stamp);
    if !has_time && lead.lower(lead.len().wrapping_sub(1)) == "ab" {
        // "Ab Mittwoch, dem 3. Mai, ist …": from then on, and not at an hour.
        sum -= 30;
    }
    sum + if has_time { 30 } else { 0 }
}

/// "Gera, 8. März 2027 – Die Tafel …": where and when a report was written, at its head.
fn opens_report(context: &Context<'_>, it: &Candidate) -> bool {
    let Some(block) = context.page.blocks.get(it.block) else {
        return false;
    };
    let lead = context.text().get(block.span.start..it.day.span.start);
    let town = lead.unwrap_or("").trim_end();
    let town = town.strip_suffix("den").unwrap_or(town).trim_end();
    let behind = context.text().get(it.day.span.end..block.span.end);
    let behind = behind.unwrap_or("").trim_start();
    block.kind == Kind::Text
        && behind.len() > 100
        && behind.starts_with(['–', '—', '-'])
        && town
            .strip_suffix(',')
            .is_some_and(|it| context.knows_town(it) || crate::grammar::towns::is_listed(it))
}

/// Whether the sentences behind, which say no other day, tell of a gathering: "Geplant ist eine
/// Schifffahrt", "Los geht es um 15 Uhr", "Treffpunkt ist am Hafen".
fn following(context: &Context<'_>, it: &Candidate) -> i32 {
    let Some(block) = context.page.blocks.get(it.block) else {
        return 0;
    };
    if it.sentence.end >= block.span.end || context.words(&it.sentence).trim().len() < 20 {
        return 0;
    }
    let next = context.sentence(it.block, it.sentence.end);
    let has_day = context
        .days(it.block)
        .any(|day| next.contains(&day.span.start));
    let tokens = Tokens::of(context.words(&next));
    // "Zur Eröffnung um 11 Uhr kommt …"
    let names_hour = next.len() < 300
        && context
            .clocks_in(&next)
            .iter()
            .any(|it| it.role == ClockRole::Begin && !it.is_stamp)
        && (0..tokens.len()).any(|at| words::names_gathering_at(&tokens, at));
    let tells = saying::opens_telling(&tokens) || names_hour;
    if !has_day && tells { 20 } else { 0 }
}

/// Whether a part is among the first that say something.
fn is_at_head(context: &Context<'_>, block: usize) -> bool {
    let above = context.page.blocks.iter().take(block);
    above
        .filter(|it| it.zone == crate::page::Zone::Main)
        .count()
        < 3
}

/// Whether a span takes more than ten days.
fn is_long(it: &Candidate) -> bool {
    let (first, Some(last)) = (it.day.first, it.day.last) else {
        return false;
    };
    let days = i32::from((last.month - first.month).rem_euclid(12)) * 30 + i32::from(last.day)
        - i32::from(first.day);
    days > 10
}

/// Whether words name a gathering.
fn is_called(own: &Tokens<'_>, lead: &Tokens<'_>) -> bool {
    [own, lead]
        .iter()
        .any(|tokens| (0..tokens.len()).any(|at| words::names_gathering_at(tokens, at)))
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
    // A sheet of a calendar above a title, and the hour right below that.
    if is_only_day(context, it) && leads::is_above_timed_heading(context, it.block) {
        sum += 30;
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
