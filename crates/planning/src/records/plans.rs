//! Plans and their rows.

use base::{Fault, GatheringId, GroupId, NetworkId, YearPlanId};
use jiff::Timestamp;
use store::{Conn, Row, params, sql};

use crate::rules::{PlanState, RowKind, YearPlan};

/// A plan by its id.
pub fn plan(conn: &mut Conn<'_>, id: YearPlanId) -> Result<Option<YearPlan>, Fault> {
    conn.one(
        sql!(
            "SELECT plan.id, plan.network_id, plan.group_id, COALESCE(circle.slug, ''),
             COALESCE(circle.name, ''), plan.year, plan.state, plan.published_at, plan.changed_at
             FROM year_plan plan LEFT JOIN network_group circle ON circle.id = plan.group_id
             WHERE plan.id = $1"
        ),
        params![id],
        read,
    )
}

/// All plans of a network, the latest year first, the network's own before those of groups.
pub fn plans_of(conn: &mut Conn<'_>, network: NetworkId) -> Result<Vec<YearPlan>, Fault> {
    conn.all(
        sql!(
            "SELECT plan.id, plan.network_id, plan.group_id, COALESCE(circle.slug, ''),
             COALESCE(circle.name, ''), plan.year, plan.state, plan.published_at, plan.changed_at
             FROM year_plan plan LEFT JOIN network_group circle ON circle.id = plan.group_id
             WHERE plan.network_id = $1
             ORDER BY plan.year DESC, COALESCE(circle.name, ''), plan.id"
        ),
        params![network],
        read,
    )
}

/// The plan of a year of a network, or of its group with this path segment.
pub fn plan_of(
    conn: &mut Conn<'_>,
    network: NetworkId,
    (year, group_slug): (i16, &str),
) -> Result<Option<YearPlan>, Fault> {
    conn.one(
        sql!(
            "SELECT plan.id, plan.network_id, plan.group_id, COALESCE(circle.slug, ''),
             COALESCE(circle.name, ''), plan.year, plan.state, plan.published_at, plan.changed_at
             FROM year_plan plan LEFT JOIN network_group circle ON circle.id = plan.group_id
             WHERE plan.network_id = $1 AND plan.year = $2 AND COALESCE(circle.slug, '') = $3"
        ),
        params![network, i64::from(year), group_slug],
        read,
    )
}

fn read(row: &mut Row) -> Result<YearPlan, Fault> {
    Ok(YearPlan {
        id: row.take()?,
        network: row.take()?,
        group: row.take()?,
        group_slug: row.take()?,
        group_name: row.take()?,
        year: i16::try_from(row.take::<i64>()?)
            .map_err(|cause| Fault::because("read the year of a plan", cause))?,
        state: PlanState::from_word(&row.take::<String>()?)
            .ok_or_else(|| Fault::new("read the state of a plan"))?,
        published_at: row.take()?,
        changed_at: row.take()?,
    })
}

/// Writes a new plan.
pub fn add(
    conn: &mut Conn<'_>,
    (id, network, group): (YearPlanId, NetworkId, Option<GroupId>),
    (year, at): (i16, Timestamp),
) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "INSERT INTO year_plan (id, network_id, group_id, year, state, published_at, changed_at)
             VALUES ($1, $2, $3, $4, 'draft', NULL, $5)"
        ),
        params![id, network, group, i64::from(year), at],
    )?;
    Ok(())
}

/// Says when a plan was changed last.
pub fn touch(conn: &mut Conn<'_>, id: YearPlanId, at: Timestamp) -> Result<(), Fault> {
    conn.exec(
        sql!("UPDATE year_plan SET changed_at = $2 WHERE id = $1"),
        params![id, at],
    )?;
    Ok(())
}

/// Says that a plan is published; the first time stays.
pub fn publish(conn: &mut Conn<'_>, id: YearPlanId, at: Timestamp) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "UPDATE year_plan SET state = 'published', changed_at = $2,
             published_at = COALESCE(published_at, $2) WHERE id = $1"
        ),
        params![id, at],
    )?;
    Ok(())
}

/// Deletes a plan that has no rows any more.
pub fn remove(conn: &mut Conn<'_>, id: YearPlanId) -> Result<(), Fault> {
    conn.exec(sql!("DELETE FROM year_plan WHERE id = $1"), params![id])?;
    Ok(())
}

/// The gatherings of a plan with what they are.
pub fn rows(conn: &mut Conn<'_>, plan: YearPlanId) -> Result<Vec<(GatheringId, RowKind)>, Fault> {
    conn.all(
        sql!("SELECT gathering_id, kind FROM plan_row WHERE plan_id = $1"),
        params![plan],
        |row| {
            let id = row.take()?;
            let kind = RowKind::from_word(&row.take::<String>()?)
                .ok_or_else(|| Fault::new("read the kind of a row"))?;
            Ok((id, kind))
        },
    )
}

/// Whether a gathering stands in a plan.
pub fn is_planned(conn: &mut Conn<'_>, gathering: GatheringId) -> Result<bool, Fault> {
    let count = conn.count(
        sql!("SELECT COUNT(*) FROM plan_row WHERE gathering_id = $1"),
        params![gathering],
    )?;
    Ok(count > 0)
}

/// The gatherings of a network that stand in a plan.
pub fn planned(conn: &mut Conn<'_>, network: NetworkId) -> Result<Vec<GatheringId>, Fault> {
    conn.all(
        sql!(
            "SELECT planned.gathering_id FROM plan_row planned
             JOIN year_plan plan ON plan.id = planned.plan_id WHERE plan.network_id = $1"
        ),
        params![network],
        Row::take,
    )
}

/// Ties a gathering to a plan.
pub fn add_row(
    conn: &mut Conn<'_>,
    plan: YearPlanId,
    (gathering, kind): (GatheringId, RowKind),
) -> Result<(), Fault> {
    conn.exec(
        sql!("INSERT INTO plan_row (plan_id, gathering_id, kind) VALUES ($1, $2, $3)"),
        params![plan, gathering, kind.word()],
    )?;
    Ok(())
}

/// Says what a row is.
pub fn set_kind(conn: &mut Conn<'_>, gathering: GatheringId, kind: RowKind) -> Result<(), Fault> {
    conn.exec(
        sql!("UPDATE plan_row SET kind = $2 WHERE gathering_id = $1"),
        params![gathering, kind.word()],
    )?;
    Ok(())
}
