//! All polls, and the form of one until it is laid out.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use base::access::{Audience, Right, Subject};
use base::{Blame, Halt};
use gatherings::Gathering;
use shell::{Answer, Form, Problem, Visit, query_value, show, show_as};
use uuid::Uuid;

use super::led;
use crate::pages::{self, FormPage};
use crate::rules::PollState;
use crate::{actions, links, records, typed};

pub(super) async fn list(visit: Visit) -> Answer {
    let inner = visit.clone();
    let page = visit
        .store()
        .read(move |conn| pages::list_page(conn, &inner))
        .await?;
    show(&page)
}

/// Where the form goes, and where its way back leads.
#[derive(Clone)]
struct Target {
    known: Option<Uuid>,
    action: String,
    cancel: String,
}

impl Target {
    fn new(visit: &Visit) -> Result<Self, Halt> {
        let slug = &visit.network()?.slug;
        Ok(Self {
            known: None,
            action: links::new(slug),
            cancel: links::polls(slug),
        })
    }

    fn of(visit: &Visit, poll: Uuid) -> Result<Self, Halt> {
        let slug = &visit.network()?.slug;
        Ok(Self {
            known: Some(poll),
            action: links::poll(slug, poll, "/bearbeiten"),
            cancel: links::poll(slug, poll, ""),
        })
    }
}

async fn page(visit: &Visit, target: Target, (form, status): (Form, StatusCode)) -> Answer {
    let inner = visit.clone();
    let page: FormPage = visit
        .store()
        .read(move |conn| {
            let ways = (target.action, target.cancel);
            pages::form_page(conn, &inner, ways, form)
        })
        .await?;
    show_as(status, &page)
}

pub(super) async fn new(visit: Visit) -> Answer {
    let network = visit.network()?.id;
    let slug = query_value(&visit.query, "termin").unwrap_or_default();
    let known = visit
        .store()
        .read(move |conn| gatherings::gathering_by_slug(conn, network, &slug))
        .await?;
    let known = known.filter(|it| visit.may(Right::Lead, &it.subject(false)));
    let form = typed::blank(known.as_ref(), visit.today());
    page(&visit, Target::new(&visit)?, (form, StatusCode::OK)).await
}

pub(super) async fn make(visit: Visit, form: Form) -> Answer {
    put(&visit, Target::new(&visit)?, form).await
}

pub(super) async fn edit(visit: Visit, Path((_, id)): Path<(String, String)>) -> Answer {
    let poll = led(&visit, &id).await?;
    if poll.state != PollState::Draft {
        return Err(Halt::Stale.into());
    }
    let id = poll.id;
    let dates = visit
        .store()
        .read(move |conn| records::dates(conn, id))
        .await?;
    let form = typed::of(&poll, &dates);
    page(&visit, Target::of(&visit, id)?, (form, StatusCode::OK)).await
}

pub(super) async fn change(
    visit: Visit,
    Path((_, id)): Path<(String, String)>,
    form: Form,
) -> Answer {
    let poll = led(&visit, &id).await?;
    put(&visit, Target::of(&visit, poll.id)?, form).await
}

async fn put(visit: &Visit, target: Target, form: Form) -> Answer {
    let mut form = invitations::settled(visit, form).await?;
    if form.has("more") && !form.is_blamed() {
        return page(visit, target, (form, StatusCode::OK)).await;
    }
    if form.value("do") == "add" {
        let form = typed::with_another_row(&form);
        return page(visit, target, (form, StatusCode::OK)).await;
    }
    let unprocessable = StatusCode::UNPROCESSABLE_ENTITY;
    let gathering = gathering(visit, &mut form).await?;
    check_rights(visit, &mut form, gathering.as_ref())?;
    let network = visit.network()?;
    let zone = gathering.as_ref().map_or(&network.zone, |it| &it.zone);
    let Some(input) = typed::input(&mut form, gathering.as_ref(), zone) else {
        return page(visit, target, (form, unprocessable)).await;
    };
    let (act, about) = (visit.clone(), (network.id, target.known));
    let put = visit
        .store()
        .write(move |conn| actions::put_poll(conn, &mut act.moment(), &act.actor, about, input))
        .await;
    match put {
        Ok(poll) => {
            let path = links::poll(&visit.network()?.slug, poll, "");
            Ok(Redirect::to(&visit.href(&path)).into_response())
        }
        Err(halt) => {
            form.take_refusal(halt)?;
            page(visit, target, (form, unprocessable)).await
        }
    }
}

/// The gathering that the form names; the form is blamed for one that is not there.
async fn gathering(visit: &Visit, form: &mut Form) -> Result<Option<Gathering>, Problem> {
    let Some(id) = typed::gathering(form) else {
        return Ok(None);
    };
    let network = visit.network()?.id;
    let found = visit
        .store()
        .read(move |conn| gatherings::gathering(conn, id))
        .await?
        .filter(|it| it.network == network);
    if found.is_none() {
        form.blame(Blame::at("gathering", "fault-choice"));
    }
    Ok(found)
}

/// Whoever looks for a day leads the gathering, or the group that is to meet.
fn check_rights(visit: &Visit, form: &mut Form, gathering: Option<&Gathering>) -> Result<(), Halt> {
    let (field, subject) = match gathering {
        Some(it) => ("gathering", it.subject(false)),
        None => (
            "group",
            Subject::Record {
                network: visit.network()?.id,
                group: form.value("group").parse().ok(),
                record: None,
                audience: Audience::Office,
                published: false,
                invited: false,
            },
        ),
    };
    if !visit.may(Right::Lead, &subject) {
        form.blame(Blame::at(field, "gatherings-fault-own-group"));
    }
    Ok(())
}
