//! Pages of letters and labels.

use askama::Template;
use base::Fault;
use base::access::Right;
use invitations::Choosable;
use shell::{Fields, Link, Page, Panel, Place, Visit};
use store::Conn;

use crate::{links, records};

/// What would be printed.
pub(crate) struct Checked {
    /// How many pieces for how many people and organisations, in words.
    pub(crate) count: String,
    /// The first pieces, as their address fields.
    pub(crate) first: Vec<Vec<String>>,
    /// Whose address nobody knows.
    pub(crate) missing: Vec<Link>,
    /// How many of those, in words.
    pub(crate) missing_count: String,
}

/// The form.
#[derive(Template)]
#[template(path = "letters/form.html")]
pub(crate) struct FormPage {
    pub(crate) page: Page,
    pub(crate) fields: Fields,
    pub(crate) action: String,
    pub(crate) choosable: Choosable,
    pub(crate) kinds: Vec<(String, String)>,
    pub(crate) onces: Vec<(String, String)>,
    pub(crate) whats: Vec<(String, String)>,
    pub(crate) sheets: Vec<(String, String)>,
    pub(crate) blanks: Vec<(String, String)>,
    pub(crate) checked: Option<Checked>,
}

/// A person's postal address.
#[derive(Template)]
#[template(path = "letters/address.html")]
pub(crate) struct AddressPage {
    pub(crate) page: Page,
    pub(crate) fields: Fields,
    pub(crate) action: String,
    pub(crate) cancel_href: String,
}

#[derive(Template)]
#[template(path = "letters/panel-address.html")]
struct AddressPanel<'v> {
    visit: &'v Visit,
    lines: Vec<String>,
    edit: String,
}

/// What this room shows on other rooms' pages.
pub(crate) const PANELS: &[Panel] = &[Panel {
    order: 30,
    show: address_panel,
}];

/// On a person's page, for the office: where the person gets paper.
fn address_panel(
    conn: &mut Conn<'_>,
    visit: &Visit,
    place: Place<'_>,
) -> Result<Option<String>, Fault> {
    let (Some(network), Place::Keeping(person)) = (&visit.network, place) else {
        return Ok(None);
    };
    if !visit.may_here(Right::RunOffice) {
        return Ok(None);
    }
    let lines = records::address_of(conn, person)?.map_or_else(Vec::new, |it| {
        let household = std::iter::once(it.household).filter(|it| !it.is_empty());
        household.chain(it.address.lines()).collect()
    });
    let panel = AddressPanel {
        visit,
        lines,
        edit: visit.href(&links::below(links::ADDRESS, &network.slug, person)),
    };
    panel
        .render()
        .map(Some)
        .map_err(|cause| Fault::because("show a postal address", cause))
}
