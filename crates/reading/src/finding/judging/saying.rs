//! What the words of a sentence say for a day's being a gathering's, and against it.

use super::Candidate;
use crate::finding::words;
use crate::grammar::tokens::Tokens;

/// The words right before a day: "am" speaks for it, "bis", "seit" and "zum" against it.
pub(super) fn by_preposition(lead: &Tokens<'_>, it: &Candidate) -> i32 {
    let count = lead.len();
    let word = |back: usize| {
        count
            .checked_sub(back)
            .map_or(String::new(), |at| lead.lower(at))
    };
    let mut back = 1;
    while matches!(
        word(back).as_str(),
        "dem" | "den" | "der" | "einschließlich"
    ) && back < 3
    {
        back += 1;
    }
    let (near, far) = (word(back), word(back + 1));
    match near.as_str() {
        "bis" | "spätestens" | "vor" => -100,
        "zum" if matches!(far.as_str(), "bis" | "spätestens") => -100,
        "am" if far == "spätestens" || far == "bis" => -100,
        "zum" | "per" => -25,
        "ab" => {
            if it.day.weekday.is_some() {
                -10
            } else {
                -40
            }
        }
        "am" | "an" => 5,
        "vom" if it.day.last.is_some() => 10,
        "vom" => -15,
        "seit" | "nach" | "geb" | "stand" => -60,
        _ if lead.is(count.wrapping_sub(1), '*') || lead.is(count.wrapping_sub(1), '†') => -60,
        _ => 0,
    }
}

/// Words of the sentence; those of the day's own part weigh full.
pub(super) fn by_words(own: &Tokens<'_>, whole: &Tokens<'_>, is_named: bool) -> i32 {
    let (mut names, mut acts, mut against) = (0, 0, 0);
    for (tokens, share) in [(own, 1), (whole, 2)] {
        for at in 0..tokens.len() {
            let word = tokens.lower(at);
            if tokens.letters(at).starts_with(char::is_uppercase) {
                if words::names_gathering_at(tokens, at) {
                    names = names.max(20 / share);
                } else if words::is_plain_name(&word) {
                    names = names.max(15 / share);
                }
            }
            if words::is_gathering_act(&word) {
                acts = acts.max(20);
            }
            // "fand … statt" says it of all things that people come to.
            let takes_place = word == "statt"
                && (0..at).any(|it| {
                    tokens.lower(it).starts_with("find") || tokens.lower(it).starts_with("fand")
                });
            if takes_place && share == 1 {
                acts = acts.max(25);
            }
            let is_of_assembly = (0..tokens.len())
                .any(|it| tokens.lower(it).ends_with("versammlung"))
                && matches!(
                    word.as_str(),
                    "gewählt"
                        | "wählte"
                        | "wählten"
                        | "beschlossen"
                        | "beschloss"
                        | "verabschiedet"
                );
            if words::is_other_act(&word) && !is_of_assembly {
                against = against.max(25);
            }
            if words::is_other_thing(&word) {
                against = against.max(if words::is_closure(&word) { 60 } else { 30 });
            }
            if word == "geschlossen" && tokens.lower(at.wrapping_sub(1)) != "uhr" {
                against = against.max(45);
            }
            if words::is_proposal(&word) && share == 1 {
                against = against.max(50);
            }
            // "steht auf dem Programm", "ist für den 17. August geplant"
            let is_planned = matches!(
                word.as_str(),
                "programm" | "tagesordnung" | "plan" | "terminkalender"
            ) && tokens.lower(at.wrapping_sub(2)) == "auf"
                || word == "geplant"
                    && (0..at).any(|it| tokens.lower(it) == "für" && tokens.lower(it + 1) == "den");
            if is_planned {
                acts = acts.max(20);
            }
            // "Die Sprechstunden fallen am 3. Mai aus"
            let falls = matches!(word.as_str(), "fällt" | "fallen");
            if falls && (at + 1..tokens.len()).any(|next| tokens.lower(next) == "aus") {
                against = against.max(60);
            }
            // "Der Unterricht beginnt am 3. September"
            if word == "unterricht" && tokens.lower(at.wrapping_sub(1)) == "der" {
                against = against.max(100);
            }
            // "ab 3.6., der Termin wird noch festgelegt"
            if word == "noch" && matches!(tokens.lower(at + 1).as_str(), "festgelegt" | "offen") {
                against = against.max(40);
            }
        }
    }
    names + acts - if is_named { against / 2 } else { against }
}

/// Whether a passage leads to a house: "im Wartesaal".
pub(super) fn has_house(own: &Tokens<'_>) -> bool {
    (1..own.len()).any(|at| {
        let leads = matches!(
            own.lower(at - 1).as_str(),
            "im" | "in" | "der" | "dem" | "den" | "am" | "beim" | "bei" | "-" | "unserem"
        ) || own.is_one_of(at - 1, &['-', '–', '—', '|', '@']);
        leads && own.word(at).is_some_and(crate::grammar::places::is_house)
    })
}

