//! What is taken off words before they are a title: when and where, marks and remarks around them, the
//! paper that tells of a sitting.

use std::ops::Range;

use super::{LONGEST, names_gathering};
use crate::grammar::tokens::{Tokens, cut};
use crate::grammar::{names, places, when};

pub(super) fn shorten(words: &str) -> String {
    let one_line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if one_line.len() <= LONGEST {
        return one_line;
    }
    let mut end = 0;
    for (at, letter) in one_line.char_indices() {
        if letter == ' ' && at < LONGEST {
            end = at;
        }
    }
    one_line.get(..end).unwrap_or(&one_line).to_owned()
}

/// Words without days and times, and without what led to them.
pub(super) fn without_when(text: &str) -> String {
    let said = when(text);
    let mut spans: Vec<Range<usize>> = said.days.iter().map(|it| it.span.clone()).collect();
    spans.extend(said.clocks.iter().map(|it| it.span.clone()));
    spans.sort_by_key(|it| it.start);
    let mut out = String::new();
    let mut at = 0;
    for span in spans {
        out.push_str(cut(text, at..span.start));
        at = at.max(span.end);
        let kept = out
            .trim_end()
            .trim_end_matches(['(', ',', '-', '–', ':', '|'])
            .trim_end();
        let kept = ["am", "vom", "den", "ab", "um", "von", "der", "dem", "bis"]
            .iter()
            .find_map(|it| {
                kept.strip_suffix(it)
                    .filter(|rest| rest.is_empty() || rest.ends_with([' ', ',', '\n']))
            })
            .unwrap_or(kept);
        let length = kept.trim_end_matches([' ', ',', ':']).len();
        out.truncate(length);
        out.push(' ');
    }
    out.push_str(cut(text, at..text.len()));
    out
}

/// Takes what surrounds a title off it.
pub(super) fn clean(words: &str) -> Option<String> {
    let trimmed = words
        .trim()
        .trim_start_matches([')', ',', ':', ';', '-', '–', '|', '.', '•', '·', ' ', '►'])
        .trim_end_matches(['(', ',', ':', ';', '-', '–', '|', ' '])
        .trim();
    let trimmed = [
        "Nächste ",
        "Nächstes ",
        "Nächster ",
        "Kommende ",
        "Kommender ",
        "Kommendes ",
        "Unsere ",
        "Unser ",
        "Herzliche Einladung zum ",
        "Herzliche Einladung zur ",
        "Einladung zum ",
        "Einladung zur ",
        "Einladung: ",
        "zum ",
        "zur ",
        "Veranstaltung: ",
        "Thema: ",
        "Titel: ",
        "Was: ",
        "Heute: ",
        "Morgen: ",
        "Save the date: ",
        "Save the Date: ",
    ]
    .iter()
    .find_map(|it| trimmed.strip_prefix(it))
    .unwrap_or(trimmed);
    let trimmed = trimmed.strip_suffix(" .").unwrap_or(trimmed);
    let trimmed = trimmed.strip_prefix("Uhr").unwrap_or(trimmed).trim();
    let letters = trimmed.chars().filter(|it| it.is_alphabetic()).count();
    let is_closed_alone = trimmed.ends_with(')') && !trimmed.contains('(');
    let trimmed = if is_closed_alone {
        trimmed.trim_end_matches(')').trim_end()
    } else {
        without_note(trimmed)
    };
    (letters >= 4).then(|| {
        trimmed
            .replace(" )", ")")
            .replace("( ", "(")
            .replace(" : ", ": ")
    })
}

/// "Herbsttreffen [3]": a title without the number of a note.
fn without_note(title: &str) -> &str {
    let head = title
        .strip_suffix(']')
        .and_then(|it| it.rsplit_once(" ["))
        .filter(|(_, note)| !note.is_empty() && note.chars().all(|it| it.is_ascii_digit()));
    head.map_or(title, |(head, _)| head.trim_end())
}

