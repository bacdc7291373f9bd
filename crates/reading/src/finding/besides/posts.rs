//! The page as a post: title, day, source, tags, paragraphs, pictures.

use crate::drafts::{PictureDraft, PostDraft};
use crate::finding::context::Context;
use crate::grammar::tokens::{Tokens, cut};
use crate::page::{Kind, Zone};

/// The most paragraphs that are kept.
const MOST: usize = 400;

/// A post, where the page tells at some length.
pub(crate) fn find(context: &Context<'_>) -> Option<PostDraft> {
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
    let title = page.title.clone()?;
    if length < 200 {
        return None;
    }
    let confidence =
        30 + if context.published.is_some() { 40 } else { 0 } + if length > 800 { 15 } else { 0 };
    Some(PostDraft {
        title: title.replace('\n', " "),
        day: context.published,
        source: source(context),
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
            })
            .collect(),
        confidence,
    })
}

/// "Gera (abc). Am …": the mark in brackets behind the town; or who wrote it.
fn source(context: &Context<'_>) -> Option<String> {
    if let Some(town) = &context.dateline_town {
        let rest = cut(
            context.text(),
            town.end..(town.end + 40).min(context.text().len()),
        );
        let mark = rest
            .trim_start()
            .strip_prefix('(')
            .and_then(|it| it.split_once(')'))
            .map(|(mark, _)| mark.trim().to_owned());
        if let Some(mark) = mark.filter(|it| it.len() < 20) {
            return Some(mark);
        }
    }
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
    for block in context
        .page
        .blocks
        .iter()
        .filter(|it| it.zone == Zone::Main)
    {
        let words = context.page.words(&block.span);
        let rest = [
            "Tags:",
            "Schlagwörter:",
            "Stichwörter:",
            "Schlagworte:",
            "Kategorien:",
        ]
        .iter()
        .find_map(|it| words.strip_prefix(it));
        if let Some(rest) = rest {
            let tags = rest.split([',', '|', ';']).map(|it| it.trim().to_owned());
            found.extend(tags.filter(|it| !it.is_empty() && it.len() < 80));
        }
    }
    found
}
