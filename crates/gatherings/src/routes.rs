//! Addresses of gatherings with their rights, and what all handlers share.

mod agenda;
mod attendance;
mod documents;
mod feeds;
mod fields;
mod list;
mod participants;
mod personal;
mod plan;
mod series;
mod show;
mod state;

pub use documents::hand_out;

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use base::access::Right;
use base::{Fault, Halt};
use shell::{Problem, Routes, Visit};
use store::Conn;

use crate::actions::Inform;
use crate::links;
use crate::records;
use crate::rules::Gathering;

/// All routes of this room.
pub(crate) fn fill(routes: &mut Routes) {
    routes.get(links::LIST, Right::ReadPublic, list::list);
    routes.get(links::LIST_ICS, Right::ReadPublic, feeds::list_ics);
    routes.get(links::LIST_ATOM, Right::ReadPublic, feeds::list_atom);
    routes.get(links::OWN_CALENDAR, Right::OwnAccount, personal::look);
    routes.post(links::OWN_CALENDAR, Right::OwnAccount, personal::renew);
    routes.get(
        links::OWN_CALENDAR_NEW,
        Right::OwnAccount,
        personal::look_at_new,
    );
    routes.post(links::OWN_CALENDAR_END, Right::OwnAccount, personal::end);
    routes.get(links::OWN_FEED, Right::ReadPublic, personal::feed);
    routes.get(links::GATHERING, Right::ReadRecord, show::show);
    routes.get(links::PLAN, Right::Lead, plan::blank);
    routes.post(links::PLAN, Right::Lead, plan::plan);
    routes.get(links::EDIT, Right::Lead, plan::edit);
    routes.post(links::EDIT, Right::Lead, plan::save);
    routes.post(links::ANNOUNCEMENT, Right::Lead, state::announce);
    routes.get(links::CANCELLATION, Right::Lead, state::ask_cancel);
    routes.post(links::CANCELLATION, Right::Lead, state::cancel);
    routes.get(
        links::CANCELLATION_WITHDRAWAL,
        Right::Lead,
        state::ask_withdraw,
    );
    routes.post(links::CANCELLATION_WITHDRAWAL, Right::Lead, state::withdraw);
    routes.post(links::HOLDING, Right::Lead, state::hold);
    routes.get(links::DELETION, Right::Lead, state::ask_delete);
    routes.post(links::DELETION, Right::Lead, state::delete);
    routes.get(links::AGENDA, Right::Lead, agenda::show);
    routes.post(links::AGENDA, Right::Lead, agenda::add);
    routes.post(links::AGENDA_NEWS, Right::Lead, agenda::tell);
    routes.get(links::AGENDA_ITEM, Right::Lead, agenda::item);
    routes.post(links::AGENDA_ITEM, Right::Lead, agenda::save);
    routes.post(links::AGENDA_PLACE, Right::Lead, agenda::place);
    routes.get(links::AGENDA_REMOVAL, Right::Lead, agenda::ask_remove);
    routes.post(links::AGENDA_REMOVAL, Right::Lead, agenda::remove);
    routes.get(links::DOCUMENTS, Right::Lead, documents::all);
    routes.post(links::DOCUMENTS, Right::Lead, documents::add);
    routes.get(links::DOCUMENT, Right::ReadRecord, documents::download);
    routes.get(links::DOCUMENT_EDIT, Right::Lead, documents::edit);
    routes.post(links::DOCUMENT_EDIT, Right::Lead, documents::save);
    routes.post(links::DOCUMENT_VERSIONS, Right::Lead, documents::renew);
    routes.get(links::DOCUMENT_VERSION, Right::Lead, documents::older);
    routes.get(links::DOCUMENT_REMOVAL, Right::Lead, documents::ask_remove);
    routes.post(links::DOCUMENT_REMOVAL, Right::Lead, documents::remove);
    routes.get(links::ATTENDANCE, Right::Lead, attendance::show);
    routes.post(links::ATTENDANCE, Right::Lead, attendance::save);
    routes.get(links::ATTENDANCE_PDF, Right::Lead, attendance::pdf);
    routes.get(links::PARTICIPANTS, Right::ReadAsMember, participants::look);
    routes.get(
        links::PARTICIPANTS_PDF,
        Right::ReadAsMember,
        participants::pdf,
    );
    routes.get(links::SERIES, Right::RunOffice, series::all);
    routes.post(links::SERIES, Right::RunOffice, series::add);
    routes.get(links::SERIES_EDIT, Right::RunOffice, series::edit);
    routes.post(links::SERIES_EDIT, Right::RunOffice, series::save);
}

/// A gathering of the network of the address that this person leads.
///
/// # Errors
/// Missing where there is none, or the person must not know; forbidden where they do not lead it.
pub async fn led(visit: &Visit, slug: &str) -> Result<Gathering, Problem> {
    let network = visit.network()?.id;
    let slug = slug.to_owned();
    let it = visit
        .store()
        .read(move |conn| records::gathering::gathering_by_slug(conn, network, &slug))
        .await?
        .ok_or(Halt::Missing)?;
    visit.require(Right::Lead, &it.subject(false))?;
    Ok(it)
}

/// Whether this person stands on the guest list.
fn is_invited(conn: &mut Conn<'_>, visit: &Visit, it: &Gathering) -> Result<bool, Fault> {
    match visit.actor.person {
        Some(person) => records::guests::is_invited(conn, it.id, person),
        None => Ok(false),
    }
}

/// The network's first path segment.
fn network_slug(visit: &Visit) -> Result<String, Halt> {
    Ok(visit.network()?.slug.clone())
}

/// The two answers to whether the invited are told.
fn informs(visit: &Visit) -> Vec<(String, String)> {
    [
        (Inform::Tell, "gatherings-inform-tell"),
        (Inform::KeepQuiet, "gatherings-inform-quiet"),
    ]
    .map(|(inform, key)| (inform.word().to_owned(), visit.say(key).to_owned()))
    .to_vec()
}

/// A file to be kept by the browser, never shown as a page.
fn attachment(content_type: &str, file_name: &str, bytes: Vec<u8>) -> Response {
    let ascii: String = file_name
        .chars()
        .map(|it| {
            if it.is_ascii_alphanumeric() || matches!(it, '.' | '-' | '_' | ' ') {
                it
            } else {
                '_'
            }
        })
        .collect();
    let encoded = shell::encoded(file_name);
    let headers = [
        (header::CONTENT_TYPE, content_type.to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{ascii}\"; filename*=UTF-8''{encoded}"),
        ),
        (
            header::CONTENT_SECURITY_POLICY,
            "default-src 'none'; sandbox".to_owned(),
        ),
    ];
    (headers, bytes).into_response()
}

/// The address for ever.
fn moved(visit: &Visit, path: &str) -> Response {
    let target = visit.href(path);
    (StatusCode::MOVED_PERMANENTLY, [(header::LOCATION, target)]).into_response()
}
