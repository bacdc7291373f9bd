//! Organisations: names that end or begin as such names do, and those in front of short forms
//! of law.

use std::sync::LazyLock;

use crate::grammar::tokens::{WordList, list};
use std::collections::HashSet;
use std::ops::Range;

use crate::drafts::Said;
use crate::finding::context::Context;
use crate::finding::places::passage;
use crate::grammar::tokens::{Tokens, cut};
use crate::grammar::{names, towns};
use crate::page::Zone;

/// The most of a page.
const MOST: usize = 120;

/// Words that name an organisation by themselves or with what follows.
static HEADS: WordList = LazyLock::new(|| {
    list(
        "verein verband landesverband kreisverband ortsverband bundesverband dachverband jobcenter \
    ministerium universität uniklinik universitätsklinikum hochschule volkshochschule vhs \
    verbraucherzentrale stiftung genossenschaft kammer behörde landratsamt \
    kreisgruppe regionaldirektion bundesagentur beirat landesjugendamt \
    arbeitsgemeinschaft netzwerk initiative bündnis grundschule gymnasium gesamtschule pfarrei \
    kirchengemeinde gemeinde stadt landkreis kreis bezirk freiwilligenagentur bürgerstiftung \
    förderverein ortsgruppe geschäftsstelle",
    )
});

/// How names of organisations end.
static TAILS: WordList = LazyLock::new(|| {
    list(
        "verein verband beirat stiftung kammer initiative netzwerk agentur zentrale werk ministerium \
    bund bündnis gemeinschaft gruppe gesellschaft institut fakultät klinik portal dienst agenda \
    laden labore lab büro",
    )
});

/// Short forms of law.
const FORMS: &[&str] = &[
    "ev", "gmbh", "ggmbh", "ag", "gag", "eg", "mbh", "kg", "ug", "kdör",
];

pub(crate) fn find(context: &Context<'_>) -> Vec<Said> {
    let mut found: Vec<Said> = Vec::new();
    let mut seen = HashSet::new();
    for block in &context.page.blocks {
        if block.zone == Zone::Related || found.len() >= MOST {
            continue;
        }
        let tokens = Tokens::of(context.words(&block.span));
        let mut at = 0;
        while at < tokens.len() {
            match name(context, &tokens, at) {
                Some(span)
                    if block.zone == Zone::Main || has_form(cut(tokens.text, span.clone())) =>
                {
                    let until = tokens.at_offset(span.end);
                    let span = block.span.start + span.start..block.span.start + span.end;
                    let passage = passage(context, &span);
                    let value = passage.words.replace('\n', " ");
                    if seen.insert(value.to_lowercase()) {
                        found.push(Said { value, passage });
                    }
                    at = until.max(at + 1);
                }
                _ => at += 1,
            }
        }
    }
    without_parts(found)
}

/// A shorter name that a longer one holds says nothing more.
fn without_parts(found: Vec<Said>) -> Vec<Said> {
    let names: Vec<String> = found.iter().map(|it| it.value.to_lowercase()).collect();
    found
        .into_iter()
        .filter(|it| {
            let lower = it.value.to_lowercase();
            !names.iter().any(|other| {
                *other != lower && other.starts_with(&lower) && lower.len() * 2 > other.len()
            })
        })
        .collect()
}

fn has_form(name: &str) -> bool {
    let last = name
        .rsplit(' ')
        .next()
        .unwrap_or("")
        .replace('.', "")
        .to_lowercase();
    FORMS.contains(&last.as_str()) || name.ends_with("V.")
}

fn is_big(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens
        .word(at)
        .and_then(|it| it.chars().next())
        .is_some_and(char::is_uppercase)
}

