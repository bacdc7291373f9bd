//! Whom to ask: people and offices, with function, mail and telephone.

use std::ops::Range;

use super::affiliation::{behind, function_before};
use super::mails::{mails, phones};
use super::organisations;
use super::persons::{continues, is_big, is_function, person};
use crate::drafts::ContactDraft;
use crate::finding::context::{Context, sentences};
use crate::finding::places::passage;
use crate::grammar::tokens::{Tokens, cut};
use crate::grammar::{places, towns};
use crate::page::Zone;

/// The most contacts of a page.
const MOST: usize = 60;
/// The longest line that may name somebody for the lines below it.
const SHORT: usize = 90;

/// Whom to ask: people and offices beside an address or a number.
pub(crate) fn contacts(context: &Context<'_>) -> Vec<ContactDraft> {
    let mut found: Vec<ContactDraft> = Vec::new();
    for (at, block) in context.page.blocks.iter().enumerate() {
        if block.zone == Zone::Related || found.len() >= MOST {
            continue;
        }
        for line in sentences(context.text(), &block.span) {
            for contact in of_line(context, at, &line) {
                join(&mut found, contact);
            }
        }
    }
    found
}

/// The contacts of a line: one for each address, or for each number where there are no addresses.
fn of_line(context: &Context<'_>, at: usize, line: &Range<usize>) -> Vec<ContactDraft> {
    let words = context.words(line);
    let (mails, phones) = (mails(words), phones(words));
    let count = if mails.len() <= 1 {
        usize::from(!mails.is_empty() || !phones.is_empty())
    } else {
        mails.len()
    };
    let mut found = Vec::new();
    let mut begin = 0;
    for number in 0..count {
        let (mail, phone) = (mails.get(number), phones.get(number));
        let spans = mail.map(|(span, _)| span).into_iter().chain(phone);
        let reach = spans
            .clone()
            .map(|it| it.start)
            .min()
            .unwrap_or(words.len());
        let end = spans.map(|it| it.end).max().unwrap_or(words.len());
        let mut contact = ContactDraft {
            mail: mail.map(|(_, address)| address.clone()),
            phone: phone.map(|it| cut(words, it.clone()).to_owned()),
            passage: passage(context, line),
            confidence: 60,
            ..ContactDraft::default()
        };
        let lead = cut(words, begin..reach.max(begin));
        if !name_in(context, lead, &mut contact) && count == 1 {
            let rest = cut(words, end..words.len());
            let is_named = contact.function.is_some()
                || name_in(context, rest, &mut contact)
                || office_in(context, lead, &mut contact);
            if !is_named {
                name_above(context, at, line, &mut contact);
            }
        }
        begin = end;
        found.push(contact);
    }
    found
}

/// A person in the words of a line, the last; says whether there is one.
fn name_in(context: &Context<'_>, words: &str, contact: &mut ContactDraft) -> bool {
    let tokens = Tokens::of(words);
    let mut last = None;
    let mut at = 0;
    while at < tokens.len() {
        let Some(person) = person(&tokens, at) else {
            at += 1;
            continue;
        };
        let lead = tokens.lower(at.wrapping_sub(1));
        let is_thing = matches!(
            lead.as_str(),
            "der" | "die" | "das" | "vom" | "zum" | "zur" | "im" | "am"
        ) && !person.is_ranked;
        let goes_on = !person.is_ranked && continues(&tokens, at);
        let is_body = goes_on || organisations::begins(context, &tokens, person.from);
        let is_street = places::street_at(&tokens, person.from).is_some();
        if !(is_thing || is_body || is_street) {
            last = Some(person);
        }
        at = person.until;
    }
    let Some(person) = last else {
        return false;
    };
    let after = behind(context, &tokens, person.until);
    let rest = cut(words, tokens.end_before(person.until)..words.len());
    contact.name = Some(
        cut(
            words,
            tokens.start(person.from)..tokens.end_before(person.until),
        )
        .to_owned(),
    );
    contact.function = after
        .function
        .or_else(|| segment_behind(rest).filter(|it| is_office(context, it)))
        .or_else(|| label_before(&tokens, person.from))
        .or_else(|| function_before(&tokens, person.from).and_then(|it| it.function))
        .or_else(|| segment_behind(rest))
        .or_else(|| segment_before(context, cut(words, 0..tokens.start(person.from))));
    contact.confidence = 80;
    true
}

/// "Vorsitz: Vorname Name": the label, unless it only says that one may ask.
fn label_before(tokens: &Tokens<'_>, at: usize) -> Option<String> {
    let mark = at.checked_sub(1).filter(|it| tokens.is(*it, ':'))?;
    let mut from = mark;
    while from > 0
        && mark - from < 3
        && tokens.word(from - 1).is_some()
        && !tokens.begins_line(from)
    {
        from -= 1;
    }
    let opens = from == 0 || tokens.begins_line(from) || tokens.word(from - 1).is_none();
    let words = cut(tokens.text, tokens.start(from)..tokens.end_before(mark));
    (from < mark && opens && is_big(tokens, from) && !is_asking(words)).then(|| words.to_owned())
}

/// Labels that say no more than that one may ask there.
fn is_asking(words: &str) -> bool {
    let lower = words.to_lowercase();
    [
        "kontakt",
        "ansprech",
        "anmeld",
        "info",
        "frage",
        "tel",
        "mail",
        "mobil",
        "rückmeld",
        "fax",
        "auskunft",
        "bei ",
        "ort",
        "wo",
        "anfrage",
        "bewerb",
        "handy",
        "herausgeber",
        "redaktion",
        "verantwortlich",
        "impressum",
        "adresse",
        "protokoll",
    ]
    .iter()
    .any(|it| lower.starts_with(it) || lower.ends_with("kontakt"))
}

