//! Addresses for mail and telephone numbers, also as pages write them to hide them from machines:
//! `name(at)verein.example`, `name [at] verein [dot] example`.

use std::ops::Range;

use crate::grammar::tokens::{Kind, Tokens, cut};

/// What stands for `@`.
const AT: &[&str] = &[
    "@", "(at)", "(AT)", "[at]", "[AT]", "{at}", "<at>", "(ät)", "[ät]", "(a)", "[a]", "(@)",
    "[@]", " at ", " AT ",
];

/// What stands for a dot.
const DOT: &[&str] = &[
    "(dot)", "(DOT)", "[dot]", "[DOT]", "{dot}", "(punkt)", "[punkt]", "(.)", "[.]", " dot ",
    " DOT ", " punkt ",
];

const fn is_part(it: char) -> bool {
    it.is_ascii_alphanumeric() || matches!(it, '.' | '-' | '_' | '+' | 'ä' | 'ö' | 'ü' | 'ß')
}

/// All addresses of a text, as they are meant, and where they stand.
pub(super) fn mails(text: &str) -> Vec<(Range<usize>, String)> {
    let mut found: Vec<(Range<usize>, String)> = Vec::new();
    for (at, _) in text.char_indices() {
        let rest = cut(text, at..text.len());
        let Some(mark) = AT.iter().find(|it| rest.starts_with(**it)) else {
            continue;
        };
        if found.last().is_some_and(|(span, _)| span.end > at) {
            continue;
        }
        found.extend(mail(text, at, mark));
    }
    found
}

fn mail(text: &str, at: usize, mark: &str) -> Option<(Range<usize>, String)> {
    let is_hidden = mark != "@";
    let head = cut(text, 0..at);
    let head = if is_hidden { head.trim_end() } else { head };
    let length: usize = head
        .chars()
        .rev()
        .take_while(|it| is_part(*it))
        .map(char::len_utf8)
        .sum();
    let begin = head.len() - length;
    let name = cut(text, begin..head.len()).trim_start_matches(['.', '-']);
    let mut next = at + mark.len();
    let mut domain = String::new();
    let mut has_dot_word = false;
    loop {
        let rest = cut(text, next..text.len());
        let blank = if is_hidden {
            rest.len() - rest.trim_start_matches(' ').len()
        } else {
            0
        };
        let rest = cut(text, next + blank..text.len());
        let part: String = rest.chars().take_while(|it| is_part(*it)).collect();
        next += blank + part.len();
        domain.push_str(&part);
        let rest = cut(text, next..text.len());
        let Some(dot) = DOT
            .iter()
            .find(|it| rest.starts_with(**it))
            .filter(|_| is_hidden)
        else {
            break;
        };
        domain.push('.');
        has_dot_word = true;
        next += dot.len();
    }
    let kept = domain.trim_end_matches(['.', '-']).len();
    next -= domain.len() - kept;
    domain.truncate(kept);
    let (_, last) = domain.rsplit_once('.')?;
    // "Treffen at Haus.de" in a sentence is no address.
    let is_spaced = mark.starts_with(' ') && !has_dot_word && mark != " AT ";
    let fits = !name.is_empty()
        && last.chars().count() >= 2
        && last.chars().all(char::is_alphabetic)
        && !(is_spaced && name.contains(char::is_uppercase));
    fits.then(|| (begin..next, format!("{name}@{domain}")))
}

/// All telephone numbers of a text but those for fax: digits that begin with 0 or + and are long
/// enough.
pub(super) fn phones(text: &str) -> Vec<Range<usize>> {
    let tokens = Tokens::of(text);
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match phone(&tokens, at) {
            Some(until) => {
                let mut from = at;
                while from > 0 && tokens.is_one_of(from - 1, &['(', '+']) && tokens.is_joined(from)
                {
                    from -= 1;
                }
                if !is_fax(&tokens, from) {
                    found.push(tokens.start(from)..tokens.end_before(until));
                }
                at = until;
            }
            None => at += 1,
        }
    }
    found
}

fn phone(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let is_number = |at: usize| tokens.get(at).is_some_and(|it| it.kind == Kind::Number);
    let begins = tokens.is(at, '+') && is_number(at + 1)
        || is_number(at) && tokens.letters(at).starts_with('0');
    let is_inside =
        tokens.is_joined(at) && at > 0 && !tokens.is_one_of(at - 1, &[':', '(', '.', '/']);
    if !begins || is_inside {
        return None;
    }
    let mut digits = 0;
    let mut end = at;
    for next in at..(at + 14).min(tokens.len()) {
        if tokens.begins_line(next) && next > at {
            break;
        }
        if is_number(next) {
            digits += tokens.letters(next).len();
            end = next + 1;
        } else if !tokens.is_one_of(next, &['-', '–', '/', '(', ')', '+', '.']) {
            break;
        }
    }
    let is_day = tokens.is(at + 1, '.') && tokens.letters(at).len() <= 2;
    ((7..=15).contains(&digits) && !is_day).then_some(end)
}

fn is_fax(tokens: &Tokens<'_>, at: usize) -> bool {
    (1..=3).any(|back| {
        at.checked_sub(back)
            .is_some_and(|it| tokens.lower(it).contains("fax"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_addresses_are_read() {
        let table = [
            ("info@haus.example, Tel. 1", "info@haus.example"),
            (
                "an fach.tag(at)haus-am-see.example oder",
                "fach.tag@haus-am-see.example",
            ),
            ("post [at] haus.example.", "post@haus.example"),
            ("h.kurz(at)haus(dot)example", "h.kurz@haus.example"),
            ("o.lang AT haus DOT example", "o.lang@haus.example"),
            ("d.weit(ät)haus.example", "d.weit@haus.example"),
            ("Treffen at Haus, nur das", ""),
            ("@haus und a@b", ""),
        ];
        for (text, said) in table {
            let found: Vec<String> = mails(text).into_iter().map(|(_, it)| it).collect();
            assert_eq!(found.join(" "), said, "{text}");
        }
    }

    #[test]
    fn telephone_numbers_are_read_and_days_are_not() {
        let table = [
            ("Tel. 09341/555 77, Fax 09341/555 78", "09341/555 77"),
            ("Telefon (07371) 555 308", "(07371) 555 308"),
            ("+49 30 5550-12", "+49 30 5550-12"),
            ("am 05.04.2025 um 09:30 Uhr", ""),
            ("01129 Kreis", ""),
        ];
        for (text, said) in table {
            let found: Vec<&str> = phones(text).into_iter().map(|it| cut(text, it)).collect();
            assert_eq!(found.join(" "), said, "{text}");
        }
    }
}