/// A name of a gathering right before the day: "des Fachtages am 8.11.", "Sitzung vom 3. Mai".
pub(super) fn by_name_before(lead: &Tokens<'_>, is_at_head: bool) -> i32 {
    let count = lead.len();
    let mut sum = 0;
    // "Protokoll der Sitzung vom …" speaks of a paper.
    let is_paper = |at: usize| {
        matches!(
            lead.lower(at).as_str(),
            "protokoll" | "protokolls" | "niederschrift" | "sitzungsprotokoll"
        )
    };
    let is_of_paper = count > 0
        && (is_paper(count - 1)
            || lead.lower(count - 1) == "vom" && (count.saturating_sub(7)..count).any(is_paper));
    // At the head of a page the paper is the page, and tells of its own sitting.
    if is_of_paper {
        return if is_at_head { 40 } else { -60 };
    }
    let noun = (count.saturating_sub(4)..count)
        .rev()
        .find(|at| lead.letters(*at).starts_with(char::is_uppercase));
    if noun.is_some_and(|at| words::is_public_vote(&lead.lower(at))) {
        return -60;
    }
    // "Rückfahrt: 13.6."
    let is_way_back = (count.saturating_sub(2)..count).any(|at| {
        matches!(
            lead.lower(at).as_str(),
            "rückkehr" | "rückfahrt" | "rückreise" | "abreise" | "heimreise"
        )
    });
    if is_way_back {
        return -80;
    }
    for back in 1..=8 {
        let Some(at) = count.checked_sub(back) else {
            break;
        };
        let word = lead.lower(at);
        if lead.is_one_of(at, &[',', ';', ')']) && back > 2 {
            break;
        }
        if words::names_gathering_at(lead, at) && lead.letters(at).starts_with(char::is_uppercase) {
            sum = if back <= 3 { 25 } else { 15 };
            break;
        }
        if words::is_plain_name(&word) {
            sum = 10;
            break;
        }
        if matches!(word.as_str(), "vorschläge" | "vorschlag" | "oder") {
            sum = -50;
            break;
        }
    }
    sum
}

/// "Am 3. Mai feierte der Verein", "am 5. Juni geht es": the verb of a report or an invitation
/// right behind the day that opens the sentence.
pub(super) fn by_verb_behind(lead: &Tokens<'_>, behind: &Tokens<'_>) -> i32 {
    let opens = lead.len() <= 2 && lead.lower(0) == "am";
    let skip = usize::from(behind.is(0, ','));
    let verb = behind.lower(skip);
    let goes = matches!(
        verb.as_str(),
        "geht" | "ging" | "fahren" | "fährt" | "fuhr" | "fuhren" | "kam"
    ) && matches!(
        behind.lower(skip + 1).as_str(),
        "es" | "wir" | "die" | "der"
    );
    // Groups tell of themselves: "Am 3. Mai haben wir den Bach geputzt".
    let is_ours = (0..behind.len().min(8)).any(|at| matches!(behind.letters(at), "wir" | "uns"));
    // "Das Protokoll vom 5. April wird genehmigt"
    let is_agreed = (0..behind.len().min(6)).any(|at| {
        matches!(
            behind.lower(at).as_str(),
            "genehmigt" | "angenommen" | "bestätigt"
        )
    });
    if is_agreed && lead.lower(lead.len().wrapping_sub(1)) == "vom" {
        return -100;
    }
    match opens {
        true if goes || is_ours || is_told_of_people(&verb) => 25,
        // "Am 4. Juli war es endlich soweit"
        true if (skip + 1..skip + 5).any(|at| behind.lower(at) == "soweit") => 25,
        true if matches!(verb.as_str(), "wurde" | "wurden" | "war" | "waren")
            && (skip + 1..behind.len()).any(|at| is_opened(&behind.lower(at))) =>
        {
            10
        }
        true if words::is_gathering_act(&verb) => 10,
        // "Am 3. Mai soll die Bestellung hinausgehen": what is to be done, and no gathering.
        true if matches!(verb.as_str(), "soll" | "sollen" | "muss" | "müssen")
            && !(0..behind.len()).any(|at| words::names_gathering_at(behind, at)) =>
        {
            -15
        }
        _ if goes_on_the_day(lead) => 25,
        _ if is_told_later(lead) => 10,
        _ if lead.len() <= 2 && is_named_by_verb(behind, skip) => 15,
        _ => 0,
    }
}

