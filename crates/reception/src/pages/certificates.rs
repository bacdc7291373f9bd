//! What was certified at a gathering, at work.

use askama::Template;
use base::Halt;
use calendar::dates;
use gatherings::{Gathering, Tab, tabs};
use shell::{Page, Visit};
use store::Conn;

use super::{below_door, together};
use crate::rules::Certificate;
use crate::{links, records};

/// One certificate.
struct Row {
    name: String,
    organisation: String,
    code: String,
    made: String,
    holds: bool,
    revocation: String,
    /// Only where nothing newer holds.
    renewal: Option<String>,
}

/// The list.
#[derive(Template)]
#[template(path = "reception/certificates.html")]
pub(crate) struct CertificatesPage {
    page: Page,
    tabs: String,
    kicker: String,
    is_over: bool,
    missing: usize,
    rows: Vec<Row>,
    has_valid: bool,
    here: String,
    check: String,
}

/// The certificates of a gathering.
pub(crate) fn certificates_page(
    conn: &mut Conn<'_>,
    visit: &Visit,
    it: &Gathering,
) -> Result<CertificatesPage, Halt> {
    let slug = visit.network()?.slug.clone();
    let all = records::certificates(conn, it.id)?;
    let missing = records::without_certificate(conn, it.id)?.len();
    let mut rows = Vec::new();
    for known in &all {
        rows.push(row(visit, (&slug, it), (known, &all)));
    }
    let page = Page::new(visit, visit.say("reception-certificates-title"));
    let here = links::certificates(&slug, &it.slug, "");
    Ok(CertificatesPage {
        page: below_door(visit, it, page)?,
        tabs: tabs(visit, it, Tab::Reception)?,
        kicker: it.title.clone(),
        is_over: it.ends_at <= visit.now && it.state != gatherings::State::Cancelled,
        missing,
        has_valid: all.iter().any(Certificate::holds),
        rows,
        here: visit.href(&here),
        check: visit.href(links::CHECK),
    })
}

fn row(
    visit: &Visit,
    (slug, it): (&str, &Gathering),
    (known, all): (&Certificate, &[Certificate]),
) -> Row {
    let zone = calendar::Zone::named(&it.zone).unwrap_or_else(|_| calendar::Zone::utc());
    let act = |act: &str| visit.href(&links::certificate(slug, &it.slug, known.id, act));
    let is_replaced = all
        .iter()
        .any(|other| other.arrival == known.arrival && other.holds());
    let made = dates::instant_local_short(known.made_at, &zone, visit.lang);
    Row {
        name: known.name.clone(),
        organisation: known.organisation.clone(),
        code: known.code.clone(),
        made: together(&made),
        holds: known.holds(),
        revocation: act("widerruf"),
        renewal: (!known.holds() && known.arrival.is_some() && !is_replaced)
            .then(|| act("erneuerung")),
    }
}
