//! What a gathering is called: by its cell, its line, the quotation beside it, the heading above
//! it, or the words around its name.

mod above;
mod phrases;
mod rows;
mod trimming;

use std::ops::Range;

pub(crate) use above::told_above;
use above::{above, heading_of_same, leads_list, named_in_lead, opening_lines};
pub(crate) use phrases::first_line;
use phrases::{is_signature, named_quote, one_of_many, phrase, subject, tells, told};
use rows::in_row;
use trimming::{
    before_remark, behind_house, clean, shorten, until_sentence, without_paper, without_place,
    without_weekday, without_when,
};

use super::context::Context;
use super::judging::Candidate;
use super::words;
use crate::grammar::tokens::Tokens;
use crate::grammar::{names, places};
use crate::page::Kind;

/// The longest title.
const LONGEST: usize = 160;

/// What a gathering is called, and in which series it stands.
#[derive(Clone, Debug, Default)]
pub(crate) struct Title {
    pub(crate) words: String,
    pub(crate) series: Option<Range<usize>>,
}

pub(crate) fn find(context: &Context<'_>, it: &Candidate, entry: &[Range<usize>]) -> Title {
    let page = context.page;
    let series = series(context, it);
    let is_line = it.is_entry && !tells(context.words(&it.sentence));
    let name = of_head(context, it)
        .or_else(|| of_line_below(context, it))
        .or_else(|| {
            super::judging::is_below_own_heading(context, it).then(|| above(context, it))?
        })
        .or_else(|| of_row(context, it))
        .or_else(|| in_heading(context, it))
        .or_else(|| above_label(context, it))
        .or_else(|| before_day(context, it))
        .or_else(|| (!is_line).then(|| heading_of_same(context, it)).flatten())
        .or_else(|| quoted(context, it))
        .or_else(|| is_line.then(|| in_entry(context, it, entry)).flatten())
        .or_else(|| (!is_line).then(|| told(context, it)).flatten())
        .or_else(|| above(context, it))
        .filter(|it| !words::is_generic_heading(it))
        .or_else(|| subject(context))
        .or_else(|| phrase(context.words(&it.clause)))
        .or_else(|| phrase(context.words(&it.sentence)));
    let title = page
        .title
        .clone()
        .or_else(|| first_line(context))
        .unwrap_or_default();
    let is_list = leads_many(context, it);
    // What a list is headed by says more of its days than what the page is called.
    let is_of_page = |it: &String, series: &Range<usize>| {
        page.title.as_ref() == Some(it) && !it.contains(context.words(series))
    };
    let is_headed = series.as_ref().filter(|_| is_line && is_list);
    let name = name.filter(|it| is_headed.is_none_or(|series| !is_of_page(it, series)));
    let words = match (name, &series) {
        (Some(name), Some(series)) if !names_gathering(&name) && is_line && is_list => {
            format!("{}: {name}", context.words(series))
        }
        (Some(name), _) => name,
        (None, Some(series)) => context.words(series).to_owned(),
        (None, None) => clean(&without_when(&title)).unwrap_or(title),
    };
    let words = if is_list { one_of_many(&words) } else { words };
    Title {
        words: shorten(until_sentence(without_weekday(&words))),
        series,
    }
}

/// The heading below a day that stands alone.
fn of_head(context: &Context<'_>, it: &Candidate) -> Option<String> {
    let head = context.page.blocks.get(it.head?)?;
    clean(context.words(&head.span))
}

/// The line below a day that stands alone.
fn of_line_below(context: &Context<'_>, it: &Candidate) -> Option<String> {
    let line = super::judging::title_below(context, it)?;
    title_of_line(context, &without_when(context.words(&line)))
}

/// "Datum: 3. Mai": a line that says when and nothing else belongs to what stands above it, and to
/// none of the lines below.
fn above_label(context: &Context<'_>, it: &Candidate) -> Option<String> {
    let words = without_when(context.words(&it.sentence));
    let label = words.trim().trim_end_matches([':', '?', ' ']);
    let is_label = words::is_question_word(&label.to_lowercase());
    if !is_label || leads_many(context, it) {
        return None;
    }
    let title = || context.page.title.as_deref().and_then(clean);
    above(context, it).or_else(title)
}

/// "Mitgliederversammlung am 3. Mai": what is named right before its day, in a line that is no
/// sentence.
fn before_day(context: &Context<'_>, it: &Candidate) -> Option<String> {
    if it.is_entry || tells(context.words(&it.sentence)) {
        return None;
    }
    name_before(context, it)
}

