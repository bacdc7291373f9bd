//! Names of towns: those of a list that comes along, and those that a page itself shows to be
//! one, behind a post code or "Stadt".

use std::sync::LazyLock;

use crate::grammar::tokens::{WordList, list};
use std::collections::HashSet;

use super::tokens::{Kind, Tokens, cut};

/// German towns of some size, with larger ones of the neighbours: names alone, from general
/// knowledge.
const LIST: &str = include_str!("../../data/towns.txt");

static TOWNS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| LIST.split_whitespace().collect());

/// German places of five hundred people and more that do not stand on the first list, without
/// those whose names are words of their own; where it comes from says `data/SOURCE.md`.
const PLACES: &str = include_str!("../../data/places.txt");

static ALL_PLACES: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| PLACES.lines().flat_map(|it| it.split(", ")).collect());

/// Towns whose names are words of their own.
static ALSO_WORDS: WordList = LazyLock::new(|| {
    list(
        "Essen Heide Norden Regen Stein Haar Lage Springe Aue Burg Werder Leer Hof Halle Wetter Forst \
    Buchen Singen Weil Lauf Roth Senden Waren Bergen Wangen Langen Brake Bonn- Rees Mark Selm \
    Barth Achim Stade Linz- Münster-",
    )
});

/// How towns end whose names stand on no list.
static ENDINGS: WordList = LazyLock::new(|| {
    list(
        "burg berg stadt dorf hausen ingen furt bach brück hafen felde walde rode roda stedt städt \
    büttel beck loh kirchen münde born bronn brunn hagen scheid lar weiler reuth ried tal horst \
    holz siel zell ow itz leben witz heim feld münster bergen au stetten hofen weier kofen moor koog büll kirch stein see fels haven hude wede eck egg moos \
    grün reut mühlen lach nach rach bach",
    )
});

/// Words behind "in" that are no towns.
static NO_TOWNS: WordList = LazyLock::new(|| {
    list(
        "Deutschland Europa Bayern Sachsen Thüringen Hessen Brandenburg Saarland Niedersachsen Baden \
    Mecklenburg Nordrhein Rheinland Schleswig Österreich Frankreich Italien Polen Holland \
    Franken Westfalen Holstein Schwaben Zukunft Kraft Form Höhe Bezug Arbeit Angriff Teams \
    Zusammenarbeit Kooperation Präsenz Verbindung Gemeinschaft Planung Anspruch Politik Richtung \
    Gruppen Kontakt Absprache Ordnung Betrieb Bewegung Frage Gang Gefahr Kürze Anlehnung \
    Begleitung Eigenregie Eigeninitiative Wort Bild Ruhe Frieden Sachen Sicht Not Not- \
    Erinnerung Summe Vertretung Teilen Bälde Schulen Kitas Vollzeit Flyer Programm \
    Lageplan Anfahrt Eintritt",
    )
});

/// Whether a name stands on the list, and is no other word.
pub fn is_known(name: &str) -> bool {
    let head = name.split('-').next().unwrap_or(name);
    (TOWNS.contains(name) || name.contains('-') && head.len() > 3 && TOWNS.contains(head))
        && !ALSO_WORDS.contains(&name)
        || name.starts_with("Bad-")
}

/// Whether a name stands on a list, also if it is another word as well: enough where a word
/// leads to a place, and not by itself, since many people are called like villages.
pub fn is_listed(name: &str) -> bool {
    TOWNS.contains(name) || ALL_PLACES.contains(name)
}

/// Whether a word behind "in" looks like a town that stands on no list.
pub(crate) fn looks_like_town(word: &str) -> bool {
    let last = word.rsplit('-').next().unwrap_or(word).to_lowercase();
    last.chars().count() >= 5 && ENDINGS.iter().any(|it| last.ends_with(it)) && !is_common(word)
}

/// Whether a capitalised word behind "in" is an ordinary word.
pub(crate) fn is_common(word: &str) -> bool {
    const ABSTRACT: &[&str] = &[
        "ung", "ungen", "heit", "keit", "schaft", "tion", "tionen", "tät", "ismus", "nis", "raum",
        "räumen", "gruppen",
    ];
    let lower = word.to_lowercase();
    NO_TOWNS
        .iter()
        .any(|it| *it == word || word.split('-').next() == Some(*it))
        || ABSTRACT.iter().any(|it| lower.ends_with(it))
        || super::names::month(word).is_some()
        || super::names::weekday(word).is_some()
        || crate::finding::words::is_gathering_word(&lower)
}

/// Reads a name of a town that begins at a token: "Bad Berka", "Neustadt am Main",
/// "Gera-Langenberg", "Frankfurt a. M."; where it ends.
pub(crate) fn name_at(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let is_capital = |place: usize| {
        tokens
            .word(place)
            .and_then(|it| it.chars().next())
            .is_some_and(char::is_uppercase)
    };
    if !is_capital(at) {
        return None;
    }
    let mut next = at + 1;
    let opens = matches!(
        tokens.letters(at),
        "Bad" | "Sankt" | "Groß" | "Klein" | "Alt" | "Neu" | "Markt" | "Hohen" | "Lutherstadt"
    );
    if opens && is_capital(next) && !tokens.begins_line(next) {
        next += 1;
    }
    while tokens.is(next, '-') && tokens.is_joined(next) && tokens.is_joined(next + 1) {
        if !is_capital(next + 1) {
            break;
        }
        next += 2;
    }
    let by_river = matches!(
        tokens.letters(next),
        "am" | "an" | "im" | "ob" | "bei" | "in" | "vor"
    );
    if by_river && is_river(tokens, next + 1) {
        next += 2 + usize::from(tokens.letters(next + 1) == "der");
    } else if tokens.letters(next) == "a" && tokens.is(next + 1, '.') && is_capital(next + 2) {
        next += 3;
        if tokens.is(next, '.') && tokens.letters(next - 1).chars().count() <= 2 {
            next += 1;
        }
    }
    Some(next)
}

/// Rivers and hills that stand behind names of towns.
fn is_river(tokens: &Tokens<'_>, at: usize) -> bool {
    static AFTER: WordList = LazyLock::new(|| {
        list(
            "Main Taunus Rhein Neckar Inn Lech Harz See Ammersee Chiemsee Bodensee Oder Havel Saale \
        Donau Ruhr Elbe Weser Aller Isar Breisgau Allgäu Lahn Berg",
        )
    });
    let place = at + usize::from(tokens.letters(at) == "der");
    AFTER.contains(&tokens.letters(place))
}

/// A post code and the town behind it: where the code begins, the town, where it ends.
pub(crate) fn coded_town<'t>(tokens: &Tokens<'t>, at: usize) -> Option<(&'t str, usize)> {
    let token = tokens.get(at)?;
    let is_code = token.kind == Kind::Number && tokens.letters(at).len() == 5;
    if !is_code || tokens.begins_line(at + 1) {
        return None;
    }
    let until = name_at(tokens, at + 1)?;
    Some((
        cut(tokens.text, tokens.start(at + 1)..tokens.end_before(until)),
        until,
    ))
}
