//! Items that members propose for an announced gathering, until a day.

use axum::extract::Path;
use axum::http::StatusCode;
use base::access::Right;
use base::{Fault, Halt, OrganisationId};
use calendar::dates;
use gatherings::Gathering;
use jiff::civil::Date;
use shell::{Answer, Fields, Form, Page, Problem, Visit, go, show_as};

use super::network_slug;
use super::topics::{ORGANISATION, input, organisations, signed};
use crate::actions::{self, TopicInput};
use crate::pages::proposals::{DeadlinePage, ProposalPage};
use crate::{links, records};

/// The gathering at an address that this person may read.
async fn found(visit: &Visit, slug: &str) -> Result<Gathering, Problem> {
    let network = visit.network()?.id;
    let slug = slug.to_owned();
    let person = visit.actor.person;
    let (it, invited) = visit
        .store()
        .read(move |conn| {
            let it = gatherings::gathering_by_slug(conn, network, &slug)?.ok_or(Halt::Missing)?;
            let invitation = match person {
                Some(person) => gatherings::invitation_of(conn, it.id, person)?,
                None => None,
            };
            Ok::<_, Halt>((it, invitation.is_some_and(|it| !it.withdrawn)))
        })
        .await?;
    visit.require(Right::ReadRecord, &it.subject(invited))?;
    Ok(it)
}

fn below(visit: &Visit, it: &Gathering, key: &str) -> Result<Page, Halt> {
    let network = visit.network()?;
    let slug = &network.slug;
    Ok(Page::new(visit, visit.say(key))
        .below_record(&network.name, &format!("/{slug}"))
        .below_record(&it.title, &gatherings::links::gathering(slug, &it.slug))
        .here())
}

pub(super) async fn blank(visit: Visit, Path((_, slug)): Path<(String, String)>) -> Answer {
    let it = found(&visit, &slug).await?;
    form_page(&visit, &it, (Form::default(), StatusCode::OK)).await
}

async fn form_page(visit: &Visit, it: &Gathering, (form, status): (Form, StatusCode)) -> Answer {
    let (looker, typed) = (visit.clone(), form.clone());
    let about = it.clone();
    let (day, is_open, organisations) = visit
        .store()
        .read(move |conn| {
            let day = actions::deadline(conn, &about)?;
            let is_open = actions::is_open_for_proposals(conn, &about, looker.today())?;
            let organisations = if looker.may_here(Right::RunOffice) {
                Some(organisations(conn, &looker, about.network, &typed)?)
            } else {
                None
            };
            Ok::<_, Fault>((day, is_open, organisations))
        })
        .await?;
    let slug = network_slug(visit)?;
    let day = dates::day_long(day, visit.lang);
    let until = visit.tell("planning-proposal-until", &[("day", (&day).into())]);
    show_as(
        status,
        &ProposalPage {
            page: below(visit, it, "planning-proposal")?,
            fields: Fields::new(visit, form),
            action: visit.href(&links::proposal(&slug, &it.slug)),
            cancel: visit.href(&gatherings::links::gathering(&slug, &it.slug)),
            until: is_open.then_some(until),
            over: visit.tell("planning-proposal-over", &[("day", day.into())]),
            organisations,
        },
    )
}

pub(super) async fn propose(
    visit: Visit,
    Path((_, slug)): Path<(String, String)>,
    form: Form,
) -> Answer {
    let it = found(&visit, &slug).await?;
    let mut form = register::settled(&visit, form, ORGANISATION).await?;
    let unprocessable = StatusCode::UNPROCESSABLE_ENTITY;
    let said: Option<OrganisationId> = form.id("organisation");
    let Some(input) = input(&mut form) else {
        return form_page(&visit, &it, (form, unprocessable)).await;
    };
    let input = TopicInput {
        wished: Some(it.id),
        ..input
    };
    let act = visit.clone();
    let network = it.network;
    let proposed = visit
        .store()
        .write(move |conn| {
            let input = signed(conn, &act, input, said)?;
            actions::propose_topic(conn, &mut act.moment(), &act.actor, network, &input)
        })
        .await;
    if let Err(halt) = proposed {
        form.take_refusal(halt)?;
        return form_page(&visit, &it, (form, unprocessable)).await;
    }
    let path = gatherings::links::gathering(&network_slug(&visit)?, &it.slug);
    Ok(go(&visit, &path, "topic-proposed"))
}

pub(super) async fn deadline(visit: Visit, Path((_, slug)): Path<(String, String)>) -> Answer {
    let it = found(&visit, &slug).await?;
    visit.require(Right::Lead, &it.subject(false))?;
    let id = it.id;
    let day = visit
        .store()
        .read(move |conn| records::topics::deadline(conn, id))
        .await?;
    let day = day.map(|day: Date| day.to_string()).unwrap_or_default();
    deadline_page(&visit, &it, (Form::of([("day", day)]), StatusCode::OK))
}

fn deadline_page(visit: &Visit, it: &Gathering, (form, status): (Form, StatusCode)) -> Answer {
    let slug = network_slug(visit)?;
    show_as(
        status,
        &DeadlinePage {
            page: below(visit, it, "planning-deadline")?,
            fields: Fields::new(visit, form),
            action: visit.href(&links::deadline(&slug, &it.slug)),
            cancel: visit.href(&gatherings::links::gathering(&slug, &it.slug)),
        },
    )
}

pub(super) async fn set_deadline(
    visit: Visit,
    Path((_, slug)): Path<(String, String)>,
    mut form: Form,
) -> Answer {
    let it = found(&visit, &slug).await?;
    visit.require(Right::Lead, &it.subject(false))?;
    let unprocessable = StatusCode::UNPROCESSABLE_ENTITY;
    let day = form.date("day");
    if form.is_blamed() {
        return deadline_page(&visit, &it, (form, unprocessable));
    }
    let act = visit.clone();
    let about = it.clone();
    let set = visit
        .store()
        .write(move |conn| {
            actions::set_deadline(conn, &mut act.moment(), &act.actor, (&about, day))
        })
        .await;
    if let Err(halt) = set {
        form.take_refusal(halt)?;
        return deadline_page(&visit, &it, (form, unprocessable));
    }
    let path = gatherings::links::gathering(&network_slug(&visit)?, &it.slug);
    Ok(go(&visit, &path, "proposal-deadline-set"))
}
