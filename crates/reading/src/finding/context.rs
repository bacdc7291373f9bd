//! A page made ready to be searched: what every part says about when, its sentences, the
//! headings above it, the towns that it shows.

use std::collections::HashSet;
use std::ops::Range;

use jiff::civil::Date;

use crate::grammar::clocks::ClockMention;
use crate::grammar::days::DayMention;
use crate::grammar::tokens::{Tokens, cut};
use crate::grammar::{When, places, towns, when};
use crate::page::{Kind, Page, Zone};

/// A page with what was found out about its parts.
pub(crate) struct Context<'p> {
    pub(crate) page: &'p Page,
    /// What each part says about when; offsets are those of the page.
    pub(crate) whens: Vec<When>,
    /// When the page was written.
    pub(crate) published: Option<Date>,
    /// Where that stands.
    pub(crate) datelines: Vec<Range<usize>>,
    /// Towns that the page shows to be towns.
    pub(crate) towns: HashSet<String>,
    /// The town that opens the report: "Gera –".
    pub(crate) dateline_town: Option<Range<usize>>,
    /// Days that stand below the name of their month.
    pub(crate) month_lists: Vec<Range<usize>>,
}

impl<'p> Context<'p> {
    pub(crate) fn of(page: &'p Page) -> Self {
        let mut whens: Vec<When> = page
            .blocks
            .iter()
            .map(|it| shifted(page, &it.span))
            .collect();
        let month_lists = super::months::fill(page, &mut whens);
        let mut context = Self {
            page,
            whens,
            published: page.published,
            datelines: Vec::new(),
            towns: HashSet::new(),
            dateline_town: None,
            month_lists,
        };
        context.towns = shown_towns(page);
        context.towns.extend(towns_shown_twice(page));
        context.dateline_town = dateline_town(&context).or_else(|| town_line(&context));
        if let Some(town) = &context.dateline_town {
            context.towns.insert(page.words(town).to_owned());
        }
        super::published::find(&mut context);
        context
    }

    pub(crate) fn text(&self) -> &'p str {
        &self.page.text
    }

    pub(crate) fn words(&self, span: &Range<usize>) -> &'p str {
        cut(&self.page.text, span.clone())
    }

    pub(crate) fn knows_town(&self, name: &str) -> bool {
        towns::is_known(name) || self.towns.contains(name)
    }

    /// Days of a part that are not its dateline.
    pub(crate) fn days(&self, block: usize) -> impl Iterator<Item = &DayMention> {
        let days = self
            .whens
            .get(block)
            .map(|it| it.days.as_slice())
            .unwrap_or_default();
        days.iter().filter(|it| !self.is_dateline(&it.span))
    }

    /// Whether a day stands in a list below the name of its month.
    pub(crate) fn is_in_month_list(&self, span: &Range<usize>) -> bool {
        self.month_lists
            .binary_search_by_key(&span.start, |it| it.start)
            .is_ok()
    }

    pub(crate) fn is_dateline(&self, span: &Range<usize>) -> bool {
        self.datelines
            .iter()
            .any(|it| it.start <= span.start && span.end <= it.end)
    }

    pub(crate) fn clocks(&self, block: usize) -> &[ClockMention] {
        self.whens
            .get(block)
            .map(|it| it.clocks.as_slice())
            .unwrap_or_default()
    }

    /// Clocks that lie in a span of the page.
    pub(crate) fn clocks_in(&self, span: &Range<usize>) -> Vec<&ClockMention> {
        let Some(block) = self.block_at(span.start) else {
            return Vec::new();
        };
        let inside = |it: &&ClockMention| span.start <= it.span.start && it.span.end <= span.end;
        self.clocks(block).iter().filter(inside).collect()
    }

    /// The part that holds an offset.
    pub(crate) fn block_at(&self, offset: usize) -> Option<usize> {
        let behind = self.page.blocks.partition_point(|it| it.span.end < offset);
        (behind < self.page.blocks.len()).then_some(behind)
    }

    /// The sentence, or line, around an offset.
    pub(crate) fn sentence(&self, block: usize, offset: usize) -> Range<usize> {
        let Some(block) = self.page.blocks.get(block) else {
            return offset..offset;
        };
        sentences(self.text(), &block.span)
            .into_iter()
            .find(|it| it.start <= offset && offset < it.end)
            .unwrap_or(block.span.clone())
    }

    /// The headings above a part, the nearest first. A line that only looks like a heading
    /// counts as one that is closest.
    pub(crate) fn headings(&self, block: usize) -> Vec<usize> {
        let mut found = Vec::new();
        let mut lowest = 8;
        for at in (0..block).rev() {
            let Some(part) = self.page.blocks.get(at) else {
                break;
            };
            if let Kind::Heading(level) = part.kind
                && level < lowest
                && part.zone == Zone::Main
            {
                lowest = level;
                found.push(at);
            }
            if lowest <= 1 {
                break;
            }
        }
        found
    }

    /// Whether words lie among the main part of the page.
    pub(crate) fn is_main(&self, block: usize) -> bool {
        self.page
            .blocks
            .get(block)
            .is_some_and(|it| it.zone == Zone::Main)
    }
}

