//! The reception over HTTP.

mod certificates;
mod check;
mod door;
mod kept;
mod own;
mod papers;
mod scan;

use axum::http::header;
use axum::response::{IntoResponse, Response};
use base::Halt;
use base::access::Right;
use gatherings::led;
use shell::{Routes, Visit};

use crate::links;

/// The room's addresses with the rights they need.
pub(crate) fn fill(routes: &mut Routes) {
    routes.get(links::DOOR, Right::Lead, door::show);
    routes.post(links::ARRIVAL, Right::Lead, door::arrive);
    routes.post(links::GUEST, Right::Lead, door::welcome);
    routes.post(links::TAKING_BACK, Right::Lead, door::take_back);
    routes.post(links::COUNT, Right::Lead, door::count);
    routes.get(links::SCAN, Right::Lead, scan::show);
    routes.post(links::SCAN, Right::Lead, scan::typed);
    routes.post(links::SCANS, Right::Lead, scan::reconcile);
    routes.get(links::KEPT, Right::Lead, kept::show);
    routes.get(links::WORKER, Right::Lead, kept::worker);
    routes.get(links::PAPER, Right::Lead, papers::file);
    routes.get(links::CERTIFICATES, Right::Lead, certificates::all);
    routes.post(links::CERTIFICATES, Right::Lead, certificates::certify);
    routes.get(links::CERTIFICATES_PDF, Right::Lead, certificates::pdf);
    routes.post(links::REVOCATION, Right::Lead, certificates::revoke);
    routes.post(links::RENEWAL, Right::Lead, certificates::renew);
    routes.post(links::OWN, Right::ReadPublic, own::fetch);
    routes.get(links::CHECK, Right::ReadPublic, check::ask);
    routes.get(links::CHECKED, Right::ReadPublic, check::answer);
}

/// The network's first path segment.
fn network_slug(visit: &Visit) -> Result<String, Halt> {
    Ok(visit.network()?.slug.clone())
}

/// A file for the one who asked, to be kept by the browser and by nobody on the way. Its name is
/// of our own words and a slug.
fn attachment(content_type: &str, file_name: &str, bytes: Vec<u8>) -> Response {
    let headers = [
        (header::CONTENT_TYPE, content_type.to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{file_name}\""),
        ),
        (
            header::CONTENT_SECURITY_POLICY,
            "default-src 'none'; sandbox".to_owned(),
        ),
    ];
    (headers, bytes).into_response()
}
