//! Streets with their numbers.

use std::sync::LazyLock;

use super::tokens::{Tokens, WordList, list};

/// How streets end.
static STREETS: WordList = LazyLock::new(|| {
    list(
        "straße strasse str weg platz allee gasse ring damm ufer chaussee steig pfad graben stieg \
    markt promenade twiete kamp zeile",
    )
});

pub(crate) fn is_capital(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens
        .word(at)
        .and_then(|it| it.chars().next())
        .is_some_and(char::is_uppercase)
}

fn ends_street(word: &str) -> bool {
    let lower = word.to_lowercase();
    STREETS.iter().any(|it| {
        lower == *it || lower.chars().count() > it.chars().count() + 1 && lower.ends_with(it)
    })
}

/// Streets with their numbers: `Clara-Zetkin-Straße 36`, `Torstr. 11`, `Am Markt 5`.
pub(crate) fn street_at(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    if !is_capital(tokens, at) && !matches!(tokens.letters(at), "str" | "straße") {
        return None;
    }
    let mut next = at;
    let (mut is_street, mut is_named_of) = (false, false);
    // At most five words, of which one ends like a street, or "Am", "An der", "Über der" opens.
    let opens = matches!(
        tokens.letters(at),
        "Am" | "An"
            | "Auf"
            | "Im"
            | "In"
            | "Zum"
            | "Zur"
            | "Über"
            | "Unter"
            | "Hinter"
            | "Vor"
            | "Alter"
            | "Alte"
    );
    while next < at + 6 {
        let Some(word) = tokens.word(next) else {
            break;
        };
        let fits = is_capital(tokens, next)
            || tokens.is_joined(next) && next > at
            || matches!(word, "der" | "dem" | "den" | "des" | "von" | "am" | "an");
        if !fits || next > at && tokens.begins_line(next) {
            break;
        }
        is_street = ends_street(word) || is_named_of;
        next += 1;
        if tokens.is(next, '-') && tokens.is_joined(next + 1) {
            next += 1;
            continue;
        }
        // "Straße des Friedens 20"
        let is_of = next == at + 1 && matches!(tokens.lower(next).as_str(), "der" | "des");
        if is_street && is_of {
            is_named_of = true;
        } else if is_street && is_capital(tokens, next - 1) {
            break;
        }
    }
    if tokens.is(next, '.') && is_street {
        next += 1;
    }
    let (_, digits) = tokens.number(next)?;
    // "Weihnachtsmarkt 10:00"
    if tokens.is(next + 1, ':') && tokens.number(next + 2).is_some() && tokens.is_joined(next + 2) {
        return None;
    }
    let is_open = opens && next <= at + 4 && next > at + 1;
    if !(is_street || is_open) || digits > 3 || tokens.begins_line(next) {
        return None;
    }
    let behind = tokens.lower(next + 1);
    if !is_street && (tokens.is(next + 1, '.') || tokens.is(next + 1, ':') || behind == "uhr") {
        return None;
    }
    next += 1;
    next = number_tail(tokens, next);
    Some(next)
}

/// `72a`, `5-7`, `5 b`.
fn number_tail(tokens: &Tokens<'_>, at: usize) -> usize {
    let mut next = at;
    if tokens.word(next).is_some_and(|it| it.len() == 1)
        && !tokens.begins_line(next)
        && (tokens.is_joined(next) || !tokens.is(next + 1, '.'))
    {
        next += 1;
    }
    if tokens.is_one_of(next, &['-', '–', '/'])
        && tokens
            .number(next + 1)
            .is_some_and(|(_, digits)| digits <= 3)
        && tokens.is_joined(next + 1)
    {
        next += 2;
    }
    next
}
