//! What this room shows on the start page: how many records are likely there twice.

use askama::Template;
use base::Fault;
use base::access::Right;
use shell::{Named, Place, Visit};
use store::Conn;

use crate::{links, records};

/// From here on a pair is more than a chance.
const LIKELY: i64 = 65;
/// Beyond this nobody counts: the start page is shown often, and it is many either way.
const MOST: i64 = 100;

#[derive(Template)]
#[template(path = "duplicates/panel.html")]
struct StartPanel<'v> {
    visit: &'v Visit,
    rows: Vec<Row>,
}

struct Row {
    count: String,
    title: String,
    href: String,
}

/// The panel, for the office and where there is anything to do.
pub(crate) fn show(
    conn: &mut Conn<'_>,
    visit: &Visit,
    place: Place<'_>,
) -> Result<Option<String>, Fault> {
    let Some(network) = visit.network.as_ref().filter(|_| place == Place::Start) else {
        return Ok(None);
    };
    if !visit.may_here(Right::RunOffice) {
        return Ok(None);
    }
    let mut rows = Vec::new();
    for named in [Named::Organisation, Named::Person] {
        let key = format!("pairs {} {} {LIKELY}", network.id, named.word());
        let count = *visit.remembered().once(key, || {
            records::count_pairs(conn, (network.id, named), (LIKELY, MOST))
        })?;
        let list = links::of(links::DUPLICATES, &network.slug);
        if count > 0 {
            let key = match (named, count < MOST) {
                (Named::Organisation, true) => "duplicates-due-organisations",
                (Named::Person, true) => "duplicates-due-people",
                (Named::Organisation, false) => "duplicates-due-organisations-many",
                (Named::Person, false) => "duplicates-due-people-many",
            };
            let words = [("count", count.into()), ("most", (MOST - 1).into())];
            rows.push(Row {
                count: if count < MOST {
                    count.to_string()
                } else {
                    format!("{}+", MOST - 1)
                },
                title: visit.tell(key, &words),
                href: visit.href(&format!("{list}?art={}", links::kind(named))),
            });
        }
    }
    if rows.is_empty() {
        return Ok(None);
    }
    StartPanel { visit, rows }
        .render()
        .map(Some)
        .map_err(|cause| Fault::because("render a panel", cause))
}
