//! Who speaks at a gathering or leads it, with function and body: behind "Referentin:" or in the
//! column of that name, beside a function, or with a verb of speaking.

use std::ops::Range;

use super::affiliation::{Affiliation, behind, function_before};
use super::persons::{continues, person};
use crate::drafts::{GatheringDraft, Passage, Speaker};
use crate::finding::context::{Context, sentences};
use crate::finding::places::{head_cells, passage};
use crate::grammar::tokens::Tokens;
use crate::page::{Kind, Zone};

/// The most speakers of a gathering.
const MOST: usize = 20;
/// How far the words of a gathering reach, in bytes, where others follow.
const REACH: usize = 3_000;

/// Adds to each gathering who speaks there.
pub(crate) fn fill(context: &Context<'_>, gatherings: &mut [GatheringDraft]) {
    let regions = regions(context, gatherings);
    for (gathering, region) in gatherings.iter_mut().zip(regions) {
        let mut found = std::mem::take(&mut gathering.speakers);
        for speaker in in_region(context, &region) {
            let is_new = !found.iter().any(|it: &Speaker| it.name == speaker.name);
            if is_new && found.len() < MOST {
                found.push(speaker);
            }
        }
        gathering.speakers = found;
    }
}

/// The part of the page that speaks of each gathering: all of it where there is only one.
fn regions(context: &Context<'_>, gatherings: &[GatheringDraft]) -> Vec<Range<usize>> {
    let whole = 0..context.text().len();
    if gatherings.len() == 1 {
        return vec![whole];
    }
    let offsets: Vec<usize> = gatherings
        .iter()
        .map(|it| {
            // The day; of several below one day, the heading of each.
            let starts = it.evidence.iter().take(2).map(|it| it.start);
            starts.max().unwrap_or(0)
        })
        .collect();
    offsets
        .iter()
        .map(|offset| region(context, *offset, &offsets))
        .collect()
}

fn region(context: &Context<'_>, offset: usize, others: &[usize]) -> Range<usize> {
    let page = context.page;
    let Some((at, block)) = context
        .block_at(offset)
        .and_then(|at| Some((at, page.blocks.get(at)?)))
    else {
        return offset..offset;
    };
    if matches!(block.kind, Kind::Row { .. }) {
        return block.span.clone();
    }
    let sentence = context.sentence(at, offset);
    let heading = context
        .headings(at)
        .first()
        .filter(|heading| at - **heading <= 3)
        .and_then(|heading| page.blocks.get(*heading));
    let is_free = |from: usize| !others.iter().any(|it| (from..sentence.start).contains(it));
    let begin = heading
        .map(|it| it.span.start)
        .filter(|it| is_free(*it))
        .unwrap_or(sentence.start);
    let next = others
        .iter()
        .copied()
        .filter(|it| *it >= sentence.end)
        .min()
        .and_then(|it| Some(context.sentence(context.block_at(it)?, it).start))
        .unwrap_or(context.text().len());
    let level = match (&block.kind, heading.map(|it| &it.kind)) {
        (Kind::Heading(level @ 1..=6), _) | (_, Some(Kind::Heading(level @ 1..=6))) => *level,
        _ => 6,
    };
    let heading_behind = page
        .blocks
        .iter()
        .skip(at + 1)
        .find(|it| matches!(it.kind, Kind::Heading(other) if other <= level))
        .map_or(context.text().len(), |it| it.span.start);
    let end = next.min(heading_behind).min(begin + REACH);
    begin..end.max(sentence.end)
}

fn in_region(context: &Context<'_>, region: &Range<usize>) -> Vec<Speaker> {
    let mut found = Vec::new();
    let blocks = context.page.blocks.iter().enumerate();
    let first = context.block_at(region.start).unwrap_or(0);
    for (at, block) in blocks.skip(first) {
        if block.span.start >= region.end || found.len() >= MOST {
            break;
        }
        if block.span.end <= region.start || block.zone != Zone::Main {
            continue;
        }
        if let Kind::Row { cells, .. } = &block.kind {
            in_row(context, at, cells, &mut found);
            continue;
        }
        let mut label = None;
        for line in sentences(context.text(), &block.span) {
            if line.start < region.end && line.end > region.start {
                label = in_sentence(context, &line, label, &mut found);
            }
        }
    }
    found
}

/// A row: cells below "Referentin" or beside "Leitung" name who speaks; the others are read as
/// sentences.
fn in_row(context: &Context<'_>, at: usize, cells: &[Range<usize>], found: &mut Vec<Speaker>) {
    let heads = head_cells(context, at);
    let first = cells.first().map_or("", |it| context.words(it));
    let beside = label_alone(first).filter(|_| cells.len() == 2);
    for (number, cell) in cells.iter().enumerate() {
        let by_column = heads
            .get(number)
            .and_then(|it| label_alone(context.words(it)));
        let mut label = by_column.or(beside.filter(|_| number == 1));
        for line in sentences(context.text(), cell) {
            label = in_sentence(context, &line, label, found);
        }
    }
}

