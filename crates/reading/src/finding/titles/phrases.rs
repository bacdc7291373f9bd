//! Titles out of sentences: what they tell of, and whether words are a sentence at all.

use std::sync::LazyLock;

use super::above::above;
use super::{clean, names_gathering, title_of_line};
use crate::finding::context::Context;
use crate::finding::judging::Candidate;
use crate::finding::words;
use crate::grammar::tokens::{Tokens, WordList, cut, list};
use crate::grammar::{houses, names, when};

/// What a sentence tells of: the line that opens its part, the heading where it names a gathering,
/// the gathering that the sentence names with more than a word.
pub(super) fn told(context: &Context<'_>, it: &Candidate) -> Option<String> {
    let has_two = |it: &String| it.contains(' ');
    let is_one_of_many = context.days(it.block).count() > 1;
    let lead = context.text().get(it.sentence.start..it.day.span.start);
    own_line(context, it)
        .or_else(|| {
            lead.and_then(named_last)
                .filter(|it| has_two(it) || says_of_what_kind(it))
        })
        .or_else(|| {
            is_one_of_many
                .then(|| phrase(context.words(&it.clause)))
                .flatten()
        })
        .or_else(|| {
            let is_shared = crate::finding::places::has_several_days(context, it);
            let of_sentence = is_shared.then(|| phrase(context.words(&it.sentence)));
            of_sentence.flatten()
        })
        .or_else(|| of_sentence_before(context, it))
        .or_else(|| of_sentence_behind(context, it))
        .or_else(|| above(context, it).filter(|it| names_gathering(it)))
        .or_else(|| phrase(context.words(&it.clause)).filter(has_two))
        .or_else(|| phrase(context.words(&it.sentence)).filter(has_two))
        .or_else(|| phrase(context.words(&it.clause)).filter(|it| says_of_what_kind(it)))
}

/// Whether a name of one word says more than that people meet: "Sommerfest", and not "Treffen".
fn says_of_what_kind(name: &str) -> bool {
    let is_bare = matches!(
        name,
        "Veranstaltung" | "Versammlung" | "Vortrag" | "Workshop" | "Führung" | "Konzert"
    );
    (name.chars().count() > 8 || matches!(name, "Sitzung" | "Plenum")) && !is_bare
        || is_of_capitals(name)
}

/// "MV"
fn is_of_capitals(name: &str) -> bool {
    name.chars().all(char::is_uppercase)
}

/// "… eine Versammlung einzuberufen. Als Termin wird der 3. Mai festgehalten.": what has the day that
/// a sentence only calls a day.
fn of_sentence_before(context: &Context<'_>, it: &Candidate) -> Option<String> {
    let words = context.words(&it.sentence);
    let tokens = Tokens::of(words);
    let is_bare =
        !names_gathering(words) && (0..tokens.len()).any(|at| tokens.letters(at) == "Termin");
    let block = context.page.blocks.get(it.block)?;
    let before = it.sentence.start.checked_sub(1)?;
    if !is_bare || before < block.span.start {
        return None;
    }
    phrase(context.words(&context.sentence(it.block, before)))
}

/// "Am 3. Mai stechen wir in See. Geplant ist eine Schifffahrt": what the sentence behind calls by
/// its name.
fn of_sentence_behind(context: &Context<'_>, it: &Candidate) -> Option<String> {
    let block = context.page.blocks.get(it.block)?;
    if it.sentence.end >= block.span.end || names_gathering(context.words(&it.sentence)) {
        return None;
    }
    let behind = context.words(&context.sentence(it.block, it.sentence.end));
    behind.starts_with("Geplant").then(|| phrase(behind))?
}

/// The first line of a part with more lines, where it is a title.
fn own_line(context: &Context<'_>, it: &Candidate) -> Option<String> {
    let block = context.page.blocks.get(it.block)?;
    let words = context.words(&block.span);
    let (first, _) = words.split_once('\n')?;
    let first = first.trim();
    let is_before = block.span.start + first.len() <= it.sentence.start;
    let said = when(first);
    let is_bare = said.days.is_empty() && said.clocks.is_empty();
    let is_title = first.chars().count() <= 90 && !first.ends_with(['.', ',', ';', ':']);
    (is_before && is_bare && is_title && !tells(first))
        .then(|| title_of_line(context, first))
        .flatten()
}