/// "vom 3. Mai auf den 7. Juni verschoben": the first day is none any more, the second is one.
pub(super) fn by_moving(lead: &Tokens<'_>, behind: &Tokens<'_>) -> i32 {
    let is_moved = (0..behind.len().min(16))
        .any(|at| matches!(behind.lower(at).as_str(), "verschoben" | "verlegt"));
    let count = lead.len();
    let word = |back: usize| {
        count
            .checked_sub(back)
            .map_or(String::new(), |at| lead.lower(at))
    };
    match is_moved {
        true if word(1) == "vom" && behind.lower(0) == "auf" => -100,
        true if word(1) == "auf" || word(2) == "auf" => 40,
        _ => 0,
    }
}

/// Verbs by which reports tell what people did on a day.
fn is_told_of_people(verb: &str) -> bool {
    matches!(
        verb,
        "machten"
            | "machte"
            | "übten"
            | "sprach"
            | "sprachen"
            | "erlebten"
            | "verbrachten"
            | "wanderten"
            | "reisten"
            | "brachen"
            | "starteten"
            | "versammelten"
            | "besichtigten"
            | "spielten"
            | "sammelten"
            | "pflanzten"
            | "demonstrierten"
            | "zogen"
            | "informierte"
            | "informierten"
            | "präsentierten"
            | "übergab"
            | "übergaben"
    )
}

/// "… wurde eingeweiht".
fn is_opened(lower: &str) -> bool {
    words::is_gathering_act(lower) || matches!(lower, "gefeiert" | "enthüllt")
}

/// "Wir wandern am 3. Mai", "Die Gruppe macht am 3. Mai einen Ausflug": who does something on a day.
pub(super) fn by_who_acts(lead: &Tokens<'_>) -> i32 {
    let count = lead.len();
    if count < 3 || lead.lower(count - 1) != "am" {
        return 0;
    }
    let near = (count.saturating_sub(5)..count).map(|at| lead.lower(at));
    let acts = near.into_iter().any(|it| {
        matches!(
            it.as_str(),
            "wir" | "macht" | "machen" | "unternimmt" | "plant" | "planen" | "hält" | "bietet"
        )
    });
    if acts { 10 } else { 0 }
}

/// "3. Mai – Kirchenkaffee", "Save the date: 3. Mai": a short line that is nothing but a day and the
/// name of a gathering.
pub(super) fn by_line(lead: &Tokens<'_>, behind: &Tokens<'_>) -> i32 {
    let said: Vec<String> = (0..lead.len()).map(|at| lead.lower(at)).collect();
    let is_saved = said.windows(3).any(|it| it == ["save", "the", "date"]);
    let is_marked = behind.is_one_of(0, &['–', '-', ':', '—', '|']);
    let is_named = (1..behind.len()).any(|at| words::names_gathering_at(behind, at));
    match (is_saved, lead.len()) {
        (true, _) => 40,
        (false, 0) if is_marked && is_named && behind.len() <= 10 => 10,
        _ => 0,
    }
}

/// "So ging es am": the verb of a trip right before the day.
fn goes_on_the_day(lead: &Tokens<'_>) -> bool {
    let word = |back: usize| {
        lead.len()
            .checked_sub(back)
            .map_or(String::new(), |at| lead.lower(at))
    };
    word(1) == "am" && word(2) == "es" && matches!(word(3).as_str(), "geht" | "ging")
}

/// "Einen Monat später, am": a report that goes on.
fn is_told_later(lead: &Tokens<'_>) -> bool {
    let count = lead.len();
    count > 3
        && lead.lower(count - 1) == "am"
        && lead.is(count - 2, ',')
        && lead.lower(count - 3) == "später"
}

/// "3. Mai ist Vollversammlung", "am 3. Mai gibt es ein Sommerfest": a day that is said to be a
/// gathering's by a verb that leads to its name.
fn is_named_by_verb(behind: &Tokens<'_>, at: usize) -> bool {
    let is_verb = matches!(
        behind.lower(at).as_str(),
        "ist" | "sind" | "gibt" | "war" | "gab" | "folgt"
    );
    is_verb
        && (at + 1..at + 6).any(|it| {
            behind.letters(it).starts_with(char::is_uppercase)
                && words::names_gathering_at(behind, it)
        })
}

/// Whether a sentence opens as those do that go on telling of a gathering.
pub(super) fn opens_telling(tokens: &Tokens<'_>) -> bool {
    let (first, second) = (tokens.lower(0), tokens.lower(1));
    match first.as_str() {
        "beginn" | "treffpunkt" | "einlass" | "start" | "abfahrt" => true,
        "geplant" => matches!(second.as_str(), "ist" | "sind"),
        "los" => second.starts_with("geht") || second == "ging",
        "wir" => matches!(second.as_str(), "treffen" | "trafen"),
        "es" => matches!(second.as_str(), "geht" | "beginnt" | "ging"),
        _ => false,
    }
}
