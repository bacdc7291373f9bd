//! What registration shows on a gathering's page: the way in, until when, and how much room.

use askama::Template;
use base::{Fault, GatheringId};
use gatherings::SeriesKind;
use shell::{Panel, Place, Visit};
use store::Conn;

use super::{rendered, today, until};
use crate::actions::Floor;
use crate::rules::{DeskState, Level, Stage, stage_of};
use crate::{links, records};

pub(crate) const PANELS: &[Panel] = &[Panel {
    order: 12,
    show: panel,
}];

#[derive(Template)]
#[template(path = "registration/panel.html")]
struct GatheringPanel<'v> {
    visit: &'v Visit,
    stage: &'static str,
    is_running: bool,
    level: &'static str,
    is_full: bool,
    ring: &'static str,
    until: String,
    opens: String,
    is_choice: bool,
    href: String,
}

fn panel(conn: &mut Conn<'_>, visit: &Visit, place: Place<'_>) -> Result<Option<String>, Fault> {
    match place {
        Place::Gathering(id) => on_gathering(conn, visit, id),
        _ => Ok(None),
    }
}

fn on_gathering(
    conn: &mut Conn<'_>,
    visit: &Visit,
    id: GatheringId,
) -> Result<Option<String>, Fault> {
    let Some(it) = gatherings::gathering(conn, id)? else {
        return Ok(None);
    };
    let Some(network) = visit.network.as_ref().filter(|card| card.id == it.network) else {
        return Ok(None);
    };
    let series = match it.series {
        Some(id) => gatherings::series(conn, id)?,
        None => None,
    };
    let series = series.filter(|it| it.kind == SeriesKind::Choice);
    let about = (Some(it.id), series.map(|it| it.id));
    let desk = records::desk_of(conn, about)?;
    let Some(desk) = desk.filter(|it| it.state != DeskState::Draft) else {
        return Ok(None);
    };
    let floor = Floor::of(conn, desk, visit.now)?;
    let Some(date) = floor.date(id) else {
        return Ok(None);
    };
    let stage = stage_of(&floor.desk, date, (today(date, visit.now), visit.now));
    if matches!(stage, Stage::Draft | Stage::Cancelled) {
        return Ok(None);
    }
    let level = Level::of(floor.line.free(id, None), floor.line.capacity(id));
    let opens = floor.desk.opens.filter(|_| stage == Stage::Early);
    let opens = opens.map(|day| super::together(&calendar::dates::day_long(day, visit.lang)));
    rendered(&GatheringPanel {
        visit,
        stage: stage.key(),
        is_running: stage == Stage::Running,
        level: level.key(),
        is_full: level == Level::Full,
        ring: level.ring(),
        until: until(visit, date, floor.desk.closes_at(date)),
        opens: opens.unwrap_or_default(),
        is_choice: floor.desk.series.is_some(),
        href: visit.href(&links::desk(&network.slug, &it.slug, "")),
    })
    .map(Some)
}
