//! Taking gatherings into a plan that are known already, several at once.

use axum::extract::Path;
use axum::http::StatusCode;
use base::{Blame, GatheringId, Halt};
use calendar::dates;
use gatherings::{Outline, State};
use shell::{Answer, Fields, Form, Problem, Visit, go, show_as};

use super::{led, network_slug};
use crate::pages::adopt::AdoptPage;
use crate::pages::page_below;
use crate::rules::YearPlan;
use crate::table::adoptable::adoptable;
use crate::{actions, links};

async fn found(visit: &Visit, segment: &str) -> Result<(YearPlan, Vec<Outline>), Problem> {
    let plan = led(visit, segment).await?;
    let (looker, about) = (visit.clone(), plan.clone());
    let found = visit
        .store()
        .read(move |conn| adoptable(conn, &looker, &about))
        .await?;
    Ok((plan, found))
}

pub(super) async fn show(visit: Visit, Path((_, segment)): Path<(String, String)>) -> Answer {
    let (plan, found) = found(&visit, &segment).await?;
    page(&visit, (&plan, &found), (Form::default(), StatusCode::OK))
}

fn page(
    visit: &Visit,
    (plan, found): (&YearPlan, &[Outline]),
    (form, status): (Form, StatusCode),
) -> Answer {
    let slug = network_slug(visit)?;
    let below = |rest: &str| visit.href(&links::below(&slug, &plan.segment(), rest));
    show_as(
        status,
        &AdoptPage {
            page: page_below(visit, plan, "planning-adopt")?,
            fields: Fields::new(visit, form),
            action: below("uebernahme"),
            cancel: below("bearbeiten"),
            gatherings: found.iter().map(|it| choice(visit, it)).collect(),
        },
    )
}

fn choice(visit: &Visit, it: &Outline) -> (String, String) {
    let day = dates::day_short(it.starts.date(), visit.lang);
    let key = match it.state {
        State::Draft => "planning-adopt-draft",
        _ => "planning-gathering-choice",
    };
    let args = [("day", day.into()), ("title", (&it.title).into())];
    (it.id.to_string(), visit.tell(key, &args))
}

pub(super) async fn adopt(
    visit: Visit,
    Path((_, segment)): Path<(String, String)>,
    mut form: Form,
) -> Answer {
    let (plan, found) = found(&visit, &segment).await?;
    let chosen: Vec<GatheringId> = found
        .iter()
        .map(|it| it.id)
        .filter(|id| form.values("gatherings").contains(&id.to_string()))
        .collect();
    if found.is_empty() {
        return Err(Halt::no("planning-adopt-none").into());
    }
    if chosen.is_empty() {
        form.blame(Blame::at("gatherings", "planning-fault-adopt"));
        let refused = (form, StatusCode::UNPROCESSABLE_ENTITY);
        return page(&visit, (&plan, &found), refused);
    }
    let (act, id) = (visit.clone(), plan.id);
    visit
        .store()
        .write(move |conn| {
            actions::adopt_gatherings(conn, &mut act.moment(), &act.actor, id, &chosen)
        })
        .await?;
    let path = links::below(&network_slug(&visit)?, &plan.segment(), "bearbeiten");
    Ok(go(&visit, &path, "year-plan-adopted"))
}
