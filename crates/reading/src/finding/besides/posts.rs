//! The page as a post: title, day, source, tags, paragraphs, pictures.

use crate::drafts::{GatheringDraft, PictureDraft, PostDraft};
use crate::finding::context::Context;
use crate::finding::words::is_generic_heading;
use crate::grammar::tokens::{Tokens, cut};
use crate::page::{Kind, Zone};

/// The most paragraphs that are kept.
const MOST: usize = 400;

/// From this length on a page that does not say when it was written may still be a post.
const LONG: usize = 700;

/// A post, where the page tells at some length, and is no list of what comes.
pub(crate) fn find(context: &Context<'_>, gatherings: &[GatheringDraft]) -> Option<PostDraft> {
    let page = context.page;
    let main = page.blocks.iter().filter(|it| it.zone == Zone::Main);
    let paragraphs: Vec<String> = main
        .filter(|it| matches!(it.kind, Kind::Text | Kind::Item) && !context.is_dateline(&it.span))
        .map(|it| page.words(&it.span).to_owned())
        .take(MOST)
        .collect();
    let length: usize = paragraphs
        .iter()
        .filter(|it| it.len() > 100)
        .map(String::len)
        .sum();
    let title = title(context)?;
    let mark = mark_of_town(context).or_else(|| mark_below(context));
    // Who only says when and where writes no post; a list of days is none either, unless somebody
    // signs it.
    let is_list = gatherings.len() > 2 && length < LONG;
    let is_dated = context.published.is_some() && !is_list || mark.is_some();
    if length < 200 || !is_dated && (length < LONG || is_list) {
        return None;
    }
    let confidence =
        30 + if context.published.is_some() { 40 } else { 0 } + if length > 800 { 15 } else { 0 };
    Some(PostDraft {
        title: title.replace('\n', " "),
        day: context.published,
        source: mark.or_else(|| source(context)),
        tags: tags(context),
        paragraphs,
        pictures: page
            .figures
            .iter()
            .take(40)
            .map(|it| PictureDraft {
                address: it.address.clone(),
                alternative: it.alternative.clone(),
                caption: it.caption.clone(),
                bytes: None,
            })
            .collect(),
        confidence,
    })
}

/// What the page calls itself, unless that only says what kind of text it is.
fn title(context: &Context<'_>) -> Option<String> {
    let page = context.page;
    let own = page.title.clone();
    let is_own = own
        .as_deref()
        .is_some_and(|it| !is_generic_heading(it) && !is_of_kind(it));
    if is_own {
        return own;
    }
    page.blocks
        .iter()
        .filter(|it| it.zone == Zone::Main && matches!(it.kind, Kind::Heading(_)))
        .filter(|it| !context.is_dateline(&it.span))
        .map(|it| page.words(&it.span))
        .find(|it| {
            let has_day = !crate::grammar::when(it).days.is_empty();
            !has_day && !is_generic_heading(it) && !is_of_kind(it) && it.chars().count() > 8
        })
        .map(str::to_owned)
        .or(own)
}

/// "PRESSEMITTEILUNG", "Medieninformation 12/2026".
fn is_of_kind(words: &str) -> bool {
    let lower = words.to_lowercase();
    let first = lower.split([' ', ':', '\n']).next().unwrap_or("");
    matches!(
        first,
        "pressemitteilung"
            | "presseinformation"
            | "medieninformation"
            | "medienmitteilung"
            | "pressemeldung"
            | "presseerklärung"
            | "newsletter"
            | "rundbrief"
    ) && lower.chars().count() < 60
}

/// "(ab)" alone in the last lines: the mark of who wrote.
fn mark_below(context: &Context<'_>) -> Option<String> {
    let page = context.page;
    let mut blocks = page.blocks.iter().rev().filter(|it| it.zone == Zone::Main);
    let words = blocks.by_ref().take(4).find_map(|it| {
        let words = page.words(&it.span).trim();
        let at = words.rfind('(')?;
        let mark = words
            .get(at + 1..)?
            .trim_end_matches(['.', ' '])
            .strip_suffix(')')?;
        let lead = words.get(..at)?.trim_end();
        let is_mark = (2..=4).contains(&mark.chars().count())
            && mark
                .chars()
                .all(|it| it.is_lowercase() && it.is_alphabetic());
        (is_mark && (lead.is_empty() || lead.ends_with(['.', '!', '?', '“', '"']))).then_some(mark)
    })?;
    Some(words.to_owned())
}

/// "Gera (abc). Am …": the mark in brackets behind the town.
fn mark_of_town(context: &Context<'_>) -> Option<String> {
    let town = context.dateline_town.as_ref()?;
    let end = (town.end + 40).min(context.text().len());
    let rest = cut(context.text(), town.end..end);
    let mark = rest
        .trim_start()
        .strip_prefix('(')?
        .split_once(')')?
        .0
        .trim();
    (mark.len() < 20).then(|| mark.to_owned())
}

/// Who wrote it.
fn source(context: &Context<'_>) -> Option<String> {
    if context.page.author.is_some() {
        return context.page.author.clone();
    }
    let line = context.datelines.first()?;
    let block = context.block_at(line.start)?;
    let words = context.words(&context.sentence(block, line.start)).trim();
    let tokens = Tokens::of(words);
    let at = (0..tokens.len()).find(|at| tokens.lower(*at) == "von")?;
    let until = (at + 1..tokens.len())
        .find(|it| !tokens.letters(*it).starts_with(char::is_uppercase))
        .unwrap_or(tokens.len());
    let name = cut(words, tokens.start(at + 1)..tokens.end_before(until)).trim();
    (name.len() > 3).then(|| name.to_owned())
}

/// "Tags: …", and what the head of the page says.
fn tags(context: &Context<'_>) -> Vec<String> {
    let mut found = context.page.tags.clone();
    // Below an article they often stand among what frames it.
    for block in context
        .page
        .blocks
        .iter()
        .filter(|it| it.zone != Zone::Related)
    {
        let words = context.page.words(&block.span);
        let rest = [
            "Tags:",
            "Schlagwörter:",
            "Stichwörter:",
            "Schlagworte:",
            "Kategorien:",
            "Kategorie:",
            "Themen:",
        ]
        .iter()
        .find_map(|it| words.get(words.find(it)? + it.len()..))
        .filter(|it| it.len() < 200 && !it.contains('\n'));
        if let Some(rest) = rest {
            let tags = rest.split([',', '|', ';']).map(|it| it.trim().to_owned());
            found.extend(tags.filter(|it| !it.is_empty() && it.len() < 50));
        }
    }
    found
}
