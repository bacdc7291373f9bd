//! When a page was written: what it says to machines, or a line that holds a day and a name and
//! nothing else.

use std::ops::Range;

use jiff::civil::Date;

use super::context::Context;
use super::words;
use crate::grammar::tokens::Tokens;
use crate::page::{Kind, Zone};

/// Finds the lines that only say when something was written, and with them the day.
pub(crate) fn find(context: &mut Context<'_>) {
    let mut found: Vec<(usize, Range<usize>, Date)> = Vec::new();
    for (at, block) in context.page.blocks.iter().enumerate() {
        if matches!(block.kind, Kind::Row { .. }) {
            continue;
        }
        let Some(when) = context.whens.get(at) else {
            break;
        };
        for day in &when.days {
            let (Some(date), None) = (day.first.whole(), day.last) else {
                continue;
            };
            let line = line_around(context.text(), &block.span, &day.span);
            if is_dateline(context, at, &line, &day.span) {
                found.push((at, day.span.clone(), date));
            }
        }
    }
    let lines = keep(context, &found);
    context.datelines = lines.iter().map(|(_, span, _)| span.clone()).collect();
    let in_main = |at: usize| {
        context
            .page
            .blocks
            .get(at)
            .is_some_and(|it| it.zone == Zone::Main)
    };
    let first = lines
        .iter()
        .find(|(at, ..)| in_main(*at))
        .map(|(.., date)| *date);
    context.published = context.published.or(first);
}

/// A line of nothing but a day stands for writing where no list of gatherings speaks against it:
/// a title above and a text below that reads on.
fn keep(
    context: &Context<'_>,
    found: &[(usize, Range<usize>, Date)],
) -> Vec<(usize, Range<usize>, Date)> {
    // Nobody writes the weekday above one report after the other: three of them are a list of days.
    let has_weekday = |at: usize, span: &Range<usize>| {
        let days = context.whens.get(at).map(|it| it.days.as_slice());
        days.unwrap_or_default()
            .iter()
            .any(|it| it.span == *span && it.weekday.is_some())
    };
    let count = found
        .iter()
        .filter(|(at, span, _)| has_weekday(*at, span) && !says_writing(context, *at, span))
        .count();
    let is_listed = |at: usize, span: &Range<usize>| {
        count > 2 && has_weekday(at, span) && !says_writing(context, at, span)
    };
    found
        .iter()
        .filter(|(at, span, _)| !is_listed(*at, span) && !is_entry_of_list(context, *at, span))
        .cloned()
        .collect()
}

/// Whether a bare day is an entry among days: a list leads to it, or the next lines say when and
/// where.
fn is_entry_of_list(context: &Context<'_>, at: usize, span: &Range<usize>) -> bool {
    let page = context.page;
    if says_writing(context, at, span) {
        return false;
    }
    let block_span = page
        .blocks
        .get(at)
        .map_or(span.clone(), |it| it.span.clone());
    let line = line_around(context.text(), &block_span, span);
    if super::judging::label_above_line(context, at, &line) || says_where_below(context, at, span) {
        return true;
    }
    let day = context
        .whens
        .get(at)
        .and_then(|it| it.days.iter().find(|it| it.span == *span));
    let has_weekday = day.is_some_and(|it| it.weekday.is_some());
    // A time in the next lines, before another day; "Datum: …" above "Beginn: …" in the same part.
    let mut has_time = context.whens.get(at).is_some_and(|it| {
        it.days.len() == 1
            && it
                .clocks
                .iter()
                .any(|clock| clock.span.start > span.end && !clock.is_stamp)
    }) && page.blocks.get(at).is_some_and(|it| it.span.len() < 300);
    for next in at + 1..at + 4 {
        let Some(when) = context.whens.get(next) else {
            break;
        };
        if !when.days.is_empty() {
            break;
        }
        let length = page.blocks.get(next).map_or(0, |it| it.span.len());
        has_time |= !when.clocks.is_empty() && length < 160;
    }
    let is_led = context.headings(at).first().is_some_and(|it| {
        page.blocks.get(*it).is_some_and(|block| {
            let tokens = Tokens::of(page.words(&block.span));
            (0..tokens.len()).any(|it| words::leads_days(&tokens.lower(it)))
        })
    });
    // "05.03.27 19:30 Löschangriff" below "Übungsplan"
    let behind = Tokens::of(context.text().get(span.end..line.end).unwrap_or(""));
    let goes_on = (0..behind.len()).any(|it| behind.lower(it).len() > 3);
    let is_item = page.blocks.get(at).is_some_and(|it| it.kind == Kind::Item);
    has_time
        || is_led && (is_item || has_weekday || goes_on)
        || has_weekday && is_under_gathering(context, at)
}

/// Whether the line below a day opens with "Ort:": nobody says so of writing.
fn says_where_below(context: &Context<'_>, at: usize, span: &Range<usize>) -> bool {
    let blocks = &context.page.blocks;
    let own = blocks.get(at).map_or(span.end, |it| it.span.end);
    let behind = context.text().get(span.end..own).unwrap_or("");
    let below = match behind.split_once('\n') {
        Some((_, lines)) => lines,
        None => blocks.get(at + 1).map_or("", |it| context.words(&it.span)),
    };
    let label = below.trim_start().split([':', '|']).next().unwrap_or("");
    label.len() < below.len() && label.len() < 30 && super::places::is_label(label.trim())
}

