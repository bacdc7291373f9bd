//! Where a gathering is: looked for first beside its day, then in the lines that belong to it,
//! then in what leads to it.

mod listed;
mod wide;

use std::ops::Range;

use listed::{closing_town, is_house_phrase, listed};
pub(crate) use wide::{of_page, says_same};

use super::context::Context;
use super::judging::Candidate;
use crate::drafts::{Passage, Said};
use crate::grammar::places::{self, Place};
use crate::grammar::tokens::Tokens;
use crate::grammar::towns;
use crate::page::Kind;

/// A house and a town with the passages that say so.
#[derive(Clone, Debug, Default)]
pub(crate) struct Where {
    pub(crate) venue: Option<Said>,
    pub(crate) city: Option<Said>,
}

/// A passage of the page.
pub(crate) fn passage(context: &Context<'_>, span: &Range<usize>) -> Passage {
    let words = context.words(span);
    let start = span.start + (words.len() - words.trim_start().len());
    Passage {
        start,
        end: start + words.trim().len(),
        words: words.trim().to_owned(),
    }
}

fn said(context: &Context<'_>, span: &Range<usize>) -> Said {
    let passage = passage(context, span);
    let value = passage
        .words
        .replace('\n', ", ")
        .replace(" | ", ", ")
        .replace(",,", ",")
        .trim_matches([',', ';', ' ', '|', '('])
        .to_owned();
    // A bracket that is open closes what the phrase has cut.
    let value = if value.contains('(') && !value.contains(')') {
        format!("{value})")
    } else if value.ends_with(')') && !value.contains('(') {
        value.trim_end_matches(')').to_owned()
    } else {
        value
    };
    let value = without_stop(&value).to_owned();
    Said { value, passage }
}

/// A place without the stop that ends its sentence; "Str." and "e.V." keep theirs.
fn without_stop(value: &str) -> &str {
    let bare = value.strip_suffix('.').unwrap_or(value);
    let letters = bare.chars().rev().take_while(|it| it.is_alphabetic());
    if letters.count() > 4 && !bare.ends_with("str")
        || bare.ends_with(|it: char| it.is_ascii_digit())
    {
        bare
    } else {
        value
    }
}

/// Where the gathering of a day is.
pub(crate) fn find(context: &Context<'_>, it: &Candidate, entry: &[Range<usize>]) -> Where {
    let mut found = Where::default();
    row_cells(context, it, &mut found);
    let knows = |name: &str| context.knows_town(name);
    let mut regions = vec![it.clause.clone()];
    let is_parted = !it.clause.contains(&it.day.span.start);
    if is_parted {
        regions.push(before_hours(context, it));
    } else if it.clause != it.sentence
        && (!has_several_days(context, it) || is_one_chain(context, it))
    {
        regions.push(it.sentence.clone());
    }
    let of_entry = entry.iter().filter(|it| !is_of_contact(context.words(it)));
    regions.extend(of_entry.cloned());
    let mut is_named = false;
    for region in regions {
        // "Ort:" alone in its line names what follows.
        if std::mem::take(&mut is_named) && found.venue.is_none() {
            place_of_words(context, &region, &mut found);
        }
        is_named = is_label(context.words(&region).trim().trim_end_matches(':').trim());
        if found.venue.is_some() && found.city.is_some() {
            break;
        }
        labelled(context, &region, &mut found);
        let place = places::place(context.text(), region.clone(), &knows);
        take(context, &place, &mut found);
        if found.venue.is_none() || found.city.is_none() {
            listed(context, &region, &mut found);
        }
        if it.is_entry {
            for line in super::context::sentences(context.text(), &region) {
                closing_town(context, &line, &mut found);
            }
        }
    }
    if it.is_entry && found.venue.is_none() {
        wide::of_lead(context, it, &mut found);
    }
    if (it.is_entry || has_several_days(context, it)) && found.venue.is_none() {
        wide::of_each(context, it, &mut found);
    }
    if it.is_entry && found.venue.is_none() {
        wide::of_prose(context, it, &mut found);
    }
    if found.venue.is_none() {
        wide::of_host(context, &it.sentence, &mut found);
    }
    let is_online = found.venue.as_ref().is_some_and(|it| is_online(&it.value));
    if found.city.is_none() && !is_online {
        found.city = town_in_venue(context, found.venue.as_ref());
    }
    found
}

/// What stands before the hours of a day that has several: it holds for all of them.
fn before_hours(context: &Context<'_>, it: &Candidate) -> Range<usize> {
    let clocks = context.clocks_in(&it.sentence);
    let first = clocks.iter().map(|it| it.span.start).min();
    it.sentence.start..first.unwrap_or(it.day.span.end).max(it.sentence.start)
}

