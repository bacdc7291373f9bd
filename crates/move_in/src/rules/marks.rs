//! A source text cut where evidence begins and ends, to be shown with the evidence marked.

use std::collections::BTreeSet;

use super::Mark;

/// A piece of a source text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Segment {
    /// Its words.
    pub(crate) text: String,
    /// Whether it is evidence.
    pub(crate) is_marked: bool,
    /// Of what the evidence is that ends here.
    pub(crate) labels: Vec<String>,
}

/// How much text stands around the evidence of a long source, in bytes.
const AROUND: usize = 4_000;
/// Up to here a source is shown whole.
const WHOLE: usize = 24_000;

/// The part of a text that is shown, and whether something is left out on either side.
fn window(text: &str, marks: &[&Mark]) -> (usize, usize) {
    if text.len() <= WHOLE {
        return (0, text.len());
    }
    let first = marks.iter().map(|it| it.start).min().unwrap_or(0);
    let last = marks.iter().map(|it| it.end).max().unwrap_or(0);
    let last = last.min(first + WHOLE);
    let from = (0..=first.saturating_sub(AROUND))
        .rev()
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or(0);
    let until = (last + AROUND).min(text.len());
    let until = (until..=text.len()).find(|at| text.is_char_boundary(*at));
    (from, until.unwrap_or(text.len()))
}

/// The text in pieces; marks that fit the text no more are left out.
pub(crate) fn segments(text: &str, marks: &[Mark]) -> Vec<Segment> {
    let fit: Vec<&Mark> = marks
        .iter()
        .filter(|it| it.start < it.end && text.get(it.start..it.end).is_some())
        .collect();
    let (from, until) = window(text, &fit);
    let mut cuts = BTreeSet::from([from, until]);
    for mark in &fit {
        cuts.extend([mark.start, mark.end]);
    }
    let cuts: Vec<usize> = cuts
        .into_iter()
        .filter(|at| (from..=until).contains(at))
        .collect();
    let pairs = cuts.iter().zip(cuts.iter().skip(1));
    let mut pieces: Vec<Segment> = Vec::new();
    for (start, end) in pairs {
        let Some(words) = text.get(*start..*end) else {
            continue;
        };
        let is_marked = fit.iter().any(|it| it.start <= *start && *end <= it.end);
        let ending = fit.iter().filter(|it| it.end == *end && is_marked);
        let labels: BTreeSet<&str> = ending.map(|it| it.label.as_str()).collect();
        match pieces.last_mut() {
            // Marks that lie in each other are one, until one of them ends.
            Some(last) if last.is_marked == is_marked && last.labels.is_empty() => {
                last.text.push_str(words);
                last.labels = labels.into_iter().map(ToOwned::to_owned).collect();
            }
            _ => pieces.push(Segment {
                text: words.to_owned(),
                is_marked,
                labels: labels.into_iter().map(ToOwned::to_owned).collect(),
            }),
        }
    }
    pieces
}