/// What a part says about when, with offsets of the page.
fn shifted(page: &Page, span: &Range<usize>) -> When {
    let by = span.start;
    let move_by = |it: &mut Range<usize>| *it = it.start + by..it.end + by;
    let mut found = when(page.words(span));
    found.days.iter_mut().for_each(|it| move_by(&mut it.span));
    found.clocks.iter_mut().for_each(|it| move_by(&mut it.span));
    found
        .recurring
        .iter_mut()
        .for_each(|it| move_by(&mut it.span));
    found.feasts.iter_mut().for_each(|it| move_by(&mut it.span));
    found
        .relatives
        .iter_mut()
        .for_each(|it| move_by(&mut it.span));
    for day in &mut found.days {
        let marked = page.days.iter().find(|(at, date)| {
            at.start.abs_diff(day.span.start) < 12
                && (date.month(), date.day()) == (day.first.month, day.first.day)
        });
        if let (None, Some((_, date))) = (day.first.year, marked) {
            day.first.year = Some(date.year());
        }
    }
    found
}

/// The sentences of a passage; lines are sentences as well.
pub(crate) fn sentences(text: &str, span: &Range<usize>) -> Vec<Range<usize>> {
    let passage = cut(text, span.clone());
    let tokens = Tokens::of(passage);
    let mut found = Vec::new();
    let mut begin = 0;
    for at in 0..tokens.len() {
        let starts_line = tokens.begins_line(at) && at > 0 && !goes_on(&tokens, at);
        let ends = at > 0 && ends_sentence(&tokens, at - 1);
        let start = tokens.start(at);
        if (starts_line || ends) && start > begin {
            found.push(begin..start);
            begin = start;
        }
    }
    found.push(begin..passage.len());
    let shift = |it: Range<usize>| it.start + span.start..it.end + span.start;
    found.into_iter().map(shift).collect()
}

/// "Niederschrift über die Sitzung / am 3. Mai": a line that begins with a small word of where or
/// when goes on with the one above, where that ends without a mark.
fn goes_on(tokens: &Tokens<'_>, at: usize) -> bool {
    let leads = matches!(
        tokens.letters(at),
        "am" | "vom"
            | "im"
            | "in"
            | "um"
            | "ab"
            | "von"
            | "der"
            | "des"
            | "zum"
            | "zur"
            | "über"
            | "und"
    );
    leads && at > 0 && tokens.word(at - 1).is_some()
}

/// Whether a mark ends a sentence: not behind numbers, single letters and common short words.
fn ends_sentence(tokens: &Tokens<'_>, at: usize) -> bool {
    if tokens.is_one_of(at, &['!', '?']) {
        return !tokens.is_joined(at + 1);
    }
    if !tokens.is(at, '.') || tokens.is_joined(at + 1) {
        return false;
    }
    let Some(before) = at.checked_sub(1) else {
        return false;
    };
    let next_is_small = tokens
        .letters(at + 1)
        .starts_with(|it: char| it.is_lowercase());
    match tokens.word(before) {
        Some(word) => {
            // "So. 3. Mai": a weekday cut short leads to its day.
            let is_weekday = word.starts_with(char::is_uppercase)
                && crate::grammar::names::weekday(word).is_some_and(|(_, short)| short)
                && tokens.number(at + 1).is_some();
            let is_short = is_weekday
                || matches!(
                    word,
                    "Dr" | "Prof"
                        | "St"
                        | "Str"
                        | "str"
                        | "Nr"
                        | "bzw"
                        | "ca"
                        | "inkl"
                        | "Tel"
                        | "evtl"
                        | "Hr"
                        | "Fr"
                        | "Pfr"
                        | "Hl"
                        | "hl"
                        | "Dipl"
                        | "max"
                        | "min"
                        | "usw"
                        | "Abs"
                        | "Art"
                        | "geb"
                )
                || word.ends_with("str")
                || crate::grammar::names::month(word).is_some_and(|(_, short)| short)
                || word.chars().count() == 1 && !tokens.is_joined(before);
            !is_short && !next_is_small
        }
        // "27. Oktober", "4. August", but "bis 2024. Danach".
        None => tokens.number(before).is_none_or(|(_, digits)| digits == 4) && !next_is_small,
    }
}

/// Towns behind post codes, and behind "Stadt", "Gemeinde" and the like.
fn shown_towns(page: &Page) -> HashSet<String> {
    let mut found = HashSet::new();
    for block in &page.blocks {
        let tokens = Tokens::of(page.words(&block.span));
        found.extend(places::coded_towns(&tokens).into_iter().map(str::to_owned));
        for at in 0..tokens.len() {
            let shows = matches!(
                tokens.letters(at),
                "Stadt"
                    | "Gemeinde"
                    | "Samtgemeinde"
                    | "Marktgemeinde"
                    | "Ortsgemeinde"
                    | "Ortsteil"
                    | "OT"
            );
            if !shows || tokens.begins_line(at + 1) {
                continue;
            }
            if let Some(until) = towns::name_at(&tokens, at + 1) {
                let name = cut(tokens.text, tokens.start(at + 1)..tokens.end_before(until));
                if !towns::is_common(name) && !places::is_house(name) && name.len() > 3 {
                    found.insert(name.to_owned());
                }
            }
        }
    }
    found
}

