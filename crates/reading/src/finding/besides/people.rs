//! People: whom to ask, with function, mail and telephone, and who speaks at a gathering.

use std::sync::LazyLock;

use crate::grammar::tokens::{WordList, list};
use std::ops::Range;

use crate::drafts::{ContactDraft, Speaker};
use crate::finding::context::Context;
use crate::finding::judging::Candidate;
use crate::finding::places::passage;
use crate::grammar::tokens::{Kind as TokenKind, Tokens, cut};
use crate::grammar::{names, places, towns};
use crate::page::Zone;

/// The most contacts of a page.
const MOST: usize = 60;

/// Words for what people do in an office.
static FUNCTIONS: WordList = LazyLock::new(|| {
    list(
        "leiter leiterin leitung geschäftsführer geschäftsführerin geschäftsführung referent \
    referentin sprecher sprecherin pressesprecher pressesprecherin vorsitzender vorsitzende \
    vorstand präsident präsidentin bürgermeister bürgermeisterin beauftragte beauftragter \
    koordinator koordinatorin professor professorin pfarrer pfarrerin berater beraterin \
    ansprechpartner ansprechpartnerin mitarbeiter mitarbeiterin sachbearbeiter sachbearbeiterin \
    direktor direktorin landrat landrätin dezernent dezernentin entwickler moderation fachmann \
    fachfrau sekretariat",
    )
});

fn is_function(word: &str) -> bool {
    let lower = word.to_lowercase();
    let stem = lower.strip_suffix('s').unwrap_or(&lower);
    FUNCTIONS
        .iter()
        .any(|it| lower.ends_with(it) || stem.ends_with(it))
}

fn is_big(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens
        .word(at)
        .and_then(|it| it.chars().next())
        .is_some_and(char::is_uppercase)
}

/// Whether a token may be part of a person's name.
fn is_name_part(tokens: &Tokens<'_>, at: usize) -> bool {
    let Some(word) = tokens.word(at) else {
        return false;
    };
    let lower = word.to_lowercase();
    is_big(tokens, at)
        && word.chars().count() >= 2
        && word.chars().skip(1).all(char::is_lowercase)
        && !is_function(word)
        && names::month(word).is_none()
        && names::weekday(word).is_none()
        && !places::is_house(word)
        && !crate::finding::words::is_gathering_word(&lower)
        && !towns::is_known(word)
        && !is_plain_noun(&lower)
}

/// Endings and words that no name has.
fn is_plain_noun(lower: &str) -> bool {
    static WORDS: WordList = LazyLock::new(|| {
        list(
            "telefon tel fax mail e-mail kontakt der die das den dem ein eine für von mit bei und \
        oder im in am an auf herr herrn frau uhr ort termin anmeldung anmeldungen wir sie ihr \
        alle nach stadt fachbereich bitte weitere dr prof gast thema sozialdienst straße bildung \
        über zum zur unter",
        )
    });
    WORDS.contains(&lower)
        || [
            "ung", "ungen", "heit", "keit", "schaft", "tion", "straße", "platz", "dienst",
            "bereich", "stelle", "beirat",
        ]
        .iter()
        .any(|it| lower.ends_with(it))
}

/// A person's name at a token: two or three parts, with titles before.
fn person(tokens: &Tokens<'_>, at: usize) -> Option<(usize, usize)> {
    let mut from = at;
    while matches!(
        tokens.letters(from),
        "Dr" | "Prof" | "Herr" | "Herrn" | "Frau" | "Pfr" | "med" | "Dipl"
    ) {
        from += 1 + usize::from(tokens.is(from + 1, '.'));
    }
    if !is_name_part(tokens, from) {
        return None;
    }
    let mut next = from + 1;
    let mut parts = 1;
    while parts < 4 && !tokens.begins_line(next) {
        if tokens.is(next, '-') && tokens.is_joined(next) && is_name_part(tokens, next + 1) {
            next += 2;
        } else if matches!(tokens.letters(next), "von" | "van" | "de" | "zu")
            && is_name_part(tokens, next + 1)
        {
            next += 2;
            parts += 1;
        } else if is_name_part(tokens, next) {
            next += 1;
            parts += 1;
        } else {
            break;
        }
    }
    let has_title = from > at;
    ((2..=3).contains(&parts) || has_title && parts == 1).then_some((from, next))
}

/// Addresses for mail and telephone numbers of a passage.
fn mail(text: &str) -> Option<Range<usize>> {
    let at = text.find('@')?;
    let is_part = |it: char| it.is_alphanumeric() || matches!(it, '.' | '-' | '_' | '+');
    let head = text.get(..at)?;
    let begin = at
        - head
            .chars()
            .rev()
            .take_while(|it| is_part(*it))
            .map(char::len_utf8)
            .sum::<usize>();
    let tail = text.get(at + 1..)?;
    let length: usize = tail
        .chars()
        .take_while(|it| is_part(*it))
        .map(char::len_utf8)
        .sum();
    let end = at + 1 + tail.get(..length)?.trim_end_matches(['.', '-']).len();
    (begin < at && text.get(at + 1..end)?.contains('.')).then_some(begin..end)
}

