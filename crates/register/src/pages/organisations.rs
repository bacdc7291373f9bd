//! Pages of organisations and their memberships.

use askama::Template;
use shell::{Fields, Link, Marked, Page, Pages};

use super::{AlikeLine, JournalLine, Tie};
use crate::browsing::Letter;
use crate::fields::Custom;
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
    pub(crate) letters: Vec<Letter>,
    pub(crate) has_more: bool,
    pub(crate) pages: Pages,
    pub(crate) regions_href: String,
    /// Where members are handed their own records; for the office.
    pub(crate) entrusting_href: Option<String>,
    pub(crate) elsewhere: Vec<ElsewhereLine>,
}

/// An organisation of another network's register that belongs to this one.
pub(crate) struct ElsewhereLine {
    pub(crate) name: String,
    pub(crate) kind: String,
    pub(crate) keeper: Marked,
    pub(crate) end_href: Option<String>,
}

/// What is known of an organisation, in words.
pub(crate) struct Portrait {
    pub(crate) legal_form: Marked,
    pub(crate) address: Vec<String>,
    pub(crate) postal: Vec<String>,
    pub(crate) works: Vec<String>,
    pub(crate) regions: Vec<String>,
    /// Kind, words and, where it leads somewhere, address.
    pub(crate) channels: Vec<(String, String, Option<String>)>,
    pub(crate) parent: Option<Link>,
    pub(crate) parts: Vec<Link>,
    /// Address and what it shows.
    pub(crate) logo: Option<(String, String)>,
    pub(crate) values: Vec<(Marked, Marked)>,
}

/// One organisation.
#[derive(Template)]
#[template(path = "register/organisation.html")]
pub(crate) struct OrganisationPage {
    pub(crate) page: Page,
    pub(crate) organisation: Organisation,
    pub(crate) portrait: Portrait,
    pub(crate) people: Vec<Tie>,
    pub(crate) memberships: Vec<Tie>,
    pub(crate) groups: Vec<Tie>,
    pub(crate) journal: Vec<JournalLine>,
    pub(crate) is_office: bool,
    pub(crate) own_href: Option<String>,
    pub(crate) waiting: Option<Link>,
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
    pub(crate) is_office: bool,
    pub(crate) alike: Vec<AlikeLine>,
    pub(crate) kinds: Vec<(String, String)>,
    pub(crate) choices: Choices,
}

/// What the form of an organisation's record offers.
pub(crate) struct Choices {
    pub(crate) legal_forms: Vec<(String, String)>,
    pub(crate) works: Vec<(String, String)>,
    pub(crate) regions: Vec<(String, String)>,
    pub(crate) channel_kinds: Vec<(String, String)>,
    pub(crate) rows: Vec<ChannelRow>,
    /// Address and what it shows.
    pub(crate) logo: Option<(String, String)>,
    pub(crate) custom: Custom,
    pub(crate) works_href: Option<String>,
}

/// One row for a contact channel: names of its fields and their labels.
pub(crate) struct ChannelRow {
    pub(crate) kind: String,
    pub(crate) kind_label: String,
    pub(crate) address: String,
    pub(crate) address_label: String,
}

/// The regions that a network's organisations serve.
#[derive(Template)]
#[template(path = "register/regions.html")]
pub(crate) struct RegionsPage {
    pub(crate) page: Page,
    pub(crate) action: String,
    pub(crate) search: String,
    /// What was searched for.
    pub(crate) hits: Option<Vec<Link>>,
    pub(crate) chosen: Option<ChosenRegion>,
    /// Length of the key, link, how many organisations serve it.
    pub(crate) served: Vec<(usize, Link, String)>,
    pub(crate) sources: Vec<String>,
}

/// A region with those who serve it.
pub(crate) struct ChosenRegion {
    pub(crate) label: String,
    pub(crate) ags: String,
    pub(crate) organisations: Vec<Link>,
    pub(crate) all_href: String,
}

/// The form of a membership.
#[derive(Template)]
#[template(path = "register/membership-form.html")]
pub(crate) struct MembershipForm {
    pub(crate) page: Page,
    pub(crate) is_new: bool,
    pub(crate) networks: Vec<(String, String)>,
    pub(crate) custom: Custom,
    pub(crate) fields: Fields,
    pub(crate) action: String,
    pub(crate) save: &'static str,
    pub(crate) cancel_href: String,
    pub(crate) kinds: Vec<(String, String)>,
}
