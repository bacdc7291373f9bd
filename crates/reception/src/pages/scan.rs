//! Reading codes: with the camera, with a scanner that types, or by hand.

use askama::Template;
use base::Halt;
use gatherings::{Gathering, State, Tab, tabs};
use serde::Serialize;
use shell::{Fields, Form, Page, Visit};
use store::Conn;

use super::door::{Last, last};
use super::{below_door, words_of};
use crate::actions::Said;
use crate::rules::Scan;
use crate::{links, records};

/// What a browser is asked to keep: the page without names, and the script that brings it up.
pub(super) struct Kept {
    pub(super) page: String,
    pub(super) worker: String,
}

/// The page.
#[derive(Template)]
#[template(path = "reception/scan.html")]
pub(crate) struct ScanPage {
    page: Page,
    tabs: String,
    kicker: String,
    is_open: bool,
    last: Option<Last>,
    here: i64,
    expected: i64,
    action: String,
    reconcile: String,
    kept: Option<Kept>,
    door: String,
    fields: Fields,
}

/// The page for a gathering.
pub(crate) fn scan_page(
    conn: &mut Conn<'_>,
    visit: &Visit,
    it: &Gathering,
    form: Form,
) -> Result<ScanPage, Halt> {
    let slug = &visit.network()?.slug;
    let counts = records::counts(conn, it.id, &records::Asked::default())?;
    let page = Page::new(visit, visit.say("reception-scan-title"));
    Ok(ScanPage {
        page: below_door(visit, it, page)?,
        tabs: tabs(visit, it, Tab::Reception)?,
        kicker: it.title.clone(),
        is_open: !matches!(it.state, State::Draft | State::Cancelled),
        last: last(conn, visit, it)?,
        here: counts.here,
        expected: counts.expected,
        action: visit.href(&links::door(slug, &it.slug, "/codes")),
        reconcile: visit.href(&links::door(slug, &it.slug, "/codes/abgleich")),
        kept: Some(Kept {
            page: visit.href(&links::door(slug, &it.slug, "/codes/ohne-netz")),
            worker: visit.href(&links::door(slug, &it.slug, "/ohne-netz.js")),
        }),
        door: visit.href(&links::door(slug, &it.slug, "")),
        fields: Fields::new(visit, form),
    })
}

/// What a device is told of the codes that it has read.
#[derive(Debug, Serialize)]
pub(crate) struct Told {
    scans: Vec<ToldScan>,
    here: i64,
}

#[derive(Debug, Serialize)]
struct ToldScan {
    code: String,
    outcome: &'static str,
    is_in: bool,
    words: String,
}

/// The answer to a device, in the order in which the codes came.
pub(crate) fn told(
    visit: &Visit,
    it: &Gathering,
    (scans, said, here): (Vec<Scan>, &[Said], i64),
) -> Told {
    let scans = scans.into_iter().zip(said);
    Told {
        scans: scans
            .map(|(scan, said)| ToldScan {
                code: scan.code,
                outcome: said.outcome.word(),
                is_in: said.outcome.is_in(),
                words: words_of(visit, it, said),
            })
            .collect(),
        here,
    }
}