/// What a label says about those behind it: nothing but that they speak, or a function.
type Label = Option<&'static str>;

const LABELS: &[(&str, Label)] = &[
    ("referent", None),
    ("referentin", None),
    ("referenten", None),
    ("referentinnen", None),
    ("referierende", None),
    ("gast", None),
    ("gäste", None),
    ("mit", None),
    ("vortrag", None),
    ("vortragende", None),
    ("dozent", None),
    ("dozentin", None),
    ("dozenten", None),
    ("podium", None),
    ("impuls", None),
    ("grußwort", None),
    ("grußworte", None),
    ("es spricht", None),
    ("es sprechen", None),
    ("mit wem", None),
    ("wer", None),
    ("leitung", Some("Leitung")),
    ("kursleitung", Some("Kursleitung")),
    ("seminarleitung", Some("Seminarleitung")),
    ("moderation", Some("Moderation")),
    ("sitzungsleitung", Some("Sitzungsleitung")),
];

/// The label that words are and nothing more: "Referentin/Referent", "Leitung:".
fn label_alone(words: &str) -> Option<Label> {
    let tokens = Tokens::of(words.trim());
    if tokens.len() > 6 || words.trim_end().contains(": ") {
        return None;
    }
    let lower = words.trim().trim_end_matches([':', '?']).to_lowercase();
    let first = lower
        .split(['/', '*', ':', '(', '_'])
        .next()
        .unwrap_or("")
        .trim();
    LABELS
        .iter()
        .find(|(name, _)| *name == first)
        .map(|(_, label)| *label)
}

/// The label in a sentence that reaches to a token, and the token behind it.
fn label_in(tokens: &Tokens<'_>) -> Option<(usize, Label)> {
    (0..tokens.len().min(40)).find_map(|at| {
        let mark = (at + 1..at + 5).find(|it| tokens.is_one_of(*it, &[':', '?', '|']))?;
        let is_joined = (at + 1..mark)
            .all(|it| tokens.is_one_of(it, &['/', '*', '_', '(', ')']) || tokens.is_joined(it));
        let words = tokens.text.get(tokens.start(at)..tokens.start(mark))?;
        (is_joined || mark == at + 1 || words.to_lowercase() == "mit wem")
            .then(|| label_alone(words))
            .flatten()
            .map(|label| (mark + 1, label))
    })
}

/// Reads the speakers of a sentence. Says the label that still holds for the next line.
fn in_sentence(
    context: &Context<'_>,
    line: &Range<usize>,
    open: Option<Label>,
    found: &mut Vec<Speaker>,
) -> Option<Label> {
    let words = context.words(line);
    if open.is_none()
        && let Some(label) = label_alone(words).filter(|_| words.len() < 40)
    {
        return Some(label);
    }
    let tokens = Tokens::of(words);
    let label = label_in(&tokens);
    let (labelled_from, label) = match (label, open) {
        (Some((from, label)), _) => (Some(from), label),
        (None, Some(label)) => (Some(0), label),
        (None, None) => (None, None),
    };
    if labelled_from.is_none() && is_of_contacts(words) {
        return None;
    }
    let count = found.len();
    let mut last_end = None;
    let mut at = 0;
    while at < tokens.len() {
        let Some(person) = person(&tokens, at) else {
            at += 1;
            continue;
        };
        let before = function_before(&tokens, person.from);
        let after = behind(context, &tokens, person.until);
        let head = before.as_ref().map_or(person.from, |it| it.from);
        let is_chained = last_end.is_some_and(|end| is_chain(&tokens, end, head));
        let is_labelled = labelled_from.is_some_and(|it| head >= it);
        let has_article = before.is_none()
            && (is_article(&tokens.lower(at.wrapping_sub(1)))
                || !person.is_ranked && continues(&tokens, at));
        let is_quoted = is_quoted(&tokens, head, after.until);
        let is_told = is_labelled
            || is_chained
            || before.is_some() && !is_quoted
            || person.is_ranked && is_rank(&tokens, person.from)
            || speaks(&tokens, head, person.until, after.until)
            || after.is_told && !has_article;
        if is_told && !(has_article && !is_labelled && !person.is_ranked) {
            let name = words.get(tokens.start(person.from)..tokens.end_before(person.until));
            found.extend(name.map(|name| {
                let label = label.filter(|_| is_labelled);
                speaker(name, before, &after, label, passage(context, line))
            }));
            last_end = Some(after.until);
        }
        at = person.until.max(after.until).max(at + 1);
    }
    (found.len() > count).then_some(open).flatten()
}

