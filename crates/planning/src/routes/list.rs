//! All plans of a network.

use axum::http::StatusCode;
use base::access::{Right, Subject};
use base::{Blame, Fault, GroupId};
use shell::{Answer, Fields, Form, Link, Page, Visit, go, kept, show_as};

use super::network_slug;
use crate::pages::edit::{state_key, state_ring};
use crate::pages::list::{Begin, ListPage, Row};
use crate::pages::title;
use crate::rules::YearPlan;
use crate::{actions, links, records};

pub(super) async fn all(visit: Visit) -> Answer {
    let year = i64::from(visit.today().year()) + 1;
    let network = visit.network()?.id;
    let latest = visit
        .store()
        .read(move |conn| records::plans::plans_of(conn, network))
        .await?
        .into_iter()
        .next();
    // Whoever planned for a group last will plan for it again.
    let group = latest.and_then(|plan| plan.group).map(|id| id.to_string());
    let form = Form::of([
        ("year", year.to_string()),
        ("group", group.unwrap_or_default()),
    ]);
    let answer = page(&visit, form, StatusCode::OK).await;
    if visit.actor.is_signed_in() {
        answer
    } else {
        kept(answer)
    }
}

async fn page(visit: &Visit, form: Form, status: StatusCode) -> Answer {
    let network = visit.network()?.clone();
    let may_lead = visit.may_here(Right::Lead);
    let looker = visit.clone();
    let (found, groups) = visit
        .store()
        .read(move |conn| {
            let mut found = Vec::new();
            for plan in records::plans::plans_of(conn, network.id)? {
                if looker.may(Right::ReadRecord, &plan.subject()) {
                    let rows = records::plans::rows(conn, plan.id)?;
                    found.push((plan, rows.len()));
                }
            }
            let groups = if may_lead {
                register::groups_of(conn, network.id)?
            } else {
                Vec::new()
            };
            Ok::<_, Fault>((found, groups))
        })
        .await?;
    let network = visit.network()?;
    let slug = &network.slug;
    let is_office = visit.may_here(Right::RunOffice);
    let mut choices: Vec<_> = groups
        .into_iter()
        .filter(|group| !group.ended && (is_office || visit.actor.leads(group.id)))
        .map(|group| (group.id.to_string(), group.name))
        .collect();
    if is_office {
        let whole = visit.say("planning-for-network").to_owned();
        choices.insert(0, (String::new(), whole));
    }
    show_as(
        status,
        &ListPage {
            page: Page::new(visit, visit.say("planning-nav"))
                .below_record(&network.name, &format!("/{slug}"))
                .here(),
            rows: found
                .iter()
                .map(|(plan, count)| row(visit, slug, plan, *count))
                .collect(),
            begin: may_lead.then(|| Begin {
                fields: Fields::new(visit, form),
                action: visit.href(&links::plans(slug)),
                groups: choices,
            }),
            topics: visit.may_here(Right::TakePart).then(|| {
                let path = links::topics(slug);
                Link::new(visit.say("planning-topics"), visit.href(&path))
            }),
            school: is_office.then(|| {
                let path = links::school(slug);
                Link::new(visit.say("planning-school"), visit.href(&path))
            }),
        },
    )
}

fn row(visit: &Visit, slug: &str, plan: &YearPlan, count: usize) -> Row {
    Row {
        title: title(visit, plan),
        href: visit.href(&links::plan(slug, &plan.segment())),
        count: visit.tell("planning-count", &[("count", count.into())]),
        state: state_ring(plan.state),
        state_label: visit.say(state_key(plan.state)).to_owned(),
    }
}

pub(super) async fn begin(visit: Visit, mut form: Form) -> Answer {
    let network = visit.network()?.id;
    let unprocessable = StatusCode::UNPROCESSABLE_ENTITY;
    if form.value("year").trim().is_empty() {
        form.blame(Blame::at("year", "fault-missing"));
    }
    let year = form
        .number("year", 1995, 2199)
        .and_then(|year| i16::try_from(year).ok());
    let group: Option<GroupId> = form.id("group");
    let subject = Subject::Record {
        network,
        group,
        record: None,
        audience: base::access::Audience::Office,
        published: false,
        invited: false,
    };
    if !visit.may(Right::Lead, &subject) {
        form.blame(Blame::at("group", "gatherings-fault-own-group"));
    }
    let (Some(year), false) = (year, form.is_blamed()) else {
        return page(&visit, form, unprocessable).await;
    };
    let act = visit.clone();
    let begun = visit
        .store()
        .write(move |conn| {
            actions::begin_plan(conn, &mut act.moment(), &act.actor, network, (year, group))
        })
        .await;
    match begun {
        Ok(plan) => {
            let slug = network_slug(&visit)?;
            let path = links::below(&slug, &plan.segment(), "bearbeiten");
            Ok(go(&visit, &path, "year-plan-begun"))
        }
        Err(halt) => {
            form.take_refusal(halt)?;
            page(&visit, form, unprocessable).await
        }
    }
}