/// Whether the line above names a gathering.
fn is_under_gathering(context: &Context<'_>, at: usize) -> bool {
    let above = at.checked_sub(1).and_then(|it| context.page.blocks.get(it));
    above.is_some_and(|block| {
        let tokens = Tokens::of(context.page.words(&block.span));
        (0..tokens.len()).any(|it| words::is_gathering_word(&tokens.lower(it)))
    })
}

fn says_writing(context: &Context<'_>, at: usize, span: &Range<usize>) -> bool {
    let Some(block) = context.page.blocks.get(at) else {
        return false;
    };
    let line = line_around(context.text(), &block.span, span);
    let words = context.words(&line).to_lowercase();
    [
        "von ",
        "veröffentlicht",
        "erstellt",
        "stand:",
        "pressemitteilung",
        "aktualisiert",
        "redaktion",
    ]
    .iter()
    .any(|it| words.contains(it))
}

/// The line of a part that holds a span.
pub(crate) fn line_around(text: &str, block: &Range<usize>, span: &Range<usize>) -> Range<usize> {
    let before = text.get(block.start..span.start).unwrap_or("");
    let behind = text.get(span.end..block.end).unwrap_or("");
    let start = before
        .rfind('\n')
        .map_or(block.start, |it| block.start + it + 1);
    let end = behind.find('\n').map_or(block.end, |it| span.end + it);
    start..end
}

/// Whether a line says nothing but when and by whom: "3. 5. 2024, von …", "03-08-2021 06:15",
/// "Veröffentlicht am 3. Mai 2024", "Gera, 3. Mai 2024".
fn is_dateline(context: &Context<'_>, at: usize, line: &Range<usize>, day: &Range<usize>) -> bool {
    let before = Tokens::of(context.text().get(line.start..day.start).unwrap_or(""));
    let behind = Tokens::of(context.text().get(day.end..line.end).unwrap_or(""));
    if before.len() + behind.len() > 14 || !is_one_day(context, at, line) {
        return false;
    }
    let names: Vec<String> = (0..before.len()).map(|it| before.lower(it)).collect();
    let is_opened = names.iter().all(|it| {
        matches!(
            it.as_str(),
            "" | "am"
                | "vom"
                | "den"
                | "veröffentlicht"
                | "erstellt"
                | "geschrieben"
                | "stand"
                | "datum"
                | "beitrag"
                | "artikel"
                | "online"
                | "seit"
                | "aktualisiert"
                | "zuletzt"
                | "eingestellt"
                | "pressemitteilung"
                | "publiziert"
                | "gepostet"
                | "verfasst"
                | "posted"
                | "on"
        )
    });
    let by = names
        .first()
        .is_some_and(|it| matches!(it.as_str(), "von" | "by" | "autor"));
    let is_place = before.len() <= 4
        && context.knows_town(before.letters(0))
        && names
            .iter()
            .skip(1)
            .all(|it| matches!(it.as_str(), "" | "den" | "am"));
    let about = |tokens: &Tokens<'_>| {
        (0..tokens.len()).any(|it| {
            let word = tokens.lower(it);
            words::is_gathering_word(&word)
                || words::is_gathering_act(&word)
                || words::is_plain_name(&word)
        })
    };
    if about(&before) || about(&behind) {
        return false;
    }
    let is_signed = is_signed(&behind);
    let clocks = context.clocks_in(line);
    let has_bare_time = clocks.first().is_some_and(|clock| {
        let words = context.words(&clock.span);
        clock.last.is_none()
            && words.contains(':')
            && clock.span.start >= day.end
            && clock.span.start <= day.end + 5
    });
    let words = context.words(line);
    let is_stamp = has_bare_time && !words.contains("Beginn") && !has_place(context, &behind);
    let is_short = is_opened && is_signed;
    let is_machine = is_stamp && (is_opened || before.len() <= 4);
    let is_late = at > 0 || by || is_stamp;
    is_late && (is_short || by && behind.len() <= 6 || is_machine || is_place && is_signed)
}

/// "5.3. | 2.4.2027": nobody writes one report on several days.
fn is_one_day(context: &Context<'_>, at: usize, line: &Range<usize>) -> bool {
    let days = context.days(at);
    days.filter(|it| line.contains(&it.span.start)).count() == 1
}

fn has_place(context: &Context<'_>, behind: &Tokens<'_>) -> bool {
    (0..behind.len()).any(|it| {
        behind
            .word(it)
            .is_some_and(|word| crate::grammar::places::is_house(word) || context.knows_town(word))
    })
}

/// Whether nothing stands behind a day, or who wrote.
fn is_signed(behind: &Tokens<'_>) -> bool {
    let first = behind.lower(0);
    behind.len() == 0
        || matches!(first.as_str(), "von" | "by")
        || behind.is_one_of(0, &[',', '|', '·', '-', '–', '/'])
            && matches!(behind.lower(1).as_str(), "von" | "by" | "autor")
}