/// "am 5. Mai, 2. Juni und 7. Juli im Lesesaal": days of one list, which share what the sentence
/// says.
pub(crate) fn is_one_chain(context: &Context<'_>, it: &Candidate) -> bool {
    let mut inside = context
        .days(it.block)
        .filter(|day| it.sentence.contains(&day.span.start));
    inside.all(|day| day.chain == it.day.chain)
}

pub(crate) fn has_several_days(context: &Context<'_>, it: &Candidate) -> bool {
    let inside = |day: &&crate::grammar::days::DayMention| {
        it.sentence.start <= day.span.start && day.span.end <= it.sentence.end
    };
    context.days(it.block).filter(inside).count() > 1
}

pub(crate) fn is_online(venue: &str) -> bool {
    let tokens = Tokens::of(venue);
    places::online(&tokens).is_some_and(|it| it.start < 12)
}

fn take(context: &Context<'_>, place: &Place, found: &mut Where) {
    if found.venue.is_none()
        && let Some(venue) = &place.venue
    {
        found.venue = Some(said(context, venue)).filter(|it| it.value.len() > 1);
    }
    if found.city.is_none()
        && let Some(city) = &place.city
    {
        found.city = Some(said(context, city));
    }
}

/// Cells of a row under "Ort", and what stands beside "Ort:" in the rows around.
fn row_cells(context: &Context<'_>, it: &Candidate, found: &mut Where) {
    let page = context.page;
    let Some(Kind::Row { cells, .. }) = page.blocks.get(it.block).map(|it| &it.kind) else {
        return;
    };
    let heads = head_cells(context, it.block);
    for (number, cell) in cells.iter().enumerate() {
        let head = heads.get(number).map(|it| page.words(it).to_lowercase());
        let is_place = head.as_deref().is_some_and(|it| {
            it.starts_with("ort")
                || it.contains("veranstaltungsort")
                || it == "wo"
                || it.contains("location")
                || it.ends_with("lokal")
                || it.contains("treffpunkt")
                || it.contains("raum")
                || it.starts_with("stadt")
        });
        if is_place {
            place_of_words(context, cell, found);
        }
    }
}

/// The cells that name the columns of the table that a row belongs to.
pub(crate) fn head_cells(context: &Context<'_>, block: usize) -> Vec<Range<usize>> {
    for at in (0..block).rev() {
        match context.page.blocks.get(at).map(|it| &it.kind) {
            Some(Kind::Row {
                cells,
                is_head: true,
            }) => return cells.clone(),
            Some(Kind::Row { .. }) => {}
            _ => break,
        }
    }
    Vec::new()
}

/// Words that say a place and nothing else.
fn place_of_words(context: &Context<'_>, span: &Range<usize>, found: &mut Where) {
    let knows = |name: &str| context.knows_town(name);
    let place = places::place(context.text(), span.clone(), &knows);
    let words = context.words(span).trim();
    let whole = |found: &mut Where| {
        let tokens = Tokens::of(words);
        let name = towns::name_at(&tokens, 0).map(|until| (until, 0..tokens.end_before(until)));
        if let Some((until, name)) = name {
            let is_all = until >= tokens.len()
                || tokens.is_one_of(until, &[',', '(']) && tokens.len() <= until + 3;
            let town = words.get(name.clone()).unwrap_or("");
            if is_all
                && found.city.is_none()
                && !town.split(' ').next().is_some_and(places::is_house)
                && (context.knows_town(town)
                    || towns::is_listed(town)
                    || towns::looks_like_town(town))
            {
                let begin = span.start
                    + (context.words(span).len() - context.words(span).trim_start().len());
                found.city = Some(said(context, &(begin..begin + name.end)));
                return;
            }
        }
        if found.venue.is_none() {
            found.venue = Some(said(context, &venue_part(context, span, &place)))
                .filter(|it| !it.value.is_empty());
        }
    };
    if place.venue.is_none() && place.city.is_none() {
        whole(found);
    } else {
        if place.city.is_some() || is_online(words) {
            if found.venue.is_none() {
                let part = venue_part(context, span, &place);
                found.venue = Some(said(context, &part)).filter(|it| it.value.len() > 1);
            }
        } else if found.venue.is_none() {
            found.venue = Some(said(context, span));
        }
        take(context, &place, found);
    }
}

/// The words of a place without the town at their end.
fn venue_part(context: &Context<'_>, span: &Range<usize>, place: &Place) -> Range<usize> {
    let Some(city) = &place.city else {
        return span.clone();
    };
    let lead = context.text().get(span.start..city.start).unwrap_or("");
    let mut cut = lead.trim_end();
    // The post code goes with its town.
    let digits = cut.chars().rev().take_while(char::is_ascii_digit).count();
    if digits == 5 {
        cut = cut.get(..cut.len() - 5).unwrap_or(cut).trim_end();
    }
    cut = cut.trim_end_matches([',', ' ', '(', '\n', '|', '-', '–']);
    let cut = cut.strip_suffix(" in").unwrap_or(cut).trim_end();
    if cut.is_empty() {
        return span.start..span.start;
    }
    span.start..span.start + cut.len()
}

