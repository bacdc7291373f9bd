//! What stands around a day: its label, what leads to the list that it belongs to, the headings
//! below it.

use std::ops::Range;

use super::Candidate;
use crate::finding::context::Context;
use crate::finding::words;
use crate::grammar::clocks::ClockRole;
use crate::grammar::names;
use crate::grammar::tokens::Tokens;
use crate::page::{Kind, Zone};

/// A day that stands alone above headings, as in calendars: one for each of what they name.
pub(super) fn heads_below(context: &Context<'_>, it: &Candidate) -> Vec<Candidate> {
    let blocks = &context.page.blocks;
    let level = match blocks.get(it.block + 1).map(|it| &it.kind) {
        Some(Kind::Heading(level @ 2..=6)) if is_only_day(context, it) => *level,
        _ => return Vec::new(),
    };
    let is_above = matches!(blocks.get(it.block).map(|it| &it.kind), Some(Kind::Heading(own)) if *own <= 6 && *own >= level);
    if is_above {
        return Vec::new();
    }
    (it.block + 1..blocks.len().min(it.block + 60))
        .take_while(|at| context.days(*at).next().is_none())
        .take_while(|at| {
            !matches!(blocks.get(*at).map(|it| &it.kind), Some(Kind::Heading(other)) if *other < level)
        })
        .filter(|at| blocks.get(*at).is_some_and(|it| it.kind == Kind::Heading(level)))
        .map(|at| Candidate {
            head: Some(at),
            ..it.clone()
        })
        .collect()
}

/// The short line below a day that stands alone in its own, which says what there is.
pub(crate) fn line_below(context: &Context<'_>, it: &Candidate) -> Option<Range<usize>> {
    let blocks = &context.page.blocks;
    let block = blocks.get(it.block)?;
    if !is_only_day(context, it) || it.head.is_some() || is_in_row(context, it.block) {
        return None;
    }
    let (at, line) = if it.sentence.end < block.span.end {
        (it.block, context.sentence(it.block, it.sentence.end))
    } else {
        let next = blocks.get(it.block + 1)?;
        (
            it.block + 1,
            context.sentence(it.block + 1, next.span.start),
        )
    };
    let next = blocks.get(at)?;
    let is_free = next.zone == Zone::Main
        && !matches!(next.kind, Kind::Heading(1..=6))
        && !context.days(at).any(|day| line.contains(&day.span.start));
    (is_free && line.len() <= 160).then_some(line)
}

/// Whether the line below names what there is on a day that stands alone, as it does where nothing
/// but a heading, what leads to a list, or prose stands above the first of such days.
pub(crate) fn title_below(context: &Context<'_>, it: &Candidate) -> Option<Range<usize>> {
    let line = line_below(context, it).filter(|_| !has_own_heading(context, it))?;
    let blocks = &context.page.blocks;
    let is_alone = |at: &usize| {
        blocks.get(*at).is_some_and(|_| {
            context.days(*at).next().is_some_and(|day| {
                let line = context.sentence(*at, day.span.start);
                context.words(&line).trim().len() <= day.span.len() + 4
            })
        })
    };
    let first = (it.block.saturating_sub(60)..=it.block)
        .rev()
        .take_while(|at| {
            !matches!(
                blocks.get(*at).map(|it| &it.kind),
                Some(Kind::Heading(1..=6))
            )
        })
        .filter(is_alone)
        .last()?;
    let Some(above) = first.checked_sub(1).and_then(|at| blocks.get(at)) else {
        return Some(line);
    };
    let words = context.words(&above.span);
    let tokens = Tokens::of(words);
    let leads = words::is_generic_heading(words)
        || words.trim_end().ends_with(':')
        || (0..tokens.len()).any(|at| words::leads_days(&tokens.lower(at)));
    let is_real = matches!(above.kind, Kind::Heading(1..=6));
    let is_prose = words.len() > 110 || words.trim_end().ends_with(['.', '!']);
    let is_day = context.days(first - 1).next().is_some();
    (leads || is_real && first != it.block || is_prose || is_day).then_some(line)
}

/// Whether a day stands alone in its line below a heading that names what there is.
pub(crate) fn is_below_own_heading(context: &Context<'_>, it: &Candidate) -> bool {
    is_only_day(context, it) && it.head.is_none() && has_own_heading(context, it)
}

/// Whether a heading that says something stands above this day and no other: it names what there
/// is.
fn has_own_heading(context: &Context<'_>, it: &Candidate) -> bool {
    let blocks = &context.page.blocks;
    let is_heading = |at: &usize| {
        matches!(
            blocks.get(*at).map(|it| &it.kind),
            Some(Kind::Heading(1..=6))
        )
    };
    let Some(heading) = (0..it.block).rev().find(is_heading) else {
        return false;
    };
    let until = (it.block + 1..blocks.len())
        .find(is_heading)
        .unwrap_or(blocks.len());
    let words = blocks.get(heading).map_or("", |it| context.words(&it.span));
    let tokens = Tokens::of(words);
    let is_generic = words::is_generic_heading(words)
        || (0..tokens.len()).any(|at| words::leads_days(&tokens.lower(at)));
    let days: usize = (heading..until).map(|at| context.days(at).count()).sum();
    days == 1 && !is_generic
}

