//! What is held about a person, as a page and as a file; what would become of it.

use askama::Template;
use base::Halt;
use calendar::dates;
use jiff::civil::Date;
use shell::{
    Arg, Fate, Fields, Held, Holding, How, Link, Marked, Page, Visit, Whom, Words, record,
};

use crate::actions::Section;
use crate::links;
use crate::records::consents::Consent;
use crate::records::requests::{Request, State};

/// One thing that is kept.
pub(crate) struct HeldLine {
    pub(crate) what: String,
    pub(crate) about: Option<String>,
    pub(crate) words: Marked,
    pub(crate) when: String,
    pub(crate) href: Option<String>,
}

/// One kind of thing that is kept.
pub(crate) struct HeldSection {
    pub(crate) id: String,
    pub(crate) label: String,
    pub(crate) why: String,
    pub(crate) lines: Vec<HeldLine>,
}

pub(crate) fn held_sections(
    visit: &Visit,
    (whom, told): (&Whom, &[(Holding, Vec<Held>)]),
) -> Vec<HeldSection> {
    let line = |it: &Held| HeldLine {
        what: visit.say(it.what).to_owned(),
        about: it.about.clone(),
        words: marked(visit, &it.words),
        when: it.when.map_or_else(String::new, |at| visit.hour(at)),
        href: it.path.as_deref().map(|path| visit.href(path)),
    };
    told.iter()
        .map(|(holding, held)| HeldSection {
            id: format!("{}-{}", holding.name, whom.person),
            label: visit.say(holding.label).to_owned(),
            why: visit.tell(
                "privacy-held-why",
                &[
                    ("purpose", visit.say(holding.purpose).into()),
                    ("ground", visit.say(holding.ground.key()).into()),
                ],
            ),
            lines: held.iter().map(line).collect(),
        })
        .collect()
}

/// What is kept, as people read it: words of the page and of the record, each in its language.
fn marked(visit: &Visit, words: &Words) -> Marked {
    match words {
        Words::Record(words) => Marked::record(visit.content_lang(), words),
        Words::Said(_) | Words::Day(_) => Marked::own(&plain(visit, words)),
        Words::Term(words, from, until) => {
            let (key, from, until) = term(visit, (*from, *until));
            let words = arg(visit, words);
            visit.tell_marked(key, &[("words", words), ("from", from), ("until", until)])
        }
        Words::Part(part, words) => {
            let key = part_key(visit, words);
            let (part, words) = (arg(visit, part), arg(visit, words));
            visit.tell_marked(key, &[("part", part), ("words", words)])
        }
    }
}

/// The same without marks.
fn plain(visit: &Visit, words: &Words) -> String {
    match words {
        Words::Record(words) => words.clone(),
        Words::Said(key) => visit.say(key).to_owned(),
        Words::Day(day) => dates::day_short(*day, visit.lang),
        Words::Term(words, from, until) => {
            let (key, from, until) = term(visit, (*from, *until));
            let words = plain(visit, words).into();
            visit.tell(key, &[("words", words), ("from", from), ("until", until)])
        }
        Words::Part(part, words) => {
            let key = part_key(visit, words);
            let (part, words) = (plain(visit, part).into(), plain(visit, words).into());
            visit.tell(key, &[("part", part), ("words", words)])
        }
    }
}

/// The phrase of a part, which may hold nothing.
fn part_key(visit: &Visit, words: &Words) -> &'static str {
    if plain(visit, words).is_empty() {
        "privacy-held-part-empty"
    } else {
        "privacy-held-part"
    }
}

fn arg(visit: &Visit, words: &Words) -> Arg {
    match words {
        Words::Record(words) => record(words),
        other => plain(visit, other).into(),
    }
}

/// The phrase of a term, and its days.
fn term(visit: &Visit, (from, until): (Option<Date>, Option<Date>)) -> (&'static str, Arg, Arg) {
    let key = match (from, until) {
        (Some(_), Some(_)) => "privacy-held-term",
        (Some(_), None) => "privacy-held-since",
        _ => "privacy-held-until",
    };
    let day =
        |day: Option<Date>| day.map_or_else(String::new, |day| dates::day_short(day, visit.lang));
    (key, day(from).into(), day(until).into())
}

