//! Addresses of plans and topics with their rights, and what the handlers share.

mod adopt;
mod edit;
mod list;
mod proposals;
mod publish;
mod read;
mod school;
pub(crate) mod topics;

use base::access::Right;
use base::{Fault, Halt};
use shell::{Problem, Routes, Visit};

use crate::rules::YearPlan;
use crate::{links, records};

/// All routes of this room.
pub(crate) fn fill(routes: &mut Routes) {
    routes.get(links::PLANS, Right::ReadPublic, list::all);
    routes.post(links::PLANS, Right::Lead, list::begin);
    routes.get(links::PLAN, Right::ReadRecord, read::show);
    routes.get(links::EDIT, Right::Lead, edit::show);
    routes.post(links::EDIT, Right::Lead, edit::act);
    routes.get(links::PUBLICATION, Right::Lead, publish::ask);
    routes.post(links::PUBLICATION, Right::Lead, publish::publish);
    routes.get(links::DELETION, Right::Lead, publish::ask_delete);
    routes.post(links::DELETION, Right::Lead, publish::delete);
    routes.get(links::ADOPTION, Right::Lead, adopt::show);
    routes.post(links::ADOPTION, Right::Lead, adopt::adopt);
    routes.get(links::SCHOOL, Right::RunOffice, school::show);
    routes.post(links::SCHOOL, Right::RunOffice, school::save);
    routes.get(links::TOPICS, Right::TakePart, topics::all);
    routes.post(links::TOPICS, Right::TakePart, topics::propose);
    routes.get(links::TOPIC, Right::RunOffice, topics::edit);
    routes.post(links::TOPIC, Right::RunOffice, topics::save);
    routes.post(links::ASSIGNMENT, Right::RunOffice, topics::assign);
    routes.post(links::DISMISSAL, Right::RunOffice, topics::dismiss);
    routes.post(links::REOPENING, Right::RunOffice, topics::reopen);
    routes.get(links::PROPOSAL, Right::TakePart, proposals::blank);
    routes.post(links::PROPOSAL, Right::TakePart, proposals::propose);
    routes.get(links::DEADLINE, Right::Lead, proposals::deadline);
    routes.post(links::DEADLINE, Right::Lead, proposals::set_deadline);
}

/// The network's first path segment.
fn network_slug(visit: &Visit) -> Result<String, Halt> {
    Ok(visit.network()?.slug.clone())
}

/// The plan at an address, whoever may read it.
async fn found(visit: &Visit, segment: &str) -> Result<YearPlan, Problem> {
    let network = visit.network()?.id;
    let segment = segment.to_owned();
    let plan = visit
        .store()
        .read(move |conn| {
            let Some(key) = YearPlan::read_segment(&segment) else {
                return Ok::<_, Fault>(None);
            };
            if let Some(plan) = records::plans::plan_of(conn, network, key)? {
                return Ok(Some(plan));
            }
            // A group that got another address, or became one with another, has its plan still.
            let now = register::old_slug(conn, network, "group", key.1)?;
            match now.map(|id| register::group(conn, id.into())) {
                Some(group) => match group? {
                    Some(group) => records::plans::plan_of(conn, network, (key.0, &group.slug)),
                    None => Ok(None),
                },
                None => Ok(None),
            }
        })
        .await?
        .ok_or(Halt::Missing)?;
    Ok(plan)
}

/// The plan at an address that this person works on.
async fn led(visit: &Visit, segment: &str) -> Result<YearPlan, Problem> {
    let plan = found(visit, segment).await?;
    visit.require(Right::Lead, &plan.subject())?;
    Ok(plan)
}