/// What a mail is about.
pub(super) fn subject(context: &Context<'_>) -> Option<String> {
    let blocks = context.page.blocks.iter().take(4);
    let mut lines = blocks.flat_map(|it| context.words(&it.span).lines());
    let line = lines.find_map(|it| {
        ["Betreff:", "Subject:", "Betrifft:"]
            .iter()
            .find_map(|label| it.trim().strip_prefix(label))
    })?;
    let mut words = line.trim();
    while let Some(rest) = ["AW:", "WG:", "Re:", "RE:", "Fwd:"]
        .iter()
        .find_map(|it| words.strip_prefix(it))
    {
        words = rest.trim();
    }
    clean(words)
}

/// The first line of a page that has no title.
pub(crate) fn first_line(context: &Context<'_>) -> Option<String> {
    let blocks = context.page.blocks.iter();
    blocks
        .filter(|it| it.zone == crate::page::Zone::Main)
        .find_map(|it| clean(context.words(&it.span).lines().next()?))
}

/// Longer passages are searched for no names.
pub(super) const LONG: usize = 2_000;

/// Verbs of sentences that tell of gatherings.
static VERBS: WordList = LazyLock::new(|| {
    list(
        "ist sind war waren wird werden wurde hat haben kann können laden lädt lade findet \
    finden beginnt bitten bittet freuen freut helfen gibt steht stehen kommt kommen \
    trifft treffen stellt stellen zeigen zeigt spielt feiern feiert lief kam kamen \
    veranstaltet tagt bietet bieten spricht startet öffnet sitzt packen starten \
    beantwortet berichtet melden bringen folgt dankt wollen fand fanden lud luden traf \
    trafen begann wurden hatte hatten nahmen feierte feierten gab bot stand standen \
    erwartet erwarten soll sollen will möchte möchten",
    )
});

/// Whether words are a sentence and no title: a verb in them says so.
pub(super) fn tells(words: &str) -> bool {
    let tokens = Tokens::of(words);
    let has_verb = (0..tokens.len().min(30)).any(|at| VERBS.contains(&tokens.letters(at)));
    has_verb && tokens.len() > 3
}

/// Who wrote or took a picture, a post code with its town, words that go on from before.
pub(super) fn is_signature(words: &str) -> bool {
    let tokens = Tokens::of(words);
    let is_by = matches!(
        tokens.letters(0),
        "von" | "by" | "Von" | "Foto" | "Fotos" | "Bild" | "Quelle"
    ) || words.starts_with('©');
    let is_code = tokens.get(0).is_some_and(|_| {
        tokens.letters(0).len() == 5 && tokens.letters(0).chars().all(|it| it.is_ascii_digit())
    });
    let is_small = words.starts_with(char::is_lowercase)
        && tokens
            .word(0)
            .is_some_and(|it| it.chars().skip(1).all(char::is_lowercase));
    is_by || is_code || is_small
}

/// The name of a gathering in a sentence, with the words that belong to it.
pub(super) fn phrase(text: &str) -> Option<String> {
    let tokens = Tokens::of(text);
    let at = (0..tokens.len()).find(|at| {
        let word = tokens.lower(*at);
        let is_open_day = word == "tag" && tokens.lower(*at + 2) == "offenen";
        tokens.letters(*at).starts_with(char::is_uppercase)
            && (words::names_gathering_at(&tokens, *at) || is_open_day)
            && !is_way_to_meet(&tokens, *at)
    })?;
    let (mut from, until) = (phrase_begin(&tokens, at), phrase_end(&tokens, at));
    // "Fahrt zum Weinfest"
    let is_trip = from >= 2
        && matches!(tokens.lower(from - 1).as_str(), "zum" | "zur")
        && matches!(tokens.letters(from - 2), "Fahrt" | "Besuch");
    from -= if is_trip { 2 } else { 0 };
    // "zu einem großen Fest": what bends with the sentence is no part of the name.
    while from < at && bends(&tokens, from) {
        from += 1;
    }
    let name = cut(text, tokens.start(from)..tokens.end_before(until));
    let is_of = from > 0 && tokens.lower(from - 1) == "des" && until == at + 1;
    let short = || is_of_capitals(name).then(|| name.to_owned());
    clean(if is_of { without_case(name) } else { name }).or_else(short)
}