/// The words before a day, where they are a name.
fn name_before(context: &Context<'_>, it: &Candidate) -> Option<String> {
    let lead = context.text().get(it.sentence.start..it.day.span.start)?;
    let name = lead.trim_end().strip_suffix("am").unwrap_or(lead).trim();
    // "Gemeinsam gegen Kürzungen – 3. Mai, 14 Uhr": a mark parts what it is from when it is.
    let is_marked = name.ends_with([':', '–', '—', '|']);
    let name = name.trim_end_matches([':', '–', '—', '|', ' ']);
    let tokens = Tokens::of(name);
    let is_name = |at: usize| {
        let is_small = tokens.letters(at).starts_with(char::is_lowercase);
        !is_small || is_link(tokens.letters(at))
    };
    let is_bare =
        !name.contains([':', ',', '(', '|']) && tokens.len() <= 8 && (0..tokens.len()).all(is_name);
    let is_told = is_marked && tokens.len() > 1 || names_gathering(name);
    (is_bare && is_told && name.starts_with(char::is_uppercase))
        .then(|| title_of_line(context, name))
        .flatten()
}

/// "Sommerfest im Bürgerhaus": a title without the house that is found already, and without the small
/// words that lead to it.
pub(crate) fn without_venue(context: &Context<'_>, title: String, venue: Option<&str>) -> String {
    if is_heading(context, &title) {
        return title;
    }
    let Some((head, tail)) = venue.and_then(|it| title.split_once(it)) else {
        return title;
    };
    let mut kept = head.trim_end();
    while let Some(rest) = [
        "im", "in", "der", "den", "dem", "auf", "vor", "hinter", "am", "an", "beim", "bei", "zum",
        "zur", "via", "@", "–", "-", ",", ":", "(",
    ]
    .iter()
    .find_map(|it| {
        kept.strip_suffix(it)
            .filter(|it| it.is_empty() || it.ends_with(' ') || !it.ends_with(char::is_alphanumeric))
    }) {
        kept = rest.trim_end();
    }
    let is_end = tail.trim_matches([' ', '.', ',', ')', '!']).is_empty();
    if is_end && kept.len() < head.trim_end().len() && names_gathering(kept) {
        kept.to_owned()
    } else {
        title
    }
}

/// What a row says it is, without the house; a heading keeps all of its words.
fn of_row(context: &Context<'_>, it: &Candidate) -> Option<String> {
    let name = in_row(context, it)?;
    if is_heading(context, &name) {
        return Some(name);
    }
    Some(without_place(&name).to_owned())
}

/// Whether somebody has given a title just so, in a heading.
fn is_heading(context: &Context<'_>, title: &str) -> bool {
    let mut blocks = context.page.blocks.iter();
    blocks.any(|it| {
        matches!(it.kind, Kind::Heading(1..=6)) && context.words(&it.span).trim() == title
    })
}

/// The name of a gathering in words.
pub(crate) fn named(words: &str) -> Option<String> {
    phrase(words)
}

/// Small words inside of names.
fn is_link(word: &str) -> bool {
    matches!(
        word,
        "der"
            | "die"
            | "des"
            | "zum"
            | "zur"
            | "für"
            | "mit"
            | "von"
            | "und"
            | "im"
            | "in"
            | "den"
            | "dem"
            | "über"
            | "gegen"
            | "an"
            | "am"
            | "bei"
            | "nach"
            | "rund"
            | "um"
            | "zu"
    )
}

/// Whether several days stand close by without a heading between them.
fn leads_many(context: &Context<'_>, it: &Candidate) -> bool {
    let blocks = &context.page.blocks;
    let is_open = |at: &usize| {
        !blocks
            .get(*at)
            .is_none_or(|it| matches!(it.kind, Kind::Heading(1..=6)))
    };
    let above = (it.block.saturating_sub(10)..it.block).rev();
    let below = it.block + 1..it.block + 11;
    let count = |at: usize| context.days(at).count();
    let near = above.take_while(is_open).map(count).sum::<usize>()
        + below.take_while(is_open).map(count).sum::<usize>();
    near + count(it.block) > 1
}

fn names_gathering(words: &str) -> bool {
    let tokens = Tokens::of(words);
    (0..tokens.len()).any(|at| words::names_gathering_at(&tokens, at))
}

