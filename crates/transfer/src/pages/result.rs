//! What is being done with a list, and what was done.

use askama::Template;
use jiff::Timestamp;
use register::MembershipKind;
use shell::{Form, Link, Page, Visit};

use super::{below, href};
use crate::actions::{UNDO_DAYS, days_after};
use crate::links;
use crate::records::{Change, Changed, State, Transfer};

/// What stood against the list last: a phrase, or the row and phrase of the register's refusal.
pub(super) fn note(visit: &Visit, it: &Transfer) -> Option<String> {
    if it.note.is_empty() {
        return None;
    }
    Some(match it.note.split_once(' ') {
        Some((row, key)) => visit.tell(
            "transfer-note-row",
            &[("row", row.into()), ("fault", visit.say(key).into())],
        ),
        None => visit.say(&it.note).to_owned(),
    })
}

/// A list on which something works just now; the page asks again by itself.
#[derive(Template)]
#[template(path = "transfer/busy.html")]
pub(crate) struct BusyPage {
    pub(crate) page: Page,
    pub(crate) what: String,
    pub(crate) progress: Option<String>,
    pub(crate) done: usize,
    pub(crate) all: usize,
    pub(crate) here: String,
}

impl BusyPage {
    /// The page, with how far the work has come.
    pub(crate) fn new(visit: &Visit, it: &Transfer, progress: Option<(usize, usize)>) -> Self {
        let (done, all) = progress.unwrap_or_default();
        let words = [("done", done.into()), ("all", all.into())];
        let key = format!("transfer-busy-{}", it.state.word());
        Self {
            page: below(visit, Page::new(visit, visit.say(&key))).here(),
            what: visit.say("transfer-busy-lead").to_owned(),
            progress: progress.map(|_| visit.tell("transfer-progress", &words)),
            done,
            all,
            here: href(visit, links::TRANSFER, it),
        }
    }
}

/// What a list has brought.
#[derive(Template)]
#[template(path = "transfer/result.html")]
pub(crate) struct ResultPage {
    pub(crate) page: Page,
    pub(crate) lead: String,
    pub(crate) figures: Vec<(String, usize)>,
    pub(crate) links: Vec<Link>,
    pub(crate) undo_href: Option<String>,
    pub(crate) undo_until: String,
    pub(crate) stays: Vec<Link>,
    pub(crate) stays_lead: Option<String>,
    pub(crate) note: Option<String>,
}

/// What a list has brought, or what stayed of it.
pub(crate) fn result_page(
    visit: &Visit,
    it: &Transfer,
    (staying, can_undo): (&[(Change, String)], bool),
) -> ResultPage {
    let name = [("name", shell::record(&it.file_name))];
    let at = it.written_at.unwrap_or(it.created_at);
    let places = [
        ("when", visit.hour(at).into()),
        ("actor", it.actor.as_str().into()),
    ];
    let is_undone = it.state == State::Undone;
    let lead = if is_undone {
        visit.tell("transfer-undone-lead", &places)
    } else {
        visit.tell("transfer-written-lead", &places)
    };
    let stays = staying
        .iter()
        .filter_map(|(change, name)| stay(visit, change, name));
    let until: Timestamp = days_after(at, UNDO_DAYS);
    ResultPage {
        page: below(visit, Page::told(visit, "transfer-result-title", &name)).here(),
        lead,
        figures: figures(visit, it),
        links: lists(visit),
        undo_href: can_undo.then(|| href(visit, links::UNDOING, it)),
        undo_until: visit.tell("transfer-undo-until", &[("when", visit.hour(until).into())]),
        stays: stays.collect(),
        stays_lead: (is_undone && it.outcome.stays > 0)
            .then(|| visit.tell("transfer-stays", &[("count", it.outcome.stays.into())])),
        note: note(visit, it),
    }
}

fn figures(visit: &Visit, it: &Transfer) -> Vec<(String, usize)> {
    let outcome = &it.outcome;
    [
        ("transfer-figure-organisations", outcome.organisations),
        ("transfer-figure-people", outcome.people),
        ("transfer-figure-functions", outcome.functions),
        ("transfer-figure-memberships", outcome.memberships),
        ("transfer-figure-changed", outcome.changed),
        ("transfer-figure-left", outcome.left),
    ]
    .map(|(key, count)| (visit.say(key).to_owned(), count))
    .to_vec()
}

fn lists(visit: &Visit) -> Vec<Link> {
    let slug = visit.network.as_ref().map_or("", |it| it.slug.as_str());
    [
        ("register-organisations", register::links::ORGANISATIONS),
        ("register-people", register::links::PEOPLE),
    ]
    .map(|(key, address)| {
        let href = visit.href(&links::of(address, slug));
        Link::new(visit.say(key), href)
    })
    .to_vec()
}

fn stay(visit: &Visit, change: &Change, name: &str) -> Option<Link> {
    let slug = visit.network.as_ref()?.slug.as_str();
    let path = match change.of {
        Changed::Organisation(id) => {
            register::links::below(register::links::ORGANISATION, slug, id)
        }
        Changed::Person(id) => register::links::below(register::links::PERSON, slug, id),
        Changed::Function(_) | Changed::Membership(_) => return None,
    };
    Some(Link::new(name, visit.href(&path)))
}

/// How a membership that holds for all rows is called.
pub(crate) fn kind_of(form: &Form) -> Option<MembershipKind> {
    MembershipKind::from_word(form.value("kind"))
}
