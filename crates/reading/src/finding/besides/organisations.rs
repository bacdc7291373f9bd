//! Organisations: names that end or begin as such names do, and those in front of short forms
//! of law.

use std::sync::LazyLock;

use crate::grammar::tokens::{WordList, list};
use std::collections::HashSet;
use std::ops::Range;

use crate::drafts::Said;
use crate::finding::context::Context;
use crate::finding::places::passage;
use crate::grammar::tokens::{Tokens, cut};
use crate::grammar::{names, towns};
use crate::page::Zone;

/// The most of a page.
const MOST: usize = 120;

/// Words that name an organisation by themselves or with what follows.
static HEADS: WordList = LazyLock::new(|| {
    list(
        "verein verband landesverband kreisverband ortsverband bundesverband dachverband jobcenter \
    ministerium universität uniklinik universitätsklinikum hochschule volkshochschule vhs \
    verbraucherzentrale stiftung genossenschaft kammer behörde landratsamt \
    kreisgruppe regionaldirektion bundesagentur beirat landesjugendamt \
    arbeitsgemeinschaft netzwerk initiative bündnis grundschule gymnasium gesamtschule pfarrei \
    kirchengemeinde gemeinde stadt landkreis kreis bezirk freiwilligenagentur bürgerstiftung \
    förderverein ortsgruppe geschäftsstelle kita kindertagesstätte mehrgenerationenhaus \
    nachbarschaftshaus bildungshaus familienzentrum stadtverwaltung kreisverwaltung \
    gemeindeverwaltung sozialamt jugendamt gesundheitsamt ordnungsamt schulamt arbeitskreis \
    fachstelle beratungsstelle caritas diakonie awo drk diakoniewerk kirchspiel mütterhilfe tafel \
    amt kontaktstelle selbsthilfekontaktstelle selbsthilfegruppe helferkreis freundeskreis \
    förderkreis unterstützerkreis bürgerinitiative lebenshilfe nachbarschaftshilfe \
    flüchtlingshilfe feuerwehr jugendring kreisjugendring kolpingsfamilie ortsrat \
    pfarrgemeinderat seniorenrat jugendzentrum jugendhaus",
    )
});

/// How names of organisations end.
static TAILS: WordList = LazyLock::new(|| {
    list(
        "verein verband beirat stiftung kammer initiative netzwerk agentur zentrale werk ministerium \
    bund bündnis gemeinschaft gruppe gesellschaft institut fakultät klinik portal dienst agenda \
    laden labore lab büro amt ausschuss verbund kirchenrat stadtrat gemeinderat kreistag verwaltung kreis \
    feuerwehr jugendring",
    )
});

/// Words that end like such names and are none.
static NO_NAMES: WordList = LazyLock::new(|| {
    list(
        "zielgruppe altersgruppe kleingruppe zivilgesellschaft ehrenamt gesamt insgesamt infoportal \
    datenportal mittagsdienst winterdienst öffentlicher notdienst bereitschaftsdienst netzwerk \
    arbeitsgruppe lebensgemeinschaft hausgemeinschaft gemeinschaft gesellschaft feuerwerk kunstwerk \
    stockwerk handwerk nachtdienst abschluss freiwilligendienst bundesfreiwilligendienst kinderladen \
    umkreis personenkreis teilnehmerkreis bekanntenkreis wahlkreis kundenkreis stuhlkreis \
    adressatenkreis familienkreis interessentenkreis gesprächskreis selbstverwaltung wohngruppe lerngruppe krabbelgruppe spielgruppe tagesordnung gottesdienst",
    )
});

/// Heads that take only the name of a town or Land with them.
const PLACES: &[&str] = &["stadt", "landkreis", "kreis", "gemeinde", "bezirk"];

/// Words before a name that do not belong to it.
const LEADS: &[&str] = &[
    "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einer", "als", "zum", "zur",
    "im", "am", "vom", "beim", "liebe", "unser", "unsere", "jede", "jeder", "dieser", "diese",
    "für", "mit", "von", "bei", "und", "neue", "neuer", "neues",
];

/// Short forms of law.
const FORMS: &[&str] = &[
    "ev", "gmbh", "ggmbh", "ag", "gag", "eg", "mbh", "kg", "ug", "kdör",
];

