//! What stands beside a person's name: function and body.

use super::organisations;
use super::persons::{is_big, is_function, person};
use crate::finding::context::Context;
use crate::grammar::tokens::{Tokens, cut};

/// The function of a person and where the person works.
#[derive(Clone, Debug, Default)]
pub(super) struct Affiliation {
    pub(super) function: Option<String>,
    pub(super) body: Option<String>,
    /// Where its words begin.
    pub(super) from: usize,
    /// Where they end.
    pub(super) until: usize,
    /// Whether it stands in brackets or names a function, as only people have it.
    pub(super) is_told: bool,
}

/// "Landrätin", "Pastorin i. R.", "Leiter des Jobcenters Gera," before a name.
pub(super) fn function_before(tokens: &Tokens<'_>, at: usize) -> Option<Affiliation> {
    let mut last = at.checked_sub(1)?;
    if matches!(tokens.letters(last), "Herr" | "Herrn" | "Frau") {
        last = last.checked_sub(1)?;
    }
    if tokens.is(last, ',') {
        return apposition(tokens, last);
    }
    let mut at = last;
    // "i. R.", "a. D."
    if tokens.is(last, '.')
        && last >= 4
        && matches!(tokens.letters(last - 1), "R" | "D")
        && tokens.is(last - 2, '.')
    {
        at = last - 4;
    }
    let word = tokens.word(at).filter(|it| is_function(it))?;
    if !is_big(tokens, at) || word.chars().count() < 4 {
        return None;
    }
    let mut from = at;
    while from >= 2 && tokens.is(from - 1, '-') && tokens.is_joined(from) {
        from -= 2;
    }
    Some(Affiliation {
        function: Some(
            cut(tokens.text, tokens.start(from)..tokens.end_before(last + 1)).to_owned(),
        ),
        body: None,
        from,
        until: last + 1,
        is_told: true,
    })
}

/// "der Leiter des Jobcenters Gera," before a name.
fn apposition(tokens: &Tokens<'_>, comma: usize) -> Option<Affiliation> {
    let from = (1..=9)
        .map_while(|back| comma.checked_sub(back))
        .take_while(|at| !tokens.is_one_of(*at, &[',', ';', ':', '(']))
        .find(|at| is_big(tokens, *at) && tokens.word(*at).is_some_and(is_function))?;
    let leads = matches!(
        tokens.lower(from + 1).as_str(),
        "der" | "des" | "vom" | "von" | "beim" | "bei" | "im" | "für"
    );
    leads.then(|| {
        let (function, body) = split(cut(
            tokens.text,
            tokens.start(from)..tokens.end_before(comma),
        ));
        Affiliation {
            function,
            body,
            from,
            until: comma,
            is_told: true,
        }
    })
}

/// "(Schulamt)", ", Leiterin des Sozialamts Gera", "vom Verein X", ", Hochschule X" behind a name.
pub(super) fn behind(context: &Context<'_>, tokens: &Tokens<'_>, at: usize) -> Affiliation {
    let nothing = Affiliation {
        from: at,
        until: at,
        ..Affiliation::default()
    };
    if tokens.is(at, '(') {
        return in_brackets(tokens, at).unwrap_or(nothing);
    }
    if tokens.is_one_of(at, &[',', '–', '—', '|']) || tokens.is(at, '-') && !tokens.is_joined(at)
    {
        return segment(context, tokens, at + 1).unwrap_or(nothing);
    }
    if matches!(
        tokens.lower(at).as_str(),
        "vom" | "von" | "beim" | "bei" | "aus"
    ) {
        let mut from = at + 1;
        while matches!(tokens.lower(from).as_str(), "der" | "dem" | "den") {
            from += 1;
        }
        let until = run(tokens, from);
        let words = cut(tokens.text, tokens.start(from)..tokens.end_before(until));
        if until > from && words.chars().count() > 3 {
            return Affiliation {
                function: None,
                body: Some(words.to_owned()),
                from: at,
                until,
                is_told: false,
            };
        }
    }
    nothing
}

