//! Places that are said once for several gatherings: in what leads to a list, and below a heading
//! that only says that one follows.

use std::ops::Range;

use super::{Where, is_label, place_of_words, said, take};
use crate::finding::context::{Context, sentences};
use crate::finding::judging::{self, Candidate};
use crate::finding::titles::told_above;
use crate::finding::words;
use crate::grammar::places;
use crate::grammar::tokens::Tokens;
use crate::page::{Kind, Zone};

/// "… findet an folgenden Terminen im Schützenhaus statt:": the house in what leads to a list.
pub(super) fn of_lead(context: &Context<'_>, it: &Candidate, found: &mut Where) {
    let leads = judging::leads(context, it).into_iter().skip(1);
    let leads = leads.filter(|it| context.words(it).trim_end().ends_with(':'));
    let knows = |name: &str| context.knows_town(name);
    let mut places = leads.map(|lead| places::place(context.text(), lead, &knows));
    if let Some(place) = places.find(|it| it.is_sure && it.venue.is_some()) {
        take(context, &place, found);
    }
}

/// "jeweils um 18.30 Uhr in Raum 112": the place of all days of a list, in a line around them.
pub(super) fn of_each(context: &Context<'_>, it: &Candidate, found: &mut Where) {
    let blocks = &context.page.blocks;
    let is_open = |at: &usize| {
        let kind = blocks.get(*at).map(|it| &it.kind);
        kind.is_some_and(|it| !matches!(it, Kind::Heading(1..=6)))
    };
    let above = (it.block.saturating_sub(20)..it.block).rev();
    let below = it.block..it.block + 16;
    let near = below.take_while(is_open).chain(above.take_while(is_open));
    let knows = |name: &str| context.knows_town(name);
    for at in near {
        let Some(block) = blocks.get(at).filter(|it| it.zone == Zone::Main) else {
            continue;
        };
        for line in sentences(context.text(), &block.span) {
            let is_for_all = words::has_word(context.words(&line), &["jeweils", "immer"]);
            let has_day = context.days(at).any(|it| line.contains(&it.span.start));
            if !is_for_all || has_day {
                continue;
            }
            let place = places::place(context.text(), line, &knows);
            if place.is_sure && place.venue.is_some() {
                return take(context, &place, found);
            }
        }
    }
}

/// "Wir treffen uns mittwochs im Pfarrheim. Die nächsten Termine:": the place in the prose right above
/// a list of bare days.
pub(super) fn of_prose(context: &Context<'_>, it: &Candidate, found: &mut Where) {
    let knows = |name: &str| context.knows_town(name);
    let says_act = |line: &Range<usize>| {
        let tokens = Tokens::of(context.words(line));
        (0..tokens.len()).any(|at| {
            matches!(
                tokens.lower(at).as_str(),
                "statt" | "trifft" | "treffen" | "stattfinden" | "tagt" | "tagen"
            )
        })
    };
    let said = told_above(context, it).into_iter().filter(says_act);
    let mut places = said.map(|line| places::place(context.text(), line, &knows));
    if let Some(place) = places.find(|it| it.is_sure && it.venue.is_some()) {
        take(context, &place, found);
    }
}

/// "Das Stadtteilzentrum Nord lädt zum Fest": a house that acts is where it acts.
pub(super) fn of_host(context: &Context<'_>, sentence: &Range<usize>, found: &mut Where) {
    let tokens = Tokens::of(context.words(sentence));
    let is_big = |at: usize| tokens.letters(at).starts_with(char::is_uppercase);
    let is_verb = |at: usize| {
        matches!(
            tokens.lower(at).as_str(),
            "lädt" | "lud" | "öffnet" | "öffnete" | "veranstaltet" | "zeigt" | "feiert" | "feierte"
        )
    };
    let is_article = |at: usize| matches!(tokens.lower(at).as_str(), "das" | "die" | "der");
    for at in 0..tokens.len() {
        if !tokens.word(at).is_some_and(is_room) {
            continue;
        }
        let mut from = at;
        while from > 0 && (is_big(from - 1) || tokens.is(from - 1, '-')) && !is_article(from - 1) {
            from -= 1;
        }
        let mut until = at + 1;
        while is_big(until) || tokens.is(until, '-') && tokens.is_joined(until) {
            until += 1;
        }
        let has_article = from > 0 && is_article(from - 1);
        if has_article && (is_verb(until) || from > 1 && is_verb(from - 2)) {
            let span =
                sentence.start + tokens.start(from)..sentence.start + tokens.end_before(until);
            found.venue = Some(said(context, &span));
            return;
        }
    }
}

/// Houses that one goes into, and not bodies that are called like one.
fn is_room(word: &str) -> bool {
    let lower = word.to_lowercase();
    let ends = [
        "haus",
        "zentrum",
        "heim",
        "treff",
        "café",
        "kirche",
        "museum",
        "bibliothek",
        "bücherei",
        "theater",
        "kino",
        "halle",
        "saal",
        "stätte",
        "mühle",
        "galerie",
        "werkstatt",
        "kapelle",
        "schloss",
        "scheune",
        "hof",
    ];
    places::is_house(word) && ends.iter().any(|it| lower.ends_with(it))
}

/// "ebenda", "am gleichen Ort": where the gathering before it was.
pub(crate) fn says_same(words: &str) -> bool {
    let tokens = Tokens::of(words);
    (0..tokens.len()).any(|at| {
        let word = tokens.lower(at);
        let is_same = matches!(
            word.as_str(),
            "gleicher" | "gleichen" | "selben" | "selber" | "derselbe" | "demselben"
        );
        matches!(word.as_str(), "ebenda" | "ebendort")
            || word == "ebenfalls" && tokens.lower(at + 1) == "dort"
            || is_same && matches!(tokens.lower(at + 1).as_str(), "ort" | "stelle" | "haus")
    })
}

/// The place below a heading that only says that one follows: "Veranstaltungsort". It holds for
/// all gatherings of a page that say none themselves.
pub(crate) fn of_page(context: &Context<'_>) -> Where {
    let blocks = &context.page.blocks;
    let mut found = Where::default();
    for (at, block) in blocks.iter().enumerate() {
        let words = context.words(&block.span).trim();
        let is_heading = matches!(block.kind, Kind::Heading(_)) || words.ends_with(':');
        let names_place = is_label(words.trim_end_matches(':').trim());
        if block.zone != Zone::Main || !is_heading || !names_place {
            continue;
        }
        let below = blocks.iter().skip(at + 1).take(3);
        let below = below.take_while(|it| !matches!(it.kind, Kind::Heading(1..=6)));
        for part in below.filter(|it| it.span.len() < 400) {
            let knows = |name: &str| context.knows_town(name);
            let place = places::place(context.text(), part.span.clone(), &knows);
            if place.is_sure {
                take(context, &place, &mut found);
            } else if part.span.len() < 80 && found.venue.is_none() {
                place_of_words(context, &part.span, &mut found);
            }
        }
        if found.venue.is_some() {
            break;
        }
    }
    found
}
