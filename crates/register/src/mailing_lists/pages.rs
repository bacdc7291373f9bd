//! Pages of mailing lists.

use askama::Template;
use shell::{Field, Fields, Marked, Page, Pages, Visit, record};

use super::names::Names;
use super::rules::{MailingList, Wanted};
use crate::pages::JournalLine;
use crate::types::{MembershipKind, Representative};
use crate::{fields, links};

/// One mailing list among the others.
pub(super) struct ListLine {
    pub(super) name: String,
    pub(super) href: String,
    pub(super) count: usize,
    pub(super) words: Vec<Marked>,
    pub(super) ended: bool,
}

/// A network's mailing lists.
#[derive(Template)]
#[template(path = "register/mailing-lists.html")]
pub(super) struct ListsPage {
    pub(super) page: Page,
    pub(super) new_href: String,
    pub(super) lines: Vec<ListLine>,
}

/// One person whom a list reaches.
pub(super) struct Reached {
    name: String,
    href: Option<String>,
    from: String,
    mail: String,
}

impl Reached {
    pub(super) fn of(visit: &Visit, it: &Representative) -> Self {
        let here = visit
            .network
            .as_ref()
            .filter(|card| card.id == it.person.network);
        let organisation = it
            .organisation
            .as_ref()
            .map_or("", |(_, name)| name.as_str());
        Self {
            name: it.person.name.clone(),
            href: here
                .map(|card| visit.href(&links::below(links::PERSON, &card.slug, it.person.id))),
            from: crate::rules::line("", &it.function, organisation),
            mail: it.person.mail.clone(),
        }
    }
}

/// One mailing list with everybody on it.
#[derive(Template)]
#[template(path = "register/mailing-list.html")]
pub(super) struct ListPage {
    pub(super) page: Page,
    pub(super) list: MailingList,
    pub(super) words: Vec<Marked>,
    /// The people of this page, and how many there are on all.
    pub(super) people: Vec<Reached>,
    pub(super) count: usize,
    pub(super) pages: Pages,
    pub(super) edit: String,
    pub(super) close: String,
    pub(super) reopen: String,
    pub(super) journal: Vec<JournalLine>,
}

/// The form of a mailing list, with whom it would reach as typed.
#[derive(Template)]
#[template(path = "register/mailing-list-form.html")]
pub(super) struct ListForm {
    pub(super) page: Page,
    pub(super) fields: Fields,
    pub(super) action: String,
    pub(super) cancel_href: String,
    pub(super) contacts: Vec<(String, String)>,
    pub(super) kinds: Vec<(String, String)>,
    pub(super) groups: Vec<(String, String)>,
    pub(super) works: Vec<(String, String)>,
    /// The regions that the typed words may mean.
    pub(super) hits: Vec<String>,
    /// The network's own fields.
    pub(super) own: Vec<Field>,
    /// Whether one of them is filled or blamed.
    pub(super) own_open: bool,
    /// The first of those whom it would reach, and how many there are.
    pub(super) preview: Option<(Vec<Reached>, usize)>,
}

/// What a list asks for, in words.
pub(super) fn in_words(visit: &Visit, wanted: &Wanted, names: &Names) -> Vec<Marked> {
    let mut words = Vec::new();
    if !wanted.functions.is_empty() {
        let names = record(wanted.functions.join(", "));
        words.push(visit.tell_marked("register-list-by-function", &[("names", names)]));
    }
    match wanted.contact {
        Some(true) => words.push(Marked::own(visit.say("register-list-contacts"))),
        Some(false) => words.push(Marked::own(visit.say("register-list-no-contacts"))),
        None => (),
    }
    if let Some(kind) = MembershipKind::from_word(&wanted.kind) {
        let kind = visit.say(kind.key()).into();
        words.push(visit.tell_marked("register-list-by-kind", &[("kind", kind)]));
    }
    if !wanted.town.is_empty() {
        let town = record(&wanted.town);
        words.push(visit.tell_marked("register-list-by-town", &[("town", town)]));
    }
    if !wanted.region.is_empty() {
        let region = record(names.region(wanted));
        words.push(visit.tell_marked("register-list-by-region", &[("region", region)]));
    }
    if !wanted.works.is_empty() {
        let fields_of_work = record(names.works(wanted));
        words.push(visit.tell_marked("register-list-by-works", &[("works", fields_of_work)]));
    }
    words.extend(fields::lines(visit, &names.fields, &wanted.own));
    if let Some(group) = names.groups.iter().find(|it| Some(it.id) == wanted.group) {
        let group = record(&group.name);
        words.push(visit.tell_marked("register-list-by-group", &[("group", group)]));
    }
    words
}
