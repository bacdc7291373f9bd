//! Where something is: streets with numbers, towns, houses and halls, or nowhere but online.

use std::ops::Range;

pub(crate) use super::houses::{is_house, online};
use super::names;
use super::phrases::{is_venue, phrase_end};
use super::streets::is_capital;
pub(crate) use super::streets::street_at;
use super::tokens::{Tokens, cut};
use super::towns;

/// What a passage says about where.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The house, hall or street.
    pub venue: Option<Range<usize>>,
    /// The town.
    pub city: Option<Range<usize>>,
    /// Whether a word says that it is a place: "im …", "Ort:", an address.
    pub is_sure: bool,
}

/// Every address in a passage: street, town behind a post code.
pub(crate) fn coded_towns<'t>(tokens: &Tokens<'t>) -> Vec<&'t str> {
    (0..tokens.len())
        .filter_map(|at| towns::coded_town(tokens, at).map(|(name, _)| name))
        .collect()
}

/// Where a passage says something is. `knows` tells the towns that the page itself has shown.
pub(crate) fn place(text: &str, span: Range<usize>, knows: &dyn Fn(&str) -> bool) -> Place {
    let passage = cut(text, span.clone());
    let tokens = Tokens::of(passage);
    let mut place = Place::default();
    address(&tokens, &mut place);
    let by_word = prepositional(&tokens, knows);
    join_address(&tokens, &mut place, by_word.venue);
    place.city = place.city.take().or(by_word.city);
    place.is_sure |= by_word.is_sure;
    if place.venue.is_none() {
        place.venue = online(&tokens);
        place.is_sure |= place.venue.is_some();
    }
    let shift = |it: Range<usize>| it.start + span.start..it.end + span.start;
    Place {
        venue: place.venue.map(shift),
        city: place.city.map(shift),
        is_sure: place.is_sure,
    }
}

/// The first street, and the town behind a post code or behind the street.
fn address(tokens: &Tokens<'_>, place: &mut Place) {
    let mut at = 0;
    while at < tokens.len() {
        if let Some(until) = street_at(tokens, at)
            && place.venue.is_none()
        {
            place.venue = Some(tokens.start(at)..tokens.end_before(until));
            place.is_sure = true;
            at = until;
            let next = at + usize::from(tokens.is_one_of(at, &[',', '·', '|', '/']));
            let next = next + usize::from(tokens.lower(next) == "in");
            if let Some(end) = towns::name_at(tokens, next)
                && next > at
                && is_town_name(tokens, next, end)
                && place.city.is_none()
            {
                place.city = Some(tokens.start(next)..tokens.end_before(end));
            }
            continue;
        }
        if let Some((_, until)) = towns::coded_town(tokens, at) {
            place.city = Some(tokens.start(at + 1)..tokens.end_before(until));
            place.is_sure = true;
            at = until;
            continue;
        }
        at += 1;
    }
}

/// Whether a name behind a street is a town and not a house.
fn is_town_name(tokens: &Tokens<'_>, from: usize, until: usize) -> bool {
    let name = cut(tokens.text, tokens.start(from)..tokens.end_before(until));
    let ends = tokens.is_one_of(until, &['.', ',', ';', ')', '|', '(', '-', '–', ':'])
        || until >= tokens.len()
        || tokens.begins_line(until)
        || tokens
            .lower(until)
            .starts_with(|it: char| it.is_lowercase());
    towns::is_listed(name) || ends && !is_house(name) && !towns::is_common(name)
}

/// Puts a house before its street: "Volkshochschule, Klosterstraße 2".
fn join_address(tokens: &Tokens<'_>, place: &mut Place, house: Option<Range<usize>>) {
    let Some(house) = house else {
        let Some(street) = place.venue.clone() else {
            return;
        };
        place.venue = Some(house_before(tokens, street.start).unwrap_or(street.start)..street.end);
        return;
    };
    place.venue = match place.venue.take() {
        Some(street) if street.start >= house.end && street.start < house.end + 30 => {
            Some(house.start..street.end)
        }
        // "in der Werkstraße 9": the way to say a street is part of it.
        Some(street) if (house.start..house.end).contains(&street.start) => {
            Some(house.start..street.end.max(house.end))
        }
        // A house with its address says more than a house.
        Some(street) => match house_before(tokens, street.start) {
            Some(start) => Some(start..street.end),
            None => Some(house),
        },
        None => Some(house),
    };
}

