//! The addresses of this room with the rights they need.

mod desk;
mod notices;
mod own;
mod person;
mod terms;

pub(crate) use notices::version_links;

use axum::http::{HeaderName, header};
use axum::response::{IntoResponse, Response};
use base::access::{Actor, Right};
use base::{Fault, Halt, Moment};
use shell::{Routes, Visit};
use store::Conn;

use crate::links;

pub(crate) fn fill(routes: &mut Routes) {
    routes.get(links::OWN, Right::OwnAccount, own::look);
    routes.get(links::OWN_FILE, Right::OwnAccount, own::file);
    routes.get(links::OWN_REQUEST, Right::OwnAccount, own::ask_form);
    routes.post(links::OWN_REQUEST, Right::OwnAccount, own::ask);
    routes.get(links::OWN_ERASURE, Right::OwnAccount, own::ask_erase);
    routes.post(links::OWN_ERASURE, Right::OwnAccount, own::erase);
    routes.post(links::OWN_WITHDRAWAL, Right::OwnAccount, own::withdraw);
    routes.post(links::OWN_CONSENT, Right::OwnAccount, own::consent);
    routes.get(links::PERSON, Right::ProtectData, person::look);
    routes.get(links::PERSON_FILE, Right::ProtectData, person::file);
    routes.get(links::ERASURE, Right::ProtectData, person::ask_erase);
    routes.post(links::ERASURE, Right::ProtectData, person::erase);
    routes.post(links::ROLE_GIVE, Right::RunOffice, person::give_role);
    routes.post(links::ROLE_TAKE, Right::RunOffice, person::take_role);
    routes.get(links::REQUESTS, Right::ProtectData, desk::requests);
    routes.get(links::REQUEST, Right::ProtectData, desk::request);
    routes.post(links::REQUEST, Right::ProtectData, desk::answer);
    routes.get(links::PROOFS, Right::ProtectData, desk::proofs);
    routes.get(links::READS, Right::ReadAccessLog, desk::reads);
    routes.get(links::RULES, Right::ProtectData, terms::look);
    routes.post(links::RULES, Right::ProtectData, terms::set);
    routes.get(links::LIST, Right::ProtectData, terms::list);
    routes.post(links::RELEASE, Right::ProtectData, terms::release);
    routes.post(links::UNDO, Right::ProtectData, terms::undo);
    routes.post(links::KEEP, Right::ProtectData, terms::keep);
    routes.get(links::NOTICES, Right::ProtectData, notices::look);
    routes.post(links::NOTICES, Right::ProtectData, notices::keep);
    routes.post(links::NOTICE_OUT, Right::ProtectData, notices::publish);
    routes.get(links::NOTICE, Right::ReadPublic, notices::version);
}

/// Does an act in one transaction.
async fn act<T: Send + 'static>(
    visit: &Visit,
    act: impl FnOnce(&mut Conn<'_>, &mut Moment, &Actor) -> Result<T, Halt> + Send + 'static,
) -> Result<T, Halt> {
    let (who, mut moment) = (visit.actor.clone(), visit.moment());
    visit
        .store()
        .write(move |conn| act(conn, &mut moment, &who))
        .await
}

/// What is held about somebody, for machines; nobody between keeps it.
fn json_file(name: &str, value: &serde_json::Value) -> Result<Response, Halt> {
    let text = serde_json::to_string_pretty(value)
        .map_err(|cause| Fault::because("write what is held", cause))?;
    let headers: [(HeaderName, String); 3] = [
        (header::CONTENT_TYPE, "application/json".to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}.json\""),
        ),
        (header::CACHE_CONTROL, "private, no-store".to_owned()),
    ];
    Ok((headers, text).into_response())
}