const LABELS: &[&str] = &[
    "ort",
    "wo",
    "veranstaltungsort",
    "treffpunkt",
    "location",
    "adresse",
    "tagungsort",
    "raum",
    "treffort",
    "versammlungsort",
    "austragungsort",
    "anschrift",
    "spielort",
    "spiellokal",
    "turnierort",
    "wo?",
    "veranstaltungsorte",
    "ort der veranstaltung",
];

/// "Meldestelle: …": an address of somebody to write to.
fn is_of_contact(words: &str) -> bool {
    let tokens = Tokens::of(words);
    let is_label = tokens.is_one_of(1, &[':', '|']) || tokens.begins_line(1);
    is_label
        && matches!(
            tokens.lower(0).as_str(),
            "meldestelle"
                | "meldungen"
                | "meldung"
                | "kontakt"
                | "anmeldung"
                | "anmeldungen"
                | "ansprechpartner"
                | "ansprechpartnerin"
                | "ansprechperson"
                | "auskunft"
                | "vorverkauf"
                | "rückfragen"
                | "postanschrift"
        )
}

/// Whether words say no more than that a place follows.
pub(crate) fn is_label(words: &str) -> bool {
    LABELS.contains(&words.to_lowercase().as_str())
}

/// "Ort: …" and the row "Ort | …".
fn labelled(context: &Context<'_>, region: &Range<usize>, found: &mut Where) {
    for line in super::context::sentences(context.text(), region) {
        let words = context.words(&line);
        // "📍 Bürgerhaus, Gera"
        let pinned = words.trim_start().strip_prefix('📍');
        if let Some(rest) = pinned.filter(|it| !it.trim().is_empty()) {
            let rest = rest.trim_start_matches([' ', ':', '\u{fe0f}']);
            let begin = line.end - rest.len();
            // Up to the next such mark: "📍 Bürgerhaus 🕐 14 Uhr".
            let length = rest.find(|it| it >= '\u{1f000}').unwrap_or(rest.len());
            place_of_words(context, &(begin..begin + length), found);
            return;
        }
        let Some(at) = words.find([':', '|']).filter(|it| *it < 30) else {
            continue;
        };
        let label = words.get(..at).unwrap_or("").trim().to_lowercase();
        if LABELS
            .iter()
            .any(|it| label == *it || label.ends_with(&format!(" {it}")))
        {
            let mark = words.get(at..).unwrap_or("");
            let skip = mark.len() - mark.trim_start_matches([':', '|', ' ']).len();
            let begin = line.start + at + skip;
            let mut end = line.end;
            if context.words(&(begin..end)).trim().is_empty() {
                // The place stands in the next line.
                end = region.end.min(begin + 200);
            }
            place_of_words(context, &listed::behind_when(context, &(begin..end)), found);
            return;
        }
    }
}

/// A line that says a house and nothing else.
pub(crate) fn is_house_line(words: &str) -> bool {
    is_house_phrase(&Tokens::of(words))
}

/// "Grundschule Gera", "Geraer Stadthalle": the town in the name of a house.
fn town_in_venue(context: &Context<'_>, venue: Option<&Said>) -> Option<Said> {
    let venue = venue?;
    let tokens = Tokens::of(&venue.value);
    (0..tokens.len()).find_map(|at| {
        let word = tokens.word(at)?;
        let town = town_of_word(context, word)?;
        Some(Said {
            value: town,
            passage: venue.passage.clone(),
        })
    })
}

/// "St. Marien Gera": a well-known town that closes the name of a house.
pub(crate) fn town_behind(venue: &Said) -> Option<Said> {
    let (_, word) = venue.value.rsplit_once(' ')?;
    let is_town = towns::is_listed(word) && !towns::is_common(word);
    is_town.then(|| Said {
        value: word.to_owned(),
        passage: venue.passage.clone(),
    })
}

/// The town that a word is, or that it is made from: "Geraer".
pub(crate) fn town_of_word(context: &Context<'_>, word: &str) -> Option<String> {
    if word.chars().count() < 4 {
        return None;
    }
    if context.knows_town(word) {
        return Some(word.to_owned());
    }
    let stem = word.strip_suffix("er")?;
    [stem.to_owned(), format!("{stem}en"), format!("{stem}e")]
        .into_iter()
        .find(|it| context.knows_town(it))
}
