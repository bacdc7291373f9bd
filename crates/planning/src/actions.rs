//! What people do with plans and topics: each act is one transaction.

mod plan;
mod publish;
mod school;
mod topics;

pub use plan::{
    RowInput, Saved, add_row, adopt_gathering, adopt_gatherings, begin_plan, remove_plan, save_rows,
};
pub use publish::publish_plan;
pub use school::set_school_holidays;
pub use topics::{
    TopicInput, assign_topic, change_topic, deadline, dismiss_topic, is_open_for_proposals,
    propose_topic, reopen_topic, set_deadline,
};

use base::access::Actor;
use base::{Fault, Halt, Moment, YearPlanId};
use shell::Named;
use store::{Conn, Entry, Indexed};
use uuid::Uuid;

use crate::rules::{PlanState, YearPlan};
use crate::{links, records};

fn known(conn: &mut Conn<'_>, id: YearPlanId) -> Result<YearPlan, Halt> {
    records::plans::plan(conn, id)?.ok_or(Halt::Missing)
}

fn note(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    plan: &YearPlan,
    (verb, detail): (&'static str, String),
) -> Result<(), Fault> {
    conn.note(
        moment,
        &Entry {
            network: Some(plan.network),
            account: who.account,
            actor: &who.name,
            verb,
            kind: "year-plan",
            subject: plan.id.into(),
            detail,
        },
    )
}

/// Lets the plans of a group's network be found as they stand after two groups became one or
/// were parted; one that is gone is found no more.
pub(crate) fn refresh(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (named, id): (Named, Uuid),
) -> Result<(), Fault> {
    let group = match named {
        Named::Group => register::group(conn, id.into())?,
        Named::Person | Named::Organisation => None,
    };
    let Some(group) = group else {
        return Ok(());
    };
    for found in conn.newest_in(group.network, "year-plan", MOST_PLANS)? {
        if records::plans::plan(conn, found.subject.into())?.is_none() {
            conn.unindex("year-plan", found.subject)?;
        }
    }
    let plans = records::plans::plans_of(conn, group.network)?;
    plans.iter().try_for_each(|it| index(conn, moment, it))
}

/// No network has more plans.
const MOST_PLANS: i64 = 5000;

/// Lets a published plan be found.
fn index(conn: &mut Conn<'_>, moment: &mut Moment, plan: &YearPlan) -> Result<(), Fault> {
    let Some(network) = register::network(conn, plan.network)? else {
        return Ok(());
    };
    if plan.state == PlanState::Draft {
        return Ok(());
    }
    conn.index(
        moment,
        &Indexed {
            network: plan.network,
            kind: "year-plan",
            subject: plan.id.into(),
            audience: base::access::Audience::Public,
            title: &format!("Jahresplan {}", plan.year),
            href: &links::plan(&network.slug, &plan.segment()),
            day: None,
            text: &format!("Jahresplan Plan {} {}", plan.year, plan.group_name),
        },
    )
}
