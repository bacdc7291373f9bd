//! The page for reading codes that a browser keeps for hours without a network. It says nothing
//! that its own address does not say: no name, no number, no title.

use askama::Template;
use base::Halt;
use gatherings::Gathering;
use shell::{Fields, Form, Page, Visit};

use super::scan::Kept;
use crate::links;

/// The page.
#[derive(Template)]
#[template(path = "reception/offline.html")]
pub(crate) struct KeptPage {
    page: Page,
    /// What the gathering is called in its address.
    address: String,
    action: String,
    reconcile: String,
    /// It is what is kept, and keeps nothing itself.
    kept: Option<Kept>,
    fields: Fields,
}

/// The page for a gathering.
pub(crate) fn kept_page(visit: &Visit, it: &Gathering) -> Result<KeptPage, Halt> {
    let slug = &visit.network()?.slug;
    Ok(KeptPage {
        page: Page::new(visit, visit.say("reception-offline-title")),
        address: it.slug.clone(),
        action: visit.href(&links::door(slug, &it.slug, "/codes")),
        reconcile: visit.href(&links::door(slug, &it.slug, "/codes/abgleich")),
        kept: None,
        fields: Fields::new(visit, Form::default()),
    })
}