/// Names that stand behind "in" as well as behind a house or a body of a place ("in Qualn",
/// "Bürgerhaus Qualn", "Qualner Markt"): the page shows by it that they are towns.
fn towns_shown_twice(page: &Page) -> HashSet<String> {
    let (mut behind_in, mut behind_house, mut adjectives) =
        (HashSet::new(), HashSet::new(), HashSet::new());
    for block in page.blocks.iter().filter(|it| it.zone == Zone::Main) {
        let tokens = Tokens::of(page.words(&block.span));
        for at in 1..tokens.len() {
            let Some(word) = tokens
                .word(at)
                .filter(|it| it.starts_with(char::is_uppercase))
            else {
                continue;
            };
            let is_free =
                word.chars().count() > 3 && !towns::is_common(word) && !places::is_house(word);
            if !is_free || tokens.begins_line(at) {
                continue;
            }
            let before = tokens.letters(at - 1);
            if matches!(before, "in" | "nach" | "aus" | "In") {
                behind_in.insert(word.to_owned());
            } else if places::is_house(before) || is_local_body(before) {
                behind_house.insert(word.to_owned());
            }
            if let Some(stem) = word.strip_suffix("er") {
                adjectives.extend([stem.to_owned(), format!("{stem}en"), format!("{stem}e")]);
            }
        }
    }
    let shown = behind_in
        .iter()
        .filter(|it| behind_house.contains(*it) || adjectives.contains(*it));
    shown.cloned().collect()
}

/// Bodies that are called after their place.
fn is_local_body(word: &str) -> bool {
    let lower = word.to_lowercase();
    [
        "ortsverein",
        "ortsverband",
        "ortsgruppe",
        "kreisverband",
        "pfarrei",
        "kirchengemeinde",
        "feuerwehr",
        "jobcenter",
        "volkshochschule",
        "vhs",
        "verein",
        "initiative",
        "netzwerk",
        "bündnis",
        "tsv",
        "kita",
    ]
    .iter()
    .any(|it| lower.ends_with(it))
}

/// "Gera – Zum neuen Jahr", "Gera (abc). Am": the town that opens a report.
fn dateline_town(context: &Context<'_>) -> Option<Range<usize>> {
    let page = context.page;
    page.blocks
        .iter()
        .filter(|it| it.zone == Zone::Main && it.kind == Kind::Text && it.span.len() > 120)
        .take(6)
        .find_map(|block| {
            let tokens = Tokens::of(page.words(&block.span));
            let until = towns::name_at(&tokens, 0)?;
            let name = cut(tokens.text, 0..tokens.end_before(until));
            let has_dash = tokens.is_one_of(until, &['–', '—', '-', '/'])
                && !tokens.is_joined(until)
                || tokens.is(until, '.') && tokens.is_one_of(until + 1, &['–', '—', '-'])
                || tokens.is(until, '.')
                    && towns::is_listed(name)
                    && !tokens.begins_line(until + 1)
                    && tokens.letters(until + 1).starts_with(char::is_uppercase)
                || tokens.is(until, '(') && tokens.is(until + 2, ')') && tokens.is(until + 3, '.')
                || tokens.is(until, ',')
                    && tokens.number(until + 1).is_some()
                    && tokens.is(until + 2, '.');
            let is_town =
                towns::is_listed(name) || context.knows_town(name) || towns::looks_like_town(name);
            let is_name = is_town || tokens.is(until, '(') || tokens.is_one_of(until, &['–', '—']);
            (has_dash
                && is_name
                && !places::is_house(name)
                && !towns::is_common(name)
                && until <= 4)
                .then(|| block.span.start..block.span.start + tokens.end_before(until))
        })
}

/// A town that stands alone in a line above the report: "Gera", "Gera / abc".
fn town_line(context: &Context<'_>) -> Option<Range<usize>> {
    let page = context.page;
    let main = page.blocks.iter().filter(|it| it.zone == Zone::Main);
    let head = main.take(8).take_while(|it| it.span.len() <= 200);
    let lines = head
        .filter(|it| matches!(it.kind, Kind::Text | Kind::Heading(7)))
        .flat_map(|it| sentences(&page.text, &it.span));
    lines.into_iter().find_map(|line| {
        let tokens = Tokens::of(page.words(&line));
        let until = towns::name_at(&tokens, 0)?;
        let name = cut(tokens.text, tokens.start(0)..tokens.end_before(until));
        let is_alone = until >= tokens.len()
            || tokens.is_one_of(until, &['/', '('])
                && tokens.len() <= until + 3
                && tokens.lower(until + 1) == tokens.letters(until + 1);
        (is_alone && towns::is_listed(name) && !towns::is_common(name))
            .then(|| line.start + tokens.start(0)..line.start + tokens.end_before(until))
    })
}
