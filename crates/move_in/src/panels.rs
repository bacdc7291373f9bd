//! What this room shows on the start page: how many drafts wait for the office.

use askama::Template;
use base::Fault;
use base::access::Right;
use shell::{Place, Visit};
use store::Conn;

use crate::links;
use crate::records::lists;

/// Beyond this nobody counts: it is many either way.
const MOST: i64 = 100;

#[derive(Template)]
#[template(path = "move_in/panel.html")]
struct StartPanel<'v> {
    visit: &'v Visit,
    count: String,
    title: String,
    href: String,
}

/// The panel, for the office and where anything waits.
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
    let key = format!("drafts {}", network.id);
    let count = *visit
        .remembered()
        .once(key, || lists::waiting(conn, network.id, MOST))?;
    if count == 0 {
        return Ok(None);
    }
    let (count, key) = if count < MOST {
        (count.to_string(), "move-in-due")
    } else {
        (format!("{}+", MOST - 1), "move-in-due-many")
    };
    let number: i64 = count.trim_end_matches('+').parse().unwrap_or(MOST);
    StartPanel {
        visit,
        title: visit.tell(key, &[("count", number.into())]),
        count,
        href: visit.href(&links::of(links::DRAFTS, &network.slug)),
    }
    .render()
    .map(Some)
    .map_err(|cause| Fault::because("render a panel", cause))
}