/// Where the name of a house begins that stands before its street.
fn house_before(tokens: &Tokens<'_>, offset: usize) -> Option<usize> {
    let street = tokens.at_offset(offset);
    let mut at = street.checked_sub(1)?;
    if !tokens.is_one_of(at, &[',', '(', '|', '–', '-', '·']) && !tokens.begins_line(street) {
        return None;
    }
    if tokens.begins_line(street) && !tokens.is_one_of(at, &[',', '(', '|', '–', '-', '·']) {
        at += 1;
    }
    let last = at;
    let mut has_house = false;
    while let Some(before) = at.checked_sub(1) {
        let word = tokens.word(before);
        let is_inner = word.is_some_and(|it| is_capital(tokens, before) || is_connector(it))
            || tokens.is_one_of(before, &['"', '„', '“', '.', '-', '/', '»', '«', '\''])
                && !(tokens.is(before, '.') && tokens.lower(before.saturating_sub(1)) == "uhr");
        if !is_inner || last - before > 8 || names_time(tokens, before) {
            break;
        }
        has_house |= word.is_some_and(is_house) || word == Some("e");
        at = before;
        if tokens.begins_line(at) {
            break;
        }
    }
    while at < last && tokens.word(at).is_none_or(is_connector) {
        at += 1;
    }
    let is_bracketed = at.checked_sub(1).is_some_and(|it| tokens.is(it, '('));
    ((has_house || is_bracketed) && at < last).then(|| tokens.start(at))
}

pub(super) fn names_time(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens
        .word(at)
        .is_some_and(|it| names::month(it).is_some() || names::weekday(it).is_some() || it == "Uhr")
}

pub(super) fn is_connector(word: &str) -> bool {
    matches!(
        word,
        "der"
            | "des"
            | "dem"
            | "den"
            | "die"
            | "das"
            | "von"
            | "am"
            | "an"
            | "im"
            | "zur"
            | "zum"
            | "und"
            | "für"
            | "e"
            | "St"
            | "auf"
            | "bei"
            | "beim"
    )
}

/// "im Wartesaal", "in der Schule am Park", "in Apolda", "bei der Tafel in Gera".
fn prepositional(tokens: &Tokens<'_>, knows: &dyn Fn(&str) -> bool) -> Place {
    let mut place = Place::default();
    let mut at = 0;
    while at < tokens.len() {
        let Some((phrase, has_article)) = opening(tokens, at) else {
            at += 1;
            continue;
        };
        let leads_to = tokens.lower(at);
        if leads_to == "nach" && !is_destination(tokens, at, knows)
            || matches!(leads_to.as_str(), "zum" | "zur") && !goes(tokens)
        {
            at = phrase;
            continue;
        }
        if !has_article
            && matches!(leads_to.as_str(), "in" | "nach")
            && let Some(until) = town_at(tokens, phrase, knows)
        {
            if place.city.is_none() {
                place.city = Some(tokens.start(phrase)..tokens.end_before(until));
                place.is_sure = true;
            }
            at = until;
            continue;
        }
        let until = phrase_end(tokens, phrase);
        // "die Kinder in die Schule schicken": a way, and nothing that takes place there.
        if leads_to == "in" && tokens.letters(phrase - 1) == "die" && !tells(tokens) {
            at = phrase;
            continue;
        }
        if until > phrase && place.venue.is_none() && is_venue(tokens, at, phrase, until) {
            let end = without_town(tokens, phrase, until, knows, &mut place);
            let begin = house_that_lies(tokens, at).unwrap_or(phrase);
            place.venue = Some(tokens.start(begin)..tokens.end_before(end));
            place.is_sure = true;
            if place.city.is_none()
                && tokens.is(until, ',')
                && let Some(close) = town_at(tokens, until + 1, knows)
                && is_town_name(tokens, until + 1, close)
            {
                place.city = Some(tokens.start(until + 1)..tokens.end_before(close));
            }
            at = until;
        } else {
            at = phrase;
        }
    }
    place
}

/// "Fahrt nach Gera": the town that a trip goes to, and no other thing behind "nach".
fn is_destination(tokens: &Tokens<'_>, at: usize, knows: &dyn Fn(&str) -> bool) -> bool {
    let invites = (0..tokens.len()).any(|it| {
        let word = tokens.lower(it);
        matches!(word.as_str(), "laden" | "lädt")
    });
    let goes = goes(tokens) || invites;
    let name = towns::name_at(tokens, at + 1)
        .map(|until| cut(tokens.text, tokens.start(at + 1)..tokens.end_before(until)));
    goes && name.is_some_and(|it| knows(it) || towns::is_listed(it))
}