/// The heading that holds the day, without it.
fn in_heading(context: &Context<'_>, it: &Candidate) -> Option<String> {
    let block = context.page.blocks.get(it.block)?;
    if !matches!(block.kind, Kind::Heading(_)) {
        return None;
    }
    let is_of_month = context.is_in_month_list(&it.day.span);
    let from = if is_of_month {
        it.day.span.end
    } else {
        block.span.start
    };
    let words = without_when(context.words(&(from..block.span.end)));
    // A line that only looks like a heading may say no more than where.
    let named = title_of_line(context, &words)?;
    let named = ["Veranstaltung", "Termin"]
        .iter()
        .find_map(|it| {
            named
                .strip_prefix(it)?
                .trim_start()
                .strip_prefix([',', ':', '|', '–'])
        })
        .map_or(named.clone(), |rest| rest.trim().to_owned());
    title_of_line(context, &named).filter(|it| !words::is_generic_heading(it))
}

/// What stands between quotation marks in the same clause, as titles do.
fn quoted(context: &Context<'_>, it: &Candidate) -> Option<String> {
    let spans = [&it.clause, &it.sentence];
    let named = spans.iter().find_map(|it| named_quote(context.words(it)));
    if named.is_some() {
        return named;
    }
    spans.into_iter().find_map(|span| {
        let text = context.words(span);
        let (open, close) = [
            ('»', '«'),
            ('„', '“'),
            ('“', '”'),
            ('"', '"'),
            ('„', '"'),
            ('›', '‹'),
        ]
        .into_iter()
        .find(|(open, close)| {
            text.find(*open)
                .and_then(|at| text.get(at + open.len_utf8()..))
                .is_some_and(|rest| rest.contains(*close))
        })?;
        let (lead, rest) = text.split_once(open)?;
        // "in der Gaststätte „Zur Linde“"
        let is_place = lead.split_whitespace().last().is_some_and(places::is_house);
        let (inside, _) = rest.split_once(close)?;
        let is_motto = lead.trim_end().trim_end_matches(':').ends_with("Motto");
        let count = inside.chars().count();
        ((6..=140).contains(&count)
            && inside.starts_with(char::is_uppercase)
            && !inside.contains('\n')
            && !is_motto
            && !is_place)
            .then(|| inside.trim_end_matches([',', '.']).to_owned())
    })
}

/// What an entry of a list says besides when and where.
fn in_entry(context: &Context<'_>, it: &Candidate, entry: &[Range<usize>]) -> Option<String> {
    let block = context.page.blocks.get(it.block)?;
    let clause = if context.is_in_month_list(&it.day.span) {
        it.day.span.end..it.clause.end
    } else {
        it.clause.clone()
    };
    let own_line = without_when(context.words(&clause));
    // Hours one after the other are the steps of what the heading names.
    let heading = above(context, it).filter(|it| names_gathering(it));
    let has_steps = context.clocks_in(&clause).len() > 1 && heading.is_some();
    let own = title_of_line(context, &own_line)
        .or_else(|| title_of_line(context, behind_house(&own_line)?).filter(|_| heading.is_none()))
        .filter(|_| !has_steps);
    let own = own.or_else(|| name_before(context, it));
    if own.is_some() {
        return own;
    }
    // The lines of the entry: first those behind, then those before the day.
    let lines = super::context::sentences(context.text(), &block.span);
    let behind = lines.iter().filter(|line| line.start >= it.sentence.end);
    let before = lines
        .iter()
        .rev()
        .filter(|line| line.end <= it.sentence.start);
    let is_free = |line: &&Range<usize>| {
        !context
            .days(it.block)
            .any(|day| day.span.start < line.end && line.start < day.span.end)
    };
    let near = behind.take_while(is_free).chain(before.take_while(is_free));
    let in_block = near.filter_map(|line| {
        let is_sentence = context.words(line).trim_end().ends_with(['.', '!'])
            && Tokens::of(context.words(line)).len() > 4;
        if is_sentence {
            return None;
        }
        let words = without_when(context.words(line));
        title_of_line(context, &words)
    });
    let found = in_block.into_iter().next();
    found.or_else(|| {
        let above = above(context, it);
        let is_named = above.as_deref().is_some_and(names_gathering);
        if is_named {
            return above;
        }
        if let Some(name) = named_in_lead(context, it) {
            return Some(name);
        }
        if above.is_some() && !leads_list(context, it) {
            return above;
        }
        if let Some(title) = opening_lines(context, it) {
            return Some(title);
        }
        entry.iter().skip(1).find_map(|span| {
            let first = context.words(span).lines().next()?;
            // "Hier die Termine:" leads to days, and names nothing.
            let is_lead = first.trim_end().ends_with(':');
            if is_lead || first.trim_end().ends_with(['.', '!']) && Tokens::of(first).len() > 4 {
                return None;
            }
            let words = without_when(first);
            title_of_line(context, &words).filter(|it| it.len() < 120)
        })
    })
}