fn speaker(
    name: &str,
    before: Option<Affiliation>,
    after: &Affiliation,
    label: Option<&str>,
    passage: Passage,
) -> Speaker {
    let (function, body) = before.map_or((None, None), |it| (it.function, it.body));
    Speaker {
        name: name.to_owned(),
        function: function
            .or(after.function.clone())
            .or(label.map(str::to_owned)),
        body: body.or(after.body.clone()),
        passage,
    }
}

/// Lines that say whom to ask, thank, or name who took a picture.
fn is_of_contacts(words: &str) -> bool {
    let lower = words.to_lowercase();
    [
        "@",
        "(at)",
        "[at]",
        "telefon",
        "tel.",
        "ansprechpartner",
        "ansprechperson",
        "kontakt",
        "anmeldung",
        "anmeldungen",
        "foto:",
        "fotos:",
        "bild:",
        "protokoll:",
        "geboren",
        "mobil",
        "verantwortlich",
        "impressum",
    ]
    .iter()
    .any(|it| lower.contains(it))
}

fn is_article(lower: &str) -> bool {
    matches!(
        lower,
        "der"
            | "die"
            | "das"
            | "dem"
            | "den"
            | "des"
            | "im"
            | "am"
            | "zum"
            | "zur"
            | "vom"
            | "ein"
            | "eine"
            | "einem"
            | "einen"
            | "einer"
            | "ins"
            | "unser"
            | "unsere"
    )
}

fn is_rank(tokens: &Tokens<'_>, at: usize) -> bool {
    matches!(
        tokens.letters(at),
        "Dr" | "Prof" | "Professor" | "Professorin" | "RA" | "RAin" | "Pfr"
    )
}

/// "sagte Hausleiterin …": whose words are told in a report.
fn is_quoted(tokens: &Tokens<'_>, head: usize, end: usize) -> bool {
    [head.checked_sub(1), Some(end), Some(end + 1)]
        .into_iter()
        .flatten()
        .any(|at| {
            matches!(
                tokens.lower(at).as_str(),
                "sagt"
                    | "sagte"
                    | "so"
                    | "erklärt"
                    | "erklärte"
                    | "betont"
                    | "betonte"
                    | "meint"
                    | "meinte"
                    | "freut"
            )
        })
}

/// "…, und", "sowie": what goes on with a row of speakers.
fn is_chain(tokens: &Tokens<'_>, end: usize, head: usize) -> bool {
    head >= end
        && head - end <= 3
        && (end..head).any(|at| {
            tokens.is_one_of(at, &[',', ';', '/', '&'])
                || matches!(tokens.lower(at).as_str(), "und" | "sowie")
        })
        && (end..head).all(|at| {
            tokens.word(at).is_none()
                || matches!(
                    tokens.lower(at).as_str(),
                    "und" | "sowie" | "die" | "der" | "mit"
                )
        })
}

/// Whether a verb of speaking stands right before or behind a person.
fn speaks(tokens: &Tokens<'_>, head: usize, until: usize, end: usize) -> bool {
    let is_verb = |at: usize| {
        matches!(
            tokens.lower(at).as_str(),
            "spricht"
                | "sprechen"
                | "sprach"
                | "sprachen"
                | "referiert"
                | "referierte"
                | "berichtet"
                | "berichtete"
                | "berichten"
                | "erzählt"
                | "erzählte"
                | "liest"
                | "las"
                | "moderiert"
                | "moderierte"
                | "leitet"
                | "leitete"
                | "leiten"
                | "erläutert"
                | "erläuterte"
                | "informiert"
                | "informierte"
                | "präsentiert"
                | "präsentierte"
                | "hält"
                | "hielt"
                | "eröffnet"
                | "eröffnete"
                | "begrüßt"
                | "begrüßte"
                | "stellt"
                | "stellte"
                | "gibt"
                | "zeigt"
                | "zeigte"
                | "diskutiert"
                | "diskutieren"
                | "führt"
                | "führte"
                | "lädt"
        )
    };
    let leads = (1..=2).any(|back| head.checked_sub(back).is_some_and(is_verb));
    let before = |back: usize| {
        head.checked_sub(back)
            .map_or(String::new(), |at| tokens.lower(at))
    };
    let is_talk_of = before(1) == "von"
        && head.checked_sub(2).is_some_and(|at| {
            let word = tokens.lower(at);
            crate::finding::words::is_gathering_word(&word) || word.ends_with("wort")
        });
    leads || is_talk_of || (until..until.max(end) + 2).any(is_verb)
}
