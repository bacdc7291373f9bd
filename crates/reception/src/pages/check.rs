//! Where anybody checks whether a certificate is genuine.

use askama::Template;
use base::Halt;
use calendar::dates;
use shell::{Fields, Page, Visit};
use store::Conn;

use super::{together, when};
use crate::rules::Certificate;

/// The form.
#[derive(Template)]
#[template(path = "reception/check.html")]
pub(crate) struct CheckPage {
    pub(crate) page: Page,
    pub(crate) fields: Fields,
    pub(crate) action: String,
    /// Whether a code was asked for that nothing is known of.
    pub(crate) is_unknown: bool,
}

/// What a code stands for.
#[derive(Template)]
#[template(path = "reception/checked.html")]
pub(crate) struct CheckedPage {
    page: Page,
    holds: bool,
    name: String,
    organisation: String,
    title: String,
    when: String,
    network: String,
    code: String,
    made: String,
    revoked: Option<String>,
    gathering: Option<String>,
    again: String,
}

/// What was certified under a code.
pub(crate) fn checked_page(
    conn: &mut Conn<'_>,
    visit: &Visit,
    known: &Certificate,
) -> Result<CheckedPage, Halt> {
    let it = gatherings::gathering(conn, known.gathering)?.ok_or(Halt::Missing)?;
    let network = register::network(conn, it.network)?.ok_or(Halt::Missing)?;
    let zone = calendar::Zone::named(&it.zone).unwrap_or_else(|_| calendar::Zone::utc());
    let day = |at| together(&dates::day(zone.local(at).date(), visit.lang));
    let is_public = it.audience == base::access::Audience::Public;
    let path = gatherings::links::gathering(&network.slug, &it.slug);
    let title = if known.holds() {
        "reception-checked-genuine"
    } else {
        "reception-checked-revoked"
    };
    let mut page = Page::new(visit, visit.say(title)).of_network(&register::card(network.clone()));
    page.sign_in_href = visit.href("/anmelden");
    Ok(CheckedPage {
        page,
        holds: known.holds(),
        name: known.name.clone(),
        organisation: known.organisation.clone(),
        when: when(visit, &it),
        title: it.title,
        network: network.name,
        code: known.code.clone(),
        made: day(known.made_at),
        revoked: known.revoked_at.map(day),
        gathering: is_public.then(|| visit.href(&path)),
        again: visit.href(crate::links::CHECK),
    })
}
