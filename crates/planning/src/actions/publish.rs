//! Publishing a plan: all its drafts are announced at once.

use base::access::Actor;
use base::{Halt, Moment, YearPlanId};
use gatherings::State;
use store::Conn;

use super::{index, known, note};
use crate::records;

/// Publishes a plan and announces every draft in it; how many there were. Once published, it
/// announces the drafts that came after.
///
/// # Errors
/// Refused where there is nothing to announce.
pub fn publish_plan(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    id: YearPlanId,
) -> Result<usize, Halt> {
    let plan = known(conn, id)?;
    let mut announced = 0_usize;
    let rows = records::plans::rows(conn, id)?;
    for (gathering, _) in &rows {
        let it = gatherings::gathering(conn, *gathering)?.ok_or(Halt::Missing)?;
        if it.state == State::Draft {
            gatherings::announce(conn, moment, who, it.id)?;
            announced += 1;
        }
    }
    if rows.is_empty() || (announced == 0 && plan.published_at.is_some()) {
        return Err(Halt::no("planning-fault-nothing-to-publish"));
    }
    records::plans::publish(conn, id, moment.now())?;
    let plan = known(conn, id)?;
    index(conn, moment, &plan)?;
    let detail = announced.to_string();
    note(conn, moment, who, &plan, ("year-plan-published", detail))?;
    Ok(announced)
}