/// A telephone number: behind "Tel.", or digits that begin with 0 or +49 and are long enough.
fn phone(text: &str) -> Option<Range<usize>> {
    let tokens = Tokens::of(text);
    (0..tokens.len()).find_map(|at| {
        let plus = tokens.is(at, '+');
        let begins = plus
            || tokens
                .get(at)
                .is_some_and(|it| it.kind == TokenKind::Number)
                && tokens.letters(at).starts_with('0');
        if !begins || tokens.is_joined(at) && at > 0 && !tokens.is_one_of(at - 1, &[':', '(', '.'])
        {
            return None;
        }
        let mut digits = 0;
        let mut next = at;
        let mut end = at;
        while next < at + 14 && next < tokens.len() {
            if tokens.begins_line(next) && next > at {
                break;
            }
            if tokens
                .get(next)
                .is_some_and(|it| it.kind == TokenKind::Number)
            {
                digits += tokens.letters(next).len();
                end = next + 1;
            } else if !tokens.is_one_of(next, &['-', '–', '/', '(', ')', '+', '.', ' ']) {
                break;
            }
            next += 1;
        }
        let count = end - at;
        let is_day = tokens.is(at + 1, '.') && tokens.letters(at).len() <= 2;
        ((7..=15).contains(&digits) && count >= 1 && !is_day)
            .then(|| tokens.start(at)..tokens.end_before(end))
    })
}

/// Whom to ask: people and offices beside an address or a number.
pub(crate) fn contacts(context: &Context<'_>) -> Vec<ContactDraft> {
    let mut found: Vec<ContactDraft> = Vec::new();
    let blocks = &context.page.blocks;
    for (at, block) in blocks.iter().enumerate() {
        if block.zone == Zone::Related || found.len() >= MOST {
            continue;
        }
        for line in crate::finding::context::sentences(context.text(), &block.span) {
            let words = context.words(&line);
            let (mail, phone) = (mail(words), phone(words));
            if mail.is_none() && phone.is_none() || is_fax(words) {
                continue;
            }
            let text = |span: Option<Range<usize>>| span.map(|it| cut(words, it).to_owned());
            let mut contact = ContactDraft {
                mail: text(mail),
                phone: text(phone),
                passage: passage(context, &line),
                confidence: 60,
                ..ContactDraft::default()
            };
            name_contact(context, at, &line, &mut contact);
            join(&mut found, contact);
        }
    }
    found
}

fn is_fax(words: &str) -> bool {
    let lower = words.to_lowercase();
    lower.contains("fax") && !lower.contains("tel") && !lower.contains('@')
}

/// Looks for who it is: in the line, in the lines before it, in the parts above.
fn name_contact(context: &Context<'_>, at: usize, line: &Range<usize>, contact: &mut ContactDraft) {
    let blocks = &context.page.blocks;
    let block_start = blocks.get(at).map_or(line.start, |it| it.span.start);
    let mut regions = vec![line.clone()];
    if block_start < line.start {
        regions.push(block_start..line.start);
    }
    for back in 1..=3 {
        if let Some(above) = at.checked_sub(back).and_then(|it| blocks.get(it))
            && above.span.len() < 160
            && above.zone == blocks.get(at).map_or(Zone::Main, |it| it.zone)
        {
            regions.push(above.span.clone());
        }
    }
    for region in regions {
        let words = context.words(&region);
        let tokens = Tokens::of(words);
        let hit = (0..tokens.len()).rev().find_map(|it| {
            person(&tokens, it).map(|(from, until)| {
                let from = (from.saturating_sub(1)..=from)
                    .find(|it| person(&tokens, *it).is_some())
                    .unwrap_or(from);
                (from, until)
            })
        });
        if contact.function.is_none() {
            contact.function = function_in(&tokens);
        }
        if let Some((from, until)) = hit
            && contact.name.is_none()
        {
            let from = first_of_run(&tokens, from);
            contact.name =
                Some(cut(words, tokens.start(from)..tokens.end_before(until)).to_owned());
            contact.function = function_behind(&tokens, until).or(contact.function.take());
            contact.confidence = 80;
        }
        if contact.name.is_some() {
            break;
        }
    }
}

/// The first part of a name whose last parts were found.
fn first_of_run(tokens: &Tokens<'_>, from: usize) -> usize {
    let mut first = from;
    while let Some(before) = first.checked_sub(1) {
        if !is_name_part(tokens, before) || tokens.begins_line(first) || from - before > 2 {
            break;
        }
        first = before;
    }
    first
}

