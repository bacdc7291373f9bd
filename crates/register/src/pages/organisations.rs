//! Pages of organisations and their memberships.

use askama::Template;
use shell::{Fields, Page, Pages};

use super::{AlikeLine, JournalLine, Tie};
use crate::types::Organisation;

/// One kind of organisation to look at.
pub(crate) struct Tab {
    pub(crate) label: String,
    pub(crate) href: String,
    pub(crate) count: i64,
    pub(crate) current: bool,
}

/// One organisation of the list.
pub(crate) struct OrganisationLine {
    pub(crate) name: String,
    pub(crate) short_name: String,
    pub(crate) href: String,
    pub(crate) town: String,
    pub(crate) contacts: String,
}

/// A network's organisations.
#[derive(Template)]
#[template(path = "register/organisations.html")]
pub(crate) struct OrganisationsPage {
    pub(crate) page: Page,
    pub(crate) action: String,
    pub(crate) new_href: Option<String>,
    pub(crate) members: i64,
    pub(crate) tabs: Vec<Tab>,
    pub(crate) kind: String,
    pub(crate) search: String,
    pub(crate) lines: Vec<OrganisationLine>,
    pub(crate) pages: Pages,
}

/// One organisation.
#[derive(Template)]
#[template(path = "register/organisation.html")]
pub(crate) struct OrganisationPage {
    pub(crate) page: Page,
    pub(crate) organisation: Organisation,
    pub(crate) address: Vec<String>,
    pub(crate) people: Vec<Tie>,
    pub(crate) memberships: Vec<Tie>,
    pub(crate) groups: Vec<Tie>,
    pub(crate) journal: Vec<JournalLine>,
    pub(crate) is_office: bool,
    pub(crate) edit_href: String,
    pub(crate) close_href: String,
    pub(crate) reopen_href: String,
    pub(crate) membership_href: String,
}

/// The form of an organisation's record.
#[derive(Template)]
#[template(path = "register/organisation-form.html")]
pub(crate) struct OrganisationForm {
    pub(crate) page: Page,
    pub(crate) fields: Fields,
    pub(crate) action: String,
    pub(crate) save: &'static str,
    pub(crate) cancel_href: String,
    pub(crate) is_new: bool,
    pub(crate) alike: Vec<AlikeLine>,
    pub(crate) kinds: Vec<(String, String)>,
}

/// The form of a new membership.
#[derive(Template)]
#[template(path = "register/membership-form.html")]
pub(crate) struct MembershipForm {
    pub(crate) page: Page,
    pub(crate) fields: Fields,
    pub(crate) action: String,
    pub(crate) save: &'static str,
    pub(crate) cancel_href: String,
    pub(crate) kinds: Vec<(String, String)>,
}
