//! Moving in over HTTP.

mod all;
mod decisions;
mod drafts;
mod pictures;
mod uploads;

use base::access::Right;
use base::{Halt, NetworkId};
use shell::{Problem, Routes, Visit, query_value};
use uuid::Uuid;

use crate::actions;
use crate::links;
use crate::records::drafts::Draft;

/// The room's addresses with the rights they need.
pub(crate) fn fill(routes: &mut Routes) {
    routes.get(links::UPLOADS, Right::RunOffice, uploads::show_uploads);
    routes.post(links::UPLOADS, Right::RunOffice, uploads::take_in);
    routes.get(links::BATCH, Right::RunOffice, uploads::show_batch);
    routes.get(links::UPLOAD, Right::RunOffice, drafts::show_upload);
    routes.get(links::DISCARDING, Right::RunOffice, uploads::ask_discard);
    routes.post(links::DISCARDING, Right::RunOffice, uploads::discard);
    routes.get(links::DRAFTS, Right::RunOffice, drafts::show_drafts);
    routes.get(links::ALL, Right::RunOffice, all::ask);
    routes.post(links::ALL, Right::RunOffice, all::accept);
    routes.get(links::UNDOING_ALL, Right::RunOffice, all::ask_undo);
    routes.post(links::UNDOING_ALL, Right::RunOffice, all::undo);
    routes.get(links::DRAFT, Right::RunOffice, drafts::show_draft);
    routes.post(links::DRAFT, Right::RunOffice, decisions::correct);
    routes.get(links::PICTURE, Right::RunOffice, pictures::show);
    routes.post(links::ACCEPTANCE, Right::RunOffice, decisions::accept);
    routes.get(links::JOINING, Right::RunOffice, decisions::ask_join);
    routes.post(links::JOINING, Right::RunOffice, decisions::join);
    routes.post(links::REJECTION, Right::RunOffice, decisions::reject);
    routes.post(links::UNDOING, Right::RunOffice, decisions::undo);
    routes.post(links::UNCORRECTING, Right::RunOffice, decisions::uncorrect);
}

/// The id of an address.
fn id_of(id: &str) -> Result<Uuid, Halt> {
    id.parse().map_err(|_| Halt::Missing)
}

/// The draft of an address, with the network that it must be in.
async fn found(visit: &Visit, id: &str) -> Result<(NetworkId, Draft), Problem> {
    let network = visit.network()?.id;
    let id = id_of(id)?;
    let draft = visit
        .store()
        .read(move |conn| actions::draft_in(conn, network, id))
        .await?;
    Ok((network, draft))
}

/// The file whose drafts are looked at one after the other, where it is one.
fn only_of(visit: &Visit) -> Option<Uuid> {
    query_value(&visit.query, "datei").and_then(|it| it.parse().ok())
}