/// A line as a title, unless it only says where.
fn title_of_line(context: &Context<'_>, words: &str) -> Option<String> {
    let cleaned = without_paper(&clean(words)?);
    let first = cleaned.trim_start_matches(['(', '"', '„', '»']);
    let tokens = Tokens::of(first);
    let is_place = (0..tokens.len()).any(|at| places::street_at(&tokens, at).is_some())
        || context.knows_town(first)
        || (0..tokens.len().min(4)).any(|at| tokens.word(at).is_some_and(places::is_house))
            && !names_gathering(first)
            && tokens.len() <= 6
        || matches!(
            tokens.lower(0).as_str(),
            "im" | "in" | "bei" | "am" | "an" | "beim" | "auf" | "per" | "via" | "online" | "uhr"
        );
    let mark = (0..tokens.len()).find(|at| tokens.is_one_of(*at, &[':', '?']));
    let is_question = mark.is_some_and(|it| it == 1 || it + 1 == tokens.len())
        && words::is_question_word(&tokens.lower(mark.unwrap_or(1).wrapping_sub(1)));
    let is_label = first.ends_with(':')
        || tokens.is(1, ':') && words::is_fact_label(&tokens.lower(0))
        || (tokens.len() == 1 || tokens.len() == 2 && tokens.is(1, '.'))
            && words::is_question_word(&tokens.lower(0))
        || words::is_generic_heading(first)
        || tokens.len() <= 3 && matches!(tokens.lower(0).as_str(), "eintritt" | "kosten")
        || tokens.lower(0) == "kursnummer"
        || tokens.lower(0) == "kurs" && tokens.lower(2) == "nr"
        || is_question
        || tells(first)
        || is_signature(first);
    if is_place || is_label || says_weekdays(first) {
        return None;
    }
    // The part before a sentence ends, or brackets open.
    let end = cleaned
        .match_indices(". ")
        .map(|(at, _)| at)
        .find(|at| {
            let word = cleaned.get(..*at).unwrap_or("");
            let is_short = ["Pfr", "Prof", "Dipl", "evtl", "inkl", "bzw", "Str", "Nr"]
                .iter()
                .any(|it| word.ends_with(it));
            let count = word
                .chars()
                .rev()
                .take_while(|it| it.is_alphanumeric())
                .count();
            count > 2 && !is_short && !word.ends_with(|it: char| it.is_ascii_digit())
        })
        .unwrap_or(cleaned.len());
    let head = cleaned.get(..end).unwrap_or(&cleaned);
    // "Markttag ● ● Rathaus": what stands before such a mark.
    let head = [" ● ", " • ", " · "]
        .iter()
        .filter_map(|mark| head.split_once(mark))
        .map(|(first, _)| first.trim())
        .find(|it| it.chars().filter(|it| it.is_alphabetic()).count() >= 4)
        .unwrap_or(head);
    let bare = head.trim_start_matches('(');
    let bare = if bare.len() < head.len() && !bare.contains('(') {
        bare.trim_end_matches(')')
    } else {
        bare
    };
    let is_month = names::month(bare).is_some();
    let bare = until_sentence(without_weekday(before_remark(bare)));
    let named = without_place(bare);
    (bare.chars().count() >= 4 && !is_month && !says_weekdays(named)).then(|| named.to_owned())
}

/// "Mo–Fr": words that only say on which days of the week.
fn says_weekdays(words: &str) -> bool {
    let tokens = Tokens::of(words);
    let mut said = (0..tokens.len()).filter_map(|at| tokens.word(at));
    said.all(|it| names::weekday(it).is_some())
}

/// The series that a list of days belongs to: the name of a gathering in what leads to it.
fn series(context: &Context<'_>, it: &Candidate) -> Option<Range<usize>> {
    if !it.is_entry || it.head.is_some() {
        return None;
    }
    super::judging::leads(context, it)
        .into_iter()
        .skip(1)
        .find_map(|lead| {
            let text = context.words(&lead);
            let tokens = Tokens::of(text);
            (0..tokens.len()).find_map(|at| {
                let word = tokens.lower(at);
                let is_series = words::is_gathering_word(&word)
                    && !words::is_plain_name(&word)
                    && tokens.letters(at).starts_with(char::is_uppercase);
                is_series.then(|| {
                    let span = tokens.start(at)..tokens.end_before(at + 1);
                    lead.start + span.start..lead.start + span.end
                })
            })
        })
}