/// "Protokoll der 2. Vorstandssitzung": the sitting without the paper that tells of it.
pub(super) fn without_paper(title: &str) -> String {
    let tokens = Tokens::of(title);
    let paper = (0..tokens.len().min(3)).find(|at| {
        matches!(
            tokens.lower(*at).as_str(),
            "protokoll" | "niederschrift" | "sitzungsprotokoll" | "kurzprotokoll"
        )
    });
    let Some(mut from) = paper.map(|it| it + 1) else {
        return title.to_owned();
    };
    while matches!(
        tokens.lower(from).as_str(),
        "der" | "des" | "über" | "die" | "zur" | "zum" | "vom" | "von"
    ) {
        from += 1;
    }
    let rest = cut(title, tokens.start(from)..title.len());
    if names_gathering(rest) {
        rest.to_owned()
    } else {
        title.to_owned()
    }
}

/// "Markttag (zweiter Samstag nach Ostern)": a title up to a remark in brackets that says when.
pub(super) fn before_remark(title: &str) -> &str {
    let remark = title.split_once(" (").filter(|(head, inside)| {
        let tokens = Tokens::of(inside);
        let says_when = (0..tokens.len()).any(|at| {
            let word = tokens.word(at);
            word.is_some_and(|it| names::weekday(it).is_some_and(|(_, is_short)| !is_short))
        });
        says_when && head.chars().count() >= 4
    });
    remark.map_or(title, |(head, _)| head)
}

/// "Samstag Markttag": the weekday says when.
pub(super) fn without_weekday(title: &str) -> &str {
    let rest = title.split_once(' ').filter(|(first, _)| {
        names::weekday(first.trim_end_matches([',', '.'])).is_some_and(|(_, is_short)| !is_short)
    });
    rest.map_or(title, |(_, rest)| rest.trim_start())
}

/// "Markttag Wir laden Sie herzlich …": a title up to where a sentence begins behind it.
pub(super) fn until_sentence(title: &str) -> &str {
    let end = [
        " Wir ",
        " Bitte ",
        " Herzlich ",
        " Sie ",
        " Es ",
        ", Treffpunkt",
        ", Beginn",
        ", Einlass",
    ]
    .iter()
    .filter_map(|it| title.find(it))
    .filter(|at| *at >= 8 && title.get(..*at).is_some_and(|it| it.contains(' ')))
    .min();
    end.and_then(|it| title.get(..it)).unwrap_or(title)
}

/// "Ausflug ans Wasser, Stadthalle": a title without the house behind it.
pub(super) fn without_place(title: &str) -> &str {
    let mut kept = title;
    while let Some((head, last)) = kept.rsplit_once(',') {
        let tokens = Tokens::of(last);
        let is_place = tokens.len() <= 4
            && !names_gathering(last)
            && (0..tokens.len()).any(|at| {
                tokens.word(at).is_some_and(places::is_house) || is_online(&tokens.lower(at))
            });
        if !is_place || head.chars().filter(|it| it.is_alphabetic()).count() < 4 {
            break;
        }
        kept = head.trim_end();
    }
    without_house(kept)
}

/// "Sommerfest im Bürgerhaus": a name of a gathering without the house that a small word leads to.
fn without_house(title: &str) -> &str {
    let found = [
        " im ",
        " in der ",
        " in dem ",
        " am ",
        " beim ",
        " auf dem ",
    ]
    .iter()
    .filter_map(|it| title.split_once(it))
    .min_by_key(|(head, _)| head.len());
    let Some((head, tail)) = found else {
        return title;
    };
    let tokens = Tokens::of(tail);
    let is_place = tokens.len() <= 4
        && (0..tokens.len()).any(|at| tokens.word(at).is_some_and(places::is_house))
        && !names_gathering(tail);
    if is_place && names_gathering(head) {
        head
    } else {
        title
    }
}

/// "im Vereinshaus Skatabend": the name of a gathering behind the house that opens its line.
pub(super) fn behind_house(line: &str) -> Option<&str> {
    let tokens = Tokens::of(line);
    let lead = usize::from(matches!(tokens.lower(1).as_str(), "der" | "dem"));
    let is_led = matches!(
        tokens.lower(0).as_str(),
        "im" | "in" | "am" | "beim" | "auf" | "an"
    );
    let house = tokens.word(lead + 1).is_some_and(places::is_house);
    let name = line.get(tokens.start(lead + 2)..)?;
    (is_led && house && tokens.len() > lead + 2 && names_gathering(name)).then_some(name)
}

fn is_online(lower: &str) -> bool {
    crate::grammar::houses::ONLINE.contains(&lower)
}