pub(super) fn is_only_day(context: &Context<'_>, it: &Candidate) -> bool {
    let line = context.words(&it.sentence).trim();
    line.len() <= it.day.span.len() + 4
}

/// A list's lead: a line above that ends in a colon or speaks of days to come, or a heading.
pub(super) fn by_lead(context: &Context<'_>, it: &Candidate) -> i32 {
    let page = context.page;
    if !it.is_entry && !is_in_row(context, it.block) && !list_in_sentence(context, it) {
        return 0;
    }
    let mut sum = 0;
    for lead in leads(context, it) {
        let tokens = Tokens::of(page.words(&lead));
        let leads = (0..tokens.len()).any(|at| words::leads_days(&tokens.lower(at)));
        let is_real = context.block_at(lead.start).is_some_and(|at| {
            let part = page.blocks.get(at);
            part.is_some_and(|it| matches!(it.kind, Kind::Heading(1..=6)))
        });
        // Between days that stand alone, "Sommerferien" is no heading but the entry before.
        let is_frist = (0..tokens.len()).any(|at| {
            let word = tokens.lower(at);
            // "Stand: Mai 2027", and not the stand of those who are there.
            let is_booth = word == "stand"
                && !tokens.is(at + 1, ':')
                && matches!(
                    tokens.lower(at + 1).as_str(),
                    "am" | "im" | "der" | "des" | "auf" | "bei"
                );
            words::is_other_thing(&word) && !is_booth && (is_real || !words::is_closure(&word))
        });
        if is_frist {
            sum -= 30;
        } else if leads {
            sum = sum.max(35);
        }
    }
    sum
}

fn is_in_row(context: &Context<'_>, block: usize) -> bool {
    let part = context.page.blocks.get(block);
    part.is_some_and(|it| matches!(it.kind, Kind::Row { .. }))
}

/// "… zu folgenden Terminen statt: 22. Februar, 26. April": days behind a colon.
pub(crate) fn list_in_sentence(context: &Context<'_>, it: &Candidate) -> bool {
    let lead = context
        .text()
        .get(it.sentence.start..it.day.span.start)
        .unwrap_or("");
    lead.rfind(':').is_some_and(|at| {
        let between = Tokens::of(lead.get(at + 1..).unwrap_or(""));
        (0..between.len()).all(|it| {
            between.word(it).is_none_or(|word| {
                names::month(word).is_some() || word == "und" || names::weekday(word).is_some()
            })
        })
    })
}

/// What may lead to a list: the sentence before the day, the lines above in the part, the nearest
/// part above that is no entry itself, the headings.
pub(crate) fn leads(context: &Context<'_>, it: &Candidate) -> Vec<Range<usize>> {
    let page = context.page;
    let lead = it.sentence.start..it.day.span.start;
    let mut found = Vec::from([lead]);
    let Some(block) = page.blocks.get(it.block) else {
        return found;
    };
    // The first line of the part, where it ends in a colon or says no day.
    let first = context.sentence(it.block, block.span.start);
    if first.end <= it.sentence.start {
        found.push(first);
    }
    for at in (0..it.block).rev().take(40) {
        let Some(above) = page.blocks.get(at) else {
            break;
        };
        if matches!(above.kind, Kind::Heading(_)) {
            break;
        }
        if context.days(at).next().is_none() && matches!(above.kind, Kind::Text) {
            let words = page.words(&above.span);
            let last = crate::finding::context::sentences(&page.text, &above.span).pop();
            if let Some(last) =
                last.filter(|_| words.trim_end().ends_with(':') || above.span.len() < 120)
            {
                found.push(last);
                break;
            }
            if above.span.len() > 120 {
                break;
            }
        }
    }
    for at in context.headings(it.block) {
        found.extend(page.blocks.get(at).map(|it| it.span.clone()));
    }
    found
}

/// "Datum:", "Termin:", "Wann:" before the day, in its line or in the cell beside it.
pub(super) fn by_label(context: &Context<'_>, it: &Candidate) -> i32 {
    let page = context.page;
    let Some(block) = page.blocks.get(it.block) else {
        return 0;
    };
    let begin = match &block.kind {
        Kind::Row { .. } => block.span.start,
        _ => it.sentence.start,
    };
    let lead = Tokens::of(page.text.get(begin..it.day.span.start).unwrap_or(""));
    let label = (0..lead.len()).find(|at| lead.word(*at).is_some());
    if label.is_none() && lead.is_one_of(lead.len().wrapping_sub(1), &['📅', '📆', '🗓']) {
        return 40;
    }
    let is_label = label.is_some_and(|at| {
        let behind = lead.is_one_of(at + 1, &[':', '|']) || lead.is(at + 2, ':');
        behind && (names_day(&lead.lower(at)) || lead.lower(at) == "nächster")
    });
    if is_label || label_above(context, it) {
        40
    } else if is_in_day_column(context, it) {
        20
    } else {
        0
    }
}