pub(crate) fn find(context: &Context<'_>) -> Vec<Said> {
    let mut found: Vec<Said> = Vec::new();
    let mut seen = HashSet::new();
    for block in &context.page.blocks {
        if block.zone == Zone::Related || found.len() >= MOST {
            continue;
        }
        let tokens = Tokens::of(context.words(&block.span));
        let mut at = 0;
        while at < tokens.len() {
            match name(context, &tokens, at) {
                Some(span)
                    if block.zone == Zone::Main || has_form(cut(tokens.text, span.clone())) =>
                {
                    let until = tokens.at_offset(span.end);
                    let span = block.span.start + span.start..block.span.start + span.end;
                    let passage = passage(context, &span);
                    let value = passage.words.replace('\n', " ");
                    let is_of = at > 0 && tokens.lower(at - 1) == "des";
                    let value = if is_of {
                        without_genitive(&value)
                    } else {
                        value
                    };
                    if seen.insert(value.to_lowercase()) {
                        found.push(Said { value, passage });
                    }
                    at = until.max(at + 1);
                }
                _ => at += 1,
            }
        }
    }
    without_parts(found)
}

/// A shorter name that a longer one holds says nothing more.
fn without_parts(found: Vec<Said>) -> Vec<Said> {
    let names: Vec<String> = found.iter().map(|it| it.value.to_lowercase()).collect();
    found
        .into_iter()
        .filter(|it| {
            let lower = it.value.to_lowercase();
            !names.iter().any(|other| {
                *other != lower && other.starts_with(&lower) && lower.len() * 2 > other.len()
            })
        })
        .collect()
}

fn has_form(name: &str) -> bool {
    let last = name
        .rsplit(' ')
        .next()
        .unwrap_or("")
        .replace('.', "")
        .to_lowercase();
    FORMS.contains(&last.as_str()) || name.ends_with("V.")
}

fn is_big(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens
        .word(at)
        .and_then(|it| it.chars().next())
        .is_some_and(char::is_uppercase)
}

/// The name of an organisation that begins at a token.
fn name(context: &Context<'_>, tokens: &Tokens<'_>, at: usize) -> Option<Range<usize>> {
    let is_lead = tokens.word(at).is_some_and(|it| {
        LEADS.contains(&it.to_lowercase().as_str()) || super::persons::is_function(it)
    });
    if !is_big(tokens, at)
        || at > 0 && tokens.is(at - 1, '-') && tokens.is_joined(at)
        || is_lead && !tokens.is(at + 1, '-')
    {
        return None;
    }
    let (until, form) = run(tokens, at);
    if let Some(form) = form {
        return Some(tokens.start(at)..tokens.end_before(form));
    }
    let Some(mut end) = named_end(tokens, at, until) else {
        return acronym(tokens, at);
    };
    // A head may take the rest of the run; a town behind it belongs to it.
    while end < until && tokens.word(end).is_some_and(|it| context.knows_town(it)) {
        end += 1;
    }
    if tokens.is(end, '-') || end < until && tokens.is_joined(end) {
        end = until;
    }
    let span = tokens.start(at)..tokens.end_before(end);
    let words = cut(tokens.text, span.clone());
    let is_alone = !words.contains([' ', '-']);
    let is_plain = is_alone
        && HEADS.contains(&words.to_lowercase().as_str())
        && words != "Jobcenter"
        && (!words.ends_with("amt") || words == "Amt");
    (!is_plain && words.chars().count() >= 4).then_some(span)
}

/// Where the name ends in a run of capitalised words that has a head or a tail of such names.
fn named_end(tokens: &Tokens<'_>, at: usize, until: usize) -> Option<usize> {
    let mut end = None;
    for place in at..until {
        let Some(word) = tokens.word(place) else {
            continue;
        };
        let lower = word.to_lowercase();
        let stem = lower.strip_suffix('s').unwrap_or(&lower);
        let is_other = [lower.as_str(), stem]
            .iter()
            .any(|it| NO_NAMES.contains(it))
            || crate::finding::words::is_gathering_word(&lower);
        let is_head = HEADS.contains(&lower.as_str()) || HEADS.contains(&stem);
        let is_tail = !is_other
            && TAILS.iter().any(|it| {
                lower.ends_with(it) && lower.len() > it.len() + 2
                    || stem.ends_with(it) && stem.len() > it.len() + 2
            });
        // "Infoabend der Stadt Gera": the name begins at its head.
        let is_linked = place > at
            && matches!(
                tokens.lower(place - 1).as_str(),
                "der" | "des" | "und" | "für"
            )
            && end.is_none();
        if is_linked && (is_head || is_tail) {
            return None;
        }
        // "Bundesamt für Verkehr und Wege": what it is for belongs to it.
        if (is_head || is_tail) && tokens.lower(place + 1) == "für" && place + 2 < until {
            return Some(until);
        }
        let is_place = PLACES.contains(&lower.as_str()) || PLACES.contains(&stem);
        if is_head && is_place && place + 1 < until && is_big(tokens, place + 1) {
            return Some(place_end(tokens, place + 1, until));
        }
        if is_head && place + 1 < until {
            return Some(until);
        }
        // "Pflegedienst Oberland": one word more belongs to it.
        if is_tail && place + 2 == until && is_name_behind(tokens, place + 1) {
            return Some(until);
        }
        if is_tail || is_head && place > at {
            end = Some(place + 1);
        }
    }
    end
}

