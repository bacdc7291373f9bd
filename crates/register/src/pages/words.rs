//! What several pages of the register say: terms, choices, the journal.

use askama::Template;
use base::Lang;
use calendar::{Zone, dates};
use jiff::civil::Date;
use shell::{Arg, Fields, Marked, Page, Visit, record};
use store::Noted;

use crate::profile::{CHANNEL_KINDS, LEGAL_FORMS};
use crate::records::{Change, Changes};
use crate::types::{MembershipKind, Term};
use crate::{links, rules};

/// The zone of the network, or of the office where there is none.
pub(crate) fn zone(visit: &Visit) -> Zone {
    let name = visit
        .network
        .as_ref()
        .map_or("Europe/Berlin", |it| it.zone.as_str());
    Zone::named(name).unwrap_or_else(|_| Zone::utc())
}

/// The languages to choose from, each by its own name.
pub(crate) fn languages(visit: &Visit) -> Vec<(String, String)> {
    Lang::ALL
        .into_iter()
        .map(|lang| {
            let key = format!("register-lang-{}", lang.tag());
            (lang.tag().to_owned(), visit.say(&key).to_owned())
        })
        .collect()
}

/// The Länder to choose from, none first.
pub(crate) fn lands(visit: &Visit) -> Vec<(String, String)> {
    let none = (String::new(), visit.say("register-land-none").to_owned());
    let mut lands: Vec<_> = rules::LANDS
        .iter()
        .map(|land| {
            let key = format!("register-land-{}", land.to_lowercase());
            ((*land).to_owned(), visit.say(&key).to_owned())
        })
        .collect();
    lands.sort_by_cached_key(|(_, name)| rules::sort_key(name));
    lands.insert(0, none);
    lands
}

/// The kinds of membership to choose from.
pub(crate) fn kinds(visit: &Visit) -> Vec<(String, String)> {
    MembershipKind::ALL
        .into_iter()
        .map(|kind| (kind.word().to_owned(), visit.say(kind.key()).to_owned()))
        .collect()
}

/// The legal forms to choose from, none first.
pub(crate) fn legal_forms(visit: &Visit) -> Vec<(String, String)> {
    let none = (String::new(), visit.say("register-legal-none").to_owned());
    let all = LEGAL_FORMS.iter().map(|form| {
        let key = format!("register-legal-{form}");
        ((*form).to_owned(), visit.say(&key).to_owned())
    });
    std::iter::once(none).chain(all).collect()
}

/// The kinds of contact channels to choose from.
pub(crate) fn channel_kinds(visit: &Visit) -> Vec<(String, String)> {
    let all = CHANNEL_KINDS.iter().map(|kind| {
        let key = format!("register-channel-{kind}");
        ((*kind).to_owned(), visit.say(&key).to_owned())
    });
    all.collect()
}

/// A term in words; nothing where it is open on both sides.
pub(crate) fn term(visit: &Visit, term: Term) -> String {
    let day = |day: Date| dates::day_short(day, visit.lang);
    match (term.from, term.until) {
        (None, None) => String::new(),
        (Some(from), None) => visit.tell("register-term-since", &[("from", day(from).into())]),
        (None, Some(until)) => visit.tell("register-term-until", &[("until", day(until).into())]),
        (Some(from), Some(until)) => visit.tell(
            "register-term-span",
            &[("from", day(from).into()), ("until", day(until).into())],
        ),
    }
}

/// One entry of a record's journal, in words.
pub(crate) struct JournalLine {
    pub(crate) when: String,
    pub(crate) actor: String,
    pub(crate) what: String,
    pub(crate) changes: Vec<Marked>,
}

/// What the register did to a record, in words, the newest first; what other rooms noted of
/// it stands on their pages.
pub(crate) fn journal(visit: &Visit, entries: Vec<Noted>) -> Vec<JournalLine> {
    entries
        .into_iter()
        .filter(is_own)
        .map(|entry| journal_line(visit, entry))
        .collect()
}

fn is_own(entry: &Noted) -> bool {
    entry.verb.starts_with("register-")
}

/// One entry in words; what other rooms wrote beside theirs is for their own pages.
pub(crate) fn journal_line(visit: &Visit, entry: Noted) -> JournalLine {
    let changes = match Changes::read(&entry.detail) {
        _ if entry.detail.is_empty() || !is_own(&entry) => Vec::new(),
        Some(changes) => changes.iter().map(|it| change(visit, it)).collect(),
        None => vec![Marked::record(visit.content_lang(), &entry.detail)],
    };
    JournalLine {
        when: dates::instant_local_short(entry.at, &zone(visit), visit.lang),
        actor: entry.actor,
        what: visit.say(&format!("journal-{}", entry.verb)).to_owned(),
        changes,
    }
}

