//! The pages of this room.

mod held;
mod terms;

pub(crate) use held::{
    HeldPage, OwnErasurePage, OwnNetwork, OwnPage, RequestLine, RequestPage, erasure_page, fates,
    held_sections, json, request_line,
};
pub(crate) use terms::{
    LookLine, NoticePage, NoticesPage, ReadsPage, RequestsPage, due_page, proofs, rules_page,
};

use askama::Template;
use base::access::Right;
use base::{Fault, Halt};
use calendar::{Zone, dates};
use jiff::Timestamp;
use shell::{Link, Page, Visit};

use crate::links;

/// A day as the calendars of the network show it.
pub(crate) fn day(visit: &Visit, at: Timestamp) -> String {
    let zone = visit
        .network
        .as_ref()
        .map_or("Europe/Berlin", |it| it.zone.as_str());
    let zone = Zone::named(zone).unwrap_or_else(|_| Zone::utc());
    dates::day_short(zone.local(at).date(), visit.lang)
}

/// A page below a network's privacy.
pub(crate) fn below(visit: &Visit, page: Page) -> Result<Page, Halt> {
    let network = visit.network()?;
    Ok(page
        .below_record(&network.name, &format!("/{}", network.slug))
        .below(visit.say("privacy-nav"), &links::below(&network.slug, ""))
        .here())
}

/// The pages of a network's privacy, as far as one may open them.
pub(crate) fn tabs(visit: &Visit, current: &str) -> Result<Vec<(Link, bool)>, Halt> {
    let slug = &visit.network()?.slug;
    let mut tabs = vec![
        ("privacy-tab-requests", ""),
        ("privacy-tab-rules", "/regeln"),
        ("privacy-tab-notices", "/hinweise"),
        ("privacy-tab-proofs", "/nachweise"),
    ];
    if visit.may_here(Right::ReadAccessLog) {
        tabs.push(("privacy-tab-reads", "/zugriffe"));
    }
    Ok(tabs
        .into_iter()
        .map(|(key, rest)| {
            let href = visit.href(&links::below(slug, rest));
            (Link::new(visit.say(key), href), rest == current)
        })
        .collect())
}

pub(crate) fn rendered(template: &impl Template) -> Result<String, Fault> {
    template
        .render()
        .map_err(|cause| Fault::because("render a part of a page", cause))
}