/// "Weimar/Weimarer Land", "Rhein-Sieg": a name with what is joined to it.
fn place_end(tokens: &Tokens<'_>, at: usize, until: usize) -> usize {
    let mut end = at + 1;
    while end < until && (tokens.is_one_of(end, &['-', '/']) || tokens.is_joined(end)) {
        end += 1;
    }
    let goes_on = matches!(tokens.lower(end).as_str(), "land" | "kreis")
        || matches!(tokens.letters(at), "Bad" | "Sankt");
    end + usize::from(end < until && goes_on)
}

/// A word of its own that is neither a gathering nor somebody.
fn is_name_behind(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.word(at).is_some_and(|it| {
        !super::persons::is_function(it)
            && !crate::finding::words::is_gathering_word(&it.to_lowercase())
            && it.chars().count() > 3
    }) && is_big(tokens, at)
        && !tokens.is_joined(at)
}

/// Whether the name of an organisation begins at a token.
pub(super) fn begins(context: &Context<'_>, tokens: &Tokens<'_>, at: usize) -> bool {
    name(context, tokens, at).is_some()
        || tokens.word(at).is_some_and(|it| {
            let lower = it.to_lowercase();
            is_big(tokens, at)
                && (HEADS.contains(&lower.as_str())
                    || TAILS.iter().any(|tail| lower.ends_with(tail))
                        && !NO_NAMES.contains(&lower.as_str()))
        })
}

/// "Jobcenters Gera" as it is called by itself: "Jobcenter Gera".
pub(super) fn without_genitive(name: &str) -> String {
    let (first, rest) = name
        .split_once(' ')
        .map_or((name, ""), |(first, rest)| (first, rest));
    let ends = [
        "amtes",
        "amts",
        "centers",
        "vereines",
        "vereins",
        "verbandes",
        "verbands",
        "zentrums",
        "instituts",
        "ministeriums",
        "werkes",
        "werks",
        "bundes",
        "netzwerks",
        "netzwerkes",
        "büros",
        "kreises",
        "beirates",
        "beirats",
        "dienstes",
        "ausschusses",
        "portals",
    ];
    let Some(end) = ends.iter().find(|it| first.to_lowercase().ends_with(**it)) else {
        return name.to_owned();
    };
    let length = if end.ends_with("es") { 2 } else { 1 };
    let stem = cut(first, 0..first.len() - length);
    if rest.is_empty() {
        stem.to_owned()
    } else {
        format!("{stem} {rest}")
    }
}

/// Names of capitals alone: HVV, EKD.
fn acronym(tokens: &Tokens<'_>, at: usize) -> Option<Range<usize>> {
    static NO_SHORT_FORMS: WordList = LazyLock::new(|| {
        list(
            "PDF CD DVD EUR IBAN BIC URL FAQ TOP AGB DSGVO OK NACH OBEN SGB PC USB UND WebEx YouTube \
        ÖPNV WLAN SOCIAL MEDIA NEU INFO HTML ISBN MwSt GmbH LiveStream JavaScript WhatsApp LinkedIn \
        PayPal SEPA EDV BGB STGB ABC",
        )
    });
    let word = tokens.word(at)?;
    // In a line of capitals, capitals say nothing; numbers of Rome are none of a body.
    let is_capital = |at: usize| {
        tokens
            .word(at)
            .is_some_and(|it| it.chars().count() > 2 && it.chars().all(char::is_uppercase))
    };
    let is_shouted = is_capital(at)
        && (at.checked_sub(1).is_some_and(is_capital)
            || is_capital(at + 1)
            || tokens.len() == 1 && word.chars().count() > 6);
    if is_shouted || word.chars().all(|it| matches!(it, 'I' | 'V' | 'X')) {
        return None;
    }
    let big = word.chars().filter(|it| it.is_uppercase()).count();
    let count = word.chars().count();
    let is_name = big >= 3 && big * 2 > count
        || big >= 2 && count >= 5 && word.chars().skip(1).any(char::is_uppercase);
    // "Multiple Sklerose (MS)" shortens what stands before it, mostly no body.
    let is_short_form = at.checked_sub(1).is_some_and(|it| tokens.is(it, '('))
        && tokens.is(at + 1, ')')
        && !at.checked_sub(2).is_some_and(|it| {
            let lower = tokens.lower(it);
            TAILS.iter().any(|tail| lower.ends_with(tail)) || HEADS.contains(&lower.as_str())
        });
    (is_name
        && !is_short_form
        && count >= 3
        && !NO_SHORT_FORMS.contains(&word)
        && !word.ends_with("Innen")
        && !word.contains("Innen"))
    .then(|| tokens.start(at)..tokens.end_before(at + 1))
}