/// "Vorname Name, Leitung der Werkstatt": what stands behind a name and a comma.
fn function_behind(tokens: &Tokens<'_>, at: usize) -> Option<String> {
    if !tokens.is_one_of(at, &[',', '(', '|', '–', '-']) && !tokens.begins_line(at) {
        return None;
    }
    let from = at + usize::from(!tokens.begins_line(at));
    let until = (from..tokens.len().min(from + 10))
        .find(|it| {
            tokens.is_one_of(*it, &[',', ')', '.', ';', '|', ':'])
                || tokens.begins_line(*it) && *it > from
        })
        .unwrap_or(tokens.len().min(from + 10));
    let words = cut(tokens.text, tokens.start(from)..tokens.end_before(until)).trim();
    let has_function = (from..until).any(|it| tokens.word(it).is_some_and(is_function));
    let is_office = words.starts_with("Fachbereich")
        || words.starts_with("Abteilung")
        || words.starts_with("Referat");
    ((has_function || is_office) && words.len() > 3).then(|| words.to_owned())
}

fn function_in(tokens: &Tokens<'_>) -> Option<String> {
    (0..tokens.len()).find_map(|at| {
        let word = tokens
            .word(at)
            .filter(|it| is_function(it) && is_big(tokens, at))?;
        Some(word.to_owned())
    })
}

/// Puts a contact to one that is the same person or the same line's.
fn join(found: &mut Vec<ContactDraft>, contact: ContactDraft) {
    let same = found.iter_mut().find(|it| {
        contact.mail.is_some() && it.mail == contact.mail
            || contact.phone.is_some() && it.phone == contact.phone
            || contact.name.is_some() && it.name == contact.name
            || it.name == contact.name
                && it.passage.end.abs_diff(contact.passage.start) < 60
                && (it.mail.is_none() || contact.mail.is_none())
                && (it.phone.is_none() || contact.phone.is_none())
    });
    match same {
        Some(other) => {
            other.mail = other.mail.take().or(contact.mail);
            other.phone = other.phone.take().or(contact.phone);
            other.name = other.name.take().or(contact.name);
            other.function = other.function.take().or(contact.function);
        }
        None => found.push(contact),
    }
}

/// Who speaks at a gathering: behind "Referentin:", "Gast:", "mit:", or in an agenda's last column.
pub(crate) fn speakers(
    context: &Context<'_>,
    it: &Candidate,
    entry: &[Range<usize>],
) -> Vec<Speaker> {
    const LABELS: &[&str] = &[
        "gast:",
        "gäste:",
        "referent:",
        "referentin:",
        "referierende:",
        "referent*in:",
        "referent/in:",
        "mit:",
        "es spricht",
        "vortrag von",
        "moderation:",
        "referenten:",
    ];
    let mut found: Vec<Speaker> = Vec::new();
    let mut is_open = false;
    let own = [it.sentence.clone()];
    for region in own.iter().chain(entry) {
        for line in crate::finding::context::sentences(context.text(), region) {
            let words = context.words(&line);
            let lower = words.to_lowercase();
            let label = LABELS
                .iter()
                .find_map(|it| lower.find(it).map(|at| at + it.len()));
            let begin = match label {
                Some(at) => at,
                None if is_open => 0,
                None => continue,
            };
            is_open = label.is_some() && words.get(begin..).is_some_and(|it| it.trim().len() < 3)
                || is_open && label.is_none();
            let Some(rest) = words.get(begin..) else {
                continue;
            };
            let Some(speaker) = speaker(rest, passage(context, &line)) else {
                is_open &= label.is_some();
                continue;
            };
            if found.len() < 20 && !found.iter().any(|it| it.name == speaker.name) {
                found.push(speaker);
            }
        }
    }
    found
}

/// "Vorname Name, Geschäftsführung Jobcenter Gera": name, function, body.
fn speaker(words: &str, passage: crate::drafts::Passage) -> Option<Speaker> {
    let tokens = Tokens::of(words);
    let (at, (_, until)) =
        (0..tokens.len().min(3)).find_map(|at| person(&tokens, at).map(|it| (at, it)))?;
    let name = cut(words, tokens.start(at)..tokens.end_before(until)).to_owned();
    let rest = cut(words, tokens.end_before(until)..words.len())
        .trim_start_matches([',', ' ', '(', '–', '-', '|'])
        .trim_end_matches([')', '.', ' ', ';']);
    let rest = rest.split([';', '(']).next().unwrap_or("").trim();
    let parts = Tokens::of(rest);
    let head = (0..parts.len()).find(|at| parts.word(*at).is_some_and(is_function));
    let (function, body) = match head {
        Some(at) => {
            let end = parts.end_before(at + 1);
            let body = cut(rest, end..rest.len()).trim_start_matches([',', ' ']);
            let body = [
                "der ", "des ", "beim ", "bei der ", "bei ", "vom ", "von der ", "im ",
            ]
            .iter()
            .find_map(|it| body.strip_prefix(it))
            .unwrap_or(body);
            (Some(cut(rest, 0..end).to_owned()), Some(body.to_owned()))
        }
        None => (None, Some(rest.to_owned())),
    };
    Some(Speaker {
        name,
        function: function.filter(|it| !it.is_empty()),
        body: body.filter(|it| it.len() > 2),
        passage,
    })
}
