//! Choosing the group that another one becomes one with.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use base::{Blame, GroupId, Halt};
use register::{Among, Group};
use shell::{Answer, Fields, Form, Named, Page, Visit, show_as};

use super::{Two, here};
use crate::links;
use crate::pages::GroupPage;

/// The field that names the other group.
const OTHER: &str = "other";

async fn found(visit: &Visit, slug: &str) -> Result<Group, Halt> {
    let (network, _) = here(visit)?;
    let slug = slug.to_owned();
    visit
        .store()
        .read(move |conn| register::group_by_slug(conn, network, &slug)?.ok_or(Halt::Missing))
        .await
}

pub(super) async fn ask(visit: Visit, Path((_, slug)): Path<(String, String)>) -> Answer {
    let group = found(&visit, &slug).await?;
    page(&visit, &group, Form::default()).await
}

async fn page(visit: &Visit, group: &Group, form: Form) -> Answer {
    let (network, slug) = here(visit)?;
    let (inner, typed, itself) = (visit.clone(), form.clone(), group.id.to_string());
    let groups = visit
        .store()
        .read(move |conn| {
            let place = (network, inner.today());
            let field = (OTHER, Among::Groups, inner.say("duplicates-group-choose"));
            register::offer(conn, &inner, place, &typed, field)
        })
        .await?;
    let groups = shell::Pick {
        all: groups.all.map(|mut all| {
            all.retain(|(value, _)| *value != itself);
            all
        }),
        ..groups
    };
    let status = if form.is_blamed() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    let record = register::links::below(register::links::GROUP, &slug, &group.slug);
    let list = register::links::of(register::links::GROUPS, &slug);
    show_as(
        status,
        &GroupPage {
            page: Page::new(visit, visit.say("duplicates-group-merge"))
                .below(visit.say("register-groups"), &list)
                .below_record(group.name.clone(), &record)
                .here(),
            action: visit.href(&links::group(&slug, &group.slug)),
            cancel_href: visit.href(&record),
            groups,
            fields: Fields::new(visit, form),
        },
    )
}

pub(super) async fn choose(
    visit: Visit,
    Path((_, slug)): Path<(String, String)>,
    form: Form,
) -> Answer {
    let group = found(&visit, &slug).await?;
    let (_, network) = here(&visit)?;
    let mut form = register::settled(&visit, form, (OTHER, Among::Groups)).await?;
    let other: Option<GroupId> = form.id(OTHER);
    if !form.is_blamed() {
        match other {
            None => form.blame(Blame::at(OTHER, "fault-missing")),
            Some(other) if other == group.id => {
                form.blame(Blame::at(OTHER, "duplicates-fault-itself"));
            }
            Some(other) => {
                let two = Two {
                    named: Named::Group,
                    one: group.id.into(),
                    other: other.into(),
                };
                let pair = visit.href(&two.link(links::PAIR, &network));
                return Ok(Redirect::to(&pair).into_response());
            }
        }
    }
    page(&visit, &group, form).await
}
