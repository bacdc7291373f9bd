//! Phrases behind a small word that leads to a place, and whether they are one.

use super::houses::{NO_PLACES, ONLINE, is_house};
use super::places::{is_connector, names_time};
use super::streets::{is_capital, street_at};
use super::tokens::Tokens;

/// Saints after whom many churches are called.
const SAINTS: &[&str] = &[
    "Marien",
    "Maria",
    "Martin",
    "Martini",
    "Peter",
    "Petri",
    "Paul",
    "Pauli",
    "Paulus",
    "Johannes",
    "Johannis",
    "Josef",
    "Joseph",
    "Michael",
    "Michaelis",
    "Nikolaus",
    "Nikolai",
    "Jakob",
    "Jakobi",
    "Jakobus",
    "Laurentius",
    "Katharina",
    "Katharinen",
    "Elisabeth",
    "Anna",
    "Bonifatius",
    "Lukas",
    "Markus",
    "Matthäus",
    "Stephan",
    "Stephanus",
    "Antonius",
    "Barbara",
];

/// Where a phrase of capitalised words and their links ends.
pub(super) fn phrase_end(tokens: &Tokens<'_>, from: usize) -> usize {
    let mut next = from;
    let mut end = from;
    while next < tokens.len() && next < from + 14 {
        if next > from && tokens.begins_line(next) {
            break;
        }
        if let Some(word) = tokens.word(next) {
            if is_capital(tokens, next) {
                if names_time(tokens, next) || is_behind_house(tokens, from, next) {
                    break;
                }
                next += 1;
                end = next;
                if tokens.is(next, '.') && is_abbreviation(word) {
                    next += 1;
                    end = next;
                }
                continue;
            }
            // "Wegweiser e.V."
            if word == "e" && tokens.is(next + 1, '.') && tokens.lower(next + 2) == "v" {
                next += 3 + usize::from(tokens.is(next + 3, '.'));
                end = next;
                continue;
            }
            let bends = next > from
                && matches!(tokens.letters(next - 1), "der" | "des" | "dem")
                && is_capital(tokens, next + 1)
                && word.len() > 4
                && (word.ends_with("en") || word.ends_with("er"));
            let lies = matches!(word, "hinter" | "neben" | "gegenüber")
                && tokens.word(next + 1).is_some_and(is_connector);
            // "Grundschule in der Talstraße", but not "Grundschule in Gera".
            let is_in = word == "in" && matches!(tokens.letters(next + 1), "der" | "dem" | "den");
            let goes_on = is_connector(word) && word != "die" || bends || lies || is_in;
            if tokens.is_joined(next) && next > from || goes_on {
                next += 1;
                if tokens.is_joined(next - 1) {
                    end = next;
                }
                continue;
            }
            break;
        }
        if is_number_of_room(tokens, next) {
            next += 1;
            end = next;
            continue;
        }
        if tokens.is_one_of(
            next,
            &[
                '"', '„', '“', '”', '»', '«', '›', '‹', '\'', '’', '-', '/', '&', '[', ']',
            ],
        ) {
            let closes = !tokens.is_one_of(next, &['-', '/', '&']);
            let is_dash = tokens.is(next, '-') && !tokens.is_joined(next);
            if is_dash {
                break;
            }
            next += 1;
            if closes {
                end = next;
            }
            continue;
        }
        break;
    }
    end
}

/// "im Vereinshaus Skatabend": whether right behind a house that is led to by one word, a gathering is
/// named.
fn is_behind_house(tokens: &Tokens<'_>, from: usize, at: usize) -> bool {
    let word = tokens.lower(at);
    at == from + 1
        && tokens.word(from).is_some_and(is_house)
        && crate::finding::words::is_gathering_word(&word)
}

/// "Raum 204", "Hörsaal 1,": a number that belongs to the words before it.
fn is_number_of_room(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.number(at).is_some_and(|(_, digits)| digits <= 3)
        && (tokens.is_joined(at)
            || tokens.is_one_of(at + 1, &[',', ')', '.'])
            || at + 1 >= tokens.len())
        && !tokens.is_joined(at + 2)
}

fn is_abbreviation(word: &str) -> bool {
    matches!(word, "St" | "Str" | "Dr" | "Prof" | "V") || word.ends_with("str")
}

/// Whether a phrase behind a preposition is a place.
pub(super) fn is_venue(tokens: &Tokens<'_>, at: usize, from: usize, until: usize) -> bool {
    let first = tokens.lower(from);
    if NO_PLACES.contains(&first.as_str())
        || names_time(tokens, from)
        || ONLINE.contains(&first.as_str())
        || crate::finding::words::is_gathering_word(&first)
    {
        return false;
    }
    let head_ends = (from..until)
        .find(|place| {
            matches!(
                tokens.lower(*place).as_str(),
                "der" | "des" | "am" | "an" | "im" | "in" | "von" | "und" | "für"
            )
        })
        .unwrap_or(until);
    let has_house = (from..head_ends).any(|place| tokens.word(place).is_some_and(is_house));
    if has_house {
        return true;
    }
    // A street stands behind, or the word is a name by its letters: "in der KuFa", "bei ABC".
    let street = street_at(tokens, from).is_some()
        || tokens.is_one_of(until, &[',', '(']) && street_at(tokens, until + 1).is_some();
    let word = tokens.letters(from);
    let is_name = word.chars().skip(1).any(char::is_uppercase) && word.chars().count() <= 8;
    let is_at = matches!(tokens.lower(at).as_str(), "bei" | "beim");
    let is_proper = tokens.is(until, '(') || tokens.lower(until) == "in";
    if is_saint(tokens, from) || tokens.lower(at) == "am" && is_outdoors(&first) {
        return true;
    }
    street || is_name && tokens.lower(at) != "auf" || is_at && is_proper
}

/// "am Galgenberg", "am Mühlteich": where people meet under the sky.
fn is_outdoors(lower: &str) -> bool {
    let ends = [
        "berg", "teich", "see", "weiher", "ufer", "bach", "brunnen", "hang", "waldrand", "wehr",
        "steg",
    ];
    ends.iter()
        .any(|it| lower.len() > it.len() + 2 && lower.ends_with(it))
}

/// "in St. Marien": a church by its saint; towns that are called so bear other names mostly.
fn is_saint(tokens: &Tokens<'_>, at: usize) -> bool {
    let name = match tokens.letters(at) {
        "St" if tokens.is(at + 1, '.') => tokens.letters(at + 2),
        "Sankt" => tokens.letters(at + 1),
        _ => return false,
    };
    SAINTS.contains(&name)
}
