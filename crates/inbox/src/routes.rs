//! The inbox over HTTP.

mod desk;
mod read;

use base::access::Right;
use base::{Halt, NetworkId};
use shell::{Routes, Visit};
use uuid::Uuid;

use crate::links;
use crate::records::mails::{self, MailIn};

/// The room's addresses with the rights they need.
pub(crate) fn routes(routes: &mut Routes) {
    routes.get(links::INBOX, Right::RunOffice, read::inbox);
    routes.get(links::SETTINGS, Right::RunOffice, desk::settings);
    routes.post(links::SETTINGS, Right::RunOffice, desk::set);
    routes.post(links::FREE, Right::RunOffice, desk::free);
    routes.get(links::MAIL, Right::RunOffice, read::mail);
    routes.get(links::FILE, Right::RunOffice, read::file);
    routes.post(links::FILING, Right::RunOffice, desk::file);
    routes.post(links::REPLY, Right::RunOffice, desk::reply);
    routes.post(links::DISMISSAL, Right::RunOffice, desk::dismiss);
    routes.post(links::RETURN, Right::RunOffice, desk::reopen);
}

/// The mail of an address, if it is one of the network's.
async fn found(visit: &Visit, id: &str) -> Result<(NetworkId, MailIn), Halt> {
    let id: Uuid = id.parse().map_err(|_| Halt::Missing)?;
    let network = visit.network()?.id;
    let mail = visit
        .store()
        .read(move |conn| mails::mail_in(conn, id))
        .await?;
    let mail = mail.filter(|it| it.network == Some(network));
    Ok((network, mail.ok_or(Halt::Missing)?))
}
