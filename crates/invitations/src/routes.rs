//! Invitations over HTTP.

mod again;
mod guests;
mod reminders;
mod reply;
mod rounds;

use base::Halt;
use base::access::Right;
use gatherings::Gathering;
use shell::{Problem, Routes, Visit};
use store::Conn;

use crate::links;

/// The room's addresses with the rights they need.
pub(crate) fn routes(routes: &mut Routes) {
    routes.get(links::INVITATION, Right::Lead, guests::list);
    routes.get(links::ROUND_NEW, Right::Lead, rounds::new);
    routes.post(links::ROUND_NEW, Right::Lead, rounds::make);
    routes.get(links::ROUND, Right::Lead, rounds::show);
    routes.get(links::ROUND_EDIT, Right::Lead, rounds::edit);
    routes.post(links::ROUND_EDIT, Right::Lead, rounds::change);
    routes.get(links::ROUND_HTML, Right::Lead, rounds::html);
    routes.get(links::ROUND_FILE, Right::Lead, rounds::file);
    routes.post(links::ROUND_TEST, Right::Lead, rounds::test);
    routes.post(links::ROUND_LAY_OUT, Right::Lead, rounds::lay_out);
    routes.get(links::GUEST, Right::Lead, guests::show);
    routes.post(links::GUEST_REPLY, Right::Lead, guests::reply);
    routes.post(links::GUEST_AGAIN, Right::Lead, guests::again);
    routes.post(links::GUEST_WITHDRAWAL, Right::Lead, guests::withdraw);
    routes.post(links::GUEST_SUCCESSION, Right::Lead, guests::succeed);
    routes.post(links::OWN_REPLY, Right::OwnAccount, guests::own);
    routes.get(links::REMINDERS, Right::Lead, reminders::show);
    routes.post(links::REMINDERS, Right::Lead, reminders::set);
    routes.get(links::AGAIN, Right::ReadPublic, again::ask);
    routes.post(links::AGAIN, Right::ReadPublic, again::wish);
    routes.get(links::AGAIN_SENT, Right::ReadPublic, again::sent);
    routes.get(links::REPLY, Right::ReadPublic, reply::show);
    routes.post(links::REPLY, Right::ReadPublic, reply::record);
    routes.get(links::REPLY_DOCUMENT, Right::ReadPublic, reply::document);
}

/// The gathering of an address.
fn at(conn: &mut Conn<'_>, visit: &Visit, slug: &str) -> Result<Gathering, Halt> {
    let network = visit.network()?.id;
    gatherings::gathering_by_slug(conn, network, slug)?.ok_or(Halt::Missing)
}

/// The gathering of an address, for those who lead it.
async fn led(visit: &Visit, slug: String) -> Result<Gathering, Problem> {
    let inner = visit.clone();
    let found = visit
        .store()
        .read(move |conn| at(conn, &inner, &slug))
        .await?;
    visit.require(Right::Lead, &found.subject(false))?;
    Ok(found)
}
