//! What the reception shows on somebody's own page: the code for the door, and afterwards the
//! certificate.

use askama::Template;
use base::Fault;
use gatherings::State;
use shell::{Place, Visit};
use store::Conn;
use uuid::Uuid;

use super::{hour, when};
use crate::actions::{self, Own};
use crate::links;
use crate::rules::{Certificate, QrCode, door_code, qr_code};

/// One place.
struct Part {
    name: String,
    when: String,
    place: String,
    /// The picture and the letters; none once the person is in, or it is over.
    code: Option<(QrCode, String)>,
    here: Option<String>,
    may_fetch: bool,
    is_revoked: bool,
}

#[derive(Template)]
#[template(path = "reception/own.html")]
struct OwnPanel<'v> {
    visit: &'v Visit,
    parts: Vec<Part>,
    action: String,
}

pub(super) fn panel(
    conn: &mut Conn<'_>,
    visit: &Visit,
    place: Place<'_>,
) -> Result<Option<String>, Fault> {
    match place {
        Place::Registration(id, token) => own(conn, visit, (id, token)),
        _ => Ok(None),
    }
}

fn own(
    conn: &mut Conn<'_>,
    visit: &Visit,
    (registration, token): (Uuid, &str),
) -> Result<Option<String>, Fault> {
    let mut parts = Vec::new();
    for own in actions::own_certificates(conn, registration)? {
        parts.extend(part(visit, own)?);
    }
    if parts.is_empty() {
        return Ok(None);
    }
    let panel = OwnPanel {
        visit,
        parts,
        action: visit.href(&links::own(token)),
    };
    let rendered = panel.render();
    rendered
        .map(Some)
        .map_err(|cause| Fault::because("render a panel", cause))
}

fn part(visit: &Visit, own: Own) -> Result<Option<Part>, Fault> {
    let it = &own.gathering;
    let is_over = it.ends_at <= visit.now;
    let is_dead = matches!(it.state, State::Draft | State::Cancelled);
    if is_dead || (is_over && own.here.is_none()) {
        return Ok(None);
    }
    let code = if own.here.is_none() {
        let letters = door_code(own.place);
        Some((qr_code(&letters)?, letters))
    } else {
        None
    };
    let is_revoked = own
        .certificate
        .as_ref()
        .is_some_and(|it| !Certificate::holds(it));
    Ok(Some(Part {
        when: when(visit, it),
        place: own.place.to_string(),
        code,
        here: own.here.map(|at| hour(visit, it, at)),
        may_fetch: is_over && !is_revoked,
        is_revoked: is_over && is_revoked,
        name: own.name,
    }))
}