/// One changed word, from what to what.
pub(crate) fn change(visit: &Visit, change: &Change) -> Marked {
    let field = visit.say(&change.field).to_owned();
    let (Some(from), Some(to)) = (&change.from, &change.to) else {
        return visit.tell_marked("register-change-closed", &[("field", field.into())]);
    };
    let (is_new, is_emptied) = (from.is_empty(), to.is_empty());
    let (from, to) = (word(visit, change, from), word(visit, change, to));
    let key = match (is_new, is_emptied) {
        (true, _) => "register-change-set",
        (_, true) => "register-change-emptied",
        _ if from == to => "register-change-set",
        _ => "register-change",
    };
    visit.tell_marked(key, &[("field", field.into()), ("from", from), ("to", to)])
}

/// Days and coded words as people read them.
fn word(visit: &Visit, change: &Change, word: &str) -> Arg {
    match change.field.as_str() {
        "register-from" | "register-until" => word.parse().map_or_else(
            |_| record(word),
            |day| dates::day_short(day, visit.lang).into(),
        ),
        "register-membership" => MembershipKind::from_word(word)
            .map_or_else(|| record(word), |kind| visit.say(kind.key()).into()),
        "register-land" if !word.is_empty() => visit
            .say(&format!("register-land-{}", word.to_lowercase()))
            .into(),
        "register-contact" | "register-voting" | "register-leader" | "register-can-host"
            if !word.is_empty() =>
        {
            visit.say(&format!("register-{word}")).into()
        }
        "register-role" => base::access::Role::from_word(word)
            .map_or_else(|| record(word), |role| visit.say(role.key()).into()),
        "register-lang" => visit.say(&format!("register-lang-{word}")).into(),
        "register-legal-form" if LEGAL_FORMS.contains(&word) => {
            visit.say(&format!("register-legal-{word}")).into()
        }
        field if !visit.app.phrases.knows(visit.lang, field) => own_word(visit, word),
        _ => record(word),
    }
}

/// What stands in a field of the network's own.
fn own_word(visit: &Visit, word: &str) -> Arg {
    match (word, word.parse::<Date>()) {
        ("yes" | "no", _) => visit.say(&format!("register-{word}")).into(),
        (_, Ok(day)) => dates::day_short(day, visit.lang).into(),
        _ => record(word),
    }
}

/// One tie of a record: a function, a membership, a place in a group.
#[derive(Default)]
pub(crate) struct Tie {
    pub(crate) title: Marked,
    pub(crate) href: Option<String>,
    pub(crate) words: Marked,
    pub(crate) mark: Option<String>,
    pub(crate) notes: Vec<Marked>,
    pub(crate) term: String,
    pub(crate) ended: bool,
    pub(crate) edit_href: Option<String>,
    pub(crate) handover_href: Option<String>,
    pub(crate) end_href: Option<String>,
    pub(crate) resume_href: Option<String>,
}

/// The addresses at which a tie is ended and taken up again.
#[derive(Clone, Copy)]
pub(crate) struct Ending {
    pub(crate) end: &'static str,
    pub(crate) resume: &'static str,
}

impl Tie {
    /// The tie with its days, and with the links that the office has for it.
    pub(crate) fn with_term(
        mut self,
        visit: &Visit,
        days: Term,
        ending: Ending,
        id: impl std::fmt::Display,
    ) -> Self {
        self.term = term(visit, days);
        self.ended = days.until.is_some_and(|until| until < visit.today());
        let slug = visit.network.as_ref().map_or("", |it| it.slug.as_str());
        let href = |address: &str| Some(visit.href(&links::below(address, slug, &id)));
        if days.until.is_none() {
            self.end_href = href(ending.end);
        } else {
            self.resume_href = href(ending.resume);
        }
        self
    }
}

/// A record that looks like the one that is being entered.
pub(crate) struct AlikeLine {
    pub(crate) name: String,
    pub(crate) href: String,
    pub(crate) ended: bool,
    pub(crate) reasons: Vec<String>,
}

/// The form that asks for a tie's last day.
#[derive(Template)]
#[template(path = "register/end-form.html")]
pub(crate) struct EndPage {
    pub(crate) page: Page,
    pub(crate) fields: Fields,
    pub(crate) what: String,
    pub(crate) consequence: &'static str,
    pub(crate) action: String,
    pub(crate) cancel_href: String,
}
