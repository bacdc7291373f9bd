//! What a gathering is about, and for whom.

use std::ops::Range;

use crate::drafts::Said;
use crate::finding::context::Context;
use crate::finding::judging::Candidate;
use crate::finding::places::passage;
use crate::page::Kind;

/// The most topics of a gathering.
const MOST: usize = 20;

/// "Thema: …", "Schwerpunkt: …", and the items below "Themen:" or "Tagesordnung".
pub(crate) fn find(context: &Context<'_>, it: &Candidate, entry: &[Range<usize>]) -> Vec<Said> {
    let mut found = Vec::new();
    let own = [it.sentence.clone()];
    for region in own.iter().chain(entry) {
        for line in crate::finding::context::sentences(context.text(), region) {
            let Some(span) = behind_label(context, &line, TOPIC_LABELS) else {
                continue;
            };
            let passage = passage(context, &span);
            if passage.words.chars().count() > 3 && found.len() < MOST {
                found.push(Said {
                    value: passage.words.clone(),
                    passage,
                });
            }
        }
    }
    if found.is_empty() {
        found = items(context, it);
    }
    found
}

const TOPIC_LABELS: &[&str] = &[
    "thema",
    "themen",
    "schwerpunkt",
    "themenschwerpunkt",
    "themenschwerpunkte",
    "inhalt",
    "inhalte",
];
const AUDIENCE_LABELS: &[&str] = &[
    "zielgruppe",
    "zielgruppen",
    "für wen",
    "wer",
    "teilnehmende",
    "teilnehmerkreis",
];
/// What leads to those for whom something is, in a sentence.
const AUDIENCE_LEADS: &[&str] = &[
    "richtet sich an ",
    "richten sich an ",
    "wendet sich an ",
    "eingeladen sind ",
    "willkommen sind ",
];

/// Items below a line that announces them, before the next heading or day.
fn items(context: &Context<'_>, it: &Candidate) -> Vec<Said> {
    let page = context.page;
    let mut is_open = false;
    let mut found = Vec::new();
    for at in it.block + 1..it.block + 30 {
        let Some(block) = page.blocks.get(at) else {
            break;
        };
        if block.kind == Kind::Item {
            if is_open && context.days(at).next().is_none() && found.len() < MOST {
                let passage = passage(context, &block.span);
                found.push(Said {
                    value: passage.words.replace('\n', " "),
                    passage,
                });
            }
            continue;
        }
        if context.days(at).next().is_some() || is_open && !found.is_empty() {
            break;
        }
        let words = page
            .words(&block.span)
            .trim_matches(['*', ':', ' '])
            .to_lowercase();
        is_open = [
            "themen",
            "tagesordnung",
            "agenda",
            "tagesordnungspunkte",
            "inhalte",
            "programm",
        ]
        .iter()
        .any(|it| {
            words == *it
                || words.starts_with(&format!("unsere {it}"))
                || words.starts_with(&format!("{it} "))
        }) && words.len() < 60;
    }
    found
}

/// Whom it is for, where a label says so.
pub(crate) fn audience(
    context: &Context<'_>,
    it: &Candidate,
    entry: &[Range<usize>],
) -> Option<Said> {
    let own = [it.sentence.clone()];
    own.iter().chain(entry).find_map(|region| {
        crate::finding::context::sentences(context.text(), region)
            .into_iter()
            .find_map(|line| {
                behind_label(context, &line, AUDIENCE_LABELS)
                    .or_else(|| behind_lead(context, &line))
            })
            .map(|span| {
                let passage = passage(context, &span);
                Said {
                    value: passage.words.clone(),
                    passage,
                }
            })
    })
}

/// "Der Tag richtet sich an …": what stands behind the verb in a sentence.
fn behind_lead(context: &Context<'_>, line: &Range<usize>) -> Option<Range<usize>> {
    let words = context.words(line);
    AUDIENCE_LEADS.iter().find_map(|lead| {
        let begin = words.to_lowercase().find(lead)? + lead.len();
        let rest = words.get(begin..)?;
        let length = rest.trim_end().trim_end_matches(['.', '!']).len();
        let is_said = rest.starts_with(|it: char| it.is_alphabetic()) && length > 4 && length < 200;
        is_said.then_some(line.start + begin..line.start + begin + length)
    })
}

/// The series that a page names: "Reihe: …", "der Reihe „…“".
pub(crate) fn series_of_page(context: &Context<'_>) -> Option<Said> {
    let main = context.page.blocks.iter();
    main.filter(|it| it.zone == crate::page::Zone::Main)
        .take(200)
        .flat_map(|it| crate::finding::context::sentences(context.text(), &it.span))
        .find_map(|line| {
            behind_label(
                context,
                &line,
                &["reihe", "veranstaltungsreihe", "vortragsreihe"],
            )
            .or_else(|| quoted_series(context, &line))
        })
        .map(|span| {
            let passage = passage(context, &span);
            Said {
                value: passage.words.clone(),
                passage,
            }
        })
}

/// "die Reihe „Recht am Abend“": what stands between the marks.
fn quoted_series(context: &Context<'_>, line: &Range<usize>) -> Option<Range<usize>> {
    let words = context.words(line);
    let at = words.find("eihe ").map(|it| it + "eihe ".len())?;
    let rest = words.get(at..)?;
    let open = rest.chars().next().filter(|it| "„»\"“".contains(*it))?;
    let inside = rest.get(open.len_utf8()..)?;
    let length = inside.find(['“', '«', '"', '”'])?;
    let begin = line.start + at + open.len_utf8();
    (length > 3).then_some(begin..begin + length)
}

/// The audience that a page says once, for its only gathering.
pub(crate) fn audience_of_page(context: &Context<'_>) -> Option<Said> {
    let main = context.page.blocks.iter();
    main.filter(|it| it.zone == crate::page::Zone::Main)
        .flat_map(|it| crate::finding::context::sentences(context.text(), &it.span))
        .find_map(|line| {
            behind_label(context, &line, AUDIENCE_LABELS).or_else(|| behind_lead(context, &line))
        })
        .map(|span| {
            let passage = passage(context, &span);
            Said {
                value: passage.words.clone(),
                passage,
            }
        })
}

/// What stands behind a label and its colon in a line.
fn behind_label(
    context: &Context<'_>,
    line: &Range<usize>,
    labels: &[&str],
) -> Option<Range<usize>> {
    let words = context.words(line);
    let lower = words.to_lowercase();
    labels.iter().find_map(|label| {
        let at = lower.find(label)?;
        let before = lower.get(..at)?.chars().next_back();
        let rest = words.get(at + label.len()..)?;
        let skip = rest.len() - rest.trim_start_matches([':', '|', '?', ' ']).len();
        let has_mark = rest.get(..skip)?.contains([':', '|', '?']);
        let is_word = before.is_none_or(|it| !it.is_alphanumeric());
        let begin = line.start + at + label.len() + skip;
        (has_mark && is_word && begin < line.end).then_some(begin..line.end)
    })
}
