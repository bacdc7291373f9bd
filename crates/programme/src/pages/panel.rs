//! What a gathering's page says of its programme and of how accessible it is.

use askama::Template;
use base::{Fault, GatheringId};
use shell::{Marked, Panel, Place, Visit};
use store::Conn;

use super::{AccessRow, access_rows, day_of, own_words, time_of};
use crate::{links, records};

pub(crate) const PANELS: &[Panel] = &[Panel {
    order: 11,
    show: panel,
}];

/// A stretch in one line.
struct Line {
    time: String,
    day: Option<String>,
    what: Vec<Marked>,
}

#[derive(Template)]
#[template(path = "programme/panel.html")]
struct GatheringPanel<'v> {
    visit: &'v Visit,
    lines: Vec<Line>,
    href: String,
    pdf: String,
    access: Vec<AccessRow>,
    has_access: bool,
}

/// The most sessions that one line names.
const MOST_NAMED: usize = 6;

fn panel(conn: &mut Conn<'_>, visit: &Visit, place: Place<'_>) -> Result<Option<String>, Fault> {
    match place {
        Place::Gathering(id) => on_gathering(conn, visit, id),
        _ => Ok(None),
    }
}

fn on_gathering(
    conn: &mut Conn<'_>,
    visit: &Visit,
    id: GatheringId,
) -> Result<Option<String>, Fault> {
    let stretches = records::stretches(conn, id)?;
    let access = records::access_of(conn, id)?;
    if stretches.is_empty() && !access.is_told() {
        return Ok(None);
    }
    let Some(it) = gatherings::gathering(conn, id)? else {
        return Ok(None);
    };
    let Some(network) = visit.network.as_ref().filter(|card| card.id == it.network) else {
        return Ok(None);
    };
    let lines = stretches.iter().map(|stretch| {
        let section = &stretch.section;
        let what = if section.title.is_empty() || stretch.sessions.len() == 1 {
            let named = stretch.sessions.iter().take(MOST_NAMED);
            named.map(|its| own_words(visit, &its.title)).collect()
        } else {
            vec![own_words(visit, &section.title)]
        };
        Line {
            time: time_of(visit, &section.hours),
            day: day_of(visit, &it, &section.hours),
            what,
        }
    });
    let page = GatheringPanel {
        visit,
        lines: lines.collect(),
        href: visit.href(&links::programme(&network.slug, &it.slug, "")),
        pdf: visit.href(&links::programme(&network.slug, &it.slug, ".pdf")),
        has_access: access.is_told(),
        access: access_rows(visit, &access),
    };
    let html = page
        .render()
        .map_err(|cause| Fault::because("render a panel", cause))?;
    Ok(Some(html))
}