fn in_brackets(tokens: &Tokens<'_>, at: usize) -> Option<Affiliation> {
    let close = (at + 1..at + 16).find(|it| tokens.is(*it, ')'))?;
    let inside = cut(tokens.text, tokens.start(at + 1)..tokens.end_before(close)).trim();
    let is_words = (at + 1..close).any(|it| is_big(tokens, it))
        && !(at + 1..close).any(|it| tokens.number(it).is_some_and(|(_, digits)| digits > 2))
        && !inside.contains('@');
    let has_function =
        (at + 1..close).any(|it| is_big(tokens, it) && tokens.word(it).is_some_and(is_function));
    let (function, body) = if has_function {
        split(inside)
    } else {
        (None, Some(inside.to_owned()))
    };
    (is_words && inside.chars().count() > 2).then_some(Affiliation {
        function,
        body,
        from: at,
        until: close + 1,
        is_told: true,
    })
}

/// What stands between a name and the next comma: a function, or a body known as one.
fn segment(context: &Context<'_>, tokens: &Tokens<'_>, from: usize) -> Option<Affiliation> {
    let mut until = from;
    while until < tokens.len() && until < from + 14 {
        let ends = tokens.is_one_of(until, &[',', ';', ')', '|', ':'])
            || tokens.is(until, '.') && until + 1 >= tokens.len()
            || tokens.begins_line(until)
            || matches!(tokens.lower(until).as_str(), "und" | "sowie")
                && person(tokens, until + 1).is_some();
        if ends {
            break;
        }
        // "Supervisorin (DGSv)" belongs together.
        if tokens.is(until, '(') {
            until = (until..until + 10).find(|it| tokens.is(*it, ')'))? + 1;
            break;
        }
        until += 1;
    }
    let words = cut(tokens.text, tokens.start(from)..tokens.end_before(until)).trim();
    let head = (from..until.min(from + 4))
        .find(|it| is_big(tokens, *it) && tokens.word(*it).is_some_and(is_function));
    if head.is_some() {
        let (function, body) = split(words);
        return Some(Affiliation {
            function,
            body,
            from: from.saturating_sub(1),
            until,
            is_told: true,
        });
    }
    let is_body = organisations::begins(context, tokens, from);
    (is_body && words.chars().count() > 3).then(|| Affiliation {
        function: None,
        body: Some(words.to_owned()),
        from: from.saturating_sub(1),
        until,
        is_told: true,
    })
}

/// A run of capitalised words with what joins them; ends before another person.
fn run(tokens: &Tokens<'_>, from: usize) -> usize {
    let mut next = from;
    while next < from + 14 {
        let is_part = is_big(tokens, next)
            || tokens.is_joined(next) && tokens.is_one_of(next, &['-', '/', '.'])
            || tokens.lower(next) == "e" && tokens.is(next + 1, '.');
        let is_link = matches!(
            tokens.lower(next).as_str(),
            "und" | "für" | "der" | "des" | "im" | "in" | "am"
        ) && is_big(tokens, next + 1)
            && person(tokens, next + 1).is_none()
            && next > from;
        if !(is_part || is_link) || tokens.begins_line(next) && next > from {
            break;
        }
        next += 1;
    }
    // A stop at the end belongs to the sentence, unless to "e. V.".
    let ends_sentence =
        tokens.is(next.wrapping_sub(1), '.') && !tokens.letters(next.wrapping_sub(2)).eq("V");
    next - usize::from(next > from && ends_sentence)
}

/// "Leiterin des Sozialamts Gera": function and body.
pub(super) fn split(words: &str) -> (Option<String>, Option<String>) {
    let tokens = Tokens::of(words);
    let Some(head) = (0..tokens.len()).find(|at| tokens.word(*at).is_some_and(is_function)) else {
        return (None, Some(words.to_owned()).filter(|it| it.len() > 2));
    };
    let mut end = tokens.end_before(head + 1);
    if tokens.is(head + 1, '(')
        && let Some(close) = (head + 1..tokens.len()).find(|at| tokens.is(*at, ')'))
    {
        end = tokens.end_before(close + 1);
    }
    let rest = cut(words, end..words.len()).trim_start_matches([',', ' ', '–', '-']);
    let is_of = rest.starts_with("des ");
    let body = [
        "der ", "des ", "dem ", "beim ", "bei der ", "bei ", "vom ", "von der ", "von ", "im ",
        "in der ",
    ]
    .iter()
    .find_map(|it| rest.strip_prefix(it))
    .unwrap_or(rest)
    .trim();
    let body = if is_of {
        organisations::without_genitive(body)
    } else {
        body.to_owned()
    };
    (
        Some(cut(words, 0..end).trim().to_owned()).filter(|it| it.len() > 2),
        Some(body).filter(|it| it.len() > 2),
    )
}
