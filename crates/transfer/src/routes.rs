//! Lists over HTTP.

mod columns;
mod ending;
mod export;
mod lists;
mod review;

use base::Halt;
use base::access::Right;
use shell::{Problem, Routes, Visit};
use uuid::Uuid;

use crate::records::Transfer;
use crate::{actions, links};

/// The room's addresses with the rights they need.
pub(crate) fn fill(routes: &mut Routes) {
    routes.get(links::LISTS, Right::ReadAsMember, lists::show_lists);
    routes.get(links::UPLOAD, Right::RunOffice, lists::show_lists);
    routes.post(links::UPLOAD, Right::RunOffice, lists::upload);
    routes.get(links::SAMPLE, Right::RunOffice, lists::sample);
    routes.get(links::TRANSFER, Right::RunOffice, review::look);
    routes.get(links::COLUMNS, Right::RunOffice, columns::ask);
    routes.post(links::COLUMNS, Right::RunOffice, columns::choose);
    routes.post(links::CHOICES, Right::RunOffice, review::choose);
    routes.post(links::WRITING, Right::RunOffice, review::write);
    routes.get(links::UNDOING, Right::RunOffice, ending::ask_undo);
    routes.post(links::UNDOING, Right::RunOffice, ending::undo);
    routes.get(links::DISCARDING, Right::RunOffice, ending::ask_discard);
    routes.post(links::DISCARDING, Right::RunOffice, ending::discard);
    export::fill(routes);
}

/// The list of an address.
async fn found(visit: &Visit, id: &str) -> Result<Transfer, Problem> {
    let network = visit.network()?.id;
    let id: Uuid = id.parse().map_err(|_| Halt::Missing)?;
    let found = visit
        .store()
        .read(move |conn| actions::transfer_in(conn, network, id))
        .await?;
    Ok(found)
}

/// A path of a list, in no language yet.
fn path(visit: &Visit, address: &str, id: Uuid) -> String {
    let slug = visit.network.as_ref().map_or("", |it| it.slug.as_str());
    links::below(address, slug, id)
}