/// "als Zoom-Treffen", "per Video-Konferenz": how people meet, and not what for.
fn is_way_to_meet(tokens: &Tokens<'_>, at: usize) -> bool {
    let lead = at.checked_sub(3).map(|it| tokens.lower(it));
    let is_led = lead.is_some_and(|it| matches!(it.as_str(), "als" | "per" | "via" | "im"));
    is_led && tokens.is(at - 1, '-') && {
        let way = tokens.lower(at - 2);
        matches!(way.as_str(), "video" | "telefon") || houses::ONLINE.contains(&way.as_str())
    }
}

/// "zur Filmnacht am": the name of a gathering right before its day.
pub(super) fn named_last(lead: &str) -> Option<String> {
    let tokens = Tokens::of(lead);
    let mut at = tokens.len().checked_sub(1)?;
    while at > 0
        && (matches!(tokens.letters(at), "am" | "vom" | "den" | "dem" | "der")
            || tokens.is(at, ','))
    {
        at -= 1;
    }
    let is_led = at + 1 < tokens.len();
    let from = phrase_begin(&tokens, at);
    // "des Thüringer Konvents": a case that bends, and often part of a longer name.
    if from > 0 && matches!(tokens.lower(from - 1).as_str(), "des" | "der") {
        return None;
    }
    (is_led && is_big(&tokens, at) && words::names_gathering_at(&tokens, at))
        .then(|| clean(cut(lead, tokens.start(from)..tokens.end_before(at + 1))))
        .flatten()
}

/// "Filmabend „Der lange Weg“": what is quoted right behind the name of a gathering, with it.
pub(super) fn named_quote(text: &str) -> Option<String> {
    let mut at = 0;
    if text.len() > LONG {
        return None;
    }
    while let Some(open) = text.get(at..)?.find(['»', '„', '“', '"', '›']) {
        let open = at + open;
        let inside = open + text.get(open..)?.chars().next().map_or(1, char::len_utf8);
        let close = inside + text.get(inside..)?.find(['«', '“', '”', '"', '‹'])?;
        let end = close + text.get(close..)?.chars().next().map_or(1, char::len_utf8);
        let lead = text.get(..open)?;
        let tokens = Tokens::of(lead);
        let count = tokens.len();
        let is_named = count > 0
            && is_big(&tokens, count - 1)
            && words::names_gathering_at(&tokens, count - 1);
        if is_named && (inside + 4..inside + 120).contains(&close) {
            let own = tokens.start(phrase_begin(&tokens, count - 1));
            let whole = phrase(lead).filter(|it| lead.trim_end().ends_with(it.as_str()));
            let name = whole.unwrap_or_else(|| lead.get(own..).unwrap_or("").trim().to_owned());
            return clean(&format!("{name} {}", text.get(open..end)?));
        }
        at = end;
    }
    None
}

fn bends(tokens: &Tokens<'_>, at: usize) -> bool {
    let word = tokens.letters(at);
    word.starts_with(char::is_lowercase) && (word.ends_with("en") || word.ends_with("em"))
}

/// "des Treffens", "des Festes": the name by itself.
fn without_case(name: &str) -> &str {
    ["es", "s"]
        .iter()
        .filter_map(|it| name.strip_suffix(it))
        .find(|it| words::is_gathering_word(&it.to_lowercase()))
        .unwrap_or(name)
}

/// Where the words begin that belong to the name of a gathering: adjectives, other names.
fn phrase_begin(tokens: &Tokens<'_>, at: usize) -> usize {
    let mut from = at;
    while let Some(before) = from.checked_sub(1) {
        let word = tokens.lower(before);
        let is_adjective = tokens.word(before).is_some()
            && (word.ends_with("en")
                || word.ends_with("er")
                || word.ends_with('e')
                || word.ends_with("es"))
            && word.len() > 4
            && !matches!(
                word.as_str(),
                "unsere"
                    | "unser"
                    | "nächster"
                    | "nächstes"
                    | "unserer"
                    | "unseren"
                    | "einer"
                    | "dieser"
                    | "seine"
                    | "diese"
                    | "keine"
                    | "jeder"
                    | "weitere"
                    | "nächste"
                    | "nächsten"
                    | "ihrer"
                    | "eines"
            );
        let is_hyphen = tokens.is(before, '-') && tokens.is_joined(from);
        // "Info- und Austauschabend"
        if let Some(first) = before.checked_sub(2)
            && matches!(tokens.letters(before), "und" | "oder")
            && tokens.is(before - 1, '-')
            && tokens.is_joined(before - 1)
            && is_big(tokens, first)
        {
            from = first;
            continue;
        }
        if !(is_adjective
            || is_hyphen
            || is_hyphen_word(tokens, before)
            || is_big(tokens, before)
                && is_big(tokens, from)
                && before > 0
                && tokens.word(before).is_some()
                && names::weekday(tokens.letters(before)).is_none())
            || at - before > 4
        {
            break;
        }
        from = before;
    }
    from
}

