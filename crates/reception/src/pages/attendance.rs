//! What the reception shows on the attendance list: who registered and does not stand there.

use askama::Template;
use base::{Fault, GatheringId};
use shell::{Place, Visit};
use store::Conn;

use crate::records::Line;
use crate::{links, records};

/// So many are named; the list at the door shows all.
const NAMED: usize = 100;

#[derive(Template)]
#[template(path = "reception/attendance.html")]
struct AttendancePanel<'v> {
    visit: &'v Visit,
    lines: Vec<Line>,
    has_more: bool,
    door: String,
    paper: String,
}

pub(super) fn panel(
    conn: &mut Conn<'_>,
    visit: &Visit,
    place: Place<'_>,
) -> Result<Option<String>, Fault> {
    match place {
        Place::Attendance(id) => expected(conn, visit, id),
        _ => Ok(None),
    }
}

fn expected(conn: &mut Conn<'_>, visit: &Visit, id: GatheringId) -> Result<Option<String>, Fault> {
    let Some(network) = visit.network.as_ref() else {
        return Ok(None);
    };
    let Some(it) = gatherings::gathering(conn, id)? else {
        return Ok(None);
    };
    let limit = i64::try_from(NAMED).unwrap_or(0) + 1;
    let mut lines = records::not_listed(conn, id, limit)?;
    if lines.is_empty() {
        return Ok(None);
    }
    let has_more = lines.len() > NAMED;
    lines.truncate(NAMED);
    let panel = AttendancePanel {
        visit,
        lines,
        has_more,
        door: visit.href(&links::door(&network.slug, &it.slug, "")),
        paper: visit.href(&links::door(&network.slug, &it.slug, "/liste.pdf")),
    };
    let rendered = panel.render();
    rendered
        .map(Some)
        .map_err(|cause| Fault::because("render a panel", cause))
}