/// The same for machines (GDPR, Articles 15 (3) and 20).
pub(crate) fn json(
    visit: &Visit,
    network: &str,
    (whom, told): (&Whom, &[(Holding, Vec<Held>)]),
) -> serde_json::Value {
    let holdings: Vec<_> = told
        .iter()
        .map(|(holding, held)| {
            let kept: Vec<_> = held
                .iter()
                .map(|it| {
                    serde_json::json!({
                        "what": visit.say(it.what),
                        "about": it.about,
                        "words": plain(visit, &it.words),
                        "when": it.when.map(|at| at.to_string()),
                        "page": it.path.as_deref().map(|path| visit.app.url(visit.lang, path)),
                    })
                })
                .collect();
            serde_json::json!({
                "name": holding.name,
                "label": visit.say(holding.label),
                "purpose": visit.say(holding.purpose),
                "ground": visit.say(holding.ground.key()),
                "kept": kept,
            })
        })
        .collect();
    serde_json::json!({
        "network": network,
        "person": whom.person.to_string(),
        "name": whom.name,
        "holdings": holdings,
    })
}

/// A request as lists show it.
pub(crate) struct RequestLine {
    pub(crate) line: String,
    /// Where the person takes it back, while it is open.
    pub(crate) withdrawal: Option<String>,
    pub(crate) kind: String,
    pub(crate) words: String,
    pub(crate) at: String,
    pub(crate) name: String,
    pub(crate) href: String,
    pub(crate) state: String,
    pub(crate) ring: &'static str,
    pub(crate) answer: String,
}

pub(crate) fn request_line(visit: &Visit, slug: &str, it: &Request) -> RequestLine {
    let (kind, at) = (visit.say(it.kind.key()), visit.hour(it.at));
    let args = [("kind", kind.into()), ("when", at.into())];
    let open = it.state == State::Open;
    RequestLine {
        line: visit.tell("privacy-request-line", &args),
        withdrawal: open.then(|| visit.href(&links::withdrawal(it.person, it.id))),
        kind: visit.say(it.kind.key()).to_owned(),
        words: it.words.clone(),
        at: visit.hour(it.at),
        name: it.name.clone(),
        href: visit.href(&links::request(slug, it.id)),
        state: visit.say(it.state.key()).to_owned(),
        ring: it.state.ring(),
        answer: it.answer.clone(),
    }
}

/// What one network holds about whoever is signed in.
pub(crate) struct OwnNetwork {
    pub(crate) name: String,
    pub(crate) anchor: String,
    pub(crate) sections: Vec<HeldSection>,
    pub(crate) requests: Vec<RequestLine>,
    pub(crate) ask_href: String,
    pub(crate) erasure_href: String,
    pub(crate) notice: Link,
    pub(crate) consent_action: String,
    pub(crate) consent: String,
    pub(crate) is_granted: bool,
}

impl OwnNetwork {
    /// What a consent says of itself.
    pub(crate) fn consent_words(visit: &Visit, consent: Option<Consent>) -> (String, bool) {
        let Some(consent) = consent else {
            return (visit.say("privacy-consent-never").to_owned(), false);
        };
        let key = if consent.granted {
            "privacy-consent-since"
        } else {
            "privacy-consent-not-since"
        };
        let at = visit.hour(consent.at);
        (visit.tell(key, &[("when", at.into())]), consent.granted)
    }
}

/// What is held about whoever is signed in.
#[derive(Template)]
#[template(path = "privacy/own.html")]
pub(crate) struct OwnPage {
    pub(crate) page: Page,
    pub(crate) file: String,
    pub(crate) account: String,
    pub(crate) networks: Vec<OwnNetwork>,
}

/// What is held about a person of the register.
#[derive(Template)]
#[template(path = "privacy/held.html")]
pub(crate) struct HeldPage {
    pub(crate) page: Page,
    pub(crate) sections: Vec<HeldSection>,
    pub(crate) file: String,
    pub(crate) erasure: String,
    pub(crate) person: String,
}