/// ", Öffentlichkeitsarbeit," between a name and a number.
fn segment_behind(rest: &str) -> Option<String> {
    let rest = rest.trim_start();
    let rest = rest
        .strip_prefix(',')
        .or_else(|| rest.strip_prefix('|'))
        .or_else(|| rest.strip_prefix('–'))
        .or_else(|| rest.strip_prefix('·'))?;
    let words = rest
        .split([',', '|', '·', ';', ':', '–', '('])
        .next()?
        .trim();
    is_role(words).then(|| words.to_owned())
}

/// "Sekretariat," before a name.
fn segment_before(context: &Context<'_>, lead: &str) -> Option<String> {
    let lead = lead.trim_end();
    let lead = lead.strip_suffix(',').or_else(|| lead.strip_suffix('|'))?;
    let words = lead.rsplit([',', '|', '·', ';', ':']).next()?.trim();
    (is_role(words) && is_office(context, words)).then(|| words.to_owned())
}

/// Whether words may say what somebody does: few, without figures, no label, no street.
fn is_role(words: &str) -> bool {
    let tokens = Tokens::of(words);
    let count = words.chars().count();
    (4..=60).contains(&count)
        && tokens.len() <= 8
        && is_big(&tokens, 0)
        && !words.contains(|it: char| it.is_ascii_digit() || matches!(it, '@' | '?' | '!'))
        && !words.ends_with('.')
        && !is_asking(words)
        && !towns::is_known(words)
}

/// Whether words name a part of an office, or a body.
fn is_office(context: &Context<'_>, words: &str) -> bool {
    let tokens = Tokens::of(words);
    let ends = [
        "amt",
        "büro",
        "stelle",
        "dienst",
        "sekretariat",
        "abteilung",
        "referat",
        "fachbereich",
        "dezernat",
        "zentrale",
        "verwaltung",
        "beratung",
        "agentur",
        "telefon",
    ];
    (0..tokens.len()).any(|at| {
        let word = tokens.lower(at);
        is_big(&tokens, at) && word != "telefon" && ends.iter().any(|it| word.ends_with(it))
    }) || (0..tokens.len().min(3)).any(|at| organisations::begins(context, &tokens, at))
}

/// The office that a line names before the number: "Fachdienst Soziales · Telefon".
fn office_in(context: &Context<'_>, lead: &str, contact: &mut ContactDraft) -> bool {
    let office = lead
        .rsplit([',', '|', '·', ';', ':', '–', '(', '\n'])
        .map(|it| it.trim().trim_end_matches(['.', ')']))
        .filter(|it| is_role(it))
        .find(|it| is_office(context, it));
    let office = office.map(str::to_owned).or_else(|| {
        // "ruft bitte im Pfarrbüro an"
        let tokens = Tokens::of(lead);
        (1..tokens.len())
            .filter(|at| matches!(tokens.lower(at - 1).as_str(), "im" | "beim" | "der" | "das"))
            .filter_map(|at| tokens.word(at))
            .find(|it| {
                let lower = it.to_lowercase();
                ["büro", "sekretariat", "geschäftsstelle"]
                    .iter()
                    .any(|end| lower.ends_with(end))
            })
            .map(str::to_owned)
    });
    let is_found = office.is_some();
    contact.function = contact.function.take().or(office);
    is_found
}

/// Looks above a line: in the lines of its part, then in the parts above, as long as they are
/// short and lead to no other number.
fn name_above(context: &Context<'_>, at: usize, line: &Range<usize>, contact: &mut ContactDraft) {
    let blocks = &context.page.blocks;
    let mut lines: Vec<(usize, Range<usize>)> = Vec::new();
    for number in (at.saturating_sub(3)..=at).rev() {
        let Some(block) = blocks.get(number) else {
            continue;
        };
        if block.zone != blocks.get(at).map_or(Zone::Main, |it| it.zone) {
            break;
        }
        let own = sentences(context.text(), &block.span);
        lines.extend(
            own.into_iter()
                .rev()
                .filter(|it| it.end <= line.start)
                .map(|it| (number, it)),
        );
    }
    let mut between = None;
    let mut body = None;
    for (number, above) in lines.into_iter().take(8) {
        let words = context.words(&above).trim();
        if !mails(words).is_empty() || !phones(words).is_empty() {
            break;
        }
        let is_prose = words.len() > SHORT || words.ends_with(['.', '!']) && words.len() > 40;
        if is_prose && number != at {
            break;
        }
        let mut other = ContactDraft::default();
        if name_in(context, words, &mut other) && (!is_prose || other.function.is_some()) {
            contact.name = other.name;
            contact.function = other.function.or(between).or(contact.function.take());
            contact.confidence = 80;
            return;
        }
        if is_prose {
            break;
        }
        if is_role(words) {
            let is_body = organisations::begins(context, &Tokens::of(words), 0);
            if is_body {
                body = body.or(Some(words.to_owned()));
            }
            between = between.or_else(|| Some(words.to_owned()).filter(|_| !is_body));
        }
    }
    let tokens = between.as_deref().map(Tokens::of);
    let is_telling = tokens
        .is_some_and(|tokens| (0..tokens.len()).any(|at| tokens.word(at).is_some_and(is_function)));
    contact.function = contact
        .function
        .take()
        .or(body)
        .or(between.filter(|_| is_telling));
}

/// Puts a contact to one that is the same person or the same line's.
fn join(found: &mut Vec<ContactDraft>, contact: ContactDraft) {
    let same = found.iter_mut().find(|it| {
        contact.mail.is_some() && it.mail == contact.mail
            || contact.phone.is_some() && it.phone == contact.phone
            || contact.name.is_some() && it.name == contact.name
            || (it.name == contact.name || contact.name.is_none() && contact.function.is_none())
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