/// Where they end: "für Eltern", "mit Musik", "der Vereine".
fn phrase_end(tokens: &Tokens<'_>, at: usize) -> usize {
    let mut until = at + 1;
    // "Vortrags- und Gesprächsabend": the name goes on behind a hyphen that stands open.
    let is_open = tokens.is(until, '-')
        && tokens.is_joined(until)
        && matches!(tokens.lower(until + 1).as_str(), "und" | "oder")
        && is_big(tokens, until + 2);
    if is_open {
        until += 3;
    }
    let mut next = until;
    while next < tokens.len() && next < at + 8 {
        let word = tokens.lower(next);
        let is_link = matches!(
            word.as_str(),
            "der"
                | "des"
                | "zum"
                | "zur"
                | "für"
                | "mit"
                | "von"
                | "offenen"
                | "und"
                | "zu"
                | "über"
                | "nach"
                | "gegen"
                | "rund"
                | "um"
                | "die"
                | "den"
                | "dem"
        ) || next > until && is_adjective(&word) && is_big(tokens, next + 1);
        if names::month(&word).is_some() || names::weekday(&word).is_some() {
            break;
        }
        if is_big(tokens, next) {
            until = next + 1;
        } else if !is_link {
            break;
        }
        next += 1;
    }
    until
}

fn is_big(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.letters(at).starts_with(char::is_uppercase)
}

/// "mögliche", "neuen": a small word that bends with what stands behind it.
fn is_adjective(lower: &str) -> bool {
    lower.len() > 4
        && !matches!(lower, "einen" | "einem" | "einer" | "eines")
        && ["e", "en", "er", "es", "em"]
            .iter()
            .any(|it| lower.ends_with(it))
}

fn is_hyphen_word(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.is(at + 1, '-') && tokens.is_joined(at + 1) && tokens.is_joined(at + 2)
}

/// How names of gatherings end of which there are many, and how one of them ends.
const MANY: &[(&str, &str)] = &[
    ("ungen", "ung"),
    ("enzen", "enz"),
    ("runden", "runde"),
    ("abende", "abend"),
    ("nachmittage", "nachmittag"),
    ("feste", "fest"),
    ("seminare", "seminar"),
    ("kurse", "kurs"),
    ("vorträge", "vortrag"),
    ("konzerte", "konzert"),
    ("gottesdienste", "gottesdienst"),
    ("stammtische", "stammtisch"),
    ("workshops", "workshop"),
    ("märkte", "markt"),
    ("führungen", "führung"),
    ("spendetermine", "spendetermin"),
    ("cafés", "café"),
    ("einsätze", "einsatz"),
];

/// "Sitzungen zu folgenden Terminen": what one of many is called that a list is headed by. A name of
/// several words stays, since what bends with it is not known.
pub(super) fn one_of_many(title: &str) -> String {
    let name = [" zu folgenden ", " an folgenden ", " am folgenden "]
        .iter()
        .find_map(|it| title.split_once(it))
        .map_or(title, |(name, _)| name);
    let first = name.split([' ', ':']).next().unwrap_or(name);
    let one = MANY.iter().find_map(|(many, one)| {
        let stem = first.strip_suffix(many)?;
        (!stem.is_empty()).then(|| format!("{stem}{one}"))
    });
    let behind = name.get(first.len()..).unwrap_or("");
    // "Sitzungen 2027"
    let is_year = behind.len() == 5 && behind.trim().chars().all(|it| it.is_ascii_digit());
    let behind = if is_year { "" } else { behind };
    let is_alone = behind.is_empty() || behind.starts_with(':') || behind.starts_with(" für ");
    match one {
        Some(one) if is_alone => format!("{one}{behind}"),
        _ => name.to_owned(),
    }
}
