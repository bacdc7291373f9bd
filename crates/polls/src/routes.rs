//! Polls over HTTP.

mod answers;
mod asking;
mod ending;
mod making;

use base::Halt;
use base::access::Right;
use shell::{Problem, Routes, Visit};
use uuid::Uuid;

use crate::rules::DatePoll;
use crate::{links, records};

/// The room's addresses with the rights they need.
pub(crate) fn routes(routes: &mut Routes) {
    routes.get(links::POLLS, Right::Lead, making::list);
    routes.get(links::NEW, Right::Lead, making::new);
    routes.post(links::NEW, Right::Lead, making::make);
    routes.get(links::POLL, Right::Lead, asking::show);
    routes.get(links::EDIT, Right::Lead, making::edit);
    routes.post(links::EDIT, Right::Lead, making::change);
    routes.get(links::HTML, Right::Lead, asking::html);
    routes.post(links::TRIAL, Right::Lead, asking::trial);
    routes.post(links::LAYING_OUT, Right::Lead, asking::lay_out);
    routes.post(links::REMINDING, Right::Lead, asking::remind);
    routes.post(links::CLOSING, Right::Lead, ending::close);
    routes.post(links::DEADLINE, Right::Lead, ending::set_deadline);
    routes.get(links::WITHDRAWAL, Right::Lead, ending::ask_withdrawal);
    routes.post(links::WITHDRAWAL, Right::Lead, ending::withdraw);
    routes.get(links::SETTLEMENT, Right::Lead, ending::ask_settlement);
    routes.post(links::SETTLEMENT, Right::Lead, ending::settle);
    routes.get(links::PERSON, Right::Lead, answers::somebody);
    routes.post(links::PERSON, Right::Lead, answers::for_somebody);
    routes.get(links::OWN, Right::OwnAccount, answers::own);
    routes.post(links::OWN, Right::OwnAccount, answers::as_oneself);
    routes.get(links::ANSWER, Right::ReadPublic, answers::show);
    routes.post(links::ANSWER, Right::ReadPublic, answers::record);
}

/// The poll of an address, for those who lead it.
async fn led(visit: &Visit, id: &str) -> Result<DatePoll, Problem> {
    let network = visit.network()?.id;
    let id: Uuid = id.parse().map_err(|_| Halt::Missing)?;
    let poll = visit
        .store()
        .read(move |conn| records::poll(conn, id))
        .await?
        .filter(|poll| poll.network == network)
        .ok_or(Halt::Missing)?;
    visit.require(Right::Lead, &poll.subject())?;
    Ok(poll)
}