/// The name of an organisation that begins at a token.
fn name(context: &Context<'_>, tokens: &Tokens<'_>, at: usize) -> Option<Range<usize>> {
    if !is_big(tokens, at) || at > 0 && tokens.is(at - 1, '-') && tokens.is_joined(at) {
        return None;
    }
    let (until, form) = run(tokens, at);
    if let Some(form) = form {
        return Some(tokens.start(at)..tokens.end_before(form));
    }
    // A run of capitalised words with a head or a tail of such names.
    let mut end = at;
    let mut is_named = false;
    for place in at..until {
        let Some(word) = tokens.word(place) else {
            continue;
        };
        let lower = word.to_lowercase();
        let stem = lower.strip_suffix('s').unwrap_or(&lower);
        let is_head = HEADS.contains(&lower.as_str()) || HEADS.contains(&stem);
        let is_tail = TAILS.iter().any(|it| {
            lower.ends_with(it) && lower.len() > it.len() + 2
                || stem.ends_with(it) && stem.len() > it.len() + 2
        });
        if is_head && place + 1 < until {
            is_named = true;
            end = until;
            break;
        }
        if is_tail || is_head && place > at {
            is_named = true;
            end = place + 1;
        }
    }
    if !is_named {
        return acronym(tokens, at);
    }
    // A head may take the rest of the run; a town behind it belongs to it.
    while end < until && tokens.word(end).is_some_and(|it| context.knows_town(it)) {
        end += 1;
    }
    if tokens.is(end, '-') || end < until && tokens.is_joined(end) {
        end = until;
    }
    let span = tokens.start(at)..tokens.end_before(end);
    let words = cut(tokens.text, span.clone());
    let is_alone = !words.contains([' ', '-']);
    let is_plain =
        is_alone && HEADS.contains(&words.to_lowercase().as_str()) && words != "Jobcenter";
    (!is_plain && words.chars().count() >= 4).then_some(span)
}

/// Names of capitals alone: HVV, EKD.
fn acronym(tokens: &Tokens<'_>, at: usize) -> Option<Range<usize>> {
    static NO_NAMES: WordList = LazyLock::new(|| {
        list("PDF CD DVD EUR IBAN BIC URL FAQ TOP AGB DSGVO OK NACH OBEN SGB PC USB UND")
    });
    let word = tokens.word(at)?;
    let big = word.chars().filter(|it| it.is_uppercase()).count();
    let count = word.chars().count();
    let is_name = big >= 3 && big * 2 > count
        || big >= 2 && count >= 5 && word.chars().skip(1).any(char::is_uppercase);
    (is_name
        && count >= 3
        && !NO_NAMES.contains(&word)
        && !word.ends_with("Innen")
        && !word.contains("Innen"))
    .then(|| tokens.start(at)..tokens.end_before(at + 1))
}

/// How far a run of capitalised words goes; where a form of law ends it.
fn run(tokens: &Tokens<'_>, at: usize) -> (usize, Option<usize>) {
    let mut next = at;
    let mut end = at;
    while next < tokens.len() && next < at + 14 {
        if next > at && tokens.begins_line(next) {
            break;
        }
        let word = tokens.word(next);
        if let Some(word) = word {
            let lower = word.to_lowercase();
            if lower == "e" && tokens.is(next + 1, '.') && tokens.lower(next + 2) == "v" {
                return (end, Some(next + 3 + usize::from(tokens.is(next + 3, '.'))));
            }
            if FORMS.contains(&lower.as_str()) && next > at {
                return (end, Some(next + 1));
            }
            let is_time = names::month(word).is_some_and(|(_, short)| !short)
                || names::weekday(word).is_some_and(|(_, short)| !short);
            if is_big(tokens, next) && !is_time || tokens.is_joined(next) && next > at {
                next += 1;
                end = next;
                continue;
            }
            let links = matches!(
                lower.as_str(),
                "der" | "des" | "für" | "und" | "zur" | "in" | "im" | "am" | "von" | "vom"
            );
            if links && is_big(tokens, next + 1) && next > at && joins(tokens, at, next) {
                next += 1;
                continue;
            }
            break;
        }
        let is_mark = tokens.is_one_of(next, &['-', '/', '&', ':', '.']) && tokens.is_joined(next)
            || tokens.is(next, '&');
        let joined = tokens.is_joined(next + 1) || tokens.is(next, '&');
        if is_mark && joined && next > at {
            next += 1;
            continue;
        }
        // "für Soziales, Arbeit und Gesundheit" of ministries.
        if tokens.is(next, ',')
            && tokens.lower(at).ends_with("ministerium")
            && is_big(tokens, next + 1)
        {
            next += 1;
            continue;
        }
        break;
    }
    (end, None)
}

/// Which small words go on with a name: "für" and "der" behind a head, "in" before a Land or town.
fn joins(tokens: &Tokens<'_>, from: usize, at: usize) -> bool {
    let heads = (from..at).any(|it| {
        let lower = tokens.lower(it);
        HEADS.contains(&lower.as_str()) || TAILS.iter().any(|tail| lower.ends_with(tail))
    });
    match tokens.lower(at).as_str() {
        "in" => {
            heads
                && tokens
                    .word(at + 1)
                    .is_some_and(|it| towns::is_common(it) || towns::is_known(it))
                && tokens.lower(from).ends_with("ministerium")
        }
        "und" => tokens.lower(from).ends_with("ministerium"),
        "am" | "im" | "vom" | "von" => false,
        _ => heads || tokens.lower(at) == "der" && at == from + 2,
    }
}
