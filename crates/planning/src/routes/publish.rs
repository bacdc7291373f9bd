//! Publishing a plan and deleting a draft, each after a question.

use axum::extract::Path;
use base::Halt;
use calendar::dates;
use gatherings::{Outline, State};
use shell::{Answer, ConfirmPage, Marked, Problem, Visit, go, record, show};

use super::{led, network_slug};
use crate::pages::edit::conflict_words;
use crate::pages::{page_below, title};
use crate::rules::{YearPlan, conflicts};
use crate::table::sheet::{self, Sheet};
use crate::{actions, links};

async fn loaded(visit: &Visit, segment: &str) -> Result<Sheet, Problem> {
    let plan = led(visit, segment).await?;
    let looker = visit.clone();
    let sheet = visit
        .store()
        .read(move |conn| sheet::load(conn, &looker, plan))
        .await?;
    Ok(sheet)
}

fn drafts(sheet: &Sheet) -> impl Iterator<Item = &Outline> {
    let rows = sheet.rows.iter().map(|(it, _)| it);
    rows.filter(|it| it.state == State::Draft)
}

/// The way back, where nothing is left to do.
fn back(visit: &Visit, plan: &YearPlan) -> Answer {
    let slug = network_slug(visit)?;
    let path = visit.href(&links::below(&slug, &plan.segment(), "bearbeiten"));
    Ok(axum::response::IntoResponse::into_response(
        axum::response::Redirect::to(&path),
    ))
}

pub(super) async fn ask(visit: Visit, Path((_, segment)): Path<(String, String)>) -> Answer {
    let sheet = loaded(&visit, &segment).await?;
    if drafts(&sheet).next().is_none() {
        return back(&visit, &sheet.plan);
    }
    let slug = network_slug(&visit)?;
    let below = |rest: &str| visit.href(&links::below(&slug, &sheet.plan.segment(), rest));
    let count = drafts(&sheet).count();
    let question = visit.tell_marked(
        "planning-publish-question",
        &[
            ("plan", title(&visit, &sheet.plan).into()),
            ("count", count.into()),
        ],
    );
    let mut consequences: Vec<Marked> = drafts(&sheet).map(|it| line(&visit, &sheet, it)).collect();
    consequences.push(Marked::own(visit.say("planning-publish-follows")));
    show(&ConfirmPage {
        page: page_below(&visit, &sheet.plan, "planning-publish")?,
        question,
        consequences,
        action: below("veroeffentlichung"),
        confirm_label: visit.say("planning-publish").to_owned(),
        cancel_href: below("bearbeiten"),
        danger: false,
    })
}

/// What becomes public, with what speaks against it.
fn line(visit: &Visit, sheet: &Sheet, it: &Outline) -> Marked {
    let day = it.starts.date();
    let days: Vec<_> = sheet
        .rows
        .iter()
        .enumerate()
        .map(|(before, (row, _))| (before + 1, row.starts.date()))
        .collect();
    let number = sheet.rows.iter().position(|(row, _)| row.id == it.id);
    let about = (number.unwrap_or(0) + 1, day, Some(it.starts.time()));
    let marks: Vec<String> = conflicts(about, it.host.is_some(), &days, &sheet.around)
        .iter()
        .map(|conflict| conflict_words(visit, conflict, day))
        .collect();
    let when = dates::span(it.starts, it.ends, visit.lang);
    let args = [("when", when.into()), ("title", record(&it.title))];
    if marks.is_empty() {
        return visit.tell_marked("planning-publish-row", &args);
    }
    let [when, title] = args;
    visit.tell_marked(
        "planning-publish-row-marked",
        &[when, title, ("marks", marks.join("; ").into())],
    )
}

pub(super) async fn publish(visit: Visit, Path((_, segment)): Path<(String, String)>) -> Answer {
    let plan = led(&visit, &segment).await?;
    let act = visit.clone();
    let id = plan.id;
    visit
        .store()
        .write(move |conn| actions::publish_plan(conn, &mut act.moment(), &act.actor, id))
        .await?;
    let path = links::plan(&network_slug(&visit)?, &plan.segment());
    Ok(go(&visit, &path, "year-plan-published"))
}

pub(super) async fn ask_delete(visit: Visit, Path((_, segment)): Path<(String, String)>) -> Answer {
    let sheet = loaded(&visit, &segment).await?;
    let slug = network_slug(&visit)?;
    let below = |rest: &str| visit.href(&links::below(&slug, &sheet.plan.segment(), rest));
    let mut consequences: Vec<Marked> = drafts(&sheet).map(|it| line(&visit, &sheet, it)).collect();
    consequences.push(Marked::own(visit.say("planning-delete-follows")));
    show(&ConfirmPage {
        page: page_below(&visit, &sheet.plan, "planning-delete")?,
        question: visit.tell_marked(
            "planning-delete-question",
            &[("plan", title(&visit, &sheet.plan).into())],
        ),
        consequences,
        action: below("loeschung"),
        confirm_label: visit.say("planning-delete").to_owned(),
        cancel_href: below("bearbeiten"),
        danger: true,
    })
}

pub(super) async fn delete(visit: Visit, Path((_, segment)): Path<(String, String)>) -> Answer {
    let plan = led(&visit, &segment).await?;
    let act = visit.clone();
    let id = plan.id;
    visit
        .store()
        .write(move |conn| {
            actions::remove_plan(conn, &mut act.moment(), &act.actor, id)?;
            Ok::<_, Halt>(())
        })
        .await?;
    let path = links::plans(&network_slug(&visit)?);
    Ok(go(&visit, &path, "year-plan-deleted"))
}