/// Whether a passage tells of a gathering, or that one comes to it.
fn tells(tokens: &Tokens<'_>) -> bool {
    (0..tokens.len()).any(|at| {
        let word = tokens.lower(at);
        crate::finding::words::is_gathering_act(&word)
            || crate::finding::words::names_gathering_at(tokens, at)
            || [
                "komm", "fahr", "geh", "führ", "zieh", "zog", "wander", "lock",
            ]
            .iter()
            .any(|it| word.starts_with(it))
    }) || goes(tokens)
}

/// Whether a passage tells of a trip.
fn goes(tokens: &Tokens<'_>) -> bool {
    (0..tokens.len()).any(|it| {
        let word = tokens.lower(it);
        let names = [
            "fahrt",
            "ausflug",
            "reise",
            "exkursion",
            "wanderung",
            "tour",
        ];
        names.iter().any(|end| word.ends_with(end))
            || matches!(
                word.as_str(),
                "fahren" | "fährt" | "fuhren" | "fuhr" | "geht" | "ging"
            )
    })
}

/// "Bürgerhaus am Anger": the house before a preposition, which says by it where it lies.
fn house_that_lies(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let mut from = at.checked_sub(1)?;
    let is_free = matches!(tokens.lower(at).as_str(), "am" | "an" | "im" | "auf");
    if !is_free || !is_capital(tokens, from) || !tokens.word(from).is_some_and(is_house) {
        return None;
    }
    while from > 0
        && is_capital(tokens, from - 1)
        && !tokens.begins_line(from)
        && !names_time(tokens, from - 1)
        && !crate::finding::words::is_gathering_word(&tokens.lower(from - 1))
    {
        from -= 1;
    }
    (!tokens.begins_line(at)).then_some(from)
}

/// A preposition, with its article: where what it leads to begins.
fn opening(tokens: &Tokens<'_>, at: usize) -> Option<(usize, bool)> {
    let word = tokens.lower(at);
    let (base, mut has_article) = match word.as_str() {
        "im" | "am" | "ins" | "beim" | "vorm" | "zum" | "zur" => (at + 1, true),
        "in" | "bei" | "an" | "auf" | "vor" | "ab" | "nach" | "hinter" => (at + 1, false),
        _ => return None,
    };
    let mut next = base;
    if matches!(
        tokens.lower(next).as_str(),
        "der"
            | "dem"
            | "den"
            | "die"
            | "das"
            | "unserem"
            | "unserer"
            | "unseren"
            | "seinen"
            | "ihren"
            | "einem"
            | "einer"
            | "ihrem"
            | "ihrer"
            | "seinem"
            | "seiner"
            | "eurem"
    ) {
        next += 1;
        has_article = true;
    }
    // Adjectives: "im großen Saal", "in der evangelischen Kirche".
    while tokens.word(next).is_some_and(|it| {
        it.starts_with(char::is_lowercase)
            && it.len() > 4
            && (it.ends_with("en") || it.ends_with("er"))
    }) && next < base + 4
    {
        next += 1;
    }
    let is_quote = tokens.is_one_of(next, &['"', '„', '“', '»', '›', '\'']);
    (is_capital(tokens, next) || is_quote && is_capital(tokens, next + 1))
        .then_some((next, has_article))
}

/// Where a town begins that stands behind "in".
fn town_at(tokens: &Tokens<'_>, at: usize, knows: &dyn Fn(&str) -> bool) -> Option<usize> {
    let until = towns::name_at(tokens, at)?;
    let name = cut(tokens.text, tokens.start(at)..tokens.end_before(until));
    let is_town = knows(name)
        || towns::is_listed(name)
        || towns::is_known(name)
        || towns::looks_like_town(name) && !is_house(name);
    // "in Berlin-Mitte", but not "in Essen und Trinken" or "in Bayern".
    (is_town && !towns::is_common(name)).then_some(until)
}

/// Takes "in Gera" off the end of a venue and keeps it as the town.
fn without_town(
    tokens: &Tokens<'_>,
    from: usize,
    until: usize,
    knows: &dyn Fn(&str) -> bool,
    place: &mut Place,
) -> usize {
    let Some(link) = (from..=until).find(|at| tokens.lower(*at) == "in") else {
        return until;
    };
    let Some(end) = town_at(tokens, link + 1, knows) else {
        return until;
    };
    if place.city.is_none() {
        place.city = Some(tokens.start(link + 1)..tokens.end_before(end));
    }
    if link > from { link } else { until }
}