/// How far a run of capitalised words goes; where a form of law ends it.
fn run(tokens: &Tokens<'_>, at: usize) -> (usize, Option<usize>) {
    let mut next = at;
    let mut end = at;
    while next < tokens.len() && next < at + 14 {
        if next > at && tokens.begins_line(next) {
            break;
        }
        if let Some(behind) = saint(tokens, next) {
            next = behind;
            continue;
        }
        if let Some(close) = quoted(tokens, next).filter(|_| next > at) {
            (next, end) = (close, close);
            continue;
        }
        let word = tokens.word(next);
        if let Some(word) = word {
            let lower = word.to_lowercase();
            if lower == "e" && tokens.is(next + 1, '.') && tokens.lower(next + 2) == "v" {
                return (end, Some(next + 3 + usize::from(tokens.is(next + 3, '.'))));
            }
            if FORMS.contains(&lower.as_str()) && next > at {
                return (end, Some(next + 1));
            }
            let is_time = names::month(word).is_some_and(|(_, short)| !short)
                || names::weekday(word).is_some_and(|(_, short)| !short);
            if is_big(tokens, next) && !is_time || tokens.is_joined(next) && next > at {
                next += 1;
                end = next;
                continue;
            }
            let links = matches!(
                lower.as_str(),
                "der" | "des" | "für" | "und" | "zur" | "in" | "im" | "am" | "von" | "vom"
            );
            let leads_to_form = matches!(lower.as_str(), "und")
                && (next + 2..next + 5).any(|it| {
                    let word = tokens.lower(it);
                    FORMS.contains(&word.as_str())
                        || word == "e" && tokens.is(it + 1, '.') && tokens.lower(it + 2) == "v"
                });
            if links
                && is_big(tokens, next + 1)
                && next > at
                && (joins(tokens, at, next) || leads_to_form)
            {
                next += 1;
                continue;
            }
            break;
        }
        let is_mark = tokens.is_one_of(next, &['-', '/', '&', ':', '.']) && tokens.is_joined(next)
            || tokens.is(next, '&');
        let joined = tokens.is_joined(next + 1) || tokens.is(next, '&');
        if is_mark && joined && next > at {
            next += 1;
            continue;
        }
        // "für Soziales, Arbeit und Gesundheit" of ministries.
        if tokens.is(next, ',')
            && tokens.lower(at).ends_with("ministerium")
            && is_big(tokens, next + 1)
        {
            next += 1;
            continue;
        }
        break;
    }
    (end, None)
}

/// "Pfarrei St. Georg": where the name behind "St." begins.
fn saint(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let is_saint = matches!(tokens.letters(at), "St" | "Hl");
    (is_saint && tokens.is(at + 1, '.') && is_big(tokens, at + 2)).then_some(at + 2)
}

/// Where a name in quotation marks ends that stands behind what kind of body it is:
/// "Musikverein „Harmonie“".
fn quoted(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let is_open = tokens.is_one_of(at, &['„', '»', '"', '“']) && is_big(tokens, at + 1);
    let is_body = at.checked_sub(1).is_some_and(|it| {
        let lower = tokens.lower(it);
        TAILS.iter().any(|tail| lower.ends_with(tail)) || HEADS.contains(&lower.as_str())
    });
    let close = (at + 2..at + 7).find(|it| tokens.is_one_of(*it, &['“', '”', '«', '"']))?;
    (is_open && is_body).then_some(close + 1)
}

/// Which small words go on with a name: "für" and "der" behind a head, "in" before a Land or town.
fn joins(tokens: &Tokens<'_>, from: usize, at: usize) -> bool {
    let heads = (from..at).any(|it| {
        let lower = tokens.lower(it);
        HEADS.contains(&lower.as_str()) || TAILS.iter().any(|tail| lower.ends_with(tail))
    });
    match tokens.lower(at).as_str() {
        "in" => {
            heads
                && tokens
                    .word(at + 1)
                    .is_some_and(|it| towns::is_common(it) || towns::is_known(it))
                && tokens.lower(from).ends_with("ministerium")
        }
        "und" => {
            tokens.lower(from).ends_with("ministerium")
                || (from..at).any(|it| tokens.lower(it) == "für")
        }
        "am" | "im" | "vom" | "von" => false,
        _ => heads || tokens.lower(at) == "der" && at == from + 2,
    }
}