/// Where one asks, or the office answers.
#[derive(Template)]
#[template(path = "privacy/request.html")]
pub(crate) struct RequestPage {
    pub(crate) page: Page,
    pub(crate) fields: Fields,
    pub(crate) action: String,
    pub(crate) cancel: String,
    /// What is answered; none where one asks.
    pub(crate) request: Option<RequestLine>,
    /// Where the office finds the person, and what is held.
    pub(crate) links: Vec<Link>,
    pub(crate) choices: Vec<(String, String)>,
    /// Whether nothing is left to answer.
    pub(crate) is_settled: bool,
    /// Whether everything is to be erased.
    pub(crate) is_erasure: bool,
}

/// What would become of everything, for whoever asks to be erased.
#[derive(Template)]
#[template(path = "privacy/own-erasure.html")]
pub(crate) struct OwnErasurePage {
    pub(crate) page: Page,
    pub(crate) fields: Fields,
    pub(crate) sections: Vec<FateSection>,
    pub(crate) action: String,
    pub(crate) cancel: String,
    pub(crate) hindrance: Option<String>,
}

/// One line of what becomes of everything.
pub(crate) struct FateLine {
    pub(crate) what: String,
    pub(crate) count: u64,
    pub(crate) fate: String,
    pub(crate) ring: &'static str,
    pub(crate) why: String,
}

/// What becomes of one kind of thing.
pub(crate) struct FateSection {
    pub(crate) label: String,
    pub(crate) lines: Vec<FateLine>,
}

/// What would go, what would lose the name, what would stay.
#[derive(Template)]
#[template(path = "privacy/erasure.html")]
pub(crate) struct ErasurePage {
    pub(crate) page: Page,
    pub(crate) fields: Fields,
    pub(crate) ways: Vec<(Link, bool)>,
    pub(crate) way_text: String,
    pub(crate) how: &'static str,
    pub(crate) sections: Vec<FateSection>,
    pub(crate) action: String,
    pub(crate) cancel: String,
    pub(crate) hindrance: Option<String>,
}

pub(crate) fn erasure_page(
    visit: &Visit,
    (page, fields): (Page, Fields),
    (whom, how): (&Whom, How),
    seen: Result<Vec<Section>, String>,
) -> Result<ErasurePage, Halt> {
    let slug = &visit.network()?.slug;
    let here = visit.href(&links::of_person(slug, whom.person, "datenloeschung"));
    let (sections, hindrance) = match seen {
        Ok(sections) => (sections, None),
        Err(words) => (Vec::new(), Some(words)),
    };
    let ways = How::ALL.map(|way| {
        let key = match way {
            How::Erase => "privacy-way-erase",
            How::Anonymise => "privacy-way-anonymise",
        };
        let href = format!("{here}?art={}", way.word());
        (Link::new(visit.say(key), href), way == how)
    });
    let text = match how {
        How::Erase => "privacy-way-erase-text",
        How::Anonymise => "privacy-way-anonymise-text",
    };
    Ok(ErasurePage {
        page,
        fields,
        ways: ways.into(),
        way_text: visit.say(text).to_owned(),
        how: how.word(),
        sections: sections.iter().map(|it| fates(visit, it)).collect(),
        action: here,
        cancel: visit.href(&links::of_person(slug, whom.person, "daten")),
        hindrance,
    })
}

pub(crate) fn fates(visit: &Visit, section: &Section) -> FateSection {
    let lines = section.erased.iter().map(|it| {
        let (key, ring, why) = match it.fate {
            Fate::Deleted => ("privacy-fate-deleted", "cancelled", ""),
            Fate::Anonymised => ("privacy-fate-anonymised", "announced", ""),
            Fate::Stays(why) => ("privacy-fate-stays", "held", why),
        };
        FateLine {
            what: visit.say(it.what).to_owned(),
            count: it.count,
            fate: visit.say(key).to_owned(),
            ring,
            why: if why.is_empty() {
                String::new()
            } else {
                visit.say(why).to_owned()
            },
        }
    });
    FateSection {
        label: visit.say(section.holding.label).to_owned(),
        lines: lines.collect(),
    }
}
