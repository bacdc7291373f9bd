//! Gatherings of a plan's year that are known already and stand in no plan.

use std::collections::HashSet;

use base::Fault;
use base::access::Right;
use gatherings::{Onlooker, Outline, State};
use shell::Visit;
use store::Conn;

use super::sheet::span;
use crate::records;
use crate::rules::YearPlan;

/// The gatherings that this person can take into a plan, in order of time.
pub(crate) fn adoptable(
    conn: &mut Conn<'_>,
    visit: &Visit,
    plan: &YearPlan,
) -> Result<Vec<Outline>, Fault> {
    let planned: HashSet<_> = records::plans::planned(conn, plan.network)?
        .into_iter()
        .collect();
    let onlooker = Onlooker {
        network: plan.network,
        actor: &visit.actor,
    };
    let mut found = gatherings::outlines(conn, onlooker, span(plan.year))?;
    found.retain(|it| {
        matches!(it.state, State::Draft | State::Announced)
            && (plan.group.is_none() || it.group == plan.group)
            && !planned.contains(&it.id)
            && visit.may(Right::Lead, &it.subject())
    });
    Ok(found)
}
