//! Pages of roles: who may do what, giving a role, the network's journal.

use askama::Template;
use base::access::{Deed, Holder, Reach, Right, Role, deeds_of};
use calendar::dates;
use jiff::civil::Date;
use shell::{Fields, Link, Marked, Page, Pages, Visit};

use crate::links;
use crate::pages::JournalLine;

/// What a role may do within some bounds.
pub(crate) struct Bounds {
    /// The bounds; none where the role knows one kind only.
    pub(crate) title: Option<&'static str>,
    /// Phrase keys of what it may do.
    pub(crate) deeds: Vec<&'static str>,
}

/// Somebody who has a role.
pub(crate) struct HolderLine {
    pub(crate) name: String,
    pub(crate) href: Option<String>,
    /// Where it holds and how long, as far as there is something to say.
    pub(crate) place: Marked,
    pub(crate) term: String,
    /// Phrase key of what is special about it: still to come, or over.
    pub(crate) state: Option<&'static str>,
    pub(crate) take_href: Option<String>,
}

/// Who may do what: one role.
pub(crate) struct RoleSection {
    pub(crate) id: &'static str,
    pub(crate) name: &'static str,
    pub(crate) about: String,
    pub(crate) bounds: Vec<Bounds>,
    pub(crate) holders: Vec<HolderLine>,
    /// What stands in place of names, where these are too many or nobody has the role.
    pub(crate) instead: Option<String>,
}

impl RoleSection {
    /// A role with what it may do, as the one decision says.
    pub(crate) fn of(visit: &Visit, role: Role) -> Self {
        let one = role.reaches().len() == 1;
        let bounds = role.reaches().iter().map(|reach| Bounds {
            title: (!one).then(|| reach_key(*reach)),
            deeds: keys(&deeds_of(Holder::Role(role, *reach))),
        });
        let about = format!("register-role-about-{}", role.word());
        Self {
            id: role.key(),
            name: role.key(),
            about: visit.say(&about).to_owned(),
            bounds: bounds.collect(),
            holders: Vec::new(),
            instead: None,
        }
    }
}

/// What everybody may do goes without saying with each role.
pub(super) fn keys(deeds: &[&Deed]) -> Vec<&'static str> {
    let is_common = |right: Right| matches!(right, Right::ReadPublic | Right::OwnAccount);
    let own = deeds.iter().filter(|it| !is_common(it.right));
    own.map(|it| it.key).collect()
}

const fn reach_key(reach: Reach) -> &'static str {
    match reach {
        Reach::Network => "register-reach-network",
        Reach::Group => "register-reach-group",
        Reach::Record => "register-reach-record",
    }
}

/// Who may do what.
#[derive(Template)]
#[template(path = "register/roles.html")]
pub(crate) struct RolesPage {
    pub(crate) page: Page,
    pub(crate) tabs: Vec<(Link, bool)>,
    pub(crate) give_href: Option<String>,
    /// From when on nobody runs the office, for whoever can change that.
    pub(crate) warning: Option<String>,
    /// Phrase keys of what everybody may do, and of what members may do.
    pub(crate) everybody: Vec<&'static str>,
    pub(crate) members: Vec<&'static str>,
    pub(crate) sections: Vec<RoleSection>,
}

/// What everybody may do.
pub(crate) fn everybody() -> Vec<&'static str> {
    deeds_of(Holder::Public).iter().map(|it| it.key).collect()
}

/// What members may do besides.
pub(crate) fn members() -> Vec<&'static str> {
    let common = everybody();
    let mut deeds: Vec<_> = deeds_of(Holder::Member).iter().map(|it| it.key).collect();
    deeds.retain(|it| !common.contains(it));
    deeds
}

/// The form that gives a role.
#[derive(Template)]
#[template(path = "register/role-form.html")]
pub(crate) struct RoleForm {
    pub(crate) page: Page,
    pub(crate) fields: Fields,
    pub(crate) roles: Vec<(String, String)>,
    pub(crate) places: Vec<(String, String)>,
    pub(crate) action: String,
    pub(crate) cancel_href: String,
}

/// What was done in a network, the newest first.
#[derive(Template)]
#[template(path = "register/network-journal.html")]
pub(crate) struct NetworkJournalPage {
    pub(crate) page: Page,
    pub(crate) tabs: Vec<(Link, bool)>,
    pub(crate) lines: Vec<NotedLine>,
    pub(crate) pages: Pages,
}

/// One entry of a network's journal.
pub(crate) struct NotedLine {
    pub(crate) line: JournalLine,
    pub(crate) kind: String,
    pub(crate) record: Option<(String, String)>,
}

/// That from a day on nobody runs the office.
pub(crate) fn unstaffed(visit: &Visit, from: Date) -> String {
    let day = dates::day_short(from, visit.lang);
    visit.tell("register-role-unstaffed", &[("day", day.into())])
}

/// The pages about rights of a network.
pub(super) fn tabs(visit: &Visit, slug: &str, here: &str) -> Vec<(Link, bool)> {
    let all = [
        (links::ROLES, "register-roles"),
        (links::JOURNAL, "register-network-journal"),
    ];
    all.map(|(address, key)| {
        let href = visit.href(&links::of(address, slug));
        (Link::new(visit.say(key), href), address == here)
    })
    .to_vec()
}