/// Labels of what a day is.
fn names_day(lower: &str) -> bool {
    matches!(
        lower,
        "datum"
            | "termin"
            | "wann"
            | "tag"
            | "zeit"
            | "zeitpunkt"
            | "zeitraum"
            | "veranstaltung"
            | "beginn"
            | "veranstaltungsdatum"
            | "uhrzeit"
            | "termine"
    )
}

/// "Wann?" or "Termin" alone in the line above the day.
pub(crate) fn label_above_line(context: &Context<'_>, block: usize, line: &Range<usize>) -> bool {
    let Some(part) = context.page.blocks.get(block) else {
        return false;
    };
    let own = context
        .text()
        .get(part.span.start..line.start)
        .unwrap_or("");
    let above = block
        .checked_sub(1)
        .and_then(|at| context.page.blocks.get(at));
    let words = match own.trim_end().lines().last() {
        Some(line) => line,
        None => above.map_or("", |it| context.words(&it.span)),
    };
    let label = words.trim().trim_end_matches([':', '?']).trim();
    let label = label.to_lowercase();
    // "Termine" leads to many, and none of them alone.
    names_day(&label) && !matches!(label.as_str(), "termine" | "veranstaltung" | "tag")
}

fn label_above(context: &Context<'_>, it: &Candidate) -> bool {
    let lead = context.text().get(it.sentence.start..it.day.span.start);
    let opens = lead.is_some_and(|it| it.trim().is_empty());
    opens && !is_in_row(context, it.block) && label_above_line(context, it.block, &it.sentence)
}

/// Whether a day stands in a column that is called after days, in a table that lists no papers.
fn is_in_day_column(context: &Context<'_>, it: &Candidate) -> bool {
    let Some(Kind::Row { cells, .. }) = context.page.blocks.get(it.block).map(|it| &it.kind) else {
        return false;
    };
    let heads = crate::finding::places::head_cells(context, it.block);
    let words: Vec<String> = heads
        .iter()
        .map(|it| context.words(it).trim().to_lowercase())
        .collect();
    let of_papers = words.iter().any(|it| {
        [
            "dokument", "download", "datei", "pdf", "frist", "betrag", "ausgabe", "größe",
            "fassung",
        ]
        .iter()
        .any(|paper| it.contains(paper))
    });
    let column = cells
        .iter()
        .position(|cell| cell.start <= it.day.span.start && it.day.span.end <= cell.end);
    let head = column.and_then(|at| words.get(at));
    !of_papers && head.is_some_and(|it| names_day(it))
}

/// Whether a short part behind says a time before another day comes.
pub(super) fn next_has_time(context: &Context<'_>, block: usize) -> bool {
    (block + 1..block + 4)
        .take_while(|it| context.days(*it).next().is_none())
        .take_while(|it| {
            let next = context.page.blocks.get(*it);
            next.is_some_and(|next| !matches!(next.kind, Kind::Heading(1..=6)))
        })
        .any(|it| {
            let is_short = context
                .page
                .blocks
                .get(it)
                .is_some_and(|it| it.span.len() < 200);
            is_short
                && context
                    .clocks(it)
                    .iter()
                    .any(|it| it.role != ClockRole::End && !it.is_stamp)
        })
}

/// Whether a heading stands right below a part, and below that a short line with an hour.
pub(super) fn is_above_timed_heading(context: &Context<'_>, block: usize) -> bool {
    let blocks = &context.page.blocks;
    let is_heading = blocks
        .get(block + 1)
        .is_some_and(|it| matches!(it.kind, Kind::Heading(1..=6)));
    let line = blocks.get(block + 2).filter(|it| it.span.len() < 80);
    let clocks = context.clocks(block + 2);
    let has_hour = clocks
        .iter()
        .any(|it| it.role == ClockRole::Begin && !it.is_stamp);
    is_heading && line.is_some() && has_hour
}

/// Whether a row says in a cell of its own that a house is closed: "Sommerferien", "Teamtag".
pub(super) fn is_row_of_closure(context: &Context<'_>, block: usize) -> bool {
    let part = context.page.blocks.get(block);
    let Some(Kind::Row { cells, .. }) = part.map(|it| &it.kind) else {
        return false;
    };
    cells.iter().any(|cell| {
        let tokens = Tokens::of(context.words(cell));
        let is_closed = tokens.lower(tokens.len().wrapping_sub(1)) == "geschlossen";
        let opens = tokens.len() <= 3 && words::is_closure(&tokens.lower(0));
        tokens.len() <= 4 && is_closed || opens
    })
}
