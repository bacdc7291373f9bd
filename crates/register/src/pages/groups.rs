//! Pages of groups.

use askama::Template;
use shell::{Fields, Link, Page, Pages, Pick};

use super::{JournalLine, Tie};
use crate::types::Group;

/// One group of the list.
pub(crate) struct GroupLine {
    pub(crate) name: String,
    pub(crate) href: String,
    pub(crate) count: i64,
    pub(crate) leaders: String,
    pub(crate) ended: bool,
    /// How many groups stand above it.
    pub(crate) depth: usize,
    /// Whether the next group is part of it.
    pub(crate) opens: bool,
    /// How many lists of parts end with it.
    pub(crate) closes: usize,
}

/// A network's groups.
#[derive(Template)]
#[template(path = "register/groups.html")]
pub(crate) struct GroupsPage {
    pub(crate) page: Page,
    pub(crate) new_href: Option<String>,
    pub(crate) lists_href: Option<String>,
    pub(crate) lines: Vec<GroupLine>,
}

/// Where the office's acts about a group begin.
pub(crate) struct GroupLinks {
    pub(crate) edit: String,
    pub(crate) close: String,
    pub(crate) reopen: String,
    pub(crate) join: String,
    pub(crate) subgroup: String,
}

/// One group.
#[derive(Template)]
#[template(path = "register/group.html")]
pub(crate) struct GroupPage {
    pub(crate) page: Page,
    pub(crate) group: Group,
    pub(crate) about: Vec<String>,
    pub(crate) above: Option<Link>,
    pub(crate) below: Vec<Link>,
    /// Who leads it from above.
    pub(crate) leaders: Vec<Tie>,
    pub(crate) members: Vec<Tie>,
    pub(crate) former: Vec<Tie>,
    pub(crate) pages: Pages,
    pub(crate) panels: Vec<String>,
    pub(crate) journal: Vec<JournalLine>,
    pub(crate) is_office: bool,
    pub(crate) links: GroupLinks,
}

/// The form of a group's record.
#[derive(Template)]
#[template(path = "register/group-form.html")]
pub(crate) struct GroupForm {
    pub(crate) page: Page,
    pub(crate) fields: Fields,
    pub(crate) action: String,
    pub(crate) save: &'static str,
    pub(crate) cancel_href: String,
    pub(crate) parents: Vec<(String, String)>,
}

/// The form that takes somebody into a group.
#[derive(Template)]
#[template(path = "register/join-form.html")]
pub(crate) struct JoinForm {
    pub(crate) page: Page,
    pub(crate) fields: Fields,
    pub(crate) action: String,
    pub(crate) save: &'static str,
    pub(crate) cancel_href: String,
    pub(crate) parties: Pick,
}
